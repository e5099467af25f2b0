import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import type { LiveRun } from "../../src/session/live-run.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { BORDER, only, pick, ROAD } from "../simulation/small-crises.ts";
import { crises, said, type Drawn } from "../simulation/random-crises.ts";
import { liveOf, take, toTheEnd, type Live } from "./live-crises.ts";

const amending = (overlay: unknown) => ({ do: "amend", overlay: JSON.stringify(overlay), by: "lead", what: "something" }) as const;
const untouched = ({ model, seed }: Live) => simulate(model, seeded(seed));
const time = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 7, max: 20 }), fc.nat(59)).map(([day, hour, minute]) => `day ${day} ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const watcherOf = ({ base }: Drawn): string => (base.includes("post:") ? "post" : "north");
// Minutes since the start at six o'clock, as a scenario writes them.
const dayTime = (minute: number): string => {
  const [days, rest] = [Math.floor((minute + 360) / 1440), (minute + 360) % 1440];
  return `day ${days + 1} ${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
};
const GHOSTS = "add: { parties: { ghosts: {} } }";

// A push on the column at noon of the second day, on a road where else nothing happens.
const PUSH = { id: "push", at: "day 2 12:00", pressure: { party: "column", toward: "post", strength: "grave" } };
const NOON = 1440 + 360;
const road = (...items: readonly unknown[]): Live => liveOf({ base: ROAD, overlays: [JSON.stringify({ add: { timeline: items } })], seed: 3 });

describe("an amendment", () => {
  test("anAmendmentShiftsNoEarlierEntry", () => {
    const whats = (a: string): readonly unknown[] => [
      { set: { "assumptions.sight.attributed": 0, "assumptions.line.answered": 0.5 } }, { set: { "timeline.item-0.chance": 0 } }, { set: { "timeline.ours.at": "day 1 06:00" } }, { set: { "timeline.ours.at": "day 3 06:00" } },
      { add: { timeline: [{ id: "more", at: "day 1 07:00", incident: "shell", by: "strangers", against: a }] } }, { set: { "assumptions.decision.takes": "3 h" } },
    ];
    fc.assert(fc.property(crises, fc.nat(4000), fc.nat(5), (drawn, through, n) => {
      const ours = { "id": "ours", "at": "day 2 12:00", "shock": "outside", "felt-by": [watcherOf(drawn)] };
      const live = liveOf({ ...drawn, overlays: [...drawn.overlays, JSON.stringify({ add: { timeline: [ours] } })] });
      const overlay = whats(watcherOf(drawn))[n];
      live.run.go({ through });
      const before = live.run.entries.slice();
      expect(take(live.run, amending(overlay))).toBeUndefined();
      live.run.go({});
      expect(live.run.standing.kind).toBe("ended");
      expect(live.run.entries.slice(0, before.length)).toEqual(before);
      expect(before).toEqual(untouched(live).entries.slice(0, before.length));
      expect(live.run.violations).toEqual([]);
      for (const [i, { number, at, cause }] of live.run.entries.entries()) {
        expect(number).toBe(i);
        expect(i < before.length || (at >= through && (cause ?? -1) < i)).toBe(true);
      }
    }), { numRuns: 60 });
  });

  test("oneThatChangesNothingChangesNothing", () => {
    fc.assert(fc.property(crises, fc.nat(5000), (drawn, through) => {
      const live = liveOf(drawn);
      live.run.go({ through });
      for (const overlay of [{}, { title: "Another title" }, { add: { timeline: [] } }]) expect(take(live.run, amending(overlay))).toBeUndefined();
      toTheEnd(live.run);
      expect(live.run.entries).toEqual(untouched(live).entries);
    }), { numRuns: 30 });
  });

  test("addingWhatNobodyPerceivesLeavesEverythingElseAsItWas", () => {
    const idle = fc.constantFrom(
      { incident: "shell", by: "strangers", against: "ghosts" }, { incident: "attack", by: "unknown" }, { "incident": "overfly", "by": "strangers", "against": "A", "unseen-by": ["A"] },
    );
    fc.assert(fc.property(crises, fc.nat(4000), idle, time, (drawn, through, what, at) => {
      const live = liveOf({ ...drawn, overlays: [GHOSTS, ...drawn.overlays] });
      live.run.go({ through });
      const overlay = JSON.parse(JSON.stringify({ add: { timeline: [{ id: "idle", at, ...what }] } }).replaceAll("\"A\"", `"${watcherOf(drawn)}"`));
      expect(take(live.run, amending(overlay))).toBeUndefined();
      live.run.go({});
      const { entries } = live.run;
      expect(entries.some(({ root }) => root === "idle")).toBe(true);
      expect(said(entries).filter((_, i) => entries[i]!.root !== "idle")).toEqual(said(untouched(live).entries));
    }), { numRuns: 40 });
  });

  test("asGoodAsIfItHadStoodThereFromTheStart, as long as its time has not come", () => {
    fc.assert(fc.property(crises, fc.nat(1000), fc.nat(200), (drawn, through, which) => {
      // Often in a minute in which something else happens: then it matters what comes first.
      const minutes = untouched(liveOf(drawn)).entries.map(({ at }) => at).filter((minute) => minute > through && minute < 4 * 1440);
      const at = dayTime(minutes[which % minutes.length] ?? 4000);
      const item = JSON.stringify({ add: { timeline: [{ id: "late", at, incident: "shell", by: "strangers", against: watcherOf(drawn) }] } });
      const live = liveOf(drawn);
      live.run.go({ through });
      expect(take(live.run, amending(JSON.parse(item)))).toBeUndefined();
      live.run.go({});
      expect(said(live.run.entries)).toEqual(said(untouched(liveOf({ ...drawn, overlays: [...drawn.overlays, item] })).entries));
    }), { numRuns: 40 });
  });

  test("an assumption that is changed holds from there on", () => {
    const { run } = liveOf({ base: ROAD, overlays: ["set: { assumptions.line.answered: 1 }"], seed: 3 });
    run.go({ through: 200 });
    take(run, amending({ set: { "assumptions.line.answered": 0 } }));
    run.go({});
    const calls = pick(run.entries, "call").filter(({ root, call }) => root.startsWith("wire@") && call !== "unanswered");
    expect(calls.filter(({ call }) => call === "answered").map(({ at }) => at)).toEqual([180]);
    expect(calls.filter(({ call }) => call !== "answered").length).toBeGreaterThanOrEqual(3);
  });

  test("a second one stands on top of the first", () => {
    const { run } = road(PUSH);
    take(run, amending({ add: { timeline: [{ ...PUSH, id: "first", at: "day 3 10:00" }] } }));
    expect(take(run, amending({ set: { "timeline.first.at": "day 3 11:00" } }))).toBeUndefined();
    run.go({});
    expect(only(run.entries, "pressure", { item: "first" }).at).toBe(2 * 1440 + 300);
  });
});

describe("what is in store", () => {
  const pushedAt = ({ entries }: LiveRun): readonly number[] => pick(entries, "pressure", { item: "push" }).map(({ at }) => at);

  test.each([["later", "day 3 09:00", 2 * 1440 + 180], ["earlier", "day 2 07:00", 1440 + 60], ["to where it has passed: then it comes at once", "day 1 07:00", 1500]])("can be moved %s", (_, at, wanted) => {
    const { run } = road(PUSH);
    run.go({ through: 1440 });
    if (wanted === 1500) run.go({ through: 1500 });
    expect(take(run, amending({ set: { "timeline.push.at": at } }))).toBeUndefined();
    run.go({});
    expect(pushedAt(run)).toEqual([wanted]);
  });

  test("can be left out, and the trace says so", () => {
    const { run } = road(PUSH);
    run.go({ through: 1440 });
    expect(take(run, amending({ set: { "timeline.push.chance": 0 } }))).toBeUndefined();
    run.go({});
    expect(pushedAt(run)).toEqual([]);
    expect(only(run.entries, "item.skipped", { item: "push" })).toMatchObject({ at: NOON });
  });

  test("can be held until something happens", () => {
    const { run } = road(PUSH, { id: "drums", at: "day 3 10:00", incident: "strike", by: "strangers", against: "post" });
    run.go({ through: 1440 });
    expect(take(run, amending({ remove: ["timeline.push.at"], set: { "timeline.push.when": { act: "strike", by: "strangers" }, "timeline.push.delay": "2 h" } }))).toBeUndefined();
    run.go({});
    expect(pushedAt(run)).toEqual([2 * 1440 + 240 + 120]);
  });

  test("happens once, where it has happened and is moved back to a time to come: then it comes again", () => {
    const { run } = road(PUSH);
    run.go({ through: NOON });
    take(run, amending({ set: { "timeline.push.at": "day 3 12:00" } }));
    run.go({});
    expect(pushedAt(run)).toEqual([NOON, NOON + 1440]);
  });

  test("keeps its place where others are added before it", () => {
    const { run } = road(PUSH);
    run.go({ through: 1440 });
    take(run, amending({ add: { timeline: [{ id: "a-shock", at: "day 2 11:00", "shock": "outside", "felt-by": ["post"] }, { ...PUSH, id: "again", at: "day 2 12:00" }] } }));
    run.go({});
    expect(run.entries.filter(({ kind }) => kind === "shock" || kind === "pressure").map(({ root, at }) => [root, at])).toEqual([["a-shock", NOON - 60], ["push", NOON], ["again", NOON]]);
  });
});

describe("an amendment that cannot be made", () => {
  const REFUSED: readonly (readonly [string, string, string])[] = [
    ["no YAML", "set: { a: [", ""],
    ["an unknown key", "{ sett: {} }", "no key"],
    ["an unknown path", "set: { timeline.nowhere.at: day 2 10:00 }", "nowhere"],
    ["an unknown party", "add: { timeline: [{ id: x, at: day 2 10:00, pressure: { party: nobody, toward: post } }] }", "nobody"],
    ["an item of the same name", "add: { timeline: [{ id: push, at: day 2 10:00, pressure: { party: column, toward: post } }] }", "push"],
    ["an item taken out", "remove: [push]", "cannot be taken out"],
    ["one more party", "add: { parties: { newcomers: {} } }", "the parties"],
    ["another stance", "set: { parties.post.stances.strangers: adversary }", ""],
    ["another doctrine", "set: { parties.column.doctrine: rebels }", ""],
    ["one more line", "add: { channels: { spare: { between: [post, sponsor], on-request: { answered-within: 15 m } } } }", "the channels"],
    ["another hour of the due calls", "set: { channels.wire.calls: [{ every: day, at: \"10:00\" }] }", "the channels"],
    ["a longer run", "set: { end: \"2030-05-11T06:00\" }", ""],
  ];

  test.each(REFUSED)("for %s is refused, with why, and nothing has changed", (_, overlay, why) => {
    const live = road(PUSH);
    live.run.go({ through: 1500 });
    const before = { entries: live.run.entries.length, steps: live.run.steps.length, at: live.run.at, world: structuredClone(live.run.world) };
    const refusal = live.run.take({ do: "amend", events: live.run.events, at: 0, overlay, by: "lead", what: "something" });
    expect(refusal?.message).toContain(why);
    expect(refusal!.sources.size).toBeGreaterThan(0);
    expect({ entries: live.run.entries.length, steps: live.run.steps.length, at: live.run.at, world: live.run.world }).toEqual(before);
    // And the next one is not the worse for it.
    expect(take(live.run, amending({ title: "Another title" }))).toBeUndefined();
    live.run.go({});
    expect(live.run.entries).toEqual(untouched(live).entries);
  });

  test("leaves an open decision open", () => {
    const live = road({ ...PUSH, at: "day 1 08:00" });
    take(live.run, { do: "seat", party: "column", taken: true, by: "lead" });
    const standing = live.run.go({});
    expect(standing.kind).toBe("deciding");
    expect(take(live.run, amending({ remove: ["push"] }))).toBeDefined();
    expect(live.run.standing).toEqual(standing);
  });
});

test("an amendment on one border leaves another run of it alone", () => {
  const shot = { add: { timeline: [{ id: "shot", at: "day 2 10:00", incident: "strike", by: "strangers", against: "north" }] } };
  const drawn: Drawn = { base: BORDER, overlays: [], seed: 5 };
  const [one, other] = [liveOf(drawn), liveOf(drawn)];
  for (const { run } of [one, other]) run.go({ through: 600 });
  take(one.run, amending(shot));
  for (const { run } of [one, other]) run.go({});
  expect(other.run.entries).toEqual(untouched(other).entries);
  expect(one.run.entries.some(({ root }) => root === "shot")).toBe(true);
});
