// Which answers given beforehand a run never asked for: they steer nothing, and most often name what has changed since.
// Knows how often each question was counted; must not know when, nor what it was about.
// Invariant: an answer is asked for when its question came up at least as often as its identity counts.

import { countOf } from "../kernel/tuple-counts.ts";
import type { Model } from "./model.ts";
import type { World } from "./world.ts";

/** Identities of the answers that a run has not come to, in the order in which the scenario gives them. */
export function unaskedAnswers({ answers, answered }: Model, { tuples }: World): readonly string[] {
  return [...answers.keys()].filter((identity, i) => countOf(tuples, answered[i]!.high, answered[i]!.low) <= Number(identity.slice(identity.lastIndexOf("|") + 1)));
}
