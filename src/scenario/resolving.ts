// What the resolvers share: the scenario as written, the places of its values, and how a name is looked up.
// Knows spans and near misses; must not know any section of a file.
// Invariant: a name is looked up among own keys only, so `toString` is as unknown as any other.

import type { Catalogue } from "./catalogue.ts";
import { nearMiss, type DiagnosticCode, type Problems, type Span } from "./diagnostics.ts";
import type { RawScenario } from "./schema.ts";
import { placeOf, placeOfKey, type Path, type SourceNode } from "./source-tree.ts";
import type { RunClock } from "./time-zone.ts";
import { isName, parseDayTime, parseDistance, parseDuration, parseLocalTime } from "./values.ts";

/** A scenario on its way from written to resolved. */
export interface Resolving {
  readonly raw: RawScenario;
  readonly root: SourceNode;
  readonly catalogue: Catalogue;
  readonly problems: Problems;
  /** The clock of the run; absent where start, end or zone are wrong, and then times are checked for their form only. */
  readonly clock: RunClock | undefined;
}

/** The most of a thing that a scenario may hold. */
export const LIMITS = { items: 10_000, expectations: 2_000, parties: 200, places: 1_000, channels: 100, assumptions: 1_000, answers: 10_000, callSlots: 100_000 } as const;

/** The place of a value. */
export function at(resolving: Resolving, path: Path): Span {
  return placeOf(resolving.root, path);
}

/** The place of a key. */
export function keyAt(resolving: Resolving, path: Path): Span {
  return placeOfKey(resolving.root, path);
}

/** Whether `name` is one of the known; where it is not, says so at the path. */
export function refer(
  resolving: Resolving, path: Path, name: string, known: Readonly<Record<string, unknown>> | undefined, code: DiagnosticCode, what: string, listed: string,
): boolean {
  if (known !== undefined && Object.hasOwn(known, name)) return true;
  resolving.problems.error(code, at(resolving, path), `"${name}" is no ${what}`, () => nearMiss(name, Object.keys(known ?? {}), listed)());
  return false;
}

/** Whether `name` is a party. */
export function referToParty(resolving: Resolving, path: Path, name: string | undefined): boolean {
  return name === undefined || refer(resolving, path, name, resolving.raw.parties, "unknown-party", "party", "parties");
}

/** Whether `name` is a party with a doctrine. */
export function referToActor(resolving: Resolving, path: Path, name: string): boolean {
  if (!referToParty(resolving, path, name)) return false;
  if (resolving.raw.parties[name]?.doctrine !== undefined) return true;
  const actors = Object.entries(resolving.raw.parties).filter(([, party]) => party.doctrine !== undefined).map(([id]) => id);
  resolving.problems.error("no-doctrine", at(resolving, path), `"${name}" has no doctrine, so it decides nothing`, nearMiss(name, actors, "parties with a doctrine"));
  return false;
}

/** Whether `name` is a place. */
export function referToPlace(resolving: Resolving, path: Path, name: string | undefined): boolean {
  return name === undefined || refer(resolving, path, name, resolving.raw.places, "unknown-place", "place", "places");
}

/** Whether `name` is a line. */
export function referToChannel(resolving: Resolving, path: Path, name: string | undefined): boolean {
  return name === undefined || refer(resolving, path, name, resolving.raw.channels, "unknown-channel", "line", "lines");
}

/** Minutes of a duration at a path; 0 where it is none. */
export function durationAt(resolving: Resolving, path: Path, text: string): number {
  const minutes = parseDuration(text);
  if (minutes === undefined) resolving.problems.error("bad-duration", at(resolving, path), `"${text}" is no duration`, "write whole minutes as 90 m, 6 h or 2 d; at most ten years");
  return minutes ?? 0;
}

/** Kilometres of a distance at a path; 0 where it is none. */
export function distanceAt(resolving: Resolving, path: Path, text: string): number {
  const km = parseDistance(text);
  if (km === undefined) resolving.problems.error("bad-distance", at(resolving, path), `"${text}" is no distance`, "write kilometres as 55 km");
  return km ?? 0;
}

/** The minute of the run at a path; undefined where it is no time, lies outside the run, or there is no clock. */
export function timeAt(resolving: Resolving, path: Path, text: string): number | undefined {
  const { clock, problems } = resolving;
  const day = parseDayTime(text);
  const local = day === undefined ? parseLocalTime(text)
    : clock === undefined ? 0
    : (Math.floor(clock.startLocal / 1440) + day.day - 1) * 1440 + day.minutes;
  if (local === undefined) {
    problems.error("bad-time", at(resolving, path), `"${text}" is no local time`, "write \"2030-05-18 10:00\" or \"day 3 14:00\"");
    return undefined;
  }
  if (clock === undefined) return undefined;
  const outside = local < clock.startLocal - 1440 || local > clock.endLocal + 1440;
  const { at: minute, fit } = outside ? { at: -1, fit: "exact" as const } : clock.minuteOf(local);
  if (minute < 0 || minute > clock.minutes) {
    problems.error("outside-run", at(resolving, path), `${text} lies outside the run`, `the run goes from ${resolving.raw.start} to ${resolving.raw.end}`);
    return undefined;
  }
  if (fit === "gap") problems.warn("clock-gap", at(resolving, path), `the clock skips ${text}`, "the next valid minute is taken");
  if (fit === "overlap") problems.warn("clock-overlap", at(resolving, path), `${text} comes twice`, "the first is taken");
  return minute;
}

/** Two minutes of the run, both included; the whole run where nothing is written. */
export function windowAt(resolving: Resolving, paths: readonly [Path, Path], from: string | undefined, until: string | undefined): readonly [number, number] {
  const first = from === undefined ? 0 : timeAt(resolving, paths[0], from);
  const last = until === undefined ? resolving.clock?.minutes : timeAt(resolving, paths[1], until);
  if (first === undefined || last === undefined) return [0, resolving.clock?.minutes ?? 0];
  if (first > last) {
    const [path, other] = until === undefined ? [paths[0], "the end"] : [paths[1], from ?? "the start"];
    resolving.problems.error("empty-window", at(resolving, path), "the window ends before it begins", `it is held against ${other}`);
  }
  return [first, last];
}

/** Checks that a section's keys can be names, and that none stands for something else already. */
export function checkNames(resolving: Resolving, section: string, what: string, taken: ReadonlyMap<string, string>): void {
  const entries = (resolving.raw as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)[section] ?? {};
  for (const name of Object.keys(entries)) {
    checkName(resolving, keyAt(resolving, [section, name]), name);
    const other = taken.get(name);
    if (other !== undefined) resolving.problems.error("name-clash", keyAt(resolving, [section, name]), `the ${what} "${name}" has the name of ${other}`, "one name, one thing: choose another");
  }
}

/** Checks that a text can be a name. */
export function checkName(resolving: Resolving, place: Span, name: string): void {
  if (name === "unknown" || name === "any" || name.startsWith("toward-")) resolving.problems.error("reserved-name", place, `"${name}" means something of its own here`, "choose another name");
  else if (!isName(name)) resolving.problems.error("bad-name", place, `"${name}" cannot be a name`, nameHint(name));
}

/** Reports a section that holds more than it may. */
export function checkCount(resolving: Resolving, path: Path, count: number, most: number, what: string): void {
  if (count > most) resolving.problems.error("too-many", keyAt(resolving, path), `${count} ${what} are more than a scenario may hold`, `at most ${most}`);
}

function nameHint(name: string): string {
  const better = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^[^a-z]+|-+$/g, "").slice(0, 40);
  return `names are lower case words joined by hyphens${isName(better) ? `: "${better}"` : ""}`;
}
