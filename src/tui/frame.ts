// The whole screen as rows: a pure function of what is remembered, what the run shows, and the size of the terminal.

import { LOOK, PEOPLE, TIME } from "./commands.ts";
import { header } from "./header.ts";
import { footerOf, footOf, type Keyboard, shown } from "./keys.ts";
import { layoutOf, type Placed } from "./layout.ts";
import { ASK } from "./overlays/ask.ts";
import { ASSUMPTIONS } from "./overlays/assumptions.ts";
import { COMPARE } from "./overlays/compare.ts";
import { DECIDING } from "./overlays/decision.ts";
import { helpOver } from "./overlays/help.ts";
import { INJECT } from "./overlays/inject.ts";
import { ITEMS } from "./overlays/items.ts";
import { BRANCHES, SEATS } from "./overlays/lists.ts";
import { PHASE_LIST } from "./overlays/phases.ts";
import { REVIEW } from "./overlays/review.ts";
import { DETAIL } from "./panes/detail.ts";
import { DISTANCE } from "./panes/distance.ts";
import { LADDER } from "./panes/ladder.ts";
import { LINE } from "./panes/line.ts";
import { MAP } from "./panes/map.ts";
import { STORY } from "./panes/story.ts";
import { TIMELINE } from "./panes/timeline.ts";
import type { OverlayPart, PanePart } from "./parts.ts";
import { beside, fit, fitRows, row, type Row, type Size, span, titled } from "./rows.ts";
import { scrollingOver, shownOf } from "./scrolling.ts";
import type { AppState, Overlay, OverlayKind, PaneName, View } from "./state.ts";

/** The smallest terminal that everything fits on. */
export const SMALLEST = { columns: 80, rows: 24 };

const PANE_PARTS: Readonly<Record<PaneName, PanePart>> = { story: STORY, ladder: LADDER, line: LINE, detail: DETAIL, timeline: TIMELINE, distance: DISTANCE, map: MAP };
const RUN_KEYS: Keyboard = { commands: [...TIME, ...LOOK, ...PEOPLE] };
const SCROLLING: Keyboard = { commands: scrollingOver(({ pane }) => PANE_PARTS[pane]) };
const NO_KEYS: Keyboard = { commands: [] };
const scrollingIn = ({ pane }: AppState): Keyboard => (pane === "story" ? NO_KEYS : SCROLLING);
const HELP = helpOver((state) => [
  { heading: `In the ${state.pane} pane`, keyboard: { commands: [...PANE_PARTS[state.pane].commands, ...scrollingIn(state).commands] } },
  { heading: "Time", keyboard: { commands: TIME } }, { heading: "Looking", keyboard: { commands: LOOK } }, { heading: "People, branches, the director's desk", keyboard: { commands: PEOPLE } },
].filter(({ keyboard }) => keyboard.commands.length > 0));
const OVERLAY_PARTS: { readonly [K in Exclude<OverlayKind, "none">]: OverlayPart<K> } = {
  help: HELP, decision: DECIDING, seats: SEATS, items: ITEMS, inject: INJECT, assumptions: ASSUMPTIONS, branches: BRANCHES, compare: COMPARE, phases: PHASE_LIST, review: REVIEW, ask: ASK,
};

/** The keyboards that have the keys now, the foremost first. Where something is open over the panes, it has them all. */
export function keyboardsOf(state: AppState): readonly Keyboard[] {
  const { overlay, pane } = state;
  return overlay.kind === "none" ? [PANE_PARTS[pane], scrollingIn(state), RUN_KEYS] : [OVERLAY_PARTS[overlay.kind]];
}

/** The whole screen. */
export function frame(state: AppState, view: View): readonly Row[] {
  const { columns, rows } = state;
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return fitRows(tooSmall(columns, rows), { width: columns, height: rows });
  const size = { width: columns, height: rows - 2 };
  const foot = footer(state, view);
  // A long notice lies over the last rows of what it is about.
  return [header(state, view), ...fitRows(middle(state, view, size), size).slice(0, size.height + 1 - foot.length), ...foot];
}

function middle(state: AppState, view: View, size: Size): readonly Row[] {
  if (state.overlay.kind !== "none") return overlayRows(state.overlay, state, view, size);
  const { columns, below } = layoutOf(state, view.model.pairs.length);
  const body = columns.map((panes) => ({ width: panes[0]!.width, rows: panes.flatMap((placed) => paneRows(placed, state, view)) }));
  return [...(body.length === 1 ? body[0]!.rows : beside(body, body[0]!.rows.length)), ...(below === undefined ? [] : paneRows(below, state, view))];
}

function paneRows({ pane, width, height }: Placed, state: AppState, view: View): readonly Row[] {
  const part = PANE_PARTS[pane];
  const isFocused = state.pane === pane;
  return fitRows([titled(part.title(state, view), width, isFocused), ...shownOf(part, state, view, { width, height: height - 1 }, isFocused)], { width, height });
}

function overlayRows(overlay: Exclude<Overlay, { readonly kind: "none" }>, state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const part = OVERLAY_PARTS[overlay.kind] as OverlayPart<OverlayKind>;
  const inner = { width: width - 4, height: height - 2 };
  return [titled(part.title(overlay, state, view), width, true), row(""), ...part.rows(overlay, state, view, inner).slice(0, inner.height).map((line) => [span("  "), ...fit(line, inner.width)])];
}

function footer(state: AppState, view: View): readonly Row[] {
  const commands = state.notice === undefined ? footerOf(state, view, keyboardsOf(state), 6) : [];
  return footOf(state.notice, commands.map(({ keys, label }) => [shown(keys[0]!), label] as const), state.columns);
}

function tooSmall(columns: number, rows: number): readonly Row[] {
  return [row(`This terminal has ${columns} columns and ${rows} rows.`), row(`deconflict needs ${SMALLEST.columns} by ${SMALLEST.rows}.`), row("Make it larger, or press q."), row("--linear works on any.")];
}
