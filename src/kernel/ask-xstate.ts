// What XState says of a chart: the only file that knows XState.
// Knows its pure functions and how it names delays; must not know what percepts and acts mean.
// Invariant: what is said follows from the state and the percept alone, as the law of charts has it.
// The bundle carries these answers, written down by chart-tables.ts when it is made, in place of this file and of XState.

import { createMachine, initialTransition, raise, stateIn, transition, type AnyStateMachine } from "xstate";
import { actName, actsOf, actText, timersOf, transitionsOf, type ActDescription, type ChartAct, type ChartDescription, type StateDescription, type Transitions } from "./chart.ts";
import { indexOf, valueAt, type StateValue } from "./configurations.ts";
import type { Answer, Answers, ChartNumbers, StepAct } from "./chart-answers.ts";

/** The answers of XState to a chart whose percepts, timers and decisions are numbered like this. */
export function answersOf({ description, percepts, timers, decisions }: ChartNumbers): Answers {
  const acts = actsOf(description);
  const numbers: Numbers = {
    acts: new Map(acts.map((act, i) => [actText(act), i])),
    timers: new Map(timers.map(({ event }, i) => [event, i])),
    decisions: new Map(decisions.map(({ name }, i) => [name, i])),
  };
  const machine = machineFrom(description);
  const answer = (next: unknown, actions: readonly unknown[]): Answer => ({
    next: indexOf(description, next as StateValue),
    acts: (actions as readonly XStateAction[]).flatMap((action) => stepAct(action, numbers)),
  });
  const stateOf = (state: number) => machine.resolveState({ value: valueAt(description, state), context: {} });
  let last = { state: -1, from: stateOf(0) }; // one state is asked for every percept in turn
  return {
    acts,
    initial: () => {
      const [to, actions] = initialTransition(machine);
      return answer(to.value, actions);
    },
    step: (state, percept) => {
      if (last.state !== state) last = { state, from: stateOf(state) };
      const [to, actions] = transition(machine, last.from, { type: percepts[percept]! });
      return answer(to.value, actions);
    },
  };
}

interface XStateAction { readonly type: string; readonly params?: Readonly<Record<string, unknown>> | undefined; }
type Numbers = Readonly<Record<"acts" | "timers" | "decisions", ReadonlyMap<string, number>>>;

function stepAct({ type, params = {} }: XStateAction, { acts, timers, decisions }: Numbers): readonly StepAct[] {
  if (type === "xstate.raise") return params["delay"] === undefined ? [] : [{ kind: "start", number: timers.get(String(params["id"]))! }];
  if (type === "xstate.cancel") return [{ kind: "cancel", number: timers.get(String(params["sendId"]))! }];
  if (type.startsWith("ask.")) return [{ kind: "ask", number: decisions.get(type.slice(4))! }];
  if (type.startsWith("drop.")) return [{ kind: "drop", number: decisions.get(type.slice(5))! }];
  return [{ kind: "act", number: acts.get(actText({ name: type, params: params as ChartAct["params"] }))! }];
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
