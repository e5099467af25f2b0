// Two tiny crises in which nothing is left to chance: every free parameter has one value, and nobody loses patience.
// A test says what certainly happens instead, by option name or value, and what else stands in the scenario, as an overlay.

import { seeded, type Answerer, type Question } from "../../src/kernel/choices.ts";
import { PERCEPTION_ASSUMPTIONS } from "../../src/scenario/perception-assumptions.ts";
import { CATALOGUE } from "../../src/scenario/catalogue.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import type { EntryKind } from "../../src/simulation/codes.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";

/** Four days from a Monday morning. A post, a column on the road, and the column's sponsor, who has a line to the post. */
export const ROAD = `
format: 1
title: The road
start: "2030-05-06T06:00"
end: "2030-05-10T06:00"
timezone: UTC
places: { hill: [33.5, 38.6] }
zones:
  ring: { centre: hill, radius: 55 km, held-by: post, standing: agreed }
goals:
  market: { of: column }
parties:
  post: { doctrine: garrison, place: hill, stances: { column: adversary, raiders: adversary, sponsor: counterpart } }
  sponsor: { doctrine: patron, stances: { post: counterpart, column: client } }
  column: { doctrine: militia, stances: { post: adversary } }
  raiders: {}
  strangers: {}
crisis: [[post, column], [post, sponsor]]
channels:
  wire:
    between: [post, sponsor]
    calls: [{ every: day, at: "09:00" }]
    on-request: { answered-within: 15 m }
    tiers: [duty-officer]
    trust: { post: fair, sponsor: fair }
`;

/** Four days from a Monday morning. Two neighbours with a line straight to each other. */
export const BORDER = `
format: 1
title: The border
start: "2030-05-06T06:00"
end: "2030-05-10T06:00"
timezone: UTC
parties:
  north: { doctrine: neighbour, stances: { south: adversary } }
  south: { doctrine: neighbour, stances: { north: adversary } }
  strangers: {}
crisis: [[north, south]]
channels:
  wire:
    between: [north, south]
    calls: [{ every: day, at: "09:00" }]
    on-request: { answered-within: 15 m }
    tiers: [duty-officer]
    trust: { north: fair, south: fair }
`;

/** Minutes of the run at which the first due call rings, and the length of a day. */
export const FIRST_CALL = 180;
/** See FIRST_CALL. */
export const DAY = 1440;

/** A value for each assumption named; for weights the name of the option that certainly comes. */
export type Certainties = Readonly<Record<string, number | string>>;

const OF_THE_LINE: Certainties = {
  "line.answered": 1, "line.unanswered-because": "absent", "line.held": "20 m", "line.tries-again": "5 m", "line.rings-again": "40 m",
  "line.sets-up": "5 m", "line.sets-up/three-star": "5 m", "line.sets-up/chiefs": "5 m", "line.call-takes": "10 m", "line.call-takes/chiefs": "10 m",
  "line.cut-off": 0, "line.disputed": 0, "line.heard": "clear", "line.read-back-catches": 0, "line.carries": 9, "line.kept-in-practice": 1,
  "line.outage-taken-as-signal": 0, "message.keeps": "3 d", "message.overtaken-after": "1 d",
  "order.obeyed": 1, "relay.takes": "30 m", "relay.complied": 0, "relay.pressing-weighs": 1, "relay.verified": 1, "relay.verifies-after": "1 h",
  "word.believed-at-none": 1, "word.believed-at-low": 1, "word.believed-at-wary": 1, "word.believed-at-fair": 1, "word.believed-at-high": 1,
  "word.travels": "30 m", "word.holds": "2 d", "word.calms": 2, "trust.rises-after": 3,
};
const OF_SIGHT: Certainties = {
  "sight.seen": 1, "sight.reading": "as-meant", "sight.reading/shell": "as-meant", "sight.warned-sharpens": 2, "sight.near": "1 km", "sight.near-sharpens": 2,
  "sight.attributed": 1, "sight.attributed/harass": 1, "sight.attributed/shell": 1, "sight.blames-another": 0,
  "news.travels": "1 h", "news.of-the-dead": "10 h", "statement.travels": "1 h",
  "firmness.read": "let-pass", "restraint.read": "let-pass", "caution.read": "appeal",
  "decision.takes": "15 m", "strike.mistaken": 0, "mistake.learned-after": "6 h",
};
const OF_ACTS: Certainties = Object.fromEntries(PERCEPTION_ASSUMPTIONS.flatMap(({ name }) =>
  (name.endsWith(".prepares") ? [[name, "1 h"]] : name.endsWith(".distance") ? [[name, "45 km"]] : [])));

/** Makes a base certain, changes what is certain, and lays a YAML overlay on it; throws where that has a mistake. */
export function crisis(base: string, certainly: Certainties = {}, overlay = "{}"): Model {
  return written(base, [QUIET, asOverlay(certainly), overlay]);
}

/** Lays YAML overlays on a base with every default in place. */
export function written(base: string, overlays: readonly string[]): Model {
  const loaded = loadScenario("crisis.yaml", () => ({ ok: true, text: base }), CATALOGUE, overlays.map((text, i) => ({ name: `overlay-${i}`, text })));
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ at, code, message }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`).join("\n"));
  return compileModel(loaded.scenario);
}

/** The trace of a run; throws where the run breaks an invariant. */
export function traceOf(model: Model, answerer: Answerer = seeded(1)): readonly Entry[] {
  const { entries, violations } = simulate(model, answerer);
  if (violations.length > 0) throw new Error(violations.map(({ invariant, number }) => `${invariant} at ${JSON.stringify(entries[number])}`).join("\n"));
  return entries;
}

/** The questions of a name that a run asked, in order. */
export function asked(model: Model, name: string, answerer: Answerer = seeded(1)): readonly Question[] {
  const found: Question[] = [];
  simulate(model, {
    mayWait: answerer.mayWait,
    answer: (question) => {
      if (question.name.text === name) found.push(question);
      return answerer.answer(question);
    },
  });
  return found;
}

/** The entries of a kind whose content is as given. */
export function pick<K extends EntryKind>(entries: readonly Entry[], kind: K, like: Partial<EntryOf<K>> = {}): readonly EntryOf<K>[] {
  const wanted = Object.entries(like) as [keyof Entry, unknown][];
  return entries.filter((entry): entry is EntryOf<K> => entry.kind === kind && wanted.every(([key, value]) => entry[key] === value));
}

/** The one entry of a kind whose content is as given; throws where there is none or another. */
export function only<K extends EntryKind>(entries: readonly Entry[], kind: K, like: Partial<EntryOf<K>> = {}): EntryOf<K> {
  const found = pick(entries, kind, like);
  if (found.length !== 1) throw new Error(`${found.length} entries of kind ${kind} like ${JSON.stringify(like)}`);
  return found[0]!;
}

/** Whether following causes back from an entry leads to another. */
export function follows(entries: readonly Entry[], effect: Entry, cause: Entry): boolean {
  for (let at: Entry | undefined = effect; at !== undefined; at = at.cause === undefined ? undefined : entries[at.cause]) if (at === cause) return true;
  return false;
}

/** The percepts that a party was given, as `percept` or, with the other named, as `other: percept`. */
export function perceptsOf(entries: readonly Entry[], who: string, whom?: string): readonly string[] {
  return pick(entries, "perceived", { who }).flatMap((entry) => (whom === undefined ? [`${entry.whom}: ${entry.percept}`] : entry.whom === whom ? [entry.percept] : []));
}

const DECLARED = new Map([...CATALOGUE.assumptions, ...Object.values(CATALOGUE.doctrines).flatMap(({ assumptions }) => assumptions)].map((one) => [one.name, one]));
// Nobody loses patience, and who decides does the likeliest, until a test says otherwise.
const OF_DOCTRINES: Certainties = Object.fromEntries(Object.values(CATALOGUE.doctrines).flatMap(({ assumptions }) =>
  assumptions.map(({ name, kind, value }) => [name, kind === "weights" ? likeliestOf(value as Readonly<Record<string, number>>) : "30 d"])));
const QUIET = asOverlay({ ...OF_THE_LINE, ...OF_SIGHT, ...OF_ACTS, ...OF_DOCTRINES });

// Weights are written out in full: all for the option named, nothing for the rest.
function asOverlay(certainly: Certainties): string {
  const values = Object.entries(certainly).map(([key, value]) => {
    const declared = DECLARED.get(key) ?? DECLARED.get(key.split("/")[0]!);
    const options = declared?.kind === "weights" && typeof value === "string" ? Object.keys(declared.value) : [];
    return [`assumptions.${key}`, options.length === 0 ? value : Object.fromEntries(options.map((option) => [option, option === value ? 1 : 0]))];
  });
  return JSON.stringify({ set: Object.fromEntries(values) });
}

function likeliestOf(weights: Readonly<Record<string, number>>): string {
  return Object.keys(weights).reduce((best, option) => (weights[option]! > weights[best]! ? option : best));
}
