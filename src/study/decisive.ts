// Which choices behind an entry were decisive, and where no single one was, the smallest set found that was.
// Knows questions, their other options and how to run again; must not know what any of them means.
// Invariant: a decisive choice, answered otherwise with everything else the same, keeps the entry from happening about when it did
// (see recurrence.ts). What was not tried within the limit is said to be so, and never taken for tried.

import type { Entry } from "../simulation/trace.ts";
import { accountOf, askedBehind, type Account } from "./account.ts";
import { otherwise, othersOf, type Asked, type Change } from "./asked.ts";
import { rerunOf, type Rerun } from "./rerun.ts";

/** A decisive choice, and which of its other options would have kept the entry from happening, out of how many others. */
export interface Decisive { readonly asked: Asked; readonly prevents: readonly number[]; readonly others: number; }

/** What the search came to: choices tried of those there are before the entry, and a set where no single one was decisive. */
export interface Searched {
  readonly tried: number;
  readonly choices: number;
  readonly decisive: number;
  /** Answered otherwise all together, and none of them can be left out; undefined where none was looked for, or none found. */
  readonly together: readonly Change[] | undefined;
  /** How many sets of more than one were tried; 0 where none had to be. */
  readonly setsTried: number;
  /** How many minutes before or after its time the entry would have counted as having happened all the same. */
  readonly reach: number;
}

/** Events that a search may take in all: some ten seconds on a machine of today (assumed). */
export const SEARCH_EVENTS = 6_000_000;
/** Sets of more choices than this are not looked for: a person could not follow them. */
const MOST_TOGETHER = 3;

/** Tries the choices before an entry one by one, those behind it first; a step gives a decisive one, or undefined after any other. */
export function* decisiveChoices(account: Account, entry: Entry, events = SEARCH_EVENTS): Generator<Decisive | undefined, Searched> {
  const candidates = candidatesFor(account, entry);
  const rerun = rerunOf(account, entry);
  let tried = 0;
  let decisive = 0;
  for (const { asked, place } of candidates) {
    if (rerun.taken() > events) break;
    const others = othersOf(asked);
    const prevents = others.filter((option) => !rerun.happens([{ question: asked.question, option }], place));
    tried++;
    if (prevents.length > 0) decisive++;
    yield prevents.length === 0 ? undefined : { asked, prevents, others: others.length };
  }
  const found = { tried, choices: candidates.length, decisive, reach: rerun.recurrence.until - entry.at };
  if (decisive > 0 || tried < candidates.length) return { ...found, together: undefined, setsTried: 0 };
  return { ...found, ...(yield* setsTogether(account, entry, rerun, events)) };
}

interface Candidate { readonly asked: Asked; readonly place: number; }

// Every question before the entry that could have gone another way: those behind the entry first, decisions before chance, the nearest first.
function candidatesFor(account: Account, entry: Entry): readonly Candidate[] {
  const behind = new Set(askedBehind(account, entry.number));
  const rank = ({ asked }: Candidate): number => (behind.has(asked) ? 0 : 2) + (asked.question.kind === "decision" ? 0 : 1);
  return account.asked
    .map((asked, place) => ({ asked, place }))
    .filter(({ asked }) => asked.entry <= entry.number && othersOf(asked).length > 0)
    .toSorted((a, b) => rank(a) - rank(b) || b.place - a.place);
}

// Changes a choice behind the entry, looks what is behind it on the course that follows, changes one of those, and so on, level by level.
function* setsTogether(account: Account, entry: Entry, rerun: Rerun, events: number): Generator<undefined, Pick<Searched, "together" | "setsTried">> {
  let level: readonly (readonly Change[])[] = [[]];
  let setsTried = 0;
  for (let size = 1; size <= MOST_TOGETHER; size++) {
    const next: (readonly Change[])[] = [];
    for (const changes of level) {
      const on = changes.length === 0 ? account : accountOf({ ...account.course, answerer: otherwise(account.course.answerer, changes) }, rerun.recurrence.until);
      const number = changes.length === 0 ? entry.number : sameIn(on, entry, rerun);
      if (number === undefined) continue;
      for (const asked of askedBehind(on, number)) {
        if (changes.some(({ question }) => isSame(question, asked.question))) continue;
        for (const option of othersOf(asked)) {
          const set = [...changes, { question: asked.question, option }];
          // Single ones have been tried already.
          const happens = size === 1 || rerun.happens(set, 0);
          if (size > 1) setsTried++;
          if (!happens) return { together: shrunk(set, rerun), setsTried };
          next.push(set);
          yield undefined;
          if (rerun.taken() > events) return { together: undefined, setsTried };
        }
      }
    }
    level = next;
  }
  return { together: undefined, setsTried };
}

function sameIn({ entries }: Account, entry: Entry, { recurrence }: Rerun): number | undefined {
  return entries.find(({ kind, who, whom, at }) => kind === entry.kind && who === entry.who && whom === entry.whom && at >= recurrence.from && at <= recurrence.until)?.number;
}

function shrunk(set: readonly Change[], rerun: Rerun): readonly Change[] {
  const without = set.map((_, i) => set.toSpliced(i, 1)).find((fewer) => fewer.length > 0 && !rerun.happens(fewer, 0));
  return without === undefined ? set : shrunk(without, rerun);
}

function isSame(a: Asked["question"], b: Asked["question"]): boolean {
  return a.high === b.high && a.low === b.low && a.n === b.n;
}
