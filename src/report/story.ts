// The story of a run: entries of a trace as tagged lines in plain language.
// Each line says what a person wants to follow; routine, and what goes on inside a party, stays in the trace.

import type { Model } from "../simulation/model.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { ACTS, type ActName } from "../terms/acts.ts";
import { STATEMENTS } from "../terms/statements.ts";
import { ACT_PHRASES } from "./act-phrases.ts";
import { LEVELS, tellCall, tellEndOfCall } from "./call-lines.ts";
import { tellMessage, tellRelay } from "./line-lines.ts";
import { READ_PHRASES, UNKNOWN_PHRASES } from "./percept-phrases.ts";
import { fill } from "./fill.ts";
import { givenSentences, type GivenWordsAt, NO_WORDS } from "./given-words.ts";
import { statementWords } from "./occasion.ts";
import { optionWords } from "./option-words.ts";
import { beginTelling, type Tag, type Telling, type Told } from "./telling.ts";
import { capital, leafOf, moveText, spaced, TRUST_WORDS } from "./words.ts";

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

const TOLD_AGAIN = 7 * 1440;

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
  const tell = tellerOf(beginTelling(model, all));
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

function tellerOf(telling: Telling): (entry: Entry, minute: readonly Entry[]) => Told {
  const { scenario, entries, name, the, The, verb, pick, filled } = telling;
  const crisis = new Set(scenario.crisis.flat());
  const items = new Map(scenario.timeline.map((item) => [item.id, item]));
  const hasZones = Object.keys(scenario.zones).length > 0; // without one, "out" means nothing
  const ruleTold = new Map<string, number>();
  const actsTold = new Set<number>();
  const sentencesTold = new Map<string, number>();
  // Parties of no crisis pair fight wars of their own, or follow; what they do is told, what moves them is not.
  const isBeside = ({ who, whom }: Entry): boolean => !crisis.has(who ?? "") || (whom !== undefined && !crisis.has(whom));

  const isElsewhere = ({ who, whom }: Entry): boolean => crisis.size > 0 && who !== undefined && whom !== undefined && !crisis.has(who) && !crisis.has(whom);

  const isCrisisPair = ({ who, whom }: Entry): boolean => scenario.crisis.some(([a, b]) => (a === who && b === whom) || (a === whom && b === who));

  const directed = ({ forced, who }: EntryOf<"act" | "statement">): string => (forced ? ` (Directed by the exercise, not decided by ${the(who)}.)` : "");
  const act = (entry: EntryOf<"act">, minute: readonly Entry[]): Told => {
    if (entry.act === "reach-goal" && entry.item === undefined && minute.some(({ kind, cause }) => kind === "goal" && cause === entry.number)) return undefined; // the goal's own line says it
    const script = entry.item === undefined ? undefined : items.get(entry.item)?.text;
    const where = entry.km === undefined || (entry.item === undefined && !hasZones) ? "" : ` About ${entry.km} km out.`;
    actsTold.add(entry.number);
    return [isElsewhere(entry) ? "NEWS" : "FEED", (script ?? capital(filled(ACT_PHRASES[entry.act], entry, "feed"))) + where + directed(entry)];
  };
  // From a seat the act itself is not told: then it is told with its perception, as done by whoever is believed to have done it.
  const untoldAct = ({ cause, who }: Entry, believed: string | undefined, self: boolean): string => {
    const done = cause === undefined ? undefined : entries[cause]!;
    if (done?.kind !== "act" || actsTold.has(done.number)) return "";
    const variants = ACT_PHRASES[seenAs(done.act)].map((variant) => fill(variant, scenario, { who: [believed], whom: done.whom }));
    return `${capital(pick(variants, done, who, "feed"))}${self && done.km !== undefined ? ` About ${done.km} km out.` : ""} `;
  };
  const perceived = (entry: EntryOf<"perceived">, minute: readonly Entry[]): Told => {
    const phrases = READ_PHRASES[entry.percept];
    if (phrases === undefined || isBeside(entry) || entry.source === "own" || entry.source === "timeline") return undefined;
    const group = togetherWith(entry, minute).filter((each) => !isIdle(each, minute));
    if (group[0] !== entry) return undefined;
    const wrong = entry.misattributed ? ` Blamed: ${the(entry.whom)}. In truth it was ${the(entry.truth)}.` : entry.percept === "flown-at.self" && entry.truth === undefined ? " Whose it was is not established." : "";
    const text = untoldAct(entry, entry.whom, entry.percept.endsWith(".self")) + capital(filled(phrases, entry, "reads", undefined, [...new Set(group.map(({ who }) => who))])) + wrong;
    return group.length > 1 ? ["READS", text, "alone"] : ["READS", text];
  };
  // What is heard in public or counted later is told of those it moves; how an open word was taken is told of everyone.
  const isIdle = (entry: EntryOf<"perceived">, minute: readonly Entry[]): boolean => {
    if (!PASSING.has(entry.percept) || moves(entry, minute)) return false;
    const said = entry.cause === undefined ? undefined : entries[entry.cause];
    return !(said?.kind === "statement" && STATEMENTS[said.statement].tone === "open");
  };
  // What a state is about is told when it is entered for the first time in a week, by whomever.
  const sentenceOnce = (entry: EntryOf<"stance">, entered: string): string => {
    const sentence = telling.sentenceOf(entry, entered);
    const last = sentencesTold.get(sentence);
    sentencesTold.set(sentence, entry.at);
    return last !== undefined && entry.at - last < TOLD_AGAIN ? "" : ` ${sentence}`;
  };
  const stance = (entry: EntryOf<"stance">): Told => {
    const entered = entry.to.find((path) => !entry.from.includes(path));
    if (isBeside(entry) || entered === undefined || telling.isDeciding(entry, entered) || telling.ownRung(entry, entered) === undefined) return undefined;
    if (entry.rung <= ROUTINE && (entry.rung === entry.rungBefore || !isCrisisPair(entry))) return undefined;
    const sentence = sentenceOnce(entry, entered);
    // Time has passed, nobody moved, and what it is about is known.
    if (sentence === "" && entry.rung === entry.rungBefore && entry.cause !== undefined && entries[entry.cause]!.kind === "waited") return undefined;
    return ["STANCE", `${name(entry.who)} > ${name(entry.whom)}: ${spaced(leafOf(entered))}, ${moveText(entry.rungBefore, entry.rung)}.${sentence}`];
  };
  const decision = (entry: EntryOf<"decision">): Told => {
    if (isBeside(entry)) return undefined;
    const words = (option: string): string => optionWords(scenario, entry.decision, option, entry.who);
    const others = entry.options.filter((option, i) => option !== entry.option && entry.weights[i]! > 0).map(words);
    const toward = Object.keys(scenario.parties[entry.who ?? ""]?.stances ?? {}).length > 1 ? ` toward ${the(entry.whom)}` : "";
    return ["DECIDE", `${name(entry.who)}${toward}: ${words(entry.option)}.${others.length === 0 ? "" : ` Open too: ${others.join("; ")}.`}`];
  };
  const rule = (entry: EntryOf<"rule.disputed">): Told => {
    const holder = entry.whom ?? "";
    const last = ruleTold.get(holder);
    const claims = Object.values(scenario.zones).filter((zone) => zone.heldBy === holder && zone.standing === "disputed").flatMap((zone) => zone.claims);
    if (claims.length === 0 || (last !== undefined && entry.at - last < TOLD_AGAIN)) return undefined;
    ruleTold.set(holder, entry.at);
    if (last !== undefined) return ["RULE", pick(["Whether the zone binds anybody is disputed as before.", "On the zone everyone holds to what was said of it.", "The dispute over the zone stands where it stood."], entry, holder, "rule")];
    return ["RULE", `The zone is disputed. ${claims.map(({ by, says }) => `${name(by)}: ${says}.`).join(" ")}`];
  };
  const engaged = (entry: Entry): string =>
    ` ${pick([`It finds ${the(entry.who)} otherwise engaged.`, `For now ${the(entry.who)} ${verb(entry.who, "do", "does")} nothing about it.`, `Nothing comes of it with ${the(entry.who)}.`], entry, entry.who, "order")}`;
  const order = (entry: EntryOf<"order">, minute: readonly Entry[]): Told => {
    const text = entry.item === undefined ? undefined : items.get(entry.item)?.text;
    if (text !== undefined) return ["PUSH", text + (movesNobody(entry, minute) ? engaged(entry) : "")];
    if (entry.order === "reply" && entry.obeyed) return ["PUSH", `${The(entry.whom)} ${verb(entry.whom, "give", "gives")} ${the(entry.who)} leave to answer.`];
    const outcome = entry.obeyed ? ["It is followed.", "They obey."] : ["It is not followed.", "Nothing comes of it."];
    return ["PUSH", pick(outcome.map((sentence) => `${The(entry.whom)} to ${the(entry.who)}: ${spaced(entry.order)}. ${sentence}`), entry, entry.whom, "order")];
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
      case "perceived": return entry.percept === "call.answered" ? tellEndOfCall(telling, entry, minute) : perceived(entry, minute);
      case "unattributed": {
        if (isBeside(entry) || !(entry.percept.endsWith(".self") || entry.percept.startsWith("struck."))) return undefined;
        const untold = untoldAct(entry, undefined, entry.percept.endsWith(".self"));
        return ["READS", untold + capital(filled(UNKNOWN_PHRASES[unknownOf(entry.act)], entry, "reads"))];
      }
      case "unseen": return isBeside(entry) || entry.act === "shoot-down" ? undefined : ["READS", pick([`${The(entry.who)} ${verb(entry.who, "do", "does")} not see it.`, `It goes unnoticed by ${the(entry.who)}.`], entry, entry.who, "reads")];
      case "stance": return stance(entry);
      case "decision": return decision(entry);
      case "call": return tellCall(telling, entry);
      case "message": return isAnsweredAtOnce(entry, minute) ? undefined : tellMessage(telling, entry, minute);
      case "relay": return tellRelay(telling, entry, minute);
      case "statement": {
        const script = entry.item === undefined ? undefined : items.get(entry.item)?.text;
        const speaker = entry.who === undefined ? "An office that is not named" : name(entry.who);
        return ["PUBLIC", `${speaker}: ${script ?? filled(statementWords(entry, entries), entry, "public")}${directed(entry)}`];
      }
      case "trust": return entry.to > entry.from ? undefined : ["TRUST", `${The(entry.who)} ${verb(entry.who, "trust", "trusts")} the word of ${the(entry.whom)} less: ${TRUST_WORDS[entry.from]!}, now ${TRUST_WORDS[entry.to]!}.`];
      case "tier": return ["LINE", `A level is added to the line: ${LEVELS[entry.tier]}.`];
      case "goal": {
        const way = scenario.goals[entry.goal]?.otherWays[0];
        return ["FEED", `${The(entry.who)} ${verb(entry.who, "have", "has")} reached the goal (${spaced(entry.goal)})${entry.way === "other" ? `, by another way${way === undefined ? "" : `: ${way}`}` : ""}.`];
      }
      default: return undefined;
    }
  };
}

const ROUTINE = 1;

function othersIn(entry: Entry, minute: readonly Entry[]): readonly string[] {
  const others = entry.kind === "message" || entry.kind === "relay" ? [entry.via] : entry.kind === "perceived" ? togetherWith(entry, minute).map(({ who }) => who) : [];
  return others.flatMap((party) => (party === undefined || party === entry.who ? [] : [party]));
}

// Those who take the same thing the same way in the same minute are told of together; the first of them carries the line.
function togetherWith(entry: EntryOf<"perceived">, minute: readonly Entry[]): readonly EntryOf<"perceived">[] {
  if (!SHARED.has(entry.percept)) return [entry];
  return minute.filter((other): other is EntryOf<"perceived"> => other.kind === "perceived" && other.percept === entry.percept && other.cause === entry.cause);
}

// Nobody sees from outside that a strike was meant for others.
function seenAs(act: ActName): ActName {
  return act === "mistaken-strike" ? "strike" : act;
}

// Whether what pressed on a party led to nothing in that minute.
function movesNobody(entry: Entry, minute: readonly Entry[]): boolean {
  return !minute.some((other) => other.kind === "perceived" && other.cause === entry.number && moves(other, minute));
}

// Whether a reading led to anything in that minute: a step, a decision, an act, a word.
function moves({ number }: Entry, minute: readonly Entry[]): boolean {
  return minute.some(({ kind, cause }) => cause === number && (kind === "stance" || kind === "decision.opened" || kind === "act.ordered" || kind === "message"));
}

// A relayed request that reaches whoever it is for: what becomes of it says so too.
function isAnsweredAtOnce({ number, stage, line }: EntryOf<"message">, minute: readonly Entry[]): boolean {
  return stage === "delivered" && line === undefined && minute.some(({ kind, cause }) => kind === "relay" && cause === number);
}

function unknownOf(act: ActName): keyof typeof UNKNOWN_PHRASES {
  const { family } = ACTS[act];
  return family === "movement" || family === "presence" || family === "relief" ? "movement" : act === "drone-attack" ? "flight" : "fire";
}

const PASSING: ReadonlySet<string> = new Set(["dead.learned", "stated.appeal", "shock.felt"]);
const SHARED: ReadonlySet<string> = new Set(["dead.learned", "stated.threat", "stated.appeal", "stated.blame", "shock.felt", "struck.partner", "neared.partner"]);
