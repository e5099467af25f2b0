// What a comparison of two scenarios has to report, and the few numbers by which it is known.

import { meanOf, pairedDifference, wilson, type Estimate } from "../study/intervals.ts";
import type { Comparable, PairSummary } from "../study/pairs.ts";
import type { MeasureName } from "../study/measure-table.ts";
import { momentsOf } from "../study/summary.ts";
import type { StudyOf } from "./study-frame.ts";

/** One seed whose two runs part far: what they came to, and where they part, in words. */
export interface PartedSeed {
  readonly seed: number;
  readonly peaks: readonly [number, number];
  readonly strikes: readonly [number, number];
  readonly parts: readonly string[];
}

/** A comparison. */
export interface CompareReport {
  readonly first: StudyOf;
  readonly second: StudyOf;
  readonly runs: number;
  readonly comparable: Comparable;
  /** With every assumption as written. */
  readonly summary: PairSummary;
  readonly parted: readonly PartedSeed[];
  /** Seeds in which the first goes furthest above the second, if they are not among those already. */
  readonly backfiring: readonly PartedSeed[];
  /** Across the range of an assumption; `held` on one side or on both. */
  readonly over: { readonly key: string; readonly points: readonly { readonly written: string; readonly summary: PairSummary }[] } | undefined;
  /** Assumptions whose values differ, as text on either side. */
  readonly differing: readonly { readonly key: string; readonly first: string; readonly second: string }[];
}

/** The difference in a share, the first less the second. */
export function differenceIn({ comparable: { outcomes } }: Pick<CompareReport, "comparable">, summary: PairSummary, name: string): Estimate | undefined {
  const place = outcomes.findIndex((outcome) => outcome.name === name);
  return place === -1 ? undefined : pairedDifference(summary.outcomes[place]!);
}

/** The mean difference in a measure, the first less the second. */
export function meanDifference({ comparable: { columns } }: Pick<CompareReport, "comparable">, summary: PairSummary, name: MeasureName): Estimate | undefined {
  return meanOf(momentsOf(summary.differences[columns.findIndex(({ column }) => column.name === name)]!));
}

/** Strikes that the first averts, in a hundred runs. */
export function strikesAverted(report: Pick<CompareReport, "comparable">, summary: PairSummary): Estimate | undefined {
  const mean = meanDifference(report, summary, "strikes");
  return mean && { value: 0 - 100 * mean.value, low: -100 * mean.high, high: -100 * mean.low };
}

/** The share of seeds in which the first went higher, or as high with more strikes. */
export function backfire({ worse, pairs }: PairSummary): Estimate | undefined {
  return wilson(worse, pairs);
}
