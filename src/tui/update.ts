// What becomes of the state: by a key, by time that passes, by a terminal that changes its size, by a run that has gone on.

import { countBefore } from "./chronicle.ts";
import { DECISION } from "./commands.ts";
import { keyboardsOf } from "./frame.ts";
import { press } from "./keys.ts";
import { type AppState, type Change, SPEEDS, type View } from "./state.ts";
import { isDeciding, stepForward } from "./travel.ts";

/** A key was pressed. Quitting works everywhere, also where text is typed. */
export function keyed(state: AppState, view: View, key: string): Change {
  if (key === "ctrl-c") return { state, effects: [{ do: "quit" }] };
  return press(state, view, keyboardsOf(state), key);
}

/** A stretch of real time has passed while the run plays. */
export function passed(state: AppState, view: View, seconds: number): Change {
  if (!state.playing) return { state, effects: [] };
  const { minutesPerSecond } = SPEEDS[state.speed]!;
  if (state.pace === "events") return pausedWhereAsked(stepForward(state, view), state, view);
  const minute = Math.min(view.model.scenario.minutes, state.clock + minutesPerSecond * seconds);
  const known = view.entries.findLastIndex(({ at }) => at <= minute) + 1;
  const change = { state: { ...state, cursor: Math.max(state.cursor, known), clock: minute, selected: undefined }, effects: known >= view.entries.length && view.session.run.standing.kind === "open" ? [{ do: "go-through" as const, minute: Math.ceil(minute) }] : [] };
  return pausedWhereAsked(change, state, view);
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
  const moved = { ...state, cursor, clock: Math.max(view.entries[cursor - 1]?.at ?? 0, state.pace === "even" && state.playing ? state.clock : 0) };
  if (!isDeciding(moved, view)) return moved;
  return { ...moved, playing: false, overlay: moved.overlay.kind === "none" && !view.readOnly ? DECISION : moved.overlay };
}

// What happens in one minute becomes known together, and is shown line by line all the same.
function nextLineEnd({ cursor }: AppState, { chronicle: { lines }, entries }: View): number {
  return lines[countBefore(lines, cursor) + 1]?.entry ?? entries.length;
}

// Playing stops at the end, at a decision, and once at the first warning, to ask what comes next.
function pausedWhereAsked(change: Change, before: AppState, view: View): Change {
  const { state } = change;
  const { standing } = view.session.run;
  const ended = state.cursor >= view.entries.length && standing.kind === "ended" && state.cursor === before.cursor;
  const crossed = !before.warned && view.chronicle.pairs.some(({ moves }) => moves.some(({ entry, rung }) => rung >= 4 && entry >= before.cursor && entry < state.cursor));
  if (crossed) return { ...change, state: { ...state, playing: false, warned: true, notice: "The first warning. What comes next? space plays on." } };
  return ended ? { ...change, state: { ...state, playing: false } } : change;
}
