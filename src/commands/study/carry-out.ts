// A study from its first task to its last, or as far as it is let: on all cores, with its rows on disk, from where an earlier call left off.

import { fingerprint } from "../../kernel/random.ts";
import type { Io } from "../io.ts";
import type { Mistake } from "../mistake.ts";
import type { StudyKind } from "./kinds.ts";
import { crewOf, isMistake } from "./opening.ts";
import { progressOf } from "./progress.ts";
import { claim, keptAt, openRows, whyNotWritten, type Place, type RowOptions, type RowsOnDisk } from "./rows-on-disk.ts";
import { workOff } from "./work-off.ts";

/** What every study may be asked for beside its own. */
export interface StudyOptions extends RowOptions { readonly charts?: string; readonly workers?: string; }

/** A study that is planned. What its rows are about, with the version in it, says everything that its result depends on. */
export interface Undertaking<Shared, Task, Answer, Of, Found> {
  readonly kind: StudyKind<Shared, Task, Answer, Of>;
  readonly shared: Shared;
  readonly of: Of;
  readonly place: Place | undefined;
  /** Its tasks without the first ones. */
  readonly tasksAfter: (done: number) => Iterable<Task>;
  /** How many of what is counted each task has. */
  readonly sizes: readonly number[];
  readonly counted: string;
  /** What nothing comes to, as plain data; and how an answer is added to it. */
  readonly found: Found;
  readonly add: (found: Found, answer: Answer, task: number) => void;
}

/** What a study came to, and of how many runs (or what is counted); where it was stopped, a sentence that says so. */
export interface CarriedOut<Found> { readonly found: Found; readonly made: number; readonly stopped: string | undefined; }

/** A study that is killed loses no more than this; one that is stopped, nothing that was begun. */
const KEEP_EVERY_MS = 5000;

/** Carries a study out until it is done or Ctrl-C stops it; or says why it cannot. */
export async function carryOut<Shared, Task, Answer, Of, Found>(undertaking: Undertaking<Shared, Task, Answer, Of, Found>, options: StudyOptions, io: Io): Promise<CarriedOut<Found> | Mistake> {
  const claimed = undertaking.place && claim(undertaking.place, io);
  if (isMistake(claimed)) return claimed;
  try {
    return await goThrough(undertaking, options, io);
  } finally {
    claimed?.release();
  }
}

async function goThrough<Shared, Task, Answer, Of, Found>(
  { kind, shared, of, place, tasksAfter, sizes, counted, found: nothing, add }: Undertaking<Shared, Task, Answer, Of, Found>, options: StudyOptions, io: Io,
): Promise<CarriedOut<Found> | Mistake> {
  const call = fingerprint(JSON.stringify([kind.name, options.out, of]));
  const begun = place === undefined ? { kept: undefined } : keptAt<Found>(place, call, options.resume === true);
  if (isMistake(begun)) return begun;
  const crew = crewOf(io, options.workers, "finish");
  if (isMistake(crew)) return crew;
  const found = begun.kept?.found ?? nothing;
  let done = begun.kept?.done ?? 0;
  const all = sum(sizes);
  let made = sum(sizes.slice(0, done));
  const progress = progressOf(io, all, counted, made);
  let rows: RowsOnDisk<Found> | undefined;
  try {
    rows = place && await openRows(place, kind.tables.runColumns(of), call, begun.kept);
    let keptAtMs = performance.now();
    await progress.at(made);
    for await (const answer of workOff(kind, { shared, wanted: place && { format: place.format, of } }, tasksAfter(done), crew, progress)) {
      if (answer.rows !== undefined) rows?.add(answer.rows);
      for (const buffer of kind.handsOver(answer)) buffer.transfer(0); // given back at once: rows are most of what a study holds
      add(found, answer.answer, done);
      made += sizes[done++]!;
      if (performance.now() - keptAtMs > KEEP_EVERY_MS) {
        rows?.keep({ done, found });
        keptAtMs = performance.now();
      }
      await progress.at(made);
    }
    if (done === sizes.length) rows?.finish();
    else {
      rows?.keep({ done, found });
      rows?.leave();
    }
  } catch (error) {
    if (place === undefined) throw error;
    const mistake = whyNotWritten(place.shown, error);
    return rows?.giveUp() === true ? { ...mistake, hint: `${mistake.hint!}; the same call with --resume goes on from what is kept` } : mistake;
  }
  if (place !== undefined && made === all) await io.tell(`${place.shown}, ${place.shownRungs} written.\n`);
  const goingOn = place === undefined ? "" : " The same call with --resume goes on from here.";
  return { found, made, stopped: made === all ? undefined : `Interrupted after ${made} of ${all} ${counted}.${goingOn}\n` };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
