import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { ACT_PHRASES } from "../../src/report/act-phrases.ts";
import { fill, withArticle } from "../../src/report/fill.ts";
import { MESSAGE_PHRASES, OCCASION_PHRASES, RESULT_PHRASES } from "../../src/report/message-phrases.ts";
import { READ_OCCASIONS, READ_PHRASES } from "../../src/report/percept-phrases.ts";
import { STATEMENT_OCCASIONS, STATEMENT_PHRASES } from "../../src/report/statement-phrases.ts";
import { tellStory } from "../../src/report/story.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { ACT_NAMES } from "../../src/terms/acts.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crisis, ROAD, written } from "../simulation/small-crises.ts";

const BOOKS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ACT_PHRASES, READ_PHRASES, READ_OCCASIONS, MESSAGE_PHRASES, OCCASION_PHRASES, RESULT_PHRASES, STATEMENT_PHRASES, STATEMENT_OCCASIONS,
};
const phrases = Object.entries(BOOKS).flatMap(([book, all]) => Object.entries(all).flatMap(([name, variants]) => variants.map((phrase) => ({ where: `${book} ${name}: ${phrase}`, phrase }))));

// Two names that are plurals and two that are not.
const NAMES = "set: { parties.post.name: the guards, parties.column.name: the companies, parties.sponsor.name: Alder, parties.raiders.name: Birch }";
const { scenario } = written(ROAD, [NAMES]);
const PLURAL = ["post", "column"] as const;
const SINGULAR = ["sponsor", "raiders"] as const;

/** A phrase about two parties, with their names taken out again. */
function withoutNames(phrase: string, who: string, whom: string): string {
  const text = fill(phrase, scenario, { who: [who], whom });
  return text.replaceAll(new RegExp(withArticle(scenario, who), "gi"), "<who>").replaceAll(new RegExp(withArticle(scenario, whom), "gi"), "<whom>");
}

test("a phrase leaves no place for a word open, and ends as a sentence", () => {
  expect(phrases.length).toBeGreaterThan(250);
  const filled = phrases.flatMap(({ where, phrase }) => [...PLURAL, ...SINGULAR].map((who) => `${where} -> ${fill(phrase, scenario, { who: [who], whom: who === "post" ? "column" : "post", them: "raiders" })}`));
  expect(filled.filter((line) => !/ -> [^ ][^{}[\]|]*[.?!:]$/.test(line) || /undefined| {2}/.test(line))).toEqual([]);
});

test("what stands in braces is a name, or a verb that agrees", () => {
  const words = new Set(phrases.flatMap(({ phrase }) => [...phrase.matchAll(/\{(\w+)\}/g)].map(([, word]) => word!)));
  const agrees = (word: string): boolean => {
    const [plural, singular] = [PLURAL[0], SINGULAR[0]].map((whom) => fill(`{whom} {${word}}`, scenario, { who: [PLURAL[1]], whom }).split(" ").at(-1));
    return plural === word && singular !== word;
  };
  expect([...words].filter((word) => !["who", "whom", "them"].includes(word) && !agrees(word))).toEqual([]);
  expect(words.size).toBeGreaterThan(5);
});

test("no two variants read the same", () => {
  const twice = Object.entries(BOOKS).flatMap(([book, all]) => Object.entries(all).filter(([, variants]) => new Set(variants).size < variants.length).map(([name]) => `${book} ${name}`));
  expect(twice).toEqual([]);
});

test("no phrase knows a party or a place of a shipped scenario", () => {
  const names = ["at-tanf-2017", "dgmo-hotline", "liaison-office"].flatMap((name) => {
    const { parties, places } = loadShipped(name);
    return [...Object.values(parties), ...Object.values(places)].map((one) => one.name.replace(/^the /i, "").toLowerCase()).filter((one) => /[a-z] [a-z]|^[a-z]{5,}$/.test(one));
  });
  expect(names.length).toBeGreaterThan(15);
  expect(phrases.filter(({ phrase }) => names.some((name) => new RegExp(`\\b${name}\\b`, "i").test(phrase))).map(({ where }) => where)).toEqual([]);
});

describe("the same words for all sides", () => {
  test("a phrase reads the same the other way round", () => {
    expect(phrases.filter(({ phrase }) => [PLURAL, SINGULAR].some(([a, b]) => withoutNames(phrase, a, b) !== withoutNames(phrase, b, a))).map(({ where }) => where)).toEqual([]);
  });

  test.each(ACT_NAMES)("%s is told in the same words, whoever does it to whom", (act) => {
    const words = new Set(ACT_PHRASES[act].map((phrase) => withoutNames(phrase, "sponsor", "raiders")));
    const told = (by: string, against: string): readonly string[] => {
      const items = ["day 1 08:00", "day 1 12:00", "day 2 08:00", "day 2 12:00", "day 3 08:00"].map((at, i) => ({ id: `item-${i}`, at, incident: act, by, against, forced: true }));
      const model = crisis(ROAD, { "sight.seen": 0 }, JSON.stringify({ set: { "parties.post.name": "Alder", "parties.column.name": "Birch" }, add: { timeline: items } }));
      const { entries } = simulate(model, seeded(1));
      const [who, whom] = by === "post" ? ["Alder", "Birch"] as const : ["Birch", "Alder"] as const;
      const lines = tellStory(model, entries).filter(({ entry }) => entries[entry]!.kind === "act" && "item" in entries[entry]! && entries[entry].item !== undefined);
      return lines.map(({ text }) => text.replace(/ \(Directed by the exercise, not decided by \w+\.\)$/, "").replaceAll(who, "<who>").replaceAll(whom, "<whom>"));
    };
    for (const texts of [told("post", "column"), told("column", "post")]) {
      expect(texts).toHaveLength(5);
      expect(texts.filter((text) => !words.has(text))).toEqual([]);
    }
  });
});
