// What is kept of many runs: how many, what held, and for each measure how often each number came up.
// Knows counts of whole numbers; must not know what a measure is about, nor who ran what where.
// Invariant: summaries add up: of two halves and of the whole they are the same, in whichever order the runs came.
// So means, shares and quantiles are exact, and memory grows with the numbers that come up, not with the runs.

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

/** A summary of no runs. */
export function emptySummary(columns: number, expectations: number, ratios: number): Summary {
  return {
    runs: 0, limited: 0, allHeld: 0,
    held: new Array<number>(expectations).fill(0),
    columns: Array.from({ length: columns }, () => new Map<number, number>()),
    products: Array.from({ length: ratios }, (): Products => [0, 0, 0]),
  };
}

/** Adds one run: its measures in the columns that are counted, what held in it, and whether a limit ended it. */
export function addRun(summary: Summary, { values, held, limited }: Run, counted: readonly number[], ratios: readonly RatioColumns[]): void {
  summary.runs++;
  if (limited) summary.limited++;
  let all = true;
  for (let i = 0; i < held.length; i++) {
    if (held[i]!) summary.held[i]!++;
    else all = false;
  }
  if (all) summary.allHeld++;
  for (const column of counted) count(summary.columns[column]!, values[column]!, 1);
  for (let i = 0; i < ratios.length; i++) {
    const part = values[ratios[i]!.part]!;
    const whole = ratios[i]!.whole.reduce((sum, column) => sum + values[column]!, 0);
    const products = summary.products[i]!;
    products[0] += part * part;
    products[1] += part * whole;
    products[2] += whole * whole;
  }
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
