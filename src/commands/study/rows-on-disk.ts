// The rows of a sweep on disk: the runs under the name that was asked for, the changes of rung beside them, and, until they
// are whole, where they have come to and what was summed up so far. Nothing half-written has a name that looks whole.

import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { rungCells, RUNG_COLUMNS, runCells, runColumns, type TableOf } from "../../report/tables.ts";
import type { SweepAnswer } from "../../study/blocks.ts";
import type { Summary } from "../../study/summary.ts";
import type { Mistake } from "../mistake.ts";
import { cannotWrite } from "../write-new.ts";
import { openTable, TABLE_FORMATS, type TableFormat } from "./table-file.ts";

/** Where rows go. */
export interface Place { readonly path: string; readonly rungs: string; readonly state: string; readonly format: TableFormat; readonly shown: string; }

/** How far a sweep has come: blocks done, and the summaries of their settings. */
export interface Reached { readonly blocks: number; readonly summaries: readonly (Summary | undefined)[]; }

interface Kept extends Reached { readonly call: string; readonly runs: unknown; readonly rungs: unknown; }

/** Rows as they are written. */
export interface RowsOnDisk {
  readonly write: (answer: SweepAnswer, written: readonly string[]) => void;
  /** Keeps how far it has come, so that `--resume` can go on from here. */
  readonly keep: (reached: Reached) => void;
  readonly finish: () => void;
  readonly leave: () => void;
}

/** Where rows go, by the name asked for; or why they cannot. */
export function placeOf(out: string, cwd: string): Place | Mistake {
  const format = TABLE_FORMATS.find((ending) => out.endsWith(`.${ending}`));
  if (format === undefined) return { code: "bad-name", message: `--out ${out}: the name says no format`, hint: `end it in ${TABLE_FORMATS.map((ending) => `.${ending}`).join(", ")}` };
  const path = resolve(cwd, out);
  const rungs = `${path.slice(0, -format.length)}rungs.${format}`;
  for (const there of [path, rungs]) {
    if (existsSync(there)) return { code: "already-there", message: `--out ${out}: ${there === path ? "it" : "the table of rungs beside it"} is there already, and is left as it is`, hint: "choose another name, or take it away" };
  }
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    return whyNotWritten(out, error);
  }
  return { path, rungs, state: `${path}.part.state`, format, shown: out };
}

/** What was kept of an interrupted sweep by the same call; undefined where nothing was begun. */
export function keptAt({ state, shown }: Place, call: string, resume: boolean): { readonly kept: Kept | undefined } | Mistake {
  if (!existsSync(state)) {
    return resume ? { code: "nothing-to-resume", message: `--resume: nothing was begun under ${shown}`, hint: "leave it out" } : { kept: undefined };
  }
  if (!resume) return { code: "already-there", message: `--out ${shown}: a sweep was begun there and is not done`, hint: `--resume goes on with it; or take ${shown}.part.state away` };
  const kept = deserialize(readFileSync(state)) as Kept;
  return kept.call === call ? { kept } : { code: "another-call", message: `--resume: what was begun under ${shown} is another sweep`, hint: "the scenario, what is varied, --runs and the version have to be the same" };
}

/** Opens both tables, from the beginning or from where they were kept; throws what the system says. */
export async function openRows({ path, rungs, state, format }: Place, of: TableOf, call: string, kept: Kept | undefined): Promise<RowsOnDisk> {
  const runTable = await openTable(path, format, runColumns(of), kept?.runs);
  const rungTable = await openTable(rungs, format, RUNG_COLUMNS, kept?.rungs);
  return {
    write: (answer, written) => {
      runTable.write(runCells(of, answer, written));
      rungTable.write(rungCells(of, answer));
    },
    keep: (reached) => {
      const now: Kept = { ...reached, call, runs: runTable.mark(), rungs: rungTable.mark() };
      writeFileSync(`${state}.new`, serialize(now));
      renameSync(`${state}.new`, state);
    },
    finish: () => {
      rungTable.finish();
      runTable.finish();
      rmSync(state, { force: true });
    },
    leave: () => {
      rungTable.leave();
      runTable.leave();
    },
  };
}

/** That a place cannot be written, and why; throws on what is no error of the system. */
export function whyNotWritten(shown: string, error: unknown): Mistake {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error ? error.code : undefined;
  if (code === undefined) throw error;
  return cannotWrite(shown, code);
}
