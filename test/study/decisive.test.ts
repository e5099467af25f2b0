import { describe, expect, test } from "vitest";
import { identityOf, recorded, seeded } from "../../src/kernel/choices.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { accountOf, type Account } from "../../src/study/account.ts";
import { othersOf, type Change } from "../../src/study/asked.ts";
import { courseFrom, type Course } from "../../src/study/course.ts";
import { decisiveChoices, type Decisive, type Searched } from "../../src/study/decisive.ts";
import { HALF_A_DAY } from "../../src/study/recurrence.ts";
import { rerunOf } from "../../src/study/rerun.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crisis, ROAD } from "../simulation/small-crises.ts";

const model = compileModel(loadShipped("at-tanf-2017"));
const courseOf = (seed: number, of = model): Course => ({ model: of, answerer: seeded(seed), amendments: [], events: undefined });

function searched(account: Account, entry: Entry, events?: number): { readonly found: readonly Decisive[]; readonly end: Searched } {
  const found: Decisive[] = [];
  const search = decisiveChoices(account, entry, events);
  for (let next = search.next(); ; next = search.next()) {
    if (next.done === true) return { found, end: next.value };
    if (next.value !== undefined) found.push(next.value);
  }
}

/** Strikes of a run from its start with some answers changed, by another way than the search takes. */
function strikesWith(seed: number, changes: readonly Change[]): readonly Entry[] {
  const answers = new Map(changes.map(({ question, option }) => [identityOf(question), question.options.names[option]!]));
  return simulate(model, recorded(answers, seeded(seed))).entries.filter(isStrike);
}

function isStrike(entry: Entry): boolean {
  return entry.kind === "act" && (entry.act === "strike" || entry.act === "mistaken-strike") && entry.who === "coalition" && entry.whom === "militia";
}

/** Seeds under which the run ends badly: with a strike that no other one lies close to. */
const BAD = Array.from({ length: 60 }, (_, seed) => ({ seed, strikes: strikesWith(seed, []) }))
  .filter(({ strikes }) => strikes.length > 0 && (strikes.length === 1 || strikes.at(-1)!.at - strikes.at(-2)!.at > 2 * HALF_A_DAY))
  .slice(0, 10);

describe("a decisive choice", () => {
  test("there are ten runs that end badly", () => expect(BAD).toHaveLength(10));

  test.each(BAD)("under seed $seed: without it there is no strike within half a day, and with any other option there is", ({ seed, strikes }) => {
    const account = accountOf(courseOf(seed));
    const entry = account.entries[strikes.at(-1)!.number]!;
    const { found, end } = searched(account, entry);
    expect(end.tried).toBe(end.choices);
    expect(found.length).toBeGreaterThan(0);
    for (const { asked, prevents } of found) {
      for (const option of othersOf(asked)) {
        const all = strikesWith(seed, [{ question: asked.question, option }]);
        expect(all.some(({ at }) => Math.abs(at - entry.at) <= HALF_A_DAY)).toBe(!prevents.includes(option));
      }
    }
  });

  test("a run again from a place on the way comes to the same as one from the start", () => {
    const { seed, strikes } = BAD[0]!;
    const account = accountOf(courseOf(seed));
    const entry = account.entries[strikes.at(-1)!.number]!;
    const rerun = rerunOf(account, entry);
    const fromTheStart = account.asked.flatMap((asked, place) => (asked.entry > entry.number ? [] : othersOf(asked).map((option) => {
      const change = [{ question: asked.question, option }];
      return [rerun.happens(change, place), rerun.happens(change, 0)];
    })));
    expect(fromTheStart.length).toBeGreaterThan(50);
    expect(fromTheStart.filter(([near, far]) => near !== far)).toEqual([]);
  });

  test("may be one that the scenario answers beforehand", () => {
    const { seed, strikes } = BAD[0]!;
    const account = accountOf(courseOf(seed));
    const entry = account.entries[strikes.at(-1)!.number]!;
    const [first] = searched(account, entry).found;
    const { question, option } = first!.asked;
    const answers = { [identityOf(question)]: question.options.names[option]! };
    const held = accountOf(courseFrom(compileModel(loadShipped("at-tanf-2017", [JSON.stringify({ set: { answers } })])), seeded(seed)));
    expect(held.entries).toEqual(account.entries);
    expect(searched(held, held.entries[entry.number]!).found.map(({ asked }) => identityOf(asked.question))).toContain(identityOf(question));
  });

  test("with nothing changed, everything happens all the same", () => {
    const account = accountOf(courseOf(1, compileModel(loadShipped("dgmo-hotline"))));
    const changed = account.entries.filter((entry) => !rerunOf(account, entry).happens([], 0));
    expect(changed).toEqual([]);
  });
});

describe("where no single choice was decisive", () => {
  test("the set that was is told, and none of it can be left out", () => {
    // Either of two pressures, a quarter of an hour apart, brings the column to weigh a move.
    const pressure = (id: string, at: string) => ({ id, at, chance: 0.999, pressure: { party: "column", toward: "post", strength: "serious" } });
    const account = accountOf(courseOf(1, crisis(ROAD, {}, JSON.stringify({ add: { timeline: [pressure("first", "day 1 12:00"), pressure("second", "day 1 12:10")] } }))));
    const entry = account.entries.find(({ kind, who }) => kind === "stance" && who === "column")!;
    const { found, end } = searched(account, entry);
    expect(found).toEqual([]);
    expect(end.together!.map(({ question, option }) => [question.name.text, question.root.text, question.options.names[option]])).toEqual([["item.happens", "first", "does-not"], ["item.happens", "second", "does-not"]]);
    const rerun = rerunOf(account, entry);
    expect(rerun.happens(end.together!, 0)).toBe(false);
    expect(end.together!.map((_, i) => rerun.happens(end.together!.toSpliced(i, 1), 0))).toEqual([true, true]);
  });

  test("what came from outside had no choice behind it", () => {
    const account = accountOf(courseOf(1));
    const { found, end } = searched(account, account.entries.find(({ kind }) => kind === "pressure")!);
    expect(found).toEqual([]);
    expect(end).toMatchObject({ decisive: 0, together: undefined, setsTried: 0 });
  });
});

test("a search that reaches its limit says how far it came, and looks for no set", () => {
  const { seed, strikes } = BAD[0]!;
  const account = accountOf(courseOf(seed));
  const entry = account.entries[strikes.at(-1)!.number]!;
  const { end } = searched(account, entry, account.taken + 1000);
  expect(end.tried).toBeGreaterThan(0);
  expect(end.tried).toBeLessThan(end.choices);
  expect(end.together).toBeUndefined();
});
