// A statechart whose answers are remembered: each (state, percept) is asked once, a table keeps the answer.
// Knows configurations and percepts by number; must not know what percepts and acts mean, nor who gives the answers.
// Invariant: the table and XState agree on every reachable (state, percept); a test walks them all.
// Delays stay names here: whoever runs the chart gives them minutes.

import { answersOf } from "./ask-xstate.ts";
import type { Answer, ChartDecision, ChartNumbers, StepAct } from "./chart-answers.ts";
import { LARGEST, listsOfActs, nextOf, placeOf } from "./chart-lists.ts";
import { chartStates, timersOf, type ChartAct, type ChartDescription } from "./chart.ts";
import { configurationsOf, highestRung, leafPaths, valueAt } from "./configurations.ts";

/** Where a percept leads and what it asks for, in order; `moved` when the configuration changed. */
export interface Step { readonly next: number; readonly acts: readonly StepAct[]; readonly moved: boolean; }

/** A chart ready to be stepped. */
export interface RememberedChart extends ChartNumbers {
  readonly acts: readonly ChartAct[];
  readonly timerPercept: (timer: number) => number;
  /** What is remembered so far, by state * width + percept: NOT_ASKED, or the next state with the place of what is asked for. For who steps often. */
  readonly answers: Int32Array;
  readonly width: number;
  /** Lists of what steps ask for: at its place each has its length, and then as many codes. Filled on use. */
  readonly lists: readonly number[];
  /** Asks, and fills in `answers`. */
  readonly remember: (state: number, percept: number) => number;
  /** How many configurations the chart's shape allows. */
  readonly configurations: number;
  readonly initial: Step;
  readonly step: (state: number, percept: number) => Step;
  /** What is said past the table; for the test that holds table and XState together. */
  readonly ask: (state: number, percept: number) => Step;
  readonly rung: (state: number) => number;
  /** The rungs remembered so far; NO_RUNG_YET where nobody has asked. For who asks often. */
  readonly rungs: Int8Array;
  /** Dotted paths of the innermost active states, in the chart's order. */
  readonly leaves: (state: number) => readonly string[];
}

/** What stands in `answers` where nothing was asked yet. */
export const NOT_ASKED = -1;

/** What stands in `rungs` where nobody has asked yet. */
const NO_RUNG_YET = -2;

/** The rung of a configuration; -1 where no tag says one. */
export function rungAt({ rungs, rung }: RememberedChart, state: number): number {
  const known = rungs[state]!;
  return known === NO_RUNG_YET ? rung(state) : known;
}

/** What a chart answers to a percept, in one number for nextOf and placeOf. */
export function answerAt({ answers, width, remember }: RememberedChart, state: number, percept: number): number {
  const known = answers[state * width + percept]!;
  return known === NOT_ASKED ? remember(state, percept) : known;
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
  if (configurations > LARGEST) throw new Error(`${description.id} has too many configurations`);
  const remembered = new Int32Array(configurations * width).fill(NOT_ASKED);
  const { lists, placeFor, listAt } = listsOfActs();
  const rungs = new Int8Array(configurations).fill(NO_RUNG_YET);
  const leaves: (readonly string[] | undefined)[] = [];
  // No accessors: each would give its chart a hidden class of its own, and whoever steps many charts would be slow.
  const chart: RememberedChart = {
    description, percepts, timers, decisions, configurations, width, lists, rungs,
    answers: remembered,
    acts: answers.acts,
    initial: stepFrom(-1, answers.initial()),
    timerPercept: (timer) => alphabet.length + timer,
    ask: (state, percept) => stepFrom(state, answers.step(state, percept)),
    remember: (state, percept) => {
      const { next, acts } = answers.step(state, percept);
      return remembered[state * width + percept] = next | (placeFor(acts) << 16);
    },
    step: (state, percept) => {
      const answer = answerAt(chart, state, percept);
      return { next: nextOf(answer), moved: nextOf(answer) !== state, acts: listAt(placeOf(answer)) };
    },
    leaves: (state) => (leaves[state] ??= leafPaths(description, valueAt(description, state), "")),
    rung: (state) => {
      if (rungs[state] === NO_RUNG_YET) rungs[state] = highestRung(description, valueAt(description, state));
      return rungs[state]!;
    },
  };
  return chart;
}

function stepFrom(before: number, { next, acts }: Answer): Step {
  return { next, moved: next !== before, acts };
}
