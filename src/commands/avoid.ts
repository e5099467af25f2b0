import { offRampsNdjson } from "../report/findings-ndjson.ts";
import { renderOffRamps } from "../report/off-ramps-text.ts";
import { rungText } from "../report/words.ts";
import { nearMiss } from "../scenario/diagnostics.ts";
import { advance } from "../simulation/advance.ts";
import { actingParties, type Model } from "../simulation/model.ts";
import { initialWorld } from "../simulation/world.ts";
import type { Course } from "../study/course.ts";
import { findOffRamps, type OffRamp } from "../study/off-ramps.ts";
import { turning } from "../study/paths.ts";
import { RUNGS, rungOf } from "../terms/rungs.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { namesJournal } from "./open-files.ts";
import { openCourse } from "./open-course.ts";
import type { PathsOptions } from "./paths.ts";
import { presentationOf } from "./presentation.ts";
import type { Call, Doing } from "./report-bug.ts";
import { placesOf, saveCourse } from "./save-course.ts";
import { saveOffRamp } from "./save-sitting.ts";

/** Courses after which a search for off-ramps stops unasked: each is run as far as the rung, and none is left off. */
const USUAL_COURSES = 20_000;

/** Searches the smallest sets of decisions that would have kept a run below a rung, and writes them. */
export async function avoid(argument: string, options: PathsOptions, io: Io, call: Call, doing: Doing): Promise<ExitCode> {
  const places = options.save === undefined || namesJournal(argument) ? undefined : placesOf(options.save, io);
  if (places !== undefined && "code" in places) return refused(io, [places]);
  const opened = await openCourse(argument, wholeNumber(options.seed), io, doing);
  if (opened === undefined) return 2;
  const { course, seed, origin, journal } = opened;
  const { model } = course;
  const mistakes = mistakesAbout(options, model);
  if (mistakes.length > 0) return refused(io, mistakes);
  const [top, courses] = [Number(options.top), Number(options.courses ?? USUAL_COURSES)];
  const report = findOffRamps(course, { below: typeof options.avoid === "string" ? rungOf(options.avoid) : undefined, by: options.by, top, courses });
  const told = { model, report, by: options.by, top, courses, source: argument, seed, version: io.version };
  await writeLines(io, options.format === "ndjson" ? offRampsNdjson(told) : renderOffRamps(told, presentationOf(io)));
  const [offRamp] = report.offRamps;
  if (options.save === undefined) return 0;
  if (offRamp === undefined) {
    await io.tell("Nothing was kept: there is no off-ramp to keep.\n");
    return 0;
  }
  const written = journal !== undefined ? saveOffRamp(options.save, journal, offRamp, report.below, call.line, io, doing)
    : saveCourse(keptOf(model, offRamp, report.below, seed), eventsOf(course, offRamp), places!, origin, call.line, io);
  if ("code" in written) return refused(io, [written]);
  await io.tell(`Kept the first off-ramp: ${written.join(", ")}.\n`);
  return 0;
}

function mistakesAbout({ avoid: rung, by }: PathsOptions, model: Model): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (typeof rung === "string" && rungOf(rung) === -1) mistakes.push({ code: "unknown-target", message: `--avoid ${rung}: this is no rung`, hint: nearMiss(rung, RUNGS, "rungs")() });
  const parties = actingParties(model);
  if (by !== undefined && !parties.includes(by)) {
    const known = Object.hasOwn(model.scenario.parties, by);
    mistakes.push({ code: known ? "no-doctrine" : "unknown-party", message: `--by ${by}: ${known ? "a party without a doctrine decides nothing" : "the scenario has no such party"}`, hint: nearMiss(by, parties, "parties with a doctrine")() });
  }
  return mistakes;
}

function keptOf(model: Model, { decisions }: OffRamp, below: number, seed: number | undefined) {
  return { model, turns: decisions, seed, title: `${model.scenario.title}: an off-ramp that keeps it below ${rungText(below)}`, id: "off-ramp-holds", shows: { below } };
}

function eventsOf({ model, answerer }: Course, { decisions }: OffRamp): number {
  return advance(model, initialWorld(model), turning(decisions, answerer), { record: () => {} }).world.taken;
}
