import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { PERCEPT_NAMES } from "../../src/parties/percepts.ts";
import { renderCoverage } from "../../src/report/coverage-text.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { addCoverage, coverageBlock } from "../../src/study/coverage.ts";
import { visitsOf } from "../../src/study/visits.ts";
import { loadShipped } from "../bench/shipped.ts";

const scenario = loadShipped("first-strike");
const model = compileModel(scenario);
const work = coverageBlock.begin({ scenario });
const whole = work({ from: 1, count: 12 });

describe("coverage", () => {
  test("counts what the traces of the same runs tell", () => {
    const runs = Array.from({ length: 12 }, (_, i) => simulate(model, seeded(i + 1)).entries);
    for (const { chart, states, percepts } of whole) {
      const visits = runs.map((entries) => visitsOf(model, entries, chart)!);
      for (const [path, count] of states) expect(visits.reduce((sum, { states: of }) => sum + (of.get(path) ?? 0), 0)).toBe(count);
      const own = new Set(model.stances.filter((stance) => stance.chart.description.id === chart).map(({ party, other }) => `${model.parties[party]!.text} ${model.parties[other]!.text}`));
      const seen = runs.flatMap((entries) => entries.flatMap((entry) => (entry.kind === "perceived" && own.has(`${entry.who} ${entry.whom}`) ? [entry.percept] : [])));
      for (const [percept, count] of percepts) expect(seen.filter((name) => name === PERCEPT_NAMES[percept]).length).toBe(count);
    }
  });

  test("is the same however the seeds are cut into blocks", () => {
    const cut = addCoverage(addCoverage(work({ from: 1, count: 5 }), work({ from: 6, count: 1 })), work({ from: 7, count: 6 }));
    expect(cut).toEqual(whole);
  });

  test("names what was never entered and what never came, before the rest", () => {
    const [first] = whole;
    const never = { ...first!, states: new Map([["calm", 12], ["asleep", 0]]), percepts: new Map([[0, 3], [1, 0]]) };
    const lines = [...renderCoverage({ scenario, source: "a.yaml", version: "1.2.3", model: "m" }, 12, [never], (percept) => ({ name: PERCEPT_NAMES[percept]!, sentence: "saw it" }), { width: 80, colour: false })];
    const from = lines.findIndex((line) => line.includes(`${never.chart}: 1 of 2 states, 1 of 2 percepts that it listens to`));
    expect(lines.slice(from + 1, from + 4)).toEqual(["  never entered  asleep", `  never came     ${PERCEPT_NAMES[1]}: saw it`, "      1.000  calm"]);
  });
});
