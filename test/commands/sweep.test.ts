import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { seeded } from "../../src/kernel/choices.ts";
import { named } from "../study/named.ts";
import { measure } from "../../src/study/measures.ts";
import { advance } from "../../src/simulation/advance.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { loadShipped } from "../bench/shipped.ts";
import { call, folderWith, ROOT, starterWith } from "./captured-io.ts";
import { bytesIn, interruptedCall, rowsOf, threeWays } from "./studies.ts";

const TUTORIAL = join(ROOT, "scenarios/tutorial.yaml");
const VARIED = ["--vary", "line.answered=0.5..1:3"];

describe("a sweep", () => {
  test.each(["csv", "parquet"])("gives the same bytes with one worker, with three, and interrupted and gone on with: %s", async (format) => {
    const args = (...more: readonly string[]) => ["sweep", TUTORIAL, "--runs", "230", ...VARIED, "--out", `runs.${format}`, ...more];
    using ways = await threeWays(args);
    const { one, three, cut, alone, together, interrupted } = ways;
    expect(interrupted.code).toBe(130);
    expect(interrupted.out).toMatch(/seeds 1 to (?:100|200|230), [123] settings? of\s+line\.answered/); // what was run, and not what was to be
    expect(readdirSync(cut.path).sort()).toEqual([`runs.${format}.part`, `runs.${format}.part.state`, `runs.rungs.${format}.part`]);
    const resumed = await ways.resume();
    expect([alone.code, together.code, resumed.code]).toEqual([0, 0, 0]);
    expect(alone.err).toBe(`runs.${format}, runs.rungs.${format} written.\n`);
    expect(together.out).toBe(alone.out);
    expect(resumed.out).toBe(alone.out);
    expect(Object.keys(bytesIn(one))).toEqual([`runs.${format}`, `runs.rungs.${format}`]);
    expect(bytesIn(three)).toEqual(bytesIn(one));
    expect(bytesIn(cut)).toEqual(bytesIn(one));
  }, 60_000);

  test("the rows of every format say the same, and the runs' own measures", async () => {
    using folder = folderWith();
    for (const format of ["csv", "ndjson", "parquet"]) {
      expect((await call(["sweep", TUTORIAL, "--runs", "60", ...VARIED, "--out", `runs.${format}`], { cwd: folder.path })).code).toBe(0);
    }
    const csv = rowsOf(folder, "runs.csv");
    const ndjson = readFileSync(folder.at("runs.ndjson"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    const parquet = async (name: string) => {
      const bytes = readFileSync(folder.at(name));
      return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer });
    };
    expect(await parquet("runs.parquet")).toEqual(ndjson);
    expect(csv).toEqual(ndjson.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? "" : String(cell)]))));
    expect(await parquet("runs.rungs.parquet")).toEqual(readFileSync(folder.at("runs.rungs.ndjson"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as unknown));
    expect(csv).toHaveLength(180);
    const row = csv[60 + 6]!;
    expect(row).toMatchObject({ run: "67", setting: "2", seed: "7", "line.answered": "0.75", version: "1.2.3", simulated: "true" });

    const model = compileModel(loadShipped("tutorial", ["set: { assumptions.line.answered: 0.75 }"]));
    const recorder = measure(model);
    advance(model, initialWorld(model), seeded(7), recorder);
    expect(row).toMatchObject(Object.fromEntries(Object.entries(named(model, recorder.values)).map(([name, value]) => [name, value === -1 && row[name] === "" ? "" : String(value)])));
    for (const { expectation: { id }, holds } of simulate(model, seeded(7)).verdicts) expect(row[`holds/${id}`]).toBe(String(holds));
    const rungs = rowsOf(folder, "runs.rungs.csv").filter(({ run }) => run === "67");
    expect(Math.max(...rungs.map(({ rung }) => Number(rung)))).toBe(Number(row["peak"]));
    expect(rungs.filter(({ time }) => time === "0").map(({ pair }) => pair)).toEqual(expect.arrayContaining(model.scenario.crisis.map((pair) => pair.join("-"))));
  }, 60_000);

  test("says that it is simulated, what was assumed and on what ground, and what may be concluded", async () => {
    const { out, code } = await call(["sweep", "tutorial", "--runs", "100"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^SIMULATED\./);
    for (const part of ["Assumptions", "Defaults, by judgement", "As MID hostility levels", "As ICB violence", "Monte Carlo error", "It may not be concluded", "seeds 1 to 100"]) expect(out).toContain(part);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/\u001B/);
  });

  test("lays many settings side by side, and draws them", async () => {
    using folder = folderWith();
    const { out, err } = await call(["sweep", TUTORIAL, "--runs", "60", "--vary", "line.answered", "--charts", "charts"], { cwd: folder.path });
    for (const level of ["0.5", "0.625", "0.75", "0.875", "1"]) expect(out).toContain(`line.answered ${level} `);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(err).toContain("peaks.svg");
    const svg = readFileSync(folder.at("charts/peaks.svg"), "utf8");
    expect(svg).toContain("SIMULATED");
    expect(svg).toContain("line.answered 0.625");
  });

  test("sets any path that an overlay may set", async () => {
    const { out, code } = await call(["sweep", "tutorial", "--runs", "50", "--vary", "timeline.towns-wanted.pressure.strength=slight,grave"]);
    expect([code, out.includes("pressure.strength slight")]).toEqual([0, true]);
  });

  test("spreads a Latin hypercube over ranges", async () => {
    using folder = folderWith();
    const { code } = await call(["sweep", TUTORIAL, "--runs", "5", "--vary", "line.answered", "--vary", "line.carries=1..4", "--design", "lhs", "--points", "8", "--out", "runs.csv"], { cwd: folder.path });
    expect(code).toBe(0);
    const settings = rowsOf(folder, "runs.csv").filter((_, i) => i % 5 === 0);
    expect(settings.map((row) => Math.floor((Number(row["line.answered"]) - 0.5) * 16)).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...new Set(settings.map((row) => row["line.carries"]))].sort()).toEqual(["1", "2", "3", "4"]);
  });
});

describe("a share that the scenario requires", () => {
  const scenario = (share: string): string => `${starterWith("    at-least: 1\n", "    at-least: 1\n")}  - share: ${share}\n`;
  test.each([
    ["{ of: line-in-use, at-least: 0.5, runs: 50 }", 0, "holds"],
    ["{ of: line-in-use, at-most: 0.1, runs: 50 }", 1, "FAILS"],
    ["{ of: line-in-use, at-most: 0.1, runs: 500 }", 0, "open"],
  ])("%s ends the sweep with %i: it %s", async (share, code, word) => {
    using folder = folderWith({ "it.yaml": scenario(share) });
    const called = await call(["sweep", "it.yaml", "--runs", "60"], { cwd: folder.path });
    expect(called.code).toBe(code);
    expect(called.out).toContain(word);
  });
});

describe("what is wrong is said before any work, and ends with 2", () => {
  test.each([
    [["--vary", "relay.complied=0.1..2:3"], "error[bad-values]: --vary relay.complied=0.1..2:3: relay.complied: 1.05 is no probability"],
    [["--vary", "relay.compiled=0,1"], "did you mean \"relay.complied\""],
    [["--vary", "channels.phone.declard=open"], "unknown-"],
    [["--vary", "decision.takes"], "no range is declared"],
    [["--vary", "line.answered=0.9..0.5"], "the low end comes first"],
    [["--vary", "line.answered=0.5..1:1"], "1 values of a range"],
    [["--vary", "line.answered=often"], "\"often\" is no number"],
    [["--vary", "line.answered=0.5,1", "--vary", "line.answered"], "varied twice"],
    [["--vary", "line.answered=0.5..1:200", "--vary", "line.cut-off=0..0.2:200"], "error[too-large]: the design has 40000 settings"],
    [["--runs", "1000000000"], "error[too-large]"],
    [["--runs", "none"], "error[bad-number]"],
    [["--workers", "0"], "error[bad-number]"],
    [["--design", "lhs"], "nothing is varied"],
    [["--points", "5"], "--points"],
    [["--out", "runs.xlsx"], "says no format"],
    [["--out", "no/such/folder/runs.csv"], "there is no such folder"],
    [["--out", "there.csv"], "is there already"],
    [["--vary", "expect=[]"], "other things are measured or expected"],
    [["--resume"], "give --out as before"],
    [["--out", "new.csv", "--resume"], "nothing was begun"],
    [["--charts", "there.csv"], "is there already"],
  ])("%j", async (args, said) => {
    using folder = folderWith({ "there.csv": "", "it.yaml": starterWith("    at-least: 1\n", "    at-least: 1\n") });
    const { code, out, err } = await call(["sweep", "it.yaml", ...args], { cwd: folder.path });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(readdirSync(folder.path).sort()).toEqual(["it.yaml", "there.csv"]);
  });

  test("another call does not go on with what was begun", async () => {
    using folder = folderWith();
    const args = (runs: string, ...more: readonly string[]) => ["sweep", TUTORIAL, "--runs", runs, "--out", "runs.csv", ...more];
    await interruptedCall(args("500"), folder.path);
    expect((await call(args("500"), { cwd: folder.path })).err).toContain("rows were begun there");
    expect((await call(args("400", "--resume"), { cwd: folder.path })).err).toContain("error[another-call]");
    expect(existsSync(folder.at("runs.csv"))).toBe(false);
  });

  test.runIf(existsSync("/dev/full"))("a full disk leaves nothing that looks whole", () => {
    using folder = folderWith();
    // A file size limit is met as a full disk is: some bytes are taken, then none.
    const { status, stderr } = spawnSync("sh", ["-c", `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "${join(ROOT, "src/main.ts")}" sweep "${TUTORIAL}" --runs 400 --out runs.csv`], { cwd: folder.path, encoding: "utf8" });
    expect({ status, said: /error\[cannot-write\]/.test(stderr) }).toEqual({ status: 2, said: true });
    expect(readdirSync(folder.path)).toEqual([]); // nothing was kept yet, so that what was begun is of no use
  });

  test.each([
    ["cannot be read", (folder: ReturnType<typeof folderWith>) => folder.write("runs.csv.part.state", readFileSync(folder.at("runs.csv.part.state")).subarray(0, 40))],
    ["no longer there", (folder: ReturnType<typeof folderWith>) => folder.write("runs.csv.part", "run,setting\n")],
  ])("what was begun is not gone on with where it %s", async (said, spoil) => {
    using folder = folderWith();
    const args = ["sweep", TUTORIAL, "--runs", "500", "--out", "runs.csv"];
    await interruptedCall(args, folder.path);
    spoil(folder);
    const { code, err } = await call([...args, "--resume"], { cwd: folder.path });
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
