// The estimate of something rare from independent repetitions: its value, its interval, and what it hangs on.
// Knows what repetitions came to; must not know how they were made, nor words.
// Invariant: the same repetitions in the same order give the same estimate; an interval is about the seeds alone.
// Student's t over the repetitions, since these are few; the quantile is the one for their number.

import { isNumeric, numberOf } from "../scenario/substitute.ts";
import type { Assumption, Scenario } from "../scenario/scenario.ts";
import type { Estimate } from "./intervals.ts";
import { estimateOf, type SplittingAnswer } from "./splitting.ts";

/** Repetitions of an estimate: enough for an interval, few enough that each can be large. */
export const REPETITIONS = 16;
/** The quantile of Student's t for 95 % and 15 degrees of freedom. */
const T = 2.131;

/** An estimate over repetitions. `shares` are those of all runs begun on each level; `below` bounds it where nothing was seen. */
export interface RareEstimate { readonly estimate: Estimate; readonly shares: readonly number[]; readonly below: number | undefined; }

/** The estimate that repetitions of one setting come to; there must be REPETITIONS of them. */
export function rareOf(answers: readonly SplittingAnswer[]): RareEstimate {
  const estimates = answers.map(estimateOf);
  const value = meanOf(estimates);
  const variance = estimates.reduce((sum, one) => sum + (one - value) ** 2, 0) / (estimates.length - 1);
  const half = T * Math.sqrt(variance / estimates.length);
  const shares = answers[0]!.reached.map((_, level) => meanOf(answers.map(({ reached, runs }) => reached[level]! / runs)));
  return { estimate: { value, low: Math.max(0, value - half), high: Math.min(1, value + half) }, shares, below: value > 0 ? undefined : boundOf(answers) };
}

/** The mean of the estimates of repetitions, for settings of which no interval is wanted. */
export function meanEstimate(answers: readonly SplittingAnswer[]): number {
  return meanOf(answers.map(estimateOf));
}

/** Settings at the ends of the ranges that assumptions declare, one at a time. */
export function endsOf({ assumptions }: Scenario): readonly (readonly [key: string, number: number])[] {
  const ranged = (assumption: Assumption): assumption is Assumption & { readonly range: readonly [number, number] } => assumption.range !== undefined && isNumeric(assumption);
  return assumptions.filter(ranged).flatMap((assumption) => assumption.range.filter((end) => end !== numberOf(assumption)).map((end) => [assumption.key, end] as const));
}

// The rule of three (Hanley and Lippman-Hand 1983) for the first level that nothing passed, times what came to it.
function boundOf(answers: readonly SplittingAnswer[]): number {
  const { runs, reached } = answers[0]!;
  let came = 1;
  for (let level = 0; level < reached.length; level++) {
    const share = meanOf(answers.map((answer) => answer.reached[level]! / runs));
    if (share === 0) return Math.min(1, came * (3 / (runs * answers.length)));
    came *= share;
  }
  return came;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
