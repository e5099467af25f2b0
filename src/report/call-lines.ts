// How calls read. A call that is taken is told with the first thing said in it.

import { TIERS } from "../scenario/scenario.ts";
import { isDueCall, type Entry, type EntryOf } from "../simulation/trace.ts";
import type { Telling, Told } from "./telling.ts";
import { capital } from "./words.ts";

/** The levels of a line in words. */
export const LEVELS = { "duty-officer": "duty officers", "general": "general officers", "three-star": "three-star officers", "chiefs": "chiefs of staff" } as const;

/** A call: what became of it. Due calls that are taken are routine and have no line; others have one of their own where they reach a higher level, and are told with the first thing said in them where they do not. */
export function tellCall(telling: Telling, entry: EntryOf<"call">): Told {
  const { the, The, verb, pick, entries, lineLog } = telling;
  const due = isDueCall(entry);
  const level = levelOf(entry);
  const [caller, other] = [The(entry.who), the(entry.whom)];
  const rings = `${caller} ${verb(entry.who, "ring", "rings")}`;
  const variants: Readonly<Record<typeof entry.call, readonly string[]>> = {
    "answered": [`${caller} ${verb(entry.who, "call", "calls")} ${other}${level}.`, `${caller} ${verb(entry.who, "ask", "asks")} to speak to ${other}${level}, and ${verb(entry.who, "do", "does")}.`, `An unscheduled call, ${the(entry.who)} to ${other}${level}.`],
    "held": [`${rings}, and ${verb(entry.who, "are", "is")} put on hold${level}.`, `${caller} ${verb(entry.who, "wait", "waits")} on the line${level}.`],
    "absent": [`${rings}${level}. The one who should answer is not there.`, `${rings}${level}. No answer after some minutes.`],
    "refused": [`${rings}${level}. The call is refused.`, `${The(entry.whom)} ${verb(entry.whom, "do", "does")} not take the call${level}.`],
    "outage": [`${rings}${level}. The connection fails.`, `No connection to ${other}${level}.`],
    "unanswered": [`No answer from ${other}.`, `${The(entry.whom)} could not be reached.`, `The call to ${other} comes to nothing.`],
    "not-rung": ["The call that was due does not take place.", "A call was due. The line stays silent.", "No call now; one was due.", "Silence, where a call was due.", "The hour of the call passes."],
    "cut-off": ["The call breaks off.", "The line drops in the middle of the call."],
    "disputed": [`${caller} ${verb(entry.who, "have", "has")} this call in ${verb(entry.who, "their", "its")} log; ${other} ${verb(entry.whom, "have", "has")} not.`, `The call is in the log of ${the(entry.who)}, and not in that of ${other}.`],
    "opened": ["The line is in use again.", "The line carries again."],
    "closed": ["The line is no longer used in practice.", "From here on nobody picks up."],
    "went-dead": ["The line goes dead.", "The line falls silent, and no ring gets through."],
    "declared-open": [`${caller} ${verb(entry.who, "say", "says")} that the line is open again.`],
    "declared-unstated": ["Nobody says whether the line is open."],
    "declared-suspended": entry.cause === 0 ? ["The line stands as suspended."] : [`${caller} ${verb(entry.who, "declare", "declares")} the line suspended.`],
    "taken-as-signal": [`${caller} ${verb(entry.who, "take", "takes")} the silence for a signal.`],
  };
  if (entry.call === "answered" || entry.call === "held") telling.openCalls.delete(entry.line);
  const untold = entry.call === "disputed" ? takeOpenCall(telling, entry) : undefined;
  if (untold !== undefined) return ["LINE", `${callSentence(telling, untold)} ${variants.disputed[1]!}`];
  const { missedInARow, suspended, takenAllTheSame } = lineLog(entry);
  const before = entry.cause === undefined ? undefined : entries[entry.cause];
  // A due call that nobody took is told once; that it was tried again, once it is known what came of it.
  const triedBefore = due && isRingOf(before, entry.root);
  if (triedBefore && (entry.call === "absent" || entry.call === "refused" || entry.call === "outage")) return undefined;
  if (triedBefore && entry.call === "answered" && before.call !== "held") return ["LINE", pick([`${caller} ${verb(entry.who, "try", "tries")} again, and ${verb(entry.who, "get", "gets")} through.`, "The call comes about at another try."], entry, entry.who, "line")];
  if (triedBefore && entry.call === "unanswered" && before.cause !== undefined && isRingOf(entries[before.cause], entry.root)) return ["LINE", pick([`${caller} ${verb(entry.who, "have", "has")} tried again, and ${verb(entry.who, "give", "gives")} up.`, "It is tried again, and nobody takes the call."], entry, entry.who, "line")];
  if (entry.call === "answered" && due) return suspended && takenAllTheSame <= 2 ? ["LINE", pick(["The due call takes place, suspended or not.", "The line is declared suspended, and the call is taken all the same."], entry, entry.who, "line")] : undefined;
  if (entry.call === "answered" && isAtLowestLevel(telling, entry)) {
    telling.openCalls.set(entry.line, entry);
    return undefined;
  }
  // Why nobody answered has been told in this minute; and hours that pass in silence are told twice, and then counted.
  if (entry.call === "unanswered" && before?.kind === "call" && before.at === entry.at) return undefined;
  if (entry.call === "not-rung" && missedInARow > 2) return undefined;
  return ["LINE", pick(variants[entry.call], entry, entry.who, "line")];
}

function isRingOf(entry: Entry | undefined, root: string): entry is EntryOf<"call"> {
  return entry?.kind === "call" && entry.root === root;
}

/** How a speaker begins: with its name and, where it says the first thing in a call that has not been told, with the call. */
export function opening(telling: Telling, entry: EntryOf<"message">, speaker: string | undefined): string {
  const { name, the, The, verb, pick } = telling;
  const client = speaker === entry.who ? "" : `, for ${the(entry.who)}`;
  const call = takeOpenCall(telling, entry);
  if (call === undefined) return `${name(speaker)}${client}: `;
  const [begins, other, level] = [The(speaker), the(call.whom), levelOf(call)];
  const variants = speaker === call.who
    ? [`${begins} ${verb(speaker, "call", "calls")} ${other}${level}${client}: `, `${begins} ${verb(speaker, "ring", "rings")} ${other}${level}${client}: `, `${begins} ${verb(speaker, "get", "gets")} ${other} on the line${level}${client}: `, ...(client === "" ? [`${begins}, in a call that ${verb(speaker, "they", "it")} asked for${level}: `] : [])]
    : [`${begins}, rung up by ${the(call.who)}${level}${client}: `, `${begins}, in a call from ${the(call.who)}${level}${client}: `, `${begins}, when ${the(call.who)} ${verb(call.who, "call", "calls")}${level}${client}: `];
  return pick(variants, entry, speaker, "line");
}

/** How something that goes wrong begins: with whose it is and, where its call has not been told, with the call. */
export function failedOpening(telling: Telling, entry: EntryOf<"message">): string {
  const { whose, verb } = telling;
  const call = takeOpenCall(telling, entry);
  if (call === undefined) return capital(whose(entry.who));
  return `${callSentence(telling, call)} ${call.who === entry.who ? verb(entry.who, "Their", "Its") : capital(whose(entry.who))}`;
}

/** A call is over: it has a line of its own where nothing that was said in it had one. */
export function tellEndOfCall(telling: Telling, { cause }: EntryOf<"perceived">, minute: readonly Entry[]): Told {
  const call = cause === undefined ? undefined : telling.entries[cause];
  if (call?.kind !== "call" || telling.openCalls.get(call.line)?.number !== call.number) return undefined;
  telling.openCalls.delete(call.line);
  const isUsed = minute.some((entry) => entry.kind === "message" && entry.line === call.line && entry.stage !== "waiting" && entry.stage !== "lapsed");
  return ["LINE", `${callSentence(telling, call)} ${isUsed ? "Notices are given, and nothing else is said." : "What it was about has passed."}`];
}

function callSentence({ the, The, verb }: Telling, call: EntryOf<"call">): string {
  return `${The(call.who)} ${verb(call.who, "call", "calls")} ${the(call.whom)}${levelOf(call)}.`;
}

function takeOpenCall({ openCalls }: Telling, { line }: EntryOf<"message" | "call">): EntryOf<"call"> | undefined {
  const call = line === undefined ? undefined : openCalls.get(line);
  if (call !== undefined) openCalls.delete(call.line);
  return call;
}

function isAtLowestLevel({ scenario }: Telling, { line, tier }: EntryOf<"call">): boolean {
  const { tiers } = scenario.channels[line]!;
  return TIERS.find((level) => tiers.includes(level)) === tier;
}

function levelOf({ tier }: EntryOf<"call">): string {
  return tier === "duty-officer" ? "" : ` (${LEVELS[tier]})`;
}
