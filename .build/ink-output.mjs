// Stands in for Ink's own output in the bundle. Ink's puts texts anywhere on the screen, and for that takes each apart into
// cells and together again, which on a dense screen is most of a frame's time (measured). This program gives every row of the
// screen as one text that begins at its left edge, so a row is taken whole. Anything else is a mistake of the program's.

/** Rows by their place, each whole. */
export class Output {
  #rows;

  constructor({ height }) {
    this.#rows = new Array(height).fill("");
  }

  write(x, y, text, { transformers }) {
    if (x !== 0 || text.includes("\n")) throw new Error(`a text at ${x}, ${y} is no whole row`);
    // For a moment after a resize there are rows below the screen.
    if (y < this.#rows.length) this.#rows[y] = transformers.reduce((row, transform) => transform(row, 0), text).trimEnd();
  }

  get() {
    return { output: this.#rows.join("\n"), height: this.#rows.length };
  }
}
