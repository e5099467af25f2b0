// A second terminal that follows a session: the projector, another seat, the public. It writes nothing.

import { watchFile, unwatchFile } from "node:fs";
import { resolve } from "node:path";
import { readJournal } from "../session/journal-file.ts";
import { Session } from "../session/session.ts";
import { Desk } from "../tui/desk.ts";
import { Program } from "../tui/program.ts";
import { depthOf, isLight, themeFor } from "../tui/theme.ts";
import type { ExitCode, Io } from "./io.ts";
import { renderMistake } from "./mistake.ts";
import { loadedFor, whyNot } from "./replay-journal.ts";

/** How often the journal is looked at, in milliseconds. */
const LOOKS_EVERY = 250;

/** Follows a journal as it grows, as a seat, as the public, or as whoever directs. */
export async function watch(path: string, { as = "director" }: { readonly as?: string }, io: Io): Promise<ExitCode> {
  const refused = async (text: string): Promise<ExitCode> => {
    await io.tell(text);
    return 2;
  };
  const file = resolve(io.cwd, path);
  const journal = readJournal(file);
  if (typeof journal === "string") return refused(whyNot(journal, path));
  const loaded = loadedFor(journal, io);
  if (!loaded.ok) return refused(loaded.text);
  const { model, load } = loaded;
  const seats = model.parties.filter((_, i) => model.acting[i]).map(({ text }) => text);
  if (as !== "director" && as !== "public" && !seats.includes(as)) return refused(renderMistake({ code: "unknown-party", message: `--as ${as}: there is no such seat`, hint: `director, public, or ${seats.join(", ")}` }));
  if (io.terminal === undefined) return refused("deconflict: watch needs a terminal; `run` prints a journal\n");
  const { stdout: { columns, rows } } = io.terminal;
  let leave = (): void => {};
  const desk = new Desk(Session.resume(model, journal, load).session, { seat: as === "director" ? undefined : as, readOnly: true });
  const program = new Program({ open: () => "", list: () => [], quit: () => { leave(); } }, desk, columns, rows);
  let length = journal.length;
  watchFile(file, { interval: LOOKS_EVERY }, () => {
    const now = readJournal(file);
    if (typeof now === "string" || now.length === length) return;
    length = now.length;
    program.follow(Session.resume(model, now, load).session);
  });
  const { showProgram } = await import("../tui/app.ts");
  try {
    await showProgram(program, themeFor(depthOf(io.env), isLight(io.env)), io.terminal, (unmount) => {
      leave = unmount;
      io.onEnd(unmount);
    });
  } finally {
    unwatchFile(file);
  }
  return 0;
}
