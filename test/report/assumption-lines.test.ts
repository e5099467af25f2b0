import { describe, expect, test } from "vitest";
import { assumptionLines, valueText } from "../../src/report/assumption-lines.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { loadShipped } from "../bench/shipped.ts";
import { ROAD, written } from "../simulation/small-crises.ts";

const tanf = loadShipped("at-tanf-2017");
const roadWith = (set: Readonly<Record<string, unknown>>): Scenario => written(ROAD, [JSON.stringify({ set })]).scenario;
/** The lines without their breaks. */
const whole = (scenario: Scenario, width = 80): string => assumptionLines(scenario, width).join(" ").replaceAll(/ +/g, " ");

describe("the assumptions of a run", () => {
  test("are all there, each once, with their values", () => {
    const text = `${whole(tanf)} `;
    for (const { key, value, from } of tanf.assumptions) {
      const shown = from === "scenario" ? ` ${key}: ${valueText(value)}` : ` ${key} ${valueText(value)}`;
      expect(text.split(new RegExp(`${shown.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=[;. ]| \\[| \\()`)), `shown as ${shown}`).toHaveLength(2);
    }
    expect(tanf.assumptions.length).toBeGreaterThan(100);
  });

  test("that the scenario sets come first, with range, ground and reason", () => {
    const lines = assumptionLines(tanf, 200).map((line) => line.trim());
    const own = tanf.assumptions.filter(({ from }) => from === "scenario");
    expect(lines[0]).toBe("Set by the scenario:");
    expect(lines[1 + own.length]).toBe("Defaults, assumed:");
    expect(lines.slice(1, 1 + own.length)).toContain("relay.complied: 0.12 [0 to 0.9] (record: relays failed on 18 May and 6 June; one success is claimed for 9 June)");
    expect(lines.slice(1, 1 + own.length)).toContain("news.travels/russia: 10 m (judgement: its officers are with the forces it backs)");
  });

  test("that are the program's stand by what they rest on, and none of them twice", () => {
    const lines = assumptionLines(tanf, 100_000).map((line) => line.trim());
    const headings = lines.filter((line) => line.endsWith(":"));
    expect(headings).toEqual(["Set by the scenario:", "Defaults, assumed:", "Defaults, by judgement:", "Defaults, by literature:", "Defaults, by record:"]);
    for (const ground of ["assumed", "judgement", "literature", "record"] as const) {
      const under = lines[lines.indexOf(ground === "assumed" ? "Defaults, assumed:" : `Defaults, by ${ground}:`) + 1]!;
      expect(under.slice(0, -1).split("; ")).toEqual(tanf.assumptions.filter((one) => one.from === "default" && one.ground === ground).map(({ key, value }) => `${key} ${valueText(value)}`));
    }
  });

  test("where the scenario sets none, are the program's alone", () => {
    expect(assumptionLines(roadWith({}), 80)[0]).toMatch(/^Defaults, /);
    expect(whole(roadWith({}))).not.toContain("Set by the scenario");
  });

  test("that replace a default stand with the scenario's, and no longer with the defaults", () => {
    const text = whole(roadWith({ "assumptions.line.answered": { value: 0.5, ground: "assumed", why: "half the time" } }));
    expect(text).toMatch(/^Set by the scenario: line\.answered: 0\.5( \[[^\]]*\])? \(assumed: half the time\) Defaults/);
    expect(text.split("line.answered 0.")).toHaveLength(1);
  });

  test.each([40, 60, 80, 120])("fit %i columns, as far as their words do", (width) => {
    expect(assumptionLines(tanf, width).filter((line) => line.length > width && line.trim().includes(" "))).toEqual([]);
  });
});

test.each([
  ["line.answered", 0.25, "0.25"],
  ["line.carries", 3, "3"],
  ["word.calms", 2, "x2"],
  ["news.travels", "90 m", "90 m"],
  ["news.travels", { "1 h": 2, "3 h": 1 }, "1 h 2 : 3 h 1"],
  ["sight.near", "20 km", "20 km"],
  ["firmness.read", { "heeded": 1, "let-pass": 20, "resented": 4 }, "heeded 1 : let-pass 20 : resented 4"],
])("%s as %j is shown as %s", (key, value, text) => {
  const assumption = roadWith({ [`assumptions.${key}`]: value }).assumptions.find((one) => one.key === key)!;
  expect(valueText(assumption.value)).toBe(text);
});
