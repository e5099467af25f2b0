// A chart as the JSON of an XState machine, as XState's own tools read it.
// Delays are milliseconds, since a name would need a value beside the file; each transition after a delay says which one it is.
// What JSON cannot hold has a telling name: the guard `in region.state` is XState's stateIn, the act `raise percept` its raise.

import { actName, transitionsOf, type ActDescription, type ChartDescription, type StateDescription, type TransitionDescription } from "../kernel/chart.ts";
import type { Visits } from "../study/visits.ts";

const MINUTE = 60_000;

/** The configuration that `createMachine` takes, as plain data; `minutes` gives the length of each delay by its name. */
export function xstateOf(chart: ChartDescription, minutes: (delay: string) => number, visits?: Visits): Readonly<Record<string, unknown>> {
  const stateJson = (state: StateDescription & Pick<ChartDescription, "ignores">, path: string): Readonly<Record<string, unknown>> => {
    const { ignores, states, entry, exit, on, after, meta, ...rest } = state;
    const more = { ...meta, ...(ignores === undefined ? {} : { ignores }), ...(visits === undefined || path === "" ? {} : { visits: visits.states.get(path) ?? 0 }) };
    return {
      ...rest,
      ...(Object.keys(more).length === 0 ? {} : { meta: more }),
      ...(entry && { entry: entry.map(actJson) }),
      ...(exit && { exit: exit.map(actJson) }),
      ...(on && { on: Object.fromEntries(Object.entries(on).map(([percept, to]) => [percept, transitionsOf(to).map((one) => transitionJson(one))])) }),
      ...(after && { after: delaysJson(after, minutes) }),
      ...(states && { states: Object.fromEntries(Object.entries(states).map(([name, child]) => [name, stateJson(child, path === "" ? name : `${path}.${name}`)])) }),
    };
  };
  return stateJson(chart, "");
}

// Two delays of one length would be one key: the later one is a millisecond longer.
function delaysJson(after: NonNullable<StateDescription["after"]>, minutes: (delay: string) => number): Readonly<Record<string, unknown>> {
  const json: Record<string, unknown> = {};
  for (const [delay, to] of Object.entries(after)) {
    let milliseconds = minutes(delay) * MINUTE;
    while (Object.hasOwn(json, String(milliseconds))) milliseconds++;
    json[milliseconds] = transitionsOf(to).map((one) => ({ ...transitionJson(one), description: delay }));
  }
  return json;
}

function transitionJson({ guard, actions, ...rest }: TransitionDescription): Readonly<Record<string, unknown>> {
  return { ...rest, ...(guard && { guard: `in ${guard.stateIn}` }), ...(actions && { actions: actions.map(actJson) }) };
}

function actJson(act: ActDescription): ActDescription {
  return actName(act) === "raise" && typeof act === "object" ? `raise ${String(act.params?.["event"])}` : act;
}
