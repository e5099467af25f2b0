import { describe, expect, test } from "vitest";
import {
  AFTER_PATTERN, canonicalQuantity, CLOCK_PATTERN, DAY_PATTERN, DISTANCE_PATTERN, DURATION_PATTERN, isName, labelOf, LOCAL_TIME_PATTERN, NAME_PATTERN,
  parseAfter, parseClock, parseDayTime, parseDistance, parseDuration, parseLocalTime, parseStance, STANCE_PATTERN,
} from "../../src/scenario/values.ts";

const NOTATIONS = {
  "a duration": { parse: parseDuration, pattern: DURATION_PATTERN, right: { "90 m": 90, "6 h": 360, "2 d": 2880, "2h": 120, "1.5 h": 90, "0 m": 0 }, wrong: ["", "6", "h", "6 H", "6  h", "-6 h", "6 s", "1 h 30 m", "6 hours", "1e3 m", " 6 h", "6 h\n"] },
  "a distance": { parse: parseDistance, pattern: DISTANCE_PATTERN, right: { "55 km": 55, "12.5km": 12.5, "0 km": 0 }, wrong: ["55", "55 m", "55 miles", "-1 km", "km"] },
  "a clock time": { parse: parseClock, pattern: CLOCK_PATTERN, right: { "00:00": 0, "09:30": 570, "23:59": 1439 }, wrong: ["9:30", "24:00", "12:60", "12.30", "noon"] },
  "a local time": { parse: parseLocalTime, pattern: LOCAL_TIME_PATTERN, right: { "1970-01-01 00:00": 0, "1970-01-02T01:01": 1501, "2024-02-29 00:00": 28_486_080 }, wrong: ["2024-2-29 00:00", "2024-02-29", "2024-02-29  00:00", "2024-02-29 00:00Z", "29.02.2024 00:00"] },
  "a day of the run": { parse: parseDayTime, pattern: DAY_PATTERN, right: { "day 3 14:00": { day: 3, minutes: 840 } }, wrong: ["day 0 14:00", "day 3", "Day 3 14:00", "day -1 14:00", "3 14:00"] },
  "a time after an item": { parse: parseAfter, pattern: AFTER_PATTERN, right: { "convoy + 6 h": { item: "convoy", delay: 360 } }, wrong: ["convoy", "convoy+6 h", "convoy - 6 h", "+ 6 h", "Convoy + 6 h", "convoy + 6"] },
  "a stance": { parse: parseStance, pattern: STANCE_PATTERN, right: { "a > b": { party: "a", toward: "b" } }, wrong: ["a>b", "a", "a > b > c", "> b", "A > b"] },
} as const;

describe.each(Object.entries(NOTATIONS))("%s", (_, { parse, pattern, right, wrong }) => {
  test.each(Object.entries(right))("%s is read", (text, value) => expect(parse(text)).toEqual(value));
  test.each(wrong.map((text) => [text]))("%j is refused", (text) => expect(parse(text)).toBeUndefined());
  test("is shown to editors as it is read here", () => {
    const shown = new RegExp(pattern);
    expect(Object.keys(right).filter((text) => !shown.test(text))).toEqual([]);
    expect(wrong.filter((text) => shown.test(text) && !text.endsWith("\n"))).toEqual([]);
  });
});

describe("what a pattern cannot see", () => {
  test.each(["2023-02-29 00:00", "2024-13-01 00:00", "2024-04-31 00:00", "2024-00-10 00:00", "2024-04-00 00:00"])("there is no %s", (text) => expect(parseLocalTime(text)).toBeUndefined());
  test("a duration is a whole number of minutes", () => expect(parseDuration("0.33 h")).toBeUndefined());
  test("a duration is at most ten years", () => expect(parseDuration("3654 d")).toBeUndefined());
  test("a distance is at most half the way round the Earth", () => expect(parseDistance("20041 km")).toBeUndefined());
});

test("a quantity has one spelling", () => expect(["2h", "2 h", "02 h", "1.50 h"].map(canonicalQuantity)).toEqual(["2 h", "2 h", "2 h", "1.5 h"]));
test("a name without a label gets one", () => expect(labelOf("air-line")).toBe("Air line"));

describe("a name", () => {
  test.each(["a", "air-line", "b52", "shell-6-june"])("%s is one", (name) => expect(isName(name)).toBe(true));
  test.each(["", "A", "air_line", "-a", "a-", "a--b", "6-june", "ä", "a b", "a".repeat(65)])("%j is none", (name) => expect(isName(name)).toBe(false));
  test("reads the same to editors", () => expect(new RegExp(NAME_PATTERN).test("shell-6-june")).toBe(true));
});
