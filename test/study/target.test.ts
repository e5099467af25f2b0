import { expect, test } from "vitest";
import * as fc from "fast-check";
import { seeded } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import { judgeOf, recordAll } from "../../src/simulation/judge.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { foldFor, REACHED, type Target } from "../../src/study/target.ts";
import { outcomeOf } from "../../src/report/outcome.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";
import { pick } from "../simulation/small-crises.ts";

/** Whether a run under a seed comes to a target, and what its judge says. */
function held(model: ReturnType<typeof modelOf>, target: Target, seed: number) {
  const fold = foldFor(model, target);
  let state = fold.start;
  const judge = judgeOf(model);
  advance(model, initialWorld(model), seeded(seed), recordAll(judge, {
    record: (at, kind, who, whom, _root, _cause, a, b, c, d) => { if (state >= 0) state = fold.next(state, at, kind, who, whom, a, b, c, d); },
  }));
  return { reached: state === REACHED, verdicts: judge.verdicts() };
}

test("aTargetThatIsExpectedAgreesWithTheJudge", () => {
  fc.assert(fc.property(crises, (drawn) => {
    const model = modelOf(drawn);
    for (const expectation of model.scenario.expect) {
      if (expectation.kind === "share") continue;
      const { reached, verdicts } = held(model, { kind: "expectation", id: expectation.id }, drawn.seed);
      const { holds } = verdicts.find((verdict) => verdict.expectation.id === expectation.id)!;
      const isRuledOut = expectation.kind === "quiet" || (expectation.kind === "event" && expectation.atMost !== undefined);
      if (expectation.kind === "event" && isRuledOut && expectation.atLeast > 0) continue; // too few is no more than too many
      expect([expectation.id, reached]).toEqual([expectation.id, isRuledOut ? !holds : holds]);
    }
  }), { numRuns: 150 });
});

test("aRungIsReachedWhereThePeakIsAtOrAboveIt", () => {
  fc.assert(fc.property(crises, fc.integer({ min: 0, max: 8 }), (drawn, rung) => {
    const model = modelOf(drawn);
    const peak = Math.max(...outcomeOf(model, simulate(model, seeded(drawn.seed)).entries).peaks.map(({ rung: of }) => of));
    expect(held(model, { kind: "rung", rung }, drawn.seed).reached).toBe(peak >= rung);
  }), { numRuns: 100 });
});

test("anActIsReachedWhereSomebodyDoesIt", () => {
  fc.assert(fc.property(crises, fc.constantFrom("approach", "strike", "leaflet", "drone-attack"), (drawn, act) => {
    const model = modelOf(drawn);
    const done = pick(simulate(model, seeded(drawn.seed)).entries, "act", { act });
    expect(held(model, { kind: "act", act, by: undefined }, drawn.seed).reached).toBe(done.length > 0);
    for (const by of model.scenario.crisis[0]!) expect(held(model, { kind: "act", act, by }, drawn.seed).reached).toBe(done.some(({ who }) => who === by));
  }), { numRuns: 60 });
});
