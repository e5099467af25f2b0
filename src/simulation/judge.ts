// What an author expects of a run, held against the entries as they are made.
// Knows patterns, windows and orders; must not know how entries come about, nor words for people.
// Invariant: a verdict depends on the entries alone, so judging a trace afterwards and judging as it runs agree.

import { rungAt } from "../kernel/statechart.ts";
import { TIERS, type EventPattern, type Expectation } from "../scenario/scenario.ts";
import { ACT_NAMES } from "../terms/acts.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";
import { STATEMENT_NAMES } from "../terms/statements.ts";
import { ARRIVED_STAGES, CALL, ENTRY, ENTRY_KINDS, MESSAGE_STAGES, RELAY, WAYS, type CallFact, type MessageStage } from "./codes.ts";
import { entersOf, type Model } from "./model.ts";
import type { Recorder } from "./run.ts";

/** Whether an expectation holds in a run, with what was counted. Entry numbers; -1 where there was none. */
export interface Verdict {
  readonly expectation: Expectation;
  readonly holds: boolean;
  /** For events: how often inside the window, the first entry inside it, and the nearest one outside it. */
  readonly count: number;
  readonly first: number;
  readonly nearMiss: { readonly number: number; readonly at: number } | undefined;
}

/** A recorder that judges one run after the other. `share` expectations are about many runs and are left out. */
export interface Judge extends Recorder {
  /** Makes ready for the next run. */
  readonly begin: () => void;
  /** Over what has been recorded so far; final once the run has ended. */
  readonly verdicts: () => readonly Verdict[];
}

type Matches = (who: number, whom: number, b: number, c: number, d: number) => boolean;
type EventExpectation = Extract<Expectation, { kind: "event" }>;
type QuietExpectation = Extract<Expectation, { kind: "quiet" }>;

/** What an expected event looks like: entries of one kind, with one of these codes for a, that match. */
interface Matcher { readonly kind: number; readonly codes: readonly number[]; readonly matches: Matches; }
interface Watch { readonly expectation: EventExpectation; readonly from: number; readonly to: number; count: number; first: number; missAt: number; miss: number; missGap: number; }
/** `broken` by a stance that has moved on since, or else `breaking` by one that stands too high still: entry numbers, or -1. */
interface Calm { readonly expectation: QuietExpectation; readonly from: number; readonly to: number; broken: number; breaking: number; }

/** Judges runs of a model, the first from its start. */
export function judgeOf(model: Model): Judge {
  const { stances, openingRungs, scenario: { expect } } = model;
  const { events, looks } = watchedIn(model);
  const watches = events.map(watchFor);
  const calms = expect.filter((expectation) => expectation.kind === "quiet").map(calmFor);
  const verdictsOf = expect.flatMap((expectation) => verdictOf(expectation, watches, calms));
  const rungs = [...openingRungs];
  const since = stances.map(() => 0);
  let number = 0;
  let now = 0;

  const begin = (): void => {
    for (const watch of watches) {
      watch.count = 0;
      watch.first = watch.miss = watch.missAt = -1;
      watch.missGap = Number.POSITIVE_INFINITY;
    }
    for (const calm of calms) calm.broken = -1;
    for (let stance = 0; stance < rungs.length; stance++) {
      rungs[stance] = openingRungs[stance]!;
      since[stance] = 0;
    }
    number = now = 0;
  };
  const breaks = (stance: number, until: number, { expectation, from, to }: Calm): boolean =>
    stances[stance]!.pair !== -1 && rungs[stance]! >= expectation.below && since[stance]! <= to && until > from;
  return {
    begin,
    record: (at, kind, who, whom, _root, _cause, a, b, c, d) => {
      const byCode = looks[kind];
      if (byCode !== undefined && a < byCode.length) for (const { matches, event } of byCode[a]!) if (matches(who, whom, b, c, d)) see(watches[event]!, at, number);
      now = at;
      if (kind === STANCE && calms.length > 0) {
        for (const calm of calms) if (calm.broken === -1 && breaks(a, at, calm)) calm.broken = number;
        rungs[a] = rungAt(stances[a]!.chart, c);
        since[a] = at;
      }
      number++;
    },
    verdicts: () => {
      for (const calm of calms) calm.breaking = rungs.some((_, stance) => breaks(stance, now + 1, calm)) ? number : -1;
      return verdictsOf.map((verdict) => verdict());
    },
  };
}

const { "stance": STANCE } = ENTRY;

function watchFor(expectation: EventExpectation): Watch {
  const [from, to] = expectation.within;
  return { expectation, from, to, count: 0, first: -1, missAt: -1, miss: -1, missGap: Number.POSITIVE_INFINITY };
}

function calmFor(expectation: QuietExpectation): Calm {
  const [from, to] = expectation.within;
  return { expectation, from, to, broken: -1, breaking: -1 };
}

// What a verdict is read from is found once; none for `share`.
function verdictOf(expectation: Expectation, watches: readonly Watch[], calms: readonly Calm[]): readonly (() => Verdict)[] {
  const watchOf = (id: string): Watch => watches.find((watch) => watch.expectation.id === id)!;
  switch (expectation.kind) {
    case "share": return [];
    case "event": {
      const watch = watchOf(expectation.id);
      return [() => eventVerdict(watch)];
    }
    case "quiet": {
      const calm = calms.find((one) => one.expectation === expectation)!;
      return [() => {
        const first = calm.broken === -1 ? calm.breaking : calm.broken;
        return { expectation, holds: first === -1, count: 0, first, nearMiss: undefined };
      }];
    }
    case "before": {
      const [first, then] = [watchOf(expectation.first), watchOf(expectation.then)];
      return [() => ({ expectation, holds: first.first !== -1 && then.first !== -1 && first.first < then.first, count: 0, first: then.first, nearMiss: undefined })];
    }
  }
}

/** What is looked for in every run of a model: the expected events, and by kind of entry and its code for a those of them that it may be. */
interface Watched {
  readonly events: readonly EventExpectation[];
  readonly looks: readonly (readonly (readonly Look[])[] | undefined)[];
}
interface Look { readonly event: number; readonly matches: Matches; }

const watched = new WeakMap<Model, Watched>();

// The same in every run of a model, so it is worked out once.
function watchedIn(model: Model): Watched {
  const known = watched.get(model);
  if (known !== undefined) return known;
  const events = model.scenario.expect.filter((expectation) => expectation.kind === "event");
  const matchers = events.map(({ pattern }) => matcherOf(model, pattern));
  const looks = ENTRY_KINDS.map((_, ofKind) => {
    const mine = matchers.flatMap(({ kind, codes, matches }, event) => (kind === ofKind ? codes.map((code) => ({ code, event, matches })) : []));
    if (mine.length === 0) return undefined;
    return Array.from({ length: Math.max(...mine.map(({ code }) => code)) + 1 }, (__, ofCode) => mine.filter(({ code }) => code === ofCode));
  });
  const made = { events, looks };
  watched.set(model, made);
  return made;
}

function see(watch: Watch, at: number, number: number): void {
  const { from, to } = watch;
  if (at >= from && at <= to) {
    if (watch.count++ === 0) watch.first = number;
    return;
  }
  const gap = at < from ? from - at : at - to;
  if (gap >= watch.missGap) return;
  watch.missGap = gap;
  watch.miss = number;
  watch.missAt = at;
}

function eventVerdict({ expectation, count, first, miss, missAt }: Watch): Verdict {
  const holds = count >= expectation.atLeast && (expectation.atMost === undefined || count <= expectation.atMost);
  return { expectation, holds, count, first, nearMiss: miss === -1 ? undefined : { number: miss, at: missAt } };
}

const FACTS: Readonly<Record<Extract<EventPattern, { kind: "call" }>["call"], readonly CallFact[]>> = {
  "answered": ["answered"], "missed": ["unanswered", "not-rung"], "refused": ["refused"], "cut-off": ["cut-off"],
  "disputed": ["disputed"], "taken-as-signal": ["taken-as-signal"],
};
const HALFWAY: readonly MessageStage[] = ["at-patron"];
const STAGES: Readonly<Record<Extract<EventPattern, { kind: "message" }>["stage"], readonly MessageStage[]>> = {
  "sent": ["waiting"], "delivered": ARRIVED_STAGES, "lost": ["lost"], "lapsed": ["lapsed"],
};

/** What an expected event looks like among entries. */
export function matcherOf(model: Model, pattern: EventPattern): Matcher {
  const party = (id: string | undefined): number => (id === undefined ? -2 : model.partyOf.get(id) ?? -1);
  const fits = (wanted: number, found: number): boolean => wanted === -2 || wanted === found;
  const lineNumber = (id: string | undefined): number => (id === undefined ? -1 : model.lines.findIndex(({ name }) => name.text === id));
  switch (pattern.kind) {
    case "act": {
      const [act, by, against] = [ACT_NAMES.indexOf(pattern.act), party(pattern.by), party(pattern.against)];
      return { kind: ENTRY["act"], codes: [act], matches: (who, whom) => fits(by, who) && fits(against, whom) };
    }
    case "message": {
      const [message, by, to] = [MESSAGE_NAMES.indexOf(pattern.message), party(pattern.by), party(pattern.to)];
      const stages = MESSAGE_STAGES.map((stage) => STAGES[pattern.stage].includes(stage));
      // What has reached the patron it goes through is delivered to the patron.
      const halfway = MESSAGE_STAGES.map((stage) => pattern.stage === "delivered" && HALFWAY.includes(stage));
      return {
        kind: ENTRY["message"],
        codes: [message],
        matches: (who, whom, b, _line, via) => fits(by, who) && ((stages[b]! && fits(to, whom)) || (halfway[b]! && fits(to, via))),
      };
    }
    case "statement": {
      const [statement, by] = [STATEMENT_NAMES.indexOf(pattern.statement), party(pattern.by)];
      return { kind: ENTRY["statement"], codes: [statement], matches: (who) => fits(by, who) };
    }
    case "call": {
      const line = lineNumber(pattern.channel);
      const tier = pattern.tier === undefined ? -1 : TIERS.indexOf(pattern.tier);
      return { kind: ENTRY["call"], codes: FACTS[pattern.call].map((fact) => CALL[fact]), matches: (_who, _whom, b, c) => (line === -1 || line === b) && (tier === -1 || tier === c) };
    }
    case "level-added": {
      const [tier, line] = [TIERS.indexOf(pattern.tier), lineNumber(pattern.channel)];
      return { kind: ENTRY["tier"], codes: [tier], matches: (_who, _whom, b) => line === -1 || line === b };
    }
    case "stance": {
      const stance = model.stanceOf[party(pattern.party) * model.size + party(pattern.toward)]!;
      const enters = stance === -1 ? () => false : entersOf(model.stances[stance]!.chart, pattern.enters);
      return { kind: ENTRY["stance"], codes: [stance], matches: (_who, _whom, b, c) => enters(c) && !enters(b) };
    }
    case "relay": {
      const [relay, by] = [RELAY[pattern.relay], party(pattern.by)];
      return { kind: ENTRY["relay"], codes: MESSAGE_NAMES.map((_, message) => message), matches: (who, _whom, b) => b === relay && fits(by, who) };
    }
    case "goal": {
      const goal = pattern.goal === undefined ? -1 : model.goals.findIndex(({ name }) => name.text === pattern.goal);
      const [by, way] = [party(pattern.by), pattern.way === undefined ? 0 : WAYS.indexOf(pattern.way)];
      return { kind: ENTRY["goal"], codes: goal === -1 ? model.goals.map((_, number) => number) : [goal], matches: (who, _whom, b) => fits(by, who) && (way === 0 || way === b) };
    }
  }
}

/** Hands each entry to several recorders. */
export function recordAll(first: Recorder, ...others: readonly Recorder[]): Recorder {
  return others.reduce(recordBoth, first);
}

// Two at a time, each called in a place of its own: V8 then knows whom it calls.
function recordBoth(first: Recorder, second: Recorder): Recorder {
  return {
    record: (at, kind, who, whom, root, cause, a, b, c, d) => {
      first.record(at, kind, who, whom, root, cause, a, b, c, d);
      second.record(at, kind, who, whom, root, cause, a, b, c, d);
    },
  };
}
