// Who sees what happened, when, and what they take it for: the only way from truth to a chart.
// Knows relations, trust in words and the weights of misreading; must not know what any chart does with a percept.
// Invariant: a chart is given what was perceived, toward the one believed to have done it, and never the truth.
// Perceived level is intended level with bias from posture and closeness and noise (Posen 1991).

import { ACT_NAMES, ACTS } from "../terms/acts.ts";
import { RUNGS } from "../terms/rungs.ts";
import { FIRMNESS, readByFriend, readBySelf, RESTRAINT, TAKEN, UNOWNED } from "../parties/readings.ts";
import { PERCEPT_NAMES, type Percept } from "../parties/percepts.ts";
import { ENTRY, EVENT, GRAVITIES, SOURCE } from "./codes.ts";
import { CALMED, NEAR, WARNED } from "./draws.ts";
import type { IncidentItem } from "../scenario/scenario.ts";
import type { Model } from "./model.ts";
import { PERCEPT } from "./percept-numbers.ts";
import { ask, draw, record, type Run } from "./run.ts";
import { highestRungOf, perceive } from "./stance.ts";
import { post, type Happening, type PendingEvent } from "./world.ts";

const READ = ACT_NAMES.map((name) => readBySelf(name)?.map(numberOf));
const FRIENDS = { partner: ACT_NAMES.map((name) => numberOf(readByFriend(name, "partner"))), client: ACT_NAMES.map((name) => numberOf(readByFriend(name, "client"))) };
const FAMILY = ACT_NAMES.map((name) => ACTS[name].family);
const MAGNITUDE = ACT_NAMES.map((name) => ACTS[name].magnitude);
const COUNTS_DEAD = ACT_NAMES.map((name) => ACTS[name].family === "force");
/** By percept: what those with a line are given of it where nobody is believed to have done it. */
const OF_NOBODY = PERCEPT_NAMES.map((name) => numberOf(UNOWNED[name]));
/** From this gravity on there are dead to be counted. */
const GRAVE_ENOUGH = GRAVITIES.indexOf("serious");
/** Whoever stands as high as this toward anybody looks out for what is done to it, and misses nothing. */
const LOOKING_OUT_RUNG = RUNGS.indexOf("warning");
const AS_MEANT = TAKEN.indexOf("as-meant");

/** Shows what happened to everyone who may see it: to the one it is done to at once, to others as news. */
export function showTo(run: Run, happening: Happening, root: number, cause: number): void {
  const { model } = run;
  const { act, by, against, item } = happening;
  const script = item === -1 ? undefined : model.items[item]!.item;
  if (script?.kind === "incident") return showIncident(run, script, happening, root, cause);
  if (against === -1) return;
  if (model.acting[against]) seeAct(run, against, happening, root, cause, SOURCE["sight"]);
  for (const party of witnessesOf(model, act, against)) if (party !== by) sendNews(run, party, happening, root, cause, -1);
}

// The script may name those who see an incident, and how late, and those who do not.
function showIncident(run: Run, { seenBy, unseenBy }: IncidentItem, happening: Happening, root: number, cause: number): void {
  const { model } = run;
  const { act, by, against } = happening;
  const sees = (party: number): boolean => model.acting[party]! && !unseenBy.includes(model.parties[party]!.text);
  if (against !== -1 && sees(against)) seeAct(run, against, happening, root, cause, SOURCE["sight"]);
  const concerned = against === -1 ? [] : witnessesOf(model, act, against);
  for (let party = 0; party < model.size; party++) {
    if (party === by || party === against || !sees(party)) continue;
    const listed = seenBy.find((one) => one.party === model.parties[party]!.text);
    if (listed !== undefined || concerned.includes(party)) sendNews(run, party, happening, root, cause, listed?.delay ?? -1);
  }
}

function sendNews(run: Run, party: number, happening: Happening, root: number, cause: number, delay: number): void {
  const { model, world } = run;
  const minutes = delay === -1 ? draw(run, model.draws.newsTravels(party), party, happening.against, root) : delay;
  post(world, world.at + minutes, EVENT["news"], party, 0, 0, root, cause, happening);
}

const witnesses = new WeakMap<Model, (readonly number[] | undefined)[]>();

// Parties with a doctrine that such an act against that party concerns; the same in every run of a model, so it is worked out once.
function witnessesOf(model: Model, act: number, against: number): readonly number[] {
  let known = witnesses.get(model);
  if (known === undefined) witnesses.set(model, known = new Array<undefined>(ACT_NAMES.length * model.size));
  return known[act * model.size + against] ??= model.parties.flatMap((_, party) => (party !== against && model.acting[party] && friendPercept(model, party, against, act) !== -1 ? [party] : []));
}

/** News of what happened reaches a party. */
export function hearOfAct(run: Run, { a: party, about, root, cause }: PendingEvent): void {
  seeAct(run, party, about as Happening, root, cause, SOURCE["news"]);
}

/** The dead are counted: a stance that blamed the other for the blow learns of them. */
export function learnOfTheDead(run: Run, { a: stance, root, cause }: PendingEvent): void {
  perceive(run, stance, PERCEPT["dead.learned"], root, cause, SOURCE["news"]);
}

function seeAct(run: Run, party: number, happening: Happening, root: number, cause: number, source: number): void {
  const { model } = run;
  const { act, by, against } = happening;
  const isSelf = party === against;
  if (isSelf && source === SOURCE["sight"] && highestRungOf(run, party) < LOOKING_OUT_RUNG && ask(run, model.draws.seen(act, party), party, -1, root) !== 0) {
    record(run, ENTRY["unseen"], party, -1, root, cause, act);
    return;
  }
  const blamed = blame(run, party, happening, root);
  const percept = isSelf ? readAct(run, party, blamed, happening, root) : { number: witnessPercept(run, party, happening), shift: 0 };
  if (percept.number === -1) return;
  const stance = blamed === -1 ? -1 : model.stanceOf[party * model.size + blamed]!;
  if (stance === -1) {
    const entry = record(run, ENTRY["unattributed"], party, blamed, root, cause, act, percept.number, by);
    if (isSelf && blamed === -1) tellCounterparts(run, party, OF_NOBODY[percept.number]!, root, entry, source);
    return;
  }
  perceive(run, stance, percept.number, root, cause, source, by, percept.shift);
  if (COUNTS_DEAD[act] && happening.gravity >= GRAVE_ENOUGH) {
    const { world } = run;
    post(world, world.at + draw(run, model.draws.newsOfTheDead(party), party, blamed, root), EVENT["dead"], stance, 0, 0, root, cause);
  }
  if (percept.number === PERCEPT["struck.self"] || percept.number === PERCEPT["fired-on.self"]) ownSideHit(run, party, blamed, root, cause);
}

// No adversary is moved against for what nobody is believed to have done; the other end of a line can be asked.
function tellCounterparts(run: Run, party: number, percept: number, root: number, cause: number, source: number): void {
  if (percept === -1) return;
  for (const stance of run.model.stancesOf[party]!) {
    if (run.model.stances[stance]!.relation === "counterpart") perceive(run, stance, percept, root, cause, source);
  }
}

// What the one it is done to makes of it.
function readAct(run: Run, party: number, blamed: number, happening: Happening, root: number): { readonly number: number; readonly shift: number } {
  const { model } = run;
  const { act } = happening;
  const family = FAMILY[act]!;
  if (family === "restraint" || (family === "show" && READ[act] === undefined)) {
    const { draws } = model;
    const choice = family === "restraint" ? draws.restraint(party, Math.max(0, blamed)) : draws.firmness(party, Math.max(0, blamed));
    const taken = choice.options.names[ask(run, choice, party, blamed, root)]!;
    return { number: numberOf((family === "restraint" ? RESTRAINT : FIRMNESS)[taken]), shift: 0 };
  }
  const readings = READ[act];
  if (readings === undefined) return { number: -1, shift: 0 };
  if (readings[0] === readings[2]) return { number: readings[1]!, shift: 0 };
  const shift = ask(run, model.draws.reading(act, party, bearingOn(run, party, blamed, happening)), party, blamed, root) - AS_MEANT;
  const level = Math.min(2, Math.max(0, AS_MEANT + shift + seemsGraver(run, happening)));
  return { number: readings[level]!, shift };
}

// A believed word calms, a warning given and closeness sharpen (Posen 1991).
function bearingOn({ model, world }: Run, party: number, blamed: number, { distanceKm }: Happening): number {
  const near = distanceKm !== -1 && distanceKm < model.draws.nearKm ? NEAR : 0;
  if (blamed === -1) return near;
  const pair = party * model.size + blamed;
  return near | (world.calmUntil[pair]! >= world.at ? CALMED : 0) | (world.sharpUntil[pair]! >= world.at ? WARNED : 0);
}

function seemsGraver({ model }: Run, { item, act }: Happening): number {
  const script = item === -1 ? undefined : model.items[item]!.item;
  if (script?.kind !== "incident" || script.appearsAs.gravity === undefined) return 0;
  return Math.sign(GRAVITIES.indexOf(script.appearsAs.gravity) - MAGNITUDE[act]!);
}

// Who is believed to have done it: the truth, somebody else the party fears, or nobody (-1).
function blame(run: Run, party: number, { act, by, item }: Happening, root: number): number {
  const { model } = run;
  const appears = item === -1 ? undefined : model.items[item]!.appears;
  const seems = appears === undefined ? by : appears.parties[ask(run, appears.choice, party, -1, root)]!;
  if (seems === -1 || isInSight(run, party, act) || (appears === undefined && ask(run, model.draws.attributed(act, party), party, seems, root) === 0)) return seems;
  if (appears !== undefined) return seems;
  if (ask(run, model.draws.blamesAnother(act, party), party, seems, root) !== 0) return -1;
  const suspects = model.stancesOf[party]!.filter((stance) => model.stances[stance]!.relation === "adversary" && model.stances[stance]!.other !== by);
  return suspects.length === 0 ? -1 : model.stances[suspects[0]!]!.other;
}

// Whoever looks out follows those who come, and knows whose they are.
function isInSight(run: Run, party: number, act: number): boolean {
  return (FAMILY[act] === "movement" || FAMILY[act] === "presence") && highestRungOf(run, party) >= LOOKING_OUT_RUNG;
}

// What those make of it who are not the ones it is done to.
function witnessPercept({ model }: Run, party: number, { act, against }: Happening): number {
  if (against !== -1 && model.sideOf[party * model.size + against] !== undefined) return friendPercept(model, party, against, act);
  return FAMILY[act] === "movement" || FAMILY[act] === "presence" ? PERCEPT["noticed.self"] : -1;
}

function friendPercept(model: Model, party: number, against: number, act: number): number {
  const side = against === -1 ? undefined : model.sideOf[party * model.size + against];
  return side === undefined ? -1 : FRIENDS[side][act]!;
}

// A party that was hit tells its stances toward everyone else.
function ownSideHit(run: Run, party: number, blamed: number, root: number, cause: number): void {
  for (const stance of run.model.stancesOf[party]!) {
    const { other, relation } = run.model.stances[stance]!;
    if (other !== blamed && relation !== "adversary") perceive(run, stance, PERCEPT["own.hit"], root, cause, SOURCE["own"]);
  }
}

function numberOf(percept: Percept | undefined): number {
  return percept === undefined ? -1 : PERCEPT[percept];
}
