import { readdirSync, readFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { openTable, TABLE_FORMATS } from "../../src/commands/study/table-file.ts";
import type { Cells, TableColumn } from "../../src/report/tables.ts";
import { folderWith } from "./captured-io.ts";

const COLUMNS: readonly TableColumn[] = [
  { name: "run", kind: "integer", nullable: false }, { name: "came", kind: "integer", nullable: true }, { name: "said, \"so\"", kind: "text", nullable: false }, { name: "held", kind: "truth", nullable: false },
];
const ROWS = 40_000;
const cells = (from: number, to: number): Cells => {
  const each = <T>(cell: (i: number) => T): readonly T[] => Array.from({ length: to - from }, (_, i) => cell(from + i));
  return [Int32Array.from(each((i) => i)), each((i) => (i % 3 === 0 ? null : i)), each((i) => `a "word", ${i % 5}`), each((i) => i % 2 === 0)];
};

test.each(TABLE_FORMATS)("a table that was left after some rows and gone on with is the same, wherever it was left: %s", async (format) => {
  using folder = folderWith();
  const whole = await openTable(folder.at(`whole.${format}`), format, COLUMNS);
  for (let from = 0; from < ROWS; from += 1000) whole.write(cells(from, from + 1000));
  whole.finish();
  for (const left of [0, 5_000, 36_000, ROWS]) {
    const path = folder.at(`left-${left}.${format}`);
    const before = await openTable(path, format, COLUMNS);
    for (let from = 0; from < left; from += 1000) before.write(cells(from, from + 1000));
    const mark: unknown = deserialize(serialize(before.mark()));
    if (left < ROWS) before.write(cells(left, left + 1000)); // what was written after the mark is made again
    before.leave();
    const after = await openTable(path, format, COLUMNS, mark);
    for (let from = left; from < ROWS; from += 700) after.write(cells(from, Math.min(ROWS, from + 700)));
    after.finish();
    expect(readFileSync(path).equals(readFileSync(folder.at(`whole.${format}`))), `left after ${left}`).toBe(true);
  }
  expect(readdirSync(folder.path).filter((name) => name.includes(".part"))).toEqual([]);
});

test("Parquet is in groups, and a reader finds every row", async () => {
  using folder = folderWith();
  const table = await openTable(folder.at("t.parquet"), "parquet", COLUMNS);
  table.write(cells(0, ROWS));
  table.finish();
  const bytes = readFileSync(folder.at("t.parquet"));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([32_768, ROWS - 32_768]);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(ROWS);
  expect(rows[30_000]).toEqual({ "run": 30_000, "came": null, "said, \"so\"": "a \"word\", 0", "held": true });
});

test("a text with a comma, a quote or a line end is quoted", async () => {
  using folder = folderWith();
  const table = await openTable(folder.at("t.csv"), "csv", COLUMNS);
  table.write([[1], [null], ["a \"b\",\nc"], [true]]);
  table.finish();
  expect(readFileSync(folder.at("t.csv"), "utf8")).toBe("run,came,\"said, \"\"so\"\"\",held\n1,,\"a \"\"b\"\",\nc\",true\n");
});
