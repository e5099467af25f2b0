import { PERCEPT_NAMES, PERCEPTS } from "../parties/percepts.ts";
import { renderCoverage } from "../report/coverage-text.ts";
import { compileModel } from "../simulation/model.ts";
import { seedBlocks } from "../study/blocks.ts";
import { addCoverage, coverageBlock, type ChartCoverage } from "../study/coverage.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, type Mistake } from "./mistake.ts";
import { presentationOf } from "./presentation.ts";
import { countOf, crewOf, isMistake, MOST_RUNS, openStudied } from "./study/opening.ts";
import { progressOf } from "./study/progress.ts";
import { workOff } from "./study/work-off.ts";
import type { SweepOptions } from "./sweep.ts";

/** Counts what the runs of a scenario use of its charts, and writes it; nothing is varied, and no run is kept. */
export async function coverage(source: string, options: SweepOptions, io: Io): Promise<ExitCode> {
  const others = (["out", "charts", "resume", "points"] as const).filter((option) => options[option] !== undefined);
  const unwanted = [...(options.vary.length > 0 ? ["vary"] : []), ...others];
  const runs = countOf("runs", options.runs, MOST_RUNS);
  const mistakes: Mistake[] = [
    ...(unwanted.length === 0 ? [] : [{ code: "contradiction", message: `--coverage counts states and percepts, and nothing else: ${unwanted.map((option) => `--${option}`).join(", ")}`, hint: "leave one of them out" } as const]),
    ...(isMistake(runs) ? [runs] : []),
  ];
  if (mistakes.length > 0 || typeof runs !== "number") return refused(io, mistakes);
  const scenario = await openStudied(source, io);
  if (scenario === undefined) return 2;
  const crew = crewOf(io, options.workers, "finish");
  if (isMistake(crew)) return refused(io, [crew]);
  const progress = progressOf(io, runs, "runs");
  const counts = [...seedBlocks(runs)].map(({ count }) => count);
  let sum: readonly ChartCoverage[] | undefined;
  let done = 0;
  for await (const used of workOff(coverageBlock, { scenario }, seedBlocks(runs), crew, progress)) {
    sum = sum === undefined ? used : addCoverage(sum, used);
    done += counts.shift()!;
    await progress.at(done);
  }
  const of = { scenario, source, version: io.version, model: compileModel(scenario).hash };
  const perceptOf = (percept: number) => ({ name: PERCEPT_NAMES[percept]!, sentence: PERCEPTS[PERCEPT_NAMES[percept]!] });
  if (sum !== undefined) await writeLines(io, renderCoverage(of, done, sum, perceptOf, presentationOf(io)));
  if (done === runs) return 0;
  await io.tell(`Interrupted after ${done} of ${runs} runs.\n`);
  return 130;
}
