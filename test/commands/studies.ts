// What the tests of studies share: an interrupted call, and what lies in a folder afterwards.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { call, folderWith, type Called } from "./captured-io.ts";

type Folder = ReturnType<typeof folderWith>;

/** A call that Ctrl-C stops when it first tells that something is done; pressed again at once, it drops what is begun. */
export async function interruptedCall(args: readonly string[], cwd: string, presses = 1): Promise<Called> {
  let stop: (() => void) | undefined;
  let [err, left] = ["", presses];
  const called = await call(args, {
    cwd, isWatched: true, onInterrupt: (then) => { stop = then; },
    tell: async (text) => {
      err += text;
      if (/ [1-9]\d* of /.test(text)) for (; left > 0; left--) stop?.();
    },
  });
  return { ...called, err };
}

/** One study three ways, each in a folder of its own: with one worker, with three, and dropped at Ctrl-C, to be gone on with by `resume`. */
export async function threeWays(args: (...more: readonly string[]) => readonly string[]) {
  const [one, three, cut] = [folderWith(), folderWith(), folderWith()];
  return {
    one, three, cut,
    alone: await call(args("--workers", "1"), { cwd: one.path }),
    together: await call(args("--workers", "3"), { cwd: three.path }),
    interrupted: await interruptedCall(args("--workers", "2"), cut.path, 2),
    resume: () => call(args("--resume"), { cwd: cut.path }),
    [Symbol.dispose]: () => { for (const folder of [one, three, cut]) folder[Symbol.dispose](); },
  };
}

/** A digest of every file in a folder by its name. */
export function bytesIn({ path }: Folder): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(path).sort().map((name) => [name, createHash("sha256").update(readFileSync(join(path, name))).digest("hex")]));
}

/** The rows of a CSV file without quotes, by the names of their columns. */
export function rowsOf(folder: Folder, name: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = readFileSync(folder.at(name), "utf8").trimEnd().split("\n").map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(head!.map((column, i) => [column, cells[i]!])));
}
