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

/** Rows encoded at once: several times as many take several times the memory, and save hardly a byte. */
const ROWS_A_GROUP = 16_384;

interface ParquetMark { readonly offset: number; readonly rows: bigint; readonly groups: ParquetWriter["row_groups"]; }

// Each stretch is a row group of its own, or several; what was written of them so far is kept in the mark, and goes into the foot of the file.
async function parquetTable(
  handle: number, columns: readonly TableColumn[], mark: ParquetMark | undefined, named: () => void, leave: () => void,
): Promise<TableFile> {
  const { ByteWriter, ParquetWriter: Writer, schemaFromColumnData } = await import("hyparquet-writer");
  const types = { integer: "INT32", number: "DOUBLE", text: "STRING", truth: "BOOLEAN" } as const;
  const sourcesOf = (cells: Cells) => columns.map(({ name, kind, nullable }, i) => ({ name, data: cells[i] as unknown[] | Int32Array, type: types[kind], nullable, offsetIndex: false }));
  const bytes = new ByteWriter();
  const writer = new Writer({ writer: bytes, schema: schemaFromColumnData({ columnData: sourcesOf(columns.map(() => [])) }), createdBy: "deconflict", statistics: false });
  let length = mark?.offset ?? 0;
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
  return {
    write: (cells) => {
      const rows = cells[0]!.length;
      for (let from = 0; from < rows; from += ROWS_A_GROUP) {
        const group = cells.map((column) => column.slice(from, from + ROWS_A_GROUP));
        void writer.write({ columnData: sourcesOf(group), rowGroupSize: group[0]!.length });
        writer.pendingIndexes = []; // none are asked for, and they would pile up
        flush();
      }
    },
    mark: (): ParquetMark => ({ offset: length, rows: writer.num_rows, groups: writer.row_groups }),
    finish: () => {
      void writer.finish();
      flush();
      named();
    },
    leave,
  };
}

// A disk that fills up may take a part of what it is given before it says so.
function writeAll(handle: number, bytes: Uint8Array, from: number): number {
  let written = 0;
  while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written, from + written);
  return written;
}
