// A comparison as text for people: what differs under the same seeds, where it parts, and what it hangs on.

import { meanOf, pairedDifference, relativeRisk, wilson, type Estimate } from "../study/intervals.ts";
import { MEASURES } from "../study/measure-table.ts";
import type { Outcome, PairSummary } from "../study/pairs.ts";
import { momentsOf } from "../study/summary.ts";
import { RUNGS, rungOf } from "../terms/rungs.ts";
import { backfire, differenceIn, meanDifference, strikesAverted, type CompareReport, type PartedSeed } from "./compare-report.ts";
import { fitted, paint, ruled, wrapped, type Layout } from "./layout.ts";
import { ABOUT_INTERVALS, studyFoot, studyHead } from "./study-frame.ts";
import { estimateOf, interval, percent, shareText, valueOf } from "./study-words.ts";
import { TOLD_AS_RATIOS } from "./sweep-report.ts";
import { counted, rungText } from "./words.ts";

const LABEL = 26;

/** The lines of the report. */
export function renderComparison(report: CompareReport, layout: Layout): Iterable<string> {
  return fitted(linesOf(report, layout), layout);
}

function* linesOf(report: CompareReport, layout: Layout): Generator<string> {
  const { first, second, runs } = report;
  yield* studyHead(first, `A, against ${second.source}, B (model ${second.model}), both under seeds 1 to ${runs}`, layout);
  yield* wrapped(`A: ${first.scenario.title}. B: ${second.scenario.title}.`, layout.width);
  yield* differing(report, layout);
  yield* outcomes(report, layout);
  yield* worth(report, layout);
  yield* measures(report, layout);
  yield* parting(report, layout);
  yield* acrossRange(report, layout);
  yield* studyFoot(first, conclusion(report), layout);
}

function* differing({ differing: list, first, second }: CompareReport, layout: Layout): Generator<string> {
  if (list.length === 0) return;
  yield "";
  yield ruled("Assumptions that differ", layout);
  for (const { key, first: a, second: b } of list) {
    const ground = [first, second].map(({ scenario }) => scenario.assumptions.find((one) => one.key === key)?.ground ?? "not in force");
    yield* wrapped(`  ${key}: A ${a} (${ground[0]!}), B ${b} (${ground[1]!})`, layout.width, "    ");
  }
}

function* outcomes({ comparable, summary }: CompareReport, layout: Layout): Generator<string> {
  yield "";
  yield ruled("In how many runs, and A less B under the same seeds", layout);
  yield paint(`${"".padEnd(LABEL)} ${"A, %".padStart(6)} ${"B, %".padStart(6)}  ${"A less B, points".padEnd(20)} A over B`, "quiet", layout);
  const inHundred = (runs: number): string => ((100 * runs) / summary.pairs).toFixed(1);
  for (const [i, outcome] of comparable.outcomes.entries()) {
    const pairs = summary.outcomes[i]!;
    const [a, b] = [pairs.both + pairs.first, pairs.both + pairs.second];
    if (a + b === 0) continue;
    const risk = relativeRisk(pairs);
    const difference = pairedDifference(pairs)!;
    yield `  ${outcomeText(outcome).padEnd(LABEL - 2).slice(0, LABEL - 2)} ${inHundred(a).padStart(6)} ${inHundred(b).padStart(6)}  ${points(difference).padEnd(20)} ${risk === undefined ? "not defined" : `${risk.value.toFixed(2)} ${interval(risk, (end) => end.toFixed(2))}`}`;
  }
}

function outcomeText({ name, kind }: Outcome): string {
  return kind === "expectation" ? name : `${name === RUNGS.at(-1) ? "" : "from "}${rungText(rungOf(name))}`;
}

function points(estimate: Estimate): string {
  return `${signed(100 * estimate.value)} ${interval(estimate, (end) => signed(100 * end))}`;
}

function signed(number: number): string {
  const text = number.toFixed(1);
  return Number(text) > 0 ? `+${text}` : text.replace(/^-0\.0$/, "0.0");
}

// What the difference is worth, by the names of the field.
function* worth(report: CompareReport, layout: Layout): Generator<string> {
  const { summary } = report;
  yield "";
  yield ruled("What A is worth beside B", layout);
  yield* wrapped(`  ${"air strikes averted per 100 runs".padEnd(38)} ${perHundred(strikesAverted(report, summary))}`, layout.width);
  yield `  ${"backfire share: A goes higher".padEnd(38)} ${shareText(backfire(summary)).trim()}`;
  yield `  ${"seeds in which B goes higher".padEnd(38)} ${shareText(wilson(summary.better, summary.pairs)).trim()}`;
  yield `  ${"seeds with the same measures in both".padEnd(38)} ${shareText(wilson(summary.same, summary.pairs)).trim()}`;
  yield* wrapped("Higher is a higher rung of the crisis pairs at the worst moment; at the same rung, more air strikes.", layout.width);
}

function perHundred(estimate: Estimate | undefined): string {
  return estimate === undefined ? "one run tells nothing" : `${signed(estimate.value)} ${interval(estimate, signed)}`;
}

function* measures({ comparable: { columns }, summary }: CompareReport, layout: Layout): Generator<string> {
  yield "";
  yield ruled("Measures, means", layout);
  yield paint(`${"".padEnd(LABEL + 1)} ${"A".padStart(9)} ${"B".padStart(9)}  A less B, pair by pair`, "quiet", layout);
  for (const [i, { column, first, second, mayBeNever }] of columns.entries()) {
    const { unit, label, per } = MEASURES[column.measure];
    const difference = meanOf(momentsOf(summary.differences[i]!));
    if (per !== "run" || TOLD_AS_RATIOS.has(column.measure) || difference === undefined) continue;
    const least = mayBeNever ? 0 : Number.NEGATIVE_INFINITY;
    const mean = (histogram: ReadonlyMap<number, number>): string => {
      const found = meanOf(momentsOf(new Map(histogram), least));
      return found === undefined ? "never" : valueOf(found.value, unit);
    };
    yield `  ${label.padEnd(LABEL - 1).slice(0, LABEL - 1)} ${mean(summary.first.columns[first]!).padStart(9)} ${mean(summary.second.columns[second]!).padStart(9)}  ${estimateOf(difference, unit)}`;
  }
  if (columns.some(({ mayBeNever }) => mayBeNever)) yield* wrapped("What may never come is compared where it came in both runs of a pair.", layout.width);
}

function* parting({ parted, backfiring }: CompareReport, layout: Layout): Generator<string> {
  yield "";
  yield ruled("Where the two part most", layout);
  if (parted.length === 0) yield "In no seed do peak, strikes or time of force differ.";
  for (const seed of parted) yield* partedSeed(seed, layout);
  if (backfiring.length === 0) return;
  yield* wrapped("And where A goes furthest above B:", layout.width);
  for (const seed of backfiring) yield* partedSeed(seed, layout);
}

function* partedSeed({ seed, peaks, strikes, parts }: PartedSeed, { width }: Layout): Generator<string> {
  yield* wrapped(`  seed ${seed}: A ${rungText(peaks[0])}, ${counted(strikes[0], "air strike")}; B ${rungText(peaks[1])}, ${counted(strikes[1], "air strike")}.`, width, "    ");
  for (const part of parts) yield* wrapped(`    ${part}`, width, "      ");
}

function* acrossRange(report: CompareReport, layout: Layout): Generator<string> {
  yield "";
  yield ruled("Monte Carlo error, and the range over assumptions", layout);
  const { over, summary } = report;
  const now = differenceIn(report, summary, "limited-force");
  if (now !== undefined) yield* wrapped(`Monte Carlo error: with these seeds the difference at limited force or above is known to ${(50 * (now.high - now.low)).toFixed(1)} points either way.`, layout.width);
  if (over === undefined) {
    yield* wrapped("Range over assumptions: not run. --over <assumption> shows how far one of them moves the difference.", layout.width);
    return;
  }
  const { key, points: levels } = over;
  const last = levels.at(-1);
  if (last === undefined) {
    yield* wrapped(`Range over ${key}: stopped before its first level.`, layout.width);
    return;
  }
  yield paint(`${"".padEnd(14)} ${"from limited force, points".padEnd(26)} ${"strikes averted per 100".padEnd(25)} backfire`, "quiet", layout);
  for (const { written, summary: there } of levels) yield rangeLine(report, written, there);
  if (last.summary.pairs < summary.pairs) yield* wrapped(`Stopped: ${key} ${last.written} has ${last.summary.pairs} of ${summary.pairs} pairs of runs.`, layout.width);
  const reach = span(levels.map(({ summary: there }) => differenceIn(report, there, "limited-force")?.value ?? 0));
  yield* wrapped(`Range over ${key}, ground ${groundOf(report, key)}: from one level to another the difference at limited force or above goes from ${signed(100 * reach[0])} to ${signed(100 * reach[1])} points.`, layout.width);
}

function rangeLine(report: CompareReport, written: string, summary: PairSummary): string {
  const difference = differenceIn(report, summary, "limited-force");
  const share = backfire(summary);
  return `  ${written.padEnd(12)} ${(difference === undefined ? "" : points(difference)).padEnd(26)} ${perHundred(strikesAverted(report, summary)).padEnd(25)} ${share === undefined ? "" : percent(share.value).padStart(8)}`;
}

function groundOf({ first, second }: CompareReport, key: string): string {
  return [first, second].flatMap(({ scenario: { assumptions } }) => assumptions.filter((one) => one.key === key))[0]!.ground;
}

function span(numbers: readonly number[]): readonly [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

function conclusion(report: CompareReport): string {
  const strikes = meanDifference(report, report.summary, "strikes");
  const sure = strikes !== undefined && (strikes.low > 0 || strikes.high < 0);
  return `${ABOUT_INTERVALS} Both sides of a pair share their seed, so that what differs between them is what was changed and nothing else. `
    + `It may be concluded that inside this model, under these assumptions, A ${sure ? (strikes.value < 0 ? "goes with fewer air strikes than B" : "goes with more air strikes than B") : "and B are not told apart by air strikes with these seeds"}. `
    + "It may not be concluded what a line did or would do anywhere: the difference is as large as the assumptions that carry it, and the range over them is usually wider than the interval.";
}
