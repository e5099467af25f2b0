import { describe, expect, test } from "vitest";
import { LINE_FACTS, lineChart } from "../../src/channel/line-chart.ts";
import { breachesOf } from "../../src/kernel/chart-law.ts";
import { actName, chartStates, rungTag, type ActDescription, type ChartAct, type ChartDescription } from "../../src/kernel/chart.ts";
import { rememberChart, type RememberedChart } from "../../src/kernel/statechart.ts";
import { ACT_WORDS } from "../../src/parties/chart-words.ts";
import { DOCTRINES } from "../../src/parties/doctrines.ts";
import { PERCEPT_NAMES, PERCEPTS } from "../../src/parties/percepts.ts";
import { ACTS, isForce, type ActName } from "../../src/terms/acts.ts";
import { MESSAGES } from "../../src/terms/messages.ts";
import { RUNGS } from "../../src/terms/rungs.ts";
import { STATEMENTS } from "../../src/terms/statements.ts";
import { actsNamedIn, handledIn, isLeaf, perceptNumber, reachableStates, statesWithoutWayTo } from "../kernel/chart-views.ts";
import { DOCTRINE_CHARTS } from "./doctrine-charts.ts";

const PROTEST = RUNGS.indexOf("protest");
const SENTENCE = /^[A-Z][^.!?]*[a-z0-9)]\.$/;

const STANCES = DOCTRINE_CHARTS.map(({ name, description, doctrine, chart }) => [name, description, chart, doctrine] as const);
const CHARTS = [
  ...STANCES.map(([name, description, chart]) => [name, description, chart, PERCEPT_NAMES, ACT_WORDS] as const),
  ["the line", lineChart, rememberChart(lineChart, LINE_FACTS), LINE_FACTS, []] as const,
];

const delaysOf = (chart: ChartDescription): readonly string[] => chartStates(chart).flatMap(({ state }) => Object.keys(state.after ?? {}));
const decisionsOf = (chart: ChartDescription) => chartStates(chart).flatMap(({ state }) => state.meta?.decision ?? []);
const leavesOf = (chart: ChartDescription) => chartStates(chart).filter(({ state }) => isLeaf(state));
const paramsOf = (act: ActDescription): Readonly<Record<string, unknown>> => (typeof act === "object" ? act.params ?? {} : {});

describe.each(CHARTS)("the chart of %s", (_, description, chart, alphabet, acts) => {
  test("obeys the law of charts", () => expect(breachesOf(description, { percepts: alphabet, acts })).toEqual([]));

  test("has no state that cannot be reached", () => {
    const reached = new Set(reachableStates(chart).flatMap(chart.leaves));
    expect(leavesOf(description).map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });

  test("has one sentence for itself and for every innermost state", () => {
    const texts = [description.description, ...leavesOf(description).map(({ state }) => state.description ?? "")];
    expect(texts.filter((text) => !SENTENCE.test(text))).toEqual([]);
  });

  test("says of no two states the same", () => {
    const texts = leavesOf(description).map(({ state }) => state.description);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  test("handles no percept with nothing", () => {
    const empty = chartStates(description).flatMap(({ path, state }) => Object.entries({ ...state.on, ...state.after })
      .filter(([, to]) => typeof to === "object" && !Array.isArray(to) && Object.keys(to).length === 0).map(([percept]) => `${path} on ${percept}`));
    expect(empty).toEqual([]);
  });
});

describe.each(STANCES)("the stance of %s", (_, description, chart) => {

  test("has a rung in every state of its conduct", () => {
    const conduct = description.type === "parallel" ? `${Object.keys(description.states ?? {})[0]}.` : "";
    const rungless = leavesOf(description).filter(({ path }) => path.startsWith(conduct)).filter(({ state }) => !(rungTag(state) in RUNGS));
    expect(rungless.map(({ path }) => path)).toEqual([]);
  });

  test("has no rung beside the ladder, and no two in one state", () => {
    const tags = chartStates(description).map(({ state }) => state.tags ?? []);
    expect(tags.filter((each) => each.length > 1 || each.some((tag) => !/^rung-[0-8]$/.test(tag)))).toEqual([]);
  });

  // Wars that stand high from the first day have to come back to where they stood.
  test("comes down again from every state above protest", () => {
    const floor = Math.max(PROTEST, chart.rung(chart.initial.next));
    const stuck = statesWithoutWayTo(chart, reachableStates(chart), (state) => chart.rung(state) <= floor);
    expect(stuck.map((state) => chart.leaves(state).join(" "))).toEqual([]);
  });

  test("names only acts, messages, statements, orders and tiers that there are", () => {
    const known: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
      "act": { act: Object.keys(ACTS) },
      "fend-off": { act: Object.keys(ACTS) },
      "tell": { message: Object.keys(MESSAGES), when: ["now", "next-call"], tier: ["up", "staff", "chiefs", "any"] },
      "tell-others": { message: Object.keys(MESSAGES) },
      "state": { statement: Object.keys(STATEMENTS) },
      "pass-on": { weight: ["none", "added"] },
      "instruct": { order: ["hold", "reply"] },
      "open-tier": { tier: Object.keys(lineChart.states!["tier"]!.states!) },
      "raise": { event: PERCEPT_NAMES },
    };
    const own = decisionsOf(description).flatMap(({ name }) => [`ask.${name}`, `drop.${name}`]);
    const unknown = actsNamedIn(description).filter((act) => !own.includes(actName(act))).flatMap((act) => {
      const allowed = known[actName(act)] ?? {};
      const params = paramsOf(act);
      const same = Object.keys(params).toSorted().join() === Object.keys(allowed).toSorted().join();
      return same && Object.entries(params).every(([key, value]) => allowed[key]?.includes(String(value))) ? [] : [JSON.stringify(act)];
    });
    expect(unknown).toEqual([]);
  });

  test("gives every decision at least two options", () => {
    expect(decisionsOf(description).filter(({ options }) => options.length < 2)).toEqual([]);
  });

  test("lets every option of a decision lead somewhere or do something", () => {
    const idle = reachableStates(chart).flatMap((state) => handledIn(chart, state)
      .filter((percept) => chart.percepts[percept]!.startsWith("decided."))
      .filter((percept) => !chart.step(state, percept).moved && chart.step(state, percept).acts.length === 0)
      .map((percept) => `${chart.leaves(state).join(" ")} on ${chart.percepts[percept]}`));
    expect(idle).toEqual([]);
  });
});

describe.each(Object.entries(DOCTRINES))("the doctrine %s", (key, doctrine) => {
  const charts = Object.values(doctrine.charts);
  const defaults = new Map(doctrine.assumptions.map((assumption) => [assumption.name, assumption]));

  test("is listed under its own name, with a summary", () => {
    expect(doctrine.name).toBe(key);
    expect(doctrine.summary).toMatch(/^[A-Z].*\.$/);
  });

  test("assumes something for every delay", () => {
    const kinds = charts.flatMap(delaysOf).map((delay) => `${delay}: ${defaults.get(`${key}.${delay}`)?.kind}`);
    expect(kinds.filter((kind) => !kind.endsWith(": duration"))).toEqual([]);
  });

  test("weighs exactly the options of every decision", () => {
    for (const { name, options } of charts.flatMap(decisionsOf)) {
      const assumption = defaults.get(`${key}.${name}`);
      expect(assumption, `${key}.${name}`).toMatchObject({ kind: "weights" });
      expect(Object.keys(assumption!.value).toSorted(), `${key}.${name}`).toEqual(options.toSorted());
    }
  });

  test("leaves no option of a decision without weight", () => {
    const weightless = doctrine.assumptions.filter(({ kind }) => kind === "weights").filter(({ value }) => Object.values(value).some((weight) => !(weight > 0)));
    expect(weightless).toEqual([]);
  });

  test("assumes nothing that no chart asks for", () => {
    const asked = new Set(charts.flatMap((chart) => [...delaysOf(chart), ...decisionsOf(chart).map(({ name }) => name)]).map((name) => `${key}.${name}`));
    expect(doctrine.assumptions.map(({ name }) => name.split("/")[0]!).filter((name) => !asked.has(name))).toEqual([]);
  });

  test("assumes each thing once, and says why", () => {
    expect(defaults.size).toBe(doctrine.assumptions.length);
    expect(doctrine.assumptions.filter(({ why }) => why.trim() === "")).toEqual([]);
  });
});

describe("forceNeedsAPerceivedAct", () => {
  const restrained = STANCES.filter(([, , , doctrine]) => doctrine.forceNeeds !== undefined);

  test("some doctrine is bound by it", () => expect(restrained).not.toEqual([]));

  test.each(restrained)("%s uses no force unless it perceived what its force rests on", (_, __, chart, doctrine) => {
    const needs: readonly string[] = doctrine.forceNeeds!;
    const harmless = (percept: string): boolean => !needs.includes(percept);
    const force = reachableStates(chart, harmless).flatMap((state) => handledIn(chart, state)
      .filter((percept) => harmless(chart.percepts[percept]!) && actsOn(chart, state, percept).some(({ name, params }) => name === "act" && isForce(params["act"] as ActName)))
      .map((percept) => `${chart.leaves(state).join(" ")} on ${chart.percepts[percept]}`));
    expect(force).toEqual([]);
  });
});

/** The named acts that a percept leads to. */
const actsOn = (chart: RememberedChart, state: number, percept: number): readonly ChartAct[] =>
  chart.step(state, percept).acts.flatMap(({ kind, number }) => (kind === "act" ? [chart.acts[number]!] : []));

/** The state that a chart comes to by these percepts from its first. */
const reached = (chart: RememberedChart, ...percepts: readonly string[]): number => percepts.reduce((state, percept) => chart.step(state, perceptNumber(chart, percept)).next, chart.initial.next);

describe("what the doctrines promise", () => {
  test("a patron passes on or declines whatever it is asked to pass on, in every state", () => {
    const chart = rememberChart(DOCTRINES["patron"]!.charts.counterpart!, PERCEPT_NAMES);
    const vanished = reachableStates(chart).filter((state) =>
      !actsOn(chart, state, perceptNumber(chart, "relay.asked")).some(({ name }) => name === "pass-on" || name === "decline"));
    expect(vanished.map((state) => chart.leaves(state).join(" "))).toEqual([]);
  });

  test("a militia hit again before it got over the last blow is harder to hold back, and a word from the other side helps", () => {
    const chart = rememberChart(DOCTRINES["militia"]!.charts.adversary!, PERCEPT_NAMES);
    const after = (...percepts: readonly string[]): readonly string[] => chart.leaves(reached(chart, ...percepts));
    const counted = "xstate.after.counts-the-dead.militia-adversary.conduct.holding-fire";
    expect(after("struck.self", counted)).toContain("conduct.weighing-a-reply");
    expect(after("struck.self", "struck.self", counted)).toContain("conduct.hardly-held-back");
    expect(after("struck.self", "shock.felt", counted)).toContain("conduct.hardly-held-back");
    expect(after("struck.self", "struck.self", "stated.appeal", counted)).toContain("conduct.weighing-a-reply");
  });

  const garrison = rememberChart(DOCTRINES["garrison"]!.charts.adversary!, PERCEPT_NAMES);
  const STRIKE_ORDERED = ["menaced.self", "menaced.self", "fired-on.self", "decided.use-of-force.strike"];

  test("a garrison holds the strike it has ordered where those it is meant for stop, and takes it back where they are said to leave", () => {
    const ordered = reached(garrison, ...STRIKE_ORDERED);
    const doesOn = (state: number, percept: string): readonly string[] => actsOn(garrison, state, perceptNumber(garrison, percept)).map(({ name, params }) => [name, params["act"]].join(" ").trim());
    expect(garrison.leaves(ordered)).toContain("conduct.defending");
    for (const percept of ["halted.self", "relay.complied", "left.self"]) expect(doesOn(ordered, percept)).toContain("call-off");
    const held = reached(garrison, ...STRIKE_ORDERED, "halted.self");
    expect(doesOn(held, "decided.stay-the-strike.stay-it")).not.toContain("act strike");
    expect(doesOn(held, "decided.stay-the-strike.go-on")).toContain("act strike");
  });

  test("a garrison that has asked in vain warns next time, and asks again after a while", () => {
    const whose = ["approached.self", "told.denial"];
    const inVain = [...whose, "relay.ignored", "left.self"];
    const later = "xstate.after.dealings-mend.garrison-adversary.dealings.let-down";
    expect(garrison.leaves(reached(garrison, ...whose))).toContain("conduct.asking-to-leave");
    expect(garrison.leaves(reached(garrison, ...inVain, ...whose))).toContain("conduct.warning");
    expect(garrison.leaves(reached(garrison, ...inVain, later, ...whose))).toContain("conduct.asking-to-leave");
  });

  test("a column that is told to leave stops first, so that it can be seen to do as told", () => {
    const chart = rememberChart(DOCTRINES["militia"]!.charts.adversary!, PERCEPT_NAMES);
    const going = reached(chart, "order.advance", "decided.take-up.push");
    for (const percept of ["relay.heeded", "order.hold", "order.withdraw"]) expect(actsOn(chart, going, perceptNumber(chart, percept)).map(({ params }) => params["act"])).toEqual(expect.arrayContaining(["halt", "withdraw"]));
  });

  test.each([["patron", "counterpart", ["struck.client", "decided.after-a-hit.talk-on"]], ["government", "adversary", ["struck.partner", "dead.learned", "decided.caution.caution"]]] as const)("an appeal calms no %s by itself: whether it does is decided", (doctrine, relation, before) => {
    const chart = rememberChart(DOCTRINES[doctrine]!.charts[relation]!, PERCEPT_NAMES);
    const heard = reached(chart, ...before, "stated.appeal");
    expect(chart.rung(heard)).toBe(PROTEST);
    const after = decisionsOf(chart.description).find(({ name }) => name === "answer-an-appeal")!.options.map((option) => chart.rung(chart.step(heard, perceptNumber(chart, `decided.answer-an-appeal.${option}`)).next));
    expect(Math.min(...after)).toBeLessThan(PROTEST);
    expect(Math.max(...after)).toBe(PROTEST);
  });

  test("a patrol of a sheltered partner comes to something: it says what it saw, was shot at, or fired", () => {
    const chart = rememberChart(DOCTRINES["rebels"]!.charts.adversary!, PERCEPT_NAMES);
    const out = reached(chart, "order.advance");
    const comesTo = (percept: string): readonly string[] => actsOn(chart, out, perceptNumber(chart, percept)).map(({ params }) => String(params["act"] ?? params["statement"]));
    expect(comesTo("fired-near.self")).toContain("sighting");
    expect(comesTo("fired-on.self")).toContain("harass");
    expect(chart.leaves(chart.step(out, perceptNumber(chart, "xstate.after.patrol-ends.rebels-adversary.patrolling")).next)).toContain("coming-back");
  });

  test("an alliance has no line: what it says, it says in public", () => {
    expect(Object.values(DOCTRINES["alliance"]!.charts).flatMap(actsNamedIn).filter((act) => actName(act) === "tell")).toEqual([]);
  });
});

describe("percepts", () => {
  test("each has a phrase that goes on from the party's name", () => {
    expect(Object.values(PERCEPTS).filter((phrase) => !/^[a-z].*[a-z]$/.test(phrase))).toEqual([]);
  });

  test("no two read the same", () => expect(new Set(Object.values(PERCEPTS)).size).toBe(PERCEPT_NAMES.length));
});
