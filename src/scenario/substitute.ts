// Other values for assumptions of a loaded scenario, without its text being read again: for many settings of one file.
// Knows assumptions in force, their kinds and their ranges; must not know why somebody wants another value.
// Invariant: what comes out is what the loader makes of the same scenario with `assumptions.<key>.value` set.

import { parseAssumption } from "./assumption-values.ts";
import type { Assumption, Scenario } from "./scenario.ts";

/** Kinds of which a single number is the value. */
const NUMERIC: readonly Assumption["value"]["kind"][] = ["probability", "factor", "count"];

/** Whether one number is all that the assumption's value is. */
export function isNumeric({ value: { kind } }: Assumption): boolean {
  return NUMERIC.includes(kind);
}

/** The value of a numeric assumption. */
export function numberOf({ value }: Assumption): number {
  switch (value.kind) {
    case "probability": return value.p;
    case "factor": return value.factor;
    case "count": return value.count;
    default: throw new Error(`a ${value.kind} is no single number`);
  }
}

/** What is wrong with a number as the value of an assumption, in words; undefined where nothing is. */
export function faultOf({ key, value: { kind }, range }: Assumption, number: number): string | undefined {
  const parsed = parseAssumption(kind, number, []);
  if (!parsed.ok) return `${key}: ${parsed.message}`;
  return range !== undefined && (number < range[0] || number > range[1]) ? `${key}: ${number} lies outside its range, ${range[0]} to ${range[1]}` : undefined;
}

/**
 * The scenario with other numbers for these assumptions, by key; throws (a bug) where one is not in force or cannot be so.
 * It keeps the hash of the scenario it came from: to hash takes longer than a run, and the values stand beside it wherever it is named.
 */
export function withAssumptions(scenario: Scenario, values: readonly (readonly [key: string, number: number])[]): Scenario {
  if (values.length === 0) return scenario;
  const wanted = new Map(values);
  const assumptions = scenario.assumptions.map((assumption): Assumption => {
    const number = wanted.get(assumption.key);
    if (number === undefined) return assumption;
    wanted.delete(assumption.key);
    const parsed = parseAssumption(assumption.value.kind, number, []);
    if (!parsed.ok) throw new Error(`${assumption.key}: ${parsed.message}`);
    return { ...assumption, value: parsed.value, from: "scenario" };
  });
  if (wanted.size > 0) throw new Error(`not in force: ${[...wanted.keys()].join(", ")}`);
  return { ...scenario, assumptions };
}
