// Amendments as text: what a director does to a run, written as the overlay that a scenario file could be.

/** A value of an overlay. */
export type Written = string | number | boolean | readonly Written[] | { readonly [key: string]: Written };

/** A value as YAML in block form. What is no plain word stands in quotes, so that nothing typed can be more than a text. */
export function blockYaml(value: { readonly [key: string]: Written }, indent = ""): string {
  return Object.entries(value).map(([key, inner]) => `${indent}${scalar(key)}:${below(inner, indent)}`).join("\n");
}

function below(value: Written, indent: string): string {
  if (Array.isArray(value)) {
    const items = value as readonly Written[];
    if (items.every((item) => typeof item !== "object")) return ` [${items.map(inline).join(", ")}]`;
    return `\n${items.map((item) => `${indent}  - ${blockYaml(item as { readonly [key: string]: Written }, `${indent}    `).trimStart()}`).join("\n")}`;
  }
  if (typeof value !== "object") return ` ${scalar(value)}`;
  const inner = Object.entries(value as { readonly [key: string]: Written });
  const isFlat = inner.every(([, one]) => typeof one !== "object");
  return isFlat ? ` { ${inner.map(([key, one]) => `${scalar(key)}: ${inline(one)}`).join(", ")} }` : `\n${blockYaml(value as { readonly [key: string]: Written }, `${indent}  `)}`;
}

function inline(value: Written): string {
  return scalar(value as string | number | boolean);
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return /^[a-z][a-z0-9-]*$/.test(value) && !WORDS_OF_YAML.has(value) ? value : JSON.stringify(value);
}

const WORDS_OF_YAML: ReadonlySet<string> = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);
