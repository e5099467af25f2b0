// What the scenario holds in store happens: pressures, orders, incidents, statements, shocks.
// Knows the kinds of items and whom each reaches; must not know what a chart makes of it.
// Invariant: an item never makes a party act or speak: it gives a percept, or it is done by somebody without a doctrine or is marked as forced.

import { ACT_NAMES, ACTS } from "../terms/acts.ts";
import { STATEMENT_NAMES } from "../terms/statements.ts";
import { happen, learnOfMistakeLater } from "./acts.ts";
import { closeLine, failLine, restoreLine } from "./calls.ts";
import { ENTRY, EVENT, GRAVITIES, ORDERS, SHOCKS, SOURCE } from "./codes.ts";
import type { ItemModel, Model } from "./model.ts";
import { ORDERED, PERCEPT, PRESSED } from "./percept-numbers.ts";
import { ask, record, type Run } from "./run.ts";
import { perceive, perceiveToward } from "./stance.ts";
import { makeStatement } from "./statements.ts";
import { post, type PendingEvent } from "./world.ts";

/** An item of the timeline falls due. */
export function bringAbout(run: Run, { a: index, cause }: PendingEvent): void {
  const { model, world } = run;
  const entry = model.items[index]!;
  for (const { item, delay } of entry.followers) post(world, world.at + delay, EVENT["item"], item, 0, 0, item, -1);
  if (entry.chance !== undefined && ask(run, entry.chance, -1, -1, index) !== 0) {
    record(run, ENTRY["item.skipped"], -1, -1, index, cause, index);
    return;
  }
  const { item } = entry;
  switch (item.kind) {
    case "pressure": return press(run, entry, item, cause);
    case "order": return giveOrder(run, entry, item, cause);
    case "incident": return makeHappen(run, entry, item, cause);
    case "statement": return makeStatement(run, partyOf(run.model, item.by), partyOf(run.model, item.about), STATEMENT_NAMES.indexOf(item.statement), index, index, cause);
    case "shock": return shake(run, entry, item, cause);
  }
}

type Of<K extends ItemModel["item"]["kind"]> = Extract<ItemModel["item"], { readonly kind: K }>;

function press(run: Run, { index }: ItemModel, item: Of<"pressure">, cause: number): void {
  const { model, world } = run;
  const [party, toward] = [partyOf(model, item.party), partyOf(model, item.toward)];
  const goal = item.goal === undefined ? -1 : model.goals.findIndex(({ name }) => name.text === item.goal);
  const moot = goal !== -1 && world.goals[goal] !== 0;
  const strength = GRAVITIES.indexOf(item.strength);
  const entry = record(run, ENTRY["pressure"], party, toward, index, cause, strength, index, goal, moot ? 1 : 0);
  if (!moot) perceiveToward(run, party, toward, PRESSED[strength]!, index, entry, SOURCE["timeline"]);
}

function giveOrder(run: Run, { index }: ItemModel, item: Of<"order">, cause: number): void {
  const { model } = run;
  const [to, toward] = [partyOf(model, item.to), partyOf(model, item.toward)];
  const from = item.from === undefined ? to : partyOf(model, item.from);
  const order = ORDERS.indexOf(item.order);
  const entry = record(run, ENTRY["order"], to, from, index, cause, order, 1, index);
  perceiveToward(run, to, toward, ORDERED[order]!, index, entry, SOURCE["timeline"]);
}

function makeHappen(run: Run, { index, by }: ItemModel, item: Of<"incident">, cause: number): void {
  const { model } = run;
  const author = by!.parties.length === 1 ? by!.parties[0]! : by!.parties[ask(run, by!.choice, -1, -1, index)]!;
  const act = ACT_NAMES.indexOf(item.act);
  const gravity = item.gravity === undefined ? ACTS[item.act].magnitude : GRAVITIES.indexOf(item.gravity);
  const against = partyOf(model, item.against);
  const entry = happen(run, { act, by: author, against, gravity, distanceKm: item.distanceKm ?? -1, item: index }, index, cause);
  const stance = author === -1 || against === -1 ? -1 : model.stanceOf[author * model.size + against]!;
  if (item.act === "mistaken-strike" && stance !== -1) learnOfMistakeLater(run, stance, index, entry);
}

function shake(run: Run, { index }: ItemModel, item: Of<"shock">, cause: number): void {
  const { model } = run;
  const line = item.channel === undefined ? -1 : model.lines.findIndex(({ name }) => name.text === item.channel);
  const entry = record(run, ENTRY["shock"], -1, -1, index, cause, SHOCKS.indexOf(item.shock), index, line);
  switch (item.shock) {
    case "line-outage": return failLine(run, line, item.lasts, index, entry);
    case "line-closed": return closeLine(run, line, model.lines[line]!.ends[0], index, entry);
    case "line-opened": return restoreLine(run, line, index, entry);
    case "outside":
      for (const felt of item.feltBy) {
        for (const stance of model.stancesOf[partyOf(model, felt)]!) perceive(run, stance, PERCEPT["shock.felt"], index, entry, SOURCE["public"]);
      }
  }
}

function partyOf(model: Model, id: string | undefined): number {
  return id === undefined ? -1 : model.partyOf.get(id) ?? -1;
}
