// Many seeds, many settings: what holds how often, how high it goes, and how the measures are spread.

import type { StudyOf } from "../report/study-frame.ts";
import { settingText, TOLD_SIDE_BY_SIDE, type ShareVerdict, type SweepReport } from "../report/sweep-report.ts";
import type { SweepRowsOf } from "../report/sweep-table.ts";
import { runsOf, type RunsOf } from "../report/tables.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { settingBlocks, type SettingStretch, type SweepAnswer, type SweepTask } from "../study/blocks.ts";
import { addSummary, type Summary } from "../study/summary.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { carryOut, type CarriedOut, type StudyOptions } from "./study/carry-out.ts";
import { whyNoCharts, writeCharts } from "./study/charts-on-disk.ts";
import { SWEEP } from "./study/kinds.ts";
import { countOf, isMistake, MOST_RUNS, openStudied, reread } from "./study/opening.ts";
import { placeOf, type Place } from "./study/rows-on-disk.ts";
import { numbersOf, overlayOf, parseVaried, settingCount, settingsOf, type Design, type Setting, type Varied } from "./study/vary.ts";

/** What `sweep` was asked for, as written in the call. */
export interface SweepOptions extends StudyOptions {
  readonly runs: string;
  readonly vary: readonly string[];
  readonly design: Design["kind"];
  readonly points?: string;
  readonly coverage?: boolean;
}

const MOST_SETTINGS = 10_000;
/** Settings that are more than numbers of assumptions are read as files are, one by one. */
const MOST_READ = 200;
const USUAL_POINTS = 20;

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
  const place = placeOf(options, io.cwd);
  const found: Mistake[] = [...mistakes, ...[runs, points, place, whyNoCharts(options.charts, io)].filter(isMistake)];
  if (options.points !== undefined && options.design === "grid") found.push({ code: "contradiction", message: "--points: a grid has as many points as its levels make", hint: "--design lhs" });
  if (options.design === "lhs" && varied.length === 0) found.push({ code: "contradiction", message: "--design lhs: nothing is varied", hint: "say what with --vary" });
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
    const scenario = await openStudied(planned.source, io, [{ name: "--vary", text }]);
    if (scenario === undefined) return false;
    if (toldOf(scenario) === toldOf(planned.scenario)) continue;
    await refused(io, [{ code: "bad-values", message: `--vary: with ${settingText(planned.varied.map(({ path }) => path), setting)} other things are measured or expected`, hint: "a sweep lays the same columns side by side; compare takes two scenarios that differ in them" }]);
    return false;
  }
  return true;
}

// What a run of it is told by.
function toldOf(scenario: Scenario): string {
  return JSON.stringify([Object.keys(scenario.parties), scenario.crisis, scenario.expect.map(({ id, kind }) => [id, kind === "share"])]);
}

async function run(planned: Planned, options: SweepOptions, io: Io): Promise<ExitCode> {
  const { source, scenario, model, runs, varied, settings, place } = planned;
  const study: StudyOf = { scenario, source, version: io.version, model: model.hash };
  const of: SweepRowsOf = { ...runsOf(study, model), runs, varied: varied.map(({ path, key }) => ({ path, numeric: key !== undefined })), settings };
  const stretches = [...settingBlocks(settings.length, runs)];
  const done = await carryOut({
    kind: SWEEP, shared: { scenario, counted: settings.length > 1 ? TOLD_SIDE_BY_SIDE : undefined }, of, place,
    tasksAfter: (from) => tasksOf(planned, stretches.slice(from), io),
    sizes: stretches.map((parts) => parts.reduce((sum, { count }) => sum + count, 0)), counted: "runs",
    found: settings.map((): Summary | undefined => undefined), add: addAnswer,
  }, options, io);
  return isMistake(done) ? refused(io, [done]) : tell(planned, of, done, options, io);
}

// Settings that are more than numbers are read again as their turn comes, so that few are held at once.
function* tasksOf({ source, varied, settings }: Planned, stretches: readonly SettingStretch[], io: Io): Generator<SweepTask> {
  let read: { readonly setting: number; readonly scenario: Scenario | undefined } | undefined;
  const scenarioOf = (setting: number): Scenario | undefined => {
    if (read?.setting !== setting) {
      const text = overlayOf(varied, settings[setting]!);
      read = { setting, scenario: text === undefined ? undefined : reread(source, text, io) };
    }
    return read.scenario;
  };
  for (const parts of stretches) yield parts.map((part) => ({ ...part, scenario: scenarioOf(part.setting), values: numbersOf(varied, settings[part.setting]!) }));
}

function addAnswer(summaries: (Summary | undefined)[], answer: SweepAnswer): void {
  for (const { setting, summary } of answer) {
    const before = summaries[setting];
    if (before === undefined) summaries[setting] = summary;
    else addSummary(before, summary);
  }
}

async function tell(planned: Planned, { columns, expectations }: RunsOf, { found, stopped }: CarriedOut<readonly (Summary | undefined)[]>, options: SweepOptions, io: Io): Promise<ExitCode> {
  const { source, scenario, model, varied, settings } = planned;
  const told = settings.flatMap((written, i) => (found[i] === undefined ? [] : [{ written, summary: found[i] }]));
  const shares = varied.length > 0 || stopped !== undefined || told.length === 0 ? [] : sharesOf(scenario, expectations, told[0]!.summary);
  const report: SweepReport = {
    of: { scenario, source, version: io.version, model: model.hash }, runs: told[0]?.summary.runs ?? 0, varied: varied.map(({ path }) => path), columns, expectations, settings: told, inFull: settings.length === 1, shares,
  };
  if (told.length > 0) await writeLines(io, (await import("../report/sweep-text.ts")).renderSweep(report, presentationOf(io)));
  if (options.charts !== undefined && told.length > 0) {
    const mistake = await writeCharts(options.charts, (await import("../report/sweep-charts.ts")).sweepCharts(report), io);
    if (mistake !== undefined) return refused(io, [mistake]);
  }
  if (stopped !== undefined) {
    await io.tell(stopped);
    return 130;
  }
  const limited = told.some(({ summary }) => summary.limited > 0);
  for (const { expectation: { id }, holds } of shares) if (holds === false) await io.tell(`${source}: the share ${id} is not as required\n`);
  return limited || shares.some(({ holds }) => holds === false) ? 1 : 0;
}

function sharesOf({ expect }: Scenario, expectations: readonly string[], { held, runs }: Summary): readonly ShareVerdict[] {
  return expect.flatMap((expectation): ShareVerdict[] => {
    if (expectation.kind !== "share") return [];
    const times = held[expectations.indexOf(expectation.of)]!;
    const holds = runs < expectation.runs ? undefined : times / runs >= expectation.atLeast && times / runs <= expectation.atMost;
    return [{ expectation, held: times, runs, holds }];
  });
}
