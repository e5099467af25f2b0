// How often something rare happens, by splitting: runs that climb the ladder are gone on with from there, under new seeds.
// Knows runs, the rungs they have come to and a target; must not know threads, nor what is rare.
// Invariant: the estimate of a repetition is unbiased whatever the rungs are, and depends on its task alone; rungs only make it sharper.
// Method: splitting with a fixed effort a level (Garvels 2000; Glasserman, Heidelberger, Shahabuddin and Zajic 1999), the highest rung
// so far as the level. Each level begins as many runs from the worlds in which it was first reached; its share is a factor.

import { seeded, type Answerer } from "../kernel/choices.ts";
import { keyedUniform, nameOf, type Name } from "../kernel/random.ts";
import { withAssumptions } from "../scenario/substitute.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { advance } from "../simulation/advance.ts";
import { ENTRY } from "../simulation/codes.ts";
import { compileModel, openingPeak, type Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { copyWorld, initialWorld, type World } from "../simulation/world.ts";
import { RUNGS } from "../terms/rungs.ts";
import { foldFor, REACHED, type Target, type TargetFold } from "./target.ts";

/** What all repetitions share. */
export interface SplittingShared { readonly scenario: Scenario; readonly target: Target; readonly seed: number; }

/** One repetition: with these numbers for assumptions, so many runs begun on each level; or, without splitting, so many whole runs. Plain data. */
export interface SplittingTask {
  readonly repetition: number;
  readonly values: readonly (readonly [key: string, number: number])[];
  readonly runs: number;
  readonly plain: boolean;
}

/** What a repetition comes to: of the runs begun on each level, how many came to the next one. The product of the shares is its estimate. */
export interface SplittingAnswer { readonly repetition: number; readonly reached: readonly number[]; readonly runs: number; }

/** The work of an estimate. */
export const splittingRepetition = {
  name: "splitting repetition",
  begin: ({ scenario, target, seed }: SplittingShared): ((task: SplittingTask) => SplittingAnswer) => {
    let prepared: { readonly values: string; readonly model: Model } | undefined;
    return ({ repetition, values, runs, plain }) => {
      const key = JSON.stringify(values);
      if (prepared?.values !== key) prepared = { values: key, model: compileModel(withAssumptions(scenario, values)) };
      return { repetition, runs, reached: repeat(prepared.model, target, nameOf(`rare ${seed} ${repetition} ${plain ? "whole" : "split"}`), runs, plain ? [] : levelsOf(prepared.model, target)) };
    };
  },
};

/** The rungs that a run may climb on its way to the target, lowest first; the target comes after the last. */
export function levelsOf(model: Model, target: Target): readonly number[] {
  const first = openingPeak(model);
  const last = target.kind === "rung" ? target.rung - 1 : RUNGS.length - 1;
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + 1 + i);
}

/** The estimate of a repetition. */
export function estimateOf({ reached, runs }: SplittingAnswer): number {
  return reached.reduce((product, count) => (product * count) / runs, 1);
}

// Where a run stands: its world, what its target's fold keeps, the highest rung of any crisis pair so far.
interface Place { readonly world: World; readonly state: number; readonly rung: number; }

function repeat(model: Model, target: Target, name: Name, runs: number, levels: readonly number[]): readonly number[] {
  const climb = climber(model, foldFor(model, target));
  const reached: number[] = [];
  let places: readonly Place[] = [climb.start];
  for (const [stage, level] of [...levels, Number.POSITIVE_INFINITY].entries()) {
    const above: Place[] = [];
    for (let i = 0; i < runs && places.length > 0; i++) {
      const place = climb.to(places[placeOf(name, stage, i, places.length, runs)]!, level, seeded(seedOf(name, stage, i)));
      if (place !== undefined) above.push(place);
    }
    reached.push(above.length);
    places = above;
  }
  return reached;
}

// Each place is gone on from equally often; the runs that are left over begin at places drawn.
function placeOf(name: Name, stage: number, i: number, places: number, runs: number): number {
  return i < runs - (runs % places) ? i % places : Math.floor(keyedUniform(name, stage, i, 1) * places);
}

// A seed for a fork: a whole number of 53 bits.
function seedOf(name: Name, stage: number, i: number): number {
  return Math.floor(keyedUniform(name, stage, i, 0) * Number.MAX_SAFE_INTEGER);
}

function climber(model: Model, fold: TargetFold): { readonly start: Place; readonly to: (from: Place, level: number, answerer: Answerer) => Place | undefined } {
  const now = { state: fold.start, rung: 0 };
  const recorder: Recorder = {
    record: (at, kind, who, whom, _root, _cause, a, b, c, d) => {
      if (now.state >= 0) now.state = fold.next(now.state, at, kind, who, whom, a, b, c, d);
      if (kind === ENTRY["stance"] && model.stances[a]!.pair !== -1) now.rung = Math.max(now.rung, model.stances[a]!.chart.rung(c));
    },
  };
  return {
    start: { world: initialWorld(model), state: fold.start, rung: openingPeak(model) },
    to: (from, level, answerer) => {
      const world = copyWorld(from.world);
      now.state = from.state;
      now.rung = from.rung;
      // Event by event, since a run is gone on with from the moment at which it reached the level.
      while (!world.ended && now.state >= 0 && now.rung < level) advance(model, world, answerer, recorder, { steps: 1 });
      return now.state === REACHED || (now.state >= 0 && now.rung >= level) ? { world, ...now } : undefined;
    },
  };
}
