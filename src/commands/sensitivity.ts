// Which assumptions an outcome hangs on, inside their declared ranges, and how much is left to chance.

import type { SensitivityReport } from "../report/sensitivity-report.ts";
import type { StudyOf } from "../report/study-frame.ts";
import { percent, valueOf } from "../report/study-words.ts";
import { runsOf } from "../report/tables.ts";
import { nearMiss } from "../scenario/diagnostics.ts";
import { isNumeric } from "../scenario/substitute.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { blockSize } from "../study/blocks.ts";
import { drawsOf } from "../study/designs.ts";
import { MEASURES } from "../study/measure-table.ts";
import { measureColumns } from "../study/measures.ts";
import { canBeNever, judgedIn } from "../study/replay.ts";
import { partsOf, pointTasks, type Asked, type Factor } from "../study/sensitivity.ts";
import { saltelliSample, sobolIndices } from "../study/sobol.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { carryOut, type StudyOptions } from "./study/carry-out.ts";
import { whyNoCharts, writeCharts } from "./study/charts-on-disk.ts";
import { SENSITIVITY } from "./study/kinds.ts";
import { countOf, isMistake, MOST_RUNS, openStudied } from "./study/opening.ts";
import { placeOf, type Place } from "./study/rows-on-disk.ts";

/** What `sensitivity` was asked for, as written in the call. */
export interface SensitivityOptions extends StudyOptions {
  readonly outcome: string;
  readonly of: readonly string[];
  readonly base: string;
  readonly seeds: string;
}

const MOST_BASE = 100_000;
/** Chance inside a point shows in two seeds or more. */
const FEWEST_SEEDS = 2;

interface Planned {
  readonly source: string;
  readonly scenario: Scenario;
  readonly model: Model;
  readonly asked: Asked;
  readonly factors: readonly Factor[];
  readonly base: number;
  readonly seeds: number;
  readonly place: Place | undefined;
}

/** Runs the sample and writes the report. */
export async function sensitivity(argument: string, options: SensitivityOptions, io: Io, call: Call): Promise<ExitCode> {
  const doing: Doing = { scenario: argument };
  return guarded(io, call, doing, async () => {
    const scenario = await openStudied(argument, io);
    if (scenario === undefined) return 2;
    const planned = plan(argument, scenario, options, io);
    return "mistakes" in planned ? refused(io, planned.mistakes) : run(planned, options, io);
  });
}

function plan(source: string, scenario: Scenario, options: SensitivityOptions, io: Io): Planned | { readonly mistakes: readonly Mistake[] } {
  const model = compileModel(scenario);
  const asked = askedOf(options.outcome, model);
  const base = countOf("base", options.base, MOST_BASE);
  const seeds = countOf("seeds", options.seeds, MOST_RUNS);
  const { factors, mistakes } = factorsOf(scenario, options.of);
  const place = placeOf(options, io.cwd);
  const found = [asked, base, seeds, place, whyNoCharts(options.charts, io), ...mistakes].filter(isMistake);
  if (seeds === 1) found.push({ code: "bad-number", message: "--seeds 1: one seed at a point says nothing of chance", hint: `at least ${FEWEST_SEEDS}` });
  if (found.length > 0 || isMistake(asked) || isMistake(place) || typeof base !== "number" || typeof seeds !== "number") return { mistakes: found };
  const runs = base * (factors.length + 3) * seeds;
  if (runs > MOST_RUNS) return { mistakes: [{ code: "too-large", message: `${base} base rows, ${factors.length} assumptions and ${seeds} seeds are ${runs} runs, and ${MOST_RUNS} is the most`, hint: "fewer --base rows or --seeds, or some assumptions with --of" }] };
  return { source, scenario, model, asked, factors, base, seeds, place };
}

function askedOf(outcome: string, model: Model): Asked | Mistake {
  const expectation = judgedIn(model).indexOf(outcome);
  if (expectation !== -1) return { of: "expectation", place: expectation, mayBeNever: false };
  const columns = measureColumns(model);
  const place = columns.findIndex(({ name }) => name === outcome);
  if (place !== -1) return { of: "measure", place, mayBeNever: canBeNever(columns[place]!) };
  const known = [...judgedIn(model), ...columns.map(({ name }) => name)];
  return { code: "unknown-outcome", message: `--outcome ${outcome}: no expectation of one run and no measure is called so`, hint: nearMiss(outcome, known, "there are")() };
}

// The assumptions with a declared range that has a width, or those of them that are named.
function factorsOf({ assumptions }: Scenario, only: readonly string[]): { readonly factors: readonly Factor[]; readonly mistakes: readonly Mistake[] } {
  const all = assumptions.flatMap((assumption): readonly Factor[] => {
    const { key, range, value } = assumption;
    return range !== undefined && range[0] < range[1] && isNumeric(assumption) ? [{ key, range, whole: value.kind === "count" }] : [];
  });
  const keys = all.map(({ key }) => key);
  const strangers = only.filter((key) => !keys.includes(key));
  const mistakes = strangers.map((key): Mistake => ({ code: "unknown-path", message: `--of ${key}: no assumption with a declared range is called so`, hint: nearMiss(key, keys, "with a range")() }));
  if (all.length === 0) mistakes.push({ code: "no-values", message: "no assumption of this scenario declares a range", hint: "give some of them a range, [low, high]" });
  return { factors: only.length === 0 ? all : all.filter(({ key }) => only.includes(key)), mistakes };
}

async function run(planned: Planned, options: SensitivityOptions, io: Io): Promise<ExitCode> {
  const { source, scenario, model, asked, factors, base, seeds, place } = planned;
  const { outcome } = options;
  const key = `${scenario.hash}, ${outcome}, ${factors.map((factor) => factor.key).join(" ")}`;
  const sample = saltelliSample(base, factors.length + 1, drawsOf(key));
  const study: StudyOf = { scenario, source, version: io.version, model: model.hash };
  const tasks = [...pointTasks(sample, Math.ceil(blockSize(sample.points.length * seeds) / seeds))];
  const done = await carryOut({
    kind: SENSITIVITY, shared: { scenario, factors, asked, seeds }, of: { ...runsOf(study, model), outcome, factors, base, seeds }, place,
    tasksAfter: (from) => tasks.slice(from), sizes: tasks.map(({ points }) => points.length), counted: "points",
    found: { sums: new Float64Array(sample.points.length), squares: new Float64Array(sample.points.length) },
    add: (found, answer, task) => {
      found.sums.set(answer.sums, tasks[task]!.from);
      found.squares.set(answer.squares, tasks[task]!.from);
    },
  }, options, io);
  if (isMistake(done)) return refused(io, [done]);
  const { found: { sums, squares }, stopped } = done;
  if (stopped !== undefined) {
    await io.tell(`An index needs all points, so there is nothing to report yet. ${stopped}`);
    return 130;
  }
  const indices = sobolIndices(sample, sums.map((sum) => sum / seeds), key);
  const parts = partsOf(sample, sums, squares, seeds);
  const report: SensitivityReport = {
    of: study, outcome, factors, base, seeds, parts, indices,
    mean: asked.of === "expectation" ? `holds in ${percent(parts.mean)} of runs` : valueOf(parts.mean, MEASURES[measureColumns(model)[asked.place]!.measure].unit),
  };
  const { renderSensitivity, sensitivityCharts } = await import("../report/sensitivity-report.ts");
  await writeLines(io, renderSensitivity(report, presentationOf(io)));
  const mistake = options.charts === undefined ? undefined : await writeCharts(options.charts, sensitivityCharts(report), io);
  return mistake === undefined ? 0 : refused(io, [mistake]);
}
