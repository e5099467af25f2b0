// The built program as a process: what only a process can show. `npm test` builds it first.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { STARTER } from "../../src/commands/starter.ts";
import { FAILING, folderWith, ROOT, WRONG } from "./captured-io.ts";

const PROGRAM = join(ROOT, "dist/deconflict.mjs");

function program(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd, encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", ...env } });
  return { code: status, out: stdout, err: stderr };
}

function shell(line: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-o", "pipefail", "-c", line], { cwd, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", NODE: process.execPath, PROGRAM } });
  return { code: status, out: stdout, err: stderr };
}

describe("exit codes", () => {
  test.each([
    [["run", "fine.yaml"], 0], [["check", "fine.yaml"], 0], [["--help"], 0], [["schema"], 0],
    [["run", "fails.yaml"], 1], [["check", "fails.yaml"], 1],
    [["run", "wrong.yaml"], 2], [["run", "pipe.yaml"], 2], [["run", "outside.yaml"], 2], [["run", "climbs.yaml"], 2], [["rnu"], 2],
  ])("%j exits %i", (args, code) => {
    using folder = folderWith({ "fine.yaml": STARTER, "fails.yaml": FAILING, "wrong.yaml": WRONG, "outside.yaml": "extends: link.yaml\n", "climbs.yaml": "extends: ../x\n" });
    symlinkSync("/etc/hostname", folder.at("link.yaml"));
    execFileSync("mkfifo", [folder.at("pipe.yaml")]);
    expect(program(args, folder.path).code).toBe(code);
  });
});

test("shipped scenarios are found from anywhere, by the program and by its sources alike", () => {
  using folder = folderWith();
  const { err } = program(["run", "no-such-scenario"], folder.path);
  const bySource = spawnSync(process.execPath, [join(ROOT, "src/main.ts"), "run", "no-such-scenario"], { cwd: folder.path, encoding: "utf8" });
  expect(err).toMatch(/shipped scenarios: [a-z]/);
  expect(bySource.stderr).toBe(err);
  expect(bySource.status).toBe(2);
});

test("the program, by its tables, and its sources, by XState, tell the same run", () => {
  using folder = folderWith({ "a.yaml": STARTER });
  const { out } = program(["run", "a.yaml", "--format", "ndjson"], folder.path);
  const bySource = spawnSync(process.execPath, [join(ROOT, "src/main.ts"), "run", "a.yaml", "--format", "ndjson"], { cwd: folder.path, encoding: "utf8" });
  expect(out).toBe(bySource.stdout);
});

test("without arguments the first shipped scenario is run", () => {
  using folder = folderWith();
  const { code, out } = program([], folder.path);
  expect([0, 1]).toContain(code);
  expect(out).toContain("SIMULATED");
});

describe("pipes", () => {
  test("a reader that has read enough ends it quietly", () => {
    using folder = folderWith({ "a.yaml": FAILING });
    for (const command of ["run a.yaml --format ndjson", "run a.yaml", "schema", "check a.yaml", "--help"]) {
      expect(shell(`"$NODE" "$PROGRAM" ${command} | true`, folder.path)).toEqual({ code: 0, out: "", err: "" });
    }
    const { code, out, err } = shell("\"$NODE\" \"$PROGRAM\" run a.yaml a.yaml a.yaml a.yaml --format ndjson | head -n 1", folder.path);
    expect({ code, lines: out.trimEnd().split("\n").length }).toEqual({ code: 0, lines: 1 });
    expect(err).not.toContain("EPIPE");
  });

  test("a slow reader gets everything", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const child = spawn(process.execPath, [PROGRAM, "run", ...Array.from({ length: 5 }, () => "a.yaml"), "--format", "ndjson"], { cwd: folder.path });
    let out = "";
    for await (const chunk of child.stdout) {
      await new Promise((resolve) => { setImmediate(resolve); });
      out += String(chunk);
    }
    expect(out).toBe(program(["run", "a.yaml", "--format", "ndjson"], folder.path).out.repeat(5));
  });

  test.skipIf(process.platform !== "linux")("a full disk is said in one line", () => {
    using folder = folderWith({ "a.yaml": STARTER });
    expect(shell("\"$NODE\" \"$PROGRAM\" run a.yaml > /dev/full", folder.path)).toEqual({ code: 2, out: "", err: "deconflict: the output cannot be written: the system says ENOSPC\n" });
  });
});

test("an interrupt ends it quietly with 130", async () => {
  using folder = folderWith({ "a.yaml": STARTER });
  // Nobody reads: it waits for its reader, once the pipe is full, until the signal comes.
  const child = spawn(process.execPath, [PROGRAM, "run", ...Array.from({ length: 2000 }, () => "a.yaml"), "--format", "ndjson"], { cwd: folder.path });
  let err = "";
  child.stderr.on("data", (chunk) => { err += String(chunk); });
  await once(child.stdout, "readable");
  child.kill("SIGINT");
  child.stdout.resume();
  expect(await once(child, "exit")).toEqual([130, null]);
  expect(err).toBe("");
});

test("help loads neither YAML nor XState", () => {
  const count = (args: readonly string[]): number => {
    const code = `
      import { registerHooks } from "node:module";
      let heavy = 0;
      registerHooks({ load: (url, context, next) => { if (/node_modules\\/(yaml|xstate)\\//.test(url)) heavy++; return next(url, context); } });
      process.on("exit", () => { process.stderr.write(String(heavy)); });
      process.argv = [process.argv[0], "main", ...${JSON.stringify(args)}];
      await import(${JSON.stringify(`file://${join(ROOT, "src/main.ts")}`)});`;
    return Number(spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).stderr);
  };
  expect(count(["--help"])).toBe(0);
});

test("plain text where colour is not wanted", () => {
  using folder = folderWith({ "a.yaml": STARTER });
  for (const env of [{}, { NO_COLOR: "1", FORCE_COLOR: "1" }, { TERM: "dumb" }, { CI: "true" }]) {
    const { out, err } = program(["run", "a.yaml"], folder.path, env);
    expect(out + err).not.toContain("\u001B");
  }
});
