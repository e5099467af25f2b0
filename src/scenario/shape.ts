// Whether a tree has the shape of the format: every key known, every needed one there, every value of the right kind.
// Knows the parts of a format; must not know what any key means.
// Invariant: an unknown key is reported at the key, a missing one at its parent, everything else at the value; and of
// several forms only the one that the value is meant to have is reported on.

import { nearest, nearMiss, type Problems, type Span } from "./diagnostics.ts";
import type { Form, Part, ValueKind } from "./format-parts.ts";
import { plainOf, type SourceMap, type SourceNode } from "./source-tree.ts";

const KIND_WORDS: Readonly<Record<ValueKind, string>> = {
  text: "text", number: "a number", truth: "true or false", nothing: "empty", list: "a list", map: "a map",
};
type FormOf<Kind extends Form["kind"]> = Extract<Form, { readonly kind: Kind }>;

/** The tree as the part types it, or nothing where its shape is wrong. */
export function checkShape<T>(part: Part<T>, root: SourceNode, problems: Problems): T | undefined {
  return fits(part, { node: root, key: { ...root.at, length: 1 }, what: "the file" }, problems) ? (plainOf(root) as T) : undefined;
}

/** A value, the place of its key (or of itself, in a list), and how to speak of it. */
interface Slot { readonly node: SourceNode; readonly key: Span; readonly what: string; }

function fits({ form }: Part, slot: Slot, problems: Problems): boolean {
  const { node } = slot;
  const kind = kindOf(node);
  switch (form.kind) {
    case "anything": return true;
    case "text": return kind === "text" || wrongKind(slot, "text", problems, quoteHint(node));
    case "truth": return kind === "truth" || wrongKind(slot, "true or false", problems);
    case "number": return kind === "number" ? inRange(form, slot, problems) : wrongKind(slot, "a number", problems);
    case "word": return fitsWord(form.words, slot, problems);
    case "constant": return (node.kind === "scalar" && node.value === form.value) || wrongWord([String(form.value)], slot, problems);
    case "list": return fitsList(form, slot, problems);
    case "tuple": return fitsTuple(form, slot, problems);
    case "map": return fitsMap(form, slot, problems);
    case "keys": return fitsKeys(form, slot, problems);
    case "forms": return fitsForms(form, slot, problems);
  }
}

function fitsKeys({ keys }: FormOf<"keys">, slot: Slot, problems: Problems): boolean {
  const { node } = slot;
  if (node.kind !== "map") return wrongKind(slot, `a map with ${Object.keys(keys).slice(0, 6).join(", ")}`, problems);
  let good = true;
  for (const [key, entry] of node.entries) {
    if (Object.hasOwn(keys, key)) continue;
    const cutText = key.includes(" ") && entry.node.kind === "scalar" && entry.node.value === null;
    problems.error("unknown-key", entry.key, `${slot.what} has no key "${key}"`, cutText ? "inside { } a text with a comma needs quotes" : nearMiss(key, Object.keys(keys), "keys"));
    good = false;
  }
  for (const [key, part] of Object.entries(keys)) {
    const entry = node.entries.get(key);
    if (entry === undefined) good = (part.optional || missing(slot, key, part, problems)) && good;
    else good = fits(part, { node: entry.node, key: entry.key, what: `"${key}"` }, problems) && good;
  }
  return good;
}

function fitsMap({ of }: FormOf<"map">, slot: Slot, problems: Problems): boolean {
  if (slot.node.kind !== "map") return wrongKind(slot, "a map", problems);
  let good = true;
  for (const [key, entry] of slot.node.entries) good = fits(of, { node: entry.node, key: entry.key, what: `"${key}"` }, problems) && good;
  return good;
}

function fitsList({ of, least }: FormOf<"list">, slot: Slot, problems: Problems): boolean {
  if (slot.node.kind !== "list") return wrongKind(slot, "a list", problems);
  if (slot.node.items.length < least) {
    problems.error("out-of-range", slot.key, `${slot.what} is too short`, `at least ${least}`);
    return false;
  }
  let good = true;
  slot.node.items.forEach((item, i) => {
    good = fits(of, { node: item, key: item.at, what: nameOf(item) ?? `element ${i + 1} of ${slot.what}` }, problems) && good;
  });
  return good;
}

function fitsTuple({ of }: FormOf<"tuple">, slot: Slot, problems: Problems): boolean {
  const { node } = slot;
  if (node.kind !== "list") return wrongKind(slot, `a list of ${of.length}`, problems);
  if (node.items.length !== of.length) {
    problems.error("wrong-type", slot.key, `${slot.what} has ${node.items.length} elements, not ${of.length}`);
    return false;
  }
  return node.items.map((item, i) => fits(of[i]!, { node: item, key: item.at, what: `element ${i + 1} of ${slot.what}` }, problems)).every(Boolean);
}

function fitsForms({ options, which, expected, leading }: FormOf<"forms">, slot: Slot, problems: Problems): boolean {
  const { node } = slot;
  const index = which(kindOf(node), (key) => node.kind === "map" && node.entries.has(key));
  if (index !== -1) return fits(options[index]!, slot, problems);
  if (node.kind !== "map" || leading.length === 0) return wrongKind(slot, expected, problems);
  return withoutLead(node, leading, slot, problems);
}

// A map that holds none of the keys by which it would be one thing or another: perhaps one of its keys is misspelt.
function withoutLead(node: SourceMap, leading: readonly string[], slot: Slot, problems: Problems): boolean {
  for (const [key, entry] of node.entries) {
    if (nearest(key, leading) === undefined) continue;
    problems.error("unknown-key", entry.key, `${slot.what} has no key "${key}"`, nearMiss(key, leading, "one of"));
    return false;
  }
  problems.error("missing-key", { ...slot.key, length: Math.min(slot.key.length, firstLength(node)) }, `${slot.what} does not say what it is`, `one of: ${leading.join(", ")}`);
  return false;
}

function fitsWord(words: readonly string[], slot: Slot, problems: Problems): boolean {
  const { node } = slot;
  return (node.kind === "scalar" && typeof node.value === "string" && words.includes(node.value)) || wrongWord(words, slot, problems);
}

function wrongWord(words: readonly string[], slot: Slot, problems: Problems): false {
  const { node } = slot;
  if (node.kind !== "scalar" || node.value === null) return wrongKind(slot, "a word", problems, `one of: ${words.join(", ")}`);
  problems.error("unknown-value", node.at, `${slot.what} cannot be "${String(node.value)}"`, nearMiss(String(node.value), words, "one of"));
  return false;
}

function inRange({ least, most }: FormOf<"number">, slot: Slot, problems: Problems): boolean {
  const value = slot.node.kind === "scalar" ? Number(slot.node.value) : 0;
  if ((least === undefined || value >= least) && (most === undefined || value <= most)) return true;
  const range = most === undefined ? `at least ${least}` : least === undefined ? `at most ${most}` : `from ${least} to ${most}`;
  problems.error("out-of-range", slot.node.at, `${slot.what} cannot be ${value}`, range);
  return false;
}

function missing(slot: Slot, key: string, part: Part, problems: Problems): false {
  problems.error("missing-key", slot.key, `${slot.what} lacks the key "${key}"`, part.note.description);
  return false;
}

function wrongKind(slot: Slot, wanted: string, problems: Problems, hint?: string): false {
  const at = slot.node.kind === "scalar" ? slot.node.at : slot.key;
  problems.error("wrong-type", at, `${slot.what} is ${KIND_WORDS[kindOf(slot.node)]}, not ${wanted}`, hint);
  return false;
}

function kindOf(node: SourceNode): ValueKind {
  if (node.kind !== "scalar") return node.kind;
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? "text" : typeof node.value === "number" ? "number" : "truth";
}

// An item of a list goes by its id where it has one.
function nameOf(node: SourceNode): string | undefined {
  const id = node.kind === "map" ? node.entries.get("id")?.node : undefined;
  return id?.kind === "scalar" && typeof id.value === "string" ? `"${id.value}"` : undefined;
}

function firstLength(node: SourceMap): number {
  for (const { key } of node.entries.values()) return key.length;
  return 1;
}

function quoteHint(node: SourceNode): string | undefined {
  return node.kind === "scalar" && node.value !== null ? `put it in quotes: "${String(node.value)}"` : undefined;
}
