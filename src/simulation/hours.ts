// The hours of the local day in which things are done and said that can wait.
// Knows the local clock of the scenario; must not know what waits.
// Invariant: inside the hours nothing waits; outside, it waits for them to begin again.

import { minuteOfDay } from "../kernel/time.ts";
import { draw, type Run } from "./run.ts";
import type { Spread } from "./assumed.ts";

const MINUTES_A_DAY = 1440;

/** Hours of the local day, in minutes since midnight. */
export interface Hours { readonly from: number; readonly until: number; }

/** Hours that begin at one of several times, which is drawn each day. */
export interface OfficeHours { readonly from: Spread; readonly earliest: number; readonly until: number; }

/** Minutes from a minute of the run to the hours; 0 inside them. */
export function minutesTo({ from, until }: Hours, { model }: Run, at: number): number {
  const { startEpochMinutes, offsets } = model.scenario;
  const now = minuteOfDay(startEpochMinutes, offsets, at);
  return now >= from && now < until ? 0 : (from - now + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/** Minutes from a minute of the run to the hours of a party's day in which it says what can wait; 0 inside them. */
export function minutesToOffice(run: Run, party: number, at: number, root: number): number {
  const { from, earliest, until } = run.model.draws.statementHours(party);
  if (minutesTo({ from: earliest, until }, run, at) === 0) return 0;
  return minutesTo({ from: draw(run, from, party, -1, root), until }, run, at);
}
