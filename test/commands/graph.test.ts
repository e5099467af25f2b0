import { describe, expect, test } from "vitest";
import { call } from "./captured-io.ts";

describe("graph", () => {
  test("without a name lists the charts by every name they have", async () => {
    const { code, out } = await call(["graph"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^garrison-adversary, garrison:adversary +\d+ states {2}How a garrison /);
    expect(out).toMatch(/\nline +17 states {2}A line between two parties/);
  });

  test.each([["militia", "mermaid", /^---\ntitle: "militia-adversary: /], ["militia:adversary", "dot", /^digraph "militia-adversary" \{\n/], ["militia-adversary", "xstate", /^\{\n {2}"id": "militia-adversary",\n/], ["line", "svg", /<svg [^]*<\/svg>\s*$/]])("%s as %s", async (name, format, shape) => {
    const { code, out, err } = await call(["graph", name, "--format", format]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(shape);
  });

  test("marks what a run went through, under the seed that is named", async () => {
    const { code, out } = await call(["graph", "militia", "--format", "dot", "--visited", "at-tanf-2017", "--seed", "3"]);
    expect(code).toBe(0);
    expect(out).toContain("never entered");
    expect(out).toContain("entered once");
  });

  test.each([
    [["graph", "militai"], "error[unknown-chart]: \"militai\" is no chart\n  hint: did you mean \"militia"],
    [["graph", "garrison"], "error[unclear-chart]: \"garrison\" has 3 charts\n  hint: say which: garrison:adversary, garrison:counterpart, garrison:partner"],
    [["graph", "militia", "--seed", "3"], "error[contradiction]"],
    [["graph", "militia", "--visited", "tutorail"], "did you mean \"tutorial\"?"],
    [["graph", "neighbour", "--visited", "at-tanf-2017"], "error[not-in-run]: no stance of at-tanf-2017 follows the chart neighbour-adversary"],
    [["graph", "militia", "--format", "png"], "Allowed choices are mermaid, dot, svg, xstate."],
  ])("%j is refused", async (line, message) => {
    const { code, out, err } = await call(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});
