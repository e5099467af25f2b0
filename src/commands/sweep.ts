// Many seeds, many settings: what holds how often, how high it goes, and how the measures are spread.

import { TOLD_SIDE_BY_SIDE, type ShareVerdict, type SweepReport } from "../report/sweep-report.ts";
import type { TableOf } from "../report/tables.ts";
import { fingerprint } from "../kernel/random.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { seedBlocks, sweepBlock, type SweepTask } from "../study/blocks.ts";
import { measureColumns } from "../study/measures.ts";
import { judgedIn } from "../study/replay.ts";
import { addSummary, type Summary } from "../study/summary.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { whyNoCharts, writeCharts } from "./study/charts-on-disk.ts";
import { countOf, crewOf, isMistake, MOST_RUNS, openStudied, reread } from "./study/opening.ts";
import { progressOf } from "./study/progress.ts";
import { whyNotWritten, keptAt, openRows, placeOf, type Place, type Reached } from "./study/rows-on-disk.ts";
import { numbersOf, overlayOf, parseVaried, settingCount, settingsOf, type Design, type Setting, type Varied } from "./study/vary.ts";
import { answersInOrder } from "./workers/pool.ts";

/** What `sweep` was asked for, as written in the call. */
export interface SweepOptions {
  readonly runs: string;
  readonly vary: readonly string[];
  readonly design: Design["kind"];
  readonly points?: string;
  readonly out?: string;
  readonly charts?: string;
  readonly resume?: boolean;
  readonly workers?: string;
  readonly coverage?: boolean;
}

const MOST_SETTINGS = 10_000;
/** Settings that are more than numbers of assumptions are read as files are, one by one. */
const MOST_READ = 200;
const USUAL_POINTS = 20;
/** How often an interrupted sweep loses no more than this. */
const KEEP_EVERY_MS = 5000;

interface Planned {
  readonly source: string;
  readonly scenario: Scenario;
  readonly model: Model;
  readonly runs: number;
  readonly varied: readonly Varied[];
  readonly settings: readonly Setting[];
  readonly place: Place | undefined;
}

/** Sweeps and writes the report; 1 where a share that the scenario requires does not hold. */
export async function sweep(argument: string, options: SweepOptions, io: Io, call: Call): Promise<ExitCode> {
  const doing: Doing = { scenario: argument };
  return guarded(io, call, doing, async () => {
    if (options.coverage === true) return (await import("./coverage.ts")).coverage(argument, options, io);
    const scenario = await openStudied(argument, io);
    if (scenario === undefined) return 2;
    const planned = plan(argument, scenario, options, io);
    if ("mistakes" in planned) return refused(io, planned.mistakes);
    if (!await canBeRead(planned, io)) return 2;
    return run(planned, options, io);
  });
}

function plan(source: string, scenario: Scenario, options: SweepOptions, io: Io): Planned | { readonly mistakes: readonly Mistake[] } {
  const { varied, mistakes } = parseVaried(options.vary, scenario);
  const runs = countOf("runs", options.runs, MOST_RUNS);
  const points = options.points === undefined ? USUAL_POINTS : countOf("points", options.points, MOST_SETTINGS);
  const place = options.out === undefined ? undefined : placeOf(options.out, io.cwd);
  const found: Mistake[] = [...mistakes, ...[runs, points, place, whyNoCharts(options.charts, io)].filter(isMistake)];
  if (options.points !== undefined && options.design === "grid") found.push({ code: "contradiction", message: "--points: a grid has as many points as its levels make", hint: "--design lhs" });
  if (options.design === "lhs" && varied.length === 0) found.push({ code: "contradiction", message: "--design lhs: nothing is varied", hint: "say what with --vary" });
  if (options.resume === true && options.out === undefined) found.push({ code: "contradiction", message: "--resume: only what is written with --out can be gone on with", hint: "give --out as before" });
  if (found.length > 0 || typeof runs !== "number" || typeof points !== "number" || isMistake(place)) return { mistakes: found };
  const design: Design = { kind: options.design, points };
  const count = settingCount(varied, design);
  const most = varied.some(({ key }) => key === undefined) ? MOST_READ : MOST_SETTINGS;
  if (count > most) return { mistakes: [{ code: "too-large", message: `the design has ${count} settings, and ${most} is the most`, hint: "fewer levels (a..b:n), or --design lhs --points N" }] };
  if (count * runs > MOST_RUNS) return { mistakes: [{ code: "too-large", message: `${count} settings of ${runs} runs are ${count * runs}, and ${MOST_RUNS} is the most`, hint: "fewer --runs, or fewer settings" }] };
  return { source, scenario, model: compileModel(scenario), runs, varied, settings: settingsOf(varied, design, `${scenario.hash}, ${points} points`), place };
}

// Settings that are more than numbers are read before any work, so that a mistake in the last of them does not come after hours.
async function canBeRead(planned: Planned, io: Io): Promise<boolean> {
  if (planned.varied.every(({ key }) => key !== undefined)) return true;
  const read = new Set<string>();
  for (const setting of planned.settings) {
    const text = overlayOf(planned.varied, setting)!;
    if (read.has(text)) continue;
    read.add(text);
    if (await openStudied(planned.source, io, [{ name: "--vary", text }]) === undefined) return false;
  }
  return true;
}

async function run(planned: Planned, options: SweepOptions, io: Io): Promise<ExitCode> {
  const { source, scenario, model, runs, varied, settings, place } = planned;
  const of: TableOf = {
    source, runs, version: io.version, model: model.hash, columns: measureColumns(model), expectations: judgedIn(model),
    pairs: scenario.crisis.map((pair) => pair.join("-")), varied: varied.map(({ path, key }) => ({ path, numeric: key !== undefined })),
  };
  const call = fingerprint(JSON.stringify([io.version, model.hash, source, runs, varied, settings, options.out]));
  const kept = place === undefined ? { kept: undefined } : keptAt(place, call, options.resume === true);
  if (isMistake(kept)) return refused(io, [kept]);
  const crew = crewOf(io, options.workers);
  if (isMistake(crew)) return refused(io, [crew]);

  const blocks = [...seedBlocks(runs)];
  const summaries: (Summary | undefined)[] = settings.map((_, i) => kept.kept?.summaries[i]);
  let done = kept.kept?.blocks ?? 0;
  const reached = (): Reached => ({ blocks: done, summaries });
  const runsIn = (count: number): number => Math.floor(count / blocks.length) * runs + blocks.slice(0, count % blocks.length).reduce((sum, block) => sum + block.count, 0);
  const progress = progressOf(io, settings.length * runs, "runs", runsIn(done));
  try {
    const rows = place && await openRows(place, of, call, kept.kept);
    let keptAtMs = performance.now();
    for await (const answer of answersInOrder(sweepBlock, { scenario, counted: settings.length > 1 ? TOLD_SIDE_BY_SIDE : undefined, rows: rows !== undefined }, tasksOf(planned, blocks, done, io), crew.crew)) {
      rows?.write(answer, settings[answer.setting]!);
      for (const buffer of sweepBlock.handsOver(answer)) buffer.transfer(0); // given back at once: rows are most of what a sweep holds
      const summary = summaries[answer.setting];
      if (summary === undefined) summaries[answer.setting] = answer.summary;
      else addSummary(summary, answer.summary);
      done++;
      if (rows !== undefined && performance.now() - keptAtMs > KEEP_EVERY_MS) {
        rows.keep(reached());
        keptAtMs = performance.now();
      }
      await progress.at(runsIn(done));
    }
    if (done === settings.length * blocks.length) rows?.finish();
    else {
      rows?.keep(reached());
      rows?.leave();
    }
  } catch (error) {
    await progress.clear();
    return refused(io, [whyNotWritten(options.out ?? "", error)]);
  } finally {
    crew.release();
  }
  await progress.clear();
  return tell(planned, of, summaries, done < settings.length * blocks.length, options, io);
}

function* tasksOf({ source, varied, settings }: Planned, blocks: readonly { readonly from: number; readonly count: number }[], done: number, io: Io): Generator<SweepTask> {
  let number = 0;
  for (const [setting, written] of settings.entries()) {
    let scenario: Scenario | undefined;
    for (const { from, count } of blocks) {
      if (number++ < done) continue;
      const text = overlayOf(varied, written);
      scenario ??= text === undefined ? undefined : reread(source, text, io);
      yield { setting, scenario, values: numbersOf(varied, written), from, count };
    }
  }
}

async function tell(planned: Planned, of: TableOf, summaries: readonly (Summary | undefined)[], stopped: boolean, options: SweepOptions, io: Io): Promise<ExitCode> {
  const { source, scenario, model, runs, varied, settings, place } = planned;
  const told = settings.flatMap((written, i) => (summaries[i] === undefined ? [] : [{ written, summary: summaries[i] }]));
  const shares = varied.length > 0 || stopped || told.length === 0 ? [] : sharesOf(scenario, of, told[0]!.summary);
  const report: SweepReport = {
    of: { scenario, source, version: io.version, model: model.hash }, runs, varied: varied.map(({ path }) => path), columns: of.columns, expectations: of.expectations, settings: told, inFull: settings.length === 1, shares,
  };
  if (told.length > 0) await writeLines(io, (await import("../report/sweep-text.ts")).renderSweep(report, presentationOf(io)));
  if (options.charts !== undefined && told.length > 0) {
    const mistake = await writeCharts(options.charts, (await import("../report/sweep-charts.ts")).sweepCharts(report), io);
    if (mistake !== undefined) return refused(io, [mistake]);
  }
  if (stopped) {
    const made = told.reduce((sum, { summary }) => sum + summary.runs, 0);
    await io.tell(`Interrupted after ${made} of ${settings.length * runs} runs.${place === undefined ? "" : " The same call with --resume goes on from here."}\n`);
    return 130;
  }
  const limited = told.some(({ summary }) => summary.limited > 0);
  for (const { expectation: { id }, holds } of shares) if (holds === false) await io.tell(`${source}: the share ${id} is not as required\n`);
  return limited || shares.some(({ holds }) => holds === false) ? 1 : 0;
}

function sharesOf({ expect }: Scenario, { expectations }: TableOf, { held, runs }: Summary): readonly ShareVerdict[] {
  return expect.flatMap((expectation): ShareVerdict[] => {
    if (expectation.kind !== "share") return [];
    const times = held[expectations.indexOf(expectation.of)]!;
    const holds = runs < expectation.runs ? undefined : times / runs >= expectation.atLeast && times / runs <= expectation.atMost;
    return [{ expectation, held: times, runs, holds }];
  });
}
