// The assumptions of a scenario made ready to draw from: names hashed, options listed, looked up once for each context.
// Knows how a free parameter is narrowed and looked up; must not know what any of them decides.
// Invariant: what is drawn in a context is what the scenario's narrowest assumption for that context says.

import { optionsOf, type Options } from "../kernel/choices.ts";
import { nameOf, type Name } from "../kernel/random.ts";
import { lookUp } from "../scenario/assumptions.ts";
import type { AssumptionValue, Scenario } from "../scenario/scenario.ts";

/** A question whose options are named and weighted by an assumption; parties and root are added when it is put. */
export interface Choice {
  readonly name: Name;
  readonly options: Options;
  /** What the options stand for where they are quantities. All choices have one shape, since every draw reads them. */
  readonly values: readonly number[] | undefined;
  /** For each two parties it was put between: their pair, and the two halves of the hash that its name and theirs begin. Filled on use, and few. */
  readonly begun: number[];
}

/** A quantity (minutes or kilometres) drawn from a few; a single option needs no question. */
export interface Spread extends Choice { readonly values: readonly number[]; }

/** Reads assumptions by name in a context of parties, lines, levels and acts, given as words. */
export interface Assumed {
  readonly has: (name: string) => boolean;
  readonly probability: (name: string, ...context: readonly string[]) => number;
  readonly choice: (name: string, ...context: readonly string[]) => Choice;
  readonly spread: (name: string, ...context: readonly string[]) => Spread;
  readonly factor: (name: string, ...context: readonly string[]) => number;
  readonly count: (name: string, ...context: readonly string[]) => number;
}

/** The assumptions of a scenario; throws (a bug) where a name is asked for that no catalogue declares, or as another kind. */
export function assumedIn(scenario: Scenario): Assumed {
  const byName = new Map<string, Scenario["assumptions"][number][]>();
  for (const assumption of scenario.assumptions) byName.set(assumption.name, [...(byName.get(assumption.name) ?? []), assumption]);
  const valueOf = <K extends AssumptionValue["kind"]>(name: string, context: readonly string[], kind: K): Extract<AssumptionValue, { kind: K }> => {
    const { value } = lookUp(byName.get(name) ?? [], name, context);
    if (value.kind !== kind) throw new Error(`${name} is a ${value.kind}, asked for as a ${kind}`);
    return value as Extract<AssumptionValue, { kind: K }>;
  };
  return {
    has: (name) => byName.has(name),
    probability: (name, ...context) => valueOf(name, context, "probability").p,
    choice: (name, ...context) => {
      const value = lookUp(byName.get(name) ?? [], name, context).value;
      if (value.kind === "probability") return yesOrNo(name, value.p);
      if (value.kind !== "weights") throw new Error(`${name} is a ${value.kind}, asked for as a choice`);
      return choiceOf(nameOf(name), optionsOf(value.options.map((o) => o.name), value.options.map((o) => o.weight)));
    },
    spread: (name, ...context) => {
      const value = lookUp(byName.get(name) ?? [], name, context).value;
      if (value.kind === "duration") return amountsOf(name, value.options.map((o) => ({ ...o, amount: o.minutes })));
      if (value.kind === "distance") return amountsOf(name, value.options.map((o) => ({ ...o, amount: o.km })));
      throw new Error(`${name} is a ${value.kind}, asked for as a duration or distance`);
    },
    factor: (name, ...context) => valueOf(name, context, "factor").factor,
    count: (name, ...context) => valueOf(name, context, "count").count,
  };
}

/** A question that has not been put yet. */
export function choiceOf(name: Name, options: Options): Choice {
  return { name, options, values: undefined, begun: [] };
}

/** A quantity that has not been drawn yet, with what each option stands for. */
export function spreadOf(name: Name, options: Options, values: readonly number[]): Spread {
  return { name, options, values, begun: [] };
}

/** Of a quantity that nothing is drawn from: its only value, or else its first. */
export function only({ values }: Spread): number {
  return values[0]!;
}

/** A question that is answered yes (option 0) with this probability; a certain one keeps both options, one of weight 0. */
export function yesOrNo(name: string, p: number): Choice {
  return choiceOf(nameOf(name), optionsOf(["yes", "no"], [p, 1 - p]));
}

/** The options in the order of `names`, whatever order the scenario wrote them in. */
export function inOrder({ name, options }: Choice, names: readonly string[]): Choice {
  return choiceOf(name, optionsOf(names, names.map((option) => options.weights[options.names.indexOf(option)] ?? 0)));
}

/** The same choice with each option's weight multiplied. */
export function reweighed({ name, options }: Choice, factors: readonly number[]): Choice {
  return choiceOf(name, optionsOf(options.names, options.weights.map((weight, i) => weight * factors[i]!)));
}

/** A value made on first use for each number from 0 to below `length`: a table that fills itself. */
export function filledOnUse<T>(length: number, make: (index: number) => T): (index: number) => T {
  const made = new Array<T | undefined>(length).fill(undefined); // filled, since V8 reads what was never written much more slowly
  return (index) => (made[index] ??= make(index));
}

function amountsOf(name: string, options: readonly { readonly name: string; readonly weight: number; readonly amount: number }[]): Spread {
  return spreadOf(nameOf(name), optionsOf(options.map((o) => o.name), options.map((o) => o.weight)), options.map((o) => o.amount));
}
