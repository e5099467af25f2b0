// The unit of work of a study: one setting under a block of consecutive seeds, and what is kept of these runs.
// Knows scenarios, settings and seeds as plain data; must not know threads, nor what becomes of the answer.
// Invariant: an answer depends on its task and on what all tasks share, and on no task done before.

import { withAssumptions } from "../scenario/substitute.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel } from "../simulation/model.ts";
import type { MeasureName } from "./measure-table.ts";
import { measureColumns } from "./measures.ts";
import { judgedIn, ratioColumns, recordRungs, replayer } from "./replay.ts";
import { addRun, emptySummary, type Summary } from "./summary.ts";

/** What all blocks of a sweep share: the measures whose numbers are counted (all of them where none are named), and whether each run is wanted by itself. */
export interface SweepShared { readonly scenario: Scenario; readonly counted: readonly MeasureName[] | undefined; readonly rows: boolean; }

/** A block: a setting (a scenario of its own, or other numbers for assumptions), and seeds `from` on. */
export interface SweepTask {
  readonly setting: number;
  readonly scenario: Scenario | undefined;
  readonly values: readonly (readonly [key: string, number: number])[];
  readonly from: number;
  readonly count: number;
}

/** Every run of a block by itself: measures run by run, verdicts run by run (1 where it held), and changes of rung as (seed, pair, minute, rung). */
export interface SweepRows {
  readonly values: Int32Array<ArrayBuffer>;
  readonly held: Uint8Array<ArrayBuffer>;
  readonly limited: Uint8Array<ArrayBuffer>;
  readonly rungs: Int32Array<ArrayBuffer>;
}

/** What a block comes to. */
export interface SweepAnswer { readonly setting: number; readonly from: number; readonly count: number; readonly summary: Summary; readonly rows: SweepRows | undefined; }

/** The work of a sweep. */
export const sweepBlock = {
  name: "sweep block",
  begin: ({ scenario, counted, rows }: SweepShared): ((task: SweepTask) => SweepAnswer) => {
    let prepared: { readonly setting: number; readonly work: (task: SweepTask) => SweepAnswer } | undefined;
    return (task) => {
      if (prepared?.setting !== task.setting) {
        prepared = { setting: task.setting, work: workOn(withAssumptions(task.scenario ?? scenario, task.values), counted, rows) };
      }
      return prepared.work(task);
    };
  },
  handsOver: ({ rows }: SweepAnswer): readonly ArrayBuffer[] => (rows === undefined ? [] : [rows.values.buffer, rows.held.buffer, rows.limited.buffer, rows.rungs.buffer]),
};

function workOn(scenario: Scenario, measures: SweepShared["counted"], wanted: boolean): (task: SweepTask) => SweepAnswer {
  const model = compileModel(scenario);
  const columns = measureColumns(model);
  const counted = columns.flatMap(({ measure }, i) => (measures === undefined || measures.includes(measure) ? [i] : []));
  const ratios = measures === undefined ? ratioColumns(columns) : [];
  const judged = judgedIn(model).length;
  const changes = recordRungs(model);
  const rungs = growing();
  const replay = wanted ? replayer(model, changes) : replayer(model);
  return ({ setting, from, count }) => {
    const summary = emptySummary(columns.length, judged, ratios.length);
    const rows = wanted ? { values: new Int32Array(count * columns.length), held: new Uint8Array(count * judged), limited: new Uint8Array(count) } : undefined;
    rungs.clear();
    for (let i = 0; i < count; i++) {
      changes.begin();
      const replayed = replay(from + i);
      addRun(summary, replayed, counted, ratios);
      if (rows === undefined) continue;
      rows.values.set(replayed.values, i * columns.length);
      replayed.held.forEach((holds, j) => { rows.held[i * judged + j] = holds ? 1 : 0; });
      rows.limited[i] = replayed.limited ? 1 : 0;
      for (let change = 0; change < changes.changes.length; change += 3) rungs.add(from + i, changes.changes[change]!, changes.changes[change + 1]!, changes.changes[change + 2]!);
    }
    return { setting, from, count, summary, rows: rows && { ...rows, rungs: rungs.copy() } };
  };
}

// Rows of four whole numbers, in a place that is used for block after block.
function growing(): { readonly add: (a: number, b: number, c: number, d: number) => void; readonly clear: () => void; readonly copy: () => Int32Array<ArrayBuffer> } {
  let cells = new Int32Array(4096);
  let length = 0;
  return {
    add: (a, b, c, d) => {
      if (length === cells.length) {
        const grown = new Int32Array(length * 2);
        grown.set(cells);
        cells = grown;
      }
      cells[length] = a;
      cells[length + 1] = b;
      cells[length + 2] = c;
      cells[length + 3] = d;
      length += 4;
    },
    clear: () => { length = 0; },
    copy: () => cells.slice(0, length),
  };
}

/** The most runs of a block: enough that handing it out costs nothing, few enough to be told of progress. */
const LARGEST_BLOCK = 500;
const SMALLEST_BLOCK = 50;
/** Blocks that a setting is cut into, if they are not too small for that. */
const BLOCKS = 40;

/** How many runs a block has where a setting has so many; follows from the call alone, so that an interrupted one goes on at the same places. */
export function blockSize(runs: number): number {
  return Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, Math.ceil(runs / BLOCKS)));
}

/** The seeds from 1 through `runs` in blocks. */
export function* seedBlocks(runs: number): Generator<{ readonly from: number; readonly count: number }> {
  const size = blockSize(runs);
  for (let from = 1; from <= runs; from += size) yield { from, count: Math.min(size, runs - from + 1) };
}
