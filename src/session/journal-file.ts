// A journal on disk: every line is on the disk before anybody is told that it was written.
// One program writes a journal at a time; any number may read it while it grows.

import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Journal, type JournalHeader, type JournalRecord, parseJournal, renderLine } from "./journal.ts";
import { dropLock, takeLock } from "./lock-file.ts";

/** The largest journal that is read, in bytes: far more than a day of exercise writes. */
export const LARGEST_JOURNAL = 64 * 1_048_576;

/** A journal open for writing. */
export interface JournalFile {
  readonly path: string;
  /** Writes a record; it is on the disk when this returns. Throws what the system says where it cannot be. */
  readonly append: (record: JournalRecord) => void;
  readonly close: () => void;
}

/** Why a journal could not be opened. */
export type JournalFailure = "absent" | "no-journal" | "in-use" | "exists" | "too-large";

/** Begins a journal where there is none yet; `pid` is the writing process's. */
export function createJournal(path: string, header: JournalHeader, pid: number, isAlive: (pid: number) => boolean): JournalFile | JournalFailure {
  if (existsSync(path)) return "exists";
  mkdirSync(dirname(path), { recursive: true });
  if (takeLock(lockOf(path), { pid, isAlive }) !== "taken") return "in-use";
  const file = openSync(path, "wx", 0o600);
  write(file, renderLine(header));
  return journalFile(path, file);
}

/** Opens a journal to go on with it: what is damaged at its end is cut off. */
export function resumeJournal(path: string, pid: number, isAlive: (pid: number) => boolean): { readonly file: JournalFile; readonly journal: Journal } | JournalFailure {
  if (!existsSync(path)) return "absent";
  if (takeLock(lockOf(path), { pid, isAlive }) !== "taken") return "in-use";
  const journal = readJournal(path);
  if (typeof journal === "string") {
    dropLock(lockOf(path));
    return journal;
  }
  const file = openSync(path, "r+");
  ftruncateSync(file, journal.length);
  closeSync(file);
  return { file: journalFile(path, openSync(path, "a")), journal };
}

/** Reads a journal as far as it goes. */
export function readJournal(path: string): Journal | "absent" | "no-journal" | "too-large" {
  if (!existsSync(path)) return "absent";
  const bytes = readFileSync(path);
  if (bytes.length > LARGEST_JOURNAL) return "too-large";
  return parseJournal(bytes) ?? "no-journal";
}

function journalFile(path: string, file: number): JournalFile {
  return {
    path,
    append: (record) => { write(file, renderLine(record)); },
    close: () => {
      closeSync(file);
      dropLock(lockOf(path));
    },
  };
}

function write(file: number, line: string): void {
  const bytes = Buffer.from(line);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  fsyncSync(file);
}

const lockOf = (path: string): string => `${path}.lock`;
