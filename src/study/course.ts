// One course of a run that can be followed again: from its start or from a place on its way, with the same or with other answers.
// Knows amendments and where they fell; must not know what is looked for in a course, nor who shows it.
// Invariant: followed with its own answers it is the same run, entry for entry; one that has turned off it is amended in the same
// minute, once that minute is over, since it has other events to count.

import { recorded, type Answerer } from "../kernel/choices.ts";
import { advance } from "../simulation/advance.ts";
import { amendWorld } from "../simulation/amend.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { copyWorld, initialWorld, type World } from "../simulation/world.ts";

/** After so many events, in this minute, the run goes on by another model. */
export interface Amended { readonly events: number; readonly at: number; readonly model: Model; }

/** A run as it came about; its answerer never waits. `events` is how many there were, where it was not run to its end. */
export interface Course {
  readonly model: Model;
  readonly answerer: Answerer;
  readonly amendments: readonly Amended[];
  readonly events: number | undefined;
}

/**
 * The course of a model under who answers. What the scenario answers beforehand becomes an answer like others, so that it too can
 * be answered otherwise.
 */
export function courseFrom(model: Model, answerer: Answerer, amendments: readonly Amended[] = [], events: number | undefined = undefined): Course {
  const held = new Map([model, ...amendments.map((amended) => amended.model)].flatMap(({ answers }) => [...answers]));
  if (held.size === 0) return { model, answerer, amendments, events };
  const free = (one: Model): Model => ({ ...one, answers: new Map() });
  return { model: free(model), answerer: recorded(held, answerer), amendments: amendments.map((amended) => ({ ...amended, model: free(amended.model) })), events };
}

/** A place on a course: the world there, and how many amendments lie behind it. */
export interface Place { readonly world: World; readonly amended: number; }

/** How far to follow: through a minute, for a number of events. */
export interface Stretch { readonly through?: number; readonly steps?: number; }

/** The place before anything has happened. */
export function startOf({ model }: Course): Place {
  return { world: initialWorld(model), amended: 0 };
}

/** An independent copy of a place. */
export function copyPlace({ world, amended }: Place): Place {
  return { world: copyWorld(world), amended };
}

/** The model in force at a place. */
export function modelAt({ model, amendments }: Course, { amended }: Place): Model {
  return amended === 0 ? model : amendments[amended - 1]!.model;
}

/** Goes on from a place, in place; go on with the one that comes back. `onAmended` is told each model that comes into force. */
export function follow(
  course: Course, from: Place, answerer: Answerer, recorder: Recorder, { through = Number.POSITIVE_INFINITY, steps = Number.POSITIVE_INFINITY }: Stretch,
  onAmended: (model: Model) => void = () => {},
): Place {
  const last = from.world.taken + steps;
  const goOn = ({ world, amended }: Place, until: number, events: number): Place => (
    { world: advance(modelAt(course, { world, amended }), world, answerer, recorder, { through: until, steps: Math.max(0, events - world.taken) }).world, amended }
  );
  let place = from;
  while (true) {
    const next = course.amendments[place.amended];
    if (next === undefined || next.at > through) return goOn(place, through, last);
    place = goOn(place, next.at, Math.min(last, next.events));
    if (place.world.at < next.at) place = goOn(place, next.at, last);
    if (place.world.ended || (place.world.taken >= last && place.world.taken < next.events)) return place;
    place = { world: amendWorld(place.world, modelAt(course, place), next.model), amended: place.amended + 1 };
    onAmended(next.model);
  }
}
