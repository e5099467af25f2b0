// This branch beside another: the same clock, two stories, and the place where they part.

import { partyName, rungText } from "../../report/words.ts";
import { closed } from "../commands.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { beside, row, type Row, scrolled, span, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { columnsOf, partingRows } from "./compare-columns.ts";
import { type Side, sidesOf } from "./compare-sides.ts";
import { roomIn, scrollCommands } from "./scrolled.ts";

/** Rows of what is common that are shown above the first difference. */
const LEAD_IN = 3;

/** Two branches beside each other; `top` counts from the first difference. */
export const COMPARE: OverlayPart<"compare"> = {
  title: ({ branch }, _, { session }) => `${session.state.current} beside ${branch}`,
  commands: [
    ...scrollCommands((state, view) => {
      const { all, room, start } = laidOut(state, view);
      return [-start, Math.max(0, all.length - room) - start];
    }),
    { keys: ["escape", "q"], label: "back", help: "goes back", weight: 9, run: (state) => ({ state: closed(state), effects: [] }) },
  ],
  rows: ({ top }, state, view) => {
    const { head, all, room, start } = laidOut(state, view);
    return [...head, ...scrolled(all, start + top, room)];
  },
};

interface LaidOut { readonly head: readonly Row[]; readonly all: readonly Row[]; readonly room: number; readonly start: number; }

function laidOut(state: AppState, view: View): LaidOut {
  const { width, height } = roomIn(state);
  const { branch } = overlayOf(state, "compare");
  const sides = sidesOf(view, branch);
  const head = headRows(view, sides, branch, width);
  const { rows: all, parting } = columnsFor(view, sides, width);
  const room = Math.max(1, height - head.length);
  const start = parting === undefined ? Math.max(0, all.length - room) : Math.max(0, Math.min(parting - LEAD_IN, all.length - room));
  return { head, all, room, start };
}

const laid = new WeakMap<Side, { readonly other: Side; readonly width: number; readonly columns: ReturnType<typeof partingRows> }>();

// Long stories take a while to wrap, and a key that scrolls changes nothing about them.
function columnsFor({ model }: View, [here, other]: readonly [Side, Side], width: number): ReturnType<typeof partingRows> {
  const known = laid.get(here);
  if (known?.other === other && known.width === width) return known.columns;
  const columns = partingRows(model.scenario, here.lines, other.lines, width);
  laid.set(here, { other, width, columns });
  return columns;
}

function headRows(view: View, [a, b]: readonly [Side, Side], branch: string, width: number): readonly Row[] {
  const [left, right] = columnsOf(width);
  const blocks = [sideRows(view, view.session.state.current, a, left), sideRows(view, branch, b, right)] as const;
  return [...beside([{ rows: blocks[0], width: left }, { rows: blocks[1], width: right }], Math.max(blocks[0].length, blocks[1].length)), row("─".repeat(width), "quiet")];
}

function sideRows({ model: { scenario } }: View, name: string, { peaks, force, ended }: Side, width: number): readonly Row[] {
  const text = peaks.map((peak) => `${partyName(scenario, peak.a)} and ${partyName(scenario, peak.b)}: ${rungText(peak.rung)}`).join("; ");
  return [
    [span(name, "heading"), span(ended ? ", to its end" : ", as far as it was played", "quiet")],
    ...wrap(`Highest: ${text === "" ? "not known" : text}.`, width).map((line) => row(line)),
    row(force === 0 ? "No use of force." : `Uses of force: ${force}.`, force === 0 ? "good" : "force"),
  ];
}
