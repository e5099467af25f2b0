// What belongs to the crisis of a scenario, and what only goes on beside it.

import type { Scenario } from "../scenario/scenario.ts";
import type { Entry } from "../simulation/trace.ts";

type Pair = Pick<Entry, "who" | "whom">;

/** Whether somebody who is in no crisis pair acts here, or is acted on: they fight wars of their own, or follow. */
export function isBesideCrisis(scenario: Scenario, { who, whom }: Pair): boolean {
  return !isInCrisis(scenario, who) || (whom !== undefined && !isInCrisis(scenario, whom));
}

/** Whether it goes on between parties that are in no crisis pair, where there is a crisis. */
export function isElsewhere(scenario: Scenario, { who, whom }: Pair): boolean {
  return scenario.crisis.length > 0 && who !== undefined && whom !== undefined && !isInCrisis(scenario, who) && !isInCrisis(scenario, whom);
}

/** Whether it goes on between the two of a crisis pair. */
export function isOfCrisis({ crisis }: Scenario, { who, whom }: Pair): boolean {
  return crisis.some(([a, b]) => (a === who && b === whom) || (a === whom && b === who));
}

function isInCrisis({ crisis }: Scenario, party: string | undefined): boolean {
  return crisis.some((pair) => pair.includes(party ?? ""));
}
