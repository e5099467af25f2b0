// What the screen knows of a run: its story and everything that panes look up by time, folded entry by entry.
// Seen from a seat it folds what that party perceived, so nothing else can be shown.

import { isForce } from "../terms/acts.ts";
import type { GivenWordsAt } from "../report/given-words.ts";
import { seenFrom } from "../report/seat.ts";
import { openStory, type Story, type StoryLine } from "../report/story.ts";
import { type LineChanges, noChanges, noteChange } from "./line-facts.ts";
import type { Model } from "../simulation/model.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";

/** A crisis pair's rung from an entry on; unknown from a seat that is no part of it. */
export interface PairMove { readonly entry: number; readonly at: number; readonly rung: number; }

/** Something worth a mark on the timeline. */
export interface Mark { readonly entry: number; readonly at: number; readonly kind: "force" | "threat" | "missed" | "decision" | "item"; readonly party: string | undefined; }

/** An act with a distance from whoever it is against. */
export interface Sighting { readonly entry: number; readonly at: number; readonly by: string | undefined; readonly against: string; readonly km: number; readonly act: string; }

/** One party's trust in another from an entry on. */
export interface TrustMove { readonly entry: number; readonly who: string | undefined; readonly whom: string | undefined; readonly level: number; }

/** One crisis pair as far as the viewer knows it. */
export interface PairTrack { readonly a: string; readonly b: string; readonly stances: readonly number[]; readonly moves: PairMove[]; }

/** The fold over a run, or over what a seat knows of it. */
export class Chronicle {
  readonly model: Model;
  /** The party that sees it, or undefined for whoever directs. */
  readonly seat: string | undefined;
  /** The entries that the viewer knows, in order; their numbers are those of the whole run. */
  readonly seen: Entry[] = [];
  readonly pairs: readonly PairTrack[];
  readonly marks: Mark[] = [];
  readonly sightings: Sighting[] = [];
  /** Per line: calls, messages said or waiting, levels, outages. */
  readonly onLine: ReadonlyMap<string, Entry[]>;
  /** Per line: what is told of it over time. */
  readonly lineChanges: ReadonlyMap<string, LineChanges>;
  /** Changes of trust that the viewer knows. */
  readonly trusts: TrustMove[] = [];
  readonly #rungs: number[];
  readonly #story: Story;
  #taken = 0;

  /** `words` are what people said of their decisions. */
  constructor(model: Model, entries: readonly Entry[], seat: string | undefined, words?: GivenWordsAt) {
    this.model = model;
    this.seat = seat;
    this.#story = openStory(model, entries, words);
    this.#rungs = [...model.openingRungs];
    this.pairs = model.pairs.map(({ a, b, stances }) => ({ a: model.parties[a]!.text, b: model.parties[b]!.text, stances: stances.filter((stance) => this.#knows(stance)), moves: [] }));
    for (const pair of this.pairs) if (pair.stances.length > 0) pair.moves.push({ entry: 0, at: 0, rung: this.#rungOf(pair) });
    this.lineChanges = new Map(model.lines.map(({ name }) => [name.text, noChanges()]));
    this.onLine = new Map(model.lines.map(({ name }) => [name.text, []]));
  }

  /** The lines of the story so far. */
  get lines(): readonly StoryLine[] { return this.#story.lines; }

  /** Takes what has happened since; `settled` where nothing more can happen in the last minute. */
  take(entries: readonly Entry[], settled: boolean): void {
    for (; this.#taken < entries.length; this.#taken++) {
      const entry = entries[this.#taken]!;
      const known = this.seat === undefined ? entry : seenFrom(this.seat, this.model.scenario, [entry])[0];
      if (known === undefined) continue;
      this.seen.push(known);
      this.#story.add(known);
      this.#fold(known);
    }
    if (settled) this.#story.settle();
  }

  #fold(entry: Entry): void {
    switch (entry.kind) {
      case "stance": return this.#move(entry);
      case "act":
        if (isForce(entry.act)) this.#mark(entry, "force");
        if (entry.km !== undefined && entry.whom !== undefined) this.sightings.push({ entry: entry.number, at: entry.at, by: entry.who, against: entry.whom, km: entry.km, act: entry.act });
        return;
      case "perceived":
        if (this.seat !== undefined && (entry.percept === "struck.self" || entry.percept === "fired-on.self")) this.#mark(entry, "force");
        return;
      case "statement":
        if (entry.statement === "threat" || entry.statement === "red-line") this.#mark(entry, "threat");
        return;
      case "decision": return this.#mark(entry, "decision");
      case "pressure": case "order": case "shock":
        if (entry.item !== undefined) this.#mark(entry, "item");
        return;
      case "call":
        if (["unanswered", "refused", "not-rung", "outage"].includes(entry.call)) this.#mark(entry, "missed");
        this.onLine.get(entry.line)?.push(entry);
        noteChange(this.lineChanges.get(entry.line)!, entry);
        return;
      case "trust": this.trusts.push({ entry: entry.number, who: entry.who, whom: entry.whom, level: entry.to }); return;
      case "tier": this.onLine.get(entry.line)?.push(entry); return;
      case "message": if (entry.line !== undefined) this.onLine.get(entry.line)?.push(entry);
    }
  }

  #move(entry: EntryOf<"stance">): void {
    this.#rungs[entry.stance] = entry.rung;
    const pair = this.pairs.find(({ stances }) => stances.includes(entry.stance));
    if (pair === undefined) return;
    const rung = this.#rungOf(pair);
    if (pair.moves.at(-1)!.rung !== rung) pair.moves.push({ entry: entry.number, at: entry.at, rung });
  }

  #rungOf({ stances }: PairTrack): number { return Math.max(...stances.map((stance) => this.#rungs[stance]!)); }

  // A seat knows its own stances, and not the other side's.
  #knows(stance: number): boolean { return this.seat === undefined || this.model.parties[this.model.stances[stance]!.party]!.text === this.seat; }

  #mark({ number, at, who }: Entry, kind: Mark["kind"]): void { this.marks.push({ entry: number, at, kind, party: who }); }
}

/** How many of a list, ordered by entry, lie before an entry's number. */
export function countBefore(list: readonly { readonly entry: number }[], entry: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.entry < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of a list, ordered by entry, before an entry's number. */
export function lastBefore<T extends { readonly entry: number }>(list: readonly T[], entry: number): T | undefined {
  return list[countBefore(list, entry) - 1];
}

/** How many entries, ordered by number, lie before a number. */
export function entriesBefore(entries: readonly Entry[], number: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
