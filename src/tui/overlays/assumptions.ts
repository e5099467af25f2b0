// Every assumption in force: looked for by typing, changed by typing its value as a file would have it.

import { writtenValue } from "../../report/written.ts";
import type { Model } from "../../simulation/model.ts";
import { closed, whyNotActing } from "../commands.ts";
import { becomes } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { fit, marked, row, type Row, span, type Size, wrap } from "../rows.ts";
import type { AppState, Change, Overlay, View } from "../state.ts";
import { editingKeys } from "../typing.ts";

type Assumption = Model["scenario"]["assumptions"][number];
type Open = Extract<Overlay, { readonly kind: "assumptions" }>;

const PAGE = 10;
const KEY = 40;
const BY_DIRECTOR = "changed by the director";

/** The list with its keys. */
export const ASSUMPTIONS: OverlayPart<"assumptions"> = {
  title: (overlay, _, view) => (isEditing(overlay, view) ? `Another value for ${chosenIn(overlay, view)?.key ?? ""}` : "What is assumed"),
  typed: (state, view, text) => write(state, view, (before) => before + text),
  commands: [
    {
      keys: ["enter"], label: "change", help: "takes the value to be written over, and then sends what is written", weight: 9,
      whyNot: (state, view) => whyNotActing(state, view) ?? (chosenIn(open(state), view) === undefined ? "nothing is called so" : undefined),
      run: (state, view) => (isEditing(open(state), view) ? send(state, view) : edit(state, view)),
    },
    { keys: ["down"], label: "down", help: "goes down the list", weight: 5, run: (state, view) => move(state, view, 1) },
    { keys: ["up"], label: "up", help: "goes up the list", weight: 4, run: (state, view) => move(state, view, -1) },
    { keys: ["page-down"], label: "page", help: "goes a page down the list", weight: 0, run: (state, view) => move(state, view, PAGE) },
    { keys: ["page-up"], label: "page up", help: "goes a page up the list", weight: 0, run: (state, view) => move(state, view, -PAGE) },
    ...editingKeys(write),
    { keys: ["escape"], label: "back", help: "leaves the value, then the search, then the list; what is typed is kept", weight: 8, run: back },
  ],
  rows: (overlay, _, view, size) => {
    const head = headRows(overlay, view).map((line) => fit(line, size.width));
    const foot = footRows(overlay, view, size.width);
    const room = Math.max(1, size.height - head.length - foot.length);
    return [...head, ...listRows(overlay, view, { ...size, height: room }), ...foot];
  },
};

function open(state: AppState): Open {
  return overlayOf(state, "assumptions");
}

function found({ search }: Open, { model: { scenario: { assumptions } } }: View): readonly Assumption[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  // What is called so stands before what only speaks of it.
  const [called, spokenOf] = [true, false].map((inKey) => assumptions.filter(({ key, why, ground }) => holds(key) === inKey && (inKey || holds(`${key} ${why} ${ground}`))));
  return [...called!, ...spokenOf!];
}

function chosenIn(overlay: Open, view: View): Assumption | undefined {
  const list = found(overlay, view);
  return list[Math.min(overlay.chosen, list.length - 1)];
}

// One more step than when the value was sent: it was not refused, and it stands.
function isTaken({ sent }: Open, { session }: View): boolean {
  return sent !== undefined && session.run.steps.length > sent;
}

function isEditing(overlay: Open, view: View): boolean {
  return overlay.value !== undefined && !isTaken(overlay, view);
}

function draftOf({ key }: Assumption): string {
  return `value of ${key}`;
}

function put(state: AppState, overlay: Omit<Open, "sent">, sent?: number): Change {
  const { kind, chosen, search, value } = overlay;
  return becomes(state, { overlay: { kind, chosen, search, value, ...(sent === undefined ? {} : { sent }) } });
}

function edit(state: AppState, view: View): Change {
  const overlay = open(state);
  const assumption = chosenIn(overlay, view)!;
  return put(state, { ...overlay, value: state.drafts[draftOf(assumption)] ?? writtenValue(assumption.value) });
}

function send(state: AppState, view: View): Change {
  const overlay = open(state);
  const assumption = chosenIn(overlay, view)!;
  const value = overlay.value!.trim();
  if (value === "") return becomes(state, { notice: "not yet: there is no value" });
  const { [draftOf(assumption)]: _sent, ...drafts } = state.drafts;
  // The value stands as it is typed, since its notation is the file's; whatever does not fit there is refused in words.
  const overlayText = `set:\n  ${JSON.stringify(`assumptions.${assumption.key}`)}:\n    value: ${value}\n${rangeKept(assumption, value)}    ground: assumed\n    why: ${BY_DIRECTOR}\n`;
  const change = put({ ...state, drafts }, overlay, view.session.run.steps.length);
  return { ...change, effects: [{ do: "amend", overlay: overlayText, what: `from here on: ${assumption.key} ${value}` }] };
}

function write(state: AppState, view: View, change: (text: string) => string): Change {
  const overlay = open(state);
  if (!isEditing(overlay, view)) return put(state, { ...overlay, search: change(overlay.search), chosen: 0, value: undefined });
  const value = change(overlay.value!);
  const assumption = chosenIn(overlay, view);
  return put(assumption === undefined ? state : { ...state, drafts: { ...state.drafts, [draftOf(assumption)]: value } }, { ...overlay, value });
}

function move(state: AppState, view: View, by: number): Change {
  const overlay = open(state);
  const last = found(overlay, view).length - 1;
  return put(state, { ...overlay, chosen: Math.max(0, Math.min(last, Math.min(last, overlay.chosen) + by)), value: undefined });
}

function back(state: AppState, view: View): Change {
  const overlay = open(state);
  const assumption = chosenIn(overlay, view);
  if (isEditing(overlay, view)) return put(assumption === undefined ? state : { ...state, drafts: { ...state.drafts, [draftOf(assumption)]: overlay.value! } }, { ...overlay, value: undefined });
  return overlay.search === "" ? becomes(closed(state), {}) : put(state, { ...overlay, search: "", chosen: 0, value: undefined });
}

function headRows(overlay: Open, view: View): readonly Row[] {
  const editing = isEditing(overlay, view);
  const count = found(overlay, view).length;
  return [[span("looking for  ", "quiet"), span(`${overlay.search}${editing ? "" : "▏"}`), span(`  ${count} of ${view.model.scenario.assumptions.length}`, "quiet")]];
}

function listRows(overlay: Open, view: View, { width, height }: Size): readonly Row[] {
  const list = found(overlay, view);
  if (list.length === 0) return [row("Nothing is called so.", "quiet")];
  const chosen = Math.min(overlay.chosen, list.length - 1);
  const from = Math.max(0, Math.min(chosen - Math.floor(height / 2), list.length - height));
  return list.slice(from, from + height).map((assumption, i) => {
    const line: Row = [
      span(`${from + i === chosen ? "▸" : " "} ${assumption.key}`.padEnd(KEY)), span(` ${writtenValue(assumption.value)}`, "accent"),
      span(`  ${groundText(assumption)}${rangeText(assumption)}`, "quiet"),
    ];
    return fit(from + i === chosen ? marked(line) : line, width);
  });
}

function footRows(overlay: Open, view: View, width: number): readonly Row[] {
  const assumption = chosenIn(overlay, view);
  if (assumption === undefined) return [];
  const lines = wrap(`${assumption.key} is ${writtenValue(assumption.value)}, ${groundText(assumption)}: ${assumption.why}.${assumption.range === undefined ? "" : ` From ${assumption.range[0]} to ${assumption.range[1]}.`}`, width).map((line) => row(line, "quiet"));
  const parts = isEditing(overlay, view) ? wrap(`${overlay.value!}▏`, Math.max(10, width - 11)) : [];
  return [
    row("─".repeat(width), "quiet"), ...lines,
    ...parts.map((part, i): Row => [span(i === 0 ? "new value  " : " ".repeat(11), "accent"), span(part)]),
    ...(isTaken(overlay, view) ? [row("It holds from here on.", "good")] : []),
  ];
}

// A range goes with a value inside it; outside it says nothing any more.
function rangeKept({ range }: Assumption, value: string): string {
  return range !== undefined && Number(value) >= range[0] && Number(value) <= range[1] ? `    range: [${range[0]}, ${range[1]}]\n` : "";
}

function groundText({ ground, from, why }: Assumption): string {
  if (why === BY_DIRECTOR) return "assumed";
  return `${ground === "assumed" ? "assumed" : `by ${ground}`}${from === "scenario" ? ", set by the scenario" : ""}`;
}

function rangeText({ range }: Assumption): string {
  return range === undefined ? "" : `, ${range[0]} to ${range[1]}`;
}
