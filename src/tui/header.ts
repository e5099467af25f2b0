// The first row: that it is simulated, where one is, what the line does, what is overdue.

import { clock, dayNumber, shortDate, timeIn } from "../report/words.ts";
import { lineStatus } from "./line-status.ts";
import { MAIN_BRANCH } from "../session/journal.ts";
import { shortened } from "./panes/pane-text.ts";
import { fit, type Row, span, widthOf } from "./rows.ts";
import { type AppState, SPEEDS, type View } from "./state.ts";
import { isDeciding, isPast } from "./travel.ts";

/** The header of a run. */
export function header(state: AppState, view: View): Row {
  const { scenario } = view.model;
  // A run that ends at midnight ends on the day before.
  const time = timeIn(scenario, state.clock);
  const { session } = view;
  const { standstill, phases } = session;
  const standing = isDeciding(state, view) ? span(" ● decide: d ", "accent")
    : state.playing ? span(` ▶ ${state.pace === "even" ? "even" : "events"}, ${SPEEDS[state.speed]!.name} `, "good")
    : isPast(state, view) ? span(" ◀ the past ", "quiet")
    : session.run.standing.kind === "ended" ? span(" ■ over ", "quiet")
    : standstill !== undefined ? span(standstill === "hold" ? " ‖ the clock stands " : " ■ the exercise is over ", "quiet") : span(" ‖ paused ", "quiet");
  const told = [
    { text: " SIMULATED ", tone: "warning" as const, marked: true },
    ...(standstill !== undefined ? [{ text: ` ${standstill.toUpperCase()} `, tone: "accent" as const, marked: true }] : phases.length > 0 ? [span(" EXERCISE", "accent")] : []),
    span(` ${shortDate(time)} ${clock(time)} day ${dayNumber(scenario, Math.min(state.clock, scenario.minutes - 1)) + 1}`, "heading"),
    standing,
    ...view.model.lines.slice(0, 2).map((_, line) => lineStatus(line, state, view)).filter(({ length }) => length > 0).flatMap((status, i) => (i === 0 ? status : [span(" ·", "quiet"), ...status])),
    ...(view.seat === undefined ? [] : [span(` as ${view.seat}`, "own")]),
  ];
  const unsaved = session.unsaved === undefined ? [] : [{ text: " NOT SAVED ", tone: "force" as const, marked: true }];
  const branch = session.state.current === MAIN_BRANCH ? [] : [span(shortened(` on ${session.state.current}`, state.columns - [...told, ...unsaved].reduce((sum, { text }) => sum + widthOf(text), 0)), "accent")];
  return fit([...told, ...branch, ...unsaved], state.columns);
}
