// Public statements: made by a stance or by the scenario, heard by everyone, taken to heart by those they concern.
// Knows who is concerned and how a tone is taken; must not know what made anyone speak.
// Invariant: a statement is said over no line, and reaches each hearer it concerns once.

import { heard } from "../parties/readings.ts";
import { RUNGS } from "../terms/rungs.ts";
import { STATEMENT_NAMES, STATEMENTS } from "../terms/statements.ts";
import { ENTRY, EVENT, SOURCE } from "./codes.ts";
import { minutesToOffice } from "./hours.ts";
import { PERCEPT } from "./percept-numbers.ts";
import { ask, draw, record, type Run } from "./run.ts";
import { highestRungOf, perceive, rungOfStance } from "./stance.ts";
import { post, type PendingEvent } from "./world.ts";

const HEARD = STATEMENT_NAMES.map((name) => { const percept = heard(name); return percept === undefined ? -1 : PERCEPT[percept]; });
const IS_URGENT = STATEMENT_NAMES.map((name) => STATEMENTS[name].urgent);
const IS_OPEN = STATEMENT_NAMES.map((name) => STATEMENTS[name].tone === "open");
const CALMED_DOWN = RUNGS.indexOf("protest");
const SHOWING_FORCE = RUNGS.indexOf("show-of-force");
/** What is said on the ground that it is calm. */
const SAYS_CALM = STATEMENT_NAMES.map((name) => name === "assurance" || name === "restraint" || name === "credit" || name === "appeal");

/** A stance has something to say in public about its counterpart; it is said once it is drafted and cleared, in the hours in which statements are issued and after what was drafted before it; an urgent one waits for neither. */
export function draftStatement(run: Run, stance: number, statement: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  const prepares = draw(run, model.draws.statementPrepares(party), party, other, root);
  let issued = world.at + prepares;
  if (!IS_URGENT[statement]) {
    const waits = minutesToOffice(run, party, issued, root);
    // What is ready outside the hours waits for the morning, and is cleared then.
    if (waits > 0) issued += waits + draw(run, model.draws.statementPrepares(party), party, other, root);
    issued = Math.max(issued, world.speaksFrom[party]!);
    world.speaksFrom[party] = issued + model.draws.statementsApart(party);
  }
  post(world, issued, EVENT["statement"], stance, statement, highestRungOf(run, party), root, cause);
}

/** What a stance had to say is said; words of calm are not by one who shows force or has gone higher since they were drafted, nor a warning of escalation by one who has calmed down. */
export function sayDrafted(run: Run, { a: stance, b: statement, c: rung, root, cause }: PendingEvent): void {
  const { party, other } = run.model.stances[stance]!;
  const now = highestRungOf(run, party);
  if (IS_OPEN[statement] && rungOfStance(run, stance) < CALMED_DOWN) return;
  if (SAYS_CALM[statement] && (now > rung || now >= SHOWING_FORCE)) return;
  makeStatement(run, party, other, statement, -1, root, cause);
}

/** A statement is made: drafted by a stance, or by a timeline item (else -1). What nobody known says, nobody can take to heart. */
export function makeStatement(run: Run, party: number, other: number, statement: number, item: number, root: number, cause: number): void {
  const { model, world } = run;
  const entry = record(run, ENTRY["statement"], party, other, root, cause, statement, item);
  if (party === -1 || (HEARD[statement] === -1 && !IS_OPEN[statement])) return;
  post(world, world.at + draw(run, model.draws.statementTravels(party), party, other, root), EVENT["heard"], party, other, statement, root, entry);
}

/** A statement is read by those it concerns: the one it speaks of, and those who stand with that one. */
export function hearStatement(run: Run, { a: speaker, b: about, c: statement, root, cause }: PendingEvent): void {
  const { model } = run;
  for (let hearer = 0; hearer < model.size; hearer++) {
    const stance = model.stanceOf[hearer * model.size + speaker]!;
    if (stance === -1 || (hearer !== about && model.sideOf[hearer * model.size + about] === undefined)) continue;
    perceive(run, stance, IS_OPEN[statement] ? openReading(run, hearer, speaker, root) : HEARD[statement]!, root, cause, SOURCE["public"]);
  }
}

// A warning of escalation can be taken for a threat or for an appeal.
function openReading(run: Run, hearer: number, speaker: number, root: number): number {
  const choice = run.model.draws.caution(hearer, speaker);
  return choice.options.names[ask(run, choice, hearer, speaker, root)] === "threat" ? PERCEPT["stated.threat"] : PERCEPT["stated.appeal"];
}
