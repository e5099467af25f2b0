// The clock of a run: which minute a local time is, in a zone whose offsets are looked up once.
// Knows zones by name (through Temporal or Intl) and fixed offsets; must not know calls or items.
// Invariant: after loading nobody asks for a zone again, so a run does not depend on the machine's zone data; the offsets
// found go into the scenario's hash. A time in a clock gap is the first minute after it, in an overlap the first of the two.

import { offsetAt, type OffsetFrom } from "../kernel/time.ts";

/** How a local time fits the clock: there once, skipped by it, or there twice. */
export type ClockFit = "exact" | "gap" | "overlap";

/** The clock of one run. */
export interface RunClock {
  /** Minutes from the Unix epoch (UTC) to the start. */
  readonly startEpochMinutes: number;
  /** Length of the run in minutes; below 1 where the end is not after the start. */
  readonly minutes: number;
  /** Offsets inside the run, the first from minute 0. */
  readonly offsets: readonly OffsetFrom[];
  /** Local minutes since 1970 at the start. */
  readonly startLocal: number;
  readonly endLocal: number;
  /** The minute of the run at a local time (which may lie outside the run), and how it fits. */
  readonly minuteOf: (local: number) => { readonly at: number; readonly fit: ClockFit };
}

const MINUTES_A_DAY = 1440;
const MARGIN = 3 * MINUTES_A_DAY; // more than any offset and any gap

/** The clock of a run in a zone (`Asia/Damascus`, `UTC` or `+03:00`), from local start to local end; undefined for no zone. */
export function runClock(timezone: string, startLocal: number, endLocal: number): RunClock | undefined {
  const offsetOf = zoneOffset(timezone);
  if (offsetOf === undefined) return undefined;
  const from = startLocal - MARGIN;
  const until = Math.max(startLocal, endLocal) + MARGIN;
  const table = offsetTable(offsetOf, from, until);
  const startEpochMinutes = epochOf(table, startLocal).at;
  const minutes = epochOf(table, endLocal).at - startEpochMinutes;
  return {
    startEpochMinutes,
    minutes,
    startLocal,
    endLocal,
    offsets: cut(table, startEpochMinutes, Math.max(0, minutes)),
    minuteOf: (local) => {
      const { at, fit } = epochOf(table, local);
      return { at: at - startEpochMinutes, fit };
    },
  };
}

/** The offset in minutes at an epoch minute in a zone, as a function; undefined where there is no such zone. */
export function zoneOffset(timezone: string): ((epochMinute: number) => number) | undefined {
  if (timezone === "UTC") return () => 0;
  const fixed = /^([+-])(0\d|1[0-4]):([0-5]\d)$/.exec(timezone);
  if (fixed !== null) {
    const offset = (Number(fixed[2]) * 60 + Number(fixed[3])) * (fixed[1] === "-" ? -1 : 1);
    return () => offset;
  }
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(timezone)) return undefined;
  try {
    return offsetsByTemporal(timezone) ?? offsetsByIntl(timezone);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // how both say that there is no such zone
    throw error;
  }
}

/** As much of Temporal as is used here; where a Node has it, it starts in a tenth of the time that Intl takes. */
interface TemporalClock {
  readonly Instant: {
    readonly fromEpochMilliseconds: (milliseconds: number) => { readonly toZonedDateTimeISO: (zone: string) => { readonly offsetNanoseconds: number } };
  };
}

function offsetsByTemporal(timezone: string): ((epochMinute: number) => number) | undefined {
  const temporal = (globalThis as { readonly Temporal?: TemporalClock }).Temporal;
  if (temporal === undefined) return undefined;
  const offsetOf = (epochMinute: number): number =>
    Math.round(temporal.Instant.fromEpochMilliseconds(epochMinute * 60_000).toZonedDateTimeISO(timezone).offsetNanoseconds / 60e9);
  offsetOf(0);
  return offsetOf;
}

/** The same from Intl, for a Node without Temporal; exported so that a test can hold the two together. */
export function offsetsByIntl(timezone: string): (epochMinute: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: timezone, timeZoneName: "longOffset", year: "numeric" });
  return (epochMinute) => {
    const written = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(epochMinute * 60_000));
    if (written === null) throw new Error(`no offset in the clock of ${timezone}`);
    const seconds = (Number(written[2] ?? 0) * 60 + Number(written[3] ?? 0)) * 60 + Number(written[4] ?? 0);
    return Math.round((written[1] === "-" ? -seconds : seconds) / 60);
  };
}

// One look a day finds every change (no zone changes twice in a day), bisection its minute. Minutes here are epoch minutes.
function offsetTable(offsetOf: (epochMinute: number) => number, from: number, until: number): readonly OffsetFrom[] {
  const table: OffsetFrom[] = [{ from: Number.NEGATIVE_INFINITY, offset: offsetOf(from) }];
  let known = offsetOf(from);
  for (let day = from; day < until; day += MINUTES_A_DAY) {
    const next = offsetOf(day + MINUTES_A_DAY);
    if (next === known) continue;
    let [before, after] = [day, day + MINUTES_A_DAY];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetOf(middle) === known) before = middle;
      else after = middle;
    }
    table.push({ from: after, offset: next });
    known = next;
  }
  return table;
}

function epochOf(table: readonly OffsetFrom[], local: number): { readonly at: number; readonly fit: ClockFit } {
  const fitting = [...new Set(table.map(({ offset }) => local - offset).filter((at) => at + offsetAt(table, at) === local))].sort((a, b) => a - b);
  if (fitting.length > 0) return { at: fitting[0]!, fit: fitting.length > 1 ? "overlap" : "exact" };
  const afterGap = table.find(({ from, offset }, i) => i > 0 && from + offset > local && from + table[i - 1]!.offset <= local);
  if (afterGap === undefined) throw new Error(`local minute ${local} is nowhere on the clock`);
  return { at: afterGap.from, fit: "gap" };
}

function cut(table: readonly OffsetFrom[], start: number, minutes: number): readonly OffsetFrom[] {
  const inside = table.filter(({ from }) => from > start && from <= start + minutes);
  return [{ from: 0, offset: offsetAt(table, start) }, ...inside.map(({ from, offset }) => ({ from: from - start, offset }))];
}
