// Runs of a study one by one, for those who want them so: what was measured, what held, and when rungs changed.
// Knows replays of a model; must not know what a row is written as, nor which seeds or settings the runs have.
// Invariant: runs lie in the order in which they were kept, those of several models in one stretch too, if they have the same columns.

import { rungAt } from "../kernel/statechart.ts";
import { ENTRY } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { Growing } from "./growing.ts";
import { replayer, type Replayed } from "./replay.ts";

/** Runs by themselves: measures run by run, verdicts run by run (1 where it held), and changes of rung as (run, pair, minute, rung). */
export interface RunRows {
  readonly count: number;
  readonly values: Int32Array;
  readonly held: Uint8Array;
  readonly limited: Uint8Array;
  /** Of each run from the rungs that its pairs start at; `run` is its place here, from 0 on. */
  readonly rungs: Int32Array;
}

/** Keeps runs, stretch after stretch. */
export interface RowKeeper {
  /** A replayer of this model whose every run is kept. */
  readonly replayer: (model: Model) => (seed: number) => Replayed;
  /** The runs since the last time, written over by those that come then. */
  readonly take: () => RunRows;
}

/** Keeps no run yet. */
export function rowKeeper(): RowKeeper {
  const [values, held, limited, rungs] = [new Growing(Int32Array), new Growing(Uint8Array), new Growing(Uint8Array), new Growing(Int32Array)];
  let count = 0;
  return {
    replayer: (model) => {
      const changes = recordRungs(model, (pair, at, rung) => rungs.add([count, pair, at, rung]));
      const replay = replayer(model, changes);
      return (seed) => {
        changes.begin();
        const replayed = replay(seed);
        values.add(replayed.values);
        held.add(replayed.held.map(Number));
        limited.add([Number(replayed.limited)]);
        count++;
        return replayed;
      };
    },
    take: () => {
      const taken = { count, values: values.take(), held: held.take(), limited: limited.take(), rungs: rungs.take() };
      count = 0;
      return taken;
    },
  };
}

// Says when the rung of each crisis pair changes, from the rung that it starts at.
function recordRungs({ stances, pairs, openingRungs }: Model, changed: (pair: number, at: number, rung: number) => void): Recorder & { readonly begin: () => void } {
  const rungs = [...openingRungs];
  const ofPair = (pair: number): number => pairs[pair]!.stances.reduce((rung, stance) => Math.max(rung, rungs[stance]!), 0);
  const standing = pairs.map(() => 0);
  return {
    begin: () => {
      openingRungs.forEach((rung, stance) => { rungs[stance] = rung; });
      pairs.forEach((_, pair) => changed(pair, 0, standing[pair] = ofPair(pair)));
    },
    record: (at, kind, _who, _whom, _root, _cause, a, _b, c) => {
      if (kind !== STANCE) return;
      const { pair, chart } = stances[a]!;
      rungs[a] = rungAt(chart, c);
      if (pair === -1) return;
      const rung = ofPair(pair);
      if (rung !== standing[pair]) changed(pair, at, standing[pair] = rung);
    },
  };
}

const { "stance": STANCE } = ENTRY;
