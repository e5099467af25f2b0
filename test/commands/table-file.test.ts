import { readdirSync, readFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { encoderOf, TABLE_FORMATS } from "../../src/commands/study/encode-rows.ts";
import { openTable, type TableMark } from "../../src/commands/study/table-file.ts";
import type { Cells, TableColumn } from "../../src/report/tables.ts";
import { folderWith } from "./captured-io.ts";

const COLUMNS: readonly TableColumn[] = [
  { name: "run", kind: "integer", nullable: false }, { name: "came", kind: "integer", nullable: true }, { name: "said, \"so\"", kind: "text", nullable: false }, { name: "held", kind: "truth", nullable: false },
];
const ROWS = 40_000;
const STRETCH = 7000;
const cells = (from: number, to: number): Cells => ({
  rows: to - from,
  columns: [(row) => from + row, (row) => ((from + row) % 3 === 0 ? null : from + row), (row) => `a "word", ${(from + row) % 5}`, (row) => (from + row) % 2 === 0],
});

test.each(TABLE_FORMATS)("a table that was left after some stretches and gone on with is the same, wherever it was left: %s", async (format) => {
  using folder = folderWith();
  const encode = await encoderOf(format, COLUMNS);
  const stretch = (from: number) => encode(cells(from, Math.min(ROWS, from + STRETCH)));
  const whole = await openTable(folder.at(`whole.${format}`), format, COLUMNS);
  for (let from = 0; from < ROWS; from += STRETCH) whole.add(stretch(from));
  whole.complete();
  whole.publish();
  for (const left of [0, STRETCH, 4 * STRETCH, ROWS]) {
    const path = folder.at(`left-${left}.${format}`);
    const before = await openTable(path, format, COLUMNS);
    for (let from = 0; from < left; from += STRETCH) before.add(stretch(from));
    const mark = deserialize(serialize(before.mark())) as TableMark;
    if (left < ROWS) before.add(stretch(left)); // what was written after the mark is made again
    before.leave();
    const after = await openTable(path, format, COLUMNS, mark);
    for (let from = left; from < ROWS; from += STRETCH) after.add((await encoderOf(format, COLUMNS))(cells(from, Math.min(ROWS, from + STRETCH))));
    after.complete();
    after.publish();
    expect(readFileSync(path).equals(readFileSync(folder.at(`whole.${format}`))), `left after ${left}`).toBe(true);
  }
  expect(readdirSync(folder.path).filter((name) => name.includes(".part"))).toEqual([]);
});

test("Parquet has its rows in groups, and a reader finds every row", async () => {
  using folder = folderWith();
  const [table, encode] = [await openTable(folder.at("t.parquet"), "parquet", COLUMNS), await encoderOf("parquet", COLUMNS)];
  table.add(encode(cells(0, 35_000)));
  table.add(encode(cells(35_000, 35_000)));
  table.add(encode(cells(35_000, ROWS)));
  table.complete();
  table.publish();
  const bytes = readFileSync(folder.at("t.parquet"));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([32_768, 35_000 - 32_768, ROWS - 35_000]);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(ROWS);
  expect(rows[30_000]).toEqual({ "run": 30_000, "came": null, "said, \"so\"": "a \"word\", 0", "held": true });
});

test("a table that is complete has its name once it is published, and not before", async () => {
  using folder = folderWith();
  const [table, encode] = [await openTable(folder.at("t.parquet"), "parquet", COLUMNS), await encoderOf("parquet", COLUMNS)];
  table.add(encode(cells(0, 10)));
  table.complete();
  expect(readdirSync(folder.path)).toEqual(["t.parquet.part"]);
  table.publish();
  expect(readdirSync(folder.path)).toEqual(["t.parquet"]);
});

test("a text with a comma, a quote or a line end is quoted", async () => {
  using folder = folderWith();
  const table = await openTable(folder.at("t.csv"), "csv", COLUMNS);
  table.add((await encoderOf("csv", COLUMNS))({ rows: 1, columns: [() => 1, () => null, () => "a \"b\",\nc", () => true] }));
  table.complete();
  table.publish();
  expect(readFileSync(folder.at("t.csv"), "utf8")).toBe("run,came,\"said, \"\"so\"\"\",held\n1,,\"a \"\"b\"\",\nc\",true\n");
});
