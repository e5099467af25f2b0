// What was said and rung on a line, one item for each call and message, with what had become of it by then.

import { CALL_WORDS, isOfTheLine, STAGE_WORDS } from "../../report/entry-text.ts";
import { LEVELS } from "../../report/call-lines.ts";
import { ARRIVED_STAGES, type MessageStage } from "../../simulation/codes.ts";
import type { LineModel } from "../../simulation/line-model.ts";
import { isDueCall, type Entry, type EntryOf } from "../../simulation/trace.ts";
import { MESSAGES, type MessageName } from "../../terms/messages.ts";
import { entriesBefore } from "../chronicle.ts";
import type { Tone } from "../rows.ts";
import type { View } from "../state.ts";
import { bareName } from "./pane-text.ts";

/** One call or message. */
export interface Item {
  /** The entry that it goes back to, and the newest that belongs to it. */
  readonly first: number;
  readonly last: number;
  readonly at: number;
  readonly line: string;
  /** Who speaks or rings, and at whom; undefined where nobody does. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly what: string;
  readonly fate: string;
  readonly tone: Tone;
}

const ARRIVED: ReadonlySet<MessageStage> = new Set(ARRIVED_STAGES);
const HEARD: ReadonlySet<MessageStage> = new Set([...ARRIVED_STAGES, "at-patron", "declined"]);
const WHOLE: ReadonlySet<MessageStage> = new Set(["delivered", "corrected"]);
const BAD: ReadonlySet<MessageStage> = new Set(["lost", "lapsed", "undeliverable"]);

// What answers what, as officers would see it; a message that asks and is not here is answered by deeds.
const ANSWERS: Readonly<Partial<Record<MessageName, readonly MessageName[]>>> = {
  "query": ["denial", "claim", "no-influence", "no-answer"],
  "request-to-leave": ["relay-result", "consent", "refusal"],
  "demand-to-cease": ["relay-result", "explanation", "regret", "apology"],
  "request-for-consent": ["consent", "refusal"],
};

/** The calls and messages of a line as they stand before an entry, by when the newest word on each of them came. */
export function itemsOf(line: LineModel, cursor: number, view: View): readonly Item[] {
  const entries = shownOn(line, cursor, view);
  const ends = line.ends.map((end) => view.model.parties[end]!.text) as [string, string];
  const calls = new Map<number, EntryOf<"call">[]>();
  const messages = new Map<number, EntryOf<"message">[]>();
  const others: Item[] = [];
  for (const entry of entries) {
    if (entry.kind === "call") push(calls, callOf(entry, calls), entry);
    else if (entry.kind === "message") push(messages, beganWith(entry), entry);
    else if (entry.kind === "tier") others.push({ first: entry.number, last: entry.number, at: entry.at, line: entry.line, from: undefined, to: undefined, what: "a level is added", fate: LEVELS[entry.tier], tone: "good" });
  }
  const spoken = [...messages.values()].map((stages) => ({ stages, speech: speechOf(stages.at(-1)!, ends) }));
  const isAnswered = ({ stages, speech }: (typeof spoken)[number]): boolean => {
    const answers = ANSWERS[stages[0]!.message];
    const heard = stages.find(({ stage }) => HEARD.has(stage));
    if (answers === undefined || heard === undefined) return true;
    return spoken.some((other) => answers.includes(other.stages[0]!.message) && other.speech.from === speech.to && other.stages.some(({ stage, number }) => HEARD.has(stage) && number > heard.number));
  };
  return [
    ...[...calls.values()].map(callItem),
    ...spoken.map((one) => messageItem(one.stages, one.speech, isAnswered(one), cursor, view)),
    ...others,
  ].toSorted((a, b) => a.last - b.last);
}

/** More than any pane has room for; a run may be long, and is looked at many times a second. */
const NEWEST = 600;

/** What had happened last on a line before an entry, as far as the viewer knows. */
export function shownOn({ name }: LineModel, cursor: number, { chronicle }: View): readonly Entry[] {
  const entries = chronicle.onLine.get(name.text) ?? [];
  const before = entriesBefore(entries, cursor);
  return entries.slice(Math.max(0, before - NEWEST), before);
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

// What ends a call, or fails to take it, belongs to the ringing that it goes back to.
function callOf(entry: EntryOf<"call">, calls: ReadonlyMap<number, readonly EntryOf<"call">[]>): number {
  const goesOn = entry.call === "unanswered" || entry.call === "cut-off" || entry.call === "disputed";
  return goesOn && entry.cause !== undefined && calls.has(entry.cause) ? entry.cause : entry.number;
}

// A later stage goes back to the entry that put the message on its way, whether or not that is known.
function beganWith({ stage, number, cause }: EntryOf<"message">): number {
  return stage === "waiting" || stage === "passed-on" || cause === undefined ? number : cause;
}

function callItem(facts: readonly EntryOf<"call">[]): Item {
  const [first, last] = [facts[0]!, facts.at(-1)!];
  const common = { first: first.number, last: last.number, at: last.at, line: first.line };
  if (isOfTheLine(first.call)) {
    const isGood = first.call === "opened" || first.call === "declared-open";
    return { ...common, from: undefined, to: undefined, what: CALL_WORDS[first.call], fate: "", tone: isGood ? "good" : "warning" };
  }
  const level = first.tier === "duty-officer" ? "" : `, ${LEVELS[first.tier]}`;
  const due = isDueCall(first) ? "due call" : "call";
  const isTaken = facts.every(({ call }) => call === "answered" || call === "held");
  const words = facts.map(({ call }) => CALL_WORDS[call]).join("; ");
  return { ...common, from: first.who, to: first.whom, what: due + level, fate: words, tone: isTaken ? "quiet" : "warning" };
}

interface Speech { readonly from: string | undefined; readonly to: string | undefined; readonly behind: string | undefined; }

// Over the line it is one end that speaks to the other; whoever it is from or for may stand behind them.
function speechOf({ who, whom, via }: EntryOf<"message">, ends: readonly [string, string]): Speech {
  const from = ends.includes(who ?? "") ? who : via;
  const to = from === ends[0] ? ends[1] : ends[0];
  return { from, to, behind: from !== who ? who : to !== whom ? whom : undefined };
}

function messageItem(stages: readonly EntryOf<"message">[], { from, to, behind }: Speech, isAnswered: boolean, cursor: number, view: View): Item {
  const [first, last] = [stages[0]!, stages.at(-1)!];
  const isWaiting = last.stage === "waiting" || last.stage === "passed-on";
  const about = behind === undefined ? "" : `, ${from === first.who ? "for" : "from"} ${bareName(view, behind)}`;
  const fate = (last.stage === "at-patron" ? fateBehind(last, cursor, view) : STAGE_WORDS[last.stage]) + (isAnswered ? "" : ", unanswered");
  const tone: Tone = BAD.has(last.stage) ? "force" : isWaiting ? "accent" : ARRIVED.has(last.stage) && !WHOLE.has(last.stage) ? "warning" : "plain";
  return { first: first.number, last: last.number, at: last.at, line: last.line ?? "", from, to, what: MESSAGES[first.message].label + about, fate, tone };
}

// A patron passes on by word, which is on no line; what is known of that still belongs to the message.
function fateBehind(heard: EntryOf<"message">, cursor: number, { chronicle: { seen } }: View): string {
  let fate = STAGE_WORDS[heard.stage];
  for (let i = entriesBefore(seen, heard.number); i < seen.length && seen[i]!.number < cursor; i++) {
    const entry = seen[i]!;
    if (entry.kind !== "message" || entry.line !== undefined || entry.message !== heard.message || entry.root !== heard.root || entry.who !== heard.who || entry.whom !== heard.whom) continue;
    fate = entry.stage === "passed-on" ? "heard, passed on" : `passed on, ${STAGE_WORDS[entry.stage]}`;
  }
  return fate;
}
