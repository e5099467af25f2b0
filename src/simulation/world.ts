// The state of a run as one plain value: integers, immutable pending events and messages, no closures.
// Knows what must be known to go on from here; must not know what happened before, except as folds the rules need.
// Invariant: a copy and its original go on identically under the same answers; copying costs O(pending).

import type { TierWish } from "../channel/tiers.ts";
import { schedule, type Timed } from "../kernel/event-list.ts";
import { copyTuples, noTuples, type TupleCounts } from "../kernel/tuple-counts.ts";
import { TIERS } from "../scenario/scenario.ts";
import { EVENT } from "./codes.ts";
import type { Model } from "./model.ts";

/** Something that happened where it could be seen. Parties by number, -1 for none named; distance in km, -1 unknown. */
export interface Happening {
  readonly act: number;
  readonly by: number;
  readonly against: number;
  /** True severity, 0 to 3. */
  readonly gravity: number;
  readonly distanceKm: number;
  /** The timeline item it came from, or -1 where it was a chart's act. */
  readonly item: number;
}

/** Something said by one party to another: over a line, through a patron, or directly between friends. */
export interface Message {
  readonly what: number;
  readonly from: number;
  readonly to: number;
  /** The patron it goes through, or -1. */
  readonly via: number;
  /** The line it goes over, or -1, and who says it to whom there: the patron, for the one it carries it for. */
  readonly line: number;
  readonly speaker: number;
  readonly hearer: number;
  /** The stance that issued it. */
  readonly stance: number;
  /** The level it asks for. */
  readonly tier: TierWish;
  readonly urgent: boolean;
  readonly queuedAt: number;
  /** When it should be said: now if urgent, else in the next due call. */
  readonly expectedAt: number;
  readonly root: number;
  /** The entry that put it on its way. */
  readonly entry: number;
  /** It was noted down wrongly on its way. */
  readonly wrong: boolean;
  /** For a relay's result: what became of it (RELAY number), otherwise -1. */
  readonly result: number;
  /** For an answer: the stance whose question or request it answers, otherwise -1. */
  readonly answers: number;
}

/** Something that will happen unless it is cancelled; what a, b and c mean depends on the kind. */
export interface PendingEvent extends Timed {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly root: number;
  readonly cause: number;
  readonly about: Happening | Message | undefined;
}

/** What became of a relayed request, not yet told to the one who asked. */
export interface RelayResult { readonly message: Message; readonly result: number; readonly entry: number; }

/** The whole state of a run. Arrays are indexed by stance, line, pair of parties, goal or item, as the model numbers them. */
export interface World {
  /** Minutes since the start. */
  at: number;
  /** The sequence number of what is posted next; what the timeline has in store stands below 0. */
  sequence: number;
  /** How many entries the trace has. */
  entries: number;
  /** Events taken from the list so far, and how many of them at the present minute. */
  taken: number;
  takenNow: number;
  pending: PendingEvent[];
  /** Chart configuration of each stance, and of each line. */
  readonly stances: number[];
  readonly lines: number[];
  /** Sequence number of the live pending event of each timer and decision; 0 where none is live. */
  readonly timers: number[];
  readonly decisions: number[];
  /** Per stance: how often it took back its orders (an act ordered under an earlier count is dead), and acts not yet carried out. */
  readonly orders: number[];
  readonly preparing: number[];
  /** Per line: bits of open tiers; sequence number of the hang-up of the call that is going on, 0 while there is none. */
  readonly tiers: number[];
  readonly speaking: number[];
  /** Per line and tier: sequence number of the ring that is arranged at that level, 0 where none is. */
  readonly rings: number[];
  /** Per line: 1 while it is closed on purpose; the minute through which a fault keeps it dead, 0 where none does. */
  readonly shut: number[];
  readonly deadUntil: number[];
  readonly nextSlot: number[];
  readonly waiting: Message[][];
  /** Per party: messages it was asked to pass on and has neither passed on nor declined, and results it has not reported. */
  readonly inHand: Message[][];
  readonly results: RelayResult[][];
  /** Per ordered pair: trust 0 to 4, kept words since it last changed, the stance that asked last. */
  readonly trust: number[];
  readonly kept: number[];
  readonly asked: number[];
  /** Per party: from when on it may say the next thing in public that can wait. */
  readonly speaksFrom: number[];
  /** Per ordered pair: how near the first has come to the second, in km; -1 where it is not on its way. */
  readonly nearest: number[];
  /** Per ordered pair: until when a believed word calms what is seen, and until when a warning given sharpens it. */
  readonly calmUntil: number[];
  readonly sharpUntil: number[];
  /** Per goal: 0 not reached, 1 directly, 2 another way. Per item: how often it was triggered. */
  readonly goals: number[];
  readonly triggered: number[];
  readonly tuples: TupleCounts;
  ended: boolean;
}

/** The world before anything has happened: charts in their initial states, the timeline and first calls pending. */
export function initialWorld(model: Model): World {
  const pairs = model.size * model.size;
  const world: World = {
    at: 0, sequence: 1, entries: 0, taken: 0, takenNow: 0, pending: [],
    stances: model.stances.map(({ chart }) => chart.initial.next),
    lines: model.lines.map(({ initial }) => initial),
    timers: filled(model.timerCount, 0),
    decisions: filled(model.decisionCount, 0),
    orders: filled(model.stances.length, 0),
    preparing: filled(model.stances.length, 0),
    tiers: model.lines.map(({ openTiers }) => openTiers),
    speaking: filled(model.lines.length, 0),
    rings: filled(model.lines.length * TIERS.length, 0),
    shut: model.lines.map(({ closed }) => (closed ? 1 : 0)),
    deadUntil: filled(model.lines.length, 0),
    nextSlot: filled(model.lines.length, 0),
    waiting: model.lines.map(() => []),
    inHand: model.parties.map(() => []),
    results: model.parties.map(() => []),
    trust: model.openingTrust.slice(),
    kept: filled(pairs, 0),
    asked: filled(pairs, -1),
    speaksFrom: filled(model.size, 0),
    nearest: filled(pairs, -1),
    calmUntil: filled(pairs, -1),
    sharpUntil: filled(pairs, -1),
    goals: filled(model.goals.length, 0),
    triggered: filled(model.items.length, 0),
    tuples: noTuples(),
    ended: false,
  };
  schedule(world.pending, { at: 0, sequence: FIRST, kind: EVENT["start"], a: 0, b: 0, c: 0, root: model.roots.length - 1, cause: -1, about: undefined });
  for (const { at, index } of model.items.toSorted((one, other) => other.at - one.at)) if (at >= 0) postItem(world, model, index, at); // the last first
  for (const { index, slots: [first] } of model.lines) if (first) post(world, first.at, EVENT["due"], index, 0, 0, first.root, -1);
  return world;
}

/** An independent copy. With `tuples` it shares counts with others: for answerers that look at no count. */
export function copyWorld(world: World, tuples: TupleCounts = copyTuples(world.tuples)): World {
  return {
    at: world.at, sequence: world.sequence, entries: world.entries, taken: world.taken, takenNow: world.takenNow,
    pending: world.pending.slice(),
    stances: world.stances.slice(),
    lines: world.lines.slice(),
    timers: world.timers.slice(),
    decisions: world.decisions.slice(),
    orders: world.orders.slice(),
    preparing: world.preparing.slice(),
    tiers: world.tiers.slice(),
    speaking: world.speaking.slice(),
    rings: world.rings.slice(),
    shut: world.shut.slice(),
    deadUntil: world.deadUntil.slice(),
    nextSlot: world.nextSlot.slice(),
    waiting: world.waiting.map(copyList),
    inHand: world.inHand.map(copyList),
    results: world.results.map(copyList),
    trust: world.trust.slice(),
    kept: world.kept.slice(),
    asked: world.asked.slice(),
    speaksFrom: world.speaksFrom.slice(),
    nearest: world.nearest.slice(),
    calmUntil: world.calmUntil.slice(),
    sharpUntil: world.sharpUntil.slice(),
    goals: world.goals.slice(),
    triggered: world.triggered.slice(),
    tuples,
    ended: world.ended,
  };
}

function copyList<T>(list: readonly T[]): T[] {
  return list.slice();
}

/** Puts an event on the list and gives its sequence number. */
export function post(
  world: World, at: number, kind: number, a: number, b: number, c: number, root: number, cause: number, about: PendingEvent["about"] = undefined,
): number {
  const sequence = world.sequence++;
  schedule(world.pending, { at, sequence, kind, a, b, c, root, cause, about });
  return sequence;
}

/** Puts an item of the timeline on the list: before all else in its minute and in the order of the file, whenever it is put there. */
export function postItem(world: World, model: Model, index: number, at: number): void {
  schedule(world.pending, { at, sequence: placeOfItem(index, model), kind: EVENT["item"], a: index, b: 0, c: 0, root: index, cause: -1, about: undefined });
}

/** The sequence number of an item that comes at a time of its own; what follows from what has happened has one above 0. */
export function placeOfItem(index: number, { items }: Model): number {
  return index - items.length;
}

/** Whether a pending event still counts: timers and decisions may have been dropped, ordered acts taken back, calls moved. */
export function isLive(world: World, { kind, a, c, sequence }: PendingEvent): boolean {
  if (kind === TIMER) return world.timers[c] === sequence;
  if (kind === DECIDE) return world.decisions[c] === sequence;
  if (kind === ACT) return world.orders[a] === c;
  if (kind === RING) return world.rings[a * TIERS.length + c] === sequence;
  return kind !== HANG_UP || world.speaking[a] === sequence;
}

// The sequence number of the start: before every item.
const FIRST = -(2 ** 30);

const { "timer": TIMER, "decide": DECIDE, "act": ACT, "ring": RING, "hang-up": HANG_UP } = EVENT;

// Plain arrays of small integers: V8 copies them with one block move, several times faster than typed arrays of this size.
function filled(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}
