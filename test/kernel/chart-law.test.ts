import { describe, expect, test } from "vitest";
import { breachesOf } from "../../src/kernel/chart-law.ts";
import { decision, type ChartDescription } from "../../src/kernel/chart.ts";

const VOCABULARY = { percepts: ["seen", "told", "left"], acts: ["call", "wait"] };

/** What is wrong with a chart; the law must also catch what the types forbid. */
const breaches = (chart: object): readonly string[] => breachesOf(chart as ChartDescription, VOCABULARY);

const lawful: ChartDescription = {
  id: "sentry",
  description: "A sentry at a gate.",
  type: "parallel",
  states: {
    post: {
      initial: "idle",
      states: {
        idle: { description: "Nobody is there.", on: { seen: { target: "weighing", guard: { stateIn: "voice.silent" } }, told: { actions: ["wait"] } } },
        weighing: {
          description: "Somebody is there.",
          ...decision("challenge", { challenge: { target: "idle", actions: ["call"] }, ignore: "idle" }, { on: { left: "idle", told: { actions: ["wait"] } } }),
        },
      },
    },
    voice: {
      initial: "silent",
      states: {
        silent: { description: "Says nothing.", on: { seen: "loud" } },
        loud: { description: "Shouts.", entry: ["call"], exit: ["wait"], after: { breath: [{ target: "silent", reenter: true }] } },
      },
    },
  },
};

const plain = { description: "Stands." };
/** What a state with these parts does not answer. */
const passed = (parts: object): readonly string[] => VOCABULARY.percepts.filter((percept) => !("on" in parts && Object.hasOwn(parts.on as object, percept)));

/** A chart of one state, with these parts. */
const lone = (parts: object): object => ({ id: "sentry", ...plain, ignores: passed(parts), ...parts });

/** A chart of two states "a" and "b", of which "a" has these parts. */
const pair = (parts: object): object => ({ id: "sentry", ...plain, ignores: passed(parts), initial: "a", states: { a: { description: "First.", ...parts }, b: { description: "Second." } } });

const open = decision("choose", { left: "b", right: "b" });

describe("a lawful chart", () => {
  test("with regions, a decision, a guard, delays and acts has no breach", () => expect(breaches(lawful)).toEqual([]));
  test("may be a single state", () => expect(breaches(lone({}))).toEqual([]));
  test("may raise one of its own percepts", () => expect(breaches(pair({ on: { seen: { target: "b", actions: [{ type: "raise", params: { event: "told" } }] } } }))).toEqual([]));
  test("may act with constant parameters", () => expect(breaches(pair({ entry: [{ type: "call", params: { whom: "guard", loudly: true, times: 2 } }] }))).toEqual([]));
  test("may hold a decision beside acts of its own", () => {
    expect(breaches(pair(decision("choose", { left: "b", right: "b" }, { entry: ["call"], exit: ["wait"] })))).toEqual([]);
  });
});

describe("a chart with one breach", () => {
  test.each([
    ["context", lone({ context: { count: 0 } }), `sentry: "context" is not allowed`],
    ["a transition without an event", pair({ always: "b" }), `sentry.a: "always" is not allowed`],
    ["an invoked actor", pair({ invoke: { src: "radio" } }), `sentry.a: "invoke" is not allowed`],
    ["a final state", pair({ type: "final" }), `sentry.a: a state of type "final" is not allowed`],
    ["history", pair({ type: "history" }), `sentry.a: a state of type "history" is not allowed`],
    ["no initial state", lone({ states: { a: { description: "First." } } }), "sentry: has no initial state"],
    ["an initial state that it has not", lone({ initial: "c", states: { a: { description: "First." } } }), "sentry: has no initial state"],
    ["a leaf without a description", lone({ initial: "a", states: { a: {} } }), "sentry.a: has no description"],
    ["a leaf with an empty description", lone({ initial: "a", states: { a: { description: "" } } }), "sentry.a: has no description"],
    ["a state with a dot in its name", lone({ initial: "a.b", states: { "a.b": { description: "First." } } }), "sentry: a state's name holds a dot"],
    ["a decision that is not asked", pair({ ...open, entry: [] }), `sentry.a: the decision "choose" is not asked on entry and dropped on exit`],
    ["a decision that is not dropped", pair({ ...open, exit: [] }), `sentry.a: the decision "choose" is not asked on entry and dropped on exit`],
    ["an option from which nothing follows", pair({ ...open, on: { "decided.choose.left": "b" } }), `sentry.a: nothing follows from "right"`],
    ["an option of no decision", pair({ on: { "decided.choose.left": "b" } }), `sentry.a: "decided.choose.left" is decided nowhere here`],
    ["an option that its decision has not", pair({ ...open, on: { ...open.on, "decided.choose.back": "b" } }), `sentry.a: "decided.choose.back" is decided nowhere here`],
    ["the bare percept", pair({ on: { "*": "b" } }), `sentry.a: the bare "*" is not allowed`],
    ["a pattern of percepts", pair({ on: { "told.*": "b" } }), `sentry.a: the bare "told.*" is not allowed`],
    ["an unknown percept", pair({ on: { heard: "b" } }), `sentry.a: "heard" is no percept`],
    ["an unknown percept let pass", lone({ ignores: [...VOCABULARY.percepts, "heard"] }), `sentry: lets pass "heard", which is no percept`],
    ["a delay in numbers", pair({ after: { 500: "b" } }), `sentry.a: the delay "500" is a number, not a name`],
    ["a transition with a condition of its own", pair({ on: { seen: { target: "b", cond: "brave" } } }), `sentry.a: "cond" is not allowed in a transition`],
    ["a transition out of its region", lone({ ignores: ["told", "left"], initial: "a", states: { a: { description: "First.", initial: "c", states: { c: { description: "In.", on: { seen: "b" } } } }, b: { description: "Second." } } }),
      `sentry.a.c: leads to "b", which is no state beside it`],
    ["a transition to nowhere", pair({ after: { breath: "c" } }), `sentry.a: leads to "c", which is no state beside it`],
    ["a transition by identifier", pair({ on: { seen: "#sentry.b" } }), `sentry.a: leads to "#sentry.b", which is no state beside it`],
    ["a transition of the whole", lone({ on: { seen: "a" }, initial: "a", states: { a: { description: "First." } } }), `sentry: leads to "a", which is no state beside it`],
    ["a guard by name", pair({ on: { seen: { target: "b", guard: "isBrave" } } }), "sentry.a: a guard may ask for a state of another region and for nothing else"],
    ["a guard on a state that there is not", pair({ on: { seen: { target: "b", guard: { stateIn: "voice.loud" } } } }), "sentry.a: a guard may ask for a state of another region and for nothing else"],
    ["a guard with more to it", pair({ on: { seen: { target: "b", guard: { stateIn: "b", not: true } } } }), "sentry.a: a guard may ask for a state of another region and for nothing else"],
    ["an unknown act on entry", pair({ entry: ["sing"] }), `sentry.a: "sing" is no act`],
    ["an unknown act on exit", pair({ exit: [{ type: "sing" }] }), `sentry.a: "sing" is no act`],
    ["an unknown act on the way", pair({ on: { seen: { actions: ["sing"] } } }), `sentry.a: "sing" is no act`],
    ["an unknown act when a delay is over", pair({ after: { breath: { actions: ["sing"] } } }), `sentry.a: "sing" is no act`],
    ["a decision asked on the way", pair({ on: { seen: { actions: ["ask.choose"] } } }), `sentry.a: "ask.choose" is no act`],
    ["a raised event that is no percept", pair({ entry: [{ type: "raise", params: { event: "heard" } }] }), `sentry.a: raises "heard", which is no percept`],
    ["a raise of nothing", pair({ entry: ["raise"] }), `sentry.a: raises "undefined", which is no percept`],
    ["percepts let pass by a state alone", pair({ ignores: ["seen"] }), `sentry.a: "ignores" is not allowed`],
    ["a percept that nothing handles", { ...lone({}), ignores: ["seen", "told"] }, `sentry: "left" is neither handled nor let pass`],
    ["a percept that is handled and let pass", { ...pair({ on: { left: "b" } }), ignores: VOCABULARY.percepts }, `sentry: "left" is both handled and let pass`],
  ])("%s", (_, chart, breach) => expect(breaches(chart)).toEqual([breach]));

  // These are no acts either, and that is told beside it.
  test.each([
    ["a decision asked outside its state", pair({ entry: ["ask.choose"] }), "sentry.a: ask.choose belongs to no decision of this state"],
    ["a decision dropped outside its state", pair({ exit: ["drop.choose"] }), "sentry.a: drop.choose belongs to no decision of this state"],
  ])("%s", (_, chart, breach) => expect(breaches(chart)).toContain(breach));

  test("one decision in two states", () => {
    const chart = lone({ initial: "a", states: { a: { description: "First.", ...open }, b: { description: "Second.", ...open } } });
    expect(breaches(chart)).toEqual([`sentry.b: the decision "choose" stands twice in the chart`]);
  });
});

test("all breaches of a chart are told at once", () => {
  expect(breaches(pair({ always: "b", entry: ["sing"], on: { heard: "c" } }))).toHaveLength(4);
});
