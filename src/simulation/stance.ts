// How a stance takes in a percept: it is recorded, the chart answers, and what the chart asks for is put in hand.
// Knows charts by their remembered answers; must not know what a percept or an act means, nor any number of a chart.
// Invariant: a chart moves for no other reason than a percept, a timer of its own or a decision of its own.

import type { StepAct } from "../kernel/statechart.ts";
import { askParty, draw, record, type Run } from "./run.ts";
import { ENTRY, EVENT } from "./codes.ts";
import { carryOut } from "./chart-acts.ts";
import { post, type PendingEvent } from "./world.ts";
import { fireTriggers } from "./triggers.ts";

/** Gives a percept to a stance. */
export function perceive(run: Run, stance: number, percept: number, root: number, cause: number, source: number, truth = -2, shift = 0): void {
  const { party, other } = run.model.stances[stance]!;
  const entry = record(run, ENTRY["perceived"], party, other, root, cause, percept, source, truth, shift);
  step(run, stance, percept, root, entry);
}

/** Gives a percept to the stance of one party toward another, if there is one. */
export function perceiveToward(run: Run, party: number, other: number, percept: number, root: number, cause: number, source: number): void {
  const stance = party < 0 || other < 0 ? -1 : run.model.stanceOf[party * run.model.size + other]!;
  if (stance !== -1) perceive(run, stance, percept, root, cause, source);
}

/** Puts every chart in its initial state: what that asks for is put in hand. */
export function startCharts(run: Run, root: number, cause: number): void {
  for (const { index, chart } of run.model.stances) for (const act of chart.initial.acts) apply(run, index, act, root, cause);
}

/** A timer of a stance runs out. */
export function timeOut(run: Run, { a: stance, b: timer, root, cause }: PendingEvent): void {
  const { party, other, chart, firstTimer } = run.model.stances[stance]!;
  run.world.timers[firstTimer + timer] = 0;
  const entry = record(run, ENTRY["waited"], party, other, root, cause, timer, stance);
  step(run, stance, chart.timerPercept(timer), root, entry);
}

/** A decision of a stance falls due. */
export function decide(run: Run, { a: stance, b: decision, root, cause }: PendingEvent): void {
  const { party, other, chart, firstDecision, decisions } = run.model.stances[stance]!;
  run.world.decisions[firstDecision + decision] = 0;
  const option = askParty(run, decisions[decision]!, party, other, root);
  const entry = record(run, ENTRY["decision"], party, other, root, cause, decision, option, stance);
  step(run, stance, chart.decisions[decision]!.percepts[option]!, root, entry);
}

function step(run: Run, stance: number, percept: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other, chart } = model.stances[stance]!;
  const before = world.stances[stance]!;
  const { next, moved, acts } = chart.step(before, percept);
  let because = cause;
  if (moved) {
    world.stances[stance] = next;
    because = record(run, ENTRY["stance"], party, other, root, cause, stance, before, next);
  }
  for (const act of acts) apply(run, stance, act, root, because);
  if (moved) fireTriggers(run, model.onStance, party, other, next, root, because, before);
}

function apply(run: Run, stance: number, act: StepAct, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other, firstTimer, firstDecision, delays } = model.stances[stance]!;
  switch (act.kind) {
    case "start": {
      const minutes = draw(run, delays[act.timer]!, party, other, root);
      world.timers[firstTimer + act.timer] = post(world, world.at + minutes, EVENT["timer"], stance, act.timer, 0, root, cause);
      return;
    }
    case "cancel": world.timers[firstTimer + act.timer] = 0; return;
    case "ask": {
      const minutes = draw(run, model.draws.decides(party), party, other, root);
      const entry = record(run, ENTRY["decision.opened"], party, other, root, cause, act.decision, minutes, stance);
      world.decisions[firstDecision + act.decision] = post(world, world.at + minutes, EVENT["decide"], stance, act.decision, 0, root, entry);
      return;
    }
    case "drop": {
      if (world.decisions[firstDecision + act.decision] === 0) return;
      world.decisions[firstDecision + act.decision] = 0;
      record(run, ENTRY["decision.dropped"], party, other, root, cause, act.decision, 0, stance);
      return;
    }
    default: carryOut(run, stance, act.name, act.params, root, cause);
  }
}
