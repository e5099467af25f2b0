import { describe, expect, test } from "vitest";
import { ENTRY } from "../../src/simulation/codes.ts";
import { HALF_A_DAY, recurrenceOf, type Row } from "../../src/study/recurrence.ts";
import { ACT_NAMES } from "../../src/terms/acts.ts";
import { crisis, ROAD } from "../simulation/small-crises.ts";

const model = crisis(ROAD);
const act = (name: (typeof ACT_NAMES)[number], number: number, at: number, who = 0, whom = 2): Row => ({ number, at, values: [at, ENTRY["act"], who, whom, 0, -1, ACT_NAMES.indexOf(name), 2, -1, -1] });

describe("what counts as the same thing", () => {
  const { from, until, matches } = recurrenceOf(model, 5, [act("strike", 5, 3000)]);

  test("it comes within half a day, before or after", () => expect([from, until]).toEqual([3000 - HALF_A_DAY, 3000 + HALF_A_DAY]));

  test.each([
    ["the same act", act("strike", 9, 3100), true], ["one that goes wrong", act("mistaken-strike", 9, 3100), true], ["another act", act("attack", 9, 3100), false],
    ["by another party", act("strike", 9, 3100, 1), false], ["against another party", act("strike", 9, 3100, 0, 1), false],
  ])("%s", (_, row, same) => expect(matches(row.values)).toBe(same));
});

test("where the same thing comes again soon, it has to come nearer to its own time than to the other's", () => {
  const rows = [act("strike", 3, 2000), act("attack", 4, 2050), act("strike", 5, 2100), act("strike", 6, 2401)];
  expect(recurrenceOf(model, 5, rows)).toMatchObject({ from: 2100 - 49, until: 2100 + 49, needed: 1 });
  expect(recurrenceOf(model, 6, rows)).toMatchObject({ from: 2401 - 150, until: 2401 + 150 });
});

test("of two in one minute the second needs both", () => {
  const rows = [act("strike", 3, 2000), act("strike", 5, 2000)];
  expect(recurrenceOf(model, 3, rows).needed).toBe(1);
  expect(recurrenceOf(model, 5, rows).needed).toBe(2);
});
