import { describe, expect, test } from "vitest";
import { BORDER } from "./border.ts";
import { call, folderWith } from "./captured-io.ts";

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

describe("rare", () => {
  test("tells how often it happens with two digits at most, its interval, a check by whole runs and the range over assumptions", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { code, out } = await call(["rare", "border.yaml", "--of", "exchange-of-force", "--runs", "30"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(oneLine(out)).toMatch(/^SIMULATED\. .*(?:In|Remote: in) \d+(?:\.\d+)? % of runs, between \d+(?:\.\d+)? % and \d+(?:\.\d+)? % \(95 %; 16 repetitions with 30 runs begun on each rung\)\./);
    expect(oneLine(out)).toMatch(/For a check: \d+ of 480 whole runs come to it/);
    expect(oneLine(out)).toMatch(/one at a time \(\d+ settings\): from .+ \([a-z./-]+ at [\d.]+\) to .+ \([a-z./-]+ at [\d.]+\), roughly\./);
    for (const figure of out.match(/[\d.]+(?= %)/g)!) expect(figure.replaceAll(/^0\.0*|\./g, "").length <= 2 || figure === "100").toBe(true);
  });

  test("is the same with one worker and with two", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const args = ["rare", "border.yaml", "--of", "calls-taken", "--runs", "5", "--no-ranges"];
    const once = await call([...args, "--workers", "1"], { cwd: folder.path });
    expect(await call([...args, "--workers", "2"], { cwd: folder.path })).toEqual(once);
  });

  test("of what is not seen it gives a bound", async () => {
    using folder = folderWith({ "border.yaml": BORDER.replace("strength: grave", "strength: slight") });
    const { code, out } = await call(["rare", "border.yaml", "--of", "open-conflict", "--runs", "3", "--no-ranges"], { cwd: folder.path });
    expect([code, oneLine(out)]).toEqual([0, expect.stringMatching(/It was not seen in 16 repetitions with 3 runs begun on each rung: in fewer than .+ of runs\./)]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["an event that is none", ["--of", "open-conflct"], /error\[unknown-target\]: --of open-conflct.*\n {2}hint: did you mean "open-conflict"/],
    ["a budget of nothing", ["--of", "strike", "--runs", "0"], /error\[bad-number\]: --runs 0/],
    ["a party that is none", ["--of", "strike", "--by", "nort"], /error\[unknown-party\]/],
    ["a seed that is none", ["--of", "strike", "--seed", "one"], /error\[bad-seed\]/],
    ["a call without an event", [], /required option '--of <what>' not specified/],
  ])("refuses %s", async (_what, args, expected) => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { code, out, err } = await call(["rare", "border.yaml", ...args], { cwd: folder.path });
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(expected)]);
  });
});
