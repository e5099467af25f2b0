// A statechart whose answers are remembered: each (state, percept) is asked once, a table keeps the answer.
// Knows configurations and percepts by number; must not know what percepts and acts mean, nor who gives the answers.
// Invariant: the table and XState agree on every reachable (state, percept); a test walks them all.
// Delays stay names here: whoever runs the chart gives them minutes.

import { answersOf } from "./ask-xstate.ts";
import { chartStates, timersOf, type ChartAct, type ChartDescription, type ChartTimer } from "./chart.ts";
import { configurationsOf, highestRung, leafPaths, valueAt } from "./configurations.ts";

/** One thing that a step asks for: an act, a decision to ask or drop, a timer to start or cancel, by its number within the chart. */
export interface StepAct { readonly kind: "act" | "ask" | "drop" | "start" | "cancel"; readonly number: number; }

/** Where a percept leads and what it asks for, in order; `moved` when the configuration changed. */
export interface Step { readonly next: number; readonly acts: readonly StepAct[]; readonly moved: boolean; }

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

/** A chart ready to be stepped. */
export interface RememberedChart extends ChartNumbers {
  readonly acts: readonly ChartAct[];
  readonly timerPercept: (timer: number) => number;
  /** What is remembered so far, by state * width + percept; `step` fills it. For who steps often. */
  readonly table: readonly (Step | undefined)[];
  readonly width: number;
  /** How many configurations the chart's shape allows. */
  readonly configurations: number;
  readonly initial: Step;
  readonly step: (state: number, percept: number) => Step;
  /** What is said past the table; for the test that holds table and XState together. */
  readonly ask: (state: number, percept: number) => Step;
  readonly rung: (state: number) => number;
  /** Dotted paths of the innermost active states, in the chart's order. */
  readonly leaves: (state: number) => readonly string[];
}

/** Makes a chart ready; the chart must obey the law of charts. `alphabet` names every percept from outside. */
export function rememberChart(description: ChartDescription, alphabet: readonly string[]): RememberedChart {
  const timers = timersOf(description);
  const percepts = [...alphabet, ...timers.map((timer) => timer.event)];
  const decisions: ChartDecision[] = [];
  for (const { state } of chartStates(description)) {
    const open = state.meta?.decision;
    if (!open) continue;
    decisions.push({ name: open.name, options: open.options, percepts: open.options.map((_, i) => percepts.length + i) });
    percepts.push(...open.options.map((option) => `decided.${open.name}.${option}`));
  }
  const answers = answersOf({ description, percepts, timers, decisions });
  const configurations = configurationsOf(description);
  const width = percepts.length;
  // Made at its full length, since an array that grows by far indices is a slow dictionary, and filled, since V8 is slow at gaps.
  const table = new Array<Step | undefined>(configurations * width).fill(undefined);
  const rungs = new Int8Array(configurations).fill(-2);
  const leaves: (readonly string[] | undefined)[] = [];
  const ask = (state: number, percept: number): Step => stepFrom(state, answers.step(state, percept));
  // No accessors: each would give its chart a hidden class of its own, and whoever steps many charts would be slow.
  return {
    description, percepts, timers, decisions, configurations, ask, table, width,
    acts: answers.acts,
    initial: stepFrom(-1, answers.initial()),
    timerPercept: (timer) => alphabet.length + timer,
    step: (state, percept) => (table[state * width + percept] ??= ask(state, percept)),
    leaves: (state) => (leaves[state] ??= leafPaths(description, valueAt(description, state), "")),
    rung: (state) => {
      if (rungs[state] === -2) rungs[state] = highestRung(description, valueAt(description, state));
      return rungs[state]!;
    },
  };
}

function stepFrom(before: number, { next, acts }: Answer): Step {
  return { next, moved: next !== before, acts };
}
