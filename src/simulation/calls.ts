// Calls on a line: due, asked for, taken or not, ended; and what is declared of the line and practised on it.
// Knows schedules, levels and what can fail; must not know what is said.
// Invariant: nothing is said outside a call that was taken, and no call is made over a line practised as closed.

import { nextOf } from "../kernel/chart-lists.ts";
import { answerAt } from "../kernel/statechart.ts";
import { canBeCaught, delivered, type Heard } from "../channel/delivery.ts";
import { lowestTier, nextTier, wishedTier } from "../channel/tiers.ts";
import { TIERS } from "../scenario/scenario.ts";
import { CALL, ENTRY, EVENT, SOURCE, STAGE, type CallFact } from "./codes.ts";
import { FACT, type LineModel } from "./line-model.ts";
import { arrive, dropLapsed, isLate, loseMessage, takeOut } from "./messages.ts";
import { minutesTo } from "./hours.ts";
import { PERCEPT } from "./percept-numbers.ts";
import { ask, draw, record, type Run } from "./run.ts";
import { perceiveToward } from "./stance.ts";
import { keepWord, lowerTrust } from "./trust.ts";
import { post, type Message, type PendingEvent } from "./world.ts";

const CHIEFS = TIERS.indexOf("chiefs");

/** A call is due: it rings, or it does not where the line is practised as closed. */
export function fallDue(run: Run, { a: line, root }: PendingEvent): void {
  const { model, world } = run;
  const { slots, ends: [caller, other] } = model.lines[line]!;
  const next = slots[++world.nextSlot[line]!];
  if (next) post(world, next.at, EVENT["due"], line, 0, 0, next.root, -1);
  dropLapsed(run, line);
  if (!canRing(run, line)) {
    moveLine(run, line, FACT["fell-due"]);
    const entry = note(run, line, CALL["not-rung"], caller, root, -1, 0);
    for (const [party, end] of [[caller, other], [other, caller]] as const) perceiveToward(run, party, end, PERCEPT["call.missed"], root, entry, SOURCE["line"]);
    return;
  }
  ring(run, line, caller, lowestTier(world.tiers[line]!), root, -1);
}

/** Arranges a call for what waits urgently from this end, at the level it asks for, unless one is arranged; a line without calls on request waits for the next due one. */
export function arrangeCall(run: Run, line: number, caller: number, tier: number, root: number, cause: number): void {
  const { model, world } = run;
  if (!model.lines[line]!.onRequest || world.rings[line * TIERS.length + tier] !== 0 || !canRing(run, line)) return;
  arrange(run, line, caller, tier, setUp(run, line, caller, tier, root), root, cause);
}

// How long a call takes to set up; chiefs are not woken for it.
function setUp(run: Run, line: number, caller: number, tier: number, root: number): number {
  const { setsUp, chiefsHours } = run.model.lines[line]!;
  const minutes = draw(run, setsUp[tier]!, caller, otherEnd(run.model.lines[line]!, caller), root);
  return tier === CHIEFS ? minutes + minutesTo(chiefsHours, run, run.world.at + minutes) : minutes;
}

/** A call that was arranged rings, unless what it was for has been said meanwhile. */
export function ringArranged(run: Run, { a: line, b: caller, c: tier, root, cause }: PendingEvent): void {
  run.world.rings[line * TIERS.length + tier] = 0;
  dropLapsed(run, line);
  const isDue = isDueCall(run, root);
  const first = run.world.waiting[line]!.find((message) => canBeSaid(run, line, tier, root, message));
  if ((isDue || first !== undefined) && canRing(run, line)) ring(run, line, isDue ? caller : first!.speaker, tier, root, cause);
}

/** A call ends: what it had time for is said, and what stays behind waits. */
export function hangUp(run: Run, { a: line, b: caller, c: tier, root, cause }: PendingEvent): void {
  const { model, world } = run;
  const { ending, carries } = model.lines[line]!;
  const callee = otherEnd(model.lines[line]!, caller);
  world.speaking[line] = 0;
  const ends = ending.options.names[ask(run, ending, caller, callee, root)]!;
  if (ends === "disputed") note(run, line, CALL["disputed"], caller, root, cause, tier);
  dropLapsed(run, line);
  const said = takeUp(run, line, tier, root, ends === "cut-off" ? Math.min(carries, Math.ceil(sayable(run, line, tier, root) / 2)) : carries);
  for (const message of said) {
    if (ends === "disputed" && message.speaker === caller) loseMessage(run, message, STAGE["lost"]);
    else say(run, line, message);
  }
  if (ends === "cut-off") note(run, line, CALL["cut-off"], caller, root, cause, tier);
  moveLine(run, line, ends === "cut-off" ? FACT["cut-off"] : FACT["hung-up"]);
  if (tier > 0) moveLine(run, line, FACT["went-down"]);
  remember(run, caller, callee, ends, true, root, cause);
  if (ends === "disputed" || isDueCall(run, root)) remember(run, callee, caller, ends, ends !== "disputed", root, cause);
  arrangeForUrgent(run, line);
}

/** A party declares its line to the stance's counterpart suspended; whether it goes on in practice is a question. */
export function suspendLine(run: Run, stance: number, root: number, cause: number): void {
  declare(run, stance, "declared-suspended", root, cause, (line, other, entry) => {
    const { party } = run.model.stances[stance]!;
    lowerTrust(run, other, party, root, entry);
    perceiveToward(run, other, party, PERCEPT["line.suspended"], root, entry, SOURCE["line"]);
    if (ask(run, run.model.lines[line]!.keptInPractice, party, other, root) !== 0) closeLine(run, line, party, root, entry);
  });
}

/** A party declares its line to the stance's counterpart open again. */
export function resumeLine(run: Run, stance: number, root: number, cause: number): void {
  declare(run, stance, "declared-open", root, cause, (line, other, entry) => {
    const { party } = run.model.stances[stance]!;
    run.world.shut[line] = 0;
    if (run.world.deadUntil[line] !== 0) return; // words mend no fault
    open(run, line, party, root, entry);
    perceiveToward(run, other, party, PERCEPT["line.restored"], root, entry, SOURCE["line"]);
  });
}

/** Adds a level to the line between the two parties of a stance. */
export function openTier(run: Run, stance: number, tier: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  const line = lineTo(run, party, other);
  const bit = 1 << tier;
  if (line === -1 || world.tiers[line]! & bit || !canRing(run, line)) return;
  world.tiers[line]! |= bit;
  record(run, ENTRY["tier"], party, other, root, cause, tier, line);
}

/** The line neither rings nor carries from here on, and stays closed when a fault is mended. */
export function closeLine(run: Run, line: number, who: number, root: number, cause: number): void {
  const { world } = run;
  if (world.shut[line] === 1) return;
  world.shut[line] = 1;
  moveLine(run, line, FACT["closed"]);
  hangAll(run, line);
  note(run, line, CALL["closed"], who, root, cause, 0);
  watchForLapse(run, line, root);
}

/** A technical fault: the line is dead for a while, and an end may take that for a signal. On a line that is closed nobody notices. */
export function failLine(run: Run, line: number, lasts: number | undefined, root: number, cause: number): void {
  const { model, world } = run;
  const { ends: [a, b], outageRead } = model.lines[line]!;
  world.deadUntil[line] = Math.max(world.deadUntil[line]!, lasts === undefined ? model.scenario.minutes + 1 : world.at + lasts);
  const wasAlive = moveLine(run, line, FACT["closed"]);
  const entry = wasAlive ? note(run, line, CALL["went-dead"], a, root, cause, 0) : cause;
  if (lasts !== undefined) post(world, world.at + lasts, EVENT["outage-over"], line, 0, 0, root, entry);
  if (!wasAlive) return;
  hangAll(run, line);
  watchForLapse(run, line, root);
  for (const [party, other] of [[a, b], [b, a]] as const) {
    if (ask(run, outageRead, party, other, root) !== 0) continue;
    const signal = note(run, line, CALL["taken-as-signal"], party, root, entry, 0);
    perceiveToward(run, party, other, PERCEPT["line.suspended"], root, signal, SOURCE["line"]);
  }
}

/** A fault is mended: the line is back, unless another fault or somebody's purpose keeps it closed. */
export function endOutage(run: Run, { a: line, root, cause }: PendingEvent): void {
  const { world } = run;
  if (world.deadUntil[line] === 0 || world.deadUntil[line]! > world.at) return;
  world.deadUntil[line] = 0;
  if (world.shut[line] === 0) comeBack(run, line, root, cause);
}

/** Whatever kept the line closed is over. */
export function restoreLine(run: Run, line: number, root: number, cause: number): void {
  run.world.deadUntil[line] = 0;
  run.world.shut[line] = 0;
  comeBack(run, line, root, cause);
}

/** What is declared of a line stands in the trace from the start, where it is not that it is open. */
export function stateLines(run: Run, root: number, cause: number): void {
  for (const { index, declared, ends: [a] } of run.model.lines) if (declared !== "open") note(run, index, CALL[`declared-${declared}`], a, root, cause, 0);
}

/** The line from one party to another: the first that rings, else the first there is, else -1. */
export function lineTo(run: Run, from: number, to: number): number {
  const lines = run.model.linesBetween[from * run.model.size + to]!;
  if (lines.length < 2) return lines[0] ?? -1;
  return lines.find((line) => canRing(run, line)) ?? lines[0]!;
}

/** Whether the line rings: it is practised, and nobody is on it. */
export function canRing(run: Run, line: number): boolean {
  const { model, world } = run;
  return model.lineRings(world.lines[line]!) || isSpeaking(run, line);
}

/** Looks again once the messages that wait now have lapsed, where nothing else would. */
export function watchForLapse(run: Run, line: number, root: number): void {
  const { world, model } = run;
  if (world.waiting[line]!.length > 0) post(world, world.at + model.lines[line]!.keeps + 1, EVENT["lapse"], line, 0, 0, root, -1);
}

// The line rings; while they are speaking on it already, it rings again shortly.
function ring(run: Run, line: number, caller: number, tier: number, root: number, cause: number): void {
  const { model, world } = run;
  const { pickUp, held, callTakes, answeredWithin, triesAgain } = model.lines[line]!;
  const callee = otherEnd(model.lines[line]!, caller);
  const due = isDueCall(run, root);
  if (world.speaking[line] !== 0) return arrange(run, line, caller, tier, draw(run, triesAgain, caller, callee, root), root, cause);
  moveLine(run, line, FACT["rang"]);
  const fact = pickUp[tier]!.options.names[ask(run, pickUp[tier]!, caller, callee, root)]! as CallFact;
  const entry = note(run, line, CALL[fact], caller, root, cause, tier);
  if (fact === "answered" || fact === "held") {
    if (fact === "held") moveLine(run, line, FACT["held"]);
    const wait = fact === "held" ? draw(run, held, caller, callee, root) : 0;
    const takes = draw(run, callTakes[tier]!, caller, callee, root) + (due ? 0 : draw(run, answeredWithin, caller, callee, root));
    moveLine(run, line, FACT["answered"]);
    for (let t = 0; t < tier; t++) moveLine(run, line, FACT["went-up"]);
    world.speaking[line] = post(world, world.at + wait + takes, EVENT["hang-up"], line, caller, tier, root, entry);
    return;
  }
  moveLine(run, line, fact === "refused" ? FACT["refused"] : FACT["unanswered"]);
  const above = nextTier(world.tiers[line]!, tier);
  if (fact === "absent" && above === tier + 1) return arrange(run, line, caller, above, draw(run, triesAgain, caller, callee, root), root, entry);
  goUnanswered(run, line, caller, root, entry, due, fact === "outage");
}

function goUnanswered(run: Run, line: number, caller: number, root: number, cause: number, due: boolean, isFault: boolean): void {
  const { model, world } = run;
  const { ringsAgain, onRequest, slots, triesFor } = model.lines[line]!;
  const callee = otherEnd(model.lines[line]!, caller);
  const mayTry = onRequest && canRing(run, line);
  if (mayTry && due) { // it is tried again for a while before it counts as missed
    const again = draw(run, ringsAgain, caller, callee, root);
    if (world.at + again <= slots[world.nextSlot[line]! - 1]!.at + triesFor) return arrange(run, line, caller, lowestTier(world.tiers[line]!), again, root, cause);
  }
  const entry = note(run, line, CALL["unanswered"], caller, root, cause, 0);
  if (due && !isFault) lowerTrust(run, caller, callee, root, entry);
  const urgent = world.waiting[line]!.find((message) => message.urgent);
  if (mayTry && urgent !== undefined) {
    const tier = wishedTier(world.tiers[line]!, urgent.tier);
    const again = draw(run, ringsAgain, caller, callee, urgent.root);
    arrange(run, line, urgent.speaker, tier, Math.max(again, setUp(run, line, urgent.speaker, tier, urgent.root)), urgent.root, entry);
  }
  perceiveToward(run, caller, callee, PERCEPT["call.missed"], root, entry, SOURCE["line"]);
}

// A ring at a level some minutes from now, in place of one that was arranged for that level.
function arrange(run: Run, line: number, caller: number, tier: number, minutes: number, root: number, cause: number): void {
  const { world } = run;
  world.rings[line * TIERS.length + tier] = post(world, world.at + minutes, EVENT["ring"], line, caller, tier, root, cause);
}

function arrangeForUrgent(run: Run, line: number): void {
  for (const { urgent, speaker, tier, root, entry } of run.world.waiting[line]!) {
    if (urgent) arrangeCall(run, line, speaker, wishedTier(run.world.tiers[line]!, tier), root, entry);
  }
}

// Whatever was arranged or going on is over.
function hangAll(run: Run, line: number): void {
  run.world.speaking[line] = 0;
  for (let tier = 0; tier < TIERS.length; tier++) run.world.rings[line * TIERS.length + tier] = 0;
}

// A due call is the root of what it brings; an extra call has the root of what it was made for.
function isDueCall({ model }: Run, root: number): boolean {
  return root >= model.items.length;
}

// What a call leaves with one end (of an extra call, the one who made it): that it took place, if it is not disputed, and a word kept or broken.
function remember(run: Run, party: number, other: number, ends: string, tookPlace: boolean, root: number, cause: number): void {
  perceiveToward(run, party, other, tookPlace ? PERCEPT["call.answered"] : PERCEPT["call.missed"], root, cause, SOURCE["line"]);
  if (ends === "well" && isDueCall(run, root)) keepWord(run, party, other, root, cause);
  else if (ends === "disputed") lowerTrust(run, party, other, root, cause);
}

// The line rings and carries again, both ends notice, and what waits urgently is said.
function comeBack(run: Run, line: number, root: number, cause: number): void {
  const { ends: [a, b] } = run.model.lines[line]!;
  open(run, line, a, root, cause);
  for (const [party, other] of [[a, b], [b, a]] as const) perceiveToward(run, party, other, PERCEPT["line.restored"], root, cause, SOURCE["line"]);
}

function open(run: Run, line: number, who: number, root: number, cause: number): void {
  if (!moveLine(run, line, FACT["opened"])) return;
  note(run, line, CALL["opened"], who, root, cause, 0);
  arrangeForUrgent(run, line);
}

// Takes what a call has time for off the line: what asks for this level or a lower one; the routine agenda in due calls alone, if there are any.
function takeUp(run: Run, line: number, tier: number, root: number, most: number): readonly Message[] {
  return takeOut(run.world.waiting[line]!, (message) => canBeSaid(run, line, tier, root, message), most);
}

function sayable(run: Run, line: number, tier: number, root: number): number {
  return run.world.waiting[line]!.filter((message) => canBeSaid(run, line, tier, root, message)).length;
}

function canBeSaid(run: Run, line: number, tier: number, root: number, { urgent, tier: wish }: Message): boolean {
  const isExtra = !isDueCall(run, root) && run.model.lines[line]!.slots.length > 0;
  return (urgent || !isExtra) && wishedTier(run.world.tiers[line]!, wish) <= tier;
}

// Says one message: it is heard in some way, and then it arrives or is lost.
function say(run: Run, line: number, message: Message): void {
  const { model, world } = run;
  const { heard, readBack, lateAfter } = model.lines[line]!;
  const { speaker, hearer } = message;
  const how = heard.options.names[ask(run, heard, speaker, hearer, message.root)]! as Heard;
  const caught = canBeCaught(how) && ask(run, readBack, speaker, hearer, message.root) === 0;
  if (caught) moveLine(run, line, FACT["read-back"]);
  arrive(run, message, STAGE[delivered(how, caught, isLate(message, world.at, lateAfter))]);
}

function declare(run: Run, stance: number, fact: CallFact, root: number, cause: number, then: (line: number, other: number, entry: number) => void): void {
  const { model } = run;
  const { party, other } = model.stances[stance]!;
  for (const line of model.linesBetween[party * model.size + other]!) {
    moveLine(run, line, fact === "declared-open" ? FACT["declared.open"] : FACT["declared.suspended"]);
    then(line, other, note(run, line, CALL[fact], party, root, cause, 0));
  }
}

function isSpeaking(run: Run, line: number): boolean {
  return run.model.lineSpeaks(run.world.lines[line]!);
}

function moveLine(run: Run, line: number, fact: number): boolean {
  const { model: { lineChart: chart }, world } = run;
  const before = world.lines[line]!;
  const next = nextOf(answerAt(chart, before, fact));
  world.lines[line] = next;
  return next !== before;
}

function note(run: Run, line: number, fact: number, caller: number, root: number, cause: number, tier: number): number {
  return record(run, ENTRY["call"], caller, otherEnd(run.model.lines[line]!, caller), root, cause, fact, line, tier);
}

/** The other end of a line. */
export function otherEnd({ ends: [a, b] }: LineModel, party: number): number {
  return party === a ? b : a;
}
