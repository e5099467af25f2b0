// What the scenario still holds at a place of a run, and the amendments that release, hold, skip or move it.

import { writtenTime } from "../../report/written.ts";
import { EVENT } from "../../simulation/codes.ts";
import type { ItemModel, Model } from "../../simulation/model.ts";
import { blockYaml, type Written } from "../inject-overlay.ts";
import type { Effect, View } from "../state.ts";

/** What a director has done to an item; how likely it was before that. */
export interface Hold { readonly kind: "held" | "skipped"; readonly chance: number; }

/** An item that has not happened: when it is expected, whether it is kept back, and whether its time has passed meanwhile. */
export interface Stored { readonly model: ItemModel; readonly at: number | undefined; readonly hold: Hold | undefined; readonly passed: boolean; }

/** What is in store at a place of the run: by time, then what waits for something else. */
export function itemsInStore(view: View, cursor: number): readonly Stored[] {
  const { model, entries } = view;
  const happened = new Map<string, number>();
  const skipped = new Map<string, number>();
  const counted = (counts: Map<string, number>, id: string): void => { counts.set(id, (counts.get(id) ?? 0) + 1); };
  for (let i = 0; i < Math.min(cursor, entries.length); i++) {
    const entry = entries[i]!;
    if ("item" in entry && entry.item !== undefined) counted(entry.kind === "item.skipped" ? skipped : happened, entry.item);
  }
  const holds = holdsOf(view);
  const stored = model.items.flatMap((one): readonly Stored[] => {
    const { id, chance, schedule } = one.item;
    const times = schedule.kind === "when" ? schedule.trigger.times : 1;
    const [was, wasNot] = [happened.get(id) ?? 0, skipped.get(id) ?? 0];
    if (was >= times) return [];
    const hold = chance === 0 ? holds.get(id) : undefined;
    const passed = was + wasNot >= times;
    return passed && hold?.kind !== "held" ? [] : [{ model: one, at: expectedAt(view, one), hold, passed }];
  });
  return stored.toSorted((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || a.model.index - b.model.index);
}

/** Lets an item happen now, for certain. */
export function released({ session, model }: View, { model: { at, item }, passed }: Stored): Effect {
  const now = session.run.at;
  // An item keeps its time where it is given the same one again, and what has fallen due once would not come back.
  const minute = passed && at === now ? now + 1 : now;
  return amendment("released", item.id, { at: writtenTime(model.scenario, minute), ...(item.chance < 1 ? { chance: 1 } : {}) }, item, `released now: ${item.id}`);
}

/** Keeps an item back until it is released, or for good. */
export function kept({ model: { item } }: Stored, kind: Hold["kind"]): Effect {
  return amendment(kind, item.id, { chance: 0 }, undefined, `${kind}: ${item.id}`, item.chance);
}

/** Takes back that an item is held or skipped. */
export function freed({ model: { item }, hold }: Stored): Effect {
  return amendment("freed", item.id, { chance: hold?.chance ?? 1 }, undefined, `no longer ${hold?.kind ?? "held"}: ${item.id}`);
}

/** Moves an item by so many minutes, and not into the past; undefined where it would come after the end. */
export function movedBy({ session, model }: View, { model: { item }, at }: Stored, minutes: number): Effect | undefined {
  const minute = Math.max(session.run.at, at! + minutes);
  if (minute > model.scenario.minutes) return undefined;
  const time = writtenTime(model.scenario, minute);
  return amendment("moved", item.id, { at: time }, item, `moved to ${time}: ${item.id}`);
}

const MARK = /^# (held|skipped|released|freed|moved) (\S+)(?: (\S+))?\n/;

// The first line of each amendment says what it does, since a chance of 0 alone would not say why.
function amendment(mark: string, id: string, set: { readonly [key: string]: Written }, timed: ItemModel["item"] | undefined, what: string, before?: number): Effect {
  const { schedule } = timed ?? {};
  const gone = schedule?.kind !== "when" ? [] : ["when", ...(schedule.delay > 0 ? ["delay"] : [])];
  const overlay = blockYaml({
    ...(gone.length === 0 ? {} : { remove: gone.map((key) => `timeline.${id}.${key}`) }),
    set: Object.fromEntries(Object.entries(set).map(([key, value]) => [`timeline.${id}.${key}`, value])),
  });
  return { do: "amend", overlay: `# ${mark} ${id}${before === undefined ? "" : ` ${before}`}\n${overlay}\n`, what };
}

function holdsOf({ session }: View): ReadonlyMap<string, Hold> {
  const holds = new Map<string, Hold>();
  for (const step of session.run.steps) {
    const mark = step.do === "amend" ? MARK.exec(step.overlay) : null;
    if (mark === null) continue;
    const [, kind, id, chance] = mark as unknown as readonly [string, string, string, string | undefined];
    if (kind === "held" || kind === "skipped") holds.set(id, { kind, chance: holds.get(id)?.chance ?? Number(chance ?? 1) });
    else if (kind !== "moved") holds.delete(id);
  }
  return holds;
}

// What is on the list already has its time there; what hangs on another item comes after that one.
function expectedAt(view: View, one: ItemModel): number | undefined {
  const { model, session: { run: { world } } } = view;
  const pending = world.pending.filter(({ kind, a }) => kind === EVENT["item"] && a === one.index).map(({ at }) => at);
  return pending.length > 0 ? Math.min(...pending) : scheduledAt(model, one);
}

function scheduledAt(model: Model, one: ItemModel): number | undefined {
  let delay = 0;
  for (let item: ItemModel | undefined = one; item !== undefined;) {
    const { schedule }: ItemModel["item"] = item.item;
    if (schedule.kind === "at") return schedule.at + delay;
    if (schedule.kind === "when") return undefined;
    delay += schedule.delay;
    item = model.items.find(({ item: { id } }) => id === schedule.item);
  }
  return undefined;
}
