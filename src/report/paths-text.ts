// The paths to a target as text for people: how few surprises lead there, which they are, and where each leads.

import type { Scenario } from "../scenario/scenario.ts";
import type { Model } from "../simulation/model.ts";
import { simulate } from "../simulation/simulate.ts";
import type { Entry } from "../simulation/trace.ts";
import { bearingOn, reachedAt, turning, type Level, type Path, type PathsReport, type Turn } from "../study/paths.ts";
import type { Target } from "../study/target.ts";
import { likeliest } from "../kernel/choices.ts";
import { ACTS } from "../terms/acts.ts";
import { shortTextOf } from "./entry-text.ts";
import { withArticle } from "./fill.ts";
import { paint, ruled, wrapped, type Layout } from "./layout.ts";
import { grouped, oddsAgainstWords, oddsText } from "./likelihood-words.ts";
import { causesOf } from "./causes.ts";
import { outcomeOf } from "./outcome.ts";
import { answerWords, questionWords } from "./question-words.ts";
import { capital, dateAndClock, joined, rungText, spaced, timeIn } from "./words.ts";

/** Paths and what they are paths of. */
export interface PathsTold {
  readonly model: Model;
  readonly target: Target;
  readonly report: PathsReport;
  /** How many paths were asked for, and after how many courses the search was to end. */
  readonly top: number;
  readonly courses: number;
  /** The scenario as the user named it. */
  readonly source: string;
  readonly version: string;
  /** Whether likelihoods are told in bits too. */
  readonly bits: boolean;
}

const INDENT = "    ";
const WHEN = 16;

/** The lines of the report, without line ends. */
export function* renderPaths(told: PathsTold, layout: Layout): Generator<string> {
  const { model, source, version } = told;
  const { scenario } = model;
  for (const line of wrapped("SIMULATED. No record of what happened: it follows from the assumptions of the scenario.", layout.width)) yield paint(line, "warning", layout);
  yield "";
  for (const line of wrapped(scenario.title, layout.width)) yield paint(line, "heading", layout);
  yield* wrapped(`How few surprises lead from the course without surprises to this: ${targetWords(model, told.target)}.`, layout.width);
  yield "";
  yield* wrapped(`${source}, deconflict ${version}, model ${model.hash}. Local times, ${scenario.timezone}. Without surprises everything goes as is likeliest; a surprise is one question that is answered otherwise. Likelihoods are odds against the likeliest answer, and follow from the assumptions.`, layout.width);
  yield "";
  for (const sentence of findings(told)) yield* wrapped(sentence, layout.width);
  for (const [i, path] of told.report.paths.entries()) yield* pathLines(told, path, i + 1, layout);
}

/** What is looked for, in a few words. */
export function targetWords({ scenario }: Model, target: Target): string {
  const by = (party: string | undefined): string => (party === undefined ? "" : ` by ${withArticle(scenario, party)}`);
  switch (target.kind) {
    case "rung": return `${rungText(target.rung)} in a crisis pair`;
    case "act": return ACTS[target.act].label + by(target.by);
    case "state": return `the state "${spaced(target.state)}"${target.by === undefined ? "" : ` of ${withArticle(scenario, target.by)}`}`;
    case "expectation": {
      const expectation = scenario.expect.find(({ id }) => id === target.id)!;
      const broken = expectation.kind === "quiet" || (expectation.kind === "event" && expectation.atMost !== undefined);
      return `the expectation ${target.id} is ${broken ? "broken" : "met"}`;
    }
  }
}

/** `no surprise`, `one surprise`, `two surprises`. */
export function surprisesText(count: number): string {
  return `${numberWord(count)} surprise${count === 1 ? "" : "s"}`;
}

/** A small number in words. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function* findings({ model, target, report, top, courses }: PathsTold): Generator<string> {
  const { reachedUnsurprised, levels, paths, exhausted } = report;
  if (reachedUnsurprised) {
    const { entries } = simulate(model, likeliest);
    yield `Surprise distance: 0. The course without surprises comes to it by itself, on ${when(model.scenario, entries[reachedAt(model, target, [])]!)}.`;
    return;
  }
  const peak = Math.max(...outcomeOf(model, simulate(model, likeliest).entries).peaks.map(({ rung }) => rung));
  const searched = levels.filter(({ whole }) => whole).length;
  const distance = paths[0]?.turns.length;
  if (distance !== undefined) yield `Surprise distance: ${distance}. The course without surprises comes to ${rungText(peak)} at most.`;
  else if (exhausted) yield `There is no path. The course without surprises comes to ${rungText(peak)} at most, and no set of surprises leads there.`;
  else yield `Surprise distance: more than ${searched}. The course without surprises comes to ${rungText(peak)} at most; a path was not found within the budget of ${grouped(courses)} courses.`;
  for (const level of levels) yield levelSentence(level, paths);
  const kept = bearingOn(model.scenario, target).parties;
  const beside = Object.keys(model.scenario.parties).filter((party) => !Object.hasOwn(kept, party));
  if (beside.length > 0) yield `Nothing connects ${joined(beside.map((party) => withArticle(model.scenario, party)))} with it, so what they do is left out.`;
  if (exhausted && paths.length > 0) yield "No larger set leads to anything that these do not.";
  if (paths.length === top) yield `The ${top === 1 ? "likeliest of the smallest sets" : `${top} smallest and likeliest`} follow; there may be more of ${top === 1 ? "its" : "the last one's"} size (--top).`;
}

function levelSentence({ surprises, courses, whole }: Level, paths: readonly Path[]): string {
  const found = paths.filter(({ turns }) => turns.length === surprises).length;
  const sets = surprises === 1 ? "single surprises" : `sets of ${surprisesText(surprises)}`;
  if (!whole) return `Sets of ${surprisesText(surprises)} were not all tried: the budget of courses (--courses) ended.`;
  const none = found === 0 && paths.every(({ turns }) => turns.length > surprises) ? ": none leads there" : "";
  return `All ${sets} were tried: ${grouped(courses)} courses${surprises === 1 ? "" : "; the rest are back on a course already searched, or fewer surprises do"}${none}.`;
}

function* pathLines({ model, target, bits }: PathsTold, path: Path, number: number, layout: Layout): Generator<string> {
  const { scenario } = model;
  const { entries } = simulate(model, turning(path.turns, likeliest));
  const reached = entries[reachedAt(model, target, path.turns)]!;
  yield "";
  yield ruled(`${number}. ${capital(surprisesText(path.turns.length))}, ${oddsAgainstWords(path.bits)}${bits ? ` (${bitsText(path.bits)})` : ` (${oddsText(path.bits)})`}`, layout);
  for (const turn of path.turns) {
    const { question, option, usual } = turn;
    const text = `${capital(questionWords(scenario, question))}: ${answerWords(scenario, question, option)}, not ${answerWords(scenario, question, usual)}.`;
    yield* dated(scenario, question.at, text + oddsOf(turn, bits), layout);
  }
  yield `${INDENT}Then:`;
  for (const entry of leadingTo(entries, reached, path)) yield* dated(scenario, entry.at, shortTextOf(entry, scenario), layout);
}

function oddsOf({ bits }: Turn, inBits: boolean): string {
  return ` ${capital(oddsAgainstWords(bits))} (${inBits ? bitsText(bits) : oddsText(bits)}).`;
}

/** A line behind its date, wrapped under it. */
export function* dated(scenario: Scenario, at: number, text: string, layout: Layout): Generator<string> {
  const indent = INDENT + " ".repeat(WHEN);
  const [first, ...rest] = wrapped(text, layout.width - indent.length);
  yield INDENT + dateAndClock(timeIn(scenario, at)).padEnd(WHEN) + first!;
  for (const line of rest) yield indent + line;
}

const STEPS: ReadonlySet<Entry["kind"]> = new Set(["act", "decision", "stance", "statement"]);
const MOST_STEPS = 4;

// What lies between the last surprise and the target, along the causes; only the last of it where it is long.
function leadingTo(entries: readonly Entry[], reached: Entry, { turns }: Path): readonly Entry[] {
  const from = turns.at(-1)!.question.at;
  const between = [...causesOf(reached, entries)].filter(({ at, kind }) => at >= from && STEPS.has(kind)).slice(0, MOST_STEPS - 1);
  return [...between.reverse(), reached];
}

function bitsText(bits: number): string {
  return `${bits.toFixed(1)} bits`;
}

function when(scenario: Scenario, { at }: Entry): string {
  return dateAndClock(timeIn(scenario, at));
}
