// The story of a run: entries of a trace as tagged lines in plain language.
// Each line says what a person wants to follow; routine, and what goes on inside a party, stays in the trace.

import type { Model } from "../simulation/model.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { ACT_OCCASIONS, ACT_PHRASES } from "./act-phrases.ts";
import { LEVELS, tellCall, tellEndOfCall } from "./call-lines.ts";
import { isElsewhere } from "./crisis.ts";
import { givenSentences, type GivenWordsAt, NO_WORDS } from "./given-words.ts";
import { tellMessage, tellRelay } from "./line-lines.ts";
import { hasLeft, isLeaving, lastMoveSeen } from "./movements.ts";
import { statementWords } from "./occasion.ts";
import { moves, tellReading, tellUnattributed, tellUnseen, togetherWith } from "./reading-lines.ts";
import { goesWithoutSaying, stanceTeller, tellDecision } from "./stance-lines.ts";
import { beginTelling, type Tag, type Telling, type Told } from "./telling.ts";
import { capital, spaced, TRUST_WORDS } from "./words.ts";

/** One line of the story, with the number of the entry it tells who does it to whom, and whom else it is of. */
export interface StoryLine {
  readonly at: number;
  readonly entry: number;
  readonly tag: Tag;
  readonly text: string;
  /** What people said of it who decided it themselves, as sentences. */
  readonly said: readonly string[];
  readonly who: string | undefined;
  readonly whom: string | undefined;
  /** By way of whom it goes, and who is told of together with whoever does it. */
  readonly others: readonly string[];
  /** It only says again what was told on the days before. */
  readonly repeats: boolean;
}

/** The whole text of a line. */
export function wholeText({ text, said }: StoryLine): string {
  return [text, ...said].join(" ");
}

/** A story that is told as the run goes. */
export interface Story {
  /** The lines so far; lines that stand do not change. */
  readonly lines: readonly StoryLine[];
  /** Takes the next entry to tell. What happens in one minute is told once the minute is over. */
  readonly add: (entry: Entry) => void;
  /** Tells what is still held back. */
  readonly settle: () => void;
}

/** Begins the story of a run; `all` grows with the run, and holds what the entries to tell go back to; `words` are told with the decisions that they were given for. */
export function openStory(model: Model, all: readonly Entry[], words: GivenWordsAt = NO_WORDS): Story {
  const tell = tellerOf(beginTelling(model, all), words);
  const lines: StoryLine[] = [];
  let minute: Entry[] = [];
  let held: StoryLine | undefined;
  let alone = false;
  const release = (): void => {
    if (held !== undefined) lines.push({ ...held, said: givenSentences(words.get(held.entry) ?? {}) });
    held = undefined;
  };
  const tellMinute = (): void => {
    for (const entry of minute) {
      const told = tell(entry, minute);
      if (told === undefined) continue;
      // Where a reading or a decision moves a stance at once, the two are one line.
      if (held !== undefined && !alone && told[0] === "STANCE" && entry.cause === held.entry && (held.tag === "READS" || held.tag === "DECIDE")) {
        held = { ...held, text: `${held.text} Now ${told[1].slice(told[1].indexOf(": ") + 2)}` };
        continue;
      }
      release();
      held = { at: entry.at, entry: entry.number, tag: told[0], text: capital(told[1]), said: [], who: entry.who, whom: entry.whom, others: othersIn(entry, minute), repeats: told[2] === "repeats" };
      alone = told[2] === "alone";
    }
    minute = [];
  };
  return {
    lines,
    add: (entry) => {
      if (minute.length > 0 && minute[0]!.at !== entry.at) tellMinute();
      minute.push(entry);
    },
    settle: () => {
      tellMinute();
      release();
    },
  };
}

/** The lines of a run, in order. `all` is the whole trace, `shown` the entries to tell: all of it, or what one seat perceived. */
export function tellStory(model: Model, all: readonly Entry[], shown: readonly Entry[] = all, words: GivenWordsAt = NO_WORDS): readonly StoryLine[] {
  const story = openStory(model, all, words);
  for (const entry of shown) story.add(entry);
  story.settle();
  return story.lines;
}

function tellerOf(telling: Telling, words: GivenWordsAt): (entry: Entry, minute: readonly Entry[]) => Told {
  const { scenario, entries, name, the, The, verb, pick, filled, actsTold } = telling;
  const items = new Map(scenario.timeline.map((item) => [item.id, item]));
  const hasZones = Object.keys(scenario.zones).length > 0; // without one, "out" means nothing
  const rulesTold = new Set<string>();
  const tellStance = stanceTeller(telling);

  const actWords = (entry: EntryOf<"act">): readonly string[] => (entry.act === "reinforce" && hasLeft(entry.who, entry, entries) ? ACT_OCCASIONS["reinforce from outside"] : ACT_PHRASES[entry.act]);
  const directed = ({ forced, who }: EntryOf<"act" | "statement">): string => (forced ? ` (Directed by the exercise, not decided by ${the(who)}.)` : "");
  const act = (entry: EntryOf<"act">, minute: readonly Entry[]): Told => {
    if (entry.act === "stand-down" && entry.item === undefined) return undefined; // the decision said it, and how it is read says it
    if (entry.act === "reach-goal" && entry.item === undefined && minute.some(({ kind, cause }) => kind === "goal" && cause === entry.number)) return undefined; // the goal's own line says it
    const script = entry.item === undefined ? undefined : items.get(entry.item)?.text;
    const struck = entry.act === "strike" && entry.km === undefined ? lastMoveSeen(entry, entries) : undefined;
    const where = entry.item === undefined && !hasZones ? "" : telling.distance(struck ?? entry);
    actsTold.add(entry.number);
    return [isElsewhere(scenario, entry) ? "NEWS" : "FEED", (script ?? capital(filled(actWords(entry), entry, "feed"))) + where + directed(entry)];
  };
  const rule = ({ whom: holder = "" }: EntryOf<"rule.disputed">): Told => {
    const claims = Object.values(scenario.zones).filter((zone) => zone.heldBy === holder && zone.standing === "disputed").flatMap((zone) => zone.claims);
    if (claims.length === 0 || rulesTold.has(holder)) return undefined;
    rulesTold.add(holder);
    return ["RULE", `The zone is disputed. ${claims.map(({ by, says }) => `${name(by)}: ${says}.`).join(" ")}`];
  };
  const engaged = (entry: Entry): string =>
    ` ${pick([`It finds ${the(entry.who)} otherwise engaged.`, `For now ${the(entry.who)} ${verb(entry.who, "do", "does")} nothing about it.`, `${The(entry.who)} ${verb(entry.who, "do", "does")} not act on it.`], entry, entry.who, "order")}`;
  const order = (entry: EntryOf<"order">, minute: readonly Entry[]): Told => {
    const text = entry.item === undefined ? undefined : items.get(entry.item)?.text;
    if (text !== undefined) return ["PUSH", text + (movesNobody(entry, minute) ? engaged(entry) : "")];
    if (entry.order === "reply" && entry.obeyed) return ["PUSH", `${The(entry.whom)} ${verb(entry.whom, "give", "gives")} ${the(entry.who)} leave to answer.`];
    const isGoing = !entry.obeyed && (entry.order === "hold" || entry.order === "withdraw") && isLeaving(entry.who, entry, entries);
    const outcome = isGoing ? [`${The(entry.who)} ${verb(entry.who, "are", "is")} leaving already.`] : entry.obeyed ? ["It is followed.", "They obey."] : ["It is not followed.", "Nothing comes of it."];
    return ["PUSH", pick(outcome.map((sentence) => `${The(entry.whom)} to ${the(entry.who)}: ${ORDER_WORDS[entry.order]}. ${sentence}`), entry, entry.whom, "order")];
  };

  return (entry, minute) => {
    switch (entry.kind) {
      case "pressure": {
        const text = items.get(entry.item)?.text ?? `${The(entry.who)} ${verb(entry.who, "are", "is")} pressed to move against ${the(entry.whom)}.`;
        return ["PUSH", text + (entry.moot ? " There is no need any more: the goal is reached." : movesNobody(entry, minute) ? engaged(entry) : "")];
      }
      case "order": return order(entry, minute);
      case "shock": return ["NEWS", items.get(entry.item)?.text ?? `${capital(spaced(entry.shock))}.`];
      case "act": return act(entry, minute);
      case "rule.disputed": return rule(entry);
      case "perceived": return entry.percept === "call.answered" ? tellEndOfCall(telling, entry, minute) : tellReading(telling, entry, minute);
      case "unattributed": return tellUnattributed(telling, entry);
      case "unseen": return tellUnseen(telling, entry);
      case "stance": return tellStance(entry);
      case "decision": return goesWithoutSaying(entry) && !words.has(entry.number) ? undefined : tellDecision(telling, entry);
      case "call": return tellCall(telling, entry);
      case "message": return isAnsweredAtOnce(entry, minute) ? undefined : tellMessage(telling, entry, minute);
      case "relay": return tellRelay(telling, entry, minute);
      case "statement": {
        const script = entry.item === undefined ? undefined : items.get(entry.item)?.text;
        const speaker = entry.who === undefined ? "An office that is not named" : name(entry.who);
        return ["PUBLIC", `${speaker}: ${script ?? filled(statementWords(entry, entries), entry, "public")}${directed(entry)}`];
      }
      case "trust": return entry.to > entry.from ? undefined : ["TRUST", `${The(entry.who)} ${verb(entry.who, "trust", "trusts")} the word of ${the(entry.whom)} less: ${TRUST_WORDS[entry.from]!}, now ${TRUST_WORDS[entry.to]!}.`];
      case "tier": return ["LINE", `${The(entry.who)} ${verb(entry.who, "agree", "agrees")}: ${LEVELS[entry.tier]} join the line.`];
      case "goal": {
        const way = scenario.goals[entry.goal]?.otherWays[0];
        return ["FEED", `${The(entry.who)} ${verb(entry.who, "have", "has")} reached the goal (${spaced(entry.goal)})${entry.way === "other" ? `, by another way${way === undefined ? "" : `: ${way}`}` : ""}.`];
      }
      default: return undefined;
    }
  };
}

const ORDER_WORDS: Readonly<Record<EntryOf<"order">["order"], string>> = {
  "advance": "go forward", "hold": "hold back", "withdraw": "pull out", "go-round": "take another road", "ask-consent": "ask for consent", "reply": "answer", "talk": "use the line",
};

function othersIn(entry: Entry, minute: readonly Entry[]): readonly string[] {
  const others = entry.kind === "message" || entry.kind === "relay" ? [entry.via] : entry.kind === "perceived" ? togetherWith(entry, minute).map(({ who }) => who) : [];
  return others.flatMap((party) => (party === undefined || party === entry.who ? [] : [party]));
}

// Whether what pressed on a party led to nothing in that minute.
function movesNobody(entry: Entry, minute: readonly Entry[]): boolean {
  return !minute.some((other) => other.kind === "perceived" && other.cause === entry.number && moves(other, minute));
}

// A relayed request that reaches whoever it is for: what becomes of it says so too.
function isAnsweredAtOnce({ number, stage, line }: EntryOf<"message">, minute: readonly Entry[]): boolean {
  return stage === "delivered" && line === undefined && minute.some(({ kind, cause }) => kind === "relay" && cause === number);
}
