import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { outcomeOf, type Outcome } from "../../src/report/outcome.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { crisis, ROAD, type Certainties } from "../simulation/small-crises.ts";

/** The minute of the run at a clock time of its first day, which begins at six. */
const onTheFirstDay = (clock: string): number => {
  const [hour, minute] = clock.split(":").map(Number);
  return (hour! - 6) * 60 + minute!;
};
const forced = (id: string, at: string, incident: string, by: string, against: string) => ({ id, at, incident, by, against, forced: true });
const ENTRY = forced("in", "day 1 12:00", "enter", "column", "post");
/** The post asks whose the column is, asks it to leave, and warns it. */
const ASKING: Certainties = { "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" };

function outcome(certainly: Certainties, items: readonly unknown[] = [], set: object = {}, through?: number): Outcome {
  const model = crisis(ROAD, certainly, JSON.stringify({ set, add: { timeline: items } }));
  return outcomeOf(model, simulate(model, seeded(1), through).entries);
}

describe("how high it went", () => {
  test("is the highest rung of either side of each crisis pair, in the order of the scenario, with when it was first reached", () => {
    const certainly: Certainties = { "sight.reading/enter": "graver", "garrison.answer-due": "20 m", "garrison.leave-due": "1 h", "garrison.aircraft-over": "30 m", "garrison.last-chance": "1 h", "garrison.use-of-force": "strike" };
    const { peaks } = outcome(certainly, [ENTRY]);
    // The post decides at 15:05 and strikes an hour later; the sponsor hears of it in another hour.
    expect(peaks).toEqual([{ a: "post", b: "column", rung: 6, at: onTheFirstDay("15:05") }, { a: "post", b: "sponsor", rung: 3, at: onTheFirstDay("17:05") }]);
  });

  test("is where it began, at minute 0, where nothing moved", () => {
    expect(outcome({}).peaks).toEqual([{ a: "post", b: "column", rung: 1, at: 0 }, { a: "post", b: "sponsor", rung: 1, at: 0 }]);
  });

  test("leaves out what parties of no crisis pair are to each other", () => {
    const war = { "parties.raiders": { doctrine: "spoiler", stances: { strangers: "adversary" } } };
    expect(Math.max(...outcome({ "spoiler.next-raid": "6 h", "spoiler.raid": "raid" }, [], war).peaks.map(({ rung }) => rung))).toBe(1);
  });
});

describe("force", () => {
  const HELD: Certainties = { "garrison.use-of-force": "hold", "garrison.answer-attack": "hold" };
  const used = (items: readonly unknown[]): readonly string[] => outcome(HELD, items).force.map(({ act, who, whom }) => `${who ?? "nobody known"} > ${whom}: ${act}`);

  test("is what the sides of a crisis pair do to each other, in order", () => {
    expect(used([forced("b", "day 1 14:00", "strike", "post", "column"), forced("a", "day 1 13:00", "harass", "column", "post")])).toEqual(["column > post: harass", "post > column: strike"]);
  });

  test("is not what is shown, agreed to or said to be over", () => {
    expect(used([forced("a", "day 1 13:00", "show-force", "post", "column"), forced("b", "day 1 14:00", "agreed-strike", "column", "post"), forced("c", "day 1 15:00", "withdraw", "column", "post")])).toEqual([]);
  });

  test("is not what others do, unless nobody knows who it was", () => {
    expect(used([{ id: "a", at: "day 1 13:00", incident: "attack", by: "raiders", against: "post" }, { id: "b", at: "day 1 14:00", incident: "attack", by: "unknown", against: "post" }])).toEqual(["nobody known > post: attack"]);
  });
});

describe("the line", () => {
  test.each([
    ["all taken", {}, {}, { due: 4, taken: 4, extra: 0, untaken: 0, cutOff: 0 }],
    ["nobody there", { "line.answered": 0 }, {}, { due: 4, taken: 0, extra: 0, untaken: 4, cutOff: 0 }],
    ["nobody there at first, and then one level up", { "line.answered/duty-officer": 0 }, { "channels.wire.tiers": ["duty-officer", "general"] }, { due: 4, taken: 4, extra: 0, untaken: 0, cutOff: 0 }],
    ["put on hold", { "line.answered": 0, "line.unanswered-because": "held" }, {}, { due: 4, taken: 4, extra: 0, untaken: 0, cutOff: 0 }],
    ["closed", {}, { "channels.wire.practised": "closed" }, { due: 4, taken: 0, extra: 0, untaken: 4, cutOff: 0 }],
    ["cut off", { "line.cut-off": 1 }, {}, { due: 4, taken: 4, extra: 0, untaken: 0, cutOff: 4 }],
    ["nothing due", {}, { "channels.wire.calls": [] }, { due: 0, taken: 0, extra: 0, untaken: 0, cutOff: 0 }],
  ] as const)("due calls: %s", (_, certainly, set, calls) => { expect(outcome(certainly, [], set).calls).toEqual(calls); });

  test("calls outside the hours are counted apart", () => {
    // The query, the request, and what became of it.
    expect(outcome({ ...ASKING, "relay.complied": 1 }, [ENTRY]).calls).toMatchObject({ due: 4, taken: 4, extra: 3 });
  });
});

describe("warnings and requests", () => {
  test("are counted once when they set out, and again when they come to the one they are for", () => {
    const { warnings, requests } = outcome(ASKING, [ENTRY]);
    expect([warnings, requests]).toEqual([{ sent: 1, arrived: 1, afterForce: 0 }, { sent: 1, complied: 0, ignored: 1, unverified: 0 }]);
  });

  test("that arrive after the force they were to forestall are counted apart", () => {
    const late = { ...ASKING, "relay.takes": "3 h" };
    const strike = forced("hit", "day 1 16:00", "strike", "post", "column");
    const before = outcome(late, [ENTRY]).warnings;
    expect(before).toEqual({ sent: 1, arrived: 1, afterForce: 0 });
    expect(outcome(late, [ENTRY, strike]).warnings).toEqual({ sent: 1, arrived: 1, afterForce: 1 });
  });

  test("that nobody could say are sent, and arrive nowhere", () => {
    const { warnings, requests } = outcome({ ...ASKING, "message.keeps": "2 h" }, [ENTRY], { "channels.wire.practised": "closed" });
    expect([warnings, requests]).toEqual([{ sent: 1, arrived: 0, afterForce: 0 }, { sent: 1, complied: 0, ignored: 0, unverified: 0 }]);
  });

  test("may be followed without anybody being able to say so", () => {
    expect(outcome({ ...ASKING, "relay.complied": 1, "relay.verified": 0 }, [ENTRY]).requests).toEqual({ sent: 1, complied: 1, ignored: 0, unverified: 1 });
  });
});

describe("readings", () => {
  test.each([["milder", 0, 1], ["as-meant", 0, 0], ["graver", 1, 0]])("that are %s", (reading, graver, milder) => {
    expect(outcome({ "sight.reading/enter": reading }, [ENTRY]).readings).toEqual({ wrongParty: 0, graver, milder, nobody: 0 });
  });

  test("toward the wrong party, and toward nobody", () => {
    const raiders = { "parties.raiders": { doctrine: "militia", stances: { post: "adversary" } } };
    const unsure = (another: number): Certainties => ({ "sight.attributed": 0, "sight.blames-another/enter": another });
    expect([outcome(unsure(1), [ENTRY], raiders).readings, outcome(unsure(0), [ENTRY], raiders).readings]).toEqual([
      { wrongParty: 1, graver: 0, milder: 0, nobody: 0 }, { wrongParty: 0, graver: 0, milder: 0, nobody: 1 },
    ]);
  });
});

test("a goal is reached once, with the way that led to it", () => {
  const round = { id: "round", at: "day 1 07:00", order: { to: "column", toward: "post", do: "go-round" } };
  expect(outcome({ "militia.road-takes": "10 h" }, [round]).goals.map(({ goal, who, way }) => [goal, who, way])).toEqual([["market", "column", "other"]]);
  expect(outcome({}, [forced("through", "day 1 12:00", "pass-through", "column", "post"), forced("again", "day 2 12:00", "pass-through", "column", "post")]).goals.map(({ goal, who, way }) => [goal, who, way])).toEqual([["market", "column", "direct"]]);
});

test("what has not happened yet is not counted", () => {
  expect(outcome(ASKING, [ENTRY], {}, onTheFirstDay("12:10"))).toMatchObject({ calls: { due: 1, taken: 1, extra: 1 }, warnings: { sent: 0 }, requests: { sent: 0 }, peaks: [{ rung: 2 }, { rung: 1 }] });
});
