// Counts over many seeds how often the expectations of a scenario hold, how high it goes, and what a change does to it.
//   npm run shares -- at-tanf-2017 --runs 10000
//   npm run shares -- at-tanf-2017 --runs 10000 --against relay-obeyed
//   npm run shares -- relay-obeyed --runs 10000 --against at-tanf-2017 --setting '{ set: { assumptions.relay.complied: 0 } }'

import { parseArgs } from "node:util";
import { seeded } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import { judgeOf, recordAll } from "../../src/simulation/judge.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { copyWorld, initialWorld } from "../../src/simulation/world.ts";
import { measure, measureColumns } from "../../src/study/measures.ts";
import { RUNGS } from "../../src/terms/rungs.ts";
import { loadShipped } from "./shipped.ts";

const { positionals: [name = "at-tanf-2017"], values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "10000" }, against: { type: "string" }, setting: { type: "string", multiple: true, default: [] } },
});
const runs = Number(values.runs);
if (!Number.isSafeInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no number of runs`);

interface Counted { readonly measures: Readonly<Record<string, number>>; readonly held: readonly boolean[]; }

const model = compileModel(loadShipped(name));
const counted = countRuns(model);
const plain = model.scenario.expect.filter(({ kind }) => kind !== "share");

console.log(`${name}, seeds 1 to ${runs}. SIMULATED; shares follow from the scenario's assumptions.\n`);
plain.forEach(({ id }, i) => console.log(`${id.padEnd(34)} ${share(counted.filter(({ held }) => held[i]).length)}`));
if (plain.length > 0) console.log(`${"all of them together".padEnd(34)} ${share(counted.filter(({ held }) => held.every(Boolean)).length)}`);
const first = counted.findIndex(({ held }) => held.every(Boolean));
if (plain.length > 0) console.log(`${"first seeds in which all hold".padEnd(34)} ${first === -1 ? "none" : counted.flatMap(({ held }, i) => (held.every(Boolean) ? [i + 1] : [])).slice(0, 12).join(", ")}`);

console.log("\npeak rung of the crisis pairs");
RUNGS.forEach((rung, r) => {
  const count = counted.filter(({ measures }) => measures["peak"] === r).length;
  if (count > 0) console.log(`${`  ${r} ${rung}`.padEnd(34)} ${share(count)}`);
});

const strikers = model.parties.filter(({ text }) => counted.some(({ measures }) => measures[`strikes-by/${text}`]! > 0));
console.log(strikers.length === 0 ? "\nno air strikes" : "\nair strikes: mean, and the 10th, 50th, 90th and 100th percentile");
for (const { text } of strikers) console.log(`  ${text.padEnd(32)} ${distribution(counted.map(({ measures }) => measures[`strikes-by/${text}`]!))}`);

if (values.against !== undefined) compareWith(values.against, values.setting);

function countRuns(of: Model): readonly Counted[] {
  const start = initialWorld(of);
  return Array.from({ length: runs }, (_, i) => {
    const judge = judgeOf(of);
    const recorder = measure(of);
    advance(of, copyWorld(start), seeded(i + 1), recordAll(judge, recorder));
    return { measures: Object.fromEntries(measureColumns(of).map(({ name: column }, c) => [column, recorder.values[c]!])), held: judge.verdicts().map(({ holds }) => holds) };
  });
}

// Paired by seed: the same chance on both sides, so that the difference is the change's alone.
function compareWith(against: string, settings: readonly string[]): void {
  const other = compileModel(loadShipped(against, settings));
  const others = countRuns(other);
  console.log(`\npaired by seed: ${name} less ${against}${settings.map((text) => ` with ${text}`).join("")}`);
  const total = ({ measures }: Counted): number => measures["strikes"]!;
  const peak = ({ measures }: Counted): number => measures["peak"]!;
  const open = RUNGS.indexOf("open-conflict");
  for (const [label, of] of [["air strikes a run", total], ["reaches open conflict", (run: Counted) => (peak(run) >= open ? 1 : 0)], ["minutes of force", ({ measures }: Counted) => measures["minutes-at-limited-force"]!]] as const) {
    const differences = counted.map((run, i) => of(run) - of(others[i]!));
    const mean = differences.reduce((sum, d) => sum + d, 0) / runs;
    const deviation = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (runs - 1));
    const half = (1.96 * deviation) / Math.sqrt(runs);
    console.log(`  ${label.padEnd(32)} ${mean.toFixed(3)} [${(mean - half).toFixed(3)}, ${(mean + half).toFixed(3)}]; more in ${percent(differences.filter((d) => d > 0).length)} of seeds, less in ${percent(differences.filter((d) => d < 0).length)}`);
  }
}

// A share with its Wilson interval at 95 %.
function share(count: number): string {
  const z = 1.96;
  const p = count / runs;
  const middle = (p + z * z / (2 * runs)) / (1 + z * z / runs);
  const half = (z * Math.sqrt(p * (1 - p) / runs + z * z / (4 * runs * runs))) / (1 + z * z / runs);
  return `${percent(count).padStart(6)}  [${(100 * (middle - half)).toFixed(1)}, ${(100 * (middle + half)).toFixed(1)}]`;
}

function percent(count: number): string {
  return `${((100 * count) / runs).toFixed(1)} %`;
}

function distribution(values_: readonly number[]): string {
  const sorted = [...values_].sort((a, b) => a - b);
  const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
  return `${(sorted.reduce((sum, n) => sum + n, 0) / sorted.length).toFixed(2)}   ${[0.1, 0.5, 0.9, 1].map(at).join("  ")}`;
}
