import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withAssumptions } from "../../src/scenario/substitute.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { replayer } from "../../src/study/replay.ts";
import { loadShipped } from "../bench/shipped.ts";
import { named } from "../study/named.ts";
import { call, folderWith, starterWith } from "./captured-io.ts";
import { bytesIn, interruptedCall, rowsOf, threeWays } from "./studies.ts";

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
  using folder = folderWith();
  const { code, out, err } = await interruptedCall([...ONE, "--base", "512"], folder.path);
  expect([code, out]).toEqual([130, ""]);
  expect(err).toContain("nothing to report yet");
});

describe("the runs of a study as rows", () => {
  const args = (...more: readonly string[]) => [...ONE, "--base", "64", "--out", "runs.csv", ...more];

  test("are the same bytes with one worker, with three, and interrupted and gone on with", async () => {
    using ways = await threeWays(args);
    const { one, three, cut, alone, together, interrupted } = ways;
    expect([interrupted.code, interrupted.err.includes("--resume goes on from here")]).toEqual([130, true]);
    const resumed = await ways.resume();
    expect([alone.code, together.code, resumed.code]).toEqual([0, 0, 0]);
    expect([together.out, resumed.out]).toEqual([alone.out, alone.out]);
    expect([bytesIn(three), bytesIn(cut)]).toEqual([bytesIn(one), bytesIn(one)]);
    expect((await call(["sensitivity", "tutorial", "--outcome", "peak", "--out", "runs.csv"], { cwd: one.path })).err).toContain("is there already");
  }, 60_000);

  test("say where their point stands in the sample, and what was drawn and measured there", async () => {
    using folder = folderWith();
    const { out } = await call(args(), { cwd: folder.path });
    const rows = rowsOf(folder, "runs.csv");
    expect(rows).toHaveLength(64 * 5 * 4);
    expect([...new Set(rows.map(({ sample }) => sample))]).toEqual(["a", "b", "a with line.answered of b", "a with strike.mistaken of b", "a with the seed of b"]);
    const at = (sample: string, factor: string) => rows.filter((row) => row["sample"] === sample && row["row"] === "9").map((row) => row[factor]!);
    expect(at("a with line.answered of b", "line.answered")).toEqual(at("b", "line.answered"));
    expect(at("a with line.answered of b", "strike.mistaken")).toEqual(at("a", "strike.mistaken"));
    expect(at("a with the seed of b", "seed")).toEqual(at("b", "seed"));
    // The report's mean is that of the rows of a and b.
    const strikes = rows.filter(({ sample }) => sample === "a" || sample === "b").map((row) => Number(row["strikes"]));
    expect(out).toContain(`strikes on average over the ranges: ${(strikes.reduce((sum, n) => sum + n, 0) / strikes.length).toFixed(2)}.`);
    const row = rows.at(-1)!;
    const model = compileModel(withAssumptions(loadShipped("tutorial"), [["line.answered", Number(row["line.answered"])], ["strike.mistaken", Number(row["strike.mistaken"])]]));
    const values = named(model, replayer(model)(Number(row["seed"])).values);
    for (const measure of ["peak", "strikes", "calls-taken", "messages-arrived"]) expect(row[measure]).toBe(String(values[measure]));
  }, 60_000);
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
