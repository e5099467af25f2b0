import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BORDER } from "./border.ts";
import { call, folderWith } from "./captured-io.ts";

// A seed under which the south replies with force.
const BAD = BORDER.replace("timezone: UTC", "timezone: UTC\nseed: 2");
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

describe("paths --avoid", () => {
  test("tells the decisions that would have kept a run lower, when each was open and who could have known", async () => {
    using folder = folderWith({ "border.yaml": BAD });
    const { code, out } = await call(["paths", "border.yaml", "--avoid", "limited-force"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(oneLine(out)).toMatch(/would have kept this run below 6 limited force, all else as it was\. border\.yaml, seed 2,/);
    expect(oneLine(out)).toMatch(/On 6 May \d\d:\d\d South came to 6 limited force toward North\. After 6 May \d\d:\d\d no single decision would have kept it below\./);
    expect(oneLine(out)).toMatch(/── 1\. One decision; it then comes to \d [a-z ]+ at most ─+ 6 May \d\d:\d\d What South decides toward North \(reply\): [a-z ]+, not reply by force \([a-z0-9 ]+\)\. South could have known: on 6 May 08:00, South feels grave pressure to move\./);
  });

  test("an off-ramp is kept with the seed, as an overlay whose quiet holds and as a journal", async () => {
    using folder = folderWith({ "border.yaml": BAD });
    const { code, err } = await call(["paths", "border.yaml", "--avoid", "limited-force", "--save", "calmer"], { cwd: folder.path });
    expect([code, err]).toEqual([0, "Kept the first off-ramp: calmer.jsonl, calmer.yaml.\n"]);
    expect((await call(["check", "calmer.yaml"], { cwd: folder.path })).out).toBe("calmer.yaml: fine, 1 expectation holds\n");
    const [journal, overlay] = await Promise.all(["calmer.jsonl", "calmer.yaml"].map((file) => call(["run", file, "--format", "ndjson"], { cwd: folder.path })));
    const entries = (text: string): readonly string[] => text.split("\n").filter((line) => !/^\{"kind":"(?:report|verdict|sitting\.deed)"/.test(line));
    expect(entries(journal!.out)).toEqual(entries(overlay!.out));
  });

  test("the off-ramps of a journal are those of its run", async () => {
    using folder = folderWith({ "border.yaml": BAD });
    await call(["paths", "border.yaml", "--avoid", "limited-force", "--save", "calmer.jsonl"], { cwd: folder.path });
    const [header] = readFileSync(folder.at("calmer.jsonl"), "utf8").split("\n");
    folder.write("sitting.jsonl", `${header!}\n{"do":"reached","events":1000}\n`);
    const [journal, scenario] = await Promise.all(["sitting.jsonl", "border.yaml"].map((name) => call(["paths", name, "--avoid", "limited-force"], { cwd: folder.path })));
    expect([journal!.code, journal!.err]).toEqual([0, ""]);
    expect(oneLine(journal!.out).replace("sitting.jsonl", "border.yaml")).toBe(oneLine(scenario!.out));
  });

  test("what a journal gives beforehand can be decided otherwise too", async () => {
    using folder = folderWith({ "border.yaml": BAD });
    await call(["paths", "border.yaml", "--to", "limited-force", "--top", "1", "--save", "danger.jsonl"], { cwd: folder.path });
    const { code, out } = await call(["paths", "danger.jsonl", "--avoid"], { cwd: folder.path });
    expect([code, oneLine(out)]).toEqual([0, expect.stringMatching(/What South decides toward North \(reply\): [a-z]+, not reply/)]);
    const saved = await call(["paths", "danger.jsonl", "--avoid", "--save", "calmer"], { cwd: folder.path });
    expect([saved.code, saved.err]).toEqual([0, "Kept the first off-ramp: calmer.yaml.\n"]);
    expect((await call(["check", "calmer.yaml"], { cwd: folder.path })).out).toBe("calmer.yaml: fine, 1 expectation holds\n");
    const asJournal = await call(["paths", "danger.jsonl", "--avoid", "--save", "calmer.jsonl"], { cwd: folder.path });
    expect([asJournal.code, asJournal.err]).toEqual([2, expect.stringContaining("error[contradiction]: --save calmer.jsonl")]);
  });

  test("an off-ramp of an overlay that gives answers is kept in their place", async () => {
    using folder = folderWith({ "border.yaml": BAD });
    await call(["paths", "border.yaml", "--to", "limited-force", "--top", "1", "--save", "danger.yaml"], { cwd: folder.path });
    const kept = await call(["paths", "danger.yaml", "--avoid", "--save", "calmer"], { cwd: folder.path });
    expect([kept.code, kept.err]).toEqual([0, "Kept the first off-ramp: calmer.jsonl, calmer.yaml.\n"]);
    expect((await call(["check", "calmer.yaml"], { cwd: folder.path })).out).toBe("calmer.yaml: fine, 1 expectation holds\n");
    expect((await call(["run", "calmer.jsonl"], { cwd: folder.path })).err).toBe("");
  });

  test("says when there is nothing to avoid", async () => {
    using folder = folderWith({ "border.yaml": BAD });
    const { code, out } = await call(["paths", "border.yaml", "--avoid", "open-conflict"], { cwd: folder.path });
    expect([code, oneLine(out)]).toEqual([0, expect.stringContaining("There is nothing to avoid: the run comes to")]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["a rung that is none", ["--avoid", "limited-farce"], /error\[unknown-target\].*\n {2}hint: did you mean "limited-force"/],
    ["a party that is none", ["--avoid", "--by", "sout"], /error\[unknown-party\].*\n {2}hint: did you mean "south"/],
    ["a target besides", ["--avoid", "--to", "strike"], /error\[contradiction\]: --to strike and --avoid/],
    ["a seed that is none", ["--avoid", "--seed", "x"], /error\[bad-seed\]/],
    ["a seed without a run", ["--seed", "5"], /error\[contradiction\]: --seed 5: where nothing surprises/],
  ])("refuses %s", async (_what, args, expected) => {
    using folder = folderWith({ "border.yaml": BAD });
    const { code, out, err } = await call(["paths", "border.yaml", ...args], { cwd: folder.path });
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(expected)]);
  });
});
