import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { asked, BORDER, crisis, DAY, follows, only, perceptsOf, pick, ROAD, traceOf, written, type Certainties } from "./small-crises.ts";

const NOON = 360;
const items = (...all: readonly string[]): string => `{ add: { timeline: [${all.join(", ")}] } }`;
/** The column drives into the ring, with more about it. */
const entry = (more = "", at = "day 1 12:00"): string => `{ id: entry, at: "${at}", incident: enter, by: column, against: post, forced: true${more} }`;
/** An unowned attack from the air on the post, by whom in truth and in appearance. */
const attack = (by: string, appears: string): string => `{ id: attack, at: "day 1 12:00", incident: attack, by: ${by}, appears-as: { by: ${appears} }, against: post }`;
const seen = (certainly: Certainties, ...all: readonly string[]): readonly Entry[] => traceOf(crisis(ROAD, certainly, items(...all)));

describe("what happens", () => {
  test("is seen at once by the one it is done to", () => {
    const entries = seen({}, entry());
    expect(only(entries, "perceived", { who: "post", percept: "approached.self" })).toMatchObject({ at: NOON, whom: "column", source: "sight", truth: "column", misattributed: false, shift: 0 });
  });

  test("is seen late by those the script names, as late as it says", () => {
    const entries = seen({}, entry(", seen-by: { sponsor: { delay: 150 m } }"));
    expect(only(entries, "perceived", { who: "sponsor", source: "news" })).toMatchObject({ at: NOON + 150, whom: "column", percept: "noticed.self" });
    expect(pick(seen({}, entry()), "perceived", { who: "sponsor", source: "news" })).toEqual([]);
  });

  test("is heard of by those it concerns once news has travelled", () => {
    const entries = seen({ "news.travels": "4 h" }, `{ id: hit, at: "day 1 12:00", incident: strike, by: post, against: column, forced: true }`);
    expect(only(entries, "perceived", { who: "sponsor", percept: "struck.client" }).at).toBe(NOON + 240);
    expect(perceptsOf(entries, "post")).not.toContain("column: struck.client");
  });

  test("may go unseen, and then nobody moves", () => {
    const entries = seen({ "sight.seen": 0 }, entry());
    expect(only(entries, "unseen")).toMatchObject({ who: "post", act: "enter", cause: only(entries, "act").number });
    expect(pick(entries, "stance")).toEqual([]);
  });

  test("is hidden from those the script hides it from", () => {
    const entries = seen({}, entry(", unseen-by: [post]"));
    expect(pick(entries, "act")).toHaveLength(1);
    expect([...pick(entries, "unseen"), ...pick(entries, "stance"), ...pick(entries, "perceived", { source: "sight" })]).toEqual([]);
  });

  test.each([
    ["milder", "noticed.self", -1],
    ["as-meant", "approached.self", 0],
    ["graver", "menaced.self", 1],
  ] as const)("is taken %s", (taken, percept, shift) => {
    const entries = seen({ "sight.reading": taken }, entry());
    expect(only(entries, "perceived", { who: "post", source: "sight" })).toMatchObject({ percept, shift, whom: "column" });
  });

  test.each([["slight", "noticed.self"], ["serious", "approached.self"], ["grave", "menaced.self"]])("looks %s where the script says so", (gravity, percept) => {
    const entries = seen({}, entry(`, appears-as: { gravity: ${gravity} }`));
    expect(only(entries, "perceived", { who: "post", source: "sight" })).toMatchObject({ percept, shift: 0 });
  });

  test("may be blamed on another adversary, and answered there", () => {
    const model = crisis(ROAD, { "sight.attributed": 0, "sight.blames-another/enter": 1 }, `{ set: { parties.raiders: { doctrine: militia, stances: { post: adversary } } }, ${items(entry()).slice(1)}`);
    const entries = traceOf(model);
    expect(only(entries, "perceived", { who: "post", source: "sight" })).toMatchObject({ whom: "raiders", truth: "column", misattributed: true });
    expect(pick(entries, "stance", { who: "post" }).map(({ whom }) => whom)).toEqual(["raiders"]);
  });

  test("may be blamed on nobody: then no adversary is moved against, and the other end of the line is asked", () => {
    const entries = seen({ "sight.attributed": 0, "sight.blames-another": 0 }, entry());
    const unattributed = only(entries, "unattributed");
    expect(unattributed).toMatchObject({ who: "post", whom: undefined, act: "enter", percept: "approached.self" });
    expect(pick(entries, "stance", { who: "post", whom: "column" })).toEqual([]);
    expect(only(entries, "perceived", { percept: "unowned.movement" })).toMatchObject({ who: "post", whom: "sponsor", truth: undefined, cause: unattributed.number });
    expect(only(entries, "message", { who: "post", message: "query", stage: "delivered" }).whom).toBe("sponsor");
  });

  test("from the air is fended off, whoever sent it and though nobody can say who did", () => {
    const drone = (appears: string): string => `{ id: drone, at: "day 1 12:00", incident: drone-attack, by: strangers, appears-as: { by: ${appears} }, against: post }`;
    expect(only(seen({}, drone("column")), "act", { act: "shoot-down" })).toMatchObject({ who: "post", whom: "column" });
    const unowned = seen({}, drone("unknown"));
    expect(only(unowned, "act", { act: "shoot-down" })).toMatchObject({ who: "post", whom: undefined });
    expect(only(unowned, "message", { who: "post", message: "query", stage: "waiting" }).whom).toBe("sponsor");
  });

  test("as fire from out of sight is asked about before anything is done about it, where the garrison so decides", () => {
    const mortars = `{ id: mortars, at: "day 1 12:00", incident: harass, by: column, against: post, forced: true }`;
    const entries = seen({ "sight.reading/harass": "graver", "sight.attributed/harass": 1, "garrison.unowned-fire": "ask" }, mortars);
    expect(only(entries, "message", { who: "post", message: "query", stage: "delivered" }).whom).toBe("sponsor");
    expect(pick(entries, "act", { act: "strike" })).toEqual([]);
  });

  test("may be blamed on someone toward whom there is no stance, and then no chart moves", () => {
    const entries = seen({}, attack("strangers", "strangers"));
    expect(only(entries, "unattributed", { who: "post" })).toMatchObject({ whom: "strangers", act: "attack" });
    expect(pick(entries, "stance")).toEqual([]);
  });
});

describe("ground truth reaches no chart", () => {
  // The script says how it looks; all that differs is who it was.
  const perceived = (by: string, certainly: Certainties, seed: number) => {
    const entries = traceOf(crisis(ROAD, certainly, items(attack(by, "column"))), seeded(seed));
    return pick(entries, "perceived").map(({ at, who, whom, percept, source }) => `${at} ${who} > ${whom}: ${percept} (${source})`);
  };

  test("whoever it was, the same is perceived where it is surely seen", () => {
    const told = perceived("strangers", { "news.of-the-dead": "9 d" }, 1);
    expect(told).toContain(`${NOON} post > column: struck.self (sight)`);
    expect(perceived("unknown", { "news.of-the-dead": "9 d" }, 1)).toEqual(told);
    expect(perceived("raiders", { "news.of-the-dead": "9 d" }, 1)).toEqual(told);
  });

  test("whoever it was, the same is perceived where it may be missed", () => {
    for (let seed = 0; seed < 20; seed++) {
      const certainly = { "sight.seen": 0.5, "news.of-the-dead": "9 d" };
      expect(perceived("raiders", certainly, seed)).toEqual(perceived("strangers", certainly, seed));
    }
  });

  test("the dead are blamed on the one who is blamed for the blow, whoever it was", () => {
    expect(perceived("raiders", {}, 1)).toEqual(perceived("strangers", {}, 1));
  });
});

describe("what bears on a reading", () => {
  const UNSURE = "set: { assumptions.sight.reading: { milder: 1, as-meant: 4, graver: 2 }, assumptions.word.calms: 3, assumptions.sight.warned-sharpens: 5, assumptions.sight.near-sharpens: 7, assumptions.sight.near: 30 km }";
  const weights = (certainly: Certainties, ...all: readonly string[]): readonly (readonly number[])[] =>
    asked(crisis(ROAD, certainly, `{ ${UNSURE}, ${items(...all).slice(1)}`), "sight.reading").map(({ options }) => options.weights);

  test("nothing: the weights are those assumed", () => expect(weights({}, entry())).toEqual([[1, 4, 2]]));

  test("a believed word calms what is seen of the one who spoke and of its clients", () => {
    expect(weights({}, entry("", "day 2 12:00"))).toEqual([[3, 4, 2]]);
  });

  test("a word that is not believed calms nothing", () => {
    expect(weights({ "word.believed-at-fair": 0 }, entry("", "day 2 12:00"))).toEqual([[1, 4, 2]]);
  });

  test("a believed word calms no longer than it holds", () => {
    expect(weights({ "word.holds": "1 h" }, entry("", "day 2 12:00"))).toEqual([[1, 4, 2]]);
  });

  test("a warning given sharpens what is then seen", () => {
    expect(weights({}, `{ id: shots, at: "day 1 10:00", incident: warning-shots, by: post, against: column, forced: true }`, entry())).toEqual([[1, 4, 10]]);
  });

  test("a warning that reached its hearer through a patron sharpens too", () => {
    const certainly = { "garrison.answer-due": "10 m", "garrison.leave-due": "10 m", "garrison.warning-stands": "9 d" };
    expect(weights(certainly, entry(), entry("", "day 1 20:00").replace("id: entry", "id: again"))).toEqual([[1, 4, 2], [1, 4, 10]]);
  });

  test("closeness sharpens", () => expect(weights({}, entry(", distance: 20 km"))).toEqual([[1, 4, 14]]));
});

describe("firmness and restraint", () => {
  test.each([["heeded", ["firmness.heeded"]], ["let-pass", []], ["resented", ["firmness.resented"]]] as const)("a show of force may be %s", (read, percepts) => {
    const entries = seen({ "firmness.read": read }, `{ id: show, at: "day 1 12:00", incident: show-force, by: post, against: column, forced: true }`);
    expect(perceptsOf(entries, "column", "post")).toEqual(percepts);
  });

  test.each([["trusted", ["restraint.trusted"]], ["let-pass", []], ["tested", ["restraint.tested"]]] as const)("holding back may be %s", (read, percepts) => {
    const entries = seen({ "restraint.read": read }, `{ id: held, at: "day 1 12:00", incident: stand-down, by: post, against: column, forced: true }`);
    expect(perceptsOf(entries, "column", "post")).toEqual(percepts);
  });

  test.each([["threat", "stated.threat"], ["appeal", "stated.appeal"]] as const)("a public warning of escalation may be taken for a %s", (read, percept) => {
    const capital = `add: { parties: { capital: { doctrine: government, stances: { post: adversary, column: partner } } } }`;
    const entries = traceOf(crisis(ROAD, { "caution.read": read, "government.command-speaks": "1 h", "government.caution": "caution" },
      `{ set: { parties.post.stances.capital: adversary }, ${capital.slice(0, -2)}, timeline: [{ id: hit, at: "day 1 12:00", incident: strike, by: post, against: column, forced: true }] } }`));
    const said = only(entries, "statement", { who: "capital", statement: "caution" });
    expect(only(entries, "perceived", { who: "post", whom: "capital", percept, source: "public" }).cause).toBe(said.number);
  });
});

describe("trust", () => {
  test("rises by one level after several kept words, and not before", () => {
    const rises = (after: number) => pick(traceOf(crisis(ROAD, { "trust.rises-after": after })), "trust", { who: "post" }).map(({ at, from, to }) => [Math.floor(at / DAY), from, to]);
    expect(rises(2)).toEqual([[1, 3, 4]]);
    expect(rises(4)).toEqual([[3, 3, 4]]);
    expect(rises(5)).toEqual([]);
  });

  test("falls by one level at once, and what was kept before no longer counts", () => {
    const trusted = (...all: readonly string[]): readonly Entry[] =>
      traceOf(crisis(ROAD, { "trust.rises-after": 3, "patron.after-a-hit": "suspend" }, `{ remove: [channels.wire.on-request], ${items(...all).slice(1)}`));
    const [kept, broken] = [trusted(), trusted(`{ id: hit, at: "day 2 12:00", incident: strike, by: post, against: column, forced: true }`)];
    const suspended = only(broken, "call", { call: "declared-suspended" });
    expect(pick(kept, "trust", { who: "post" }).map(({ at, to }) => [Math.floor(at / DAY), to])).toEqual([[2, 4]]);
    // Two due calls are left after it, and three kept words would be wanted.
    expect(pick(broken, "trust", { who: "post" })).toMatchObject([{ at: suspended.at, cause: suspended.number, from: 3, to: 2 }]);
  });

  test("decides whether a word is believed", () => {
    const believes = (trust: string): readonly string[] =>
      perceptsOf(traceOf(crisis(ROAD, { "word.believed-at-low": 0, "word.believed-at-high": 1, "trust.rises-after": 9 }, `set: { channels.wire.trust: { post: ${trust}, sponsor: ${trust} } }`)), "post").filter((percept) => percept.includes("told"));
    expect(new Set(believes("low"))).toEqual(new Set(["sponsor: told.doubted"]));
    expect(new Set(believes("high"))).toEqual(new Set(["sponsor: told.notice"]));
  });

  // 200 fair draws at 0.75 and at 0.25 lie 100 apart on average; less than 40 apart is more than six standard deviations off.
  test("that is fair lets more words through than trust that is low", () => {
    const believed = (trust: string): number => {
      const model = written(ROAD, [`set: { assumptions.word.believed-at-fair: 0.75, assumptions.word.believed-at-low: 0.25, assumptions.trust.rises-after: 99, assumptions.line.answered: 1, assumptions.line.disputed: 0, assumptions.line.cut-off: 0,
        assumptions.line.heard: { clear: 1, garbled: 0, wrong: 0, mismatched: 0, lost: 0 }, channels.wire.trust: { post: ${trust} } }`]);
      return Array.from({ length: 67 }, (_, seed) => pick(traceOf(model, seeded(seed)), "perceived", { who: "post", percept: "told.notice" }).length).reduce((a, b) => a + b, 0);
    };
    expect(believed("fair") - believed("low")).toBeGreaterThan(40);
  });
});

describe("a party without a line", () => {
  const model = crisis(ROAD, { "garrison.answer-due": "20 m", "garrison.leave-due": "3 h", "militia.take-up": "push", "militia.drives-on": "6 h", "relay.complied": 1 }, items(
    `{ id: pushed, at: "day 1 10:00", pressure: { party: column, toward: post } }`,
    `{ id: hit, at: "day 3 12:00", incident: strike, by: post, against: column, forced: true }`,
  ));
  const entries = traceOf(model);

  test("learns by sight, by relay and by what is public, and never over a line", () => {
    const learned = pick(entries, "perceived", { who: "column" });
    expect(new Set(learned.map(({ source }) => source))).toEqual(new Set(["timeline", "word", "sight", "news"]));
    expect(perceptsOf(entries, "column", "post")).toEqual(expect.arrayContaining(["pressed.serious", "relay.heeded", "struck.self"]));
  });

  test("learns a word of the other side only where its patron passed it on", () => {
    for (const word of pick(entries, "perceived", { who: "column", source: "word" })) {
      expect(pick(entries, "message", { stage: "passed-on", via: "sponsor" }).some((passed) => follows(entries, word, passed))).toBe(true);
    }
  });

  test("is not reached at all while the line of its patron is dead", () => {
    const dead = traceOf(crisis(ROAD, { "garrison.answer-due": "20 m", "militia.take-up": "push", "relay.complied": 1 }, `{ set: { channels.wire.practised: closed }, ${items(`{ id: pushed, at: "day 1 10:00", pressure: { party: column, toward: post } }`).slice(1)}`));
    expect(pick(dead, "message", { message: "request-to-leave", stage: "waiting" })).toHaveLength(1);
    expect(perceptsOf(dead, "column", "post")).toEqual(["pressed.serious"]);
  });

  test("hears a public statement that concerns it", () => {
    const heard = traceOf(crisis(ROAD, { "garrison.answer-attack": "answer", "garrison.exchange-ebbs": "2 h" }, items(attack("strangers", "column"))));
    const said = only(heard, "statement", { who: "post", statement: "assurance" });
    expect(only(heard, "perceived", { who: "column", source: "public", percept: "stated.appeal" })).toMatchObject({ whom: "post", cause: said.number });
  });
});

describe("neighbours", () => {
  test("one blamed for a blow it did not strike is asked whose it was", () => {
    const entries = traceOf(crisis(BORDER, {}, items(`{ id: blow, at: "day 1 12:00", incident: strike, by: unknown, appears-as: { by: south }, against: north }`)));
    expect(only(entries, "perceived", { who: "north", percept: "struck.self" })).toMatchObject({ whom: "south", truth: undefined, misattributed: false });
    expect(only(entries, "message", { who: "north", message: "query", stage: "delivered" }).whom).toBe("south");
    expect(perceptsOf(entries, "south", "north")).toContain("told.query");
  });
});
