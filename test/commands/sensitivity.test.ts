import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { call, folderWith, starterWith } from "./captured-io.ts";

const ONE = ["sensitivity", "tutorial", "--outcome", "strikes", "--of", "line.answered", "--of", "strike.mistaken", "--base", "16", "--seeds", "4"];

test("the same bytes with one worker and with three, and every part of the report", async () => {
  const [one, three] = [await call([...ONE, "--workers", "1"]), await call([...ONE, "--workers", "3"])];
  expect(three).toEqual(one);
  expect(one.code).toBe(0);
  for (const part of ["SIMULATED", "2 assumptions over their ranges, 80 points", "chance, at given assumptions", "the seed (what is chance)", "Assumptions", "It may not be concluded"]) expect(one.out).toContain(part);
  expect(one.out.split("\n").filter((line) => line.length > 80)).toEqual([]);
}, 60_000);

test("draws what moves the outcome", async () => {
  using folder = folderWith();
  await call([...ONE, "--charts", folder.at("charts")]);
  const svg = readFileSync(folder.at("charts/sensitivity.svg"), "utf8");
  for (const part of ["SIMULATED", "line.answered", "the seed"]) expect(svg).toContain(part);
});

test("an outcome that nothing moves is said to be so", async () => {
  const { out, code } = await call(["sensitivity", "tutorial", "--outcome", "line-minutes", "--of", "line.answered", "--base", "4", "--seeds", "2"]);
  expect([code, out.includes("comes out the same in every run")]).toEqual([0, true]);
});

test("an interruption leaves nothing to report", async () => {
  let stop: (() => void) | undefined;
  const said: string[] = [];
  const { code, out } = await call([...ONE, "--base", "512"], { isWatched: true, onInterrupt: (then) => { stop = then; }, tell: async (text) => { said.push(text); stop?.(); } });
  expect([code, out, said.at(-1)]).toEqual([130, "", expect.stringContaining("nothing to report")]);
});

test.each([
  [["--outcome", "strike"], "did you mean \"strikes\""],
  [["--outcome", "peak", "--of", "line.anwsered"], "did you mean \"line.answered\""],
  [["--outcome", "peak", "--base", "0"], "error[bad-number]"],
  [["--outcome", "peak", "--seeds", "1"], "says nothing of chance"],
  [["--outcome", "peak", "--base", "100000", "--seeds", "1000"], "error[too-large]"],
  [[], "--outcome"],
])("what is wrong is said before any work: %j", async (args, said) => {
  using folder = folderWith({ "it.yaml": starterWith("    at-least: 1\n", "    at-least: 1\n") });
  const { code, out, err } = await call(["sensitivity", "it.yaml", ...args], { cwd: folder.path });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
});
