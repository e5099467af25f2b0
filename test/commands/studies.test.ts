import { expect, test } from "vitest";
import { call } from "./captured-io.ts";

test.each([
  [["sweep", "tutorial", "--runs", "60"]],
  [["sweep", "tutorial", "--runs", "60", "--vary", "line.answered=0.5,1"]],
  [["compare", "tutorial", "tutorial", "--set", "line.answered=0.5", "--runs", "60", "--over", "relay.complied=0.1..0.9:2"]],
  [["sensitivity", "tutorial", "--outcome", "strikes", "--of", "line.answered", "--base", "8", "--seeds", "2"]],
])("a study fits a narrow terminal, in colour too: %j", async (args) => {
  const { code, out } = await call(args, { isTerminal: true, columns: 40 });
  // oxlint-disable-next-line no-control-regex
  const lines = out.replaceAll(/\u001B\[\d+m/g, "").split("\n");
  expect(code).toBe(0);
  // What is longer than a line in one word stands alone.
  expect(lines.filter((line) => line.length > 40 && line.trim().includes(" "))).toEqual([]);
});

test("a study says how far it is before its first answer", async () => {
  const told: string[] = [];
  await call(["sweep", "tutorial", "--runs", "20"], { isWatched: true, tell: async (text) => { told.push(text); } });
  expect(told[0]).toContain("0 %, 0 of 20 runs");
});
