import { describe, expect, test } from "vitest";
import { advance } from "../../src/simulation/advance.ts";
import type { Model } from "../../src/simulation/model.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { wilson } from "../../src/study/intervals.ts";
import { endsOf, meanEstimate, rareOf, REPETITIONS } from "../../src/study/rare.ts";
import { estimateOf, splittingRepetition, type SplittingAnswer } from "../../src/study/splitting.ts";
import { foldFor, REACHED, type Target } from "../../src/study/target.ts";
import { crisis, ROAD, written, BORDER } from "../simulation/small-crises.ts";

/** How likely a run is to come to a target: every set of answers there is, with its weight. */
function exactly(model: Model, target: Target): number {
  const fold = foldFor(model, target);
  let sum = 0;
  const follow = (given: readonly number[]): void => {
    let likelihood = 1;
    let asked = 0;
    let state = fold.start;
    advance(model, initialWorld(model), {
      mayWait: false,
      answer: ({ options: { weights, total } }) => {
        const option = given[asked++] ?? weights.findIndex((weight) => weight > 0);
        answers.push(option);
        likelihood *= weights[option]! / total;
        all.push(weights);
        return option;
      },
    }, { record: (at, kind, who, whom, _root, _cause, a, b, c, d) => { if (state >= 0) state = fold.next(state, at, kind, who, whom, a, b, c, d); } });
    if (state === REACHED) sum += likelihood;
    const [mine, weights] = [answers.splice(0), all.splice(0)];
    // Every other option of each question that was not given.
    for (let i = given.length; i < mine.length; i++) {
      for (let option = mine[i]! + 1; option < weights[i]!.length; option++) if (weights[i]![option]! > 0) follow([...mine.slice(0, i), option]);
    }
  };
  const answers: number[] = [];
  const all: (readonly number[])[] = [];
  follow([]);
  return sum;
}

function estimated(model: Model, target: Target, runs: number, plain = false): readonly SplittingAnswer[] {
  const work = splittingRepetition.begin({ scenario: model.scenario, target, seed: 1 });
  return Array.from({ length: REPETITIONS }, (_, repetition) => work({ repetition, values: [], runs, plain }));
}

// A push that hardly ever comes, a column that hardly ever takes it up, and a blow that hardly ever follows: one in a hundred each.
const RARELY = JSON.stringify({
  set: { "assumptions.militia.take-up": { "push": 1, "put-off": 99, "gather": 0, "go-round": 0 } },
  add: {
    timeline: [
      { id: "push", at: "day 1 08:00", chance: 0.01, pressure: { party: "column", toward: "post", strength: "serious" } },
      { id: "blow", when: { stance: "column > post", enters: "show-of-force", times: 1 }, chance: 0.01, incident: "attack", by: "column", against: "post", forced: true },
    ],
  },
});

describe("something of one in a million", () => {
  const model = crisis(ROAD, {}, RARELY);
  const target: Target = { kind: "rung", rung: 6 };
  const truth = exactly(model, target);

  test("is of about that size in the model that is made for it", () => expect(truth).toBeCloseTo(1e-6, 8));

  test("is estimated within its interval, which is no wider than the estimate", () => {
    const { estimate } = rareOf(estimated(model, target, 600));
    expect([estimate.low <= truth, truth <= estimate.high, estimate.high < 3 * truth]).toEqual([true, true, true]);
  });
});

test.each<[string, string, Target]>([
  ["a rung", BORDER, { kind: "rung", rung: 7 }],
  ["an act", ROAD, { kind: "act", act: "strike", by: "post" }],
  ["a state", BORDER, { kind: "state", state: "replying", by: undefined }],
])("splitting and whole runs agree on %s", (_what, base, target) => {
  const [a, b] = base === ROAD ? ["column", "post"] : ["south", "north"];
  const model = written(base, [JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 08:00", pressure: { party: a, toward: b, strength: "grave" } }] } })]);
  const { estimate } = rareOf(estimated(model, target, 100));
  const whole = wilson(estimated(model, target, 150, true).reduce((sum, { reached: [count] }) => sum + count!, 0), REPETITIONS * 150)!;
  expect([estimate.low <= whole.high, whole.low <= estimate.high, whole.value > 0]).toEqual([true, true, true]);
});

test("what is never seen is bounded, and not called impossible", () => {
  const model = written(BORDER, [JSON.stringify({ set: { end: "2030-05-06T12:00" } })]);
  const { estimate, below } = rareOf(estimated(model, { kind: "rung", rung: 8 }, 10));
  expect([estimate.value, below! > 0, below! <= 1]).toEqual([0, true, true]);
});

test("a repetition is the same however often it is made, and another than the next", () => {
  const model = written(BORDER, [JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 08:00", pressure: { party: "south", toward: "north", strength: "grave" } }] } })]);
  const [once, again] = [estimated(model, { kind: "rung", rung: 6 }, 60), estimated(model, { kind: "rung", rung: 6 }, 60)];
  expect(again).toEqual(once);
  expect(new Set(once.map(estimateOf)).size).toBeGreaterThan(1);
});

test("the ends of ranges are those that an assumption is not at already", () => {
  const model = written(BORDER, [JSON.stringify({ set: { "assumptions.line.answered": { value: 1, range: [0.5, 1] } } })]);
  const ends = endsOf(model.scenario).filter(([key]) => key === "line.answered");
  expect(ends).toEqual([["line.answered", 0.5]]);
  expect(meanEstimate([{ repetition: 0, reached: [5, 5], runs: 10 }, { repetition: 1, reached: [0, 0], runs: 10 }])).toBe(0.125);
});
