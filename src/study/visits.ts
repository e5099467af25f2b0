// What a run went through of a chart: how often each state was entered, and each way from one state to another was taken.
// Knows stances and lines by the chart they follow; must not know what a state means.
// Invariant: a stance or line that never moved has still been in its first states, once each.

import { nextOf } from "../kernel/chart-lists.ts";
import { answerAt, NOT_ASKED, type RememberedChart } from "../kernel/statechart.ts";
import type { Model } from "../simulation/model.ts";
import type { Entry } from "../simulation/trace.ts";
import { accountOf } from "./account.ts";
import type { Course } from "./course.ts";

/** Counts by the dotted path of a state, and by `from > to` of two; states around the innermost ones are counted with them. */
export interface Visits { readonly states: ReadonlyMap<string, number>; readonly ways: ReadonlyMap<string, number>; }

/** The visits of every stance of a run that follows a chart, all counted together; undefined where none does. */
export function visitsOf({ stances }: Model, entries: readonly Entry[], chart: string): Visits | undefined {
  const following = stances.filter(({ chart: { description } }) => description.id === chart);
  if (following.length === 0) return undefined;
  const { visits, begin, move } = counting(following[0]!.chart);
  for (const { chart: { leaves, initial } } of following) begin(leaves(initial.next));
  for (const entry of entries) if (entry.kind === "stance" && entry.chart === chart) move(entry.from, entry.to);
  return visits;
}

/** The visits of every line of a run, all counted together. The run is gone through again: a trace tells calls, and not the states of a line. */
export function lineVisitsOf(course: Course): Visits {
  const { lineChart, lines } = course.model;
  const { visits, begin, move } = counting(lineChart);
  for (const { initial } of lines) begin(lineChart.leaves(initial));
  // A chart that remembers nothing is asked each time.
  const answers = new Int32Array(lineChart.answers.length).fill(NOT_ASKED);
  const remember = (state: number, fact: number): number => {
    const answer = answerAt(lineChart, state, fact);
    if (nextOf(answer) !== state) move(lineChart.leaves(state), lineChart.leaves(nextOf(answer)));
    return answer;
  };
  const watched = (model: Model): Model => ({ ...model, lineChart: { ...lineChart, answers, remember } });
  accountOf({ ...course, model: watched(course.model), amendments: course.amendments.map((amended) => ({ ...amended, model: watched(amended.model) })) });
  return visits;
}

// Counts how those that follow a chart begin and move.
function counting({ description: { type } }: RememberedChart) {
  const states = new Map<string, number>();
  const ways = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => { counts.set(key, (counts.get(key) ?? 0) + 1); };
  const enter = (paths: readonly string[], left: readonly string[]): void => {
    const outer = new Set(left.flatMap(around));
    for (const path of new Set(paths.flatMap(around))) if (!outer.has(path)) count(states, path);
  };
  const regionOf = (path: string): string | undefined => (type === "parallel" ? path.split(".")[0] : "");
  const visits: Visits = { states, ways };
  return {
    visits,
    begin: (paths: readonly string[]): void => enter(paths, []),
    move: (from: readonly string[], to: readonly string[]): void => {
      enter(to, from);
      for (const reached of to.filter((path) => !from.includes(path))) {
        for (const left of from.filter((path) => !to.includes(path) && regionOf(path) === regionOf(reached))) {
          for (const outer of around(left)) for (const inner of around(reached)) count(ways, `${outer} > ${inner}`);
        }
      }
    },
  };
}

// A path with all that lie around it: of `conduct.watching`, itself and `conduct`.
function around(path: string): readonly string[] {
  return path.split(".").map((_, i, parts) => parts.slice(0, i + 1).join("."));
}
