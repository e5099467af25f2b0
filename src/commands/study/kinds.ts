// The studies as workers do them: beside its answer, each task gives the rows of its runs where they are wanted, already as bytes
// of their tables. So rows are written on all cores, and the thread that puts them on disk holds none of them.

import { COMPARE_TABLES } from "../../report/compare-table.ts";
import { SENSITIVITY_TABLES } from "../../report/sensitivity-table.ts";
import { SWEEP_TABLES } from "../../report/sweep-table.ts";
import { RUNG_COLUMNS, type StudyTables } from "../../report/tables.ts";
import { sweepBlock } from "../../study/blocks.ts";
import { pairBlock } from "../../study/pairs.ts";
import { rowKeeper, type RowKeeper } from "../../study/run-rows.ts";
import { pointsBlock } from "../../study/sensitivity.ts";
import type { Kind } from "../workers/kind.ts";
import { encoderOf, type Stretch, type TableFormat } from "./encode-rows.ts";

/** What tasks of a study share: what the study says, and the rows that are wanted. */
export interface StudyShared<Shared, Of> { readonly shared: Shared; readonly wanted: { readonly format: TableFormat; readonly of: Of } | undefined; }

/** What a task of a study comes to. */
export interface StudyAnswer<Answer> { readonly answer: Answer; readonly rows: { readonly runs: Stretch; readonly rungs: Stretch } | undefined; }

/** A study as workers do it, and its tables. */
export interface StudyKind<Shared, Task, Answer, Of> extends Kind<StudyShared<Shared, Of>, Task, StudyAnswer<Answer>> {
  readonly tables: StudyTables<Of, Task>;
  readonly handsOver: (answer: StudyAnswer<Answer>) => readonly ArrayBuffer[];
}

interface StudyWork<Shared, Task, Answer> { readonly name: string; readonly begin: (shared: Shared, keep: readonly RowKeeper[]) => (task: Task) => Answer; }

function studyKind<Shared, Task, Answer, Of>({ name, begin }: StudyWork<Shared, Task, Answer>, tables: StudyTables<Of, Task>): StudyKind<Shared, Task, Answer, Of> {
  return {
    name, tables, mostKeptMb: MOST_KEPT_MB,
    begin: async ({ shared, wanted }) => {
      if (wanted === undefined) {
        const work = begin(shared, []);
        return (task) => ({ answer: work(task), rows: undefined });
      }
      const { format, of } = wanted;
      const keepers = Array.from({ length: tables.sides }, rowKeeper);
      const [encodeRuns, encodeRungs] = [await encoderOf(format, tables.runColumns(of)), await encoderOf(format, RUNG_COLUMNS)];
      const work = begin(shared, keepers);
      return (task) => {
        const answer = work(task);
        const { runs, rungs } = tables.cells(of, task, keepers.map((keeper) => keeper.take()));
        return { answer, rows: { runs: encodeRuns(runs), rungs: encodeRungs(rungs) } };
      };
    },
    handsOver: ({ rows }) => (rows === undefined ? [] : [rows.runs, rows.rungs].flatMap(({ parts }) => parts.map(({ buffer }) => buffer))),
  };
}

/** A worker holds one model, and the runs of one stretch: of the largest scenarios a tenth of this. */
const MOST_KEPT_MB = 512;

/** A sweep. */
export const SWEEP = studyKind(sweepBlock, SWEEP_TABLES);
/** A comparison. */
export const COMPARISON = studyKind(pairBlock, COMPARE_TABLES);
/** A sensitivity study. */
export const SENSITIVITY = studyKind(pointsBlock, SENSITIVITY_TABLES);
