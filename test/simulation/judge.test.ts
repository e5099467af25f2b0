import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import { judgeOf } from "../../src/simulation/judge.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { BORDER, crisis } from "./small-crises.ts";
import { loadShipped } from "../bench/shipped.ts";
import { compileModel } from "../../src/simulation/model.ts";

describe("verdicts", () => {
  const model = compileModel(loadShipped("at-tanf-2017"));

  test("askedForOnTheWayTheyAreTheSameInTheEnd", () => fc.assert(fc.property(fc.nat(500), fc.array(fc.nat(model.scenario.minutes), { maxLength: 4 }), (seed, stops) => {
    const [asked, unasked] = [judgeOf(model), judgeOf(model)];
    const [one, other] = [initialWorld(model), initialWorld(model)];
    for (const through of stops.toSorted((a, b) => a - b)) {
      advance(model, one, seeded(seed), asked, { through });
      asked.verdicts();
    }
    advance(model, one, seeded(seed), asked);
    advance(model, other, seeded(seed), unasked);
    expect(asked.verdicts()).toEqual(unasked.verdicts());
  }), { numRuns: 30 }));

  test("of a quiet stretch say what holds so far: it is broken once it has begun under a stance too high, and not before", () => {
    const held = (through: number): boolean => {
      const quiet = crisis(BORDER, { "neighbour.return-fire": "hold-fire" }, JSON.stringify({
        add: {
          timeline: [{ id: "shots", at: "day 1 12:00", incident: "harass", by: "south", against: "north", forced: true }],
          expect: [{ id: "calm", quiet: { within: ["day 2 00:00", "day 3 00:00"], below: "protest" } }],
        },
      }));
      const judge = judgeOf(quiet);
      advance(quiet, initialWorld(quiet), seeded(1), judge, { through });
      return judge.verdicts()[0]!.holds;
    };
    expect(held(12 * 60)).toBe(true);
    expect(held(4 * 1440)).toBe(false);
  });
});
