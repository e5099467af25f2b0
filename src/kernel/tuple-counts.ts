// How often each tuple of names has occurred in a run: the n that makes an identity unique.
// Knows 64-bit hashes; must not know what they stand for.
// Invariant: a count depends on its own tuple alone, so nothing that happens elsewhere shifts it.

import { copyTable, keyTable, markUnder, placeOfMark, type KeyTable } from "./key-table.ts";

/** The counts of all tuples seen so far; plain data. */
export type TupleCounts = KeyTable;

/** Counts with nothing counted. */
export const noTuples = keyTable;

/** An independent copy. */
export const copyTuples = copyTable;

/** How often the tuple with this hash has been counted. */
export const countOf = markUnder;

/** How often the tuple with this hash has been counted before; counts it once more. */
export function countTuple(counts: TupleCounts, high: number, low: number): number {
  const at = placeOfMark(counts, high, low);
  return counts.cells[at]!++;
}
