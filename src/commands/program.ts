// The commands with their options and examples. What a command does is loaded when it is called, so that help comes at once.

import { Command, CommanderError, Option } from "commander";
import type { ExplainOptions } from "./explain.ts";
import type { GraphOptions } from "./graph.ts";
import type { PlayOptions } from "./play.ts";
import type { PathsOptions } from "./paths.ts";
import type { RareOptions } from "./rare.ts";
import type { RunOptions } from "./run.ts";
import type { ExitCode, Io } from "./io.ts";
import { callOf, renderBug } from "./report-bug.ts";
import { addStudies, type StudyActions } from "./study/calls.ts";

const DESCRIPTION = "Simulates a deconfliction channel: parties under pressure around a military hotline, and what the line is worth.";
const EXIT_CODES = `
Exit codes: 0 fine; 1 an expectation or an invariant does not hold, or a limit was hit; 2 the call or a file is wrong; 70 a bug.
Data go to stdout, words to stderr.`;

/** Does what the arguments say and gives the exit code; without arguments it runs the first scenario. Never throws. */
export async function callProgram(args: readonly string[], firstScenario: string, io: Io): Promise<ExitCode> {
  const call = callOf(args, io);
  const said = { out: "", err: "" };
  let code: ExitCode = 0;
  const program = programOf(said, io, {
    run: async (scenarios, options) => { code = await (await import("./run.ts")).run(scenarios, options, io, call); },
    explain: async (run, entry, options) => { code = await (await import("./explain.ts")).explain(run, entry, options, io, call); },
    graph: async (name, options) => { code = await (await import("./graph.ts")).graph(name, options, io, call); },
    check: async (scenarios, { doctrines }) => {
      code = doctrines === true ? await (await import("./check-doctrines.ts")).checkDoctrines(io) : await (await import("./check.ts")).check(scenarios, io, call);
    },
    init: async (file) => { code = await (await import("./init.ts")).init(file, io); },
    play: async (scenario, options) => { code = await (await import("./play.ts")).play(scenario, options, firstScenario, io); },
    watch: async (journal, options) => { code = await (await import("./watch.ts")).watch(journal, options, io); },
    sweep: async (scenario, options) => { code = await (await import("./sweep.ts")).sweep(scenario, options, io, call); },
    compare: async (first, second, options) => { code = await (await import("./compare.ts")).compare(first, second, options, io, call); },
    sensitivity: async (scenario, options) => { code = await (await import("./sensitivity.ts")).sensitivity(scenario, options, io, call); },
    paths: async (scenario, options) => { code = await (await import("./paths.ts")).paths(scenario, options, io, call); },
    rare: async (scenario, options) => { code = await (await import("./rare.ts")).rare(scenario, options, io, call); },
    schema: async (options) => { code = await (await import("./schema.ts")).schema(options, io); },
  });
  try {
    await program.parseAsync(args.length === 0 ? (io.terminal === undefined ? ["run", firstScenario] : ["play"]) : args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      await io.tell(renderBug(error, call));
      return 70;
    }
    code = error.exitCode === 0 ? 0 : 2;
  }
  if (said.out !== "") await io.write(said.out);
  if (said.err !== "") await io.tell(await harmless(said.err));
  return code;
}

interface CheckOptions { readonly doctrines?: boolean; }

interface Actions extends StudyActions {
  readonly run: (scenarios: readonly string[], options: RunOptions) => Promise<void>;
  readonly explain: (run: string, entry: readonly string[], options: ExplainOptions) => Promise<void>;
  readonly graph: (name: string | undefined, options: GraphOptions) => Promise<void>;
  readonly check: (scenarios: readonly string[], options: CheckOptions) => Promise<void>;
  readonly init: (file: string) => Promise<void>;
  readonly play: (scenario: string | undefined, options: PlayOptions) => Promise<void>;
  readonly watch: (journal: string, options: { readonly as?: string }) => Promise<void>;
  readonly paths: (scenario: string, options: PathsOptions) => Promise<void>;
  readonly rare: (scenario: string, options: RareOptions) => Promise<void>;
  readonly schema: (options: { readonly reference?: boolean }) => Promise<void>;
}

function programOf(said: { out: string; err: string }, io: Io, actions: Actions): Command {
  const columns = (io.isTerminal ? io.columns : undefined) ?? 100;
  const program = new Command("deconflict")
    .description(DESCRIPTION)
    .version(io.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help, for a command too")
    .helpCommand("help [command]", "print help for a command")
    .exitOverride()
    .showHelpAfterError("  hint: --help shows how it is called")
    .configureOutput({
      writeOut: (text) => { said.out += text; },
      writeErr: (text) => { said.err += text; },
      outputError: (text, write) => write(text),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", `
Examples:
  deconflict                                 the terminal program; without a terminal, a replay of the first scenario
  deconflict init my-scenario.yaml           write a scenario to start from
  deconflict check my-scenario.yaml          say what is wrong with it
  deconflict run my-scenario.yaml --seed 5   run it under another seed
${EXIT_CODES}`);
  addPlay(program, actions);
  addWatch(program, actions);
  addRun(program, actions);
  addStudies(program, actions, EXIT_CODES);
  addExplain(program, actions);
  addPaths(program, actions);
  addRare(program, actions);
  addGraph(program, actions);
  const check = program.command("check")
    .description("say everything that is wrong with scenarios, and whether their expectations hold under their own seeds")
    .argument("[scenario...]", "a .yaml file, or the name of a shipped scenario")
    .option("--doctrines", "look at the charts of the doctrines instead: dead states, no way back, loops upward");
  check.action(async (scenarios: readonly string[], options: CheckOptions) => {
    if (options.doctrines === true && scenarios.length > 0) check.error("error: --doctrines takes no scenario: doctrines come with the program");
    if (options.doctrines !== true && scenarios.length === 0) check.error("error: missing required argument 'scenario'");
    await actions.check(scenarios, options);
  })
    .addHelpText("after", `
Examples:
  deconflict check my-scenario.yaml
  deconflict check scenarios/*.yaml          every file; the worst exit code wins
  deconflict check --doctrines               exit code 1 where a flaw or a loop is not known to be meant
${EXIT_CODES}`);
  program.command("init")
    .description("write a small scenario to start from, with the schema for editors beside it; writes over nothing")
    .argument("[file]", "the file to write", "my-scenario.yaml")
    .action(actions.init)
    .addHelpText("after", `
Examples:
  deconflict init
  deconflict init exercises/convoy.yaml      the folder has to be there`);
  program.command("schema")
    .description("print the JSON Schema of scenario files")
    .option("--reference", "print the format reference as Markdown instead")
    .action(actions.schema)
    .addHelpText("after", `
Examples:
  deconflict schema > scenario.schema.json   for editors that complete and check YAML
  deconflict schema --reference > format.md`);
  return program;
}

function addPlay(program: Command, actions: Actions): void {
  program.command("play")
    .description("the terminal program: watch, take a seat, inject, rewind, fork")
    .argument("[scenario]", "a .yaml file, the name of a shipped scenario, or a journal")
    .option("--seed <number>", "play under this seed instead of the scenario's own")
    .option("--as <party>", "take this party's seat from the start")
    .option("--resume [journal]", "go on with a session; without a name, with the last one")
    .option("--anyway", "go on although the scenario or the doctrines have changed, as far as the answers still fit")
    .option("--journal <file>", "keep the session in this file")
    .option("--linear", "line by line, for screen readers and pipes")
    .action(actions.play)
    .addHelpText("after", `
Every sitting is kept in a journal as it happens: what was on the screen is not lost when the terminal closes.
Sessions lie where the system keeps programs' data, or in DECONFLICT_HOME.

Examples:
  deconflict play                            choose, and watch
  deconflict play tutorial --as garrison-post
  deconflict play --resume
${EXIT_CODES}`);
}

function addWatch(program: Command, actions: Actions): void {
  program.command("watch")
    .description("follow a session in a second terminal, for reading only")
    .argument("<journal>", "the journal of the session; play says where it is when it ends")
    .option("--as <view>", "a seat, public, or director", "director")
    .action(actions.watch)
    .addHelpText("after", `
Examples:
  deconflict watch class.jsonl --as public   for a projector
${EXIT_CODES}`);
}

function addRun(program: Command, actions: Actions): void {
  program.command("run")
    .description("run scenarios from start to end, and tell what happens or test what is expected")
    .argument("<scenario...>", "a .yaml file, the name of a shipped scenario, or a journal")
    .option("--seed <number>", "run under this seed instead of the scenario's own")
    .option("--no-surprises", "let the likeliest happen at every turn, with no seed")
    .option("--until <time>", "stop at a local time: \"2030-05-20 12:00\", or \"day 3 12:00\"")
    .option("--as <party>", "tell only what this party perceives")
    .option("--strict", "let expectations count under any seed, with --until and with --no-surprises")
    .option("--branch <name>", "of a journal: this branch, instead of the one that was played last")
    .option("--save <file>", "of a journal: keep what was played as an overlay (.yaml) on its scenario")
    .addOption(new Option("--format <format>", "text and ndjson tell a run, junit and tap what became of expectations").choices(["text", "ndjson", "junit", "tap"]))
    .action(actions.run)
    .addHelpText("after", `
Expectations bind whole runs under the scenario's own seed. Under another seed, with --until or with --no-surprises they are
told on stderr and do not count, unless --strict says so.
Several files are not told but tested: which expectations hold, and what happened instead of those that do not.

Examples:
  deconflict run tutorial
  deconflict run my-scenario.yaml --seed 5 --until "day 2 18:00"
  deconflict run my-scenario.yaml --as garrison-force
  deconflict run my-scenario.yaml --format ndjson | head -n 20
  deconflict run scenarios/*.yaml             a test report
  deconflict run sitting.jsonl --branch firmer --save firmer.yaml
  deconflict run exercises/*.yaml --format junit > expectations.xml
${EXIT_CODES}`);
}

function addExplain(program: Command, actions: Actions): void {
  program.command("explain")
    .description("say why an entry of a run came about, and which choices were decisive")
    .argument("<run>", "a .yaml file, the name of a shipped scenario, or a journal")
    .argument("<entry...>", "its number, its id, or a description: what it is, whose, and when")
    .option("--seed <number>", "the run under this seed instead of the scenario's own")
    .option("--all", "every step behind it and every decisive choice, and not a screenful")
    .option("--depth <steps>", "so many steps behind it")
    .addOption(new Option("--format <format>", "text for people, or ndjson for programs").choices(["text", "ndjson"]).default("text"))
    .action(actions.explain)
    .addHelpText("after", `
A choice is decisive where the entry would not have happened, had it alone gone otherwise: everything else is answered as
it was, and nothing of the kind by the same party toward the same one comes within half a day.

Examples:
  deconflict explain tutorial goal
  deconflict explain my-scenario.yaml warning 3 May
  deconflict explain my-scenario.yaml strike 6 June 13:00 --seed 5 --all
  deconflict explain class.jsonl 48 --depth 4
${EXIT_CODES}`);
}

function addGraph(program: Command, actions: Actions): void {
  program.command("graph")
    .description("draw the chart of a doctrine or of a line; without a name, list the charts")
    .argument("[chart]", "a doctrine, or one of its relations as doctrine:relation; a chart's own name; line")
    .addOption(new Option("--format <format>", "mermaid, dot, svg, or the JSON of an XState machine").choices(["mermaid", "dot", "svg", "xstate"]).default("mermaid"))
    .option("--visited <run>", "mark what this run went through: a scenario or a journal")
    .option("--seed <number>", "that run under this seed")
    .action(actions.graph)
    .addHelpText("after", `
In the XState JSON delays are milliseconds, the likeliest of each by default. Where a chart has a guard "in region.state" or an act
"raise percept", createMachine needs these two beside the JSON: stateIn(...) and raise(...) of XState under those names.

Examples:
  deconflict graph
  deconflict graph garrison:adversary > garrison.mmd
  deconflict graph militia --format svg --visited tutorial > militia.svg
  deconflict graph line --format xstate > line.json
${EXIT_CODES}`);
}

function addPaths(program: Command, actions: Actions): void {
  program.command("paths")
    .description("the fewest surprises that lead from the likeliest course to a rung, an act or an expected event; or a run's off-ramps")
    .argument("<scenario>", "a .yaml file, or the name of a shipped scenario; with --avoid also a journal")
    .option("--to <what>", "a rung, the id of an expectation, an act, or a state of a chart; without it open conflict")
    .option("--avoid [rung]", "instead: the decisions that would have kept a run below a rung; without one, below its highest")
    .option("--seed <number>", "with --avoid: the run under this seed instead of the scenario's own")
    .option("--by <party>", "whose act or state it is, or whose decisions may differ")
    .option("--top <number>", "how many paths to find, the fewest surprises first and then the likeliest", "10")
    .option("--courses <number>", "after how many courses to stop searching: 500000, or 20000 with --avoid")
    .option("--bits", "likelihoods in bits")
    .option("--workers <number>", "how many worker threads; without it one a core")
    .option("--save <file>", "keep the first path: a journal (.jsonl), an overlay (.yaml), or both")
    .addOption(new Option("--format <format>", "text for people, or ndjson for programs").choices(["text", "ndjson"]).default("text"))
    .action(actions.paths)
    .addHelpText("after", `
A surprise is one question that is answered otherwise than is likeliest. All sets of one are tried, then all sets of two, and so
on. An event that an expectation rules out, and a stretch that is to stay quiet, are looked for broken.

Examples:
  deconflict paths tutorial                                 to open conflict
  deconflict paths tutorial --to strike --by garrison-post --top 3
  deconflict paths my-scenario.yaml --to last-night-quiet
  deconflict paths tutorial --avoid --seed 5                the decisions that would have kept that run lower
  deconflict paths tutorial --save danger                   then: deconflict run danger.yaml, or danger.jsonl
${EXIT_CODES}`);
}

function addRare(program: Command, actions: Actions): void {
  program.command("rare")
    .description("how often the model comes to something rare, down to one in a million, with its interval")
    .argument("<scenario>", "a .yaml file, or the name of a shipped scenario")
    .requiredOption("--of <what>", "a rung, the id of an expectation, an act, or a state of a chart")
    .option("--by <party>", "whose act or state it is")
    .option("--runs <number>", "runs begun on each rung in each of 16 repetitions", "200")
    .option("--seed <number>", "another seed than the scenario's own to begin with")
    .option("--no-ranges", "without the ends of the ranges that assumptions declare")
    .option("--workers <number>", "how many worker threads; without it one a core")
    .addOption(new Option("--format <format>", "text for people, or ndjson for programs").choices(["text", "ndjson"]).default("text"))
    .action(actions.rare)
    .addHelpText("after", `
Runs that climb the ladder are gone on with from there, under a new seed each; whole runs are made besides, for a check.

Examples:
  deconflict rare tutorial --of open-conflict
  deconflict rare tutorial --of strike --by garrison-post --runs 1000 --no-ranges
${EXIT_CODES}`);
}

// What is written in a call is shown again in messages, where a control character could do harm.
async function harmless(text: string): Promise<string> {
  const { showHarmless } = await import("../scenario/safe-text.ts");
  return text.split("\n").map(showHarmless).join("\n");
}
