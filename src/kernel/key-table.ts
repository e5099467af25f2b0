// A whole number kept for each 64-bit key: what a search has found out about a state it may come back to.
// Knows keys in two 32-bit halves; must not know what they are keys of.
// Invariant: what was kept last under a key is what comes back; nothing is ever taken out.
// Open addressing with linear probing, three 32-bit cells an entry: high, low, value + 1 (0 is an empty cell).

const CELLS = 3;
const INITIAL_ENTRIES = 1024;

/** Numbers of at least 0 by key; plain data. */
export interface KeyTable { cells: Int32Array; used: number; }

/** What comes back where nothing was kept. */
export const NOT_KEPT = -1;

/** A table with nothing in it. */
export function keyTable(): KeyTable {
  return { cells: new Int32Array(INITIAL_ENTRIES * CELLS), used: 0 };
}

/** The number kept under a key, or NOT_KEPT. */
export function keptUnder({ cells }: KeyTable, high: number, low: number): number {
  return cells[slotOf(cells, high, low) + 2]! - 1;
}

/** Keeps a number of at least 0 under a key. */
export function keepUnder(table: KeyTable, high: number, low: number, value: number): void {
  if (table.used * CELLS * 2 >= table.cells.length) grow(table);
  const at = slotOf(table.cells, high, low);
  if (table.cells[at + 2] === 0) table.used++;
  put(table.cells, at, high, low, value + 1);
}

function slotOf(cells: Int32Array, high: number, low: number): number {
  const last = cells.length / CELLS - 1;
  let entry = ((high ^ (low >>> 7)) >>> 0) & last;
  while (true) {
    const at = entry * CELLS;
    if (cells[at + 2] === 0 || (cells[at] === high && cells[at + 1] === low)) return at;
    entry = (entry + 1) & last;
  }
}

function put(cells: Int32Array, at: number, high: number, low: number, marked: number): void {
  cells[at] = high;
  cells[at + 1] = low;
  cells[at + 2] = marked;
}

function grow(table: KeyTable): void {
  const old = table.cells;
  const cells = new Int32Array(old.length * 2);
  for (let i = 0; i < old.length; i += CELLS) {
    if (old[i + 2] !== 0) put(cells, slotOf(cells, old[i]!, old[i + 1]!), old[i]!, old[i + 1]!, old[i + 2]!);
  }
  table.cells = cells;
}
