// A list of whole numbers that grows and is emptied again, without a new one each time.
// Knows numbers alone; must not know what they count.
// Invariant: what was taken lies in the list's own memory, and is good until the next number comes.

const FIRST_CELLS = 4096;

/** Whole numbers one after the other, in a place that is used for stretch after stretch. */
export class Growing<Cells extends Int32Array | Uint8Array> {
  readonly #kind: new (length: number) => Cells;
  #cells: Cells;
  #length = 0;

  constructor(kind: new (length: number) => Cells) {
    this.#kind = kind;
    this.#cells = new kind(FIRST_CELLS);
  }

  /** Adds numbers behind those that are there. */
  add(numbers: ArrayLike<number>): void {
    while (this.#length + numbers.length > this.#cells.length) {
      const grown = new this.#kind(this.#cells.length * 2);
      grown.set(this.#cells);
      this.#cells = grown;
    }
    this.#cells.set(numbers, this.#length);
    this.#length += numbers.length;
  }

  /** All since the last time, written over by those that come then. */
  take(): Cells {
    const taken = this.#cells.subarray(0, this.#length) as Cells;
    this.#length = 0;
    return taken;
  }
}
