// Which settings are run: every combination of levels, or as many points as are asked for, spread over all ranges.
// Knows levels, ranges and a keyed random source; must not know what is set.
// Invariant: a design follows from its ranges and its key alone; the same call gives the same points on every machine.
// Source for Latin hypercubes: McKay, Beckman and Conover 1979 (Technometrics 21, 239-245).

import { keyedUniform, nameOf } from "../kernel/random.ts";

/** Draws uniform numbers in [0, 1), the same for the same key and place. */
export type Draws = (row: number, column: number) => number;

/** Draws that belong to a key, such as "latin hypercube, seed 5". */
export function drawsOf(key: string): Draws {
  const name = nameOf(key);
  return (row, column) => keyedUniform(name, row | 0, column | 0, 0);
}

/** Evenly spaced levels from the low end through the high one. */
export function levels(low: number, high: number, count: number): readonly number[] {
  if (count === 1) return [low];
  // Rounded, so that a tenth of a range reads as one.
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : round(low + ((high - low) * i) / (count - 1))));
}

/** Every combination of one element of each list, the last list changing fastest. */
export function grid<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>((points, list) => points.flatMap((point) => list.map((element) => [...point, element])), [[]]);
}

/** Points in the unit cube of which each column has one in each of `points` equal strata. */
export function latinHypercube(points: number, columns: number, draws: Draws): readonly (readonly number[])[] {
  const strata = Array.from({ length: columns }, (_, column) => shuffled(points, (i) => draws(i, column)));
  return Array.from({ length: points }, (_, row) => strata.map((stratum, column) => (stratum[row]! + draws(points + row, column)) / points));
}

/** A place in a range for a number in [0, 1). */
export function within([low, high]: readonly [number, number], unit: number): number {
  return low + (high - low) * unit;
}

// Fisher and Yates.
function shuffled(length: number, draw: (i: number) => number): readonly number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(draw(i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function round(number: number): number {
  return Number(number.toPrecision(12));
}
