// Replays with verdicts and all measures in worker threads, as a sweep makes them: one worker, and two.
// Figures are those of a second half, after workers have warmed up.

import { SWEEP } from "../../src/commands/study/kinds.ts";
import { answersInOrder } from "../../src/commands/workers/pool.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { advance } from "../../src/simulation/advance.ts";
import { seeded } from "../../src/kernel/choices.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import type { SweepTask } from "../../src/study/blocks.ts";
import { measure } from "../../src/study/measures.ts";
import { addSummary, type Summary } from "../../src/study/summary.ts";
import { loadShipped } from "./shipped.ts";

const WORKER = new URL("../../src/commands/workers/worker.ts", import.meta.url);
const BLOCK = 1000;
const BLOCKS = 24;
/** Numbers of an entry. */
const WIDTH = 10;

/** Measures and prints. */
export async function measureCores(name: string): Promise<void> {
  const scenario = loadShipped(name);
  const events = eventsARun(name);
  const speeds: number[] = [];
  for (const workers of [1, 2]) {
    const runs = await runsASecond(scenario, workers);
    speeds.push(runs);
    console.log(`a sweep on ${workers === 1 ? "one worker " : "two workers"}           ${runs.toFixed(0)} runs a second, ${(runs * 60 / 1e6).toFixed(2)} million a minute, ${(runs * events / 1e6).toFixed(2)} million queue events a second`);
  }
  console.log(`two workers over one            ${(speeds[1]! / speeds[0]!).toFixed(2)} times`);
  console.log(`the recorder of measures        ${recorderMicros(name).toFixed(1)} us a replay`);
}

async function runsASecond(scenario: ReturnType<typeof loadShipped>, workers: number): Promise<number> {
  function* tasks(): Generator<SweepTask> {
    for (let i = 0; i < BLOCKS; i++) yield [{ setting: 0, scenario: undefined, values: [], from: 1 + i * BLOCK, count: BLOCK }];
  }
  let done = 0;
  let since = 0;
  let total: Summary | undefined;
  for await (const { answer: [{ summary }] } of answersInOrder(SWEEP, { shared: { scenario, counted: undefined }, wanted: undefined }, tasks(), { file: WORKER, workers })) {
    if (total === undefined) total = summary;
    else addSummary(total, summary);
    if (++done === BLOCKS / 2) since = performance.now();
  }
  return ((BLOCKS / 2) * BLOCK) / ((performance.now() - since) / 1000);
}

function eventsARun(name: string): number {
  const model = compileModel(loadShipped(name));
  const runs = 200;
  let taken = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const world = initialWorld(model);
    advance(model, world, seeded(seed), { record: () => {} });
    taken += world.taken;
  }
  return taken / runs;
}

// The entries of some runs, kept and recorded again: what the recorder costs by itself.
function recorderMicros(name: string): number {
  const model = compileModel(loadShipped(name));
  const runs = 100;
  const entries = Array.from({ length: runs }, (_, i) => {
    const kept: number[] = [];
    advance(model, initialWorld(model), seeded(i + 1), { record: (...entry) => { kept.push(...entry); } });
    return Int32Array.from(kept);
  });
  const recorder = measure(model);
  const again = (): void => {
    for (const run of entries) {
      recorder.begin();
      for (let i = 0; i < run.length; i += WIDTH) recorder.record(run[i]!, run[i + 1]!, run[i + 2]!, run[i + 3]!, run[i + 4]!, run[i + 5]!, run[i + 6]!, run[i + 7]!, run[i + 8]!, run[i + 9]!);
    }
  };
  for (let i = 0; i < 20; i++) again();
  const since = performance.now();
  for (let i = 0; i < 20; i++) again();
  return ((performance.now() - since) * 1000) / (20 * runs);
}
