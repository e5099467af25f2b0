// The assumptions of a run, each with its ground: what the scenario sets in full, the defaults in a row.

import type { Assumption, AssumptionValue, Scenario } from "../scenario/scenario.ts";
import { wrapped } from "./layout.ts";

/** Every assumption in force as lines: the scenario's own with their reasons, then the program's defaults by ground. */
export function assumptionLines({ assumptions }: Scenario, width: number): readonly string[] {
  const own = assumptions.filter(({ from }) => from === "scenario");
  const defaults = assumptions.filter(({ from }) => from === "default");
  const grounds = [...new Set(defaults.map(({ ground }) => ground))].sort();
  return [
    ...(own.length === 0 ? [] : ["Set by the scenario:"]),
    ...own.flatMap((assumption) => wrapped(`  ${assumption.key}: ${valueText(assumption.value)}${rangeText(assumption)} (${assumption.ground}: ${assumption.why})`, width, "    ")),
    ...grounds.flatMap((ground) => [
      `Defaults, ${ground === "assumed" ? "assumed" : `by ${ground}`}:`,
      ...wrapped(`  ${defaults.filter((other) => other.ground === ground).map(({ key, value }) => `${key} ${valueText(value)}`).join("; ")}.`, width, "  "),
    ]),
  ];
}

/** A value as reports print it, in less room than a file takes. */
export function valueText(value: AssumptionValue): string {
  switch (value.kind) {
    case "probability": return String(value.p);
    case "factor": return `x${value.factor}`;
    case "count": return String(value.count);
    case "weights": case "duration": case "distance": {
      const options: readonly { readonly name: string; readonly weight: number }[] = value.options;
      return options.length === 1 ? options[0]!.name : options.map(({ name, weight }) => `${name} ${weight}`).join(" : ");
    }
  }
}

function rangeText({ range }: Assumption): string {
  return range === undefined ? "" : ` [${range[0]} to ${range[1]}]`;
}
