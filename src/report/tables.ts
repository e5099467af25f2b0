// Runs as tidy tables: one row a run, and one row for each change of a pair's rung. What never came is an empty cell.

import type { SweepAnswer } from "../study/blocks.ts";
import { canBeNever } from "../study/replay.ts";
import type { Column } from "../study/measure-table.ts";

/** A column of a table. */
export interface TableColumn { readonly name: string; readonly kind: "integer" | "number" | "text" | "truth"; readonly nullable: boolean; }

/** Cells column by column, all of one length; whole numbers of which none is missing lie closer together. */
export type Cells = readonly (readonly (number | string | boolean | null)[] | Int32Array)[];

/** What a sweep's tables are about. */
export interface TableOf {
  readonly source: string;
  readonly version: string;
  readonly model: string;
  readonly runs: number;
  readonly columns: readonly Column[];
  readonly expectations: readonly string[];
  readonly pairs: readonly string[];
  /** Paths that are varied, and whether each is always a number. */
  readonly varied: readonly { readonly path: string; readonly numeric: boolean }[];
}

/** The columns of the table of runs: which run, how it came about, what held, what was measured. */
export function runColumns({ columns, expectations, varied }: TableOf): readonly TableColumn[] {
  const of = (kind: TableColumn["kind"], names: readonly string[], nullable = false): readonly TableColumn[] => names.map((name) => ({ name, kind, nullable }));
  return [
    ...of("integer", ["run", "setting"]), ...of("number", ["seed"]),
    ...varied.map(({ path, numeric }): TableColumn => ({ name: path, kind: numeric ? "number" : "text", nullable: false })),
    ...of("text", ["scenario", "model", "version"]), ...of("truth", ["simulated", "limited"]),
    ...of("truth", expectations.map((id) => `holds/${id}`)),
    ...columns.map((column): TableColumn => ({ name: column.name, kind: "integer", nullable: canBeNever(column) })),
  ];
}

/** The rows of a block of runs; `setting` is what each varied thing is set to. */
export function runCells(of: TableOf, { setting, from, count, rows }: SweepAnswer, written: readonly string[]): Cells {
  const { values, held, limited } = rows!;
  const each = <T>(cell: (i: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => cell(i));
  const { columns, expectations, varied } = of;
  const whole = (cell: (i: number) => number): Int32Array => Int32Array.from({ length: count }, (_, i) => cell(i));
  return [
    whole((i) => setting * of.runs + from + i), whole(() => setting + 1), each((i) => from + i),
    ...varied.map(({ numeric }, v) => each(() => (numeric ? Number(written[v]) : written[v]!))),
    each(() => of.source), each(() => of.model), each(() => of.version), each(() => true), each((i) => limited[i] === 1),
    ...expectations.map((_, e) => each((i) => held[i * expectations.length + e] === 1)),
    ...columns.map((column, c) => {
      const value = (i: number): number => values[i * columns.length + c]!;
      return canBeNever(column) ? each((i) => (value(i) === -1 ? null : value(i))) : whole(value);
    }),
  ];
}

/** The columns of the table of rungs. */
export const RUNG_COLUMNS: readonly TableColumn[] = [
  { name: "run", kind: "integer", nullable: false }, { name: "pair", kind: "text", nullable: false },
  { name: "time", kind: "integer", nullable: false }, { name: "rung", kind: "integer", nullable: false },
];

/** Every change of a pair's rung in a block of runs, from the rung it starts at; times in minutes since the start. */
export function rungCells({ runs, pairs }: TableOf, { setting, rows }: SweepAnswer): Cells {
  const { rungs } = rows!;
  const count = rungs.length / 4;
  const whole = (cell: (at: number) => number): Int32Array => Int32Array.from({ length: count }, (_, i) => cell(i * 4));
  return [
    whole((at) => setting * runs + rungs[at]!), Array.from({ length: count }, (_, i) => pairs[rungs[i * 4 + 1]!]!),
    whole((at) => rungs[at + 2]!), whole((at) => rungs[at + 3]!),
  ];
}
