import type { Model } from "../../src/simulation/model.ts";
import { measureColumns } from "../../src/study/measures.ts";

/** The measures of a run by the names of their columns. */
export type Named = Readonly<Record<string, number>>;

/** Values with the names of their columns. */
export function named(model: Model, values: Int32Array): Named {
  return Object.fromEntries(measureColumns(model).map(({ name }, i) => [name, values[i]!]));
}
