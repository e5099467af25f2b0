import { likeliest } from "../kernel/choices.ts";
import { pathsNdjson } from "../report/findings-ndjson.ts";
import type { KeptCourse } from "../report/path-overlay.ts";
import { renderPaths, targetWords } from "../report/paths-text.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { simulate } from "../simulation/simulate.ts";
import { findPaths, reachedAt, turning, type Path } from "../study/paths.ts";
import type { Target } from "../study/target.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { namesJournal, openScenario } from "./open-files.ts";
import { performer } from "./path-tasks.ts";
import { targetOf } from "./paths-target.ts";
import { presentationOf, type FindingFormat } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { placesOf, saveCourse } from "./save-course.ts";
import { crewOf, isMistake } from "./study/opening.ts";

/** What `paths` was asked for, as written in the call. */
export interface PathsOptions {
  readonly to?: string;
  readonly avoid?: string | true;
  readonly seed?: string;
  readonly by?: string;
  readonly top: string;
  readonly courses?: string;
  readonly bits?: boolean;
  readonly save?: string;
  readonly workers?: string;
  readonly format?: FindingFormat;
}

/** Searches the smallest sets of surprises that lead to a target, or the off-ramps of a run, and writes them. */
export async function paths(argument: string, options: PathsOptions, io: Io, call: Call): Promise<ExitCode> {
  const mistakes = [...countMistake("top", options.top), ...(options.courses === undefined ? [] : countMistake("courses", options.courses)), ...contradictions(argument, options)];
  if (mistakes.length > 0) return refused(io, mistakes);
  const doing: Doing = { scenario: argument, seed: "no surprises" };
  return guarded(io, call, doing, async () => (options.avoid === undefined ? pathsOf(argument, options, io, call) : (await import("./avoid.ts")).avoid(argument, options, io, call, doing)));
}

const USUAL_TARGET = "open-conflict";
/** Courses after which a search for paths stops unasked: a quarter of a minute or so on two cores. */
const USUAL_COURSES = 500_000;

function contradictions(argument: string, { to, avoid, seed, bits }: PathsOptions): readonly Mistake[] {
  const found: Mistake[] = [];
  if (avoid === undefined && namesJournal(argument)) found.push({ code: "contradiction", message: `"${argument}" is a journal, and paths begin with the course without surprises`, hint: "name its scenario, or look for its off-ramps with --avoid" });
  if (avoid === undefined && seed !== undefined) found.push({ code: "contradiction", message: `--seed ${seed}: where nothing surprises, no seed is used`, hint: "leave it out, or look for the off-ramps of that run with --avoid" });
  if (seed !== undefined && wholeNumber(seed) === undefined) found.push({ code: "bad-seed", message: `--seed ${seed}: the seed is no whole number of at most 53 bits`, hint: "for example --seed 7" });
  if (avoid === undefined) return found;
  if (to !== undefined) found.push({ code: "contradiction", message: `--to ${to} and --avoid: one leads there, the other away`, hint: "keep one of them" });
  if (bits === true) found.push({ code: "contradiction", message: "--bits and --avoid: of decisions it is told how likely the doctrine is to take them", hint: "leave it out" });
  if (namesJournal(argument) && seed !== undefined) found.push({ code: "contradiction", message: "--seed: a journal says itself how its run goes", hint: "leave it out" });
  return found;
}

async function pathsOf(argument: string, options: PathsOptions, io: Io, call: Call): Promise<ExitCode> {
  const places = options.save === undefined ? undefined : placesOf(options.save, io);
  if (places !== undefined && "code" in places) return refused(io, [places]);
  const opened = await openScenario(argument, io);
  if (opened === undefined) return 2;
  const model = compileModel(opened.scenario);
  const target = targetOf(model, "--to", options.to ?? USUAL_TARGET, options.by);
  if (isMistake(target)) return refused(io, [target]);
  const [top, courses] = [Number(options.top), Number(options.courses ?? USUAL_COURSES)];
  const crew = crewOf(io, options.workers);
  if (isMistake(crew)) return refused(io, [crew]);
  const report = await findPaths(model, { target, top, courses }, performer(model, target, crew.crew, io));
  crew.release();
  if (report.calledOff) {
    await io.tell(`${showHarmless(argument)}: called off; nothing is told of a search that did not come to its end\n`);
    return 1;
  }
  const told = { model, target, report, top, courses, source: argument, version: io.version, bits: options.bits === true };
  await writeLines(io, options.format === "ndjson" ? pathsNdjson(told) : renderPaths(told, presentationOf(io)));
  const [path] = report.paths;
  if (places === undefined) return 0;
  if (path === undefined) {
    await io.tell("Nothing was kept: there is no path to keep.\n");
    return 0;
  }
  const { kept, events } = keptPath(model, target, path);
  const written = saveCourse(kept, events, places, { source: argument, file: opened.file, sources: opened.sources }, call.line, io);
  if ("code" in written) return refused(io, [written]);
  await io.tell(`Kept the first path: ${written.join(", ")}.\n`);
  return 0;
}

// The first path as it is kept: a course of its own, with the entry at which it comes to its target.
function keptPath(model: Model, target: Target, { turns }: Path): { readonly kept: KeptCourse; readonly events: number } {
  const { entries, stop } = simulate(model, turning(turns, likeliest));
  const reached = entries[reachedAt(model, target, turns)]!;
  const expectation = target.kind === "expectation" ? model.scenario.expect.find(({ id }) => id === target.id) : undefined;
  // A stretch is broken while time goes by: what shows it is the stance that stands too high.
  const shows = expectation?.kind !== "quiet" ? reached
    : entries.findLast((entry) => entry.number <= reached.number && entry.kind === "stance" && model.stances[entry.stance]!.pair !== -1 && entry.rung >= expectation.below) ?? reached;
  const title = `${model.scenario.title}: how it comes to ${targetWords(model, target)}`;
  return { kept: { model, turns, seed: undefined, title, id: "path-comes-to-its-end", shows }, events: stop.world.taken };
}

const MOST = 1_000_000_000;

function countMistake(name: "top" | "courses", written: string): Mistake[] {
  if (/^\d+$/.test(written) && Number(written) >= 1 && Number(written) <= MOST) return [];
  return [{ code: "bad-number", message: `--${name} ${written}: this is no whole number from 1 to ${MOST}`, hint: name === "top" ? "for example --top 3" : "for example --courses 1000000; what is searched grows with it" }];
}
