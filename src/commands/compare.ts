// Two scenarios under the same seeds: what the difference is worth, with its interval, and across the range of an assumption.

import { valueText } from "../report/assumption-lines.ts";
import type { CompareReport, PartedSeed } from "../report/compare-report.ts";
import { partingText } from "../report/parting-text.ts";
import { seeded } from "../kernel/choices.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { simulate } from "../simulation/simulate.ts";
import { seedBlocks } from "../study/blocks.ts";
import type { StudyOf } from "../report/study-frame.ts";
import { addPairs, comparable, pairBlock, type Apart, type Comparable, type PairSummary, type PairTask } from "../study/pairs.ts";
import { measureColumns } from "../study/measures.ts";
import { partingActs, partingOf } from "../study/parting.ts";
import { replayer } from "../study/replay.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { whyNoCharts, writeCharts } from "./study/charts-on-disk.ts";
import { countOf, crewOf, isMistake, MOST_RUNS, openStudied } from "./study/opening.ts";
import { progressOf } from "./study/progress.ts";
import { parseSet, parseVaried, type Varied } from "./study/vary.ts";
import { workOff } from "./study/work-off.ts";

/** What `compare` was asked for, as written in the call. */
export interface CompareOptions {
  readonly runs: string;
  readonly set: readonly string[];
  readonly over?: string;
  readonly charts?: string;
  readonly workers?: string;
}

interface Side extends StudyOf { readonly compiled: Model; }
interface Planned { readonly sides: readonly [Side, Side]; readonly runs: number; readonly over: Varied | undefined; readonly comparable: Comparable; }

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

function plan(sides: Planned["sides"], { runs: written, over: asked, charts }: CompareOptions, io: Io): Planned | { readonly mistakes: readonly Mistake[] } {
  const runs = countOf("runs", written, MOST_RUNS);
  const found = comparable(sides[0].compiled, sides[1].compiled);
  const mistakes = [runs, whyNoCharts(charts, io)].filter(isMistake);
  const over = asked === undefined ? undefined : overOf(asked, sides);
  if (isMistake(over)) mistakes.push(over);
  if (!found.columns.some(({ column: { measure } }) => measure === "peak-of")) {
    mistakes.push({ code: "nothing-to-compare", message: "the two scenarios have no crisis pair in common", hint: "compare a scenario with an overlay on it" });
  }
  if (mistakes.length > 0 || typeof runs !== "number" || isMistake(over)) return { mistakes };
  const points = 1 + (over?.levels.length ?? 0);
  if (2 * points * runs > MOST_RUNS) return { mistakes: [{ code: "too-large", message: `${points} points of ${runs} pairs of runs are ${2 * points * runs} runs, and ${MOST_RUNS} is the most`, hint: "fewer --runs, or fewer levels (a..b:n)" }] };
  return { sides, runs, over, comparable: found };
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
  const { sides: [first, second], runs, over } = planned;
  const crew = crewOf(io, options.workers);
  if (isMistake(crew)) return refused(io, [crew]);
  const points = 1 + (over?.levels.length ?? 0);
  const summaries: PairSummary[] = [];
  const progress = progressOf(io, points * runs, "pairs of runs");
  for await (const { point, summary } of workOff(pairBlock, { first: first.scenario, second: second.scenario }, tasksOf(planned), crew, progress)) {
    if (summaries[point] === undefined) summaries[point] = summary;
    else addPairs(summaries[point], summary);
    await progress.at(summaries.reduce((sum, { pairs }) => sum + pairs, 0));
  }
  return tell(planned, summaries, options, io);
}

function* tasksOf({ runs, over }: Planned): Generator<PairTask> {
  for (const [point, level] of [undefined, ...(over?.levels ?? [])].entries()) {
    const values = level === undefined ? [] : [[over!.key!, Number(level)] as const];
    for (const { from, count } of seedBlocks(runs)) yield { point, values, from, count };
  }
}

async function tell(planned: Planned, summaries: readonly PairSummary[], { charts }: CompareOptions, io: Io): Promise<ExitCode> {
  const { sides: [first, second], runs, over } = planned;
  const [summary] = summaries;
  const made = summaries.reduce((sum, { pairs }) => sum + pairs, 0);
  const all = runs * (1 + (over?.levels.length ?? 0));
  if (summary !== undefined) {
    const report: CompareReport = {
      first, second, runs: summary.pairs, comparable: planned.comparable, summary,
      parted: summary.furthest.map((apart) => parted(apart, planned.sides)),
      backfiring: summary.backfiring.filter(({ seed }) => summary.furthest.every((other) => other.seed !== seed)).map((apart) => parted(apart, planned.sides)),
      over: over && { key: over.path, points: over.levels.flatMap((written, i) => (summaries[i + 1] === undefined ? [] : [{ written, summary: summaries[i + 1]! }])) },
      differing: differing(first.scenario, second.scenario),
    };
    await writeLines(io, (await import("../report/compare-text.ts")).renderComparison(report, presentationOf(io)));
    if (charts !== undefined) {
      const mistake = await writeCharts(charts, (await import("../report/compare-charts.ts")).compareCharts(report), io);
      if (mistake !== undefined) return refused(io, [mistake]);
    }
  }
  if (made < all) {
    await io.tell(`Interrupted after ${made} of ${all} pairs of runs.\n`);
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
