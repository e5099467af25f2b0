// Rows as the bytes of a table, a stretch at a time. A stretch knows nothing of those before it, so that whoever makes rows can write them too.

import { csvLine, ndjsonLine, type LineOf } from "../../report/table-text.ts";
import type { Cell, Cells, TableColumn } from "../../report/tables.ts";
import { groupNumbers } from "./parquet-groups.ts";

/** What a table is written as. */
export const TABLE_FORMATS = ["parquet", "csv", "ndjson"] as const;
/** See TABLE_FORMATS. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Rows as bytes, in parts, and how many they are. Of Parquet they are row groups, and `groups` are their numbers (see groupNumbers), as if they stood at 0. */
export interface Stretch { readonly parts: readonly Uint8Array<ArrayBuffer>[]; readonly rows: number; readonly groups: readonly Int32Array[]; }

/** Makes stretches of a table with these columns. */
export async function encoderOf(format: TableFormat, columns: readonly TableColumn[]): Promise<(cells: Cells) => Stretch> {
  return format === "parquet" ? parquetEncoder(columns) : textEncoder((format === "csv" ? csvLine : ndjsonLine)(columns));
}

function textEncoder(lineOf: LineOf): (cells: Cells) => Stretch {
  const encoder = new TextEncoder();
  return (cells) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let text = "";
    for (let row = 0; row < cells.rows; row++) {
      text += lineOf(cells, row);
      if (text.length < A_PART && row < cells.rows - 1) continue;
      parts.push(encoder.encode(text));
      text = "";
    }
    return { parts, rows: cells.rows, groups: [] };
  };
}

/** Characters of a part: a stretch in one piece would want as much room again while it is put together. */
const A_PART = 65_536;

async function parquetEncoder(columns: readonly TableColumn[]): Promise<(cells: Cells) => Stretch> {
  const { bytes, writer, sourcesOf } = await parquetWriter(columns);
  return (cells) => {
    bytes.index = bytes.offset = 0;
    writer.row_groups = [];
    writer.pendingIndexes = []; // none are asked for, and they would pile up
    for (let from = 0; from < cells.rows; from += ROWS_A_GROUP) void writer.write({ columnData: sourcesOf(cells, from, Math.min(cells.rows, from + ROWS_A_GROUP)), rowGroupSize: ROWS_A_GROUP });
    return { parts: [bytes.getBytes().slice()], rows: cells.rows, groups: writer.row_groups.map(groupNumbers) };
  };
}

/** The most rows of a group of Parquet: a column of so many is made at once, and every group makes the foot longer. */
const ROWS_A_GROUP = 32_768;

/** A writer of Parquet into memory, for a table with these columns; what it writes first is the head of the file. */
export async function parquetWriter(columns: readonly TableColumn[]) {
  const { ByteWriter, ParquetWriter: Writer, schemaFromColumnData } = await import("hyparquet-writer");
  // A column is made when the writer comes to it.
  const sourcesOf = ({ columns: cellsOf }: Cells, from: number, to: number) => columns.map(({ name, kind, nullable }, i) => ({
    name, type: TYPES[kind], nullable, offsetIndex: false,
    get data(): Cell[] { return Array.from({ length: to - from }, (_, row) => cellsOf[i]!(from + row)); },
  }));
  const bytes = new ByteWriter();
  const writer = new Writer({ writer: bytes, schema: schemaFromColumnData({ columnData: sourcesOf(NO_ROWS, 0, 0) }), createdBy: "deconflict", statistics: false });
  return { bytes, writer, sourcesOf };
}

const NO_ROWS: Cells = { rows: 0, columns: [] };
const TYPES = { integer: "INT32", number: "DOUBLE", text: "STRING", truth: "BOOLEAN" } as const;
