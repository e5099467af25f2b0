// What a chart answers written down whole, so that a program can carry the answers instead of whoever gave them.
// Knows steps by number; must not know who answered, nor what percepts and acts mean.
// Invariant: what is unpacked gives the answers that were packed, for every configuration and percept.

import { chartStates, timersIn, type ChartAct } from "./chart.ts";
import type { Answer, Answers, StepAct } from "./chart-answers.ts";
import type { RememberedChart } from "./statechart.ts";

/** The answers of one chart as plain data. What is not written changes nothing and asks for nothing. */
export interface PackedAnswers {
  /** The acts of the chart, by number. */
  readonly named: readonly ChartAct[];
  /** Every list of acts that some step asks for. */
  readonly acts: readonly (readonly StepAct[])[];
  /** Where the chart begins, and the number of what that asks for. */
  readonly initial: readonly [number, number];
  /** Every step there is: percept, how far it leads from where one is, the number of what it asks for. Regions repeat each other's. */
  readonly steps: readonly (readonly [number, number, number])[];
  /** For each configuration the numbers of its steps. */
  readonly rows: readonly (readonly number[])[];
}

/** Asks a chart what it does in every configuration on everything it handles there, and writes it down. */
export function packAnswers(chart: RememberedChart): PackedAnswers {
  const acts = numbering<readonly StepAct[]>();
  const steps = numbering<readonly [number, number, number]>();
  const handled = handledIn(chart);
  const rowOf = (configuration: number): readonly number[] => handled(configuration).flatMap((percept) => {
    const step = chart.step(configuration, percept);
    return step.moved || step.acts.length > 0 ? [steps.numberOf([percept, step.next - configuration, acts.numberOf(step.acts)])] : [];
  });
  const initial = [chart.initial.next, acts.numberOf(chart.initial.acts)] as const;
  const rows = Array.from({ length: chart.configurations }, (_, configuration) => rowOf(configuration));
  return { named: chart.acts, initial, rows, steps: steps.all(), acts: acts.all() };
}

// Numbers values in the order in which they come up; what is written alike has one number.
function numbering<T>(): { readonly numberOf: (value: T) => number; readonly all: () => readonly T[] } {
  const numbers = new Map<string, number>();
  return {
    numberOf: (value) => {
      const text = JSON.stringify(value);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    all: () => [...numbers.keys()].map((text) => JSON.parse(text) as T),
  };
}

/** The percepts that an active state, or one around it, says anything about; all others change nothing. */
export function handledIn({ description, percepts, leaves }: RememberedChart): (configuration: number) => readonly number[] {
  const numbers = new Map(percepts.map((percept, number) => [percept, number]));
  const handlers = chartStates(description).map(({ path, state }) => ({
    within: path === "" ? "" : `${path}.`,
    percepts: [...Object.keys(state.on ?? {}), ...timersIn(description, path, state).map(({ event }) => event)].map((percept) => numbers.get(percept)!),
  }));
  return (configuration) => {
    const active = leaves(configuration).map((path) => `${path}.`);
    return [...new Set(handlers.filter(({ within }) => active.some((path) => path.startsWith(within))).flatMap((state) => state.percepts))];
  };
}

/** The answers that were written down. */
export function unpackAnswers({ named, acts, initial, steps, rows }: PackedAnswers): Answers {
  return {
    acts: named,
    initial: () => ({ next: initial[0], acts: acts[initial[1]]! }),
    step: (state, percept): Answer => {
      const found = rows[state]!.find((step) => steps[step]![0] === percept);
      if (found !== undefined) return { next: state + steps[found]![1], acts: acts[steps[found]![2]]! };
      return { next: state, acts: [] };
    },
  };
}
