// What an event costs as a crisis grows: more parties, a longer timeline, a longer run.
//   npm run bench -- growth

import { seeded } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import type { Model } from "../../src/simulation/model.ts";
import { copyWorld, initialWorld } from "../../src/simulation/world.ts";
import { measure } from "../../src/study/measures.ts";
import { ROAD, written } from "../simulation/small-crises.ts";

const ROUNDS = 7;
/** Enough events a round that a clock tick does not show. */
const EVENTS_A_ROUND = 60_000;

interface Size { readonly parties: number; readonly timeline: number; readonly length: number; }

/** Measures and prints. */
export function measureGrowth(): void {
  const sizes: readonly (readonly [string, Size])[] = [
    ["as it is", { parties: 1, timeline: 1, length: 1 }],
    ["10 times the parties", { parties: 10, timeline: 1, length: 1 }],
    ["40 times, the most there may be", { parties: 40, timeline: 1, length: 1 }],
    ["10 times the timeline", { parties: 1, timeline: 10, length: 1 }],
    ["100 times the timeline", { parties: 1, timeline: 100, length: 1 }],
    ["10 times the length", { parties: 1, timeline: 1, length: 10 }],
    ["100 times the length", { parties: 1, timeline: 1, length: 100 }],
    ["10 times parties, 100 times timeline", { parties: 10, timeline: 100, length: 1 }],
  ];
  let first: number | undefined;
  for (const [label, size] of sizes) {
    const { micros, events } = costOf(crisisOf(size));
    first ??= micros;
    console.log(`${label.padEnd(38)} ${micros.toFixed(3)} us an event, ${(micros / first).toFixed(2)} times; ${events.toFixed(0)} events a run`);
  }
}

function costOf(model: Model): { readonly micros: number; readonly events: number } {
  const start = initialWorld(model);
  const recorder = measure(model);
  let seed = 0;
  const round = (): { readonly micros: number; readonly events: number; readonly runs: number } => {
    let [events, runs] = [0, 0];
    const since = performance.now();
    for (; events < EVENTS_A_ROUND; runs++) {
      const world = copyWorld(start);
      recorder.begin();
      advance(model, world, seeded(++seed), recorder);
      events += world.taken;
    }
    return { micros: (performance.now() - since) * 1000, events, runs };
  };
  round();
  const rounds = Array.from({ length: ROUNDS }, round).sort((a, b) => a.micros / a.events - b.micros / b.events);
  const { micros, events, runs } = rounds[ROUNDS >> 1]!;
  return { micros: micros / events, events: events / runs };
}

// So many of the crisis around a road side by side, each with its own line; pressures spread over the run; a run as long.
function crisisOf({ parties, timeline, length }: Size): Model {
  const days = 4 * length;
  const end = new Date(Date.UTC(2030, 4, 6 + days, 6)).toISOString().slice(0, 16);
  const copies = Array.from({ length: parties - 1 }, (_, i) => i + 2);
  const items = Array.from({ length: 4 * timeline }, (_, i) => {
    const copy = i % parties;
    const minute = 60 + Math.floor(((days * 1440 - 120) * i) / (4 * timeline));
    const clock = 6 * 60 + minute;
    return {
      id: `push-${i}`, at: `day ${Math.floor(clock / 1440) + 1} ${String(Math.floor((clock % 1440) / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}`,
      pressure: { party: named("column", copy + 1), toward: named("post", copy + 1), strength: "serious" },
    };
  });
  return written(ROAD, [JSON.stringify({
    set: { end, ...Object.fromEntries(copies.map((n) => [`channels.wire-${n}`, { between: [named("post", n), named("sponsor", n)], calls: [{ every: "day", at: "09:00" }], "on-request": { "answered-within": "15 m" } }])) },
    add: {
      parties: Object.fromEntries(copies.flatMap((n) => [
        [named("post", n), { doctrine: "garrison", stances: { [named("column", n)]: "adversary", [named("sponsor", n)]: "counterpart" } }],
        [named("sponsor", n), { doctrine: "patron", stances: { [named("post", n)]: "counterpart", [named("column", n)]: "client" } }],
        [named("column", n), { doctrine: "militia", stances: { [named("post", n)]: "adversary" } }],
        [named("raiders", n), {}], [named("strangers", n), {}],
      ])),
      crisis: copies.flatMap((n) => [[named("post", n), named("column", n)], [named("post", n), named("sponsor", n)]]),
      timeline: items,
    },
  })]);
}

function named(party: string, copy: number): string {
  return copy === 1 ? party : `${party}-${copy}`;
}
