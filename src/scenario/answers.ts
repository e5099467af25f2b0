// The answers that a scenario gives beforehand: questions by their identity, each with the option that is taken.
// Knows how an identity is written, and which questions and options names can stand for; must not know when anything is asked.
// Invariant: an answer that comes out names parties, a root and a question that there are; whether a run asks it, only a run shows.

import type { Assumption } from "./scenario.ts";
import { nearMiss } from "./diagnostics.ts";
import { checkCount, keyAt, at, LIMITS, type Resolving } from "./resolving.ts";

/** Questions that no assumption weighs, with their options; parties where these are undefined. */
const OTHER_QUESTIONS: Readonly<Record<string, readonly string[] | undefined>> = {
  "item.happens": ["happens", "does-not"],
  "item.done-by": undefined,
  "line.ends": ["well", "cut-off", "disputed"],
  "line.answered-within": ["at-once", "soon", "later", "at-the-last"],
};
/** Questions whose options are those of an assumption, and some more: who is reached besides why nobody is, who it appears to be. */
const MORE_OPTIONS: Readonly<Record<string, "answered" | "parties">> = { "line.answered": "answered", "sight.attributed": "parties" };
const FORM = "write question|asker|other|root|n, as `relay.complied|column|sponsor|push|0`";

/** The answers as written, once every name in them is known. */
export function resolveAnswers(resolving: Resolving, assumptions: readonly Assumption[]): Readonly<Record<string, string>> {
  const { raw, problems } = resolving;
  const answers = raw.answers ?? {};
  checkCount(resolving, ["answers"], Object.keys(answers).length, LIMITS.answers, "answers");
  const options = optionsOf(resolving, assumptions);
  for (const [identity, option] of Object.entries(answers)) {
    const place = keyAt(resolving, ["answers", identity]);
    const [name, asker, other, root, n, ...more] = identity.split("|");
    if (n === undefined || more.length > 0 || !/^\d{1,9}$/.test(n)) {
      problems.error("bad-value", place, `"${identity}" is no identity of a question`, FORM);
      continue;
    }
    const known = options.get(name!);
    if (known === undefined) problems.error("unknown-question", place, `nothing is asked under the name "${name}"`, nearMiss(name!, options.keys(), "questions"));
    else if (!known.includes(option)) problems.error("unknown-option", at(resolving, ["answers", identity]), `"${option}" is no answer to "${name}"`, nearMiss(option, known, "options"));
    for (const party of [asker!, other!]) {
      if (party !== "-" && !Object.hasOwn(raw.parties, party)) problems.error("unknown-party", place, `"${party}" is no party`, nearMiss(party, Object.keys(raw.parties), "parties"));
    }
    if (!isRoot(resolving, root!)) problems.error("unknown-item", place, `"${root}" is no timeline item, no due call and not the run`, nearMiss(root!, roots(resolving), "items"));
  }
  return answers;
}

function optionsOf({ raw }: Resolving, assumptions: readonly Assumption[]): ReadonlyMap<string, readonly string[]> {
  const parties = [...Object.keys(raw.parties), "unknown"];
  const found = new Map<string, readonly string[]>(Object.entries(OTHER_QUESTIONS).map(([name, options]) => [name, options ?? parties]));
  for (const { name, value } of assumptions) {
    const own = "options" in value ? value.options.map((option) => option.name) : value.kind === "probability" ? ["yes", "no"] : [];
    found.set(name, [...new Set([...(found.get(name) ?? []), ...own])]);
  }
  for (const [name, more] of Object.entries(MORE_OPTIONS)) {
    const own = found.get(name) ?? [];
    found.set(name, more === "parties" ? [...own, ...parties] : ["answered", ...(found.get("line.unanswered-because") ?? [])]);
  }
  found.set("word.believed", ["yes", "no"]); // weighed by as many assumptions as there are levels of trust
  return found;
}

function isRoot({ raw }: Resolving, root: string): boolean {
  const [channel, slot] = root.split("@");
  return root === "run" || (raw.timeline ?? []).some(({ id }) => id === root) || (slot !== undefined && Object.hasOwn(raw.channels ?? {}, channel!));
}

function roots({ raw }: Resolving): readonly string[] {
  return [...(raw.timeline ?? []).map(({ id }) => id), "run"];
}
