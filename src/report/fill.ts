// Puts parties into phrases: names with their articles, verbs that agree with them.

import type { Scenario } from "../scenario/scenario.ts";
import { joined, partyName } from "./words.ts";

/** What a phrase may name. */
export interface Filling {
  /** Several parties are named together, and take the plural. */
  readonly who: readonly (string | undefined)[];
  readonly whom: string | undefined;
  /** Whoever is spoken of between two others. */
  readonly them?: string | undefined;
}

const VERBS: Readonly<Record<string, string>> = { are: "is", mean: "means", come: "comes", stand: "stands", have: "has", say: "says", do: "does", follow: "follows", they: "it" };

/**
 * A phrase with its parties in it: `{who}`, `{whom}` and `{them}` are names, `[strike|strikes]` agrees with who, and
 * `{mean}` agrees with the name before it.
 */
export function fill(phrase: string, scenario: Scenario, { who, whom, them }: Filling): string {
  const names = { who, whom: [whom], them: [them ?? whom] } as const;
  const whoIsPlural = who.length > 1 || isPlural(scenario, who[0]);
  let last = whoIsPlural;
  const text = phrase
    .replaceAll(/\[([^|\]]*)\|([^\]]*)\]/g, (_, plural: string, singular: string) => (whoIsPlural ? plural : singular))
    .replaceAll(/\{(\w+)\}/g, (_, word: string) => {
      if (Object.hasOwn(names, word)) {
        const parties: readonly (string | undefined)[] = names[word as keyof typeof names];
        last = parties.length > 1 || isPlural(scenario, parties[0]);
        return joined(parties.map((party) => withArticle(scenario, party)));
      }
      return last ? word : (VERBS[word] ?? word);
    });
  return sentences(text);
}

// A capital after a full stop, wherever a name happens to stand there.
function sentences(text: string): string {
  return text.replaceAll(/(?<=[.?!] )[a-z]/g, (letter) => letter.toUpperCase());
}

/** The name of a party as it stands in a sentence: "the Russian military", "Islamic State", "nobody known". */
export function withArticle(scenario: Scenario, party: string | undefined): string {
  const name = partyName(scenario, party);
  return party === undefined || !/\s[a-z]/.test(name) || /^the /i.test(name) ? name : `the ${name}`;
}

/** Whose something is: "the coalition's", "the militias'". */
export function possessive(scenario: Scenario, party: string | undefined): string {
  const name = withArticle(scenario, party);
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}

/** Whether a party's name is a plural: militias, forces, rebels. */
export function isPlural(scenario: Scenario, party: string | undefined): boolean {
  const words = partyName(scenario, party).split(" of ")[0]!.split(" ");
  // "the militias" and "Syrian Democratic Forces", but not "Damascus".
  return /[^s]s$/.test(words.at(-1)!) && (words.length > 1 || /^[a-z]/.test(words[0]!));
}
