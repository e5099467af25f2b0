// Limited discrepancy search: every set of a given number of surprises, level by level, from the no-surprise course.
// Knows courses, their keys and what has been searched from where; must not know what a question is about, nor who asks.
// Invariant: a course is left off only where it is back on the no-surprise course, where what is to come of it is known already,
// or where fewer surprises have done. What a task finds and how many courses it counts depend on model, target and task alone.
// Method: Harvey and Ginsberg 1995, with a table of positions as game programs keep one (Greenblatt et al. 1967).

import { keepUnder, keptUnder, keyTable, NOT_KEPT, type KeyTable } from "../kernel/key-table.ts";
import type { TupleHash } from "../kernel/random.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { coursesOf, type Courses, type Standing, type Surprise } from "./stretches.ts";
import { foldFor, MISSED, REACHED, type Target } from "./target.ts";

/** One task of a level: so many surprises, the first of which lies in this stretch of the no-surprise course, and how many courses are enough. Plain data. */
export interface PathTask { readonly stretch: number; readonly surprises: number; readonly limit: number; }

/** What a task found. `courses` is how many sets of surprises it tried; where it came to the limit it is not whole, and finds nothing. */
export interface PathsFound { readonly paths: readonly (readonly Surprise[])[]; readonly courses: number; readonly whole: boolean; }

/** What all tasks of a search share. Plain data. */
export interface PathsShared { readonly scenario: Scenario; readonly target: Target; }

/** The work of a search. */
export const pathSearch = {
  name: "path search",
  begin: ({ scenario, target }: PathsShared): ((task: PathTask) => PathsFound) => searchPaths(compileModel(scenario), target).search,
};

/** A search of one model for one target; it keeps what it finds out from task to task. */
export interface PathSearch {
  /** Whether the no-surprise course comes to the target by itself. */
  readonly reachedUnsurprised: boolean;
  /** How many tasks a level has. */
  readonly stretches: number;
  /** Every set of surprises that a task is about and that leads to the target. */
  readonly search: (task: PathTask) => PathsFound;
}

// What is to come of a course, where so many surprises may still come: which of them lead to the target, and how many were tried.
interface Prospect { readonly reached: boolean; readonly ways: Ways | undefined; readonly courses: number; }
// A list of ways: the surprises of one stretch, the ways on from there (none: these do), and the next way.
interface Ways { readonly surprises: readonly Surprise[]; readonly on: Ways | undefined; readonly next: Ways | undefined; }
interface Link { readonly from: Standing; readonly stretch: number; readonly otherwise: readonly Surprise[]; readonly high: number; readonly low: number; }

const NONE: Prospect = { reached: false, ways: undefined, courses: 0 };
const REACHES: Prospect = { reached: true, ways: undefined, courses: 0 };
const UNSURPRISED: readonly Surprise[] = [];

/** Begins a search. */
export function searchPaths(model: Model, target: Target): PathSearch {
  const courses = coursesOf(model, foldFor(model, target));
  const base = baseOf(courses);
  return {
    reachedUnsurprised: base.reached,
    stretches: base.links.length,
    search: searcherOf(courses, base.links),
  };
}

// The no-surprise course, stretch by stretch, as far as the target.
function baseOf(courses: Courses): { readonly reached: boolean; readonly links: readonly Link[] } {
  const links: Link[] = [];
  const key: TupleHash = { high: 0, low: 0 };
  let from = courses.start;
  for (let stretch = 0; stretch < courses.stretches && from.state >= 0; stretch++) {
    courses.keyBefore(key, from, stretch);
    const after = courses.goOn(from, stretch, UNSURPRISED);
    links.push({ from, stretch, otherwise: after.otherwise, ...key });
    from = after;
  }
  return { reached: from.state === REACHED, links };
}

function searcherOf(courses: Courses, base: readonly Link[]): PathSearch["search"] {
  const key: TupleHash = { high: 0, low: 0 };
  const reaching = keyTable();
  const prospects: Prospect[] = [];
  const known: KeyTable[] = [];
  let left = 0;

  const isOnBase = (stretch: number): boolean => base[stretch]?.high === key.high && base[stretch].low === key.low;

  // Whether a course comes to the target by itself; uses up the world.
  const reachesFrom = (from: Standing, first: number): boolean => {
    const passed: number[] = [];
    let at = from;
    let reached = false;
    for (let stretch = first; stretch < courses.stretches && at.state >= 0; stretch++) {
      courses.keyBefore(key, at, stretch);
      if (isOnBase(stretch)) break;
      const kept = keptUnder(reaching, key.high, key.low);
      if (kept !== NOT_KEPT) {
        reached = kept === 1;
        break;
      }
      passed.push(key.high, key.low);
      at = courses.use(at, stretch);
      reached = at.state === REACHED;
    }
    for (let i = 0; i < passed.length; i += 2) keepUnder(reaching, passed[i]!, passed[i + 1]!, reached ? 1 : 0);
    return reached;
  };

  // What comes of these surprises in a stretch, and of so many more after the last of them.
  const explore = ({ from, stretch }: Pick<Link, "from" | "stretch">, surprises: readonly Surprise[], more: number): Prospect => {
    if (left < 0) return NONE;
    if (more === 0) {
      const after = courses.end(from, stretch, surprises);
      left--;
      const reached = after.state === REACHED || (after.state !== MISSED && reachesFrom(after, stretch + 1));
      return { reached, ways: reached ? { surprises, on: undefined, next: undefined } : undefined, courses: 1 };
    }
    const after = courses.goOn(from, stretch, surprises);
    if (after.state === REACHED) return REACHES;
    const beyond = after.state === MISSED ? NONE : prospectFrom(after, stretch + 1, more);
    if (beyond.reached) return REACHES;
    const start: Prospect = { ...beyond, ways: beyond.ways && { surprises, on: beyond.ways, next: undefined } };
    return after.otherwise.reduce((sum, other) => joined(explore({ from, stretch }, [...surprises, other], more - 1), sum), start);
  };

  // What comes of so many surprises from a stretch on, in a course that is not the no-surprise course.
  const prospectFrom = (start: Standing, first: number, surprises: number): Prospect => {
    const table = (known[surprises] ??= keyTable());
    const links: Link[] = [];
    let from = start;
    let prospect = NONE;
    for (let stretch = first; stretch < courses.stretches && from.state >= 0; stretch++) {
      courses.keyBefore(key, from, stretch);
      if (isOnBase(stretch)) break; // what more surprises do from here they do without the first
      const kept = keptUnder(table, key.high, key.low);
      if (kept !== NOT_KEPT) {
        prospect = prospects[kept]!;
        left -= prospect.courses;
        break;
      }
      const { high, low } = key;
      const after = courses.goOn(from, stretch, UNSURPRISED);
      links.push({ from, stretch, otherwise: after.otherwise, high, low });
      from = after;
      if (after.state === REACHED) prospect = REACHES;
    }
    for (const { high, low } of links) keepUnder(reaching, high, low, prospect.reached ? 1 : 0);
    for (const link of links.reverse()) {
      if (!prospect.reached) for (const other of link.otherwise) prospect = joined(withoutReaching(explore(link, [other], surprises - 1)), prospect);
      if (left >= 0) keepUnder(table, link.high, link.low, prospects.push(prospect) - 1);
    }
    return prospect;
  };

  return ({ stretch, surprises, limit }) => {
    left = limit;
    const link = base[stretch]!;
    let all = NONE;
    for (const other of link.otherwise) all = joined(withoutReaching(explore(link, [other], surprises - 1)), all);
    return left < 0 ? { paths: [], courses: limit + 1, whole: false } : { paths: pathsOf(all.ways), courses: all.courses, whole: true };
  };
}

function joined(some: Prospect, others: Prospect): Prospect {
  if (some.courses === 0 && some.ways === undefined) return others;
  return { reached: others.reached, ways: chained(some.ways, others.ways), courses: some.courses + others.courses };
}

// A course that fewer surprises have brought to the target is no way for more of them.
function withoutReaching(prospect: Prospect): Prospect {
  return prospect.reached ? { ...prospect, reached: false } : prospect;
}

function chained(some: Ways | undefined, others: Ways | undefined): Ways | undefined {
  let all = others;
  for (let way = some; way !== undefined; way = way.next) all = { surprises: way.surprises, on: way.on, next: all };
  return all;
}

function pathsOf(ways: Ways | undefined): readonly (readonly Surprise[])[] {
  const paths: (readonly Surprise[])[] = [];
  for (let way = ways; way !== undefined; way = way.next) {
    if (way.on === undefined) paths.push(way.surprises);
    else for (const rest of pathsOf(way.on)) paths.push([...way.surprises, ...rest]);
  }
  return paths;
}
