// How messages and relays read.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import { WARNINGS, type MessageName } from "../terms/messages.ts";
import { failedOpening, opening } from "./call-lines.ts";
import { causesOf } from "./causes.ts";
import { MESSAGE_PHRASES, RESULT_PHRASES } from "./message-phrases.ts";
import { hasLeft, isLeaving } from "./movements.ts";
import { messageWords } from "./occasion.ts";
import { READ_PHRASES } from "./percept-phrases.ts";
import type { Telling, Told } from "./telling.ts";
import { capital, spaced } from "./words.ts";

/** What is said in passing: nobody misses it where it is not said. */
const ROUTINE: ReadonlySet<string> = new Set(["notice", "communications-check", "stock-taking", "standing-rule", "reserved-position", "relay-result"]);

/** What is read back word by word: names, areas, hours. */
const READ_BACK: ReadonlySet<string> = new Set(["notice", "consent", "end-of-consent", "revocation", "correction", "request-to-leave", "request-for-consent", "warning", "ultimatum"]);

/** What a patron says for its client in the words in which it was told. */
const PASSED_ON_AS_SAID: ReadonlySet<string> = new Set(["request-for-consent"]);

/** So many days in a row a warning is told in the words in which it is said; after that, that it is. */
const TOLD_IN_FULL = 2;

/** A message: said, passed on, arrived, or what became of it. Routine notices have no line unless something is wrong with them. */
export function tellMessage(telling: Telling, entry: EntryOf<"message">, minute: readonly Entry[]): Told {
  const { name, the, The, whose, verb, pick } = telling;
  const label = labelOf(entry.message);
  const what = `the ${label}`;
  const speaker = speakerOf(telling, entry);
  const hearer = entry.line === undefined ? undefined : telling.scenario.channels[entry.line]!.between.find((end) => end !== speaker);
  const fails = (...fates: readonly string[]): Told => ["LINE", `${failedOpening(telling, entry)} ${label} ${pick(fates, entry, entry.who, "line")}`];
  switch (entry.stage) {
    case "at-patron": {
      const passedOn = minute.some((other) => isPassedOn(other, entry));
      if (WARNINGS.includes(entry.message) && telling.warnedInARow(entry) > TOLD_IN_FULL && passedOn) return ["LINE", pick(warnedAgain(telling, entry), entry, entry.who, "line"), "repeats"];
      const on = passedOn ? ` ${The(entry.via)} ${verb(entry.via, "pass", "passes")} it on.` : "";
      return entry.line === undefined ? ["RELAY", `${name(entry.who)} to ${the(entry.via)}: ${said(telling, entry)}${on}`] : ["LINE", `${opening(telling, entry, entry.who)}${said(telling, entry)}${on}`];
    }
    case "delivered": case "corrected": case "wrong": case "doubted": {
      if (entry.message === "notice" && entry.stage !== "wrong" && messageWords(entry, telling.entries) === MESSAGE_PHRASES.notice) return undefined;
      const after = {
        delivered: "", corrected: READ_BACK.has(entry.message) ? " Misheard at first, put right on reading back." : "",
        wrong: hearer === undefined ? " It was noted down wrongly." : ` ${The(hearer)} ${verb(hearer, "note", "notes")} it down wrongly.`,
        doubted: ` ${The(entry.whom)} ${verb(entry.whom, "do", "does")} not ${entry.line === undefined ? "believe it" : entry.message === "notice" ? "rely on it" : "accept that"}.`,
      }[entry.stage];
      if (entry.line !== undefined) return ["LINE", `${opening(telling, entry, speaker)}${said(telling, entry)}${after}`];
      if (isHeardAgain(telling, entry, minute)) return undefined;
      if (entry.via === undefined) return ["RELAY", `${name(entry.who)} to ${the(entry.whom)}: ${said(telling, entry)}${after}`];
      if (entry.stage === "doubted") return ["RELAY", pick([`${capital(what)} reaches ${the(entry.whom)}, and is not believed.`, `${The(entry.whom)} ${verb(entry.whom, "have", "has")} ${what}, and ${verb(entry.whom, "do", "does")} not believe it.`], entry, entry.via, "relay")];
      const reached = [`${capital(what)} reaches ${the(entry.whom)}.`, `${The(entry.whom)} ${verb(entry.whom, "have", "has")} ${what}.`, `Word of ${what} comes to ${the(entry.whom)}.`];
      return ["RELAY", pick(reached, entry, entry.via, "relay") + after];
    }
    case "passed-on": return minute.some((other) => other.kind === "message" && other.stage === "at-patron" && isPassedOn(entry, other)) ? undefined : ["RELAY", pick([
      `${The(entry.via)} ${verb(entry.via, "pass", "passes")} ${what} on to ${the(entry.whom)}.`, `${capital(what)} goes on to ${the(entry.whom)} by way of ${the(entry.via)}.`,
    ], entry, entry.via, "relay")];
    case "garbled": return fails("comes through garbled.", "cannot be understood.");
    case "mismatched": return fails("is lost between interpreter and officer, who speak of different things.", "reaches somebody who cannot act on it.");
    case "late": return fails("comes too late to act on.", "is overtaken when it is read out.");
    case "lost": return minute.some((other) => other.kind === "perceived" && other.percept === "told.unclear" && other.cause === entry.number) ? fails("cannot be understood.", "comes through garbled.") : isDenied(entry, minute) ? undefined : fails(...["is spoken, and not taken down.", "is said, and nobody there takes it down."].map((fate) => fate + unanswered(telling, entry)));
    case "lapsed": {
      // What is no longer called for needs no line.
      if (ROUTINE.has(entry.message) || !telling.hasWaitedTooLong(entry)) return undefined;
      const to = entry.via === undefined ? "" : ` to ${the(entry.whom)}`;
      return ["LINE", `${capital(whose(entry.who))} ${label}${to} ${pick(["was never said: it has waited too long.", "has waited too long, and is not said.", "could not be said in time, and is dropped."], entry, entry.who, "line")}`];
    }
    case "declined": return ["RELAY", pick([`${The(entry.via)} ${verb(entry.via, "decline", "declines")} to pass on ${what}.`, `${The(entry.via)} ${verb(entry.via, "do", "does")} not pass on ${what}.`], entry, entry.via, "relay")];
    case "undeliverable": return ["LINE", pick([`${The(entry.who)} ${verb(entry.who, "have", "has")} no way to reach ${the(entry.whom)}.`, `No line leads to ${the(entry.whom)}: ${what} is not sent.`], entry, entry.who, "line")];
    case "waiting": return undefined;
  }
}

// Whoever speaks on the line: a patron that has it from its client speaks for the client.
function speakerOf({ scenario }: Telling, { who, via, line }: EntryOf<"message">): string | undefined {
  return via === undefined || line === undefined || scenario.channels[line]!.between.includes(who ?? "") ? who : via;
}

// A routine word in a call that the other end will not know of: that the call is in one log alone says so.
function isDenied({ message, line }: EntryOf<"message">, minute: readonly Entry[]): boolean {
  return ROUTINE.has(message) && minute.some((other) => other.kind === "call" && other.call === "disputed" && other.line === line);
}

// An answer to whoever asked by way of a patron, lost on its way there.
function unanswered({ The, verb }: Telling, { message, via, whom }: EntryOf<"message">): string {
  return via !== undefined && (message === "consent" || message === "refusal") ? ` ${The(whom)} ${verb(whom, "have", "has")} no answer.` : "";
}

// What was handed over and passed on in one minute is one thing.
function isPassedOn(entry: Entry, handedOver: EntryOf<"message">): boolean {
  return entry.kind === "message" && entry.stage === "passed-on" && entry.message === handedOver.message && entry.who === handedOver.who && entry.whom === handedOver.whom && entry.via === handedOver.via && entry.root === handedOver.root;
}

// That a warning said day after day arrives once more, and nobody takes it for anything, goes without saying.
function isHeardAgain({ warnedInARow }: Telling, entry: EntryOf<"message">, minute: readonly Entry[]): boolean {
  return WARNINGS.includes(entry.message) && entry.stage === "delivered" && entry.via !== undefined && warnedInARow(entry) > 1 && !minute.some((other) => other.kind === "perceived" && other.cause === entry.number && READ_PHRASES[other.percept] !== undefined);
}

function warnedAgain({ the, The, verb }: Telling, { who, whom, via }: EntryOf<"message">): readonly string[] {
  return [
    `${The(who)} ${verb(who, "repeat", "repeats")} the warning to ${the(whom)}, and it is passed on.`, `Once more ${the(who)} ${verb(who, "warn", "warns")} ${the(whom)} by way of ${the(via)}.`,
    `The warning to ${the(whom)} is said again and passed on.`, `${The(whom)} ${verb(whom, "are", "is")} warned again by way of ${the(via)}.`,
    `${The(who)} ${verb(who, "stand", "stands")} by the warning; ${the(via)} ${verb(via, "pass", "passes")} it on.`,
  ];
}

/** What became of a request at the one who was asked. */
export function tellRelay(telling: Telling, entry: EntryOf<"relay">, minute: readonly Entry[]): Told {
  const { the, The, verb, pick } = telling;
  // What its patron cannot verify, the one who was asked knows; and a patron that is about to say so is heard over the line.
  if (entry.relay === "unverified" && (entry.via === undefined || minute.some((other) => isWordOn(other, entry)))) return undefined;
  const unknown = telling.knowsRelays(entry) ? "" : ` ${The(entry.via)} ${verb(entry.via, "do", "does")} not know it yet.`;
  const [who, patron] = [the(entry.who), The(entry.via)];
  const [gone, leaving] = [hasLeft(entry.who, entry, telling.entries), isLeaving(entry.who, entry, telling.entries)];
  if (entry.relay === "ignored" && leaving) return ["RELAY", `${The(entry.who)} ${verb(entry.who, "are", "is")} leaving already, request or not.${unknown}`];
  if (entry.relay === "ignored" && gone) return ["RELAY", pick([`The request finds ${who} gone.${unknown}`, `${The(entry.who)} ${verb(entry.who, "are", "is")} not there to follow the request.${unknown}`], entry, entry.who, "relay")];
  const variants: Readonly<Record<typeof entry.relay, readonly string[]>> = {
    complied: [`${The(entry.who)} will do as asked.${unknown}`, `The request is followed by ${who}.${unknown}`],
    ignored: [`${The(entry.who)} ${verb(entry.who, "let", "lets")} the request pass.${unknown}`, `Nothing follows from the request to ${who}.${unknown}`, `${The(entry.who)} ${verb(entry.who, "hear", "hears")} the request and ${verb(entry.who, "do", "does")} not act on it.${unknown}`],
    unverified: [`${patron} cannot verify whether ${who} followed the request.`, `${patron} cannot say what ${who} made of the request.`, `What ${who} made of it: not verified by ${the(entry.via)}.`],
    declined: [`The request to ${who} was not passed on.`, `${The(entry.who)} never ${verb(entry.who, "hear", "hears")} of the request.`],
  };
  return ["RELAY", pick(variants[entry.relay], entry, entry.who, "relay")];
}

function isWordOn(entry: Entry, { via, whom, root }: EntryOf<"relay">): boolean {
  return entry.kind === "message" && entry.message === "relay-result" && entry.stage === "waiting" && entry.who === via && entry.whom === whom && entry.root === root;
}

function said({ filled, entries, onceChosen }: Telling, entry: EntryOf<"message">): string {
  const result = entry.message === "relay-result" ? resultBehind(entry, entries) : undefined;
  const them = result?.who ?? aboutWhom(entry, entries);
  const variants = entry.message === "relay-result" ? RESULT_PHRASES[result?.relay ?? "declined"] : messageWords(entry, entries);
  const isToThem = entry.line !== undefined && entry.via === undefined && them === entry.whom;
  const words = (): string => filled(isToThem ? saidToThem(variants) : variants, entry, `line ${entry.line ?? "word"}`, them);
  return PASSED_ON_AS_SAID.has(entry.message) ? onceChosen(entry, words) : words();
}

// Whoever is spoken to is not spoken of, and has nothing to pass on to itself.
function saidToThem(variants: readonly string[]): readonly string[] {
  const direct = variants.filter((variant) => !/[Pp]lease (tell|pass)|told so/.test(variant));
  return direct.map((variant) => variant.replaceAll("{them}", "you").replaceAll(/(?<=\byou )\{(\w+)\}/g, "$1"));
}

// Whom a message speaks of: the one it is for or, where that is the hearer, whoever the speaker saw or has come to stand differently toward.
function aboutWhom(entry: EntryOf<"message">, entries: readonly Entry[]): string | undefined {
  if (entry.via !== undefined) return entry.whom;
  const isAbout = (earlier: Entry): boolean => earlier.who === entry.who && earlier.whom !== entry.whom && (earlier.kind === "stance" || (earlier.kind === "perceived" && earlier.source === "sight"));
  return [...causesOf(entry, entries)].find(isAbout)?.whom ?? entry.whom;
}

// What became of the request that a result answers: the fact that made it be told or, where several are told at once, the last of its own root.
function resultBehind(entry: EntryOf<"message">, entries: readonly Entry[]): EntryOf<"relay"> | undefined {
  const answers = (earlier: Entry): earlier is EntryOf<"relay"> => earlier.kind === "relay" && earlier.root === entry.root && earlier.whom === entry.whom && earlier.via === entry.who;
  return [...causesOf(entry, entries)].find(answers) ?? entries.slice(0, entry.number).findLast(answers);
}

function labelOf(message: MessageName): string {
  switch (message) {
    case "communications-check": return "line check";
    case "no-influence": return "disclaimer";
    case "no-answer": return "word that nothing was found";
    case "relay-result": return "answer about the request";
    case "regret": return "expression of regret";
    case "standing-rule": return "word on the rule";
    case "stock-taking": return "word on what happened";
    case "undertaking": return "promise to ask";
    default: return spaced(message);
  }
}
