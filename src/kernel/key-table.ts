// A whole number kept for each 64-bit key, in one array: how often a tuple was seen, what a search has found out about a state.
// Knows keys in two 32-bit halves; must not know what they are keys of.
// Invariant: what was kept last under a key is what comes back; nothing is ever taken out; copying is one block copy.
// Open addressing with linear probing, four 32-bit cells an entry, so that none straddles a cache line: high, low, mark (0 where
// there is none), one left empty.

const CELLS = 4;
const INITIAL_ENTRIES = 1024;
/** How full the table may get, in fifths. */
const FULLEST = 4;

/** Marks by key; plain data. A mark is a whole number above 0. */
export interface KeyTable { cells: Int32Array; used: number; }

/** What comes back where nothing was kept. */
export const NOT_KEPT = -1;

/** A table with nothing in it. */
export function keyTable(): KeyTable {
  return { cells: new Int32Array(INITIAL_ENTRIES * CELLS), used: 0 };
}

/** An independent copy. */
export function copyTable({ cells, used }: KeyTable): KeyTable {
  return { cells: cells.slice(), used };
}

/** The number kept under a key, or NOT_KEPT. */
export function keptUnder(table: KeyTable, high: number, low: number): number {
  return markUnder(table, high, low) - 1;
}

/** Keeps a number of at least 0 under a key. */
export function keepUnder(table: KeyTable, high: number, low: number, value: number): void {
  const at = placeOfMark(table, high, low); // first, since it may make a larger table
  table.cells[at] = value + 1;
}

/** The mark under a key; 0 where there is none. */
export function markUnder({ cells }: KeyTable, high: number, low: number): number {
  return cells[slotOf(cells, high, low) + 2]!;
}

/** The place in `cells` of the mark under a key, made where there is none: then it is 0, and has to be given one. */
export function placeOfMark(table: KeyTable, high: number, low: number): number {
  if (table.used * CELLS * 5 >= table.cells.length * FULLEST) grow(table);
  const at = slotOf(table.cells, high, low);
  if (table.cells[at + 2] === 0) {
    table.cells[at] = high;
    table.cells[at + 1] = low;
    table.used++;
  }
  return at + 2;
}

function slotOf(cells: Int32Array, high: number, low: number): number {
  const last = cells.length - CELLS; // a power of two less one entry: a mask of whole entries
  let at = ((high ^ (low >>> 7)) << 2) & last;
  while (cells[at + 2] !== 0 && (cells[at] !== high || cells[at + 1] !== low)) at = (at + CELLS) & last;
  return at;
}

function grow(table: KeyTable): void {
  const old = table.cells;
  const cells = new Int32Array(old.length * 2);
  for (let i = 0; i < old.length; i += CELLS) {
    if (old[i + 2] !== 0) cells.set(old.subarray(i, i + CELLS), slotOf(cells, old[i]!, old[i + 1]!));
  }
  table.cells = cells;
}
