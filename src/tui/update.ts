// What becomes of the state: by a key, by time that passes, by a terminal that changes its size, by a run that has gone on.

import { identityOf } from "../kernel/choices.ts";
import { countBefore, entriesBefore } from "./chronicle.ts";
import { oneLine } from "./typing.ts";
import { DECISION } from "./commands.ts";
import { keyboardsOf } from "./frame.ts";
import { press } from "./keys.ts";
import { type AppState, type Change, SPEEDS, type View } from "./state.ts";
import { ACTS } from "../terms/acts.ts";
import type { Entry } from "../simulation/trace.ts";
import { readAnew } from "./scrolling.ts";
import { endOfLine, isDeciding, minuteAt, stepForward } from "./travel.ts";

/** A key was pressed. Quitting works everywhere, also where text is typed. */
export function keyed(state: AppState, view: View, key: string): Change {
  if (key === "ctrl-c") return { state, effects: [{ do: "quit" }] };
  const change = press(state, view, keyboardsOf(state), key);
  return { ...change, state: readAnew(state, change.state) };
}

/** A text was pasted. Its line ends are spaces: a line that is typed has none, and no paste sends one off. */
export function pasted(state: AppState, view: View, text: string): AppState {
  const [foremost] = keyboardsOf(state);
  const line = oneLine(text);
  if (foremost?.typed === undefined) return { ...state, notice: "pasted text goes where text is typed: a note, a reason, a search" };
  return line === "" ? state : foremost.typed({ ...state, notice: undefined }, view, line).state;
}

/** A stretch of real time has passed while the run plays. */
export function passed(state: AppState, view: View, seconds: number): Change {
  if (!state.playing) return { state, effects: [] };
  const { minutesPerSecond } = SPEEDS[state.speed]!;
  if (state.pace === "events") return stepForward(state, view);
  const minute = Math.min(view.model.scenario.minutes, state.clock + Math.max(1, Math.round(minutesPerSecond * seconds)));
  const known = view.entries.findLastIndex(({ at }) => at <= minute) + 1;
  return { state: { ...state, cursor: Math.max(state.cursor, known), clock: minute, selected: undefined }, effects: known >= view.entries.length && view.session.run.standing.kind === "open" ? [{ do: "go-through" as const, minute }] : [] };
}

/** How long until time should pass again, in milliseconds. */
export function tickOf({ pace, speed }: AppState): number {
  return pace === "even" ? 100 : 1000 / SPEEDS[speed]!.linesPerSecond;
}

/** The terminal has another size. */
export function resized(state: AppState, columns: number, rows: number): AppState {
  return { ...state, columns, rows };
}

/** The run has gone on or another one is shown: what was at the head stays there, or goes on `byLine`, and a decision that waits is opened. */
export function caughtUp(state: AppState, view: View, wasAtHead: boolean, byLine = false): AppState {
  const head = byLine ? nextLineEnd(state, view) : view.entries.length;
  const cursor = Math.max(1, Math.min(wasAtHead ? head : state.cursor, view.entries.length));
  const moved = { ...readAnew(state, { ...state, cursor }), clock: Math.max(minuteAt(cursor, view), state.pace === "even" && state.playing ? state.clock : 0) };
  const { standing } = view.session.run;
  if (standing.kind !== "deciding" || !isDeciding(moved, view)) return moved;
  const waits = { ...moved, playing: false };
  const asked = identityOf(standing.question);
  // Whoever has put it aside to look around is not asked again.
  if (asked === state.asked || view.readOnly || view.session.standstill !== undefined || moved.overlay.kind !== "none") return waits;
  return { ...waits, asked, overlay: DECISION };
}

// What happens in one minute becomes known together, and is shown line by line all the same.
function nextLineEnd({ cursor }: AppState, view: View): number {
  const next = view.chronicle.lines[countBefore(view.chronicle.lines, cursor)];
  return next === undefined ? view.entries.length : endOfLine(view, next);
}

/** Playing stops at the end, where the exercise is held or over, and at warnings where that is wanted, to ask what comes next. */
export function pausedWhereAsked(state: AppState, before: AppState, view: View): AppState {
  if (!state.playing) return state;
  const { seen } = view.chronicle;
  const mayStop = before.stopsAt === "each warning" || (before.stopsAt === "the first warning" && !before.warned);
  const crossed = mayStop && seen.slice(entriesBefore(seen, before.cursor), entriesBefore(seen, state.cursor)).some(isWarning);
  if (crossed) return { ...state, playing: false, warned: true, notice: `${before.warned ? "A" : "The first"} warning. What comes next? space plays on.` };
  const { run, standstill } = view.session;
  const ended = state.cursor >= view.entries.length && (run.standing.kind === "ended" || standstill !== undefined) && state.cursor === before.cursor;
  return ended ? { ...state, playing: false } : state;
}

// Somebody is warned: in words over the line or in public, or by a show.
function isWarning(entry: Entry): boolean {
  if (entry.kind === "message") return entry.message === "warning" && entry.stage !== "waiting";
  return (entry.kind === "statement" && entry.statement === "threat") || (entry.kind === "act" && ACTS[entry.act].family === "show");
}
