import { describe, expect, test } from "vitest";
import { LINE_FACTS, lineChart } from "../../src/channel/line-chart.ts";
import { packAnswers, unpackAnswers, type PackedAnswers } from "../../src/kernel/chart-tables.ts";
import type { Answer } from "../../src/kernel/chart-answers.ts";
import { rememberChart, type RememberedChart } from "../../src/kernel/statechart.ts";
import { DOCTRINE_CHARTS } from "../parties/doctrine-charts.ts";
import { handledIn } from "./chart-views.ts";

const CHARTS = [["the line", rememberChart(lineChart, LINE_FACTS)] as const, ...DOCTRINE_CHARTS.map(({ name, chart }) => [name, chart] as const)];

/** The answers of a chart after they have been text, as in the bundle. */
const written = (chart: RememberedChart) => unpackAnswers(JSON.parse(JSON.stringify(packAnswers(chart))) as PackedAnswers);
const plain = ({ next, acts }: Answer): string => JSON.stringify({ next, acts });

// Percepts that nothing active handles are compared in a sample: XState takes its time to say nothing.
const isSampled = (state: number, percept: number): boolean => (state + percept) % 31 === 0;

describe("writtenEqualsXState", () => {
  test.each(CHARTS)("%s", (_, chart) => {
    const answers = written(chart);
    const found: string[] = [];
    if (plain(answers.initial()) !== plain(chart.initial)) found.push("initially");
    for (let state = 0; state < chart.configurations; state++) {
      const handled = new Set(handledIn(chart, state));
      for (const [percept, name] of chart.percepts.entries()) {
        if (!handled.has(percept) && !isSampled(state, percept)) continue;
        if (plain(answers.step(state, percept)) !== plain(chart.step(state, percept))) found.push(`${chart.leaves(state).join(" ")} on ${name}`);
      }
    }
    expect(found).toEqual([]);
  });
});

test("no two charts share an id, by which the bundle finds what is written", () => {
  const charts = new Set([lineChart, ...DOCTRINE_CHARTS.map(({ description }) => description)]);
  expect(new Set([...charts].map(({ id }) => id)).size).toBe(charts.size);
});
