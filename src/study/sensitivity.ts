// What an outcome depends on: runs at the points of a Saltelli sample over the ranges of assumptions, with the seed as one more factor.
// Knows ranges, points and one outcome; must not know threads, nor how an index is told.
// Invariant: a point is run under as many consecutive seeds as any other, from a place that its seed factor gives; the spread
// among these seeds is chance alone, and is taken apart from the spread among points.
// Sources as for sobol.ts; a seed as a factor of its own after Iooss and Ribatet 2009.

import { withAssumptions } from "../scenario/substitute.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel } from "../simulation/model.ts";
import { within } from "./designs.ts";
import { replayer } from "./replay.ts";
import type { RowKeeper } from "./run-rows.ts";
import type { SaltelliSample } from "./sobol.ts";

/** One assumption that is varied; `whole` where only whole numbers make sense. */
export interface Factor { readonly key: string; readonly range: readonly [number, number]; readonly whole: boolean; }

/** What is asked of each run: whether an expectation holds (by its place), or the number in a column; what never came counts as the end of the run. */
export interface Asked { readonly of: "expectation" | "measure"; readonly place: number; readonly mayBeNever: boolean; }

/** What all points share. */
export interface PointsShared { readonly scenario: Scenario; readonly factors: readonly Factor[]; readonly asked: Asked; readonly seeds: number; }

/** Points in the unit cube, the seed's coordinate last; the first of them is the sample's `from`-th, from 0 on. */
export interface PointsTask { readonly from: number; readonly points: readonly Float64Array[]; }

/** Of each point, over its seeds, the sum of the outcome and of its square. */
export interface PointsAnswer { readonly sums: Float64Array; readonly squares: Float64Array; }

/** Seeds are taken from below this; a run's own seed is any whole number. */
const SEEDS = 1_000_000_000;

/** The work of a sensitivity study. */
export const pointsBlock = {
  name: "points block",
  begin: ({ scenario, factors, asked, seeds }: PointsShared, [keep]: readonly RowKeeper[] = []): ((task: PointsTask) => PointsAnswer) => ({ points }) => {
    const sums = new Float64Array(points.length);
    const squares = new Float64Array(points.length);
    for (const [i, point] of points.entries()) {
      const replay = (keep?.replayer ?? replayer)(compileModel(withAssumptions(scenario, valuesAt(factors, point))));
      const from = firstSeed(point);
      for (let seed = from; seed < from + seeds; seed++) {
        const outcome = outcomeOf(replay(seed), asked, scenario);
        sums[i]! += outcome;
        squares[i]! += outcome * outcome;
      }
    }
    return { sums, squares };
  },
};

/** What the assumptions are at a point. */
export function valuesAt(factors: readonly Factor[], point: Float64Array): readonly (readonly [key: string, number: number])[] {
  return factors.map((factor, column) => [factor.key, valueAt(factor, point[column]!)]);
}

/** The first of the consecutive seeds of a point. */
export function firstSeed(point: Float64Array): number {
  return 1 + Math.floor(point.at(-1)! * SEEDS);
}

/** The value of a factor at a place of the unit interval. */
export function valueAt({ range, whole }: Factor, unit: number): number {
  return whole ? Math.floor(within([range[0], range[1] + 1], unit)) : within(range, unit);
}

function outcomeOf({ values, held }: ReturnType<ReturnType<typeof replayer>>, { of, place, mayBeNever }: Asked, { minutes }: Scenario): number {
  if (of === "expectation") return held[place]! ? 1 : 0;
  const value = values[place]!;
  return mayBeNever && value === -1 ? minutes : value;
}

/** The variance of one run's outcome, taken apart. */
export interface Parts {
  readonly mean: number;
  /** Of the outcome's mean over seeds, from one point to the next. */
  readonly assumptions: number;
  /** Of the outcome from one seed to the next, at the same point. */
  readonly chance: number;
}

/** Takes the variance apart: within points it is chance; between them, chance shared out over the seeds of a point and the assumptions. */
export function partsOf({ base }: SaltelliSample, sums: Float64Array, squares: Float64Array, seeds: number): Parts {
  const points = 2 * base; // the mixed points depend on these
  let [sum, squareOfMeans, inside] = [0, 0, 0];
  for (let i = 0; i < points; i++) {
    const mean = sums[i]! / seeds;
    sum += mean;
    squareOfMeans += mean * mean;
    inside += squares[i]! - sums[i]! * mean;
  }
  const mean = sum / points;
  const between = (squareOfMeans - sum * mean) / (points - 1);
  const chance = inside / points / (seeds - 1);
  return { mean, chance, assumptions: Math.max(0, between - chance / seeds) };
}

/** Points in the tasks of a study, so many at a time. */
export function* pointTasks({ points }: SaltelliSample, size: number): Generator<PointsTask> {
  for (let i = 0; i < points.length; i += size) yield { from: i, points: points.slice(i, i + size) };
}
