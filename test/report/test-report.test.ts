import * as fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { renderJunit } from "../../src/report/junit.ts";
import { renderTap } from "../../src/report/tap.ts";
import { brokenSuite, suiteOf, totalsOf, type CaseResult, type TestSuite } from "../../src/report/test-report.ts";
import { renderTestText } from "../../src/report/test-text.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { loadShipped } from "../bench/shipped.ts";

const MISSED = JSON.stringify({ add: { expect: [
  { id: "no-strike", event: { act: "strike", by: "coalition", against: "militia" }, within: ["2017-05-18 10:00", "2017-05-18 23:59"], absent: true },
  { id: "drone-on-6-june", event: { act: "shoot-down", by: "coalition" }, within: ["2017-06-06 10:00", "2017-06-06 23:59"] },
  { id: "calm", quiet: { within: ["2017-05-18 06:00", "2017-06-01 00:00"], below: "limited-force" } },
  { id: "at-peace", event: { stance: "militia > coalition", enters: "replying" }, within: ["2017-05-18 06:00", "2017-05-18 15:20"] },
] } });
const scenario = loadShipped("at-tanf-2017", [MISSED]);
const simulated = simulate(compileModel(scenario));
const report = { simulated, source: "a.yaml", seed: scenario.seed, version: "1.2.3", as: undefined, through: undefined };
const suite = suiteOf(report, true, "deconflict run a.yaml --seed 1");
const caseOf = (id: string, of = suite) => of.cases.find(({ name }) => name === id)!;

describe("a failing expectation says what happened instead", () => {
  test("where it was not to happen", () => expect(caseOf("no-strike")).toMatchObject({ result: "fails", details: [expect.stringMatching(/^happened: The coalition strikes .* \(18 May \d\d:\d\d, entry \d+\)$/)] }));
  test("where it happened at another time", () => {
    const { details } = caseOf("drone-on-6-june");
    expect(details.at(-1)).toMatch(/^the nearest outside the window: The coalition shoots it down\. \(8 June \d\d:\d\d, entry \d+\)$/);
  });
  test("where a stretch was not quiet", () => expect(caseOf("calm").details).toEqual([expect.stringMatching(/^broken by: The coalition toward the militias: .*limited force.* \(18 May /)]));
  test("where a stance went elsewhere, the highest first", () => expect(caseOf("at-peace").details).toEqual([expect.stringMatching(/^instead: The militias toward the coalition: \w+, 5 show of force/)]));
});

test("what binds another run does not count, and a share is not judged", () => {
  const other = suiteOf(report, false, "again");
  expect(caseOf("no-strike", other)).toMatchObject({ result: "does-not-count", text: expect.stringContaining(`binds the whole run under seed ${scenario.seed}`) });
  expect(totalsOf([other]).fails).toBe(0);
  const tutorial = loadShipped("tutorial");
  const shared = suiteOf({ ...report, simulated: simulate(compileModel(tutorial)) }, true, "again");
  expect(tutorial.expect.filter(({ kind }) => kind === "share").map(({ id }) => caseOf(id, shared).result)).toEqual(["does-not-count"]);
});

test("a broken invariant fails under any seed", () => {
  const broken = suiteOf({ ...report, simulated: { ...simulated, violations: [{ invariant: "levels-stay-in-range", number: 7 }] } }, false, "again");
  expect(caseOf("invariants", broken)).toEqual({ name: "invariants", result: "fails", text: "1 broken", details: ["levels-stay-in-range at entry 7: trust and rungs stay in range"] });
});

test("the text ends with the counts, and gives the line that runs a failing run again", () => {
  const lines = [...renderTestText([suite, brokenSuite("b.yaml", "deconflict run b.yaml")], { width: 80, colour: false })];
  const { holds, fails } = totalsOf([suite]);
  expect(lines.at(-1)).toBe(`2 runs: ${holds} held, ${fails + 1} failed.`);
  expect(lines).toContain("         again: deconflict run a.yaml --seed 1");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

const texts = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("]]>", "<a>&amp;\"'", "# SKIP x", "\\#", "1..0", "Bail out!", "a\nnot ok 1", "\u2028", "\u0000\uFFFE", "\uD800"));
const suites: fc.Arbitrary<readonly TestSuite[]> = fc.array(fc.record({
  name: texts, seed: fc.option(fc.nat(), { nil: undefined }), again: texts, broken: fc.boolean(),
  cases: fc.array(fc.record({ name: texts, result: fc.constantFrom<CaseResult>("holds", "fails", "does-not-count"), text: texts, details: fc.array(texts, { maxLength: 2 }) }), { minLength: 1, maxLength: 3 }),
}), { maxLength: 3 });

describe("JUnit", () => {
  test("is well-formed XML whatever names hold", () => {
    fc.assert(fc.property(suites, (drawn) => {
      expect(elementsOf([...renderJunit(drawn)].join("\n")).filter((name) => name === "testcase")).toHaveLength(drawn.reduce((sum, { cases }) => sum + cases.length, 0));
    }));
  });

  test("counts failures, skipped cases and files that could not be run", () => {
    const lines = [...renderJunit([suite, brokenSuite("b.yaml", "deconflict run b.yaml")])];
    const { holds, fails, "does-not-count": skipped } = totalsOf([suite]);
    expect(lines[1]).toBe(`<testsuites name="deconflict" tests="${holds + fails + skipped + 1}" failures="${fails}" errors="1" skipped="${skipped}">`);
    expect(lines.some((line) => line.includes("<error message=\"could not be run; stderr says why\" type=\"file\">again: deconflict run b.yaml</error>"))).toBe(true);
  });
});

describe("TAP", () => {
  test("is a plan, a line a case and YAML for failures, whatever names hold", () => {
    fc.assert(fc.property(suites, (drawn) => {
      const all = drawn.flatMap(({ cases }) => cases);
      const text = [...renderTap(drawn)].join("\n");
      const [version, plan, ...lines] = text.split("\n");
      expect([version, plan]).toEqual(["TAP version 14", `1..${all.length}`]);
      const points = lines.filter((line) => !line.startsWith(" "));
      expect(points.map((line) => /^(not ok|ok) (\d+) - ((?:[^#\\]|\\.)*?)(?: # SKIP .*)?$/.exec(line)?.slice(1, 3))).toEqual(all.map(({ result }, i) => [result === "fails" ? "not ok" : "ok", String(i + 1)]));
      const blocks = [...text.matchAll(/^ {2}---\n([^]*?)\n {2}\.\.\.$/gm)].map(([, block]) => parse(block!) as { message: string; details?: string[] });
      expect(blocks.map(({ message, details = [] }) => [message, details])).toEqual(all.filter(({ result }) => result === "fails").map(({ text: message, details }) => [message, details].map((one) => JSON.parse(JSON.stringify(one)))));
    }));
  });
});

/** The names of all elements; throws where the document is not well-formed. */
function elementsOf(document: string): readonly string[] {
  const names: string[] = [];
  const open: string[] = [];
  const rest = document.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, "")
    .replaceAll(/<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos|#10);[^"<&]*)*")*)(\/?)>/g, (_, closes: string, name: string, _attributes: string, empty: string) => {
      if (closes === "") names.push(name);
      if (closes !== "" && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      if (closes === "" && empty === "") open.push(name);
      return "";
    });
  if (open.length > 0) throw new Error(`<${open.join("><")}> is left open`);
  // eslint-disable-next-line no-control-regex
  if (/[<\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|apos|#10);)|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(rest)) throw new Error(`no XML: ${JSON.stringify(rest)}`);
  return names;
}
