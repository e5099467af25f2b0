// How calls, messages and relays read.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import { WARNINGS } from "../terms/messages.ts";
import { RESULT_PHRASES } from "./message-phrases.ts";
import { causesOf } from "./causes.ts";
import { messageWords } from "./occasion.ts";
import { READ_PHRASES } from "./percept-phrases.ts";
import type { Telling, Told } from "./telling.ts";
import { capital, spaced } from "./words.ts";

/** What is said in passing: nobody misses it where it is not said. */
const ROUTINE: ReadonlySet<string> = new Set(["notice", "communications-check", "stock-taking", "standing-rule", "reserved-position", "relay-result"]);

/** So many days in a row a warning is told in the words in which it is said; after that, that it is. */
const TOLD_IN_FULL = 2;

/** The levels of a line in words. */
export const LEVELS = { "duty-officer": "duty officers", "general": "general officers", "three-star": "three-star officers", "chiefs": "chiefs of staff" } as const;

/** A call: taken, or what became of it. Due calls that are taken are routine and have no line. */
export function tellCall({ name, the, The, verb, pick, entries, lineLog }: Telling, entry: EntryOf<"call">): Told {
  const due = entry.root.startsWith(`${entry.line}@`);
  const level = entry.tier === "duty-officer" ? "" : ` (${LEVELS[entry.tier]})`;
  const [caller, other] = [name(entry.who), the(entry.whom)];
  const rings = `${caller} ${verb(entry.who, "ring", "rings")}`;
  const variants: Readonly<Record<typeof entry.call, readonly string[]>> = {
    "answered": due ? [] : [`${caller} ${verb(entry.who, "call", "calls")} ${other}${level}. The call is taken.`, `An extra call: ${the(entry.who)} to ${other}${level}.`, `${caller} ${verb(entry.who, "get", "gets")} through to ${other}${level}.`, `${caller} ${verb(entry.who, "ask", "asks")} to speak to ${other}${level}, and ${verb(entry.who, "do", "does")}.`,
      `${caller} ${verb(entry.who, "ring", "rings")} ${other}${level}, and ${verb(entry.who, "are", "is")} answered.`, `${capital(other)} ${verb(entry.whom, "take", "takes")} a call from ${the(entry.who)}${level}.`, `A call outside the hours, ${the(entry.who)} to ${other}${level}.`, `${caller} and ${other} speak${level}.`],
    "held": [`${rings}, and ${verb(entry.who, "are", "is")} put on hold${level}.`, `${caller} ${verb(entry.who, "wait", "waits")} on the line${level}.`],
    "absent": [`${rings}${level}. The one who should answer is not there.`, `${rings}${level}. No answer after some minutes.`],
    "refused": [`${rings}${level}. The call is refused.`, `${The(entry.whom)} ${verb(entry.whom, "do", "does")} not take the call${level}.`],
    "outage": [`${rings}${level}. The connection fails.`, `No connection to ${other}${level}.`],
    "unanswered": [`No answer from ${other}.`, `${The(entry.whom)} could not be reached.`, `The call to ${other} comes to nothing.`],
    "not-rung": ["The call that was due does not take place.", "A call was due. The line stays silent.", "No call now; one was due.", "Silence, where a call was due.", "The hour of the call passes."],
    "cut-off": ["The call breaks off.", "The line drops in the middle of the call."],
    "disputed": [`${caller} ${verb(entry.who, "log", "logs")} a call; ${other} will say that there was none.`, "Whether this call took place will be disputed."],
    "opened": ["The line is in use again.", "The line carries again."],
    "closed": ["The line is no longer used in practice.", "From here on nobody picks up."],
    "went-dead": ["The line goes dead.", "The line falls silent, and no ring gets through."],
    "declared-open": [`${caller} ${verb(entry.who, "say", "says")} that the line is open again.`],
    "declared-unstated": ["Nobody says whether the line is open."],
    "declared-suspended": entry.cause === 0 ? ["The line stands as suspended."] : [`${caller} ${verb(entry.who, "declare", "declares")} the line suspended.`],
    "taken-as-signal": [`${caller} ${verb(entry.who, "take", "takes")} the silence for a signal.`],
  };
  const { missedInARow, suspended, takenAllTheSame } = lineLog(entry);
  if (entry.call === "answered" && due && suspended) return takenAllTheSame > 2 ? undefined : ["LINE", pick(["The due call takes place, suspended or not.", "The line is declared suspended, and the call is taken all the same."], entry, entry.who, "line")];
  // Why nobody answered has been told in this minute; and hours that pass in silence are told twice, and then counted.
  const before = entry.cause === undefined ? undefined : entries[entry.cause];
  if (entry.call === "unanswered" && before?.kind === "call" && before.at === entry.at) return undefined;
  if (entry.call === "not-rung" && missedInARow > 2) return undefined;
  return variants[entry.call].length === 0 ? undefined : ["LINE", pick(variants[entry.call], entry, entry.who, "line")];
}

/** A message: said, passed on, arrived, or what became of it. Routine notices have no line unless something is wrong with them. */
export function tellMessage(telling: Telling, entry: EntryOf<"message">, minute: readonly Entry[]): Told {
  const { name, the, The, verb, pick } = telling;
  const what = messageWith(entry.message);
  const fails = (...variants: readonly string[]): Told => ["LINE", pick(variants, entry, entry.who, "line")];
  const isEnd = entry.line !== undefined && telling.scenario.channels[entry.line]!.between.includes(entry.who ?? "");
  const speaker = entry.via !== undefined && entry.line !== undefined && !isEnd ? `${name(entry.via)}, for ${the(entry.who)}` : name(entry.who);
  switch (entry.stage) {
    case "at-patron": {
      const passedOn = minute.some((other) => isPassedOn(other, entry));
      if (WARNINGS.includes(entry.message) && telling.warnedInARow(entry) > TOLD_IN_FULL && passedOn) return ["LINE", pick(warnedAgain(telling, entry), entry, entry.who, "line"), "repeats"];
      const on = passedOn ? ` ${pick([`${The(entry.via)} ${verb(entry.via, "pass", "passes")} it on.`, `${The(entry.via)} ${verb(entry.via, "hand", "hands")} it on.`, `${The(entry.via)} ${verb(entry.via, "pass", "passes")} it on, with no word of ${verb(entry.via, "their", "its")} own.`], entry, entry.via, "relay")}` : "";
      return entry.line === undefined ? ["RELAY", `${name(entry.who)} to ${the(entry.via)}: ${said(telling, entry)}${on}`] : ["LINE", `${name(entry.who)}: ${said(telling, entry)}${on}`];
    }
    case "delivered": case "corrected": case "wrong": case "doubted": {
      if (entry.message === "notice" && entry.stage !== "wrong") return undefined;
      const after = {
        delivered: "", corrected: " Read back, and corrected.", wrong: " What is noted down is wrong.",
        doubted: ` ${The(entry.whom)} ${verb(entry.whom, "do", "does")} not believe it.`,
      }[entry.stage];
      if (entry.line !== undefined) return ["LINE", `${speaker}: ${said(telling, entry)}${after}`];
      if (isHeardAgain(telling, entry, minute)) return undefined;
      if (entry.via === undefined) return ["RELAY", `${speaker} to ${the(entry.whom)}: ${said(telling, entry)}${after}`];
      const reached = [`${capital(what)} reaches ${the(entry.whom)}.`, `${The(entry.whom)} ${verb(entry.whom, "have", "has")} ${what}.`, `Word of ${what} comes to ${the(entry.whom)}.`];
      return ["RELAY", pick(reached, entry, entry.via, "relay") + after];
    }
    case "passed-on": return minute.some((other) => other.kind === "message" && other.stage === "at-patron" && isPassedOn(entry, other)) ? undefined : ["RELAY", pick([
      `${name(entry.via)} ${verb(entry.via, "pass", "passes")} ${what} on to ${the(entry.whom)}.`, `${capital(what)} goes on to ${the(entry.whom)} by way of ${the(entry.via)}.`,
      `${name(entry.via)} to ${the(entry.whom)}: ${what}, with no word of ${verb(entry.via, "their", "its")} own.`, `${capital(what)} is handed on to ${the(entry.whom)}.`,
    ], entry, entry.via, "relay")];
    case "garbled": return fails(`${speaker}: ${what}. It comes through garbled.`, `${capital(what)} of ${the(entry.who)} cannot be understood.`);
    case "mismatched": return fails(`${speaker}: ${what}. The interpreter and the officer speak of different things.`, `${capital(what)} of ${the(entry.who)} reaches someone who cannot act on it.`);
    case "late": return fails(`${speaker}: ${what}. It comes too late to act on.`, `${capital(what)} of ${the(entry.who)} is overtaken when it is read out.`);
    case "lost": return fails(`${capital(what)} of ${the(entry.who)} is lost on the way.`, `${capital(what)} of ${the(entry.who)} is not in the other side's log.`);
    case "lapsed": return ROUTINE.has(entry.message) ? undefined : fails(`${capital(what)} of ${the(entry.who)} was never said.`, `${capital(what)} of ${the(entry.who)} has waited until it no longer matters.`);
    case "declined": return ["RELAY", pick([`${name(entry.via)} ${verb(entry.via, "decline", "declines")} to pass on ${what}.`, `${name(entry.via)} ${verb(entry.via, "do", "does")} not pass on ${what}.`], entry, entry.via, "relay")];
    case "undeliverable": return fails(`${name(entry.who)} ${verb(entry.who, "have", "has")} no way to reach ${the(entry.whom)}.`, `No line leads to ${the(entry.whom)}: ${what} is not sent.`);
    case "waiting": return undefined;
  }
}

// What was handed over and passed on in one minute is one thing.
function isPassedOn(entry: Entry, handedOver: EntryOf<"message">): boolean {
  return entry.kind === "message" && entry.stage === "passed-on" && entry.message === handedOver.message && entry.who === handedOver.who && entry.whom === handedOver.whom && entry.via === handedOver.via && entry.root === handedOver.root;
}

// That a warning said day after day arrives once more, and nobody takes it for anything, goes without saying.
function isHeardAgain({ warnedInARow }: Telling, entry: EntryOf<"message">, minute: readonly Entry[]): boolean {
  return WARNINGS.includes(entry.message) && entry.stage === "delivered" && entry.via !== undefined && warnedInARow(entry) > 1 && !minute.some((other) => other.kind === "perceived" && other.cause === entry.number && READ_PHRASES[other.percept] !== undefined);
}

function warnedAgain({ name, the, The, verb }: Telling, { who, whom, via }: EntryOf<"message">): readonly string[] {
  return [
    `${name(who)} ${verb(who, "repeat", "repeats")} the warning to ${the(whom)}, and it is passed on.`, `Once more ${the(who)} ${verb(who, "warn", "warns")} ${the(whom)} by way of ${the(via)}.`,
    `The warning to ${the(whom)} is said again and passed on.`, `${The(whom)} ${verb(whom, "are", "is")} warned again by way of ${the(via)}.`,
    `${name(who)} ${verb(who, "stand", "stands")} by the warning; ${the(via)} ${verb(via, "pass", "passes")} it on.`,
  ];
}

/** What became of a request at the one who was asked. */
export function tellRelay({ name, the, The, verb, pick }: Telling, entry: EntryOf<"relay">): Told {
  const unknown = entry.via === undefined ? "" : ` ${The(entry.via)} ${verb(entry.via, "do", "does")} not know it yet.`;
  const variants: Readonly<Record<typeof entry.relay, readonly string[]>> = {
    complied: [`${name(entry.who)} will do as asked.${unknown}`, `The request is followed by ${the(entry.who)}.${unknown}`],
    ignored: [
      `${name(entry.who)} ${verb(entry.who, "let", "lets")} the request pass.${unknown}`, `No movement follows from the request to ${the(entry.who)}.${unknown}`,
      `${name(entry.who)} ${verb(entry.who, "hear", "hears")} the request and ${verb(entry.who, "stay", "stays")}.${unknown}`,
    ],
    unverified: [`What ${the(entry.who)} made of it: not verified.`, `Nobody can say whether ${the(entry.who)} followed the request.`, `Movement of ${the(entry.who)} since the request: not verified.`],
    declined: [`The request to ${the(entry.who)} was not passed on.`, `${name(entry.who)} ${verb(entry.who, "never hear", "never hears")} of the request.`],
  };
  return ["RELAY", pick(variants[entry.relay], entry, entry.who, "relay")];
}

function said({ filled, entries }: Telling, entry: EntryOf<"message">): string {
  const phrases = entry.message === "relay-result" ? RESULT_PHRASES[resultOf(entry, entries)] : messageWords(entry, entries);
  return filled(phrases, entry, `line ${entry.line ?? "word"}`, aboutWhom(entry, entries));
}

// Whom a message speaks of: the one it is for or, where that is the hearer, whoever the speaker's trouble is with.
function aboutWhom(entry: EntryOf<"message">, entries: readonly Entry[]): string | undefined {
  if (entry.via !== undefined) return entry.whom;
  return [...causesOf(entry, entries)].find((earlier) => earlier.kind === "stance" && earlier.who === entry.who && earlier.whom !== entry.whom)?.whom ?? entry.whom;
}

function resultOf(entry: EntryOf<"message">, entries: readonly Entry[]): keyof typeof RESULT_PHRASES {
  for (const earlier of causesOf(entry, entries)) {
    const result = earlier.kind === "perceived" && earlier.percept.startsWith("relay.") ? earlier.percept.slice("relay.".length) : "";
    if (Object.hasOwn(RESULT_PHRASES, result)) return result as keyof typeof RESULT_PHRASES;
  }
  return "declined";
}

function messageWith(message: string): string {
  const label = spaced(message);
  if (/^(request|warning|refusal|consent|notice|explanation|revocation|assurance|protest|proposal|reserved)/.test(label)) return `the ${label}`;
  if (label === "regret") return "the expression of regret";
  if (label === "standing rule") return "the word on the rule";
  if (label === "stock taking") return "the officers' talk";
  return `${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
}
