// A table as text: comma-separated values after RFC 4180, or one JSON object a line.

import type { Cell, Cells, TableColumn } from "./tables.ts";

/** The first line. */
export function csvHeader(columns: readonly TableColumn[]): string {
  return `${columns.map(({ name }) => quoted(name)).join(",")}\n`;
}

/** A row of these columns as a line; what is text is quoted once, as a column has few different ones. */
export function csvLine(columns: readonly TableColumn[]): LineOf {
  const texts = columns.map(({ kind }) => (kind === "text" ? new Map<Cell, string>() : undefined));
  return (cells, row) => {
    const line = cells.columns.map((cellAt, column) => {
      const [cell, known] = [cellAt(row), texts[column]];
      if (known === undefined || cell === null) return cell ?? "";
      let text = known.get(cell);
      if (text === undefined) known.set(cell, text = quoted(String(cell)));
      return text;
    });
    return `${line.join(",")}\n`;
  };
}

/** A row of these columns as a line with an object. */
export function ndjsonLine(columns: readonly TableColumn[]): LineOf {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  return (cells, row) => `{${cells.columns.map((cellAt, column) => `${keys[column]!}:${JSON.stringify(cellAt(row))}`).join(",")}}\n`;
}

/** A row as a line, with its end. */
export type LineOf = (cells: Cells, row: number) => string;

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
