// How often something rare happens, as text for people: two digits at most, with what the figure is worth.

import type { Model } from "../simulation/model.ts";
import { wilson, type Estimate } from "../study/intervals.ts";
import type { RareEstimate } from "../study/rare.ts";
import { levelsOf } from "../study/splitting.ts";
import type { Target } from "../study/target.ts";
import { paint, ruled, wrapped, type Layout } from "./layout.ts";
import { grouped, likelihoodWords } from "./likelihood-words.ts";
import { targetWords } from "./paths-text.ts";
import { rungText } from "./words.ts";

/** The estimate and what stands beside it. */
export interface RareTold {
  readonly model: Model;
  readonly target: Target;
  readonly rare: RareEstimate;
  readonly repetitions: number;
  /** Runs begun on each level in each repetition. */
  readonly runs: number;
  /** Whole runs, and how many of them came to it. */
  readonly plain: { readonly runs: number; readonly count: number };
  /** The lowest and highest of the settings at the ends of ranges; undefined where no assumption has a range, or none was wanted. */
  readonly range: { readonly settings: number; readonly lowest: Setting; readonly highest: Setting } | undefined;
  readonly seed: number;
  readonly source: string;
  readonly version: string;
}

/** An assumption at one end of its range, and the estimate there. */
export interface Setting { readonly key: string; readonly number: number; readonly value: number; }

/** The lines of the report, without line ends. */
export function* renderRare(told: RareTold, layout: Layout): Generator<string> {
  const { model, target, source, seed, version } = told;
  const { scenario } = model;
  for (const line of wrapped("SIMULATED. No record of what happened: it follows from the assumptions of the scenario.", layout.width)) yield paint(line, "warning", layout);
  yield "";
  for (const line of wrapped(scenario.title, layout.width)) yield paint(line, "heading", layout);
  yield* wrapped(`How often the model comes to this: ${targetWords(model, target)}.`, layout.width);
  yield "";
  yield* wrapped(`${source}, seeds from ${seed}, deconflict ${version}, model ${model.hash}.`, layout.width);
  yield "";
  for (const sentence of findings(told)) yield* wrapped(sentence, layout.width);
  yield "";
  yield ruled("Up the ladder", layout);
  yield* levelLines(told, layout);
  yield "";
  yield* wrapped("The interval is about chance alone. What is assumed moves the figure further than it shows, and it says nothing of the world.", layout.width);
}

function* findings({ rare: { estimate, below }, plain, range, repetitions, runs }: RareTold): Generator<string> {
  if (below === undefined) {
    yield `${likelihoodWords(estimate.value) === "remote" ? "Remote: in" : "In"} ${rareText(estimate.value)} of runs, between ${rareText(estimate.low)} and ${rareText(estimate.high)} (95 %; ${repetitions} repetitions with ${grouped(runs)} runs begun on each rung).`;
  } else yield `It was not seen in ${repetitions} repetitions with ${grouped(runs)} runs begun on each rung: in fewer than ${rareText(below)} of runs.`;
  yield plainSentence(plain, estimate, below === undefined);
  if (range === undefined) return;
  const { settings, lowest, highest } = range;
  yield `With each assumption that has a range at its ends, one at a time (${settings} settings): from ${lowest.value === 0 ? "none seen" : rareText(lowest.value)} (${lowest.key} at ${lowest.number}) to ${rareText(highest.value)} (${highest.key} at ${highest.number}), roughly.`;
}

function plainSentence({ runs, count }: RareTold["plain"], estimate: Estimate, seen: boolean): string {
  const { value, low, high } = wilson(count, runs)!;
  const whole = `${grouped(count)} of ${grouped(runs)} whole runs come to it`;
  if (count === 0) return `For a check: ${whole}, which says no more than fewer than ${rareText(high)}.`;
  const agrees = seen && estimate.low <= high && low <= estimate.high;
  return `For a check: ${whole}, ${rareText(value)}, between ${rareText(low)} and ${rareText(high)}${agrees ? ", which agrees" : ""}.`;
}

function* levelLines({ model, target, rare: { shares } }: RareTold, layout: Layout): Generator<string> {
  const levels = [...levelsOf(model, target).map((rung) => rungText(rung)), targetWords(model, target)];
  for (const [i, level] of levels.entries()) {
    const share = shares[i]!;
    const from = i === 0 ? "of runs" : "of those gone on with from there";
    yield* wrapped(`  ${level}: ${share === 0 ? "none" : percentText(share)} ${from}`, layout.width, "    ");
  }
}

/** A share with two digits at most: `2.1 %`, `0.34 %`, `34 in a million`. */
export function rareText(share: number): string {
  if (share === 0) return "none";
  if (share >= 0.001) return percentText(share);
  const millionth = share * 1e6;
  return millionth >= 0.1 ? `${twoDigits(millionth)} in a million` : `${twoDigits(share * 1e9)} in a thousand million`;
}

function percentText(share: number): string {
  return share === 1 ? "100 %" : `${twoDigits(share * 100)} %`;
}

// Just under a power of ten it rounds up to it, and is still two digits.
function twoDigits(number: number): string {
  return String(Number(number.toPrecision(2)));
}
