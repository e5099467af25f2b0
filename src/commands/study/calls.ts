// How the commands over many runs are called: their options, with examples.

import { Option, type Command } from "commander";
import type { CompareOptions } from "../compare.ts";
import type { SensitivityOptions } from "../sensitivity.ts";
import type { SweepOptions } from "../sweep.ts";

/** What is done when one of them is called. */
export interface StudyActions {
  readonly sweep: (scenario: string, options: SweepOptions) => Promise<void>;
  readonly compare: (first: string, second: string, options: CompareOptions) => Promise<void>;
  readonly sensitivity: (scenario: string, options: SensitivityOptions) => Promise<void>;
}

const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const ROWS = `--out runs.csv writes one row a run, and beside it runs.rungs.csv with one row for each change of a pair's rung (run, pair, time
in minutes, rung). What is written is kept when it is stopped, and the same call with --resume goes on to the same bytes.`;

/** Adds the commands to the program. */
export function addStudies(program: Command, actions: StudyActions, exitCodes: string): void {
  program.command("sweep")
    .description("run a scenario under many seeds, and many settings: how often, how high, how spread")
    .argument("<scenario>", "a .yaml file, or the name of a shipped scenario")
    .option("--runs <number>", "runs of each setting: seeds 1 to this", "1000")
    .addOption(new Option("--vary <what>", "an assumption or a path that overlays may set, =a..b:n or =x,y,z; of an assumption alone, its range").argParser(collected).default([], "none"))
    .addOption(new Option("--design <design>", "every combination, or points of a Latin hypercube").choices(["grid", "lhs"]).default("grid"))
    .option("--points <number>", "how many points of a Latin hypercube (20)")
    .option("--out <file>", "write every run there as well, as .parquet, .csv or .ndjson")
    .option("--resume", "go on with what was begun under --out")
    .option("--charts <folder>", "draw charts there, as SVG")
    .option("--coverage", "count instead what the runs use of the charts: states entered, percepts that came")
    .option("--workers <number>", "worker threads; without it, one a core")
    .action(actions.sweep)
    .addHelpText("after", `
Results depend neither on how many workers there are nor on an interruption. Ctrl-C finishes what is begun and reports what is done; a
second one stops at once.
${ROWS}

Examples:
  deconflict sweep tutorial --runs 10000
  deconflict sweep my-scenario.yaml --vary relay.complied=0..0.9:4 --charts charts
  deconflict sweep my-scenario.yaml --vary channels.phone.declared=open,suspended --vary line.answered
  deconflict sweep my-scenario.yaml --vary line.answered --vary relay.complied --design lhs --points 50 --out runs.parquet
  deconflict sweep my-scenario.yaml --runs 10000 --coverage
${exitCodes}`);
  program.command("compare")
    .description("run two scenarios under the same seeds: what the difference is worth, and where they part")
    .argument("<a>", "a .yaml file, or the name of a shipped scenario: with the line, say")
    .argument("<b>", "what it is compared with: without it, say")
    .option("--runs <number>", "pairs of runs: seeds 1 to this, on both sides", "1000")
    .addOption(new Option("--set <what>", "set this on b alone, as path=value: an assumption, or a path that overlays may set").argParser(collected).default([], "none"))
    .option("--over <assumption>", "also across the range of this assumption, or =a..b:n, on both sides")
    .option("--out <file>", "write every run there as well, as .parquet, .csv or .ndjson")
    .option("--resume", "go on with what was begun under --out")
    .option("--charts <folder>", "draw charts there, as SVG")
    .option("--workers <number>", "worker threads; without it, one a core")
    .action(actions.compare)
    .addHelpText("after", `
Both runs of a pair have one seed, so that what differs between them is what was changed. Ctrl-C finishes what is
begun and reports what is done; a second one stops at once.
${ROWS}
Rows of a pair say their side, a or b; setting 1 is as written, and those after it go across the range. What one side alone has
is empty on the other.

Examples:
  deconflict compare my-scenario.yaml my-overlay.yaml --runs 10000
  deconflict compare my-scenario.yaml my-scenario.yaml --set line.answered=0.5
  deconflict compare my-scenario.yaml my-overlay.yaml --over relay.complied --charts charts
  deconflict compare my-scenario.yaml my-overlay.yaml --runs 100000 --out pairs.parquet
${exitCodes}`);
  program.command("sensitivity")
    .description("say which assumptions an outcome hangs on, inside their declared ranges, and how much is chance")
    .argument("<scenario>", "a .yaml file, or the name of a shipped scenario")
    .requiredOption("--outcome <name>", "an expectation of the scenario, or a measure: peak, strikes, first-force, ...")
    .addOption(new Option("--of <assumption>", "only this one, and others named so; without it, all that declare a range").argParser(collected).default([], "none"))
    .option("--base <number>", "base rows of the sample; points are this times the assumptions and three", "128")
    .option("--seeds <number>", "seeds at each point", "16")
    .option("--out <file>", "write every run there as well, as .parquet, .csv or .ndjson")
    .option("--resume", "go on with what was begun under --out")
    .option("--charts <folder>", "draw a chart there, as SVG")
    .option("--workers <number>", "worker threads; without it, one a core")
    .action(actions.sensitivity)
    .addHelpText("after", `
First-order and total-order Sobol indices by Saltelli sampling; the seed is one more factor, so that chance stands beside the
assumptions and is not taken for one of them. What never comes (first-force, say) counts as the end of the run.
${ROWS}
Rows say their point, where that stands in the sample (a, b, or a with one assumption of b; and the base row), and what every
assumption was there.

Examples:
  deconflict sensitivity tutorial --outcome strikes
  deconflict sensitivity my-scenario.yaml --outcome peak --of relay.complied --of line.answered --base 1024
${exitCodes}`);
}
