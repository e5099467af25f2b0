// What a run went through of a chart: how often each state was entered, and each way from one state to another was taken.
// Knows stances by the chart they follow; must not know what a state means.
// Invariant: a stance that never moved has still been in its first states, once each.

import type { Model } from "../simulation/model.ts";
import type { Entry } from "../simulation/trace.ts";

/** Counts by the dotted path of a state, and by `from > to` of two; states around the innermost ones are counted with them. */
export interface Visits { readonly states: ReadonlyMap<string, number>; readonly ways: ReadonlyMap<string, number>; }

/** The visits of every stance of a run that follows a chart, all counted together; undefined where none does. */
export function visitsOf({ stances }: Model, entries: readonly Entry[], chart: string): Visits | undefined {
  const following = stances.filter(({ chart: { description } }) => description.id === chart);
  if (following.length === 0) return undefined;
  const states = new Map<string, number>();
  const ways = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => { counts.set(key, (counts.get(key) ?? 0) + 1); };
  const enter = (paths: readonly string[], left: readonly string[]): void => {
    const outer = new Set(left.flatMap(around));
    for (const path of new Set(paths.flatMap(around))) if (!outer.has(path)) count(states, path);
  };
  for (const { chart: { leaves, initial } } of following) enter(leaves(initial.next), []);
  const regionOf = (path: string): string | undefined => (following[0]!.chart.description.type === "parallel" ? path.split(".")[0] : "");
  for (const entry of entries) {
    if (entry.kind !== "stance" || entry.chart !== chart) continue;
    enter(entry.to, entry.from);
    for (const to of entry.to.filter((path) => !entry.from.includes(path))) {
      for (const from of entry.from.filter((path) => !entry.to.includes(path) && regionOf(path) === regionOf(to))) {
        for (const outer of around(from)) for (const inner of around(to)) count(ways, `${outer} > ${inner}`);
      }
    }
  }
  return { states, ways };
}

// A path with all that lie around it: of `conduct.watching`, itself and `conduct`.
function around(path: string): readonly string[] {
  return path.split(".").map((_, i, parts) => parts.slice(0, i + 1).join("."));
}
