// A sweep as a table: each run by its number, its setting, its seed, and what is varied.

import type { SweepTask } from "../study/blocks.ts";
import { columnsNamed, rungCells, toldCells, toldColumns, type RunsOf, type StudyTables, type TableColumn } from "./tables.ts";

/** What the tables of a sweep are about: its scenario, the runs of a setting, what is varied and whether that is a number, and the settings. */
export interface SweepRowsOf extends RunsOf {
  readonly runs: number;
  readonly varied: readonly { readonly path: string; readonly numeric: boolean }[];
  readonly settings: readonly (readonly string[])[];
}

/** The tables of a sweep. */
export const SWEEP_TABLES: StudyTables<SweepRowsOf, SweepTask> = {
  sides: 1,
  runColumns: (of) => [
    ...columnsNamed("integer", ["run", "setting"]), ...columnsNamed("number", ["seed"]),
    ...of.varied.map(({ path, numeric }): TableColumn => ({ name: path, kind: numeric ? "number" : "text", nullable: false })),
    ...toldColumns([of]),
  ],
  cells: (of, task, rows) => {
    const settings = Int32Array.from(task.flatMap(({ setting, count }) => new Array<number>(count).fill(setting)));
    const seeds = Int32Array.from(task.flatMap(({ from, count }) => Array.from({ length: count }, (_, i) => from + i)));
    const numberOf = (row: number): number => settings[row]! * of.runs + seeds[row]!;
    return {
      runs: {
        rows: seeds.length,
        columns: [
          numberOf, (row) => settings[row]! + 1, (row) => seeds[row]!,
          ...of.varied.map(({ numeric }, v) => (row: number) => {
            const written = of.settings[settings[row]!]![v]!;
            return numeric ? Number(written) : written;
          }),
          ...toldCells([of], rows),
        ],
      },
      rungs: rungCells([of], rows, numberOf),
    };
  },
};
