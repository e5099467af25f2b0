// Stands in for Ink's own output in the bundle. Ink's puts texts anywhere on the screen, and for that takes each apart into
// cells and together again, which on a dense screen is most of a frame's time (measured). This program gives every row of the
// screen as one text that begins at its left edge and is as wide as the screen, so a row is taken whole.

/** Rows by their place, each whole. */
export class Output {
  #rows;

  constructor({ height }) {
    this.#rows = new Array(height).fill("");
  }

  write(_, y, text, { transformers }) {
    // For a moment after a resize there are rows below the screen, and rows that Ink has folded since they are too wide for it.
    const [line] = text.split("\n", 1);
    if (y < this.#rows.length) this.#rows[y] = transformers.reduce((row, transform) => transform(row, 0), line).trimEnd();
  }

  get() {
    return { output: this.#rows.join("\n"), height: this.#rows.length };
  }
}
