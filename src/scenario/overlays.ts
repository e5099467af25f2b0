// How an overlay changes a scenario: take out, set, add, in that order, on trees that keep the place of every value.
// Knows paths and lists of items; must not know what any key means, except that assumption names hold dots.
// Invariant: the tree it is given stays as it is; what the overlay wrote carries the overlay's own file and line.

import { nearMiss, type Problems, type Span } from "./diagnostics.ts";
import type { SourceEntry, SourceList, SourceMap, SourceNode } from "./source-tree.ts";

const LISTS_OF_ITEMS = ["timeline", "expect"] as const;
const SIMPLE_KEYS = ["title", "summary", "seed", "course"] as const;
/** Sections that `set` may start where the scenario has none. */
const SECTIONS = new Set(["places", "zones", "goals", "channels", "assumptions", "timeline", "expect", "teaching", "summary", "seed", "title", "course", "answers"]);
const LONGEST_PATH = 500;
const ENTRY_KEYS = ["value", "range", "ground", "why"];

/** The tree of a scenario with an overlay laid on it; the overlay's shape is right already. */
export function layOver(base: SourceNode, overlay: SourceNode, problems: Problems): SourceNode {
  if (base.kind !== "map" || overlay.kind !== "map") return base;
  let result: SourceMap = base;
  for (const [path, place] of pathsToRemove(overlay)) result = removed(result, path, place, problems);
  for (const key of SIMPLE_KEYS) {
    const entry = overlay.entries.get(key);
    if (entry !== undefined) result = withEntry(result, key, entry);
  }
  for (const { path, key, node } of valuesToSet(overlay)) result = setAt(result, path, key, node, problems) as SourceMap;
  const add = overlay.entries.get("add")?.node;
  if (add?.kind === "map") for (const [section, entry] of add.entries) result = added(result, section, entry, problems);
  return result;
}

/** A path as written: dotted text, of which names may hold dots themselves, or its steps one by one. */
type WrittenPath = string | readonly string[];

function* pathsToRemove(overlay: SourceMap): Generator<readonly [WrittenPath, Span]> {
  const list = overlay.entries.get("remove")?.node;
  if (list?.kind !== "list") return;
  for (const item of list.items) yield [item.kind === "list" ? item.items.map(textOf) : textOf(item), item.at];
}

function* valuesToSet(overlay: SourceMap): Generator<{ readonly path: WrittenPath; readonly key: Span; readonly node: SourceNode }> {
  const set = overlay.entries.get("set")?.node;
  if (set?.kind === "map") for (const [path, { key, node }] of set.entries) yield { path, key, node };
  if (set?.kind !== "list") return;
  for (const item of set.items) {
    const [path, value] = item.kind === "map" ? [item.entries.get("path"), item.entries.get("value")] : [];
    if (path?.node.kind === "list" && value !== undefined) yield { path: path.node.items.map(textOf), key: value.key, node: value.node };
  }
}

function setAt(node: SourceNode, path: WrittenPath, key: Span, value: SourceNode, problems: Problems, section = ""): SourceNode {
  const step = stepInto(node, path);
  if (step !== undefined) {
    const child = step.rest.length === 0 ? value : setAt(step.child, step.rest, key, value, problems, section === "" ? step.name : section);
    return step.rest.length === 0 ? replaced(node, step.name, { key, node: child }) : replaced(node, step.name, { key: keyOf(node, step.name) ?? key, node: child });
  }
  if (node.kind === "map") {
    if (section === "assumptions") return withEntry(node, ...newAssumption(path, key, value));
    const [name, rest] = firstStep(path);
    if (rest.length === 0 && (section !== "" || SECTIONS.has(name))) return withEntry(node, name, { key, node: value });
    if (section === "" && SECTIONS.has(name)) return withEntry(node, name, { key, node: setAt({ kind: "map", entries: new Map(), at: key }, rest, key, value, problems, name) });
  }
  unknownPath(node, path, key, problems);
  return node;
}

// `relay.complied` names the entry itself; `relay.complied.value` where no such entry stands yet starts one.
function newAssumption(path: WrittenPath, key: Span, value: SourceNode): readonly [string, SourceEntry] {
  const name = typeof path === "string" ? path : path.join(".");
  const last = ENTRY_KEYS.find((word) => name.endsWith(`.${word}`));
  if (last === undefined) return [name, { key, node: value }];
  return [name.slice(0, -last.length - 1), { key, node: { kind: "map", entries: new Map([[last, { key, node: value }]]), at: key } }];
}

function removed(root: SourceMap, path: WrittenPath, place: Span, problems: Problems): SourceMap {
  if (typeof path === "string" || path.length === 1) {
    const id = typeof path === "string" ? path : path[0]!;
    for (const section of LISTS_OF_ITEMS) {
      const entry = root.entries.get(section);
      if (entry?.node.kind === "list" && indexIn(entry.node, id) !== -1) return withEntry(root, section, { key: entry.key, node: replaced(entry.node, id, undefined) });
    }
  }
  return removeAt(root, path, place, problems) as SourceMap;
}

function removeAt(node: SourceNode, path: WrittenPath, place: Span, problems: Problems): SourceNode {
  const step = stepInto(node, path);
  if (step === undefined) {
    unknownPath(node, path, place, problems);
    return node;
  }
  if (step.rest.length === 0) return replaced(node, step.name, undefined);
  return replaced(node, step.name, { key: keyOf(node, step.name) ?? place, node: removeAt(step.child, step.rest, place, problems) });
}

function added(root: SourceMap, section: string, { key, node }: SourceEntry, problems: Problems): SourceMap {
  const there = root.entries.get(section);
  if (there === undefined) return withEntry(root, section, { key, node });
  if (there.node.kind === "list" && node.kind === "list") {
    return withEntry(root, section, { key: there.key, node: { ...there.node, items: [...there.node.items, ...node.items] } });
  }
  if (there.node.kind !== "map" || node.kind !== "map") return root;
  const entries = new Map(there.node.entries);
  for (const [name, entry] of node.entries) {
    if (entries.has(name)) problems.error("already-there", entry.key, `"${name}" stands under "${section}" already`, `to change it: set: { ${section}.${name}: ... }`);
    else entries.set(name, entry);
  }
  return withEntry(root, section, { key: there.key, node: { ...there.node, entries } });
}

/** The longest existing key that a path starts with: names may hold dots, so the longest wins. */
function stepInto(node: SourceNode, path: WrittenPath): { readonly name: string; readonly child: SourceNode; readonly rest: WrittenPath } | undefined {
  if (typeof path === "string" && path.length > LONGEST_PATH) return undefined;
  const tries: (readonly [string, WrittenPath])[] = typeof path === "string" ? prefixes(path) : [[path[0] ?? "", path.slice(1)]];
  for (const [name, rest] of tries) {
    const child = node.kind === "map" ? node.entries.get(name)?.node : node.kind === "list" ? node.items[indexIn(node, name)] : undefined;
    if (child !== undefined) return { name, child, rest };
  }
  return undefined;
}

function prefixes(path: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [[path, ""]];
  for (let dot = path.lastIndexOf("."); dot > 0; dot = path.lastIndexOf(".", dot - 1)) found.push([path.slice(0, dot), path.slice(dot + 1)]);
  return found;
}

function firstStep(path: WrittenPath): readonly [string, WrittenPath] {
  if (typeof path !== "string") return [path[0] ?? "", path.slice(1)];
  const dot = path.indexOf(".");
  return dot === -1 ? [path, ""] : [path.slice(0, dot), path.slice(dot + 1)];
}

// An element of a list is named by its id, or by its index from 0 where it has none.
function indexIn(list: SourceList, name: string): number {
  const byId = list.items.findIndex((item) => item.kind === "map" && textOf(item.entries.get("id")?.node) === name && name !== "");
  return byId !== -1 ? byId : /^\d{1,5}$/.test(name) && Number(name) < list.items.length ? Number(name) : -1;
}

function replaced(node: SourceNode, name: string, entry: SourceEntry | undefined): SourceNode {
  if (node.kind === "map") {
    if (entry !== undefined) return withEntry(node, name, entry);
    const entries = new Map(node.entries);
    entries.delete(name);
    return { ...node, entries };
  }
  if (node.kind !== "list") return node;
  const index = indexIn(node, name);
  return { ...node, items: node.items.flatMap((item, i) => (i !== index ? [item] : entry === undefined ? [] : [entry.node])) };
}

function withEntry(map: SourceMap, name: string, entry: SourceEntry): SourceMap {
  return { ...map, entries: new Map(map.entries).set(name, entry) };
}

function keyOf(node: SourceNode, name: string): Span | undefined {
  return node.kind === "map" ? node.entries.get(name)?.key : undefined;
}

function unknownPath(node: SourceNode, path: WrittenPath, place: Span, problems: Problems): void {
  const [name] = firstStep(path);
  const known = node.kind === "map" ? [...node.entries.keys()]
    : node.kind === "list" ? node.items.flatMap((item) => (item.kind === "map" ? [textOf(item.entries.get("id")?.node)] : []))
    : [];
  problems.error("unknown-path", place, `there is no "${typeof path === "string" ? path : path.join(" > ")}" to change`, nearMiss(name, known, "there are"));
}

function textOf(node: SourceNode | undefined): string {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : "";
}
