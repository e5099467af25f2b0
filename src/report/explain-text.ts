// Why an entry came about, as text: the links behind it down to itself, and the choices without which it would not have happened.

import type { Scenario } from "../scenario/scenario.ts";
import type { Asked, Change } from "../study/asked.ts";
import type { Decisive, Searched } from "../study/decisive.ts";
import type { Link, Sent } from "../study/explain.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { MESSAGES } from "../terms/messages.ts";
import { RELAY_WORDS, shortTextOf, STAGE_WORDS } from "./entry-text.ts";
import { withArticle } from "./fill.ts";
import { paint, wrapped, type Layout } from "./layout.ts";
import { answerWords, oddsWords, questionWords } from "./question-words.ts";
import { capital, clock, counted, dateAndClock, leafOf, moveText, shortDate, spaced, timeIn } from "./words.ts";
import { lengthText } from "./written.ts";

/** What is explained, in which run, as lines. */
export function headLines(scenario: Scenario, entry: Entry, { source, seed, version, all }: { readonly source: string; readonly seed: number | undefined; readonly version: string; readonly all: boolean }, layout: Layout): readonly string[] {
  return [
    ...wrapped(`SIMULATED. ${source}, ${seed === undefined ? "without surprises" : `seed ${seed}`}; deconflict ${version}.`, layout.width).map((line) => paint(line, "warning", layout)),
    ...wrapped(`Why, ${dateAndClock(timeIn(scenario, entry.at))}: ${shortTextOf(entry, scenario)}${all ? ` Entry ${entry.number}, ${entry.id}.` : ""}`, layout.width, "  ").map((line) => paint(line, "heading", layout)),
    "",
  ];
}

/** The links as lines, no more than `most` of them: then waits that moved nothing are left out, and what lies farthest back behind the first. */
export function linkLines(scenario: Scenario, all: readonly Link[], layout: Layout, most = Number.POSITIVE_INFINITY): readonly string[] {
  const isBrief = most !== Number.POSITIVE_INFINITY;
  const links = !isBrief ? all : all.filter((link, i) => i === 0 || i === all.length - 1 || !isIdle(link));
  const times = links.map(({ told }, i) => timeText(scenario, told.at, links[i - 1]?.told.at));
  const margin = 2 + Math.max(...times.map(({ length }) => length));
  const blocks = links.map((link, i) => blockOf(scenario, link, times[i]!.padStart(margin), links.length === 1 ? "─" : i === 0 ? "┌" : i === links.length - 1 ? "└" : "├", isBrief, layout));
  const [first = [], ...rest] = isBrief ? blocks.map((block) => shortened(block, BRIEF_LINES, layout.width)) : blocks;
  const kept: (readonly string[])[] = [];
  let room = most - first.length - 1;
  // The entry itself is told however little room there is, and of what no longer fits the beginning, if it says enough.
  while (kept.length < rest.length && (kept.length === 0 || room >= FEWEST_LINES)) {
    const block = rest.at(-1 - kept.length)!;
    const told = kept.length === 0 ? block : shortened(block, room, layout.width);
    room -= told.length;
    kept.unshift(told);
  }
  const left = all.length - kept.length - 1;
  return [...first, ...(left === 0 ? [] : [`${" ".repeat(margin)} ${paint("┊", "quiet", layout)} ${counted(left, "step is", "steps are")} left out, which --all shows`]), ...kept.flat()];
}

/** Lines of one link at most where not everything is told, and at least. */
const BRIEF_LINES = 4;
const FEWEST_LINES = 2;

function shortened(block: readonly string[], most: number, width: number): readonly string[] {
  return block.length <= most ? block : [...block.slice(0, most - 1), `${block[most - 1]!.slice(0, width - 2)} …`];
}

function isIdle({ told, stance, sent }: Link): boolean {
  return told.kind === "waited" && sent.length === 0 && (stance === undefined || stance.rung === stance.rungBefore);
}

/** A decisive choice as lines: when, what was open, and what would have kept the entry from happening. */
export function decisiveLines(scenario: Scenario, { asked: { question, option }, prevents }: Decisive, layout: Layout): readonly string[] {
  const instead = orList(prevents.map((other) => answerWords(scenario, question, other)));
  return wrapped(`◆ ${dateAndClock(timeIn(scenario, question.at))} ${questionWords(scenario, question)}: ${instead}, not ${answerWords(scenario, question, option)}`, layout.width, "  ");
}

/** What is said before the decisive choices, and after the search: how far it went, what it means, and what else it found. */
export function searchedLines(scenario: Scenario, searched: Searched, shown: number, layout: Layout): readonly string[] {
  const { tried, choices, decisive, together, setsTried, reach } = searched;
  const all = tried === choices;
  const within = reach === 0 ? "in that minute" : `within ${lengthText(reach)} of it`;
  const meaning = `Not happened: nothing of the kind by the same party toward the same one ${within}.`;
  const extent = choices === 0 ? "Nothing before it could have gone otherwise."
    : all ? `All ${counted(choices, "choice")} before it were tried, each alone.`
    : `${tried} of ${choices} choices before it were tried, the nearest ones behind it first; among the others there may be more.`;
  const lines = [
    ...(decisive > shown ? [`  and ${decisive - shown} more, which --all shows`] : []),
    ...(decisive > 0 ? [] : [choices === 0 ? "No choice lies before it." : all ? `No single choice was decisive${setsTried === 0 && together === undefined ? ": whatever was answered otherwise, it came about all the same" : ""}.` : "None of the choices that were tried was decisive."]),
    ...(together === undefined ? setsTried === 0 ? [] : [`Nor was any of the ${counted(setsTried, "set")} of two or three that were tried along its causes.`]
      : [`${capital(NUMBERS[together.length] ?? String(together.length))} of them together were: had all of these gone otherwise, it would not have happened.${together.length > 2 ? " A set of two may have been missed: only those along its causes were tried." : ""}`, ...together.map((change) => changeText(scenario, change))]),
    `${extent}${decisive > 0 || together !== undefined ? ` ${meaning}` : ""}`,
  ];
  return lines.flatMap((line) => wrapped(line, layout.width, line.startsWith("◆") ? "  " : ""));
}

const NUMBERS = ["none", "one", "two", "three"];

function changeText(scenario: Scenario, { question, option }: Change): string {
  return `◆ ${dateAndClock(timeIn(scenario, question.at))} ${questionWords(scenario, question)}: ${answerWords(scenario, question, option)}`;
}

// The date stands where it changes.
function timeText(scenario: Scenario, at: number, before: number | undefined): string {
  const [day, time] = [shortDate(timeIn(scenario, at)), clock(timeIn(scenario, at))];
  return before !== undefined && day === shortDate(timeIn(scenario, before)) ? time : `${day} ${time}`;
}

function blockOf(scenario: Scenario, link: Link, time: string, corner: string, isBrief: boolean, layout: Layout): readonly string[] {
  const width = layout.width - time.length - 3;
  const [head, ...rest] = wrapped(linkText(scenario, link, isBrief), width);
  const spine = corner === "└" || corner === "─" ? " " : "│";
  return [
    `${time} ${paint(corner, "quiet", layout)} ${head!}`,
    ...[...rest, ...link.sent.flatMap((sent) => wrapped(`- ${sentText(scenario, sent, isBrief)}`, width, "  "))].map((line) => `${" ".repeat(time.length)} ${paint(spine, "quiet", layout)} ${line}`),
  ];
}

function linkText(scenario: Scenario, { told, since, stance, asked }: Link, isBrief: boolean): string {
  const verb = BEGUN[told.kind];
  const begun = isBrief || since === told.at || verb === undefined ? "" : ` (${verb} ${timeText(scenario, since, told.at)})`;
  const text = scriptOf(scenario, told) ?? (told === stance ? shortTextOf(told, scenario) : `${shortTextOf(told, scenario).replace(/\.$/, "")}${begun}.`);
  return [text, ...readingText(scenario, told), ...asked.flatMap((one) => oddsText(scenario, told, one)), ...(stance === undefined || stance === told ? [] : [stanceText(stance)])].join(" ");
}

const BEGUN: Readonly<Partial<Record<Entry["kind"], string>>> = { act: "ordered", message: "sent" };

// What the scenario's author wrote for it, where it stands in the timeline.
function scriptOf({ timeline }: Scenario, told: Entry): string | undefined {
  const item = "item" in told ? told.item : undefined;
  return item === undefined ? undefined : timeline.find(({ id }) => id === item)?.text;
}

function readingText(scenario: Scenario, told: Entry): readonly string[] {
  return told.kind === "perceived" && told.misattributed ? [`In truth it was ${withArticle(scenario, told.truth)}.`] : [];
}

/** Chances this likely are not told: what is nearly sure to go as it went needs no words. */
const SURE = 0.9;

// A decision with what else was open; a reading, a compliance or an answered call with how likely it was.
function oddsText(scenario: Scenario, told: Entry, { question, option }: Asked): readonly string[] {
  const { weights, total, names } = question.options;
  if (question.kind === "decision") {
    const others = names.flatMap((_, i) => (i === option || weights[i] === 0 ? [] : [answerWords(scenario, question, i)]));
    return [others.length === 0 ? "Nothing else was open." : `${capital(oddsWords(question, option))}; open too: ${orList(others)}.`];
  }
  if (TOLD_CHANCES[told.kind]?.includes(question.name.text) !== true || weights[option]! / total > SURE) return [];
  const answer = answerWords(scenario, question, option);
  return [question.name.text === READING ? `Taken ${answer}, ${oddsWords(question, option)}.` : `(${answer}: ${oddsWords(question, option)}.)`];
}

const READING = "sight.reading";

// What an entry of a kind itself turned on; other questions may have been put in the same minute.
const TOLD_CHANCES: Readonly<Partial<Record<Entry["kind"], readonly string[]>>> = {
  "act": ["strike.mistaken", "item.happens", "item.done-by"], "pressure": ["item.happens"], "shock": ["item.happens"], "item.skipped": ["item.happens"],
  "perceived": [READING, "sight.attributed", "sight.blames-another", "firmness.read", "restraint.read", "caution.read"], "unattributed": ["sight.attributed"], "unseen": ["sight.seen"],
  "message": ["word.believed", "line.heard"], "relay": ["relay.complied", "relay.verified"], "order": ["order.obeyed", "item.happens"], "call": ["line.answered", "line.outage-taken-as-signal"],
};

function stanceText({ from, to, rungBefore, rung }: EntryOf<"stance">): string {
  const entered = to.filter((path) => !from.includes(path)).map((path) => spaced(leafOf(path)));
  return `Now ${orList(entered, "and")}, ${moveText(rungBefore, rung)}${rung === rungBefore ? "" : `, from ${rungBefore}`}.`;
}

function sentText(scenario: Scenario, { message, came }: Sent, isBrief: boolean): string {
  const way = isBrief || message.via === undefined ? "" : ` by way of ${withArticle(scenario, message.via)}`;
  const what = `${capital(MESSAGES[message.message].label)} to ${withArticle(scenario, message.whom)}${way}`;
  if (came === undefined) return `${what}: not said by then.`;
  const fate = came.kind === "relay" ? RELAY_WORDS[came.relay] : STAGE_WORDS[came.stage];
  return `${what}: ${fate}, ${timeText(scenario, came.at, message.at)}.`;
}

function orList(words: readonly string[], last = "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)!}`;
}
