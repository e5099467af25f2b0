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
