// What became of an expectation, in words: when it held, or what happened instead and the nearest miss.

import type { Scenario } from "../scenario/scenario.ts";
import type { Verdict } from "../simulation/judge.ts";
import type { Entry } from "../simulation/trace.ts";
import { dateAndClock, rungText, timeIn, times } from "./words.ts";

/** A verdict in a few words. */
export function verdictText(scenario: Scenario, entries: readonly Entry[], { expectation, holds, count, first, nearMiss }: Verdict): string {
  const when = (at: number): string => dateAndClock(timeIn(scenario, at));
  const at = (number: number): string => when(entries[number]?.at ?? 0);
  switch (expectation.kind) {
    case "event": {
      const { atLeast, atMost, within: [from, until] } = expectation;
      if (holds) return count === 0 ? "does not happen, as expected" : `${at(first)}${count > 1 ? `, ${times(count)} in all` : ""}`;
      const wanted = atMost === undefined ? `at least ${times(atLeast)}` : atMost === 0 ? "not at all" : `${atLeast} to ${times(atMost)}`;
      const miss = nearMiss === undefined ? "; never outside it either" : `; the nearest outside it on ${when(nearMiss.at)}`;
      return `expected ${wanted} between ${when(from)} and ${when(until)}, happened ${count === 0 ? "not once" : times(count)}${miss}`;
    }
    case "before":
      if (holds) return `${expectation.first} comes before ${expectation.then}`;
      return first === -1 ? `${expectation.then} does not happen` : `${expectation.first} does not come before ${expectation.then} (${at(first)})`;
    case "quiet":
      return holds ? `below ${rungText(expectation.below)} throughout` : `a crisis pair was at ${rungText(expectation.below)} or above (${at(first)})`;
    case "share": return "is judged over many runs";
  }
}
