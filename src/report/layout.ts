// Lines of text that fit a width, with colours where they are wanted. Colour never says what words do not.

/** How a text is laid out: columns, and whether colours may be used. */
export interface Layout { readonly width: number; readonly colour: boolean; }

/** What a colour means. */
export type Paint = "heading" | "quiet" | "force" | "warning" | "good" | "plain";

const CODES: Readonly<Record<Exclude<Paint, "plain">, string>> = { heading: "1", quiet: "2", force: "31", warning: "33", good: "32" };

/** The text in the colour of its meaning. */
export function paint(text: string, as: Paint, { colour }: Layout): string {
  return !colour || as === "plain" ? text : `\u001B[${CODES[as]}m${text}\u001B[0m`;
}

/** The text broken at spaces to the width, lines after the first behind an indent; a word longer than a line stands alone. */
export function wrapped(text: string, width: number, indent = ""): readonly string[] {
  const lines: string[] = [];
  let line = /^ */.exec(text)![0];
  for (const word of text.trimStart().split(" ")) {
    const room = width - (lines.length === 0 ? 0 : indent.length);
    if (line.trim() !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line.trim() === "" ? line + word : `${line} ${word}`;
  }
  return [...lines, line].map((each, i) => (i === 0 ? each : indent + each));
}

/** A heading with a rule behind it to the width. */
export function ruled(text: string, layout: Layout): string {
  return paint(`── ${text} ${"─".repeat(Math.max(2, layout.width - text.length - 4))}`, "heading", layout);
}

/** The lines, those of them that are too wide folded where their columns part; what was a row of a table stands in several lines then. */
export function* fitted(lines: Iterable<string>, { width }: Layout): Generator<string> {
  for (const line of lines) {
    if (seen(line) <= width) yield line;
    else yield* folded(line, width);
  }
}

function* folded(line: string, width: number): Generator<string> {
  const indent = /^ {0,4}/.exec(line)![0];
  const inner = `${indent}  `;
  let row = indent;
  for (const part of line.trim().split(/ {2,}/).flatMap((column) => (seen(inner) + seen(column) > width ? wrapped(column, width - inner.length) : [column]))) {
    if (row.trim() === "") row += part;
    else if (seen(row) + 2 + seen(part) <= width) row += `  ${part}`;
    else {
      yield row;
      row = inner + part;
    }
  }
  yield row;
}

// Columns that a text takes on a screen: colours take none.
function seen(text: string): number {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/\u001B\[\d+m/g, "").length;
}
