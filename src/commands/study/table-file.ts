// A table on disk, written a stretch at a time beside its name (`.part`) and given the name once it is whole.

import { closeSync, ftruncateSync, openSync, renameSync, writeSync } from "node:fs";
import type { ParquetWriter } from "hyparquet-writer";
import { csvHeader, csvRows, ndjsonRows } from "../../report/table-text.ts";
import type { Cells, TableColumn } from "../../report/tables.ts";

/** What a table is written as. */
export const TABLE_FORMATS = ["parquet", "csv", "ndjson"] as const;
/** See TABLE_FORMATS. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table being written. */
export interface TableFile {
  /** Adds rows, given as columns of the same length. */
  readonly write: (cells: Cells) => void;
  /** Where it has come to, as plain data: from here it can be gone on with. */
  readonly mark: () => unknown;
  /** Makes it whole and gives it its name. */
  readonly finish: () => void;
  /** Leaves it as it is. */
  readonly leave: () => void;
}

/** Opens a table at its beginning, or where `mark` says; throws what the system says. */
export async function openTable(path: string, format: TableFormat, columns: readonly TableColumn[], mark?: unknown): Promise<TableFile> {
  const part = `${path}.part`;
  const handle = openSync(part, mark === undefined ? "w" : "r+");
  const finish = (): void => {
    closeSync(handle);
    renameSync(part, path);
  };
  const leave = (): void => closeSync(handle);
  if (format === "parquet") return parquetTable(handle, columns, mark as ParquetMark | undefined, finish, leave);
  let length = mark as number | undefined ?? 0;
  ftruncateSync(handle, length);
  const add = (text: string): void => { length += writeAll(handle, Buffer.from(text), length); };
  if (mark === undefined && format === "csv") add(csvHeader(columns));
  return { write: (cells) => add(format === "csv" ? csvRows(columns, cells) : ndjsonRows(columns, cells)), mark: () => length, finish, leave };
}

/** Cells encoded at once: more take more memory while they are, fewer make a longer foot of the file. */
const CELLS_A_GROUP = 131_072;

interface ParquetMark { readonly offset: number; readonly rows: bigint; readonly groups: ParquetWriter["row_groups"]; readonly waiting: readonly Cells[]; }

// Rows wait until there are enough for a group. What was written of the groups so far is kept in the mark, and goes into the foot of the file.
async function parquetTable(
  handle: number, columns: readonly TableColumn[], mark: ParquetMark | undefined, named: () => void, leave: () => void,
): Promise<TableFile> {
  const { ByteWriter, ParquetWriter: Writer, schemaFromColumnData } = await import("hyparquet-writer");
  const types = { integer: "INT32", number: "DOUBLE", text: "STRING", truth: "BOOLEAN" } as const;
  const sourcesOf = (cells: Cells) => columns.map(({ name, kind, nullable }, i) => ({ name, data: cells[i] as unknown[] | Int32Array, type: types[kind], nullable, offsetIndex: false }));
  const bytes = new ByteWriter();
  const writer = new Writer({ writer: bytes, schema: schemaFromColumnData({ columnData: sourcesOf(columns.map(() => [])) }), createdBy: "deconflict", statistics: false });
  const rowsAGroup = Math.floor(CELLS_A_GROUP / columns.length);
  let length = mark?.offset ?? 0;
  let waiting = [...(mark?.waiting ?? [])];
  if (mark !== undefined) {
    bytes.index = 0;
    bytes.offset = mark.offset;
    writer.num_rows = mark.rows;
    writer.row_groups = mark.groups;
  }
  ftruncateSync(handle, length);
  const flush = (): void => {
    length += writeAll(handle, bytes.getBytes(), length);
    bytes.index = 0;
  };
  if (mark === undefined) flush(); // the first four bytes
  const encode = (cells: Cells): void => {
    void writer.write({ columnData: sourcesOf(cells), rowGroupSize: cells[0]!.length });
    writer.pendingIndexes = []; // none are asked for, and they would pile up
    flush();
  };
  return {
    write: (cells) => {
      waiting.push(cells);
      if (rowsIn(waiting) < rowsAGroup) return;
      const all = joined(waiting);
      let from = 0;
      for (; all[0]!.length - from >= rowsAGroup; from += rowsAGroup) encode(all.map((column) => column.slice(from, from + rowsAGroup)));
      waiting = [all.map((column) => column.slice(from))];
    },
    mark: (): ParquetMark => ({ offset: length, rows: writer.num_rows, groups: writer.row_groups, waiting }),
    finish: () => {
      if (rowsIn(waiting) > 0) encode(joined(waiting));
      void writer.finish();
      flush();
      named();
    },
    leave,
  };
}

function rowsIn(stretches: readonly Cells[]): number {
  return stretches.reduce((sum, cells) => sum + cells[0]!.length, 0);
}

// One stretch of several, each column copied once.
function joined(stretches: readonly Cells[]): Cells {
  if (stretches.length === 1) return stretches[0]!;
  return stretches[0]!.map((first, column) => {
    const parts = stretches.map((cells) => cells[column]!);
    if (!(first instanceof Int32Array)) return parts.flatMap((part) => [...part]);
    const all = new Int32Array(rowsIn(stretches));
    let from = 0;
    for (const part of parts) {
      all.set(part as Int32Array, from);
      from += part.length;
    }
    return all;
  });
}

// A disk that fills up may take a part of what it is given before it says so.
function writeAll(handle: number, bytes: Uint8Array, from: number): number {
  let written = 0;
  while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written, from + written);
  return written;
}
