// Two scenarios under the same seeds: what the difference is worth, with its interval, and across the range of an assumption.

import { valueText } from "../report/assumption-lines.ts";
import type { CompareReport, PartedSeed } from "../report/compare-report.ts";
import type { CompareRowsOf } from "../report/compare-table.ts";
import { partingText } from "../report/parting-text.ts";
import type { StudyOf } from "../report/study-frame.ts";
import { runsOf } from "../report/tables.ts";
import { seeded } from "../kernel/choices.ts";
import type { Assumption, Scenario } from "../scenario/scenario.ts";
import { numberOf } from "../scenario/substitute.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { simulate } from "../simulation/simulate.ts";
import { seedBlocks } from "../study/blocks.ts";
import { addPairs, comparable, type Apart, type Comparable, type PairSummary, type PairTask } from "../study/pairs.ts";
import { measureColumns } from "../study/measures.ts";
import { partingActs, partingOf } from "../study/parting.ts";
import { replayer } from "../study/replay.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { carryOut, type CarriedOut, type StudyOptions } from "./study/carry-out.ts";
import { whyNoCharts, writeCharts } from "./study/charts-on-disk.ts";
import { COMPARISON } from "./study/kinds.ts";
import { countOf, isMistake, MOST_RUNS, openStudied } from "./study/opening.ts";
import { placeOf, type Place } from "./study/rows-on-disk.ts";
import { parseSet, parseVaried, type Varied } from "./study/vary.ts";

/** What `compare` was asked for, as written in the call. */
export interface CompareOptions extends StudyOptions {
  readonly runs: string;
  readonly set: readonly string[];
  readonly over?: string;
}

interface Side extends StudyOf { readonly compiled: Model; }
interface Planned { readonly sides: readonly [Side, Side]; readonly runs: number; readonly over: Varied | undefined; readonly comparable: Comparable; readonly place: Place | undefined; }

/** Compares and writes the report; 1 where a limit ended a run. */
export async function compare(first: string, second: string, options: CompareOptions, io: Io, call: Call): Promise<ExitCode> {
  const doing: Doing = { scenario: `${first} against ${second}` };
  return guarded(io, call, doing, async () => {
    const scenarios = [await openStudied(first, io), await openStudied(second, io)];
    if (scenarios[0] === undefined || scenarios[1] === undefined) return 2;
    const setting = options.set.length === 0 ? undefined : parseSet(options.set, scenarios[1]);
    if (typeof setting === "object") return refused(io, setting);
    if (setting !== undefined) scenarios[1] = await openStudied(second, io, [{ name: "--set", text: setting }]);
    if (scenarios[1] === undefined) return 2;
    const secondly = setting === undefined ? second : `${second} with ${options.set.join(", ")}`;
    const side = (scenario: Scenario, source: string): Side => {
      const compiled = compileModel(scenario);
      return { scenario, source, version: io.version, model: compiled.hash, compiled };
    };
    const planned = plan([side(scenarios[0], first), side(scenarios[1], secondly)], options, io);
    return "mistakes" in planned ? refused(io, planned.mistakes) : run(planned, options, io);
  });
}

function plan(sides: Planned["sides"], options: CompareOptions, io: Io): Planned | { readonly mistakes: readonly Mistake[] } {
  const runs = countOf("runs", options.runs, MOST_RUNS);
  const place = placeOf(options, io.cwd);
  const found = comparable(sides[0].compiled, sides[1].compiled);
  const mistakes = [runs, place, whyNoCharts(options.charts, io)].filter(isMistake);
  const over = options.over === undefined ? undefined : overOf(options.over, sides);
  if (isMistake(over)) mistakes.push(over);
  if (!found.columns.some(({ column: { measure } }) => measure === "peak-of")) {
    mistakes.push({ code: "nothing-to-compare", message: "the two scenarios have no crisis pair in common", hint: "compare a scenario with an overlay on it" });
  }
  if (mistakes.length > 0 || typeof runs !== "number" || isMistake(over) || isMistake(place)) return { mistakes };
  const points = 1 + (over?.levels.length ?? 0);
  if (2 * points * runs > MOST_RUNS) return { mistakes: [{ code: "too-large", message: `${points} points of ${runs} pairs of runs are ${2 * points * runs} runs, and ${MOST_RUNS} is the most`, hint: "fewer --runs, or fewer levels (a..b:n)" }] };
  return { sides, runs, over, comparable: found, place };
}

// An assumption of either side: an overlay may bring one that its base has not.
function overOf(asked: string, [first, second]: Planned["sides"]): Varied | Mistake {
  const tried = [first, second].map(({ scenario }) => parseVaried([asked], scenario));
  const good = tried.find(({ mistakes, varied }) => mistakes.length === 0 && varied[0]?.key !== undefined);
  if (good !== undefined) return good.varied[0]!;
  return rename(tried[0]!.mistakes[0] ?? { code: "bad-values", message: `--vary ${asked}: one number has to decide it`, hint: "an assumption that is a probability, a factor or a count" });
}

function rename(mistake: Mistake): Mistake {
  return { ...mistake, message: mistake.message.replace("--vary", "--over") };
}

async function run(planned: Planned, options: CompareOptions, io: Io): Promise<ExitCode> {
  const { sides: [first, second], runs, over, place } = planned;
  const of: CompareRowsOf = { sides: [runsOf(first, first.compiled), runsOf(second, second.compiled)], runs, over: over && { path: over.path, values: valuesOf(over, planned.sides) } };
  const tasks = [...tasksOf(planned)];
  const done = await carryOut({
    kind: COMPARISON, shared: { first: first.scenario, second: second.scenario }, of, place,
    tasksAfter: (from) => tasks.slice(from), sizes: tasks.map(({ count }) => count), counted: "pairs of runs",
    found: [] as PairSummary[],
    add: (summaries, { point, summary }) => {
      if (summaries[point] === undefined) summaries[point] = summary;
      else addPairs(summaries[point], summary);
    },
  }, options, io);
  return isMistake(done) ? refused(io, [done]) : tell(planned, done, options, io);
}

function* tasksOf({ runs, over }: Planned): Generator<PairTask> {
  for (const [point, level] of [undefined, ...(over?.levels ?? [])].entries()) {
    const values = level === undefined ? [] : [[over!.key!, Number(level)] as const];
    for (const { from, count } of seedBlocks(runs)) yield { point, values, from, count };
  }
}

// As written first, then level by level; null on a side where the assumption is not in force.
function valuesOf({ key, levels }: Varied, [first, second]: Planned["sides"]): NonNullable<CompareRowsOf["over"]>["values"] {
  const [mine, theirs] = [first, second].map(({ scenario }) => scenario.assumptions.find((assumption) => assumption.key === key)) as [Assumption | undefined, Assumption | undefined];
  const at = (value: (assumption: Assumption) => number): readonly [number | null, number | null] => [mine === undefined ? null : value(mine), theirs === undefined ? null : value(theirs)];
  return [at(numberOf), ...levels.map((level) => at(() => Number(level)))];
}

async function tell(planned: Planned, { found, stopped }: CarriedOut<readonly PairSummary[]>, { charts }: CompareOptions, io: Io): Promise<ExitCode> {
  const { sides: [first, second], over } = planned;
  const [summary] = found;
  if (summary !== undefined) {
    const report: CompareReport = {
      first, second, runs: summary.pairs, comparable: planned.comparable, summary,
      parted: summary.furthest.map((apart) => parted(apart, planned.sides)),
      backfiring: summary.backfiring.filter(({ seed }) => summary.furthest.every((other) => other.seed !== seed)).map((apart) => parted(apart, planned.sides)),
      over: over && { key: over.path, points: over.levels.flatMap((written, i) => (found[i + 1] === undefined ? [] : [{ written, summary: found[i + 1]! }])) },
      differing: differing(first.scenario, second.scenario),
    };
    await writeLines(io, (await import("../report/compare-text.ts")).renderComparison(report, presentationOf(io)));
    if (charts !== undefined) {
      const mistake = await writeCharts(charts, (await import("../report/compare-charts.ts")).compareCharts(report), io);
      if (mistake !== undefined) return refused(io, [mistake]);
    }
  }
  if (stopped !== undefined) {
    await io.tell(stopped);
    return 130;
  }
  const limited = summary!.first.limited + summary!.second.limited;
  if (limited > 0) await io.tell(`${limited} runs were stopped by a limit\n`);
  return limited > 0 ? 1 : 0;
}

// Both runs of a seed again, with their traces.
function parted({ seed }: Apart, [first, second]: Planned["sides"]): PartedSeed {
  const scenarios = [first.scenario, second.scenario] as const;
  const traces = [first, second].map(({ compiled }) => simulate(compiled, seeded(seed)).entries) as [ReturnType<typeof simulate>["entries"], ReturnType<typeof simulate>["entries"]];
  const [mine, theirs] = [first, second].map(({ compiled }) => {
    const { values } = replayer(compiled)(seed);
    return (name: string): number => values[columnOf(compiled, name)]!;
  }) as [(name: string) => number, (name: string) => number];
  const anything = partingOf(...traces);
  const acts = partingActs(...traces);
  return {
    seed, peaks: [mine("peak"), theirs("peak")], strikes: [mine("strikes"), theirs("strikes")],
    parts: [
      ...(anything === undefined ? [] : [partingText("They part", anything, [...scenarios])]),
      ...(acts === undefined ? [] : [partingText("What is done first parts", acts, [...scenarios])]),
    ],
  };
}

function columnOf(model: Model, name: string): number {
  return measureColumns(model).findIndex((column) => column.name === name);
}

function differing(first: Scenario, second: Scenario): CompareReport["differing"] {
  const [a, b] = [first, second].map(({ assumptions }) => new Map(assumptions.map(({ key, value }) => [key, valueText(value)]))) as [Map<string, string>, Map<string, string>];
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap((key) => {
    const [mine, theirs] = [a.get(key) ?? "not in force", b.get(key) ?? "not in force"];
    return mine === theirs ? [] : [{ key, first: mine, second: theirs }];
  });
}
