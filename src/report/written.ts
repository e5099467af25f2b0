// Times, lengths and values as a scenario file writes them, for amendments that are made while a run goes on.

import type { Scenario } from "../scenario/scenario.ts";
import { parseDistance, parseDuration, parseLocalTime } from "../scenario/values.ts";
import { isoTime } from "./words.ts";

/** A minute of a run as a local time: `2030-05-18 09:05`. */
export function writtenTime(scenario: Scenario, at: number): string {
  return isoTime(scenario, at).slice(0, 16).replace("T", " ");
}

/** The minute of a run that a local time means; undefined where it is no local time of this run's clock. */
export function minuteOf(scenario: Scenario, text: string): number | undefined {
  const local = parseLocalTime(text);
  if (local === undefined) return undefined;
  const minutes = scenario.offsets.map(({ offset }) => local - scenario.startEpochMinutes - offset);
  return minutes.find((at) => writtenTime(scenario, at) === text.replace("T", " "));
}

/** Why nothing can be put at a time from a minute on; undefined where it can. */
export function whyNoTime(scenario: Scenario, text: string, now: number): string | undefined {
  const at = minuteOf(scenario, text);
  if (at === undefined) return `"${text}" is no local time; write it like ${writtenTime(scenario, now)}, or write now`;
  if (at < now) return `${text} has passed; it is ${writtenTime(scenario, now)}`;
  return at > scenario.minutes ? `the run ends at ${writtenTime(scenario, scenario.minutes)}` : undefined;
}

/** Whether a text is a duration as files write it: `90 m`, `6 h`, `2 d`. */
export function isDuration(text: string): boolean {
  return parseDuration(text) !== undefined;
}

/** Whether a text is a distance as files write it: `55 km`. */
export function isDistance(text: string): boolean {
  return parseDistance(text) !== undefined;
}

/** The value of an assumption as one would write it in a file. */
export function writtenValue(value: Scenario["assumptions"][number]["value"]): string {
  switch (value.kind) {
    case "probability": return String(value.p);
    case "factor": return String(value.factor);
    case "count": return String(value.count);
    case "weights": case "duration": case "distance": {
      const options: readonly { readonly name: string; readonly weight: number }[] = value.options;
      if (value.kind !== "weights" && options.length === 1) return options[0]!.name;
      return `{ ${options.map(({ name, weight }) => `${name}: ${weight}`).join(", ")} }`;
    }
  }
}

/** A length of time in words: `20 minutes`, `3 hours`, `2 days and 4 hours`. */
export function lengthText(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = ([[days, "day"], [hours, "hour"], [rest, "minute"]] as const).filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`);
  return parts.length === 0 ? "no time" : parts.slice(0, 2).join(" and ");
}
