// What is kept of many runs: how many, what held, and for each measure how often each number came up.
// Knows counts of whole numbers; must not know what a measure is about, nor who ran what where.
// Invariant: summaries add up: of two halves and of the whole they are the same, in whichever order the runs came.
// So means, shares and quantiles are exact, and memory grows with the numbers that come up, not with the runs.

import { Growing } from "./growing.ts";

/** How often each whole number came up. */
export type Histogram = Map<number, number>;

/** A summary of runs; `held` counts, for each expectation judged in a single run, the runs in which it held. */
export interface Summary {
  runs: number;
  /** Runs that a limit ended. */
  limited: number;
  readonly held: number[];
  /** Runs in which every one of them held. */
  allHeld: number;
  readonly columns: readonly Histogram[];
  /** For each ratio the sums over runs of part * part, part * whole and whole * whole. */
  readonly products: readonly Products[];
}

/** Sums over runs: part * part, part * whole, whole * whole. */
export type Products = [part: number, both: number, whole: number];

/** Which columns a ratio divides. */
export interface RatioColumns { readonly part: number; readonly whole: readonly number[]; }

/** What is summed up of one run. */
export interface Run { readonly values: Int32Array; readonly held: readonly boolean[]; readonly limited: boolean; }

/** Sums up runs, stretch after stretch. */
export interface Summariser {
  readonly add: (run: Run) => void;
  /** The summary of the runs since the last time. */
  readonly take: () => Summary;
}

/**
 * Sums up runs with so many columns and expectations, and counts the numbers in the columns that are `counted`. These wait for the end of a
 * stretch and are counted column by column: to go through all histograms at every run takes longer than the counting.
 */
export function summariser(columns: number, expectations: number, counted: readonly number[], ratios: readonly RatioColumns[]): Summariser {
  const numbers = new Growing(Int32Array);
  let summary = emptySummary(columns, expectations, ratios.length);
  return {
    add: ({ values, held, limited }) => {
      summary.runs++;
      if (limited) summary.limited++;
      let all = true;
      for (let i = 0; i < held.length; i++) {
        if (held[i]!) summary.held[i]!++;
        else all = false;
      }
      if (all) summary.allHeld++;
      for (let i = 0; i < ratios.length; i++) addProducts(summary.products[i]!, values, ratios[i]!);
      numbers.add(values);
    },
    take: () => {
      const [rows, tally] = [numbers.take(), new Uint32Array(SMALL + 2)];
      for (const column of counted) countColumn(summary.columns[column]!, rows, column, columns, tally);
      const taken = summary;
      summary = emptySummary(columns, expectations, ratios.length);
      return taken;
    },
  };
}

function emptySummary(columns: number, expectations: number, ratios: number): Summary {
  return {
    runs: 0, limited: 0, allHeld: 0,
    held: new Array<number>(expectations).fill(0),
    columns: Array.from({ length: columns }, () => new Map<number, number>()),
    products: Array.from({ length: ratios }, (): Products => [0, 0, 0]),
  };
}

function addProducts(products: Products, values: Int32Array, { part: divided, whole: by }: RatioColumns): void {
  const part = values[divided]!;
  let whole = 0;
  for (let i = 0; i < by.length; i++) whole += values[by[i]!]!;
  products[0] += part * part;
  products[1] += part * whole;
  products[2] += whole * whole;
}

/** Numbers from -1 up to here are counted in a list first: most measures are small numbers that come up again and again. */
const SMALL = 1024;

function countColumn(histogram: Histogram, rows: Int32Array, column: number, columns: number, tally: Uint32Array): void {
  let largest = -1;
  for (let i = column; i < rows.length; i += columns) {
    const value = rows[i]!;
    if (value < -1 || value > SMALL) {
      count(histogram, value, 1);
      continue;
    }
    tally[value + 1]!++;
    if (value > largest) largest = value;
  }
  for (let value = -1; value <= largest; value++) if (tally[value + 1]! > 0) count(histogram, value, tally[value + 1]!);
  tally.fill(0, 0, largest + 2);
}

/** Adds the runs of another summary of the same shape. */
export function addSummary(summary: Summary, other: Summary): void {
  summary.runs += other.runs;
  summary.limited += other.limited;
  summary.allHeld += other.allHeld;
  other.held.forEach((times, i) => { summary.held[i]! += times; });
  other.columns.forEach((histogram, i) => addHistogram(summary.columns[i]!, histogram));
  other.products.forEach((products, i) => products.forEach((product, j) => { summary.products[i]![j]! += product; }));
}

/** Counts a number, a number of times. */
export function count(histogram: Histogram, value: number, times: number): void {
  histogram.set(value, (histogram.get(value) ?? 0) + times);
}

/** Adds what another histogram has counted. */
export function addHistogram(histogram: Histogram, other: Histogram): void {
  for (const [value, times] of other) count(histogram, value, times);
}

/** The numbers that came up, ascending, with how often; only those from `least` on. */
export function sorted(histogram: Histogram, least = Number.NEGATIVE_INFINITY): readonly (readonly [value: number, times: number])[] {
  return [...histogram].filter(([value]) => value >= least).sort(([a], [b]) => a - b);
}

/** How many, their sum and the sum of their squares. */
export interface Moments { readonly count: number; readonly sum: number; readonly squares: number; }

/** The moments of the numbers from `least` on. */
export function momentsOf(histogram: Histogram, least = Number.NEGATIVE_INFINITY): Moments {
  let [total, sum, squares] = [0, 0, 0];
  for (const [value, times] of histogram) {
    if (value < least) continue;
    total += times;
    sum += value * times;
    squares += value * value * times;
  }
  return { count: total, sum, squares };
}

/** The smallest number that at least this share of those from `least` on does not exceed; undefined where there are none. */
export function quantileOf(histogram: Histogram, share: number, least = Number.NEGATIVE_INFINITY): number | undefined {
  const numbers = sorted(histogram, least);
  const total = numbers.reduce((sum, [, times]) => sum + times, 0);
  let seen = 0;
  for (const [value, times] of numbers) {
    seen += times;
    if (seen >= share * total) return value;
  }
  return undefined;
}
