import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { call, folderWith, ROOT } from "./captured-io.ts";
import { bytesIn, interruptedCall } from "./studies.ts";

const TUTORIAL = join(ROOT, "scenarios/tutorial.yaml");
const MAIN = join(ROOT, "src/main.ts");
const ENDLESS = ["sweep", TUTORIAL, "--runs", "90000000", "--workers", "1", "--out", "runs.csv"];

const STUDIES = [
  ["sweep", TUTORIAL, "--runs", "700", "--out", "runs.parquet"],
  ["sensitivity", TUTORIAL, "--outcome", "strikes", "--of", "line.answered", "--base", "50", "--seeds", "4", "--out", "runs.csv"],
];

describe("a study that is stopped", () => {
  test.each(STUDIES.map((args) => [args[0], args] as const))("finishes what it has begun, and goes on to the same bytes: %s", async (_, args) => {
    using whole = folderWith();
    using cut = folderWith();
    const alone = await call([...args, "--workers", "1"], { cwd: whole.path });
    const stopped = await interruptedCall([...args, "--workers", "2"], cut.path);
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain("Stopping once what is begun is done; Ctrl-C again drops it.");
    const resumed = await call([...args, "--resume"], { cwd: cut.path });
    expect([resumed.code, resumed.out]).toEqual([0, alone.out]);
    expect(bytesIn(cut)).toEqual(bytesIn(whole));
  }, 60_000);

  test.each([["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const)("by %s ends with %i, keeps what is done, and lets go of its place", async (signal, code) => {
    using folder = folderWith();
    const child = spawn(process.execPath, [MAIN, ...ENDLESS], { cwd: folder.path, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk) => { err += String(chunk); });
    await vi.waitFor(() => expect(statSync(folder.at("runs.csv.part")).size).toBeGreaterThan(100_000), { timeout: 20_000, interval: 20 });
    child.kill(signal);
    expect(await once(child, "close")).toEqual([code, null]);
    const made = Number(/Interrupted after (\d+) of 90000000 runs\. The same call with --resume goes on from here\./.exec(err)?.[1]);
    expect(readFileSync(folder.at("runs.csv.part"), "utf8").trimEnd().split("\n")).toHaveLength(made + 1);
    expect(readdirSync(folder.path).sort()).toEqual(["runs.csv.part", "runs.csv.part.state", "runs.rungs.csv.part"]);
  }, 60_000);
});
