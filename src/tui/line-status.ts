// What a line does at the place that is shown: declared and practised, and whether a call is overdue.

import type { EntryOf } from "../simulation/trace.ts";
import { entriesBefore } from "./chronicle.ts";
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
  const entries = chronicle.onLine.get(name.text) ?? [];
  const known: Partial<Pick<LineNow, "declared" | "practised" | "overdue">> = {};
  // From the newest back, until everything is known: a run may be long, and is looked at many times a second.
  for (let i = entriesBefore(entries, cursor) - 1; i >= 0 && Object.keys(known).length < 3; i--) {
    const entry = entries[i]!;
    if (entry.kind === "call") Object.assign(known, { ...saidBy(entry), ...known });
  }
  const state = { declared, practised: closed ? "closed" as const : "in use" as const, overdue: false, ...known };
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

// What one fact about a call says of the line.
function saidBy({ call, root, line }: EntryOf<"call">): Partial<LineNow> {
  switch (call) {
    case "declared-open": return { declared: "open" };
    case "declared-unstated": return { declared: "unstated" };
    case "declared-suspended": return { declared: "suspended" };
    case "opened": return { practised: "in use" };
    case "closed": return { practised: "closed" };
    case "went-dead": return { practised: "dead" };
    case "answered": case "held": return { overdue: false };
    case "unanswered": case "not-rung": return root.startsWith(`${line}@`) ? { overdue: true } : {};
    default: return {};
  }
}
