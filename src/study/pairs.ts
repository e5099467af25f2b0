// Two scenarios under the same seeds, run against run: how often one does what the other does not, and where they part most.
// Knows two models and their measures by name; must not know which of them has the line, or what the difference means.
// Invariant: both sides of a pair have the same seed, so that what differs is what was changed (common random numbers).
// Only what both have is compared: expectations of the same name, measures of the same column.

import { withAssumptions } from "../scenario/substitute.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { RUNGS } from "../terms/rungs.ts";
import type { Pairs } from "./intervals.ts";
import { LIMITED_FORCE, type Column } from "./measure-table.ts";
import { measureColumns } from "./measures.ts";
import { canBeNever, judgedIn, ratioColumns, replayer } from "./replay.ts";
import type { RowKeeper } from "./run-rows.ts";
import { addHistogram, addSummary, count, summariser, type Histogram, type Summariser, type Summary } from "./summary.ts";

/** What all blocks of a comparison share. */
export interface PairShared { readonly first: Scenario; readonly second: Scenario; }

/** A block: other numbers for assumptions, on both sides where both have them, and seeds `from` on. */
export interface PairTask {
  readonly point: number;
  readonly values: readonly (readonly [key: string, number: number])[];
  readonly from: number;
  readonly count: number;
}

/** Something that a run either does or does not. */
export interface Outcome { readonly name: string; readonly kind: "rung" | "expectation"; }

/** A seed with how far its two runs are apart: rungs of the peak, then strikes, then minutes of force. */
export interface Apart { readonly seed: number; readonly peak: number; readonly strikes: number; readonly minutes: number; }

/** What pairs of runs come to. */
export interface PairSummary {
  pairs: number;
  readonly first: Summary;
  readonly second: Summary;
  /** For each outcome that both can be asked for. */
  readonly outcomes: readonly { both: number; first: number; second: number; neither: number }[];
  /** For each column that both have: the first's number less the second's, over pairs in which both have one. */
  readonly differences: readonly Histogram[];
  /** Seeds in which the first went higher, in which the second did; where the peak is the same, by strikes. */
  worse: number;
  better: number;
  /** Seeds whose runs are the same in every measure. */
  same: number;
  /** The seeds that part most, the furthest first. */
  readonly furthest: Apart[];
  /** Of those in which the first went higher, the ones that part most. */
  readonly backfiring: Apart[];
}

/** Rungs whose reaching is an outcome. */
export const OUTCOME_RUNGS = [LIMITED_FORCE, RUNGS.indexOf("exchange-of-force"), RUNGS.indexOf("open-conflict")] as const;

/** What can be compared between two scenarios: outcomes, and columns with their places on both sides. */
export interface Comparable {
  readonly outcomes: readonly Outcome[];
  readonly columns: readonly { readonly column: Column; readonly first: number; readonly second: number; readonly mayBeNever: boolean }[];
}

/** What both of two models have. */
export function comparable(one: Model, other: Model): Comparable {
  const theirs = measureColumns(other);
  const shared = judgedIn(other);
  return {
    outcomes: [
      ...OUTCOME_RUNGS.map((rung): Outcome => ({ name: RUNGS[rung]!, kind: "rung" })),
      ...judgedIn(one).filter((id) => shared.includes(id)).map((id): Outcome => ({ name: id, kind: "expectation" })),
    ],
    columns: measureColumns(one).flatMap((column, first) => {
      const second = theirs.findIndex(({ name }) => name === column.name);
      return second === -1 ? [] : [{ column, first, second, mayBeNever: canBeNever(column) }];
    }),
  };
}

/** The work of a comparison. */
export const pairBlock = {
  name: "pair block",
  begin: ({ first, second }: PairShared, keepers: readonly RowKeeper[] = []): ((task: PairTask) => { readonly point: number; readonly summary: PairSummary }) => {
    let prepared: { readonly point: number; readonly work: (task: PairTask) => PairSummary } | undefined;
    return (task) => {
      if (prepared?.point !== task.point) {
        const of = (scenario: Scenario): Scenario => withAssumptions(scenario, task.values.filter(([key]) => scenario.assumptions.some((one) => one.key === key)));
        prepared = { point: task.point, work: workOn(of(first), of(second), keepers) };
      }
      return { point: task.point, summary: prepared.work(task) };
    };
  },
};

function workOn(first: Scenario, second: Scenario, keepers: readonly RowKeeper[]): (task: PairTask) => PairSummary {
  const models = [compileModel(first), compileModel(second)] as const;
  const { outcomes, columns } = comparable(...models);
  const [one, other] = [(keepers[0]?.replayer ?? replayer)(models[0]), (keepers[1]?.replayer ?? replayer)(models[1])];
  const judged = [judgedIn(models[0]), judgedIn(models[1])] as const;
  const places = outcomes.flatMap(({ name, kind }) => (kind === "rung" ? [] : [[judged[0].indexOf(name), judged[1].indexOf(name)] as const]));
  const [firsts, seconds] = [summingOf(models[0]), summingOf(models[1])];
  const [peak, strikes, minutes] = ["peak", "strikes", "minutes-at-limited-force"].map((name) => columns.find(({ column }) => column.name === name)!) as [Place, Place, Place];
  return ({ from, count: runs }) => {
    const found = emptyPairs(outcomes.length, columns.length);
    for (let seed = from; seed < from + runs; seed++) {
      const [a, b] = [one(seed), other(seed)];
      firsts.add(a);
      seconds.add(b);
      found.pairs++;
      const by = (column: Place): number => a.values[column.first]! - b.values[column.second]!;
      let same = true;
      columns.forEach((column, i) => {
        const difference = by(column);
        if (difference !== 0) same = false;
        const never = column.mayBeNever && (a.values[column.first] === -1 || b.values[column.second] === -1);
        if (!never) count(found.differences[i]!, difference, 1);
      });
      OUTCOME_RUNGS.forEach((rung, i) => addPair(found.outcomes[i]!, a.values[peak.first]! >= rung, b.values[peak.second]! >= rung));
      places.forEach(([mine, theirs], i) => addPair(found.outcomes[OUTCOME_RUNGS.length + i]!, a.held[mine]!, b.held[theirs]!));
      const apart: Apart = { seed, peak: by(peak), strikes: by(strikes), minutes: by(minutes) };
      if (same) found.same++;
      const higher = apart.peak || apart.strikes;
      if (higher > 0) found.worse++;
      if (higher < 0) found.better++;
      keep(found.furthest, apart, KEPT);
      if (higher > 0) keep(found.backfiring, apart, KEPT_BACKFIRING);
    }
    return { ...found, first: firsts.take(), second: seconds.take() };
  };
}

function summingOf(model: Model): Summariser {
  const columns = measureColumns(model);
  return summariser(columns.length, judgedIn(model).length, columns.map((_, column) => column), ratioColumns(columns));
}

type Place = Comparable["columns"][number];

function emptyPairs(outcomes: number, columns: number): Omit<PairSummary, "first" | "second"> {
  return {
    pairs: 0, worse: 0, better: 0, same: 0, furthest: [], backfiring: [],
    outcomes: Array.from({ length: outcomes }, () => ({ both: 0, first: 0, second: 0, neither: 0 })),
    differences: Array.from({ length: columns }, () => new Map<number, number>()),
  };
}

/** Adds the pairs of another summary of the same shape. */
export function addPairs(summary: PairSummary, other: PairSummary): void {
  summary.pairs += other.pairs;
  addSummary(summary.first, other.first);
  addSummary(summary.second, other.second);
  other.outcomes.forEach((pairs, i) => { for (const cell of CELLS) summary.outcomes[i]![cell] += pairs[cell]; });
  other.differences.forEach((histogram, i) => addHistogram(summary.differences[i]!, histogram));
  summary.worse += other.worse;
  summary.better += other.better;
  summary.same += other.same;
  for (const apart of other.furthest) keep(summary.furthest, apart, KEPT);
  for (const apart of other.backfiring) keep(summary.backfiring, apart, KEPT_BACKFIRING);
}

const CELLS = ["both", "first", "second", "neither"] as const satisfies readonly (keyof Pairs)[];

function addPair(pairs: PairSummary["outcomes"][number], first: boolean, second: boolean): void {
  pairs[first ? (second ? "both" : "first") : second ? "second" : "neither"]++;
}

/** Seeds that are kept because they part most. */
const KEPT = 4;
const KEPT_BACKFIRING = 2;

function keep(furthest: Apart[], apart: Apart, most: number): void {
  if (apart.peak === 0 && apart.strikes === 0 && apart.minutes === 0) return;
  const last = furthest.at(-1);
  if (furthest.length === most && last !== undefined && byDistance(last, apart) <= 0) return;
  furthest.push(apart);
  furthest.sort(byDistance);
  furthest.length = Math.min(furthest.length, most);
}

function byDistance(a: Apart, b: Apart): number {
  return Math.abs(b.peak) - Math.abs(a.peak) || Math.abs(b.strikes) - Math.abs(a.strikes) || Math.abs(b.minutes) - Math.abs(a.minutes) || a.seed - b.seed;
}
