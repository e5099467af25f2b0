// A run as text for people: day by day what happened, what each side perceived, what was said, how the stances moved.

import type { Verdict } from "../simulation/judge.ts";
import type { Simulated } from "../simulation/simulate.ts";
import type { Entry } from "../simulation/trace.ts";
import { assumptionLines } from "./assumption-lines.ts";
import { withArticle } from "./fill.ts";
import { paint, ruled, wrapped, type Layout, type Paint } from "./layout.ts";
import { outcomeOf } from "./outcome.ts";
import { seenFrom } from "./seat.ts";
import { renderSitting, type Sitting } from "./sitting-text.ts";
import { tellStory, wholeText, type StoryLine } from "./story.ts";
import type { Tag } from "./telling.ts";
import { verdictText } from "./verdicts.ts";
import { whoIsWho } from "./who-is-who.ts";
import { clock, counted, dateAndClock, dayNumber, joined, longDate, noonOf, partyName, rungText, shortDate, spaced, timeIn, times } from "./words.ts";

/** A run and how it came about. */
export interface RunReport {
  readonly simulated: Simulated;
  /** The scenario as the user named it. */
  readonly source: string;
  /** Undefined for the no-surprise course. */
  readonly seed: number | undefined;
  readonly version: string;
  /** The party at whose seat it is seen. */
  readonly as: string | undefined;
  /** The time it was run through, as written, where it was not run to its end. */
  readonly through: string | undefined;
  /** What people did in it, where it is a journal's. */
  readonly sitting?: Sitting;
}

const PAINTS: Readonly<Record<Tag, Paint>> = {
  PUSH: "quiet", NEWS: "quiet", FEED: "heading", READS: "plain", LINE: "good", RELAY: "good", PUBLIC: "warning", DECIDE: "warning", STANCE: "plain", TRUST: "quiet", RULE: "quiet",
};
const INDENT = " ".repeat(14);

/** The lines of the report, without line ends. */
export function* renderRun(report: RunReport, layout: Layout): Generator<string> {
  const { simulated: { model, entries } } = report;
  const shown = report.as === undefined ? entries : seenFrom(report.as, model.scenario, entries);
  yield* head(report, layout);
  yield* days(report, tellStory(model, entries, shown, report.sitting?.words), shown, layout);
  yield* foot(report, layout);
}

function* head({ simulated: { model }, source, seed, version, as, through }: RunReport, layout: Layout): Generator<string> {
  const { scenario } = model;
  for (const line of wrapped("SIMULATED. No record of what happened: it follows from the assumptions below.", layout.width)) yield paint(line, "warning", layout);
  yield "";
  for (const line of wrapped(scenario.title, layout.width)) yield paint(line, "heading", layout);
  if (scenario.summary !== "") yield* wrapped(scenario.summary, layout.width);
  if (as === undefined) {
    yield "";
    for (const line of whoIsWho(scenario)) yield* wrapped(line, layout.width, "  ");
  }
  yield "";
  const given = Object.keys(scenario.answers).length;
  const course = (seed === undefined ? "the no-surprise course (always the likeliest)" : `seed ${seed}${seed === scenario.seed ? ", the scenario's own" : ""}`) + (given === 0 ? "" : `, ${counted(given, "answer")} given beforehand`);
  yield* wrapped(`${source}, ${course}; deconflict ${version}, model ${model.hash}. Local times, ${scenario.timezone}.${through === undefined ? "" : ` Shown through ${through}.`}`, layout.width);
  if (as !== undefined) yield* wrapped(`Seen from the seat of ${partyName(scenario, as)}: what it perceived, was told and did. The truth may differ.`, layout.width);
  yield "";
  yield* wrapped("PUSH what presses on a party. FEED what happens, NEWS elsewhere. READS what a party takes it for. LINE and RELAY what is said and passed on. PUBLIC what is said to everyone. DECIDE what a party chose, and what else was open. STANCE who > toward whom, on the ladder from 0 cooperation to 8 open conflict.", layout.width);
}

function* days({ simulated: { model, entries }, as }: RunReport, lines: readonly StoryLine[], shown: readonly Entry[], layout: Layout): Generator<string> {
  const dayOf = (at: number): number => dayNumber(model.scenario, at);
  const byDay = Map.groupBy(lines, ({ at }) => dayOf(at));
  const last = dayOf(Math.max(0, (entries.at(-1)?.at ?? 0) - 1));
  const ladder = ladderOf(model, shown, as);
  const repeated = lines.filter(({ repeats }) => repeats);
  let quietFrom: number | undefined;
  for (let day = 0; day <= last; day++) {
    const told = byDay.get(day);
    if (told === undefined || told.every(({ repeats }) => repeats)) {
      quietFrom ??= day;
      continue;
    }
    if (quietFrom !== undefined) {
      yield* quietDays(model.scenario, shown, repeated, quietFrom, day - 1, layout);
      yield* ladderLines(ladder(day - 1), layout);
    }
    quietFrom = undefined;
    yield "";
    yield ruled(`${longDate(timeIn(model.scenario, told[0]!.at))}, day ${day + 1}`, layout);
    for (const line of told) yield* storyLine(model.scenario, line, layout);
    yield* ladderLines(ladder(day), layout);
  }
  if (quietFrom === undefined) return;
  yield* quietDays(model.scenario, shown, repeated, quietFrom, last, layout);
  yield* ladderLines(ladder(last), layout);
}

function* storyLine(scenario: Simulated["model"]["scenario"], line: StoryLine, layout: Layout): Generator<string> {
  const { at, tag } = line;
  const [first, ...rest] = wrapped(wholeText(line), layout.width - INDENT.length);
  yield `${clock(timeIn(scenario, at))}  ${paint(tag.padEnd(6), PAINTS[tag], layout)} ${first!}`;
  for (const more of rest) yield INDENT + more;
}

// Days on which nothing happens, or nothing but what is said day after day; that is counted.
function* quietDays(scenario: Simulated["model"]["scenario"], entries: readonly Entry[], repeated: readonly StoryLine[], from: number, to: number, layout: Layout): Generator<string> {
  const isInside = ({ at }: { readonly at: number }): boolean => dayNumber(scenario, at) >= from && dayNumber(scenario, at) <= to;
  const [inside, warned] = [entries.filter(isInside), repeated.filter(isInside)];
  const taken = inside.filter((entry) => entry.kind === "call" && (entry.call === "answered" || entry.call === "held")).length;
  const first = shortDate(timeIn(scenario, noonOf(scenario, from)));
  const dates = from === to ? first : `${first} to ${shortDate(timeIn(scenario, noonOf(scenario, to)))}`;
  const missed = inside.filter((entry) => entry.kind === "call" && entry.call === "not-rung").length;
  const calls = [
    ...(taken === 0 ? [] : [`The line was used ${times(taken)}${warned.length > 0 ? "" : ", for routine notices"}.`]),
    ...(missed === 0 ? [] : [missed === 1 ? "1 call was due, and did not come." : `${missed} calls were due, and none of these came.`]),
    ...(taken + missed === 0 ? ["No call took place."] : []),
    ...[...Map.groupBy(warned, ({ whom }) => whom)].map(([whom, lines]) => `The warning to ${withArticle(scenario, whom)} was repeated ${times(lines.length)}, and passed on.`),
  ].join(" ");
  yield "";
  for (const line of wrapped(`   ${dates}: quiet. ${calls}`, layout.width, "   ")) yield paint(line, "quiet", layout);
}

// Where the crisis pairs stand when a day ends otherwise than when that was last told, else nothing; asked for one day after another.
function ladderOf({ scenario, pairs, stances, parties, openingRungs }: Simulated["model"], entries: readonly Entry[], as: string | undefined): (day: number) => string {
  const rungs = [...openingRungs];
  const moves = entries.filter((entry) => entry.kind === "stance");
  let next = 0;
  let lastTold = "";
  return (day) => {
    let moved = false;
    for (; next < moves.length && dayNumber(scenario, moves[next]!.at) <= day; next++) {
      const { stance, rung } = moves[next]!;
      rungs[stance] = rung;
      if (stances[stance]!.pair !== -1) moved = true;
    }
    if (!moved) return "";
    const stand = pairs.flatMap(({ a, b, stances: both }) => {
      const known = both.filter((stance) => as === undefined || parties[stances[stance]!.party]!.text === as);
      return known.length === 0 ? [] : [`${parties[a]!.text}-${parties[b]!.text} ${rungText(Math.max(...known.map((stance) => rungs[stance]!)))}`];
    }).join(" | ");
    if (stand === lastTold) return "";
    return lastTold = stand;
  };
}

function* ladderLines(stand: string, layout: Layout): Generator<string> {
  if (stand === "") return;
  const [first, ...rest] = wrapped(stand, layout.width - INDENT.length);
  yield paint(`       LADDER ${first!}`, "quiet", layout);
  for (const line of rest) yield paint(INDENT + line, "quiet", layout);
}

function* foot(report: RunReport, layout: Layout): Generator<string> {
  const { simulated: { model, entries, verdicts, violations, stop }, as } = report;
  const { scenario } = model;
  yield "";
  yield ruled("How it went", layout);
  if (stop.kind === "ended" && stop.ending !== "ended") yield paint(`The run was stopped: ${spaced(stop.ending)}.`, "force", layout);
  if (as === undefined) for (const sentence of outcomeSentences(model, entries)) yield* wrapped(sentence, layout.width, "  ");
  if (verdicts.length > 0 && as === undefined) {
    yield "";
    yield ruled("What the author expected", layout);
    for (const verdict of verdicts) yield* verdictLine(report, verdict, layout);
  }
  if (report.sitting !== undefined && as === undefined) yield* renderSitting(report.sitting, { model, entries }, layout);
  for (const { invariant, number } of violations) yield paint(`Broken invariant: ${invariant} at entry ${number}.`, "force", layout);
  yield "";
  yield ruled("Assumptions", layout);
  yield* assumptionLines(scenario, layout.width);
  yield "";
  for (const line of wrapped("SIMULATED. The line's effect follows from these assumptions and is no finding.", layout.width)) yield paint(line, "warning", layout);
}

function* verdictLine({ simulated: { model, entries } }: RunReport, verdict: Verdict, layout: Layout): Generator<string> {
  const text = `${verdict.holds ? "holds" : "FAILS"}  ${verdict.expectation.id.padEnd(30)} ${verdictText(model.scenario, entries, verdict)}`;
  const [first, ...rest] = wrapped(text, layout.width, " ".repeat(38));
  yield paint(first!, verdict.holds ? "plain" : "force", layout);
  yield* rest;
}

function outcomeSentences(model: Simulated["model"], entries: readonly Entry[]): readonly string[] {
  const { scenario } = model;
  const { peaks, force, calls, warnings, requests, readings, goals } = outcomeOf(model, entries);
  const when = (at: number): string => dateAndClock(timeIn(scenario, at));
  const uses = Map.groupBy(force, ({ who, whom }) => `${partyName(scenario, who)} against ${partyName(scenario, whom)}`);
  return [
    `How high it went: ${peaks.map(({ a, b, rung, at }) => `${partyName(scenario, a)} and ${partyName(scenario, b)} ${rungText(rung)}${at === 0 ? "" : ` (${when(at)})`}`).join("; ")}.`,
    force.length === 0 ? "Force: none was used inside the crisis pairs." : `Force: ${[...uses].map(([who, acts]) => `${who} ${times(acts.length)} (${joined([...new Set(acts.map(({ act }) => spaced(act)))])})`).join("; ")}. The first on ${when(force[0]!.at)}.`,
    calls.due === 0 ? `The line: ${counted(calls.extra, "call")} on request, ${counted(calls.untaken, "call")} not taken.` : `The line: ${calls.taken} of ${calls.due} due calls taken, ${counted(calls.extra, "extra call")}, ${counted(calls.untaken, "call")} not taken, ${calls.cutOff} cut off.`,
    `Warnings: ${warnings.sent} sent, ${warnings.arrived} reached those they were for${warnings.afterForce === 0 ? "" : `, ${warnings.afterForce} of these only after force`}. Requests: ${requests.sent} sent, ${requests.complied} followed, ${requests.ignored} not followed${requests.unverified === 0 ? "" : `; of these ${requests.unverified} could not be verified`}.`,
    `Readings: ${readings.graver} graver and ${readings.milder} milder than meant, ${readings.wrongParty} toward the wrong party, ${readings.nobody} toward nobody.`,
    ...goals.map(({ goal, who, at, way }) => `Goal: ${partyName(scenario, who)} reached ${spaced(goal)}${way === "other" ? " by another way" : ""} on ${when(at)}.`),
  ];
}
