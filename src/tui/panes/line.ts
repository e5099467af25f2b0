// The line: what is declared of it and what is practised, when it is due, and under it everything said and rung.

import { LEVELS } from "../../report/call-lines.ts";
import { clock, joined, partyName, shortDate, timeIn, TRUST_WORDS } from "../../report/words.ts";
import { isDueCall } from "../../simulation/trace.ts";
import { countBefore } from "../chronicle.ts";
import { lineNow } from "../line-status.ts";
import type { PanePart } from "../parts.ts";
import { row, type Row, type Size, span, type Tone, widthOf, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { bareName, shortened, textRow, timeSpan, when, within } from "./pane-text.ts";
import { type Item, itemsOf, shownOn } from "./transcript.ts";

/** From this width on a row has the date, the names and the fate beside each other. */
const ROOMY = 60;
/** Below this width there is no room for names: arrows go from the first end of a line to the second, or back. */
const NARROW = 40;

/** How each line stands, and its transcript, newest last. */
export const LINE: PanePart = {
  commands: [],
  title: (state, view) => {
    const lines = linesKnown(view);
    if (lines.length !== 1) return lines.length === 0 ? "No line" : "Lines";
    const { declared, practised } = lineNow(lines[0]!, state, view);
    return `Line: declared ${declared}, ${practised}`;
  },
  rows: (state, view, size) => {
    const lines = linesKnown(view);
    if (lines.length === 0) return wrap("No line is known from here.", size.width).map((text) => row(text, "quiet"));
    const items = itemsOn(lines, state, view);
    // A status may take half of the room, the transcript has the rest.
    const status = statuses(lines, state, view, size);
    const room = Math.max(0, size.height - status.length);
    // The newest stand at the end, so one scrolls back from there.
    const later = state.pane === "line" ? Math.min(-state.top, Math.max(0, items.length - 1)) : 0;
    if (later === 0) return within([...status, ...transcript(items, view, { width: size.width, height: room })], size.width).slice(0, size.height);
    return within([...status, ...transcript(items.slice(0, -later), view, { width: size.width, height: room - 1 }), row(`↓ ${later} later`, "quiet")], size.width).slice(0, size.height);
  },
  bounds: (state, view, size) => {
    const lines = linesKnown(view);
    const { length } = itemsOn(lines, state, view);
    const room = size.height - statuses(lines, state, view, size).length;
    // Rules between days take some of the room, at most every second row.
    return [length <= room ? 0 : Math.min(0, Math.floor(room / 2) - length), 0];
  },
};

function itemsOn(lines: readonly number[], { cursor }: AppState, view: View): readonly Item[] {
  return lines.flatMap((line) => itemsOf(view.model.lines[line]!, cursor, view)).toSorted((a, b) => a.last - b.last);
}

// A seat knows of the lines that it is an end of.
function linesKnown({ model, seat }: View): readonly number[] {
  return model.lines.filter(({ ends }) => seat === undefined || ends.some((end) => model.parties[end]!.text === seat)).map(({ index }) => index);
}

function statuses(lines: readonly number[], state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const room = Math.max(lines.length, Math.floor(height / 2));
  const each = Math.floor(room / lines.length);
  return lines.flatMap((line) => statusOf(line, lines.length > 1, state, view, width).slice(0, each));
}

// What matters most first: a small pane shows the beginning.
function statusOf(line: number, isOneOfSeveral: boolean, state: AppState, view: View, width: number): readonly Row[] {
  const { scenario } = view.model;
  const { name, ends } = view.model.lines[line]!;
  const { declared, practised } = lineNow(line, state, view);
  const channel = scenario.channels[name.text]!;
  const [a, b] = ends.map((end) => view.model.parties[end]!.text) as [string, string];
  const called = isOneOfSeveral ? `${channel.name}: ` : "";
  const due = dueText(line, state, view);
  const standing = `${called}declared ${declared}, ${practised === "in use" ? "in use" : `${practised} in practice`}`;
  if (width < NARROW) return [isOneOfSeveral ? `${declared}, ${practised}: ${channel.name}` : standing, due.short, ...(isOneOfSeveral ? [] : [`→ ${bareName(view, b)}, ← ${bareName(view, a)}`])].map((text) => textRow(text, width, due.isOverdue && text === due.short ? "force" : "plain"));
  const facts: readonly (readonly [string, Tone])[] = [
    [standing, declared === "open" && practised === "in use" ? "good" : "warning"],
    [due.text, due.isOverdue ? "force" : "plain"],
    [`${channel.name}: ${partyName(scenario, a)} ↔ ${partyName(scenario, b)}, by ${channel.medium === "in-person" ? "meeting" : channel.medium}`, "heading"],
    [levelsText(line, state, view), "plain"],
    ...trustTexts([a, b], state, view).map((text) => [text, "plain"] as const),
  ];
  return facts.flatMap(([text, tone]) => (width < ROOMY ? wrap(text, width).map((part) => row(part, tone)) : [textRow(text, width, tone)]));
}

function dueText(line: number, state: AppState, view: View): { readonly text: string; readonly short: string; readonly isOverdue: boolean } {
  const { overdue, nextDue, practised } = lineNow(line, state, view);
  if (view.model.lines[line]!.slots.length === 0) return { text: "no call is ever due on it", short: "no due calls", isOverdue: false };
  const inTime = nextDue === undefined ? "" : timeSpan(nextDue - state.clock);
  const next = nextDue === undefined ? "no call is due any more" : `next call due in ${inTime}, ${when(view, nextDue, nextDue - state.clock >= 1440)}${practised === "in use" ? "" : " (the line does not ring)"}`;
  if (!overdue) return { text: next, short: nextDue === undefined ? next : `due in ${inTime}`, isOverdue: false };
  const missed = missedSince(line, state, view);
  const by = missed === undefined ? "" : ` by ${timeSpan(state.clock - missed)}`;
  return { text: `CALL OVERDUE${by}; ${next}`, short: `OVERDUE${by}`, isOverdue: true };
}

// Since when a call is overdue: the first due one that did not come about, with none that did after it.
function missedSince(line: number, state: AppState, view: View): number | undefined {
  const { slots } = view.model.lines[line]!;
  let root: string | undefined;
  for (const entry of shownOn(view.model.lines[line]!, state.cursor, view)) {
    if (entry.kind !== "call") continue;
    if (entry.call === "answered" || entry.call === "held") root = undefined;
    else if ((entry.call === "unanswered" || entry.call === "not-rung") && isDueCall(entry)) root ??= entry.root;
  }
  return slots.find((slot) => view.model.roots[slot.root]!.text === root)?.at;
}

function levelsText(line: number, state: AppState, view: View): string {
  const entries = shownOn(view.model.lines[line]!, state.cursor, view);
  const used = entries.findLast((entry) => entry.kind === "call" && (entry.call === "answered" || entry.call === "held"));
  const added = entries.flatMap((entry) => (entry.kind === "tier" ? [LEVELS[entry.tier]] : []));
  const last = used?.kind === "call" ? `last used by ${LEVELS[used.tier]}, ${when(view, used.at, true)}` : "not used yet";
  return added.length === 0 ? last : `${last}; added: ${joined(added)}`;
}

function trustTexts([a, b]: readonly [string, string], { cursor }: AppState, { model, chronicle, seat }: View): readonly string[] {
  return [[a, b], [b, a]].filter(([who]) => seat === undefined || who === seat).map(([who, whom]) => {
    const moved = chronicle.trusts.slice(0, countBefore(chronicle.trusts, cursor)).findLast((move) => move.who === who && move.whom === whom);
    const level = moved?.level ?? model.openingTrust[model.partyOf.get(who!)! * model.size + model.partyOf.get(whom!)!]!;
    return `trust of ${partyName(model.scenario, who)} in ${partyName(model.scenario, whom)}: ${TRUST_WORDS[level]!}`;
  });
}

function transcript(items: readonly Item[], view: View, { width, height }: Size): readonly Row[] {
  if (height <= 0) return [];
  if (items.length === 0) return [textRow("Nothing was rung or said yet.", width, "quiet")];
  const shown = items.slice(-height);
  if (width >= ROOMY) {
    const whole = shown.map((item) => namesOf(item, view));
    // Names that leave no room for what was said and what became of it give way to the short ones of the file.
    const names = width - Math.max(...whole.map(widthOf)) >= LEAST_BESIDE_NAMES ? whole : shown.map(({ from, to }) => (from === undefined ? "" : `${from} → ${to!}`));
    const column = Math.max(...names.map(widthOf));
    return shown.map((item, i) => roomyRow(item, names[i]!, column, view, width));
  }
  // A narrow row has no date: the day stands in a rule of its own, above the first row too where there is room.
  const rule = (item: Item): Row => textRow(`── ${dateOf(item, view)}`, width, "heading");
  const rows = shown.flatMap((item, i): readonly { readonly row: Row; readonly item: Item }[] => {
    const isNewDay = i > 0 && dateOf(shown[i - 1]!, view) !== dateOf(item, view);
    return [...(isNewDay ? [{ row: rule(item), item }] : []), { row: width < NARROW ? narrowRow(item, view, width) : middlingRow(item, view, width), item }];
  });
  if (height < 4) return rows.slice(-height).map(({ row: one }) => one);
  const fitting = rows.slice(1 - height);
  const isRuled = fitting.length > 1 && fitting[0]!.item === fitting[1]!.item;
  return [...(isRuled ? [] : [rule(fitting[0]!.item)]), ...fitting.map(({ row: one }) => one)];
}

/** Columns for the time of a row, for what was said and for what became of it. */
const LEAST_BESIDE_NAMES = 48;

function dateOf({ at }: Item, { model }: View): string { return shortDate(timeIn(model.scenario, at)); }

function namesOf({ from, to }: Item, view: View): string {
  return from === undefined ? "" : `${bareName(view, from)} → ${bareName(view, to)}`;
}

function roomyRow(item: Item, names: string, column: number, view: View, width: number): Row {
  const time = `${when(view, item.at, true).padEnd(12)} `;
  const who = names === "" ? "" : `${names}${" ".repeat(column - widthOf(names) + 2)}`;
  const fate = item.fate === "" ? "" : `: ${item.fate}`;
  const line = linesKnown(view).length > 1 ? `  (${view.model.scenario.channels[item.line]?.name ?? item.line})` : "";
  const room = Math.max(0, width - widthOf(time) - widthOf(who));
  const what = shortened(item.what, Math.max(8, room - widthOf(fate)));
  return [span(time, "quiet"), span(who), span(what), span(fate, item.tone), span(widthOf(what) + widthOf(fate) + widthOf(line) <= room ? line : "", "quiet")];
}

function middlingRow(item: Item, view: View, width: number): Row {
  return fateFirst(item, `${bareName(view, item.from).slice(0, 10)}→${bareName(view, item.to).slice(0, 10)}`, item.fate, view, width);
}

function narrowRow(item: Item, view: View, width: number): Row {
  const line = view.model.lines.find(({ name }) => name.text === item.line)!;
  const arrow = view.model.parties[line.ends[0]]!.text === item.from ? "→" : "←";
  return fateFirst(item, arrow + (linesKnown(view).length > 1 ? bareName(view, item.to).slice(0, 3) : ""), shortFate(item.fate), view, width);
}

// The fate comes before what it is the fate of: it must not be what is cut off.
function fateFirst(item: Item, arrow: string, fate: string, view: View, width: number): Row {
  const time = `${clock(timeIn(view.model.scenario, item.at))} `;
  const who = item.from === undefined ? "" : `${arrow} `;
  const left = Math.max(0, width - widthOf(time) - widthOf(who));
  const outcome = fate === "" ? "" : shortened(fate, Math.max(Math.min(20, left - 4), left - 12));
  const room = left - widthOf(outcome) - (outcome === "" ? 0 : 1);
  return [span(time, "quiet"), span(who), span(outcome, item.tone), span(room < 2 ? "" : `${outcome === "" ? "" : " "}${shortened(item.what, room)}`)];
}

function shortFate(fate: string): string {
  return fate.endsWith("unanswered") ? "unanswered" : fate.split("; ").at(-1)!.split(/[,:]/)[0]!;
}
