// What stands around every report on many runs: that it is simulated, what was run, what was assumed, and what may be concluded.

import type { Scenario } from "../scenario/scenario.ts";
import { assumptionLines } from "./assumption-lines.ts";
import { paint, ruled, wrapped, type Layout } from "./layout.ts";

/** What a report on many runs is about. */
export interface StudyOf {
  readonly scenario: Scenario;
  /** As the user named it. */
  readonly source: string;
  readonly version: string;
  readonly model: string;
}

/** The lines above the numbers; `run` says what was run. */
export function* studyHead({ scenario, source, version, model }: StudyOf, run: string, layout: Layout): Generator<string> {
  for (const line of wrapped("SIMULATED. No record of what happened: every number follows from the assumptions below.", layout.width)) yield paint(line, "warning", layout);
  yield "";
  for (const line of wrapped(scenario.title, layout.width)) yield paint(line, "heading", layout);
  yield* wrapped(`${source}, ${run}; deconflict ${version}, model ${model}.`, layout.width);
}

/** The lines below the numbers: the assumptions with their grounds, and what may and may not be concluded. */
export function* studyFoot({ scenario }: StudyOf, conclusion: string, layout: Layout): Generator<string> {
  yield "";
  yield ruled("Assumptions", layout);
  yield* assumptionLines(scenario, layout.width);
  yield "";
  yield ruled("What may be concluded", layout);
  yield* wrapped(conclusion, layout.width);
  yield "";
  for (const line of wrapped("SIMULATED. What a line does here follows from these assumptions and is no finding.", layout.width)) yield paint(line, "warning", layout);
}

/** What the intervals of every report are, and are not. */
export const ABOUT_INTERVALS = "Intervals in brackets are Monte Carlo error at 95 %: they say how well these runs know the model's own number, and shrink with more runs. They say nothing of whether the assumptions are right.";
