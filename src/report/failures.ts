// What a run broke, as sentences: expectations that do not hold, invariants, limits.

import { INVARIANTS } from "../simulation/invariants.ts";
import type { RunReport } from "./run-text.ts";
import { verdictText } from "./verdicts.ts";
import { spaced } from "./words.ts";

/** A sentence for each thing that did not hold; none where everything did. */
export function renderFailures({ simulated: { model, entries, verdicts, violations, stop } }: RunReport): readonly string[] {
  return [
    ...(stop.kind === "ended" && stop.ending !== "ended" ? [`the run was stopped by a limit: ${spaced(stop.ending)}`] : []),
    ...verdicts.filter(({ holds }) => !holds).map((verdict) => `${verdict.expectation.id}: ${verdictText(model.scenario, entries, verdict)}`),
    ...violations.map(({ invariant, number }) => `invariant ${invariant} is broken at entry ${number} (${INVARIANTS[invariant]})`),
  ];
}
