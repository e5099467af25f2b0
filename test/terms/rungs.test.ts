import { describe, expect, test } from "vitest";
import { hostilityLevel, RUNGS, rungOf, VIOLENCE, violenceOf } from "../../src/terms/rungs.ts";

describe("the ladder", () => {
  test("a rung is the place of its name", () => expect(RUNGS.map(rungOf)).toEqual(RUNGS.map((_, i) => i)));
  test("a name that is no rung has none", () => expect(["", "war", "Protest", "toString"].map(rungOf)).toEqual([-1, -1, -1, -1]));

  test.each([
    ["cooperation", 1], ["protest", 1], ["warning", 2], ["show-of-force", 3], ["limited-force", 4], ["exchange-of-force", 4], ["open-conflict", 4],
  ])("%s is reported as hostility level %i", (name, level) => expect(hostilityLevel(rungOf(name))).toBe(level));

  test("a higher rung is never reported as less hostile", () => {
    const levels = RUNGS.map((_, rung) => hostilityLevel(rung));
    expect(levels.toSorted((a, b) => a - b)).toEqual(levels);
  });

  test.each([
    ["cooperation", "no violence"], ["show-of-force", "no violence"], ["limited-force", "minor clashes"], ["exchange-of-force", "serious clashes"], ["open-conflict", "serious clashes"],
  ])("%s is reported as %s", (name, violence) => expect(VIOLENCE[violenceOf(rungOf(name))]).toBe(violence));
});
