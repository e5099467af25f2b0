import { describe, expect, test } from "vitest";
import { likeliest, seeded, undecided } from "../../src/kernel/choices.ts";
import { advance, LIMITS, type Reach } from "../../src/simulation/advance.ts";
import type { Model } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { recordTrace, type Entry } from "../../src/simulation/trace.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { BORDER, crisis, DAY, only, perceptsOf, pick, ROAD, traceOf, written, type Certainties } from "./small-crises.ts";

const NOON = 360;
const PUSHED = `{ id: pushed, at: "day 1 12:00", pressure: { party: column, toward: post, goal: market } }`;
const HIT = `{ id: hit, at: "day 1 12:00", incident: strike, by: post, against: column, forced: true }`;
const items = (...all: readonly string[]): string => `{ add: { timeline: [${all.join(", ")}] } }`;
const road = (certainly: Certainties, ...all: readonly string[]): readonly Entry[] => traceOf(crisis(ROAD, certainly, items(...all)));
const shocks = (entries: readonly Entry[], item: string): readonly number[] => pick(entries, "shock", { item }).map(({ at }) => at);

function advanced(model: Model, reach: Reach) {
  const trace = recordTrace(model);
  const stop = advance(model, initialWorld(model), seeded(1), trace, reach);
  return { stop, entries: trace.entries() };
}

describe("a run", () => {
  const model = crisis(ROAD, {}, items(HIT));

  test("starts with its start and ends with its end, at the last minute", () => {
    const { entries, stop } = simulate(model);
    expect(entries[0]).toMatchObject({ kind: "run.started", at: 0, root: "run" });
    expect(entries.at(-1)).toMatchObject({ kind: "run.ended", at: 4 * DAY, root: "run", ending: "ended" });
    expect(stop).toMatchObject({ kind: "ended", ending: "ended" });
  });

  test("that has ended stays as it is", () => {
    const { stop } = simulate(model);
    const trace = recordTrace(model);
    expect(advance(model, stop.world, seeded(1), trace)).toMatchObject({ kind: "ended", ending: "ended" });
    expect(trace.length()).toBe(0);
  });

  test("in which nothing is in store ends at its end all the same", () => {
    const empty = crisis(ROAD, {}, "set: { channels.wire.calls: [] }");
    expect(traceOf(empty).map(({ kind, at }) => [kind, at])).toEqual([["run.started", 0], ["run.ended", 4 * DAY]]);
  });

  test.each([
    [{ ...LIMITS, events: 5 }, "too-many-events"],
    [{ ...LIMITS, atOnce: 1 }, "too-many-at-once"],
    [{ ...LIMITS, pending: 1 }, "queue-full"],
  ] as const)("that reaches a limit ends with its name: %j", (limits, ending) => {
    const { stop, entries } = advanced(model, { limits });
    expect(stop).toMatchObject({ kind: "ended", ending });
    expect(entries.at(-1)).toMatchObject({ kind: "run.ended", ending, at: stop.world.at });
    expect(stop.world.at).toBeLessThan(4 * DAY);
  });

  test("that stays inside its limits is not touched by them", () => {
    const { taken } = simulate(model).stop.world;
    expect(advanced(model, { limits: { ...LIMITS, events: taken } }).stop).toMatchObject({ ending: "ended" });
    expect(advanced(model, { limits: { ...LIMITS, events: taken - 1 } }).stop).toMatchObject({ ending: "too-many-events" });
  });

  test("told to go through a minute takes what happens in that minute, and nothing after it", () => {
    const { stop, entries } = advanced(model, { through: NOON });
    expect(stop).toMatchObject({ kind: "paused", world: { at: NOON, ended: false } });
    expect(only(entries, "act", { item: "hit" }).at).toBe(NOON);
    expect(entries.at(-1)!.at).toBe(NOON);
    expect(advanced(model, { through: NOON - 1 }).entries.map(({ at }) => at).filter((at) => at >= NOON)).toEqual([]);
  });

  test("told to go through a minute in which nothing happens stands at that minute", () => {
    expect(advanced(model, { through: 17 }).stop.world.at).toBe(17);
  });

  test("told to go beyond its end ends", () => expect(advanced(model, { through: 9 * DAY }).stop).toMatchObject({ kind: "ended", ending: "ended" }));

  test("told to take so many steps takes no more", () => {
    const { stop } = advanced(model, { steps: 3 });
    expect(stop).toMatchObject({ kind: "paused", world: { taken: 3 } });
  });

  test("in which nobody answers waits at its first question, with nothing of that step recorded", () => {
    const trace = recordTrace(model);
    const stop = advance(model, initialWorld(model), undecided, trace);
    expect(stop.kind === "awaiting" && [stop.question.kind, stop.question.name.text, stop.question.at]).toEqual(["chance", "line.answered", 180]);
    expect(trace.entries().map(({ kind }) => kind)).toEqual(["run.started"]);
  });
});

describe("the no-surprise course", () => {
  test.each([["the road", ROAD, items(PUSHED, HIT)], ["the border", BORDER, items(`{ id: blow, at: "day 1 12:00", incident: strike, by: south, against: north, forced: true }`)]])("of %s ends, and takes the likeliest option at every decision", (_, base, overlay) => {
    const { entries, stop, violations } = simulate(written(base, [overlay]), likeliest);
    expect(stop).toMatchObject({ kind: "ended", ending: "ended" });
    expect(violations).toEqual([]);
    const decisions = pick(entries, "decision");
    expect(decisions.length).toBeGreaterThan(0);
    for (const { option, options, weights } of decisions) expect(option).toBe(options[weights.indexOf(Math.max(...weights))]);
  });
});

describe("an item", () => {
  const FELT = "shock: outside, felt-by: [column]";

  test("may wait for a stance to enter a state", () => {
    const entries = road({ "militia.take-up": "push", "decision.takes": "20 m" }, PUSHED, `{ id: told, when: { stance: column > post, enters: entering }, delay: 3 h, ${FELT} }`);
    const entered = pick(entries, "stance", { who: "column" }).find(({ to }) => to.includes("conduct.entering"))!;
    expect(entered.at).toBe(NOON + 20);
    expect(only(entries, "shock")).toMatchObject({ at: entered.at + 180, item: "told", root: "told", cause: entered.number });
  });

  test("may wait for a stance to enter a rung, and is set off when it gets there and not while it stays", () => {
    const entries = road({ "militia.take-up": "push", "militia.drives-on": "5 h", "militia.halts": "5 h" }, PUSHED, `{ id: told, when: { stance: column > post, enters: show-of-force, times: 9 }, ${FELT} }`);
    const moves = pick(entries, "stance", { who: "column", rung: 5 });
    expect(moves.length).toBeGreaterThan(1);
    expect(only(entries, "shock").cause).toBe(moves[0]!.number);
  });

  test("may wait for an act, by anyone or by someone", () => {
    const strangers = `{ id: stray, at: "day 1 10:00", incident: strike, by: strangers, against: column }`;
    const entries = road({}, strangers, HIT, `{ id: either, when: { act: strike, times: 9 }, ${FELT} }`, `{ id: theirs, when: { act: strike, by: post, against: column }, ${FELT} }`, `{ id: other, when: { act: strike, by: column }, ${FELT} }`);
    expect(shocks(entries, "either")).toEqual([240, NOON]);
    expect(shocks(entries, "theirs")).toEqual([NOON]);
    expect(shocks(entries, "other")).toEqual([]);
    expect(only(entries, "shock", { item: "theirs" }).cause).toBe(only(entries, "act", { item: "hit" }).number);
  });

  test("waits for what happens inside its window alone, and no more often than it may", () => {
    const hits = [1, 2, 3].map((day) => `{ id: hit-${day}, at: "day ${day} 12:00", incident: leak, by: strangers }`);
    const told = (when: string): readonly number[] => shocks(road({}, ...hits, `{ id: told, when: { act: leak${when} }, ${FELT} }`), "told").map((at) => (at - NOON) / DAY);
    expect(told("")).toEqual([0]);
    expect(told(", times: 2")).toEqual([0, 1]);
    expect(told(", times: 9")).toEqual([0, 1, 2]);
    expect(told(`, times: 9, from: "day 2 00:00"`)).toEqual([1, 2]);
    expect(told(`, times: 9, until: "day 2 12:00"`)).toEqual([0, 1]);
    expect(told(`, times: 9, from: "day 2 12:00", until: "day 2 12:00"`)).toEqual([1]);
  });

  test("of chance 1 happens, and one of chance 0 is skipped on record", () => {
    const entries = road({}, `{ id: sure, at: "day 1 12:00", chance: 1, ${FELT} }`, `{ id: never, at: "day 1 12:00", chance: 0, ${FELT} }`);
    expect(pick(entries, "shock").map(({ item }) => item)).toEqual(["sure"]);
    expect(only(entries, "item.skipped")).toMatchObject({ at: NOON, item: "never", root: "never" });
  });

  // 400 fair draws at 0.25 come 100 times on average, with a standard deviation below 9; six of them either way.
  test("of chance a quarter happens in about a quarter of the runs", () => {
    const model = crisis(ROAD, {}, items(`{ id: maybe, at: "day 1 06:01", chance: 0.25, ${FELT} }`));
    const happened = Array.from({ length: 400 }, (_, seed) => pick(simulate(model, seeded(seed), 2).entries, "shock").length).reduce((a, b) => a + b, 0);
    expect(Math.abs(happened - 100)).toBeLessThan(54);
  });

  test("may follow another, and a chain of them adds up", () => {
    const entries = road({}, `{ id: first, at: "day 1 12:00", ${FELT} }`, `{ id: third, at: second + 2 h, ${FELT} }`, `{ id: second, at: first + 30 m, ${FELT} }`);
    expect(pick(entries, "shock").map(({ item, at }) => [item, at - NOON])).toEqual([["first", 0], ["second", 30], ["third", 150]]);
  });

  test("keeps its time after another that does not happen", () => {
    const entries = road({}, `{ id: first, at: "day 1 12:00", chance: 0, ${FELT} }`, `{ id: second, at: first + 30 m, ${FELT} }`);
    expect(shocks(entries, "second")).toEqual([NOON + 30]);
  });

  test("forced on a party with a doctrine is marked as forced, one by a party without is not", () => {
    const entries = road({}, HIT, `{ id: stray, at: "day 1 13:00", incident: leak, by: strangers }`);
    expect(pick(entries, "act").filter(({ item }) => item !== undefined).map(({ item, forced, who }) => [item, forced, who])).toEqual([["hit", true, "post"], ["stray", false, "strangers"]]);
    expect(pick(entries, "act", { item: undefined }).every(({ forced, cause }) => !forced && cause !== undefined)).toBe(true);
  });

  test("whose author is left open is drawn among those it names", () => {
    const model = crisis(ROAD, {}, items(`{ id: leak, at: "day 1 06:01", incident: leak, by: { strangers: 1, raiders: 1, unknown: 1 } }`));
    const authors = Array.from({ length: 40 }, (_, seed) => only(simulate(model, seeded(seed), 2).entries, "act").who);
    expect(new Set(authors)).toEqual(new Set(["strangers", "raiders", undefined]));
  });
});

describe("a pressure", () => {
  const AGAIN = `{ id: again, at: "day 3 12:00", pressure: { party: column, toward: post, goal: market, strength: grave } }`;
  const ROUND = `{ id: round, at: "day 1 12:00", order: { to: column, toward: post, do: go-round } }`;

  test("toward a goal is moot once the goal was reached another way", () => {
    const entries = road({ "militia.other-road": "set-out", "militia.road-takes": "1 d" }, ROUND, AGAIN);
    const reached = only(entries, "goal");
    expect(reached).toMatchObject({ who: "column", goal: "market", way: "other", cause: only(entries, "act", { act: "reach-goal" }).number });
    expect(only(entries, "pressure")).toMatchObject({ item: "again", strength: "grave", goal: "market", moot: true });
    expect(perceptsOf(entries, "column", "post")).not.toContain("pressed.grave");
  });

  test("is felt while the goal is not reached, and one toward no goal is felt in any case", () => {
    const stays = road({ "militia.other-road": "stay" }, ROUND, AGAIN);
    expect(only(stays, "pressure").moot).toBe(false);
    expect(perceptsOf(stays, "column", "post")).toContain("pressed.grave");
    const reached = road({ "militia.other-road": "set-out", "militia.road-takes": "1 d" }, ROUND, AGAIN.replace("goal: market, ", ""));
    expect(perceptsOf(reached, "column", "post")).toContain("pressed.grave");
  });

  test("may be put off, and then nothing is done", () => {
    const entries = road({ "militia.take-up": "put-off" }, PUSHED);
    expect(only(entries, "decision", { decision: "take-up" })).toMatchObject({ who: "column", option: "put-off" });
    expect(pick(entries, "act")).toEqual([]);
  });
});

describe("an order", () => {
  test("that comes too late finds the act done; one in time takes it back", () => {
    const held = (minutes: number): readonly Entry[] => road({ "militia.take-up": "push", "decision.takes": "10 m", "enter.prepares": "60 m" }, PUSHED, `{ id: held, at: pushed + ${minutes} m, order: { to: column, toward: post, do: hold } }`);
    expect(pick(held(60), "act", { act: "enter" })).toEqual([]);
    expect(only(held(60), "act.called-off")).toMatchObject({ who: "column", acts: 1 });
    expect(pick(held(80), "act", { act: "enter" })).toHaveLength(1);
    expect(pick(held(80), "act.called-off")).toEqual([]);
  });

  test("drops a decision that is not made yet", () => {
    const entries = road({ "decision.takes": "2 h" }, PUSHED, `{ id: held, at: pushed + 1 h, order: { to: column, toward: post, do: hold } }`);
    expect(only(entries, "decision.dropped")).toMatchObject({ who: "column", decision: "take-up" });
    expect(pick(entries, "decision", { decision: "take-up" })).toEqual([]);
  });
});
