// A chart in Graphviz's language: regions are boxes, states stand on the shade of their rung, what a run went through is drawn strongly.

import { isUsed, visitsText, type ChartGraph, type GraphNode } from "./chart-graph.ts";

/** Fills from rung 0 to 8, from pale to strong. */
const SHADES = ["#edf8fb", "#e0f0f8", "#d7e8f3", "#fef0d9", "#fdd49e", "#fdbb84", "#fc8d59", "#ef6548", "#d7301f"];
/** Letters in a line of a label. */
const LETTERS = 30;

/** The lines of the graph. */
export function* renderDot({ id, description, root, edges }: ChartGraph): Generator<string> {
  yield `digraph ${quoted(id)} {`;
  yield `  label=${quoted(broken(`${id}. ${description}`, 80))}; labelloc=t; rankdir=LR; compound=true; fontname="Helvetica,Arial,sans-serif"; nodesep=0.25; ranksep=0.6;`;
  yield "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, margin=\"0.2,0.08\"];";
  yield "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, color=\"#555555\", fontcolor=\"#333333\"];";
  yield* inside(root, "  ");
  const inner = new Map(allIn(root).map((node) => [node.path, firstLeafOf(node)]));
  for (const edge of edges) {
    const [from, to] = [inner.get(edge.from) ?? edge.from, inner.get(edge.to) ?? edge.to];
    const cluster = [...(from === edge.from ? [] : [`ltail=${quoted(`cluster_${edge.from}`)}`]), ...(to === edge.to ? [] : [`lhead=${quoted(`cluster_${edge.to}`)}`])];
    const times = edge.visits === undefined || edge.visits === 0 ? [] : [`(${edge.visits})`];
    const look = edge.visits === undefined ? [] : isUsed(edge) ? ["penwidth=2", "color=\"#003366\""] : ["style=dashed", "color=\"#bbbbbb\"", "fontcolor=\"#999999\""];
    yield `  ${quoted(from)} -> ${quoted(to)} [${[`label=${quoted([...edge.labels, ...times].join("\n"))}`, ...cluster, ...look].join(", ")}];`;
  }
  yield "}";
}

function* inside(node: GraphNode, indent: string): Generator<string> {
  for (const child of node.children) {
    if (child.children.length > 0) {
      yield `${indent}subgraph ${quoted(`cluster_${child.path}`)} {`;
      yield `${indent}  label=${quoted(child.name)}; style="rounded"; color="#888888";`;
      yield* inside(child, `${indent}  `);
      yield `${indent}}`;
    } else yield `${indent}${quoted(child.path)} [${lookOf(child)}];`;
    if (child.isInitial) {
      yield `${indent}${quoted(`start of ${node.path}`)} [shape=point, label="", width=0.12];`;
      yield `${indent}${quoted(`start of ${node.path}`)} -> ${quoted(firstLeafOf(child))};`;
    }
  }
}

function lookOf(node: GraphNode): string {
  const { name, rung, sentence, acts, visits } = node;
  const lines = [`${name}${rung === undefined ? "" : `  (${rung})`}`, broken(sentence), ...acts.map((act) => broken(`- ${act}`)), ...(visits === undefined ? [] : [visitsText(visits)])];
  const fill = rung === undefined ? "#ffffff" : SHADES[Number(rung.split(" ")[0])]!;
  const look = isUsed(node) ? [`fillcolor=${quoted(fill)}`, ...(visits === undefined ? [] : ["penwidth=2", "color=\"#003366\""])] : ["fillcolor=\"#ffffff\"", "color=\"#bbbbbb\"", "fontcolor=\"#999999\"", "style=\"rounded,filled,dashed\""];
  return [`label=${quoted(lines.filter((line) => line !== "").join("\n"))}`, ...look].join(", ");
}

function broken(text: string, letters = LETTERS): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function allIn(node: GraphNode): readonly GraphNode[] {
  return [node, ...node.children.flatMap(allIn)];
}

function firstLeafOf(node: GraphNode): string {
  const inner = node.children.find(({ isInitial }) => isInitial) ?? node.children[0];
  return inner === undefined ? node.path : firstLeafOf(inner);
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", String.raw`\n`)}"`;
}
