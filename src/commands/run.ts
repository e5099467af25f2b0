import { renderFailures } from "../report/failures.ts";
import type { RunReport } from "../report/run-text.ts";
import { nearMiss } from "../scenario/diagnostics.ts";
import { renderDiagnostics } from "../scenario/render-diagnostic.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { findScenario } from "./find-scenario.ts";
import { worstOf, writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { readScenario } from "./read-scenario.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { limitReached, settled, simulateScenario } from "./simulate-scenario.ts";
import { isMoment, minuteOf } from "./until.ts";

/** What `run` was asked for, as written in the call. */
export interface RunOptions {
  readonly seed?: string;
  readonly until?: string;
  readonly as?: string;
  readonly surprises: boolean;
  readonly strict?: boolean;
  readonly format: "text" | "ndjson";
}

/** Runs scenarios one after the other and writes what happened; the worst exit code wins. */
export async function run(scenarios: readonly string[], options: RunOptions, io: Io, call: Call): Promise<ExitCode> {
  const mistakes = mistakesIn(options);
  if (mistakes.length > 0) return refused(io, mistakes);
  const codes: ExitCode[] = [];
  for (const [i, argument] of scenarios.entries()) {
    const doing: Doing = { scenario: argument };
    codes.push(await guarded(io, call, doing, () => runOne(argument, options, io, doing, i > 0)));
  }
  return worstOf(codes);
}

function mistakesIn({ seed, until, surprises }: RunOptions): readonly Mistake[] {
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
  return mistakes;
}

async function runOne(argument: string, options: RunOptions, io: Io, doing: Doing, follows: boolean): Promise<ExitCode> {
  if (argument.endsWith(".jsonl")) return runJournal(argument, options, io, follows);
  const found = findScenario(argument, io);
  if (!found.ok) return refused(io, [found.mistake]);
  const loaded = readScenario(found.file, io);
  if (!loaded.ok) {
    await io.tell(`${renderDiagnostics(loaded.diagnostics, loaded.sources)}\n`);
    return 2;
  }
  const { scenario } = loaded;
  const mistakes = mistakesAbout(options, scenario);
  if (mistakes.length > 0) return refused(io, mistakes);
  if (loaded.warnings.length > 0) await io.tell(`${showHarmless(argument)}: ${loaded.warnings.length} ${loaded.warnings.length === 1 ? "warning" : "warnings"}, which \`check\` shows\n`);

  const through = options.until === undefined ? undefined : minuteOf(options.until, scenario);
  const seed = options.surprises ? wholeNumber(options.seed) ?? scenario.seed : undefined;
  const simulated = simulateScenario(scenario, seed, doing, through);
  const report: RunReport = { simulated, source: argument, seed, version: io.version, as: options.as, through: options.until };
  if (follows && options.format === "text") await io.write("\n");
  await writeLines(io, await rendered(report, options, io));
  return judged(report, options, io);
}

// A journal is replayed on the branch that was played last, as far as it was played.
async function runJournal(argument: string, options: RunOptions, io: Io, follows: boolean): Promise<ExitCode> {
  const refusing = (["seed", "until", "strict"] as const).filter((option) => options[option] !== undefined);
  if (refusing.length > 0 || !options.surprises) {
    return refused(io, [{ code: "contradiction", message: `${[...refusing, ...(options.surprises ? [] : ["no-surprises"])].map((option) => `--${option}`).join(", ")}: a journal says itself how its run goes`, hint: "leave it out" }]);
  }
  const { replayJournal } = await import("./replay-journal.ts");
  const replayed = replayJournal(argument, io);
  if (!replayed.ok) {
    await io.tell(replayed.text);
    return 2;
  }
  const { run: live, seed, said } = replayed;
  for (const sentence of said) await io.tell(`${showHarmless(argument)}: ${sentence}\n`);
  const mistakes = mistakesAbout(options, live.model.scenario);
  if (mistakes.length > 0) return refused(io, mistakes);
  const simulated = { model: live.model, entries: live.entries, stop: live.stop, verdicts: live.verdicts, violations: live.violations };
  if (follows && options.format === "text") await io.write("\n");
  await writeLines(io, await rendered({ simulated, source: argument, seed, version: io.version, as: options.as, through: undefined }, options, io));
  return simulated.violations.length > 0 ? 1 : 0;
}

function mistakesAbout({ as, until }: RunOptions, scenario: Scenario): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const parties = Object.values(scenario.parties);
  const party = parties.find(({ id }) => id === as);
  if (as !== undefined && party?.doctrine === undefined) {
    const actors = parties.filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id);
    mistakes.push({
      code: party === undefined ? "unknown-party" : "no-doctrine",
      message: party === undefined ? `--as ${as}: the scenario has no such party` : `--as ${as}: a party without a doctrine perceives nothing`,
      hint: nearMiss(as, actors, "parties with a doctrine")(),
    });
  }
  if (until !== undefined && minuteOf(until, scenario) === undefined) {
    mistakes.push({ code: "outside-run", message: `--until ${until}: this lies outside the run`, hint: `the run goes from ${scenario.start} to ${scenario.end}` });
  }
  return mistakes;
}

async function rendered(report: RunReport, { format }: RunOptions, io: Io): Promise<Iterable<string>> {
  if (format === "ndjson") return (await import("../report/run-ndjson.ts")).renderNdjson(report);
  return (await import("../report/run-text.ts")).renderRun(report, presentationOf(io));
}

// Plain expectations bind the file's own seed and a whole run with surprises; elsewhere they are told and do not count.
async function judged(report: RunReport, { until, strict }: RunOptions, io: Io): Promise<ExitCode> {
  const simulated = settled(report.simulated);
  const { scenario } = simulated.model;
  const failing = simulated.verdicts.some(({ holds }) => !holds);
  const binding = strict === true || (report.seed === scenario.seed && until === undefined);
  const failed = simulated.verdicts.filter(({ holds }) => !holds).length;
  const sentences = binding || !failing ? renderFailures({ ...report, simulated }) : [
    ...renderFailures({ ...report, simulated: { ...simulated, verdicts: [] } }),
    `${failed} of ${simulated.verdicts.length} expectations do not hold here; they bind whole runs under seed ${scenario.seed}, so they do not count (--strict counts them)`,
  ];
  if (sentences.length > 0) await io.tell(sentences.map((sentence) => `${showHarmless(report.source)}: ${sentence}\n`).join(""));
  return limitReached(simulated) !== undefined || simulated.violations.length > 0 || (failing && binding) ? 1 : 0;
}
