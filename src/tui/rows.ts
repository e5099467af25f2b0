// Rows of styled text: what every pane gives and what the screen is made of. A pane takes props and gives rows.

import stringWidth from "fast-string-width";

/** What a colour means. Every meaning has a word or a glyph as well. */
export type Tone = "plain" | "quiet" | "heading" | "accent" | "good" | "warning" | "force" | "own";

/** A stretch of text in one tone; `marked` is what the cursor is on. */
export interface Span { readonly text: string; readonly tone: Tone; readonly marked?: boolean; readonly bold?: boolean; }

/** One row of the screen or of a pane. */
export type Row = readonly Span[];

/** How much room a pane has, in cells. */
export interface Size { readonly width: number; readonly height: number; }

/** A stretch of text. */
export function span(text: string, tone: Tone = "plain"): Span {
  return { text, tone };
}

/** A row of one tone. */
export function row(text: string, tone: Tone = "plain"): Row {
  return [{ text, tone }];
}

/** The plain text of a row. */
export function textOf(spans: Row): string {
  return spans.map(({ text }) => text).join("");
}

// What the screen is mostly made of: ASCII, a few signs, arrows, lines, blocks and braille, each of one unit and one cell.
const NARROW = /^[ -~\u00B1\u00B7\u2016\u2026\u2190-\u21FF\u2212\u2500-\u25FC\u2800-\u28FF]*$/;

/** How many cells a text takes. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The row cut or filled to a width exactly. */
export function fit(spans: Row, width: number): Row {
  const fitted: Span[] = [];
  let room = width;
  for (const one of spans) {
    if (room <= 0) break;
    const wide = widthOf(one.text);
    if (wide <= room) {
      fitted.push(one);
      room -= wide;
    } else {
      const cut = cutTo(one.text, room);
      fitted.push({ ...one, text: cut });
      room -= widthOf(cut);
      break;
    }
  }
  if (room > 0) fitted.push({ text: " ".repeat(room), tone: "plain", ...(spans.at(-1)?.marked === true ? { marked: true } : {}) });
  return fitted;
}

/** Every span of a row marked. */
export function marked(spans: Row): Row {
  return spans.map((one) => ({ ...one, marked: true }));
}

/** Rows cut or filled to a size exactly. */
export function fitRows(rows: readonly Row[], { width, height }: Size): readonly Row[] {
  return Array.from({ length: height }, (_, i) => fit(rows[i] ?? [], width));
}

/** Blocks of rows beside each other, each of its own width, with a gap of one cell drawn as `between`. */
export function beside(blocks: readonly { readonly rows: readonly Row[]; readonly width: number }[], height: number, between: Span = { text: "│", tone: "quiet" }): readonly Row[] {
  return Array.from({ length: height }, (_, i) => blocks.flatMap(({ rows, width }, b) => [...(b === 0 ? [] : [between]), ...fit(rows[i] ?? [], width)]));
}

/** A text in lines of a width, broken at spaces; a word longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    let rest = word;
    if (line !== "" && widthOf(line) + 1 + widthOf(rest) > width) {
      lines.push(line);
      line = "";
    }
    while (widthOf(rest) > width) {
      const cut = cutTo(rest, Math.max(1, width));
      lines.push(cut);
      rest = rest.slice(cut.length);
    }
    line = line === "" ? rest : `${line} ${rest}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** A rule with a title in it. */
export function titled(title: string, width: number, isFocused: boolean): Row {
  const text = ` ${title} `;
  const rest = Math.max(0, width - widthOf(text) - 2);
  return [{ text: isFocused ? "━━" : "──", tone: isFocused ? "accent" : "quiet" }, { text, tone: isFocused ? "accent" : "heading", bold: isFocused }, { text: (isFocused ? "━" : "─").repeat(rest), tone: isFocused ? "accent" : "quiet" }];
}

/** The rows from `top` on; the first and the last say how many more there are. */
export function scrolled(all: readonly Row[], top: number, height: number): readonly Row[] {
  const from = Math.max(0, Math.min(top, all.length - height));
  const shown = all.slice(from, from + height);
  const below = all.length - from - shown.length;
  return shown.map((line, i) => (i === 0 && from > 0 ? row(`↑ ${from + 1} more`, "quiet") : i === shown.length - 1 && below > 0 && i > 0 ? row(`↓ ${below + 1} more`, "quiet") : line));
}

function cutTo(text: string, width: number): string {
  let cut = "";
  let room = width;
  for (const character of text) {
    const wide = widthOf(character);
    if (wide > room) break;
    cut += character;
    room -= wide;
  }
  return cut;
}
