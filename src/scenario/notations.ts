// The notations of the format as parts: names, durations, distances, times, weights.
// Knows how each is written and shown to editors; must not know in which section it stands.
// Invariant: the patterns are those of the parsers in values.ts.

import { listOf, mapOf, notation, number, oneOf } from "./format-parts.ts";
import {
  AFTER_PATTERN, CLOCK_PATTERN, DAY_PATTERN, DISTANCE_PATTERN, DURATION_PATTERN, LOCAL_TIME_PATTERN, NAME_PATTERN, STANCE_PATTERN,
} from "./values.ts";

/** A name: lower case words joined by hyphens. */
export const named = () => notation("a name: lower case words joined by hyphens", NAME_PATTERN);
/** Several names. */
export const names = () => listOf(named());
/** A duration: `6 h`. */
export const duration = () => notation("a duration in minutes, hours or days", DURATION_PATTERN, ["90 m", "6 h", "2 d"]);
/** A distance: `55 km`. */
export const distance = () => notation("a distance in kilometres", DISTANCE_PATTERN, ["55 km"]);
/** A clock time: `09:00`. */
export const clockTime = () => notation("a local clock time, quoted", CLOCK_PATTERN, ["09:00"]);
/** A local date and clock time. */
export const localMoment = () => notation("a local date and clock time", LOCAL_TIME_PATTERN, ["2030-05-18T06:00"]);
/** A moment of the run. */
export const moment = () => notation("a local date and clock time, or a day of the run and a clock time",
  `${LOCAL_TIME_PATTERN}|${DAY_PATTERN}`, ["2030-05-18 10:00", "day 3 14:00"]);
/** A moment of the run, or one after another item. */
export const momentOrAfter = () => notation("a local time, a day of the run, or a time after another item",
  `${LOCAL_TIME_PATTERN}|${DAY_PATTERN}|${AFTER_PATTERN}`, ["2030-05-18 10:00", "day 3 14:00", "convoy + 6 h"]);
/** A stance: `militia > coalition`. */
export const directedPair = () => notation("a party and the one it stands toward", STANCE_PATTERN, ["militia > coalition"]);
/** A number from 0 to 1. */
export const share = () => number(0, 1);
/** Weights by name; that not all are 0 is checked later. */
export const weights = () => mapOf(notation("an option", "^.+$"), number(0));
/** One name, or several with weights from which the run draws one. */
export const nameOrWeights = () => oneOf([named(), weights()], (kind) => (kind === "text" ? 0 : kind === "map" ? 1 : -1), "a name or weights");
