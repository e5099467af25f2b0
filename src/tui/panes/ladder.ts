// The ladder: how high each crisis pair stands now, in words, and how it came there over time.

import { partyName, rungText } from "../../report/words.ts";
import { RUNGS } from "../../terms/rungs.ts";
import { lastBefore, type PairTrack } from "../chronicle.ts";
import type { PanePart } from "../parts.ts";
import { fit, row, type Row, span, type Tone, widthOf, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { textRow } from "./pane-text.ts";

const NARROW = 40;
const BLOCKS = " ▁▂▃▄▅▆▇█";

/** What a rung's colour means: force, warnings and shows, the rest. */
export function rungTone(rung: number): Tone {
  return rung >= 6 ? "force" : rung >= 4 ? "warning" : rung >= 2 ? "plain" : "good";
}

/** Each crisis pair with its rung now, and under it how high it stood over the whole time shown. */
export const LADDER: PanePart = {
  commands: [],
  title: (_, { seat }) => (seat === undefined ? "Ladder" : `Ladder: ${seat}`),
  rows: (state, view, { width, height }) => {
    const { pairs } = view.chronicle;
    // A narrow pair needs a row for its name and one for its rung.
    const perPair = Math.max(width < NARROW ? 2 : 1, Math.min(3, Math.floor(height / Math.max(1, pairs.length))));
    return [
      ...pairs.flatMap((pair) => pairRows(pair, state, view, width).slice(0, perPair)),
      ...(height >= pairs.length * perPair + RUNGS.length + 1 ? legend(width) : []),
    ];
  },
};

function pairRows(pair: PairTrack, state: AppState, view: View, width: number): readonly Row[] {
  const { scenario } = view.model;
  const now = lastBefore(pair.moves, state.cursor);
  const before = now === undefined ? undefined : pair.moves[pair.moves.indexOf(now) - 1];
  const text = now === undefined ? (width < NARROW ? "? not known" : "? not known from here") : `${rungText(now.rung)}${before === undefined ? "" : now.rung > before.rung ? " ▲" : " ▼"}`;
  const tone = now === undefined ? "quiet" : rungTone(now.rung);
  if (width < NARROW) return [textRow(`${pair.a}-${pair.b}`, width), [span(`${"█".repeat(now?.rung ?? 0)}${"·".repeat(8 - (now?.rung ?? 0))} `, tone), span(text, tone)], history(pair, state, view, width)];
  const name = [pair.a, pair.b].map((party) => partyName(scenario, party).replace(/^the /, "")).join(", ");
  const room = Math.max(0, width - widthOf(text) - 1);
  return [[...fit([span(name)], room), span(" "), span(text, tone)], history(pair, state, view, width), row("")];
}

// The highest rung in each stretch of time, from the start to where one is.
function history({ moves }: PairTrack, { cursor }: AppState, { entries }: View, width: number): Row {
  if (moves.length === 0) return row("");
  const now = Math.max(1, entries[cursor - 1]?.at ?? 0);
  const tops = new Int8Array(width).fill(-1);
  for (const [i, { at, rung, entry }] of moves.entries()) {
    if (entry >= cursor) break;
    const until = Math.min(now, moves[i + 1] !== undefined && moves[i + 1]!.entry < cursor ? moves[i + 1]!.at : now);
    const last = Math.min(width - 1, Math.floor((until * width) / (now + 1)));
    for (let column = Math.floor((at * width) / (now + 1)); column <= last; column++) tops[column] = Math.max(tops[column]!, rung);
  }
  const spans: { text: string; tone: Tone }[] = [];
  for (const rung of tops) {
    const tone = rungTone(Math.max(0, rung));
    const glyph = BLOCKS[Math.max(0, rung)]!;
    if (spans.at(-1)?.tone === tone) spans.at(-1)!.text += glyph;
    else spans.push({ text: glyph, tone });
  }
  return spans;
}

function legend(width: number): readonly Row[] {
  const words = RUNGS.map((_, rung) => rungText(rung)).join(", ");
  return [row(""), ...wrap(words, width).map((line) => row(line, "quiet"))];
}
