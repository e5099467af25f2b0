// Who takes part, how each stands toward others, and which pairs the crisis is about.
// Knows parties, doctrines by name and the charts they bring; must not know what a chart does.
// Invariant: every stance is toward another party and has a chart; every crisis pair has a stance.

import { chartStates, rungTag, type ChartDescription } from "../kernel/chart.ts";
import { RUNGS, rungOf } from "../terms/rungs.ts";
import { nearMiss } from "./diagnostics.ts";
import { at, checkCount, checkNames, keyAt, LIMITS, refer, referToActor, referToParty, referToPlace, type Resolving } from "./resolving.ts";
import type { Party } from "./scenario.ts";
import type { Path } from "./source-tree.ts";
import { labelOf, parseStance } from "./values.ts";

/** The parties by id. */
export function resolveParties(resolving: Resolving): Readonly<Record<string, Party>> {
  const { raw, problems, catalogue } = resolving;
  checkCount(resolving, ["parties"], Object.keys(raw.parties).length, LIMITS.parties, "parties");
  return Object.fromEntries(Object.entries(raw.parties).map(([id, party]) => {
    const path = ["parties", id];
    const stances = party.stances ?? {};
    referToPlace(resolving, [...path, "place"], party.place);
    const known = party.doctrine !== undefined
      && refer(resolving, [...path, "doctrine"], party.doctrine, catalogue.doctrines, "unknown-doctrine", "doctrine", "doctrines");
    if (party.doctrine === undefined && Object.keys(stances).length > 0) {
      problems.error("no-doctrine", keyAt(resolving, [...path, "stances"]), `"${id}" has stances but no doctrine to hold them`, `doctrines: ${Object.keys(catalogue.doctrines).join(", ")}`);
    }
    for (const [other, relation] of Object.entries(stances)) {
      const place = [...path, "stances", other];
      if (other === id) problems.error("with-itself", keyAt(resolving, place), `"${id}" has a stance toward itself`);
      else if (!Object.hasOwn(raw.parties, other)) {
        problems.error("unknown-party", keyAt(resolving, place), `"${id}" has a stance toward "${other}", which is no party`, nearMiss(other, Object.keys(raw.parties), "parties"));
      }
      const charts = known ? catalogue.doctrines[party.doctrine!]!.charts : undefined;
      if (charts !== undefined && !Object.hasOwn(charts, relation)) {
        problems.error("no-chart", at(resolving, place), `the doctrine "${party.doctrine}" has no chart for ${/^[aeiou]/.test(relation) ? "an" : "a"} ${relation}`, `it has: ${Object.keys(charts).join(", ")}`);
      }
    }
    return [id, { id, name: party.name ?? labelOf(id), doctrine: party.doctrine, place: party.place, stances: { ...stances } }];
  }));
}

/** Checks the names of parties and lines against each other and against the words that narrow an assumption. */
export function checkActorNames(resolving: Resolving, words: ReadonlyMap<string, string>): void {
  checkNames(resolving, "parties", "party", words);
  checkNames(resolving, "channels", "line", new Map([...words, ...Object.keys(resolving.raw.parties).map((id) => [id, "a party"] as const)]));
}

/** The pairs that the crisis is about. */
export function resolveCrisis(resolving: Resolving): readonly (readonly [string, string])[] {
  const { raw, problems } = resolving;
  const seen = new Set<string>();
  raw.crisis.forEach(([a, b], i) => {
    const known = [referToParty(resolving, ["crisis", i, 0], a), referToParty(resolving, ["crisis", i, 1], b)];
    const place = at(resolving, ["crisis", i, 1]);
    if (a === b) problems.error("with-itself", place, `a crisis of "${a}" with itself`);
    else if (seen.has([a, b].sort().join(" "))) problems.error("repeated", place, `the pair ${a} and ${b} stands here twice`);
    else if (known.every(Boolean) && !hasStance(resolving, a, b) && !hasStance(resolving, b, a)) {
      problems.error("unknown-stance", place, `neither of ${a} and ${b} has a stance toward the other`, "give one of them a stance, or leave the pair out");
    }
    seen.add([a, b].sort().join(" "));
  });
  return raw.crisis.map(([a, b]) => [a, b]);
}

/** Whether a party has a stance toward another. */
export function hasStance(resolving: Resolving, party: string, toward: string): boolean {
  const { parties } = resolving.raw;
  return Object.hasOwn(parties, party) && Object.hasOwn(parties[party]!.stances ?? {}, toward);
}

/** Checks that an actor has a stance toward another party; says so at `path`, where the other is named. */
export function referToStance(resolving: Resolving, path: Path, party: string, toward: string): boolean {
  if (!referToParty(resolving, path, toward)) return false;
  if (hasStance(resolving, party, toward)) return true;
  const others = Object.keys(resolving.raw.parties[party]?.stances ?? {});
  resolving.problems.error("unknown-stance", at(resolving, path), `"${party}" has no stance toward "${toward}"`, nearMiss(toward, others, `${party} stands toward`));
  return false;
}

/** The stance written as `militia > coalition`, with its chart if it has one. */
export function stanceAt(
  resolving: Resolving, path: Path, text: string,
): { readonly party: string; readonly toward: string; readonly chart: ChartDescription | undefined } | undefined {
  const stance = parseStance(text);
  if (stance === undefined) {
    resolving.problems.error("bad-value", at(resolving, path), `"${text}" is no stance`, "write two parties as militia > coalition");
    return undefined;
  }
  const { party, toward } = stance;
  if (!referToActor(resolving, path, party) || !referToStance(resolving, path, party, toward)) return undefined;
  const { doctrine, stances } = resolving.raw.parties[party]!;
  const doctrines = resolving.catalogue.doctrines;
  const charts = doctrine !== undefined && Object.hasOwn(doctrines, doctrine) ? doctrines[doctrine]!.charts : undefined;
  return { party, toward, chart: charts?.[stances![toward]!] };
}

/** What a stance enters: the full path of a state of its chart, or the name of a rung that some state of it has. */
export function enteredAt(resolving: Resolving, path: Path, enters: string, chart: ChartDescription): string {
  const states = chartStates(chart).filter((state) => state.path !== "");
  const meant = states.filter((state) => state.path === enters || state.path.endsWith(`.${enters}`));
  const exact = meant.find((state) => state.path === enters) ?? (meant.length === 1 ? meant[0] : undefined);
  if (exact !== undefined) return exact.path;
  if (meant.length > 1) {
    resolving.problems.error("ambiguous-state", at(resolving, path), `"${enters}" is a state of two regions`, `write one of: ${meant.map((state) => state.path).join(", ")}`);
  } else if (rungOf(enters) === -1) {
    resolving.problems.error("unknown-state", at(resolving, path), `the chart "${chart.id}" has no state "${enters}"`, nearMiss(enters, [...states.map(leaf), ...RUNGS], "states and rungs"));
  } else if (!states.some(({ state }) => rungTag(state) === rungOf(enters))) {
    resolving.problems.error("cannot-happen", at(resolving, path), `no state of the chart "${chart.id}" is at the rung "${enters}"`, `it has: ${rungsOf(states)}`);
  }
  return enters;
}

/** The acts that a chart may order by itself. */
export function actsOf(chart: ChartDescription): ReadonlySet<string> {
  const acts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { type, params } = value as { readonly type?: unknown; readonly params?: { readonly act?: unknown } };
    if (type === "act" && typeof params?.act === "string") acts.add(params.act);
    Object.values(value).forEach(visit);
  };
  visit(chart);
  return acts;
}

function leaf({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function rungsOf(states: readonly { readonly state: Parameters<typeof rungTag>[0] }[]): string {
  const rungs = new Set(states.map(({ state }) => rungTag(state)));
  return RUNGS.filter((_, rung) => rungs.has(rung)).join(", ");
}
