import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { showHarmless } from "../scenario/safe-text.ts";
import type { ExitCode, Io } from "./io.ts";
import { renderMistake, type Mistake } from "./mistake.ts";
import { schemaText } from "./schema.ts";
import { STARTER } from "./starter.ts";

/** The file that `init` writes where none is named. */
export const USUAL_FILE = "my-scenario.yaml";
const SCHEMA_FILE = "scenario.schema.json";

/** Writes a small scenario to start from, and the schema for editors beside it. Nothing that is there is written over. */
export async function init(file: string, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  const schemaPath = join(dirname(path), SCHEMA_FILE);
  if (!/\.ya?ml$/i.test(file)) {
    return refused(io, { code: "bad-name", message: `"${file}" does not end in .yaml`, hint: `for example ${USUAL_FILE}` });
  }
  const written = writeNew(path, STARTER);
  if (written === "EEXIST") return refused(io, { code: "already-there", message: `"${file}" is there already, and is left as it is`, hint: "choose another name" });
  if (written !== undefined) return refused(io, cannotWrite(file, written));
  const schemaWritten = writeNew(schemaPath, schemaText());
  if (schemaWritten !== undefined && schemaWritten !== "EEXIST") return refused(io, cannotWrite(join(dirname(file), SCHEMA_FILE), schemaWritten));
  const beside = schemaWritten === undefined ? `, with ${SCHEMA_FILE} beside it for your editor` : "";
  const shown = showHarmless(/\s/.test(file) ? `"${file}"` : file);
  await io.tell(`Wrote ${shown}${beside}.\nNext: deconflict check ${shown}, then deconflict run ${shown}.\n`);
  return 0;
}

// The system's word for why it could not be written; never follows a link, and never writes over anything.
function writeNew(path: string, text: string): string | undefined {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
    throw error;
  }
}

function cannotWrite(file: string, code: string): Mistake {
  const hints: Readonly<Record<string, string>> = { ENOENT: "there is no such folder", ENOTDIR: "there is no such folder", EACCES: "you may not write there", EROFS: "nothing can be written there" };
  return { code: "cannot-write", message: `"${file}" cannot be written`, hint: hints[code] ?? `the system says ${code}` };
}

async function refused(io: Io, mistake: Mistake): Promise<ExitCode> {
  await io.tell(renderMistake(mistake));
  return 2;
}
