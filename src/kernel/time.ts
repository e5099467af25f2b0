// Time is a whole number of minutes since the start of a run.
// Knows how to turn minutes into a local clock and back, given a table of offsets; must not know which zone, nor ask a clock.
// Invariant: the same minute and table give the same text on every machine and in every locale.

/** The offset from UTC in minutes that holds from a minute of the run on. */
export interface OffsetFrom { readonly from: number; readonly offset: number; }

/** A local date and clock time. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
}

const MINUTES_A_DAY = 1440;

/** The offset in force at a minute of the run. */
export function offsetAt(offsets: readonly OffsetFrom[], at: number): number {
  let offset = offsets[0]!.offset;
  for (const entry of offsets) if (entry.from <= at) offset = entry.offset;
  return offset;
}

/** Minutes since local midnight at a minute of the run. */
export function minuteOfDay(startEpochMinutes: number, offsets: readonly OffsetFrom[], at: number): number {
  const local = startEpochMinutes + at + offsetAt(offsets, at);
  return local - Math.floor(local / MINUTES_A_DAY) * MINUTES_A_DAY;
}

/** The local date and time at a minute of the run. */
export function localTime(startEpochMinutes: number, offsets: readonly OffsetFrom[], at: number): LocalTime {
  const local = startEpochMinutes + at + offsetAt(offsets, at);
  const days = Math.floor(local / MINUTES_A_DAY);
  const rest = local - days * MINUTES_A_DAY;
  return { ...civil(days), hour: Math.floor(rest / 60), minute: rest % 60, weekday: (((days + 4) % 7) + 7) % 7 };
}

/** Days since the Unix epoch of a date in the proleptic Gregorian calendar (Hinnant's algorithm). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civil(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}
