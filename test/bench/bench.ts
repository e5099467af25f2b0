// Measures the core on one core: replays, the bare event list and the same charts as live XState actors, in one run.
// Figures are medians over rounds; ratios within one run are what can be compared between machines.

import { createActor } from "xstate";
import { seeded } from "../../src/kernel/choices.ts";
import { schedule, takeNext, type Timed } from "../../src/kernel/event-list.ts";
import { beginTuple, endTuple, keyedUniform, nameOf } from "../../src/kernel/random.ts";
import { machineFrom } from "../../src/kernel/ask-xstate.ts";
import { advance } from "../../src/simulation/advance.ts";
import { ENTRY } from "../../src/simulation/codes.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { copyWorld, initialWorld } from "../../src/simulation/world.ts";
import { measure } from "../../src/study/measures.ts";
import { replayer } from "../../src/study/replay.ts";
import { loadShipped } from "./shipped.ts";

const machines = new Map<Model["stances"][number]["chart"]["description"], ReturnType<typeof machineFrom>>();
const ROUNDS = 15;
const RUNS = 400;
const name = process.argv[2] ?? "at-tanf-2017";
const model = compileModel(loadShipped(name));
const start = initialWorld(model);

const micros = (n: number): string => `${n.toFixed(n < 10 ? 2 : 1)} us`;
console.log(`${name} on Node ${process.version}, one core, medians of ${ROUNDS} rounds of ${RUNS} runs after one round to warm up`);

const measures = measure(model);
let events = 0;
const replay = median(ROUNDS, () => {
  events = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const world = copyWorld(start);
    measures.begin();
    advance(model, world, seeded(seed), measures);
    events += world.taken;
  }
}) / RUNS;
const eventsARun = events / RUNS;
const replayUnder = replayer(model);
const judged = median(ROUNDS, () => { for (let seed = 1; seed <= RUNS; seed++) replayUnder(seed); }) / RUNS;
const bare = median(ROUNDS, () => bareEventList(Math.round(events))) / events;
const steps = recordedSteps(model);
const alive = median(5, () => { for (const sequence of steps) sendToActors(model, sequence); }) / steps.length;
const middle = copyWorld(start);
advance(model, middle, seeded(model.scenario.seed), measure(model), { through: Math.round(model.scenario.minutes * 0.84) });
const copy = median(ROUNDS, () => { for (let i = 0; i < 2000; i++) copyWorld(middle); }) / 2000;

console.log(`a replay with measures only     ${micros(replay)}, ${eventsARun.toFixed(0)} events taken from the queue, ${micros(replay / eventsARun)} an event`);
console.log(`the same with all it expects    ${micros(judged)}, ${model.scenario.expect.length} expectations judged as it runs`);
console.log(`the bare event list, an event   ${micros(bare)} (schedule, take, a table look-up, a keyed hash); a replay's event costs ${(replay / eventsARun / bare).toFixed(1)} times that`);
console.log(`the same charts as live actors  ${micros(alive)} a run for their steps alone; a whole replay is ${(alive / replay).toFixed(1)} times as fast`);
console.log(`a copy of a world in mid-crisis ${micros(copy)}, ${middle.pending.length} events pending`);

/** Median microseconds of a piece of work. */
function median(rounds: number, work: () => void): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const since = performance.now();
    work();
    return (performance.now() - since) * 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

/** As many events as were given, on a list that holds a few dozen at a time. */
function bareEventList(count: number): void {
  const list: (Timed & { readonly kind: number })[] = [];
  const table = Array.from({ length: 4096 }, (_, i) => i ^ 5);
  const [seed, a, b, c, d] = [nameOf("seed 1"), nameOf("a"), nameOf("b"), nameOf("c"), nameOf("d")];
  let sequence = 0;
  let state = 0;
  for (let i = 0; i < 30; i++) schedule(list, { at: i, sequence: sequence++, kind: i });
  for (let i = 0; i < count; i++) {
    const { at, kind } = takeNext(list);
    state = table[(state + kind) & 4095]!;
    const hash = beginTuple(a, b, c);
    endTuple(hash, hash.high, hash.low, d);
    const minutes = Math.floor(keyedUniform(seed, hash.high, hash.low, i) * 600);
    schedule(list, { at: at + minutes, sequence: sequence++, kind: state & 63 });
  }
}

/** What every stance of some runs was told, in order: (stance, percept by name). */
function recordedSteps({ stances, stanceOf, size }: Model): readonly (readonly (readonly [number, string])[])[] {
  return Array.from({ length: 20 }, (_, seed) => {
    const sequence: [number, string][] = [];
    const tell = (stance: number, percept: number): void => { sequence.push([stance, stances[stance]!.chart.percepts[percept]!]); };
    advance(model, copyWorld(start), seeded(seed + 1), {
      record: (_at, kind, who, whom, _root, _cause, a, b, c) => {
        if (kind === ENTRY["perceived"]) tell(stanceOf[who * size + whom]!, a);
        if (kind === ENTRY["waited"]) tell(b, stances[b]!.chart.timerPercept(a));
        if (kind === ENTRY["decision"]) tell(c, stances[c]!.chart.decisions[a]!.percepts[b]!);
      },
    });
    return sequence;
  });
}

/** The same percepts to live actors whose clock stands still: the timers of the run are among the percepts. */
function sendToActors({ stances }: Model, sequence: readonly (readonly [number, string])[]): void {
  const clock = { setTimeout: () => 0, clearTimeout: () => {} };
  const actors = stances.map(({ chart }) => createActor(machineOf(chart.description), { clock }).start());
  for (const [stance, type] of sequence) actors[stance]!.send({ type });
  for (const actor of actors) actor.stop();
}

function machineOf(description: Model["stances"][number]["chart"]["description"]): ReturnType<typeof machineFrom> {
  let machine = machines.get(description);
  if (machine === undefined) machines.set(description, machine = machineFrom(description));
  return machine;
}
