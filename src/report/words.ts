// Small words that every report uses: names, clocks, quantities.

import { localTime, minuteOfDay, offsetAt, type LocalTime } from "../kernel/time.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { RUNGS } from "../terms/rungs.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The local time at a minute of a scenario's run. */
export function timeIn({ startEpochMinutes, offsets }: Scenario, at: number): LocalTime {
  return localTime(startEpochMinutes, offsets, at);
}

/** The day of the run that a minute falls on, by local dates, counted from 0. */
export function dayNumber(scenario: Scenario, at: number): number {
  return localDay(scenario, at) - localDay(scenario, 0);
}

/** The noon of a day of the run, in minutes since the start and not before it. */
export function noonOf(scenario: Scenario, day: number): number {
  return Math.max(0, day * 1440 - minuteOfDay(scenario.startEpochMinutes, scenario.offsets, 0) + 720);
}

/** The minute at which a day of the run begins; where clocks go forward at midnight that is not 00:00. */
export function startOfDay(scenario: Scenario, day: number): number {
  let minute = Math.max(0, day * 1440 - minuteOfDay(scenario.startEpochMinutes, scenario.offsets, 0));
  while (minute > 0 && dayNumber(scenario, minute - 1) >= day) minute--;
  while (dayNumber(scenario, minute) < day) minute++;
  return minute;
}

/** `09:05`. */
export function clock({ hour, minute }: LocalTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** `Thursday 18 May 2017`. */
export function longDate({ weekday, day, month, year }: LocalTime): string {
  return `${WEEKDAYS[weekday]!} ${day} ${MONTHS[month - 1]!} ${year}`;
}

/** `18 May`. */
export function shortDate({ day, month }: LocalTime): string {
  return `${day} ${MONTHS[month - 1]!}`;
}

/** `18 May 09:05`. */
export function dateAndClock(time: LocalTime): string {
  return `${shortDate(time)} ${clock(time)}`;
}

/** `2017-05-18T09:05+03:00` of a minute of a run. */
export function isoTime(scenario: Scenario, at: number): string {
  const { year, month, day, hour, minute } = timeIn(scenario, at);
  const offset = Math.round(offsetAt(scenario.offsets, at));
  const sign = offset < 0 ? "-" : "+";
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}${sign}${twoDigits(Math.floor(Math.abs(offset) / 60))}:${twoDigits(Math.abs(offset) % 60)}`;
}

/** The name of a party as people read it; an unknown one is "somebody unknown". */
export function partyName({ parties }: Scenario, id: string | undefined): string {
  return id === undefined ? "somebody unknown" : (parties[id]?.name ?? id);
}

/** `2 concern`. */
export function rungText(rung: number): string {
  return `${rung} ${RUNGS[rung]!.replaceAll("-", " ")}`;
}

/** `up to 4 warning`, `down to 3 protest`, `still 2 concern`. */
export function moveText(before: number, after: number): string {
  return `${after > before ? "up to" : after < before ? "down to" : "still"} ${rungText(after)}`;
}

/** Levels of trust in words, lowest first. */
export const TRUST_WORDS = ["none", "low", "wary", "fair", "high"] as const;

/** The last part of a dotted name: of `conduct.asking-to-leave`, `asking-to-leave`. */
export function leafOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** `asking-to-leave` as "asking to leave". */
export function spaced(name: string): string {
  return name.replaceAll("-", " ");
}

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** `1 strike`, `2 strikes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b and c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function localDay({ startEpochMinutes, offsets }: Scenario, at: number): number {
  return Math.floor((startEpochMinutes + at + offsetAt(offsets, at)) / 1440);
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
