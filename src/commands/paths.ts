import { renderPaths } from "../report/paths-text.ts";
import { renderDiagnostics } from "../scenario/render-diagnostic.ts";
import { compileModel } from "../simulation/model.ts";
import { findPaths } from "../study/paths.ts";
import { findScenario } from "./find-scenario.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { renderMistake, type Mistake } from "./mistake.ts";
import { performer } from "./path-tasks.ts";
import { isMistake, targetOf } from "./paths-target.ts";
import { presentationOf } from "./presentation.ts";
import { readScenario } from "./read-scenario.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";

/** What `paths` was asked for, as written in the call. */
export interface PathsOptions {
  readonly to: string;
  readonly by?: string;
  readonly top: string;
  readonly courses: string;
  readonly bits?: boolean;
}

/** Searches the smallest sets of surprises that lead to a target, and writes them. */
export async function paths(argument: string, options: PathsOptions, io: Io, call: Call): Promise<ExitCode> {
  const doing: Doing = { scenario: argument, seed: "no surprises" };
  return guarded(io, call, doing, () => pathsOf(argument, options, io));
}

async function pathsOf(argument: string, options: PathsOptions, io: Io): Promise<ExitCode> {
  const mistakes = (["top", "courses"] as const).flatMap((name) => countMistake(name, options[name]));
  const found = findScenario(argument, io);
  if (!found.ok) mistakes.push(found.mistake);
  if (!found.ok || mistakes.length > 0) return refused(io, mistakes);
  const loaded = readScenario(found.file, io);
  if (!loaded.ok) {
    await io.tell(`${renderDiagnostics(loaded.diagnostics, loaded.sources)}\n`);
    return 2;
  }
  const model = compileModel(loaded.scenario);
  const target = targetOf(model, "--to", options.to, options.by);
  if (isMistake(target)) return refused(io, [target]);
  const [top, courses] = [Number(options.top), Number(options.courses)];
  const report = await findPaths(model, { target, top, courses }, performer(model, target, io));
  await writeLines(io, renderPaths({ model, target, report, top, courses, source: argument, version: io.version, bits: options.bits === true }, presentationOf(io)));
  return 0;
}

const MOST = 1_000_000_000;

function countMistake(name: "top" | "courses", written: string): Mistake[] {
  if (/^\d+$/.test(written) && Number(written) >= 1 && Number(written) <= MOST) return [];
  return [{ code: "bad-number", message: `--${name} ${written}: this is no whole number from 1 to ${MOST}`, hint: name === "top" ? "for example --top 3" : "for example --courses 1000000; what is searched grows with it" }];
}

async function refused(io: Io, mistakes: readonly Mistake[]): Promise<ExitCode> {
  await io.tell(mistakes.map(renderMistake).join(""));
  return 2;
}
