// Places, zones, goals and lines: what lies where and who is connected to whom.
// Knows geography and lines as written; must not know how anything moves or who calls whom when.
// Invariant: what it gives has every name resolved; call slots ascend and carry the local time they were written for.

import { localTime } from "../kernel/time.ts";
import { TIERS, type Channel, type Goal, type Place, type Weekday, type Zone } from "./scenario.ts";
import { at, checkCount, checkNames, distanceAt, durationAt, keyAt, LIMITS, referToParty, referToPlace, type Resolving } from "./resolving.ts";
import { CALL_DAYS, TRUST_WORDS, type RawScenario } from "./schema.ts";
import { labelOf, parseClock } from "./values.ts";

type RawChannel = NonNullable<RawScenario["channels"]>[string];

const FAIR = TRUST_WORDS.indexOf("fair");
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const satisfies readonly Weekday[];

/** The places by name. */
export function resolvePlaces(resolving: Resolving): Readonly<Record<string, Place>> {
  const written = resolving.raw.places ?? {};
  checkNames(resolving, "places", "place", new Map());
  checkCount(resolving, ["places"], Object.keys(written).length, LIMITS.places, "places");
  return mapped(written, (place, id) => {
    const [lat, lon] = "length" in place ? place : place.at;
    return { name: ("length" in place ? undefined : place.name) ?? labelOf(id), lat, lon };
  });
}

/** The zones by name; two that overlap under different holders are a warning. */
export function resolveZones(resolving: Resolving, places: Readonly<Record<string, Place>>): Readonly<Record<string, Zone>> {
  const written = resolving.raw.zones ?? {};
  checkNames(resolving, "zones", "zone", new Map(Object.keys(places).map((id) => [id, "a place"])));
  const zones = mapped(written, (zone, id): Zone => {
    const path = ["zones", id];
    referToPlace(resolving, [...path, "centre"], zone.centre);
    referToParty(resolving, [...path, "held-by"], zone["held-by"]);
    zone.claims?.forEach((claim, i) => referToParty(resolving, [...path, "claims", i, "by"], claim.by));
    const radiusKm = distanceAt(resolving, [...path, "radius"], zone.radius);
    return { name: id, centre: zone.centre, radiusKm, heldBy: zone["held-by"], standing: zone.standing ?? "assumed", claims: zone.claims ?? [] };
  });
  const all = Object.entries(zones);
  all.forEach(([id, zone], i) => {
    for (const [other, earlier] of all.slice(0, i)) {
      const [here, there] = [own(places, zone.centre), own(places, earlier.centre)];
      if (zone.heldBy === earlier.heldBy || here === undefined || there === undefined) continue;
      if (kilometres(here, there) < zone.radiusKm + earlier.radiusKm) {
        resolving.problems.warn("zones-overlap", keyAt(resolving, ["zones", id]), `the zone "${id}" overlaps "${other}", which "${earlier.heldBy}" holds`);
      }
    }
  });
  return zones;
}

/** The goals by name. */
export function resolveGoals(resolving: Resolving): Readonly<Record<string, Goal>> {
  checkNames(resolving, "goals", "goal", new Map());
  return mapped(resolving.raw.goals ?? {}, (goal, id): Goal => {
    referToParty(resolving, ["goals", id, "of"], goal.of);
    referToPlace(resolving, ["goals", id, "place"], goal.place);
    return { name: id, of: goal.of, place: goal.place, worth: goal.worth ?? "middling", otherWays: goal["other-ways"] ?? [] };
  });
}

/** The lines by name. */
export function resolveChannels(resolving: Resolving): Readonly<Record<string, Channel>> {
  const written = resolving.raw.channels ?? {};
  checkCount(resolving, ["channels"], Object.keys(written).length, LIMITS.channels, "lines");
  return mapped(written, (channel, id) => resolveChannel(resolving, id, channel));
}

function resolveChannel(resolving: Resolving, id: string, channel: RawChannel): Channel {
  const { problems } = resolving;
  const path = ["channels", id];
  const [first, second] = channel.between;
  referToParty(resolving, [...path, "between", 0], first);
  referToParty(resolving, [...path, "between", 1], second);
  if (first === second) problems.error("with-itself", at(resolving, [...path, "between", 1]), `the line "${id}" connects "${first}" with itself`);
  referToParty(resolving, [...path, "host"], channel.host);
  const request = channel["on-request"];
  const answeredWithinMinutes = request === undefined ? undefined : durationAt(resolving, [...path, "on-request", "answered-within"], request["answered-within"]);
  const calls = channel.calls ?? [];
  if (calls.length === 0 && request === undefined) {
    problems.warn("cannot-happen", keyAt(resolving, path), `nobody ever rings over "${id}"`, "give it calls, or on-request");
  }
  const tiers = channel.tiers ?? ["duty-officer"];
  tiers.forEach((tier, i) => {
    if (tiers.indexOf(tier) < i) problems.error("repeated", at(resolving, [...path, "tiers", i]), `the level "${tier}" stands here twice`);
  });
  return {
    id,
    name: channel.name ?? labelOf(id),
    between: [first, second],
    slots: callSlots(resolving, id, calls),
    calls: calls.map(({ every, at: clock }) => ({ every, at: clock })),
    onRequest: answeredWithinMinutes === undefined ? undefined : { answeredWithinMinutes },
    tiers: TIERS.filter((tier) => tiers.includes(tier)),
    medium: channel.medium ?? "voice",
    host: channel.host,
    declared: channel.declared ?? "open",
    practised: channel.practised ?? "open",
    trust: trustOf(resolving, id, channel),
  };
}

function trustOf(resolving: Resolving, id: string, channel: RawChannel): readonly [number, number] {
  const ends = Object.fromEntries(channel.between.map((end) => [end, FAIR]));
  const known = channel.between.every((end) => Object.hasOwn(resolving.raw.parties, end));
  for (const [end, word] of Object.entries(channel.trust ?? {})) {
    if (!known) continue; // said already
    if (Object.hasOwn(ends, end)) ends[end] = TRUST_WORDS.indexOf(word);
    else resolving.problems.error("unknown-party", keyAt(resolving, ["channels", id, "trust", end]), `"${end}" is at no end of "${id}"`, `ends: ${channel.between.join(", ")}`);
  }
  return [ends[channel.between[0]]!, ends[channel.between[1]]!];
}

// Every due call of the run: one for each local day that a rule names, at the minute where the local clock shows its time.
function callSlots(resolving: Resolving, id: string, calls: NonNullable<RawChannel["calls"]>): Channel["slots"] {
  const { clock, problems } = resolving;
  const slots = new Map<string, number>();
  calls.forEach((rule, i) => {
    const minutes = parseClock(rule.at);
    if (minutes === undefined) {
      problems.error("bad-time", at(resolving, ["channels", id, "calls", i, "at"]), `"${rule.at}" is no clock time`, "write \"09:00\"");
      return;
    }
    if (clock === undefined || clock.minutes < 1) return;
    const weekday = CALL_DAYS.indexOf(rule.every) === 0 ? undefined : WEEKDAYS.indexOf(rule.every as Weekday);
    for (let day = Math.floor(clock.startLocal / 1440); day * 1440 <= clock.endLocal; day++) {
      if (weekday !== undefined && (((day + 4) % 7) + 7) % 7 !== weekday) continue;
      const slot = clock.minuteOf(day * 1440 + minutes).at;
      if (slot >= 0 && slot < clock.minutes) slots.set(`${localDate(day)} ${rule.at}`, slot);
      if (slots.size > LIMITS.callSlots) {
        problems.error("too-many", keyAt(resolving, ["channels", id, "calls"]), `"${id}" is due to ring too often`, `at most ${LIMITS.callSlots} calls in a run`);
        return;
      }
    }
  });
  return [...slots].map(([name, slot]) => ({ at: slot, name })).sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

function localDate(day: number): string {
  const { year, month, day: dayOfMonth } = localTime(day * 1440, [{ from: 0, offset: 0 }], 0);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(dayOfMonth).padStart(2, "0")].join("-");
}

function kilometres(a: Place, b: Place): number {
  const radians = Math.PI / 180;
  const [lat, lon] = [(b.lat - a.lat) * radians, (b.lon - a.lon) * radians];
  const h = Math.sin(lat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(lon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function mapped<From, To>(record: Readonly<Record<string, From>>, make: (value: From, key: string) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}
