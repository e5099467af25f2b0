// A sensitivity study as a table: each run by its number, its point and where that stands in the sample, its seed, and every assumption drawn.

import { firstSeed, valuesAt, type Factor, type PointsTask } from "../study/sensitivity.ts";
import { columnsNamed, rungCells, toldCells, toldColumns, type RunsOf, type StudyTables } from "./tables.ts";

/** What the tables of a sensitivity study are about: its scenario, what is asked, what is drawn, base rows, and seeds at each point. */
export interface PointRowsOf extends RunsOf { readonly outcome: string; readonly factors: readonly Factor[]; readonly base: number; readonly seeds: number; }

/** The tables of a sensitivity study. */
export const SENSITIVITY_TABLES: StudyTables<PointRowsOf, PointsTask> = {
  sides: 1,
  runColumns: (of) => [
    ...columnsNamed("integer", ["run", "point"]), ...columnsNamed("text", ["sample"]), ...columnsNamed("integer", ["row"]), ...columnsNamed("number", ["seed"]),
    ...columnsNamed("number", of.factors.map(({ key }) => key)), ...toldColumns([of]),
  ],
  cells: (of, { from, points }, rows) => {
    const { factors, base, seeds } = of;
    const samples = ["a", "b", ...factors.map(({ key }) => `a with ${key} of b`), "a with the seed of b"];
    const values = points.map((point) => valuesAt(factors, point));
    const pointOf = (row: number): number => Math.floor(row / seeds);
    const numberOf = (row: number): number => from * seeds + row + 1;
    return {
      runs: {
        rows: points.length * seeds,
        columns: [
          numberOf, (row) => from + pointOf(row) + 1, (row) => samples[Math.floor((from + pointOf(row)) / base)]!, (row) => ((from + pointOf(row)) % base) + 1,
          (row) => firstSeed(points[pointOf(row)]!) + (row % seeds), ...factors.map((_, factor) => (row: number) => values[pointOf(row)]![factor]![1]),
          ...toldCells([of], rows),
        ],
      },
      rungs: rungCells([of], rows, numberOf),
    };
  },
};
