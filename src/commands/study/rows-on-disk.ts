// The rows of a study on disk: the runs under the name that was asked for, the changes of rung beside them, and, until they
// are whole, where they have come to and what was summed up so far. Nothing half-written has a name that looks whole, and no two
// processes write to one place.

import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { RUNG_COLUMNS, type TableColumn } from "../../report/tables.ts";
import { dropLock, takeLock, type Processes } from "../../session/lock-file.ts";
import type { Mistake } from "../mistake.ts";
import { cannotWrite } from "../write-new.ts";
import { TABLE_FORMATS, type Stretch, type TableFormat } from "./encode-rows.ts";
import { openTable, type TableMark } from "./table-file.ts";

/** Where rows go: a file for the runs, one for the rungs beside it, and one that says how far they have come. */
export interface Place { readonly runs: string; readonly rungs: string; readonly state: string; readonly format: TableFormat; readonly shown: string; readonly shownRungs: string; }

/** How far a study has come: tasks done, and what they came to, as plain data. */
export interface Reached<Found> { readonly done: number; readonly found: Found; }

interface Kept<Found> extends Reached<Found> { readonly call: string; readonly runs: TableMark; readonly rungs: TableMark; }

/** Rows as they are written. */
export interface RowsOnDisk<Found> {
  readonly add: (rows: { readonly runs: Stretch; readonly rungs: Stretch }) => void;
  /** Keeps how far it has come, so that `--resume` can go on from here. */
  readonly keep: (reached: Reached<Found>) => void;
  readonly finish: () => void;
  /** Leaves them as they are. */
  readonly leave: () => void;
  /** Leaves what can be gone on with, and says whether there is any; else takes away what was begun. */
  readonly giveUp: () => boolean;
}

/** What the call says of rows. */
export interface RowOptions { readonly out?: string; readonly resume?: boolean; }

/** Where rows go, undefined where none are wanted; or why they cannot. */
export function placeOf({ out, resume }: RowOptions, cwd: string): Place | undefined | Mistake {
  if (out === undefined) return resume === true ? { code: "contradiction", message: "--resume: only what is written with --out can be gone on with", hint: "give --out as before" } : undefined;
  const format = TABLE_FORMATS.find((ending) => out.endsWith(`.${ending}`));
  if (format === undefined) return { code: "bad-name", message: `--out ${out}: the name says no format`, hint: `end it in ${TABLE_FORMATS.map((ending) => `.${ending}`).join(", ")}` };
  const shownRungs = `${out.slice(0, -format.length)}rungs.${format}`;
  const [runs, rungs] = [resolve(cwd, out), resolve(cwd, shownRungs)];
  const place: Place = { runs, rungs, state: `${runs}.part.state`, format, shown: out, shownRungs };
  const there = whatIsThere(place);
  if (there !== undefined) return there;
  try {
    accessSync(dirname(runs), constants.W_OK);
  } catch (error) {
    return whyNotWritten(out, error);
  }
  return place;
}

function whatIsThere({ runs, rungs, shown }: Place): Mistake | undefined {
  const there = [runs, rungs].find((path) => existsSync(path));
  if (there === undefined) return undefined;
  return { code: "already-there", message: `--out ${shown}: ${there === runs ? "it" : "the table of rungs beside it"} is there already, and is left as it is`, hint: "choose another name, or take it away" };
}

/** A place that no other process writes to, until it is released. */
export interface Claim { readonly release: () => void; }

/** Claims a place for this process; or says which one writes there. */
export function claim(place: Place, processes: Processes): Claim | Mistake {
  const locks: string[] = [];
  const release = (): void => locks.forEach(dropLock);
  try {
    for (const [path, shown] of [[place.runs, place.shown], [place.rungs, place.shownRungs]] as const) {
      const taken = takeLock(`${path}.part.lock`, processes);
      if (taken !== "taken") {
        release();
        return { code: "in-use", message: `--out ${place.shown}: process ${taken} is writing there`, hint: `wait for it, or choose another name; if it is no deconflict and none is at work there, take ${shown}.part.lock away` };
      }
      locks.push(`${path}.part.lock`);
    }
  } catch (error) {
    release();
    return whyNotWritten(place.shown, error);
  }
  const there = whatIsThere(place); // another may have come to its end since this was looked at
  if (there === undefined) return { release };
  release();
  return there;
}

/** What was kept of an interrupted study by the same call, undefined where it begins; or why it can neither begin nor go on. */
export function keptAt<Found>({ runs, rungs, state, shown }: Place, call: string, resume: boolean): { readonly kept: Kept<Found> | undefined } | Mistake {
  if (!existsSync(state)) {
    return resume ? { code: "nothing-to-resume", message: `--resume: nothing was begun under ${shown}`, hint: "leave it out" } : { kept: undefined };
  }
  const hint = `take ${shown}.part.state away to begin again`;
  if (!resume) return { code: "already-there", message: `--out ${shown}: rows were begun there and are not whole`, hint: `--resume goes on with them; or ${hint}` };
  const kept = readKept<Found>(state);
  if (kept === undefined) return { code: "nothing-to-resume", message: `--resume: what is kept under ${shown} cannot be read`, hint };
  if (kept.call !== call) return { code: "another-call", message: `--resume: what was begun under ${shown} is another study`, hint: "the call has to be the same, --workers and --charts aside, and so have the scenario and the version" };
  const isShort = ([path, { length }]: readonly [string, TableMark]): boolean => (statSync(`${path}.part`, { throwIfNoEntry: false })?.size ?? -1) < length;
  if (([[runs, kept.runs], [rungs, kept.rungs]] as const).some(isShort)) return { code: "nothing-to-resume", message: `--resume: rows that were written under ${shown} are no longer there`, hint };
  return { kept };
}

function readKept<Found>(state: string): Kept<Found> | undefined {
  try {
    return deserialize(readFileSync(state)) as Kept<Found>;
  } catch {
    return undefined; // cut short, or no file of ours
  }
}

/** Opens both tables, from the beginning or from where they were kept; throws what the system says. */
export async function openRows<Found>({ runs, rungs, state, format }: Place, columns: readonly TableColumn[], call: string, kept: Kept<Found> | undefined): Promise<RowsOnDisk<Found>> {
  const runTable = await openTable(runs, format, columns, kept?.runs);
  const rungTable = await openTable(rungs, format, RUNG_COLUMNS, kept?.rungs);
  const leave = (): void => {
    rungTable.leave();
    runTable.leave();
  };
  return {
    add: (rows) => {
      runTable.add(rows.runs);
      rungTable.add(rows.rungs);
    },
    keep: (reached) => {
      const now: Kept<Found> = { ...reached, call, runs: runTable.mark(), rungs: rungTable.mark() };
      writeFileSync(`${state}.new`, serialize(now));
      renameSync(`${state}.new`, state);
    },
    finish: () => {
      const tables = [rungTable, runTable];
      for (const table of tables) table.complete(); // a disk that is full only now leaves neither under its name
      for (const table of tables) table.publish();
      rmSync(state, { force: true });
    },
    leave,
    giveUp: () => {
      leave();
      rmSync(`${state}.new`, { force: true });
      if (existsSync(state)) return true;
      for (const path of [runs, rungs]) rmSync(`${path}.part`, { force: true });
      return false;
    },
  };
}

/** That a place cannot be written, and why; throws on what is no error of the system. */
export function whyNotWritten(shown: string, error: unknown): Mistake {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error ? error.code : undefined;
  if (code === undefined) throw error;
  return cannotWrite(shown, code);
}
