// The pictures of a comparison: paired differences with their intervals, and the difference across the range of an assumption.

import { pairedDifference } from "../study/intervals.ts";
import type { PairSummary } from "../study/pairs.ts";
import { RUNGS } from "../terms/rungs.ts";
import { differenceIn, strikesAverted, type CompareReport } from "./compare-report.ts";
import { reachOf, type Chart, type ChartLine, type Panel } from "./interval-chart.ts";
import { ABOUT_INTERVALS } from "./study-frame.ts";
import { spaced } from "./words.ts";

/** Every chart of a comparison. */
export function compareCharts(report: CompareReport): readonly Chart[] {
  const { first, second, runs, comparable: { outcomes }, summary, over } = report;
  const chart = (name: string, title: string, panels: readonly Panel[]): Chart => ({
    name, title, panels,
    subtitle: `A: ${first.scenario.title} (${first.source}). B: ${second.scenario.title} (${second.source}). Seeds 1 to ${runs} on both; deconflict ${first.version}, models ${first.model} and ${second.model}.`,
    notes: [ABOUT_INTERVALS, "Left of zero: less often, or fewer, in A than in B."],
  });
  const lines = outcomes.flatMap(({ name, kind }, i): readonly ChartLine[] => {
    const pairs = summary.outcomes[i]!;
    return pairs.both + pairs.first + pairs.second === 0 ? [] : [line(kind === "rung" ? `reaches ${spaced(name)}${name === RUNGS.at(-1) ? "" : " or above"}` : name, pairedDifference(pairs)!)];
  });
  const averted = (label: string, of: PairSummary): readonly ChartLine[] => {
    const estimate = strikesAverted(report, of);
    return estimate === undefined ? [] : [{ label, estimate, text: `${estimate.value.toFixed(1)} [${estimate.low.toFixed(1)}, ${estimate.high.toFixed(1)}]` }];
  };
  const range = over?.points.flatMap(({ written, summary: there }): readonly ChartLine[] => {
    const estimate = differenceIn(report, there, "limited-force");
    return estimate === undefined ? [] : [line(`${over.key} ${written}`, estimate)];
  }) ?? [];
  return [
    chart("comparison", "What A is worth beside B", [
      panel("share of runs, A less B", lines, asPercent),
      panel("air strikes averted by A per 100 runs", averted("all seeds", summary), String),
    ]),
    ...(over === undefined ? [] : [chart("over", `The difference across ${over.key}`, [
      panel("limited force or above, share of runs, A less B", range, asPercent),
      panel("air strikes averted by A per 100 runs", over.points.flatMap(({ written, summary: there }) => averted(`${over.key} ${written}`, there)), String),
    ])]),
  ];
}

function line(label: string, estimate: NonNullable<ReturnType<typeof pairedDifference>>): ChartLine {
  return { label, estimate, text: `${(100 * estimate.value).toFixed(1)} [${(100 * estimate.low).toFixed(1)}, ${(100 * estimate.high).toFixed(1)}]` };
}

function panel(title: string, lines: readonly ChartLine[], tick: (value: number) => string): Panel {
  const [from, to] = reachOf(lines);
  return { title, lines, from, to, tick };
}

function asPercent(value: number): string {
  return `${Number((100 * value).toFixed(1))} %`;
}
