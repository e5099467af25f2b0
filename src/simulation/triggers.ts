// Timeline items that wait for a stance to enter a state or for an act to happen.
// Knows windows, counts and delays; must not know what an item does.
// Invariant: an item is set off no more often than it may be, and inside its window alone.

import { EVENT } from "./codes.ts";
import type { TriggerModel } from "./model.ts";
import type { Run } from "./run.ts";
import { post } from "./world.ts";

/** Sets off the items that wait for this; `before` is the configuration a stance came from, where one moved. */
export function fireTriggers(
  run: Run, triggers: readonly TriggerModel[], party: number, other: number, code: number, root: number, cause: number, before = -1,
): void {
  const { world } = run;
  for (const trigger of triggers) {
    if (trigger.party !== party && trigger.party !== -1) continue;
    if (trigger.other !== other && trigger.other !== -1) continue;
    if (world.at < trigger.from || world.at > trigger.until || world.triggered[trigger.item]! >= trigger.times) continue;
    if (!trigger.matches(code) || (before !== -1 && trigger.matches(before))) continue;
    world.triggered[trigger.item]!++;
    post(world, world.at + trigger.delay, EVENT["item"], trigger.item, 0, 0, root, cause);
  }
}
