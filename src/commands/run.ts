import { renderFailures } from "../report/failures.ts";
import type { RunReport } from "../report/run-text.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { worstOf, writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { namesJournal } from "./open-files.ts";
import { openRun, type OpenedRun, type RunChoice } from "./open-run.ts";
import { presentationOf } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { limitReached, settled } from "./simulate-scenario.ts";
import { isMoment } from "./until.ts";

/** The forms that runs are told in: the first two tell what happens, the others what became of expectations. */
export const RUN_FORMATS = ["text", "ndjson", "junit", "tap"] as const;

/** What `run` was asked for, as written in the call. Without a format one run is told, and several are tested. */
export interface RunOptions extends RunChoice { readonly format?: (typeof RUN_FORMATS)[number]; readonly save?: string; }

/** Runs scenarios one after the other and writes what happened, or of many what became of expectations; the worst exit code wins. */
export async function run(scenarios: readonly string[], options: RunOptions, io: Io, call: Call): Promise<ExitCode> {
  const mistakes = [...mistakesIn(options), ...savingMistakes(scenarios, options)];
  if (mistakes.length > 0) return refused(io, mistakes);
  const { format } = options;
  if (format === "junit" || format === "tap" || (format === undefined && scenarios.length > 1 && options.as === undefined)) {
    return (await import("./run-tests.ts")).runTests(scenarios, options, format ?? "text", io, call);
  }
  const codes: ExitCode[] = [];
  for (const [i, argument] of scenarios.entries()) {
    const doing: Doing = { scenario: argument };
    codes.push(await guarded(io, call, doing, () => runOne(argument, options, io, doing, call, i > 0)));
  }
  return worstOf(codes);
}

function mistakesIn({ seed, until, surprises, as, format }: RunOptions): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (seed !== undefined && wholeNumber(seed) === undefined) {
    mistakes.push({ code: "bad-seed", message: `--seed ${seed}: the seed is no whole number of at most 53 bits`, hint: "for example --seed 7" });
  }
  if (seed !== undefined && !surprises) {
    mistakes.push({ code: "contradiction", message: "--seed and --no-surprises: where nothing surprises, no seed is used", hint: "keep one of them" });
  }
  if (until !== undefined && !isMoment(until)) {
    mistakes.push({ code: "bad-time", message: `--until ${until}: this is no local time`, hint: "write \"2030-05-20 12:00\" or \"day 3 12:00\"" });
  }
  if (as !== undefined && (format === "junit" || format === "tap")) {
    mistakes.push({ code: "contradiction", message: `--as and --format ${format}: expectations are about what happens, not about what one party sees of it`, hint: "leave --as out" });
  }
  return mistakes;
}

function savingMistakes(scenarios: readonly string[], { save: name, format }: RunOptions): readonly Mistake[] {
  if (name === undefined) return [];
  const [first] = scenarios;
  if (scenarios.length > 1 || first === undefined || !namesJournal(first)) return [{ code: "contradiction", message: `--save ${name}: what was played in one journal is kept`, hint: "name one journal" }];
  return format === "junit" || format === "tap" ? [{ code: "contradiction", message: `--save ${name} and --format ${format}: expectations are about scenarios`, hint: "leave --format out" }] : [];
}

async function runOne(argument: string, options: RunOptions, io: Io, doing: Doing, call: Call, follows: boolean): Promise<ExitCode> {
  const opened = await openRun(argument, options, io, doing);
  if (typeof opened === "number") return opened;
  if (follows && options.format !== "ndjson") await io.write("\n");
  await writeLines(io, await rendered(opened.report, options, io));
  const saved = options.save === undefined ? 0 : await save(options.save, opened, io, doing, call);
  return worstOf([saved, await judged(opened, io)]);
}

async function save(name: string, { journal }: OpenedRun, io: Io, doing: Doing, call: Call): Promise<ExitCode> {
  const { saveSitting } = await import("./save-sitting.ts");
  const written = saveSitting(name, journal!, call.line, io, doing);
  if ("code" in written) return refused(io, [written]);
  await io.tell(`Kept as an overlay: ${written.join(", ")}.\n`);
  return 0;
}

async function rendered(report: RunReport, { format }: RunOptions, io: Io): Promise<Iterable<string>> {
  if (format === "ndjson") return (await import("../report/run-ndjson.ts")).renderNdjson(report);
  return (await import("../report/run-text.ts")).renderRun(report, presentationOf(io));
}

// What does not count is told all the same; a journal's run is no whole run, and its expectations are not told.
async function judged({ report, binding, journal }: OpenedRun, io: Io): Promise<ExitCode> {
  if (journal !== undefined) return report.simulated.violations.length > 0 ? 1 : 0;
  const simulated = settled(report.simulated);
  const { scenario } = simulated.model;
  const failing = simulated.verdicts.some(({ holds }) => !holds);
  const failed = simulated.verdicts.filter(({ holds }) => !holds).length;
  const sentences = binding || !failing ? renderFailures({ ...report, simulated }) : [
    ...renderFailures({ ...report, simulated: { ...simulated, verdicts: [] } }),
    `${failed} of ${simulated.verdicts.length} expectations do not hold here; they bind whole runs ${scenario.course === "seeded" ? `under seed ${scenario.seed}` : "without surprises"}, so they do not count (--strict counts them)`,
  ];
  if (sentences.length > 0) await io.tell(sentences.map((sentence) => `${showHarmless(report.source)}: ${sentence}\n`).join(""));
  return limitReached(simulated) !== undefined || simulated.violations.length > 0 || (failing && binding) ? 1 : 0;
}
