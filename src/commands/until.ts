import type { Scenario } from "../scenario/scenario.ts";
import { runClock } from "../scenario/time-zone.ts";
import { parseDayTime, parseLocalTime } from "../scenario/values.ts";

const MINUTES_A_DAY = 1440;

/** Whether a text reads as a local time, `2030-05-20 12:00`, or as a time of a day of the run, `day 3 12:00`. */
export function isMoment(text: string): boolean {
  return (parseDayTime(text) ?? parseLocalTime(text)) !== undefined;
}

/** The minute of the run at a local time, in a clock overlap the first; undefined where it lies outside the run. */
export function minuteOf(text: string, { start, end, timezone, minutes }: Scenario): number | undefined {
  const [from, until] = [parseLocalTime(start)!, parseLocalTime(end)!];
  const day = parseDayTime(text);
  const local = day === undefined ? parseLocalTime(text) : (Math.floor(from / MINUTES_A_DAY) + day.day - 1) * MINUTES_A_DAY + day.minutes;
  if (local === undefined || local < from - MINUTES_A_DAY || local > until + MINUTES_A_DAY) return undefined;
  const at = runClock(timezone, from, until)!.minuteOf(local).at;
  return at >= 0 && at <= minutes ? at : undefined;
}
