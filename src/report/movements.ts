// Where those are who move, as far as what was said of them must not contradict it: inside, on their way out, gone.

import type { ActName } from "../terms/acts.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { leafOf } from "./words.ts";

const INWARD: ReadonlySet<ActName> = new Set(["enter", "approach", "reinforce", "dig-in", "outpost"]);
const OUTWARD: ReadonlySet<ActName> = new Set(["withdraw", "pass-through", "reach-goal"]);
/** States of those who have decided to leave. */
const LEAVING: ReadonlySet<string> = new Set(["withdrawing", "turning-back"]);

/** Whether the last that a party did on the ground before an entry was to leave. */
export function hasLeft(who: string | undefined, before: Entry, entries: readonly Entry[]): boolean {
  for (let i = before.number - 1; i >= 0; i--) {
    const entry = entries[i]!;
    if (entry.kind !== "act" || entry.who !== who) continue;
    if (OUTWARD.has(entry.act)) return true;
    if (INWARD.has(entry.act)) return false;
  }
  return false;
}

/** The last move inward that whoever uses force saw of those it hits, unless it has seen them leave since. */
export function lastMoveSeen({ number, who, whom }: EntryOf<"act">, entries: readonly Entry[]): EntryOf<"act"> | undefined {
  for (let i = number - 1; i >= 0; i--) {
    const entry = entries[i]!;
    if (entry.kind !== "perceived" || entry.who !== who || entry.whom !== whom || entry.source !== "sight") continue;
    if (entry.percept === "left.self") return undefined;
    const done = entry.cause === undefined ? undefined : entries[entry.cause]!;
    if (done?.kind === "act" && done.km !== undefined && INWARD.has(done.act)) return done;
  }
  return undefined;
}

/** Whether a party has decided to leave, and is not gone yet. */
export function isLeaving(who: string | undefined, before: Entry, entries: readonly Entry[]): boolean {
  const stance = entries.slice(0, before.number).findLast((entry) => entry.kind === "stance" && entry.who === who);
  return stance?.kind === "stance" && stance.to.some((path) => LEAVING.has(leafOf(path))) && !hasLeft(who, before, entries);
}
