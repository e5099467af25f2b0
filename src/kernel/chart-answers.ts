// What a chart is asked and what it answers, in numbers; and who gives the answers.
// Knows percepts, acts, timers and decisions by number; must not know how answers are come by, nor how they are kept.
// Invariant: an answer follows from the configuration and the percept alone.

import type { ChartAct, ChartDescription, ChartTimer } from "./chart.ts";

/** What a step can ask for: an act, a decision to ask or drop, a timer to start or cancel. */
export const STEP_ACTS = ["act", "ask", "drop", "start", "cancel"] as const;

/** One thing that a step asks for, by its number within the chart. */
export interface StepAct { readonly kind: (typeof STEP_ACTS)[number]; readonly number: number; }

/** A decision of a chart: its name, its options in order, and the percept number of each. */
export interface ChartDecision { readonly name: string; readonly options: readonly string[]; readonly percepts: readonly number[]; }

/** What numbers in a chart stand for. Percept numbers: the given alphabet first, then timers, then decided options. */
export interface ChartNumbers {
  readonly description: ChartDescription;
  readonly percepts: readonly string[];
  readonly timers: readonly ChartTimer[];
  readonly decisions: readonly ChartDecision[];
}

/** Where a percept leads and what it asks for, as whoever decides it says. */
export interface Answer { readonly next: number; readonly acts: readonly StepAct[]; }

/** Who decides what a chart does, and the acts by number: XState, or a table of what it said when the program was built. */
export interface Answers {
  readonly acts: readonly ChartAct[];
  readonly initial: () => Answer;
  readonly step: (state: number, percept: number) => Answer;
}
