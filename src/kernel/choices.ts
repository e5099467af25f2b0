// The one door: every piece of chance and every decision is a question with a finite list of weighted options.
// Knows identities, options and weights; must not know what is asked, nor what follows from the answer.
// Invariant: an answer depends on the question's identity and options and on who answers, never on what was asked before.
// Who answers is the mode: a keyed source, a record, the likeliest, a person or a search.

import { keyedUniform, nameOf, type Name } from "./random.ts";

/** The options of a question in order, with weights of at least 0 that sum above 0. */
export interface Options { readonly names: readonly string[]; readonly weights: readonly number[]; readonly total: number; }

/** One question: its identity (name, asker, other, root, n) and its options. */
export interface Question {
  /** A decision belongs to its asker, and a person at that seat may answer it; the rest is chance. */
  readonly kind: "decision" | "chance";
  readonly name: Name;
  readonly asker: Name;
  readonly other: Name;
  readonly root: Name;
  readonly n: number;
  /** The 64-bit hash of the four names, in two halves. */
  readonly high: number;
  readonly low: number;
  readonly options: Options;
  /** Minutes since the start. */
  readonly at: number;
}

/** Who answers: gives the index of an option, or UNDECIDED. */
export interface Answerer {
  readonly answer: (question: Question) => number;
  /** Whether it may say UNDECIDED in the step that comes; where it does not, `advance` need not be able to go back. */
  readonly mayWait: boolean;
  /** Where an answer follows from the identity's hash and the options alone: that answer, without a question having to be made. */
  readonly draw?: (high: number, low: number, n: number, options: Options) => number;
}

/** No answer yet: the run waits at the question. */
export const UNDECIDED = -1;

/** Options from names and weights; throws (a bug) when a weight is negative or their sum is not a number above 0. */
export function optionsOf(names: readonly string[], weights: readonly number[]): Options {
  let total = 0;
  for (const weight of weights) {
    if (!(weight >= 0)) throw new Error(`weight ${weight} among ${names.join(", ")}`);
    total += weight;
  }
  if (names.length !== weights.length) throw new Error(`${names.length} options with ${weights.length} weights`);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) throw new Error(`no option among ${names.join(", ")} can be taken`);
  return { names, weights, total };
}

/** The identity of a question as text, for journals and reports. */
export function identityOf(question: Question): string {
  return identityText(question.name.text, question.asker.text, question.other.text, question.root.text, question.n);
}

/** An identity as text: what it is, who, whom, the root and the count of just these. */
export function identityText(name: string, who: string, whom: string, root: string, n: number): string {
  return `${name}|${who}|${whom}|${root}|${n}`;
}

/** Answers by a hash of the seed and the question's identity. */
export function seeded(seed: number): Answerer {
  const key = nameOf(`seed ${seed}`);
  const draw = (high: number, low: number, n: number, { weights, total }: Options): number => {
    let rest = keyedUniform(key, high, low, n) * total;
    for (let i = 0; i < weights.length; i++) {
      rest -= weights[i]!;
      if (rest < 0) return i;
    }
    return lastPossible(weights);
  };
  return {
    mayWait: false,
    draw,
    answer: ({ high, low, n, options }) => draw(high, low, n, options),
  };
}

/** Always the likeliest option, on a tie the first: the no-surprise course. */
export const likeliest: Answerer = {
  mayWait: false,
  answer: ({ options }) => likeliestOf(options),
};

/** The index of the likeliest option, on a tie the first. */
export function likeliestOf({ weights }: Options): number {
  let best = 0;
  for (let i = 1; i < weights.length; i++) if (weights[i]! > weights[best]!) best = i;
  return best;
}

/** Never answers: the run stops at every question. */
export const undecided: Answerer = { mayWait: true, answer: () => UNDECIDED };

/** What was recorded where it fits (identity to option name), another answerer for the rest. */
export function recorded(answers: ReadonlyMap<string, string>, then: Answerer): Answerer {
  return {
    mayWait: then.mayWait,
    answer: (question) => {
      const name = answers.size === 0 ? undefined : answers.get(identityOf(question));
      const index = name === undefined ? -1 : question.options.names.indexOf(name);
      return index === -1 ? then.answer(question) : index;
    },
  };
}

/** The decisions of some parties by one answerer, everything else by another. */
export function seated(parties: ReadonlySet<string>, person: Answerer, rest: Answerer): Answerer {
  return {
    mayWait: person.mayWait || rest.mayWait,
    answer: (question) => (question.kind === "decision" && parties.has(question.asker.text) ? person : rest).answer(question),
  };
}

function lastPossible(weights: readonly number[]): number {
  let i = weights.length - 1;
  while (weights[i] === 0) i--;
  return i;
}
