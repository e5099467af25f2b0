import { lineChart } from "../channel/line-chart.ts";
import { chartStates, type ChartDescription } from "../kernel/chart.ts";
import { DOCTRINES } from "../parties/doctrines.ts";
import { graphOf } from "../report/chart-graph.ts";
import { nearMiss } from "../scenario/diagnostics.ts";
import { parseDuration } from "../scenario/values.ts";
import { lineVisitsOf, visitsOf, type Visits } from "../study/visits.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { openCourse } from "./open-course.ts";
import { openRun } from "./open-run.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";

/** The forms that a chart is drawn in. */
export const GRAPH_FORMATS = ["mermaid", "dot", "svg", "xstate"] as const;

/** What `graph` was asked for, as written in the call. */
export interface GraphOptions { readonly format: (typeof GRAPH_FORMATS)[number]; readonly visited?: string; readonly seed?: string; }

/** A chart by the names that it has: its doctrine and relation, or its own. */
interface Named { readonly chart: ChartDescription; readonly names: readonly string[]; readonly minutes: (delay: string) => number; }

/** Writes a chart, with what a run went through marked where one is named; without a name, lists the charts there are. */
export async function graph(name: string | undefined, options: GraphOptions, io: Io, call: Call): Promise<ExitCode> {
  const charts = chartsThereAre();
  if (name === undefined) {
    await writeLines(io, charts.map(({ chart, names }) => `${names.join(", ").padEnd(44)} ${chartStates(chart).filter(({ state }) => state.states === undefined).length} states  ${chart.description}`));
    return 0;
  }
  const chosen = charts.filter(({ names }) => names.includes(name) || names.some((one) => one.startsWith(`${name}:`)));
  const [first] = chosen;
  const mistakes: Mistake[] = [];
  if (first === undefined) mistakes.push({ code: "unknown-chart", message: `"${name}" is no chart`, hint: nearMiss(name, [...Object.keys(DOCTRINES), ...charts.flatMap(({ names }) => names)], "charts")() });
  if (chosen.length > 1) mistakes.push({ code: "unclear-chart", message: `"${name}" has ${chosen.length} charts`, hint: `say which: ${chosen.map(({ names }) => names.find((one) => one.startsWith(`${name}:`))).join(", ")}` });
  if (options.seed !== undefined && wholeNumber(options.seed) === undefined) mistakes.push({ code: "bad-seed", message: `--seed ${options.seed}: the seed is no whole number of at most 53 bits`, hint: "for example --seed 7" });
  if (options.seed !== undefined && options.visited === undefined) mistakes.push({ code: "contradiction", message: "--seed without --visited: no run is looked at", hint: "name a run by --visited" });
  if (first === undefined || mistakes.length > 0) return refused(io, mistakes);
  if (options.visited === undefined) return draw(first, undefined, options, io);
  const doing: Doing = { scenario: options.visited };
  return guarded(io, call, doing, async () => {
    if (first.chart === lineChart) {
      const line = await openCourse(options.visited!, wholeNumber(options.seed), io, doing);
      return line === undefined ? 2 : draw(first, lineVisitsOf(line.course), options, io);
    }
    const opened = await openRun(options.visited!, { surprises: true, ...(options.seed === undefined ? {} : { seed: options.seed }) }, io, doing);
    if (typeof opened === "number") return opened;
    const { model, entries } = opened.report.simulated;
    const visits = visitsOf(model, entries, first.chart.id);
    if (visits !== undefined) return draw(first, visits, options, io);
    const followed = [...new Set(model.stances.map(({ chart: { description } }) => description.id))];
    return refused(io, [{ code: "not-in-run", message: `no stance of ${options.visited!} follows the chart ${first.chart.id}`, hint: `its stances follow: ${followed.join(", ")}` }]);
  });
}

async function draw({ chart, minutes }: Named, visits: Visits | undefined, { format }: GraphOptions, io: Io): Promise<ExitCode> {
  if (format === "xstate") {
    const { xstateOf } = await import("../report/chart-xstate.ts");
    await io.write(`${JSON.stringify(xstateOf(chart, minutes, visits), null, 2)}\n`);
    return 0;
  }
  const drawn = graphOf(chart, visits);
  if (format === "mermaid") await writeLines(io, (await import("../report/graph-mermaid.ts")).renderMermaid(drawn));
  else {
    const dot = [...(await import("../report/graph-dot.ts")).renderDot(drawn)];
    if (format === "dot") await writeLines(io, dot);
    else await io.write(await svgOf(`${dot.join("\n")}\n`));
  }
  return 0;
}

// Graphviz itself, compiled to WebAssembly: it is loaded for this alone.
async function svgOf(dot: string): Promise<string> {
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  return (await Graphviz.load()).dot(dot);
}

function chartsThereAre(): readonly Named[] {
  const named = Object.values(DOCTRINES).flatMap(({ name, charts, assumptions }) => Object.entries(charts).map(([relation, chart]) => ({
    chart, name: `${name}:${relation}`,
    minutes: (delay: string): number => likeliest(assumptions.find((one) => one.name === `${name}.${delay}`)!.value),
  })));
  const charts = [...new Set(named.map(({ chart }) => chart))];
  return [
    ...charts.map((chart) => {
      const those = named.filter((one) => one.chart === chart);
      return { chart, names: [chart.id, ...those.map(({ name }) => name)], minutes: those[0]!.minutes };
    }),
    { chart: lineChart, names: ["line"], minutes: () => 0 },
  ];
}

// The likeliest length of a delay by its default; where several are alike, the first.
function likeliest(value: number | string | Readonly<Record<string, number>>): number {
  const weights = typeof value === "object" ? value : { [String(value)]: 1 };
  const most = Math.max(...Object.values(weights));
  return parseDuration(Object.keys(weights).find((length) => weights[length] === most)!)!;
}
