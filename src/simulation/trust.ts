// Trust of one party in another's word: five levels, down at once, up after several kept words.
// Knows levels and counts; must not know what was promised.
// Invariant: trust stays within its levels, and falls faster than it rises.

import { TRUST_LEVELS } from "../channel/assumptions.ts";
import { ENTRY } from "./codes.ts";
import { record, type Run } from "./run.ts";

/** A word was broken, or a line dropped: trust falls one level at once. */
export function lowerTrust(run: Run, party: number, other: number, root: number, cause: number): void {
  setTrust(run, party, other, -1, root, cause);
}

/** A word was kept: after enough of them trust rises one level. */
export function keepWord(run: Run, party: number, other: number, root: number, cause: number): void {
  const { world, model } = run;
  const pair = party * model.size + other;
  if (++world.kept[pair]! >= model.draws.risesAfter(party)) setTrust(run, party, other, 1, root, cause);
}

function setTrust(run: Run, party: number, other: number, change: number, root: number, cause: number): void {
  const { world, model } = run;
  const pair = party * model.size + other;
  const before = world.trust[pair]!;
  const after = Math.min(TRUST_LEVELS.length - 1, Math.max(0, before + change));
  world.kept[pair] = 0;
  if (after === before) return;
  world.trust[pair] = after;
  record(run, ENTRY["trust"], party, other, root, cause, before, after);
}
