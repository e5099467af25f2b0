// How often each tuple of names has occurred in a run: the n that makes an identity unique.
// Knows 64-bit hashes; must not know what they stand for.
// Invariant: a count depends on its own tuple alone, so nothing that happens elsewhere shifts it; copying is one block copy.
// Open addressing with linear probing, three 32-bit cells an entry: high, low, count (0 is an empty cell).

const CELLS = 3;
const INITIAL_ENTRIES = 1024;
/** How full the table may get, in fifths. */
const FULLEST = 4;

/** The counts of all tuples seen so far; plain data. */
export interface TupleCounts { cells: Int32Array; used: number; }

/** Counts with nothing counted. */
export function noTuples(): TupleCounts {
  return { cells: new Int32Array(INITIAL_ENTRIES * CELLS), used: 0 };
}

/** An independent copy. */
export function copyTuples(counts: TupleCounts): TupleCounts {
  return { cells: counts.cells.slice(), used: counts.used };
}

/** How often the tuple with this hash has been counted before; counts it once more. */
export function countTuple(counts: TupleCounts, high: number, low: number): number {
  if (counts.used * CELLS * 5 >= counts.cells.length * FULLEST) grow(counts);
  const at = slotOf(counts.cells, high, low);
  const before = counts.cells[at + 2]!;
  if (before === 0) {
    counts.cells[at] = high;
    counts.cells[at + 1] = low;
    counts.used++;
  }
  counts.cells[at + 2] = before + 1;
  return before;
}

/** How often the tuple with this hash has been counted. */
export function countOf({ cells }: TupleCounts, high: number, low: number): number {
  return cells[slotOf(cells, high, low) + 2]!;
}

function slotOf(cells: Int32Array, high: number, low: number): number {
  const entries = Math.floor(cells.length / CELLS);
  let entry = ((high ^ (low >>> 7)) >>> 0) & (entries - 1);
  while (true) {
    const at = entry * CELLS;
    if (cells[at + 2] === 0 || (cells[at] === high && cells[at + 1] === low)) return at;
    entry = (entry + 1) & (entries - 1);
  }
}

function grow(counts: TupleCounts): void {
  const old = counts.cells;
  const cells = new Int32Array(old.length * 2);
  for (let i = 0; i < old.length; i += CELLS) {
    if (old[i + 2] === 0) continue;
    const at = slotOf(cells, old[i]!, old[i + 1]!);
    cells[at] = old[i]!;
    cells[at + 1] = old[i + 1]!;
    cells[at + 2] = old[i + 2]!;
  }
  counts.cells = cells;
}
