// A lock beside what one process at a time may write. It holds the number of its process; one that no longer lives holds nothing,
// so that what a killed process leaves behind bars nobody.

import { constants, copyFileSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** This process, and whether another one lives. */
export interface Processes { readonly pid: number; readonly isAlive: (pid: number) => boolean; }

/** Each time another process was quicker; more of them than ever start together. */
const MOST_TRIES = 100;

/** Takes a lock, or gives the number of the process that has it (0 where it names none); throws what the system says where none can be made. */
export function takeLock(path: string, processes: Processes): "taken" | number {
  let holder: number | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (create(path, processes.pid)) return "taken";
    holder = holderOf(path);
    if (holder === undefined) continue; // given back in this moment
    if (holds(holder, processes)) return holder;
    takeAway(path, processes);
  }
  return holder ?? 0;
}

/** Gives back a lock that was taken. */
export function dropLock(path: string): void {
  rmSync(path, { force: true });
}

function holds(holder: number, { pid, isAlive }: Processes): boolean {
  return holder > 0 && holder !== pid && isAlive(holder);
}

// Only whoever has the token takes an old lock away, and looks again before: another may have put a new one in its place.
function takeAway(path: string, processes: Processes): void {
  const token = `${path}.old`;
  if (!create(token, processes.pid)) return;
  try {
    const holder = holderOf(path);
    if (holder !== undefined && !holds(holder, processes)) rmSync(path, { force: true });
  } finally {
    rmSync(token, { force: true });
  }
}

// The number in a lock, 0 where there is none; undefined where there is no lock.
function holderOf(path: string): number | undefined {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(holder) ? holder : 0;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

// Written first and named then: a lock that is seen before its number is in it would look like nobody's.
function create(path: string, pid: number): boolean {
  const own = `${path}.${pid}`;
  try {
    writeFileSync(own, String(pid), { mode: 0o600 });
    link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL); // a disk that knows no links
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
