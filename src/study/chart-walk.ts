// Where a chart can come to: every configuration, from its start and from each other, whatever is perceived, waited for or decided.
// Knows steps by number; must not know what any percept means, nor how likely or how long anything is.
// Invariant: timers and decisions count as soon as they are running or open; nothing else moves a chart.

import { chartStates, rungTag } from "../kernel/chart.ts";
import { handledIn } from "../kernel/chart-tables.ts";
import type { RememberedChart, Step } from "../kernel/statechart.ts";

/** A step of a chart by the number of the percept that it answers. */
export interface Numbered { readonly percept: number; readonly step: Step; }

/** A chart with every configuration it can come to, and what each does at what. */
export interface WalkedChart {
  readonly chart: RememberedChart;
  readonly reached: readonly number[];
  /** The steps that change something or ask for something. */
  readonly stepsFrom: (configuration: number) => readonly Numbered[];
}

/** Walks a chart through. */
export function walk(chart: RememberedChart): WalkedChart {
  const steps = new Map<number, readonly Numbered[]>();
  const reached = [chart.initial.next];
  const seen = new Set(reached);
  const handled = handledIn(chart);
  for (const at of reached) {
    const found = handled(at).flatMap((percept): readonly Numbered[] => {
      const step = chart.step(at, percept);
      return step.moved || step.acts.length > 0 ? [{ percept, step }] : [];
    });
    steps.set(at, found);
    for (const { step: { next } } of found) {
      if (seen.has(next)) continue;
      seen.add(next);
      reached.push(next);
    }
  }
  return { chart, reached, stepsFrom: (at) => steps.get(at)! };
}

/** Innermost states that no walk enters, by their paths. */
export function unreachedStates({ chart, reached }: WalkedChart): readonly string[] {
  const entered = new Set(reached.flatMap((at) => chart.leaves(at)));
  return chartStates(chart.description).filter(({ path, state }) => state.states === undefined && !entered.has(path)).map(({ path }) => path);
}

/** Innermost states in which a chart can stand above its lowest rung with no way, whatever happens, to a lower one. */
export function statesWithoutWayBack({ chart, reached, stepsFrom }: WalkedChart): readonly string[] {
  const from = new Map<number, number[]>(reached.map((at) => [at, []]));
  for (const at of reached) for (const { step: { next } } of stepsFrom(at)) from.get(next)!.push(at);
  const lowest = Math.min(...reached.map((at) => chart.rung(at)));
  const stuck = new Set<string>();
  for (const rung of new Set(reached.map((at) => chart.rung(at)))) {
    if (rung <= lowest) continue;
    // Everything from which something lower than this rung can be come to.
    const down = reached.filter((at) => chart.rung(at) < rung);
    const can = new Set(down);
    for (const at of down) {
      for (const before of from.get(at)!) {
        if (can.has(before)) continue;
        can.add(before);
        down.push(before);
      }
    }
    for (const at of reached) if (chart.rung(at) === rung && !can.has(at)) for (const path of chart.leaves(at)) if (rungOf(chart, path) === rung) stuck.add(path);
  }
  return [...stuck].sort();
}

function rungOf({ description }: RememberedChart, path: string): number {
  return rungTag(chartStates(description).find((one) => one.path === path)!.state);
}
