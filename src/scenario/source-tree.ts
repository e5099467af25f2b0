// YAML text as a tree of plain values, each with its place: what overlays edit and diagnostics point at.
// Knows YAML and what of it a scenario may use; must not know the scenario format.
// Invariant: no anchor, alias, tag, second document, repeated or dangerous key, harmful character or number that is
// not finite gets past this file; a tree is as large as its text.

import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type ParsedNode, type YAMLError } from "yaml";
import type { Problems, Span } from "./diagnostics.ts";
import { codePointName, forbiddenCharacters } from "./safe-text.ts";

/** A plain value with its place. */
export type SourceNode = SourceScalar | SourceList | SourceMap;
/** A text, number, truth value or nothing. */
export interface SourceScalar { readonly kind: "scalar"; readonly value: string | number | boolean | null; readonly at: Span; }
/** Values in order. */
export interface SourceList { readonly kind: "list"; readonly items: readonly SourceNode[]; readonly at: Span; }
/** Values by key, in the order written. */
export interface SourceMap { readonly kind: "map"; readonly entries: ReadonlyMap<string, SourceEntry>; readonly at: Span; }
/** A value under a key, with the key's place. */
export interface SourceEntry { readonly key: Span; readonly node: SourceNode; }
/** Keys and list indices from the root to a value. */
export type Path = readonly (string | number)[];

const DEEPEST = 24;
const DANGEROUS_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** The tree of a text, or nothing where it has no readable one; every mistake goes to `problems`. */
export function parseSource(file: string, text: string, problems: Problems): SourceNode | undefined {
  const spanOf = spansIn(file, text);
  const forbidden = forbiddenCharacters(text).filter((index) => !(index === 0 && text.startsWith("\uFEFF")));
  for (const index of forbidden.slice(0, 20)) {
    problems.error("forbidden-character", spanOf(index, index + 1),
      `the character ${codePointName(text.codePointAt(index)!)} cannot stand in a scenario`, "remove it; control and direction marks hide what a reader sees");
  }
  if (forbidden.length > 0) return undefined;

  const document = composed(text);
  if (document === undefined) {
    problems.error("too-deep", { file, line: 1, column: 1, length: 1 }, "the file nests too deeply to be read");
    return undefined;
  }
  reportSyntax(document.errors, text.trimEnd().length, spanOf, problems);
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) {
    problems.error("syntax", { file, line: 1, column: 1, length: 1 }, "the file is empty");
    return undefined;
  }
  return converted(document.contents, spanOf, problems);
}

/** The value alone, without places. */
export function plainOf(node: SourceNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainOf);
  const plain = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of node.entries) plain[key] = plainOf(entry.node);
  return plain;
}

/** What stands at a path, if anything does. */
export function nodeAt(root: SourceNode, path: Path): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const step of path) {
    if (node?.kind === "map") node = node.entries.get(String(step))?.node;
    else if (node?.kind === "list") node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** The place of the value at a path: a scalar's own, else its key's; where it is missing, that of the nearest parent there is. */
export function placeOf(root: SourceNode, path: Path): Span {
  const node = nodeAt(root, path);
  if (node === undefined) return path.length === 0 ? root.at : placeOf(root, path.slice(0, -1));
  return node.kind === "scalar" ? node.at : placeOfKey(root, path);
}

/** The place of the key that a path ends in; of a list element, where it starts. */
export function placeOfKey(root: SourceNode, path: Path): Span {
  if (path.length === 0) return { ...root.at, length: 1 };
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path[path.length - 1]!;
  if (parent?.kind === "map") return parent.entries.get(String(step))?.key ?? placeOf(root, path.slice(0, -1));
  if (parent?.kind === "list") return parent.items[Number(step)]?.at ?? parent.at;
  return placeOf(root, path.slice(0, -1));
}

// The composer recurses: nesting beyond the stack ends in a RangeError, which is the file's mistake and not ours.
function composed(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { version: "1.2", schema: "core", prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function converted(contents: ParsedNode, spanOf: Spans, problems: Problems): SourceNode {
  const nothing = (at: Span): SourceScalar => ({ kind: "scalar", value: null, at });

  const visit = (node: ParsedNode | null, near: Span, depth: number): SourceNode => {
    if (node === null) return nothing(near);
    const at = node.range[0] === node.range[1] ? near : spanOf(node.range[0], node.range[1]);
    if (depth > DEEPEST) {
      problems.error("too-deep", at, `nothing in a scenario nests deeper than ${DEEPEST} levels`);
      return nothing(at);
    }
    if (isAlias(node)) {
      problems.error("not-plain-yaml", at, "aliases (*name) are not part of the format", "write the value out, or use an overlay with `extends`");
      return nothing(at);
    }
    if (node.anchor !== undefined) problems.error("not-plain-yaml", at, "anchors (&name) are not part of the format", "remove it");
    if (node.tag !== undefined) problems.error("not-plain-yaml", at, "tags (!name) are not part of the format", "remove it");
    if (isScalar(node)) return scalar(node.value, at);
    if (isSeq(node)) return { kind: "list", items: node.items.map((item) => visit(item as ParsedNode, at, depth + 1)), at };
    return isMap(node) ? map(node, at, depth) : nothing(at);
  };

  const scalar = (value: unknown, at: Span): SourceScalar => {
    if (typeof value === "number" && !Number.isFinite(value)) problems.error("bad-number", at, "a number in a scenario is finite");
    if (typeof value === "string") {
      const [first] = forbiddenCharacters(value);
      if (first !== undefined) {
        problems.error("forbidden-character", at, `the character ${codePointName(value.codePointAt(first)!)} cannot stand in a scenario`, "remove the escape");
      }
    }
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return { kind: "scalar", value: plain ? value : null, at };
  };

  const map = (node: ParsedNode & { readonly items: readonly { readonly key: unknown; readonly value: unknown }[] }, at: Span, depth: number): SourceMap => {
    const entries = new Map<string, SourceEntry>();
    for (const pair of node.items) {
      const key = pair.key as ParsedNode;
      const keyAt = key.range === undefined || key.range === null ? at : spanOf(key.range[0], key.range[1]);
      const name = keyName(key, keyAt, depth);
      if (name === undefined) continue;
      if (entries.has(name)) {
        problems.error("duplicate-key", keyAt, `the key "${name}" stands here twice`, `the first is on line ${entries.get(name)!.key.line}`);
        continue;
      }
      entries.set(name, { key: keyAt, node: visit(pair.value as ParsedNode | null, keyAt, depth + 1) });
    }
    return { kind: "map", entries, at };
  };

  const keyName = (key: ParsedNode, at: Span, depth: number): string | undefined => {
    if (!isScalar(key) || key.value === null) {
      problems.error("bad-key", at, "a key is a single word or name");
      return undefined;
    }
    visit(key, at, depth);
    const name = typeof key.value === "string" ? key.value : String(key.source ?? key.value);
    if (!DANGEROUS_KEYS.has(name)) return name;
    problems.error("bad-key", at, `"${name}" cannot be a key`, "choose another name");
    return undefined;
  };

  return visit(contents, spanOf(0, 1), 0);
}

// After the first token that fits nowhere every later one is reported too, and one slip may be told in several ways; those are echoes.
function reportSyntax(errors: readonly YAMLError[], textEnd: number, spanOf: Spans, problems: Problems): void {
  const told = new Set<number>();
  for (const { code, message, pos } of errors) {
    const from = Math.min(pos[0], textEnd);
    if (told.has(from) || (told.size > 0 && message.includes(" in YAML stream"))) continue;
    told.add(from);
    const place = spanOf(from, Math.max(from, pos[1]));
    if (code === "MULTIPLE_DOCS") problems.error("not-plain-yaml", place, "a file holds one document", "remove the second \"---\"");
    else problems.error("syntax", place, inPlainWords(message), message.startsWith("Nested mappings") ? "a text with \": \" in it needs quotes" : undefined);
  }
}

// The YAML reader speaks of its own tokens; authors know the characters.
const TOKENS: Readonly<Record<string, string>> = {
  "flow-seq-start": "\"[\"", "flow-seq-end": "\"]\"", "flow-map-start": "\"{\"", "flow-map-end": "\"}\"", "map-value-ind": "\":\"",
  "seq-item-ind": "\"-\"", "explicit-key-ind": "\"?\"", "flow-error-end": "end of [ ] or { }", "single-quoted-scalar": "text in quotes",
  "double-quoted-scalar": "text in quotes", "block-map": "map", "block-seq": "list", "flow-collection": "[ ] or { }", "scalar": "text",
};

function inPlainWords(message: string): string {
  const [first = ""] = message.split("\n");
  const words = first.replace(/ token in YAML stream: .*$/, "").replace(/ at node end$/, " after a value that has ended");
  return words.replaceAll(/[a-z]+(-[a-z]+)+|\bscalar\b/g, (word) => TOKENS[word] ?? word).replace(/[.:]$/, "").replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}

type Spans = (from: number, to: number) => Span;

// Places in a text, cut at the end of the line they start on.
function spansIn(file: string, text: string): Spans {
  const starts = [0];
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return (from, to) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= from) low = middle;
      else high = middle;
    }
    const end = low + 1 < starts.length ? Math.min(to, starts[low + 1]! - 1) : to;
    return { file, line: low + 1, column: from - starts[low]! + 1, length: Math.max(1, end - from) };
  };
}
