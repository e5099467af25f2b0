// A course that was found, kept as a journal that `run` and `play` replay, and as an overlay that `run` and `check` hold to.

import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { amendmentOf, overlayOf, type KeptCourse } from "../report/path-overlay.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { renderLine } from "../session/journal.ts";
import type { Io } from "./io.ts";
import type { Mistake } from "./mistake.ts";
import { alreadyThere, cannotWrite, writeNew } from "./write-new.ts";

/** Where a course is kept: as a journal, an overlay, or both. */
export interface Places { readonly journal: string | undefined; readonly overlay: string | undefined; }

/** The scenario as the call named it, its file, and every text that it is made of. */
export interface Origin { readonly source: string; readonly file: string; readonly sources: ReadonlyMap<string, string>; }

/** What a name stands for: a journal by `.jsonl`, an overlay by `.yaml`, both without either; or why it cannot be used. */
export function placesOf(name: string, { cwd }: Io): Places | Mistake {
  const overlay = /\.ya?ml$/i.test(name);
  const journal = name.endsWith(".jsonl");
  const places: Places = { journal: overlay ? undefined : journal ? name : `${name}.jsonl`, overlay: journal ? undefined : overlay ? name : `${name}.yaml` };
  if (!existsSync(dirname(resolve(cwd, name)))) return cannotWrite(name, "ENOENT");
  const taken = [places.journal, places.overlay].find((file) => file !== undefined && existsSync(resolve(cwd, file)));
  return taken === undefined ? places : alreadyThere(taken);
}

/** Writes a course to its places; `events` is how many it has, `made` the call that found it. Gives the files, or why not. */
export function saveCourse(course: KeptCourse, events: number, places: Places, origin: Origin, made: string, io: Io): readonly string[] | Mistake {
  const written: string[] = [];
  for (const [file, text] of [[places.journal, journalText(course, events, origin, io)], [places.overlay, undefined]] as const) {
    if (file === undefined) continue;
    const failure = text === undefined ? saveOverlay(course, file, origin, made, io, written) : failureOf(file, text, io);
    if (failure !== undefined) return failure;
    written.push(file);
  }
  return written;
}

function failureOf(file: string, text: string, { cwd }: Io): Mistake | undefined {
  const code = writeNew(resolve(cwd, file), text);
  return code === undefined ? undefined : cannotWrite(file, code);
}

function journalText(course: KeptCourse, events: number, { source, file }: Origin, { version, cwd }: Io): string {
  const { model, seed, title } = course;
  const { scenario } = model;
  return [
    renderLine({
      journal: 1, deconflict: version, source, file: resolve(cwd, file), title: scenario.title,
      scenarioHash: scenario.hash, chartsHash: model.chartsHash, seed: seed ?? scenario.seed, begun: new Date().toISOString(),
    }),
    renderLine({ do: "amend", events: 0, at: 0, overlay: amendmentOf(course), by: "paths", what: title }),
    renderLine({ do: "reached", events }),
  ].join("");
}

// What an overlay extends lies beside it or below; where the scenario does not, its files are copied there.
function saveOverlay(course: KeptCourse, file: string, { file: base, sources }: Origin, made: string, io: Io, written: string[]): Mistake | undefined {
  const folder = dirname(resolve(io.cwd, file));
  const path = relative(folder, resolve(io.cwd, base));
  const isBelow = !path.startsWith("..") && !isAbsolute(path);
  const text = overlayOf(course, `./${isBelow ? path : relative(dirname(base), base)}`, showHarmless(made));
  if (text === undefined) return { code: "cannot-write", message: `"${file}": no expectation can say what this path comes to`, hint: "keep it as a journal: --save name.jsonl" };
  if (!isBelow) {
    for (const [source, content] of sources) {
      const copy = join(dirname(file), relative(dirname(base), source));
      const there = resolve(io.cwd, copy);
      if (existsSync(there) && readFileSync(there, "utf8") === content) continue;
      const failure = failureOf(copy, content, io);
      if (failure !== undefined) return failure;
      written.push(copy);
    }
  }
  return failureOf(file, text, io);
}
