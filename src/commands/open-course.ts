// Opens a run that is to be gone through again with other answers: a scenario's under a seed, or a journal's as it was played.

import { seeded } from "../kernel/choices.ts";
import { compileModel } from "../simulation/model.ts";
import { ownAnswerer } from "../simulation/simulate.ts";
import { courseFrom, type Course } from "../study/course.ts";
import type { Io } from "./io.ts";
import { namesJournal, openJournal, openScenario, type OpenedJournal } from "./open-files.ts";
import type { Doing } from "./report-bug.ts";
import type { Origin } from "./save-course.ts";
import { ownSeed } from "./simulate-scenario.ts";

/** A course and its seed, without one where it goes without surprises; and where its scenario comes from, or the journal that it was read from. */
export interface OpenedCourse { readonly course: Course; readonly seed: number | undefined; readonly origin: Origin; readonly journal?: OpenedJournal; }

/** The course that an argument means, under another seed than its own where one is given; undefined where it has been told what is wrong. */
export async function openCourse(argument: string, seed: number | undefined, io: Io, doing: Doing): Promise<OpenedCourse | undefined> {
  if (namesJournal(argument)) {
    const journal = await openJournal(argument, io);
    return journal && { course: journal.run.course, seed: journal.seed, origin: journal.origin, journal };
  }
  const opened = await openScenario(argument, io);
  if (opened === undefined) return undefined;
  const { scenario, file, sources } = opened;
  const chosen = seed ?? ownSeed(scenario);
  doing.seed = chosen ?? "no surprises";
  const answerer = chosen === undefined ? ownAnswerer(scenario) : seeded(chosen);
  return { course: courseFrom(compileModel(scenario), answerer), seed: chosen, origin: { source: argument, file, sources } };
}
