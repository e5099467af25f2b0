// Rows as text with the escapes of their looks. Written here and not left to Ink, which would style and measure every span of
// every row again for each frame.

import { fit, type Row, type Span, textOf } from "./rows.ts";
import type { Depth, Look, Theme } from "./theme.ts";

/** Makes a text of a row. */
export type Painter = (row: Row) => string;

// Controls, which a terminal would obey, and marks that turn the order of what stands around them: no text of a file or a
// journal may have any on the screen.
const UNSEEN = /[\p{Control}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** The row without such characters, cut or filled to its width again where it had some. */
export function harmless(row: Row, width: number): Row {
  return UNSEEN.test(textOf(row)) ? fit(row.map((one) => ({ ...one, text: one.text.replaceAll(new RegExp(UNSEEN, "gu"), "") })), width) : row;
}

/** The painter of a theme on a terminal with so many colours. */
export function painterFor(theme: Theme, depth: Depth): Painter {
  return (row) => {
    let text = "";
    for (let from = 0; from < row.length;) {
      let to = from + 1;
      while (to < row.length && looksLike(row[from]!, row[to]!)) to++;
      text += painted(textOf(row.slice(from, to)), theme(row[from]!), depth);
      from = to;
    }
    return text;
  };
}

/** Whether two spans have one look. */
export function looksLike(a: Span, b: Span): boolean {
  return a.tone === b.tone && a.marked === b.marked && a.bold === b.bold;
}

// Select Graphic Rendition, ECMA-48 8.3.117: what begins a look, and what ends it.
const NAMED: Readonly<Record<string, number>> = { red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36, gray: 90 };

function painted(text: string, { color, bold = false, dimColor = false, inverse = false }: Look, depth: Depth): string {
  const begin = [...(bold ? [1] : []), ...(dimColor ? [2] : []), ...(inverse ? [7] : []), ...(color === undefined ? [] : foreground(color, depth))];
  const end = [...(bold || dimColor ? [22] : []), ...(inverse ? [27] : []), ...(color === undefined ? [] : [39])];
  return begin.length === 0 ? text : `\u001B[${begin.join(";")}m${text}\u001B[${end.join(";")}m`;
}

function foreground(color: string, depth: Depth): readonly number[] {
  const named = NAMED[color];
  if (named !== undefined) return [named];
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
  return depth === "true" ? [38, 2, ...parts] : [38, 5, inCube(parts)];
}

// The palette of 256: greys from 232 on in steps of 10, and before them a cube of six levels, 0, 95, 135, 175, 215, 255.
function inCube([red, green, blue]: readonly [number, number, number]): number {
  if (red === green && green === blue) return 232 + Math.max(0, Math.min(23, Math.round((red - 8) / 10)));
  const level = (value: number): number => (value < 48 ? 0 : value < 115 ? 1 : Math.floor((value - 35) / 40));
  return 16 + 36 * level(red) + 6 * level(green) + level(blue);
}
