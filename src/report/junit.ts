// A test report as JUnit XML, as continuous integration reads it. No package writes it: those there are stamp the time of day
// and bring others along, and what has to be right is the escaping.

import { totalsOf, type TestCase, type TestSuite } from "./test-report.ts";

/** The lines of the document. */
export function* renderJunit(suites: readonly TestSuite[]): Generator<string> {
  yield "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  yield `<testsuites${attributes({ name: "deconflict", ...countsOf(suites) })}>`;
  for (const suite of suites) {
    yield `  <testsuite${attributes({ name: suite.name, ...countsOf([suite]) })}>`;
    yield "    <properties>";
    yield "      <property name=\"simulated\" value=\"true\"/>";
    if (suite.seed !== undefined) yield `      <property${attributes({ name: "seed", value: suite.seed })}/>`;
    yield `      <property${attributes({ name: "again", value: suite.again })}/>`;
    yield "    </properties>";
    for (const one of suite.cases) yield* testCase(suite, one);
    yield "  </testsuite>";
  }
  yield "</testsuites>";
}

function* testCase({ name: suite, again, broken }: TestSuite, { name, result, text, details }: TestCase): Generator<string> {
  const opening = `    <testcase${attributes({ classname: suite, name })}`;
  if (result === "holds") {
    yield `${opening}/>`;
    return;
  }
  yield `${opening}>`;
  if (result === "does-not-count") yield `      <skipped${attributes({ message: text })}/>`;
  else {
    const element = broken ? "error" : "failure";
    yield `      <${element}${attributes({ message: text, type: broken ? "file" : "expectation" })}>${escaped([...details, `again: ${again}`].join("\n"))}</${element}>`;
  }
  yield "    </testcase>";
}

// A file that could not be run is an error, an expectation that does not hold a failure.
function countsOf(suites: readonly TestSuite[]): Readonly<Record<string, number>> {
  const totals = totalsOf(suites);
  const errors = suites.filter(({ broken }) => broken).length;
  return { tests: totals.holds + totals.fails + totals["does-not-count"], failures: totals.fails - errors, errors, skipped: totals["does-not-count"] };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values).map(([key, value]) => ` ${key}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;" };

// What XML 1.0 has no place for, in any form, is left out: control characters, halves of pairs, non-characters.
function escaped(text: string): string {
  return text.toWellFormed().replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!).replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
