// What a party cannot know from its own side: what became of its words, who did something, why nobody answered.

import type { Scenario } from "../scenario/scenario.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { ACTS } from "../terms/acts.ts";
import { MESSAGES } from "../terms/messages.ts";
import { withArticle } from "./fill.ts";
import { counted, dateAndClock, timeIn } from "./words.ts";

const LOOKS_BACK = 2 * 1440;
const MOST_OF_A_KIND = 4;
const NOT_REACHED: readonly string[] = ["unanswered", "not-rung", "cut-off"];

/** What a party does not know of another, as sentences; `seen` are the entries that it perceived. */
export function unknownTo(party: string, other: string, root: string, scenario: Scenario, seen: readonly Entry[], now: number): readonly string[] {
  const recent = seen.filter(({ at }) => at >= now - LOOKS_BACK);
  return [...wordsWithoutFate(party, other, root, scenario, recent), ...actsWithoutAuthor(scenario, recent), ...callsWithoutAnswer(party, scenario, recent)];
}

function wordsWithoutFate(party: string, other: string, root: string, scenario: Scenario, recent: readonly Entry[]): readonly string[] {
  const messages = recent.filter((entry): entry is EntryOf<"message"> => entry.kind === "message" && entry.who === party);
  const open = messages.filter(({ stage, message, whom, via, root: of }) => stage === "waiting" && message !== "notice" && message !== "communications-check" && (whom === other || via === other || of === root));
  return mostRecent(open.flatMap((sent) => {
    const fate = messages.findLast(({ cause }) => cause === sent.number)?.stage;
    const said = `${dateAndClock(timeIn(scenario, sent.at))}: ${MESSAGES[sent.message].label} for ${withArticle(scenario, sent.whom)}`;
    if (fate === undefined) return [sent.line === undefined ? `${said}: on its way, and no word of it.` : `${said}: no sign that it was said.`];
    if (MESSAGES[sent.message].asks && heardOf(sent, recent, (percept) => percept === "relay.unverified")) return [`${said}: passed on, and what came of it nobody could say.`];
    if (fate === "at-patron" && !hasResult(sent, recent)) return [`${said}: given to ${withArticle(scenario, sent.via)}; whether it was passed on is not known.`];
    return ARRIVED.includes(fate) && MESSAGES[sent.message].asks && !hasResult(sent, recent) ? [`${said}: said, and no word of the result.`] : [];
  }), "older words of which it knows no more");
}

const ARRIVED: readonly string[] = ["delivered", "corrected", "wrong", "mismatched", "garbled"];

// Word of the result is a percept of the same root: what was done about the request, or an answer.
function hasResult(sent: Entry, recent: readonly Entry[]): boolean {
  return heardOf(sent, recent, (percept) => RESULTS.has(percept));
}

function heardOf({ at, root }: Entry, recent: readonly Entry[], isIt: (percept: string) => boolean): boolean {
  return recent.some((entry) => entry.kind === "perceived" && entry.root === root && entry.at >= at && isIt(entry.percept));
}

const RESULTS: ReadonlySet<string> = new Set(["relay.complied", "relay.ignored", "relay.declined", "told.denial", "told.claim", "told.no-influence", "told.consent", "told.refusal"]);

function actsWithoutAuthor(scenario: Scenario, recent: readonly Entry[]): readonly string[] {
  const acts = recent.filter((entry): entry is EntryOf<"unattributed"> => entry.kind === "unattributed");
  return mostRecent(acts.map(({ at, act }) => `${dateAndClock(timeIn(scenario, at))}: whose doing it was (${ACTS[act].label}).`), "older acts without an author");
}

function callsWithoutAnswer(party: string, scenario: Scenario, recent: readonly Entry[]): readonly string[] {
  return Object.values(scenario.channels).filter(({ between }) => between.includes(party)).flatMap(({ id, name, between }) => {
    const missed = recent.filter((entry) => entry.kind === "call" && entry.line === id && NOT_REACHED.includes(entry.call));
    if (missed.length === 0) return [];
    const other = withArticle(scenario, between.find((end) => end !== party));
    return [`Why ${counted(missed.length, "call")} with ${other} (${name}) came to nothing, the last ${dateAndClock(timeIn(scenario, missed.at(-1)!.at))}.`];
  });
}

function mostRecent(sentences: readonly string[], older: string): readonly string[] {
  const rest = sentences.length - MOST_OF_A_KIND;
  return rest <= 0 ? sentences : [`${rest} ${older}.`, ...sentences.slice(rest)];
}
