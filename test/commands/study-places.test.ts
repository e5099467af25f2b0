import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { call, folderWith, ROOT } from "./captured-io.ts";
import { bytesIn, interruptedCall } from "./studies.ts";

const TUTORIAL = join(ROOT, "scenarios/tutorial.yaml");
const MAIN = join(ROOT, "src/main.ts");
const ENDLESS = ["sweep", TUTORIAL, "--runs", "90000000", "--workers", "1", "--out", "runs.csv"];

describe("two calls that write to one place", () => {
  test("are kept apart, and one that is killed bars nobody", async () => {
    using folder = folderWith();
    const child = spawn(process.execPath, [MAIN, ...ENDLESS], { cwd: folder.path, stdio: "ignore" });
    await vi.waitFor(() => expect(existsSync(folder.at("runs.rungs.csv.part.lock"))).toBe(true), { timeout: 20_000, interval: 20 });
    for (const out of ["runs.csv", "runs.rungs.csv"]) { // its own table of runs, and the one that lies beside it
      const { status, stderr } = spawnSync(process.execPath, [MAIN, "sweep", TUTORIAL, "--runs", "50", "--out", out], { cwd: folder.path, encoding: "utf8" });
      expect(status).toBe(2);
      expect(stderr).toContain(`error[in-use]: --out ${out}: process ${child.pid} is writing there\n`);
      expect(stderr).toContain(`take ${out}.part.lock away`);
    }
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(folder.at("runs.csv.part.lock"))).toBe(true);
    rmSync(folder.at("runs.csv.part.state"), { force: true }); // where it had the time to keep something
    const { status } = spawnSync(process.execPath, [MAIN, "sweep", TUTORIAL, "--runs", "50", "--out", "runs.csv"], { cwd: folder.path });
    expect(status).toBe(0);
    expect(readdirSync(folder.path).sort()).toEqual(["runs.csv", "runs.rungs.csv"]);
  }, 60_000);

  test.each([["compare", ["compare", TUTORIAL, TUTORIAL]], ["sensitivity", ["sensitivity", TUTORIAL, "--outcome", "strikes"]]])("are kept apart before any work: %s", async (_, args) => {
    using folder = folderWith({ "runs.csv.part.lock": "4711" });
    const { code, out, err } = await call([...args, "--out", "runs.csv"], { cwd: folder.path, isAlive: (pid) => pid === 4711 });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("process 4711 is writing there");
    expect(readdirSync(folder.path)).toEqual(["runs.csv.part.lock"]);
  });

  test("going on waits for nobody who is gone, and for whoever lives", async () => {
    using folder = folderWith();
    const args = ["sweep", TUTORIAL, "--runs", "500", "--out", "runs.csv"];
    await interruptedCall(args, folder.path);
    const kept = bytesIn(folder);
    for (const name of ["runs.csv.part.lock", "runs.rungs.csv.part.lock"]) folder.write(name, "4711");
    const refused = await call([...args, "--resume"], { cwd: folder.path, isAlive: () => true });
    expect([refused.code, refused.err.includes("process 4711")]).toEqual([2, true]);
    expect(bytesIn(folder)).toMatchObject(kept);
    expect((await call([...args, "--resume"], { cwd: folder.path, isAlive: () => false })).code).toBe(0);
    expect(readdirSync(folder.path).sort()).toEqual(["runs.csv", "runs.rungs.csv"]);
  });
});
