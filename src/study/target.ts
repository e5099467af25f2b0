// What a search looks for, as a fold over the entries of a run: a rung, an act, a state, or what an author expects.
// Knows entries by their numbers; must not know how a course is made, nor who searches.
// Invariant: a whole number is all it keeps; once it is REACHED or MISSED, nothing that follows changes that.
// An event that is expected is looked for; one that is ruled out, and a stretch that is to stay quiet, are looked for broken.

import type { Expectation } from "../scenario/scenario.ts";
import { ENTRY } from "../simulation/codes.ts";
import { matcherOf } from "../simulation/judge.ts";
import { entersOf, type Model } from "../simulation/model.ts";
import { ACT_NAMES, type ActName } from "../terms/acts.ts";

/** What is looked for; plain data. Parties and expectations by id, states as charts name them. */
export type Target =
  | { readonly kind: "rung"; readonly rung: number }
  | { readonly kind: "act"; readonly act: ActName; readonly by: string | undefined }
  | { readonly kind: "state"; readonly state: string; readonly by: string | undefined }
  | { readonly kind: "expectation"; readonly id: string };

/** The state of a fold that has come to what is looked for. */
export const REACHED = -1;
/** The state of a fold that can no longer come to it. */
export const MISSED = -2;

/** A fold: where it starts, and its state after one more entry. */
export interface TargetFold {
  readonly start: number;
  readonly next: (state: number, at: number, kind: number, who: number, whom: number, a: number, b: number, c: number, d: number) => number;
}

const { "stance": STANCE, "act": ACT } = ENTRY;

/** The fold for a target; throws (a bug) where the model has no such expectation. */
export function foldFor(model: Model, target: Target): TargetFold {
  switch (target.kind) {
    case "rung": {
      const { rung } = target;
      const isThere = (stance: number, configuration: number): boolean => model.stances[stance]!.pair !== -1 && model.stances[stance]!.chart.rung(configuration) >= rung;
      return {
        start: model.stances.some(({ index, chart }) => isThere(index, chart.initial.next)) ? REACHED : 0,
        next: (state, _at, kind, _who, _whom, a, _b, c) => (kind === STANCE && isThere(a, c) ? REACHED : state),
      };
    }
    case "act": {
      const act = ACT_NAMES.indexOf(target.act);
      const by = target.by === undefined ? undefined : model.partyOf.get(target.by)!;
      return { start: 0, next: (state, _at, kind, who, _whom, a) => (kind === ACT && a === act && (by === undefined || by === who) ? REACHED : state) };
    }
    case "state": {
      const enters = model.stances.map(({ chart, party }) => (target.by === undefined || model.parties[party]!.text === target.by ? entersOf(chart, target.state) : () => false));
      return {
        start: model.stances.some(({ index, chart }) => enters[index]!(chart.initial.next)) ? REACHED : 0,
        next: (state, _at, kind, _who, _whom, a, _b, c) => (kind === STANCE && enters[a]!(c) ? REACHED : state),
      };
    }
    case "expectation": {
      const expectation = model.scenario.expect.find(({ id }) => id === target.id);
      if (expectation === undefined) throw new Error(`no expectation is called ${target.id}`);
      return foldOf(model, expectation);
    }
  }
}

function foldOf(model: Model, expectation: Expectation): TargetFold {
  switch (expectation.kind) {
    case "event": return eventFold(model, expectation);
    case "before": return orderFold(model, expectation);
    case "quiet": return unrestFold(model, expectation);
    case "share": throw new Error(`${expectation.id} is about many runs`);
  }
}

type Of<K extends Expectation["kind"]> = Extract<Expectation, { readonly kind: K }>;

// Counts the event inside its window.
function eventFold(model: Model, { pattern, within: [from, to], atLeast, atMost }: Of<"event">): TargetFold {
  const { kind: wanted, codes, matches } = matcherOf(model, pattern);
  const enough = atMost === undefined ? atLeast : atMost + 1;
  return {
    start: 0,
    next: (state, at, kind, who, whom, a, b, c, d) => {
      if (at > to) return MISSED;
      if (kind !== wanted || at < from || !codes.includes(a) || !matches(who, whom, b, c, d)) return state;
      return state + 1 >= enough ? REACHED : state + 1;
    },
  };
}

// The first event has come, and then the second; where the second comes first, the order is lost.
function orderFold(model: Model, { first, then }: Of<"before">): TargetFold {
  const eventOf = (id: string) => {
    const found = model.scenario.expect.find((other): other is Of<"event"> => other.kind === "event" && other.id === id)!;
    return { ...matcherOf(model, found.pattern), from: found.within[0], to: found.within[1] };
  };
  const [one, other] = [eventOf(first), eventOf(then)];
  return {
    start: 0,
    next: (state, at, kind, who, whom, a, b, c, d) => {
      if (at > other.to) return MISSED;
      if (kind === other.kind && at >= other.from && other.codes.includes(a) && other.matches(who, whom, b, c, d)) return state === 1 ? REACHED : MISSED;
      return kind === one.kind && at >= one.from && at <= one.to && one.codes.includes(a) && one.matches(who, whom, b, c, d) ? 1 : state;
    },
  };
}

// Counts the stances of crisis pairs that stand at the rung or above; inside the window there may be none.
function unrestFold(model: Model, { below, within: [from, to] }: Of<"quiet">): TargetFold {
  const isHigh = (stance: number, configuration: number): boolean => model.stances[stance]!.pair !== -1 && model.stances[stance]!.chart.rung(configuration) >= below;
  return {
    start: model.stances.filter(({ index, chart }) => isHigh(index, chart.initial.next)).length,
    next: (state, at, kind, _who, _whom, a, b, c) => {
      if (at > from && state > 0) return REACHED;
      if (at > to) return MISSED;
      if (kind !== STANCE) return state;
      const now = state + (isHigh(a, c) ? 1 : 0) - (isHigh(a, b) ? 1 : 0);
      return at > from && now > state ? REACHED : now;
    },
  };
}
