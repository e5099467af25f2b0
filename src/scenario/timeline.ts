// The timeline: pressures, orders, incidents, statements and shocks, checked and resolved.
// Knows who may do what to whom by script; must not know what a party makes of it.
// Invariant: what a party with a doctrine does or says is never scripted unless the director forces it, and then it says so.

import { nearMiss, type Span } from "./diagnostics.ts";
import { referToStance } from "./parties.ts";
import {
  at, checkCount, checkName, distanceAt, durationAt, keyAt, LIMITS, refer, referToActor, referToChannel, referToParty, referToPlace, type Resolving,
} from "./resolving.ts";
import { checkChains, resolveSchedule } from "./schedule.ts";
import type { IncidentItem, ItemCommon, OrderItem, PressureItem, ShockItem, StatementItem, TimelineItem, Weighted } from "./scenario.ts";
import type { RawItem } from "./schema.ts";
import type { Path } from "./source-tree.ts";

type Of<Key extends string> = Extract<RawItem, Readonly<Record<Key, unknown>>>;

/** The timeline in the order written. */
export function resolveTimeline(resolving: Resolving): readonly TimelineItem[] {
  const items = resolving.raw.timeline ?? [];
  checkCount(resolving, ["timeline"], items.length, LIMITS.items, "timeline items");
  const ids = checkIds(resolving, "timeline", items);
  const resolved = items.map((item, i) => {
    const path = ["timeline", i];
    const common = resolveCommon(resolving, path, item, ids);
    if ("pressure" in item) return resolvePressure(resolving, path, item, common);
    if ("order" in item) return resolveOrder(resolving, path, item, common);
    if ("statement" in item) return resolveStatement(resolving, path, item, common);
    return "incident" in item ? resolveIncident(resolving, path, item, common) : resolveShock(resolving, path, item, common);
  });
  checkChains(resolving, resolved);
  return resolved;
}

/** Checks that every id of a section is a name and stands there once; gives the ids with the place of each. */
export function checkIds(resolving: Resolving, section: string, items: readonly { readonly id?: string | undefined }[]): Readonly<Record<string, Span>> {
  const places: Record<string, Span> = Object.create(null) as Record<string, Span>;
  items.forEach(({ id }, i) => {
    if (id === undefined) return;
    const place = at(resolving, [section, i, "id"]);
    checkName(resolving, place, id);
    const first = places[id];
    if (first === undefined) places[id] = place;
    else resolving.problems.error("duplicate-id", place, `the id "${id}" stands twice under "${section}"`, `the first is at ${first.file}:${first.line}`);
  });
  return places;
}

function resolveCommon(resolving: Resolving, path: Path, item: RawItem, ids: Readonly<Record<string, Span>>): ItemCommon {
  return {
    id: item.id,
    schedule: resolveSchedule(resolving, path, item, ids),
    chance: item.chance ?? 1,
    text: item.text,
    source: item.source,
    standing: item.standing ?? "assumed",
    objective: item.objective,
    expected: item.expected,
    controller: item.controller,
    note: item.note,
  };
}

function resolvePressure(resolving: Resolving, path: Path, item: Of<"pressure">, common: ItemCommon): PressureItem {
  const { party, toward, goal, strength } = item.pressure;
  const inner = [...path, "pressure"];
  const acts = referToActor(resolving, [...inner, "party"], party);
  if (acts) referToStance(resolving, [...inner, "toward"], party, toward);
  else referToParty(resolving, [...inner, "toward"], toward);
  const goals = resolving.raw.goals ?? {};
  if (goal !== undefined && refer(resolving, [...inner, "goal"], goal, goals, "unknown-goal", "goal", "goals") && acts && goals[goal]!.of !== party) {
    const theirs = Object.keys(goals).filter((id) => goals[id]!.of === party);
    resolving.problems.error("goal-of-another", at(resolving, [...inner, "goal"]), `"${goal}" is a goal of "${goals[goal]!.of}", not of "${party}"`, nearMiss(goal, theirs, `goals of ${party}`));
  }
  return { ...common, kind: "pressure", party, toward, goal, strength: strength ?? "serious" };
}

function resolveOrder(resolving: Resolving, path: Path, item: Of<"order">, common: ItemCommon): OrderItem {
  const { to, toward, from, do: order } = item.order;
  const inner = [...path, "order"];
  if (referToActor(resolving, [...inner, "to"], to)) referToStance(resolving, [...inner, "toward"], to, toward);
  else referToParty(resolving, [...inner, "toward"], toward);
  referToParty(resolving, [...inner, "from"], from);
  return { ...common, kind: "order", to, toward, from, order };
}

function resolveIncident(resolving: Resolving, path: Path, item: Of<"incident">, common: ItemCommon): IncidentItem {
  const by = authors(resolving, [...path, "by"], item.by);
  const scripted = by.find(({ value, weight }) => weight > 0 && doctrineOf(resolving, value) !== undefined);
  const forced = forcedOrNot(resolving, path, item.forced, scripted && { party: scripted.value, path: typeof item.by === "string" ? [...path, "by"] : [...path, "by", scripted.value] }, "do");
  referToParty(resolving, [...path, "against"], item.against);
  referToPlace(resolving, [...path, "place"], item.place);
  if (item.against !== undefined && by.length === 1 && by[0]!.value === item.against) {
    resolving.problems.error("with-itself", at(resolving, [...path, "against"]), `"${item.against}" does this to itself`);
  }
  const seems = item["appears-as"];
  const unseenBy = item["unseen-by"] ?? [];
  unseenBy.forEach((party, i) => referToParty(resolving, [...path, "unseen-by", i], party));
  return {
    ...common,
    kind: "incident",
    act: item.incident,
    by,
    against: item.against,
    place: item.place,
    distanceKm: item.distance === undefined ? undefined : distanceAt(resolving, [...path, "distance"], item.distance),
    gravity: item.gravity,
    appearsAs: { by: seems?.by === undefined ? undefined : authors(resolving, [...path, "appears-as", "by"], seems.by), gravity: seems?.gravity },
    seenBy: witnesses(resolving, path, item["seen-by"] ?? [], unseenBy),
    unseenBy,
    forced,
  };
}

function resolveStatement(resolving: Resolving, path: Path, item: Of<"statement">, common: ItemCommon): StatementItem {
  const { statement, by, about } = item;
  refer(resolving, [...path, "by"], by, { ...resolving.raw.parties, unknown: undefined }, "unknown-party", "party", "parties");
  referToParty(resolving, [...path, "about"], about);
  if (by === about) resolving.problems.error("with-itself", at(resolving, [...path, "about"]), `"${by}" speaks of itself`);
  const forced = forcedOrNot(resolving, path, item.forced, doctrineOf(resolving, by) === undefined ? undefined : { party: by, path: [...path, "by"] }, "say");
  return { ...common, kind: "statement", statement, by, about, forced };
}

// A party with a doctrine is made to do or say something by the director alone, who has to say so.
function forcedOrNot(resolving: Resolving, path: Path, written: boolean | undefined, scripted: { readonly party: string; readonly path: Path } | undefined, verb: "do" | "say"): boolean {
  const forced = written ?? false;
  if (scripted !== undefined && !forced) {
    resolving.problems.error("scripted-party", at(resolving, scripted.path), `"${scripted.party}" acts by its own chart, so the script cannot make it ${verb} this`,
      "use a pressure or an order; or `forced: true`, and it will be marked as forced");
  }
  if (forced && scripted === undefined) resolving.problems.error("contradiction", at(resolving, [...path, "forced"]), "nobody here has to be forced", "`forced` is for parties with a doctrine");
  return forced;
}

function witnesses(resolving: Resolving, path: Path, written: NonNullable<Of<"incident">["seen-by"]>, unseenBy: readonly string[]): IncidentItem["seenBy"] {
  const inner = [...path, "seen-by"];
  const listed = Array.isArray(written)
    ? written.map((party, i) => ({ party, delay: 0, place: [...inner, i] as Path }))
    : Object.entries(written).map(([party, { delay }]) => ({
        party, delay: delay === undefined ? 0 : durationAt(resolving, [...inner, party, "delay"], delay), place: [...inner, party],
      }));
  listed.forEach(({ party, place }, i) => {
    const span = Array.isArray(written) ? at(resolving, place) : keyAt(resolving, place);
    if (!Object.hasOwn(resolving.raw.parties, party)) {
      resolving.problems.error("unknown-party", span, `"${party}" is no party`, nearMiss(party, Object.keys(resolving.raw.parties), "parties"));
    } else if (unseenBy.includes(party)) resolving.problems.error("contradiction", span, `"${party}" both sees and does not see it`);
    else if (listed.findIndex((other) => other.party === party) < i) resolving.problems.error("repeated", span, `"${party}" stands here twice`);
  });
  return listed.map(({ party, delay }) => ({ party, delay }));
}

// Who did it, or seems to have done it: parties or "unknown", with weights that do not all vanish.
function authors(resolving: Resolving, path: Path, written: string | Readonly<Record<string, number>>): readonly Weighted<string>[] {
  const known = { ...resolving.raw.parties, unknown: undefined };
  if (typeof written === "string") {
    refer(resolving, path, written, known, "unknown-party", "party", "parties");
    return [{ value: written, weight: 1 }];
  }
  const listed = Object.entries(written).map(([value, weight]) => ({ value, weight }));
  for (const { value } of listed) {
    if (Object.hasOwn(known, value)) continue;
    resolving.problems.error("unknown-party", keyAt(resolving, [...path, value]), `"${value}" is no party`, nearMiss(value, Object.keys(known), "parties"));
  }
  if (!listed.some(({ weight }) => weight > 0)) resolving.problems.error("bad-weights", keyAt(resolving, path), "none of these can be drawn", "one weight at least is above 0");
  return listed;
}

function resolveShock(resolving: Resolving, path: Path, item: Of<"shock">, common: ItemCommon): ShockItem {
  const { shock, channel, lasts } = item;
  const { problems } = resolving;
  const feltBy = item["felt-by"] ?? [];
  const ofLine = shock !== "outside";
  const misplaced = (key: string, reason: string): void =>
    problems.error("contradiction", keyAt(resolving, [...path, key]), `"${key}" does not go with ${shock}`, reason);
  if (ofLine && channel === undefined) problems.error("missing-key", keyAt(resolving, [...path, "shock"]), `${shock} lacks the key "channel"`, `lines: ${Object.keys(resolving.raw.channels ?? {}).join(", ")}`);
  if (!ofLine && feltBy.length === 0) problems.error("missing-key", keyAt(resolving, [...path, "shock"]), "an outside shock lacks the key \"felt-by\"", "name the parties that feel it");
  if (!ofLine && channel !== undefined) misplaced("channel", "a shock from outside hits no line");
  if (ofLine && feltBy.length > 0) misplaced("felt-by", "both ends of a line notice");
  if (shock !== "line-outage" && lasts !== undefined) misplaced("lasts", "only an outage lasts");
  feltBy.forEach((party, i) => referToActor(resolving, [...path, "felt-by", i], party));
  referToChannel(resolving, [...path, "channel"], channel);
  return { ...common, kind: "shock", shock, feltBy, channel, lasts: lasts === undefined ? undefined : durationAt(resolving, [...path, "lasts"], lasts) };
}

function doctrineOf(resolving: Resolving, party: string): string | undefined {
  const { parties } = resolving.raw;
  return Object.hasOwn(parties, party) ? parties[party]!.doctrine : undefined;
}
