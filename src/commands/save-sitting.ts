// A sitting kept as an overlay on its scenario: what was decided, forced and injected in it, and how high it came.

import { identityOf } from "../kernel/choices.ts";
import { type Height, layerOf, type KeptCourse } from "../report/path-overlay.ts";
import { rungText } from "../report/words.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { laidOn } from "../session/laid-on.ts";
import type { LiveRun } from "../session/live-run.ts";
import { MAIN_BRANCH } from "../session/journal.ts";
import type { Entry } from "../simulation/trace.ts";
import type { OffRamp } from "../study/off-ramps.ts";
import { RUNGS } from "../terms/rungs.ts";
import type { Io } from "./io.ts";
import type { Mistake } from "./mistake.ts";
import type { OpenedJournal } from "./open-files.ts";
import type { Doing } from "./report-bug.ts";
import { placesOf, saveCourse, type Places } from "./save-course.ts";
import { simulateScenario } from "./simulate-scenario.ts";

/** Writes the overlay, and the files it extends where they lie elsewhere; gives all that was written, or why nothing was. `made` is the call. */
export function saveSitting(name: string, opened: OpenedJournal, made: string, io: Io, doing: Doing): readonly string[] | Mistake {
  const places = overlayPlace(name, io);
  if ("code" in places) return places;
  const kept = keptSitting(opened);
  return kept !== undefined && isSameRun(kept, opened, doing) ? saveCourse(kept, opened.run.events, places, opened.origin, made, io) : leadsElsewhere(name);
}

/** Writes the sitting with some of its decisions taken otherwise, which keep it below a rung; else as `saveSitting`. */
export function saveOffRamp(name: string, opened: OpenedJournal, { decisions }: OffRamp, below: number, made: string, io: Io, doing: Doing): readonly string[] | Mistake {
  const places = overlayPlace(name, io);
  if ("code" in places) return places;
  const sitting = keptSitting(opened);
  if (sitting === undefined) return leadsElsewhere(name);
  const otherwise = new Set(decisions.map(({ question }) => identityOf(question)));
  const kept: KeptCourse = {
    ...sitting, turns: [...sitting.turns.filter(({ question }) => !otherwise.has(identityOf(question))), ...decisions],
    title: `${sitting.title}: an off-ramp that keeps it below ${rungText(below)}`, id: "off-ramp", shows: { peak: undefined, below, until: playedUntil(opened.run) },
  };
  const scenario = laidOver(kept, opened);
  const keeps = scenario !== undefined && simulateScenario(scenario, opened.seed, doing).verdicts.every(({ holds }) => holds);
  return keeps ? saveCourse(kept, opened.run.events, places, opened.origin, made, io) : leadsElsewhere(name);
}

function overlayPlace(name: string, io: Io): Places | Mistake {
  if (name.endsWith(".jsonl")) return { code: "contradiction", message: `--save ${name}: what was done in a sitting is kept as an overlay`, hint: "--save name.yaml" };
  return placesOf(/\.ya?ml$/i.test(name) ? name : `${name}.yaml`, io);
}

function leadsElsewhere(name: string): Mistake {
  return {
    code: "cannot-write", message: `"${name}": laid on the scenario from its start, what was done in this sitting leads elsewhere: there an assumption that was changed on the way holds from the start, and items of one minute come in the order of the file`,
    hint: "keep the journal: run and play replay it",
  };
}

function keptSitting({ run, seed, branch }: OpenedJournal): KeptCourse | undefined {
  const laid = laidOn(run.amendments);
  const model = run.base;
  const name = branch === MAIN_BRANCH ? "as it was played" : showHarmless(branch);
  return laid && { model, laid, turns: run.counted.filter(({ option, usual }) => option !== usual), seed, title: `${model.scenario.title}: ${name}`, id: "sitting", shows: heightOf(run) };
}

function heightOf(run: LiveRun): Height {
  const { model, entries } = run;
  let highest = Math.max(...model.pairs.flatMap(({ stances }) => stances.map((stance) => model.openingRungs[stance]!)));
  let peak: Entry | undefined;
  for (const entry of entries) {
    if (entry.kind !== "stance" || model.stances[entry.stance]!.pair === -1 || entry.rung <= highest) continue;
    [highest, peak] = [entry.rung, entry];
  }
  return { peak, below: highest + 1 < RUNGS.length ? highest + 1 : undefined, until: playedUntil(run) };
}

// The minute that a run stands in may not be over.
function playedUntil({ standing, model, at }: LiveRun): number {
  return standing.kind === "ended" ? model.scenario.minutes : Math.max(0, at - 1);
}

function laidOver(kept: KeptCourse, { load }: OpenedJournal): Scenario | undefined {
  const layer = layerOf(kept);
  const loaded = layer === undefined ? undefined : load([{ name: "the sitting", text: layer }]);
  return loaded?.ok === true ? loaded.scenario : undefined;
}

// Whether the scenario with the overlay comes to the same entries, as far as the sitting went. What was injected in a minute may
// come before what else happened in it.
function isSameRun(kept: KeptCourse, opened: OpenedJournal, doing: Doing): boolean {
  const { run, seed } = opened;
  const scenario = laidOver(kept, opened);
  if (scenario === undefined) return false;
  const { entries } = simulateScenario(scenario, seed, doing, run.at);
  const found = new Map(entries.map((entry) => [entry.id, toldOf(entry, entries)]));
  return run.entries.every((entry) => found.get(entry.id) === toldOf(entry, run.entries));
}

function toldOf({ number: _number, cause, ...entry }: Entry, entries: readonly Entry[]): string {
  return JSON.stringify([entry, cause === undefined ? undefined : entries[cause]!.id]);
}
