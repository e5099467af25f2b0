import { describe, expect, test } from "vitest";
import { BORDER } from "./border.ts";
import { call, folderWith } from "./captured-io.ts";

describe("paths", () => {
  test("tells what was searched, and each path with its day, its question and where it leads", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { code, out } = await call(["paths", "border.yaml", "--to", "limited-force", "--top", "1"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(out).toMatch(/^SIMULATED\. /);
    expect(out).toMatch(/Surprise distance: \d\. The course without surprises comes to \d [a-z ]+ at\s+most\./);
    expect(out).toMatch(/All single surprises were tried: \d+ courses/);
    expect(out).toMatch(/── 1\. \w+ surprises?, [a-z ]+ \(1 to [\d.]+\) ─/);
    expect(out).toMatch(/ {4}6 May \d\d:\d\d +What .+: [a-z ]+,\s+not\s+[a-z ]+\./);
    expect(out).toMatch(/6\s+limited\s+force, from\s+\d/);
  });

  test("the answer is the same on one core and on two", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const once = await call(["paths", "border.yaml", "--to", "exchange-of-force", "--courses", "4000"], { cwd: folder.path, cores: 1 });
    const again = await call(["paths", "border.yaml", "--to", "exchange-of-force", "--courses", "4000"], { cwd: folder.path, cores: 2 });
    expect(again).toEqual(once);
    expect(once.out).toContain("All sets of two surprises were tried");
  });

  test("says that a path was not found within the budget, and never that there is none", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { code, out } = await call(["paths", "border.yaml", "--to", "open-conflict", "--courses", "50"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/a path was not found within the budget of 50 courses\. .*were not all tried/);
    expect(out).not.toMatch(/There is no path/);
  });

  test("likelihoods come in bits where these are asked for", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { out } = await call(["paths", "border.yaml", "--to", "limited-force", "--top", "1", "--bits"], { cwd: folder.path });
    expect(out).toMatch(/\(\d+\.\d bits\)/);
    expect(out).not.toMatch(/\(1 to /);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["a target that is none", ["--to", "open-conflct"], /error\[unknown-target\].*\n {2}hint: did you mean "open-conflict"\? rungs: /],
    ["a state that no chart has", ["--to", "dancing"], /error\[unknown-target\]: --to dancing: no rung, expectation, act or state is called so/],
    ["a state that a party's charts do not have", ["--to", "massing", "--by", "north"], /error\[unknown-target\].*state of north is called so/],
    ["a share", ["--to", "share-of-calls-taken"], /error\[unknown-target\].*a share is about many runs.*\n {2}hint: name what it counts: calls-taken/],
    ["a party that is none", ["--to", "strike", "--by", "nort"], /error\[unknown-party\].*\n {2}hint: did you mean "north"/],
    ["a rung of one party", ["--to", "open-conflict", "--by", "north"], /error\[contradiction\]/],
    ["a budget of nothing", ["--courses", "0"], /error\[bad-number\]: --courses 0/],
    ["no paths wanted", ["--top", "none"], /error\[bad-number\]: --top none/],
  ])("refuses %s with a hint", async (_what, args, expected) => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { code, out, err } = await call(["paths", "border.yaml", ...args], { cwd: folder.path });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
  });

  test("a quiet stretch is looked for broken, and a state for being entered", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    for (const [to, words] of [["calm", "the expectation calm is broken"], ["exchanging", "the state \"exchanging\""], ["calls-taken", "the expectation calls-taken is met"]] as const) {
      const { code, out } = await call(["paths", "border.yaml", "--to", to, "--top", "1"], { cwd: folder.path });
      expect([code, out.replaceAll(/\s+/g, " ")]).toEqual([0, expect.stringContaining(words)]);
      expect(out).toMatch(/Surprise distance: \d/);
    }
  });
});
