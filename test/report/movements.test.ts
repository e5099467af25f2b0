import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { tellStory, type StoryLine } from "../../src/report/story.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { crisis, ROAD, type Certainties } from "../simulation/small-crises.ts";

const does = (act: string, at: string, more: object = {}) => ({ id: `${act}-${at.slice(4, 5)}`, at, incident: act, by: "column", against: "post", forced: true, ...more });
const ENTERS = does("enter", "day 1 10:00", { distance: "45 km" });
const LEAVES = does("withdraw", "day 1 11:00");

/** What is told of a road where these things are in store, beside the entries; `unscripted` takes its script from what a party does. */
function told(certainly: Certainties, items: readonly unknown[], change: (entry: Entry) => Entry = (entry) => entry): readonly (readonly [entry: Entry, line: StoryLine])[] {
  const model = crisis(ROAD, certainly, JSON.stringify({ add: { timeline: items } }));
  const entries = simulate(model, seeded(1)).entries.map(change);
  return tellStory(model, entries).map((line) => [entries[line.entry]!, line] as const);
}

const unscripted = (entry: Entry): Entry => (entry.kind === "act" ? { ...entry, item: undefined, forced: false } : entry);

/** It moves the column's stance, to whatever state. */
const PUSH = { id: "push", at: "day 1 08:00", pressure: { party: "column", toward: "post", goal: "market", strength: "serious" } };
const onItsWayOut = (entry: Entry): Entry => (entry.kind === "stance" && entry.who === "column" ? { ...entry, to: ["conduct.withdrawing"] } : entry);

describe("more vehicles", () => {
  const reinforced = (items: readonly unknown[]): readonly string[] => told({}, items).filter(([entry]) => entry.kind === "act" && entry.act === "reinforce").map(([, { text }]) => text);

  test("add to those who are inside", () => {
    expect(reinforced([ENTERS, does("reinforce", "day 1 12:00")])).toEqual([expect.stringMatching(/^(Column brings in more vehicles|Reinforcements of Column arrive inside the zone|Column grows in number|More men of Column come up)\./)]);
  });

  test("come anew where those who were inside have left", () => {
    expect(reinforced([ENTERS, LEAVES, does("reinforce", "day 1 12:00")])).toEqual([expect.stringMatching(/^(Column sends vehicles into the zone again|Fresh vehicles of Column come into the zone|Column comes back into the zone with more vehicles)\./)]);
  });
});

describe("a strike", () => {
  const strike = { id: "hit", at: "day 1 13:00", incident: "strike", by: "post", against: "column", forced: true };
  const struck = (items: readonly unknown[]): readonly string[] => told({}, [...items, strike], unscripted).filter(([entry]) => entry.kind === "act" && entry.act === "strike").map(([, { text }]) => text);

  test("says how far out those were who are hit, as they were last seen", () => {
    expect(struck([ENTERS])).toEqual([expect.stringMatching(/\. About 45 km out\.$/)]);
  });

  test("says no distance where they were not seen, or were seen to leave", () => {
    for (const items of [[], [ENTERS, LEAVES]]) for (const text of struck(items)) expect(text).not.toContain("km");
  });
});

describe("a request that is not followed", () => {
  const fate = (items: readonly unknown[], certainly: Certainties = {}, change?: (entry: Entry) => Entry): string | undefined =>
    told({ "garrison.answer-due": "20 m", "garrison.leave-due": "2 h", ...certainly }, [ENTERS, ...items], change).find(([entry]) => entry.kind === "relay" && entry.relay === "ignored")?.[1].text;

  test("by those who stay is told as that", () => {
    expect(fate([])).toMatch(/(lets the request pass|Nothing follows from the request|does not act on it)/);
  });

  test("finds those gone who have left before it comes", () => {
    expect(fate([LEAVES])).toMatch(/^(The request finds Column gone|Column is not there to follow the request)\./);
  });

  test("comes to those who are leaving already", () => {
    expect(fate([PUSH], { "militia.take-up": "put-off" }, onItsWayOut)).toMatch(/^Column is leaving already, request or not\./);
  });
});

test("an order to hold that comes to those who are leaving says so", () => {
  const hold = { id: "hold", at: "day 1 12:30", order: { to: "column", from: "sponsor", toward: "post", do: "hold" } };
  const held = (change: (entry: Entry) => Entry): readonly string[] =>
    told({ "militia.take-up": "put-off" }, [ENTERS, PUSH, hold], (entry) => change(entry.kind === "order" ? { ...entry, obeyed: false } : entry)).filter(([entry]) => entry.kind === "order").map(([, { text }]) => text);
  expect(held(onItsWayOut)).toEqual(["Sponsor to Column: hold back. Column is leaving already."]);
  expect(held((entry) => entry)).toEqual([expect.stringMatching(/^Sponsor to Column: hold back\. (It is not followed|Nothing comes of it)\.$/)]);
});

test("those who drive through are seen to drive through, and those who take another road are seen to do that", () => {
  const seen = (act: string): readonly string[] => told({}, [ENTERS, does(act, "day 1 12:00")]).filter(([entry]) => entry.kind === "perceived" && entry.percept === "passed-by.self").map(([, { text }]) => text);
  expect(seen("pass-through")).toEqual([expect.stringMatching(/^Post sees Column (drive through|go past on the road)\./)]);
  expect(seen("go-round")).toEqual([expect.stringMatching(/^Post sees Column go another way\./)]);
});
