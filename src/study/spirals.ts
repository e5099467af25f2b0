// Whether two charts can drive each other upward with nothing from outside: what one does raises the other, and what that one then
// does raises the first.
// Knows steps, and what each may perceive of the other's acts; must not know how likely a reading is, nor how long anything takes.
// Invariant: "can" means at worst: delays are ignored, decisions go either way, every reading that there is may be made, and each
// stands in any state it can come to when it begins. So what is found may be rare; what is not found takes third parties, or more
// steps than OWN_STEPS in between.

import type { ChartAct } from "../kernel/chart.ts";
import type { StepAct } from "../kernel/chart-answers.ts";
import type { RememberedChart, Step } from "../kernel/statechart.ts";
import type { WalkedChart } from "./chart-walk.ts";

/** One turn: what a chart took in, waited for or decided, where that led, and what it did there that the other may perceive. */
export interface Turn {
  readonly chart: string;
  readonly event: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly rungBefore: number;
  readonly rung: number;
  readonly act: ChartAct | undefined;
}

/** What stances may perceive of an act, by the numbers of percepts: the other one, and the one who acts. */
export interface Perceiving { readonly other: (act: ChartAct) => readonly number[]; readonly self: (act: ChartAct) => readonly number[]; }

/** Steps of its own that may follow one percept before a chart does something that the other perceives; assumed. */
export const OWN_STEPS = 3;

/** A chart with the shortest ways in which it answers: for each percept, and for each that the other may have in turn. */
export interface Answering { readonly walked: WalkedChart; readonly answers: ReadonlyMap<number, ReadonlyMap<number, readonly Turn[]>>; }

/** The shortest loop in which the first acts, the second is raised by it and acts, and the first is raised by that; undefined where there is none. */
export function shortestSpiral({ walked: first }: Answering, { answers }: Answering, perceiving: Perceiving): readonly Turn[] | undefined {
  let best: readonly Turn[] | undefined;
  const rises = new Map<string, readonly Turn[] | undefined>();
  const riseOf = (at: number, percept: number): readonly Turn[] | undefined => {
    const key = `${at} ${percept}`;
    if (!rises.has(key)) rises.set(key, riseFrom(first, at, percept, perceiving));
    return rises.get(key);
  };
  for (const from of first.reached) {
    for (const { percept, step } of first.stepsFrom(from)) {
      for (const act of actsOf(first.chart, step)) {
        for (const seen of perceiving.other(act)) {
          for (const [back, turns] of answers.get(seen) ?? []) {
            if (best !== undefined && best.length <= turns.length + 2) continue;
            const raised = riseOf(step.next, back);
            if (raised === undefined || (best !== undefined && best.length <= turns.length + 1 + raised.length)) continue;
            best = [turnOf(first.chart, percept, from, step.next, act), ...turns, ...raised];
          }
        }
      }
    }
  }
  return best;
}

/** Works out how a walked chart answers: how it is raised by a percept, and then does what the other may perceive. */
export function answering(walked: WalkedChart, perceiving: Perceiving): Answering {
  const answers = new Map<number, Map<number, readonly Turn[]>>();
  for (const from of walked.reached) {
    for (const { percept } of walked.stepsFrom(from)) {
      const known = answers.get(percept) ?? new Map<number, readonly Turn[]>();
      answers.set(percept, known);
      for (const { turns, seen } of follow(walked, from, percept, perceiving)) {
        for (const back of seen) {
          const before = known.get(back);
          if (before === undefined || turns.length < before.length) known.set(back, turns);
        }
      }
    }
  }
  return { walked, answers };
}

function riseFrom(walked: WalkedChart, from: number, percept: number, perceiving: Perceiving): readonly Turn[] | undefined {
  let best: readonly Turn[] | undefined;
  for (const { turns, raised } of follow(walked, from, percept, perceiving)) if (raised && (best === undefined || turns.length < best.length)) best = turns;
  return best;
}

interface Followed { readonly turns: readonly Turn[]; readonly raised: boolean; readonly seen: readonly number[]; }
interface OnTheWay { readonly at: number; readonly turns: readonly Turn[]; readonly open: ReadonlySet<number>; }

// What follows a percept within a chart, breadth first: it opens decisions, starts timers and does things that come back to it, and
// what was open before is left out, since it would have come anyway. `seen` is what is done once the chart stands higher than before.
function follow({ chart, stepsFrom }: WalkedChart, from: number, percept: number, perceiving: Perceiving): readonly Followed[] {
  const rung = chart.rung(from);
  const found: Followed[] = [];
  const visited = new Set<number>();
  let places: readonly OnTheWay[] = [{ at: from, turns: [], open: new Set([percept]) }];
  for (let depth = 0; depth <= OWN_STEPS && places.length > 0; depth++) {
    const next: OnTheWay[] = [];
    for (const { at, turns, open } of places) {
      for (const { percept: event, step } of stepsFrom(at)) {
        if (!open.has(event)) continue;
        const raised = chart.rung(step.next) > rung;
        const doing = actsOf(chart, step).filter((act) => perceiving.other(act).length > 0);
        for (const act of doing.length === 0 ? [undefined] : doing) {
          found.push({ raised, turns: [...turns, turnOf(chart, event, at, step.next, act)], seen: raised && act !== undefined ? perceiving.other(act) : [] });
        }
        if (visited.has(step.next)) continue;
        visited.add(step.next);
        next.push({ at: step.next, turns: [...turns, turnOf(chart, event, at, step.next, doing[0])], open: new Set([...(depth === 0 ? [] : open), ...step.acts.flatMap((act) => openedBy(chart, act, perceiving))]) });
      }
    }
    places = next;
  }
  return found;
}

function openedBy(chart: RememberedChart, act: StepAct, perceiving: Perceiving): readonly number[] {
  switch (act.kind) {
    case "start": return [chart.timerPercept(act.number)];
    case "ask": return chart.decisions[act.number]!.percepts;
    case "act": return perceiving.self(chart.acts[act.number]!);
    default: return [];
  }
}

function actsOf(chart: RememberedChart, { acts }: Step): readonly ChartAct[] {
  return acts.flatMap(({ kind, number }) => (kind === "act" ? [chart.acts[number]!] : []));
}

function turnOf(chart: RememberedChart, event: number, from: number, to: number, act: ChartAct | undefined): Turn {
  return {
    chart: chart.description.id, event: chart.percepts[event]!, act, rungBefore: chart.rung(from), rung: chart.rung(to),
    from: chart.leaves(from).filter((path) => !chart.leaves(to).includes(path)), to: chart.leaves(to).filter((path) => !chart.leaves(from).includes(path)),
  };
}
