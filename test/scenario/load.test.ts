import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../src/scenario/catalogue.ts";
import { lookUp } from "../../src/scenario/assumptions.ts";
import { loadFiles, loadWhole, changed, SMALL } from "./small-world.ts";
import { parseAssumption } from "../../src/scenario/assumption-values.ts";

describe("a whole scenario", () => {
  const scenario = loadWhole(SMALL);
  const item = (id: string) => scenario.timeline.find((other) => other.id === id)!;

  test("times are minutes since the start, in the zone of the file", () => {
    expect(scenario.minutes).toBe(4 * 1440 - 60); // the clock skips an hour on 31 March
    expect(scenario.offsets).toEqual([{ from: 0, offset: 60 }, { from: 44 * 60, offset: 120 }]);
    expect(item("push").schedule).toEqual({ kind: "at", at: 240 });
    expect(item("shells").schedule).toEqual({ kind: "at", at: 2 * 1440 + 480 - 60 });
    expect(item("hold-on").schedule).toEqual({ kind: "after", item: "push", delay: 360 });
  });

  test("places, zones and goals are resolved with their defaults", () => {
    expect(scenario.places).toEqual({ gate: { name: "Gate", lat: 52.5, lon: 13.4 }, mill: { name: "Old mill", lat: 52.6, lon: 13.5 } });
    expect(scenario.zones["yard"]).toEqual({ name: "yard", centre: "gate", radiusKm: 5, heldBy: "guards", standing: "agreed", claims: [{ by: "raiders", says: "never agreed" }] });
    expect(scenario.goals["road"]).toEqual({ name: "road", of: "raiders", place: "mill", worth: "high", otherWays: ["forest"] });
  });

  test("parties keep their stances, and a party without doctrine has none", () => {
    expect(scenario.parties["guards"]).toEqual({ id: "guards", name: "The guards", doctrine: "guard", place: "gate", stances: { raiders: "adversary", callers: "counterpart" } });
    expect(scenario.parties["strays"]).toEqual({ id: "strays", name: "Strays", doctrine: undefined, place: undefined, stances: {} });
    expect(scenario.crisis).toEqual([["guards", "raiders"], ["guards", "callers"]]);
  });

  test("a line knows its levels from the lowest, its trust by end, and every due call", () => {
    const phone = scenario.channels["phone"]!;
    expect(phone.tiers).toEqual(["duty-officer", "general"]);
    expect(phone.trust).toEqual([3, 1]);
    expect(phone.onRequest).toEqual({ answeredWithinMinutes: 2880 });
    expect(phone).toMatchObject({ name: "Phone", medium: "voice", declared: "open", practised: "open", host: undefined });
    expect(phone.slots.map(({ name }) => name)).toEqual(["2024-03-30 02:30", "2024-03-31 02:30", "2024-04-01 02:30", "2024-04-01 09:00", "2024-04-02 02:30"]);
  });

  test("a call in a clock gap rings at the next valid minute", () => {
    const [saturday, sunday, monday] = scenario.channels["phone"]!.slots;
    expect(saturday!.at).toBe(20.5 * 60);
    expect(sunday!.at).toBe(20.5 * 60 + 24 * 60 - 30); // 03:00 summer time
    expect(monday!.at).toBe(20.5 * 60 + 47 * 60);
  });

  test("an incident keeps truth, appearance and witnesses apart", () => {
    expect(item("shells")).toMatchObject({
      kind: "incident", act: "shell", against: "guards", place: "mill", distanceKm: 12.5, gravity: "serious", forced: false,
      by: [{ value: "strays", weight: 0.5 }, { value: "unknown", weight: 0.5 }],
      appearsAs: { by: [{ value: "raiders", weight: 1 }], gravity: "grave" },
      seenBy: [{ party: "callers", delay: 120 }], unseenBy: ["raiders"],
    });
  });

  test("a trigger names the full path of a state and has a window", () => {
    expect(item("again").schedule).toEqual({
      kind: "when", delay: 0,
      trigger: { kind: "stance", party: "guards", toward: "raiders", enters: "conduct.deciding", from: 0, until: scenario.minutes, times: 1 },
    });
    expect(item("news").schedule).toEqual({
      kind: "when", delay: 60,
      trigger: { kind: "act", act: "shell", by: "strays", against: undefined, from: 0, until: 66 * 60 - 60, times: 2 },
    });
  });

  test("expectations are resolved, and a share is named after what it counts", () => {
    const [strike, apology, decide, order, calm, share] = scenario.expect;
    expect(strike).toMatchObject({ kind: "event", within: [240, 54 * 60 - 60], atLeast: 1, atMost: undefined });
    expect(apology).toMatchObject({ kind: "event", atLeast: 0, atMost: 0, within: [0, scenario.minutes], pattern: { kind: "message", stage: "delivered", to: "guards" } });
    expect(decide).toMatchObject({ pattern: { kind: "stance", party: "guards", toward: "raiders", enters: "limited-force" } });
    expect(order).toMatchObject({ kind: "before", first: "guards-decide", then: "a-strike" });
    expect(calm).toMatchObject({ kind: "quiet", below: 4 });
    expect(share).toEqual({ id: "share-of-a-strike", kind: "share", of: "a-strike", atLeast: 0.3, atMost: 1, runs: 500, note: undefined });
  });

  test("assumptions hold the scenario's own and every default of what is in use", () => {
    expect(scenario.assumptions.map(({ key, from }) => `${key} ${from}`)).toEqual([
      "enter.distance default", "guard.answer scenario", "line.answered scenario", "line.carries default", "raider.waits scenario",
      "sight.attributed default", "sight.attributed/raiders scenario", "sight.attributed/shell default", "word.calms default",
    ]);
    expect(lookUp(scenario.assumptions, "guard.answer", []).value).toEqual({ kind: "weights", options: [{ name: "strike", weight: 1 }, { name: "hold", weight: 3 }] });
    expect(lookUp(scenario.assumptions, "raider.waits", []).value).toEqual({
      kind: "duration", options: [{ name: "90 m", minutes: 90, weight: 2 }, { name: "6 h", minutes: 360, weight: 1 }],
    });
  });

  test("a bare value keeps the default's range where it lies in it", () => {
    expect(lookUp(scenario.assumptions, "line.answered", [])).toMatchObject({ value: { kind: "probability", p: 0.8 }, range: [0.5, 1], ground: "judgement" });
    const low = loadWhole(changed("line.answered: 0.8", "line.answered: 0.2"));
    expect(lookUp(low.assumptions, "line.answered", []).range).toBeUndefined();
  });
});

describe("the hash", () => {
  const { hash } = loadWhole(SMALL);

  test("is sixteen hexadecimal digits and the same every time", () => {
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(loadWhole(SMALL).hash).toBe(hash);
  });

  test.each([
    ["title: The gate", "title: Another gate"],
    ["text: The raiders want through.", "text: They want through."],
    ["source: press", "source: radio"],
    ["why: patient", "why: very patient"],
    ["at-least: 0.3", "at-least: 0.4"],
    ["plan: an hour", "plan: a day"],
    ["{ 6 h: 1, 90 m: 2 }", "{ 90 m: 2, 6 h: 1 }"],
    ["# A gate, a road and a telephone.", "# Nothing."],
  ])("words for people do not change it: %s", (from, to) => {
    expect(loadWhole(changed(from, to)).hash).toBe(hash);
  });

  test.each([
    ["seed: 7", "seed: 8"],
    ["value: 0.7", "value: 0.6"],
    ["chance: 0.5", "chance: 0.6"],
    ["timezone: Europe/Berlin", "timezone: \"+01:00\""],
    ["at: push + 6 h", "at: push + 7 h"],
    ["radius: 5 km", "radius: 6 km"],
    ["callers: low", "callers: high"],
  ])("what decides a run changes it: %s", (from, to) => {
    expect(loadWhole(changed(from, to)).hash).not.toBe(hash);
  });

  test("does not depend on where the file lies", () => {
    const elsewhere = loadFiles({ "some/where/else.yaml": SMALL });
    expect(elsewhere.ok && elsewhere.scenario.hash).toBe(hash);
  });
});

test("every default of the program's own catalogue is a value of its kind", () => {
  const all = [...CATALOGUE.assumptions, ...Object.values(CATALOGUE.doctrines).flatMap(({ assumptions }) => assumptions)];
  const wrong = all.filter(({ kind, value }) => !parseAssumption(kind, value, typeof value === "object" ? Object.keys(value) : []).ok);
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
