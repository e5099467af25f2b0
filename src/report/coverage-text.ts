// What many runs used of the charts, as text: every state with how often it was entered, what never came first.

import type { ChartCoverage } from "../study/coverage.ts";
import { paint, ruled, wrapped, type Layout } from "./layout.ts";
import { studyHead, type StudyOf } from "./study-frame.ts";
import { counted } from "./words.ts";

/** A percept by its name and the sentence that explains it. */
export interface PerceptWords { readonly name: string; readonly sentence: string; }

/** The lines of the report. */
export function* renderCoverage(of: StudyOf, runs: number, charts: readonly ChartCoverage[], perceptOf: (percept: number) => PerceptWords, layout: Layout): Generator<string> {
  yield* studyHead(of, `seeds 1 to ${runs}`, layout);
  for (const { chart, states, percepts } of charts) {
    yield "";
    yield ruled(`${chart}: ${used(states)} of ${counted(states.size, "state")}, ${used(percepts)} of ${counted(percepts.size, "percept")} that it listens to`, layout);
    for (const [path, count] of states) if (count === 0) yield paint(`  never entered  ${path}`, "warning", layout);
    for (const [percept, count] of percepts) {
      if (count > 0) continue;
      const { name, sentence } = perceptOf(percept);
      for (const line of wrapped(`  never came     ${name}: ${sentence}`, layout.width, "                 ")) yield paint(line, "warning", layout);
    }
    for (const [path, count] of states) if (count > 0) yield `  ${perRun(count, runs)}  ${path}`;
  }
  yield "";
  yield* wrapped("Entries are counted on average a run, over all stances that follow the chart, the first state of each among them. What never came in these runs is no dead branch by itself: it may be rare, or another scenario's; `check --doctrines` says what nothing leads to.", layout.width);
}

function used(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].filter((count) => count > 0).length;
}

// What is rarer than it could be shown is not shown as never.
function perRun(count: number, runs: number): string {
  const mean = count / runs;
  return (mean < 0.001 ? "< 0.001" : mean.toFixed(3)).padStart(9);
}
