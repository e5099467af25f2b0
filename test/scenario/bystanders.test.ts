import * as fc from "fast-check";
import { expect, test } from "vitest";
import { likeliest, seeded } from "../../src/kernel/choices.ts";
import { withoutBystanders } from "../../src/scenario/bystanders.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf, said } from "../simulation/random-crises.ts";
import { ROAD, written } from "../simulation/small-crises.ts";

const WAR = { rovers: { doctrine: "spoiler", stances: { levy: "adversary" } }, levy: { doctrine: "campaign", stances: { rovers: "adversary" } } };

/** The entries of a run that are not about these parties. */
const without = (model: Model, parties: readonly string[], seed?: number): readonly string[] =>
  said(simulate(model, seed === undefined ? likeliest : seeded(seed)).entries.filter(({ kind, who }) => kind !== "run.ended" && !parties.includes(who ?? "")).map((entry) => ({ ...entry, cause: undefined })));

test("whatHappensToTheOthersIsTheSameWithoutBystanders", () => {
  fc.assert(fc.property(crises, (drawn) => {
    const model = modelOf(drawn, JSON.stringify({ add: { parties: WAR, timeline: [{ id: "raid", at: "day 1 09:00", incident: "attack", by: "rovers", against: "levy", forced: true }] } }));
    const kept = compileModel(withoutBystanders(model.scenario, model.scenario.crisis.flat()));
    expect(Object.keys(kept.scenario.parties)).not.toContain("levy");
    for (const seed of [undefined, drawn.seed]) expect(without(kept, [], seed)).toEqual(without(model, ["rovers", "levy"], seed));
  }), { numRuns: 40 });
});

test.each<[string, object]>([
  ["a stance", { set: { "parties.levy.stances.post": "adversary" } }],
  ["a line", { add: { channels: { cable: { "between": ["levy", "post"], "on-request": { "answered-within": "1 h" } } } } }],
  ["something that happens to both", { add: { timeline: [{ "id": "quake", "at": "day 1 10:00", "shock": "outside", "felt-by": ["levy", "column"] }] } }],
  ["an item that waits for whoever does something", { add: { timeline: [{ id: "word", when: { act: "attack" }, delay: "1 h", pressure: { party: "column", toward: "post", strength: "slight" } }] } }],
  ["an item that follows another", { add: { timeline: [{ id: "raid", at: "day 1 09:00", incident: "attack", by: "rovers", against: "levy", forced: true }, { id: "word", at: "raid + 1 h", pressure: { party: "column", toward: "post", strength: "slight" } }] } }],
])("%s makes a bystander one of those concerned", (_what, link) => {
  const { scenario } = written(ROAD, [JSON.stringify({ add: { parties: WAR } }), JSON.stringify(link)]);
  expect(Object.keys(withoutBystanders(scenario, scenario.crisis.flat()).parties)).toContain("levy");
});

test("an item that names nobody stays", () => {
  const { scenario } = written(ROAD, [JSON.stringify({ add: { parties: WAR, timeline: [{ "id": "news", "at": "day 1 10:00", "shock": "outside", "felt-by": ["levy"] }, { "id": "raid", "at": "day 1 09:00", "incident": "attack", "by": "rovers", "against": "levy", "forced": true }, { "id": "next-raid", "at": "raid + 1 h", "incident": "attack", "by": "rovers", "against": "levy", "forced": true }, { "id": "weather", "at": "day 1 08:00", "incident": "shell", "by": "unknown" }] } })]);
  expect(withoutBystanders(scenario, scenario.crisis.flat()).timeline.map(({ id }) => id)).toEqual(["weather"]);
});

test("a chain of nine thousand items is followed to its end", () => {
  const { scenario } = written(ROAD, [JSON.stringify({ add: { parties: WAR } })]);
  const raid = written(ROAD, [JSON.stringify({ add: { parties: WAR, timeline: [{ id: "raid", at: "day 1 09:00", incident: "attack", by: "rovers", against: "levy", forced: true }] } })]).scenario.timeline[0]!;
  const chain = Array.from({ length: 9000 }, (_, i) => ({ ...raid, id: `raid-${i}`, ...(i === 0 ? {} : { schedule: { kind: "after" as const, item: `raid-${i - 1}`, delay: 60 } }) }));
  expect(withoutBystanders({ ...scenario, timeline: chain }, ["post"]).timeline).toEqual([]);
  expect(withoutBystanders({ ...scenario, timeline: chain }, ["levy"]).timeline.length).toBe(9000);
});

test("the wars of the record stand beside its crisis", () => {
  const scenario = loadShipped("at-tanf-2017");
  const kept = withoutBystanders(scenario, scenario.crisis.flat());
  expect(Object.keys(scenario.parties).filter((party) => !Object.hasOwn(kept.parties, party))).toEqual(["islamic-state", "sdf", "iraq"]);
});
