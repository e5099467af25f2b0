// Messages: put on their way, kept waiting for a call, arrived, understood or not, lapsed.
// Knows routes, what is said to whom, and what a hearer makes of it; must not know calls, nor how a patron passes on.
// Invariant: a message is on its way until an entry says that it arrived, was lost, lapsed, was declined or cannot be delivered.
// A believed explanation that comes in time works as contrition (Wu and Axelrod 1995).

import { wishedTier, WISHES, type TierWish } from "../channel/tiers.ts";
import { BELIEVED, FIRMNESS, TOLD } from "../parties/readings.ts";
import { MESSAGE_NAMES, REQUESTS_TO_COMPLY, WARNINGS, type MessageName } from "../terms/messages.ts";
import { RUNGS } from "../terms/rungs.ts";
import { arrangeCall, canRing, lineTo, watchForLapse } from "./calls.ts";
import { ENTRY, EVENT, RELAY, RELAY_STAGES, SOURCE, STAGE } from "./codes.ts";
import { minutesToOffice } from "./hours.ts";
import { PERCEPT } from "./percept-numbers.ts";
import { hold, comply } from "./relays.ts";
import { ask, draw, record, type Run } from "./run.ts";
import { highestRungOf, perceive, perceiveToward, rungOfStance } from "./stance.ts";
import { lowerTrust } from "./trust.ts";
import { post, type Message, type PendingEvent } from "./world.ts";

const isAmong = (...names: readonly MessageName[]): readonly boolean[] => MESSAGE_NAMES.map((name) => names.includes(name));
const WARNS = isAmong(...WARNINGS);
const ANSWERS = isAmong("denial", "claim", "no-influence");
const TO_THE_PATRON = isAmong("query");
const TO_COMPLY = isAmong(...REQUESTS_TO_COMPLY);
/** What is worth saying in a call that takes place anyway, and not worth a call. */
const ROUTINE = isAmong("notice", "communications-check");
/** What is as good a day later: it is never too late to act on. */
const KEEPS = isAmong("explanation", "reserved-position", "standing-rule", "stock-taking", "proposal-to-meet", "communications-check", "suspension", "resumption", "regret", "apology");
/** What nobody is rung up for at night. */
const UNPRESSED = isAmong("stock-taking");
/** From which rung of the stance on a message is meant: whoever has calmed down asks, warns and protests no more. */
const MEANT_FROM = MESSAGE_NAMES.map((name) => {
  if (WARNINGS.includes(name)) return RUNGS.indexOf("warning");
  if (REQUESTS_TO_COMPLY.includes(name)) return RUNGS.indexOf("protest");
  return name === "protest" ? RUNGS.indexOf("concern") : 0;
});
/** Up to which rung: nobody explains that force is over while more of it is ordered. */
const MEANT_UP_TO = MESSAGE_NAMES.map((name) => (name === "explanation" ? RUNGS.indexOf("show-of-force") : RUNGS.length));
/** From here on nobody takes stock of the quiet. */
const SHOWING_FORCE = RUNGS.indexOf("show-of-force");
const CALMING = isAmong("notice", "explanation", "regret", "apology", "assurance");
/** Officers do not take stock shortly before a due call, but once it is over: within so many minutes of it, and so many minutes after it began; assumed. */
const SHORTLY = 120;
const ONCE_OVER = 45;
const CONSENT = MESSAGE_NAMES.indexOf("consent");
const RELAY_RESULT = MESSAGE_NAMES.indexOf("relay-result");
const QUERY = MESSAGE_NAMES.indexOf("query");
const TOLD_AS = MESSAGE_NAMES.map((name) => { const percept = TOLD[name]; return percept === undefined ? -1 : PERCEPT[percept]; });
const BELIEVED_AS = MESSAGE_NAMES.map((name) => { const percept = BELIEVED[name]; return percept === undefined ? -1 : PERCEPT[percept]; });

/** A stance says something to its counterpart, by whatever route there is. */
export function tell(run: Run, stance: number, what: number, urgent: boolean, tier: TierWish, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  const later = UNPRESSED[what] ? afterDueCall(run, party, other, world.at + minutesToOffice(run, party, world.at, root)) : world.at;
  if (later > world.at) {
    post(world, later, EVENT["tell"], stance, what, WISHES.indexOf(tier), root, cause);
    return;
  }
  const answers = ANSWERS[what] ? world.asked[party * model.size + other]! : -1;
  send(run, { what, from: party, to: other, stance, tier, urgent, root, result: -1, answers }, cause);
}

/** A stance says something to every other adversary of its party that can be reached and that it means it for. */
export function tellOthers(run: Run, stance: number, what: number, root: number, cause: number): void {
  const { model } = run;
  const { party } = model.stances[stance]!;
  for (const other of model.stancesOf[party]!) {
    const { relation, other: adversary } = model.stances[other]!;
    if (other === stance || relation !== "adversary" || model.routes[party * model.size + adversary] === undefined) continue;
    if (rungOfStance(run, other) >= MEANT_FROM[what]!) tell(run, other, what, true, "any", root, cause);
  }
}

function afterDueCall(run: Run, party: number, other: number, at: number): number {
  const line = lineTo(run, party, other);
  const next = line === -1 ? undefined : run.model.lines[line]!.slots[run.world.nextSlot[line]!];
  return next !== undefined && next.at - at <= SHORTLY ? Math.max(at, next.at + ONCE_OVER) : at;
}

/** What could wait for the morning is said. */
export function tellLater(run: Run, { a: stance, b: what, c: wish, root, cause }: PendingEvent): void {
  tell(run, stance, what, true, WISHES[wish]!, root, cause);
}

/** A patron tells the one who asked what became of a request: answers the stance that issued it. */
export function tellResult(run: Run, patron: number, asked: Message, result: number, cause: number): void {
  const { model } = run;
  const stance = model.stanceOf[patron * model.size + asked.from]!;
  send(run, { what: RELAY_RESULT, from: patron, to: asked.from, stance, tier: "any", urgent: true, root: asked.root, result, answers: asked.stance }, cause);
}

type Draft = Pick<Message, "what" | "from" | "to" | "stance" | "tier" | "urgent" | "root" | "result" | "answers">;

function send(run: Run, draft: Draft, cause: number): void {
  const { model, world } = run;
  const { from, what, root } = draft;
  const route = model.routes[from * model.size + draft.to];
  const throughPatron = route?.kind === "through-their-patron";
  const to = throughPatron && TO_THE_PATRON[what] ? route.via : draft.to;
  const via = route === undefined || route.kind === "line" || route.kind === "direct" || to === route.via ? -1 : route.via;
  const line = route === undefined || route.kind === "direct" || route.kind === "through-own-patron" ? -1 : lineTo(run, from, route.kind === "line" ? draft.to : route.via);
  if (line !== -1 && waitsAlready(world.waiting[line]!, draft, to)) return; // it is said once a call
  const entry = record(run, ENTRY["message"], from, to, root, cause, what, route === undefined ? STAGE["undeliverable"] : STAGE["waiting"], line, via);
  const { stance, tier, urgent, result, answers } = draft;
  const hearer = via === -1 ? to : via;
  const message: Message = { what, from, to, via, line, wrong: false, speaker: from, hearer, stance, tier, urgent, queuedAt: world.at, expectedAt: expectedAt(run, line, urgent), root, entry, result, answers };
  if (what === QUERY) world.asked[to * model.size + from] = draft.stance;
  if (route === undefined) tellIssuer(run, message, PERCEPT["warning.undeliverable"], entry);
  else if (line === -1) post(world, world.at + draw(run, model.draws.wordTravels(from), from, message.hearer, root), EVENT["word"], 0, 0, 0, root, entry, message);
  else queue(run, message);
}

function waitsAlready(waiting: readonly Message[], { what, from, urgent, result, answers }: Draft, to: number): boolean {
  for (const other of waiting) {
    if (other.what === what && other.from === from && other.to === to && other.result === result && other.answers === answers && (other.urgent || !urgent)) return true;
  }
  return false;
}

// An urgent message is expected at once, another in the next due call if there is one.
function expectedAt({ world, model }: Run, line: number, urgent: boolean): number {
  if (urgent || line === -1) return world.at;
  return model.lines[line]!.slots[world.nextSlot[line]!]?.at ?? world.at;
}

/** Puts a message on its line, to be said in the next call; an urgent one asks for a call. */
export function queue(run: Run, message: Message): void {
  const { world, model } = run;
  const { line, speaker, root, entry } = message;
  world.waiting[line]!.push(message);
  if (!canRing(run, line)) watchForLapse(run, line, root);
  else if (message.urgent || (model.lines[line]!.slots.length === 0 && !ROUTINE[message.what])) arrangeCall(run, line, speaker, wishedTier(world.tiers[line]!, message.tier), root, entry);
}

/** A word between friends arrives. */
export function arriveByWord(run: Run, { about }: PendingEvent): void {
  arrive(run, about as Message, STAGE["delivered"]);
}

/** A message was said to its hearer, and this is how it came across: the stage it was delivered at. */
export function arrive(run: Run, message: Message, stage: number): void {
  const { to, hearer, speaker, root, what } = message;
  if (stage === STAGE["lost"]) return loseMessage(run, message, stage);
  const isWrong = stage === STAGE["wrong"] || message.wrong;
  const across = stage === STAGE["delivered"] || stage === STAGE["corrected"] || stage === STAGE["wrong"];
  if (hearer !== to && across) {
    const entry = settle(run, message, STAGE["at-patron"]);
    if (WARNS[what]) perceiveToward(run, hearer, speaker, TOLD_AS[what]!, root, entry, SOURCE["line"]);
    tellConsenter(run, message, entry);
    hold(run, isWrong ? { ...message, wrong: true } : message, entry);
    return;
  }
  if (across) return understand(run, message, isWrong ? STAGE["wrong"] : stage);
  const entry = settle(run, message, hearer === to ? stage : STAGE["lost"]); // what ends at a patron never reached the one it was for
  perceiveToward(run, hearer, speaker, stage === STAGE["late"] ? PERCEPT["told.late"] : PERCEPT["told.unclear"], root, entry, SOURCE["line"]);
  if (stage === STAGE["late"]) lowerTrust(run, hearer, speaker, root, entry);
}

/** The one addressed has it: what it makes of it depends on what it is and, where it takes belief, on trust. */
export function understand(run: Run, message: Message, stage: number): void {
  const { model, world } = run;
  const { what, from, to, root, answers } = message;
  const source = message.line === -1 ? SOURCE["word"] : SOURCE["line"];
  const mine = answers !== -1 && model.stances[answers]!.party === to ? answers : model.stanceOf[to * model.size + from]!;
  if (BELIEVED_AS[what] !== -1) {
    const believed = ask(run, model.draws.believed(world.trust[to * model.size + from]!, to, from), to, from, root) === 0;
    const entry = settle(run, message, believed ? stage : STAGE["doubted"]);
    if (believed && CALMING[what]) bearOnReadings(run, message, stage);
    if (mine !== -1) perceive(run, mine, believed ? BELIEVED_AS[what]! : PERCEPT["told.doubted"], root, entry, source);
    return;
  }
  const entry = settle(run, message, stage);
  if (stage === STAGE["wrong"]) lowerTrust(run, to, from, root, entry);
  if (WARNS[what]) {
    tellIssuer(run, message, PERCEPT["warning.delivered"], entry);
    world.sharpUntil[from * model.size + to] = world.at + model.draws.holds(from);
  }
  if (message.line !== -1 && message.speaker === from) tellConsenter(run, message, entry);
  if (mine === -1) return;
  if (isRequest(message)) return comply(run, message, mine, entry);
  if (WARNS[what] && model.stances[mine]!.relation === "adversary") return takeWarning(run, mine, root, entry, source);
  const percept = what === RELAY_RESULT ? RESULTS[message.result]! : TOLD_AS[what]!;
  if (percept !== -1) perceive(run, mine, percept, root, entry, source);
  // Whether a request was followed says something of whoever passed it on, too.
  if (what === RELAY_RESULT && (message.result === RELAY["complied"] || message.result === RELAY["ignored"]) && mine !== model.stanceOf[to * model.size + from]) perceiveToward(run, to, from, percept, root, entry, source);
}

/** The message is lost or lapsed: whoever issued a warning learns that it did not get through. */
export function loseMessage(run: Run, message: Message, stage: number): void {
  const entry = settle(run, message, stage);
  tellIssuer(run, message, PERCEPT["warning.undeliverable"], entry);
}

/** Whether a message comes too late to act on, where it is said so many minutes after it was expected. */
export function isLate(message: Message, at: number, lateAfter: number): boolean {
  return !KEEPS[message.what] && at - message.expectedAt > lateAfter;
}

/** Drops what has waited on a line for longer than it keeps, and what is no longer called for. */
export function dropLapsed(run: Run, line: number): void {
  const { world, model } = run;
  if (world.waiting[line]!.length === 0) return;
  const { keeps } = model.lines[line]!;
  const isOver = (message: Message): boolean => world.at - message.queuedAt > keeps || isMoot(run, message);
  for (const message of takeOut(world.waiting[line]!, isOver)) loseMessage(run, message, STAGE["lapsed"]);
}

/** What one party has waiting for another of a kind is no longer said. */
export function dropWaiting(run: Run, from: number, to: number, what: number): void {
  const line = lineTo(run, from, to);
  if (line === -1) return;
  for (const message of takeOut(run.world.waiting[line]!, (one) => one.what === what && one.from === from && one.to === to)) loseMessage(run, message, STAGE["lapsed"]);
}

/** Takes up to `most` messages that fit off a list and gives them in their order; the others stay in theirs. */
export function takeOut(list: Message[], fits: (message: Message) => boolean, most = list.length): readonly Message[] {
  const taken: Message[] = [];
  let left = 0;
  for (const message of list) {
    if (taken.length < most && fits(message)) taken.push(message);
    else list[left++] = message;
  }
  while (list.length > left) list.pop();
  return taken;
}

// What was to be said no longer fits how the one who meant to say it stands.
function isMoot(run: Run, { what, stance, from, speaker }: Message): boolean {
  if (stance === -1 || speaker !== from) return false;
  if (MEANT_FROM[what]! > 0 && rungOfStance(run, stance) < MEANT_FROM[what]!) return true;
  return rungOfStance(run, stance) > MEANT_UP_TO[what]! || (UNPRESSED[what]! && highestRungOf(run, from) >= SHOWING_FORCE);
}

/** Records where a message has come to. */
export function settle(run: Run, { what, from, to, root, entry, line, via }: Message, stage: number): number {
  return record(run, ENTRY["message"], from, to, root, entry, what, stage, line, via);
}

/** Whether a message asks its addressee to do something, so that it complies or does not. */
export function isRequest({ what }: Message): boolean {
  return TO_COMPLY[what]!;
}

const RESULTS = RELAY_STAGES.map((stage) => PERCEPT[`relay.${stage}`]);

function tellIssuer(run: Run, { what, stance, root }: Message, percept: number, cause: number): void {
  if (WARNS[what] && stance !== -1) perceive(run, stance, percept, root, cause, SOURCE["own"]);
}

// Whoever consents knows that it was heard once it has been read back over the line.
function tellConsenter(run: Run, { what, stance, root }: Message, cause: number): void {
  if (what === CONSENT) perceive(run, stance, PERCEPT["consent.delivered"], root, cause, SOURCE["line"]);
}

// A believed word calms what is seen of the speaker and of those it speaks for; one with wrong data makes what is then seen a surprise.
function bearOnReadings(run: Run, { from, to }: Message, stage: number): void {
  const { model, world } = run;
  const until = world.at + model.draws.holds(to);
  for (let party = 0; party < model.size; party++) {
    if (party !== from && model.relationOf[from * model.size + party] !== "client") continue;
    if (stage === STAGE["wrong"]) world.sharpUntil[to * model.size + party] = until;
    else world.calmUntil[to * model.size + party] = until;
  }
}

function takeWarning(run: Run, stance: number, root: number, cause: number, source: number): void {
  const { party, other } = run.model.stances[stance]!;
  const choice = run.model.draws.firmness(party, other);
  const percept = FIRMNESS[choice.options.names[ask(run, choice, party, other, root)]!];
  if (percept !== undefined) perceive(run, stance, PERCEPT[percept], root, cause, source);
}
