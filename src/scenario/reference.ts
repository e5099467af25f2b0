// The format reference: every key of a scenario file and of an overlay, as Markdown.
// Knows how to read the JSON Schema made from the loader's schema; must not know any key by itself.
// Invariant: it says nothing that the loader does not hold to, since both come from one description.

import { ACT_NAMES } from "../terms/acts.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";
import { RUNGS } from "../terms/rungs.ts";
import { STATEMENT_NAMES } from "../terms/statements.ts";
import type { JsonSchema } from "./json-schema.ts";
import { FORMAT, jsonSchema } from "./schema.ts";
import { NAME_PATTERN, STANCE_PATTERN } from "./values.ts";

/** Words too many to repeat at every key. */
const WORD_LISTS = [["act", ACT_NAMES], ["message", MESSAGE_NAMES], ["statement", STATEMENT_NAMES], ["rung", RUNGS]] as const;

/** The reference as Markdown, without a heading of the first level. */
export function formatReference(): string {
  const { then: overlay, else: scenario } = jsonSchema() as { readonly then: JsonSchema; readonly else: JsonSchema };
  return [
    `## A scenario file (format ${FORMAT})`, "",
    "Names are lower case words joined by hyphens. Clock times are local and quoted. Durations read `90 m`, `6 h`, `2 d`; distances read `55 km`.",
    "A text with a comma inside `{ }` needs quotes. Anchors, aliases and tags of YAML are not used.", "",
    ...keysOf(scenario, ""), "",
    "## An overlay", "",
    "A file with `extends` changes another one. Things are removed first, then set, then added.", "",
    ...keysOf(overlay, "", scenario), "",
    "## Words", "",
    ...WORD_LISTS.map(([what, words]) => `- ${what}: ${words.map((word) => `\`${word}\``).join(", ")}`), "",
  ].join("\n");
}

// The keys of a map as list items; those that read the same in `known` are named only.
function keysOf(map: JsonSchema, indent: string, known?: JsonSchema): readonly string[] {
  const needed = new Set(map.required ?? []);
  return Object.entries(map.properties ?? {}).flatMap(([key, part]) => {
    const head = `${indent}- \`${key}\` (${[kindOf(part), needed.has(key) ? "needed" : undefined].filter((word) => word !== undefined).join("; ")})`;
    const line = `${head}: ${part.description ?? ""}${fallbackOf(part)}`;
    return [line, ...(known === undefined ? inside(part, `${indent}  `) : insideOverlay(part, `${indent}  `, known))];
  });
}

// What `add` of an overlay takes is described with the scenario already.
function insideOverlay(part: JsonSchema, indent: string, known: JsonSchema): readonly string[] {
  const keys = Object.keys(part.properties ?? {});
  const same = keys.length > 0 && keys.every((key) => Object.hasOwn(known.properties ?? {}, key));
  return same ? [`${indent}- ${keys.map((key) => `\`${key}\``).join(", ")}: as in a scenario`] : inside(part, indent);
}

function inside(part: JsonSchema, indent: string): readonly string[] {
  if (part.properties !== undefined) return keysOf(part, indent);
  if (typeof part.additionalProperties === "object") return inside(part.additionalProperties, indent);
  if (part.items !== undefined && !Array.isArray(part.items)) return inside(part.items as JsonSchema, indent);
  const forms = (part.anyOf ?? []).filter((form) => form.properties !== undefined);
  if (forms.length < 2) return (part.anyOf ?? []).flatMap((form) => inside(form, indent));
  const shared = commonKeys(forms);
  return [
    ...forms.flatMap((form) => {
      const own = without(form, shared);
      const leading = Object.keys(own.properties ?? {}).find((key) => forms.some((other) => !Object.hasOwn(other.properties ?? {}, key)));
      return [`${indent}- with \`${leading ?? ""}\`:`, ...keysOf(own, `${indent}  `)];
    }),
    ...(shared.size === 0 ? [] : [`${indent}- each of these also takes:`, ...keysOf(only(forms[0]!, shared), `${indent}  `)]),
  ];
}

function kindOf(part: JsonSchema): string {
  if (part.const !== undefined) return `\`${String(part.const)}\``;
  const list = WORD_LISTS.find(([, words]) => words.length === part.enum?.length && words.every((word, i) => word === part.enum?.[i]));
  if (list !== undefined) return `a word for ${/^[aeiou]/.test(list[0]) ? "an" : "a"} ${list[0]}`;
  if (part.enum !== undefined) return part.enum.map((word) => `\`${String(word)}\``).join(", ");
  if (part.anyOf !== undefined) return [...new Set(part.anyOf.map(kindOf))].join(" or ");
  if (part.type === "array") {
    if (Array.isArray(part.items)) return `[${(part.items as readonly JsonSchema[]).map((item) => item.type === "number" ? (item.description ?? "number") : kindOf(item)).join(", ")}]`;
    return `list of ${plural(kindOf((part.items ?? {}) as JsonSchema))}`;
  }
  if (part.type === "object") {
    if (part.properties !== undefined || typeof part.additionalProperties !== "object") return "map";
    return `map to ${plural(kindOf(part.additionalProperties))}`;
  }
  if (part.pattern === NAME_PATTERN) return "name";
  if (part.pattern === STANCE_PATTERN) return "`party > party`";
  if (part.examples !== undefined) return part.examples.map((example) => `\`${String(example)}\``).join(", ");
  if (part.type === "number" && part.minimum !== undefined) return part.maximum === undefined ? `number from ${part.minimum}` : `number from ${part.minimum} to ${part.maximum}`;
  return part.type === "string" ? "text" : part.type === "boolean" ? "true or false" : (part.type ?? "anything");
}

function plural(kind: string): string {
  return kind === "name" || kind === "map" || kind === "text" || kind === "number" ? `${kind}s` : kind;
}

function fallbackOf({ default: fallback }: JsonSchema): string {
  if (fallback === undefined) return "";
  if (Array.isArray(fallback)) return fallback.length === 0 ? "; without it none" : `; without it ${fallback.join(", ")}`;
  return typeof fallback === "object" ? "; without it none" : `; without it ${String(fallback)}`;
}

function commonKeys(forms: readonly JsonSchema[]): ReadonlySet<string> {
  const [first, ...rest] = forms;
  const same = (key: string, part: JsonSchema): boolean => rest.every((form) => JSON.stringify(form.properties?.[key]) === JSON.stringify(part));
  return new Set(Object.entries(first?.properties ?? {}).filter(([key, part]) => same(key, part)).map(([key]) => key));
}

function without(form: JsonSchema, keys: ReadonlySet<string>): JsonSchema {
  return { ...form, properties: Object.fromEntries(Object.entries(form.properties ?? {}).filter(([key]) => !keys.has(key))) };
}

function only(form: JsonSchema, keys: ReadonlySet<string>): JsonSchema {
  return { ...form, properties: Object.fromEntries(Object.entries(form.properties ?? {}).filter(([key]) => keys.has(key))) };
}
