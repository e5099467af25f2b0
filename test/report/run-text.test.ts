import { stripVTControlCharacters } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeliest, seeded } from "../../src/kernel/choices.ts";
import { renderRun, type RunReport } from "../../src/report/run-text.ts";
import { seenFrom } from "../../src/report/seat.ts";
import { tellStory } from "../../src/report/story.ts";
import { clock, longDate, dayNumber, timeIn } from "../../src/report/words.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";
import { crisis, ROAD, type Certainties } from "../simulation/small-crises.ts";

const PLAIN = { width: 80, colour: false };
const SHIPPED = ["first-strike", "dgmo-hotline", "tutorial"].map((name) => compileModel(loadShipped(name)));

function reportOf(model: Model, seed = 1, more: Partial<RunReport> = {}): RunReport {
  return { simulated: simulate(model, seeded(seed)), source: "the-road", seed, version: "1.2.3", as: undefined, through: undefined, ...more };
}

const linesOf = (report: RunReport, layout = PLAIN): readonly string[] => [...renderRun(report, layout)];
const onTheRoad = (certainly: Certainties, items: readonly unknown[] = [], set: object = {}, more: object = {}): Model => crisis(ROAD, certainly, JSON.stringify({ set, add: { timeline: items, ...more } }));
const ENTRY = { id: "in", at: "day 1 12:00", incident: "enter", by: "column", against: "post", forced: true };
/** The lines of the days: from the first heading to "How it went". */
const daysOf = (lines: readonly string[]): readonly string[] => lines.slice(lines.findIndex((line) => line.startsWith("── ")), lines.findIndex((line) => line.startsWith("── How it went")));
const footOf = (lines: readonly string[]): readonly string[] => lines.slice(lines.findIndex((line) => line.startsWith("── How it went")));
const isQuiet = (line: string): boolean => /^ {3}\d.*: quiet\. /.test(line);

/** Lines of a report, their breaks taken out: what stands behind an indent goes on from the line before it. */
function unbroken(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    if (line.startsWith(" ".repeat(14)) && whole.length > 0) whole.push(`${whole.pop()!} ${line.trim()}`);
    else whole.push(line);
  }
  return whole;
}

describe("what stands over a run", () => {
  const head = (report: RunReport): string => linesOf(report, { width: 1000, colour: false }).slice(0, 14).join("\n");

  test("is that it is simulated, and that stands under it too", () => {
    for (const as of [undefined, "post"]) {
      const lines = linesOf(reportOf(onTheRoad({}), 1, { as }));
      expect([lines[0], lines.at(-1)]).toEqual([expect.stringMatching(/^SIMULATED\. /), expect.stringMatching(/^SIMULATED\. /)]);
    }
  });

  test("is what makes it happen again: source, seed, version, model", () => {
    const model = onTheRoad({});
    expect(head(reportOf(model, 7))).toContain(`the-road, seed 7; deconflict 1.2.3, model ${model.hash}. Local times, UTC.`);
    expect(head(reportOf(model, model.scenario.seed))).toContain(`the-road, seed ${model.scenario.seed}, the scenario's own; `);
    expect(head(reportOf(model, 1, { seed: undefined, simulated: simulate(model, likeliest) }))).toContain("the-road, the no-surprise course (always the likeliest); ");
  });

  test("is how far it was run, and whose seat it is seen from", () => {
    const model = onTheRoad({}, [], { "parties.post.name": "the guards" });
    expect(head(reportOf(model, 1, { through: "day 2 06:00" }))).toContain(" Shown through day 2 06:00.");
    expect(head(reportOf(model, 1, { as: "post" }))).toContain("Seen from the seat of the guards: what it perceived, was told and did. The truth may differ.");
    expect(head(reportOf(model))).not.toMatch(/Shown through|Seen from/);
  });
});

describe("who takes part", () => {
  const heads = (as?: string): readonly string[] => linesOf(reportOf(onTheRoad({}, [], { "parties.post.name": "the guards" }), 1, { as })).slice(0, 14);

  test("has a line, with how it stands toward the others, and those apart from it all have one together", () => {
    expect(heads()).toEqual(expect.arrayContaining([
      "The guards (garrison): against Column and Raiders; linked to Sponsor by the", "  Wire.", "Sponsor: linked to the guards by the Wire; patron of Column.", "Column (militia): against the guards; backed by Sponsor.", "Elsewhere: Strangers.",
    ]));
  });

  test("is not told from a seat, which may not know it", () => {
    expect(heads("post").filter((line) => /against|Elsewhere|backed by/.test(line))).toEqual([]);
  });
});

describe("the days", () => {
  test("theStoryIsToldWholeAndInOrder, at any width, from any seat", () => {
    const check = (model: Model, seed: number, width: number, seat: number): void => {
      const actors = Object.values(model.scenario.parties).filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id);
      const as = seat % (actors.length + 1) === 0 ? undefined : actors[seat % actors.length];
      const report = reportOf(model, seed, { as });
      const { entries } = report.simulated;
      const days = Map.groupBy(tellStory(model, entries, as === undefined ? entries : seenFrom(as, model.scenario, entries)), ({ at }) => dayNumber(model.scenario, at));
      const told = [...days.values()].filter((lines) => !lines.every(({ repeats }) => repeats)).flat();
      const shown = unbroken(daysOf(linesOf(report, { width, colour: false }))).filter((line) => /^\d\d:\d\d {2}/.test(line));
      expect(shown).toEqual(told.map(({ at, tag, text }) => `${clock(timeIn(model.scenario, at))}  ${tag.padEnd(6)} ${text}`));
    };
    fc.assert(fc.property(crises, fc.integer({ min: 40, max: 160 }), fc.nat(9), (drawn, width, seat) => { check(modelOf(drawn), drawn.seed, width, seat); }), { numRuns: 25 });
    for (const model of SHIPPED) for (const [seed, width] of [[1, 40], [2, 80], [3, 133]] as const) check(model, seed, width, seed);
  });

  // The lines over the days, and those of quiet days, have a length of their own.
  test("noLineOfADayOrBelowIsWiderThanTheTerminal, unless a single word is", () => {
    const check = (model: Model, seed: number, width: number, as?: string): void => {
      const lines = linesOf(reportOf(model, seed, { as }), { width, colour: false });
      const wide = [...daysOf(lines), ...footOf(lines).slice(0, -1)].filter((line) => line.length > width && !isQuiet(line) && /\S \S/.test(line.slice(14)));
      expect(wide).toEqual([]);
    };
    fc.assert(fc.property(crises, fc.integer({ min: 40, max: 160 }), (drawn, width) => { check(modelOf(drawn), drawn.seed, width); }), { numRuns: 25 });
    for (const model of SHIPPED) for (const width of [40, 57, 80, 120]) check(model, 1, width);
    for (const as of ["coalition", "russia", "militia"]) check(SHIPPED[0]!, 2, 50, as);
  });

  test("stand under their dates, counted from the first, and only those on which something happens", () => {
    const model = onTheRoad({}, [{ ...ENTRY, at: "day 2 12:00" }, { ...ENTRY, id: "again", at: "day 4 12:00" }]);
    const headings = daysOf(linesOf(reportOf(model))).filter((line) => line.startsWith("── "));
    expect(headings.map((line) => line.replace(/ ─+$/, ""))).toEqual(["── Tuesday 7 May 2030, day 2", "── Thursday 9 May 2030, day 4"]);
    for (const line of headings) expect(line).toHaveLength(80);
  });

  test("everyLineStandsUnderTheDayItFallsOn", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const report = reportOf(modelOf(drawn), drawn.seed);
      const { model: { scenario }, entries } = report.simulated;
      const days = Map.groupBy(tellStory(report.simulated.model, entries), ({ at }) => dayNumber(scenario, at));
      const expected = [...days.values()].filter((lines) => !lines.every(({ repeats }) => repeats)).flat().map(({ at }) => `${longDate(timeIn(scenario, at))}, day ${dayNumber(scenario, at) + 1} ${clock(timeIn(scenario, at))}`);
      let heading = "";
      const shown: string[] = [];
      for (const line of daysOf(linesOf(report))) {
        if (line.startsWith("── ")) heading = line.slice(3).replace(/ ─+$/, "");
        if (/^\d\d:\d\d {2}/.test(line)) shown.push(`${heading} ${line.slice(0, 5)}`);
      }
      expect(shown).toEqual(expected);
    }), { numRuns: 20 });
  });

  test.each([
    ["calls that are routine", {}, {}, ["6 May to 10 May: quiet. The line was used 4 times, for routine notices."]],
    ["no line at all", {}, { channels: {} }, ["6 May to 10 May: quiet. No call took place."]],
    ["calls that stay away", {}, { "channels.wire.practised": "closed" }, ["8 May to 10 May: quiet. 2 calls were due, and none of these came."]],
  ] as const)("that are quiet are told in one line: %s", (_, certainly, set, quiet) => {
    expect(linesOf(reportOf(onTheRoad(certainly, [], set))).filter(isQuiet).map((line) => line.trim())).toEqual(quiet);
  });

  test("on which nothing is said but what was said before are quiet, and that is counted", () => {
    const gathered = (at: string) => ({ id: `gathered-${at.slice(4, 5)}`, at, incident: "mass", by: "column", against: "post", forced: true });
    const model = onTheRoad({ "garrison.warns-again": "6 h" }, [gathered("day 1 08:00"), gathered("day 2 10:00")]);
    expect(unbroken(linesOf(reportOf(model), { width: 200, colour: false })).filter(isQuiet).map((line) => line.trim())).toEqual(["8 May to 10 May: quiet. The line was used twice. The warning to Column was repeated once, and passed on."]);
  });

  test("that are quiet from a seat tell of calls over its own lines alone", () => {
    const quiet = (as: string): readonly string[] => linesOf(reportOf(onTheRoad({}), 1, { as })).filter(isQuiet).map((line) => line.trim());
    expect([quiet("post"), quiet("column")]).toEqual([["6 May to 10 May: quiet. The line was used 4 times, for routine notices."], ["6 May to 10 May: quiet. No call took place."]]);
  });

  test("that are quiet between others are named one by one, or from the first to the last", () => {
    const model = onTheRoad({}, [{ ...ENTRY, at: "day 1 12:00" }, { ...ENTRY, id: "again", at: "day 3 12:00" }]);
    const lines = linesOf(reportOf(model));
    expect(lines.filter(isQuiet).map((line) => line.trim().split(":")[0])).toEqual(["7 May", "9 May to 10 May"]);
    expect(lines.findIndex((line) => line.includes("7 May: quiet"))).toBeLessThan(lines.findIndex((line) => line.includes("Wednesday 8 May 2030")));
  });

  test("end with where the crisis pairs stand, where one of them moved", () => {
    const model = onTheRoad({ "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" }, [ENTRY, { id: "shock", at: "day 3 12:00", shock: "outside", "felt-by": ["post"], "text": "Elsewhere." }]);
    const lines = unbroken(daysOf(linesOf(reportOf(model))));
    const ladders = lines.filter((line) => line.includes(" LADDER "));
    expect(ladders).toEqual(["       LADDER post-column 4 warning | post-sponsor 2 concern"]);
    expect(lines.indexOf(ladders[0]!)).toBe(lines.findLastIndex((line, i) => i < lines.findIndex((other) => other.includes("7 May")) && line !== ""));
  });

  test("end without it where a pair has moved and is back where it stood", () => {
    const gathered = (day: number) => ({ id: `gathered-${day}`, at: `day ${day} 08:00`, incident: "mass", by: "column", against: "post", forced: true });
    const left = { id: "left", at: "day 2 12:00", incident: "withdraw", by: "column", against: "post", forced: true };
    const model = onTheRoad({}, [gathered(1), left, { ...gathered(2), at: "day 2 14:00" }]);
    const ladders = unbroken(daysOf(linesOf(reportOf(model)))).filter((line) => line.includes(" LADDER "));
    expect(ladders).toEqual([expect.stringContaining("post-column 4 warning")]);
  });

  test("that are quiet end with where the pairs stand, where they have come down meanwhile", () => {
    const left = { id: "left", at: "day 1 18:00", incident: "withdraw", by: "column", against: "post", forced: true };
    const model = onTheRoad({ "patron.carried": "1 d", "garrison.doubt-fades": "1 d", "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" }, [ENTRY, left]);
    const lines = unbroken(daysOf(linesOf(reportOf(model)))).filter((line) => isQuiet(line) || line.includes(" LADDER "));
    expect(lines).toEqual(["       LADDER post-column 1 routine | post-sponsor 2 concern", expect.stringMatching(/: quiet\. /), "       LADDER post-column 1 routine | post-sponsor 1 routine"]);
  });

  test("from a seat end with where it stands itself", () => {
    const model = onTheRoad({ "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" }, [ENTRY]);
    const ladder = (as: string): string | undefined => unbroken(linesOf(reportOf(model, 1, { as }))).find((line) => line.includes(" LADDER "));
    expect(ladder("post")).toContain("post-column 4 warning | post-sponsor 2 concern");
    expect(ladder("sponsor")).toContain("post-sponsor 2 concern");
    expect(ladder("sponsor")).not.toContain("column");
    expect(ladder("column")).toBeUndefined();
  });
});

describe("how it went", () => {
  const foot = (model: Model, seed = 1): string => footOf(linesOf(reportOf(model, seed), { width: 1000, colour: false })).join("\n");

  test("is told in sentences: peaks, force, line, warnings and requests, readings", () => {
    const certainly: Certainties = { "sight.reading/enter": "graver", "garrison.answer-due": "20 m", "garrison.leave-due": "1 h", "garrison.aircraft-over": "30 m", "garrison.last-chance": "1 h", "garrison.use-of-force": "strike" };
    expect(foot(onTheRoad(certainly, [ENTRY])).split("\n").slice(1, 6)).toEqual([
      "How high it went: Post and Column 6 limited force (6 May 15:05); Post and Sponsor 3 protest (6 May 17:05).",
      "Force: Post against Column once (strike). The first on 6 May 16:05.",
      "The line: 4 of 4 due calls taken, 6 extra calls, 0 calls not taken, 0 cut off.",
      "Warnings: 1 sent, 1 reached those they were for. Requests: 1 sent, 0 followed, 1 not followed.",
      "Readings: 1 graver and 0 milder than meant, 0 toward the wrong party, 0 toward nobody.",
    ]);
  });

  test("says which of the requests that were followed or not could not be verified", () => {
    expect(foot(onTheRoad({ "relay.verified": 0, "garrison.answer-due": "20 m", "garrison.leave-due": "1 h" }, [ENTRY]))).toContain("Requests: 1 sent, 0 followed, 1 not followed; of these 1 could not be verified.");
  });

  test("says so where no force was used, where nothing was due, and where a goal was reached", () => {
    const round = { id: "round", at: "day 1 07:00", order: { to: "column", toward: "post", do: "go-round" } };
    const text = foot(onTheRoad({ "militia.road-takes": "10 h" }, [round], { "channels.wire.calls": [] }));
    expect(text).toContain("Force: none was used inside the crisis pairs.");
    expect(text).toContain("The line: 0 calls on request, 0 calls not taken.");
    expect(text).toMatch(/Goal: Column reached market by another way on \d+ May \d\d:\d\d\./);
  });

  test("has what the author expected, with what held and what did not", () => {
    const expected = { expect: [{ id: "hit", event: { act: "strike" } }, { id: "calls", event: { call: "answered" } }] };
    const lines = footOf(linesOf(reportOf(onTheRoad({}, [], {}, expected)), { width: 1000, colour: false }));
    const at = lines.findIndex((line) => line.startsWith("── What the author expected"));
    expect(lines[at + 1]).toMatch(/^FAILS {2}hit +expected at least once between /);
    expect(lines[at + 2]).toMatch(/^holds {2}calls +6 May 09:00, 4 times in all$/);
    expect(foot(onTheRoad({}))).not.toContain("What the author expected");
  });

  test("is not told from a seat, and neither is what the author expected", () => {
    for (const seat of ["coalition", "russia", "militia"]) {
      const lines = footOf(linesOf(reportOf(SHIPPED[0]!, 5, { as: seat })));
      expect(lines.filter((line) => line.startsWith("── ")).map((line) => line.replace(/ ─+$/, ""))).toEqual(["── How it went", "── Assumptions"]);
      expect(lines.slice(1, lines.findIndex((line) => line.startsWith("── Assumptions"))).join("")).toBe("");
    }
  });
});

test("colour adds to the words and takes none away", () => {
  for (const model of SHIPPED) {
    const report = reportOf(model, 2);
    const [plain, coloured] = [linesOf(report), linesOf(report, { width: 80, colour: true })];
    expect(coloured.map((line) => stripVTControlCharacters(line))).toEqual(plain);
    expect(coloured.filter((line) => line.includes("\u001B")).length).toBeGreaterThan(20);
    // What is painted is painted whole: no line leaves a colour on.
    for (const line of coloured) expect(line.split("\u001B[0m").length - 1).toBe((line.split("\u001B[").length - 1) / 2);
  }
});

test("a report is made line by line: nobody has to wait for its end", () => {
  const lines = renderRun(reportOf(SHIPPED[0]!, 1), PLAIN);
  expect(lines.next().value).toMatch(/^SIMULATED\. /);
});
