import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { initialTransition, transition } from "xstate";
import { LINE_FACTS, lineChart } from "../../src/channel/line-chart.ts";
import { decision, type StateDescription } from "../../src/kernel/chart.ts";
import { machineFrom } from "../../src/kernel/ask-xstate.ts";
import { nextOf, placeOf } from "../../src/kernel/chart-lists.ts";
import { NOT_ASKED, rememberChart, type RememberedChart, type Step } from "../../src/kernel/statechart.ts";
import { DOCTRINE_CHARTS } from "../parties/doctrine-charts.ts";
import { handledIn, perceptNumber, reachableStates, renderActs } from "./chart-views.ts";

const ALPHABET = ["seen", "told", "left", "hurt"];

const sentry = (parts: Omit<StateDescription, "description">): RememberedChart => rememberChart({ id: "sentry", description: "A sentry at a gate.", ...parts }, ALPHABET);

interface Course { readonly leaves: readonly string[]; readonly acts: readonly string[]; readonly moved: boolean; }

/** What the last of these percepts leads to, from the initial state on. */
function after(chart: RememberedChart, ...percepts: readonly string[]): Course {
  let last: Step = chart.initial;
  for (const percept of percepts) last = chart.step(last.next, perceptNumber(chart, percept));
  return { leaves: chart.leaves(last.next), acts: renderActs(chart, last), moved: last.moved };
}

const breath = (path: string): string => `xstate.after.breath.sentry.${path}`;

describe("a flat chart", () => {
  const chart = sentry({
    initial: "idle",
    states: {
      idle: { tags: ["rung-1"], entry: ["sit"], exit: ["stand"], on: { seen: { target: "alert", actions: ["call"] }, told: { actions: [{ type: "nod", params: { times: 2 } }] } } },
      alert: { tags: ["rung-4"], entry: ["look"], on: { seen: { target: "alert", reenter: true }, told: "alert", left: "idle" } },
    },
  });

  test("opens with the entry acts of its initial state", () => expect(after(chart)).toEqual({ leaves: ["idle"], acts: ["sit"], moved: true }));
  test("acts on leaving, on the way and on arriving, in this order", () => expect(after(chart, "seen")).toEqual({ leaves: ["alert"], acts: ["stand", "call", "look"], moved: true }));
  test("may act without moving", () => expect(after(chart, "told")).toEqual({ leaves: ["idle"], acts: [`nod {"times":2}`], moved: false }));
  test("lets a percept pass that nothing handles", () => expect(after(chart, "hurt")).toEqual({ leaves: ["idle"], acts: [], moved: false }));
  test("enters a state again where it says so", () => expect(after(chart, "seen", "seen")).toEqual({ leaves: ["alert"], acts: ["look"], moved: false }));
  test("stays in a state without entering it where it does not", () => expect(after(chart, "seen", "told")).toEqual({ leaves: ["alert"], acts: [], moved: false }));
  test("has the rung of its state", () => expect([chart.rung(chart.initial.next), chart.rung(chart.step(chart.initial.next, 0).next)]).toEqual([1, 4]));
  test("has a configuration for each state", () => expect(chart.configurations).toBe(2));
  test("remembers what it was asked, under its state and percept", () => {
    const fresh = rememberChart(chart.description, ALPHABET);
    expect([...new Set(fresh.answers)]).toEqual([NOT_ASKED]);
    const { next, acts } = fresh.step(0, 0);
    const kept = fresh.answers[0]!;
    expect([nextOf(kept), fresh.lists[placeOf(kept)]]).toEqual([next, acts.length]);
    expect(fresh.answers.filter((answer) => answer !== NOT_ASKED)).toHaveLength(1);
    expect(fresh.step(0, 0)).toEqual(fresh.ask(0, 0));
  });
});

describe("a nested chart", () => {
  const chart = sentry({
    initial: "inside",
    states: {
      inside: {
        tags: ["rung-2"], initial: "resting", entry: ["shut"], exit: ["unlock"], on: { left: "outside", seen: "outside" },
        states: { resting: { entry: ["sit"], exit: ["stand"], on: { told: "pacing" } }, pacing: { tags: ["rung-3"], on: { seen: "resting" } } },
      },
      outside: { on: { told: "inside" } },
    },
  });

  test("opens from the outside in", () => expect(after(chart)).toEqual({ leaves: ["inside.resting"], acts: ["shut", "sit"], moved: true }));
  test("closes from the inside out", () => expect(after(chart, "left")).toEqual({ leaves: ["outside"], acts: ["stand", "unlock"], moved: true }));
  test("moves within a state without leaving it", () => expect(after(chart, "told")).toEqual({ leaves: ["inside.pacing"], acts: ["stand"], moved: true }));
  test("lets the innermost state answer first", () => expect(after(chart, "told", "seen").leaves).toEqual(["inside.resting"]));
  test("lets the outer state answer where the inner does not", () => expect(after(chart, "told", "left").leaves).toEqual(["outside"]));
  test("has the highest rung of the states it is in", () => {
    const pacing = chart.step(chart.initial.next, perceptNumber(chart, "told")).next;
    expect([chart.rung(chart.initial.next), chart.rung(pacing)]).toEqual([2, 3]);
  });
  test("has no rung where no tag says one", () => expect(chart.rung(chart.step(chart.initial.next, perceptNumber(chart, "left")).next)).toBe(-1));
  test("has a configuration for each innermost state", () => expect(chart.configurations).toBe(3));
});

describe("a chart with regions", () => {
  const chart = sentry({
    type: "parallel",
    states: {
      conduct: {
        initial: "still",
        states: {
          still: { tags: ["rung-1"], on: { seen: "moving", told: { target: "moving", guard: { stateIn: "voice.loud" } }, hurt: [{ target: "moving", guard: { stateIn: "voice.loud" } }, { actions: ["wince"] }] } },
          moving: { tags: ["rung-5"], entry: [{ type: "raise", params: { event: "hurt" } }], on: { left: "still" } },
        },
      },
      voice: {
        initial: "silent",
        states: { silent: { tags: ["rung-0"], on: { told: "loud", hurt: { target: "loud", actions: ["shout"] } } }, loud: { tags: ["rung-3"], on: { left: "silent" } } },
      },
    },
  });

  test("is in one state of each region, in the order written", () => expect(after(chart).leaves).toEqual(["conduct.still", "voice.silent"]));
  test("gives one percept to all regions", () => expect(after(chart, "seen", "left").leaves).toEqual(["conduct.still", "voice.silent"]));
  test("gives a raised percept at once, before anything else is perceived", () => {
    expect(after(chart, "seen")).toEqual({ leaves: ["conduct.moving", "voice.loud"], acts: ["shout"], moved: true });
  });
  test("keeps a region still while the other is not where its guard wants it", () => expect(after(chart, "told").leaves).toEqual(["conduct.still", "voice.loud"]));
  test("moves it once it is", () => expect(after(chart, "told", "told").leaves).toEqual(["conduct.moving", "voice.loud"]));
  test("tries the transitions of a list in order", () => {
    expect(after(chart, "hurt")).toEqual({ leaves: ["conduct.still", "voice.loud"], acts: ["wince", "shout"], moved: true });
    expect(after(chart, "told", "hurt").leaves).toEqual(["conduct.moving", "voice.loud"]);
  });
  test("has the rung of its highest region", () => expect(chart.rung(chart.initial.next)).toBe(1));
  test("has a configuration for each combination", () => expect(chart.configurations).toBe(4));
});

describe("a timer", () => {
  const chart = sentry({
    initial: "idle",
    after: { "sunset": { actions: ["lock"] } },
    states: {
      idle: { on: { seen: "holding" } },
      holding: {
        initial: "first", after: { breath: "idle" }, on: { told: { target: "holding", reenter: true }, left: "idle" },
        states: { first: { after: { breath: { target: "second", actions: ["count"] } } }, second: {} },
      },
    },
  });

  test("starts when its state is entered", () => expect(after(chart, "seen").acts).toEqual(["start breath", "start breath"]));
  test("of the whole chart starts with it", () => expect(after(chart).acts).toEqual(["start sunset"]));
  test("is cancelled when its state is left", () => expect(after(chart, "seen", "left").acts).toEqual(["cancel breath", "cancel breath"]));
  test("starts anew when its state is entered again", () => {
    expect(after(chart, "seen", "told").acts).toEqual(["cancel breath", "cancel breath", "start breath", "start breath"]);
  });
  test("that runs out is a percept of its own state alone", () => expect(after(chart, "seen", breath("holding.first"))).toEqual({ leaves: ["holding.second"], acts: ["cancel breath", "count"], moved: true }));
  test("that runs out in a state already left changes nothing", () => expect(after(chart, breath("holding"))).toEqual({ leaves: ["idle"], acts: [], moved: false }));
  test("with the name of another is told apart by its state", () => expect(chart.timers.map(({ event }) => event)).toEqual(["xstate.after.sunset.sentry", breath("holding"), breath("holding.first")]));
  test("has a percept number after those of the alphabet", () => {
    expect(chart.timers.map((timer, i) => chart.percepts[chart.timerPercept(i)] === timer.event)).toEqual([true, true, true]);
    expect(chart.timerPercept(0)).toBe(ALPHABET.length);
  });
});

describe("a decision", () => {
  const chart = sentry({
    initial: "idle",
    states: {
      idle: { on: { seen: "weighing", told: "dreaming" } },
      weighing: { ...decision("challenge", { shout: { target: "idle", actions: ["call"] }, wait: "idle", stay: { actions: ["sigh"] } }, { entry: ["look"], exit: ["blink"], on: { left: "idle" } }) },
      dreaming: { ...decision("wake", { yes: "idle", no: "dreaming" }) },
    },
  });

  test("is asked when its state is entered, after what else is done there", () => expect(after(chart, "seen").acts).toEqual(["look", "ask challenge"]));
  test("is dropped when its state is left for another reason", () => expect(after(chart, "seen", "left").acts).toEqual(["drop challenge", "blink"]));
  test("leads where its option says", () => expect(after(chart, "seen", "decided.challenge.shout")).toEqual({ leaves: ["idle"], acts: ["drop challenge", "blink", "call"], moved: true }));
  test("may leave the state as it is", () => expect(after(chart, "seen", "decided.challenge.stay")).toEqual({ leaves: ["weighing"], acts: ["sigh"], moved: false }));
  test("that is not open changes nothing", () => expect(after(chart, "decided.challenge.shout")).toEqual({ leaves: ["idle"], acts: [], moved: false }));
  test("has its options in order, each with a percept of its own", () => {
    expect(chart.decisions.map(({ name, options }) => [name, options])).toEqual([["challenge", ["shout", "wait", "stay"]], ["wake", ["yes", "no"]]]);
    expect(chart.decisions.map(({ percepts }) => percepts.map((number) => chart.percepts[number]))).toEqual([
      ["decided.challenge.shout", "decided.challenge.wait", "decided.challenge.stay"], ["decided.wake.yes", "decided.wake.no"],
    ]);
  });
});

const CHARTS = [["the line", rememberChart(lineChart, LINE_FACTS)] as const, ...DOCTRINE_CHARTS.map(({ name, chart }) => [name, chart] as const)];

describe.each(CHARTS)("the numbers of the chart of %s", (_, chart) => {
  test("no two percepts share one", () => expect(new Set(chart.percepts).size).toBe(chart.percepts.length));

  test("each stands for one configuration", () => {
    const states = reachableStates(chart);
    expect(new Set(states.map((state) => chart.leaves(state).join(" "))).size).toBe(states.length);
    expect(Math.max(...states)).toBeLessThan(chart.configurations);
  });
});

// Two walks side by side over everything reachable: one over the table, one over XState's own snapshots. They must meet at every step.
describe("tableEqualsXState", () => {
  const regions = sentry({
    type: "parallel",
    states: {
      head: { initial: "up", states: { up: { entry: ["look"], exit: ["blink"], on: { seen: { target: "down", actions: ["nod"] }, told: { actions: ["nod"] } } }, down: { on: { left: "up" } } } },
      hands: { initial: "still", states: { still: { entry: ["rest"], exit: ["rise"], after: { breath: "waving" }, on: { seen: { target: "waving", actions: ["wave"] }, told: { actions: ["wave"] } } }, waving: { on: { left: "still" } } } },
      feet: { initial: "still", states: { still: { on: { seen: { actions: ["step"] }, told: { actions: ["step"] } } } } },
    },
  });

  test.each([["regions that answer one percept together", regions] as const, ...CHARTS])("%s", (_, chart) => expect(differences(chart)).toEqual([]));
});

// In a chart with more pairs than this, percepts that nothing active handles are compared in a sample of the states, and XState is asked afresh in a sample too.
const ALL_PAIRS = 5000;

function isSampled(chart: RememberedChart, states: number, state: number, percept: number): boolean {
  return states * chart.percepts.length < ALL_PAIRS || (state + percept) % 31 === 0;
}

type Value = string | { readonly [region: string]: Value | undefined };
type XStateActions = readonly { readonly type: string; readonly params?: unknown }[];

function differences(chart: RememberedChart): readonly string[] {
  const machine = machineFrom(chart.description);
  const reachable = reachableStates(chart).length;
  const found: string[] = [];
  const compare = (where: string, step: Step, value: Value, actions: XStateActions): void => {
    const [table, xstate] = [chart.leaves(step.next), leavesOf(value)].map((leaves) => leaves.toSorted().join(" "));
    if (table !== xstate) found.push(`${where}: the table is in ${table}, XState in ${xstate}`);
    const [asked, done] = [asXStateSays(chart, step), plainActions(actions)].map((acts) => acts.join("; "));
    if (asked !== done) found.push(`${where}: the table asks for ${asked}, XState for ${done}`);
  };
  const [opening, openingActions] = initialTransition(machine);
  compare("initially", chart.initial, opening.value as Value, openingActions);
  const snapshots = new Map([[chart.initial.next, opening]]);
  for (const [state, snapshot] of snapshots) {
    const before = leavesOf(snapshot.value as Value).toSorted().join(" ");
    const handled = new Set(handledIn(chart, state));
    for (const [number, percept] of chart.percepts.entries()) {
      const sampled = isSampled(chart, reachable, state, number);
      if (!sampled && !handled.has(number)) continue;
      const where = `${before} on ${percept}`;
      const step = chart.step(state, number);
      if (sampled && !isDeepStrictEqual(chart.ask(state, number), step)) found.push(`${where}: the table has forgotten`);
      const [next, actions] = transition(machine, snapshot, { type: percept });
      compare(where, step, next.value as Value, actions);
      if (step.moved !== (leavesOf(next.value as Value).toSorted().join(" ") !== before)) found.push(`${where}: moved is ${step.moved}`);
      if (!snapshots.has(step.next)) snapshots.set(step.next, next);
    }
  }
  // A walk that stands still would agree with anything.
  if (snapshots.size !== reachable) found.push(`only ${snapshots.size} of ${reachable} states were met`);
  return found;
}

function leavesOf(value: Value, path: readonly string[] = []): readonly string[] {
  if (typeof value === "string") return [[...path, value].join(".")];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner!, [...path, name]));
}

/** XState's actions in words; a raise without delay has been taken already. */
function plainActions(actions: XStateActions): readonly string[] {
  return actions.flatMap(({ type, params }) => {
    const given = params as Readonly<Record<string, unknown>> | undefined;
    if (type === "xstate.raise") return given?.["delay"] === undefined ? [] : [`start ${String(given["id"])}`];
    if (type === "xstate.cancel") return [`cancel ${String(given?.["sendId"])}`];
    return [`${type} ${JSON.stringify(given ?? {})}`];
  });
}

/** What the table asks for, in the same words. */
function asXStateSays(chart: RememberedChart, { acts }: Step): readonly string[] {
  return acts.map(({ kind, number }) => {
    if (kind === "act") return `${chart.acts[number]!.name} ${JSON.stringify(chart.acts[number]!.params)}`;
    if (kind === "ask" || kind === "drop") return `${kind}.${chart.decisions[number]!.name} {}`;
    return `${kind} ${chart.timers[number]!.event}`;
  });
}
