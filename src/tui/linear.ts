// The program as lines, one after the other, for screen readers, for dumb terminals and for pipes: each entry is spoken as a
// line, and decisions are taken by number.

import { clock, dateAndClock, dayNumber, longDate, partyName, rungText, startOfDay, timeIn } from "../report/words.ts";
import { lastBefore } from "./chronicle.ts";
import { wholeText } from "../report/story.ts";
import { PHASES, type Phase } from "../session/phases.ts";
import type { Desk } from "./desk.ts";
import { lineNow } from "./line-status.ts";
import { paperOf, questionOf } from "./overlays/decision-rows.ts";
import { seatsOf } from "./overlays/lists.ts";
import { startingState, type View } from "./state.ts";

/** Where the words come from and go to. */
export interface Talk { readonly lines: () => AsyncIterable<string>; readonly say: (text: string) => Promise<void>; }

const HELP = `Say nothing for the next line, or:
  day            on to the next day
  go             on to the next decision, or to the end
  where          how high each pair stands, and what the line does
  seats          the parties whose seat can be taken
  seat NAME      take a party's seat; leave NAME gives it back
  note TEXT      write a note on the last line
  startex, hold, resume, endex: begin the exercise, stop its clock, lift that, end it
  1, 2, 3 ...    decide, where a decision waits; words after the number are kept as the reason,
                 and what comes after a stroke as how it is worded: 2 they may not know / Turn back.
  help, quit
`;

/** Tells the run line by line until it ends or the person leaves. */
export async function talk(desk: Desk, { lines, say }: Talk): Promise<void> {
  let told = 0;
  let day = -1;
  const { scenario } = desk.view.model;
  await say(`SIMULATED. ${scenario.title}. ${scenario.summary}\n${HELP}`);
  const tellNew = async (): Promise<void> => {
    const { chronicle, model } = desk.view;
    for (; told < chronicle.lines.length; told++) {
      const line = chronicle.lines[told]!;
      const { at, tag } = line;
      const today = dayNumber(model.scenario, at);
      if (today !== day) await say(`${longDate(timeIn(model.scenario, at))}, day ${today + 1}.\n`);
      day = today;
      await say(`${clock(timeIn(model.scenario, at))} ${tag}: ${wholeText(line)}\n`);
    }
  };
  const sayRefusal = async (why: string | undefined): Promise<void> => { if (why !== undefined) await say(`${why}\n`); };
  await tellNew();
  for await (const line of lines()) {
    const [word = "", ...rest] = line.trim().split(/\s+/);
    const text = rest.join(" ");
    const { seat } = desk.view;
    const { standing } = desk.view.session.run;
    if (word === "quit" || word === "q") break;
    if (/^\d+$/.test(word) && standing.kind === "deciding") {
      const option = standing.question.options.names[Number(word) - 1];
      if (option === undefined) await say(`There is no option ${word}.\n`);
      else {
        const [reason = "", ...worded] = text.split(" / ");
        await sayRefusal(desk.perform({ do: "decide", option, reason, wording: worded.join(" / ") }));
      }
    } else if (word === "help") await say(HELP);
    else if (word === "where") await say(whereabouts(desk.view));
    else if (word === "seats") await say(`${seatsOf(desk.view).map((party) => `${party}: ${partyName(scenario, party)}`).join("\n")}\n`);
    else if (isPhase(word)) await say(`${desk.perform({ do: "phase", phase: word }) ?? ""}\n`);
    else if (word === "seat" || word === "leave") await say(changeSeat(desk, word, text));
    else if (word === "note") {
      const last = desk.view.chronicle.lines.at(-1);
      if (text === "") await say("There is nothing to note.\n");
      else await say(`${desk.perform({ do: "note", entry: desk.view.entries[last?.entry ?? 0]?.id ?? "", kind: "note", objective: undefined, text }) ?? "noted"}\n`);
    } else if (standing.kind === "deciding") await say("A decision waits: say its number.\n");
    else if (standing.kind === "ended") await say("The run is over.\n");
    else if (word === "day") await sayRefusal(desk.perform({ do: "go-through", minute: endOfDay(desk.view) }));
    else if (word === "go") await sayRefusal(desk.perform({ do: "go-through", minute: scenario.minutes }));
    else if (word === "") await sayRefusal(desk.perform({ do: "go-on" }));
    else await say(`"${word}" is no word here; help lists them.\n`);
    if (desk.view.seat !== seat) told = desk.view.chronicle.lines.length; // another view: what has been is not told again
    await tellNew();
    await say(decisionText(desk.view));
    if (desk.view.session.run.standing.kind === "ended" && standing.kind !== "ended") await say("The run is over. quit ends the sitting.\n");
  }
}

function isPhase(word: string): word is Phase {
  return (PHASES as readonly string[]).includes(word);
}

// The last minute of the day that the run has come to.
function endOfDay({ model: { scenario }, session }: View): number {
  return startOfDay(scenario, dayNumber(scenario, session.run.at) + 1) - 1;
}

function changeSeat(desk: Desk, word: "seat" | "leave", party: string): string {
  const { view } = desk;
  if (!seatsOf(view).includes(party)) return `There is no seat "${party}"; seats lists them.\n`;
  if (view.session.run.standing.kind === "ended") return "The run is over.\n";
  desk.perform({ do: word === "seat" ? "take-seat" : "leave-seat", party });
  return word === "seat" ? `The seat is yours: from here on you hear what it perceives and no more. leave ${party} gives it back.\n` : "The doctrine decides again for this party.\n";
}

function decisionText(view: View): string {
  const question = questionOf(view);
  if (question === undefined) return "";
  const { heading, occasion, given, known, unknown, options } = paperOf(view, question);
  return [
    `A decision waits. ${heading}`, occasion, given,
    "What it knows, and how:", ...(known.length === 0 ? ["  nothing of the last two days bears on it"] : known.map(({ at, text, source }) => `  ${dateAndClock(timeIn(view.model.scenario, at))}: ${text} (${source})`)),
    "What it does not know:", ...(unknown.length === 0 ? ["  nothing that it could name"] : unknown.map((text) => `  ${text}`)),
    ...options.map(({ label, leads, rung, asks }, i) => `${i + 1} ${label}, ${rung}: ${leads}${asks.length === 0 ? "" : ` Then: ${asks.join("; ")}.`}`),
    "Say a number, with a reason after it if you like, and / with a wording.", "",
  ].join("\n");
}

function whereabouts(view: View): string {
  const { chronicle, model, entries } = view;
  const { scenario } = model;
  const state = { ...startingState(80, 24), cursor: Math.max(1, entries.length), clock: view.session.run.at };
  const pairs = chronicle.pairs.map((pair) => `${partyName(scenario, pair.a)} and ${partyName(scenario, pair.b)}: ${rungOf(lastBefore(pair.moves, state.cursor)?.rung)}.`);
  const lines = model.lines.map(({ name }, i) => {
    const now = lineNow(i, state, view);
    return `${scenario.channels[name.text]!.name}: declared ${now.declared}, ${now.practised}${now.overdue ? ", a due call did not come about" : ""}.`;
  });
  return `${[...pairs, ...lines].join("\n")}\n`;
}

function rungOf(rung: number | undefined): string {
  return rung === undefined ? "not known from here" : rungText(rung);
}
