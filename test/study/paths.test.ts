import * as fc from "fast-check";
import { expect, test } from "vitest";
import { identityOf, likeliest, likeliestOf, recorded, seeded, type Question } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { searchPaths, type PathTask } from "../../src/study/path-search.ts";
import { bearingOn, findPaths, reachedAt, type Path, type Perform } from "../../src/study/paths.ts";
import { foldFor, REACHED, type Target } from "../../src/study/target.ts";
import { crises, modelOf, type Drawn } from "../simulation/random-crises.ts";
import { BORDER, ROAD, written } from "../simulation/small-crises.ts";

/** Does every task here, by one search. */
function here(model: Model, target: Target): Perform {
  const { search } = searchPaths(compileModel(bearingOn(model.scenario, target)), target);
  return async function* (tasks) { for (const task of tasks) yield search(task); };
}

/** As workers would: each task by whichever of several searches is next. */
function shared(model: Model, target: Target, workers: number): Perform {
  const searches = Array.from({ length: workers }, () => searchPaths(compileModel(bearingOn(model.scenario, target)), target));
  return async function* (tasks: readonly PathTask[]) { for (const [i, task] of tasks.entries()) yield searches[(i * 7) % workers]!.search(task); };
}

type Answers = ReadonlyMap<string, string>;

/** A course by its answers: whether it comes to the target, and every question that it asks before. */
function courseOf(model: Model, target: Target, answers: Answers) {
  const fold = foldFor(model, target);
  let state = fold.start;
  const asked: Question[] = [];
  const answerer = recorded(answers, likeliest);
  advance(model, initialWorld(model), {
    mayWait: false,
    answer: (question) => {
      if (state >= 0) asked.push(question);
      return answerer.answer(question);
    },
  }, { record: (at, kind, who, whom, _root, _cause, a, b, c, d) => { if (state >= 0) state = fold.next(state, at, kind, who, whom, a, b, c, d); } });
  return { reached: state === REACHED, asked };
}

/** Every smallest set of at most two surprises, by running all of them from the start. */
function byTryingAll(model: Model, target: Target): readonly string[] {
  const found: Answers[] = [];
  const grow = (answers: Answers, most: number): void => {
    const { reached, asked } = courseOf(model, target, answers);
    if (reached) {
      found.push(answers);
      return;
    }
    if (answers.size === most) return;
    const last = asked.findLastIndex((question) => answers.has(identityOf(question)));
    for (const question of asked.slice(last + 1)) {
      const usual = likeliestOf(question.options);
      for (const [option, name] of question.options.names.entries()) {
        if (option !== usual && question.options.weights[option]! > 0) grow(new Map([...answers, [identityOf(question), name]]), most);
      }
    }
  };
  grow(new Map(), 2);
  const isWithin = (small: Answers, large: Answers): boolean => small.size < large.size && [...small].every(([question, option]) => large.get(question) === option);
  return found.filter((set) => !found.some((other) => isWithin(other, set))).map((set) => [...set].map((pair) => pair.join("=")).join(" + ")).toSorted();
}

function said({ turns }: Path): string {
  return turns.map(({ question, option }) => `${identityOf(question)}=${question.options.names[option]!}`).join(" + ");
}

const IDS = ["a-blow", "a-word", "a-call", "word-first", "high", "calm", "no-threat", "relayed"];
const THE_FIRST_DAY = JSON.stringify({ set: { end: "2030-05-06T16:00" } });
const PRESSED = JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 07:00", pressure: { party: "column", toward: "post", strength: "serious" } }] } });
const CROSSED = JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 07:00", pressure: { party: "south", toward: "north", strength: "grave" } }] } });
const EXPECTED = JSON.stringify({ add: { expect: [{ id: "two-shows", "event": { act: "show-force" }, "at-least": 2 }, { id: "calm", quiet: { within: ["day 1 08:00", "day 1 16:00"], below: "warning" } }] } });

const otherwise = (model: Model): number =>
  courseOf(model, { kind: "rung", rung: 99 }, new Map()).asked.reduce((sum, { options: { weights } }) => sum + weights.filter((weight) => weight > 0).length - 1, 0);

// A few of the answers of the run under the seed, given beforehand.
function answersOf(drawn: Drawn): string {
  const answers: Record<string, string> = {};
  const drawing = seeded(drawn.seed);
  advance(modelOf(drawn), initialWorld(modelOf(drawn)), {
    mayWait: false,
    answer: (question) => {
      const option = drawing.answer(question);
      if (option !== likeliestOf(question.options) && Object.keys(answers).length < 3) answers[identityOf(question)] = question.options.names[option]!;
      return option;
    },
  }, { record: () => {} });
  return JSON.stringify({ add: { answers } });
}

async function agree(model: Model, target: Target): Promise<readonly string[]> {
  const all = byTryingAll(model, target);
  const { paths } = await findPaths(model, { target, top: all.length + 1, courses: 1e6 }, twoLevels(here(model, target)));
  expect(paths.map(said).toSorted()).toEqual(all);
  expect(paths.map(({ bits }) => bits)).toEqual(paths.toSorted((a, b) => a.turns.length - b.turns.length || a.bits - b.bits).map(({ bits }) => bits));
  return all;
}

// Ends a search after two levels, as a budget would.
function twoLevels(perform: Perform): Perform {
  return async function* (tasks) {
    if (tasks[0]!.surprises <= 2) yield* perform(tasks);
    else yield { paths: [], courses: 0, whole: false };
  };
}

test("searchAgreesWithTryingEverySetOfOneAndTwo", async () => {
  const sizes: number[] = [];
  await fc.assert(fc.asyncProperty(crises, fc.constantFrom<Target>({ kind: "rung", rung: 5 }, { kind: "rung", rung: 6 }, { kind: "rung", rung: 7 }, { kind: "rung", rung: 8 }, ...IDS.map((id): Target => ({ kind: "expectation", id }))), fc.boolean(), async (drawn, target, given) => {
    const model = modelOf(drawn, ...(given ? [answersOf(drawn)] : []));
    fc.pre(otherwise(model) <= 60 && reachedAt(model, target, []) === -1);
    for (const path of await agree(model, target)) sizes.push(path.split(" + ").length);
  }), { numRuns: 40, seed: 5 });
  expect([1, 2].map((size) => sizes.filter((of) => of === size).length > 2)).toEqual([true, true]);
}, 60_000);

test.each<[string, string, readonly string[], Target]>([
  ["an act", ROAD, [PRESSED], { kind: "act", act: "mistaken-strike", by: "post" }],
  ["a state", ROAD, [PRESSED], { kind: "state", state: "massing", by: undefined }],
  ["an event that is expected twice", ROAD, [PRESSED, EXPECTED], { kind: "expectation", id: "two-shows" }],
  ["a quiet stretch broken", BORDER, [CROSSED, EXPECTED], { kind: "expectation", id: "calm" }],
])("to %s the search finds what trying every set of one and two surprises finds", async (_what, base, overlays, target) => {
  expect((await agree(written(base, [THE_FIRST_DAY, ...overlays]), target)).length).toBeGreaterThan(0);
});

test.each([1, 2, 5])("the report is the same with %d workers", async (workers) => {
  const model = written(ROAD, [PRESSED]);
  const target: Target = { kind: "rung", rung: 7 };
  const wanted = { target, top: 20, courses: 6_000 };
  expect(await findPaths(model, wanted, shared(model, target, workers))).toEqual(await findPaths(model, wanted, here(model, target)));
});

test("a path runs to its target, and without any of its surprises it does not", async () => {
  const model = written(ROAD, [PRESSED]);
  const target: Target = { kind: "state", state: "massing", by: undefined };
  const { paths } = await findPaths(model, { target, top: 30, courses: 40_000 }, here(model, target));
  expect(paths.map(({ turns }) => turns.length)).toContain(2);
  for (const { turns } of paths) {
    expect(reachedAt(model, target, turns)).toBeGreaterThan(0);
    for (const left of turns) expect(reachedAt(model, target, turns.filter((turn) => turn !== left))).toBe(-1);
  }
});

test("a level that the budget does not cover is not called searched, and what was searched stays", async () => {
  const model = written(ROAD, [PRESSED]);
  const target: Target = { kind: "rung", rung: 8 };
  const whole = await findPaths(model, { target, top: 1000, courses: 4_000 }, here(model, target));
  const short = await findPaths(model, { target, top: 1000, courses: whole.levels[0]!.courses + 5 }, here(model, target));
  expect(short.levels.map(({ whole: all }) => all)).toEqual([true, false]);
  expect(short.levels[0]).toEqual(whole.levels[0]);
});

test("where the no-surprise course comes to the target there is nothing to search", async () => {
  const model = written(ROAD, [PRESSED]);
  const target: Target = { kind: "act", act: "approach", by: undefined };
  expect(reachedAt(model, target, [])).toBeGreaterThan(0);
  expect(await findPaths(model, { target, top: 5, courses: 1000 }, here(model, target))).toEqual({ reachedUnsurprised: true, levels: [], paths: [], exhausted: true, calledOff: false });
});

// A war that nobody on the road has to do with.
const ELSEWHERE = JSON.stringify({
  add: {
    parties: { rovers: { doctrine: "spoiler", stances: { levy: "adversary" } }, levy: { doctrine: "campaign", stances: { rovers: "adversary" } } },
    timeline: [{ id: "raid", at: "day 1 09:00", incident: "attack", by: "rovers", against: "levy", forced: true }],
  },
});

test("a war that nothing connects with the crisis makes no path and no course more", async () => {
  const target: Target = { kind: "rung", rung: 8 };
  const wanted = { target, top: 50, courses: 6_000 };
  const [alone, beside] = [written(ROAD, [PRESSED]), written(ROAD, [PRESSED, ELSEWHERE])];
  const [one, other] = await Promise.all([alone, beside].map((model) => findPaths(model, wanted, here(model, target))));
  expect([other!.levels, other!.paths.map(said)]).toEqual([one!.levels, one!.paths.map(said)]);
  expect(Object.keys(bearingOn(beside.scenario, { kind: "act", act: "attack", by: undefined }).parties)).toContain("levy");
});

test("where no surprise leads anywhere, it is known that no path is left", async () => {
  const model = written(ROAD, [JSON.stringify({ set: { end: "2030-05-06T08:00" } })]);
  const target: Target = { kind: "rung", rung: 8 };
  const { paths, exhausted } = await findPaths(model, { target, top: 5, courses: 100_000 }, here(model, target));
  expect([paths, exhausted]).toEqual([[], true]);
});
