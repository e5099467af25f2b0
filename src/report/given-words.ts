// What people said of their own decisions: a reason, a wording. It steers nothing, and is told with the decision.

import { showHarmless } from "../scenario/safe-text.ts";

/** The words that go with one decision. */
export interface GivenWords { readonly reason?: string; readonly wording?: string; }

/** The words that were given, by the number of the entry of the decision. It may grow with the run. */
export type GivenWordsAt = ReadonlyMap<number, GivenWords>;

/** Nobody said anything. */
export const NO_WORDS: GivenWordsAt = new Map();

/** The words of a decision as sentences, each marked as somebody's at the seat; none where none were given. */
export function givenSentences({ reason, wording }: GivenWords): readonly string[] {
  return [...(reason === undefined ? [] : [`Reason given: ${typedSentence(reason)}`]), ...(wording === undefined ? [] : [`Worded: ${typedSentence(wording)}`])];
}

/** What somebody typed, as a sentence that may stand on any terminal. */
export function typedSentence(text: string): string {
  return `${showHarmless(text)}${/[.?!]$/.test(text) ? "" : "."}`;
}
