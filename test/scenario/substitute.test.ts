import { describe, expect, test } from "vitest";
import { faultOf, isNumeric, numberOf, withAssumptions } from "../../src/scenario/substitute.ts";
import { hashOf } from "../../src/scenario/hash.ts";
import { seeded } from "../../src/kernel/choices.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { loadShipped } from "../bench/shipped.ts";

const scenario = loadShipped("at-tanf-2017");
const assumption = (key: string) => scenario.assumptions.find((one) => one.key === key)!;

describe("another value for an assumption", () => {
  test.each([
    ["relay.complied", 0.6], ["relay.complied/syria", 0.1], ["line.answered", 0.5], ["sight.near-sharpens", 7.5], ["line.carries", 3], ["relay.complied", 0],
  ])("%s at %d is what the loader makes of it", (key, number) => {
    const overlay = assumption(key).from === "scenario" ? { [`assumptions.${key}.value`]: number } : { [`assumptions.${key}`]: number };
    const loaded = loadShipped("at-tanf-2017", [JSON.stringify({ set: overlay })]);
    const substituted = withAssumptions(scenario, [[key, number]]);
    const { hash: _hash, ...rest } = substituted;
    expect(hashOf(rest)).toBe(loaded.hash);
    expect(substituted.assumptions.map(({ value, qualifiers, name }) => ({ value, qualifiers, name }))).toEqual(loaded.assumptions.map(({ value, qualifiers, name }) => ({ value, qualifiers, name })));
    const entries = (of: typeof scenario) => simulate(compileModel(of), seeded(3)).entries;
    expect(entries(substituted)).toEqual(entries(loaded));
  });

  test("leaves the scenario as it was, and keeps what the value rests on", () => {
    const before = structuredClone(scenario);
    const { ground, why, range } = withAssumptions(scenario, [["relay.complied", 0.6]]).assumptions.find(({ key }) => key === "relay.complied")!;
    expect(scenario).toEqual(before);
    expect({ ground, why, range }).toEqual({ ground: "record", why: assumption("relay.complied").why, range: [0, 0.9] });
  });

  test("no values change nothing", () => expect(withAssumptions(scenario, [])).toBe(scenario));

  test("of an assumption that is not in force is a bug", () => expect(() => withAssumptions(scenario, [["relay.obeyed", 1]])).toThrow("not in force: relay.obeyed"));
});

describe("a number that cannot be", () => {
  test.each([
    ["relay.complied", 0.95, "relay.complied: 0.95 lies outside its range, 0 to 0.9"],
    ["relay.complied", 1.5, "relay.complied: 1.5 is no probability"],
    ["sight.near-sharpens", 0, "sight.near-sharpens: 0 is no factor"],
    ["line.carries", 2.5, "line.carries: 2.5 is no count"],
    ["relay.complied", 0.9, undefined],
  ])("%s at %d: %s", (key, number, fault) => expect(faultOf(assumption(key), number)).toBe(fault));
});

test("only probabilities, factors and counts are single numbers", () => {
  expect([isNumeric(assumption("relay.complied")), isNumeric(assumption("decision.takes")), isNumeric(assumption("firmness.read"))]).toEqual([true, false, false]);
  expect(numberOf(assumption("relay.complied"))).toBe(0.12);
});
