// What is laid beside what: two runs of one session as the viewer may see them. A branch that is not shown is replayed once.

import type { StoryLine } from "../../report/story.ts";
import { outcomeOf } from "../../report/outcome.ts";
import type { Branch } from "../../session/journal.ts";
import type { LiveRun } from "../../session/live-run.ts";
import { Chronicle } from "../chronicle.ts";
import type { View } from "../state.ts";

/** One side: its story, the highest rung of each crisis pair that is known, and how often force was used. */
export interface Side {
  readonly lines: readonly StoryLine[];
  readonly peaks: readonly { readonly a: string; readonly b: string; readonly rung: number }[];
  readonly force: number;
  readonly ended: boolean;
}

const replayed = new WeakMap<Branch, Map<string | undefined, Side>>();
const shown = new WeakMap<View, Side>();

/** This branch and another, both from the seat that is taken or from nobody's. */
export function sidesOf(view: View, branch: string): readonly [Side, Side] {
  let here = shown.get(view);
  if (here === undefined) shown.set(view, here = sideFrom(view.chronicle, view.session.run));
  return [here, otherSide(view, branch)];
}

// A branch is a value that is replaced when anything is done in it, so what was replayed stands as long as it does.
function otherSide({ session, seat }: View, name: string): Side {
  const branch = session.state.branches.get(name)!;
  const bySeat = replayed.get(branch) ?? new Map<string | undefined, Side>();
  replayed.set(branch, bySeat);
  let side = bySeat.get(seat);
  if (side === undefined) {
    const run = session.runOf(name);
    const chronicle = new Chronicle(run.model, run.entries, seat, run.answered);
    chronicle.take(run.entries, true);
    bySeat.set(seat, side = sideFrom(chronicle, run));
  }
  return side;
}

function sideFrom({ lines, pairs, marks, seat }: Chronicle, { model, entries, standing }: LiveRun): Side {
  return {
    lines,
    peaks: pairs.filter(({ moves }) => moves.length > 0).map(({ a, b, moves }) => ({ a, b, rung: Math.max(...moves.map(({ rung }) => rung)) })),
    // A seat counts what it did and what hit it; whoever sees everything counts as the reports do.
    force: seat === undefined ? outcomeOf(model, entries).force.length : marks.filter(({ kind }) => kind === "force").length,
    ended: standing.kind === "ended",
  };
}
