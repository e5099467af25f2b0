// Words, numbers and small pictures that reports on many runs share.

import type { Estimate } from "../study/intervals.ts";
import type { Unit } from "../study/measure-table.ts";
import type { Histogram } from "../study/summary.ts";
import { sorted } from "../study/summary.ts";

/** `40 s`, `3 min`, `2 h 5 min`. */
export function lengthOfTime(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `12.3 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** `12.3 % [11.0, 13.7]`, or that there is none. */
export function shareText(estimate: Estimate | undefined): string {
  return estimate === undefined ? "none to count" : `${percent(estimate.value).padStart(7)} ${interval(estimate, (end) => (100 * end).toFixed(1))}`;
}

/** `[11.0, 13.7]`. */
export function interval({ low, high }: Estimate, as: (end: number) => string): string {
  return `[${as(low)}, ${as(high)}]`;
}

/** A number of a measure's unit, in words: minutes by hours and days, tenths as points. */
export function valueOf(value: number, unit: Unit): string {
  switch (unit) {
    case "minutes": case "span": case "moment": return hours(value);
    case "tenths": return (value / 10).toFixed(1);
    case "rung": return Number.isInteger(value) ? String(value) : value.toFixed(2);
    case "count": return value.toFixed(Number.isInteger(value) ? 0 : 2).replace(/^-(0\.?0*)$/, "$1"); // no minus before nothing
  }
}

/** An estimate of a measure with its interval, both in one unit: `2.1 d [1.7, 2.5]`. */
export function estimateOf({ value, low, high }: Estimate, unit: Unit): string {
  if (unit !== "minutes" && unit !== "span" && unit !== "moment") return `${valueOf(value, unit)} ${interval({ value, low, high }, (end) => valueOf(end, unit))}`;
  const scale = scaleOf(Math.max(Math.abs(value), Math.abs(low), Math.abs(high)));
  return `${scaled(value, scale)} ${scale.name} ${interval({ value, low, high }, (end) => scaled(end, scale))}`;
}

/** `35 min`, `5.2 h`, `3.1 d`. */
export function hours(minutes: number): string {
  const scale = scaleOf(Math.abs(minutes));
  return `${scaled(minutes, scale)} ${scale.name}`;
}

interface Scale { readonly name: string; readonly minutes: number; }

function scaleOf(minutes: number): Scale {
  return minutes < 90 ? { name: "min", minutes: 1 } : minutes < 48 * 60 ? { name: "h", minutes: 60 } : { name: "d", minutes: 1440 };
}

function scaled(minutes: number, scale: Scale): string {
  const text = (minutes / scale.minutes).toFixed(1).replace("-0.0", "0.0");
  return scale.minutes === 1 ? String(Number(text)) : text;
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar for a share of a width, to an eighth of a cell; none where there is no room. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * Math.max(0, width) * 8);
  return `${"█".repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8]!}`;
}

const HEIGHTS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** How numbers are spread, from the least to the most, in so many cells; a number that never comes up is a space. */
export function sparkline(histogram: Histogram, width: number, least = Number.NEGATIVE_INFINITY): string {
  const numbers = sorted(histogram, least);
  if (numbers.length === 0) return "";
  const [first, last] = [numbers[0]![0], numbers.at(-1)![0]];
  const cells = Math.min(width, last - first + 1);
  const counts = new Array<number>(cells).fill(0);
  for (const [value, times] of numbers) counts[Math.min(cells - 1, Math.floor(((value - first) * cells) / (last - first + 1)))]! += times;
  const most = Math.max(...counts);
  return counts.map((times) => (times === 0 ? " " : HEIGHTS[Math.min(7, Math.floor((8 * times) / most))]!)).join("").trimEnd();
}
