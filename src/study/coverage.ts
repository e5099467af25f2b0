// What many runs use of the charts: how often each state is entered and each percept comes, so that a dead branch is seen.
// Knows configurations and percepts by number; must not know what a state or a percept means, nor how many threads count.
// Invariant: counts add up, so they do not depend on how seeds are cut into blocks; a first state counts once a stance and run.

import { handledIn } from "../kernel/chart-tables.ts";
import { seeded } from "../kernel/choices.ts";
import type { RememberedChart } from "../kernel/statechart.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { advance } from "../simulation/advance.ts";
import { ENTRY } from "../simulation/codes.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { copyWorld, initialWorld } from "../simulation/world.ts";

/** The counts of one chart: moves into each state by its path, and percepts by number, those alone that it listens to. */
export interface ChartCoverage { readonly chart: string; readonly states: ReadonlyMap<string, number>; readonly percepts: ReadonlyMap<number, number>; }

/** A block of seeds. */
export interface CoverageTask { readonly from: number; readonly count: number; }

/** The work of counting: what charts are used for under a block of seeds. */
export const coverageBlock = {
  name: "coverage block",
  begin: ({ scenario }: { readonly scenario: Scenario }): ((task: CoverageTask) => readonly ChartCoverage[]) => {
    const model = compileModel(scenario);
    const start = initialWorld(model);
    return ({ from, count }) => {
      const counting = countUse(model);
      for (let i = 0; i < count; i++) {
        counting.begin();
        advance(model, copyWorld(start), seeded(from + i), counting);
      }
      return counting.counts();
    };
  },
};

/** Both counts of the same charts together. */
export function addCoverage(one: readonly ChartCoverage[], other: readonly ChartCoverage[]): readonly ChartCoverage[] {
  return one.map(({ chart, states, percepts }, i) => ({ chart, states: added(states, other[i]!.states), percepts: added(percepts, other[i]!.percepts) }));
}

interface Counting extends Recorder { readonly begin: () => void; readonly counts: () => readonly ChartCoverage[]; }

/** Counts what stances do with their charts, run after run; each run begins with `begin`. */
export function countUse({ stances, size, stanceOf }: Model): Counting {
  const charts = [...new Set(stances.map(({ chart }) => chart))];
  const placeOf = stances.map(({ chart }) => charts.indexOf(chart));
  const states = charts.map((chart) => new Map(leavesOf(chart).map((path) => [path, 0])));
  const percepts = charts.map((chart) => new Map(listenedTo(chart).map((percept) => [percept, 0])));
  const enter = (place: number, before: readonly string[], after: readonly string[]): void => {
    const counts = states[place]!;
    for (const path of after) if (!before.includes(path)) counts.set(path, counts.get(path)! + 1);
  };
  return {
    begin: () => { stances.forEach(({ chart }, stance) => { enter(placeOf[stance]!, [], chart.leaves(chart.initial.next)); }); },
    record: (_at, kind, who, whom, _root, _cause, a, b, c) => {
      if (kind === STANCE) {
        const { chart } = stances[a]!;
        enter(placeOf[a]!, chart.leaves(b), chart.leaves(c));
      } else if (kind === PERCEIVED) {
        const counts = percepts[placeOf[stanceOf[who * size + whom]!]!]!;
        const count = counts.get(a);
        if (count !== undefined) counts.set(a, count + 1);
      }
    },
    counts: () => charts.map(({ description: { id } }, i) => ({ chart: id, states: states[i]!, percepts: percepts[i]! })),
  };
}

const { "stance": STANCE, "perceived": PERCEIVED } = ENTRY;

function leavesOf(chart: RememberedChart): readonly string[] {
  return [...new Set(Array.from({ length: chart.configurations }, (_, at) => chart.leaves(at)).flat())];
}

// Percepts from outside that some state of the chart answers.
function listenedTo(chart: RememberedChart): readonly number[] {
  const handled = handledIn(chart);
  const all = new Set(Array.from({ length: chart.configurations }, (_, at) => handled(at)).flat());
  return [...all].filter((percept) => !/^(?:xstate|decided)\./.test(chart.percepts[percept]!)).sort((a, b) => a - b);
}

function added<K>(one: ReadonlyMap<K, number>, other: ReadonlyMap<K, number>): ReadonlyMap<K, number> {
  return new Map([...one].map(([key, count]) => [key, count + other.get(key)!]));
}
