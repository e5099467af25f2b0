// What is told of a line over time: declared, practised, and whether the last due call came about. Changes alone are kept, so
// that a long run is looked up as quickly as a short one.

import { isDueCall, type EntryOf } from "../simulation/trace.ts";

/** What one call or event on a line says of it. */
export interface LineFacts {
  readonly declared: "open" | "unstated" | "suspended";
  readonly practised: "in use" | "closed" | "dead";
  /** The last due call did not come about. */
  readonly overdue: boolean;
}

/** A fact that holds from an entry on. */
export interface Since<T> { readonly entry: number; readonly is: T; }

/** The changes of each fact of one line, in order. */
export type LineChanges = { readonly [F in keyof LineFacts]: Since<LineFacts[F]>[] };

/** No changes yet. */
export function noChanges(): LineChanges {
  return { declared: [], practised: [], overdue: [] };
}

/** Takes what an entry says of its line. */
export function noteChange({ declared, practised, overdue }: LineChanges, entry: EntryOf<"call">): void {
  const said = saidBy(entry);
  push(declared, said.declared, entry.number);
  push(practised, said.practised, entry.number);
  push(overdue, said.overdue, entry.number);
}

function push<T>(changes: Since<T>[], is: T | undefined, entry: number): void {
  if (is !== undefined && changes.at(-1)?.is !== is) changes.push({ entry, is });
}

// What one fact about a call says of the line.
function saidBy(entry: EntryOf<"call">): Partial<LineFacts> {
  switch (entry.call) {
    case "declared-open": return { declared: "open" };
    case "declared-unstated": return { declared: "unstated" };
    case "declared-suspended": return { declared: "suspended" };
    case "opened": return { practised: "in use" };
    case "closed": return { practised: "closed" };
    case "went-dead": return { practised: "dead" };
    case "answered": case "held": return { overdue: false };
    case "unanswered": case "not-rung": return isDueCall(entry) ? { overdue: true } : {};
    default: return {};
  }
}
