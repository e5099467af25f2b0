// Opens the scenarios and journals that a call names, and tells what is wrong with those that cannot be opened.

import type { Sitting } from "../report/sitting-text.ts";
import { counted } from "../report/words.ts";
import type { OverlayText } from "../scenario/chain.ts";
import type { Loaded } from "../scenario/load.ts";
import { renderDiagnostics } from "../scenario/render-diagnostic.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import type { LiveRun, LoadWith } from "../session/live-run.ts";
import { findScenario } from "./find-scenario.ts";
import type { Io } from "./io.ts";
import { renderMistake } from "./mistake.ts";
import type { Origin } from "./save-course.ts";
import { readScenario } from "./read-scenario.ts";
import { ownSeed } from "./simulate-scenario.ts";

/** A scenario that could be read, and the file it stands in. */
export type OpenedScenario = Extract<Loaded, { readonly ok: true }> & { readonly file: string };

/** A journal's run as far as it was played, what people did in it, its seed, without one where it takes the course without surprises, its branch, and the scenario it is about. */
export interface OpenedJournal { readonly run: LiveRun; readonly sitting: Sitting; readonly seed: number | undefined; readonly branch: string; readonly load: LoadWith; readonly origin: Origin; }

/** Whether an argument names a journal and no scenario. */
export function namesJournal(argument: string): boolean {
  return argument.endsWith(".jsonl");
}

/** The scenario that an argument means; undefined where it has been told what is wrong with it. */
export async function openScenario(argument: string, io: Io, overlays: readonly OverlayText[] = []): Promise<OpenedScenario | undefined> {
  const found = findScenario(argument, io);
  if (!found.ok) {
    await io.tell(renderMistake(found.mistake));
    return undefined;
  }
  const loaded = readScenario(found.file, io, overlays);
  if (loaded.ok) return { ...loaded, file: found.file };
  await io.tell(`${renderDiagnostics(loaded.diagnostics, loaded.sources)}\n`);
  return undefined;
}

/** Tells how many warnings there are of a scenario, if there are any. */
export async function tellOfWarnings(argument: string, { warnings }: OpenedScenario, io: Io): Promise<void> {
  if (warnings.length > 0) await io.tell(`${showHarmless(argument)}: ${counted(warnings.length, "warning")}, which \`check\` shows\n`);
}

/** The run of the journal that an argument names; undefined where it has been told what is wrong with it. */
export async function openJournal(argument: string, io: Io, branch?: string): Promise<OpenedJournal | undefined> {
  const { replayJournal } = await import("./replay-journal.ts");
  const replayed = replayJournal(argument, io, branch);
  if (!replayed.ok) {
    await io.tell(replayed.text);
    return undefined;
  }
  const { session, seed, said, load, origin } = replayed;
  const { run, deeds, phases, state: { notes, current } } = session;
  for (const sentence of said) await io.tell(`${showHarmless(argument)}: ${sentence}\n`);
  return { run, sitting: { words: run.answered, deeds, phases, notes }, branch: current, load, origin, seed: ownSeed(run.model.scenario) === undefined ? undefined : seed };
}
