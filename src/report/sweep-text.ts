// A sweep as text for people: what held and how high it went with intervals, and how measures are spread, setting by setting.

import { meanOf, ratioOf, wilson } from "../study/intervals.ts";
import { MEASURES, RATIOS, type Column, type RatioName } from "../study/measure-table.ts";
import { canBeNever, ratioColumns } from "../study/replay.ts";
import { momentsOf, quantileOf, type Summary } from "../study/summary.ts";
import { hostilityLevel, RUNGS, VIOLENCE, violenceOf } from "../terms/rungs.ts";
import { fitted, paint, ruled, wrapped, type Layout } from "./layout.ts";
import { ABOUT_INTERVALS, studyFoot, studyHead } from "./study-frame.ts";
import { settingText, TOLD_AS_RATIOS, TOLD_SIDE_BY_SIDE, type SettingReport, type SweepReport } from "./sweep-report.ts";
import { bar, estimateOf, interval, percent, shareText, sparkline, valueOf } from "./study-words.ts";
import { counted, spaced } from "./words.ts";

const LABEL = 34;

/** The lines of the report. */
export function renderSweep(report: SweepReport, layout: Layout): Iterable<string> {
  return fitted(linesOf(report, layout), layout);
}

function* linesOf(report: SweepReport, layout: Layout): Generator<string> {
  const { of, runs, settings, varied } = report;
  const across = varied.length === 0 ? "" : `, ${counted(settings.length, "setting")} of ${varied.join(", ")}`;
  yield* studyHead(of, `seeds 1 to ${runs}${across}`, layout);
  if (report.inFull) for (const setting of settings) yield* inFull(report, setting, layout);
  else yield* sideBySide(report, layout);
  yield* shareLines(report, layout);
  yield* studyFoot(of, conclusion(report), layout);
}

function* inFull(report: SweepReport, { summary, written }: SettingReport, layout: Layout): Generator<string> {
  const { columns, expectations, varied } = report;
  if (varied.length > 0) yield* wrapped(`With ${settingText(varied, written)}.`, layout.width);
  if (summary.limited > 0) yield paint(`${counted(summary.limited, "run")} of ${summary.runs} stopped at a limit.`, "force", layout);
  if (expectations.length > 0) {
    yield "";
    yield ruled("What the author expected, and in how many runs it holds", layout);
    for (const [i, id] of expectations.entries()) yield shareLine(id, summary.held[i]!, summary.runs, layout);
    yield shareLine("all of them together", summary.allHeld, summary.runs, layout);
  }
  yield "";
  yield ruled("The highest rung of the crisis pairs", layout);
  const peaks = summary.columns[columns.findIndex(({ name }) => name === "peak")]!;
  for (const [rung, name] of RUNGS.entries()) if (peaks.has(rung)) yield shareLine(`${rung} ${spaced(name)}`, peaks.get(rung)!, summary.runs, layout);
  yield* wrapped(`As MID hostility levels, war never being inferred: ${classText(peaks, hostilityLevel, (level) => `level ${level}`, summary.runs)}.`, layout.width);
  yield* wrapped(`As ICB violence, full-scale war never being inferred and the classes being assumed (6 as minor, 7 and 8 as serious clashes): ${classText(peaks, violenceOf, (place) => VIOLENCE[place]!, summary.runs)}.`, layout.width);
  yield "";
  yield ruled("Measures", layout);
  yield paint(`${"".padEnd(LABEL)} ${"mean".padStart(8)} ${"10 %".padStart(8)} ${"median".padStart(8)} ${"90 %".padStart(8)}  spread`, "quiet", layout);
  for (const [i, column] of columns.entries()) if (!TOLD_AS_RATIOS.has(column.measure)) yield* measureLine(column, summary, i, layout);
  yield "";
  yield ruled("Rates and averages over all runs", layout);
  const ratios = ratioColumns(columns);
  for (const [i, name] of (Object.keys(RATIOS) as RatioName[]).entries()) yield ratioLine(name, summary, ratios[i]!, i, columns, layout);
}

// How often the peak falls into each class of another scale, the lowest class first.
function classText(peaks: ReadonlyMap<number, number>, classOf: (rung: number) => number, name: (place: number) => string, runs: number): string {
  const classes = Map.groupBy(peaks, ([rung]) => classOf(rung));
  return [...classes].toSorted(([a], [b]) => a - b).map(([place, those]) => `${name(place)} in ${percent(those.reduce((sum, [, times]) => sum + times, 0) / runs)}`).join(", ");
}

function shareLine(label: string, count: number, runs: number, { width }: Layout): string {
  const text = `  ${label.padEnd(LABEL - 2).slice(0, LABEL - 2)} ${shareText(wilson(count, runs)).padEnd(22)}`;
  return `${text} ${bar(count / runs, width - text.length - 1)}`.trimEnd();
}

// What is of a pair or a party stands under the measure of the whole run, by its name.
function* measureLine(column: Column, { columns, runs }: Summary, place: number, { width }: Layout): Generator<string> {
  const { unit, label, per } = MEASURES[column.measure];
  const histogram = columns[place]!;
  const least = canBeNever(column) ? 0 : Number.NEGATIVE_INFINITY;
  const moments = momentsOf(histogram, least);
  if (per !== "run" && moments.sum === 0) return;
  const name = (per === "run" ? `  ${label}` : `    ${column.of!}`).padEnd(LABEL).slice(0, LABEL);
  const mean = meanOf(moments);
  if (mean === undefined) {
    yield `${name} ${canBeNever(column) ? "never came" : "one run tells of no spread"}`;
    return;
  }
  const at = (share: number): string => valueOf(quantileOf(histogram, share, least)!, unit).padStart(8);
  const text = `${name} ${valueOf(mean.value, unit).padStart(8)} ${at(0.1)} ${at(0.5)} ${at(0.9)}  `;
  yield `${text}${sparkline(histogram, Math.max(4, width - text.length), least)}`.trimEnd();
  if (moments.count < runs) yield `${"".padEnd(LABEL)} came in ${shareText(wilson(moments.count, runs)).trim()}`;
}

function ratioLine(name: RatioName, { columns: histograms, products }: Summary, { part, whole }: ReturnType<typeof ratioColumns>[number], place: number, columns: readonly Column[], { width }: Layout): string {
  const { label, read } = RATIOS[name];
  const wholes = whole.map((column) => momentsOf(histograms[column]!));
  const together = wholes.reduce((sum, one) => ({ ...one, sum: sum.sum + one.sum }));
  const estimate = ratioOf(momentsOf(histograms[part]!), together, products[place]!);
  const shown = `  ${label}`.padEnd(LABEL + 4).slice(0, LABEL + 4);
  if (estimate === undefined) return `${shown} none to count`;
  if (read === "share") {
    const text = `${shown} ${shareText(estimate).padEnd(22)}`;
    return `${text} ${bar(estimate.value, width - text.length - 1)}`.trimEnd();
  }
  const { unit } = MEASURES[columns[part]!.measure];
  return unit === "minutes" ? `${shown} ${estimateOf(estimate, unit)}` : `${shown} ${estimate.value.toFixed(3)} ${interval(estimate, (end) => end.toFixed(3))}`;
}

// With many settings: an outcome at a time, a line a setting.
function* sideBySide(report: SweepReport, layout: Layout): Generator<string> {
  const { settings, expectations, columns, varied, runs } = report;
  const last = settings.at(-1)!;
  if (last.summary.runs < runs) yield* wrapped(`Stopped: ${settingText(varied, last.written)} has ${last.summary.runs} of ${runs} runs.`, layout.width);
  const limited = settings.reduce((sum, { summary }) => sum + summary.limited, 0);
  if (limited > 0) yield paint(`${counted(limited, "run")} stopped at a limit.`, "force", layout);
  const table = function* (title: string, count: (summary: Summary) => number): Generator<string> {
    yield "";
    yield ruled(title, layout);
    for (const { written, summary } of settings) yield shareLine(settingText(varied, written), count(summary), summary.runs, layout);
  };
  for (const [i, id] of expectations.entries()) yield* table(id, ({ held }) => held[i]!);
  const place = (name: string): number => columns.findIndex((column) => column.name === name);
  const peaks = (summary: Summary): ReadonlyMap<number, number> => summary.columns[place("peak")]!;
  for (const name of ["limited-force", "open-conflict"] as const) {
    const rung = RUNGS.indexOf(name);
    yield* table(`Some crisis pair reaches ${rung} ${spaced(name)}${rung < RUNGS.length - 1 ? " or above" : ""}`, (summary) => [...peaks(summary)].reduce((sum, [peak, times]) => (peak >= rung ? sum + times : sum), 0));
  }
  for (const name of TOLD_SIDE_BY_SIDE) {
    if (name === "peak") continue; // told by its rungs
    yield "";
    yield ruled(`${MEASURES[name].label}; mean, median and spread`, layout);
    for (const { written, summary } of settings) {
      const histogram = summary.columns[place(name)]!;
      const mean = meanOf(momentsOf(histogram));
      const { unit } = MEASURES[name];
      const text = `  ${settingText(varied, written).padEnd(LABEL - 2).slice(0, LABEL - 2)} ${(mean === undefined ? "one run" : estimateOf(mean, unit)).padEnd(22)} ${valueOf(quantileOf(histogram, 0.5) ?? 0, unit).padStart(8)}  `;
      yield `${text}${sparkline(histogram, Math.max(4, layout.width - text.length))}`.trimEnd();
    }
  }
}

function* shareLines({ shares }: SweepReport, layout: Layout): Generator<string> {
  if (shares.length === 0) return;
  yield "";
  yield ruled("Shares that the scenario requires of itself", layout);
  for (const { expectation, held, runs, holds } of shares) {
    const { id, of, atLeast, atMost } = expectation;
    if (holds === undefined) {
      yield* wrapped(`open   ${id}: asks for ${expectation.runs} runs`, layout.width, "       ");
      continue;
    }
    const text = `${holds ? "holds" : "FAILS"}  ${id}: ${of} in ${percent(held / runs)} of seeds 1 to ${runs}, required from ${percent(atLeast)} to ${percent(atMost)}`;
    const [first, ...rest] = wrapped(text, layout.width, "       ");
    yield paint(first!, holds ? "plain" : "force", layout);
    yield* rest;
  }
}

function conclusion({ varied, settings }: SweepReport): string {
  const range = varied.length === 0
    ? "Nothing was varied here; --vary shows how far the assumptions' ranges move these numbers."
    : `From one setting to another only ${varied.join(", ")} differs, under the same seeds: ${settings.length > 1 ? "what moves between lines is the assumption's doing, inside the model" : "compare it with other settings"}.`;
  return `${ABOUT_INTERVALS} ${range} It may be concluded how often this model, under these assumptions, does what is counted. It may not be concluded how often it happened or would happen.`;
}
