// What `--vary` asks for: an assumption or a path of the scenario, with the values it takes.

import { nearMiss } from "../../scenario/diagnostics.ts";
import { faultOf, isNumeric, numberOf } from "../../scenario/substitute.ts";
import type { Assumption, Scenario } from "../../scenario/scenario.ts";
import { latinHypercube, levels, drawsOf, grid, within } from "../../study/designs.ts";
import type { Mistake } from "../mistake.ts";

/** Something that is varied. `key` is that of an assumption that one number decides; else `path` is set as an overlay sets it. */
export interface Varied {
  readonly path: string;
  readonly key: string | undefined;
  /** Values one by one, as they are written. */
  readonly levels: readonly string[];
  /** The range to draw from, where one was given or declared; `whole` where only whole numbers make sense. */
  readonly range: readonly [number, number] | undefined;
  readonly whole: boolean;
}

/** One setting: what each varied thing is set to, as it is written. */
export type Setting = readonly string[];

/** Levels of a range where their number is not said. */
const USUAL_LEVELS = 5;
const MOST_LEVELS = 1000;
const RANGE = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)(?::(\d+))?$/;
const SECTIONS = new Set(["title", "summary", "start", "end", "timezone", "seed", "places", "zones", "goals", "parties", "crisis", "channels", "assumptions", "timeline", "expect", "teaching"]);

/** What is varied, or what is wrong with how it is written. */
export function parseVaried(written: readonly string[], scenario: Scenario): { readonly varied: readonly Varied[]; readonly mistakes: readonly Mistake[] } {
  const found = written.map((text) => parseOne(text, scenario));
  const varied = found.flatMap((one) => ("path" in one ? [one] : []));
  const twice = varied.filter(({ path }, i) => varied.findIndex((other) => other.path === path) < i);
  return {
    varied,
    mistakes: [
      ...found.flatMap((one) => ("path" in one ? [] : [one])),
      ...twice.map(({ path }): Mistake => ({ code: "contradiction", message: `--vary ${path}: this is varied twice`, hint: "give all its values at once" })),
    ],
  };
}

function parseOne(text: string, scenario: Scenario): Varied | Mistake {
  const equals = text.indexOf("=");
  const path = (equals === -1 ? text : text.slice(0, equals)).trim().replace(/^assumptions\./, "");
  const values = equals === -1 ? undefined : text.slice(equals + 1).trim();
  const assumption = scenario.assumptions.find(({ key }) => key === path);
  const isOfAssumption = !SECTIONS.has(path.split(".")[0]!) || text.startsWith("assumptions.");
  const known = assumption ?? scenario.assumptions.find(({ name }) => name === path.split("/")[0] && path.includes("/"));
  if (isOfAssumption && known === undefined && !scenario.assumptions.some(({ name }) => path.startsWith(`${name}.`))) {
    return { code: "unknown-path", message: `--vary ${text}: nothing is assumed under the name "${path}"`, hint: nearMiss(path, scenario.assumptions.map(({ key }) => key), "assumptions")() };
  }
  const numeric = assumption !== undefined && isNumeric(assumption) ? assumption : undefined;
  const full = isOfAssumption && numeric === undefined ? `assumptions.${path}` : path;
  const common = { path: full, key: numeric?.key, whole: numeric?.value.kind === "count" };
  if (values === undefined) {
    if (numeric?.range !== undefined) return { ...common, range: numeric.range, levels: asWritten(levels(...numeric.range, USUAL_LEVELS), common.whole) };
    return { code: "no-values", message: `--vary ${text}: no values, and no range is declared for it`, hint: `write ${path}=a..b or ${path}=x,y` };
  }
  const range = RANGE.exec(values);
  const mistake = (message: string, hint: string | undefined): Mistake => ({ code: "bad-values", message: `--vary ${text}: ${message}`, hint });
  if (range === null) {
    const list = values.split(",").map((value) => value.trim());
    if (list.some((value) => value === "")) return mistake("a value is missing", `write ${path}=a..b, ${path}=a..b:n or ${path}=x,y,z`);
    return checked({ ...common, range: undefined, levels: list }, numeric, mistake);
  }
  const [low, high, count] = [Number(range[1]), Number(range[2]), range[3] === undefined ? USUAL_LEVELS : Number(range[3])];
  if (low >= high) return mistake(`${low} to ${high} is no range`, "the low end comes first");
  if (count < 2 || count > MOST_LEVELS) return mistake(`${count} values of a range`, `from 2 to ${MOST_LEVELS}`);
  return checked({ ...common, range: [low, high], levels: asWritten(levels(low, high, count), common.whole) }, numeric, mistake);
}

// Whole numbers are taken once where a range has fewer of them than levels.
function asWritten(numbers: readonly number[], whole: boolean): readonly string[] {
  return [...new Set(numbers.map((number) => String(whole ? Math.round(number) : number)))];
}

function checked(varied: Varied, assumption: Assumption | undefined, mistake: (message: string, hint: string | undefined) => Mistake): Varied | Mistake {
  if (assumption === undefined) return varied;
  for (const level of varied.levels) {
    const number = level === "" ? Number.NaN : Number(level);
    if (Number.isNaN(number)) return mistake(`"${level}" is no number`, `${assumption.key} is a ${assumption.value.kind}, and ${numberOf(assumption)} here`);
    const fault = faultOf(assumption, number);
    if (fault !== undefined) return mistake(fault, undefined);
  }
  return varied;
}

/** How settings are chosen: every combination, or so many points of a Latin hypercube. */
export interface Design { readonly kind: "grid" | "lhs"; readonly points: number; }

/** Settings of a grid, or drawn for a key. */
export function settingsOf(varied: readonly Varied[], { kind, points }: Design, key: string): readonly Setting[] {
  if (kind === "grid") return grid(varied.map((one) => one.levels));
  return latinHypercube(points, varied.length, drawsOf(`latin hypercube, ${key}`)).map((point) => varied.map((one, i) => valueAt(one, point[i]!)));
}

function valueAt({ range, whole, levels: list }: Varied, unit: number): string {
  if (range === undefined) return list[Math.floor(unit * list.length)]!;
  return String(whole ? Math.floor(within([range[0], range[1] + 1], unit)) : Number(within(range, unit).toPrecision(6)));
}

/** How many settings a design has, without making them. */
export function settingCount(varied: readonly Varied[], { kind, points }: Design): number {
  return kind === "lhs" ? points : varied.reduce((product, one) => product * one.levels.length, 1);
}

/** What a setting sets through assumptions that one number decides. */
export function numbersOf(varied: readonly Varied[], setting: Setting): readonly (readonly [key: string, number: number])[] {
  return varied.flatMap(({ key }, i) => (key === undefined ? [] : [[key, Number(setting[i])] as const]));
}

/** What a call sets on a scenario, each with one value, as an overlay text; or what is wrong with it. */
export function parseSet(written: readonly string[], scenario: Scenario): string | readonly Mistake[] {
  const { varied, mistakes } = parseVaried(written, scenario);
  const several = varied.find(({ levels: { length } }) => length !== 1);
  const all = [
    ...mistakes.map((mistake) => ({ ...mistake, message: mistake.message.replace("--vary", "--set") })),
    ...(several === undefined ? [] : [{ code: "bad-values" as const, message: `--set ${several.path}: one value is set`, hint: `for example --set ${several.path}=${several.levels[0]!}` }]),
  ];
  if (all.length > 0) return all;
  return `set:\n${varied.map(({ path, key, levels: [level] }) => `  ${JSON.stringify(key === undefined ? path : `assumptions.${key}`)}: ${level!}`).join("\n")}\n`;
}

/** What a setting sets otherwise, as an overlay text; undefined where there is nothing. */
export function overlayOf(varied: readonly Varied[], setting: Setting): string | undefined {
  const rest = varied.flatMap(({ key, path }, i) => (key === undefined ? [`  ${JSON.stringify(path)}: ${setting[i]!}`] : []));
  return rest.length === 0 ? undefined : `set:\n${rest.join("\n")}\n`;
}
