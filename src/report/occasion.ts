// On what occasion something is said: what lies behind it, and how things stand. The same words on the wrong occasion mislead.

import { ACTS, isForce } from "../terms/acts.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { causesOf, perceivedBehind } from "./causes.ts";
import { MESSAGE_PHRASES, OCCASION_PHRASES } from "./message-phrases.ts";
import { isGoingOn, reasonFor } from "./reasons.ts";
import { STATEMENT_OCCASIONS, STATEMENT_PHRASES } from "./statement-phrases.ts";

/** What a message can say here. */
export function messageWords(entry: EntryOf<"message">, entries: readonly Entry[]): readonly string[] {
  const percept = perceivedBehind(entry, entries, entry.who);
  switch (entry.message) {
    case "query":
      if (percept === "flown-at.self" || percept === "unowned.flight") return OCCASION_PHRASES["query after a drone"];
      if (percept === "struck.self") return OCCASION_PHRASES["query after a strike"];
      return percept === "fired-near.self" || percept === "fired-on.self" || percept === "unowned.fire" ? OCCASION_PHRASES["query after fire"] : MESSAGE_PHRASES.query;
    case "explanation": {
      if (isGoingOn(entry, entries)) return OCCASION_PHRASES["explanation before more force"];
      const reason = reasonFor(entry, entries);
      return reason === undefined ? MESSAGE_PHRASES.explanation : OCCASION_PHRASES[`explanation: ${reason}`];
    }
    case "protest":
      if (percept === "dead.learned") return OCCASION_PHRASES["protest over the dead"];
      if (percept === "struck.client" || percept === "struck.partner") return OCCASION_PHRASES["protest after a strike"];
      return percept === "fired-on.self" || percept === "struck.self" ? OCCASION_PHRASES["protest after fire"] : MESSAGE_PHRASES.protest;
    case "consent": return percept === "told.pause-request" ? OCCASION_PHRASES["consent to a pause"] : MESSAGE_PHRASES.consent;
    default: return MESSAGE_PHRASES[entry.message];
  }
}

/** What a statement can say here. */
export function statementWords(entry: EntryOf<"statement">, entries: readonly Entry[]): readonly string[] {
  switch (entry.statement) {
    case "self-defence": {
      const reason = reasonFor(entry, entries);
      return reason === undefined ? STATEMENT_PHRASES["self-defence"] : STATEMENT_OCCASIONS[`self-defence: ${reason}`];
    }
    case "condemnation": return forceLiesBehind(entry, entries) ? STATEMENT_PHRASES.condemnation : STATEMENT_OCCASIONS["condemnation without force"];
    case "threat": return forceLiesBehind(entry, entries) ? STATEMENT_PHRASES.threat : STATEMENT_OCCASIONS["threat without force"];
    case "assurance": return lineWasUsed(entry, entries) ? STATEMENT_PHRASES.assurance : STATEMENT_OCCASIONS["assurance without the line"];
    default: return STATEMENT_PHRASES[entry.statement];
  }
}

function forceLiesBehind(entry: Entry, entries: readonly Entry[]): boolean {
  for (const cause of causesOf(entry, entries)) if (cause.kind === "act" && (isForce(cause.act) || ACTS[cause.act].family === "fire")) return true;
  return false;
}

// A call was taken within the last day.
function lineWasUsed({ at, number }: Entry, entries: readonly Entry[]): boolean {
  for (let i = number - 1; i >= 0 && entries[i]!.at >= at - 1440; i--) {
    const entry = entries[i]!;
    if (entry.kind === "call" && entry.call === "answered") return true;
  }
  return false;
}
