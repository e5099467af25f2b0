// What can truly be said of why force was used: what the one who used it had seen and said before it was ordered.
// Knows what that party perceived, asked and warned of; must not know what came after, or what the others meant.
// Invariant: nobody is said to have been asked who was not asked, nor to have come on who was not seen to after a warning.

import { ACTS } from "../terms/acts.ts";
import { WARNINGS } from "../terms/messages.ts";
import { RUNGS } from "../terms/rungs.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { causesOf, perceivedBehind } from "./causes.ts";

/** What force followed: an attack, an advance in spite of a warning, a request to leave, a movement taken for a threat. */
export type Reason = "attacked" | "came-on" | "asked" | "threatened";

const OPEN_CONFLICT = RUNGS.indexOf("open-conflict");

/** So long before force what was asked and warned still belongs to it (minutes, assumed). */
const BELONGS_FOR = 12 * 60;

/** The reason that whoever speaks can give for the force that its words go back to; undefined where it saw nothing of the kind. */
export function reasonFor(words: Entry, entries: readonly Entry[]): Reason | undefined {
  const force = forceBehind(words, entries);
  if (force === undefined) return undefined;
  const percept = perceivedBehind(force, entries, force.who);
  if (percept === "fired-on.self" || percept === "struck.self") return "attacked";
  const before = episodeBefore(force, entries);
  if (cameOn(force, before, entries)) return "came-on";
  if (before.some((earlier) => isRequest(earlier, force))) return "asked";
  return tookForAThreat(force, entries) ? "threatened" : undefined;
}

/** Whether whoever speaks has ordered more force since the force that its words go back to, or fights in the open. */
export function isGoingOn(words: Entry, entries: readonly Entry[]): boolean {
  const force = forceBehind(words, entries);
  return force !== undefined && (isInTheOpen(words, force.whom, entries) || entries.slice(force.number + 1, words.number).some((later) => later.kind === "act.ordered" && later.who === force.who && ACTS[later.act].family === "force"));
}

/** Whether whoever speaks stands in open conflict with somebody or, where nobody is named, with anybody. */
export function isInTheOpen({ who, number }: Entry, whom: string | undefined, entries: readonly Entry[]): boolean {
  const rungs = new Map<string | undefined, number>();
  for (const entry of entries.slice(0, number)) if (entry.kind === "stance" && entry.who === who && (whom === undefined || entry.whom === whom)) rungs.set(entry.whom, entry.rung);
  return [...rungs.values()].includes(OPEN_CONFLICT);
}

// The speaker's own force, nearest first.
function forceBehind(words: Entry, entries: readonly Entry[]): EntryOf<"act"> | undefined {
  for (const cause of causesOf(words, entries)) if (cause.kind === "act" && cause.who === words.who && ACTS[cause.act].family === "force") return cause;
  return undefined;
}

// What belongs to the force: the hours before it was ordered, and nothing from before those it was against were last seen to leave.
function episodeBefore(force: EntryOf<"act">, entries: readonly Entry[]): readonly Entry[] {
  const hours = entries.slice(0, force.cause ?? force.number).filter(({ at }) => at >= force.at - BELONGS_FOR);
  return hours.slice(hours.findLastIndex((entry) => isSeen(entry, force) && entry.percept === "left.self") + 1);
}

// They were seen to come closer after a warning, and not seen to stop after that.
function cameOn(force: EntryOf<"act">, before: readonly Entry[], entries: readonly Entry[]): boolean {
  const warned = before.findIndex((earlier) => isWarning(earlier, force));
  const last = before.findLast((earlier, i) => i > warned && isSeen(earlier, force) && (earlier.percept === "halted.self" || isApproach(earlier, entries)));
  return warned !== -1 && last?.kind === "perceived" && last.percept !== "halted.self";
}

function isSeen(entry: Entry, { who, whom }: EntryOf<"act">): entry is EntryOf<"perceived"> {
  return entry.kind === "perceived" && entry.who === who && entry.whom === whom;
}

function isApproach({ cause }: EntryOf<"perceived">, entries: readonly Entry[]): boolean {
  const done = cause === undefined ? undefined : entries[cause];
  return done?.kind === "act" && done.act === "approach";
}

// Said to them, or handed to whoever passes it on to them.
function isRequest(entry: Entry, { who, whom }: EntryOf<"act">): boolean {
  return entry.kind === "message" && entry.message === "request-to-leave" && entry.who === who && entry.whom === whom && HANDED_OVER.has(entry.stage);
}

// Words that have reached them, leaflets, or shots ahead of them. Aircraft overhead warn nobody in so many words.
function isWarning(entry: Entry, { who, whom }: EntryOf<"act">): boolean {
  if (entry.who !== who || entry.whom !== whom) return false;
  return entry.kind === "act" ? entry.act === "warning-shots" || entry.act === "leaflet" : entry.kind === "message" && WARNINGS.includes(entry.message) && REACHED.has(entry.stage);
}

function tookForAThreat(force: EntryOf<"act">, entries: readonly Entry[]): boolean {
  for (const cause of causesOf(force, entries)) if (isSeen(cause, force) && MOVEMENTS.has(cause.percept)) return true;
  return false;
}

const REACHED: ReadonlySet<string> = new Set(["delivered", "corrected"]);
const HANDED_OVER: ReadonlySet<string> = new Set([...REACHED, "at-patron"]);
const MOVEMENTS: ReadonlySet<string> = new Set(["approached.self", "menaced.self", "dug-in.self"]);
