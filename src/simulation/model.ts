// A scenario made ready to run: names interned, charts remembered, every assumption resolved for the context it is used in.
// Knows scenario, doctrines and channel; must not know anything that changes during a run.
// Invariant: numbers are places in these lists and nothing else; identities are hashed from the names kept beside them.

import { routesOf, type Route } from "../channel/routes.ts";
import { LINE_FACTS, lineChart } from "../channel/line-chart.ts";
import { OPENING_TRUST } from "../channel/assumptions.ts";
import type { ChartDescription } from "../kernel/chart.ts";
import { optionsOf } from "../kernel/choices.ts";
import { beginTuple, endTuple, fingerprint, nameOf, type Name, type TupleHash } from "../kernel/random.ts";
import { rememberChart, type RememberedChart } from "../kernel/statechart.ts";
import { DOCTRINES } from "../parties/doctrines.ts";
import { PERCEPT_NAMES } from "../parties/percepts.ts";
import { toward } from "../scenario/assumption-ties.ts";
import type { Relation, Scenario, TimelineItem, Weighted } from "../scenario/scenario.ts";
import { ACT_NAMES } from "../terms/acts.ts";
import { RUNGS } from "../terms/rungs.ts";
import { assumedIn, choiceOf, filledOnUse, inOrder, type Assumed, type Choice, type Spread } from "./assumed.ts";
import { deedOf, type Deed } from "./deeds.ts";
import { drawsOf, type Draws } from "./draws.ts";
import { FACT, lineModelOf, type LineModel } from "./line-model.ts";

/** One directed pair with its chart, what its delays and decisions draw from, and what its acts come to. */
export interface StanceModel {
  readonly index: number;
  readonly party: number;
  readonly other: number;
  readonly relation: Relation;
  readonly chart: RememberedChart;
  /** The number of its crisis pair, or -1. */
  readonly pair: number;
  readonly firstTimer: number;
  readonly firstDecision: number;
  readonly delays: readonly Spread[];
  readonly decisions: readonly Choice[];
  readonly deeds: readonly Deed[];
  /** Percepts of which one must lie behind every use of force of this stance; empty where nothing is promised. */
  readonly forceNeeds: readonly number[];
}

/** One timeline item; `at` is -1 where something else sets it off. */
export interface ItemModel {
  readonly index: number;
  readonly at: number;
  readonly item: TimelineItem;
  readonly chance: Choice | undefined;
  /** The truth of an incident, and what it appears to be: party numbers, -1 for nobody named. */
  readonly by: Lot | undefined;
  readonly appears: Lot | undefined;
  /** Items that follow this one, each with its delay in minutes. */
  readonly followers: readonly { readonly item: number; readonly delay: number }[];
}

/** Parties with weights, of which one is drawn. */
export interface Lot { readonly parties: readonly number[]; readonly choice: Choice; }

/** An item that waits for a stance or an act; `matches` takes a chart configuration or an act's number. */
export interface TriggerModel {
  readonly item: number;
  readonly party: number;
  readonly other: number;
  readonly from: number;
  readonly until: number;
  readonly times: number;
  readonly delay: number;
  readonly matches: (code: number) => boolean;
}

/** A scenario ready to run. */
export interface Model {
  readonly scenario: Scenario;
  /** 16 hex digits over the scenario and every chart in use: two models with one hash run alike. */
  readonly hash: string;
  /** The same over the charts in use and the line's alone. */
  readonly chartsHash: string;
  /** How many parties there are; a pair (a, b) has the number a * size + b. */
  readonly size: number;
  readonly parties: readonly Name[];
  readonly partyOf: ReadonlyMap<string, number>;
  readonly acting: readonly boolean[];
  readonly stances: readonly StanceModel[];
  /** Per stance: the rung it starts at. */
  readonly openingRungs: readonly number[];
  /** Per ordered pair: stance number or -1, relation or undefined, lines in the scenario's order, route or undefined. */
  readonly stanceOf: Int32Array;
  readonly relationOf: readonly (Relation | undefined)[];
  /** Per ordered pair: how the first stands with the second: as its patron ("client"), on its side ("partner"), or not at all. */
  readonly sideOf: readonly ("partner" | "client" | undefined)[];
  readonly linesBetween: readonly (readonly number[])[];
  readonly routes: readonly (Route | undefined)[];
  /** The stances of each party. */
  readonly stancesOf: readonly (readonly number[])[];
  /** Crisis pairs: the stances on either side that exist. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly stances: readonly number[] }[];
  readonly lines: readonly LineModel[];
  readonly lineChart: RememberedChart;
  /** By the configuration of a line: whether it rings when it is rung, and whether somebody is on it. */
  readonly lineRings: (configuration: number) => boolean;
  readonly lineSpeaks: (configuration: number) => boolean;
  readonly items: readonly ItemModel[];
  readonly goals: readonly { readonly name: Name; readonly of: number }[];
  /** Names of roots: timeline items first, then call slots, then the run itself. */
  readonly roots: readonly Name[];
  readonly timerCount: number;
  readonly decisionCount: number;
  readonly openingTrust: readonly number[];
  readonly onStance: readonly TriggerModel[];
  readonly onAct: readonly TriggerModel[];
  /** Per party that holds a disputed zone: how wide it is in km; 0 for others. */
  readonly disputedKm: readonly number[];
  readonly draws: Draws;
  /** Answers that the scenario gives beforehand, by identity; and the hash of each one's names. */
  readonly answers: ReadonlyMap<string, string>;
  readonly answered: readonly TupleHash[];
}

/** The name that stands where no party does. */
export const NOBODY = nameOf("-");

/** Compiles a scenario. Every chart of the program obeys the law of charts: its tests and the build hold them to it. */
export function compileModel(scenario: Scenario): Model {
  const ids = Object.keys(scenario.parties);
  const size = ids.length;
  const partyOf = new Map(ids.map((id, i) => [id, i]));
  const numberOf = (id: string | undefined): number => (id === undefined ? -1 : partyOf.get(id) ?? -1);
  const assumed = assumedIn(scenario);
  const { stances, stanceOf, relationOf, timerCount, decisionCount, descriptions } = stancesOf(scenario, ids, numberOf, assumed);
  const roots: Name[] = scenario.timeline.map(({ id }) => nameOf(id));
  const addRoot = (text: string): number => roots.push(nameOf(text)) - 1;
  const rememberedLine = remembered(lineChart, LINE_FACTS);
  const lines = Object.values(scenario.channels).map((channel, index) => lineModelOf(channel, index, numberOf, assumed, rememberedLine, addRoot));
  addRoot("run");
  const linesBetween = Array.from({ length: size * size }, (): number[] => []);
  const openingTrust = relationOf.map((relation): number => (relation === "adversary" ? OPENING_TRUST.adversaries : OPENING_TRUST.others));
  for (const { index, ends: [a, b], trust } of lines) {
    for (const [from, to, level] of [[a, b, trust[0]], [b, a, trust[1]]] as const) {
      linesBetween[from * size + to]!.push(index);
      openingTrust[from * size + to] = level;
    }
  }
  const followers = Map.groupBy(
    scenario.timeline.flatMap(({ schedule }, item) => (schedule.kind === "after" ? [{ item, delay: schedule.delay, after: schedule.item }] : [])),
    ({ after }) => after,
  );
  const items = scenario.timeline.map((item, index) => itemModelOf(item, index, followers.get(item.id) ?? [], numberOf));
  const chartTexts = [...descriptions.map((chart) => JSON.stringify(chart)).sort(), JSON.stringify(lineChart)];
  const pairs = scenario.crisis.map(([a, b]) => ({ a: numberOf(a), b: numberOf(b) }));
  return {
    scenario, size, partyOf, stances, stanceOf, relationOf, linesBetween, lines, items, roots, timerCount, decisionCount, openingTrust,
    hash: fingerprint([scenario.hash, ...chartTexts].join("\n")),
    chartsHash: fingerprint(chartTexts.join("\n")),
    openingRungs: stances.map(({ chart }) => chart.rung(chart.initial.next)),
    parties: ids.map(nameOf),
    sideOf: relationOf.map((relation, pair) => sideFrom(relation, relationOf[(pair % size) * size + Math.floor(pair / size)])),
    acting: ids.map((id) => scenario.parties[id]!.doctrine !== undefined),
    routes: routesOf(size, (a, b) => relationOf[a * size + b], (a, b) => linesBetween[a * size + b]![0] ?? -1),
    stancesOf: ids.map((_, p) => stances.filter(({ party }) => party === p).map(({ index }) => index)),
    pairs: pairs.map(({ a, b }, i) => ({ a, b, stances: stances.filter(({ pair }) => pair === i).map(({ index }) => index) })),
    lineChart: rememberedLine,
    lineRings: filledOnUse(rememberedLine.configurations, (configuration) => rememberedLine.step(configuration, FACT["rang"]).moved),
    lineSpeaks: filledOnUse(rememberedLine.configurations, (configuration) => rememberedLine.step(configuration, FACT["hung-up"]).moved),
    goals: Object.values(scenario.goals).map((goal) => ({ name: nameOf(goal.name), of: numberOf(goal.of) })),
    onStance: triggersOf(items, "stance", numberOf, (party, other) => stances[stanceOf[party * size + other]!]),
    onAct: triggersOf(items, "act", numberOf, () => undefined),
    disputedKm: ids.map((id) => Math.max(0, ...Object.values(scenario.zones).filter((zone) => zone.heldBy === id && zone.standing === "disputed").map((zone) => zone.radiusKm))),
    draws: drawsOf(ids, assumed),
    answers: new Map(Object.entries(scenario.answers)),
    answered: Object.keys(scenario.answers).map(hashOfIdentity),
  };
}

/** The highest rung at which a crisis pair stands before anything has happened. */
export function openingPeak({ stances, openingRungs }: Model): number {
  return Math.max(0, ...stances.filter(({ pair }) => pair !== -1).map(({ index }) => openingRungs[index]!));
}

/** The parties that have a doctrine, by name, in the scenario's order: those whose seat can be taken, or looked from. */
export function actingParties({ parties, acting }: Model): readonly string[] {
  return parties.filter((_, party) => acting[party]).map(({ text }) => text);
}

/** Whether a configuration of a chart counts as a state (its whole path, or the last word of it) or as a rung, by name. */
export function entersOf(chart: RememberedChart, name: string): (configuration: number) => boolean {
  const rung = (RUNGS as readonly string[]).indexOf(name);
  const isState = (configuration: number): boolean => chart.leaves(configuration).some((path) => path === name || path.endsWith(`.${name}`));
  return filledOnUse(chart.configurations, (configuration) => (rung !== -1 && chart.rung(configuration) === rung) || isState(configuration));
}

function hashOfIdentity(identity: string): TupleHash {
  const [question, asker, other, root] = identity.split("|").map(nameOf);
  const hash = beginTuple(question!, asker!, other!);
  endTuple(hash, hash.high, hash.low, root!);
  return hash;
}

// One's relation to another, or else the other's relation to one, says whether the two stand together.
function sideFrom(mine: Relation | undefined, theirs: Relation | undefined): "partner" | "client" | undefined {
  if (mine === "client") return "client";
  const relation = mine ?? theirs;
  return relation === undefined || relation === "adversary" || relation === "counterpart" ? undefined : "partner";
}

const chartsMade = new WeakMap<ChartDescription, RememberedChart>();

// One remembered chart a description and process: every model shares what has been answered.
function remembered(description: ChartDescription, percepts: readonly string[]): RememberedChart {
  const known = chartsMade.get(description);
  if (known !== undefined) return known;
  const chart = rememberChart(description, percepts);
  chartsMade.set(description, chart);
  return chart;
}

function stancesOf(scenario: Scenario, ids: readonly string[], numberOf: (id: string) => number, assumed: Assumed) {
  const size = ids.length;
  const pairOf = new Map(scenario.crisis.flatMap(([a, b], i) => [[`${a} ${b}`, i], [`${b} ${a}`, i]] as const));
  const stances: StanceModel[] = [];
  const stanceOf = new Int32Array(size * size).fill(-1);
  const relationOf = new Array<Relation | undefined>(size * size).fill(undefined);
  const descriptions = new Set<ChartDescription>();
  let timerCount = 0;
  let decisionCount = 0;
  for (const [party, id] of ids.entries()) {
    const { doctrine: named, stances: written } = scenario.parties[id]!;
    const doctrine = named === undefined ? undefined : DOCTRINES[named];
    for (const [otherId, relation] of Object.entries(written)) {
      const other = numberOf(otherId);
      relationOf[party * size + other] = relation;
      const description = doctrine?.charts[relation];
      if (doctrine === undefined || description === undefined) continue;
      descriptions.add(description);
      const chart = remembered(description, PERCEPT_NAMES);
      stanceOf[party * size + other] = stances.length;
      stances.push({
        index: stances.length, party, other, relation, chart,
        pair: pairOf.get(`${id} ${otherId}`) ?? -1,
        firstTimer: timerCount, firstDecision: decisionCount,
        delays: chart.timers.map(({ delay }) => assumed.spread(`${doctrine.name}.${delay}`, id, toward(otherId))),
        decisions: chart.decisions.map(({ name, options }) => inOrder(assumed.choice(`${doctrine.name}.${name}`, id, toward(otherId)), options)),
        deeds: chart.acts.map(deedOf),
        forceNeeds: (doctrine.forceNeeds ?? []).map((percept) => PERCEPT_NAMES.indexOf(percept)),
      });
      timerCount += chart.timers.length;
      decisionCount += chart.decisions.length;
    }
  }
  return { stances, stanceOf, relationOf, timerCount, decisionCount, descriptions: [...descriptions] };
}

function itemModelOf(item: TimelineItem, index: number, followers: ItemModel["followers"], numberOf: (id: string) => number): ItemModel {
  const lot = (question: string, weighted: readonly Weighted<string>[] | undefined): Lot | undefined => weighted && {
    parties: weighted.map(({ value }) => numberOf(value)),
    choice: choiceOf(nameOf(question), optionsOf(weighted.map(({ value }) => value), weighted.map(({ weight }) => weight))),
  };
  return {
    index, item,
    at: item.schedule.kind === "at" ? item.schedule.at : -1,
    chance: item.chance < 1 ? choiceOf(nameOf("item.happens"), optionsOf(["happens", "does-not"], [item.chance, 1 - item.chance])) : undefined,
    by: item.kind === "incident" ? lot("item.done-by", item.by) : undefined,
    appears: item.kind === "incident" ? lot("sight.attributed", item.appearsAs.by) : undefined,
    followers,
  };
}

function triggersOf(
  items: readonly ItemModel[], kind: "stance" | "act", numberOf: (id: string | undefined) => number,
  stanceBetween: (party: number, other: number) => StanceModel | undefined,
): readonly TriggerModel[] {
  return items.flatMap(({ index, item: { schedule } }): TriggerModel[] => {
    if (schedule.kind !== "when" || schedule.trigger.kind !== kind) return [];
    const { trigger, delay } = schedule;
    const common = { item: index, from: trigger.from, until: trigger.until, times: trigger.times, delay };
    if (trigger.kind === "act") {
      const act = ACT_NAMES.indexOf(trigger.act);
      return [{ ...common, party: numberOf(trigger.by), other: numberOf(trigger.against), matches: (code) => code === act }];
    }
    const [party, other] = [numberOf(trigger.party), numberOf(trigger.toward)];
    const stance = stanceBetween(party, other);
    return stance === undefined ? [] : [{ ...common, party, other, matches: entersOf(stance.chart, trigger.enters) }];
  });
}
