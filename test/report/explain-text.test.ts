import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { decisiveLines, headLines, linkLines, searchedLines } from "../../src/report/explain-text.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { accountOf, chainOf } from "../../src/study/account.ts";
import { linksBehind } from "../../src/study/explain.ts";
import { loadShipped } from "../bench/shipped.ts";

const scenario = loadShipped("at-tanf-2017");
const account = accountOf({ model: compileModel(scenario), answerer: seeded(scenario.seed), amendments: [], events: undefined });
const layout = { width: 80, colour: false };
const MOST = 10;

describe("the links behind an entry", () => {
  test("every entry behind it but the beginning stands in one of them, in order", () => {
    for (const { number } of account.entries) {
      const behind = chainOf(account.entries, number).filter((at) => at === number || account.entries[at]!.kind !== "run.started");
      const links = linksBehind(account, number);
      const told = links.flatMap(({ told: entry, stance }) => [entry.number, ...(stance === undefined ? [] : [stance.number])]);
      expect(behind).toEqual(expect.arrayContaining(told));
      expect(links.at(-1)!.told.number === number || links.at(-1)!.stance?.number === number).toBe(true);
      expect(links.map(({ told: { at } }) => at)).toEqual(links.map(({ told: { at } }) => at).toSorted((a, b) => a - b));
    }
  });

  test("no explanation takes more lines than it may, nor wider ones, and says what it left out", () => {
    for (const { number } of account.entries) {
      const links = linksBehind(account, number);
      const lines = linkLines(scenario, links, layout, MOST);
      expect(lines.length).toBeLessThanOrEqual(MOST);
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      const full = linkLines(scenario, links, layout);
      expect(full.some((line) => line.includes("left out"))).toBe(false);
    }
  });

  test("a decision is told with how likely it was and what else was open, and the stance before and after", () => {
    const decision = account.entries.find((entry) => entry.kind === "decision" && entry.decision === "use-of-force" && entry.option === "strike")!;
    const text = linkLines(scenario, linksBehind(account, decision.number), { width: 400, colour: false }).at(-1)!;
    expect(text).toContain("The coalition decides: order a strike. About 9 in 10; open too: warn once more or hold back.");
    const moved = account.entries.find((entry) => entry.cause === decision.number && entry.kind === "stance")!;
    expect(linkLines(scenario, linksBehind(account, moved.number), { width: 400, colour: false }).at(-1)).toContain("Now defending, up to 6 limited force, from 5.");
  });

  test("a message that was sent is told with what had become of it by then", () => {
    const texts = account.entries.filter(({ kind }) => kind === "act").flatMap(({ number }) => linkLines(scenario, linksBehind(account, number), { width: 400, colour: false }));
    expect(texts.some((text) => /- Warning of hostile intent to the militias by way of Russia: delivered, /.test(text))).toBe(true);
  });
});

test("the head says that it is simulated, which run, when and what", () => {
  const strike = account.entries.find((entry) => entry.kind === "act" && entry.act === "strike")!;
  const lines = headLines(scenario, strike, { source: "a.yaml", seed: 3, version: "1.2.3", all: false }, { width: 400, colour: false });
  expect(lines).toEqual(["SIMULATED. a.yaml, seed 3; deconflict 1.2.3.", expect.stringMatching(/^Why, 18 May \d\d:\d\d: The coalition strikes .*\.$/), ""]);
});

describe("what a search came to", () => {
  const end = { tried: 40, choices: 40, decisive: 2, together: undefined, setsTried: 0, reach: 720 };
  const wide = { width: 400, colour: false };
  const asked = account.asked.find(({ question }) => question.name.text === "garrison.use-of-force")!;

  test("a decisive choice says when, what was open, and what else would have had to be taken", () => {
    expect(decisiveLines(scenario, { asked, prevents: [1, 2], others: 2 }, wide)).toEqual([expect.stringMatching(/^◆ 18 May \d\d:\d\d what the coalition decides toward the militias \(use of force\): warn once more or hold back, not order a strike$/)]);
  });
  test("all were tried", () => expect(searchedLines(scenario, end, 2, wide)).toEqual(["All 40 choices before it were tried, each alone. Not happened: nothing of the kind by the same party toward the same one within 12 hours of it."]));
  test("what is not shown is counted", () => expect(searchedLines(scenario, end, 1, wide)[0]).toBe("  and 1 more, which --all shows"));
  test("what was not tried is never taken for tried", () => {
    expect(searchedLines(scenario, { ...end, tried: 30, decisive: 0 }, 0, wide)).toEqual([
      "None of the choices that were tried was decisive.", "30 of 40 choices before it were tried, the nearest ones behind it first; among the others there may be more.",
    ]);
  });
  test("no single one, and a set that was", () => {
    const change = { question: asked.question, option: 2 };
    const lines = searchedLines(scenario, { ...end, decisive: 0, setsTried: 9, together: [change, change] }, 0, wide);
    expect(lines.slice(0, 2)).toEqual(["No single choice was decisive.", "Two of them together were: had all of these gone otherwise, it would not have happened."]);
    expect(lines[2]).toMatch(/^◆ .*: hold back$/);
  });
  test("no single one, and no set that was found", () => {
    expect(searchedLines(scenario, { ...end, decisive: 0, setsTried: 9 }, 0, wide)[1]).toBe("Nor was any of the 9 sets of two or three that were tried along its causes.");
  });
});
