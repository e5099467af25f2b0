// Runs a course again with a few answers changed, from just before the first of them, to see whether something happens all the same.
// Knows places along the course as it was; must not know which changes are worth trying.
// Invariant: what comes of a change is the same from a place on the way as from the start; every event taken is counted.

import { recordAll } from "../simulation/judge.ts";
import type { Recorder } from "../simulation/run.ts";
import type { Entry } from "../simulation/trace.ts";
import type { Account } from "./account.ts";
import { listenTo, otherwise, type Change } from "./asked.ts";
import { copyPlace, follow, modelAt, startOf, type Place } from "./course.ts";
import { HALF_A_DAY, keepKind, recurrenceOf, type Recurrence } from "./recurrence.ts";

/** A place on the course as it was, with how many questions and entries lie behind it. */
interface Waypoint { readonly place: Place; readonly asked: number; readonly entries: number; }

/** A course to be run again, with what is looked for on it. */
export interface Rerun {
  readonly recurrence: Recurrence;
  /** Whether it happens where this is answered otherwise; `first` is the place in the account's questions of the first that is. */
  readonly happens: (changes: readonly Change[], first: number) => boolean;
  /** Events taken so far, all runs together. */
  readonly taken: () => number;
}

/** So many places are kept: a run again begins at most this part of the way before its change. */
const WAYPOINTS = 64;
/** Events taken between two looks at whether it has happened. */
const LOOK = 32;

/** Makes an account ready to be run again for one of its entries. */
export function rerunOf({ course, taken, entries }: Account, entry: Entry): Rerun {
  const ways: Waypoint[] = [];
  const listening = listenTo(course.answerer);
  const kept = keepKind(entry.kind);
  const step = Math.max(LOOK, Math.ceil(taken / WAYPOINTS));
  let counted = 0;
  let recorded = 0;
  const recorder = recordAll(kept, listening.recorder, { record: () => { recorded++; } });
  let place = startOf(course);
  while (!place.world.ended && place.world.at <= entry.at + HALF_A_DAY && place.world.taken < taken && recorded < entries.length) {
    ways.push({ place: copyPlace(place), asked: listening.asked.length, entries: recorded });
    place = follow(course, place, listening.answerer, recorder, { steps: Math.min(step, taken - place.world.taken) });
    counted = place.world.taken;
  }
  const recurrence = recurrenceOf(modelAt(course, place), entry.number, kept.rows);
  return {
    recurrence,
    taken: () => counted,
    happens: (changes, first) => {
      const way = ways.findLast(({ asked }) => asked <= first) ?? ways[0]!;
      const before = kept.rows.filter(({ number, at, values }) => number < way.entries && at >= recurrence.from && recurrence.matches(values)).length;
      const seen = lookFor(recurrence, before);
      const answerer = otherwise(course.answerer, changes);
      let at = copyPlace(way.place);
      while (!seen.enough() && !at.world.ended && at.world.at < recurrence.until) {
        const from = at.world.taken;
        at = follow(course, at, answerer, seen.recorder, { through: recurrence.until, steps: LOOK });
        counted += at.world.taken - from;
      }
      return seen.enough();
    },
  };
}

function lookFor({ matches, from, until, needed }: Recurrence, before: number): { readonly recorder: Recorder; readonly enough: () => boolean } {
  let count = before;
  return {
    enough: () => count >= needed,
    recorder: { record: (...row) => { if (row[0] >= from && row[0] <= until && matches(row)) count++; } },
  };
}
