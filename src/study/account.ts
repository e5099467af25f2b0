// A course followed once from its start, with its trace and the questions that were asked on the way.
// Knows how recorders and listeners are put together; must not know what is looked for in what they heard.
// Invariant: it is the run that the course stands for, entry for entry.

import { recordAll } from "../simulation/judge.ts";
import { recordTrace, type Entry } from "../simulation/trace.ts";
import { listenTo, type Asked } from "./asked.ts";
import { follow, startOf, type Course } from "./course.ts";

/** A run with its questions; `taken` is how many events there were. */
export interface Account { readonly course: Course; readonly entries: readonly Entry[]; readonly asked: readonly Asked[]; readonly taken: number; }

/** Follows a course from its start to its end, through a minute, or as far as it was played. */
export function accountOf(course: Course, through = Number.POSITIVE_INFINITY): Account {
  const trace = recordTrace(course.model);
  const { answerer, recorder, asked } = listenTo(course.answerer);
  const { world } = follow(course, startOf(course), answerer, recordAll(trace, recorder), { through, ...(course.events === undefined ? {} : { steps: course.events }) }, trace.amend);
  return { course, entries: trace.entries(), asked, taken: world.taken };
}

/** Numbers of the entries behind an entry, it first, then its cause and so on to the root. */
export function chainOf(entries: readonly Entry[], number: number): readonly number[] {
  const chain: number[] = [];
  for (let at: number | undefined = number; at !== undefined; at = entries[at]!.cause) chain.push(at);
  return chain;
}

/** The questions asked at the entries behind an entry, nearest first: what each of them turned on, and what it set going. */
export function askedBehind({ entries, asked }: Account, number: number): readonly Asked[] {
  const behind = new Set(chainOf(entries, number));
  const isAt = (at: number, { question }: Asked): boolean => behind.has(at) && entries[at]!.root === question.root.text;
  return asked.filter((one) => one.entry <= number && (isAt(one.entry, one) || isAt(one.entry - 1, one))).toReversed();
}
