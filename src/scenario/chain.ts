// Reads a scenario and the files it extends, checks each by itself, and lays the overlays on the base.
// Knows file names as text and who extends whom; must not know disks, nor what a scenario means.
// Invariant: no chain leaves the folder of the file that names it, comes back to itself, or is deeper than it may be.

import type { DiagnosticCode, Problems, Span } from "./diagnostics.ts";
import { layOver } from "./overlays.ts";
import { overlaySchema } from "./schema.ts";
import { checkShape } from "./shape.ts";
import { parseSource, type SourceMap, type SourceNode } from "./source-tree.ts";

/** What reading a file gave: its text, or why there is none. */
export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "absent" | "too-large" | "outside" | "not-a-file" | "unreadable" };

/** An overlay that is no file: settings of a call or amendments of a session; `name` stands for the file in messages and is no other's. */
export interface OverlayText { readonly name: string; readonly text: string; }

/** The largest file, in bytes. */
export const LARGEST_FILE = 1_048_576;
/** The most files that may extend one another. */
export const DEEPEST_CHAIN = 8;

const READING: Readonly<Record<Exclude<ReadResult, { ok: true }>["reason"], readonly [DiagnosticCode, string]>> = {
  "absent": ["file-absent", "there is no such file"],
  "too-large": ["file-too-large", "the file is larger than 1 MiB"],
  "outside": ["file-outside", "the file lies outside the folder of the scenario"],
  "not-a-file": ["not-a-file", "this is no file"],
  "unreadable": ["file-unreadable", "the file cannot be read"],
};

/** The tree of a scenario with every overlay on it; undefined where a file of the chain is wrong. Fills `sources` with each text read. */
export function readChain(
  file: string, read: (path: string) => ReadResult, overlays: readonly OverlayText[], problems: Problems, sources: Map<string, string>,
): SourceNode | undefined {
  const found: SourceMap[] = [];
  const visited = new Set<string>();
  let next: { readonly path: string; readonly by: Span } | undefined = { path: file, by: { file, line: 1, column: 1, length: 1 } };
  while (next !== undefined) {
    const { path, by }: { readonly path: string; readonly by: Span } = next;
    if (visited.has(path)) return reported(problems, "extends-cycle", by, `${[...visited, path].join(" extends ")}`);
    if (visited.size > DEEPEST_CHAIN) return reported(problems, "extends-too-deep", by, `more than ${DEEPEST_CHAIN} files extend one another`);
    visited.add(path);
    const text = read(path);
    if (!text.ok) {
      const [code, message] = READING[text.reason];
      return reported(problems, code, by, path === by.file ? message : `"${path}": ${message}`);
    }
    const tree = readTree(path, text.text, problems, sources, path === by.file ? undefined : by);
    if (tree === undefined) return undefined;
    found.push(tree);
    next = extended(path, tree, problems);
    if (next === undefined && tree.entries.has("extends")) return undefined;
  }
  for (const { name, text } of overlays) {
    const tree = readTree(name, text, problems, sources, undefined);
    if (tree !== undefined && checkShape(overlaySchema(), withExtends(tree), problems) !== undefined) found.unshift(tree);
  }
  if (problems.failed()) return undefined;
  let result: SourceNode = found.pop()!;
  for (const overlay of found.reverse()) result = layOver(result, overlay, problems);
  return problems.failed() ? undefined : result;
}

function readTree(name: string, text: string, problems: Problems, sources: Map<string, string>, by: Span | undefined): SourceMap | undefined {
  if (text.length > LARGEST_FILE) return reported(problems, "file-too-large", by ?? { file: name, line: 1, column: 1, length: 1 }, `"${name}" is larger than 1 MiB`);
  sources.set(name, text);
  const tree = parseSource(name, text, problems);
  if (tree === undefined || problems.failed()) return undefined;
  return tree.kind === "map" ? tree : reported(problems, "wrong-type", { ...tree.at, length: 1 }, "a scenario is a map of keys", "begin with `format: 1`");
}

function extended(file: string, tree: SourceMap, problems: Problems): { readonly path: string; readonly by: Span } | undefined {
  const node = tree.entries.get("extends")?.node;
  if (node === undefined) return undefined;
  if (checkShape(overlaySchema(), tree, problems) === undefined || node.kind !== "scalar") return undefined;
  const path = joined(file, String(node.value));
  if (path !== undefined) return { path, by: node.at };
  return reported(problems, "file-outside", node.at, `"${String(node.value)}" is no file beside this one or below`, "write ./name.yaml");
}

// Only plain steps downward: no `..`, no absolute path, no drive, no address, no backslash.
function joined(file: string, target: string): string | undefined {
  const steps = target.replace(/^(\.\/)+/, "").split("/");
  const plain = steps.every((step) => step !== "" && step !== "." && step !== ".." && !/[\\:\0]/.test(step));
  if (!plain) return undefined;
  const folder = file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return folder + steps.join("/");
}

// An overlay given with the call extends the scenario it is given with.
function withExtends(tree: SourceMap): SourceMap {
  if (tree.entries.has("extends")) return tree;
  const node: SourceNode = { kind: "scalar", value: "./", at: tree.at };
  return { ...tree, entries: new Map([["extends", { key: tree.at, node }], ...tree.entries]) };
}

function reported(problems: Problems, code: DiagnosticCode, place: Span, message: string, hint?: string): undefined {
  problems.error(code, place, message, hint);
  return undefined;
}
