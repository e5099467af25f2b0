// How a stance takes in a percept: it is recorded, the chart answers, and what the chart asks for is put in hand.
// Knows charts by their remembered answers; must not know what a percept or an act means, nor any number of a chart.
// Invariant: a chart moves for no other reason than a percept, a timer of its own or a decision of its own.

import type { StepAct } from "../kernel/statechart.ts";
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

/** Puts every chart in its initial state: what that asks for is put in hand. */
export function startCharts(run: Run, root: number, cause: number): void {
  for (const its of run.model.stances) for (const act of its.chart.initial.acts) apply(run, its, act, root, cause);
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
  const { next, moved, acts } = chart.table[before * chart.width + percept] ?? chart.step(before, percept);
  let because = cause;
  if (moved) {
    world.stances[index] = next;
    because = record(run, ENTRY["stance"], party, other, root, cause, index, before, next);
  }
  for (let i = 0; i < acts.length; i++) apply(run, its, acts[i]!, root, because);
  if (moved && model.onStance.length > 0) fireTriggers(run, model.onStance, party, other, next, root, because, before);
}

function apply(run: Run, { index, party, other, firstTimer, firstDecision, delays, deeds }: StanceModel, { kind, number }: StepAct, root: number, cause: number): void {
  const { model, world } = run;
  switch (kind) {
    case "start": {
      const minutes = draw(run, delays[number]!, party, other, root);
      const place = firstTimer + number;
      world.timers[place] = post(world, world.at + minutes, EVENT["timer"], index, number, place, root, cause);
      return;
    }
    case "cancel": world.timers[firstTimer + number] = 0; return;
    case "ask": {
      const minutes = draw(run, model.draws.decides(party), party, other, root);
      const entry = record(run, ENTRY["decision.opened"], party, other, root, cause, number, minutes, index);
      const place = firstDecision + number;
      world.decisions[place] = post(world, world.at + minutes, EVENT["decide"], index, number, place, root, entry);
      return;
    }
    case "drop": {
      if (world.decisions[firstDecision + number] === 0) return;
      world.decisions[firstDecision + number] = 0;
      record(run, ENTRY["decision.dropped"], party, other, root, cause, number, 0, index);
      return;
    }
    case "act": carryOut(run, index, deeds[number]!, root, cause);
  }
}
