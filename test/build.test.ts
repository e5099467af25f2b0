// What the build makes of the program: its tables say what XState says, and it starts where it may not write. `npm test` builds it first.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LINE_FACTS, lineChart } from "../src/channel/line-chart.ts";
import { packAnswers, unpackAnswers } from "../src/kernel/chart-tables.ts";
import type { Answer } from "../src/kernel/chart-answers.ts";
import { rememberChart, type RememberedChart } from "../src/kernel/statechart.ts";
import { DOCTRINE_CHARTS } from "./parties/doctrine-charts.ts";
import { call, folderWith, ROOT } from "./commands/captured-io.ts";

const DIST = join(ROOT, "dist");
const charts = [["the line", rememberChart(lineChart, LINE_FACTS)] as const, ...DOCTRINE_CHARTS.map(({ name, chart }) => [name, chart] as const)];
const plain = ({ next, acts }: Answer): string => JSON.stringify([next, acts]);

/** Every configuration that some row of percepts leads to. */
function reachable(chart: RememberedChart): ReadonlySet<number> {
  const found = new Set([chart.initial.next]);
  for (const state of found) for (const percept of chart.percepts.keys()) found.add(chart.step(state, percept).next);
  return found;
}

describe("tableEqualsXState", () => {
  test.each(charts)("%s", (_, chart) => {
    const answers = unpackAnswers(packAnswers(chart));
    expect(plain(answers.initial())).toBe(plain(chart.initial));
    const different: string[] = [];
    for (const state of reachable(chart)) {
      for (const [percept, name] of chart.percepts.entries()) {
        if (plain(answers.step(state, percept)) !== plain(chart.step(state, percept))) different.push(`${chart.leaves(state).join(" ")} on ${name}`);
      }
    }
    expect(different).toEqual([]);
  }, 60_000);
});

test("the program that was built carries these very tables, and no XState", () => {
  const built = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mjs")).map((name) => readFileSync(join(DIST, name), "utf8")).join("\n");
  // Text inside text, as esbuild may quote it: what it stands for is compared, not how.
  const text = built.replaceAll("\\\"", "\"");
  expect(charts.filter(([, chart]) => !text.includes(JSON.stringify(packAnswers(chart)))).map(([name]) => name)).toEqual([]);
  expect(readFileSync(join(DIST, "LICENSES.txt"), "utf8")).not.toContain("xstate ");
});

const SHIPPED = readdirSync(join(ROOT, "scenarios")).filter((name) => name.endsWith(".yaml")).map((name) => name.replace(".yaml", ""));

test.each(SHIPPED)("the program and its sources tell %s in the same bytes", async (scenario) => {
  const args = ["run", scenario, "--format", "ndjson"];
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  const { status, stdout } = spawnSync(process.execPath, [join(DIST, "deconflict.mjs"), ...args], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  const { code, out } = await call(args, { version });
  expect(stdout).toBe(out);
  expect(status).toBe(code);
});

test.each([
  ["sweep", "tutorial", "--runs", "60"],
  ["compare", "tutorial", "tutorial", "--runs", "55", "--set", "line.answered=0.5"],
  ["sensitivity", "tutorial", "--outcome", "strikes", "--of", "line.answered", "--base", "8", "--seeds", "2"],
])("the program and its sources give the same bytes, from workers of their own: %s", async (...args) => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, "deconflict.mjs"), ...args], { cwd: ROOT, encoding: "utf8" });
  const { code, out } = await call(args, { version });
  expect({ status, stdout, stderr }).toEqual({ status: code, stdout: out, stderr: "" });
});

test("where nothing that is compiled can be kept, the program starts all the same", () => {
  using folder = folderWith({ "dist/cache": "a file where a folder belongs" });
  for (const name of ["dist", "scenarios", "package.json"]) {
    cpSync(join(ROOT, name), folder.at(name), { recursive: true, filter: (path) => path !== join(DIST, "cache") });
  }
  const { status, stderr } = spawnSync(process.execPath, [folder.at("dist/deconflict.mjs"), "--version"], { encoding: "utf8", timeout: 10_000, env: { ...process.env, TMPDIR: folder.at("dist/cache") } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
