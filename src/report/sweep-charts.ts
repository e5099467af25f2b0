// The pictures of a sweep: shares of expectations and of peak rungs, and the means of what side by side is told, with intervals.

import { meanOf, wilson, type Estimate } from "../study/intervals.ts";
import { MEASURES } from "../study/measure-table.ts";
import { momentsOf, type Summary } from "../study/summary.ts";
import { RUNGS } from "../terms/rungs.ts";
import { reachOf, type Chart, type ChartLine, type Panel } from "./interval-chart.ts";
import { ABOUT_INTERVALS } from "./study-frame.ts";
import { percent, valueOf } from "./study-words.ts";
import { settingText, TOLD_SIDE_BY_SIDE, type SweepReport } from "./sweep-report.ts";
import { spaced } from "./words.ts";

/** Every chart of a sweep. */
export function sweepCharts(report: SweepReport): readonly Chart[] {
  const { of, runs, settings, varied, expectations, columns } = report;
  const subtitle = `${of.source}, seeds 1 to ${runs}${varied.length === 0 ? "" : `, ${varied.join(", ")} varied`}; deconflict ${of.version}, model ${of.model}.`;
  const chart = (name: string, title: string, panels: readonly Panel[]): Chart => ({ name, title: `${of.scenario.title}: ${title}`, subtitle, panels, notes: [ABOUT_INTERVALS] });
  const place = (measure: string): number => columns.findIndex(({ name }) => name === measure);
  // One setting: its outcomes are the lines. Several: a panel for each outcome, in which the settings are the lines.
  const shares = (outcomes: readonly { readonly label: string; readonly count: (summary: Summary) => number }[]): readonly Panel[] => {
    const line = (label: string, summary: Summary, count: number): ChartLine => shareLine(label, wilson(count, summary.runs)!);
    return settings.length === 1
      ? [sharePanel("share of runs", outcomes.map(({ label, count }) => line(label, settings[0]!.summary, count(settings[0]!.summary))))]
      : outcomes.map(({ label, count }) => sharePanel(label, settings.map(({ written, summary }) => line(settingText(varied, written), summary, count(summary)))));
  };
  const means = TOLD_SIDE_BY_SIDE.filter((name) => name !== "peak").flatMap((name): readonly Panel[] => {
    const { unit, label } = MEASURES[name];
    const lines = settings.flatMap(({ written, summary }): readonly ChartLine[] => {
      const mean = meanOf(momentsOf(summary.columns[place(name)]!));
      return mean === undefined ? [] : [{ label: varied.length === 0 ? "mean of all runs" : settingText(varied, written), estimate: mean, text: valueOf(mean.value, unit) }];
    });
    const [from, to] = reachOf(lines);
    return lines.length === 0 ? [] : [{ title: `${label}, mean a run`, lines, from, to, tick: (value) => valueOf(value, unit) }];
  });
  return [
    ...(expectations.length === 0 ? [] : [chart("expectations", "in how many runs what was expected holds", shares(expectations.map((id, i) => ({ label: id, count: ({ held }) => held[i]! }))))]),
    chart("peaks", "how high it goes", shares(RUNGS.map((name, rung) => ({ label: `highest rung ${rung} ${spaced(name)}`, count: ({ columns: of_ }: Summary) => of_[place("peak")]!.get(rung) ?? 0 })).filter(({ count }) => settings.some(({ summary }) => count(summary) > 0)))),
    ...(means.length === 0 ? [] : [chart("measures", "force", means)]),
  ];
}

function shareLine(label: string, estimate: Estimate): ChartLine {
  return { label, estimate, text: `${percent(estimate.value)} [${(100 * estimate.low).toFixed(1)}, ${(100 * estimate.high).toFixed(1)}]` };
}

function sharePanel(title: string, lines: readonly ChartLine[]): Panel {
  return { title, lines, from: 0, to: 1, tick: (value) => `${Math.round(100 * value)} %` };
}
