// A table as text: comma-separated values after RFC 4180, or one JSON object a line.

import type { Cells, TableColumn } from "./tables.ts";

/** The first line. */
export function csvHeader(columns: readonly TableColumn[]): string {
  return `${columns.map(({ name }) => quoted(name)).join(",")}\n`;
}

/** The rows, one a line. */
export function csvRows(columns: readonly TableColumn[], cells: Cells): string {
  const texts = columns.map(({ kind }, i) => (kind === "text" ? quotedOnce(cells[i]!) : undefined));
  return rowsOf(cells, (row, column) => texts[column]?.get(cells[column]![row]!) ?? String(cells[column]![row] ?? ""), (row) => row.join(","));
}

/** The rows as objects, one a line. */
export function ndjsonRows(columns: readonly TableColumn[], cells: Cells): string {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  return rowsOf(cells, (row, column) => `${keys[column]!}:${JSON.stringify(cells[column]![row])}`, (row) => `{${row.join(",")}}`);
}

function rowsOf(cells: Cells, cell: (row: number, column: number) => string, line: (row: readonly string[]) => string): string {
  const lines = Array.from({ length: cells[0]?.length ?? 0 }, (_, row) => line(cells.map((_column, column) => cell(row, column))));
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

// A column of text has few different ones.
function quotedOnce(cells: Cells[number]): ReadonlyMap<unknown, string> {
  return new Map([...new Set(cells)].map((text) => [text, quoted(String(text))]));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
