import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BORDER } from "./border.ts";
import { call, folderWith } from "./captured-io.ts";

const TO = ["--to", "limited-force", "--top", "1"];

/** What a run says, entry by entry, without what it is called. */
async function entriesOf(file: string, cwd: string): Promise<readonly string[]> {
  const { code, out } = await call(["run", file, "--format", "ndjson"], { cwd });
  expect(code).toBe(0);
  return out.split("\n").filter((line) => line !== "" && !/^\{"kind":"(?:report|verdict|sitting\.deed)"/.test(line));
}

describe("a path that is kept", () => {
  test("runs as a journal and as an overlay, both to the same end, where the overlay's expectation holds", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const { code, err } = await call(["paths", "border.yaml", ...TO, "--save", "danger"], { cwd: folder.path });
    expect([code, err]).toEqual([0, "Kept the first path: danger.jsonl, danger.yaml.\n"]);
    const entries = await entriesOf("danger.yaml", folder.path);
    expect(await entriesOf("danger.jsonl", folder.path)).toEqual(entries);
    expect(entries.some((line) => line.includes("\"rung\":6"))).toBe(true);
    const checked = await call(["check", "danger.yaml"], { cwd: folder.path });
    expect([checked.code, checked.out]).toEqual([0, "danger.yaml: fine, 1 expectation holds\n"]);
  });

  test("its expectation fails once the scenario no longer leads there", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    await call(["paths", "border.yaml", ...TO, "--save", "danger.yaml"], { cwd: folder.path });
    folder.write("border.yaml", BORDER.replace("strength: grave", "strength: slight"));
    expect((await call(["run", "danger.yaml"], { cwd: folder.path })).code).toBe(1);
    expect(existsSync(folder.at("danger.jsonl"))).toBe(false);
  });

  test("an answer that is never asked for is told of", async () => {
    using folder = folderWith({ "border.yaml": BORDER.replace("timezone: UTC", "timezone: UTC\nanswers: { \"neighbour.reply|south|north|push|7\": reply }") });
    expect((await call(["run", "border.yaml"], { cwd: folder.path })).err).toContain("border.yaml: 1 answer given beforehand is never asked for; the first: neighbour.reply|south|north|push|7\n");
  });

  test("the journal says that its course is without surprises", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    await call(["paths", "border.yaml", ...TO, "--save", "danger.jsonl"], { cwd: folder.path });
    const { out } = await call(["run", "danger.jsonl"], { cwd: folder.path });
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/danger\.jsonl, the no-surprise course \(always the likeliest\), \d answers? given beforehand/);
  });

  test("its run is explained as the course without surprises that it is", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    await call(["paths", "border.yaml", ...TO, "--save", "danger"], { cwd: folder.path });
    const [journal, overlay] = await Promise.all(["danger.jsonl", "danger.yaml"].map((file) => call(["explain", file, "3"], { cwd: folder.path })));
    expect(overlay!.out).toMatch(/^SIMULATED\. danger\.yaml, without surprises;/);
    expect(journal!.out.replace("danger.jsonl", "danger.yaml")).toBe(overlay!.out);
  });

  test("where the scenario lies elsewhere its files are copied beside it", async () => {
    using folder = folderWith({ "given/border.yaml": BORDER, "mine/notes.txt": "" });
    const { code } = await call(["paths", "given/border.yaml", ...TO, "--save", "mine/danger.yaml"], { cwd: folder.path });
    expect([code, readdirSync(folder.at("mine")).toSorted()]).toEqual([0, ["border.yaml", "danger.yaml", "notes.txt"]]);
    expect(readFileSync(folder.at("mine/border.yaml"), "utf8")).toBe(BORDER);
    expect((await call(["check", "mine/danger.yaml"], { cwd: folder.path })).code).toBe(0);
  });

  test.each([
    ["a file that is there", "danger", "error[already-there]: \"danger.yaml\" is there already"],
    ["a folder that there is not", "nowhere/danger.yaml", "error[cannot-write]: \"nowhere/danger.yaml\" cannot be written\n  hint: there is no such folder"],
  ])("%s is refused", async (_what, name, expected) => {
    using folder = folderWith({ "border.yaml": BORDER, "danger.yaml": "mine" });
    const { code, err } = await call(["paths", "border.yaml", ...TO, "--save", name], { cwd: folder.path });
    expect(code).toBe(2);
    expect(err).toContain(expected);
    expect(readFileSync(folder.at("danger.yaml"), "utf8")).toBe("mine");
  });

  test.each(["calm", "calls-taken", "replying", "strike"])("what leads to %s can be kept too", async (to) => {
    using folder = folderWith({ "border.yaml": BORDER.replace("below: show-of-force", "below: limited-force").replace("at-least: 2", "at-least: 4") });
    const { out } = await call(["paths", "border.yaml", "--to", to, "--top", "1", "--save", "kept.yaml"], { cwd: folder.path });
    expect(out).toMatch(/Surprise distance: [1-9]/);
    expect((await call(["check", "kept.yaml"], { cwd: folder.path })).out).toBe("kept.yaml: fine, 1 expectation holds\n");
  });
});
