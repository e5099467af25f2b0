import { describe, expect, test } from "vitest";
import { lineChart } from "../../src/channel/line-chart.ts";
import { chartStates, type ChartDescription } from "../../src/kernel/chart.ts";
import { graphOf } from "../../src/report/chart-graph.ts";
import { renderDot } from "../../src/report/graph-dot.ts";
import { renderMermaid } from "../../src/report/graph-mermaid.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { ownAnswerer, simulate } from "../../src/simulation/simulate.ts";
import { courseFrom } from "../../src/study/course.ts";
import { lineVisitsOf, visitsOf } from "../../src/study/visits.ts";
import { loadShipped } from "../bench/shipped.ts";
import { DOCTRINE_CHARTS } from "../parties/doctrine-charts.ts";

const CHARTS: readonly ChartDescription[] = [...new Set(DOCTRINE_CHARTS.map(({ description }) => description)), lineChart];
const GATE: ChartDescription = {
  id: "gate", description: "A gate: \"closed\"; {at night}.", initial: "open",
  states: {
    open: { description: "It stands open.", tags: ["rung-0"], on: { "seen": "shut", "told": { target: "shut", guard: { stateIn: "x.loud" } } } },
    shut: { description: "It is shut.", tags: ["rung-4"], entry: [{ type: "act", params: { act: "leaflet" } }], after: { "morning-comes": "open" }, on: { "decided.knock.let-in": "open" } },
  },
};

describe("a chart as a graph", () => {
  test.each(CHARTS)("$id: every state is drawn with its sentence, and every way leads between two of them", (chart) => {
    const { edges } = graphOf(chart);
    const paths = chartStates(chart).map(({ path }) => path);
    for (const { from, to, labels } of edges) {
      expect(paths).toEqual(expect.arrayContaining([from, to]));
      expect(labels.length).toBeGreaterThan(0);
    }
    const dot = [...renderDot(graphOf(chart))].join("\n").replaceAll(/\s|\\n/g, "");
    const sentences = chartStates(chart).flatMap(({ state }) => (state.states === undefined ? [state.description!] : []));
    expect(sentences.filter((sentence) => !dot.includes(sentence.replaceAll(/\s/g, "").replaceAll("\"", "\\\"")))).toEqual([]);
  });

  test("says what leads along a way, and what a state does when it is entered", () => {
    const { edges, root } = graphOf(GATE);
    expect(edges.map(({ from, to, labels }) => [from, to, ...labels])).toEqual([["open", "shut", "seen", "told if loud"], ["shut", "open", "let in", "after morning comes"]]);
    expect(root.children.map(({ name, rung, acts, isInitial }) => [name, rung, acts, isInitial])).toEqual([["open", "0 cooperation", [], true], ["shut", "4 warning", ["leaflet drop"], false]]);
  });
});

describe("Mermaid", () => {
  test("a small chart", () => {
    expect([...renderMermaid(graphOf(GATE))].slice(0, 9)).toEqual([
      "---", "title: \"gate: A gate: \\\"closed\\\"; {at night}.\"", "---", "stateDiagram-v2", "  direction LR",
      "  state \"open (0 cooperation)<br/>It stands open.\" as open", "  state \"shut (4 warning)<br/>It is shut.\" as shut",
      "  [*] --> open", "  open --> shut : seen, told if loud",
    ]);
  });

  test.each(CHARTS)("$id: braces are closed, and no label holds a sign that would end it", (chart) => {
    const lines = [...renderMermaid(graphOf(chart))].slice(5);
    expect(lines.filter((line) => line.endsWith("{")).length).toBe(lines.filter((line) => line.trim() === "}").length);
    const shapes = /^\s*(?:state "[^";#{}]*" as \w+(?: \{)?|\}|--|\[\*\] --> \w+|\w+ --> \w+ : [^";:#{}]+|classDef .*|class \w+ \w+)$/;
    expect(lines.filter((line) => !shapes.test(line))).toEqual([]);
    expect(lines.filter((line) => line === "  --")).toEqual([]); // only a state may be parted
  });
});

describe("what a run went through", () => {
  const model = compileModel(loadShipped("at-tanf-2017"));
  const { entries } = simulate(model);
  const visits = visitsOf(model, entries, "garrison-adversary")!;

  test("a state is counted each time it is entered, a first state from the start", () => {
    const struck = entries.filter((entry) => entry.kind === "stance" && entry.chart === "garrison-adversary" && entry.to.includes("conduct.defending") && !entry.from.includes("conduct.defending"));
    expect(struck.length).toBeGreaterThan(0);
    expect(visits.states.get("conduct.defending")).toBe(struck.length);
    const following = model.stances.filter(({ chart }) => chart.description.id === "garrison-adversary").length;
    expect(visits.states.get("conduct")).toBe(following);
    expect(visits.ways.get("conduct.deciding > conduct.defending")).toBe(struck.length);
    expect(visits.states.get("conduct.open")).toBeUndefined();
  });

  test("is marked in every form, and what it never came to is marked as that", () => {
    const drawn = graphOf(CHARTS.find(({ id }) => id === "garrison-adversary")!, visits);
    const mermaid = [...renderMermaid(drawn)];
    expect(mermaid).toContain("  class conduct_defending visited");
    expect(mermaid).toContain("  class conduct_open unvisited");
    const dot = [...renderDot(drawn)];
    expect(dot.find((line) => line.includes("\"conduct.open\" ["))).toContain("never entered");
    expect(dot.find((line) => line.includes("\"conduct.defending\" ["))).toMatch(/entered (?:once|twice|\d+ times)/);
  });

  test("of a line it rings for each call, and is spoken over for each that is taken", () => {
    const line = lineVisitsOf(courseFrom(model, ownAnswerer(model.scenario)));
    const calls = (...facts: readonly string[]): number => entries.filter((entry) => entry.kind === "call" && facts.includes(entry.call)).length;
    expect(calls("answered")).toBeGreaterThan(10);
    expect(line.states.get("practised.speaking")).toBe(calls("answered", "held"));
    expect(line.states.get("practised.ringing")).toBe(calls("answered", "held", "absent", "refused", "outage"));
    expect(line.ways.get("practised.ringing > practised.speaking")).toBe(calls("answered"));
    expect(line.states.get("declared.open")).toBe(1);
  });

  test("a chart that no stance follows was gone through by nobody", () => expect(visitsOf(model, entries, "neighbour-adversary")).toBeUndefined());
});
