// The configurations of a chart numbered by its shape, and what each of them is.
// Knows states, regions and tags; must not know how a chart moves from one configuration to another.
// Invariant: numbers and state values stand for each other, and follow from the order in which the chart names its states.

import { rungTag, type StateDescription } from "./chart.ts";

/** The active states as XState writes them: the name of a state, or names of states with what is active inside. */
export type StateValue = string | { readonly [region: string]: StateValue };

/** How many configurations a state's shape allows: sums over alternatives, products over regions. */
export function configurationsOf(state: StateDescription): number {
  const children = Object.values(state.states ?? {}).map(configurationsOf);
  if (children.length === 0) return 1;
  return state.type === "parallel" ? children.reduce((a, b) => a * b, 1) : children.reduce((a, b) => a + b, 0);
}

/** The number of the configuration that a state value stands for. */
export function indexOf(state: StateDescription, value: StateValue): number {
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

/** The state value of a configuration's number. */
export function valueAt(state: StateDescription, index: number): StateValue {
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

/** Dotted paths of the innermost active states, in the chart's order. */
export function leafPaths(state: StateDescription, value: StateValue, path: string): readonly string[] {
  if (typeof value === "string") return [path === "" ? value : `${path}.${value}`];
  return Object.keys(state.states ?? {}).filter((name) => name in value)
    .flatMap((name) => leafPaths(state.states![name]!, value[name]!, path === "" ? name : `${path}.${name}`));
}

/** The highest rung among the active states, or -1 where none carries one. */
export function highestRung(state: StateDescription, value: StateValue): number {
  let highest = rungTag(state);
  const active = typeof value === "string" ? [value] : Object.keys(value);
  for (const name of active) {
    const child = state.states?.[name];
    if (child) highest = Math.max(highest, highestRung(child, typeof value === "string" ? {} : value[name]!));
  }
  return highest;
}
