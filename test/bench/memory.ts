// The memory of the built program while it sweeps: the most that it held at once, with summaries alone and with rows written.
//   npm run bench -- memory [million]

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TABLE_FORMATS } from "../../src/commands/study/encode-rows.ts";

const PROGRAM = fileURLToPath(new URL("../../dist/deconflict.mjs", import.meta.url));
const LOOK_EVERY_MS = 50;

/** Measures and prints. */
export async function measureMemory(million: boolean): Promise<void> {
  for (const runs of [10_000, 100_000, ...(million ? [1_000_000] : [])]) {
    for (const format of [undefined, ...TABLE_FORMATS]) {
      const folder = mkdtempSync(join(tmpdir(), "deconflict-bench-"));
      const since = performance.now();
      const most = await mostMemory(["sweep", "at-tanf-2017", "--runs", String(runs), ...(format === undefined ? [] : ["--out", join(folder, `runs.${format}`)])]);
      const seconds = (performance.now() - since) / 1000;
      console.log(`${String(runs).padStart(8)} runs, ${(format === undefined ? "summaries alone" : `rows as ${format}`).padEnd(16)} ${most.toFixed(0).padStart(5)} MB at most, ${seconds.toFixed(1)} s`);
      rmSync(folder, { recursive: true });
    }
  }
}

async function mostMemory(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let [most, told] = [0, ""];
  child.stderr.on("data", (chunk) => { told += String(chunk); });
  const look = setInterval(() => { most = Math.max(most, highWater(child.pid!)); }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => { child.on("exit", resolve); });
  clearInterval(look);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${told}`);
  return most;
}

// What the kernel says was the most memory resident at once, in MB; 0 where the process has gone.
function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
