// A journal's run, made again from its scenario, its seed and its steps.

import { resolve } from "node:path";
import { renderDiagnostics } from "../scenario/render-diagnostic.ts";
import { readJournal, type JournalFailure } from "../session/journal-file.ts";
import type { Journal } from "../session/journal.ts";
import type { LoadWith } from "../session/live-run.ts";
import { differences, type Misfit, Session } from "../session/session.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { findScenario, isPath } from "./find-scenario.ts";
import type { Io } from "./io.ts";
import { readScenario } from "./read-scenario.ts";
import type { Origin } from "./save-course.ts";
import { nearMiss } from "../scenario/diagnostics.ts";
import { renderMistake } from "./mistake.ts";
import { showHarmless } from "../scenario/safe-text.ts";

/** Why something could not be opened, as lines for people; `differs` where it could be opened as far as it still fits. */
export interface Refused { readonly ok: false; readonly text: string; readonly differs?: boolean; }

/** A journal's session with the run of a branch as far as it was played, or why there is none; `said` is what should be known of it. */
export function replayJournal(path: string, io: Io, branch?: string): { readonly ok: true; readonly session: Session; readonly seed: number; readonly said: readonly string[]; readonly load: LoadWith; readonly origin: Origin } | Refused {
  const journal = readJournal(resolve(io.cwd, path));
  if (typeof journal === "string") return { ok: false, text: whyNot(journal, path) };
  const loaded = loadedFor(journal, io);
  if (!loaded.ok) return loaded;
  const { session, misfits } = Session.resume(loaded.model, journal, loaded.load);
  if (branch !== undefined && !session.state.branches.has(branch)) {
    const names = [...session.state.branches.keys()];
    return { ok: false, text: renderMistake({ code: "unknown-branch", message: `--branch ${branch}: the journal has no such branch`, hint: nearMiss(branch, names, "branches")() }) };
  }
  if (branch !== undefined) session.switchTo(branch);
  return { ok: true, session, seed: journal.header.seed, load: loaded.load, origin: loaded.origin, said: [...otherwise(journal, loaded.model, io), ...resumedWords(journal, misfits)] };
}

/** The scenario that a journal is about, as it stands now. */
export function loadedFor({ header }: Journal, io: Io): { readonly ok: true; readonly model: Model; readonly load: LoadWith; readonly origin: Origin } | Refused {
  const shipped = findScenario(header.source, io);
  const file = isPath(header.source) || !shipped.ok ? header.file : shipped.file;
  const load = loaderOf(file, io);
  const loaded = load([]);
  if (!loaded.ok) return { ok: false, text: `${renderDiagnostics(loaded.diagnostics, loaded.sources)}\n` };
  return { ok: true, model: compileModel(loaded.scenario), load, origin: { source: header.source, file, sources: loaded.sources } };
}

/** What is to be said of a journal that was made with another scenario, other doctrines or another version. */
export function otherwise({ header }: Journal, model: Model, io: Io): readonly string[] {
  const differ = differences(header, model, io.version);
  return differ.length === 0 ? [] : [`it was made otherwise: ${differ.join("; ")}`];
}

/** How a session reads its scenario again, with amendments on it. */
export function loaderOf(file: string, io: Io): LoadWith {
  return (overlays) => readScenario(file, io, overlays);
}

/** What is to be said of a journal that is damaged, or does not fit. */
export function resumedWords({ damage }: Journal, misfits: readonly Misfit[]): readonly string[] {
  return [
    ...(damage === undefined ? [] : [`the journal is damaged from line ${damage.line} on (${damage.why}); what stands before it is whole`]),
    ...(misfits.length === 0 ? [] : [`${misfits.length} of its steps no longer fit; the first: ${misfits[0]!.step.do} at event ${misfits[0]!.step.events} (${misfits[0]!.why})`]),
  ];
}

const WHY: Readonly<Record<JournalFailure, string>> = {
  "absent": "there is no such journal", "no-journal": "this is no journal of deconflict", "in-use": "another program is writing this journal; `watch` follows it",
  "exists": "there is a file of that name", "too-large": "this is larger than any journal",
};

/** Why a journal could not be opened, as a line for people. */
export function whyNot(failure: JournalFailure, path: string): string {
  return `deconflict: ${showHarmless(path)}: ${WHY[failure]}\n`;
}
