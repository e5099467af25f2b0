// Reads scenario files: small regular ones only, and what they extend only inside the folder of the first.

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { CATALOGUE } from "../scenario/catalogue.ts";
import { LARGEST_FILE, type OverlayText, type ReadResult } from "../scenario/chain.ts";
import type { Diagnostic } from "../scenario/diagnostics.ts";
import { loadScenario, type Loaded } from "../scenario/load.ts";
import type { Io } from "./io.ts";

type Failure = Exclude<ReadResult, { readonly ok: true }>["reason"];

/** Reads files for the loader, and remembers why the last one could not be read. */
interface Reader {
  readonly read: (path: string) => ReadResult;
  readonly why: () => string | undefined;
}

/** The scenario in a file, or everything that is wrong with it. */
export function readScenario(file: string, { cwd }: Pick<Io, "cwd">, overlays: readonly OverlayText[] = []): Loaded {
  const reader = readerFrom(file, cwd);
  const loaded = loadScenario(file, reader.read, CATALOGUE, overlays);
  const why = reader.why();
  if (loaded.ok || why === undefined) return loaded;
  const explained = (diagnostic: Diagnostic): Diagnostic => (diagnostic.code === "file-unreadable" ? { ...diagnostic, hint: why } : diagnostic);
  return { ...loaded, diagnostics: loaded.diagnostics.map(explained) };
}

// The first file may be a link to anywhere. What it extends is looked for beside its name, and may not lead out of that folder.
function readerFrom(first: string, cwd: string): Reader {
  let why: string | undefined;
  return {
    why: () => why,
    read: (path) => {
      try {
        const real = realpathSync(resolve(cwd, path));
        if (path !== first && !isInside(realpathSync(dirname(resolve(cwd, first))), real)) return failed("outside");
        const bytes = readSmall(real);
        if (typeof bytes === "string") return failed(bytes);
        const text = decoded(bytes);
        if (text !== undefined) return { ok: true, text };
        why = "it is not text in UTF-8";
      } catch (error) {
        const code = codeOf(error);
        if (code === undefined) throw error;
        if (ABSENT.includes(code)) return failed("absent");
        why = code === "EACCES" || code === "EPERM" ? "you may not read it" : `the system says ${code}`;
      }
      return failed("unreadable");
    },
  };
}

const ABSENT: readonly string[] = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];

function failed(reason: Failure): ReadResult {
  return { ok: false, reason };
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

// Looks before opening, since opening a device can do something; and again after it, since the file may have been exchanged.
// Not waiting keeps a pipe without a writer from holding the program up.
function readSmall(path: string): Uint8Array | "not-a-file" | "too-large" {
  if (!statSync(path).isFile()) return "not-a-file";
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!fstatSync(handle).isFile()) return "not-a-file";
    // What comes out counts, not the size it states: some files state none, and one may grow.
    const bytes = new Uint8Array(LARGEST_FILE + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(handle, bytes, length, bytes.length - length, null);
    return length > LARGEST_FILE ? "too-large" : bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
