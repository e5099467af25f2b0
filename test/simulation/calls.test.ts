import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { BORDER, crisis, DAY, FIRST_CALL, follows, only, perceptsOf, pick, ROAD, traceOf, type Certainties } from "./small-crises.ts";

/** The post hits the column, and has something to explain to the sponsor. */
const hitAt = (time: string): string => `{ id: hit, at: "day 1 ${time}", incident: strike, by: post, against: column, forced: true }`;
const HIT = hitAt("12:00");
/** The south fires at the north, which holds its fire and has two things to say: a demand and a protest. */
const SHOTS = `{ id: shots, at: "day 1 12:00", incident: harass, by: south, against: north, forced: true }`;
const TALKS_ON: Certainties = { "patron.after-a-hit": "talk-on" };
const HOLDS_FIRE: Certainties = { "neighbour.return-fire": "hold-fire" };
const on = (changes: string, ...items: readonly string[]): string => `{ set: {${changes}}, add: { timeline: [${items.join(", ")}] } }`;
const explained = (entries: readonly Entry[]) => pick(entries, "message", { message: "explanation" }).map(({ stage }) => stage);

describe("a due call", () => {
  test("rings at its time on its days, and carries its slot as its root", () => {
    const entries = traceOf(crisis(ROAD, {}, `set: { channels.wire.calls: [{ every: day, at: "09:00" }, { every: tuesday, at: "15:30" }] }`));
    expect(pick(entries, "call").map(({ at, call, root }) => [at, call, root])).toEqual([
      [FIRST_CALL, "answered", "wire@2030-05-06 09:00"],
      [FIRST_CALL + DAY, "answered", "wire@2030-05-07 09:00"],
      [FIRST_CALL + DAY + 390, "answered", "wire@2030-05-07 15:30"],
      [FIRST_CALL + 2 * DAY, "answered", "wire@2030-05-08 09:00"],
      [FIRST_CALL + 3 * DAY, "answered", "wire@2030-05-09 09:00"],
    ]);
  });

  test("carries the routine of the last one, which no extra call in between takes up", () => {
    const entries = traceOf(crisis(ROAD, TALKS_ON, on("", HIT)));
    const extra = only(entries, "call", { root: "hit", call: "answered" });
    const routine = pick(entries, "message", { message: "notice", who: "post", stage: "waiting" })[0]!;
    const said = only(entries, "message", { cause: routine.number });
    expect(routine.at).toBeLessThan(extra.at);
    expect(said).toMatchObject({ stage: "delivered", at: FIRST_CALL + DAY + 10 });
  });

  test("takes along what is urgent, and then no call of its own is made for it", () => {
    const entries = traceOf(crisis(ROAD, { ...TALKS_ON, "line.sets-up": "30 m" }, on("", hitAt("08:50"))));
    expect(only(entries, "message", { message: "explanation", stage: "delivered" }).at).toBe(FIRST_CALL + 10);
    expect(pick(entries, "call", { root: "hit" })).toEqual([]);
  });

  test("that finds them speaking rings once they have hung up", () => {
    const entries = traceOf(crisis(ROAD, { "line.sets-up": "5 m", "line.call-takes": "30 m", "line.tries-again": "7 m" }, on("", hitAt("08:50"))));
    const [extra, due] = pick(entries, "call");
    expect([extra!.at, extra!.root]).toEqual([FIRST_CALL - 5, "hit"]);
    expect(due!.root).toBe("wire@2030-05-06 09:00");
    expect(due!.at).toBeGreaterThanOrEqual(extra!.at + 30);
    expect(due!.at).toBeLessThanOrEqual(extra!.at + 37);
  });

  test("is the last of a run without starting a chain of extra calls", () => {
    const entries = traceOf(crisis(ROAD, {}));
    expect(pick(entries, "call").map(({ at }) => at).filter((at) => at > FIRST_CALL + 2 * DAY)).toEqual([FIRST_CALL + 3 * DAY]);
    expect(pick(entries, "message", { at: FIRST_CALL + 3 * DAY + 10, stage: "waiting" }).map(({ message, who }) => [message, who])).toEqual([["notice", "post"], ["notice", "sponsor"]]);
  });

  test("that nobody takes lowers the caller's trust; a call asked for does not", () => {
    const never = { "line.answered": 0, "line.rings-again": "9 d" };
    expect(pick(traceOf(crisis(ROAD, never)), "trust")[0]).toMatchObject({ at: FIRST_CALL, who: "post", whom: "sponsor", from: 3, to: 2 });
    expect(pick(traceOf(crisis(BORDER, { ...never, ...HOLDS_FIRE }, on("channels.wire.calls: []", SHOTS))), "trust")).toEqual([]);
  });
});

describe("an extra call", () => {
  test("is made for what is urgent, once it is set up", () => {
    const entries = traceOf(crisis(ROAD, { ...TALKS_ON, "line.sets-up": "25 m" }, on("", HIT)));
    const asked = pick(entries, "message", { message: "explanation", stage: "waiting" })[0]!;
    expect(only(entries, "call", { root: "hit" })).toMatchObject({ at: asked.at + 25, who: "post", whom: "sponsor", call: "answered", cause: asked.number });
  });

  test("is not made where nobody may ring between due calls", () => {
    const model = crisis(ROAD, TALKS_ON, `{ remove: [channels.wire.on-request], ${on("", HIT).slice(1)}`);
    expect(pick(traceOf(model), "call", { root: "hit" })).toEqual([]);
    expect(only(traceOf(model), "message", { message: "explanation", stage: "delivered" }).at).toBe(FIRST_CALL + DAY + 10);
  });

  test("that may take 48 hours to be answered is taken soon, later or at the last", () => {
    const model = crisis(BORDER, { ...HOLDS_FIRE, "message.overtaken-after": "30 h" }, on("channels.wire.calls: [], channels.wire.on-request: { answered-within: 48 h }", SHOTS));
    const outcomes = Array.from({ length: 30 }, (_, seed) => {
      const entries = traceOf(model, seeded(seed));
      const rung = pick(entries, "call", { call: "answered" })[0]!;
      const said = pick(entries, "message", { message: "protest" }).find(({ stage }) => stage !== "waiting")!;
      return `${said.at - rung.at - 10} ${said.stage}`;
    });
    expect([...new Set(outcomes)].sort()).toEqual(["0 delivered", "1440 delivered", "2880 late"]);
  });

  test("is passed up a level when nobody is at the desk", () => {
    const entries = traceOf(crisis(BORDER, { ...HOLDS_FIRE, "line.answered/duty-officer": 0, "line.answered/general": 1, "line.tries-again": "7 m" }, on("channels.wire.tiers: [duty-officer, general]", SHOTS)));
    const [absent, answered] = pick(entries, "call", { root: "shots" });
    expect(absent).toMatchObject({ call: "absent", tier: "duty-officer" });
    expect(answered).toMatchObject({ call: "answered", tier: "general", at: absent!.at + 7, cause: absent!.number });
    expect(pick(entries, "message", { message: "protest", stage: "delivered" })).toHaveLength(1);
  });

  test("is not passed up a level when it is refused", () => {
    const entries = traceOf(crisis(ROAD, { "line.answered/duty-officer": 0, "line.answered/general": 1, "line.unanswered-because": "refused" }, "set: { channels.wire.tiers: [duty-officer, general] }"));
    const ofTheFirstDay = pick(entries, "call").filter(({ at }) => at < FIRST_CALL + DAY).map(({ call, tier }) => [call, tier]);
    expect(ofTheFirstDay).toEqual([...Array.from({ length: 4 }, () => ["refused", "duty-officer"]), ["unanswered", "duty-officer"]]);
  });

  test("of the chiefs takes up what asks for them, and a lower call leaves it", () => {
    const entries = traceOf(crisis(ROAD, { ...TALKS_ON, "line.sets-up/chiefs": "3 h", "line.call-takes/chiefs": "50 m" }, on("channels.wire.tiers: [duty-officer, chiefs]", hitAt("08:50"))));
    const chiefs = pick(entries, "call", { tier: "chiefs" })[0]!;
    expect(pick(entries, "call", { at: FIRST_CALL })).toMatchObject([{ call: "answered", tier: "duty-officer" }]);
    expect(chiefs).toMatchObject({ call: "answered", root: "hit" });
    expect(only(entries, "message", { message: "explanation", stage: "delivered" }).at).toBe(chiefs.at + 50);
  });

  test("of the chiefs, while it is being set up, holds up nothing that a lower level can say", () => {
    const entry = `{ id: entry, at: "day 1 12:30", incident: enter, by: column, against: post, forced: true }`;
    const entries = traceOf(crisis(ROAD, { ...TALKS_ON, "line.sets-up": "5 m", "line.sets-up/chiefs": "3 h" }, on("channels.wire.tiers: [duty-officer, chiefs]", HIT, entry)));
    const query = only(entries, "message", { message: "query", stage: "delivered" });
    const chiefs = pick(entries, "call", { tier: "chiefs" })[0]!;
    expect(pick(entries, "call", { root: "entry" })[0]!.tier).toBe("duty-officer");
    expect(query.at).toBeLessThan(chiefs.at);
    expect(chiefs.at).toBe(pick(entries, "message", { message: "explanation", stage: "waiting" })[0]!.at + 180);
  });
});

describe("what waits for a call", () => {
  test("is said in the order in which it came, as far as a call has time, and the rest in the next", () => {
    const entries = traceOf(crisis(BORDER, { ...HOLDS_FIRE, "line.carries": 1 }, on("", SHOTS)));
    const waiting = pick(entries, "message", { who: "north", stage: "waiting" });
    const said = pick(entries, "message", { who: "north", stage: "delivered" });
    expect(waiting.length).toBeGreaterThan(1);
    expect(said.map(({ message }) => message)).toEqual(waiting.map(({ message }) => message));
    expect(new Set(said.map(({ at }) => at)).size).toBe(said.length);
    expect(pick(entries, "call", { call: "answered", root: "shots" }).length).toBeGreaterThanOrEqual(said.length);
  });

  test("is said as far as it was reached where a call is cut off", () => {
    const entries = traceOf(crisis(BORDER, { ...HOLDS_FIRE, "line.carries": 2, "line.cut-off": 1 }, on("", SHOTS)));
    const [first] = pick(entries, "call", { call: "cut-off", root: "shots" });
    expect(pick(entries, "message", { stage: "delivered", at: first!.at })).toHaveLength(1);
    expect(pick(entries, "message", { who: "north", stage: "delivered" }).length).toBeGreaterThan(1);
  });

  test("lapses once it has waited longer than it keeps", () => {
    const entries = traceOf(crisis(ROAD, { ...TALKS_ON, "message.keeps": "2 h" }, on("channels.wire.practised: closed", HIT)));
    const waiting = only(entries, "message", { message: "explanation", stage: "waiting" });
    const lapsed = only(entries, "message", { message: "explanation", stage: "lapsed" });
    expect(lapsed.cause).toBe(waiting.number);
    expect(lapsed.at).toBeGreaterThan(waiting.at + 120);
    expect(lapsed.at).toBeLessThanOrEqual(waiting.at + 122);
  });

  test("and was a warning is known to its author not to have got through when it lapses", () => {
    const pressed = `{ id: pressed, at: "day 1 12:00", pressure: { party: north, toward: south } }`;
    const entries = traceOf(crisis(BORDER, { "neighbour.show-of-strength": "warn", "message.keeps": "2 h" }, on("channels.wire.practised: closed", pressed)));
    const known = only(entries, "perceived", { who: "north", percept: "warning.undeliverable" });
    expect(known.cause).toBe(only(entries, "message", { message: "warning", stage: "lapsed" }).number);
    expect(perceptsOf(entries, "south")).not.toContain("north: firmness.heeded");
  });
});

describe("a line", () => {
  test("declared suspended and practised open rings and carries", () => {
    const entries = traceOf(crisis(ROAD, {}, "set: { channels.wire.declared: suspended }"));
    expect(pick(entries, "call", { call: "answered" })).toHaveLength(4);
    expect(pick(entries, "message", { message: "notice", stage: "delivered" })).toHaveLength(6);
  });

  test("declared open and practised closed does neither, and both ends notice that no call came", () => {
    const entries = traceOf(crisis(ROAD, {}, "set: { channels.wire.practised: closed }"));
    expect(pick(entries, "call").map(({ at, call }) => [at, call])).toEqual([0, 1, 2, 3].map((day) => [FIRST_CALL + day * DAY, "not-rung"]));
    expect(pick(entries, "perceived", { at: FIRST_CALL }).map(({ who, percept }) => [who, percept])).toEqual([["post", "call.missed"], ["sponsor", "call.missed"]]);
    expect(pick(entries, "message", { stage: "delivered" })).toEqual([]);
  });

  const FAULT = `{ id: rain, at: "day 1 12:00", shock: line-outage, channel: wire, lasts: 6 h }`;

  test("that was dead is back when the fault is mended, and both ends notice", () => {
    const entries = traceOf(crisis(ROAD, {}, on("", FAULT)));
    const dead = only(entries, "call", { call: "went-dead" });
    expect(only(entries, "call", { call: "opened" })).toMatchObject({ at: dead.at + 360, cause: dead.number });
    expect(pick(entries, "perceived", { percept: "line.restored" }).map(({ who, at }) => [who, at])).toEqual([["post", dead.at + 360], ["sponsor", dead.at + 360]]);
    expect(pick(entries, "call", { call: "answered" })).toHaveLength(4);
  });

  test("says what waited urgently as soon as it is back", () => {
    const entries = traceOf(crisis(ROAD, { ...TALKS_ON, "line.sets-up": "5 m" }, on("", FAULT, hitAt("13:00"))));
    const back = only(entries, "call", { call: "opened" });
    expect(pick(entries, "call", { call: "answered" }).find(({ at }) => at > back.at)!.at).toBe(back.at + 5);
    expect(explained(entries)).toEqual(["waiting", "delivered"]);
  });

  test("closed on purpose during a fault stays closed when the fault is mended", () => {
    const entries = traceOf(crisis(ROAD, {}, on("", FAULT, `{ id: shut, at: "day 1 13:00", shock: line-closed, channel: wire }`)));
    expect(pick(entries, "call").slice(1).map(({ call }) => call)).toEqual(["went-dead", "closed", "not-rung", "not-rung", "not-rung"]);
    expect(perceptsOf(entries, "post")).not.toContain("sponsor: line.restored");
  });

  test("that is dead is not mended by words: what is declared open again stays dead until the fault is over", () => {
    const entries = traceOf(crisis(ROAD, { "patron.after-a-hit": "suspend", "patron.word-softens": "1 d" }, on("", HIT, `{ id: rain, at: "day 1 18:00", shock: line-outage, channel: wire, lasts: 60 h }`)));
    const dead = only(entries, "call", { call: "went-dead" });
    const word = only(entries, "call", { call: "declared-open" });
    expect(word.at).toBeGreaterThan(dead.at);
    expect(word.at).toBeLessThan(dead.at + 3600);
    expect(pick(entries, "call").filter(({ at, call }) => at > dead.at && at < dead.at + 3600 && (call === "opened" || call === "answered"))).toEqual([]);
  });

  test("without due calls is rung for what is urgent, and does not ring on and on for its own routine", () => {
    const entries = traceOf(crisis(ROAD, TALKS_ON, on("channels.wire.calls: []", HIT)));
    expect(explained(entries)).toContain("delivered");
    expect(pick(entries, "call", { call: "answered" }).length).toBeLessThan(10);
  });

  test("that is dead leaves the work to the second one between the same ends", () => {
    const second = `channels.spare: { between: [sponsor, post], on-request: { answered-within: 15 m } }`;
    const [both, one] = [traceOf(crisis(ROAD, TALKS_ON, on(second, HIT))), traceOf(crisis(ROAD, TALKS_ON, on(second, `{ id: rain, at: "day 1 10:00", shock: line-outage, channel: wire }`, HIT)))];
    expect(pick(both, "call", { root: "hit" }).map(({ line }) => line)).toEqual(["wire"]);
    const call = pick(one, "call", { root: "hit" })[0]!;
    expect(call).toMatchObject({ line: "spare", call: "answered", who: "post" });
    const said = only(one, "message", { message: "explanation", stage: "delivered" });
    expect(said.line).toBe("spare");
    expect(follows(one, call, pick(one, "message", { message: "explanation", stage: "waiting" })[0]!)).toBe(true);
  });

  test("is thickened by a level once one end has proposed it over the line", () => {
    const thicker = traceOf(crisis(ROAD, { "patron.after-a-hit": "talk-on", "garrison.quiet-holds": "4 h", "garrison.staff-talks": "4 h", "garrison.credit": "say-nothing" }, on("", HIT)));
    const added = pick(thicker, "tier")[0]!;
    expect(added).toMatchObject({ who: "sponsor", whom: "post", tier: "general", line: "wire" });
    expect(follows(thicker, added, only(thicker, "message", { message: "proposal-to-meet", stage: "delivered" }))).toBe(true);
  });
});
