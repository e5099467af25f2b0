// Where sessions are kept, and what stands there.

import { readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import envPaths from "env-paths";
import { readJournal } from "../session/journal-file.ts";
import type { Journal } from "../session/journal.ts";
import type { Io } from "./io.ts";

/** The folder of sessions: where DECONFLICT_HOME says, else where the system keeps a program's data. */
export function sessionFolder({ env, cwd }: Io): string {
  const home = env["DECONFLICT_HOME"] ?? "";
  return join(home === "" ? envPaths("deconflict", { suffix: "" }).data : resolve(cwd, home), "sessions");
}

/** A name for a session that begins now, after its scenario: `first-strike-2030-05-06-0900.jsonl`. */
export function newSessionPath(scenario: string, now: Date, io: Io): string {
  const stamp = now.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
  return join(sessionFolder(io), `${basename(scenario).replace(/\.ya?ml$/, "")}-${stamp}.jsonl`);
}

/** Sessions that can be gone on with, the newest first; what cannot be read is left out. */
export function keptSessions(io: Io): readonly { readonly name: string; readonly path: string; readonly journal: Journal }[] {
  const folder = sessionFolder(io);
  return filesIn(folder).flatMap(({ name, path }) => {
    const journal = readJournal(path);
    return typeof journal === "string" ? [] : [{ name, path, journal }];
  });
}

function filesIn(folder: string): readonly { readonly name: string; readonly path: string }[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(".jsonl"))
      .map((file) => ({ name: file.slice(0, -".jsonl".length), path: join(folder, file), at: statSync(join(folder, file)).mtimeMs }))
      .sort((a, b) => b.at - a.at).slice(0, 200);
  } catch {
    return []; // nothing has been kept yet
  }
}
