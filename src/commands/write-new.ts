import { writeFileSync } from "node:fs";
import type { Mistake } from "./mistake.ts";

/** Writes a file that is not there yet. Gives the system's word for why not; never follows a link, and never writes over anything. */
export function writeNew(path: string, text: string): string | undefined {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
    throw error;
  }
}

/** Why a file could not be written, by the system's word for it. */
export function cannotWrite(file: string, code: string): Mistake {
  if (code === "EEXIST") return alreadyThere(file);
  return { code: "cannot-write", message: `"${file}" cannot be written`, hint: HINTS[code] ?? `the system says ${code}` };
}

/** There is a file of that name. */
export function alreadyThere(file: string): Mistake {
  return { code: "already-there", message: `"${file}" is there already, and is left as it is`, hint: "choose another name" };
}

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder", ENOTDIR: "there is no such folder", EACCES: "you may not write there", EROFS: "nothing can be written there",
  ENOSPC: "the disk is full", EDQUOT: "you may not use more of this disk", EISDIR: "it is a folder",
};
