// The whole screen as rows: a pure function of what is remembered, what the run shows, and the size of the terminal.

import { LOOK, PEOPLE, TIME } from "./commands.ts";
import { header } from "./header.ts";
import { footerOf, type Keyboard, keysShown, shown } from "./keys.ts";
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
import type { AppState, Overlay, OverlayKind, PaneName, View } from "./state.ts";

/** The smallest terminal that everything fits on. */
export const SMALLEST = { columns: 80, rows: 24 };

const PANE_PARTS: Readonly<Record<PaneName, PanePart>> = { story: STORY, ladder: LADDER, line: LINE, detail: DETAIL, timeline: TIMELINE, distance: DISTANCE, map: MAP };
const RUN_KEYS: Keyboard = { commands: [...TIME, ...LOOK, ...PEOPLE] };
const HELP = helpOver((state) => [
  { heading: `In the ${state.pane} pane`, keyboard: PANE_PARTS[state.pane] },
  { heading: "Time", keyboard: { commands: TIME } }, { heading: "Looking", keyboard: { commands: LOOK } }, { heading: "People, branches, the director's desk", keyboard: { commands: PEOPLE } },
].filter(({ keyboard }) => keyboard.commands.length > 0));
const OVERLAY_PARTS: { readonly [K in Exclude<OverlayKind, "none">]: OverlayPart<K> } = {
  help: HELP, decision: DECIDING, seats: SEATS, items: ITEMS, inject: INJECT, assumptions: ASSUMPTIONS, branches: BRANCHES, compare: COMPARE, phases: PHASE_LIST, review: REVIEW, ask: ASK,
};

/** The keyboards that have the keys now, the foremost first. Where something is open over the panes, it has them all. */
export function keyboardsOf({ overlay, pane }: AppState): readonly Keyboard[] {
  return overlay.kind === "none" ? [PANE_PARTS[pane], RUN_KEYS] : [OVERLAY_PARTS[overlay.kind]];
}

/** The whole screen. */
export function frame(state: AppState, view: View): readonly Row[] {
  const { columns, rows } = state;
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return fitRows(tooSmall(columns, rows), { width: columns, height: rows });
  const size = { width: columns, height: rows - 2 };
  return [header(state, view), ...fitRows(middle(state, view, size), size), footer(state, view)];
}

function middle(state: AppState, view: View, size: Size): readonly Row[] {
  const { overlay, pane, zoomed } = state;
  if (overlay.kind !== "none") return overlayRows(overlay, state, view, size);
  const isSmall = size.width < 120 || size.height < 38;
  if (zoomed || (isSmall && pane !== "story" && pane !== "ladder")) return paneRows(pane, state, view, size);
  if (isSmall) return beside([{ rows: paneRows("ladder", state, view, { ...size, width: 24 }), width: 24 }, { rows: paneRows("story", state, view, { ...size, width: size.width - 25 }), width: size.width - 25 }], size.height);
  return size.width < 170 ? twoColumns(state, view, size) : threeColumns(state, view, size);
}

function twoColumns(state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const left = Math.floor(width * 0.55);
  const right = width - left - 1;
  const timeline = Math.min(9, Math.floor(height / 5));
  const story = height - timeline;
  const ladder = Math.min(view.model.pairs.length * 3 + 2, Math.floor(height / 3));
  const detail = Math.floor((story - ladder) / 2);
  return [
    ...beside([
      { width: left, rows: paneRows("story", state, view, { width: left, height: story }) },
      { width: right, rows: [...paneRows("ladder", state, view, { width: right, height: ladder }), ...paneRows(state.pane === "map" || state.pane === "distance" ? state.pane : "line", state, view, { width: right, height: story - ladder - detail }), ...paneRows("detail", state, view, { width: right, height: detail })] },
    ], story),
    ...paneRows("timeline", state, view, { width, height: timeline }),
  ];
}

function threeColumns(state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const left = Math.floor(width * 0.42);
  const middleWidth = Math.floor((width - left - 2) / 2);
  const right = width - left - 2 - middleWidth;
  const timeline = Math.min(10, Math.floor(height / 5));
  const body = height - timeline;
  const ladder = Math.min(view.model.pairs.length * 3 + 5, Math.floor(body / 2));
  const distance = Math.min(10, Math.floor(body / 4));
  const map = Math.floor((body - distance) * 0.55);
  return [
    ...beside([
      { width: left, rows: paneRows("story", state, view, { width: left, height: body }) },
      { width: middleWidth, rows: [...paneRows("ladder", state, view, { width: middleWidth, height: ladder }), ...paneRows("line", state, view, { width: middleWidth, height: body - ladder })] },
      { width: right, rows: [...paneRows("distance", state, view, { width: right, height: distance }), ...paneRows("map", state, view, { width: right, height: map }), ...paneRows("detail", state, view, { width: right, height: body - distance - map })] },
    ], body),
    ...paneRows("timeline", state, view, { width, height: timeline }),
  ];
}

function paneRows(pane: PaneName, state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const part = PANE_PARTS[pane];
  return fitRows([titled(part.title(state, view), width, state.pane === pane), ...part.rows(state, view, { width, height: height - 1 })], { width, height });
}

function overlayRows(overlay: Exclude<Overlay, { readonly kind: "none" }>, state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const part = OVERLAY_PARTS[overlay.kind] as OverlayPart<OverlayKind>;
  const inner = { width: width - 4, height: height - 2 };
  return [titled(part.title(overlay, state, view), width, true), row(""), ...part.rows(overlay, state, view, inner).slice(0, inner.height).map((line) => [span("  "), ...fit(line, inner.width)])];
}

function footer(state: AppState, view: View): Row {
  if (state.notice !== undefined) return fit([span(" "), span(state.notice, "warning")], state.columns);
  const commands = footerOf(state, view, keyboardsOf(state), 6);
  return keysShown(commands.map(({ keys, label }) => [shown(keys[0]!), label] as const), state.columns);
}

function tooSmall(columns: number, rows: number): readonly Row[] {
  return [row(`This terminal has ${columns} columns and ${rows} rows.`), row(`deconflict needs ${SMALLEST.columns} by ${SMALLEST.rows}.`), row("Make it larger, or press q."), row("--linear works on any.")];
}
