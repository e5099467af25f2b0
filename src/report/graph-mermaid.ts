// A chart as a Mermaid state diagram, as Markdown pages show it.

import { visitsText, type ChartGraph, type GraphEdge, type GraphNode } from "./chart-graph.ts";

/** The lines of the diagram. */
export function* renderMermaid({ id, description, root, edges }: ChartGraph): Generator<string> {
  yield "---";
  yield `title: ${JSON.stringify(`${id}: ${description}`)}`;
  yield "---";
  yield "stateDiagram-v2";
  yield "  direction LR";
  yield* inside(root, edges, "  ");
  yield "  classDef visited fill:#cde,stroke:#036,color:#000";
  yield "  classDef unvisited fill:#fff,stroke:#bbb,color:#888";
  for (const node of leavesIn(root)) if (node.visits !== undefined) yield `  class ${idOf(node.path)} ${node.visits > 0 ? "visited" : "unvisited"}`;
}

// Regions are parted by a line inside a state; outermost, where Mermaid has no such line, they are states side by side.
function* inside(node: GraphNode, edges: readonly GraphEdge[], indent: string): Generator<string> {
  for (const [i, child] of node.children.entries()) {
    if (node.isParallel && i > 0 && node.path !== "") yield `${indent}--`;
    if (child.children.length === 0) {
      yield `${indent}state "${labelOf(child)}" as ${idOf(child.path)}`;
    } else {
      yield `${indent}state "${plain(child.name)}" as ${idOf(child.path)} {`;
      yield* inside(child, edges, `${indent}  `);
      yield `${indent}}`;
    }
  }
  const initial = node.children.find(({ isInitial }) => isInitial);
  if (initial !== undefined) yield `${indent}[*] --> ${idOf(initial.path)}`;
  const own = new Set(node.children.map(({ path }) => path));
  for (const edge of edges) if (own.has(edge.from)) yield `${indent}${idOf(edge.from)} --> ${idOf(edge.to)} : ${plain(edge.labels.join(", "))}${edge.visits === undefined || edge.visits === 0 ? "" : ` (${edge.visits})`}`;
}

function labelOf({ name, rung, sentence, visits }: GraphNode): string {
  return [`${plain(name)}${rung === undefined ? "" : ` (${rung})`}`, plain(sentence), ...(visits === undefined ? [] : [visitsText(visits)])].join("<br/>");
}

// Mermaid has no way to write these signs inside a label.
function plain(text: string): string {
  return text.replaceAll("\"", "'").replaceAll(/[;:#{}]/g, ",");
}

function idOf(path: string): string {
  return path.replaceAll(/[^a-z0-9]/gi, "_").replace(/^(end|state|class|note|default|style)$/, "$1_");
}

function leavesIn(node: GraphNode): readonly GraphNode[] {
  return node.children.length === 0 ? (node.path === "" ? [] : [node]) : node.children.flatMap(leavesIn);
}
