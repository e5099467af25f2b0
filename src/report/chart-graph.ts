// A chart as a graph: its states inside each other, and the ways between them with what leads along each.

import { actName, chartStates, rungTag, transitionsOf, type ActDescription, type ChartDescription, type StateDescription } from "../kernel/chart.ts";
import type { Visits } from "../study/visits.ts";
import { actWords } from "./chart-act-words.ts";
import { leafOf, rungText, spaced, times } from "./words.ts";

/** A state: its dotted path, its name as people read it, its rung and sentence, what it does when it is entered. */
export interface GraphNode {
  readonly path: string;
  readonly name: string;
  readonly rung: string | undefined;
  readonly sentence: string;
  readonly acts: readonly string[];
  readonly isInitial: boolean;
  readonly isParallel: boolean;
  readonly children: readonly GraphNode[];
  /** How often a run entered it; undefined where no run is looked at. */
  readonly visits: number | undefined;
}

/** A way from one state to another, with everything that leads along it. */
export interface GraphEdge { readonly from: string; readonly to: string; readonly labels: readonly string[]; readonly visits: number | undefined; }

/** A chart as a graph. */
export interface ChartGraph { readonly id: string; readonly description: string; readonly root: GraphNode; readonly edges: readonly GraphEdge[]; }

/** The graph of a chart, with what a run went through where one is given. */
export function graphOf(chart: ChartDescription, visits?: Visits): ChartGraph {
  const edges = new Map<string, GraphEdge>();
  for (const { path, state } of chartStates(chart)) {
    const on = Object.entries(state.on ?? {}).map(([percept, to]) => [eventWords(percept), to] as const);
    const after = Object.entries(state.after ?? {}).map(([delay, to]) => [`after ${spaced(delay)}`, to] as const);
    for (const [label, transitions] of [...on, ...after]) {
      for (const { target, guard } of transitionsOf(transitions)) {
        for (const name of [target ?? []].flat()) {
          const to = path.includes(".") ? `${path.slice(0, path.lastIndexOf("."))}.${name}` : name;
          const key = `${path} > ${to}`;
          const labels = [...(edges.get(key)?.labels ?? []), guard === undefined ? label : `${label} if ${spaced(leafOf(guard.stateIn))}`];
          edges.set(key, { from: path, to, labels, visits: visits && (visits.ways.get(key) ?? 0) });
        }
      }
    }
  }
  return { id: chart.id, description: chart.description, root: nodeOf(chart, "", true, visits), edges: [...edges.values()] };
}

/** Whether a run entered a node, or took a way; true where no run is looked at. */
export function isUsed({ visits }: Pick<GraphNode, "visits">): boolean {
  return visits === undefined || visits > 0;
}

/** How often a run entered a state, in words. */
export function visitsText(visits: number): string {
  return visits === 0 ? "never entered" : `entered ${times(visits)}`;
}

function nodeOf(state: StateDescription, path: string, isInitial: boolean, visits: Visits | undefined): GraphNode {
  const rung = rungTag(state);
  return {
    path, isInitial,
    name: spaced(leafOf(path)),
    rung: rung === -1 ? undefined : rungText(rung),
    sentence: state.description ?? "",
    acts: [...new Set((state.entry ?? []).flatMap((act) => wordsOf(act)))],
    isParallel: state.type === "parallel",
    visits: visits && (visits.states.get(path) ?? 0),
    children: Object.entries(state.states ?? {}).map(([name, child]) => nodeOf(child, path === "" ? name : `${path}.${name}`, state.type !== "parallel" && state.initial === name, visits)),
  };
}

function wordsOf(act: ActDescription): readonly string[] {
  const name = actName(act);
  if (name.startsWith("ask.")) return [`decides: ${spaced(name.slice(4))}`];
  if (name.startsWith("drop.")) return [];
  return [actWords({ name, params: typeof act === "string" ? {} : (act.params ?? {}) })];
}

function eventWords(percept: string): string {
  const decided = /^decided\.[^.]+\.(.+)$/.exec(percept);
  return decided === null ? percept : spaced(decided[1]!);
}
