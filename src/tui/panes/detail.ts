// The entry that is looked at in full: what it is, what brought it about, what it led to.

import { decisiveLines, searchedLines } from "../../report/explain-text.ts";
import { withArticle } from "../../report/fill.ts";
import { givenSentences } from "../../report/given-words.ts";
import { causesOf as causesIn } from "../../report/causes.ts";
import { NOTED } from "../../report/sitting-text.ts";
import { longDate, timeIn } from "../../report/words.ts";
import type { Entry } from "../../simulation/trace.ts";
import { lookedAt } from "../commands.ts";
import { becomes, type Command } from "../keys.ts";
import type { PanePart } from "../parts.ts";
import { row, type Row, type Size, span, widthOf, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { factsOf } from "./entry-facts.ts";
import { causesOf, effectsOf, knownEntry, tellingOf } from "./known-entries.ts";
import { shortened, textRow, when, within } from "./pane-text.ts";

/** How many effects are listed beside other panes, and where all of the pane can be scrolled through. */
const EFFECTS = { atAGlance: 12, inFull: 400 };

const go = (target: (state: AppState, view: View) => number | undefined): Command["run"] => (state, view) => becomes(state, { selected: target(state, view), playing: false });

const COMMANDS: readonly Command[] = [
  { keys: ["c"], label: "cause", help: "looks at what brought this about", weight: 9, whyNot: (state, view) => (causeOf(state, view) === undefined ? "nothing known from here brought it about" : undefined), run: go(causeOf) },
  { keys: ["m"], label: "led to", help: "looks at the first thing that this led to", weight: 8, whyNot: (state, view) => (effectOf(state, view) === undefined ? "it has led to nothing that is known yet" : undefined), run: go(effectOf) },
  { keys: ["r"], label: "beside", help: "looks at the next thing that the same cause led to", weight: 7, whyNot: (state, view) => (besideOf(state, view) === undefined ? "its cause led to nothing else that is known" : undefined), run: go(besideOf) },
];

/** The story line in full, kind and parties, notes on it, then causes back to the root, nearest first, then direct effects. */
export const DETAIL: PanePart = {
  commands: COMMANDS,
  title: (state, view) => {
    const entry = entryAt(state, view);
    return entry === undefined ? "Detail" : `Detail: ${when(view, entry.at, true)}`;
  },
  rows: (state, view, size) => {
    const number = lookedAt(state, view);
    if (number === undefined) return wrap("Nothing has happened yet that could be looked at.", size.width).map((text) => row(text, "quiet"));
    const entry = entryAt(state, view);
    if (entry === undefined) return [textRow("Something not known from here.", size.width, "quiet")];
    return within(sections(entry, state, view, size), size.width);
  },
};

function entryAt(state: AppState, view: View): Entry | undefined {
  const number = lookedAt(state, view);
  return number === undefined ? undefined : knownEntry(view, state.cursor, number);
}

function causeOf(state: AppState, view: View): number | undefined {
  const cause = entryAt(state, view)?.cause;
  return cause === undefined ? undefined : knownEntry(view, state.cursor, cause)?.number;
}

function effectOf(state: AppState, view: View): number | undefined {
  const entry = entryAt(state, view);
  return entry === undefined ? undefined : effectsOf(view, state.cursor, entry.number)[0]?.number;
}

// Round and round, so that every effect of one cause is reached. A seat does not learn what an unknown cause led to.
function besideOf(state: AppState, view: View): number | undefined {
  const entry = entryAt(state, view);
  const cause = causeOf(state, view);
  if (entry === undefined || cause === undefined) return undefined;
  const all = effectsOf(view, state.cursor, cause).map(({ number }) => number);
  return all.length < 2 ? undefined : all[(all.indexOf(entry.number) + 1) % all.length];
}

function sections(entry: Entry, state: AppState, view: View, { width, height }: Size): readonly Row[] {
  const causes = causesOf(view, state.cursor, entry).map((cause) => (cause === "unknown" ? [span("  "), ...textRow("something not known from here", width - 2, "quiet")] : entryRow(cause, view, width)));
  const effects = effectsOf(view, state.cursor, entry.number);
  const isRead = state.pane === "detail";
  const most = isRead ? EFFECTS.inFull : EFFECTS.atAGlance;
  const listed = effects.slice(0, most).map((effect) => entryRow(effect, view, width));
  const more = effects.length > most ? [textRow(`  and ${effects.length - most} more`, width, "quiet")] : [];
  const told = wrap(tellingOf(view, entry), width).map((text) => row(text, "heading"));
  const turned = turnedOn(entry, view, width);
  const all = [
    { rows: told, least: 2 },
    { rows: [...headOf(entry, view, width), ...factsOf(entry, view).flatMap((fact) => wrap(fact, width).map((text) => row(text)))], least: 0 },
    { rows: saidOf(entry, view, width), least: 0 },
    { rows: notesOn(entry, view, width), least: 0 },
    { rows: [row("because of", "accent"), ...(causes.length === 0 ? [textRow("  nothing before it: it came from outside", width, "quiet")] : causes)], least: 2 },
    ...(turned.length === 0 ? [] : [{ rows: turned, least: 2 }]),
    { rows: [row("led to", "accent"), ...(effects.length === 0 ? [textRow("  nothing yet", width, "quiet")] : [...listed, ...more])], least: 2 },
  ];
  return isRead ? all.flatMap(({ rows }) => rows) : inRoom(all, width, height);
}

// The choices that the entry turned on, as they are found, and how far the search came.
function turnedOn(entry: Entry, { decisives, model: { scenario } }: View, width: number): readonly Row[] {
  if (decisives?.entry !== entry.number) return [];
  const { found, searched } = decisives;
  const layout = { width: Math.max(1, width - 2), colour: false };
  const indented = (line: string, tone: "plain" | "quiet"): Row => textRow(`  ${line}`, width, tone);
  const searchLines = (of: typeof searched): readonly string[] => {
    if (of === undefined) return ["looking …"];
    return of === "too long" ? ["the run is too long to look here: deconflict explain does"] : searchedLines(scenario, of, found.length, layout);
  };
  return [
    row("it turned on", "accent"),
    ...found.flatMap((one) => decisiveLines(scenario, one, layout)).map((line) => indented(line, "plain")),
    ...searchLines(searched).map((line) => indented(line, "quiet")),
  ];
}

function headOf(entry: Entry, view: View, width: number): readonly Row[] {
  const { scenario } = view.model;
  const who = entry.who === undefined ? "" : `: ${withArticle(scenario, entry.who)}`;
  const whom = entry.whom === undefined ? "" : `${entry.who === undefined ? ":" : ""} ${entry.kind === "message" || entry.kind === "call" ? "to" : "toward"} ${withArticle(scenario, entry.whom)}`;
  return wrap(`${KINDS[entry.kind]}${who}${whom}. ${longDate(timeIn(scenario, entry.at))}, ${when(view, entry.at, false)}.`, width).map((text) => row(text, "quiet"));
}

// What whoever decided said of it; with what was then said over a line or in public, how they worded it. A seat has its own words alone.
function saidOf(entry: Entry, { session: { run }, entries, seat }: View, width: number): readonly Row[] {
  const decision = entry.kind === "message" || entry.kind === "statement" ? [...causesIn(entry, entries)].find(({ kind, who }) => kind === "decision" && who === entry.who) : entry;
  const words = decision === undefined ? undefined : run.answered.get(decision.number);
  if (words === undefined || (seat !== undefined && seat !== words.by)) return [];
  const { wording } = words;
  return givenSentences(decision === entry || wording === undefined ? words : { wording }).flatMap((text) => wrap(text, width)).map((line) => row(line, "own"));
}

// Notes are the director's: they may say what a seat must not know.
function notesOn({ id }: Entry, { session, seat }: View, width: number): readonly Row[] {
  if (seat !== undefined) return [];
  return session.state.notes.filter(({ entry }) => entry === id)
    .flatMap(({ kind, objective, text }) => wrap(`${NOTED[kind]}${objective === undefined ? "" : ` (${objective})`}: ${text}`, width).map((line) => row(line, "own")));
}

const KINDS: Readonly<Record<Entry["kind"], string>> = {
  "run.started": "The beginning", "run.ended": "The end", "pressure": "A pressure", "order": "An order", "shock": "A shock from outside", "item.skipped": "Something held in store",
  "act.ordered": "A preparation", "act.called-off": "A preparation called off", "act": "An act", "rule.disputed": "A disputed rule", "perceived": "A reading", "unattributed": "A reading",
  "unseen": "Something unseen", "stance": "A change of stance", "waited": "A wait", "decision.opened": "A decision to make", "decision": "A decision", "decision.dropped": "A decision dropped",
  "call": "A call", "message": "A message", "relay": "A request passed on", "statement": "A public statement", "trust": "A change of trust", "tier": "A level of the line", "goal": "A goal",
};

function entryRow(entry: Entry, view: View, width: number): Row {
  const time = `  ${when(view, entry.at, width >= 40)} `;
  return [span(time, "quiet"), span(shortened(tellingOf(view, entry), Math.max(0, width - widthOf(time))))];
}

interface Section { readonly rows: readonly Row[]; readonly least: number; }

// At a glance, what does not fit is taken from the longest section, down to the least of each; a cut one says how much more there is.
function inRoom(all: readonly Section[], width: number, height: number): readonly Row[] {
  const sizes = all.map(({ rows }) => rows.length);
  for (let over = sizes.reduce((a, b) => a + b, 0) - height; over > 0; over--) {
    const spare = sizes.map((size, i) => size - Math.min(all[i]!.least, all[i]!.rows.length));
    const most = Math.max(...spare);
    if (most <= 0) break;
    sizes[spare.indexOf(most)]!--;
  }
  return all.flatMap(({ rows }, i) => {
    const size = sizes[i]!;
    if (size >= rows.length || size < 3) return rows.slice(0, size);
    return [...rows.slice(0, size - 1), textRow(`  … ${rows.length - size + 1} more`, width, "quiet")];
  });
}
