import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { outcomeOf } from "../../src/report/outcome.ts";
import { advance } from "../../src/simulation/advance.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import type { Recorder } from "../../src/simulation/run.ts";
import { recordAll } from "../../src/simulation/judge.ts";
import { recordTrace } from "../../src/simulation/trace.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { measure } from "../../src/study/measures.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";
import { counted } from "./counted.ts";
import { named } from "./named.ts";

/** A run with what was measured as it went, everything that was recorded, and its trace. */
function measured(model: Model, seed: number) {
  const recorder = measure(model);
  const trace = recordTrace(model);
  const kept: Parameters<Recorder["record"]>[] = [];
  advance(model, initialWorld(model), seeded(seed), recordAll(recorder, trace, { record: (...entry) => { kept.push(entry); } }));
  return { measures: named(model, recorder.values), kept, entries: trace.entries() };
}

describe("measures", () => {
  test("foldedAsItRunsTheyEqualThoseFoldedOverTheTrace", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const { measures, kept } = measured(model, drawn.seed);
      const afterwards = measure(model);
      for (const entry of kept) afterwards.record(...entry);
      expect(named(model, afterwards.values)).toEqual(measures);
    }), { numRuns: 40 });
  });

  test("theyEqualWhatTheTraceSaysByTheirDefinitions", () => {
    const check = (model: Model, seed: number): void => {
      const { measures, entries } = measured(model, seed);
      expect(measures).toEqual(counted(model, entries));
    };
    fc.assert(fc.property(crises, (drawn) => { check(modelOf(drawn), drawn.seed); }), { numRuns: 60 });
    for (const name of ["at-tanf-2017", "dgmo-hotline"]) for (const seed of [1, 2, 3, 4, 5]) check(compileModel(loadShipped(name)), seed);
  });

  test("theyAgreeWithWhatTheReportSays", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const { measures, entries } = measured(model, drawn.seed);
      const outcome = outcomeOf(model, entries);
      expect(model.scenario.crisis.map((pair) => measures[`peak-of/${pair.join("-")}`])).toEqual(outcome.peaks.map(({ rung }) => rung));
      expect([measures["calls-untaken"], measures["requests-followed"], measures["requests-not-followed"]]).toEqual([outcome.calls.untaken, outcome.requests.complied, outcome.requests.ignored]);
      expect([measures["graver"], measures["milder"]]).toEqual([outcome.readings.graver, outcome.readings.milder]);
    }), { numRuns: 30 });
  });
});
