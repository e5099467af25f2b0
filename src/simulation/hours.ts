// The hours of a party's day in which it says what can wait: public statements, and talks that nothing presses.
// Knows the local clock of the scenario; must not know what is said.
// Invariant: inside the hours nothing waits; outside, it waits for the next morning.

import { minuteOfDay } from "../kernel/time.ts";
import type { Run } from "./run.ts";

const MINUTES_A_DAY = 1440;

/** Minutes from a minute of the run to the hours of a party's day; 0 inside them. */
export function minutesToHours({ model }: Run, party: number, at: number): number {
  const { startEpochMinutes, offsets } = model.scenario;
  const { from, until } = model.draws.statementHours(party);
  const now = minuteOfDay(startEpochMinutes, offsets, at);
  return now >= from && now < until ? 0 : (from - now + MINUTES_A_DAY) % MINUTES_A_DAY;
}
