// What became of the expectations and invariants of some runs, as a test report: suites of cases.

import { INVARIANTS } from "../simulation/invariants.ts";
import { insteadOf } from "./instead.ts";
import type { RunReport } from "./run-text.ts";
import { verdictText } from "./verdicts.ts";
import { spaced } from "./words.ts";

/** How a case came out; what does not count was not judged, or binds another run. */
export type CaseResult = "holds" | "fails" | "does-not-count";

/** One expectation, or what must hold in every run: how it came out, in words, and for a failure what happened instead. */
export interface TestCase { readonly name: string; readonly result: CaseResult; readonly text: string; readonly details: readonly string[]; }

/** The cases of one run; `again` is the line that runs it again. A file that could not be run has one case that fails. */
export interface TestSuite { readonly name: string; readonly seed: number | undefined; readonly cases: readonly TestCase[]; readonly again: string; readonly broken: boolean; }

/** How many cases came out in which way. */
export type Totals = Readonly<Record<CaseResult, number>>;

/** The suite of a run, with the verdicts that are settled. Where expectations do not bind, they are told and do not count. */
export function suiteOf({ simulated: { model, entries, verdicts, violations, stop }, source, seed }: RunReport, binding: boolean, again: string): TestSuite {
  const { scenario } = model;
  const settled = new Map(verdicts.map((verdict) => [verdict.expectation.id, verdict]));
  const expected = scenario.expect.map((expectation): TestCase => {
    const verdict = settled.get(expectation.id);
    if (expectation.kind === "share") return { name: expectation.id, result: "does-not-count", text: "is about many runs, and one run does not judge it", details: [] };
    if (verdict === undefined) return { name: expectation.id, result: "does-not-count", text: "was not yet decided where the run was stopped", details: [] };
    const text = verdictText(scenario, entries, verdict);
    if (verdict.holds) return { name: expectation.id, result: "holds", text, details: [] };
    if (!binding) return { name: expectation.id, result: "does-not-count", text: `does not hold, and binds the whole run under seed ${scenario.seed}: ${text}`, details: [] };
    return { name: expectation.id, result: "fails", text, details: insteadOf(scenario, entries, verdict) };
  });
  const limit = stop.kind === "ended" && stop.ending !== "ended" ? stop.ending : undefined;
  const always: readonly TestCase[] = [
    violations.length === 0 ? { name: "invariants", result: "holds", text: "hold", details: [] } : {
      name: "invariants", result: "fails", text: `${violations.length} broken`,
      details: violations.map(({ invariant, number }) => `${invariant} at entry ${number}: ${INVARIANTS[invariant]}`),
    },
    ...(limit === undefined ? [] : [{ name: "limits", result: "fails", text: `the run was stopped by a limit: ${spaced(limit)}`, details: [] } as const]),
  ];
  return { name: source, seed, cases: [...expected, ...always], again, broken: false };
}

/** The suite of a file that could not be run. */
export function brokenSuite(name: string, again: string): TestSuite {
  return { name, seed: undefined, again, broken: true, cases: [{ name: "runs", result: "fails", text: "could not be run; stderr says why", details: [] }] };
}

/** The counts of some suites. */
export function totalsOf(suites: readonly TestSuite[]): Totals {
  const count = (result: CaseResult): number => suites.reduce((sum, { cases }) => sum + cases.filter((one) => one.result === result).length, 0);
  return { "holds": count("holds"), "fails": count("fails"), "does-not-count": count("does-not-count") };
}
