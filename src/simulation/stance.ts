// How a stance takes in a percept: it is recorded, the chart answers, and what the chart asks for is put in hand.
// Knows charts by their remembered answers; must not know what a percept or an act means, nor any number of a chart.
// Invariant: a chart moves for no other reason than a percept, a timer of its own or a decision of its own.

import { STEP_ACTS } from "../kernel/chart-answers.ts";
import { kindOf, nextOf, numberOf, placeOf } from "../kernel/chart-lists.ts";
import { answerAt, rungAt } from "../kernel/statechart.ts";
import { askParty, draw, record, type Run } from "./run.ts";
import { ENTRY, EVENT } from "./codes.ts";
import { carryOut } from "./chart-acts.ts";
import type { StanceModel } from "./model.ts";
import { post, type PendingEvent } from "./world.ts";
import { fireTriggers } from "./triggers.ts";

/** Gives a percept to a stance; `truth` is who really did it (-2 where nobody did anything), `shift` by how much it is misread. */
export function perceive(run: Run, stance: number, percept: number, root: number, cause: number, source: number, truth = -2, shift = 0): void {
  const its = run.model.stances[stance]!;
  const entry = record(run, ENTRY["perceived"], its.party, its.other, root, cause, percept, source, truth, shift);
  step(run, its, percept, root, entry);
}

/** Gives a percept to the stance of one party toward another, if there is one. */
export function perceiveToward(run: Run, party: number, other: number, percept: number, root: number, cause: number, source: number): void {
  const stance = party < 0 || other < 0 ? -1 : run.model.stanceOf[party * run.model.size + other]!;
  if (stance !== -1) perceive(run, stance, percept, root, cause, source);
}

/** The rung at which a stance stands; -1 where its chart says none. */
export function rungOfStance({ model, world }: Run, stance: number): number {
  return rungAt(model.stances[stance]!.chart, world.stances[stance]!);
}

/** The highest rung at which any stance of a party stands. */
export function highestRungOf(run: Run, party: number): number {
  let highest = -1;
  for (const stance of run.model.stancesOf[party]!) highest = Math.max(highest, rungOfStance(run, stance));
  return highest;
}

/** Puts every chart in its initial state: what that asks for is put in hand. */
export function startCharts(run: Run, root: number, cause: number): void {
  for (const its of run.model.stances) for (const { kind, number } of its.chart.initial.acts) apply(run, its, STEP_ACTS.indexOf(kind), number, root, cause);
}

/** A timer of a stance runs out. */
export function timeOut(run: Run, { a: stance, b: timer, c: place, root, cause }: PendingEvent): void {
  const its = run.model.stances[stance]!;
  run.world.timers[place] = 0;
  const entry = record(run, ENTRY["waited"], its.party, its.other, root, cause, timer, stance);
  step(run, its, its.chart.timerPercept(timer), root, entry);
}

/** A decision of a stance falls due. */
export function decide(run: Run, { a: stance, b: decision, c: place, root, cause }: PendingEvent): void {
  const its = run.model.stances[stance]!;
  run.world.decisions[place] = 0;
  const option = askParty(run, its.decisions[decision]!, its.party, its.other, root);
  const entry = record(run, ENTRY["decision"], its.party, its.other, root, cause, decision, option, stance);
  step(run, its, its.chart.decisions[decision]!.percepts[option]!, root, entry);
}

function step(run: Run, its: StanceModel, percept: number, root: number, cause: number): void {
  const { model, world } = run;
  const { index, party, other, chart } = its;
  const before = world.stances[index]!;
  const answer = answerAt(chart, before, percept);
  const next = nextOf(answer);
  let because = cause;
  if (next !== before) {
    world.stances[index] = next;
    because = record(run, ENTRY["stance"], party, other, root, cause, index, before, next);
  }
  const { lists } = chart;
  const place = placeOf(answer);
  const last = place + lists[place]!;
  for (let i = place + 1; i <= last; i++) apply(run, its, kindOf(lists[i]!), numberOf(lists[i]!), root, because);
  if (next !== before && model.onStance.length > 0) fireTriggers(run, model.onStance, party, other, next, root, because, before);
}

const [ACT, ASK, DROP, START, CANCEL] = STEP_ACTS.map((_, kind) => kind);

function apply(run: Run, { index, party, other, firstTimer, firstDecision, delays, deeds }: StanceModel, kind: number, number: number, root: number, cause: number): void {
  const { model, world } = run;
  switch (kind) {
    case START: {
      const minutes = draw(run, delays[number]!, party, other, root);
      const place = firstTimer + number;
      world.timers[place] = post(world, world.at + minutes, EVENT["timer"], index, number, place, root, cause);
      return;
    }
    case CANCEL: world.timers[firstTimer + number] = 0; return;
    case ASK: {
      const minutes = draw(run, model.draws.decides(party), party, other, root);
      const entry = record(run, ENTRY["decision.opened"], party, other, root, cause, number, minutes, index);
      const place = firstDecision + number;
      world.decisions[place] = post(world, world.at + minutes, EVENT["decide"], index, number, place, root, entry);
      return;
    }
    case DROP: {
      if (world.decisions[firstDecision + number] === 0) return;
      world.decisions[firstDecision + number] = 0;
      record(run, ENTRY["decision.dropped"], party, other, root, cause, number, 0, index);
      return;
    }
    case ACT: carryOut(run, index, deeds[number]!, root, cause);
  }
}
