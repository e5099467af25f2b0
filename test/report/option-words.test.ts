import { describe, expect, test } from "vitest";
import { chartStates } from "../../src/kernel/chart.ts";
import { DOCTRINES } from "../../src/parties/doctrines.ts";
import { OPTIONS, optionWords } from "../../src/report/option-words.ts";
import { ROAD, written } from "../simulation/small-crises.ts";

const decisions = Object.values(DOCTRINES).flatMap(({ charts }) => Object.values(charts)).flatMap((chart) => chartStates(chart).flatMap(({ state }) => (state.meta?.decision === undefined ? [] : [state.meta.decision])));
const { scenario } = written(ROAD, ["set: { parties.post.name: the guards, parties.column.name: Alder }"]);

describe("what can be chosen", () => {
  test("has words for every option of every decision, and for nothing else", () => {
    expect(decisions.length).toBeGreaterThan(40);
    const named = [...new Set(decisions.flatMap(({ name, options }) => options.map((option) => `${name}: ${option}`)))].sort();
    expect(Object.entries(OPTIONS).flatMap(([name, options]) => Object.keys(options).map((option) => `${name}: ${option}`)).sort()).toEqual(named);
  });

  test("reads differently from option to option, and agrees with whoever chooses", () => {
    for (const { name, options } of decisions) {
      for (const who of ["post", "column"]) {
        const words = options.map((option) => optionWords(scenario, name, option, who));
        expect(new Set(words).size).toBe(options.length);
        expect(words.filter((each) => /[{}|[\]]/.test(each) || !/^[a-z]/.test(each))).toEqual([]);
      }
    }
    expect([optionWords(scenario, "go-on", "stay", "post"), optionWords(scenario, "go-on", "stay", "column")]).toEqual(["stay where they are", "stay where it is"]);
  });
});
