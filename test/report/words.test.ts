import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill, isPlural, withArticle } from "../../src/report/fill.ts";
import { paint, ruled, wrapped } from "../../src/report/layout.ts";
import { openPhrasebook } from "../../src/report/phrasebook.ts";
import { clock, counted, dateAndClock, dayNumber, isoTime, joined, longDate, noonOf, rungText, startOfDay, timeIn, times } from "../../src/report/words.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { BORDER, written } from "../simulation/small-crises.ts";

/** Four days from six in the morning of a date, in a time zone. */
function daysFrom(date: string, timezone: string): Scenario {
  const last = new Date(Date.parse(date) + 4 * 86_400_000).toISOString().slice(0, 10);
  return written(BORDER.replace("2030-05-06T06:00", `${date}T06:00`).replace("2030-05-10T06:00", `${last}T06:00`).replace("UTC", timezone), []).scenario;
}

// In Europe clocks go forward on 31 March and back on 27 October of that year; elsewhere they change at midnight, or never.
const ZONES = [
  ["Europe/Berlin", "2030-03-29", 71 + 24], ["Europe/Berlin", "2030-10-25", 73 + 24], ["America/New_York", "2030-03-08", 95], ["Asia/Beirut", "2029-10-26", 97], ["Asia/Kolkata", "2030-03-29", 96], ["UTC", "2030-03-27", 96],
] as const;

describe("days of a run", () => {
  test.each(ZONES)("in %s from %s every minute falls on the local date that its clock shows", (zone, date, hours) => {
    const scenario = daysFrom(date, zone);
    expect(scenario.minutes).toBe(hours * 60);
    let [day, shown] = [0, dateOf(scenario, 0)];
    for (let at = 0; at <= scenario.minutes; at++) {
      const now = dateOf(scenario, at);
      if (now !== shown) [day, shown] = [day + 1, now];
      if (dayNumber(scenario, at) !== day) throw new Error(`minute ${at}, ${now}: day ${dayNumber(scenario, at)}, not ${day}`);
    }
    expect(day).toBe(4);
  });

  test.each(ZONES)("in %s from %s a day begins at the first minute of its date", (zone, date) => {
    const scenario = daysFrom(date, zone);
    for (let day = 0; day <= 4; day++) {
      const start = startOfDay(scenario, day);
      expect([day, dayNumber(scenario, start), start === 0 ? 0 : dayNumber(scenario, start - 1) + 1, dayNumber(scenario, noonOf(scenario, day))]).toEqual([day, day, day, day]);
    }
    expect(startOfDay(scenario, 0)).toBe(0);
  });

  test("the day on which clocks go forward has 23 hours, and the one on which they go back 25", () => {
    const lengths = (scenario: Scenario): readonly number[] => [1, 2, 3].map((day) => (startOfDay(scenario, day + 1) - startOfDay(scenario, day)) / 60);
    expect(lengths(daysFrom("2030-03-29", "Europe/Berlin"))).toEqual([24, 23, 24]);
    expect(lengths(daysFrom("2030-10-25", "Europe/Berlin"))).toEqual([24, 25, 24]);
  });

  test("a time is shown with the offset that holds then", () => {
    const scenario = daysFrom("2030-03-29", "Europe/Berlin");
    const change = startOfDay(scenario, 2) + 120;
    expect([change - 1, change].map((at) => isoTime(scenario, at))).toEqual(["2030-03-31T01:59+01:00", "2030-03-31T03:00+02:00"]);
    expect(isoTime(daysFrom("2030-03-29", "America/St_Johns"), 0)).toBe("2030-03-29T06:00-02:30");
    expect(isoTime(daysFrom("2030-03-29", "UTC"), 1)).toBe("2030-03-29T06:01+00:00");
  });

  test("dates and clocks are words of one language, whatever the machine's", () => {
    const time = timeIn(daysFrom("2030-05-06", "UTC"), 185);
    expect([clock(time), dateAndClock(time), longDate(time)]).toEqual(["09:05", "6 May 09:05", "Monday 6 May 2030"]);
  });
});

test("small words", () => {
  expect([1, 2, 3].map(times)).toEqual(["once", "twice", "3 times"]);
  expect([counted(1, "call"), counted(0, "call"), counted(2, "party", "parties")]).toEqual(["1 call", "0 calls", "2 parties"]);
  expect([joined([]), joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
  expect([rungText(0), rungText(8)]).toEqual(["0 cooperation", "8 open conflict"]);
});

describe("parties in sentences", () => {
  const named = (names: Readonly<Record<string, string>>): Scenario =>
    written(BORDER, [JSON.stringify({ add: { parties: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { name }])) } })]).scenario;
  const scenario = named({
    militias: "the militias", rebels: "rebels", military: "Russian military", city: "Damascus", forces: "Syrian Democratic Forces", press: "the press", state: "Islamic State", group: "a company of guards", groups: "companies of the hill",
  });

  test.each([
    ["militias", "the militias"], ["military", "the Russian military"], ["city", "Damascus"], ["forces", "Syrian Democratic Forces"], ["state", "Islamic State"], ["rebels", "rebels"], [undefined, "somebody unknown"], ["north", "North"],
  ])("%s is named %j", (party, name) => { expect(withArticle(scenario, party)).toBe(name); });

  test.each([["militias", true], ["rebels", true], ["forces", true], ["groups", true], ["military", false], ["city", false], ["press", false], ["state", false], ["group", false], [undefined, false]])(
    "%s is a plural: %j", (party, plural) => { expect(isPlural(scenario, party)).toBe(plural); });

  test.each([
    ["{who} [drive|drives] in.", ["militias"], "city", "the militias drive in."],
    ["{who} [drive|drives] in.", ["military"], "city", "the Russian military drives in."],
    ["{who} [drive|drives] in.", ["city", "state"], "city", "Damascus and Islamic State drive in."],
    ["{who} [know|knows] what {whom} {mean}.", ["city"], "militias", "Damascus knows what the militias mean."],
    ["{who} [know|knows] what {whom} {mean}.", ["militias"], "city", "the militias know what Damascus means."],
    ["{whom} {are} there. {who} [say|says] so.", ["militias"], "city", "Damascus is there. The militias say so."],
    ["Stop, {whom}! {them} {have} to.", ["city"], "militias", "Stop, the militias! The militias have to."],
    ["it was {who}.", [undefined], undefined, "it was somebody unknown."],
    ["[they are|it is] here.", ["forces"], undefined, "they are here."],
  ] as const)("%j with %j and %j", (phrase, who, whom, text) => { expect(fill(phrase, scenario, { who, whom })).toBe(text); });

  test("whoever is spoken of between two others is named apart from them", () => {
    expect(fill("we ask {whom} that {them} {come} back", scenario, { who: ["city"], whom: "military", them: "state" })).toBe("we ask the Russian military that Islamic State comes back");
  });

  test("a name that looks like a place for a name is only a name", () => {
    expect(fill("{who} [go|goes].", named({ odd: "{whom} [a|b] $& $1" }), { who: ["odd"], whom: "north" })).toContain("$& $1");
  });
});

describe("a phrasebook", () => {
  const hours = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 80 });

  test("noTextComesTwiceWithinThreeDaysForOneAuthorAndChannel", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), hours, (count, gaps) => {
      const book = openPhrasebook();
      const variants = Array.from({ length: count }, (_, i) => `words ${i}`);
      const said: { readonly at: number; readonly text: string }[] = [];
      let at = 0;
      for (const [i, gap] of gaps.entries()) {
        at += gap;
        const text = book.pick(variants, `id-${i}`, "a", "public", at);
        expect(said.filter((earlier) => earlier.text === text && at - earlier.at <= 3 * 1440)).toEqual([]);
        said.push({ at, text });
      }
    }), { numRuns: 60 });
  });

  test("another author, or another channel, may use the same words", () => {
    const book = openPhrasebook();
    expect([["a", "line wire"], ["b", "line wire"], ["a", "public"]].map(([author, channel]) => book.pick(["yes."], "id", author!, channel!, 0))).toEqual(["yes.", "yes.", "yes."]);
    expect(book.pick(["yes."], "id", "a", "line wire", 3 * 1440)).not.toBe("yes.");
    expect(book.pick(["yes."], "id", "b", "line wire", 3 * 1440 + 1)).toBe("yes.");
  });

  test("what it picks hangs on the entry and not on chance", () => {
    const pick = (id: string): string => openPhrasebook().pick(["a", "b", "c", "d", "e"], id, "a", "line", 0);
    expect(pick("message|a|b|r|0")).toBe(pick("message|a|b|r|0"));
    expect(new Set(Array.from({ length: 30 }, (_, i) => pick(`message|a|b|r|${i}`))).size).toBe(5);
  });
});

describe("layout", () => {
  const text = fc.array(fc.stringMatching(/^[a-z]{1,14}$/), { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));

  test("wrappedTextKeepsItsWordsAndItsWidth", () => {
    fc.assert(fc.property(text, fc.integer({ min: 8, max: 90 }), fc.constantFrom("", "  "), (words, width, indent) => {
      const lines = wrapped(words, width, indent);
      expect(lines.map((line, i) => (i === 0 ? line : line.slice(indent.length))).join(" ")).toBe(words);
      expect(lines.filter((line) => line.length > width && line.trim().includes(" "))).toEqual([]);
      expect(lines.slice(1).every((line) => line.startsWith(indent))).toBe(true);
    }));
  });

  test("colour adds to the words and takes none away", () => {
    const plain = { width: 40, colour: false };
    expect(paint("a strike", "force", plain)).toBe("a strike");
    expect(paint("a strike", "force", { ...plain, colour: true })).toBe("\u001B[31ma strike\u001B[0m");
    expect(paint("a strike", "plain", { ...plain, colour: true })).toBe("a strike");
  });

  test("a heading's rule goes to the width, and is there even where the heading is wider", () => {
    expect(ruled("Day 1", { width: 20, colour: false })).toBe(`── Day 1 ${"─".repeat(11)}`);
    expect(ruled("Day 1", { width: 20, colour: false })).toHaveLength(20);
    expect(ruled("x".repeat(50), { width: 20, colour: false })).toMatch(/x ──$/);
  });
});

function dateOf(scenario: Scenario, at: number): string {
  return longDate(timeIn(scenario, at));
}
