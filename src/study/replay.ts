// A model replayed under one seed after another, of which only measures and verdicts are kept.
// Knows the loop, the judge and the measures; must not know how many runs there are, or who wants them.
// Invariant: the loop is the one that the terminal shows; a replay differs from a run with a trace in what is written down alone.

import { seeded } from "../kernel/choices.ts";
import { advance } from "../simulation/advance.ts";
import { judgeOf, recordAll } from "../simulation/judge.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { copyWorld, initialWorld } from "../simulation/world.ts";
import { MEASURES, RATIOS, type Column, type MeasureName } from "./measure-table.ts";
import { measure } from "./measures.ts";
import type { RatioColumns } from "./summary.ts";

/** What is kept of a replay; written over by the next. */
export interface Replayed {
  /** A number for each measure column. */
  readonly values: Int32Array;
  /** For each expectation that one run can be judged by, in the scenario's order. */
  readonly held: readonly boolean[];
  /** Whether a limit ended it. */
  readonly limited: boolean;
}

/** Replays a model under a seed; whatever else is to record sees every entry too. */
export function replayer(model: Model, ...also: readonly Recorder[]): (seed: number) => Replayed {
  const start = initialWorld(model);
  const [measures, judge] = [measure(model), judgeOf(model)];
  const recorder = recordAll(measures, judge, ...also);
  return (seed) => {
    measures.begin();
    judge.begin();
    const stop = advance(model, copyWorld(start), seeded(seed), recorder);
    return { values: measures.values, held: judge.verdicts().map(({ holds }) => holds), limited: stop.kind === "ended" && stop.ending !== "ended" };
  };
}

/** The names of the expectations that one run can be judged by, in the order of `held`. */
export function judgedIn({ scenario: { expect } }: Model): readonly string[] {
  return expect.filter(({ kind }) => kind !== "share").map(({ id }) => id);
}

/** Which columns each ratio divides, in the order of the table. */
export function ratioColumns(columns: readonly Column[]): readonly RatioColumns[] {
  const place = (name: MeasureName): number => columns.findIndex((column) => column.measure === name);
  return Object.values(RATIOS).map(({ part, whole }) => ({ part: place(part), whole: whole.map(place) }));
}

/** Whether -1 in this column says that something never came. */
export function canBeNever({ measure: name }: Column): boolean {
  const { unit } = MEASURES[name];
  return unit === "moment" || unit === "span";
}
