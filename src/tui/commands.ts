// The keys that work everywhere in a run: time, panes, people, the director's desk.

import { actingParties } from "../simulation/model.ts";
import { becomes, type Command } from "./keys.ts";
import { openForm } from "./inject.ts";
import { STANDSTILL } from "./phase-words.ts";
import { type AppState, KINDS, NO_OVERLAY, PANES, SPEEDS, STOPS, type View } from "./state.ts";
import { goTo, isAtHead, isDeciding, isPast, jump, jumpDay, linesOf, stepBack, stepForward } from "./travel.ts";
import { countBefore } from "./chronicle.ts";

/** An empty decision paper. */
export const DECISION = { kind: "decision", chosen: 0, field: "options", reason: "", wording: "", top: 0 } as const;

/** Why nothing can be done to the run from here; undefined where it can. */
export function whyNotActing(state: AppState, view: View): string | undefined {
  if (view.readOnly) return "this is a view for reading";
  if (isPast(state, view)) return "this is the past; f begins a branch here";
  if (view.session.standstill === "endex") return STANDSTILL.endex;
  return view.session.run.standing.kind === "ended" ? "the run is over; f begins a branch from an earlier line" : undefined;
}

const whyNotDirecting = (state: AppState, view: View): string | undefined => (view.seat === undefined ? whyNotActing(state, view) : "a seat does not direct; v shows everything");
const readOnly = (_: AppState, view: View): string | undefined => (view.readOnly ? "this is a view for reading" : undefined);

const whyNotOnALine = (state: AppState, view: View): string | undefined => readOnly(state, view) ?? (lookedAt(state, view) === undefined ? "there is no line to look at yet" : undefined);

const open = (overlay: AppState["overlay"]): Command["run"] => (state) => becomes(state, { overlay, playing: false });

function askAbout(about: "fork" | "note" | "search", text: string, state: AppState, view: View): AppState["overlay"] {
  return { kind: "ask", about, text, noteKind: "note", objective: 0, entry: lookedAt(state, view) ?? 0 };
}

// At the newest there may be nothing to go on to.
function whyNotOn(state: AppState, view: View): string | undefined {
  if (!isAtHead(state, view)) return undefined;
  const { run: { standing }, standstill } = view.session;
  if (standing.kind === "deciding") return "a decision waits: d opens it";
  if (standing.kind === "ended") return "the run is over";
  return standstill && STANDSTILL[standstill];
}

/** Time: play, step, jump. */
export const TIME: readonly Command[] = [
  {
    keys: ["space"], label: "play, pause", help: "plays on, or pauses", weight: 9,
    whyNot: whyNotOn,
    run: (state) => becomes(state, { playing: !state.playing }),
  },
  { keys: ["right", "l"], label: "step", help: "goes on by a line", weight: 5, whyNot: whyNotOn, run: (state, view) => stepForward({ ...state, playing: false }, view) },
  { keys: ["left", "h"], label: "back", help: "goes back by a line", weight: 4, run: (state, view) => stepBack({ ...state, playing: false }, view) },
  { keys: ["]"], label: "day", help: "goes on to the next day on which something is told", weight: 0, whyNot: whyNotOn, run: (state, view) => jumpDay({ ...state, playing: false }, view, 1) },
  { keys: ["["], label: "day back", help: "goes back to the day before", weight: 0, run: (state, view) => jumpDay({ ...state, playing: false }, view, -1) },
  { keys: ["}"], label: "rung", help: "goes on to the next change of rung of a crisis pair", weight: 0, whyNot: whyNotOn, run: (state, view) => jump({ ...state, playing: false }, view, "rung", 1) },
  { keys: ["{"], label: "rung back", help: "goes back to the last change of rung", weight: 0, run: (state, view) => jump({ ...state, playing: false }, view, "rung", -1) },
  { keys: [")"], label: "decision", help: "goes on to the next decision", weight: 0, whyNot: whyNotOn, run: (state, view) => jump({ ...state, playing: false }, view, "decision", 1) },
  { keys: ["("], label: "decision back", help: "goes back to the last decision", weight: 0, run: (state, view) => jump({ ...state, playing: false }, view, "decision", -1) },
  { keys: ["home", "g"], label: "start", help: "goes back to the start", weight: 0, run: (state, view) => goTo({ ...state, playing: false }, view, 1) },
  { keys: ["end", "G"], label: "newest", help: "goes to the newest line", weight: 0, run: (state, view) => goTo(state, view, view.entries.length) },
  { keys: ["+", "="], label: "faster", help: "plays faster", weight: 0, whyNot: ({ speed }) => (speed === SPEEDS.length - 1 ? "it is as fast as it gets" : undefined), run: (state) => speedBecomes(state, 1) },
  { keys: ["-"], label: "slower", help: "plays slower", weight: 0, whyNot: ({ speed }) => (speed === 0 ? "it is as slow as it gets" : undefined), run: (state) => speedBecomes(state, -1) },
  {
    keys: ["w"], label: "stops", help: "lets playing stop at each warning, at none, or at the first alone", weight: 0,
    run: (state) => {
      const stopsAt = STOPS[(STOPS.indexOf(state.stopsAt) + 1) % STOPS.length]!;
      return becomes(state, { stopsAt, notice: `playing stops at ${stopsAt}` });
    },
  },
  {
    keys: ["t"], label: "pace", help: "paces by events, with quiet days skipped, or lets time run evenly", weight: 0,
    run: (state) => becomes(state, state.pace === "events" ? { pace: "even", notice: "time runs evenly" } : { pace: "events", notice: "paced by events; quiet days are skipped" }),
  },
];

/** Where one looks. */
export const LOOK: readonly Command[] = [
  { keys: ["down", "j"], label: "next line", help: "looks at the next line", weight: 0, run: (state, view) => look(state, view, 1) },
  { keys: ["up", "k"], label: "line before", help: "looks at the line before", weight: 0, run: (state, view) => look(state, view, -1) },
  { keys: ["page-down"], label: "page down", help: "looks a page further", weight: 0, run: (state, view) => look(state, view, 10) },
  { keys: ["page-up"], label: "page up", help: "looks a page back", weight: 0, run: (state, view) => look(state, view, -10) },
  { keys: ["enter"], label: "detail", help: "shows the line that is looked at in full, with its causes", weight: 6, run: (state) => becomes(state, { pane: "detail", zoomed: true }) },
  { keys: ["tab"], label: "panes", help: "goes to the next pane", weight: 7, run: (state) => becomes(state, { pane: PANES[(PANES.indexOf(state.pane) + 1) % PANES.length]! }) },
  { keys: ["shift-tab"], label: "pane back", help: "goes to the pane before", weight: 0, run: (state) => becomes(state, { pane: PANES[(PANES.indexOf(state.pane) + PANES.length - 1) % PANES.length]! }) },
  ...PANES.map((pane, i): Command => ({ keys: [String(i + 1)], label: pane, help: `goes to the ${pane} pane`, weight: 0, run: (state) => becomes(state, { pane }) })),
  { keys: ["z"], label: "alone", help: "shows the pane alone, or with the others again", weight: 0, run: (state) => becomes(state, { zoomed: !state.zoomed }) },
  { keys: ["p"], label: "party", help: "shows the lines of the next party alone, and then all again", weight: 0, run: nextParty },
  { keys: ["o"], label: "kind", help: "shows lines of the next kind alone, and then all again", weight: 0, run: (state) => becomes(state, { kind: KINDS[(KINDS.indexOf(state.kind) + 1) % KINDS.length]!, selected: undefined }) },
  { keys: ["/"], label: "search", help: "shows the lines that hold some words alone", weight: 0, run: (state, view) => becomes(state, { overlay: askAbout("search", state.search, state, view) }) },
  {
    keys: ["escape"], label: "back", help: "goes back: to the panes, the story, all lines, the newest line", weight: 8,
    whyNot: (state) => (isOutmost(state) ? "nothing is open; q ends the sitting" : undefined),
    run: back,
  },
];

/** Seats, branches, and the director's desk. */
export const PEOPLE: readonly Command[] = [
  { keys: ["d"], label: "decide", help: "opens the decision that waits", weight: 10, whyNot: (state, view) => (isDeciding(state, view) ? readOnly(state, view) : "no decision waits"), run: (state) => becomes(state, { overlay: DECISION }) },
  { keys: ["s"], label: "seat", help: "takes a party's seat, or leaves it", weight: 3, whyNot: whyNotActing, run: open({ kind: "seats", chosen: 0 }) },
  {
    keys: ["v"], label: "view", help: "opens the director's view of everything, or goes back to the seat's", weight: 0,
    whyNot: (_, { session, readOnly: fixed }) => (fixed ? "this view was chosen when it was opened" : session.run.seats.size === 0 ? "no seat is taken: this is the view of everything" : undefined),
    run: (state, { session, seat }) => ({ state, effects: [{ do: "see-as", party: seat === undefined ? [...session.run.seats][0] : undefined }] }),
  },
  {
    keys: ["y"], label: "believed", help: "shows what the seat believed beside what was", weight: 0,
    whyNot: (_, { session }) => (session.run.seats.size === 0 ? "no seat is taken" : undefined),
    run: open({ kind: "review", top: 0 }),
  },
  { keys: ["f"], label: "fork", help: "begins a branch at the line that is looked at", weight: 2, whyNot: whyNotOnALine, run: (state, view) => becomes(state, { playing: false, overlay: askAbout("fork", state.drafts["fork"] ?? "", state, view) }) },
  { keys: ["b"], label: "branches", help: "lists the branches: to go to one, or to lay one beside this", weight: 0, whyNot: (_, { session }) => (session.state.branches.size < 2 ? "there is one branch; f begins another" : undefined), run: open({ kind: "branches", chosen: 0 }) },
  { keys: ["i"], label: "inject", help: "fills in an inject: an incident, a pressure, a statement, a failure of the line", weight: 1, whyNot: whyNotDirecting, run: (state) => becomes(state, { playing: false, overlay: { kind: "inject", form: openForm() } }) },
  { keys: ["e"], label: "items", help: "lists what the scenario still holds: to release, hold, skip or move it", weight: 0, whyNot: (_, { seat }) => (seat === undefined ? undefined : "a seat does not know what is coming"), run: open({ kind: "items", chosen: 0 }) },
  { keys: ["a"], label: "assume", help: "changes an assumption from here on", weight: 0, whyNot: whyNotDirecting, run: open({ kind: "assumptions", chosen: 0, search: "", value: undefined }) },
  { keys: ["n"], label: "note", help: "writes a note on the line that is looked at", weight: 0, whyNot: whyNotOnALine, run: (state, view) => becomes(state, { overlay: askAbout("note", state.drafts["note"] ?? "", state, view) }) },
  {
    keys: ["x"], label: "exercise", help: "stops the clock to declare STARTEX, HOLD, that a hold is lifted, or ENDEX", weight: 0,
    whyNot: (state, view) => readOnly(state, view) ?? (view.seat === undefined ? undefined : "a seat does not direct; v shows everything"),
    run: open({ kind: "phases", chosen: 0, askedTwice: false }),
  },
  { keys: ["?"], label: "help", help: "lists the keys that work here", weight: 8, run: open({ kind: "help", top: 0 }) },
  { keys: ["q", "ctrl-c"], label: "quit", help: "ends the sitting; the journal keeps it", weight: 3, run: (state) => ({ state, effects: [{ do: "quit" }] }) },
];

/** The entry that is looked at: the chosen one, or the newest that has a line. */
export function lookedAt(state: AppState, view: View): number | undefined {
  if (state.selected !== undefined && state.selected < state.cursor) return state.selected;
  const lines = linesOf(state, view);
  return lines[countBefore(lines, state.cursor) - 1]?.entry;
}

function look(state: AppState, view: View, by: number): ReturnType<Command["run"]> {
  const lines = linesOf(state, view);
  const shown = countBefore(lines, state.cursor);
  if (shown === 0) return becomes(state, {});
  const at = lookedAt(state, view)!;
  const next = Math.max(0, Math.min(shown - 1, countBefore(lines, at) + by));
  return becomes(state, { selected: next === shown - 1 ? undefined : lines[next]!.entry });
}

function nextParty(state: AppState, { model }: View): ReturnType<Command["run"]> {
  const acting = actingParties(model);
  const at = state.party === undefined ? 0 : acting.indexOf(state.party) + 1;
  return becomes(state, { party: acting[at], selected: undefined });
}

// Where there is nothing to go back from: the story with all its lines, at the newest.
function isOutmost({ zoomed, pane, search, party, kind, selected }: AppState): boolean {
  return !zoomed && pane === "story" && search === "" && party === undefined && kind === "everything" && selected === undefined;
}

function back(state: AppState): ReturnType<Command["run"]> {
  if (state.zoomed) return becomes(state, { zoomed: false, pane: "story" });
  if (state.pane !== "story") return becomes(state, { pane: "story" });
  if (state.search !== "" || state.party !== undefined || state.kind !== "everything") return becomes(state, { search: "", party: undefined, kind: "everything" });
  return becomes(state, { selected: undefined });
}

function speedBecomes(state: AppState, by: 1 | -1): ReturnType<Command["run"]> {
  const speed = state.speed + by;
  return becomes(state, { speed, notice: `pace: ${SPEEDS[speed]!.name}` });
}

/** Closes what is open over the panes. */
export function closed(state: AppState): AppState {
  return { ...state, overlay: NO_OVERLAY };
}
