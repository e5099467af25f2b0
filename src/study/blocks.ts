// The unit of work of a study: a stretch of its runs, in the order of settings and seeds, and what is kept of these runs.
// Knows scenarios, settings and seeds as plain data; must not know threads, nor what becomes of the answer.
// Invariant: an answer depends on its task and on what all tasks share, and on no task done before.

import { withAssumptions } from "../scenario/substitute.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel } from "../simulation/model.ts";
import type { MeasureName } from "./measure-table.ts";
import { measureColumns } from "./measures.ts";
import { judgedIn, ratioColumns, replayer } from "./replay.ts";
import type { RowKeeper } from "./run-rows.ts";
import { summariser, type Summary } from "./summary.ts";

/** What all stretches of a sweep share: the measures whose numbers are counted, all of them where none are named. */
export interface SweepShared { readonly scenario: Scenario; readonly counted: readonly MeasureName[] | undefined; }

/** Some runs of one setting: seeds `from` on. */
interface SeedsOfSetting { readonly setting: number; readonly from: number; readonly count: number; }

/** The same, with what the setting is: a scenario of its own, or other numbers for assumptions. */
export interface SweepPiece extends SeedsOfSetting { readonly scenario: Scenario | undefined; readonly values: readonly (readonly [key: string, number: number])[]; }

/** A stretch of a sweep: pieces of one setting or of several. */
export type SweepTask = readonly SweepPiece[];

/** What each piece comes to. */
export type SweepAnswer = readonly { readonly setting: number; readonly summary: Summary }[];

/** The work of a sweep. */
export const sweepBlock = {
  name: "sweep block",
  begin: ({ scenario, counted }: SweepShared, [keep]: readonly RowKeeper[] = []): ((task: SweepTask) => SweepAnswer) => {
    let prepared: { readonly setting: number; readonly work: (piece: SweepPiece) => Summary } | undefined;
    const summaryOf = (piece: SweepPiece): Summary => {
      if (prepared?.setting !== piece.setting) {
        prepared = { setting: piece.setting, work: workOn(withAssumptions(piece.scenario ?? scenario, piece.values), counted, keep) };
      }
      return prepared.work(piece);
    };
    return (task) => task.map((piece) => ({ setting: piece.setting, summary: summaryOf(piece) }));
  },
};

function workOn(scenario: Scenario, measures: SweepShared["counted"], keep: RowKeeper | undefined): (piece: SweepPiece) => Summary {
  const model = compileModel(scenario);
  const columns = measureColumns(model);
  const counted = columns.flatMap(({ measure }, i) => (measures === undefined || measures.includes(measure) ? [i] : []));
  const ratios = measures === undefined ? ratioColumns(columns) : [];
  const replay = (keep?.replayer ?? replayer)(model);
  const summing = summariser(columns.length, judgedIn(model).length, counted, ratios);
  return ({ from, count }) => {
    for (let seed = from; seed < from + count; seed++) summing.add(replay(seed));
    return summing.take();
  };
}

/** The most runs of a block: what comes back of one costs little beside its runs, and its rows fit in little memory. */
const LARGEST_BLOCK = 2000;
const SMALLEST_BLOCK = 100;
/** Blocks that a study is cut into, if they are not too small for that: enough to be told of progress, and to share out. */
const BLOCKS = 40;

/** How many runs a block has where a study has so many; follows from the call alone, so that an interrupted one goes on at the same places. */
export function blockSize(runs: number): number {
  return Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, Math.ceil(runs / BLOCKS)));
}

/** The seeds from 1 through `runs` in blocks. */
export function* seedBlocks(runs: number): Generator<{ readonly from: number; readonly count: number }> {
  const size = blockSize(runs);
  for (let from = 1; from <= runs; from += size) yield { from, count: Math.min(size, runs - from + 1) };
}

/** A stretch of runs: parts of one setting or of several, one after the other. */
export type SettingStretch = readonly SeedsOfSetting[];

/** Every setting under seeds 1 through `runs`, in stretches. */
export function* settingBlocks(settings: number, runs: number): Generator<SettingStretch> {
  for (const { from, count } of seedBlocks(settings * runs)) {
    const [first, end] = [from - 1, from - 1 + count];
    const parts: SeedsOfSetting[] = [];
    for (let run = first; run < end;) {
      const setting = Math.floor(run / runs);
      const until = Math.min(end, (setting + 1) * runs);
      parts.push({ setting, from: run - setting * runs + 1, count: until - run });
      run = until;
    }
    yield parts;
  }
}
