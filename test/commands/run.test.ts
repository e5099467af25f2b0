import { describe, expect, test } from "vitest";
import { STARTER } from "../../src/commands/starter.ts";
import { call, DOUBTFUL, FAILING, folderWith, starterWith, WRONG } from "./captured-io.ts";

describe("how a run ends", () => {
  test("a run whose expectations hold exits 0, and says nothing on stderr", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const { code, out, err } = await call(["run", "a.yaml"], { cwd: folder.path });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("SIMULATED");
  });

  test("an expectation that does not hold under the file's seed exits 1, and says which", async () => {
    using folder = folderWith({ "a.yaml": FAILING });
    for (const args of [[], ["--seed", "7"]]) {
      const { code, err } = await call(["run", "a.yaml", ...args], { cwd: folder.path });
      expect(code).toBe(1);
      expect(err).toContain("peace-made");
    }
  });

  test.each([[["--seed", "8"]], [["--no-surprises"]], [["--until", "day 2 12:00"]]])("with %j it is told and exits 0, unless strict", async (args) => {
    using folder = folderWith({ "a.yaml": FAILING });
    const told = await call(["run", "a.yaml", ...args], { cwd: folder.path });
    expect(told.code).toBe(0);
    expect(told.err).toMatch(/^a\.yaml: 1 of [23] expectations do not hold here; they bind whole runs under seed 7, so they do not count/m);
    expect(told.out).toContain("peace-made");
    expect((await call(["run", "a.yaml", ...args, "--strict"], { cwd: folder.path })).code).toBe(1);
  });

  test("what a run that was stopped has not come to is still open, and neither told nor counted", async () => {
    using folder = folderWith({ "a.yaml": FAILING });
    expect(await call(["run", "a.yaml", "--until", "day 1 12:00", "--strict"], { cwd: folder.path })).toMatchObject({ code: 0, err: "" });
  });

  test("a run that reaches a limit exits 1 under any seed, and says which", async () => {
    const echo = "  - { id: echo, when: { act: drone-attack, times: 1000000 }, incident: drone-attack, by: unknown, against: garrison-force }\n";
    using folder = folderWith({ "a.yaml": starterWith("timeline:\n", `timeline:\n${echo}`) });
    const { code, err } = await call(["run", "a.yaml", "--seed", "1", "--format", "ndjson"], { cwd: folder.path });
    expect(code).toBe(1);
    expect(err).toContain("a.yaml: the run was stopped by a limit: too many at once");
    expect((await call(["check", "a.yaml"], { cwd: folder.path })).out).toContain("ended by a limit (too-many-at-once)");
  });

  test("a share is about many runs, and one run does not judge it", async () => {
    using folder = folderWith({ "a.yaml": `${STARTER}  - share: { of: drone-comes, at-most: 0 }\n` });
    expect(await call(["run", "a.yaml"], { cwd: folder.path })).toMatchObject({ code: 0, err: "" });
  });

  test("a file that is wrong exits 2, with its diagnostics on stderr and nothing on stdout", async () => {
    using folder = folderWith({ "a.yaml": WRONG });
    const { code, out, err } = await call(["run", "a.yaml"], { cwd: folder.path });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^a\.yaml:\d+:\d+: error\[bad-distance\]/m);
    expect(err).toMatch(/^a\.yaml:\d+:\d+: error\[unknown-party\]/m);
    expect(err).toContain("did you mean \"road-force\"?");
  });

  test("every file is run, and the worst exit code wins", async () => {
    using folder = folderWith({ "fails.yaml": FAILING, "wrong.yaml": WRONG, "fine.yaml": STARTER });
    const { code, out, err } = await call(["run", "wrong.yaml", "fails.yaml", "fine.yaml", "--format", "text"], { cwd: folder.path });
    expect(code).toBe(2);
    expect(err).toContain("wrong.yaml:");
    expect(err).toContain("peace-made");
    expect(out).toContain("fails.yaml");
    expect(out).toContain("fine.yaml");
    expect((await call(["run", "fails.yaml", "fine.yaml"], { cwd: folder.path })).code).toBe(1);
  });

  test("a warning is counted, and `check` shows it", async () => {
    using folder = folderWith({ "a.yaml": DOUBTFUL });
    const { code, err } = await call(["run", "a.yaml"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(err).toBe("a.yaml: 1 warning, which `check` shows\n");
  });
});

describe("the same call gives the same bytes", () => {
  test.each([[[]], [["--format", "ndjson"]], [["--no-surprises"]], [["--as", "neighbour"]]])("with %j", async (args) => {
    using folder = folderWith({ "a.yaml": STARTER });
    const [first, second] = [await call(["run", "a.yaml", ...args], { cwd: folder.path }), await call(["run", "a.yaml", ...args], { cwd: folder.path })];
    expect(first.out).toBe(second.out);
    expect(first.out).not.toBe("");
  });
});

describe("formats", () => {
  test("ndjson is one JSON text a line", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const { out } = await call(["run", "a.yaml", "--format", "ndjson"], { cwd: folder.path });
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  test("a pipe gets no escape, a terminal may", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    expect((await call(["run", "a.yaml"], { cwd: folder.path })).out).not.toContain("\u001B");
    expect((await call(["run", "a.yaml"], { cwd: folder.path, isTerminal: true, columns: 100, env: { NO_COLOR: "1" } })).out).not.toContain("\u001B");
  });

  test("--until stops a run before its end", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const lines = async (...args: string[]) => (await call(["run", "a.yaml", "--format", "ndjson", ...args], { cwd: folder.path })).out.split("\n").length;
    const [byDay, byDate, whole] = [await lines("--until", "day 2 06:00"), await lines("--until", "2030-05-02 06:00"), await lines()];
    expect(byDay).toBe(byDate);
    expect(byDay).toBeLessThan(whole);
    expect(await lines("--until", "2030-05-04T06:00")).toBe(whole);
  });
});

describe("a call that is wrong exits 2 and says why", () => {
  test.each([
    ["an unknown party", ["a.yaml", "--as", "neighbor"], "error[unknown-party]", "did you mean \"neighbour\"? parties with a doctrine: garrison-force, neighbour, road-force"],
    ["a party that JavaScript knows", ["a.yaml", "--as", "constructor"], "error[unknown-party]", "parties with a doctrine"],
    ["a time after the run", ["a.yaml", "--until", "day 9 06:00"], "error[outside-run]", "2030-05-01T06:00 to 2030-05-04T06:00"],
    ["a time before the run", ["a.yaml", "--until", "2030-05-01 05:59"], "error[outside-run]", ""],
    ["a time far from the run", ["a.yaml", "--until", "9999-12-31 00:00"], "error[outside-run]", ""],
    ["no time", ["a.yaml", "--until", "tomorrow"], "error[bad-time]", "day 3 12:00"],
    ["a day that no month has", ["a.yaml", "--until", "2030-02-30 12:00"], "error[bad-time]", ""],
    ["a seed with a fraction", ["a.yaml", "--seed", "1.5"], "error[bad-seed]", "--seed 7"],
    ["a seed in words", ["a.yaml", "--seed", "seven"], "error[bad-seed]", ""],
    ["no seed", ["a.yaml", "--seed", ""], "error[bad-seed]", ""],
    ["a seed of more than 53 bits", ["a.yaml", "--seed", "9007199254740993"], "error[bad-seed]", ""],
    ["a seed without surprises", ["a.yaml", "--seed", "1", "--no-surprises"], "error[contradiction]", ""],
    ["an unknown format", ["a.yaml", "--format", "xml"], "Allowed choices are text, ndjson", ""],
    ["an unknown option", ["a.yaml", "--sead", "1"], "unknown option '--sead'", "Did you mean --seed?"],
    ["no scenario", [], "missing required argument 'scenario'", ""],
    ["an unknown scenario", ["tutoriall"], "error[unknown-scenario]", "shipped scenarios: other, tutorial"],
    ["a name for a file beside the call", ["a"], "error[unknown-scenario]", "did you mean \"a.yaml\"?"],
    ["an empty name", [""], "error[unknown-scenario]", ""],
    ["a name that climbs", [".."], "error[unknown-scenario]", ""],
  ])("%s", async (_, args, message, hint) => {
    using folder = folderWith({ "a.yaml": STARTER, "package/scenarios/tutorial.yaml": STARTER, "package/scenarios/other.yaml": STARTER });
    const { code, out, err } = await call(["run", ...args], { cwd: folder.path, packageFolder: folder.at("package") });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });

  test("a negative seed is a seed", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    expect((await call(["run", "a.yaml", "--seed", "-3"], { cwd: folder.path })).code).toBe(0);
  });
});

describe("shipped scenarios", () => {
  test("are run by their names, from any folder", async () => {
    using folder = folderWith({ "package/scenarios/tutorial.yaml": STARTER });
    const { code, out } = await call(["run", "tutorial"], { cwd: "/", packageFolder: folder.at("package") });
    expect(code).toBe(0);
    expect(out).toContain("tutorial");
  });

  test("the first of them is run where nothing is asked for", async () => {
    using folder = folderWith({ "package/scenarios/first.yaml": STARTER });
    const given = { cwd: folder.path, packageFolder: folder.at("package") };
    expect(await call([], given)).toEqual(await call(["run", "first"], given));
  });
});

describe("a bug", () => {
  test("exits 70 with what makes it happen again and no stack trace, and the next file is still run", async () => {
    using folder = folderWith({ "a.yaml": STARTER, "it's b.yaml": STARTER });
    let written = 0;
    const write = async (): Promise<void> => { if (written++ === 0) throw new Error("an \u001B[31munexpected thing"); };
    const { code, err } = await call(["run", "a.yaml", "it's b.yaml", "--seed", "5", "--format", "text"], { cwd: folder.path, write });
    expect(code).toBe(70);
    expect(written).toBeGreaterThan(1);
    expect(err).toMatch(/^deconflict: an \\u\{1b\}\[31munexpected thing\n {2}this is a bug: .*\n {2}in scenario a\.yaml, seed 5, simulated time 2030-05-0\d \d\d:\d\d, deconflict 1\.2\.3\n/);
    expect(err).toContain("deconflict run a.yaml 'it'\\''s b.yaml' --seed 5 --format text\n");
    expect(err).not.toContain("    at ");
  });

  test("shows where it is with DECONFLICT_DEBUG", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const write = async (): Promise<void> => { throw new Error("unexpected"); };
    const { code, err } = await call(["run", "a.yaml", "--no-surprises"], { cwd: folder.path, write, env: { DECONFLICT_DEBUG: "1" } });
    expect(code).toBe(70);
    expect(err).toContain("without surprises");
    expect(err).toContain("    at ");
  });
});

test("what a file or a call says reaches no output with a control character", async () => {
  using folder = folderWith({
    "escaped.yaml": starterWith("title: The road past the post", "title: \"a\\u001b[31m\\u202e b\""),
    "raw.yaml": starterWith("title: The road past the post", "title: a\u001B[31m b"),
    "named.yaml": starterWith("party: road-force", "party: \"x\\u0007\""),
  });
  const given = { cwd: folder.path };
  const all = await Promise.all([
    ["run", "escaped.yaml"], ["run", "escaped.yaml", "--format", "ndjson"], ["run", "raw.yaml"], ["check", "raw.yaml", "escaped.yaml", "named.yaml"], ["run", "named.yaml"],
    ["run", "\u001B[2J.yaml"], ["run", "\u001B[2J"], ["\u001B[2J"], ["run", "escaped.yaml", "--as", "\u001B[2J"], ["run", "escaped.yaml", "--until", "\u001B[2J"], ["init", "\u001B[2J"],
  ].map((args) => call(args, given)));
  // eslint-disable-next-line no-control-regex
  for (const { out, err } of all) expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
});

describe("many runs, or a test format", () => {
  test("several files are tested, and every failure says how to see it again", async () => {
    using folder = folderWith({ "fails.yaml": FAILING, "it's fine.yaml": STARTER, "wrong.yaml": WRONG });
    const { code, out, err } = await call(["run", "fails.yaml", "it's fine.yaml", "wrong.yaml"], { cwd: folder.path });
    expect(code).toBe(2);
    expect(out).toMatch(/^SIMULATED\. /);
    expect(out).toMatch(/ {2}FAILS {2}peace-made: expected at least 1000 times between .*/);
    expect(out).toMatch(/\n {9}again: deconflict run fails\.yaml --seed \d+\n/);
    expect(out).toMatch(/\n3 runs: \d+ held, 2 failed\.\n$/);
    expect(err).toContain("wrong.yaml:");
    expect((await call(["run", "fails.yaml", "it's fine.yaml"], { cwd: folder.path })).code).toBe(1);
  });

  test.each([["junit", /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="deconflict" tests="\d+" failures="1" /], ["tap", /^TAP version 14\n1\.\.\d+\n(?:ok .*\n)+not ok \d+ - fails\.yaml: peace-made\n {2}---\n/]])("--format %s of one file", async (format, start) => {
    using folder = folderWith({ "fails.yaml": FAILING });
    const { code, out, err } = await call(["run", "fails.yaml", "--format", format], { cwd: folder.path });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(start);
    expect((await call(["run", "fails.yaml", "--format", format, "--seed", "8"], { cwd: folder.path })).code).toBe(0);
    expect((await call(["run", "fails.yaml", "--format", format, "--seed", "8", "--strict"], { cwd: folder.path })).code).toBe(1);
  });

  test("what one party sees is no test of what happens", async () => {
    const { code, err } = await call(["run", "tutorial", "--format", "tap", "--as", "garrison-post"]);
    expect(code).toBe(2);
    expect(err).toContain("error[contradiction]: --as and --format tap");
  });
});
