import { describe, expect, test } from "vitest";
import type { ChartDescription, StateDescription } from "../../src/kernel/chart.ts";
import { decision } from "../../src/kernel/chart.ts";
import { rememberChart } from "../../src/kernel/statechart.ts";
import { statesWithoutWayBack, unreachedStates, walk, type WalkedChart } from "../../src/study/chart-walk.ts";
import { answering, shortestSpiral, type Perceiving, type Turn } from "../../src/study/spirals.ts";

const ALPHABET = ["pushed", "hit", "soothed", "fortified"];
const made = (id: string, initial: string, states: Readonly<Record<string, StateDescription>>): WalkedChart => (
  walk(rememberChart({ id, description: "A chart.", initial, states } satisfies ChartDescription, ALPHABET)));
const rung = (n: number) => [`rung-${n}`];

/** What each does the other perceives by the same name; what is muttered nobody hears. */
const perceiving: Perceiving = { other: ({ name }) => (name === "mutter" ? [] : [ALPHABET.indexOf(name)]), self: () => [] };

describe("a walk through a chart", () => {
  test("finds states that nothing leads to, and counts timers and decisions as ways", () => {
    const chart = made("a", "calm", {
      calm: { description: "Calm.", tags: rung(1), on: { pushed: "weighing" } },
      weighing: { description: "Weighs.", tags: rung(2), ...decision("reply", { hit: "angry", wait: "waiting" }) },
      angry: { description: "Angry.", tags: rung(5), after: { "tires": "calm" } },
      waiting: { description: "Waits.", tags: rung(2), on: { soothed: "calm" } },
      lost: { description: "Nobody comes here.", tags: rung(3), on: { soothed: "calm" } },
    });
    expect(unreachedStates(chart)).toEqual(["lost"]);
    expect(statesWithoutWayBack(chart)).toEqual([]);
  });

  test("finds states with no way back down the ladder, those that only lead to one another too", () => {
    const chart = made("a", "calm", {
      calm: { description: "Calm.", tags: rung(1), on: { pushed: "angry" } },
      angry: { description: "Angry.", tags: rung(5), on: { hit: "raging", pushed: "stubborn" } },
      raging: { description: "Raging.", tags: rung(7), after: { "tires": "angry" } },
      stubborn: { description: "Stubborn.", tags: rung(5), after: { "tires": "angry" } },
    });
    expect(statesWithoutWayBack(chart)).toEqual(["angry", "stubborn"]); // from raging at least to angry
  });
});

function spiral(one: WalkedChart, other: WalkedChart): readonly Turn[] | undefined {
  return shortestSpiral(answering(one, perceiving), answering(other, perceiving), perceiving);
}

describe("a loop upward", () => {
  const provoked = made("provoked", "calm", {
    calm: { description: "Calm.", tags: rung(1), on: { pushed: { target: "arming", actions: ["fortified"] }, hit: "angry" } },
    arming: { description: "Arms.", tags: rung(3), on: { fortified: { target: "angry", actions: ["hit"] }, soothed: "calm" } },
    angry: { description: "Angry.", tags: rung(6), on: { soothed: "calm" } },
  });
  const mirror = made("mirror", "calm", {
    calm: { description: "Calm.", tags: rung(1), on: { fortified: "weighing" } },
    weighing: { description: "Weighs.", tags: rung(1), ...decision("answer", { arm: { target: "arming", actions: ["fortified"] }, wait: "calm" }) },
    arming: { description: "Arms.", tags: rung(3), after: { "tires": "calm" } },
  });

  test("is the shortest way in which the act of one raises the other, whose act raises the first", () => {
    const turns = spiral(provoked, mirror)!;
    expect(turns.map(({ chart, event, to }) => [chart, event, ...to])).toEqual([
      ["provoked", "pushed", "arming"], ["mirror", "fortified", "weighing"], ["mirror", "decided.answer.arm", "arming"], ["provoked", "fortified", "angry"],
    ]);
    expect(turns.map(({ rungBefore, rung: after }) => [rungBefore, after])).toEqual([[1, 3], [1, 1], [1, 3], [3, 6]]);
  });

  test("is none where what is done is not perceived, or calms", () => {
    const quiet = made("quiet", "calm", { calm: { description: "Calm.", tags: rung(1), on: { fortified: { target: "arming", actions: ["mutter"] } } }, arming: { description: "Arms.", tags: rung(3), on: { soothed: "calm" } } });
    const soft = made("soft", "calm", { calm: { description: "Calm.", tags: rung(1), on: { fortified: { target: "wary", actions: ["soothed"] } } }, wary: { description: "Wary.", tags: rung(2), on: { soothed: "calm" } } });
    expect(spiral(provoked, quiet)).toBeUndefined();
    expect(spiral(provoked, soft)).toBeUndefined();
  });

  test("is none where what the other decides was open anyway", () => {
    const busy = made("busy", "weighing", {
      weighing: { description: "Weighs something else.", tags: rung(1), ...decision("other", { arm: { target: "arming", actions: ["fortified"] } }, { on: { fortified: { actions: ["mutter"] } } }) },
      arming: { description: "Arms.", tags: rung(3), after: { "tires": "weighing" } },
    });
    expect(spiral(provoked, busy)).toBeUndefined();
  });
});
