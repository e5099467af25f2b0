// The notations of scenario files, from text to value: durations, distances, dates, clock times, names.
// Knows units and the calendar; must not know which keys use them, nor any time zone.
// Invariant: a parser gives a value that is right in its unit, or undefined; it never guesses.

import { daysFromCivil } from "../kernel/time.ts";

/** A name as the format wants it: lower case words joined by hyphens, starting with a letter. */
export const NAME_PATTERN = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
/** A duration: `90 m`, `6 h`, `2 d`. */
export const DURATION_PATTERN = "^\\d{1,7}(\\.\\d{1,4})? ?[mhd]$";
/** A distance: `55 km`. */
export const DISTANCE_PATTERN = "^\\d{1,5}(\\.\\d{1,3})? ?km$";
/** A local date and clock time: `2017-05-18 10:00`, with a space or a T. */
export const LOCAL_TIME_PATTERN = "^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}$";
/** A clock time: `09:00`. */
export const CLOCK_PATTERN = "^([01]\\d|2[0-3]):[0-5]\\d$";
/** A day of the run and a clock time: `day 3 14:00`; the day of the start is day 1. */
export const DAY_PATTERN = "^day [1-9]\\d{0,3} ([01]\\d|2[0-3]):[0-5]\\d$";
/** A time after another item: `convoy + 6 h`. */
export const AFTER_PATTERN = "^[a-z][a-z0-9-]* \\+ \\d{1,7}(\\.\\d{1,4})? ?[mhd]$";
/** A directed pair of parties: `militia > coalition`. */
export const STANCE_PATTERN = "^[a-z][a-z0-9-]* > [a-z][a-z0-9-]*$";

/** The longest run and so the longest duration: ten years of minutes. */
export const LONGEST_RUN_MINUTES = 3653 * 1440;
/** The longest name, in characters. */
export const LONGEST_NAME = 64;

const MINUTES = { m: 1, h: 60, d: 1440 } as const;
const name = new RegExp(NAME_PATTERN);
const clock = new RegExp(CLOCK_PATTERN);

/** Whether a text can name a party, place, item or channel. */
export function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && name.test(text);
}

/** Minutes of a duration; undefined where it is none, is no whole number of minutes or is beyond ten years. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,7}(?:\.\d{1,4})?) ?([mhd])$/.exec(text);
  if (match === null) return undefined;
  const minutes = Number(match[1]) * MINUTES[match[2] as keyof typeof MINUTES];
  const whole = Math.round(minutes);
  return Math.abs(minutes - whole) < 1e-6 && whole <= LONGEST_RUN_MINUTES ? whole : undefined;
}

/** Kilometres of a distance. */
export function parseDistance(text: string): number | undefined {
  const match = /^(\d{1,5}(?:\.\d{1,3})?) ?km$/.exec(text);
  if (match === null) return undefined;
  const km = Number(match[1]);
  return km <= 20_040 ? km : undefined; // no two places on Earth lie farther apart
}

/** A duration or distance in its one spelling, `2 h`: the name of an option. */
export function canonicalQuantity(text: string): string {
  return text.replace(/^([\d.]+) ?([a-z]+)$/, (_, number: string, unit: string) => `${Number(number)} ${unit}`);
}

/** Minutes since midnight of a clock time. */
export function parseClock(text: string): number | undefined {
  return clock.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)) : undefined;
}

/** Local minutes since 1970-01-01 00:00 on the local calendar; undefined where there is no such date or clock time. */
export function parseLocalTime(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}:\d{2})$/.exec(text);
  const minutes = match === null ? undefined : parseClock(match[4]!);
  if (match === null || minutes === undefined) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const inRange = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return inRange ? daysFromCivil(year, month, day) * 1440 + minutes : undefined;
}

/** The day of the run (1 is the day of the start) and the minutes since its midnight. */
export function parseDayTime(text: string): { readonly day: number; readonly minutes: number } | undefined {
  const match = /^day ([1-9]\d{0,3}) (\d{2}:\d{2})$/.exec(text);
  const minutes = match === null ? undefined : parseClock(match[2]!);
  return match === null || minutes === undefined ? undefined : { day: Number(match[1]), minutes };
}

/** The item and the minutes after it. */
export function parseAfter(text: string): { readonly item: string; readonly delay: number } | undefined {
  const match = /^([a-z][a-z0-9-]*) \+ (.+)$/.exec(text);
  const delay = match === null ? undefined : parseDuration(match[2]!);
  return match === null || delay === undefined ? undefined : { item: match[1]!, delay };
}

/** The two parties of a directed pair. */
export function parseStance(text: string): { readonly party: string; readonly toward: string } | undefined {
  const match = /^([a-z][a-z0-9-]*) > ([a-z][a-z0-9-]*)$/.exec(text);
  return match === null ? undefined : { party: match[1]!, toward: match[2]! };
}

/** A name as a label: `air-line` reads "Air line". */
export function labelOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}
