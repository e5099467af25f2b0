// What a sensitivity study has to report: where the variance comes from, as text and as a picture.

import type { Factor, Parts } from "../study/sensitivity.ts";
import type { Index, SobolIndices } from "../study/sobol.ts";
import type { Chart, ChartLine } from "./interval-chart.ts";
import { fitted, paint, ruled, wrapped, type Layout } from "./layout.ts";
import { studyFoot, studyHead, type StudyOf } from "./study-frame.ts";
import { bar, interval, percent } from "./study-words.ts";

/** A sensitivity study; the indices of the seed come last. */
export interface SensitivityReport {
  readonly of: StudyOf;
  readonly outcome: string;
  readonly factors: readonly Factor[];
  readonly base: number;
  readonly seeds: number;
  readonly parts: Parts;
  readonly indices: SobolIndices;
  /** The mean as people read it. */
  readonly mean: string;
}

const LABEL = 32;
/** Assumptions that are told one by one, those that move the outcome most. */
const TOLD = 15;

/** The lines of the report. */
export function renderSensitivity(report: SensitivityReport, layout: Layout): Iterable<string> {
  return fitted(linesOf(report, layout), layout);
}

function* linesOf(report: SensitivityReport, layout: Layout): Generator<string> {
  const { of, outcome, factors, base, seeds, parts, mean } = report;
  const points = base * (factors.length + 3);
  yield* studyHead(of, `what ${outcome} depends on: ${factors.length} assumptions over their ranges, ${points} points (${base} base rows), ${seeds} seeds at each`, layout);
  yield "";
  if (parts.assumptions + parts.chance === 0) {
    yield* wrapped(`${outcome} comes out the same in every run: ${mean}. Nothing moves it inside these ranges.`, layout.width);
  } else {
    yield ruled("Where the variance of one run comes from", layout);
    yield* wrapped(`${outcome} on average over the ranges: ${mean}.`, layout.width);
    yield partLine("the assumptions, inside their ranges", parts.assumptions, parts, layout);
    yield partLine("chance, at given assumptions (seeds)", parts.chance, parts, layout);
    yield* indexTable(report, layout);
  }
  yield* studyFoot(of, CONCLUSION, layout);
}

function partLine(label: string, part: number, { assumptions, chance }: Parts, { width }: Layout): string {
  const text = `  ${label.padEnd(38)} ${percent(part / (assumptions + chance)).padStart(7)}  `;
  return `${text}${bar(part / (assumptions + chance), width - text.length)}`.trimEnd();
}

function* indexTable(report: SensitivityReport, layout: Layout): Generator<string> {
  const { seeds, indices } = report;
  yield "";
  yield ruled(`Shares of the variance of a mean over ${seeds} seeds`, layout);
  yield paint(`${"".padEnd(LABEL)} ${"by itself".padEnd(19)} ${"with all it goes with".padEnd(21)}`, "quiet", layout);
  const ranked = rankedFactors(report);
  for (const line of ranked.slice(0, TOLD)) yield indexLine(line, layout);
  const rest = ranked.slice(TOLD);
  if (rest.length > 0) yield* wrapped(`  and ${rest.length} more, each with a total of at most ${plain(rest[0]!.total.value)}.`, layout.width, "  ");
  yield indexLine({ key: "the seed (what is chance)", first: indices.first.at(-1)!, total: indices.total.at(-1)! }, layout);
  yield* wrapped(`By itself: first-order Sobol index. With all it goes with: total-order index, interactions with other assumptions and with the seed counted in. ${INTERVALS}`, layout.width);
}

interface Ranked { readonly key: string; readonly first: Index; readonly total: Index; }

// Those that move the outcome most first; equal ones by name.
function rankedFactors({ factors, indices }: SensitivityReport): readonly Ranked[] {
  return factors.map(({ key }, i) => ({ key, first: indices.first[i]!, total: indices.total[i]! }))
    .sort((a, b) => b.total.value - a.total.value || (a.key < b.key ? -1 : 1));
}

function indexLine({ key, first, total }: Ranked, { width }: Layout): string {
  const index = (one: Index): string => `${plain(one.value)} ${interval(one, plain)}`;
  const text = `  ${key.padEnd(LABEL - 2).slice(0, LABEL - 2)} ${index(first).padEnd(19)} ${index(total).padEnd(18)} `;
  return `${text}${bar(total.value, width - text.length)}`.trimEnd();
}

function plain(number: number): string {
  return number.toFixed(2).replace("-0.00", "0.00");
}

const INTERVALS = "In brackets: bootstrap intervals at 95 % over the base rows. An index that is a little below 0 is 0 with the error of its estimate.";
const CONCLUSION = `${INTERVALS} Every assumption was drawn evenly from its declared range, whatever it rests on, so a wide range makes an assumption matter. It may be concluded which assumptions this outcome hangs on inside this model, and so what would have to be known better; and how much no assumption settles. It may not be concluded that the assumptions are right, or that what moves nothing here moves nothing elsewhere.`;

/** The picture: the assumptions that move the outcome most, by themselves (filled) and with all they go with (hollow). */
export function sensitivityCharts(report: SensitivityReport): readonly Chart[] {
  const { of, outcome, base, seeds, indices } = report;
  const line = ({ key, first, total }: Ranked): ChartLine => ({ label: key, estimate: first, second: total, text: `${plain(first.value)} and ${plain(total.value)}` });
  return [{
    name: "sensitivity", title: `${of.scenario.title}: what ${outcome} depends on`,
    subtitle: `${of.source}, ${base} base rows, ${seeds} seeds at each point; deconflict ${of.version}, model ${of.model}.`,
    panels: [{
      title: `share of the variance of a mean over ${seeds} seeds: first order (filled), total order (hollow)`,
      lines: [...rankedFactors(report).slice(0, TOLD), { key: "the seed (what is chance)", first: indices.first.at(-1)!, total: indices.total.at(-1)! }].map(line),
      from: 0, to: 1, tick: (value) => value.toFixed(1),
    }],
    notes: [INTERVALS],
  }];
}
