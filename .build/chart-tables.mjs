// Asks XState everything there is to ask about the charts of the program, so that the bundle needs no XState.
import { join } from "node:path";
import { LINE_FACTS, lineChart } from "../src/channel/line-chart.ts";
import { breachesOf } from "../src/kernel/chart-law.ts";
import { packAnswers } from "../src/kernel/chart-tables.ts";
import { rememberChart } from "../src/kernel/statechart.ts";
import { ACT_WORDS } from "../src/parties/chart-words.ts";
import { DOCTRINES } from "../src/parties/doctrines.ts";
import { PERCEPT_NAMES } from "../src/parties/percepts.ts";

/** The answers of every chart by its id; throws where a chart breaks the law of charts, or where two share an id. */
export function packedCharts() {
  const packed = new Map();
  const charts = new Set([lineChart, ...Object.values(DOCTRINES).flatMap((doctrine) => Object.values(doctrine.charts))]);
  for (const chart of charts) {
    const percepts = chart === lineChart ? LINE_FACTS : PERCEPT_NAMES;
    const breaches = breachesOf(chart, { percepts, acts: ACT_WORDS });
    if (breaches.length > 0) throw new Error(`the law of charts is broken: ${breaches.join("; ")}`);
    if (packed.has(chart.id)) throw new Error(`two charts are called ${chart.id}`);
    packed.set(chart.id, packAnswers(rememberChart(chart, percepts)));
  }
  return Object.fromEntries(packed);
}

/** Puts the answers in place of the file that asks XState. Each chart's are text until they are wanted: most runs want a few. */
export const carryAnswers = {
  name: "carry-answers",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\]kernel[/\\]ask-xstate\.ts$/ }, ({ path }) => ({
      resolveDir: join(path, ".."),
      contents: [
        "import { unpackAnswers } from \"./chart-tables.ts\";",
        `const packed = ${JSON.stringify(Object.fromEntries(Object.entries(packedCharts()).map(([id, answers]) => [id, JSON.stringify(answers)])))};`,
        "export function answersOf({ description: { id } }) { return unpackAnswers(JSON.parse(packed[id])); }",
      ].join("\n"),
    }));
  },
};
