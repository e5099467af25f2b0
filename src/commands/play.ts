// The terminal program: watch, take a seat, inject, rewind, fork. Every sitting is kept in a journal.

import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { counted, joined } from "../report/words.ts";
import { differences, Session } from "../session/session.ts";
import { createJournal, type JournalFailure, readJournal, resumeJournal } from "../session/journal-file.ts";
import type { JournalHeader, JournalRecord } from "../session/journal.ts";
import { renderDiagnostics } from "../scenario/render-diagnostic.ts";
import { actingParties, compileModel, type Model } from "../simulation/model.ts";
import { Desk } from "../tui/desk.ts";
import { Program } from "../tui/program.ts";
import type { Openable } from "../tui/start.ts";
import { findScenario, shippedScenarios } from "./find-scenario.ts";
import type { ExitCode, Io } from "./io.ts";
import { renderMistake } from "./mistake.ts";
import { readScenario } from "./read-scenario.ts";
import { loadedFor, loaderOf, resumedWords, whyNot, type Refused } from "./replay-journal.ts";
import { keptSessions, newSessionPath } from "./sessions.ts";
import { showOnTerminal } from "./show-on-terminal.ts";

/** What `play` was asked for, as written in the call. */
export interface PlayOptions {
  readonly seed?: string;
  readonly as?: string;
  readonly journal?: string;
  readonly resume?: string | true;
  readonly anyway?: boolean;
  readonly linear?: boolean;
}

interface Opened { readonly ok: true; readonly desk: Desk; readonly session: Session; readonly said: readonly string[]; }

/** Plays a scenario, or lets one choose. */
export async function play(scenario: string | undefined, options: PlayOptions, firstScenario: string, io: Io): Promise<ExitCode> {
  const refused = async (text: string): Promise<ExitCode> => {
    await io.tell(text);
    return 2;
  };
  const isLinear = options.linear === true || io.env["INK_SCREEN_READER"] === "true" || io.env["TERM"] === "dumb";
  if (io.terminal === undefined && !isLinear) return refused("deconflict: play needs a terminal; `run` prints a replay, and --linear works with a pipe\n");
  let open: Session | undefined;
  const isJournal = scenario !== undefined && scenario.endsWith(".jsonl");
  const direct = options.resume !== undefined || isJournal ? openJournal(isJournal ? scenario : options.resume!, options, io)
    : scenario !== undefined || isLinear ? openScenario(scenario ?? firstScenario, options, io) : undefined;
  if (direct?.ok === false) return refused(direct.text);
  open = direct?.session;
  try {
    if (isLinear) {
      for (const sentence of direct!.said) await io.tell(`${sentence}\n`);
      await (await import("../tui/linear.ts")).talk(direct!.desk, { lines: () => createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY }), say: io.write });
      return 0;
    }
    const { terminal } = io;
    if (terminal === undefined) return 2;
    await showOnTerminal((quit, columns, rows) => {
      const program = new Program({
        open: (item, anyway) => {
          const opened = item.kind === "session" ? openJournal(item.path, { ...options, anyway: anyway || options.anyway === true }, io) : openScenario(item.path, options, io);
          if (!opened.ok) return opened.text.trim().split("\n")[0]! + (opened.differs === true ? "; once more goes on as far as its answers still fit" : "");
          open = opened.session;
          return opened.desk;
        },
        list: () => openables(firstScenario, io),
        quit,
      }, direct?.desk ?? scenariosAmong([firstScenario], io), columns, rows);
      if (direct !== undefined && direct.said.length > 0) program.say(direct.said.join("; "));
      return program;
    }, terminal, io, () => { open?.mark(); });
  } finally {
    open?.close();
  }
  if (open?.path !== undefined) await io.tell(`kept as ${open.path}\n  to go on:      deconflict play --resume ${open.path}\n  as a scenario: deconflict run ${open.path} --save name.yaml\n`);
  return 0;
}

// The first scenario, the other shipped ones, those in the folder of the call, and sessions to go on with.
function openables(firstScenario: string, io: Io): readonly Openable[] {
  const sessions = keptSessions(io).map(({ name, path, journal: { header, records } }): Openable => ({
    kind: "session", name, title: header.title, summary: `Begun ${header.begun.slice(0, 16).replace("T", " ")} UTC; ${doneIn(records)}.`, path,
  }));
  return [...scenariosAmong([firstScenario, ...shippedScenarios(io).filter((name) => name !== firstScenario), ...scenariosIn(io.cwd, io)], io), ...sessions];
}

// What people did in a session, in a few words.
function doneIn(records: readonly JournalRecord[]): string {
  const count = (...kinds: readonly JournalRecord["do"][]): number => records.filter(({ do: kind }) => kinds.includes(kind)).length;
  const counts = [[count("answer"), "decision"], [count("amend", "force"), "inject"], [count("branch"), "fork"], [count("note"), "note"]] as const;
  const told = counts.filter(([number]) => number > 0).map(([number, word]) => counted(number, word));
  return told.length === 0 ? "watched" : joined(told);
}

// What can be loaded of these; a file that is wrong, or is no scenario, is left out: `check` says why.
function scenariosAmong(arguments_: readonly string[], io: Io): readonly Openable[] {
  return arguments_.flatMap((argument): Openable[] => {
    const found = findScenario(argument, io);
    const loaded = found.ok ? readScenario(found.file, io) : undefined;
    return loaded?.ok === true ? [{ kind: "scenario", name: argument, title: loaded.scenario.title, summary: loaded.scenario.summary, path: argument }] : [];
  });
}

function scenariosIn(folder: string, { packageFolder }: Io): readonly string[] {
  if (resolve(folder) === resolve(packageFolder, "scenarios")) return [];
  try {
    return readdirSync(folder).filter((file) => /\.ya?ml$/i.test(file)).sort().slice(0, 200).map((file) => `./${file}`);
  } catch {
    return []; // a folder that may not be read has none to offer
  }
}

function openScenario(argument: string, options: PlayOptions, io: Io): Opened | Refused {
  const found = findScenario(argument, io);
  if (!found.ok) return { ok: false, text: renderMistake(found.mistake) };
  const load = loaderOf(found.file, io);
  const loaded = load([]);
  if (!loaded.ok) return { ok: false, text: `${renderDiagnostics(loaded.diagnostics, loaded.sources)}\n` };
  const seed = options.seed === undefined ? loaded.scenario.seed : Number(options.seed);
  if (!Number.isSafeInteger(seed)) return { ok: false, text: renderMistake({ code: "bad-seed", message: `--seed ${options.seed}: the seed is no whole number of at most 53 bits`, hint: "for example --seed 7" }) };
  const model = compileModel(loaded.scenario);
  const wrongSeat = seatMistake(options.as, model);
  if (wrongSeat !== undefined) return { ok: false, text: wrongSeat };
  const now = new Date();
  const header: JournalHeader = {
    journal: 1, deconflict: io.version, source: argument, file: resolve(io.cwd, found.file), title: loaded.scenario.title,
    scenarioHash: loaded.scenario.hash, chartsHash: model.chartsHash, seed, begun: now.toISOString(),
  };
  const path = options.journal === undefined ? newSessionPath(argument, now, io) : resolve(io.cwd, options.journal);
  const file = fileOrWhy(() => createJournal(path, header, io.pid, io.isAlive), path);
  if (typeof file === "string") return { ok: false, text: file };
  const session = new Session(model, seed, load, file);
  if (options.as !== undefined) session.take({ do: "seat", party: options.as, taken: true, by: "person" });
  return { ok: true, session, desk: new Desk(session, { seat: options.as }), said: [] };
}

function openJournal(argument: string | true, options: PlayOptions, io: Io): Opened | Refused {
  const path = argument === true ? keptSessions(io)[0]?.path : resolve(io.cwd, argument);
  if (path === undefined) return { ok: false, text: "deconflict: no session has been kept yet\n" };
  const read = readJournal(path);
  if (typeof read === "string") return { ok: false, text: whyNot(read, path) };
  const loaded = loadedFor(read, io);
  if (!loaded.ok) return loaded;
  const { model, load } = loaded;
  const differ = differences(read.header, model, io.version);
  if (differ.length > 0 && options.anyway !== true) {
    return { ok: false, text: `deconflict: ${path} was made otherwise: ${differ.join("; ")}\n  hint: --anyway goes on as far as its answers still fit\n`, differs: true };
  }
  const resumed = fileOrWhy(() => resumeJournal(path, io.pid, io.isAlive), path);
  if (typeof resumed === "string") return { ok: false, text: resumed };
  const { session, misfits } = Session.resume(model, resumed.journal, load, resumed.file);
  const said = resumedWords(resumed.journal, misfits);
  const desk = new Desk(session, { seat: [...session.run.seats][0] });
  return { ok: true, session, desk, said };
}

function seatMistake(party: string | undefined, model: Model): string | undefined {
  if (party === undefined) return undefined;
  const seats = actingParties(model);
  if (seats.includes(party)) return undefined;
  return renderMistake({ code: "unknown-party", message: `--as ${party}: there is no such seat`, hint: `seats: ${seats.join(", ")}` });
}

function fileOrWhy<T extends object>(open: () => T | JournalFailure, path: string): T | string {
  try {
    const opened = open();
    return typeof opened === "string" ? whyNot(opened, path) : opened;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return `deconflict: ${path}: the journal cannot be written: the system says ${String(error.code)}\n`;
  }
}
