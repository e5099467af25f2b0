// What lies behind an entry: its causes, what the one who acts or speaks perceived of them, and the call in which it speaks.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import type { Percept } from "../parties/percepts.ts";

/** Entries behind an entry, nearest first. */
export function* causesOf(entry: Entry, entries: readonly Entry[]): Generator<Entry> {
  for (let cause = entry.cause; cause !== undefined; cause = entries[cause]!.cause) yield entries[cause]!;
}

/** The nearest thing behind an entry that a party perceived, of those that are meant. */
export function nearestPerceived(entry: Entry, entries: readonly Entry[], who: string | undefined, isMeant: (perceived: EntryOf<"perceived">) => boolean = () => true): EntryOf<"perceived"> | undefined {
  for (const cause of causesOf(entry, entries)) if (cause.kind === "perceived" && cause.who === who && isMeant(cause)) return cause;
  return undefined;
}

/** The nearest thing behind an entry that a party perceived, its own doings aside. */
export function perceivedBehind(entry: Entry, entries: readonly Entry[], who: string | undefined): Percept | undefined {
  return nearestPerceived(entry, entries, who, ({ source }) => source !== "own")?.percept;
}

/** The nearest thing behind an entry that a party perceived, if it saw it, with whomever it believes to have done it. */
export function sightBehind(entry: Entry, entries: readonly Entry[], who: string | undefined): EntryOf<"perceived"> | undefined {
  const perceived = nearestPerceived(entry, entries, who);
  return perceived?.source === "sight" ? perceived : undefined;
}

/** The nearest thing behind an entry that a party saw, or had news of. */
export function seenBehind(entry: Entry, entries: readonly Entry[], who: string | undefined): Percept | undefined {
  return nearestPerceived(entry, entries, who, ({ source }) => source === "sight" || source === "news")?.percept;
}

/** The call in which a message is said: the last on its line that was taken before it. */
export function callAround({ number, line }: EntryOf<"message">, entries: readonly Entry[]): EntryOf<"call"> | undefined {
  for (let i = number - 1; i >= 0; i--) {
    const entry = entries[i]!;
    if (entry.kind === "call" && entry.line === line && (entry.call === "answered" || entry.call === "held")) return entry;
  }
  return undefined;
}
