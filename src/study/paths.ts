// The paths to a target: the smallest sets of surprises that lead there, fewest first and then likeliest.
// Knows levels, tasks and how many courses are enough; must not know who does the tasks, nor words.
// Invariant: a level counts as searched only where every one of its sets was tried, and a path is given only where running it
// again comes to the target and leaving any of its surprises out does not. The report does not depend on who did which task.

import { likeliest, likeliestOf, type Answerer, type Question } from "../kernel/choices.ts";
import { advance } from "../simulation/advance.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { initialWorld } from "../simulation/world.ts";
import { withoutBystanders } from "../scenario/bystanders.ts";
import { searchPaths, type PathsFound, type PathTask } from "./path-search.ts";
import type { Surprise } from "./stretches.ts";
import { foldFor, REACHED, type Target } from "./target.ts";

/** A question that was answered otherwise: with `option` instead of `usual`, which is so many bits likelier. */
export interface Turn { readonly question: Question; readonly option: number; readonly usual: number; readonly bits: number; }

/** A smallest set of turns that leads to the target, in the order of the course, and how much less likely the course is for them. */
export interface Path { readonly turns: readonly Turn[]; readonly bits: number; }

/** What is asked for: so many paths, after trying so many courses at most. */
export interface PathsWanted { readonly target: Target; readonly top: number; readonly courses: number; }

/** One level: how many sets of so many surprises were tried; whether these were all of them. */
export interface Level { readonly surprises: number; readonly courses: number; readonly whole: boolean; }

/** What was found. With `reachedUnsurprised` there is nothing to search; `exhausted` where no larger set leads anywhere new. */
export interface PathsReport {
  readonly reachedUnsurprised: boolean;
  readonly levels: readonly Level[];
  readonly paths: readonly Path[];
  readonly exhausted: boolean;
  /** Whoever does the tasks stopped before their end. */
  readonly calledOff: boolean;
}

/** Does tasks, and gives what they found in their order; it may be left before its end. */
export type Perform = (tasks: readonly PathTask[]) => AsyncIterable<PathsFound>;

/** The scenario without the parties that cannot bear on a target: no question of theirs is a surprise on a way there. */
export function bearingOn(scenario: Scenario, target: Target): Scenario {
  const crisis = scenario.crisis.flat();
  const isOfTheCrisis = target.kind === "rung" || (target.kind === "expectation" && scenario.expect.find(({ id }) => id === target.id)?.kind === "quiet");
  if (isOfTheCrisis) return withoutBystanders(scenario, crisis);
  return target.kind !== "expectation" && target.by !== undefined ? withoutBystanders(scenario, [...crisis, target.by]) : scenario;
}

/** Searches level by level, until enough paths are found, no set is left or enough courses are tried. */
export async function findPaths(model: Model, { target, top, courses }: PathsWanted, perform: Perform): Promise<PathsReport> {
  const searched = compileModel(bearingOn(model.scenario, target));
  const { reachedUnsurprised, stretches } = searchPaths(searched, target);
  const levels: Level[] = [];
  const paths: Path[] = [];
  let left = courses;
  let exhausted = reachedUnsurprised;
  while (!exhausted && paths.length < top && (levels.at(-1)?.whole ?? true)) {
    const surprises = levels.length + 1;
    const tasks = Array.from({ length: stretches }, (_, stretch): PathTask => ({ stretch, surprises, limit: left }));
    const found: (readonly Surprise[])[] = [];
    let whole = true;
    let tried = 0;
    let answered = 0;
    for await (const answer of perform(tasks)) {
      answered++;
      whole = answer.whole && tried + answer.courses <= left;
      if (!whole) break;
      tried += answer.courses;
      found.push(...answer.paths);
    }
    if (whole && answered < tasks.length) return { reachedUnsurprised, levels, paths, exhausted: false, calledOff: true };
    exhausted = whole && tried === 0;
    if (exhausted) break;
    left -= tried;
    levels.push({ surprises, courses: tried, whole });
    for (const surprise of found.toSorted(byLikelihood)) {
      if (paths.length === top) break;
      const path = pathOf(searched, surprise);
      if (!paths.some(({ turns }) => isWithin(turns, path.turns)) && isSmallest(model, target, path)) paths.push(path);
    }
  }
  return { reachedUnsurprised, levels, paths, exhausted, calledOff: false };
}

/** The number of the entry at which a course comes to a target, or -1; everything but the turns goes as is likeliest. */
export function reachedAt(model: Model, target: Target, turns: readonly Turn[], rest: Answerer = likeliest): number {
  const fold = foldFor(model, target);
  let state = fold.start;
  let entries = 0;
  let reached = state === REACHED ? 0 : -1;
  advance(model, initialWorld(model), turning(turns, rest), {
    record: (at, kind, who, whom, _root, _cause, a, b, c, d) => {
      if (state >= 0) state = fold.next(state, at, kind, who, whom, a, b, c, d);
      if (state === REACHED && reached === -1) reached = entries;
      entries++;
    },
  });
  return reached;
}

/** Whether every turn of one set is in another. */
export function isWithin(some: readonly Turn[], all: readonly Turn[]): boolean {
  return some.every((one) => all.some((other) => one.option === other.option && isSameQuestion(one.question, other.question)));
}

/** Whether two questions have one identity. */
export function isSameQuestion(one: Question, other: Question): boolean {
  return one.high === other.high && one.low === other.low && one.n === other.n;
}

/** The turns where their questions are asked, another answerer for the rest. */
export function turning(turns: readonly Turn[], rest: Answerer): Answerer {
  return {
    mayWait: rest.mayWait,
    answer: (asked) => turns.find(({ question }) => isSameQuestion(question, asked))?.option ?? rest.answer(asked),
  };
}

function byLikelihood(one: readonly Surprise[], other: readonly Surprise[]): number {
  const difference = bitsOf(one) - bitsOf(other);
  if (difference !== 0) return difference;
  for (const [i, { at, place, option }] of one.entries()) {
    const theirs = other[i]!;
    const order = at - theirs.at || place - theirs.place || option - theirs.option;
    if (order !== 0) return order;
  }
  return 0;
}

function bitsOf(set: readonly { readonly bits: number }[]): number {
  return set.reduce((sum, { bits }) => sum + bits, 0);
}

// A course knows its questions by their places; a path names them.
function pathOf(model: Model, surprises: readonly Surprise[]): Path {
  const turns: Turn[] = [];
  let minute = -1;
  let place = 0;
  advance(model, initialWorld(model), {
    mayWait: false,
    answer: (question) => {
      place = question.at === minute ? place + 1 : 0;
      minute = question.at;
      const usual = likeliestOf(question.options);
      const next = surprises[turns.length];
      if (next === undefined || next.at !== minute || next.place !== place) return usual;
      turns.push({ question, option: next.option, usual, bits: next.bits });
      return next.option;
    },
  }, { record: () => {} });
  if (turns.length < surprises.length) throw new Error(`a surprise at minute ${surprises[turns.length]!.at} has no question`);
  return { turns, bits: bitsOf(turns) };
}

// Made again it comes to the target, and with any of its turns left out it does not.
function isSmallest(model: Model, target: Target, { turns }: Path): boolean {
  if (reachedAt(model, target, turns) === -1) throw new Error(`a path at minute ${turns[0]!.question.at} does not come to its target`);
  return turns.every((left) => reachedAt(model, target, turns.filter((turn) => turn !== left)) === -1);
}
