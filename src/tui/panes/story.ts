// The story: what happened, was read, said and decided, in one stream.

import { clock, dayNumber, longDate, partyName, timeIn } from "../../report/words.ts";
import { type StoryLine, wholeText } from "../../report/story.ts";
import { countBefore } from "../chronicle.ts";
import { lookedAt } from "../commands.ts";
import type { PanePart } from "../parts.ts";
import { marked, row, type Row, span, type Tone, wrap } from "../rows.ts";
import type { View } from "../state.ts";
import { linesOf } from "../travel.ts";

const TONES: Readonly<Record<StoryLine["tag"], Tone>> = {
  PUSH: "quiet", NEWS: "quiet", FEED: "force", READS: "plain", LINE: "good", RELAY: "good", PUBLIC: "warning", DECIDE: "accent", STANCE: "plain", TRUST: "quiet", RULE: "quiet",
};
const INDENT = 13;

/** The story, newest line last; the line that is looked at is marked. */
export const STORY: PanePart = {
  commands: [],
  title: ({ party, kind, search }, { model }) =>
    ["Story", ...(party === undefined ? [] : [partyName(model.scenario, party)]), ...(kind === "everything" ? [] : [kind]), ...(search === "" ? [] : [`with "${search}"`])].join(": "),
  rows: (state, view, { width, height }) => {
    const lines = linesOf(state, view);
    const shown = countBefore(lines, state.cursor);
    if (shown === 0) return [row("Nothing has happened yet.", "quiet"), row("space plays on, → goes on by a line.", "quiet")];
    const at = countBefore(lines, lookedAt(state, view)!);
    const atEnd = state.selected === undefined;
    const above: (readonly Row[])[] = [];
    let room = height;
    for (let i = atEnd ? shown - 1 : Math.min(shown - 1, at + Math.floor(height / 6)); i >= 0 && room > 0; i--) {
      const block = [...dayRule(lines, i, lines === view.chronicle.lines, view, width), ...rowsOf(lines[i]!, view, width, i === at)];
      above.push(block);
      room -= block.length;
    }
    const rows = above.toReversed().flat();
    return rows.slice(Math.max(0, rows.length - height));
  },
};

function rowsOf(line: StoryLine, { model }: View, width: number, isMarked: boolean): readonly Row[] {
  const { at, tag } = line;
  const parts = wrap(wholeText(line), Math.max(10, width - INDENT));
  return parts.map((part, i): Row => {
    const told: Row = i === 0 ? [span(`${clock(timeIn(model.scenario, at))} `, "quiet"), span(tag.padEnd(7), TONES[tag]), span(part)] : [span(" ".repeat(INDENT)), span(part)];
    return isMarked && i === 0 ? marked(told) : told;
  });
}

// Days between are quiet only where no line is left out.
function dayRule(lines: readonly StoryLine[], i: number, areAll: boolean, { model: { scenario } }: View, width: number): readonly Row[] {
  const day = dayNumber(scenario, lines[i]!.at);
  if (i > 0 && dayNumber(scenario, lines[i - 1]!.at) === day) return [];
  const quiet = i === 0 || !areAll ? 0 : day - dayNumber(scenario, lines[i - 1]!.at) - 1;
  const text = `── ${longDate(timeIn(scenario, lines[i]!.at))}, day ${day + 1} `;
  const skipped = quiet === 0 ? [] : [row(`   ${quiet === 1 ? "a quiet day" : `${quiet} quiet days`}`, "quiet")];
  return [...skipped, row(text + "─".repeat(Math.max(0, width - text.length)), "heading")];
}
