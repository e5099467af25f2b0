import { describe, expect, test } from "vitest";
import { findEntry, type EntryFound } from "../../src/report/entry-search.ts";
import { dateAndClock, timeIn } from "../../src/report/words.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { loadShipped } from "../bench/shipped.ts";

const scenario = loadShipped("at-tanf-2017");
const { entries } = simulate(compileModel(scenario));
const find = (text: string): EntryFound => findEntry(scenario, entries, text);
const strikes = entries.filter((entry) => entry.kind === "act" && entry.act === "strike");
const dates = strikes.map(({ at }) => dateAndClock(timeIn(scenario, at)));
// A strike that is the only one of its day.
const alone = strikes[dates.findIndex((date) => dates.filter((other) => other.slice(0, -6) === date.slice(0, -6)).length === 1)]!;
const date = dates[strikes.indexOf(alone)]!.slice(0, -6);

describe("an entry is found", () => {
  test("by its number", () => expect(find("7")).toEqual({ found: entries[7] }));
  test("by its id", () => expect(find(entries[40]!.id)).toEqual({ found: entries[40] }));
  test("by what it is and the day, in either order", () => {
    const [day, month] = date.split(" ");
    for (const text of [`strike ${date}`, `strike ${month} ${day}`, `Strike on ${day} ${month!.slice(0, 3)}`, `the strike of ${date}`]) expect(find(text)).toEqual({ found: alone });
  });
  test("by whose it is and the clock", () => expect(find(`coalition strike ${dates[strikes.indexOf(alone)]}`)).toEqual({ found: alone }));
  test("by its kind where that is said", () => {
    const found = find(`decision strike ${date}`).found;
    expect(found).toMatchObject({ kind: "decision", option: "strike" });
  });
});

describe("an entry is not found", () => {
  test("where several fit, they are named", () => {
    expect(strikes.length).toBeGreaterThan(1);
    expect(find("strike")).toEqual({ found: undefined, why: "several", near: strikes.slice(0, 6) });
  });
  test("where none fits, what comes nearest is named, misspelt words too", () => {
    const missed = find("strke 31 May");
    expect(missed).toMatchObject({ found: undefined, why: "none" });
    expect(missed.found === undefined && missed.near).toContain(strikes[0]);
  });
  test.each(["", "the", "9999999", "zzz qqq", "act|nobody|-|-|0"])("%j is nothing at all, or comes near to something", (text) => {
    expect(find(text).found).toBeUndefined();
  });
});
