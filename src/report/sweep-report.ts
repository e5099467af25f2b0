// What a sweep has to report: settings with what their runs came to, and the shares that the scenario requires.

import type { Expectation } from "../scenario/scenario.ts";
import { RATIOS, type Column, type MeasureName } from "../study/measure-table.ts";
import type { Summary } from "../study/summary.ts";
import type { StudyOf } from "./study-frame.ts";

/** Measures that are told where there are many settings; of one setting all are. */
export const TOLD_SIDE_BY_SIDE = ["peak", "strikes", "minutes-at-limited-force", "thresholds-crossed"] as const satisfies readonly MeasureName[];

/** What is told by what it is divided by: sums of minutes and of steps, and what they are counted over. */
export const TOLD_AS_RATIOS: ReadonlySet<MeasureName> = new Set([
  ...Object.values(RATIOS).flatMap(({ part, whole, read }) => (read === "average" ? [part, ...whole.filter((name) => name !== "readings")] : [])),
  "slight-readings", "line-minutes", "declared-minutes", "practised-minutes",
]);

/** One setting with what its runs came to. */
export interface SettingReport { readonly written: readonly string[]; readonly summary: Summary; }

/** What became of a share that the scenario requires. */
export interface ShareVerdict { readonly expectation: Extract<Expectation, { readonly kind: "share" }>; readonly held: number; readonly runs: number; /** Undefined where too few runs were made to judge it. */ readonly holds: boolean | undefined; }

/** A sweep. */
export interface SweepReport {
  readonly of: StudyOf;
  /** Of each setting; of the last one fewer where the sweep was stopped. */
  readonly runs: number;
  readonly varied: readonly string[];
  readonly columns: readonly Column[];
  readonly expectations: readonly string[];
  readonly settings: readonly SettingReport[];
  /** Whether there was one setting, of which every measure was counted. */
  readonly inFull: boolean;
  readonly shares: readonly ShareVerdict[];
}

/** `relay.complied 0.3`; of several, `complied 0.3, answered 1`. Long paths are known by their ends. */
export function settingText(varied: readonly string[], written: readonly string[]): string {
  return varied.map((path, i) => `${path.split(".").slice(varied.length > 1 ? -1 : -2).join(".")} ${written[i]!}`).join(", ");
}
