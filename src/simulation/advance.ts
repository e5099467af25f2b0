// The one loop: takes the next event, lets the rule for its kind act, until the run ends, waits or reaches a limit.
// Knows kinds of events and limits; must not know any rule, nor who answers or records.
// Invariant: the same world and the same answers give the same entries; a step that waits for an answer leaves no mark.

import { peek, takeNext } from "../kernel/event-list.ts";
import { recorded, type Answerer, type Question } from "../kernel/choices.ts";
import { carryOutDefence, carryOutOrder, learnOfMistake } from "./acts.ts";
import { endOutage, fallDue, hangUp, ringArranged, stateLines } from "./calls.ts";
import { ENDINGS, ENTRY, EVENT_KINDS, type Ending, type EventKind } from "./codes.ts";
import { arriveByWord, dropLapsed, tellLater } from "./messages.ts";
import type { Model } from "./model.ts";
import { hearOfAct, learnOfTheDead } from "./perceive.ts";
import { reachClient, receiveOrder, verify } from "./relays.ts";
import { record, type Recorder, type Run } from "./run.ts";
import { decide, startCharts, timeOut } from "./stance.ts";
import { hearStatement, sayDrafted } from "./statements.ts";
import { bringAbout } from "./timeline.ts";
import { copyWorld, isLive, type PendingEvent, type World } from "./world.ts";

/** Where `advance` stopped: at the end, at a question nobody answered, at a limit, or where it was told to. */
export type Stop =
  | { readonly kind: "ended"; readonly ending: Ending; readonly world: World }
  | { readonly kind: "awaiting"; readonly question: Question; readonly world: World }
  | { readonly kind: "paused"; readonly world: World };

/** How far to go: through a minute of the run, for a number of events; and the limits that no run may pass. */
export interface Reach { readonly through?: number; readonly steps?: number; readonly limits?: Limits; }

/** Limits on events taken, events at one minute, and events pending. */
export interface Limits { readonly events: number; readonly atOnce: number; readonly pending: number; }

/** What no sensible run comes near. */
export const LIMITS: Limits = { events: 1_000_000, atOnce: 10_000, pending: 100_000 };

/**
 * Takes a world forward, in place, with the scenario's own answers before the answerer's; go on with the world that comes back.
 * Where the answerer may wait, the step that waits is undone, its entries are withheld, and the world that comes back is the one before it.
 */
export function advance(model: Model, world: World, answerer: Answerer, recorder: Recorder, { through, steps, limits = LIMITS }: Reach = {}): Stop {
  const last = Math.min(through ?? model.scenario.minutes, model.scenario.minutes);
  const run: Run = { model, world, answerer: model.answers.size === 0 ? answerer : recorded(model.answers, answerer), recorder, waiting: undefined };
  for (let left = steps ?? Number.MAX_SAFE_INTEGER; !world.ended; ) {
    const next = peek(world.pending);
    if (next === undefined || next.at > last) {
      if (last < model.scenario.minutes) return pauseAt(world, last);
      return endWith(run, 0);
    }
    if (left <= 0) return { kind: "paused", world };
    if (answerer.mayWait) {
      const stop = tryStep(run);
      if (stop !== undefined) return stop;
    } else takeStep(run);
    left--;
    const passed = passedLimit(world, limits);
    if (passed !== 0) return endWith(run, passed);
  }
  return { kind: "ended", ending: "ended", world };
}

function takeStep(run: Run): void {
  const { world } = run;
  const event = takeNext(world.pending);
  world.taken++;
  world.takenNow = event.at === world.at ? world.takenNow + 1 : 1;
  world.at = event.at;
  if (isLive(world, event)) RULE_OF[event.kind]!(run, event);
}

// A step that may have to be undone works on a copy, and hands its entries on once it is done.
function tryStep(run: Run): Stop | undefined {
  const before = copyWorld(run.world);
  const entries: Parameters<Recorder["record"]>[] = [];
  const attempt: Run = { ...run, recorder: { record: (...entry) => { entries.push(entry); } }, waiting: undefined };
  takeStep(attempt);
  if (attempt.waiting !== undefined) return { kind: "awaiting", question: attempt.waiting, world: before };
  for (const entry of entries) run.recorder.record(...entry);
  return undefined;
}

const RULES: Readonly<Record<EventKind, (run: Run, event: PendingEvent) => void>> = {
  "start": startRun,
  "item": bringAbout,
  "act": carryOutOrder,
  "fend-off": carryOutDefence,
  "tell": tellLater,
  "news": hearOfAct,
  "dead": learnOfTheDead,
  "mistake": learnOfMistake,
  "timer": timeOut,
  decide,
  "due": fallDue,
  "ring": ringArranged,
  "hang-up": hangUp,
  "word": arriveByWord,
  "relay": reachClient,
  verify,
  "statement": sayDrafted,
  "heard": hearStatement,
  "order": receiveOrder,
  "outage-over": endOutage,
  "lapse": (run, { a }) => dropLapsed(run, a),
};
const RULE_OF = EVENT_KINDS.map((kind) => RULES[kind]);

function startRun(run: Run, { root }: PendingEvent): void {
  const entry = record(run, ENTRY["run.started"], -1, -1, root, -1);
  stateLines(run, root, entry);
  startCharts(run, root, entry);
}

function passedLimit({ taken, takenNow, pending }: World, limits: Limits): number {
  if (taken > limits.events) return ENDINGS.indexOf("too-many-events");
  if (takenNow > limits.atOnce) return ENDINGS.indexOf("too-many-at-once");
  return pending.length > limits.pending ? ENDINGS.indexOf("queue-full") : 0;
}

function pauseAt(world: World, at: number): Stop {
  if (at > world.at) {
    world.at = at;
    world.takenNow = 0;
  }
  return { kind: "paused", world };
}

function endWith(run: Run, ending: number): Stop {
  const { world, model } = run;
  if (ending === 0) world.at = model.scenario.minutes;
  record(run, ENTRY["run.ended"], -1, -1, model.roots.length - 1, -1, ending);
  world.ended = true;
  return { kind: "ended", ending: ENDINGS[ending]!, world };
}
