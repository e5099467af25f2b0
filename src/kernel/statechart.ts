// A statechart whose answers are remembered: each (state, percept) is asked once, a table keeps the answer.
// Knows configurations and percepts by number; must not know what percepts and acts mean, nor who gives the answers.
// Invariant: the table and XState agree on every reachable (state, percept); a test walks them all.
// Delays stay names here: whoever runs the chart gives them minutes.

import { answersOf } from "./ask-xstate.ts";
import { chartStates, timersOf, type ChartAct, type ChartDescription, type ChartTimer } from "./chart.ts";
import { configurationsOf, highestRung, leafPaths, valueAt } from "./configurations.ts";

/** What a step can ask for: an act, a decision to ask or drop, a timer to start or cancel. */
export const STEP_ACTS = ["act", "ask", "drop", "start", "cancel"] as const;

/** One thing that a step asks for, by its number within the chart. */
export interface StepAct { readonly kind: (typeof STEP_ACTS)[number]; readonly number: number; }

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

/** The configuration that an answer leads to. */
export function nextOf(answer: number): number {
  return answer & 0xFFFF;
}

/** The place in `lists` of what an answer asks for. */
export function placeOf(answer: number): number {
  return answer >>> 16;
}

/** The kind of what a code in `lists` asks for, as STEP_ACTS numbers them. */
export function kindOf(code: number): number {
  return code & 7;
}

/** Its number within the chart. */
export function numberOf(code: number): number {
  return code >> 3;
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

/** What fits into the half of a number that is an answer's. */
const LARGEST = 0x7FFF;

// Lists of acts as numbers, one behind the other; lists that are alike are kept once. Place 0 is the empty list.
function listsOfActs() {
  const lists: number[] = [0];
  const places = new Map([["", 0]]);
  return {
    lists,
    placeFor: (acts: readonly StepAct[]): number => {
      const codes = acts.map(({ kind, number }) => STEP_ACTS.indexOf(kind) | (number << 3));
      const known = places.get(codes.join(" "));
      if (known !== undefined) return known;
      const place = lists.length;
      if (place > LARGEST) throw new Error("a chart asks for too many different things");
      lists.push(codes.length, ...codes);
      places.set(codes.join(" "), place);
      return place;
    },
    listAt: (place: number): readonly StepAct[] =>
      lists.slice(place + 1, place + 1 + lists[place]!).map((code) => ({ kind: STEP_ACTS[kindOf(code)]!, number: numberOf(code) })),
  };
}

function stepFrom(before: number, { next, acts }: Answer): Step {
  return { next, moved: next !== before, acts };
}
