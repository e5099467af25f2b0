// What the searches found as lines for programs: paths, off-ramps, the share of something rare, and why an entry came about. One JSON
// value a line, the first of which says what was asked of what. Entries are named by their ids, as in a run's own lines.

import { identityOf, likeliest, type Question } from "../kernel/choices.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { simulate } from "../simulation/simulate.ts";
import type { Entry } from "../simulation/trace.ts";
import type { Decisive, Searched } from "../study/decisive.ts";
import type { Link } from "../study/explain.ts";
import { reachedAt, turning, type Turn } from "../study/paths.ts";
import { shortTextOf } from "./entry-text.ts";
import type { OffRampsTold } from "./off-ramps-text.ts";
import type { PathsTold } from "./paths-text.ts";
import type { RareTold } from "./rare-text.ts";
import { isoTime } from "./words.ts";

/** The lines of a search for paths: each level that was tried, each path, and how far the search came. */
export function* pathsNdjson({ model, target, report, top, courses, source, version }: PathsTold): Generator<string> {
  const { scenario } = model;
  yield reportLine(scenario, "paths", { source, version, model: model.hash, target, top, courses });
  for (const level of report.levels) yield JSON.stringify({ kind: "level", ...level });
  for (const [i, { turns, bits }] of report.paths.entries()) {
    const { entries } = simulate(model, turning(turns, likeliest));
    yield JSON.stringify({ kind: "path", number: i + 1, bits, turns: turns.map((turn) => turnOf(scenario, turn)), reached: entryOf(scenario, entries[reachedAt(model, target, turns)]!) });
  }
  const { reachedUnsurprised, exhausted, paths: [first] } = report;
  yield JSON.stringify({ kind: "end", distance: reachedUnsurprised ? 0 : first?.turns.length ?? null, exhausted });
}

/** The lines of a search for off-ramps: each level that was tried, each off-ramp with what was known, and what there was to avoid. */
export function* offRampsNdjson({ model, report, by, top, courses, source, seed, version }: OffRampsTold): Generator<string> {
  const { scenario } = model;
  const { below, peak, reached, levels, offRamps, exhausted, lastAlone } = report;
  yield reportLine(scenario, "off-ramps", { source, version, model: model.hash, seed: seed ?? null, below, by: by ?? null, top, courses });
  for (const level of levels) yield JSON.stringify({ kind: "level", ...level });
  for (const [i, one] of offRamps.entries()) {
    const decisions = one.decisions.map((turn, n) => ({ ...turnOf(scenario, turn), known: one.knowledge[n]!.perceived?.id ?? null, begun: one.knowledge[n]!.begun }));
    yield JSON.stringify({ kind: "off-ramp", number: i + 1, bits: one.bits, peak: one.peak, decisions });
  }
  yield JSON.stringify({ kind: "end", peak, reached: reached === undefined ? null : entryOf(scenario, reached), lastAlone: lastAlone === undefined ? null : isoTime(scenario, lastAlone), exhausted });
}

/** The lines of an estimate: the estimate itself with its interval, and what it comes to at the ends of ranges. */
export function* rareNdjson({ model, target, rare, repetitions, runs, plain, range, seed, source, version }: RareTold): Generator<string> {
  yield reportLine(model.scenario, "rare", { source, version, model: model.hash, target, seed, repetitions, runs });
  const { estimate: { value, low, high }, shares, below } = rare;
  yield JSON.stringify({ kind: "estimate", value, low, high, below: below ?? null, shares, plain });
  if (range !== undefined) yield JSON.stringify({ kind: "range", ...range });
}

/** The first lines of an explanation: what is explained, and the links behind it, each with what was asked in it and what was sent. */
export function* explanationNdjson(scenario: Scenario, entry: Entry, links: readonly Link[], told: { readonly source: string; readonly seed: number | undefined; readonly version: string }): Generator<string> {
  yield reportLine(scenario, "explain", { ...told, seed: told.seed ?? null, entry: entryOf(scenario, entry) });
  for (const { told: one, since, stance, asked, sent } of links) {
    yield JSON.stringify({
      kind: "link", ...entryOf(scenario, one), text: shortTextOf(one, scenario), since: isoTime(scenario, since), stance: stance?.id ?? null,
      asked: asked.map(({ question, option }) => ({ ...questionOf(scenario, question), option: question.options.names[option]! })),
      sent: sent.map(({ message, came }) => ({ message: message.id, came: came?.id ?? null })),
    });
  }
}

/** A decisive choice as a line. */
export function decisiveNdjson(scenario: Scenario, { asked: { question, option }, prevents }: Decisive): string {
  return JSON.stringify({ kind: "decisive", ...questionOf(scenario, question), option: question.options.names[option]!, prevents: prevents.map((other) => question.options.names[other]!) });
}

/** The last line of an explanation: how far the search came. */
export function searchedNdjson(scenario: Scenario, { together, ...searched }: Searched): string {
  return JSON.stringify({ kind: "end", ...searched, together: together?.map(({ question, option }) => ({ ...questionOf(scenario, question), option: question.options.names[option]! })) ?? null });
}

function reportLine(scenario: Scenario, of: string, asked: { readonly [key: string]: unknown }): string {
  return JSON.stringify({ kind: "report", of, simulated: true, title: scenario.title, timezone: scenario.timezone, ...asked });
}

function turnOf(scenario: Scenario, { question, option, usual, bits }: Turn): { readonly [key: string]: unknown } {
  return { ...questionOf(scenario, question), option: question.options.names[option]!, usual: question.options.names[usual]!, bits };
}

function questionOf(scenario: Scenario, question: Question): { readonly [key: string]: unknown } {
  const { at, options: { names, weights } } = question;
  return { question: identityOf(question), time: isoTime(scenario, at), options: names, weights };
}

function entryOf(scenario: Scenario, { id, number, at, kind }: Entry): { readonly [key: string]: unknown } {
  return { entry: id, number, entryKind: kind, time: isoTime(scenario, at) };
}
