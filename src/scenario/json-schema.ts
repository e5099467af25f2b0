// The JSON Schema of a part of the format, for editors.
// Knows JSON Schema (draft 7, which editors know best); must not know any key of the format.
// Invariant: what the loader's shape check lets pass, the schema lets pass; notations are stricter there, as patterns.

import type { Part } from "./format-parts.ts";

/** A JSON Schema, as far as the format needs it. */
export interface JsonSchema {
  readonly type?: "string" | "number" | "boolean" | "array" | "object";
  readonly description?: string;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** The JSON Schema of a part, with its sentences. */
export function jsonSchemaOf(part: Part): JsonSchema {
  const { description, fallback, pattern, examples } = part.note;
  return {
    ...(description === undefined ? {} : { description }),
    ...shapeOf(part),
    ...(pattern === undefined ? {} : { pattern }),
    ...(examples === undefined ? {} : { examples }),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

function shapeOf({ form }: Part): JsonSchema {
  switch (form.kind) {
    case "text": return { type: "string" };
    case "truth": return { type: "boolean" };
    case "anything": return {};
    case "number": return { type: "number", ...(form.least === undefined ? {} : { minimum: form.least }), ...(form.most === undefined ? {} : { maximum: form.most }) };
    case "word": return { type: "string", enum: form.words };
    case "constant": return { const: form.value };
    case "list": return { type: "array", items: jsonSchemaOf(form.of), ...(form.least === 0 ? {} : { minItems: form.least }) };
    case "tuple": return { type: "array", items: form.of.map(jsonSchemaOf), minItems: form.of.length, maxItems: form.of.length };
    case "map": return { type: "object", propertyNames: jsonSchemaOf(form.named), additionalProperties: jsonSchemaOf(form.of) };
    case "forms": return { anyOf: form.options.map(jsonSchemaOf) };
    case "keys": {
      const parts = Object.entries(form.keys);
      const required = parts.filter(([, inner]) => !inner.optional).map(([key]) => key);
      return {
        type: "object",
        properties: Object.fromEntries(parts.map(([key, inner]) => [key, jsonSchemaOf(inner)])),
        ...(required.length === 0 ? {} : { required }),
        additionalProperties: false,
      };
    }
  }
}
