// On what occasion something is said: what lies behind it, and how things stand. The same words on the wrong occasion mislead.

import { ACTS, isForce } from "../terms/acts.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import type { Percept } from "../parties/percepts.ts";
import { callAround, causesOf, nearestPerceived, perceivedBehind, seenBehind, sightBehind } from "./causes.ts";
import { MESSAGE_PHRASES, OCCASION_PHRASES } from "./message-phrases.ts";
import { isGoingOn, isInTheOpen, reasonFor } from "./reasons.ts";
import { STATEMENT_OCCASIONS, STATEMENT_PHRASES } from "./statement-phrases.ts";

/** What a message can say here. */
export function messageWords(entry: EntryOf<"message">, entries: readonly Entry[]): readonly string[] {
  const percept = perceivedBehind(entry, entries, entry.who);
  switch (entry.message) {
    case "query": return queryWords(entry, entries);
    case "denial": case "no-influence": case "no-answer": return answerWords(entry.message, queriedAbout(entry, entries));
    case "request-to-leave":
      if (isAfterConsent(entry, entries)) return OCCASION_PHRASES["request to leave after consent"];
      return troubleBehind(entry, entries) === "fire" ? OCCASION_PHRASES["request to leave after fire"] : MESSAGE_PHRASES["request-to-leave"];
    case "warning": return seenBehind(entry, entries, entry.who) === "massed.self" || troubleBehind(entry, entries) === "fire" ? OCCASION_PHRASES["warning to those who are not near"] : MESSAGE_PHRASES.warning;
    case "explanation": {
      if (isGoingOn(entry, entries)) return OCCASION_PHRASES["explanation before more force"];
      const reason = reasonFor(entry, entries);
      return reason === undefined ? MESSAGE_PHRASES.explanation : OCCASION_PHRASES[`explanation: ${reason}`];
    }
    case "protest":
      return protestWords(doneToOwn(entry, entries) ?? percept);
    case "consent": return percept === "told.pause-request" ? OCCASION_PHRASES["consent to a pause"] : MESSAGE_PHRASES.consent;
    case "reserved-position": return wasSaidLately(entry, entries, isReservedInPublic) ? OCCASION_PHRASES["reserved position after public words"] : MESSAGE_PHRASES["reserved-position"];
    case "notice": return percept === "struck.client" ? OCCASION_PHRASES["notice of own people"] : percept === "beside.self" ? OCCASION_PHRASES["notice to keep apart"] : MESSAGE_PHRASES.notice;
    case "proposal-to-meet": return percept === "beside.self" ? OCCASION_PHRASES["proposal to keep apart"] : callAround(entry, entries)?.tier === "general" ? OCCASION_PHRASES["proposal among generals"] : MESSAGE_PHRASES["proposal-to-meet"];
    default: return MESSAGE_PHRASES[entry.message];
  }
}

/** What a statement can say here. */
export function statementWords(entry: EntryOf<"statement">, entries: readonly Entry[]): readonly string[] {
  switch (entry.statement) {
    case "self-defence": {
      const reason = reasonFor(entry, entries);
      return reason === undefined ? STATEMENT_PHRASES["self-defence"] : STATEMENT_OCCASIONS[`self-defence: ${reason}`];
    }
    case "condemnation": return condemnationWords(entry, entries);
    case "threat": return forceBehind(entry, entries) === undefined ? STATEMENT_OCCASIONS["threat without force"] : STATEMENT_PHRASES.threat;
    case "assurance": return lineIsUsed(entry, entries) ? STATEMENT_PHRASES.assurance : STATEMENT_OCCASIONS["assurance without the line"];
    case "reserved-position": return wasSaidLately(entry, entries, isReservedOverTheLine) ? STATEMENT_OCCASIONS["reserved position after the line"] : STATEMENT_PHRASES["reserved-position"];
    case "announcement": return isInTheOpen(entry, undefined, entries) ? STATEMENT_OCCASIONS["announcement in open conflict"] : STATEMENT_PHRASES.announcement;
    default: return STATEMENT_PHRASES[entry.statement];
  }
}

// Whether others are asked to leave because somebody may operate where they are.
function isAfterConsent(entry: Entry, entries: readonly Entry[]): boolean {
  return perceivedBehind(entry, entries, entry.who) === "consent.delivered";
}

type Trouble = "movement" | "fire" | "drone" | "strike";

// What somebody asks about, or asks others to leave for, as it saw it.
function troubleBehind(words: Entry, entries: readonly Entry[]): Trouble {
  const percept = seenBehind(words, entries, words.who);
  if (percept === "flown-at.self" || percept === "unowned.flight") return "drone";
  if (percept === "struck.self") return "strike";
  return percept === "fired-near.self" || percept === "fired-on.self" || percept === "unowned.fire" ? "fire" : "movement";
}

function queryWords(query: EntryOf<"message">, entries: readonly Entry[]): readonly string[] {
  const about = troubleBehind(query, entries);
  if (about === "drone") return OCCASION_PHRASES[wasShotDown(query, entries) ? "query after a drone was shot down" : "query after a drone"];
  if (about !== "movement") return OCCASION_PHRASES[about === "fire" ? "query after fire" : "query after a strike"];
  if (seenBehind(query, entries, query.who) === "massed.self") return OCCASION_PHRASES[namesSomebodyElse(query, entries) ? "query about a force outside" : "query about a force of the hearer"];
  return namesSomebodyElse(query, entries) ? OCCASION_PHRASES["query about those it names"] : MESSAGE_PHRASES.query;
}

// Whoever asks believes to know whose doing it is, and it is not the hearer's.
function namesSomebodyElse(query: Entry, entries: readonly Entry[]): boolean {
  const sight = sightBehind(query, entries, query.who);
  return sight !== undefined && sight.whom !== query.whom;
}

function protestWords(over: Percept | undefined): readonly string[] {
  switch (over) {
    case "struck.self": return OCCASION_PHRASES["protest over own losses"];
    case "fired-on.self": return OCCASION_PHRASES["protest after fire"];
    case "dead.learned": return OCCASION_PHRASES["protest over the dead"];
    case "struck.client": case "struck.partner": return OCCASION_PHRASES["protest after a strike"];
    default: return MESSAGE_PHRASES.protest;
  }
}

// How the speaker took what was done to people of its own, where that is behind its words.
function doneToOwn(protest: Entry, entries: readonly Entry[]): Percept | undefined {
  const known = nearestPerceived(protest, entries, protest.who);
  if (known?.percept !== "own.hit") return undefined;
  const taken = entries.slice(0, known.number).findLast((entry) => entry.kind === "perceived" && entry.who === protest.who && entry.cause === known.cause && entry.source === "sight");
  return taken?.kind === "perceived" ? taken.percept : undefined;
}

// What an answer was asked about.
function queriedAbout(answer: Entry, entries: readonly Entry[]): Trouble {
  for (const cause of causesOf(answer, entries)) if (cause.kind === "message" && cause.message === "query") return troubleBehind(cause, entries);
  return "movement";
}

function answerWords(message: "denial" | "no-influence" | "no-answer", about: Trouble): readonly string[] {
  return about === "movement" ? MESSAGE_PHRASES[message] : OCCASION_PHRASES[`${message} after ${about === "drone" ? "a drone" : "fire"}`];
}

function wasShotDown(query: Entry, entries: readonly Entry[]): boolean {
  return entries.slice(0, query.number).some((earlier) => earlier.kind === "act" && earlier.act === "shoot-down" && earlier.who === query.who && earlier.root === query.root);
}

function condemnationWords(entry: Entry, entries: readonly Entry[]): readonly string[] {
  const force = forceBehind(entry, entries);
  if (force === undefined) return STATEMENT_OCCASIONS["condemnation without force"];
  return ACTS[force.act].family === "force" ? STATEMENT_PHRASES.condemnation : STATEMENT_OCCASIONS["condemnation of fire"];
}

function forceBehind(entry: Entry, entries: readonly Entry[]): EntryOf<"act"> | undefined {
  for (const cause of causesOf(entry, entries)) if (cause.kind === "act" && isForce(cause.act)) return cause;
  return undefined;
}

/** So long one remembers what was said on the other channel (minutes, assumed). */
const SAID_LATELY = 12 * 60;

// Whether the speaker has said as much elsewhere within hours.
function wasSaidLately({ who, at, number }: Entry, entries: readonly Entry[], isIt: (entry: Entry) => boolean): boolean {
  for (let i = number - 1; i >= 0 && entries[i]!.at >= at - SAID_LATELY; i--) if (entries[i]!.who === who && isIt(entries[i]!)) return true;
  return false;
}

function isReservedInPublic(entry: Entry): boolean {
  return entry.kind === "statement" && entry.statement === "reserved-position";
}

function isReservedOverTheLine(entry: Entry): boolean {
  return entry.kind === "message" && entry.message === "reserved-position" && (entry.stage === "delivered" || entry.stage === "corrected");
}

// Nobody has declared the line suspended, and the last that is known of it within a day is that a call was taken.
function lineIsUsed({ at, number }: Entry, entries: readonly Entry[]): boolean {
  const facts = entries.slice(0, number).filter((entry) => entry.kind === "call");
  if (facts.findLast(({ call }) => call.startsWith("declared-"))?.call === "declared-suspended") return false;
  const last = facts.findLast(({ call }) => ["answered", "held", "not-rung", "closed", "went-dead"].includes(call));
  return last !== undefined && last.at >= at - 1440 && (last.call === "answered" || last.call === "held");
}
