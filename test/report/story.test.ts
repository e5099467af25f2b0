import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { optionWords } from "../../src/report/option-words.ts";
import { openStory, tellStory, type StoryLine } from "../../src/report/story.ts";
import { seenFrom } from "../../src/report/seat.ts";
import { dayNumber } from "../../src/report/words.ts";
import { verdictText } from "../../src/report/verdicts.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { simulate, simulateStepwise } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crisis, ROAD, type Certainties } from "../simulation/small-crises.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";

const tanf = compileModel(loadShipped("at-tanf-2017"));

/** The story of a road on which these things are in store, with the tag before each line. */
function toldOf(certainly: Certainties, items: readonly unknown[], more: unknown = {}): readonly string[] {
  const { model, entries } = ranWith(certainly, items, more);
  return tellStory(model, entries).map(({ tag, text }) => `${tag} ${text}`);
}

function ranWith(certainly: Certainties, items: readonly unknown[], more: unknown = {}) {
  return simulate(crisis(ROAD, certainly, JSON.stringify({ add: { timeline: items, ...(more as object) } })), seeded(1));
}

describe("a story", () => {
  test("toldAsItGoesItIsTheSameStory, and lines that stand do not change", () => {
    const told = (model: Model, seed: number): void => {
      const all: Entry[] = [];
      const story = openStory(model, all);
      let before: readonly StoryLine[] = [];
      for (const entries of simulateStepwise(model, seeded(seed))) {
        all.push(...entries);
        for (const entry of entries) story.add(entry);
        expect(story.lines.slice(0, before.length)).toEqual(before);
        before = story.lines.slice();
      }
      story.settle();
      expect(story.lines).toEqual(tellStory(model, all));
    };
    fc.assert(fc.property(crises, (drawn) => { told(modelOf(drawn), drawn.seed); }), { numRuns: 15 });
    told(compileModel(loadShipped("first-strike")), 1);
  });

  test("everyLineIsWhole: no place for a word is left open, and a line says who, when and because of what", () => {
    const check = (model: Model, seed: number): void => {
      const { entries } = simulate(model, seeded(seed));
      let last = -1;
      for (const { at, entry, tag, text, who, whom } of tellStory(model, entries)) {
        expect(text).not.toMatch(/[{}|[\]]|undefined|null|NaN|  |\.\.| [.,;]/);
        expect(text).toMatch(/^[\p{Lu}"\d].*[.?!:)]$/u);
        expect({ at, who, whom }).toEqual({ at: entries[entry]!.at, who: entries[entry]!.who, whom: entries[entry]!.whom });
        expect(entry).toBeGreaterThan(last);
        expect(tag).not.toBe("");
        last = entry;
      }
    };
    fc.assert(fc.property(crises, (drawn) => { check(modelOf(drawn), drawn.seed); }), { numRuns: 25 });
    for (const seed of [1, 2, 3]) check(tanf, seed);
  });

  test("an incident is told in the author's words, and otherwise in the program's", () => {
    const shell = { id: "shells", at: "day 1 10:00", incident: "shell", by: "strangers", against: "post" };
    expect(toldOf({}, [{ ...shell, text: "Smoke over the hill." }])).toContain("FEED Smoke over the hill.");
    expect(toldOf({}, [{ ...shell, distance: "12 km" }]).filter((line) => line.startsWith("FEED"))).toEqual([expect.stringMatching(/^FEED .*\. About 12 km from Post\.$/)]);
    const twice = [shell, { ...shell, id: "more", at: "day 1 12:00" }].map((one) => ({ ...one, distance: "12 km" }));
    expect(toldOf({}, twice).filter((line) => line.startsWith("FEED")).map((line) => line.split(". ").at(-1))).toEqual(["About 12 km from Post.", "About 12 km out."]);
  });

  test("what a director forces is marked as forced", () => {
    expect(toldOf({}, [{ id: "in", at: "day 1 10:00", incident: "enter", by: "column", against: "post", forced: true }]).join("\n")).toContain("(Directed by the exercise, not decided by Column.)");
  });

  test("who is blamed and who it was stand side by side", () => {
    const lines = toldOf({}, [{ "id": "shells", "at": "day 1 10:00", "incident": "attack", "by": "strangers", "against": "post", "appears-as": { by: "column" } }]);
    expect(lines.join("\n")).toContain("Blamed: Column. In truth it was Strangers.");
  });

  test("what nobody sees, and what nobody can be blamed for, is told as that", () => {
    const attack = { id: "attack", at: "day 1 10:00", incident: "shell", by: "column", against: "post", forced: true };
    for (const [certainly, kind] of [[{ "sight.seen": 0, "sight.seen/shell": 0 }, "unseen"], [{ "sight.attributed/shell": 0 }, "unattributed"]] as const) {
      const { model, entries } = ranWith(certainly, [attack]);
      const readings = tellStory(model, entries).filter(({ tag }) => tag === "READS");
      expect(readings.map(({ entry, who }) => [entries[entry]!.kind, who])).toEqual([[kind, "post"]]);
      expect(readings[0]!.text).toContain("Post");
      expect(readings[0]!.text).not.toContain("Column");
    }
  });

  test("what a state is about is told when it is first entered, and not again that week", () => {
    const hit = (day: number) => ({ id: `hit-${day}`, at: `day ${day} 12:00`, incident: "strike", by: "post", against: "column", forced: true });
    const told = toldOf({ "militia.counts-the-dead": "2 h", "militia.answer-strike": "rest" }, [hit(1), hit(3)]).filter((line) => line.includes("holding fire, "));
    expect(told.map((line) => line.includes("pulls back"))).toEqual([true, false]);
  });

  test("a step that only time has led to, on the same rung and known this week, has no line", () => {
    const gathered = ["day 1 08:00", "day 2 08:00", "day 3 08:00"].map((at, i) => ({ id: `gathered-${i}`, at, incident: "mass", by: "column", against: "post", forced: true }));
    const told = toldOf({ "garrison.warns-again": "6 h" }, gathered).filter((line) => line.startsWith("STANCE") && line.includes("standing by a warning"));
    expect(told).toEqual([expect.stringContaining("still 4 warning. The warning has been said, and stands")]);
  });

  test("everyRungIsComparedWithTheOneLastTold: that day or by the ladder at the end of the days before", () => {
    let compared = 0;
    for (let seed = 1; seed <= 15; seed++) {
      const { entries } = simulate(tanf, seeded(seed));
      const told = new Map<string, { readonly day: number; readonly rung: number }>(tanf.stances.map(({ party, other }, i) => [`${tanf.parties[party]!.text} ${tanf.parties[other]!.text}`, { day: 0, rung: tanf.openingRungs[i]! }]));
      for (const { entry, text } of tellStory(tanf, entries)) {
        const move = / (up to|down to|still) (\d) [a-z]/.exec(text);
        const moved = move === null ? undefined : entries.find((other) => other.kind === "stance" && (other.number === entry || (other.cause === entry && other.who === entries[entry]!.who)));
        if (moved === undefined) continue;
        const [pair, way, now] = [`${moved.who} ${moved.whom}`, move![1]!, Number(move![2])];
        const day = dayNumber(tanf.scenario, moved.at);
        const last = told.get(pair)!;
        // Once a day is over, the ladder has told where it stood then.
        const before = last.day === day ? last.rung : entries.findLast((other): other is EntryOf<"stance"> => other.kind === "stance" && other.who === moved.who && other.whom === moved.whom && dayNumber(tanf.scenario, other.at) < day)?.rung ?? last.rung;
        expect({ seed, text, way }).toEqual({ seed, text, way: now > before ? "up to" : now < before ? "down to" : "still" });
        told.set(pair, { day, rung: now });
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  test("concern that fades with time is left to the ladder", () => {
    const came = [{ id: "in", at: "day 1 10:00", incident: "enter", by: "column", against: "post", forced: true }, { id: "gone", at: "day 1 20:00", incident: "withdraw", by: "column", against: "post", forced: true }];
    const { model, entries } = ranWith({ "garrison.answer-due": "20 m", "garrison.leave-due": "2 h", "patron.carried": "10 h", "garrison.doubt-fades": "8 h" }, came);
    const faded = entries.filter((entry) => entry.kind === "stance" && entry.rung < entry.rungBefore && entry.rung < 3 && entries[entry.cause!]!.kind === "waited");
    expect(faded.length).toBeGreaterThan(1);
    const told = new Set(tellStory(model, entries).map(({ entry }) => entry));
    expect(faded.filter(({ number }) => told.has(number))).toEqual([]);
  });

  test("what is seen for what it is and moves nobody has no line, and what is missed or misread has one", () => {
    const gone = { id: "gone", at: "day 1 10:00", incident: "withdraw", by: "column", against: "post", forced: true };
    const readings = (certainly: Certainties): readonly string[] => toldOf(certainly, [gone]).filter((line) => line.startsWith("READS Post") || line.includes("by Post"));
    expect(readings({})).toEqual([]);
    expect(readings({ "sight.seen": 0, "sight.seen/withdraw": 0 })).toEqual([expect.stringMatching(/does not see it|goes unnoticed/)]);
  });

  test("bombs that were agreed to are not read as a movement that was noted", () => {
    const bombs = { id: "bombs", at: "day 1 10:00", incident: "agreed-strike", by: "column", against: "post", forced: true };
    const { model, entries } = ranWith({}, [bombs]);
    const seen = entries.filter((entry) => entry.kind === "perceived" && entry.who === "post" && entry.percept === "agreed.self");
    expect(seen.length).toBe(1);
    expect(tellStory(model, entries).filter(({ entry }) => entry === seen[0]!.number)).toEqual([]);
    // From the seat, the reading is what tells of them.
    expect(tellStory(model, entries, seenFrom("post", model.scenario, entries)).filter(({ entry }) => entry === seen[0]!.number).map(({ text }) => text)).toEqual([expect.stringMatching(/^(Aircraft of Column bomb inside the zone, as consented to|Column uses the consent: bombs fall inside the agreed area)\.$/)]);
  });

  test("that a rule is disputed is told once", () => {
    const ins = ["day 1 10:00", "day 2 10:00", "day 4 05:00"].map((at, i) => ({ id: `in-${i}`, at, incident: "enter", by: "column", against: "post", distance: "45 km", forced: true }));
    const { model, entries } = simulate(crisis(ROAD, {}, JSON.stringify({ set: { "zones.ring.standing": "disputed", "zones.ring.claims": [{ by: "post", says: "keep out" }] }, add: { timeline: ins } })), seeded(1));
    expect(entries.filter(({ kind }) => kind === "rule.disputed").length).toBeGreaterThan(1);
    expect(tellStory(model, entries).filter(({ tag }) => tag === "RULE").map(({ text }) => text)).toEqual(["The zone is disputed. Post: keep out."]);
  });

  test("what is heard later and moves nobody has no line", () => {
    const { model, entries } = ranWith({ "news.of-the-dead": "10 h" }, [{ id: "hit", at: "day 1 12:00", incident: "strike", by: "post", against: "column", forced: true }]);
    const idle = entries.filter((entry) => entry.kind === "perceived" && ["dead.learned", "stated.appeal"].includes(entry.percept) && !entries.some(({ cause }) => cause === entry.number));
    const told = new Set(tellStory(model, entries).map(({ entry }) => entry));
    expect(idle).not.toEqual([]);
    expect(idle.filter(({ number }) => told.has(number))).toEqual([]);
  });

  test("the goal that is reached by another road is told once, with the road", () => {
    const round = { id: "round", at: "day 1 07:00", order: { to: "column", toward: "post", do: "go-round" } };
    const { model, entries } = simulate(crisis(ROAD, { "militia.road-takes": "10 h" }, JSON.stringify({ set: { "goals.market.other-ways": ["the ford"] }, add: { timeline: [round] } })), seeded(1));
    const told = tellStory(model, entries).filter(({ tag, entry }) => tag === "FEED" && (entries[entry]!.kind === "goal" || (entries[entry] as { act?: string }).act === "reach-goal"));
    expect(told.map(({ text }) => text)).toEqual(["Column has reached the goal (market), by another way: the ford."]);
  });

  test("a pressure with nothing left to reach says so", () => {
    const [round, push] = [{ id: "round", at: "day 1 07:00", order: { to: "column", toward: "post", do: "go-round" } }, { id: "push", at: "day 4 10:00", pressure: { party: "column", toward: "post", goal: "market" } }];
    const lines = toldOf({ "militia.road-takes": "10 h", "militia.take-up": "go-round" }, [round, push]);
    expect(lines.join("\n")).toMatch(/FEED Column has reached the goal \(market\), by another way\./);
    expect(lines.join("\n")).toMatch(/PUSH Column is pressed to move against Post\. There is no need any more/);
  });

  test("due calls that are taken are routine and have no line; those that are not have one", () => {
    expect(toldOf({}, []).filter((line) => line.startsWith("LINE"))).toEqual([]);
    expect(toldOf({ "line.answered": 0 }, []).filter((line) => line.startsWith("LINE")).length).toBeGreaterThanOrEqual(3);
  });

  test("a reading and the step it leads to are one line", () => {
    const lines = toldOf({ "sight.reading/enter": "graver" }, [{ id: "in", at: "day 1 10:00", incident: "enter", by: "column", against: "post", forced: true }]);
    expect(lines.filter((line) => line.startsWith("READS") && line.includes(" Now ")).length).toBeGreaterThan(0);
    expect(lines.some((line, i) => line.startsWith("STANCE") && lines[i - 1]?.startsWith("READS Post"))).toBe(false);
  });

  test("fire that is put down to the wrong party is said to be of that party once", () => {
    const lines = toldOf({}, [{ "id": "shells", "at": "day 1 10:00", "incident": "shell", "by": "strangers", "against": "post", "appears-as": { by: "column" } }]);
    expect(lines.filter((line) => line.includes("In truth"))).toEqual([expect.stringMatching(/^READS Post [^.]*\bColumn\b[^.]*\. In truth it was Strangers\./)]);
  });

  test("a level that is added is told as agreed to", () => {
    const added = Array.from({ length: 10 }, (_, seed) => simulate(tanf, seeded(seed)).entries).flatMap((entries) => tellStory(tanf, entries).filter(({ entry }) => entries[entry]!.kind === "tier").map(({ text }) => text));
    expect(added.length).toBeGreaterThan(0);
    for (const text of added) expect(text).toMatch(/^(Russia|The coalition) agrees: general officers join the line\.$/);
  });

  test("that the risk goes on is told where somebody said something of it, and that men are spared always", () => {
    const hit = { id: "hit", at: "day 1 12:00", incident: "strike", by: "post", against: "column", forced: true };
    const push = { id: "push", at: "day 1 08:00", pressure: { party: "column", toward: "post", goal: "market", strength: "serious" } };
    const decided = (option: string, said: boolean): readonly string[] => {
      const { model, entries } = ranWith({ "militia.risk": "run-risks", "militia.risk-after-losses": option }, [push, hit]);
      const decision = entries.find((entry) => entry.kind === "decision" && entry.decision === "risk-after-losses")!;
      const words = new Map(said ? [[decision.number, { reason: "The road is wanted." }]] : []);
      return tellStory(model, entries, entries, words).filter(({ entry }) => entry === decision.number).map((line) => line.text);
    };
    expect(decided("run-risks", false)).toEqual([]);
    expect(decided("run-risks", true)).toEqual(["Column: go on running risks for the road."]);
    expect(decided("spare-men", false)).toEqual(["Column: spare its men from now on."]);
  });

  test("that somebody is shaken is told where something follows from it", () => {
    const shaken = (change: (entry: Entry) => Entry): readonly string[] => {
      const { model, entries } = ranWith({}, [{ id: "shock", at: "day 1 10:00", shock: "outside", "felt-by": ["column"], text: "A bridge falls." }]);
      return tellStory(model, entries.map(change)).filter(({ tag, who }) => tag === "READS" && who === "column").map(({ text }) => text);
    };
    expect(shaken((entry) => entry)).toEqual([]);
    expect(shaken((entry) => (entry.kind === "stance" && entry.who === "column" ? { ...entry, rung: 3 } : entry))).toEqual([expect.stringMatching(/^Column (is shaken|takes it to heart)\./)]);
  });

  test("a decision names what else was open", () => {
    const { model, entries } = simulate(tanf, seeded(1));
    const decided = tellStory(model, entries).filter(({ tag }) => tag === "DECIDE");
    expect(decided.length).toBeGreaterThan(5);
    for (const { entry, text } of decided) {
      const decision = entries[entry] as EntryOf<"decision">;
      const words = (option: string): string => optionWords(tanf.scenario, decision.decision, option, decision.who);
      const others = decision.options.filter((option, i) => option !== decision.option && decision.weights[i]! > 0).map(words);
      expect(text.includes("Open too: ")).toBe(others.length > 0);
      expect(text).toContain(others.join("; "));
      expect(text).toContain(`: ${words(decision.option)}.`);
    }
  });

  test("wars of those beside the crisis are told as events, not as what moves them", () => {
    const beside = new Set(["islamic-state", "sdf", "iraq"]);
    const { model, entries } = simulate(tanf, seeded(2));
    const tags = new Set(tellStory(model, entries).filter(({ who }) => beside.has(who ?? "")).map(({ tag }) => tag));
    expect([...tags].filter((tag) => ["READS", "DECIDE", "STANCE"].includes(tag))).toEqual([]);
  });
});

describe("what became of an expectation, in words", () => {
  const strike = (at: string, id: string) => ({ id, at, incident: "strike", by: "strangers", against: "post" });
  const expected = (expectation: Readonly<Record<string, unknown>>, ...more: readonly unknown[]): string => {
    const { model, entries, verdicts } = ranWith({}, [strike("day 2 10:00", "first"), strike("day 3 12:00", "second")], { expect: [...more, expectation] });
    return verdictText(model.scenario, entries, verdicts.at(-1)!);
  };
  const hit = { id: "hit", event: { act: "strike" } };
  const shelled = { id: "shelled", event: { act: "shell" } };

  test.each([
    [{ ...hit, within: ["day 2 00:00", "day 2 23:59"] }, "7 May 10:00"],
    [hit, "7 May 10:00, twice in all"],
    [{ ...shelled, absent: true }, "does not happen, as expected"],
    [{ ...hit, absent: true }, "expected not at all between 6 May 06:00 and 10 May 06:00, happened twice; never outside it either"],
    [shelled, "expected at least once between 6 May 06:00 and 10 May 06:00, happened not once; never outside it either"],
    [{ ...hit, within: ["day 1 06:00", "day 1 12:00"] }, "expected at least once between 6 May 06:00 and 6 May 12:00, happened not once; the nearest outside it on 7 May 10:00"],
    [{ ...hit, within: ["day 3 18:00", "day 4 00:00"] }, "expected at least once between 8 May 18:00 and 9 May 00:00, happened not once; the nearest outside it on 8 May 12:00"],
    [{ ...hit, "at-least": 3, "at-most": 5 }, "expected 3 to 5 times between 6 May 06:00 and 10 May 06:00, happened twice; never outside it either"],
    [{ ...hit, "at-least": 3 }, "expected at least 3 times between 6 May 06:00 and 10 May 06:00, happened twice; never outside it either"],
    [{ id: "calm", quiet: { within: ["day 1 06:00", "day 4 00:00"], below: "open-conflict" } }, "below 8 open conflict throughout"],
  ])("%j: %s", (expectation, text) => { expect(expected(expectation)).toBe(text); });

  test("one event before another", () => {
    const [early, late] = [{ ...hit, id: "early", within: ["day 2 00:00", "day 3 00:00"] }, { ...hit, id: "late", within: ["day 3 00:00", "day 4 00:00"] }];
    expect(expected({ id: "order", before: ["early", "late"] }, early, late)).toBe("early comes before late");
    expect(expected({ id: "order", before: ["late", "early"] }, early, late)).toBe("late does not come before early (7 May 10:00)");
    expect(expected({ id: "order", before: ["early", "shelled"] }, early, shelled)).toBe("shelled does not happen");
  });
});
