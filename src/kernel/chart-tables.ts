// What a chart answers written down whole, so that a program can carry the answers instead of whoever gave them.
// Knows steps by number; must not know who answered, nor what percepts and acts mean.
// Invariant: what is unpacked gives the answers that were packed, for every configuration and percept.

import { chartStates, timersIn } from "./chart.ts";
import type { Answer, Answers, RememberedChart, StepAct } from "./statechart.ts";

/** The answers of one chart as plain data. What is not written changes nothing and asks for nothing. */
export interface PackedAnswers {
  /** Every list of acts that some step asks for. */
  readonly acts: readonly (readonly StepAct[])[];
  /** Where the chart begins, and the number of what that asks for. */
  readonly initial: readonly [number, number];
  /** For each configuration a row of threes: percept, where it leads, the number of what it asks for. */
  readonly rows: readonly (readonly number[])[];
}

/** Asks a chart what it does in every configuration on everything it handles there, and writes it down. */
export function packAnswers(chart: RememberedChart): PackedAnswers {
  const numbers = new Map<string, number>();
  const numberOf = (acts: readonly StepAct[]): number => {
    const text = JSON.stringify(acts);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const handled = handledIn(chart);
  const rowOf = (configuration: number): readonly number[] => handled(configuration).flatMap((percept) => {
    const { next, moved, acts } = chart.step(configuration, percept);
    return moved || acts.length > 0 ? [percept, next, numberOf(acts)] : [];
  });
  const initial = [chart.initial.next, numberOf(chart.initial.acts)] as const;
  const rows = Array.from({ length: chart.configurations }, (_, configuration) => rowOf(configuration));
  return { initial, rows, acts: [...numbers.keys()].map((text) => JSON.parse(text) as readonly StepAct[]) };
}

// The percepts that an active state, or one around it, says anything about; all others change nothing.
function handledIn({ description, percepts, leaves }: RememberedChart): (configuration: number) => readonly number[] {
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
export function unpackAnswers({ acts, initial, rows }: PackedAnswers): Answers {
  return {
    initial: () => ({ next: initial[0], acts: acts[initial[1]]! }),
    step: (state, percept): Answer => {
      const row = rows[state]!;
      for (let i = 0; i < row.length; i += 3) if (row[i] === percept) return { next: row[i + 1]!, acts: acts[row[i + 2]!]! };
      return { next: state, acts: [] };
    },
  };
}
