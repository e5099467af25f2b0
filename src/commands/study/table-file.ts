// A table on disk, written a stretch at a time beside its name (`.part`) and given the name once it is whole.

import { closeSync, ftruncateSync, openSync, renameSync, writeSync } from "node:fs";
import { csvHeader } from "../../report/table-text.ts";
import type { TableColumn } from "../../report/tables.ts";
import { parquetWriter, type Stretch, type TableFormat } from "./encode-rows.ts";
import { groupAt } from "./parquet-groups.ts";

/** Where a table has come to, as plain data: from here it can be gone on with. */
export interface TableMark { readonly length: number; readonly rows: number; readonly groups: readonly PlacedGroups[]; }

/** Of Parquet, the row groups of a stretch: where in the file it begins, and their numbers. */
interface PlacedGroups { readonly from: number; readonly groups: readonly Int32Array[]; }

/** A table being written. */
export interface TableFile {
  readonly add: (stretch: Stretch) => void;
  readonly mark: () => TableMark;
  /** Makes it whole, so that nothing but its name is wanting. */
  readonly complete: () => void;
  /** Gives what is whole its name. */
  readonly publish: () => void;
  /** Leaves it as it is; of one that is whole, nothing. */
  readonly leave: () => void;
}

/** Opens a table at its beginning, or where `mark` says; throws what the system says. */
export async function openTable(path: string, format: TableFormat, columns: readonly TableColumn[], mark?: TableMark): Promise<TableFile> {
  const parquet = format === "parquet" ? await parquetWriter(columns) : undefined;
  const part = `${path}.part`;
  const handle = openSync(part, mark === undefined ? "w" : "r+");
  let [length, rows] = [mark?.length ?? 0, mark?.rows ?? 0];
  const groups = [...(mark?.groups ?? [])];
  const write = (bytes: Uint8Array): void => { length += writeAll(handle, bytes, length); };
  let isOpen = true;
  const leave = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  ftruncateSync(handle, length);
  if (mark === undefined && parquet !== undefined) write(parquet.bytes.getBytes());
  if (mark === undefined && format === "csv") write(new TextEncoder().encode(csvHeader(columns)));
  return {
    add: (stretch) => {
      if (stretch.groups.length > 0) groups.push({ from: length, groups: stretch.groups });
      stretch.parts.forEach(write);
      rows += stretch.rows;
    },
    mark: () => ({ length, rows, groups }),
    complete: () => {
      if (parquet !== undefined) write(footOf(parquet, { length, rows, groups }));
      leave();
    },
    publish: () => renameSync(part, path),
    leave,
  };
}

// The foot of a Parquet file: the schema, and every group with the places of its columns.
function footOf({ bytes, writer }: Awaited<ReturnType<typeof parquetWriter>>, { length, rows, groups }: TableMark): Uint8Array {
  bytes.index = 0;
  bytes.offset = length;
  writer.num_rows = BigInt(rows);
  writer.row_groups = groups.flatMap(({ from, groups: those }) => those.map((numbers) => groupAt(from, numbers, writer.schema, writer.codec)));
  void writer.finish();
  return bytes.getBytes();
}

// A disk that fills up may take a part of what it is given before it says so.
function writeAll(handle: number, bytes: Uint8Array, from: number): number {
  let written = 0;
  while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written, from + written);
  return written;
}
