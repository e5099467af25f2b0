// Two stories in two columns by one clock, and the first line in which they differ.

import { type StoryLine, wholeText } from "../../report/story.ts";
import { clock, dayNumber, longDate, timeIn } from "../../report/words.ts";
import type { Model } from "../../simulation/model.ts";
import { beside, row, type Row, span, wrap } from "../rows.ts";

const CLOCK = 6;

/** The widths of the two columns. */
export function columnsOf(width: number): readonly [number, number] {
  const left = Math.floor((width - 1) / 2);
  return [left, width - 1 - left];
}

/** The place of the first line that differs; undefined where neither story has one that the other lacks. */
export function firstDifference(a: readonly StoryLine[], b: readonly StoryLine[]): number | undefined {
  const i = a.findIndex((line, at) => !isSame(line, b[at]));
  return i !== -1 ? i : a.length < b.length ? a.length : undefined;
}

/** Both stories as rows, aligned by time; `parting` is the row that says where they part. */
export function partingRows(scenario: Model["scenario"], a: readonly StoryLine[], b: readonly StoryLine[], width: number): { readonly rows: readonly Row[]; readonly parting: number | undefined } {
  const first = firstDifference(a, b);
  const rows: Row[] = [];
  let parting: number | undefined;
  let day = -1;
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const at = Math.min(a[i]?.at ?? Number.POSITIVE_INFINITY, b[j]?.at ?? Number.POSITIVE_INFINITY);
    if (dayNumber(scenario, at) !== day) {
      day = dayNumber(scenario, at);
      rows.push(row(`${longDate(timeIn(scenario, at))}, day ${day + 1}`, "heading"));
    }
    if (parting === undefined && first !== undefined && (i >= first || j >= first)) {
      parting = rows.length;
      rows.push(row(partingText(a[first], b[first], width), "warning"));
    }
    // Up to the first difference line goes beside line; after it, only what is told of the same minute does.
    const left = a[i]?.at === at ? a[i++] : undefined;
    const right = b[j]?.at === at ? b[j++] : undefined;
    rows.push(...pairRows(scenario, left, right, parting !== undefined && !(left !== undefined && isSame(left, right)), width));
  }
  if (first === undefined) rows.push(row("── no difference so far ──", "quiet"));
  return { rows, parting };
}

function partingText(a: StoryLine | undefined, b: StoryLine | undefined, width: number): string {
  const text = a === undefined || b === undefined ? "── here one of them ends, and the other goes on " : "── here they part ";
  return text + "─".repeat(Math.max(0, width - text.length));
}

function pairRows(scenario: Model["scenario"], left: StoryLine | undefined, right: StoryLine | undefined, differs: boolean, width: number): readonly Row[] {
  const widths = columnsOf(width);
  const blocks = [left, right].map((line, side): readonly Row[] => {
    if (line === undefined) return [];
    const head = `${clock(timeIn(scenario, line.at))} `;
    return wrap(wholeText(line), Math.max(8, widths[side]! - CLOCK)).map((part, i): Row => [span(i === 0 ? head : " ".repeat(CLOCK), "quiet"), span(part, differs ? "plain" : "quiet")]);
  });
  return beside(blocks.map((rows, side) => ({ rows, width: widths[side]! })), Math.max(...blocks.map(({ length }) => length)));
}

function isSame(a: StoryLine, b: StoryLine | undefined): boolean {
  return b !== undefined && a.at === b.at && a.text === b.text;
}
