// A comparison as a table: both runs of a pair after one another, each by its number, its setting, its side and their seed.

import type { PairTask } from "../study/pairs.ts";
import { columnsNamed, rungCells, toldCells, toldColumns, type RunsOf, type StudyTables } from "./tables.ts";

/** What the tables of a comparison are about: its sides, the pairs of a setting, and the assumption that it goes across. */
export interface CompareRowsOf {
  readonly sides: readonly [RunsOf, RunsOf];
  readonly runs: number;
  /** By setting and side what the assumption is; null where it is not in force there. */
  readonly over: { readonly path: string; readonly values: readonly (readonly [number | null, number | null])[] } | undefined;
}

/** The tables of a comparison. */
export const COMPARE_TABLES: StudyTables<CompareRowsOf, PairTask> = {
  sides: 2,
  runColumns: ({ sides, over }) => [
    ...columnsNamed("integer", ["run", "setting"]), ...columnsNamed("text", ["side"]), ...columnsNamed("number", ["seed"]),
    ...columnsNamed("number", over === undefined ? [] : [over.path], true), ...toldColumns(sides),
  ],
  cells: ({ sides, runs, over }, { point, from, count }, rows) => {
    const seedOf = (row: number): number => from + Math.floor(row / 2);
    const numberOf = (row: number): number => 2 * (point * runs + seedOf(row) - 1) + (row % 2) + 1;
    return {
      runs: {
        rows: count * 2,
        columns: [
          numberOf, () => point + 1, (row) => SIDES[row % 2]!, seedOf,
          ...(over === undefined ? [] : [(row: number) => over.values[point]![row % 2 === 0 ? 0 : 1]]), ...toldCells(sides, rows),
        ],
      },
      rungs: rungCells(sides, rows, numberOf),
    };
  },
};

const SIDES = ["a", "b"] as const;
