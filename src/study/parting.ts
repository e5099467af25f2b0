// Where two runs part: the first entry that one has and the other has not at that place, and the first such act.
// Knows traces by their content; must not know what made the two differ.
// Invariant: entries are compared by what they say and when, never by their numbers, which shift with everything before them.

import type { Entry } from "../simulation/trace.ts";

/** The first entries that differ: one of each run, or of one alone where the other has come to its end. */
export interface Parting { readonly first: Entry | undefined; readonly second: Entry | undefined; }

/** Where two traces part; undefined where they say the same. */
export function partingOf(first: readonly Entry[], second: readonly Entry[]): Parting | undefined {
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const [a, b] = [first[i], second[i]];
    if (a === undefined || b === undefined || said(a) !== said(b)) return { first: a, second: b };
  }
  return undefined;
}

/** Where what is done on the ground first parts. */
export function partingActs(first: readonly Entry[], second: readonly Entry[]): Parting | undefined {
  const acts = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ kind }) => kind === "act");
  return partingOf(acts(first), acts(second));
}

// A stance's number is a place in a list, and so are the numbers of entries.
function said(entry: Entry): string {
  return JSON.stringify({ ...entry, number: undefined, cause: undefined, stance: undefined });
}
