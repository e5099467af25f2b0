import { describe, expect, test } from "vitest";
import { STARTER } from "../../src/commands/starter.ts";
import { identityOf, seeded } from "../../src/kernel/choices.ts";
import { optionWords } from "../../src/report/option-words.ts";
import { leafOf } from "../../src/report/words.ts";
import { LiveRun } from "../../src/session/live-run.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { loadShipped } from "../bench/shipped.ts";
import { call, folderWith } from "./captured-io.ts";

describe("explain", () => {
  test("says at once what lies behind an entry, and then which choices were decisive", async () => {
    const { code, out, err } = await call(["explain", "at-tanf-2017", "strike", "18", "May"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^SIMULATED\. at-tanf-2017, seed \d+; deconflict 1\.2\.3\.\nWhy, 18 May \d\d:\d\d: The coalition strikes [^]*?\n\n {2}18 May \d\d:\d\d ┌ /);
    expect(out).toContain("\nIt would not have happened, had one of these gone otherwise:\n◆ 18 May ");
    expect(out).toMatch(/\nAll \d+ choices before it were tried, each alone\./);
  });

  test.each(["87", "500", "700", "3", "0"])("never takes more than a screenful unasked: entry %s", async (entry) => {
    const { code, out } = await call(["explain", "at-tanf-2017", entry]);
    expect(code).toBe(0);
    expect(out.split("\n").length).toBeLessThanOrEqual(24);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("shows everything when asked, and so many steps when asked for those", async () => {
    const all = await call(["explain", "at-tanf-2017", "strike", "18", "May", "--all"]);
    expect(all.out).not.toContain("--all shows");
    const steps = async (depth: string) => (await call(["explain", "at-tanf-2017", "strike", "18", "May", "--depth", depth])).out.match(/[┌├└─] /g)!.length;
    expect([await steps("1"), await steps("3")]).toEqual([1, 3]);
  });

  test("explains a run of another seed", async () => {
    const { code, out } = await call(["explain", "tutorial", "60", "--seed", "5"]);
    expect(code).toBe(0);
    expect(out).toContain("SIMULATED. tutorial, seed 5;");
  });

  test("explains a journal's run, with what people decided in it", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const scenario = loadShipped(folder.at("a.yaml"));
    const run = new LiveRun(compileModel(scenario), scenario.seed, () => { throw new Error("nothing is amended here"); });
    const party = Object.values(scenario.parties).find(({ doctrine }) => doctrine === "militia")!.id;
    run.take({ do: "seat", party, taken: true, by: "lead", events: 0, at: 0 });
    const standing = run.go({});
    if (standing.kind !== "deciding") throw new Error("nobody had to decide");
    const { question } = standing;
    const option = question.options.names[seeded(scenario.seed).answer(question) === 0 ? 1 : 0]!;
    run.take({ do: "answer", question: identityOf(question), option, by: "player", events: run.events, at: run.at });
    run.take({ do: "seat", party, taken: false, by: "lead", events: run.events, at: run.at });
    run.go({});
    const header = { journal: 1, deconflict: "1.2.3", source: folder.at("a.yaml"), file: folder.at("a.yaml"), title: "x", scenarioHash: "0", chartsHash: "0", seed: scenario.seed, begun: "2030-01-01T00:00:00Z" };
    folder.write("a.jsonl", [header, ...run.steps, { do: "reached", events: run.events }].map((line) => `${JSON.stringify(line)}\n`).join(""));
    const decided = run.entries.find((entry) => entry.kind === "decision" && entry.who === party)!;
    const { code, out, err } = await call(["explain", folder.at("a.jsonl"), String(decided.number)]);
    expect(err).toContain("it was made otherwise"); // the header's hashes are made up
    expect(out).toContain(` decides: ${optionWords(scenario, leafOf(question.name.text), option, party)}. `);
    expect(code).toBe(0);
  });
});

describe("explain refuses", () => {
  test.each([
    [["explain", "tutorial", "zzz"], "error[unknown-entry]: no entry of this run is \"zzz\"\n  hint: the run has entries 0 to"],
    [["explain", "tutorial", "99999"], "error[unknown-entry]"],
    [["explain", "at-tanf-2017", "strke", "6", "June"], "error[unknown-entry]: no entry of this run is \"strke 6 June\"\n  hint: these come nearest:\n    "],
    [["explain", "at-tanf-2017", "strike"], "error[unclear-entry]: more than one entry of this run is \"strike\"\n  hint: say which, by its number:\n    "],
    [["explain", "tutorail", "5"], "did you mean \"tutorial\"?"],
    [["explain", "tutorial", "5", "--seed", "x"], "error[bad-seed]"],
    [["explain", "tutorial", "5", "--depth", "0"], "error[bad-number]"],
    [["explain", "none.jsonl", "5"], "there is no such journal"],
    [["explain", "none.jsonl", "5", "--seed", "3"], "error[contradiction]"],
  ])("%j", async (line, message) => {
    const { code, out, err } = await call(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});
