// How readings read: what a party takes for what. What only says again what has just been told, and moves nobody, has no line.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import { ACTS, type ActName } from "../terms/acts.ts";
import { STATEMENTS } from "../terms/statements.ts";
import { ACT_PHRASES } from "./act-phrases.ts";
import { isBesideCrisis } from "./crisis.ts";
import { fill } from "./fill.ts";
import { READ_OCCASIONS, READ_PHRASES, UNKNOWN_PHRASES } from "./percept-phrases.ts";
import type { Telling, Told } from "./telling.ts";
import { capital } from "./words.ts";

/** What somebody took something for; those who take the same thing the same way in one minute are told of together. */
export function tellReading(telling: Telling, entry: EntryOf<"perceived">, minute: readonly Entry[]): Told {
  const { scenario, the, filled } = telling;
  if (READ_PHRASES[entry.percept] === undefined || isBesideCrisis(scenario, entry) || entry.source === "own" || entry.source === "timeline") return undefined;
  const group = togetherWith(entry, minute).filter((each) => !isIdle(telling, each, minute));
  if (group[0] !== entry) return undefined;
  const untold = untoldAct(telling, entry, entry.whom, entry.percept.endsWith(".self"));
  if (entry.percept === "agreed.self" && untold === "") return undefined; // bombs that were agreed to, taken for no more than that
  if (untold !== "" && (entry.percept === "agreed.self" || SAID_BY_THE_ACT.has(entry.percept))) return ["READS", untold.trimEnd()];
  const phrases = phrasesOf(telling, entry);
  const blamed = phrases.every((phrase) => phrase.includes("{whom}")) ? "" : ` Blamed: ${the(entry.whom)}.`;
  const wrong = entry.misattributed ? `${blamed} In truth it was ${the(entry.truth)}.` : entry.percept === "flown-at.self" && entry.truth === undefined ? " Whose it was is not established." : "";
  const text = untold + capital(filled(phrases, entry, "reads", undefined, [...new Set(group.map(({ who }) => who))])) + wrong;
  return group.length > 1 ? ["READS", text, "alone"] : ["READS", text];
}

/** What nobody can be blamed for. */
export function tellUnattributed(telling: Telling, entry: EntryOf<"unattributed">): Told {
  if (isBesideCrisis(telling.scenario, entry) || !(entry.percept.endsWith(".self") || entry.percept.startsWith("struck."))) return undefined;
  const untold = untoldAct(telling, entry, undefined, entry.percept.endsWith(".self"));
  return ["READS", untold + capital(telling.filled(UNKNOWN_PHRASES[unknownOf(entry.act)], entry, "reads"))];
}

/** What somebody does not see. */
export function tellUnseen({ scenario, The, the, verb, pick }: Telling, entry: EntryOf<"unseen">): Told {
  if (isBesideCrisis(scenario, entry) || entry.act === "shoot-down") return undefined;
  return ["READS", pick([`${The(entry.who)} ${verb(entry.who, "do", "does")} not see it.`, `It goes unnoticed by ${the(entry.who)}.`], entry, entry.who, "reads")];
}

/** Those who take the same thing the same way in the same minute; the first of them carries the line. */
export function togetherWith(entry: EntryOf<"perceived">, minute: readonly Entry[]): readonly EntryOf<"perceived">[] {
  if (!SHARED.has(entry.percept)) return [entry];
  return minute.filter((other): other is EntryOf<"perceived"> => other.kind === "perceived" && other.percept === entry.percept && other.cause === entry.cause);
}

/** Whether a reading led to anything in that minute: a step, a decision, an act, a word. */
export function moves({ number }: Entry, minute: readonly Entry[]): boolean {
  return minute.some(({ kind, cause }) => cause === number && (kind === "stance" || kind === "decision.opened" || kind === "act.ordered" || kind === "message"));
}

function phrasesOf({ entries }: Telling, entry: EntryOf<"perceived">): readonly string[] {
  const of = causeOf(entry, entries);
  if (entry.percept === "firmness.resented" && of?.kind === "act" && of.act === "leaflet") return READ_OCCASIONS["leaflet resented"];
  if (entry.percept === "passed-by.self" && of?.kind === "act" && of.act === "pass-through") return READ_OCCASIONS["driven past"];
  if (entry.percept === "stated.appeal" && of?.kind === "statement" && STATEMENTS[of.statement].tone !== "open") return READ_OCCASIONS["soft words heard"];
  return READ_PHRASES[entry.percept]!;
}

// From a seat the act itself is not told: then it is told with its perception, as done by whoever is believed to have done it.
function untoldAct({ scenario, entries, actsTold, distance, pick }: Telling, entry: EntryOf<"perceived" | "unattributed">, believed: string | undefined, self: boolean): string {
  const done = causeOf(entry, entries);
  if (done?.kind !== "act" || actsTold.has(done.number)) return "";
  actsTold.add(done.number);
  const variants = ACT_PHRASES[seenAs(done.act)].map((variant) => fill(variant, scenario, { who: [believed], whom: done.whom }));
  return `${capital(pick(variants, done, entry.who, "feed"))}${self ? distance(done) : ""} `;
}

// What moves nobody needs no line where it was only heard in public or counted later, was told in this minute, or was seen for what it was.
// How an open word was taken is told of everyone.
function isIdle({ entries, actsTold }: Telling, entry: EntryOf<"perceived">, minute: readonly Entry[]): boolean {
  if (entry.percept === "shock.felt" ? isFollowed(entry, minute) : moves(entry, minute)) return false;
  const of = causeOf(entry, entries);
  if (PASSING.has(entry.percept)) return !(of?.kind === "statement" && STATEMENTS[of.statement].tone === "open");
  if (UNHEARD.has(entry.percept)) return minute.some(({ number }) => number === entry.cause);
  return SEEN.has(entry.percept) && entry.shift === 0 && !entry.misattributed && of !== undefined && actsTold.has(of.number);
}

// Whether being shaken shows: a rung that changes, a decision, an act or a word.
function isFollowed(entry: EntryOf<"perceived">, minute: readonly Entry[]): boolean {
  return moves(entry, minute.filter((other) => other.kind !== "stance" || other.rung !== other.rungBefore));
}

function causeOf({ cause }: Entry, entries: readonly Entry[]): Entry | undefined {
  return cause === undefined ? undefined : entries[cause];
}

// Nobody sees from outside that a strike was meant for others.
function seenAs(act: ActName): ActName {
  return act === "mistaken-strike" ? "strike" : act;
}

function unknownOf(act: ActName): keyof typeof UNKNOWN_PHRASES {
  const { family } = ACTS[act];
  return family === "movement" || family === "presence" || family === "relief" ? "movement" : act === "drone-attack" ? "flight" : "fire";
}

const PASSING: ReadonlySet<string> = new Set(["dead.learned", "stated.appeal", "stated.blame", "shock.felt"]);
const UNHEARD: ReadonlySet<string> = new Set(["told.unclear", "told.late"]);
const SEEN: ReadonlySet<string> = new Set(["noticed.self", "massed.self", "approached.self", "dug-in.self", "left.self", "halted.self", "passed-by.self"]);
const SAID_BY_THE_ACT: ReadonlySet<string> = new Set(["left.self", "halted.self", "passed-by.self"]);
const SHARED: ReadonlySet<string> = new Set(["dead.learned", "stated.threat", "stated.appeal", "stated.blame", "shock.felt", "struck.partner", "neared.partner"]);
