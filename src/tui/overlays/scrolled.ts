// Long content over the panes: a part of it at a time, with a word on what lies above and below.

import { becomes, type Command } from "../keys.ts";
import type { Size } from "../rows.ts";
import type { AppState, View } from "../state.ts";

/** The room that an overlay has for its rows. */
export function roomIn({ columns, rows }: AppState): Size {
  return { width: columns - 4, height: rows - 4 };
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
  const whyNot: Command["whyNot"] = (state, view) => {
    const [first, last] = boundsOf(state, view);
    return first === last ? "all of it is on the screen" : undefined;
  };
  const commands: readonly Omit<Command, "whyNot">[] = [
    { keys: ["down", "j"], label: "down", help: "scrolls down", weight: 0, run: to((top) => top + 1) },
    { keys: ["up", "k"], label: "up", help: "scrolls up", weight: 0, run: to((top) => top - 1) },
    { keys: ["page-down", "space"], label: "page", help: "scrolls a page", weight: 5, run: to((top, page) => top + page) },
    { keys: ["page-up"], label: "page up", help: "scrolls a page back", weight: 4, run: to((top, page) => top - page) },
    { keys: ["home", "g"], label: "start", help: "goes to the start", weight: 0, run: to((_, __, [first]) => first) },
    { keys: ["end", "G"], label: "end", help: "goes to the end", weight: 0, run: to((_, __, [, last]) => last) },
  ];
  return commands.map((command) => ({ ...command, whyNot }));
}
