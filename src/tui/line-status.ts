// What a line does at the place that is shown: declared and practised, and whether a call is overdue.

import { span, type Span } from "./rows.ts";
import type { AppState, View } from "./state.ts";

/** What is known of a line at a place of the run. */
export interface LineNow {
  readonly declared: "open" | "unstated" | "suspended";
  readonly practised: "in use" | "closed" | "dead";
  /** The last due call did not come about. */
  readonly overdue: boolean;
  /** When the next call is due, in minutes since the start. */
  readonly nextDue: number | undefined;
}

/** A line as it stands at the cursor, as far as the viewer knows. */
export function lineNow(line: number, { cursor, clock }: AppState, { model, chronicle }: View): LineNow {
  const { name, declared, closed, slots } = model.lines[line]!;
  const now = { declared, practised: closed ? "closed" as const : "in use" as const, overdue: false };
  let state: Omit<LineNow, "nextDue"> = now;
  for (const entry of chronicle.onLine.get(name.text) ?? []) {
    if (entry.number >= cursor) break;
    if (entry.kind !== "call") continue;
    const due = entry.root.startsWith(`${entry.line}@`);
    switch (entry.call) {
      case "declared-open": state = { ...state, declared: "open" }; break;
      case "declared-unstated": state = { ...state, declared: "unstated" }; break;
      case "declared-suspended": state = { ...state, declared: "suspended" }; break;
      case "opened": state = { ...state, practised: "in use" }; break;
      case "closed": state = { ...state, practised: "closed" }; break;
      case "went-dead": state = { ...state, practised: "dead" }; break;
      case "answered": case "held": state = { ...state, overdue: false }; break;
      case "unanswered": case "not-rung": if (due) state = { ...state, overdue: true }; break;
      default:
    }
  }
  return { ...state, nextDue: slots.find(({ at }) => at > clock)?.at };
}

/** The line in the header: its name only where there are several. */
export function lineStatus(line: number, state: AppState, view: View): readonly Span[] {
  if (view.chronicle.seat !== undefined && !view.model.lines[line]!.ends.some((end) => view.model.parties[end]!.text === view.chronicle.seat)) return [];
  const { declared, practised, overdue } = lineNow(line, state, view);
  const name = view.model.lines.length === 1 ? "line" : view.model.scenario.channels[view.model.lines[line]!.name.text]!.name;
  const words = declared === "open" ? practised : `${declared}, ${practised}`;
  return [span(` ${name}: ${words}`, practised === "in use" && declared === "open" ? "good" : "warning"), ...(overdue ? [{ text: " CALL OVERDUE ", tone: "force" as const, marked: true }] : [])];
}
