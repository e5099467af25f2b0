// The free parameters of a scenario: its own and the defaults it does not replace, each with what it rests on.
// Knows kinds, qualifiers and which key wins; must not know what a parameter does.
// Invariant: every parameter that a run asks for is listed; in every context that occurs, one of the scenario's keys wins.

import type { AssumptionDefault, Ground } from "../terms/assumptions.ts";
import { parseAssumption } from "./assumption-values.ts";
import { reportTies } from "./assumption-ties.ts";
import { nearMiss } from "./diagnostics.ts";
import { at, checkCount, keyAt, LIMITS, type Resolving } from "./resolving.ts";
import type { Assumption } from "./scenario.ts";
import type { RawAssumption } from "./schema.ts";
import type { Path } from "./source-tree.ts";

interface Written {
  readonly value: number | string | Readonly<Record<string, number>>;
  readonly range: readonly [number, number] | undefined;
  readonly ground: Ground;
  readonly why: string;
}

/** Every assumption in force, ordered by key. `qualifiers` are the words that may narrow one: parties, lines, levels, acts. */
export function resolveAssumptions(resolving: Resolving, qualifiers: ReadonlySet<string>): readonly Assumption[] {
  const written = Object.entries(resolving.raw.assumptions ?? {});
  checkCount(resolving, ["assumptions"], written.length, LIMITS.assumptions, "assumptions");
  const declared = declaredDefaults(resolving);
  const own: Assumption[] = [];
  for (const [key, entry] of written) {
    const assumption = resolveOwn(resolving, key, entry, declared, qualifiers);
    if (assumption !== undefined) own.push(assumption);
  }
  reportRepeats(resolving, own);
  reportTies(resolving, own);
  const replaced = new Set(own.map(identity));
  const kept = [...declared.values()].flatMap(({ defaults, inForce }) => (inForce ? defaults.map(defaultAssumption) : []));
  return [...own, ...kept.filter((assumption) => !replaced.has(identity(assumption)))].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The assumption of this name that holds in a context (parties, line, level, act): the one narrowed most whose
 * qualifiers are all in it, the scenario's own before a default; throws (a bug) where no catalogue declares the name.
 */
export function lookUp(assumptions: readonly Assumption[], name: string, context: readonly string[]): Assumption {
  let best: Assumption | undefined;
  for (const assumption of assumptions) {
    if (assumption.name !== name || !assumption.qualifiers.every((qualifier) => context.includes(qualifier))) continue;
    if (best === undefined || beats(assumption, best)) best = assumption;
  }
  if (best === undefined) throw new Error(`no assumption is called ${name}`);
  return best;
}

function beats(a: Assumption, b: Assumption): boolean {
  if (a.qualifiers.length !== b.qualifiers.length) return a.qualifiers.length > b.qualifiers.length;
  if (a.from !== b.from) return a.from === "scenario";
  return a.key < b.key;
}

/** What the catalogue declares under one name: its defaults, and whether it is in force (general, or of a doctrine in use). */
interface Declared { readonly defaults: readonly AssumptionDefault[]; readonly base: AssumptionDefault; readonly inForce: boolean; }

function declaredDefaults(resolving: Resolving): ReadonlyMap<string, Declared> {
  const { catalogue, raw } = resolving;
  const used = new Set(Object.values(raw.parties).map(({ doctrine }) => doctrine));
  const declared = new Map<string, Declared>();
  const declare = (standard: AssumptionDefault, inForce: boolean): void => {
    const name = standard.name.split("/")[0]!;
    const known = declared.get(name);
    const defaults = [...(known?.defaults ?? []), standard];
    declared.set(name, { defaults, base: defaults.find((other) => other.name === name) ?? standard, inForce: inForce || (known?.inForce ?? false) });
  };
  for (const standard of catalogue.assumptions) declare(standard, true);
  for (const [id, doctrine] of Object.entries(catalogue.doctrines)) {
    for (const standard of doctrine.assumptions) declare(standard, used.has(id));
  }
  return declared;
}

function resolveOwn(
  resolving: Resolving, key: string, entry: RawAssumption, declared: ReadonlyMap<string, Declared>, known: ReadonlySet<string>,
): Assumption | undefined {
  const { problems } = resolving;
  const path = ["assumptions", key];
  const [name, ...qualifiers] = key.split("/") as [string, ...string[]];
  const standard = declared.get(name);
  if (standard === undefined) {
    problems.error("unknown-assumption", keyAt(resolving, path), `nothing is assumed under the name "${name}"`, nearMiss(name, declared.keys(), "assumptions"));
    return undefined;
  }
  qualifiers.forEach((qualifier, i) => {
    if (!known.has(qualifier)) problems.error("unknown-qualifier", keyAt(resolving, path), `"${qualifier}" narrows nothing here`, nearMiss(qualifier, known, "parties, lines, levels and acts"));
    else if (qualifiers.indexOf(qualifier) < i) problems.error("repeated", keyAt(resolving, path), `"${qualifier}" stands twice in "${key}"`);
  });
  if (!standard.inForce) {
    problems.warn("unused-assumption", keyAt(resolving, path), `no party here has the doctrine that "${name}" belongs to`);
    return undefined;
  }
  const { value: raw, range, ground, why } = asEntry(entry);
  const valuePath = isEntry(entry) ? [...path, "value"] : path;
  const { kind } = standard.base;
  const parsed = parseAssumption(kind, raw, optionsOf(standard.base));
  if (!parsed.ok) {
    problems.error(parsed.code, parsed.key === undefined ? at(resolving, valuePath) : at(resolving, [...valuePath, parsed.key]), parsed.message, parsed.hint);
    return undefined;
  }
  if (range !== undefined) checkRange(resolving, path, raw, range, kind);
  const inherited = standard.base.range !== undefined && typeof raw === "number" && raw >= standard.base.range[0] && raw <= standard.base.range[1] ? standard.base.range : undefined;
  return { key, name, qualifiers, value: parsed.value, range: range ?? inherited, ground, why, from: "scenario" };
}

function checkRange(resolving: Resolving, path: Path, raw: Written["value"], range: readonly [number, number], kind: AssumptionDefault["kind"]): void {
  const { problems } = resolving;
  const place = keyAt(resolving, [...path, "range"]);
  const [low, high] = range;
  const most = kind === "probability" ? 1 : Number.POSITIVE_INFINITY;
  if (typeof raw !== "number") problems.error("bad-range", place, "only a single number has a range", "leave it out");
  else if (low > high || low < 0 || high > most || (kind === "factor" && low === 0)) problems.error("bad-range", place, `${low} to ${high} is no range of a ${kind}`);
  else if (raw < low || raw > high) problems.error("outside-own-range", at(resolving, [...path, "value"]), `${raw} lies outside its own range`, `the range goes from ${low} to ${high}`);
}

function reportRepeats(resolving: Resolving, own: readonly Assumption[]): void {
  const first = new Map<string, string>();
  for (const assumption of own) {
    const id = identity(assumption);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, assumption.key);
    else resolving.problems.error("repeated", keyAt(resolving, ["assumptions", assumption.key]), `"${assumption.key}" says the same as "${earlier}"`, "the order of qualifiers means nothing");
  }
}

function asEntry(entry: RawAssumption): Written {
  if (!isEntry(entry)) return { value: entry, range: undefined, ground: "judgement", why: "set by the scenario, no reason given" };
  return { value: entry.value, range: entry.range, ground: entry.ground ?? "judgement", why: entry.why ?? "set by the scenario, no reason given" };
}

function isEntry(entry: RawAssumption): entry is Extract<RawAssumption, { readonly value: unknown }> & { readonly value: Written["value"] } {
  return typeof entry === "object" && Object.hasOwn(entry, "value");
}

function defaultAssumption(standard: AssumptionDefault): Assumption {
  const [name, ...qualifiers] = standard.name.split("/") as [string, ...string[]];
  const parsed = parseAssumption(standard.kind, standard.value, optionsOf(standard));
  if (!parsed.ok) throw new Error(`the default of ${standard.name} is wrong: ${parsed.message}`);
  return { key: standard.name, name, qualifiers, value: parsed.value, range: standard.range, ground: standard.ground, why: standard.why, from: "default" };
}

function optionsOf(standard: AssumptionDefault): readonly string[] {
  return standard.kind === "weights" ? Object.keys(standard.value) : [];
}

// The same name narrowed by the same words, in whatever order.
function identity({ name, qualifiers }: Assumption): string {
  return [name, ...[...qualifiers].sort()].join("/");
}
