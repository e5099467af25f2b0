// A whole run from start to end, with its trace, its verdicts and what it broke.
// Knows how recorders are put together; must not know how any of them is shown.
// Invariant: stepping through a run and running it at once give the same entries.

import { likeliest, seeded, type Answerer } from "../kernel/choices.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { advance, type Stop } from "./advance.ts";
import { watchInvariants, type Violation } from "./invariants.ts";
import { judgeOf, recordAll, type Verdict } from "./judge.ts";
import type { Model } from "./model.ts";
import { recordTrace, type Entry } from "./trace.ts";
import { initialWorld } from "./world.ts";

/** A run as far as it went. */
export interface Simulated {
  readonly model: Model;
  readonly entries: readonly Entry[];
  readonly stop: Stop;
  /** Judged over what has happened so far: final only where the run has ended. */
  readonly verdicts: readonly Verdict[];
  readonly violations: readonly Violation[];
}

/** Who answers what a scenario does not answer itself. */
export function ownAnswerer({ course, seed }: Scenario): Answerer {
  return course === "no-surprises" ? likeliest : seeded(seed);
}

/** Runs a scenario to its end, or through a minute of it. */
export function simulate(model: Model, answerer: Answerer = ownAnswerer(model.scenario), through?: number): Simulated {
  const trace = recordTrace(model);
  const judge = judgeOf(model);
  const watch = watchInvariants(model);
  const stop = advance(model, initialWorld(model), answerer, recordAll(trace, judge, watch), through === undefined ? {} : { through });
  return { model, entries: trace.entries(), stop, verdicts: judge.verdicts(), violations: watch.violations(stop.world) };
}

/** The same run, entry by entry: each step gives the entries it made. The last value is where it stopped. */
export function* simulateStepwise(model: Model, answerer: Answerer): Generator<readonly Entry[], Stop> {
  const trace = recordTrace(model);
  let world = initialWorld(model);
  while (true) {
    const before = trace.length();
    const stop = advance(model, world, answerer, trace, { steps: 1 });
    yield trace.entries().slice(before);
    if (stop.kind !== "paused") return stop;
    world = stop.world;
  }
}
