// A statechart whose answers are remembered: XState decides each (state, percept) once, a table keeps the answer.
// Knows XState's pure functions and configurations numbered by the chart's shape; must not know what percepts and acts mean.
// Invariant: the table and XState agree on every reachable (state, percept); a test walks them all.
// Delays stay names here: whoever runs the chart gives them minutes.

import { createMachine, initialTransition, raise, stateIn, transition, type AnyStateMachine } from "xstate";
import { actName, chartStates, rungTag, transitionsOf, type ActDescription, type ChartDescription, type StateDescription, type Transitions } from "./chart.ts";

/** What a step asks for, in order. Timers and decisions are numbered within the chart. */
export type StepAct =
  | { readonly kind: "act"; readonly name: string; readonly params: Readonly<Record<string, string | number | boolean>> }
  | { readonly kind: "ask"; readonly decision: number }
  | { readonly kind: "drop"; readonly decision: number }
  | { readonly kind: "start"; readonly timer: number }
  | { readonly kind: "cancel"; readonly timer: number };

/** Where a percept leads and what it asks for; `moved` when the configuration changed. */
export interface Step { readonly next: number; readonly acts: readonly StepAct[]; readonly moved: boolean; }

/** A timer of a chart: the percept it gives when it runs out, and the name of its delay. */
export interface ChartTimer { readonly event: string; readonly delay: string; }

/** A decision of a chart: its name, its options in order, and the percept number of each. */
export interface ChartDecision { readonly name: string; readonly options: readonly string[]; readonly percepts: readonly number[]; }

/** A chart ready to be stepped. Percept numbers: the given alphabet first, then timers, then decided options. */
export interface RememberedChart {
  readonly description: ChartDescription;
  readonly percepts: readonly string[];
  readonly timers: readonly ChartTimer[];
  readonly timerPercept: (timer: number) => number;
  readonly decisions: readonly ChartDecision[];
  /** What is remembered so far, by state * width + percept; `step` fills it. For who steps often. */
  readonly table: readonly (Step | undefined)[];
  readonly width: number;
  /** How many configurations the chart's shape allows. */
  readonly configurations: number;
  readonly initial: Step;
  readonly step: (state: number, percept: number) => Step;
  /** What XState itself says, past the table; for the test that holds the two together. */
  readonly ask: (state: number, percept: number) => Step;
  readonly rung: (state: number) => number;
  /** Dotted paths of the innermost active states, in the chart's order. */
  readonly leaves: (state: number) => readonly string[];
}

/** Makes a chart ready; the chart must obey the law of charts. `alphabet` names every percept from outside. */
export function rememberChart(description: ChartDescription, alphabet: readonly string[]): RememberedChart {
  const timers = timersOf(description);
  const timerIndex = new Map(timers.map((timer, i) => [timer.event, i]));
  const decisions: ChartDecision[] = [];
  const percepts = [...alphabet, ...timers.map((timer) => timer.event)];
  for (const { state } of chartStates(description)) {
    const open = state.meta?.decision;
    if (!open) continue;
    decisions.push({ name: open.name, options: open.options, percepts: open.options.map((_, i) => percepts.length + i) });
    percepts.push(...open.options.map((option) => `decided.${open.name}.${option}`));
  }
  const decisionIndex = new Map(decisions.map((open, i) => [open.name, i]));
  const configurations = configurationsOf(description);
  const values: (StateValue | undefined)[] = new Array<undefined>(configurations).fill(undefined);
  const width = percepts.length;
  // Made at its full length: an array that grows by far indices would be a slow dictionary.
  const table: (Step | undefined)[] = new Array<undefined>(configurations * width);
  const rungs = new Int8Array(configurations).fill(-2);
  const leaves: (readonly string[] | undefined)[] = [];
  let machine: AnyStateMachine | undefined;

  const machineOf = (): AnyStateMachine => (machine ??= machineFrom(description));
  const valueOf = (state: number): StateValue => (values[state] ??= valueAt(description, state));
  const stepFrom = (before: number, next: StateValue, actions: readonly XStateAction[]): Step => {
    const after = indexOf(description, next);
    return { next: after, moved: after !== before, acts: actions.flatMap((action) => stepAct(action, timerIndex, decisionIndex)) };
  };
  const ask = (state: number, percept: number): Step => {
    const from = machineOf().resolveState({ value: valueOf(state), context: {} });
    const [to, actions] = transition(machineOf(), from, { type: percepts[percept]! });
    return stepFrom(state, to.value as StateValue, actions as readonly XStateAction[]);
  };
  let initial: Step | undefined;
  return {
    description, percepts, timers, decisions, configurations, ask, table, width,
    timerPercept: (timer) => alphabet.length + timer,
    get initial() {
      if (!initial) {
        const [to, actions] = initialTransition(machineOf());
        initial = stepFrom(-1, to.value as StateValue, actions as readonly XStateAction[]);
      }
      return initial;
    },
    step: (state, percept) => (table[state * width + percept] ??= ask(state, percept)),
    leaves: (state) => (leaves[state] ??= leafPaths(description, valueOf(state), "")),
    rung: (state) => {
      if (rungs[state] === -2) rungs[state] = highestRung(description, valueOf(state));
      return rungs[state]!;
    },
  };
}

type StateValue = string | { readonly [region: string]: StateValue };
interface XStateAction { readonly type: string; readonly params?: Readonly<Record<string, unknown>> | undefined; }

function stepAct(action: XStateAction, timers: ReadonlyMap<string, number>, decisions: ReadonlyMap<string, number>): readonly StepAct[] {
  const { type, params } = action;
  if (type === "xstate.raise") return params?.["delay"] === undefined ? [] : [shaped("start", timers.get(String(params["id"])))];
  if (type === "xstate.cancel") return [shaped("cancel", timers.get(String(params?.["sendId"])))];
  if (type.startsWith("ask.")) return [shaped("ask", undefined, decisions.get(type.slice(4)))];
  if (type.startsWith("drop.")) return [shaped("drop", undefined, decisions.get(type.slice(5)))];
  return [shaped("act", undefined, undefined, type, (params ?? {}) as ActParams)];
}

type ActParams = Readonly<Record<string, string | number | boolean>>;

// Every kind of act has the same keys in the same order, so that who reads them meets one shape only.
function shaped(kind: StepAct["kind"], timer?: number, decision?: number, name?: string, params?: ActParams): StepAct {
  return { kind, timer, decision, name, params } as unknown as StepAct;
}

/** How many configurations a state's shape allows: sums over alternatives, products over regions. */
function configurationsOf(state: StateDescription): number {
  const children = Object.values(state.states ?? {}).map(configurationsOf);
  if (children.length === 0) return 1;
  return state.type === "parallel" ? children.reduce((a, b) => a * b, 1) : children.reduce((a, b) => a + b, 0);
}

function indexOf(state: StateDescription, value: StateValue): number {
  const children = Object.entries(state.states ?? {});
  let index = 0;
  if (state.type === "parallel") {
    for (const [name, child] of children) index = index * configurationsOf(child) + indexOf(child, (value as Record<string, StateValue>)[name]!);
    return index;
  }
  for (const [name, child] of children) {
    if (value === name) return index;
    if (typeof value === "object" && name in value) return index + indexOf(child, value[name]!);
    index += configurationsOf(child);
  }
  return index;
}

function valueAt(state: StateDescription, index: number): StateValue {
  const children = Object.entries(state.states ?? {});
  let rest = index;
  if (state.type === "parallel") {
    // XState takes regions in the order of the value's keys, so they are put back in the chart's order.
    const regions: [string, StateValue][] = [];
    for (const [name, child] of [...children].reverse()) {
      const size = configurationsOf(child);
      regions.unshift([name, valueAt(child, rest % size)]);
      rest = Math.floor(rest / size);
    }
    return Object.fromEntries(regions);
  }
  for (const [name, child] of children) {
    const size = configurationsOf(child);
    if (rest < size) return child.states ? { [name]: valueAt(child, rest) } : name;
    rest -= size;
  }
  return {};
}

function leafPaths(state: StateDescription, value: StateValue, path: string): readonly string[] {
  if (typeof value === "string") return [path === "" ? value : `${path}.${value}`];
  return Object.keys(state.states ?? {}).filter((name) => name in value)
    .flatMap((name) => leafPaths(state.states![name]!, value[name]!, path === "" ? name : `${path}.${name}`));
}

function highestRung(state: StateDescription, value: StateValue): number {
  let highest = rungTag(state);
  const active = typeof value === "string" ? [value] : Object.keys(value);
  for (const name of active) {
    const child = state.states?.[name];
    if (child) highest = Math.max(highest, highestRung(child, typeof value === "string" ? {} : value[name]!));
  }
  return highest;
}

function timersOf(description: ChartDescription): readonly ChartTimer[] {
  return chartStates(description).flatMap(({ path, state }) =>
    Object.keys(state.after ?? {}).map((delay) => ({
      delay,
      event: `xstate.after.${delay}.${path === "" ? description.id : `${description.id}.${path}`}`,
    })));
}

/** The XState machine of a chart; every named delay stands for one placeholder unit, since only its name matters here. */
export function machineFrom(description: ChartDescription): AnyStateMachine {
  const delays = Object.fromEntries(timersOf(description).map(({ delay }) => [delay, 1]));
  return createMachine(configOf(description) as Parameters<typeof createMachine>[0], { delays }) as AnyStateMachine;
}

/** The plain XState configuration of a chart: what is ours alone (`ignores`, plain guards, `raise`) is translated. */
export function configOf(state: StateDescription & Pick<ChartDescription, "ignores">): Record<string, unknown> {
  const { ignores: _ignores, states, entry, exit, on, after, ...rest } = state;
  return {
    ...rest,
    ...(entry && { entry: entry.map(configAct) }),
    ...(exit && { exit: exit.map(configAct) }),
    ...(on && { on: mapValues(on, configTransitions) }),
    ...(after && { after: mapValues(after, configTransitions) }),
    ...(states && { states: mapValues(states, configOf) }),
  };
}

function configTransitions(transitions: Transitions): unknown {
  return transitionsOf(transitions).map(({ guard, actions, ...rest }) => ({
    ...rest,
    ...(actions && { actions: actions.map(configAct) }),
    ...(guard && { guard: stateIn(guard.stateIn.split(".").reduceRight<StateValue>((inner, name) => (inner === "" ? name : { [name]: inner }), "") as never) }),
  }));
}

function configAct(act: ActDescription): unknown {
  if (actName(act) === "raise" && typeof act === "object") return raise({ type: String(act.params?.["event"]) });
  return act;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
