// A test report for people.

import { paint, wrapped, type Layout } from "./layout.ts";
import { totalsOf, type CaseResult, type TestSuite } from "./test-report.ts";
import { counted } from "./words.ts";

const LABELS: Readonly<Record<CaseResult, string>> = { "holds": "holds", "fails": "FAILS", "does-not-count": "-" };

/** The lines of the report. */
export function* renderTestText(suites: readonly TestSuite[], layout: Layout): Generator<string> {
  yield* wrapped("SIMULATED. What authors expect of these runs, and what came of it.", layout.width);
  for (const { name, seed, cases, again } of suites) {
    yield "";
    yield paint(`${name}${seed === undefined ? "" : `, seed ${seed}`}`, "heading", layout);
    for (const { name: id, result, text, details } of cases) {
      const [first, ...rest] = wrapped(`  ${LABELS[result].padEnd(6)} ${id}: ${text}`, layout.width, "         ");
      yield paint(first!, result === "fails" ? "force" : result === "holds" ? "plain" : "quiet", layout);
      yield* rest;
      for (const detail of details) yield* wrapped(`         ${detail}`, layout.width, "           ");
    }
    if (cases.some(({ result }) => result === "fails")) yield* wrapped(`         again: ${again}`, layout.width, "           ");
  }
  const { holds, fails, "does-not-count": others } = totalsOf(suites);
  yield "";
  yield `${counted(suites.length, "run")}: ${holds} held, ${fails} failed${others === 0 ? "" : `, ${others} did not count`}.`;
}
