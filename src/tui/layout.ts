// Where the panes stand on a terminal: side by side from 120 columns up, one at a time below that.

import type { Size } from "./rows.ts";
import type { AppState, PaneName } from "./state.ts";

/** A pane with its room, its title included. */
export interface Placed extends Size { readonly pane: PaneName; }

/** Columns of panes beside each other, and what lies under all of them. */
export interface Layout { readonly columns: readonly (readonly Placed[])[]; readonly below: Placed | undefined; }

/** Columns of the narrow ladder: the names of two parties fit beside each other, and so do the words of any rung. */
const LADDER = 25;

/** The layout for a number of crisis pairs, in the room between header and footer. */
export function layoutOf({ columns, rows, pane, zoomed }: AppState, pairs: number): Layout {
  const size = { width: columns, height: rows - 2 };
  const isSmall = size.width < 120 || size.height < 38;
  if (zoomed || (isSmall && pane !== "story" && pane !== "ladder")) return { columns: [[{ pane, ...size }]], below: undefined };
  if (isSmall) return { columns: [[{ pane: "ladder", width: LADDER, height: size.height }], [{ pane: "story", width: size.width - LADDER - 1, height: size.height }]], below: undefined };
  return size.width < 170 ? twoColumns(pane, pairs, size) : threeColumns(pairs, size);
}

/** The room that the focused pane has for its rows. */
export function focusedRoom(state: AppState, pairs: number): Size {
  const { columns, below } = layoutOf(state, pairs);
  const { width, height } = [...columns.flat(), ...(below === undefined ? [] : [below])].find(({ pane }) => pane === state.pane)!;
  return { width, height: height - 1 };
}

function twoColumns(focused: PaneName, pairs: number, { width, height }: Size): Layout {
  const left = Math.floor(width * 0.55);
  const right = width - left - 1;
  const timeline = Math.min(9, Math.floor(height / 5));
  const story = height - timeline;
  const ladder = Math.min(pairs * 3 + 2, Math.floor(height / 3));
  const detail = Math.floor((story - ladder) / 2);
  return {
    columns: [
      [{ pane: "story", width: left, height: story }],
      [{ pane: "ladder", width: right, height: ladder }, { pane: focused === "map" || focused === "distance" ? focused : "line", width: right, height: story - ladder - detail }, { pane: "detail", width: right, height: detail }],
    ],
    below: { pane: "timeline", width, height: timeline },
  };
}

function threeColumns(pairs: number, { width, height }: Size): Layout {
  const left = Math.floor(width * 0.42);
  const middle = Math.floor((width - left - 2) / 2);
  const right = width - left - 2 - middle;
  const timeline = Math.min(10, Math.floor(height / 5));
  const body = height - timeline;
  const ladder = Math.min(pairs * 3 + 5, Math.floor(body / 2));
  const distance = Math.min(10, Math.floor(body / 4));
  const map = Math.floor((body - distance) * 0.55);
  return {
    columns: [
      [{ pane: "story", width: left, height: body }],
      [{ pane: "ladder", width: middle, height: ladder }, { pane: "line", width: middle, height: body - ladder }],
      [{ pane: "distance", width: right, height: distance }, { pane: "map", width: right, height: map }, { pane: "detail", width: right, height: body - distance - map }],
    ],
    below: { pane: "timeline", width, height: timeline },
  };
}
