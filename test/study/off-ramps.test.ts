import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { outcomeOf } from "../../src/report/outcome.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { listenTo, otherwise, type Change } from "../../src/study/asked.ts";
import type { Course } from "../../src/study/course.ts";
import { findOffRamps } from "../../src/study/off-ramps.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";

const courseOf = (model: Model, seed: number): Course => ({ model, answerer: seeded(seed), amendments: [], events: undefined });

/** The highest rung of a run with some answers changed, and the questions it asked. */
function runWith(model: Model, seed: number, changes: readonly Change[]) {
  const { answerer, asked } = listenTo(otherwise(seeded(seed), changes));
  const { entries } = simulate(model, answerer);
  return { peak: Math.max(...outcomeOf(model, entries).peaks.map(({ rung }) => rung)), asked };
}

test("anOffRampKeepsTheRunBelowAndNoPartOfItDoes", () => {
  let found = 0;
  fc.assert(fc.property(crises, (drawn) => {
    const model = modelOf(drawn);
    const { below, offRamps } = findOffRamps(courseOf(model, drawn.seed), { below: undefined, by: undefined, top: 8, courses: 200 });
    for (const { decisions, peak } of offRamps) {
      found++;
      const came = runWith(model, drawn.seed, decisions).peak;
      expect([came < below, came]).toEqual([true, peak]);
      for (const left of decisions) {
        const rest = decisions.filter((one) => one !== left);
        expect(rest.length > 0 && runWith(model, drawn.seed, rest).peak < below).toBe(false);
      }
      expect(decisions.every(({ question }) => question.kind === "decision")).toBe(true);
    }
  }), { numRuns: 25, seed: 3 });
  expect(found).toBeGreaterThan(10);
});

test("everySingleDecisionThatWouldHaveDoneIsFound", () => {
  fc.assert(fc.property(crises, fc.constantFrom<string | undefined>(undefined, "post", "north"), (drawn, by) => {
    const model = modelOf(drawn);
    const { below, peak, reached, offRamps } = findOffRamps(courseOf(model, drawn.seed), { below: undefined, by, top: 1000, courses: 150 });
    fc.pre(reached !== undefined);
    const { asked } = runWith(model, drawn.seed, []);
    const all = asked.flatMap(({ question, option: usual }) => {
      if (question.kind !== "decision" || (by !== undefined && question.asker.text !== by)) return [];
      return question.options.names.flatMap((name, option) => (
        option !== usual && question.options.weights[option]! > 0 && runWith(model, drawn.seed, [{ question, option }]).peak < below ? [`${question.at} ${question.name.text} ${name}`] : []));
    });
    const single = offRamps.filter(({ decisions }) => decisions.length === 1).map(({ decisions: [one] }) => `${one!.question.at} ${one!.question.name.text} ${one!.question.options.names[one!.option]!}`);
    expect([peak, single.toSorted()]).toEqual([below, all.toSorted()]);
  }), { numRuns: 25 });
});

const tanf = compileModel(loadShipped("at-tanf-2017"));

test("with one party's decisions alone, no other party's are changed", () => {
  const { offRamps, levels } = findOffRamps(courseOf(tanf, 4), { below: undefined, by: "coalition", top: 3, courses: 300 });
  expect(levels.length).toBeGreaterThan(0);
  for (const { decisions } of offRamps) for (const { question } of decisions) expect(question.asker.text).toBe("coalition");
});

test("what a party could have known it had perceived before it decided", () => {
  const course = courseOf(tanf, 4);
  const { offRamps } = findOffRamps(course, { below: undefined, by: undefined, top: 20, courses: 500 });
  const known = offRamps.flatMap(({ decisions, knowledge }) => decisions.map(({ question }, i) => ({ question, ...knowledge[i]! })));
  expect(known.some(({ perceived }) => perceived !== undefined)).toBe(true);
  for (const { question, perceived, begun } of known) {
    if (perceived === undefined) continue;
    expect([perceived.who, perceived.at <= question.at, begun]).toEqual([question.asker.text, true, true]);
  }
});

test("a run that stays below the rung has nothing to avoid", () => {
  expect(findOffRamps(courseOf(tanf, tanf.scenario.seed), { below: 8, by: undefined, top: 5, courses: 100 })).toMatchObject({ reached: undefined, levels: [], offRamps: [], exhausted: true });
});

test("a level that the budget does not cover is not called searched", () => {
  const { levels } = findOffRamps(courseOf(tanf, 4), { below: undefined, by: undefined, top: 100, courses: 10 });
  expect(levels.at(-1)!.whole).toBe(false);
  expect(levels.reduce((sum, { courses }) => sum + courses, 0)).toBeLessThan(10);
});
