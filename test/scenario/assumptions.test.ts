import { describe, expect, test } from "vitest";
import { lookUp } from "../../src/scenario/assumptions.ts";
import { afterChange, changed, loadFiles, loadWhole } from "./small-world.ts";

const WRITTEN = "  line.answered: 0.8\n";

describe("a value must fit the kind of its parameter", () => {
  test.each([
    ["line.answered: 1.2", "bad-value", "1.2"],
    ["line.answered: often", "bad-value", "often"],
    ["line.answered: -0.1", "bad-value", "-0.1"],
    ["line.carries: 1.5", "bad-value", "1.5"],
    ["line.carries: -1", "bad-value", "-1"],
    ["word.calms: 0", "bad-value", "0"],
    ["line.answered: { value: 0.4, range: [0.5, 0.9] }", "outside-own-range", "0.4"],
    ["line.answered: { value: 0.6, range: [0.9, 0.5] }", "bad-range", "range"],
    ["line.answered: { value: 0.6, range: [0.5, 1.5] }", "bad-range", "range"],
    ["enter.distance: { value: 5 km, range: [1, 2] }", "bad-range", "range"],
    ["enter.distance: 5 h", "bad-distance", "5 h"],
    ["enter.distance: 5", "bad-distance", "5"],
    ["enter.distance: { 5 km: 0 }", "bad-weights", "enter.distance"],
    ["enter.distance: { 5 km: 1, 5km: 1 }", "repeated", "1"],
    ["line.anwsered: 0.5", "unknown-assumption", "line.anwsered"],
    ["line.answered/phnoe: 0.5", "unknown-qualifier", "line.answered/phnoe"],
    ["line.answered/phone/phone: 0.5", "repeated", "line.answered/phone/phone"],
    ["enter.distance: { 5 km: -1 }", "out-of-range", "-1"],
  ])("%s is %s", (entry, code, pointsAt) => {
    const found = afterChange(WRITTEN, `  ${entry}\n`);
    expect(found.codes).toEqual([code]);
    expect(found.pointsAt).toBe(pointsAt);
  });

  test.each([
    ["{ value: { hold: 3 } }", "missing-option"],
    ["{ value: { hold: 3, strike: 1, wait: 1 } }", "unknown-option"],
    ["{ value: { hold: 0, strike: 0 } }", "bad-weights"],
    ["0.5", "bad-value"],
  ])("weights must name every option and no other: %s", (value, code) => {
    const found = afterChange("{ value: { hold: 3, strike: 1 }, why: patient }", value);
    expect(found.codes).toEqual([code]);
  });

  test("a missing option is hinted at with all of them", () => {
    expect(afterChange("{ value: { hold: 3, strike: 1 }, why: patient }", "{ hold: 3 }").hint).toBe("write all of: strike, hold; 0 for what never happens");
  });

  test("a mistyped name is answered with the nearest", () => {
    expect(afterChange(WRITTEN, "  line.anwsered: 0.5\n").hint).toMatch(/^did you mean "line.answered"\?/);
  });

  test("a parameter of a doctrine that nobody has is a warning and stays out", () => {
    const loaded = loadFiles({ "gate.yaml": changed(WRITTEN, "  idler.sleeps: 9 h\n") });
    expect(loaded.warnings.map(({ code }) => code)).toEqual(["unused-assumption"]);
    expect(loaded.ok && loaded.scenario.assumptions.some(({ name }) => name === "idler.sleeps")).toBe(false);
  });
});

describe("the most specific assumption wins", () => {
  const { assumptions } = loadWhole(changed(WRITTEN, "  line.answered: 0.8\n  line.answered/phone: 0.7\n  line.answered/phone/general: 0.6\n"));
  const p = (name: string, context: readonly string[]): unknown => {
    const { value } = lookUp(assumptions, name, context);
    return value.kind === "probability" ? value.p : undefined;
  };

  test("no qualifier in the context: the bare one", () => expect(p("line.answered", ["guards", "callers"])).toBe(0.8));
  test("one qualifier in the context: the one narrowed to it", () => expect(p("line.answered", ["phone", "duty-officer", "guards"])).toBe(0.7));
  test("two qualifiers in the context: the one narrowed to both", () => expect(p("line.answered", ["callers", "general", "phone"])).toBe(0.6));
  test("a default narrowed to an act holds beside the scenario's own", () => expect(p("sight.attributed", ["shell", "strays"])).toBe(0.5));
  test("the scenario's key wins over a default that is as narrow", () => expect(p("sight.attributed", ["shell", "raiders"])).toBe(0.7));
  test("a name that nobody declares is a bug", () => expect(() => lookUp(assumptions, "line.colour", [])).toThrow("line.colour"));
});

describe("a tie is a mistake", () => {
  const codes = (...entries: readonly string[]): readonly string[] => afterChange(WRITTEN, entries.map((entry) => `  ${entry}\n`).join("")).codes;

  const warnings = (...entries: readonly string[]): readonly string[] => {
    const loaded = loadFiles({ "gate.yaml": changed(WRITTEN, entries.map((entry) => `  ${entry}\n`).join("")) });
    return loaded.ok ? loaded.warnings.map(({ message }) => message) : loaded.diagnostics.map(({ message }) => message);
  };

  test("two ends of a line narrow the same parameter", () => {
    expect(codes("line.answered/guards: 0.5", "line.answered/callers: 0.6")).toEqual(["tied-assumptions"]);
  });
  test("but not what belongs to each end and not to the line", () => {
    expect(codes("sight.attributed/guards: 0.5", "sight.attributed/callers: 0.6")).toEqual([]);
  });
  test("a line and its level narrow the same parameter", () => {
    expect(codes("line.answered/phone: 0.5", "line.answered/general: 0.6")).toEqual(["tied-assumptions"]);
  });
  test("an act and a party narrow the same parameter", () => {
    expect(codes("sight.attributed/strays: 0.5", "sight.attributed/patrol: 0.6")).toContain("tied-assumptions");
  });
  test("a key narrowed to both settles it", () => {
    expect(codes("line.answered/guards: 0.5", "line.answered/callers: 0.6", "line.answered/guards/callers: 0.4")).toEqual([]);
  });
  test("parties that never meet do not tie", () => {
    expect(codes("line.answered/raiders: 0.5", "line.answered/callers: 0.6")).toEqual([]);
  });
  test("what is narrowed by words that never come up together holds nowhere, and that is said", () => {
    expect(warnings("sight.attributed/guards/callers: 0.5")).toEqual([expect.stringContaining("nothing is asked of guards and callers together")]);
    expect(warnings("sight.attributed/guards/toward-callers: 0.5", "line.answered/guards/callers: 0.4", "sight.attributed/patrol/strays: 0.4")).toEqual([]);
  });
  test("the same words in another order are the same key", () => {
    expect(codes("line.answered/phone/general: 0.5", "line.answered/general/phone: 0.6")).toContain("repeated");
  });
});
