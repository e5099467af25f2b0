// The off-ramps of a run that came to a rung: the smallest sets of decisions that would have kept it below, all else as it was.
// Knows decisions and where a run came to; must not know words, nor what any decision is about.
// Invariant: every question but those changed is answered as the run answers it; an off-ramp is given only where the run made again
// with it stays below the rung, and where no part of it is one. A level counts as searched only where every set of it was tried.
// A decision could have been known to matter where its party had perceived, before it decided, something of what led to the rung.

import { ENTRY } from "../simulation/codes.ts";
import { recordAll } from "../simulation/judge.ts";
import { openingPeak, type Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { recordTrace, type Entry, type EntryOf } from "../simulation/trace.ts";
import { listenTo, otherwise, type Asked, type Change } from "./asked.ts";
import { follow, startOf, type Course } from "./course.ts";
import { isSameQuestion, isWithin, type Level, type Turn } from "./paths.ts";

/** What a party had perceived of what led to the rung, when it decided; undefined where nothing, and then whether it had begun at all. */
export interface Knowledge { readonly perceived: EntryOf<"perceived"> | undefined; readonly begun: boolean; }

/** A set of decisions that would have kept the run below the rung, where it would have come to at most, and what was known at each; `usual` is what the run took. */
export interface OffRamp { readonly decisions: readonly Turn[]; readonly knowledge: readonly Knowledge[]; readonly bits: number; readonly peak: number; }

/** What is asked for: below which rung (undefined for the highest that the run came to), whose decisions (undefined for anybody's), how many off-ramps, after how many courses run to stop. */
export interface OffRampsWanted { readonly below: number | undefined; readonly by: string | undefined; readonly top: number; readonly courses: number; }

/** What was found. `reached` is the entry at which the run came to the rung; without it there is nothing to avoid. */
export interface OffRampsReport {
  readonly below: number;
  readonly peak: number;
  readonly entries: readonly Entry[];
  readonly reached: EntryOf<"stance"> | undefined;
  readonly levels: readonly Level[];
  readonly offRamps: readonly OffRamp[];
  /** No larger set of decisions is left to try. */
  readonly exhausted: boolean;
  /** The time of the last single decision that would have kept it below; undefined where none would. */
  readonly lastAlone: number | undefined;
}

/** Searches level by level, until enough are found, no set is left or enough courses are tried. `below` is taken from the run where it is undefined. */
export function findOffRamps(course: Course, { below: wanted, by, top, courses }: OffRampsWanted): OffRampsReport {
  const { entries, until, peak } = wholeRun(course);
  const below = wanted ?? peak;
  const reached = firstAt(course.model, entries, below);
  const found: Found[][] = [];
  const levels: Level[] = [];
  let left = courses;
  let exhausted = reached === undefined;
  while (!exhausted && found.flat().length < top && (levels.at(-1)?.whole ?? true)) {
    const level: Found[] = [];
    let tried = 0;
    const grow = (set: readonly Turn[], more: number): void => {
      if (left-- <= 0) return;
      const { peak: came, asked } = followed(course, set, below, until);
      if (more === 0) {
        tried++;
        if (came < below && !found.flat().some(({ decisions }) => isWithin(decisions, set))) level.push({ decisions: set, peak: came, bits: set.reduce((sum, { bits }) => sum + bits, 0) });
        return;
      }
      if (set.length > 0 && came < below) return; // it is an off-ramp by itself
      for (const decision of decisionsAfter(asked, set, by)) grow([...set, decision], more - 1);
    };
    grow([], levels.length + 1);
    const whole = left >= 0;
    exhausted = whole && tried === 0;
    if (exhausted) break;
    levels.push({ surprises: levels.length + 1, courses: tried, whole });
    found.push(level.toSorted((a, b) => a.bits - b.bits || lastOf(a) - lastOf(b)));
  }
  const alone = levels[0]?.whole === true ? found[0]!.map(lastOf) : [];
  const offRamps = found.flat().slice(0, top).map((one): OffRamp => ({ ...one, knowledge: one.decisions.map((_, i) => knowledgeAt(course, one.decisions, i, below)) }));
  return { below, peak, entries, reached, levels, offRamps, exhausted, lastAlone: alone.length === 0 ? undefined : Math.max(...alone) };
}

type Found = Omit<OffRamp, "knowledge">;

function lastOf({ decisions }: Found): number {
  return decisions.at(-1)!.question.at;
}

// The decisions that were open after the last one changed, each with every other option.
function decisionsAfter(asked: readonly Asked[], set: readonly Turn[], by: string | undefined): readonly Turn[] {
  const last = set.at(-1)?.question;
  const from = last === undefined ? 0 : asked.findIndex(({ question }) => isSameQuestion(question, last)) + 1;
  return asked.slice(from).flatMap(({ question, option: usual }) => {
    if (question.kind !== "decision" || (by !== undefined && question.asker.text !== by)) return [];
    const { weights } = question.options;
    return weights.flatMap((weight, option) => (weight > 0 && option !== usual ? [{ question, option, usual, bits: Math.log2(weights[usual]! / weight) }] : []));
  });
}

// The run as it was: its trace, how far it went, and the highest rung of any crisis pair.
function wholeRun(course: Course): { readonly entries: readonly Entry[]; readonly until: number; readonly peak: number } {
  const trace = recordTrace(course.model);
  const peak = watchPeak(course.model, Number.POSITIVE_INFINITY, () => 0);
  const { world } = follow(course, startOf(course), course.answerer, recordAll(trace, peak.recorder), course.events === undefined ? {} : { steps: course.events }, trace.amend);
  return { entries: trace.entries(), until: world.at, peak: peak.highest() };
}

/** Minutes followed between two looks at whether the rung is reached. */
const LOOK = 360;

// The run with some decisions changed, as far as the rung; and every question that it asked before.
function followed(course: Course, changes: readonly Change[], below: number, until: number): { readonly peak: number; readonly asked: readonly Asked[] } {
  const listening = listenTo(otherwise(course.answerer, changes));
  const watch = watchPeak(course.model, below, () => listening.asked.length);
  let place = startOf(course);
  while (!place.world.ended && place.world.at < until && watch.at() === undefined) {
    place = follow(course, place, listening.answerer, recordAll(listening.recorder, watch.recorder), { through: Math.min(until, place.world.at + LOOK) });
  }
  return { peak: watch.highest(), asked: listening.asked.slice(0, watch.at()) };
}

interface PeakWatch { readonly recorder: Recorder; readonly highest: () => number; readonly at: () => number | undefined; }

// The highest rung of any crisis pair, and where a rung was reached first, as `where` counts.
function watchPeak(model: Model, rung: number, where: () => number): PeakWatch {
  const { stances } = model;
  let highest = openingPeak(model);
  let first = highest >= rung ? 0 : undefined;
  return {
    highest: () => highest,
    at: () => first,
    recorder: {
      record: (_at, kind, _who, _whom, _root, _cause, a, _b, c) => {
        if (kind !== ENTRY["stance"] || stances[a]!.pair === -1) return;
        highest = Math.max(highest, stances[a]!.chart.rung(c));
        if (highest >= rung) first ??= where();
      },
    },
  };
}

function firstAt({ stances }: Model, entries: readonly Entry[], rung: number): EntryOf<"stance"> | undefined {
  return entries.find((entry): entry is EntryOf<"stance"> => entry.kind === "stance" && stances[entry.stance]!.pair !== -1 && entry.rung >= rung);
}

// What a decision of a set averted is what the run came to with those before it changed and that one as it was. What led there is the
// chain of causes; the party knew of it where it had perceived one of these, or something that one of them led to.
function knowledgeAt(course: Course, decisions: readonly Turn[], place: number, below: number): Knowledge {
  const { entries } = wholeRun({ ...course, answerer: otherwise(course.answerer, decisions.slice(0, place)) });
  const { asker, at } = decisions[place]!.question;
  const behind = new Set<number>();
  for (let entry = firstAt(course.model, entries, below)?.number; entry !== undefined; entry = entries[entry]!.cause) if (entries[entry]!.at < at) behind.add(entry);
  const perceived = entries.findLast((entry): entry is EntryOf<"perceived"> =>
    entry.kind === "perceived" && entry.who === asker.text && entry.at <= at && (behind.has(entry.number) || (entry.cause !== undefined && behind.has(entry.cause))));
  return { perceived, begun: [...behind].some((entry) => entries[entry]!.kind !== "run.started") };
}
