// The timeline: the whole run on one axis, with what was played of it, and marks for what one looks for.

import { clock, dayNumber, shortDate, startOfDay, timeIn } from "../../report/words.ts";
import type { Model } from "../../simulation/model.ts";
import { countBefore, type Mark } from "../chronicle.ts";
import type { PanePart } from "../parts.ts";
import { row, type Row, span, type Tone, widthOf, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { branchRows } from "./timeline-branches.ts";
import { within } from "./pane-text.ts";

interface Kind { readonly kind: Mark["kind"]; readonly glyph: string; readonly word: string; readonly tone: Tone; readonly means: string; }

/** What is marked, the gravest first. */
const KINDS: readonly Kind[] = [
  { kind: "force", glyph: "!", word: "force", tone: "force", means: "force used" },
  { kind: "threat", glyph: "T", word: "threats", tone: "warning", means: "threat in public" },
  { kind: "missed", glyph: "x", word: "no call", tone: "warning", means: "call not taken" },
  { kind: "decision", glyph: "?", word: "decided", tone: "accent", means: "decision" },
  { kind: "item", glyph: "+", word: "items", tone: "plain", means: "item of the scenario" },
];

/** Cells of the shortest date, `6 June` say: more dates than these have room for need not be tried. */
const SHORTEST_DATE = 6;
/** Cells for the words at the left. */
const LABEL = 10;

/** Dates, the axis with the cursor, a row of marks for each kind, branches, and what the marks mean. */
export const TIMELINE: PanePart = {
  commands: [],
  title: ({ clock: at }, { model: { scenario } }) => {
    // A run that ends at midnight ends on the day before.
    const days = dayNumber(scenario, Math.max(0, scenario.minutes - 1)) + 1;
    return `Timeline: day ${Math.min(days, dayNumber(scenario, at) + 1)} of ${days}`;
  },
  rows: (state, view, size) => {
    const { width, height } = size;
    const axis = axisOf(view, width - LABEL);
    const marks = view.chronicle.marks.slice(0, countBefore(view.chronicle.marks, state.cursor));
    const phases = phaseRow(axis, view);
    const kinds = marksRows(marks, axis, state, Math.max(1, Math.min(KINDS.length, height - 2 - phases.length)));
    const rows = [dates(axis, view), line(axis, state), ...phases, ...kinds];
    const branches = branchRows(axis, view, LABEL, width);
    const legend = wrap(`${KINDS.map(({ glyph, means }) => `${glyph} ${means}`).join(", ")}, ▲ here, ┄ not yet played${phases.length === 0 ? "" : "; S exercise begins, H held, R goes on, E over"}`, width).map((text) => row(text, "quiet"));
    const hasRoom = legend.length <= height - rows.length - branches.length;
    return within([...rows, ...branches, ...(hasRoom || state.pane === "timeline" ? legend : [])], width);
  },
};

/** Where on the axis a minute of the run lies, in cells. */
export interface Axis { readonly cells: number; readonly cellOf: (at: number) => number; }

function axisOf({ model: { scenario } }: View, cells: number): Axis {
  const wide = Math.max(1, cells);
  return { cells: wide, cellOf: (at) => Math.max(0, Math.min(wide - 1, Math.floor((at * wide) / Math.max(1, scenario.minutes)))) };
}

function labelled(label: string, tone: Tone, cells: Row): Row {
  return [span(label.padEnd(LABEL), tone), ...cells];
}

const dated = new WeakMap<Model, { readonly cells: number; readonly row: Row }>();

// The dates are the same in every frame of a size.
function dates(axis: Axis, view: View): Row {
  let known = dated.get(view.model);
  if (known?.cells !== axis.cells) dated.set(view.model, known = { cells: axis.cells, row: datesOver(axis, view) });
  return known.row;
}

// As many dates as fit, at equal steps; times of day where the run is shorter than two days.
function datesOver(axis: Axis, view: View): Row {
  const cells = new Array<string>(axis.cells).fill(" ");
  let free = 0;
  for (const { at, text } of ticksOf(axis, view)) {
    const from = axis.cellOf(at);
    if (from < free || from + widthOf(text) > axis.cells) continue;
    for (const [i, character] of [...text].entries()) cells[from + i] = character;
    free = from + widthOf(text) + 1;
  }
  return labelled("", "quiet", row(cells.join(""), "quiet"));
}

interface Tick { readonly at: number; readonly text: string; }

function ticksOf(axis: Axis, { model: { scenario } }: View): readonly Tick[] {
  const days = dayNumber(scenario, scenario.minutes) + 1;
  const ofDays = (step: number): readonly Tick[] => Array.from({ length: Math.ceil(days / step) }, (_, i) => startOfDay(scenario, i * step)).map((at) => ({ at, text: shortDate(timeIn(scenario, at)) }));
  const ofHours = (step: number): readonly Tick[] => Array.from({ length: Math.ceil(scenario.minutes / step) }, (_, i) => i * step).map((at) => ({ at, text: clock(timeIn(scenario, at)) }));
  const hasRoom = (ticks: readonly Tick[]): boolean => ticks.every(({ at, text }, i) => ticks[i + 1] === undefined || axis.cellOf(ticks[i + 1]!.at) - axis.cellOf(at) > widthOf(text));
  // The narrowest step of which every label has its room.
  if (scenario.minutes <= 2 * 1440) for (const step of [60, 120, 180, 360, 720]) if (hasRoom(ofHours(step))) return ofHours(step);
  const step = [1, 2, 5, 7, 10, 14, 30, 61, 183, 365, 730].find((one) => days / one < axis.cells / SHORTEST_DATE && hasRoom(ofDays(one)));
  return step === undefined ? ofDays(days) : ofDays(step);
}

function line(axis: Axis, state: AppState): Row {
  const here = axis.cellOf(state.clock);
  return labelled("time", "heading", [span("─".repeat(here)), { text: "▲", tone: "accent", bold: true }, span("┄".repeat(axis.cells - here - 1), "quiet")]);
}

// Where the exercise was begun, held, gone on with and ended; no row where there is no exercise.
function phaseRow(axis: Axis, { session: { phases } }: View): readonly Row[] {
  if (phases.length === 0) return [];
  const cells = new Array<string>(axis.cells).fill(" ");
  for (const { phase, at } of phases) cells[axis.cellOf(at)] = phase[0]!.toUpperCase();
  return [labelled("exercise", "accent", row(cells.join(""), "accent"))];
}

// Each kind has a row as far as there are rows; those that have none share the last one, the gravest on top.
function marksRows(marks: readonly Mark[], axis: Axis, state: AppState, rows: number): readonly Row[] {
  const alone = rows < KINDS.length ? KINDS.slice(0, rows - 1) : KINDS;
  const rest = KINDS.slice(alone.length);
  const shared = rest.length === 0 ? [] : [markRow(`${rest.map(({ glyph }) => glyph).join("")} ${rest.length === KINDS.length ? "marks" : "more"}`, rest, marks, axis, state)];
  return [...alone.map((kind) => markRow(`${kind.glyph} ${kind.word}`, [kind], marks, axis, state)), ...shared];
}

function markRow(label: string, kinds: readonly Kind[], marks: readonly Mark[], axis: Axis, state: AppState): Row {
  const here = axis.cellOf(state.clock);
  const cells: { glyph: string; tone: Tone }[] = Array.from({ length: axis.cells }, (_, i) => (i === here ? { glyph: "│", tone: "accent" } : { glyph: i < here ? " " : "·", tone: "quiet" }));
  for (const { kind, glyph, tone } of kinds.toReversed()) for (const mark of marks) if (mark.kind === kind) cells[axis.cellOf(mark.at)] = { glyph, tone };
  return labelled(label, kinds[0]!.tone, cells.map(({ glyph, tone }) => span(glyph, tone)));
}
