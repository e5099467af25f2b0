import { describe, expect, test } from "vitest";
import { keys, listOf, mapOf, may, number, oneOf, text, type Part } from "../../src/scenario/format-parts.ts";
import { jsonSchemaOf } from "../../src/scenario/json-schema.ts";
import { formatReference } from "../../src/scenario/reference.ts";
import { jsonSchema, overlaySchema, RELATIONS, scenarioSchema, TRUST_WORDS } from "../../src/scenario/schema.ts";

// Every key of the format with its part, by dotted path.
function* keysOf(part: Part, path = ""): Generator<readonly [string, Part]> {
  const { form } = part;
  if (form.kind === "keys") {
    for (const [key, inner] of Object.entries(form.keys)) {
      yield [`${path}.${key}`, inner];
      yield* keysOf(inner, `${path}.${key}`);
    }
  }
  if (form.kind === "list" || form.kind === "map") yield* keysOf(form.of, path);
  if (form.kind === "forms" || form.kind === "tuple") for (const inner of form.kind === "forms" ? form.options : form.of) yield* keysOf(inner, path);
}

describe("the format", () => {
  const all = [...keysOf(scenarioSchema()), ...keysOf(overlaySchema())];

  test("explains every key in a sentence", () => expect(all.filter(([, { note }]) => (note.description ?? "") === "").map(([path]) => path)).toEqual([]));
  test("has a form for each leading key", () => {
    for (const [, { form }] of all) {
      const forms = form.kind === "list" && form.of.form.kind === "forms" ? form.of.form : form.kind === "forms" ? form : undefined;
      if (forms === undefined || forms.leading.length === 0) continue;
      expect(forms.options.map(({ form: option }, i) => option.kind === "keys" && Object.hasOwn(option.keys, forms.leading[i]!))).toEqual(forms.leading.map(() => true));
    }
  });
  test("names the relations and levels of trust in the order that the program counts them", () => {
    expect(RELATIONS).toHaveLength(5);
    expect(TRUST_WORDS).toEqual(["none", "low", "wary", "fair", "high"]);
  });
});

describe("the JSON Schema", () => {
  test("of a small part is what an editor expects", () => {
    const part = keys({ name: text(), size: may(number(0, 1), "how big", 1), more: may(listOf(mapOf(text(), number())), "more"), either: oneOf([text(), number()], () => 0, "one") });
    expect(jsonSchemaOf(part)).toEqual({
      type: "object",
      properties: {
        name: { type: "string" },
        size: { type: "number", minimum: 0, maximum: 1, description: "how big", default: 1 },
        more: { type: "array", description: "more", items: { type: "object", propertyNames: { type: "string" }, additionalProperties: { type: "number" } } },
        either: { anyOf: [{ type: "string" }, { type: "number" }] },
      },
      required: ["name", "either"],
      additionalProperties: false,
    });
  });
  test("tells a scenario from an overlay by `extends`", () => {
    const schema = jsonSchema() as { readonly if: unknown; readonly then: { readonly required: unknown }; readonly else: { readonly required: unknown } };
    expect(schema.if).toEqual({ required: ["extends"] });
    expect(schema.then.required).toEqual(["extends"]);
    expect(schema.else.required).toEqual(["format", "title", "start", "end", "timezone", "parties", "crisis"]);
  });
  test("is plain JSON", () => expect(JSON.parse(JSON.stringify(jsonSchema()))).toEqual(jsonSchema()));
});

describe("the reference", () => {
  const reference = formatReference();

  test("names every key", () => {
    const missing = [...keysOf(scenarioSchema()), ...keysOf(overlaySchema())].map(([path]) => path.slice(path.lastIndexOf(".") + 1)).filter((key) => !reference.includes(`\`${key}\``));
    expect(missing).toEqual([]);
  });
  test("says what is needed and what holds otherwise", () => {
    expect(reference).toContain("- `title` (text; needed): what the scenario is called");
    expect(reference).toContain("  - `medium` (`voice`, `fax`, `message`, `in-person`): how things are said over it; without it voice");
  });
  test("tells the kinds of items apart and says once what they share", () => {
    for (const kind of ["pressure", "order", "incident", "statement", "shock"]) expect(reference).toContain(`  - with \`${kind}\`:`);
    expect(reference.split("what is told of it")).toHaveLength(2);
  });
});
