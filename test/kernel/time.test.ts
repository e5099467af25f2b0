import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysFromCivil, localTime, offsetAt, type LocalTime } from "../../src/kernel/time.ts";

const MINUTE_MS = 60_000;
const UTC = [{ from: 0, offset: 0 }];

/** What the platform's own calendar says, in UTC. */
function byDate(epochMinutes: number): LocalTime {
  const date = new Date(epochMinutes * MINUTE_MS);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), weekday: date.getUTCDay(),
  };
}

function clock(offsets: readonly { from: number; offset: number }[], at: number): string {
  const { hour, minute } = localTime(Date.UTC(2000, 0, 1) / MINUTE_MS, offsets, at);
  return `${hour}:${minute}`;
}

describe("the calendar", () => {
  test("every day of six centuries has the date and weekday that Date gives it", () => {
    const first = Date.UTC(1700, 0, 1) / MINUTE_MS;
    const wrong: string[] = [];
    for (let day = 0; day < 600 * 365.25; day++) {
      const at = day * 1440;
      const told = localTime(first, UTC, at);
      const { year, month, day: ofMonth, weekday } = byDate(first + at);
      if (told.year !== year || told.month !== month || told.day !== ofMonth || told.weekday !== weekday) wrong.push(`${year}-${month}-${ofMonth}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    [1970, 1, 1, 0], [1970, 1, 2, 1], [1969, 12, 31, -1], [2000, 2, 29, 11_016], [2000, 3, 1, 11_017], [1600, 2, 29, -135_081],
  ])("%i-%i-%i lies %i days from the epoch", (year, month, day, days) => {
    expect(daysFromCivil(year, month, day)).toBe(days);
    expect(Date.UTC(year, month - 1, day)).toBe(days * 86_400_000);
  });
});

describe("properties", () => {
  const epochMinutes = fc.integer({ min: -100_000_000, max: 100_000_000 });

  test("localTimeEqualsDate", () => {
    fc.assert(fc.property(epochMinutes, fc.nat(2_000_000), fc.integer({ min: -840, max: 840 }), (start, at, offset) => {
      expect(localTime(start, [{ from: 0, offset }], at)).toEqual(byDate(start + at + offset));
    }));
  });

  test("daysFromCivilInvertsLocalTime", () => {
    fc.assert(fc.property(epochMinutes, (start) => {
      const { year, month, day, hour, minute } = localTime(start, UTC, 0);
      expect(daysFromCivil(year, month, day) * 1440 + hour * 60 + minute).toBe(start);
    }));
  });

  test("onlyStartPlusMinuteMatters", () => {
    fc.assert(fc.property(epochMinutes, fc.nat(100_000), (start, at) => {
      expect(localTime(start, UTC, at)).toEqual(localTime(start + at, UTC, 0));
    }));
  });
});

describe("offsets", () => {
  const summerAndBack = [{ from: 0, offset: 120 }, { from: 600, offset: 180 }, { from: 1200, offset: 120 }];

  test.each([[0, 120], [599, 120], [600, 180], [1199, 180], [1200, 120], [99_999, 120]])("at minute %i the offset is %i", (at, offset) => {
    expect(offsetAt(summerAndBack, at)).toBe(offset);
  });

  test("before the first entry its offset holds", () => expect(offsetAt([{ from: 60, offset: 45 }, { from: 90, offset: 0 }], -5)).toBe(45));
  test("the clock jumps over the hour that is skipped", () => expect([599, 600].map((at) => clock(summerAndBack, at))).toEqual(["11:59", "13:0"]));
  test("the clock repeats the hour that is doubled", () => expect([1199, 1200].map((at) => clock(summerAndBack, at))).toEqual(["22:59", "22:0"]));
  test("a negative offset reaches into the day before", () => {
    expect(localTime(0, [{ from: 0, offset: -210 }], 0)).toEqual({ year: 1969, month: 12, day: 31, hour: 20, minute: 30, weekday: 3 });
  });
});
