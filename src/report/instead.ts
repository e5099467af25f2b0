// What happened instead of what an author expected: where it stands in the trace, and the nearest miss.

import type { EventPattern, Scenario } from "../scenario/scenario.ts";
import type { Verdict } from "../simulation/judge.ts";
import type { Entry } from "../simulation/trace.ts";
import { shortTextOf } from "./entry-text.ts";
import { dateAndClock, timeIn } from "./words.ts";

/** So many entries are named of one kind. */
const NAMED = 3;

/** Sentences on what stands in the place of an expectation that does not hold; each names its entries. None where there is nothing to name. */
export function insteadOf(scenario: Scenario, entries: readonly Entry[], { expectation, first, nearMiss, count }: Verdict): readonly string[] {
  const named = (label: string, those: readonly Entry[]): readonly string[] => (
    those.length === 0 ? [] : [`${label}: ${those.slice(0, NAMED).map((entry) => placeOf(scenario, entry)).join(" ")}${those.length > NAMED ? ` And ${those.length - NAMED} more.` : ""}`]
  );
  switch (expectation.kind) {
    case "event": {
      const { pattern, within: [from, until], atLeast } = expectation;
      const inWindow = entries.filter(({ at }) => at >= from && at <= until);
      if (count >= atLeast) return named("happened", entries[first] === undefined ? [] : [entries[first]]);
      return [...named("instead", inWindow.filter(likeness(pattern)).toSorted((a, b) => heightOf(b) - heightOf(a) || a.number - b.number)), ...(nearMiss === undefined ? [] : named("the nearest outside the window", [entries[nearMiss.number]!]))];
    }
    case "before": return named("happened", entries[first] === undefined ? [] : [entries[first]]);
    case "quiet": return named("broken by", entries[first] === undefined ? [] : [entries[first]]);
    case "share": return [];
  }
}

// Of many moves of a stance the highest are named; other entries keep their order.
function heightOf(entry: Entry): number {
  return entry.kind === "stance" ? entry.rung : 0;
}

function placeOf(scenario: Scenario, entry: Entry): string {
  return `${shortTextOf(entry, scenario)} (${dateAndClock(timeIn(scenario, entry.at))}, entry ${entry.number})`;
}

// Entries that are nearly what a pattern asks for: the same parties and another act, the same message come less far, another state.
function likeness(pattern: EventPattern): (entry: Entry) => boolean {
  const fits = (wanted: string | undefined, found: string | undefined): boolean => wanted === undefined || wanted === found;
  switch (pattern.kind) {
    case "act": return (entry) => entry.kind === "act" && fits(pattern.by, entry.who) && fits(pattern.against, entry.whom);
    case "message": return (entry) => entry.kind === "message" && entry.message === pattern.message && fits(pattern.by, entry.who) && fits(pattern.to, entry.whom) && entry.stage !== "waiting";
    case "statement": return (entry) => entry.kind === "statement" && fits(pattern.by, entry.who);
    case "call": return (entry) => entry.kind === "call" && fits(pattern.channel, entry.line) && entry.call !== "answered";
    case "level-added": return (entry) => entry.kind === "tier" && fits(pattern.channel, entry.line);
    case "stance": return (entry) => entry.kind === "stance" && entry.who === pattern.party && entry.whom === pattern.toward;
    case "relay": return (entry) => entry.kind === "relay" && fits(pattern.by, entry.who);
    case "goal": return (entry) => entry.kind === "goal" && fits(pattern.by, entry.who);
  }
}
