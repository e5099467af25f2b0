import { describe, expect, test } from "vitest";
import { localTime } from "../../src/kernel/time.ts";
import { offsetsByIntl, runClock, zoneOffset } from "../../src/scenario/time-zone.ts";
import { parseLocalTime } from "../../src/scenario/values.ts";

const clock = (zone: string, start: string, end: string) => {
  const made = runClock(zone, parseLocalTime(start)!, parseLocalTime(end)!);
  if (made === undefined) throw new Error(`no zone ${zone}`);
  return { ...made, minute: (text: string) => made.minuteOf(parseLocalTime(text)!) };
};

describe("in spring the clock skips an hour", () => {
  const berlin = clock("Europe/Berlin", "2024-03-31 00:00", "2024-04-01 00:00");
  test("the day is an hour short", () => expect(berlin.minutes).toBe(23 * 60));
  test("the offset changes at the minute", () => expect(berlin.offsets).toEqual([{ from: 0, offset: 60 }, { from: 120, offset: 120 }]));
  test("a time before the gap is itself", () => expect(berlin.minute("2024-03-31 01:59")).toEqual({ at: 119, fit: "exact" }));
  test.each(["02:00", "02:30", "02:59"])("%s is the first minute after the gap", (time) => expect(berlin.minute(`2024-03-31 ${time}`)).toEqual({ at: 120, fit: "gap" }));
  test("03:00 is that minute too", () => expect(berlin.minute("2024-03-31 03:00")).toEqual({ at: 120, fit: "exact" }));
});

describe("in autumn an hour comes twice", () => {
  const berlin = clock("Europe/Berlin", "2024-10-27 00:00", "2024-10-28 00:00");
  test("the day is an hour long", () => expect(berlin.minutes).toBe(25 * 60));
  test("02:30 is the first of the two", () => expect(berlin.minute("2024-10-27 02:30")).toEqual({ at: 150, fit: "overlap" }));
  test("03:00 comes once, an hour later", () => expect(berlin.minute("2024-10-27 03:00")).toEqual({ at: 240, fit: "exact" }));
});

describe("zones", () => {
  test("Damascus kept summer time in May 2017", () => {
    const damascus = clock("Asia/Damascus", "2017-05-18 06:00", "2017-06-10 00:00");
    expect(damascus.offsets).toEqual([{ from: 0, offset: 180 }]);
    expect(damascus.startEpochMinutes * 60_000).toBe(Date.UTC(2017, 4, 18, 3));
    expect(damascus.minutes).toBe(23 * 1440 - 360);
  });
  test("Damascus put its clock on at midnight, so that there was no midnight", () => {
    const damascus = clock("Asia/Damascus", "2017-03-30 12:00", "2017-04-01 12:00");
    expect(damascus.minute("2017-03-31 00:00")).toEqual({ at: 720, fit: "gap" });
    expect(damascus.minutes).toBe(47 * 60);
  });
  test("a fixed offset never changes", () => {
    const fixed = clock("+03:00", "2024-03-31 00:00", "2024-11-01 00:00");
    expect(fixed.offsets).toEqual([{ from: 0, offset: 180 }]);
    expect(fixed.minutes).toBe(215 * 1440);
  });
  test("a negative offset with minutes is read", () => expect(zoneOffset("-03:30")!(0)).toBe(-210));
  test("UTC is no offset", () => expect(zoneOffset("UTC")!(0)).toBe(0));
  test.each(["Nowhere/Here", "Berlin", "+3", "+15:00", "03:00", "", "../etc", "Europe/Berlin\n", "\u0000"])("%j is no zone", (zone) => expect(zoneOffset(zone)).toBeUndefined());

  test.each(["Asia/Damascus", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca", "Australia/Lord_Howe"])("%s has the same offsets by either source", (zone) => {
    const [one, other] = [zoneOffset(zone)!, offsetsByIntl(zone)];
    for (let day = 0; day < 3000; day += 5) {
      const minute = Date.UTC(2014, 0, 1) / 60_000 + day * 1440;
      expect([day, one(minute)]).toEqual([day, other(minute)]);
    }
  });
});

test("a local time leads to a minute that shows it again, wherever the clock neither skips nor repeats", () => {
  const year = clock("Europe/Berlin", "2024-01-01 00:00", "2025-01-01 00:00");
  for (let local = year.startLocal; local < year.endLocal; local += 37) {
    const { at, fit } = year.minuteOf(local);
    if (fit === "gap") continue;
    const shown = localTime(year.startEpochMinutes, year.offsets, at);
    expect(Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) / 60_000).toBe(local);
  }
});
