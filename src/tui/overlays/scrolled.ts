// Long content over the panes: a part of it at a time, with a word on what lies above and below.

import { becomes, type Command } from "../keys.ts";
import { row, type Row, type Size } from "../rows.ts";
import type { AppState, View } from "../state.ts";

/** The room that an overlay has for its rows. */
export function roomIn({ columns, rows }: AppState): Size {
  return { width: columns - 4, height: rows - 4 };
}

/** The rows from `top` on; the first and the last say how many more there are. */
export function scrolled(all: readonly Row[], top: number, height: number): readonly Row[] {
  const from = Math.max(0, Math.min(top, all.length - height));
  const shown = all.slice(from, from + height);
  const below = all.length - from - shown.length;
  return shown.map((line, i) => (i === 0 && from > 0 ? row(`↑ ${from + 1} more`, "quiet") : i === shown.length - 1 && below > 0 && i > 0 ? row(`↓ ${below + 1} more`, "quiet") : line));
}

/** Scrolls between two tops; `boundsOf` gives the first and the last of them. */
export function scrollCommands(boundsOf: (state: AppState, view: View) => readonly [number, number]): readonly Command[] {
  const to = (topOf: (top: number, page: number, bounds: readonly [number, number]) => number): Command["run"] => (state, view) => {
    const { overlay } = state;
    if (!("top" in overlay)) throw new Error(`${overlay.kind} does not scroll`);
    const [first, last] = boundsOf(state, view);
    const now = Math.max(first, Math.min(last, overlay.top));
    return becomes(state, { overlay: { ...overlay, top: Math.max(first, Math.min(last, topOf(now, Math.max(1, roomIn(state).height - 3), [first, last]))) } });
  };
  return [
    { keys: ["down", "j"], label: "down", help: "scrolls down", weight: 0, run: to((top) => top + 1) },
    { keys: ["up", "k"], label: "up", help: "scrolls up", weight: 0, run: to((top) => top - 1) },
    { keys: ["page-down", "space"], label: "page", help: "scrolls a page", weight: 5, run: to((top, page) => top + page) },
    { keys: ["page-up"], label: "page up", help: "scrolls a page back", weight: 4, run: to((top, page) => top - page) },
    { keys: ["home", "g"], label: "start", help: "goes to the start", weight: 0, run: to((_, __, [first]) => first) },
    { keys: ["end", "G"], label: "end", help: "goes to the end", weight: 0, run: to((_, __, [, last]) => last) },
  ];
}
