// Statements that stand in the timeline: of somebody without a doctrine, of nobody named, or forced by a director.
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { seenFrom } from "../../src/report/seat.ts";
import { tellStory } from "../../src/report/story.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { EntryOf } from "../../src/simulation/trace.ts";
import { crisis, ROAD } from "./small-crises.ts";

function ranWith(item: object) {
  const model = crisis(ROAD, {}, JSON.stringify({ add: { timeline: [{ id: "said", at: "day 1 10:00", ...item }] } }));
  const { entries, violations } = simulate(model, seeded(1));
  const statement = entries.find((entry): entry is EntryOf<"statement"> => entry.kind === "statement" && entry.item === "said")!;
  const hearers = entries.flatMap((entry) => (entry.kind === "perceived" && entry.cause === statement.number ? [`${entry.who} ${entry.percept}`] : []));
  return { model, entries, violations, statement, hearers, told: tellStory(model, entries).find(({ entry }) => entry === statement.number)!.text };
}

describe("a statement in the timeline", () => {
  test("is made at its time and heard by the one it is about, of whoever made it", () => {
    const { statement, hearers, violations } = ranWith({ statement: "threat", by: "raiders", about: "post" });
    expect(statement).toMatchObject({ at: 240, who: "raiders", whom: "post", statement: "threat", forced: false });
    expect(hearers).toEqual(["post stated.threat"]);
    expect(violations).toEqual([]);
  });

  test("that nobody signed is told, and moves no chart", () => {
    const { statement, hearers, told } = ranWith({ statement: "threat", by: "unknown", about: "post" });
    expect(statement.who).toBeUndefined();
    expect(hearers).toEqual([]);
    expect(told).toMatch(/^An office that is not named: /);
  });

  test("of a party with a doctrine is marked as forced, which none but that party and the director can know", () => {
    const { statement, hearers, told, entries, model, violations } = ranWith({ statement: "appeal", by: "column", about: "post", forced: true });
    expect(statement.forced).toBe(true);
    expect(hearers).toEqual(["post stated.appeal"]);
    expect(told).toMatch(/\(Directed by the exercise, not decided by .*\.\)$/);
    const seen = (party: string) => seenFrom(party, model.scenario, entries).find(({ number }) => number === statement.number);
    expect([seen("column"), seen("post"), seen("public")]).toMatchObject([{ forced: true }, { forced: false }, { forced: false }]);
    expect(violations).toEqual([]);
  });

  test("has the words that the file gives it, after the name of the speaker", () => {
    expect(ranWith({ statement: "caution", by: "raiders", about: "post", text: "the road is not safe." }).told).toBe("Raiders: the road is not safe.");
  });
});
