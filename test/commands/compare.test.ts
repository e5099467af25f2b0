import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { numberOf, withAssumptions } from "../../src/scenario/substitute.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { comparable, pairBlock, type PairSummary } from "../../src/study/pairs.ts";
import { partingActs, partingOf } from "../../src/study/parting.ts";
import { judgedIn, replayer } from "../../src/study/replay.ts";
import { measureColumns } from "../../src/study/measures.ts";
import { momentsOf } from "../../src/study/summary.ts";
import { RUNGS } from "../../src/terms/rungs.ts";
import { loadShipped } from "../bench/shipped.ts";
import { named } from "../study/named.ts";
import { call, folderWith } from "./captured-io.ts";
import { bytesIn, rowsOf, threeWays } from "./studies.ts";
import { STARTER } from "../../src/commands/starter.ts";

const UP = loadShipped("at-tanf-2017");
const DOWN = loadShipped("line-down");

describe("pairs of runs", () => {
  const RUNS = 60;
  const summary: PairSummary = pairBlock.begin({ first: UP, second: DOWN })({ point: 0, values: [], from: 1, count: RUNS }).summary;
  const models = [compileModel(UP), compileModel(DOWN)] as const;
  const runs = models.map((model) => {
    const replay = replayer(model);
    const columns = measureColumns(model).map(({ name }) => name);
    return Array.from({ length: RUNS }, (_, i) => {
      const values = [...replay(i + 1).values];
      return { peak: values[columns.indexOf("peak")]!, strikes: values[columns.indexOf("strikes")]! };
    });
  }) as [{ peak: number; strikes: number }[], { peak: number; strikes: number }[]];

  test("are counted as they are, run by run", () => {
    const { outcomes, columns } = comparable(...models);
    const open = RUNGS.indexOf("open-conflict");
    const both = summary.outcomes[outcomes.findIndex(({ name }) => name === "open-conflict")]!;
    expect(both.both + both.first).toBe(runs[0].filter(({ peak }) => peak >= open).length);
    expect(both.both + both.second).toBe(runs[1].filter(({ peak }) => peak >= open).length);
    expect(both.both).toBe(runs[0].filter(({ peak }, i) => peak >= open && runs[1][i]!.peak >= open).length);
    const strikes = summary.differences[columns.findIndex(({ column: { name } }) => name === "strikes")]!;
    expect(momentsOf(strikes).sum).toBe(runs[0].reduce((sum, { strikes: n }, i) => sum + n - runs[1][i]!.strikes, 0));
    const worse = runs[0].filter(({ peak, strikes: n }, i) => (peak - runs[1][i]!.peak || n - runs[1][i]!.strikes) > 0).length;
    expect(summary.worse).toBe(worse);
  });

  test("share the expectations that both have, and no others", () => {
    expect(comparable(...models).outcomes.filter(({ kind }) => kind === "expectation").map(({ name }) => name)).toEqual(["strike-18-may"]);
  });

  test("the seeds that part most come first", () => {
    const distance = runs[0].map(({ peak }, i) => Math.abs(peak - runs[1][i]!.peak));
    expect(Math.abs(summary.furthest[0]!.peak)).toBe(Math.max(...distance));
    expect(summary.backfiring.every(({ peak, strikes }) => (peak || strikes) > 0)).toBe(true);
  });

  test("of a scenario and itself do not differ at all", () => {
    const { same, worse, furthest } = pairBlock.begin({ first: UP, second: UP })({ point: 0, values: [], from: 1, count: 20 }).summary;
    expect([same, worse, furthest]).toEqual([20, 0, []]);
  });
});

describe("where two runs part", () => {
  const entries = (of: typeof UP) => simulate(compileModel(of), seeded(1)).entries;

  test("is the first entry that only one of them has there", () => {
    const [a, b] = [entries(UP), entries(DOWN)];
    const { first, second } = partingOf(a, b)!;
    const place = first!.number;
    expect(second!.number).toBe(place);
    expect(a.slice(0, place).map(({ id, at }) => [id, at])).toEqual(b.slice(0, place).map(({ id, at }) => [id, at]));
    expect([first!.id, first!.at]).not.toEqual([second!.id, second!.at]);
  });

  test("is told of acts too, and of nothing where they are the same", () => {
    const [a, b] = [entries(UP), entries(DOWN)];
    const acts = partingActs(a, b)!;
    expect([acts.first?.kind ?? "act", acts.second?.kind ?? "act"]).toEqual(["act", "act"]);
    expect(partingOf(a, a)).toBeUndefined();
    expect(partingOf(a, a.slice(0, 5))).toEqual({ first: a[5], second: undefined });
  });
});

describe("the command", () => {
  test("gives the same bytes with one worker and with three", async () => {
    const args = ["compare", "at-tanf-2017", "line-down", "--runs", "110", "--workers"];
    const [one, three] = [await call([...args, "1"]), await call([...args, "3"])];
    expect(three).toEqual(one);
    expect(one.code).toBe(0);
    for (const part of ["SIMULATED", "air strikes averted per 100 runs", "backfire share", "Where the two part most", "They part: A, ", "Monte Carlo error", "It may not be concluded", "Assumptions"]) expect(one.out).toContain(part);
    expect(one.out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  }, 60_000);

  test("goes across the range of an assumption, with its ground, and draws it", async () => {
    using folder = folderWith();
    const { out } = await call(["compare", "at-tanf-2017", "relay-obeyed", "--runs", "60", "--over", "relay.complied=0..0.9:3", "--charts", folder.at("charts")]);
    expect(out).toContain("Range over relay.complied, ground record");
    // With one value on both sides the two are the same scenario, but for what Damascus does.
    expect(out).toMatch(/^ {2}0\.45 /m);
    expect(readdirSync(folder.at("charts")).sort()).toEqual(["comparison.svg", "over.svg"]);
    expect(readFileSync(folder.at("charts/over.svg"), "utf8")).toContain("relay.complied 0.45");
  });

  test("sets on the second what the call says", async () => {
    const { out, code } = await call(["compare", "tutorial", "tutorial", "--runs", "50", "--set", "line.answered=0.5"]);
    expect([code, out.includes("tutorial with line.answered=0.5, B")]).toEqual([0, true]);
    expect(out).toMatch(/line\.answered: A [\d.]+ \(\w+\), B 0\.5 \(judgement\)/);
  });

  test.each([
    [["a.yaml", "b.yaml", "--set", "line.answered=0.5,1"], "one value is set"],
    [["a.yaml", "b.yaml", "--set", "line.answered=3"], "error[bad-values]: --set"],
    [["a.yaml", "b.yaml", "--over", "line.anwsered"], "error[unknown-path]: --over line.anwsered"],
    [["a.yaml", "b.yaml", "--over", "firmness.read=0..1"], "error[bad-values]: --over"],
    [["a.yaml", "b.yaml", "--over", "line.answered=0.5..1:900", "--runs", "100000000"], "error[too-large]"],
    [["a.yaml", "at-tanf-2017"], "no crisis pair in common"],
    [["a.yaml", "nowhere.yaml"], "there is no such file"],
  ])("what is wrong is said before any work: %j", async (args, said) => {
    using folder = folderWith({ "a.yaml": STARTER, "b.yaml": "extends: ./a.yaml\n" });
    const { code, out, err } = await call(["compare", ...args], { cwd: folder.path });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });
});

describe("the runs of a comparison as rows", () => {
  const args = (...more: readonly string[]) => ["compare", "at-tanf-2017", "line-down", "--runs", "230", "--over", "relay.complied=0..0.9:2", "--out", "pairs.csv", ...more];

  test("are the same bytes with one worker, with three, and interrupted and gone on with", async () => {
    using ways = await threeWays(args);
    const { one, three, cut, alone, together, interrupted } = ways;
    expect(interrupted.code).toBe(130);
    expect(interrupted.err).toContain("--resume goes on from here");
    expect(interrupted.out).toMatch(/both under seeds\s+1 to (?:100|200);/);
    expect(interrupted.out).toContain("stopped before its first level");
    const resumed = await ways.resume();
    expect([alone.code, together.code, resumed.code]).toEqual([0, 0, 0]);
    expect([together.out, resumed.out]).toEqual([alone.out, alone.out]);
    expect(Object.keys(bytesIn(one))).toEqual(["pairs.csv", "pairs.rungs.csv"]);
    expect([bytesIn(three), bytesIn(cut)]).toEqual([bytesIn(one), bytesIn(one)]);
  }, 60_000);

  test("say their side, seed and setting, and measure what a run by itself does", async () => {
    using folder = folderWith();
    expect((await call(args(), { cwd: folder.path })).code).toBe(0);
    const rows = rowsOf(folder, "pairs.csv");
    expect(rows).toHaveLength(3 * 230 * 2);
    expect(rows.map(({ run }) => Number(run))).toEqual(rows.map((_, i) => i + 1));
    const found = rows.filter(({ setting, seed }) => setting === "3" && seed === "17");
    expect(found.map((row) => [row["side"], row["scenario"], row["relay.complied"]])).toEqual([["a", "at-tanf-2017", "0.9"], ["b", "line-down", "0.9"]]);
    const rungs = rowsOf(folder, "pairs.rungs.csv");
    for (const [i, scenario] of [UP, DOWN].entries()) {
      const model = compileModel(withAssumptions(scenario, [["relay.complied", 0.9]]));
      expect(found[i]).toMatchObject(Object.fromEntries(Object.entries(named(model, replayer(model)(17).values)).map(([name, value]) => [name, value === -1 && found[i]![name] === "" ? "" : String(value)])));
      const changes = rungs.filter(({ run }) => run === found[i]!["run"]);
      expect(Math.max(...changes.map(({ rung }) => Number(rung)))).toBe(Number(found[i]!["peak"]));
    }
    // Expectations of the first alone are empty on the second.
    const alone = judgedIn(compileModel(UP)).find((id) => !judgedIn(compileModel(DOWN)).includes(id))!;
    expect(found.map((row) => row[`holds/${alone}`] === "")).toEqual([false, true]);
    expect(rows.slice(0, 2).map((row) => row["relay.complied"])).toEqual([UP, DOWN].map(({ assumptions }) => String(numberOf(assumptions.find(({ key }) => key === "relay.complied")!))));
  }, 60_000);
});
