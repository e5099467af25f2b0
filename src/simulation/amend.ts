// A run goes on under an amended scenario: what was pending stays pending, under the names it had.
// Knows which numbers of a world belong to timeline items and roots; must not know who amends, nor why.
// Invariant: what has happened is not touched, and no question that would have been asked anyway gets another answer for the
// amendment's sake: identities are made of names, and names do not change.

import { schedule } from "../kernel/event-list.ts";
import { EVENT } from "./codes.ts";
import type { Model } from "./model.ts";
import { copyWorld, placeOfItem, postItem, type Happening, type Message, type PendingEvent, type World } from "./world.ts";

const FIXED = ["parties", "channels", "crisis", "zones", "goals", "places", "start", "end", "timezone", "offsets"] as const;

/** Why a run under one model cannot go on under another; undefined where it can. Only the timeline and assumptions may differ. */
export function whyNotAmendable(from: Model, to: Model): string | undefined {
  const gone = from.items.find(({ item }) => !to.items.some(({ item: { id } }) => id === item.id));
  if (gone !== undefined) return `"${gone.item.id}" cannot be taken out of the timeline of a run that has begun`;
  const changed = FIXED.find((part) => JSON.stringify(from.scenario[part]) !== JSON.stringify(to.scenario[part]));
  return changed === undefined ? undefined : `the ${changed} of a run that has begun cannot change; the timeline and assumptions can`;
}

/**
 * The world of one model as a world of another, at the same moment: items that the amendment adds or moves are put on the
 * list, at once where their time has passed, and those that now wait for something else are taken off it.
 */
export function amendWorld(world: World, from: Model, to: Model): World {
  const rootNumbers = new Map(to.roots.map(({ text }, i) => [text, i]));
  const rootOf = from.roots.map(({ text }) => rootNumbers.get(text)!);
  const itemOf = from.items.map(({ item }) => rootNumbers.get(item.id)!);
  const amended = copyWorld(world);
  const triggered = to.items.map(() => 0);
  for (const [i, count] of world.triggered.entries()) triggered[itemOf[i]!] = count;
  const message = (one: Message): Message => ({ ...one, root: rootOf[one.root]! });
  const next: World = {
    ...amended, triggered,
    pending: [],
    waiting: world.waiting.map((list) => list.map(message)),
    inHand: world.inHand.map((list) => list.map(message)),
    results: world.results.map((list) => list.map((one) => ({ ...one, message: message(one.message) }))),
  };
  const keepsItsTime = (item: number): boolean => from.items[item]!.at === to.items[itemOf[item]!]!.at;
  for (const event of world.pending) {
    if (event.kind !== EVENT["item"] || keepsItsTime(event.a)) schedule(next.pending, movedEvent(event, rootOf, itemOf, message, to));
  }
  const kept = new Set(itemOf.filter((_, item) => keepsItsTime(item)));
  for (const { index, at } of to.items) if (at >= 0 && !kept.has(index)) postItem(next, to, index, Math.max(world.at, at));
  return next;
}

function movedEvent(event: PendingEvent, rootOf: readonly number[], itemOf: readonly number[], message: (one: Message) => Message, to: Model): PendingEvent {
  const { about } = event;
  const isItem = event.kind === EVENT["item"];
  return {
    ...event,
    sequence: isItem && event.sequence < 0 ? placeOfItem(itemOf[event.a]!, to) : event.sequence,
    root: rootOf[event.root]!,
    a: isItem ? itemOf[event.a]! : event.a,
    about: about === undefined ? undefined : "act" in about ? movedHappening(about, itemOf) : message(about),
  };
}

function movedHappening(about: Happening, itemOf: readonly number[]): Happening {
  return about.item === -1 ? about : { ...about, item: itemOf[about.item]! };
}
