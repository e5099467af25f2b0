import { describe, expect, test } from "vitest";
import { call } from "./captured-io.ts";

describe("help", () => {
  test.each([["--help"], ["run --help"], ["explain --help"], ["graph --help"], ["check --help"], ["init --help"], ["schema --help"], ["help run"]])("%s has examples, on stdout", async (line) => {
    const { code, out, err } = await call(line.split(" "));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/\nExamples:\n {2}deconflict /);
  });

  test("the version is printed", async () => {
    expect(await call(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
  });

  test.each([[["rnu"], "Did you mean run?"], [["check"], "missing required argument 'scenario'"], [["schema", "a"], "too many arguments"], [["--nothing"], "unknown option"]])("%j exits 2 and says why on stderr", async (args, message) => {
    const { code, out, err } = await call(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toContain("--help");
  });

  test("help is as wide as the terminal", async () => {
    const { out } = await call(["run", "--help"], { isTerminal: true, columns: 66 });
    const options = out.slice(out.indexOf("Options:"), out.indexOf("Expectations bind"));
    for (const line of options.split("\n")) expect(line.length).toBeLessThanOrEqual(66);
  });
});
