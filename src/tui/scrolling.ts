// Panes that hold more than they have room for are scrolled through, each with the same keys. The story has its own way: there
// one goes from line to line.

import { becomes, type Command } from "./keys.ts";
import { focusedRoom } from "./layout.ts";
import type { PanePart } from "./parts.ts";
import { type Row, scrolled, type Size } from "./rows.ts";
import type { AppState, View } from "./state.ts";

/** What a pane shows in its room. */
export function shownOf(part: PanePart, state: AppState, view: View, size: Size, isFocused: boolean): readonly Row[] {
  const rows = part.rows(state, view, size);
  return rows.length <= size.height ? rows : scrolled(rows, isFocused ? state.top : 0, size.height);
}

/** The keys that scroll the focused pane. */
export function scrollingOver(partOf: (state: AppState) => PanePart): readonly Command[] {
  const boundsOf = (state: AppState, view: View): readonly [number, number] => {
    const room = focusedRoom(state, view.model.pairs.length);
    const part = partOf(state);
    return part.bounds?.(state, view, room) ?? [0, Math.max(0, part.rows(state, view, room).length - room.height)];
  };
  const whyNot = (state: AppState, view: View): string | undefined => {
    const [first, last] = boundsOf(state, view);
    return first === last ? "all of this pane is on the screen" : undefined;
  };
  const by = (rowsOf: (page: number) => number): Command["run"] => (state, view) => {
    const [first, last] = boundsOf(state, view);
    const page = Math.max(1, focusedRoom(state, view.model.pairs.length).height - 2);
    return becomes(state, { top: Math.max(first, Math.min(last, Math.max(first, Math.min(last, state.top)) + rowsOf(page))) });
  };
  return [
    { keys: ["page-down"], label: "page", help: "scrolls the pane a page down", weight: 6, whyNot, run: by((page) => page) },
    { keys: ["page-up"], label: "page up", help: "scrolls the pane a page up", weight: 6, whyNot, run: by((page) => -page) },
    { keys: ["J"], label: "down", help: "scrolls the pane a row down", weight: 0, whyNot, run: by(() => 1) },
    { keys: ["K"], label: "up", help: "scrolls the pane a row up", weight: 0, whyNot, run: by(() => -1) },
  ];
}

/** Another pane, or another entry in detail, is read from its beginning. */
export function readAnew(before: AppState, after: AppState): AppState {
  const isOther = after.pane !== before.pane || (after.pane === "detail" && (after.selected !== before.selected || (after.selected === undefined && after.cursor !== before.cursor)));
  return isOther && after.top !== 0 ? { ...after, top: 0 } : after;
}
