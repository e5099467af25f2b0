// One stretch of a course at a time: everything goes as is likeliest, but for the surprises put in.
// Knows worlds, questions by their place in a minute, and the fold of a target; must not know which surprises are worth trying.
// Invariant: worlds with one key ask the same questions at the same places, so a place found in one course holds in another.

import { likeliestOf, type Answerer, type Options } from "../kernel/choices.ts";
import type { TupleHash } from "../kernel/random.ts";
import { advance } from "../simulation/advance.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { keyOf } from "../simulation/world-key.ts";
import { copyWorld, initialWorld, type World } from "../simulation/world.ts";
import type { TargetFold } from "./target.ts";

/** One question answered otherwise: the minute, its place among the questions of that minute, the option; and how unlikely, in bits. */
export interface Surprise { readonly at: number; readonly place: number; readonly option: number; readonly bits: number; }

/** Where a course stands between two stretches. */
export interface Standing { readonly world: World; readonly state: number; }

/** The world after a stretch, and every way in which it could have gone otherwise after the last surprise put in. */
export interface Stretch extends Standing { readonly otherwise: readonly Surprise[]; }

/** Stretches of this length, in minutes: short enough to notice early that a course has come back to another, long enough that looking costs little. Measured. */
const STRETCH_MINUTES = 360;

const NONE: readonly Surprise[] = [];

/** Makes stretches of courses of one model. */
export interface Courses {
  /** How many stretches a course has. */
  readonly stretches: number;
  readonly start: Standing;
  /** The course goes on through a stretch from a copy of where it stands; surprises in the order in which they come. */
  readonly goOn: (from: Standing, stretch: number, surprises: readonly Surprise[]) => Stretch;
  /** The same without a look at what could have gone otherwise. */
  readonly end: (from: Standing, stretch: number, surprises: readonly Surprise[]) => Standing;
  /** The course goes on through a stretch without surprises, in the world that it is given. */
  readonly use: (from: Standing, stretch: number) => Standing;
  /** Puts the key of where a course stands before a stretch into `into`. */
  readonly keyBefore: (into: TupleHash, at: Standing, stretch: number) => void;
}

/** Courses of a model in which an unlikely answer counts as a surprise. */
export function coursesOf(model: Model, fold: TargetFold): Courses {
  const { minutes } = model.scenario;
  const stretches = Math.ceil((minutes + 1) / STRETCH_MINUTES);
  const start: Standing = { world: initialWorld(model), state: fold.start };
  const endOf = (stretch: number): number => Math.min((stretch + 1) * STRETCH_MINUTES - 1, minutes);

  // What the stretch that is being made needs to know; one at a time, so that nothing is made anew for each.
  let world = start.world;
  let state = fold.start;
  let minute = -1;
  let place = 0;
  let surprises = NONE;
  let used = 0;
  let listed: Surprise[] | undefined;
  const draw = (options: Options): number => {
    if (world.at !== minute) {
      minute = world.at;
      place = 0;
    } else place++;
    const next = surprises[used];
    if (next !== undefined && next.at === minute && next.place === place) {
      used++;
      return next.option;
    }
    const best = likeliestOf(options);
    if (listed !== undefined && used === surprises.length && state >= 0) addOthers(listed, options, best, minute, place);
    return best;
  };
  const answerer: Answerer = { mayWait: false, draw: (_high, _low, _n, options) => draw(options), answer: ({ options }) => draw(options) };
  const recorder: Recorder = {
    record: (at, kind, who, whom, _root, _cause, a, b, c, d) => { if (state >= 0) state = fold.next(state, at, kind, who, whom, a, b, c, d); },
  };
  const copied = ({ world: of }: Standing): World => copyWorld(of, model.answers.size === 0 ? start.world.tuples : undefined);
  const make = (from: Standing, taken: World, stretch: number, wanted: readonly Surprise[], others: Surprise[] | undefined): Standing => {
    ({ state } = from);
    world = taken;
    surprises = wanted;
    listed = others;
    minute = -1;
    used = 0;
    advance(model, world, answerer, recorder, { through: endOf(stretch) });
    return { world, state };
  };
  return {
    stretches, start,
    goOn: (from, stretch, put) => {
      const otherwise: Surprise[] = [];
      return { ...make(from, copied(from), stretch, put, otherwise), otherwise };
    },
    end: (from, stretch, put) => make(from, copied(from), stretch, put, undefined),
    use: (from, stretch) => make(from, from.world, stretch, NONE, undefined),
    keyBefore: (into, at, stretch) => keyOf(into, at.world, model, stretch * STRETCH_MINUTES, at.state),
  };
}

function addOthers(listed: Surprise[], { weights }: Options, best: number, at: number, place: number): void {
  for (let option = 0; option < weights.length; option++) {
    if (option !== best && weights[option]! > 0) listed.push({ at, place, option, bits: Math.log2(weights[best]! / weights[option]!) });
  }
}
