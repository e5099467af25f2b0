// What a patron does with what it is asked to pass on, and what becomes of it at the client.
// Knows patrons, clients, compliance and verification as questions; must not know what is asked.
// Invariant: what is held is passed on, declined or still held; a result is reported no better than it is known.
// Compliance rises with leverage and falls with the client's stake (Byman and Kreps 2010): weights, with a factor for pressure.

import { ENTRY, EVENT, RELAY, SOURCE, STAGE } from "./codes.ts";
import { lineTo } from "./calls.ts";
import { dropWaiting, isRequest, queue, settle, tellResult, understand } from "./messages.ts";
import { PERCEPT_NAMES } from "../parties/percepts.ts";
import { ORDERED, PERCEPT } from "./percept-numbers.ts";
import { ask, draw, record, type Run } from "./run.ts";
import { perceive, perceiveToward, rungOfStance } from "./stance.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";
import { RUNGS } from "../terms/rungs.ts";
import { post, type Message, type PendingEvent, type RelayResult } from "./world.ts";

/** From this rung on a patron's stance toward its client adds weight to what it passes on. */
const PRESSING_RUNG = RUNGS.indexOf("protest");
/** Up to this rung whoever asked has no more use for what came of it. */
const CALM_RUNG = RUNGS.indexOf("concern");
const RELAY_RESULT = MESSAGE_NAMES.indexOf("relay-result");
const REQUEST_TO_LEAVE = MESSAGE_NAMES.indexOf("request-to-leave");

/** A patron has been asked to pass something on, over its line or by its own client. */
export function hold(run: Run, message: Message, cause: number): void {
  const { world } = run;
  const { via, from, to, root } = message;
  world.inHand[via]!.push(message);
  const byClient = message.line === -1;
  perceiveToward(run, via, byClient ? to : from, PERCEPT["relay.asked"], root, cause, byClient ? SOURCE["word"] : SOURCE["line"]);
  perceiveToward(run, via, byClient ? from : to, PERCEPT["relay.asked"], root, cause, byClient ? SOURCE["word"] : SOURCE["line"]);
}

/** A patron passes on what it holds: to its client, or over the line for its client. */
export function passOn(run: Run, stance: number, cause: number): void {
  const { model, world } = run;
  const { party } = model.stances[stance]!;
  const held = world.inHand[party]!;
  world.inHand[party] = [];
  for (const message of held) {
    const line = lineTo(run, party, message.to);
    const entry = record(run, ENTRY["message"], message.from, message.to, message.root, cause, message.what, STAGE["passed-on"], line, party);
    const { what, from, to, via, wrong, stance: asker, tier, root, result, answers } = message;
    const onward: Message = { what, from, to, via, line, wrong, speaker: party, hearer: to, stance: asker, tier, urgent: true, queuedAt: world.at, expectedAt: world.at, root, entry, result, answers };
    if (line !== -1) queue(run, onward);
    else post(world, world.at + draw(run, model.draws.relayTakes(message.to, party), message.to, party, message.root), EVENT["relay"], party, 0, 0, message.root, entry, onward);
  }
}

/** A patron declines to pass on what it holds, and says so. */
export function declineInHand(run: Run, stance: number, cause: number): void {
  const { model, world } = run;
  const { party } = model.stances[stance]!;
  const held = world.inHand[party]!;
  world.inHand[party] = [];
  for (const message of held) {
    settle(run, message, STAGE["declined"]);
    if (!isRequest(message)) continue;
    record(run, ENTRY["relay"], message.to, message.from, message.root, cause, message.what, RELAY["declined"], party);
    tellResult(run, party, message, RELAY["declined"], cause);
  }
}

/** What was passed on reaches the client. */
export function reachClient(run: Run, { about }: PendingEvent): void {
  const message = about as Message;
  understand(run, message, message.wrong ? STAGE["wrong"] : STAGE["delivered"]);
}

/** The one asked complies or does not; where a patron passed the request on, it looks what became of it. */
export function comply(run: Run, message: Message, stance: number, cause: number): void {
  const { model, world } = run;
  const { party, other } = model.stances[stance]!;
  const { via, what, root } = message;
  const lever = via === -1 ? -1 : model.stanceOf[via * model.size + party]!;
  const pressed = lever !== -1 && rungOfStance(run, lever) >= PRESSING_RUNG;
  const complies = ask(run, model.draws.complied(party, via === -1 ? other : via, pressed), party, other, root) === 0;
  const result = complies ? RELAY["complied"] : RELAY["ignored"];
  const entry = record(run, ENTRY["relay"], party, other, root, cause, what, result, via);
  const percept = complies ? PERCEPT["relay.heeded"] : PERCEPT["relay.shrugged"];
  perceive(run, stance, percept, root, entry, SOURCE["word"]);
  if (via === -1) return;
  perceiveToward(run, party, via, percept, root, entry, SOURCE["word"]);
  const isThere = what === REQUEST_TO_LEAVE && world.nearest[party * model.size + message.from] !== -1;
  post(world, world.at + draw(run, model.draws.verifiesAfter(party, via), party, via, root), EVENT["verify"], via, result, isThere ? 1 : 0, root, entry, message);
}

/** The patron looks what became of what it passed on: it learns it, or cannot tell. Who was asked to leave and has left, for whatever reason, has left. */
export function verify(run: Run, { a: patron, b: answer, c: wasThere, root, cause, about }: PendingEvent): void {
  const { model, world } = run;
  const message = about as Message;
  const hasLeft = wasThere === 1 && world.nearest[message.to * model.size + message.from] === -1;
  const truth = hasLeft ? RELAY["complied"] : answer;
  const known = ask(run, model.draws.verified(message.to, patron), patron, message.to, root) === 0;
  const result = known ? truth : RELAY["unverified"];
  const entry = known ? cause : record(run, ENTRY["relay"], message.to, message.from, root, cause, message.what, RELAY["unverified"], patron);
  world.results[patron]!.push({ message, result, entry });
  const percept = result === RELAY["complied"] ? PERCEPT["relay.complied"] : result === RELAY["ignored"] ? PERCEPT["relay.ignored"] : PERCEPT["relay.unverified"];
  perceiveToward(run, patron, message.to, percept, root, entry, SOURCE["word"]);
  perceiveToward(run, patron, message.from, percept, root, entry, SOURCE["word"]);
}

/** A patron tells those who asked what became of their requests, as far as it knows, and as far as it still matters to them. */
export function reportResults(run: Run, stance: number, cause: number): void {
  const { party } = run.model.stances[stance]!;
  for (const { message, result } of takeResults(run, stance)) {
    if (rungOfStance(run, message.stance) > CALM_RUNG) tellResult(run, party, message, result, cause);
  }
}

/** A patron drops what it has learned of requests, and what waits to be told of them: it has been overtaken. */
export function dropResults(run: Run, stance: number): void {
  const { party, other } = run.model.stances[stance]!;
  takeResults(run, stance);
  dropWaiting(run, party, other, RELAY_RESULT);
}

function takeResults({ model, world }: Run, stance: number): readonly RelayResult[] {
  const { party, other } = model.stances[stance]!;
  const mine = world.results[party]!.filter(({ message }) => message.from === other);
  if (mine.length > 0) world.results[party] = world.results[party]!.filter(({ message }) => message.from !== other);
  return mine;
}

/** A party gives an order to every partner or client; it travels as a word does. */
export function instruct(run: Run, stance: number, order: number, root: number, cause: number): void {
  const { model, world } = run;
  const { party, other, relation } = model.stances[stance]!;
  const followers = relation === "client" || relation === "partner" ? [other] : model.parties.map((_, p) => p).filter((p) => {
    const mine = model.relationOf[party * model.size + p];
    return p !== other && (mine === "partner" || mine === "client");
  });
  for (const follower of followers) {
    if (!model.acting[follower] || !listensFor(run, follower, order)) continue;
    const minutes = draw(run, model.draws.wordTravels(party), party, follower, root);
    post(world, world.at + minutes, EVENT["order"], follower, party, order, root, cause);
  }
}

// Whether any chart toward an adversary does something with such an order; to the others it is not given.
function listensFor({ model }: Run, party: number, order: number): boolean {
  const percept = PERCEPT_NAMES[ORDERED[order]!]!;
  return model.stancesOf[party]!.some((stance) => model.stances[stance]!.relation === "adversary" && model.stances[stance]!.chart.description.ignores?.includes(percept) !== true);
}

/** An order from a patron or an ally arrives: it is obeyed or not, toward every adversary. */
export function receiveOrder(run: Run, { a: party, b: from, c: order, root, cause }: PendingEvent): void {
  const { model } = run;
  const obeys = ask(run, model.draws.obeyed(party, from), party, from, root) === 0;
  const entry = record(run, ENTRY["order"], party, from, root, cause, order, obeys ? 1 : 0, -1);
  if (!obeys) return;
  for (const stance of model.stancesOf[party]!) {
    if (model.stances[stance]!.relation === "adversary") perceive(run, stance, ORDERED[order]!, root, entry, SOURCE["word"]);
  }
}
