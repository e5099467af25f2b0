// What an author expects of a run: events inside windows, orders of events, quiet stretches, shares of many runs.
// Knows names and windows; must not know how a trace is judged.
// Invariant: an expectation refers to others by id, to events only where an order is meant, and never to a share.

import { nearMiss } from "./diagnostics.ts";
import { enteredAt, stanceAt } from "./parties.ts";
import { at, checkCount, keyAt, LIMITS, refer, referToChannel, referToParty, windowAt, type Resolving } from "./resolving.ts";
import type { EventPattern, Expectation, Window } from "./scenario.ts";
import type { RawExpectation } from "./schema.ts";
import type { Path } from "./source-tree.ts";
import { checkIds } from "./timeline.ts";
import { rungOf } from "../terms/rungs.ts";

type Of<Key extends string> = Extract<RawExpectation, Readonly<Record<Key, unknown>>>;
type RawPattern = Of<"event">["event"];

/** The expectations in the order written. */
export function resolveExpectations(resolving: Resolving): readonly Expectation[] {
  const written = resolving.raw.expect ?? [];
  checkCount(resolving, ["expect"], written.length, LIMITS.expectations, "expectations");
  const named = written.map((expectation) => ({ id: idOf(expectation) }));
  checkIds(resolving, "expect", named);
  const kinds = new Map(written.map((expectation, i) => [named[i]!.id, kindOf(expectation)]));
  return written.map((expectation, i) => {
    const path = ["expect", i];
    if ("event" in expectation) return resolveEvent(resolving, path, expectation);
    if ("before" in expectation) return resolveBefore(resolving, path, expectation, kinds);
    return "quiet" in expectation ? resolveQuiet(resolving, path, expectation) : resolveShare(resolving, path, expectation, kinds);
  });
}

function resolveEvent(resolving: Resolving, path: Path, written: Of<"event">): Expectation {
  const { problems } = resolving;
  const least = written["at-least"];
  const most = written["at-most"];
  if (written.absent === true && (least ?? most) !== undefined) {
    problems.error("contradiction", keyAt(resolving, [...path, "absent"]), "`absent` says how often already", "leave out `at-least` and `at-most`");
  }
  for (const key of ["at-least", "at-most"] as const) {
    if (written[key] !== undefined && !Number.isSafeInteger(written[key])) problems.error("bad-value", at(resolving, [...path, key]), `${written[key]} is no whole number`);
  }
  const atLeast = written.absent === true ? 0 : (least ?? (most === 0 ? 0 : 1));
  const atMost = written.absent === true ? 0 : most;
  if (atMost !== undefined && atLeast > atMost) problems.error("contradiction", at(resolving, [...path, "at-most"]), `at most ${atMost} is less than at least ${atLeast}`);
  return {
    id: written.id, kind: "event", pattern: resolvePattern(resolving, [...path, "event"], written.event),
    within: within(resolving, [...path, "within"], written.within), atLeast, atMost, note: written.note,
  };
}

function resolvePattern(resolving: Resolving, path: Path, written: RawPattern): EventPattern {
  const by = "by" in written ? written.by : undefined;
  referToParty(resolving, [...path, "by"], by);
  if ("act" in written) {
    referToParty(resolving, [...path, "against"], written.against);
    return { kind: "act", act: written.act, by, against: written.against };
  }
  if ("message" in written) {
    referToParty(resolving, [...path, "to"], written.to);
    return { kind: "message", message: written.message, by, to: written.to, stage: written.stage ?? "delivered" };
  }
  if ("statement" in written) return { kind: "statement", statement: written.statement, by };
  if ("call" in written) {
    referToChannel(resolving, [...path, "over"], written.over);
    return { kind: "call", call: written.call, channel: written.over, tier: written.tier };
  }
  if ("level-added" in written) {
    referToChannel(resolving, [...path, "over"], written.over);
    return { kind: "level-added", tier: written["level-added"], channel: written.over };
  }
  if ("stance" in written) {
    const stance = stanceAt(resolving, [...path, "stance"], written.stance);
    const enters = stance?.chart === undefined ? written.enters : enteredAt(resolving, [...path, "enters"], written.enters, stance.chart);
    return { kind: "stance", party: stance?.party ?? "", toward: stance?.toward ?? "", enters };
  }
  if ("relay" in written) return { kind: "relay", relay: written.relay, by };
  if (written.goal !== "any") refer(resolving, [...path, "goal"], written.goal, resolving.raw.goals, "unknown-goal", "goal", "goals");
  return { kind: "goal", goal: written.goal === "any" ? undefined : written.goal, by, way: written.way };
}

function resolveBefore(resolving: Resolving, path: Path, written: Of<"before">, kinds: ReadonlyMap<string, string>): Expectation {
  const [first, then] = written.before;
  referToExpectation(resolving, [...path, "before", 0], first, kinds, ["event"]);
  referToExpectation(resolving, [...path, "before", 1], then, kinds, ["event"]);
  if (first === then) resolving.problems.error("with-itself", at(resolving, [...path, "before", 1]), `"${first}" cannot come before itself`);
  return { id: written.id, kind: "before", first, then, note: written.note };
}

function resolveQuiet(resolving: Resolving, path: Path, written: Of<"quiet">): Expectation {
  return {
    id: written.id, kind: "quiet", within: within(resolving, [...path, "quiet", "within"], written.quiet.within),
    below: rungOf(written.quiet.below), note: written.note,
  };
}

function resolveShare(resolving: Resolving, path: Path, written: Of<"share">, kinds: ReadonlyMap<string, string>): Expectation {
  const { of, runs = 1000 } = written.share;
  const atLeast = written.share["at-least"] ?? 0;
  const atMost = written.share["at-most"] ?? 1;
  referToExpectation(resolving, [...path, "share", "of"], of, kinds, ["event", "before", "quiet"]);
  if (atLeast > atMost) resolving.problems.error("contradiction", at(resolving, [...path, "share", "at-most"]), `at most ${atMost} is less than at least ${atLeast}`);
  if (!Number.isSafeInteger(runs)) resolving.problems.error("bad-value", at(resolving, [...path, "share", "runs"]), `${runs} is no whole number`);
  return { id: idOf(written), kind: "share", of, atLeast, atMost, runs, note: written.note };
}

function referToExpectation(resolving: Resolving, path: Path, id: string, kinds: ReadonlyMap<string, string>, fitting: readonly string[]): void {
  const kind = kinds.get(id);
  const candidates = [...kinds.keys()].filter((other) => fitting.includes(kinds.get(other)!));
  if (kind === undefined) resolving.problems.error("unknown-expectation", at(resolving, path), `"${id}" is no expectation`, nearMiss(id, candidates, "expectations"));
  else if (!fitting.includes(kind)) resolving.problems.error("wrong-kind", at(resolving, path), `"${id}" is an expectation of kind "${kind}"`, `here it must be: ${fitting.join(", ")}`);
}

function within(resolving: Resolving, path: Path, written: readonly [string, string] | undefined): Window {
  return windowAt(resolving, [[...path, 0], [...path, 1]], written?.[0], written?.[1]);
}

function idOf(written: RawExpectation): string {
  return written.id ?? ("share" in written ? `share-of-${written.share.of}` : "");
}

function kindOf(written: RawExpectation): string {
  return "event" in written ? "event" : "before" in written ? "before" : "quiet" in written ? "quiet" : "share";
}
