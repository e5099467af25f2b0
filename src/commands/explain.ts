import { showHarmless } from "../scenario/safe-text.ts";
import { decisiveNdjson, explanationNdjson, searchedNdjson } from "../report/findings-ndjson.ts";
import { entryLine, findEntry } from "../report/entry-search.ts";
import { decisiveLines, headLines, linkLines, searchedLines } from "../report/explain-text.ts";
import type { Entry } from "../simulation/trace.ts";
import { accountOf, type Account } from "../study/account.ts";
import { decisiveChoices } from "../study/decisive.ts";
import { type Link, linksBehind } from "../study/explain.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { openCourse, type OpenedCourse } from "./open-course.ts";
import { namesJournal } from "./open-files.ts";
import { presentationOf, type FindingFormat } from "./presentation.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";

/** What `explain` was asked for, as written in the call. */
export interface ExplainOptions { readonly seed?: string; readonly all?: boolean; readonly depth?: string; readonly format?: FindingFormat; }

/** Rows of a screen that is not known, and the least that is told on a small one. */
const USUAL_ROWS = 24;
const FEWEST_ROWS = 12;
/** Lines of decisive choices that are told unasked. */
const MARK_LINES = 4;
/** Lines besides the head, the links and the decisive choices: what was tried, the spaces between, and the prompt that follows. */
const OTHER_LINES = 6;

/** Writes why an entry of a run came about: at once what lies behind it, then the decisive choices as they are found. */
export async function explain(argument: string, words: readonly string[], options: ExplainOptions, io: Io, call: Call): Promise<ExitCode> {
  const mistakes: Mistake[] = [];
  const seed = options.seed === undefined ? undefined : wholeNumber(options.seed);
  const depth = options.depth === undefined ? undefined : wholeNumber(options.depth);
  if (options.seed !== undefined && seed === undefined) mistakes.push({ code: "bad-seed", message: `--seed ${options.seed}: the seed is no whole number of at most 53 bits`, hint: "for example --seed 7" });
  if (options.depth !== undefined && (depth === undefined || depth < 1)) mistakes.push({ code: "bad-number", message: `--depth ${options.depth}: this is no number of steps`, hint: "for example --depth 5; --all shows every one" });
  if (mistakes.length > 0) return refused(io, mistakes);
  const doing: Doing = { scenario: argument };
  return guarded(io, call, doing, async () => {
    if (seed !== undefined && namesJournal(argument)) return refused(io, [{ code: "contradiction", message: "--seed: a journal says itself how its run goes", hint: "leave it out" }]);
    const opened = await openCourse(argument, seed, io, doing);
    if (opened === undefined) return 2;
    return explainIn(opened, argument, words.join(" "), { depth, all: options.all === true, format: options.format }, io);
  });
}

async function explainIn({ course, seed }: OpenedCourse, source: string, text: string, { depth, all, format }: { readonly depth: number | undefined; readonly all: boolean; readonly format: ExplainOptions["format"] }, io: Io): Promise<ExitCode> {
  const account = accountOf(course);
  const { scenario } = course.amendments.at(-1)?.model ?? course.model;
  const found = findEntry(scenario, account.entries, text);
  if (found.found === undefined) {
    const none = found.why === "none";
    const hint = found.near.length === 0 ? `the run has entries 0 to ${account.entries.length - 1}; name one by its number, its id, or what it is, whose and when` : none ? "these come nearest:" : "say which, by its number:";
    await refused(io, [{ code: none ? "unknown-entry" : "unclear-entry", message: `${none ? "no" : "more than one"} entry of this run is "${text}"`, hint }]);
    for (const entry of found.near) await io.tell(`    ${showHarmless(entryLine(scenario, entry))}\n`);
    return 2;
  }
  const entry = found.found;
  const layout = presentationOf(io);
  const links = linksBehind(account, entry.number);
  const shown = depth === undefined ? links : links.slice(-depth);
  if (format === "ndjson") return explainToPrograms(account, entry, shown, { source, seed, version: io.version }, io);
  let room = all ? Number.POSITIVE_INFINITY : MARK_LINES;
  const rows = Math.max(FEWEST_ROWS, io.terminal?.stdout.rows ?? USUAL_ROWS);
  const head = headLines(scenario, entry, { source, seed, version: io.version, all }, layout);
  const most = all || depth !== undefined ? Number.POSITIVE_INFINITY : rows - head.length - OTHER_LINES - MARK_LINES;
  await writeLines(io, [...head, ...linkLines(scenario, shown, layout, most), ""]);
  const search = decisiveChoices(account, entry);
  let told = 0;
  for (let next = search.next(); ; next = search.next()) {
    if (next.done === true) {
      await writeLines(io, searchedLines(scenario, next.value, told, layout));
      return 0;
    }
    if (next.value === undefined) continue;
    const lines = decisiveLines(scenario, next.value, layout);
    room -= lines.length;
    if (room < 0) continue;
    if (told++ === 0) await writeLines(io, ["It would not have happened, had one of these gone otherwise:"]);
    await writeLines(io, lines);
  }
}

// Programs get all of it, and each line as it is found.
async function explainToPrograms(account: Account, entry: Entry, links: readonly Link[], told: { readonly source: string; readonly seed: number | undefined; readonly version: string }, io: Io): Promise<ExitCode> {
  const { scenario } = account.course.amendments.at(-1)?.model ?? account.course.model;
  await writeLines(io, explanationNdjson(scenario, entry, links, told));
  const search = decisiveChoices(account, entry);
  for (let next = search.next(); ; next = search.next()) {
    if (next.done === true) {
      await writeLines(io, [searchedNdjson(scenario, next.value)]);
      return 0;
    }
    if (next.value !== undefined) await writeLines(io, [decisiveNdjson(scenario, next.value)]);
  }
}
