import { rareNdjson } from "../report/findings-ndjson.ts";
import { renderRare, type RareTold, type Setting } from "../report/rare-text.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { compileModel } from "../simulation/model.ts";
import { endsOf, meanEstimate, rareOf, REPETITIONS } from "../study/rare.ts";
import { splittingRepetition, type SplittingAnswer, type SplittingTask } from "../study/splitting.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { targetOf } from "./paths-target.ts";
import { presentationOf, type FindingFormat } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { countOf, crewOf, isMistake, openStudied } from "./study/opening.ts";
import { progressOf } from "./study/progress.ts";
import { workOff } from "./study/work-off.ts";

/** What `rare` was asked for, as written in the call. */
export interface RareOptions {
  readonly of: string;
  readonly by?: string;
  readonly runs: string;
  readonly seed?: string;
  readonly ranges: boolean;
  readonly workers?: string;
  readonly format?: FindingFormat;
}

const MOST_RUNS = 1_000_000;
/** At the ends of ranges the figure is only to be placed roughly: fewer repetitions, with fewer runs. */
const FEWER = 4;

/** Estimates how often something rare happens, and writes it. */
export async function rare(argument: string, options: RareOptions, io: Io, call: Call): Promise<ExitCode> {
  const mistakes: Mistake[] = [];
  const runs = countOf("runs", options.runs, MOST_RUNS);
  if (isMistake(runs)) mistakes.push(runs);
  if (options.seed !== undefined && wholeNumber(options.seed) === undefined) mistakes.push({ code: "bad-seed", message: `--seed ${options.seed}: the seed is no whole number of at most 53 bits`, hint: "for example --seed 7" });
  if (isMistake(runs) || mistakes.length > 0) return refused(io, mistakes);
  const doing: Doing = { scenario: argument };
  return guarded(io, call, doing, () => estimate(argument, options, runs, io, doing));
}

async function estimate(argument: string, options: RareOptions, runs: number, io: Io, doing: Doing): Promise<ExitCode> {
  const scenario = await openStudied(argument, io);
  if (scenario === undefined) return 2;
  const model = compileModel(scenario);
  const target = targetOf(model, "--of", options.of, options.by);
  if (isMistake(target)) return refused(io, [target]);
  const crew = crewOf(io, options.workers);
  if (isMistake(crew)) return refused(io, [crew]);
  const seed = wholeNumber(options.seed) ?? scenario.seed;
  doing.seed = seed;
  const settings = options.ranges ? endsOf(scenario) : [];
  const tasks = tasksOf(settings, runs);
  const answers: SplittingAnswer[] = [];
  const progress = progressOf(io, tasks.length, "tasks");
  for await (const answer of workOff(splittingRepetition, { scenario, target, seed }, tasks, crew, progress)) {
    answers.push(answer);
    await progress.at(answers.length);
  }
  if (answers.length < tasks.length) {
    await io.tell(`${showHarmless(argument)}: called off; nothing is estimated\n`);
    return 1;
  }
  const wholeRuns = answers.slice(REPETITIONS, 2 * REPETITIONS);
  const values = settings.map(([key, number], i): Setting => ({ key, number, value: meanEstimate(answers.slice((2 * REPETITIONS) + i * FEWER, (2 * REPETITIONS) + (i + 1) * FEWER)) })).toSorted((a, b) => a.value - b.value);
  const told: RareTold = {
    model, target, runs, seed, source: argument, version: io.version, repetitions: REPETITIONS,
    rare: rareOf(answers.slice(0, REPETITIONS)),
    plain: { runs: REPETITIONS * runs, count: wholeRuns.reduce((sum, { reached: [count] }) => sum + count!, 0) },
    range: values.length === 0 ? undefined : { settings: values.length, lowest: values[0]!, highest: values.at(-1)! },
  };
  await writeLines(io, options.format === "ndjson" ? rareNdjson(told) : renderRare(told, presentationOf(io)));
  return 0;
}

// The repetitions, as many whole runs for a check, and then each end of a range.
function tasksOf(settings: ReturnType<typeof endsOf>, runs: number): readonly SplittingTask[] {
  const some = (count: number, of: Omit<SplittingTask, "repetition">): readonly SplittingTask[] => Array.from({ length: count }, (_, repetition) => ({ ...of, repetition }));
  return [
    ...some(REPETITIONS, { values: [], runs, plain: false }),
    ...some(REPETITIONS, { values: [], runs, plain: true }),
    ...settings.flatMap((setting) => some(FEWER, { values: [setting], runs: Math.max(1, Math.round(runs / FEWER)), plain: false })),
  ];
}
