// The off-ramps of a run as text for people: which decisions would have kept it below a rung, and who could have known.

import type { Model } from "../simulation/model.ts";
import type { Level, Turn } from "../study/paths.ts";
import type { Knowledge, OffRamp, OffRampsReport } from "../study/off-ramps.ts";
import { shortTextOf } from "./entry-text.ts";
import { withArticle } from "./fill.ts";
import { paint, ruled, wrapped, type Layout } from "./layout.ts";
import { grouped } from "./likelihood-words.ts";
import { dated, numberWord } from "./paths-text.ts";
import { answerWords, oddsWords, questionWords } from "./question-words.ts";
import { capital, dateAndClock, rungText, timeIn } from "./words.ts";

/** Off-ramps and the run that they are of. */
export interface OffRampsTold {
  readonly model: Model;
  readonly report: OffRampsReport;
  /** Whose decisions were tried; undefined for anybody's. */
  readonly by: string | undefined;
  readonly top: number;
  readonly courses: number;
  /** The run as the user named it, and its seed; undefined for the no-surprise course. */
  readonly source: string;
  readonly seed: number | undefined;
  readonly version: string;
}

/** The lines of the report, without line ends. */
export function* renderOffRamps(told: OffRampsTold, layout: Layout): Generator<string> {
  const { model, report, source, seed, version, by } = told;
  const { scenario } = model;
  for (const line of wrapped("SIMULATED. No record of what happened: it follows from the assumptions of the scenario.", layout.width)) yield paint(line, "warning", layout);
  yield "";
  for (const line of wrapped(scenario.title, layout.width)) yield paint(line, "heading", layout);
  yield* wrapped(`Which decisions${by === undefined ? "" : ` of ${withArticle(scenario, by)}`} would have kept this run below ${rungText(report.below)}, all else as it was.`, layout.width);
  yield "";
  yield* wrapped(`${source}, ${seed === undefined ? "the no-surprise course" : `seed ${seed}`}, deconflict ${version}, model ${model.hash}. Local times, ${scenario.timezone}. Chance and every other decision stay as they were wherever they are asked the same. Each decision is dated by when it was last open.`, layout.width);
  yield "";
  for (const sentence of findings(told)) yield* wrapped(sentence, layout.width);
  for (const [i, offRamp] of report.offRamps.entries()) yield* offRampLines(told, offRamp, i + 1, layout);
  if (report.offRamps.length === 0) return;
  yield "";
  yield* wrapped("That a party could have known means that it had perceived something of what led there before it decided, not that it could foresee the end. What is marked hindsight only shows afterwards.", layout.width);
}

function* findings({ model: { scenario }, report, by, top, courses }: OffRampsTold): Generator<string> {
  const { reached, peak, levels, offRamps, exhausted, lastAlone } = report;
  const whose = by === undefined ? "" : ` of ${withArticle(scenario, by)}`;
  if (reached === undefined) {
    yield `There is nothing to avoid: the run comes to ${rungText(peak)} at most.`;
    return;
  }
  yield `On ${dateAndClock(timeIn(scenario, reached.at))} ${withArticle(scenario, reached.who)} came to ${rungText(reached.rung)} toward ${withArticle(scenario, reached.whom)}.`;
  if (lastAlone !== undefined) yield `After ${dateAndClock(timeIn(scenario, lastAlone))} no single decision${whose} would have kept it below.`;
  else if (levels[0]?.whole === true) yield `No single decision${whose} would have kept it below.`;
  if (offRamps.length === 0) yield exhausted ? `No set of decisions${whose} would have: all were tried.` : `An off-ramp was not found within the budget of ${grouped(courses)} courses.`;
  for (const level of levels) yield levelSentence(level);
  if (offRamps.length === top) yield "The smallest follow, and of one size those nearest to what the doctrines would do; there may be more (--top).";
}

function levelSentence({ surprises, courses, whole }: Level): string {
  const sets = surprises === 1 ? "Single decisions" : `Sets of ${numberWord(surprises)} decisions`;
  return whole ? `${sets} tried: all ${grouped(courses)}.` : `${sets} tried: ${grouped(courses)} and not all; the budget of courses (--courses) ended.`;
}

function* offRampLines({ model }: OffRampsTold, { decisions, knowledge, peak }: OffRamp, number: number, layout: Layout): Generator<string> {
  yield "";
  yield ruled(`${number}. ${capital(numberWord(decisions.length))} decision${decisions.length === 1 ? "" : "s"}; it then comes to ${rungText(peak)} at most`, layout);
  for (const [i, turn] of decisions.entries()) yield* dated(model.scenario, turn.question.at, decisionText(model, turn, knowledge[i]!), layout);
}

function decisionText({ scenario }: Model, { question, option, usual }: Turn, known: Knowledge): string {
  return `${capital(questionWords(scenario, question))}: ${answerWords(scenario, question, option)}, not ${answerWords(scenario, question, usual)} (${oddsWords(question, option)}). ${knowledgeText(scenario, question.asker.text, known)}`;
}

function knowledgeText(scenario: Model["scenario"], party: string, { perceived, begun }: Knowledge): string {
  const who = capital(withArticle(scenario, party));
  if (perceived !== undefined) return `${who} could have known: on ${dateAndClock(timeIn(scenario, perceived.at))}, ${uncapital(shortTextOf(perceived, scenario))}`;
  return begun ? `Hindsight: ${withArticle(scenario, party)} had perceived nothing yet of what led there.` : "Hindsight: what led there began only later.";
}

// Names keep their capitals.
function uncapital(text: string): string {
  return text.startsWith("The ") ? `t${text.slice(1)}` : text;
}
