import type { TestSuite } from "../report/test-report.ts";
import { brokenSuite, suiteOf } from "../report/test-report.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { worstOf, writeLines, type ExitCode, type Io } from "./io.ts";
import { openRun, type RunChoice } from "./open-run.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, quoted, type Call, type Doing } from "./report-bug.ts";
import { settled } from "./simulate-scenario.ts";

/** Runs scenarios one after the other and writes what became of their expectations; the worst exit code wins. */
export async function runTests(scenarios: readonly string[], choice: RunChoice, format: "text" | "ndjson" | "junit" | "tap", io: Io, call: Call): Promise<ExitCode> {
  const suites: TestSuite[] = [];
  const codes: ExitCode[] = [];
  for (const argument of scenarios) {
    const doing: Doing = { scenario: argument };
    const name = showHarmless(argument);
    let suite = brokenSuite(name, againLine(argument, choice));
    codes.push(await guarded(io, call, doing, async () => {
      const opened = await openRun(argument, choice, io, doing);
      if (typeof opened === "number") return opened;
      const { report, binding, journal } = opened;
      const simulated = settled(report.simulated);
      const again = againLine(argument, journal !== undefined ? choice : { ...choice, ...(report.seed === undefined ? {} : { seed: String(report.seed) }) });
      suite = suiteOf({ ...report, source: name, simulated }, binding, again);
      return suite.cases.some(({ result }) => result === "fails") ? 1 : 0;
    }));
    suites.push(suite);
  }
  await writeLines(io, await rendered(suites, format, io));
  return worstOf(codes);
}

async function rendered(suites: readonly TestSuite[], format: string, io: Io): Promise<Iterable<string>> {
  if (format === "junit") return (await import("../report/junit.ts")).renderJunit(suites);
  if (format === "tap") return (await import("../report/tap.ts")).renderTap(suites);
  return (await import("../report/test-text.ts")).renderTestText(suites, presentationOf(io));
}

function againLine(argument: string, { seed, until, surprises, strict }: RunChoice): string {
  return [
    "deconflict", "run", argument, ...(seed === undefined ? [] : ["--seed", seed]), ...(surprises ? [] : ["--no-surprises"]),
    ...(until === undefined ? [] : ["--until", until]), ...(strict === true ? ["--strict"] : []),
  ].map((word) => showHarmless(quoted(word))).join(" ");
}
