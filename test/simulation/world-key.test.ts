import * as fc from "fast-check";
import { expect, test } from "vitest";
import { likeliest, likeliestOf, type Answerer } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import { schedule } from "../../src/kernel/event-list.ts";
import { EVENT } from "../../src/simulation/codes.ts";
import type { Model } from "../../src/simulation/model.ts";
import type { Recorder } from "../../src/simulation/run.ts";
import { keyOf } from "../../src/simulation/world-key.ts";
import { copyWorld, initialWorld, type World } from "../../src/simulation/world.ts";
import { crises, modelOf } from "./random-crises.ts";
import { BORDER, written } from "./small-crises.ts";

const NOTHING: Recorder = { record: () => {} };
const HOURS = 6 * 60;

function keyAt(model: Model, world: World, at: number): string {
  const key = { high: 0, low: 0 };
  keyOf(key, world, model, at, 0);
  return `${key.high} ${key.low}`;
}

/** The rest of a run under the likeliest answers: entries without numbers and names of roots, questions by what is open. */
function rest(model: Model, from: World): readonly string[] {
  const said: string[] = [];
  const answerer: Answerer = {
    mayWait: false,
    answer: (question) => {
      said.push(`${question.at} asks ${question.kind} ${question.name.text} ${question.asker.text} ${question.other.text} ${question.options.weights.join(",")}`);
      return likeliest.answer(question);
    },
  };
  advance(model, copyWorld(from), answerer, { record: (at, kind, who, whom, _root, _cause, ...codes) => { said.push([at, kind, who, whom, ...codes].join(" ")); } });
  return said;
}

// Answers one question otherwise, by its place in the run.
function oneSurprise(place: number): Answerer {
  let asked = 0;
  return {
    mayWait: false,
    answer: ({ options }) => {
      const best = likeliestOf(options);
      const others = options.weights.flatMap((weight, i) => (weight > 0 && i !== best ? [i] : []));
      return asked++ === place ? others[place % others.length] ?? best : best;
    },
  };
}

test("worldsWithOneKeyGoOnAlike", () => {
  let met = 0;
  fc.assert(fc.property(crises, fc.nat(80), (drawn, place) => {
    const model = modelOf(drawn);
    const [usual, other] = [initialWorld(model), initialWorld(model)];
    const surprised = oneSurprise(place);
    for (let at = HOURS; at < model.scenario.minutes; at += HOURS) {
      advance(model, usual, likeliest, NOTHING, { through: at - 1 });
      advance(model, other, surprised, NOTHING, { through: at - 1 });
      if (usual.sequence === other.sequence && usual.entries === other.entries) continue; // most likely the same world
      if (keyAt(model, usual, at) !== keyAt(model, other, at)) continue;
      met++;
      expect(rest(model, other)).toEqual(rest(model, usual));
      break;
    }
  }), { numRuns: 200, seed: 11 });
  expect(met).toBeGreaterThan(20);
});

const [PRESSED, MEANWHILE] = [JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 08:00", pressure: { party: "south", toward: "north", strength: "serious" } }] } }), 12 * 60];

test("every part of a world is in the key or known to be left out", () => {
  const kept = ["pending", "stances", "lines", "tiers", "shut", "deadUntil", "nextSlot", "waiting", "inHand", "results", "trust", "kept", "asked", "speaksFrom", "nearest", "calmUntil", "sharpUntil", "goals", "triggered", "tuples"];
  // The time is what the key is asked for; the rest says which pending events are live, or counts what has been.
  const leftOut = ["at", "sequence", "entries", "taken", "takenNow", "timers", "decisions", "orders", "preparing", "speaking", "rings", "ended"];
  expect(Object.keys(initialWorld(written(BORDER, []))).toSorted()).toEqual([...kept, ...leftOut].toSorted());
});

test.each<[string, (world: World) => void]>([
  ["stance", (world) => { world.stances[0]!++; }],
  ["level of trust", (world) => { world.trust[1]!--; }],
  ["pending event", (world) => { world.pending.pop(); }],
  ["distance that somebody has come to", (world) => { world.nearest[1] = 30; }],
  ["minute until which a word bears", (world) => { world.calmUntil[1] = 2000; }],
  ["fired trigger", (world) => { world.triggered[0]!++; }],
  ["closed line", (world) => { world.shut[0] = 1; }],
])("a world with another %s has another key", (_what, change) => {
  const model = written(BORDER, [PRESSED]);
  const world = initialWorld(model);
  advance(model, world, likeliest, NOTHING, { through: MEANWHILE - 1 });
  const changed = copyWorld(world);
  change(changed);
  expect(keyAt(model, changed, MEANWHILE)).not.toBe(keyAt(model, world, MEANWHILE));
});

test.each<[string, (world: World) => void]>([
  ["entry numbers", (world) => { world.entries += 7; }],
  ["counts of questions", (world) => { world.tuples.cells.fill(0); }],
  ["a word that has run out", (world) => { world.calmUntil[1] = 10; }],
  ["a timer that was cancelled", (world) => { schedule(world.pending, { at: 3000, sequence: world.sequence++, kind: EVENT["timer"], a: 0, b: 0, c: 0, root: 0, cause: -1, about: undefined }); }],
])("%s bear on nothing that the key is about", (_what, change) => {
  const model = written(BORDER, [PRESSED]);
  const world = initialWorld(model);
  advance(model, world, likeliest, NOTHING, { through: MEANWHILE - 1 });
  const changed = copyWorld(world);
  change(changed);
  expect(keyAt(model, changed, MEANWHILE)).toBe(keyAt(model, world, MEANWHILE));
});

test("the order in which things come at one minute is part of the key", () => {
  const model = written(BORDER, [PRESSED]);
  const world = initialWorld(model);
  const events = [{ a: 0, b: 1, c: 0 }, { a: 1, b: 0, c: 1 }].map((what, i) => ({ ...what, at: 900, sequence: world.sequence + i, kind: EVENT["heard"], root: 0, cause: -1, about: undefined }));
  const [inOrder, turned] = [copyWorld(world), copyWorld(world)];
  for (const event of events) schedule(inOrder.pending, event);
  for (const [i, event] of events.entries()) schedule(turned.pending, { ...event, sequence: world.sequence + 1 - i });
  expect(keyAt(model, inOrder, 1)).not.toBe(keyAt(model, turned, 1));
});
