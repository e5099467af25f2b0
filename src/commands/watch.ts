// A second terminal that follows a session: the projector, another seat, the public. It writes nothing.

import { watchFile, unwatchFile } from "node:fs";
import { resolve } from "node:path";
import { readJournal } from "../session/journal-file.ts";
import { Session } from "../session/session.ts";
import { actingParties } from "../simulation/model.ts";
import { Desk } from "../tui/desk.ts";
import { Program } from "../tui/program.ts";
import type { ExitCode, Io } from "./io.ts";
import { renderMistake } from "./mistake.ts";
import { loadedFor, otherwise, resumedWords, whyNot } from "./replay-journal.ts";
import { showOnTerminal } from "./show-on-terminal.ts";

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
  const seats = actingParties(model);
  if (as !== "director" && as !== "public" && !seats.includes(as)) return refused(renderMistake({ code: "unknown-party", message: `--as ${as}: there is no such seat`, hint: `director, public, or ${seats.join(", ")}` }));
  if (io.terminal === undefined) return refused("deconflict: watch needs a terminal; `run` prints a journal\n");
  const resumed = Session.resume(model, journal, load);
  let { session } = resumed;
  // A last line that is not finished is being written just now.
  const said = [...otherwise(journal, model, io), ...resumedWords({ ...journal, damage: undefined }, resumed.misfits)];
  const desk = new Desk(session, { seat: as === "director" ? undefined : as, readOnly: true });
  let { length, records: { length: taken } } = journal;
  try {
    await showOnTerminal((quit, columns, rows) => {
      const program = new Program({ open: () => "", list: () => [], quit }, desk, columns, rows);
      watchFile(file, { interval: LOOKS_EVERY }, () => {
        const now = readJournal(file);
        if (typeof now === "string" || now.length === length) return;
        if (now.length < length || !session.follow(now.records.slice(taken))) ({ session } = Session.resume(model, now, load));
        ({ length, records: { length: taken } } = now);
        program.follow(session);
      });
      if (said.length > 0) program.say(said.join("; "));
      return program;
    }, io.terminal, io);
  } finally {
    unwatchFile(file);
  }
  return 0;
}
