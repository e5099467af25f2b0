import { expect, test } from "vitest";
import { call } from "./captured-io.ts";

test("sweep --coverage counts the same with one worker and with two", async () => {
  const one = await call(["sweep", "first-strike", "--runs", "120", "--coverage", "--workers", "1"]);
  const two = await call(["sweep", "first-strike", "--runs", "120", "--coverage", "--workers", "2"]);
  expect({ code: one.code, err: one.err }).toEqual({ code: 0, err: "" });
  expect(one.out).toMatch(/── garrison-adversary: \d+ of \d+ states, \d+ of \d+ percepts that it listens to/);
  expect(two.out).toBe(one.out);
}, 60_000);

test.each([["--vary", "line.answered=0.5..1:3"], ["--out", "a.csv"], ["--charts", "charts"]])("sweep --coverage with %s is refused", async (...more) => {
  const { code, out, err } = await call(["sweep", "first-strike", "--coverage", ...more]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(`error[contradiction]: --coverage counts states and percepts, and nothing else: ${more[0]}`);
});
