// argv -> command -> exit code; the only file that touches the process.

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import manifest from "../package.json" with { type: "json" };
import { callProgram } from "./commands/program.ts";
import { callOf, renderBug } from "./commands/report-bug.ts";
import type { Io } from "./commands/io.ts";

const { stdout, stderr, env } = process;
let leave: (() => void) | undefined;
let interrupt: (() => void) | undefined;
let interruptedAs: number | undefined;
const args = process.argv.slice(2);

const io: Io = {
  // Waits for the reader, and lets signals and errors in between two stretches.
  write: (text) => new Promise((resolve) => { stdout.write(text, () => setImmediate(resolve)); }),
  tell: (text) => new Promise((resolve) => { stderr.write(text, () => resolve()); }),
  env,
  isTerminal: stdout.isTTY === true,
  columns: stdout.columns,
  isWatched: stderr.isTTY === true,
  cwd: process.cwd(),
  packageFolder: fileURLToPath(new URL("..", import.meta.url)),
  version: manifest.version,
  // Looked at where it is wanted: most commands read nothing, and to open it takes a while.
  get stdin() { return process.stdin; },
  get terminal() { return process.stdin.isTTY && stdout.isTTY ? { stdin: process.stdin, stdout } : undefined; },
  pid: process.pid,
  isAlive: (pid) => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPERM"; // it lives, and is somebody else's
    }
  },
  onEnd: (then) => { leave = then; },
  onInterrupt: (stop) => { interrupt = stop; },
  // Built, it lies beside this file.
  worker: new URL(import.meta.url.endsWith(".ts") ? "./commands/workers/worker.ts" : "./worker.mjs", import.meta.url),
  get cores() { return availableParallelism(); },
};

stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(0); // the reader has read enough: `| head`
  stderr.write(`deconflict: the output cannot be written: the system says ${code ?? "nothing more"}\n`);
  process.exit(2);
});
stderr.on("error", () => {}); // there is nobody left to tell
for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const) {
  process.on(signal, () => {
    if (interrupt !== undefined) {
      const stop = interrupt;
      [interrupt, interruptedAs] = [undefined, code]; // the next one ends it
      return stop();
    }
    leave?.();
    process.exit(code);
  });
}
process.on("uncaughtException", (error) => {
  leave?.();
  stderr.write(renderBug(error, callOf(args, io)));
  process.exit(70);
});

const code = await callProgram(args, manifest.deconflict.firstScenario, io);
process.exitCode = code === 130 ? interruptedAs ?? code : code;
