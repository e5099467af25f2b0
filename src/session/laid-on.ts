// The amendments of a run as one overlay from its start. What an amendment adds is changed where it is added; of what the
// scenario holds, the last word counts. Whether the run is the same for it has to be tried: an assumption that was changed on the
// way holds from the start here.

import { collectProblems } from "../scenario/diagnostics.ts";
import { parseSource, type SourceNode } from "../scenario/source-tree.ts";

/** A value as JSON has it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What an overlay takes out, sets and adds; paths by their steps. */
export interface LaidOn {
  readonly remove: readonly (readonly string[])[];
  readonly set: readonly { readonly path: readonly string[]; readonly value: Plain }[];
  readonly timeline: readonly { readonly [key: string]: Plain }[];
}

interface Building { readonly remove: Map<string, readonly string[]>; readonly set: Map<string, { path: readonly string[]; value: Plain }>; readonly items: Map<string, Record<string, Plain>>; }

/** All of these amendments in one; undefined where one of them adds what is no item of the timeline. */
export function laidOn(amendments: readonly string[]): LaidOn | undefined {
  const built: Building = { remove: new Map(), set: new Map(), items: new Map() };
  for (const text of amendments) {
    const tree = parseSource("an amendment", text, collectProblems());
    const { remove = [], set = {}, add = {} } = (tree === undefined ? {} : plain(tree)) as { remove?: readonly (string | readonly string[])[]; set?: Plain; add?: Readonly<Record<string, Plain>> };
    if (Object.keys(add).some((section) => section !== "timeline")) return undefined;
    for (const path of remove) takeOut(stepsOf(path), built);
    for (const [path, value] of valuesOf(set)) setAt(path, value, built);
    for (const item of (add["timeline"] ?? []) as readonly Readonly<Record<string, Plain>>[]) built.items.set(String(item["id"]), { ...item });
  }
  return { remove: [...built.remove.values()], set: [...built.set.values()], timeline: [...built.items.values()] };
}

function takeOut(path: readonly string[], { remove, set, items }: Building): void {
  const item = itemOf(path, items);
  if (item !== undefined) {
    delete item[path[2]!];
    return;
  }
  set.delete(path.join("\n"));
  remove.set(path.join("\n"), path);
}

function setAt(path: readonly string[], value: Plain, { set, items }: Building): void {
  const item = itemOf(path, items);
  if (item !== undefined) item[path[2]!] = value;
  else set.set(path.join("\n"), { path, value });
}

function itemOf([section, id, , ...rest]: readonly string[], items: Building["items"]): Record<string, Plain> | undefined {
  return section === "timeline" && rest.length === 0 ? items.get(id ?? "") : undefined;
}

function valuesOf(set: Plain): readonly (readonly [readonly string[], Plain])[] {
  if (Array.isArray(set)) return (set as readonly { readonly path: readonly string[]; readonly value: Plain }[]).map(({ path, value }) => [path, value]);
  return Object.entries(set as Readonly<Record<string, Plain>>).map(([path, value]) => [stepsOf(path), value]);
}

// Names of assumptions hold dots; other names hold none.
function stepsOf(path: string | readonly string[]): readonly string[] {
  if (typeof path !== "string") return path;
  const [section = "", ...names] = path.split(".");
  return section === "assumptions" ? [section, names.join(".")] : [section, ...names];
}

function plain(node: SourceNode): Plain {
  if (node.kind === "scalar") return node.value;
  return node.kind === "list" ? node.items.map(plain) : Object.fromEntries([...node.entries].map(([key, { node: value }]) => [key, plain(value)]));
}
