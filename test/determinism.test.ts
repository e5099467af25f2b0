// The same call gives the same bytes, wherever and whenever it is made.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call, ROOT } from "./commands/captured-io.ts";

/** A run by the built program, with the environment of some machine. */
function ranIn(env: Readonly<Record<string, string>>, scenario: string, format: "ndjson" | "text") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "dist/deconflict.mjs"), "run", scenario, "--format", format], {
    cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26, env: { PATH: process.env["PATH"] ?? "", ...env },
  });
  return { status, stdout, stderr };
}

const MACHINES = [
  { TZ: "Asia/Tokyo" }, { TZ: "America/St_Johns", LANG: "de_DE.UTF-8" }, { LC_ALL: "de_DE.UTF-8" }, { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr" }, { TZ: "Asia/Tokyo", LC_ALL: "tr_TR.UTF-8" },
] as const;

describe.each(["at-tanf-2017", "tutorial"])("the clock, the language and the time zone of the machine change no byte of %s", (scenario) => {
  const here = { ndjson: ranIn({}, scenario, "ndjson"), text: ranIn({}, scenario, "text") };

  test("and here it runs", () => {
    expect(here.ndjson).toMatchObject({ status: 0, stderr: "" });
    expect(here.ndjson.stdout.length).toBeGreaterThan(50_000);
  });

  test.each(MACHINES)("%j", (env) => {
    const { stdout, status } = ranIn(env, scenario, "ndjson");
    const lines = here.ndjson.stdout.split("\n");
    expect({ status, differs: stdout.split("\n").find((line, i) => line !== lines[i]) }).toEqual({ status: 0, differs: undefined });
    expect(stdout.length).toBe(here.ndjson.stdout.length);
  });

  test("and none of the text", () => { expect(ranIn({ TZ: "America/St_Johns", LC_ALL: "tr_TR.UTF-8" }, scenario, "text").stdout).toBe(here.text.stdout); });
});

test("running twice in one process gives the same text", async () => {
  const [once, again] = [await call(["run", "first-strike"]), await call(["run", "first-strike"])];
  expect(again).toEqual(once);
});

// The golden run, short enough to be read. After a change that is meant: npx vitest run -u --config test/vitest.config.ts test/determinism
test("the first day reads as it is written down", async () => {
  const { code, out } = await call(["run", "first-strike"]);
  expect(code).toBe(0);
  await expect(out.replace(/\b[0-9a-f]{16}\b/, "0123456789abcdef")).toMatchFileSnapshot("golden/first-strike.txt");
});
