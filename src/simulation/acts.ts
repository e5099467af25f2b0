// Acts on the ground and in the air: ordered, called off, carried out.
// Knows that acts take time, where they happen and what follows at once; must not know how anyone reads them.
// Invariant: an act that happens was ordered by a chart or stands in the timeline.

import { ACT_NAMES, ACTS, isForce } from "../terms/acts.ts";
import { ENTRY, EVENT, SOURCE, WAYS } from "./codes.ts";
import { minutesTo } from "./hours.ts";
import { PERCEPT } from "./percept-numbers.ts";
import { ask, draw, record, type Run } from "./run.ts";
import { perceive } from "./stance.ts";
import { showTo } from "./perceive.ts";
import { fireTriggers } from "./triggers.ts";
import { post, type Happening, type PendingEvent } from "./world.ts";

const STRIKE = ACT_NAMES.indexOf("strike");
const MISTAKEN = ACT_NAMES.indexOf("mistaken-strike");
const APPROACH = ACT_NAMES.indexOf("approach");
const MAGNITUDES = ACT_NAMES.map((name) => ACTS[name].magnitude);
const FORCE = ACT_NAMES.map(isForce);
const GOAL_WAYS: readonly number[] = ACT_NAMES.map((name) => (name === "reach-goal" ? WAYS.indexOf("other") : name === "pass-through" ? WAYS.indexOf("direct") : 0));
const WARNS = ACT_NAMES.map((name) => name === "leaflet" || name === "show-force" || name === "warning-shots");
const NEEDS_DAYLIGHT = ACT_NAMES.map((name) => name === "leaflet");
const APPROACHES = ACT_NAMES.map((name) => name === "approach" || name === "reinforce");
const LEAVES = ACT_NAMES.map((name) => name === "withdraw" || name === "go-round" || name === "pass-through");
/** How near one is who is on its way and nobody says where, in km: farther than all others. */
const SOMEWHERE = 0x7FFF;
/** Of the way that is left, how much is left after an approach; assumed. */
const LEFT_AFTER_APPROACH = 0.7;
const ENTERS = ACT_NAMES.map((name) => name === "enter" || name === "approach" || name === "reinforce" || name === "outpost");

/** A stance orders an act against its counterpart; it happens after the time it takes, unless it is called off. */
export function order(run: Run, stance: number, act: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  let minutes = draw(run, model.draws.prepares(act, party), party, other, root);
  if (NEEDS_DAYLIGHT[act]) minutes += minutesTo(model.draws.daylight, run, world.at + minutes);
  const entry = record(run, ENTRY["act.ordered"], party, other, root, cause, act, minutes, stance);
  world.preparing[stance]!++;
  post(world, world.at + minutes, EVENT["act"], stance, act, world.orders[stance]!, root, entry);
}

/** A stance takes back what it ordered and what has not happened yet. */
export function callOff(run: Run, stance: number, root: number, cause: number): void {
  const { model, world } = run;
  if (world.preparing[stance] === 0) return;
  const { party, other } = model.stances[stance]!;
  world.orders[stance]!++;
  record(run, ENTRY["act.called-off"], party, other, root, cause, world.preparing[stance]!, 0, stance);
  world.preparing[stance] = 0;
}

/** An ordered act is carried out. */
export function carryOutOrder(run: Run, { a: stance, b: ordered, root, cause }: PendingEvent): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  world.preparing[stance]!--;
  const mistaken = ordered === STRIKE && ask(run, model.draws.mistaken(party), party, other, root) === 0;
  const act = mistaken ? MISTAKEN : ordered;
  const spread = model.draws.distance(act, party);
  const distanceKm = spread === undefined ? -1 : nearer(run, act, party * model.size + other, draw(run, spread, party, other, root));
  const entry = happen(run, { act, by: party, against: other, gravity: MAGNITUDES[act]!, distanceKm, item: -1 }, root, cause);
  if (mistaken) learnOfMistakeLater(run, stance, root, entry);
  if (ordered === STRIKE) perceive(run, stance, PERCEPT["strike.done"], root, entry, SOURCE["own"]);
}

// Who approaches comes nearer than it was; who follows is not behind those who are there.
function nearer({ world }: Run, act: number, pair: number, drawn: number): number {
  const before = world.nearest[pair]!;
  if (before === -1 || drawn < before || !APPROACHES[act]) return drawn;
  return act === APPROACH ? Math.round(before * LEFT_AFTER_APPROACH) : before;
}

/** A party defends its own place against somebody it cannot name: it is against nobody, and is not taken back. */
export function fendOff(run: Run, stance: number, act: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party } = model.stances[stance]!;
  const minutes = draw(run, model.draws.prepares(act, party), party, -1, root);
  const entry = record(run, ENTRY["act.ordered"], party, -1, root, cause, act, minutes, stance);
  post(world, world.at + minutes, EVENT["fend-off"], party, act, 0, root, entry);
}

/** Such a defence is carried out. */
export function carryOutDefence(run: Run, { a: by, b: act, root, cause }: PendingEvent): void {
  happen(run, { act, by, against: -1, gravity: MAGNITUDES[act]!, distanceKm: -1, item: -1 }, root, cause);
}

/** Something happens: it is recorded, shown to those who may see it, and whatever waits for it is set off. */
export function happen(run: Run, happening: Happening, root: number, cause: number): number {
  const { model, world } = run;
  const { act, by, against, gravity, distanceKm, item } = happening;
  const entry = record(run, ENTRY["act"], by, against, root, cause, act, gravity, distanceKm, item);
  if (by !== -1 && against !== -1) {
    const pair = by * model.size + against;
    if (LEAVES[act]) world.nearest[pair] = -1;
    else if (ENTERS[act]) world.nearest[pair] = Math.min(world.nearest[pair] === -1 ? SOMEWHERE : world.nearest[pair]!, distanceKm === -1 ? SOMEWHERE : distanceKm);
  }
  if (ENTERS[act] && against !== -1 && distanceKm !== -1 && distanceKm <= model.disputedKm[against]!) {
    record(run, ENTRY["rule.disputed"], by, against, root, entry, act);
  }
  reachGoal(run, act, by, root, entry);
  if (WARNS[act] && by !== -1 && against !== -1) world.sharpUntil[by * model.size + against] = world.at + model.draws.holds(by);
  if (FORCE[act] && by !== -1) ownForceUsed(run, by, against, root, entry);
  showTo(run, happening, root, entry);
  fireTriggers(run, model.onAct, by, against, act, root, entry);
  return entry;
}

/** The mistake of a stance will become known to it. */
export function learnOfMistakeLater(run: Run, stance: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  post(world, world.at + draw(run, model.draws.mistakeLearned(party), party, other, root), EVENT["mistake"], stance, 0, 0, root, cause);
}

/** A party learns that its own force hit the wrong target. */
export function learnOfMistake(run: Run, { a: stance, root, cause }: PendingEvent): void {
  perceive(run, stance, PERCEPT["mistake.learned"], root, cause, SOURCE["own"]);
}

// The first goal of the one who acts that is not reached yet.
function reachGoal(run: Run, act: number, by: number, root: number, cause: number): void {
  const way = GOAL_WAYS[act]!;
  if (way === 0) return;
  const goal = run.model.goals.findIndex(({ of }, i) => of === by && run.world.goals[i] === 0);
  if (goal === -1) return;
  run.world.goals[goal] = way;
  record(run, ENTRY["goal"], by, -1, root, cause, goal, way);
}

// Those who use force know it, and so do those who speak for them elsewhere.
function ownForceUsed(run: Run, by: number, against: number, root: number, cause: number): void {
  for (const stance of run.model.stancesOf[by]!) {
    const { relation, other } = run.model.stances[stance]!;
    if (relation === "counterpart" && other !== against) perceive(run, stance, PERCEPT["own.force-used"], root, cause, SOURCE["own"]);
  }
}
