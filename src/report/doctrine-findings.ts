// What a check of doctrines found, as text: what is wrong with charts, and which of them can drive each other upward.

import { OWN_STEPS, type Turn } from "../study/spirals.ts";
import { actWords } from "./chart-act-words.ts";
import { paint, wrapped, type Layout } from "./layout.ts";
import { counted, leafOf, rungText, spaced } from "./words.ts";

/** Two charts that can drive each other upward: the shortest loop, and why it is meant, if it is. */
export interface Spiral { readonly charts: readonly [string, string]; readonly turns: readonly Turn[]; readonly why: string | undefined; }

/** Everything that was found in so many charts. `flaws` are sentences; `outdated` are loops said to be known that are not there. */
export interface DoctrineFindings { readonly charts: number; readonly pairs: number; readonly flaws: readonly string[]; readonly spirals: readonly Spiral[]; readonly outdated: readonly string[]; }

/** The findings as lines; `sentenceOf` explains a percept. */
export function* renderFindings({ charts, pairs, flaws, spirals, outdated }: DoctrineFindings, sentenceOf: (percept: string) => string | undefined, layout: Layout): Generator<string> {
  for (const flaw of [...flaws, ...outdated]) for (const line of wrapped(flaw, layout.width, "  ")) yield paint(line, "force", layout);
  for (const { charts: [one, other], turns, why } of spirals.toSorted((a, b) => Number(a.why !== undefined) - Number(b.why !== undefined))) {
    for (const line of wrapped(`${one} and ${other} can drive each other upward${why === undefined ? ", and nothing says that this is meant:" : `. Meant: ${why}.`}`, layout.width, "  ")) yield paint(line, why === undefined ? "force" : "plain", layout);
    for (const turn of turns) yield* wrapped(`    ${turnText(turn, sentenceOf)}`, layout.width, "      ");
  }
  const unknown = spirals.filter(({ why }) => why === undefined).length;
  yield* wrapped(`${counted(charts, "chart")}: ${flaws.length === 0 ? "every state can be reached, has a way back down the ladder, and every percept is handled or let pass" : counted(flaws.length, "flaw")}.`, layout.width, "  ");
  yield* wrapped(`${counted(pairs, "pair")} of charts that may face each other: ${spirals.length} can drive each other upward, ${unknown === 0 ? "all of them meant" : `${unknown} of them not known to be meant`}. "Can" leaves delays aside, lets decisions go either way and lets everything be read in any way there is: what is found may be rare, and what is not found cannot happen between two of them alone, where each answers within ${counted(OWN_STEPS, "step")} of its own.`, layout.width, "  ");
}

function turnText({ chart, event, from, to, rungBefore, rung, act }: Turn, sentenceOf: (percept: string) => string | undefined): string {
  const where = from.length + to.length === 0 ? `stays at ${rungText(rung)}` : `${from.map(named).join(", ")} (${rungText(rungBefore)}) to ${to.map(named).join(", ")} (${rungText(rung)})`;
  const words = act === undefined ? undefined : actWords(act);
  return `${chart}: ${eventText(event, sentenceOf)}: ${where}${words === undefined ? "" : `; does: ${words}`}`;
}

function eventText(event: string, sentenceOf: (percept: string) => string | undefined): string {
  const decided = /^decided\.([^.]+)\.(.+)$/.exec(event);
  if (decided !== null) return `decides (${spaced(decided[1]!)}) ${spaced(decided[2]!)}`;
  const waited = /^xstate\.after\.([^.]+)\./.exec(event);
  return waited === null ? sentenceOf(event) ?? event : `has waited (${spaced(waited[1]!)})`;
}

function named(path: string): string {
  return spaced(leafOf(path));
}
