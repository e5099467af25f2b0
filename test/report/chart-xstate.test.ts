import { describe, expect, test } from "vitest";
import { createActor, createMachine, raise, SimulatedClock, stateIn, type AnyActorRef } from "xstate";
import { LINE_FACTS, lineChart } from "../../src/channel/line-chart.ts";
import { actName, chartStates, type ChartDescription, type StateDescription } from "../../src/kernel/chart.ts";
import { indexOf } from "../../src/kernel/configurations.ts";
import type { StepAct } from "../../src/kernel/chart-answers.ts";
import { rememberChart, type RememberedChart } from "../../src/kernel/statechart.ts";
import { PERCEPT_NAMES } from "../../src/parties/percepts.ts";
import { xstateOf } from "../../src/report/chart-xstate.ts";
import { actsNamedIn } from "../kernel/chart-views.ts";
import { DOCTRINE_CHARTS } from "../parties/doctrine-charts.ts";

/** Minutes of a delay: any length will do, as long as two of them may be alike. */
const minutes = (delay: string): number => 60 + (delay.length % 3) * 30;

/** An actor that runs the JSON of a chart, with a clock of its own and every act it asks for noted. */
function actorOf(chart: ChartDescription) {
  const text = JSON.stringify(xstateOf(chart, minutes));
  const wordsAfter = (word: string): readonly string[] => [...new Set([...text.matchAll(new RegExp(`"${word} ([^"]+)"`, "g"))].map(([, name]) => name!))];
  const guards = Object.fromEntries(wordsAfter("in").map((state) => {
    const [region, inner] = state.split(".");
    return [`in ${state}`, stateIn({ [region!]: inner! } as never)];
  }));
  const acts: string[] = [];
  const noted = [...new Set(actsNamedIn(chart).map(actName))].filter((name) => name !== "raise");
  const actions = {
    ...Object.fromEntries(noted.map((name) => [name, (_: unknown, params: unknown) => { acts.push(`${name} ${JSON.stringify(params ?? {})}`); }])),
    ...Object.fromEntries(wordsAfter("raise").map((type) => [`raise ${type}`, raise({ type })])),
  };
  const machine = createMachine(JSON.parse(text), { guards, actions } as never);
  const clock = new SimulatedClock();
  const actor = createActor(machine, { clock });
  actor.start();
  return { actor: actor as AnyActorRef, clock, taken: () => acts.splice(0) };
}

function shown(steps: readonly StepAct[], { acts, decisions }: Pick<RememberedChart, "acts" | "decisions">): readonly string[] {
  return steps.flatMap(({ kind, number }) => {
    if (kind === "ask" || kind === "drop") return [`${kind}.${decisions[number]!.name} {}`];
    return kind === "act" ? [`${acts[number]!.name} ${JSON.stringify(acts[number]!.params)}`] : [];
  });
}

const CHARTS = [
  ...[...new Set(DOCTRINE_CHARTS.map(({ description }) => description))].map((chart) => ({ id: chart.id, chart, alphabet: PERCEPT_NAMES as readonly string[] })),
  { id: "line", chart: lineChart, alphabet: LINE_FACTS as readonly string[] },
];

describe.each(CHARTS)("$id in XState's own tools", ({ chart, alphabet }) => {
  const remembered = rememberChart(chart, alphabet);

  test("goes the same way and asks for the same acts, by percepts, decisions and timers", () => {
    const { actor, taken } = actorOf(chart);
    const lengths = new Map(chartStates(chart).flatMap(({ path, state }) => lengthsIn(chart, path, state)));
    const entered = new Set<number>();
    let at = remembered.initial.next;
    expect(indexOf(chart, actor.getSnapshot().value)).toBe(at);
    taken();
    let drawn = 1;
    for (let i = 0; i < 400; i++) {
      drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
      // Every third time anything may come, otherwise something that is listened to.
      const all = remembered.percepts.map((_, number) => number);
      const heard = all.filter((number) => remembered.step(at, number).moved);
      const among = i % 3 === 0 || heard.length === 0 ? all : heard;
      const number = among[(drawn >>> 8) % among.length]!;
      const step = remembered.step(at, number);
      const name = remembered.percepts[number]!;
      actor.send({ type: lengths.get(name) ?? name });
      at = step.next;
      entered.add(at);
      expect([name, indexOf(chart, actor.getSnapshot().value), ...taken()]).toEqual([name, at, ...shown(step.acts, remembered)]);
    }
    expect(entered.size).toBeGreaterThanOrEqual(Math.min(remembered.configurations, 8) - 1);
  });
});

/** The timers of a state: the name of each as we call it, and as XState does by its length. */
function lengthsIn(chart: ChartDescription, path: string, state: StateDescription): readonly (readonly [string, string])[] {
  const taken = new Set<number>();
  return Object.keys(state.after ?? {}).map((delay) => {
    let length = minutes(delay) * 60_000;
    while (taken.has(length)) length++;
    taken.add(length);
    const where = path === "" ? chart.id : `${chart.id}.${path}`;
    return [`xstate.after.${delay}.${where}`, `xstate.after.${length}.${where}`];
  });
}

test("a delay takes as long as it says", () => {
  const chart: ChartDescription = { id: "a", description: "A chart.", initial: "b", states: { b: { description: "B.", entry: ["wait"], after: { "patience": "c" } }, c: { description: "C." } } };
  const { actor, clock } = actorOf(chart);
  clock.increment(minutes("patience") * 60_000 - 1);
  expect(actor.getSnapshot().value).toBe("b");
  clock.increment(1);
  expect(actor.getSnapshot().value).toBe("c");
});

test("two delays of one length are two, and each says its name", () => {
  const chart: ChartDescription = { id: "a", description: "A chart.", initial: "b", states: { b: { description: "B.", after: { "one": "c", "two": "b" } }, c: { description: "C." } } };
  expect(xstateOf(chart, () => 1)).toMatchObject({ states: { b: { after: { 60000: [{ target: "c", description: "one" }], 60001: [{ target: "b", description: "two" }] } } } });
});

test("how often a run entered a state stands beside it", () => {
  const visits = { states: new Map([["open", 2]]), ways: new Map() };
  const chart: ChartDescription = { id: "a", description: "A chart.", initial: "open", states: { open: { description: "O." }, shut: { description: "S." } } };
  expect(xstateOf(chart, () => 1, visits)).toMatchObject({ states: { open: { meta: { visits: 2 } }, shut: { meta: { visits: 0 } } } });
});
