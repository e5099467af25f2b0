// Where two runs part, in words.

import type { Scenario } from "../scenario/scenario.ts";
import type { Parting } from "../study/parting.ts";
import type { Entry } from "../simulation/trace.ts";
import { shortTextOf } from "./entry-text.ts";
import { dateAndClock, timeIn } from "./words.ts";

/** `They part on 18 May 11:19. A: The coalition rings. B: ...` */
export function partingText(what: string, { first, second }: Parting, scenarios: readonly [Scenario, Scenario]): string {
  const [a, b] = scenarios;
  const told = (name: string, entry: Entry | undefined, scenario: Scenario): string =>
    (entry === undefined ? `${name}: nothing more.` : `${name}, ${dateAndClock(timeIn(scenario, entry.at))}: ${shortTextOf(entry, scenario)}`);
  return `${what}: ${told("A", first, a)} ${told("B", second, b)}`;
}
