// Runs as tidy tables: one row a run, and one row for each change of a pair's rung. What never came is an empty cell.
// What a run is known by (its number, setting, side, seed) is each study's own; what is told of it is the same in all.

import type { Model } from "../simulation/model.ts";
import type { Column } from "../study/measure-table.ts";
import { measureColumns } from "../study/measures.ts";
import { canBeNever, judgedIn } from "../study/replay.ts";
import type { RunRows } from "../study/run-rows.ts";
import type { StudyOf } from "./study-frame.ts";

/** A column of a table. */
export interface TableColumn { readonly name: string; readonly kind: "integer" | "number" | "text" | "truth"; readonly nullable: boolean; }

/** What a cell holds; nothing where what it tells of never came. */
export type Cell = number | string | boolean | null;

/** Rows, of which a cell is made when it is asked for: all of them at once would take many times the room of what they are made from. */
export interface Cells { readonly rows: number; readonly columns: readonly ((row: number) => Cell)[]; }

/** The tables of a study: what heads the table of runs, and the rows that a task's runs make. Sides of a study lie run by run alternately. */
export interface StudyTables<Of, Task> {
  readonly sides: number;
  readonly runColumns: (of: Of) => readonly TableColumn[];
  readonly cells: (of: Of, task: Task, rows: readonly RunRows[]) => { readonly runs: Cells; readonly rungs: Cells };
}

/** Whose runs they are, and what is told of each. */
export interface RunsOf {
  readonly source: string;
  readonly version: string;
  readonly model: string;
  readonly columns: readonly Column[];
  readonly expectations: readonly string[];
  readonly pairs: readonly string[];
}

/** What the tables are to know of a model whose runs they hold. */
export function runsOf({ scenario, source, version, model }: StudyOf, compiled: Model): RunsOf {
  return { source, version, model, columns: measureColumns(compiled), expectations: judgedIn(compiled), pairs: scenario.crisis.map((pair) => pair.join("-")) };
}

/** Columns of one kind. */
export function columnsNamed(kind: TableColumn["kind"], names: readonly string[], nullable = false): readonly TableColumn[] {
  return names.map((name) => ({ name, kind, nullable }));
}

/** The columns that tell of a run: how it came about, what held, what was measured. What one side alone has is empty on the other. */
export function toldColumns(sides: readonly RunsOf[]): readonly TableColumn[] {
  const everywhere = (has: (side: RunsOf) => boolean): boolean => sides.every(has);
  return [
    ...columnsNamed("text", ["scenario", "model", "version"]), ...columnsNamed("truth", ["simulated", "limited"]),
    ...expectationsOf(sides).map((id): TableColumn => ({ name: `holds/${id}`, kind: "truth", nullable: !everywhere(({ expectations }) => expectations.includes(id)) })),
    ...measuresOf(sides).map((column): TableColumn => ({
      name: column.name, kind: "integer", nullable: canBeNever(column) || !everywhere(({ columns }) => columns.some(({ name }) => name === column.name)),
    })),
  ];
}

/** The cells of these columns. */
export function toldCells(sides: readonly RunsOf[], rows: readonly RunRows[]): Cells["columns"] {
  const told = (cell: (rows: RunRows, run: number, side: number) => Cell) => (row: number): Cell => {
    const side = row % sides.length;
    return cell(rows[side]!, (row - side) / sides.length, side);
  };
  return [
    told((_rows, _run, side) => sides[side]!.source), told((_rows, _run, side) => sides[side]!.model), told((_rows, _run, side) => sides[side]!.version),
    () => true, told(({ limited }, run) => limited[run] === 1),
    ...expectationsOf(sides).map((id) => {
      const places = sides.map(({ expectations }) => expectations.indexOf(id));
      return told(({ held }, run, side) => (places[side] === -1 ? null : held[run * sides[side]!.expectations.length + places[side]!] === 1));
    }),
    ...measuresOf(sides).map((column) => {
      const places = sides.map(({ columns }) => columns.findIndex(({ name }) => name === column.name));
      const mayBeNever = canBeNever(column);
      return told(({ values }, run, side) => {
        const value = places[side] === -1 ? null : values[run * sides[side]!.columns.length + places[side]!]!;
        return mayBeNever && value === -1 ? null : value;
      });
    }),
  ];
}

function expectationsOf(sides: readonly RunsOf[]): readonly string[] {
  return [...new Set(sides.flatMap(({ expectations }) => expectations))];
}

function measuresOf(sides: readonly RunsOf[]): readonly Column[] {
  return [...new Map(sides.flatMap(({ columns }) => columns).map((column) => [column.name, column])).values()];
}

/** The columns of the table of rungs; times in minutes since the start. */
export const RUNG_COLUMNS: readonly TableColumn[] = [...columnsNamed("integer", ["run"]), ...columnsNamed("text", ["pair"]), ...columnsNamed("integer", ["time", "rung"])];

/** Every change of a pair's rung, from the rung it starts at, run by run; `numberOf` gives the number of a run by its row. */
export function rungCells(sides: readonly RunsOf[], rows: readonly RunRows[], numberOf: (row: number) => number): Cells {
  // Where each row is to be found: (the change's place among those of its side) * sides + side.
  const places = new Int32Array(rows.reduce((sum, { rungs }) => sum + rungs.length / WIDTH, 0));
  const next = sides.map(() => 0);
  for (let run = 0, at = 0; at < places.length; run++) {
    for (const [side, { rungs }] of rows.entries()) {
      for (; rungs[next[side]! * WIDTH] === run; next[side]!++) places[at++] = next[side]! * sides.length + side;
    }
  }
  const changed = (cell: (of: number, side: number) => Cell, offset: number) => (row: number): Cell => {
    const side = places[row]! % sides.length;
    return cell(rows[side]!.rungs[((places[row]! - side) / sides.length) * WIDTH + offset]!, side);
  };
  return {
    rows: places.length,
    columns: [changed((run, side) => numberOf(run * sides.length + side), 0), changed((pair, side) => sides[side]!.pairs[pair]!, 1), changed((time) => time, 2), changed((rung) => rung, 3)],
  };
}

/** Numbers of a change of rung. */
const WIDTH = 4;
