// Branches under the timeline: what each is called, and where on the axis it leaves the one it came from.

import type { Branch } from "../../session/journal.ts";
import { type Row, span, widthOf } from "../rows.ts";
import type { View } from "../state.ts";
import { shortened } from "./pane-text.ts";
import type { Axis } from "./timeline.ts";

/** A row for each branch but the first. */
export function branchRows(axis: Axis, view: View, label: number, width: number): readonly Row[] {
  const { branches, current } = view.session.state;
  return [...branches.values()].filter(({ from }) => from !== undefined).map((branch, i): Row => {
    const at = forkedAt(branch, view);
    const name = `${branch.name === current ? "● " : ""}${branch.name}, from ${branch.from!}`;
    const head = span((i === 0 ? "branches" : "").padEnd(label), "heading");
    const tone = branch.name === current ? "accent" : "plain";
    // Where its fork lies on a part of the tree that is not on the screen, the name stands alone.
    if (at === undefined) return [head, span(shortened(name, width - label), tone)];
    const cell = axis.cellOf(at);
    const after = axis.cells - cell - 3;
    if (widthOf(name) <= after) return [head, span(" ".repeat(cell)), span(`└─ ${name}`, tone)];
    const text = `${shortened(name, cell - 2)} ─┘`;
    return cell < 6 ? [head, span(shortened(`└─ ${name}`, axis.cells), tone)] : [head, span(" ".repeat(Math.max(0, cell + 1 - widthOf(text)))), span(text, tone)];
  });
}

// The minute of a fork, if it lies on the run that is shown: before its own fork from the branch that it came from.
function forkedAt(branch: Branch, { session, entries }: View): number | undefined {
  let until = Number.POSITIVE_INFINITY;
  for (let one = session.state.branches.get(session.state.current); one !== undefined; one = one.from === undefined ? undefined : session.state.branches.get(one.from)) {
    if (one.name === branch.name) until = branch.forkedAt;
    if (one.name === branch.name || (one.name === branch.from && branch.forkedAt <= until)) {
      return entries[entryAfter(branch.forkedAt, { session, entries })]?.at;
    }
    until = Math.min(until, one.forkedAt);
  }
  return undefined;
}

// The last entry that was made by so many events; entries are in the order of the events that made them.
function entryAfter(events: number, { session, entries }: Pick<View, "session" | "entries">): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (session.run.eventOf(middle) <= events) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
