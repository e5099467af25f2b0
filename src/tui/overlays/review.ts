// "You believed / it was": what the seat's party took things for, beside what they were. It is the director's view, and says so.

import { type Belief, beliefsOf } from "../../report/beliefs.ts";
import { dateAndClock, partyName, timeIn } from "../../report/words.ts";
import { entriesBefore } from "../chronicle.ts";
import { closed } from "../commands.ts";
import type { OverlayPart } from "../parts.ts";
import { beside, row, type Row, scrolled, span, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { roomIn, scrollCommands } from "./scrolled.ts";

/** Belief and truth in two columns, up to the place that is shown. */
export const REVIEW: OverlayPart<"review"> = {
  title: (_, __, view) => `What ${nameOf(view)} believed, and what was`,
  commands: [
    ...scrollCommands((state, view) => {
      const { width, height } = roomIn(state);
      return [0, Math.max(0, rowsOf(state, view, width).length - (height - headRows(view, width).length))];
    }),
    { keys: ["escape", "q", "y"], label: "back", help: "goes back to what is seen from the seat", weight: 9, run: (state) => ({ state: closed(state), effects: [] }) },
  ],
  rows: ({ top }, state, view, { width, height }) => {
    const head = headRows(view, width);
    return [...head, ...scrolled(rowsOf(state, view, width), top, height - head.length)];
  },
};

const known = new WeakMap<View, { readonly party: string; readonly beliefs: readonly Belief[] }>();

function partyOf({ seat, session }: View): string {
  return seat ?? [...session.run.seats][0] ?? "";
}

function nameOf(view: View): string {
  return partyName(view.model.scenario, partyOf(view));
}

function beliefs(state: AppState, view: View): readonly Belief[] {
  const party = partyOf(view);
  let made = known.get(view);
  if (made?.party !== party) known.set(view, made = { party, beliefs: beliefsOf(party, view.model, view.entries) });
  return made.beliefs.slice(0, made.beliefs.findLastIndex(({ entry }) => entry < state.cursor) + 1);
}

function headRows(view: View, width: number): readonly Row[] {
  const [left, right] = columns(width);
  return [
    ...wrap("This is the director's view: it holds what the seat could not know. Whoever goes on from the seat knows it now.", width).map((line) => row(line, "warning")),
    ...beside([{ rows: [row(`${nameOf(view)} believed`, "heading")], width: left }, { rows: [row("it was", "heading")], width: right }], 1),
  ];
}

function rowsOf(state: AppState, view: View, width: number): readonly Row[] {
  const found = beliefs(state, view);
  if (found.length === 0) return [row(entriesBefore(view.entries, state.cursor) < 2 ? "Nothing has happened yet." : "Nothing was taken for anything but what it was, so far.", "quiet")];
  const [left, right] = columns(width);
  return found.flatMap(({ at, believed, was }) => {
    const a = [row(dateAndClock(timeIn(view.model.scenario, at)), "quiet"), ...wrap(believed, left).map((line) => [span(line)])];
    const b = [row(""), ...wrap(was, right).map((line) => [span(line, "accent")])];
    return beside([{ rows: a, width: left }, { rows: b, width: right }], Math.max(a.length, b.length));
  });
}

function columns(width: number): readonly [number, number] {
  const left = Math.floor((width - 1) / 2);
  return [left, width - 1 - left];
}
