// A grid of braille dots, two across and four down a cell, with words laid over it.

import { type Row, type Span, type Tone, widthOf } from "../rows.ts";

/** The dots of a braille cell, by row and column. Source: the Unicode block of braille patterns. */
const BITS = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]] as const;
const EMPTY = 0x2800;

/** A canvas of cells. What is drawn outside it is left out; a later tone takes a cell that it shares. */
export class Dots {
  readonly width: number;
  readonly height: number;
  readonly #bits: Uint8Array;
  readonly #tones: Tone[];
  readonly #over: (Span | undefined)[];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#bits = new Uint8Array(width * height);
    this.#tones = new Array<Tone>(width * height).fill("plain");
    this.#over = new Array<Span | undefined>(width * height).fill(undefined);
  }

  /** One dot; x counts dots from the left, y from the top. */
  dot(x: number, y: number, tone: Tone): void {
    const [column, line] = [Math.floor(x / 2), Math.floor(y / 4)];
    if (column < 0 || line < 0 || column >= this.width || line >= this.height) return;
    const cell = line * this.width + column;
    this.#bits[cell]! |= BITS[Math.floor(y) - line * 4]![Math.floor(x) - column * 2]!;
    this.#tones[cell] = tone;
  }

  /** Part of a circle around a dot, between two angles in radians, with about so many dots left out after each. */
  arc(x: number, y: number, radius: number, from: number, to: number, gap: number, tone: Tone): void {
    const steps = Math.max(8, Math.ceil(((to - from) * radius) / (1 + gap)));
    for (let i = 0; i <= steps; i++) {
      const angle = from + ((to - from) * i) / steps;
      this.dot(Math.round(x + Math.cos(angle) * radius), Math.round(y + Math.sin(angle) * radius), tone);
    }
  }

  /** Whether words of a width could stand here without covering other words. */
  isFree(column: number, line: number, width: number): boolean {
    if (line < 0 || line >= this.height || column < 0 || column + width > this.width) return false;
    return this.#over.slice(line * this.width + column, line * this.width + column + width).every((cell) => cell === undefined);
  }

  /** Words over the dots, of characters one cell wide. */
  write(column: number, line: number, text: string, tone: Tone): void {
    for (const [i, character] of [...text].entries()) {
      if (column + i < this.width && widthOf(character) === 1) this.#over[line * this.width + column + i] = { text: character, tone };
    }
  }

  /** The canvas as rows, stretches of one tone as one span. */
  rows(): readonly Row[] {
    return Array.from({ length: this.height }, (_, line) => {
      const spans: { text: string; tone: Tone }[] = [];
      for (let column = 0; column < this.width; column++) {
        const cell = line * this.width + column;
        const bits = this.#bits[cell]!;
        const { text, tone } = this.#over[cell] ?? { text: bits === 0 ? " " : String.fromCodePoint(EMPTY + bits), tone: this.#tones[cell]! };
        const last = spans.at(-1);
        if (last?.tone === tone) last.text += text;
        else spans.push({ text, tone });
      }
      return spans;
    });
  }
}
