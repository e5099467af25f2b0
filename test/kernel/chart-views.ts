// Views of a remembered chart for tests: what can be reached in it, and what it asks for in words.

import { actText, chartStates, transitionsOf, type ActDescription, type ChartDescription, type StateDescription } from "../../src/kernel/chart.ts";
import type { StepAct } from "../../src/kernel/chart-answers.ts";
import type { RememberedChart, Step } from "../../src/kernel/statechart.ts";

/** Every state number that percepts, timers and decisions can lead to, in the order of finding; percepts not `allowed` never come. */
export function reachableStates(chart: RememberedChart, allowed: (percept: string) => boolean = () => true): readonly number[] {
  const found = new Set([chart.initial.next]);
  // A set is walked in order of insertion, so what is found on the way is walked too.
  for (const state of found) {
    for (const percept of handledIn(chart, state)) if (allowed(chart.percepts[percept]!)) found.add(chart.step(state, percept).next);
  }
  return [...found];
}

/** Those of these states from which percepts, timers and decisions lead to none that is `wanted`. */
export function statesWithoutWayTo(chart: RememberedChart, states: readonly number[], wanted: (state: number) => boolean): readonly number[] {
  const lead = new Set(states.filter(wanted));
  for (let before = -1; before !== lead.size;) {
    before = lead.size;
    for (const state of states) if (!lead.has(state) && handledIn(chart, state).some((percept) => lead.has(chart.step(state, percept).next))) lead.add(state);
  }
  return states.filter((state) => !lead.has(state));
}

const HANDLED = new WeakMap<ChartDescription, ReadonlyMap<string, readonly number[]>>();

/** The numbers of the percepts that a state, or what it lies in, says anything about; all others change nothing. */
export function handledIn(chart: RememberedChart, state: number): readonly number[] {
  let byLeaf = HANDLED.get(chart.description);
  if (byLeaf === undefined) HANDLED.set(chart.description, byLeaf = handledByLeaf(chart));
  return [...new Set(chart.leaves(state).flatMap((leaf) => byLeaf.get(leaf)!))];
}

function handledByLeaf(chart: RememberedChart): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map(chart.percepts.map((percept, number) => [percept, number]));
  const states = chartStates(chart.description);
  const own = ({ path, state }: (typeof states)[number]): readonly number[] => [
    ...Object.keys(state.on ?? {}),
    ...Object.keys(state.after ?? {}).map((delay) => `xstate.after.${delay}.${chart.description.id}${path === "" ? "" : `.${path}`}`),
  ].map((percept) => numbers.get(percept)!);
  return new Map(states.map(({ path }) => [path, states.filter((around) => around.path === "" || `${path}.`.startsWith(`${around.path}.`)).flatMap(own)]));
}

/** The number of a percept, timer event or decided option by name; throws where the chart has none. */
export function perceptNumber(chart: RememberedChart, name: string): number {
  const number = chart.percepts.indexOf(name);
  if (number === -1) throw new Error(`${chart.description.id} has no percept "${name}"`);
  return number;
}

/** What a step asks for, as `act {"act":"strike"}`, `ask consent`, `drop consent`, `start answer-due`, `cancel answer-due`. */
export function renderActs(chart: RememberedChart, { acts }: Step): readonly string[] {
  return acts.map((act) => renderAct(chart, act));
}

function renderAct({ acts, decisions, timers }: RememberedChart, { kind, number }: StepAct): string {
  switch (kind) {
    case "act": return Object.keys(acts[number]!.params).length === 0 ? acts[number]!.name : actText(acts[number]!);
    case "ask": case "drop": return `${kind} ${decisions[number]!.name}`;
    case "start": case "cancel": return `${kind} ${timers[number]!.delay}`;
  }
}

/** Whether no state lies within it. */
export function isLeaf(state: StateDescription): boolean {
  return state.states === undefined;
}

/** Every act that a chart names, on entry, on exit or on the way. */
export function actsNamedIn(chart: ChartDescription): readonly ActDescription[] {
  return chartStates(chart).flatMap(({ state }) => {
    const handlers = [...Object.values(state.on ?? {}), ...Object.values(state.after ?? {})];
    return [...(state.entry ?? []), ...(state.exit ?? []), ...handlers.flatMap(transitionsOf).flatMap(({ actions }) => actions ?? [])];
  });
}
