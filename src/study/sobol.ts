// How much of an outcome's variance comes from each factor: Sobol indices of first and total order, with bootstrap intervals.
// Knows factors as columns of the unit cube and the outcome as numbers; must not know what either stands for.
// Invariant: everything follows from the points, the outcome and the key; the resampling draws nothing else.
// Sources: Saltelli et al. 2010 (Computer Physics Communications 181, 259-270) for the sampling and the first order, Jansen 1999
// (ibid. 117, 35-43) for the total order. A seed is one more factor: its total index is what the others leave to chance,
// and rows that differ in another factor share it (Iooss and Ribatet 2009, Reliability Engineering & System Safety 94, 1194-1204).

import { drawsOf, type Draws } from "./designs.ts";

/** Points of which the outcome is wanted: `base` rows of A, then as many of B, then for each factor A with its column from B. */
export interface SaltelliSample { readonly base: number; readonly factors: number; readonly points: readonly Float64Array[]; }

/** The sample for a number of base rows; plain Monte Carlo, so that rows are independent and can be resampled. */
export function saltelliSample(base: number, factors: number, draws: Draws): SaltelliSample {
  const matrix = (offset: number): readonly Float64Array[] =>
    Array.from({ length: base }, (_, row) => Float64Array.from({ length: factors }, (_factor, factor) => draws(row, offset + factor)));
  const [a, b] = [matrix(0), matrix(factors)];
  const mixed = Array.from({ length: factors }, (_, factor) => a.map((row, i) => row.with(factor, b[i]![factor]!)));
  return { base, factors, points: [...a, ...b, ...mixed.flat()] };
}

/** An index with its interval. */
export interface Index { readonly value: number; readonly low: number; readonly high: number; }

/** What a sample says: the outcome's mean and variance, and the indices of each factor. */
export interface SobolIndices {
  readonly mean: number;
  readonly variance: number;
  readonly first: readonly Index[];
  readonly total: readonly Index[];
}

const RESAMPLES = 500;

/** The indices, from the outcome at each point of the sample; all 0 where it never varies. */
export function sobolIndices({ base, factors }: SaltelliSample, outcome: ArrayLike<number>, key: string): SobolIndices {
  const rows = Array.from({ length: base }, (_, i) => i);
  const found = estimate(rows, base, factors, outcome);
  const draws = drawsOf(`${key}, bootstrap`);
  const resampled = Array.from({ length: RESAMPLES }, (_, b) => estimate(rows.map((row) => Math.floor(draws(row, b) * base)), base, factors, outcome));
  const withInterval = (order: "first" | "total", factor: number): Index => {
    const values = resampled.map((each) => each[order][factor]!).sort((one, other) => one - other);
    return { value: found[order][factor]!, low: values[Math.floor(0.025 * RESAMPLES)]!, high: values[Math.ceil(0.975 * RESAMPLES) - 1]! };
  };
  const each = (order: "first" | "total"): readonly Index[] => Array.from({ length: factors }, (_, factor) => withInterval(order, factor));
  return { mean: found.mean, variance: found.variance, first: each("first"), total: each("total") };
}

interface Estimated { readonly mean: number; readonly variance: number; readonly first: readonly number[]; readonly total: readonly number[]; }

function estimate(rows: readonly number[], base: number, factors: number, outcome: ArrayLike<number>): Estimated {
  let [sum, squares] = [0, 0];
  for (const row of rows) {
    for (const y of [outcome[row]!, outcome[base + row]!]) {
      sum += y;
      squares += y * y;
    }
  }
  const mean = sum / (2 * base);
  const variance = Math.max(0, squares / (2 * base) - mean * mean);
  const first: number[] = [];
  const total: number[] = [];
  for (let factor = 0; factor < factors; factor++) {
    let [product, distance] = [0, 0];
    for (const row of rows) {
      const [a, b, mixed] = [outcome[row]! - mean, outcome[base + row]! - mean, outcome[(2 + factor) * base + row]! - mean];
      product += b * (mixed - a);
      distance += (a - mixed) ** 2;
    }
    first.push(variance === 0 ? 0 : product / base / variance);
    total.push(variance === 0 ? 0 : distance / (2 * base) / variance);
  }
  return { mean, variance, first, total };
}
