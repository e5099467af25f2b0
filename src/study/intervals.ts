// Estimates with their intervals at 95 %: shares, means, ratios, and differences between two runs of one seed.
// Knows counts and sums; must not know what they count.
// Invariant: every interval is about the seeds alone (Monte Carlo error); what is assumed moves estimates in ways no interval here shows.
// Sources: Wilson 1927 for shares; Newcombe 1998 (Statistics in Medicine 17, 2635-2650, method 10) for paired differences of
// shares; Nam and Blackwelder 2002 (Statistics in Medicine 21, 689-699, their Wald form) for paired relative risks.

import type { Moments } from "./summary.ts";

/** An estimate and the ends of its interval. */
export interface Estimate { readonly value: number; readonly low: number; readonly high: number; }

/** The normal quantile for 95 %. */
const Z = 1.959963984540054;

/** A share of runs, by Wilson's score; undefined of no runs. */
export function wilson(count: number, runs: number): Estimate | undefined {
  if (runs === 0) return undefined;
  const value = count / runs;
  const middle = (value + Z * Z / (2 * runs)) / (1 + Z * Z / runs);
  const half = (Z * Math.sqrt(value * (1 - value) / runs + Z * Z / (4 * runs * runs))) / (1 + Z * Z / runs);
  return { value, low: count === 0 ? 0 : Math.max(0, middle - half), high: count === runs ? 1 : Math.min(1, middle + half) };
}

/** A mean, by the normal approximation; undefined of fewer than two. */
export function meanOf({ count, sum, squares }: Moments): Estimate | undefined {
  if (count < 2) return undefined;
  const value = sum / count;
  const variance = Math.max(0, (squares - sum * value) / (count - 1));
  const half = Z * Math.sqrt(variance / count);
  return { value, low: value - half, high: value + half };
}

/** One sum divided by another over the same runs, by the delta method; undefined where there is nothing to divide by. */
export function ratioOf(part: Moments, whole: Moments, [partSquares, both, wholeSquares]: readonly [number, number, number]): Estimate | undefined {
  const { count } = part;
  if (whole.sum === 0 || count < 2) return undefined;
  const value = part.sum / whole.sum;
  // The variance of part less value times whole has mean 0, so that sums of products are all it takes.
  const variance = Math.max(0, partSquares - 2 * value * both + value * value * wholeSquares) / (count - 1);
  const half = (Z * Math.sqrt(variance * count)) / whole.sum;
  return { value, low: value - half, high: value + half };
}

/** How two runs of one seed agree on something that holds or does not. */
export interface Pairs { readonly both: number; readonly first: number; readonly second: number; readonly neither: number; }

/** The share of the first less the share of the second; undefined of no pairs. */
export function pairedDifference({ both, first, second, neither }: Pairs): Estimate | undefined {
  const n = both + first + second + neither;
  const [a, b] = [wilson(both + first, n), wilson(both + second, n)];
  if (a === undefined || b === undefined) return undefined;
  const spread = (both + first) * (second + neither) * (both + second) * (first + neither);
  const agreement = both * neither - first * second;
  const corrected = agreement > 0 ? Math.max(0, agreement - n / 2) : agreement;
  const phi = spread === 0 ? 0 : corrected / Math.sqrt(spread);
  const value = (first - second) / n;
  const below = added(a.value - a.low, b.high - b.value, phi);
  const above = added(a.high - a.value, b.value - b.low, phi);
  return { value, low: Math.max(-1, value - below), high: Math.min(1, value + above) };
}

function added(one: number, other: number, phi: number): number {
  return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
}

/** The share of the first over the share of the second; undefined where either never comes about. */
export function relativeRisk({ both, first, second }: Pairs): Estimate | undefined {
  const [a, b] = [both + first, both + second];
  if (a === 0 || b === 0) return undefined;
  const value = a / b;
  const half = Z * Math.sqrt((first + second) / (a * b));
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}
