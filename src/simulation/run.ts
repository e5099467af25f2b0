// What every rule of the simulation works on: the model, the world, who answers, who records.
// Knows how a question is asked and an entry written; must not know any rule.
// Invariant: there is no other source of chance, and nothing happens that is not recorded.

import { UNDECIDED, type Answerer, type Question } from "../kernel/choices.ts";
import { beginTuple, endTuple, type Name, type TupleHash } from "../kernel/random.ts";
import { countTuple } from "../kernel/tuple-counts.ts";
import type { Choice, Spread } from "./assumed.ts";
import { NOBODY, type Model } from "./model.ts";
import type { World } from "./world.ts";

/** Takes entries as they are made. Kinds, parties, roots and a to d are numbers, as codes.ts and the model number them; `cause` is the number of an earlier entry, or -1. */
export interface Recorder {
  readonly record: (at: number, kind: number, who: number, whom: number, root: number, cause: number, a: number, b: number, c: number, d: number) => void;
}

/** One step of a run in the making. */
export interface Run {
  readonly model: Model;
  readonly world: World;
  readonly answerer: Answerer;
  readonly recorder: Recorder;
  /** The question that got no answer, if there is one: then what follows it in this step is void and thrown away. */
  waiting: Question | undefined;
}

/** Writes an entry and gives its number. */
export function record(run: Run, kind: number, who: number, whom: number, root: number, cause: number, a = 0, b = 0, c = 0, d = 0): number {
  run.recorder.record(run.world.at, kind, who, whom, root, cause, a, b, c, d);
  return run.world.entries++;
}

/** Asks a question of chance and gives the index of the option. */
export function ask(run: Run, choice: Choice, asker: number, other: number, root: number): number {
  return put(run, "chance", choice, asker, other, root);
}

/** Asks a party to decide and gives the index of the option. */
export function askParty(run: Run, choice: Choice, asker: number, other: number, root: number): number {
  return put(run, "decision", choice, asker, other, root);
}

/** Draws a quantity; a single option needs no question. */
export function draw(run: Run, spread: Spread, asker: number, other: number, root: number): number {
  return spread.values.length === 1 ? spread.values[0]! : spread.values[ask(run, spread, asker, other, root)]!;
}

/** The name of a party by its number. */
export function nameOfParty(model: Model, party: number): Name {
  return party === -1 ? NOBODY : model.parties[party]!;
}

const HASH: TupleHash = { high: 0, low: 0 };

function put(run: Run, kind: Question["kind"], choice: Choice, asker: number, other: number, root: number): number {
  const { model, world } = run;
  const { name, options } = choice;
  const from = model.roots[root]!;
  const begun = begunBetween(model, choice, asker, other);
  endTuple(HASH, choice.begun[begun]!, choice.begun[begun + 1]!, from);
  const { high, low } = HASH;
  const n = countTuple(world.tuples, high, low);
  const { draw: drawn } = run.answerer;
  if (drawn !== undefined) return drawn(high, low, n, options);
  const question: Question = { kind, name, asker: nameOfParty(model, asker), other: nameOfParty(model, other), root: from, n, high, low, options, at: world.at };
  const answer = run.answerer.answer(question);
  if (answer !== UNDECIDED) return answer;
  run.waiting ??= question;
  return 0;
}

// A choice is put between the same few parties again and again, so what its name and theirs hash to is kept with it.
function begunBetween(model: Model, { name, begun }: Choice, asker: number, other: number): number {
  const pair = (asker + 1) * (model.size + 1) + other + 1; // either may be nobody, -1
  for (let i = 0; i < begun.length; i += 3) if (begun[i] === pair) return i + 1;
  const { high, low } = beginTuple(name, nameOfParty(model, asker), nameOfParty(model, other));
  return begun.push(pair, high, low) - 2;
}
