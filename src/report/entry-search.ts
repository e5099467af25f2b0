// Finds the entry that somebody means: by its content id, its number, or a description of what it is, whose and when.

import type { LocalTime } from "../kernel/time.ts";
import { nearest as nearestWord } from "../scenario/diagnostics.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Entry } from "../simulation/trace.ts";
import { ACT_NAMES, ACTS } from "../terms/acts.ts";
import { MESSAGE_NAMES, MESSAGES } from "../terms/messages.ts";
import { STATEMENTS } from "../terms/statements.ts";
import { shortTextOf } from "./entry-text.ts";
import { clock, dateAndClock, shortDate, timeIn } from "./words.ts";

/** The entry, or those that come nearest: `several` that fit alike, or `none` that fits and these come close. */
export type EntryFound = { readonly found: Entry } | { readonly found: undefined; readonly why: "several" | "none"; readonly near: readonly Entry[] };

/** So many entries are named where one is not clear. */
const NEAR = 6;

/** The entry that a text means. */
export function findEntry(scenario: Scenario, entries: readonly Entry[], text: string): EntryFound {
  const byId = entries.find(({ id }) => id === text);
  const byNumber = /^\d+$/.test(text) ? entries[Number(text)] : undefined;
  const exact = byId ?? byNumber;
  if (exact !== undefined) return { found: exact };
  const wanted = wantedIn(text);
  const scored = scoredBy(scenario, entries, wanted);
  const asked = wanted.words.length + wanted.moments.length;
  const whole = asked === 0 ? [] : scored.filter(({ hits }) => hits === asked);
  if (whole.length === 0) return { found: undefined, why: "none", near: nearest(scoredBy(scenario, entries, { ...wanted, words: wanted.words.map((word) => corrected(scenario, word)) })) };
  const best = Math.max(...whole.map(({ weight }) => weight));
  const fitting = whole.filter(({ weight }) => weight === best).map(({ entry }) => entry);
  return fitting.length === 1 ? { found: fitting[0]! } : { found: undefined, why: "several", near: fitting.slice(0, NEAR) };
}

/** An entry in one line of a list: its number, when, and what. */
export function entryLine(scenario: Scenario, entry: Entry): string {
  return `${entry.number}  ${dateAndClock(timeIn(scenario, entry.at))}  ${shortTextOf(entry, scenario)}`;
}

interface Scored { readonly entry: Entry; readonly hits: number; readonly weight: number; }

function scoredBy(scenario: Scenario, entries: readonly Entry[], { words, moments }: Wanted): readonly Scored[] {
  const partyWords = new Map(Object.values(scenario.parties).map(({ id, name }) => [id, wordsIn(`${id} ${name}`)]));
  // Entries are many, and what they can be called is not.
  const scores = new Map<string, Pick<Scored, "hits" | "weight">>();
  return entries.flatMap((entry): readonly Scored[] => {
    const [name, others] = wordsOf(entry);
    const key = `${entry.kind}|${name}|${others}|${entry.who ?? ""}|${entry.whom ?? ""}`;
    let score = scores.get(key);
    if (score === undefined) scores.set(key, score = scoreOf(entry, name, [...wordsIn(`${entry.kind} ${others}`), ...(partyWords.get(entry.who ?? "") ?? []), ...(partyWords.get(entry.whom ?? "") ?? [])], words));
    const hits = score.hits + (moments.length === 0 ? 0 : moments.filter(isMomentOf(timeIn(scenario, entry.at))).length);
    return hits === 0 ? [] : [{ entry, hits, weight: score.weight }];
  });
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

// What may have been meant by a word: one of an act, a message or a party.
function corrected({ parties }: Scenario, word: string): string {
  const known = [...ACT_NAMES, ...MESSAGE_NAMES, ...Object.keys(parties), ...Object.values(parties).map(({ name }) => name)].flatMap(wordsIn);
  return known.includes(word) ? word : nearestWord(word, known) ?? word;
}

interface Wanted { readonly words: readonly string[]; readonly moments: readonly string[]; }

// Dates and times as they are printed: `6 June`, `13:00`; also `June 6`. The rest are words.
function wantedIn(text: string): Wanted {
  const moments: string[] = [];
  const rest = text.toLowerCase()
    .replaceAll(/\b(\d{1,2}) ([a-z]{3,9})\b/g, (whole, day: string, month: string) => (isMonth(month) ? put(moments, `${Number(day)} ${month}`) : whole))
    .replaceAll(/\b([a-z]{3,9}) (\d{1,2})\b(?!:)/g, (whole, month: string, day: string) => (isMonth(month) ? put(moments, `${Number(day)} ${month}`) : whole))
    .replaceAll(/\b\d{1,2}:\d\d\b/g, (time) => put(moments, time.padStart(5, "0")))
    .replaceAll(/\b\d{4}\b/g, (year) => put(moments, year));
  return { moments, words: wordsIn(rest).filter((word) => word !== "" && !IDLE.has(word)) };
}

function put(moments: string[], moment: string): string {
  moments.push(moment);
  return " ";
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const IDLE: ReadonlySet<string> = new Set(["the", "of", "on", "at", "a", "an", "by", "to", "against", "in", "and"]);

function isMonth(word: string): boolean {
  return MONTHS.some((month) => month.startsWith(word));
}

// How many of the words an entry has; what happened weighs more than what led to it, and a whole name more than a part of one.
function scoreOf({ kind }: Entry, name: string, all: readonly string[], words: readonly string[]): Pick<Scored, "hits" | "weight"> {
  const own = name.split("-");
  const isNamed = (word: string): boolean => own.some((one) => one === word || one === `${word}s` || `${one}s` === word);
  const hits = words.filter((word) => isNamed(word) || all.some((one) => one.startsWith(word) || (word.endsWith("s") && one.startsWith(word.slice(0, -1))))).length;
  const isWhole = own.every((one) => words.some((word) => word === one || word === `${one}s`));
  return { hits, weight: (isWhole ? WHOLE : 0) + (RANKS.length - RANKS.indexOf(kind)) };
}

/** A whole name weighs more than any kind. */
const WHOLE = 100;

function isMomentOf(time: LocalTime): (moment: string) => boolean {
  const [day, month] = shortDate(time).toLowerCase().split(" ");
  return (moment) => moment === clock(time) || moment === String(time.year) || (moment.startsWith(`${day} `) && month!.startsWith(moment.slice(day!.length + 1)));
}

const RANKS: readonly string[] = [
  "act", "statement", "goal", "pressure", "shock", "order", "relay", "message", "call", "decision", "stance", "perceived", "tier", "trust",
  "unattributed", "unseen", "act.ordered", "act.called-off", "decision.opened", "decision.dropped", "waited", "rule.disputed", "item.skipped", "run.started", "run.ended",
];

// What an entry is called, and other words that may be used for it.
function wordsOf(entry: Entry): readonly [name: string, others: string] {
  switch (entry.kind) {
    case "act": case "act.ordered": return [entry.act, `${entry.act} ${ACTS[entry.act].label}`];
    case "message": return [entry.message, `${entry.message} ${MESSAGES[entry.message].label} ${entry.stage}`];
    case "relay": return [entry.relay, `${entry.relay} ${entry.message} request`];
    case "statement": return [entry.statement, `${entry.statement} ${STATEMENTS[entry.statement].label} public`];
    case "decision": return [entry.option, `${entry.option} ${entry.decision} decides`];
    case "decision.opened": case "decision.dropped": return ["", entry.decision];
    case "stance": return ["", entry.to.join(" ")];
    case "perceived": return ["", `${entry.percept} reading reads`];
    case "call": return [entry.call, `${entry.call} ${entry.line} ${entry.tier}`];
    case "pressure": case "shock": case "item.skipped": return ["", entry.item];
    case "order": return [entry.order, `${entry.order} ${entry.item ?? ""}`];
    case "goal": return [entry.goal, entry.goal];
    case "unseen": case "unattributed": return ["", entry.act];
    default: return ["", ""];
  }
}

function nearest(scored: readonly Scored[]): readonly Entry[] {
  return scored.toSorted((a, b) => b.hits - a.hits || b.weight - a.weight || a.entry.number - b.entry.number).slice(0, NEAR).map(({ entry }) => entry);
}
