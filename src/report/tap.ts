// A test report in the Test Anything Protocol, version 14: one line a case, and for a failure a block of YAML.

import type { TestSuite } from "./test-report.ts";

/** The lines of the report. What does not count is marked as skipped. */
export function* renderTap(suites: readonly TestSuite[]): Generator<string> {
  const all = suites.flatMap((suite) => suite.cases.map((one) => ({ suite, one })));
  yield "TAP version 14";
  yield `1..${all.length}`;
  for (const [i, { suite, one: { name, result, text, details } }] of all.entries()) {
    const point = `${result === "fails" ? "not ok" : "ok"} ${i + 1} - ${escaped(`${suite.name}: ${name}`)}`;
    yield result === "does-not-count" ? `${point} # SKIP ${escaped(text)}` : point;
    if (result !== "fails") continue;
    yield "  ---";
    yield `  message: ${quoted(text)}`;
    if (suite.seed !== undefined) yield `  seed: ${suite.seed}`;
    if (details.length > 0) yield "  details:";
    for (const detail of details) yield `    - ${quoted(detail)}`;
    yield `  again: ${quoted(suite.again)}`;
    yield "  ...";
  }
}

// A description may hold neither a plain # nor a line end.
function escaped(text: string): string {
  return text.replaceAll(/[\\#]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}

// JSON's quoted text is YAML's, but for a few signs that YAML takes for line ends.
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
