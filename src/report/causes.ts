// What lies behind an entry: its causes, and what the one who acts or speaks perceived of them.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import type { Percept } from "../parties/percepts.ts";

/** Entries behind an entry, nearest first. */
export function* causesOf(entry: Entry, entries: readonly Entry[]): Generator<Entry> {
  for (let cause = entry.cause; cause !== undefined; cause = entries[cause]!.cause) yield entries[cause]!;
}

/** The nearest thing behind an entry that a party perceived, its own doings aside. */
export function perceivedBehind(entry: Entry, entries: readonly Entry[], who: string | undefined): Percept | undefined {
  for (const cause of causesOf(entry, entries)) if (cause.kind === "perceived" && cause.who === who && cause.source !== "own") return cause.percept;
  return undefined;
}

/** The nearest thing behind an entry that a party perceived, if it saw it, with whomever it believes to have done it. */
export function sightBehind(entry: Entry, entries: readonly Entry[], who: string | undefined): EntryOf<"perceived"> | undefined {
  for (const cause of causesOf(entry, entries)) if (cause.kind === "perceived" && cause.who === who) return cause.source === "sight" ? cause : undefined;
  return undefined;
}

/** The nearest thing behind an entry that a party saw, or had news of. */
export function seenBehind(entry: Entry, entries: readonly Entry[], who: string | undefined): Percept | undefined {
  for (const cause of causesOf(entry, entries)) if (cause.kind === "perceived" && cause.who === who && (cause.source === "sight" || cause.source === "news")) return cause.percept;
  return undefined;
}
