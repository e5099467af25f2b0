// What a line does at the place that is shown: declared and practised, and whether a call is overdue.

import { lastBefore } from "./chronicle.ts";
import type { LineFacts } from "./line-facts.ts";
import { span, type Span } from "./rows.ts";
import type { AppState, View } from "./state.ts";

/** What is known of a line at a place of the run. */
export interface LineNow extends LineFacts {
  /** When the next call is due, in minutes since the start. */
  readonly nextDue: number | undefined;
}

/** A line as it stands at the cursor, as far as the viewer knows. */
export function lineNow(line: number, { cursor, clock }: AppState, { model, chronicle }: View): LineNow {
  const { name, declared, closed, slots } = model.lines[line]!;
  const changes = chronicle.lineChanges.get(name.text)!;
  return {
    declared: lastBefore(changes.declared, cursor)?.is ?? declared,
    practised: lastBefore(changes.practised, cursor)?.is ?? (closed ? "closed" : "in use"),
    overdue: lastBefore(changes.overdue, cursor)?.is ?? false,
    nextDue: slots.find(({ at }) => at > clock)?.at,
  };
}

/** The line in the header: its name only where there are several. */
export function lineStatus(line: number, state: AppState, view: View): readonly Span[] {
  if (view.chronicle.seat !== undefined && !view.model.lines[line]!.ends.some((end) => view.model.parties[end]!.text === view.chronicle.seat)) return [];
  const { declared, practised, overdue } = lineNow(line, state, view);
  const name = view.model.lines.length === 1 ? "line" : view.model.scenario.channels[view.model.lines[line]!.name.text]!.name;
  const words = declared !== "open" ? `${declared}, ${practised}` : practised === "in use" ? "open" : practised;
  return [span(` ${name}: ${words}`, practised === "in use" && declared === "open" ? "good" : "warning"), ...(overdue ? [{ text: " CALL OVERDUE ", tone: "force" as const, marked: true }] : [])];
}
