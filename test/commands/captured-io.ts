import { Readable } from "node:stream";
import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { callProgram } from "../../src/commands/program.ts";
import type { ExitCode, Io } from "../../src/commands/io.ts";
import { STARTER } from "../../src/commands/starter.ts";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a call wrote, and how it ended. */
export interface Called { readonly code: ExitCode; readonly out: string; readonly err: string; }

/** A folder for one test, with files in it, that `using` removes again. */
export function folderWith(files: Readonly<Record<string, string>> = {}) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "deconflict-")));
  const write = (name: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, write, at: (name: string) => join(path, name), [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Calls the program in this process, with outputs that are kept. */
export async function call(args: readonly string[], given: Partial<Io> = {}): Promise<Called> {
  const kept = { out: "", err: "" };
  const code = await callProgram(args, "first", {
    write: async (text) => { kept.out += text; },
    tell: async (text) => { kept.err += text; },
    env: {}, isTerminal: false, columns: undefined, isWatched: false, cwd: ROOT, packageFolder: ROOT, version: "1.2.3",
    stdin: Readable.from([]), terminal: undefined, pid: 1, isAlive: () => false, onEnd: () => {},
    onInterrupt: () => {}, worker: new URL("../../src/commands/workers/worker.ts", import.meta.url), cores: 1,
    ...given,
  });
  return { code, ...kept };
}

/** The starter with one stretch changed; throws where the stretch is not there exactly once. */
export function starterWith(from: string, to: string): string {
  if (STARTER.split(from).length !== 2) throw new Error(`"${from}" does not stand there exactly once`);
  return STARTER.replace(from, () => to);
}

/** The starter with an expectation that never holds. */
export const FAILING = `${STARTER}  - id: peace-made
    event: { call: answered, over: phone }
    within: ["2030-05-01 06:00", "2030-05-01 23:59"]
    at-least: 1000
`;

/** The starter, wrong in two places. */
export const WRONG = starterWith("party: road-force", "party: road-farce").replace("radius: 20 km", "radius: 20 miles");

/** The starter with a line that nobody ever rings over, which is a doubt and no mistake. */
export const DOUBTFUL = starterWith("    calls: [{ every: day, at: \"09:00\" }]\n    on-request: { answered-within: 30 m }\n", "")
  .replace("  - id: line-in-use\n    event: { call: answered, over: phone }\n    at-least: 1\n", "");
