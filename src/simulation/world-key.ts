// The key of a world: 64 bits over everything that bears on how a run goes on under answerers that look at no identity.
// Knows which parts of a world are live; must not know who searches, nor for what. Where a scenario gives answers beforehand,
// roots and the counts of the questions answered are part of it.
// Invariant: two worlds with one key ask the same questions with the same options minute by minute, and the same follows from
// the same answers. Entry numbers, words that have run out and events that will not take place are left out.
// Among a million different worlds two share a key with odds of one in 37 million: n² / 2^65.

import { TRUST_LEVELS } from "../channel/assumptions.ts";
import { WISHES } from "../channel/tiers.ts";
import { absorb, type TupleHash } from "../kernel/random.ts";
import { countOf } from "../kernel/tuple-counts.ts";
import { EVENT } from "./codes.ts";
import type { Model } from "./model.ts";
import { isLive, type Happening, type Message, type World } from "./world.ts";

const { act: ACT } = EVENT;
const HIGHEST_TRUST = TRUST_LEVELS.length - 1;

// Two lanes that start apart, as in hashing tuples.
let high = 0;
let low = 0;

/**
 * Puts the key of a world into `into`: as it stands once everything before the minute `at` has happened and nothing since.
 * `more` is what the one who asks keeps besides.
 */
export function keyOf(into: TupleHash, world: World, model: Model, at: number, more: number): void {
  high = absorb(0x51ed270b, at);
  low = absorb(0x2545f491, at);
  take(more);
  takeAll(world.stances);
  takeAll(world.lines);
  takeAll(world.tiers);
  takeAll(world.shut);
  takeAll(world.deadUntil);
  takeAll(world.nextSlot);
  takeAll(world.goals);
  takeAll(world.triggered);
  for (const from of world.speaksFrom) take(from < at ? -1 : from);
  takePairs(world, model, at);
  for (const waiting of world.waiting) takeMessages(waiting, model);
  for (const held of world.inHand) takeMessages(held, model);
  for (const results of world.results) {
    take(results.length);
    for (const { message, result } of results) {
      take(result);
      takeMessage(message, model);
    }
  }
  takePending(world, model);
  for (const tuple of model.answered) take(countOf(world.tuples, tuple.high, tuple.low));
  into.high = high;
  into.low = low;
}

function take(word: number): void {
  high = absorb(high, word);
  low = absorb(low ^ high, word);
}

function takeAll(words: readonly number[]): void {
  for (let i = 0; i < words.length; i++) take(words[i]!);
}

// What two parties hold of each other: at the highest level of trust kept words count for nothing, and a word that has run out bears on nothing.
function takePairs({ trust, kept, asked, nearest, calmUntil, sharpUntil }: World, { openingTrust }: Model, at: number): void {
  for (let pair = 0; pair < trust.length; pair++) {
    const level = trust[pair]!;
    const counted = level === HIGHEST_TRUST ? 0 : kept[pair]!;
    if (level !== openingTrust[pair] || counted !== 0) {
      take(pair);
      take(level * 0x10000 + counted);
    }
    if (asked[pair] !== -1) takeTwo(pair | 0x20000000, asked[pair]!);
    if (nearest[pair] !== -1) takeTwo(pair | 0x10000000, nearest[pair]!);
    if (calmUntil[pair]! >= at) takeTwo(pair | 0x40000000, calmUntil[pair]!);
    if (sharpUntil[pair]! >= at) takeTwo(pair | 0x60000000, sharpUntil[pair]!);
  }
}

function takeTwo(first: number, second: number): void {
  take(first);
  take(second);
}

function takeMessages(messages: readonly Message[], model: Model): void {
  take(messages.length);
  for (const message of messages) takeMessage(message, model);
}

function takeMessage({ what, from, to, via, line, speaker, hearer, stance, tier, urgent, queuedAt, expectedAt, root, wrong, result, answers }: Message, model: Model): void {
  takeTwo(what, from);
  takeTwo(to, via);
  takeTwo(line, speaker);
  takeTwo(hearer, stance);
  takeTwo(queuedAt, expectedAt);
  takeTwo(result, answers);
  takeTwo(WISHES.indexOf(tier) * 4 + (urgent ? 2 : 0) + (wrong ? 1 : 0), steering(root, model));
}

// Live events in the order in which they will be taken; at one minute that order matters, and it is the order of scheduling.
function takePending(world: World, model: Model): void {
  for (let i = world.pending.length - 1; i >= 0; i--) {
    const event = world.pending[i]!;
    if (!isLive(world, event)) continue;
    const { at, kind, a, b, c, root, about } = event;
    take(at);
    takeTwo(kind, steering(root, model));
    take(a);
    take(b);
    if (kind !== ACT) take(c); // of an order that count only says whether it was called off
    if (about === undefined) continue;
    if ("act" in about) takeHappening(about);
    else takeMessage(about, model);
  }
}

function takeHappening({ act, by, against, gravity, distanceKm, item }: Happening): void {
  takeTwo(act, by);
  takeTwo(against, gravity);
  takeTwo(distanceKm, item);
}

// Of a root only this much steers anything, unless a question is to be known by it; the rest of it is a name.
function steering(root: number, { items, answers }: Model): number {
  if (answers.size > 0) return root;
  return root >= items.length ? 1 : 0;
}
