import { dirname, join, resolve } from "node:path";
import { showHarmless } from "../scenario/safe-text.ts";
import type { ExitCode, Io } from "./io.ts";
import { renderMistake, type Mistake } from "./mistake.ts";
import { schemaText } from "./schema.ts";
import { STARTER } from "./starter.ts";
import { cannotWrite, writeNew } from "./write-new.ts";

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
  if (written !== undefined) return refused(io, cannotWrite(file, written));
  const schemaWritten = writeNew(schemaPath, schemaText());
  if (schemaWritten !== undefined && schemaWritten !== "EEXIST") return refused(io, cannotWrite(join(dirname(file), SCHEMA_FILE), schemaWritten));
  const beside = schemaWritten === undefined ? `, with ${SCHEMA_FILE} beside it for your editor` : "";
  const shown = showHarmless(/\s/.test(file) ? `"${file}"` : file);
  await io.tell(`Wrote ${shown}${beside}.\nNext: deconflict check ${shown}, then deconflict run ${shown}.\n`);
  return 0;
}

async function refused(io: Io, mistake: Mistake): Promise<ExitCode> {
  await io.tell(renderMistake(mistake));
  return 2;
}
