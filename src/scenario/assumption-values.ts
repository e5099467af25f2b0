// The value of an assumption, by its kind: probability, factor, count, weights, duration or distance.
// Knows kinds and notations; must not know where a value stands in a file.
// Invariant: probabilities lie in 0 to 1, factors above 0, weights name exactly the declared options and do not all vanish.

import type { AssumptionDefault, WrittenValue } from "../terms/assumptions.ts";
import { nearMiss, type DiagnosticCode, type Hint } from "./diagnostics.ts";
import type { AssumptionValue } from "./scenario.ts";
import { canonicalQuantity, parseDistance, parseDuration } from "./values.ts";

/** A value, or what is wrong with it; `key` is the option at fault, if it is one. */
export type ParsedAssumption =
  | { readonly ok: true; readonly value: AssumptionValue }
  | { readonly ok: false; readonly code: DiagnosticCode; readonly message: string; readonly hint?: Hint; readonly key?: string };

/** The value of an assumption as written; `options` are the names that weights must give. */
export function parseAssumption(kind: AssumptionDefault["kind"], written: WrittenValue, options: readonly string[]): ParsedAssumption {
  if (kind === "weights") return typeof written === "object" ? parseWeights(written, options) : wrong(`these are weights, by option: ${options.join(", ")}`);
  if (kind === "duration") return parseQuantities(written, "duration");
  if (kind === "distance") return parseQuantities(written, "distance");
  if (typeof written !== "number") return wrong(`this is a ${kind}, written as a number`);
  if (kind === "probability") return written >= 0 && written <= 1 ? right({ kind, p: written }) : wrong(`${written} is no probability`, "from 0 to 1");
  if (kind === "factor") return written > 0 ? right({ kind, factor: written }) : wrong(`${written} is no factor`, "above 0");
  return Number.isSafeInteger(written) && written >= 0 ? right({ kind, count: written }) : wrong(`${written} is no count`, "a whole number from 0 on");
}

function parseWeights(written: Readonly<Record<string, number>>, options: readonly string[]): ParsedAssumption {
  const stray = Object.keys(written).find((name) => !options.includes(name));
  if (stray !== undefined) return { ok: false, code: "unknown-option", key: stray, message: `"${stray}" is none of the options`, hint: nearMiss(stray, options, "options") };
  const missing = options.filter((name) => !Object.hasOwn(written, name));
  if (missing.length > 0) return { ok: false, code: "missing-option", message: `the options ${missing.join(", ")} have no weight`, hint: `write all of: ${options.join(", ")}; 0 for what never happens` };
  const fault = faultOfWeights(written);
  return fault ?? right({ kind: "weights", options: options.map((name) => ({ name, weight: written[name]! })) });
}

function parseQuantities(written: WrittenValue, kind: "duration" | "distance"): ParsedAssumption {
  const parse = kind === "duration" ? parseDuration : parseDistance;
  const form = kind === "duration" ? "90 m, 6 h or 2 d" : "55 km";
  const code = kind === "duration" ? "bad-duration" : "bad-distance";
  if (typeof written === "number") return { ok: false, code, message: `${written} has no unit`, hint: `write ${form}` };
  const weighted = typeof written === "string" ? { [written]: 1 } : written;
  const options: { name: string; amount: number; weight: number }[] = [];
  for (const [text, weight] of Object.entries(weighted)) {
    const amount = parse(text);
    const key = typeof written === "string" ? {} : { key: text };
    if (amount === undefined) return { ok: false, code, message: `"${text}" is no ${kind}`, hint: `write ${form}`, ...key };
    const name = canonicalQuantity(text);
    if (options.some((option) => option.name === name)) return { ok: false, code: "repeated", message: `"${text}" stands here twice`, ...key };
    options.push({ name, amount, weight });
  }
  const fault = faultOfWeights(weighted);
  if (fault !== undefined) return fault;
  options.sort((a, b) => a.amount - b.amount || (a.name < b.name ? -1 : 1));
  return kind === "duration"
    ? right({ kind, options: options.map(({ name, amount, weight }) => ({ name, minutes: amount, weight })) })
    : right({ kind, options: options.map(({ name, amount, weight }) => ({ name, km: amount, weight })) });
}

function faultOfWeights(weights: Readonly<Record<string, number>>): ParsedAssumption | undefined {
  const negative = Object.keys(weights).find((name) => !(weights[name]! >= 0));
  if (negative !== undefined) return { ok: false, code: "bad-weights", key: negative, message: `${weights[negative]} is no weight`, hint: "0 or more" };
  return Object.values(weights).some((weight) => weight > 0) ? undefined : { ok: false, code: "bad-weights", message: "none of these can be drawn", hint: "one weight at least is above 0" };
}

function right(value: AssumptionValue): ParsedAssumption {
  return { ok: true, value };
}

function wrong(message: string, hint?: string): ParsedAssumption {
  return { ok: false, code: "bad-value", message, hint };
}
