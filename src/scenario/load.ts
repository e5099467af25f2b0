// From text to a scenario, or to everything that is wrong with it.
// Knows the phases (reading, syntax, shape, then names, values and sense together); must not know disks or terminals.
// Invariant: a scenario that comes out is whole: nothing below it checks a name, a time or a weight again.
// All mistakes of a phase come at once; a later phase starts only where the earlier found none.

import { ACT_NAMES } from "../terms/acts.ts";
import { resolveAnswers } from "./answers.ts";
import { resolveAssumptions } from "./assumptions.ts";
import type { Catalogue } from "./catalogue.ts";
import { toward } from "./assumption-ties.ts";
import { readChain, type OverlayText, type ReadResult } from "./chain.ts";
import { collectProblems, type Diagnostic, type Problems } from "./diagnostics.ts";
import { resolveExpectations } from "./expectations.ts";
import { hashOf } from "./hash.ts";
import { checkActorNames, resolveCrisis, resolveParties } from "./parties.ts";
import type { Resolving } from "./resolving.ts";
import { TIERS, type Scenario } from "./scenario.ts";
import { scenarioSchema, type RawScenario } from "./schema.ts";
import { resolveChannels, resolveGoals, resolvePlaces, resolveZones } from "./setting.ts";
import { checkShape } from "./shape.ts";
import { placeOf, type SourceNode } from "./source-tree.ts";
import { runClock, type RunClock } from "./time-zone.ts";
import { resolveTimeline } from "./timeline.ts";
import { LONGEST_RUN_MINUTES, parseLocalTime } from "./values.ts";

/** A scenario with doubts about it, or everything that is wrong; `sources` holds every text read, by file, for excerpts. */
export type Loaded =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly warnings: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> };

/**
 * The scenario in a file, with the files it extends and then `overlays` (texts of a call or session, the last on top).
 * Reads through `read` alone; never throws for what an author wrote.
 */
export function loadScenario(
  file: string, read: (path: string) => ReadResult, catalogue: Catalogue, overlays: readonly OverlayText[] = [],
): Loaded {
  const problems = collectProblems();
  const sources = new Map<string, string>();
  const root = readChain(file, read, overlays, problems, sources);
  const raw = root === undefined ? undefined : checkShape(scenarioSchema(), root, problems);
  const scenario = root === undefined || raw === undefined ? undefined : resolve(file, raw, root, catalogue, problems);
  const warnings = problems.warnings();
  if (scenario === undefined || problems.failed()) return { ok: false, diagnostics: problems.errors(), warnings, sources };
  return { ok: true, scenario: { ...scenario, hash: hashOf(scenario) }, warnings, sources };
}

function resolve(file: string, raw: RawScenario, root: SourceNode, catalogue: Catalogue, problems: Problems): Omit<Scenario, "hash"> | undefined {
  const clock = resolveClock(raw, root, problems);
  const resolving: Resolving = { raw, root, catalogue, problems, clock };
  const words = new Map<string, string>([
    ...ACT_NAMES.map((act) => [act, "an act"] as const),
    ...TIERS.map((tier) => [tier, "a level of lines"] as const),
  ]);
  const seed = raw.seed ?? 1;
  if (!Number.isSafeInteger(seed)) problems.error("bad-seed", placeOf(root, ["seed"]), "the seed is no whole number of at most 53 bits", "for example 7");

  const places = resolvePlaces(resolving);
  checkActorNames(resolving, words);
  const assumptions = resolveAssumptions(resolving, new Set([...Object.keys(raw.parties), ...Object.keys(raw.parties).map(toward), ...Object.keys(raw.channels ?? {}), ...words.keys()]));
  const resolved = {
    file,
    title: raw.title,
    summary: raw.summary ?? "",
    start: raw.start,
    end: raw.end,
    timezone: raw.timezone,
    seed,
    course: raw.course ?? "seeded",
    answers: resolveAnswers(resolving, assumptions),
    places,
    zones: resolveZones(resolving, places),
    goals: resolveGoals(resolving),
    parties: resolveParties(resolving),
    crisis: resolveCrisis(resolving),
    channels: resolveChannels(resolving),
    assumptions,
    timeline: resolveTimeline(resolving),
    expect: resolveExpectations(resolving),
    teaching: { objectives: raw.teaching?.objectives ?? [], questions: raw.teaching?.questions ?? [], plan: raw.teaching?.plan },
  };
  if (clock === undefined) return undefined;
  return { ...resolved, minutes: clock.minutes, startEpochMinutes: clock.startEpochMinutes, offsets: clock.offsets };
}

function resolveClock(raw: RawScenario, root: SourceNode, problems: Problems): RunClock | undefined {
  const [start, end] = [parseLocalTime(raw.start), parseLocalTime(raw.end)];
  for (const [key, minutes] of [["start", start], ["end", end]] as const) {
    if (minutes === undefined) problems.error("bad-time", placeOf(root, [key]), `"${raw[key]}" is no local date and time`, "write \"2030-05-18T06:00\"");
  }
  if (start !== undefined && end !== undefined && end - start > LONGEST_RUN_MINUTES) {
    problems.error("run-too-long", placeOf(root, ["end"]), "the run is longer than ten years");
    return undefined;
  }
  const clock = runClock(raw.timezone, start ?? 0, Math.max(start ?? 0, end ?? 0));
  if (clock === undefined) problems.error("bad-timezone", placeOf(root, ["timezone"]), `"${raw.timezone}" is no time zone`, zoneHint(raw.timezone));
  if (clock === undefined || start === undefined || end === undefined) return undefined;
  if (clock.minutes >= 1 && end > start) return clock;
  problems.error("end-before-start", placeOf(root, ["end"]), "the run ends before it starts", `it starts at ${raw.start}`);
  return undefined;
}

function zoneHint(written: string): string {
  const form = "write a name like Asia/Damascus, or an offset like \"+03:00\"";
  const near = Intl.supportedValuesOf("timeZone").find((zone) => zone.toLowerCase().endsWith(`/${written.toLowerCase()}`));
  return near === undefined ? form : `did you mean "${near}"? ${form}`;
}
