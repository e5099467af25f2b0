// The decision paper on the screen: what is known scrolls, the options stay in sight where there is room for both.

import type { Question } from "../../kernel/choices.ts";
import { decisionPaper, type DecisionPaper } from "../../report/decision-paper.ts";
import { dateAndClock, timeIn } from "../../report/words.ts";
import { Chronicle } from "../chronicle.ts";
import { marked, row, type Row, scrolled, type Size, span, wrap } from "../rows.ts";
import { textRow } from "../panes/pane-text.ts";
import type { View } from "../state.ts";

/** What is being written of the answer. */
export interface Answering { readonly chosen: number; readonly field: "options" | "reason" | "wording"; readonly reason: string; readonly wording: string; readonly top: number; }

/** Rows of what is known that have to be in sight beside the options, and rows from which on the options are told in full besides. */
const LEAST_TO_READ = 5;
const ROOM_TO_READ = 10;
const papers = new WeakMap<Question, DecisionPaper>();

/** The question that the run waits with, if it does. */
export function questionOf({ session }: View): Question | undefined {
  const { standing } = session.run;
  return standing.kind === "deciding" ? standing.question : undefined;
}

/** The paper for the question, from the side of the party that decides, whoever looks at it. */
export function paperOf(view: View, question: Question): DecisionPaper {
  const made = papers.get(question);
  if (made !== undefined) return made;
  const { session: { run }, model, entries } = view;
  let { chronicle } = view;
  if (chronicle.seat !== question.asker.text) {
    chronicle = new Chronicle(model, entries, question.asker.text, run.answered);
    chronicle.take(entries, true);
  }
  const paper = decisionPaper({ model, stances: run.world.stances, entries, lines: chronicle.lines }, question);
  papers.set(question, paper);
  return paper;
}

/** The whole overlay in its room. */
export function decisionRows(view: View, question: Question, answering: Answering, { width, height }: Size): readonly Row[] {
  const { head, body, foot, room } = laidOut(view, question, answering, { width, height });
  if (room >= Math.min(LEAST_TO_READ, body.length)) return [...head, ...scrolled(body, answering.top, room), ...foot];
  // Too little room for both: all of it scrolls, the options come first, and what is typed stays in sight.
  const top = answering.field === "options" ? answering.top : Math.max(0, head.length + foot.length + 1 - height);
  return scrolled([...head, ...foot, row(""), ...body], top, height);
}

/** How far the overlay scrolls. */
export function lastTop(view: View, question: Question, answering: Answering, size: Size): number {
  const { head, body, foot, room } = laidOut(view, question, answering, size);
  return Math.max(0, room >= Math.min(LEAST_TO_READ, body.length) ? body.length - room : head.length + foot.length + 1 + body.length - size.height);
}

interface LaidOut { readonly head: readonly Row[]; readonly body: readonly Row[]; readonly foot: readonly Row[]; /** Rows for the body. */ readonly room: number; }

// Where there is little room, only the chosen option is told in full: what is known is what one decides by.
function laidOut(view: View, question: Question, answering: Answering, { width, height }: Size): LaidOut {
  const paper = paperOf(view, question);
  const [head, body] = [headRows(paper, width), bodyRows(view, paper, width)];
  const inFull = footRows(paper, answering, width, true);
  const foot = height - head.length - inFull.length >= Math.min(ROOM_TO_READ, body.length) ? inFull : footRows(paper, answering, width, false);
  return { head, body, foot, room: height - head.length - foot.length };
}

function headRows(paper: DecisionPaper, width: number): readonly Row[] {
  return [...wrap(paper.heading, width).map((line) => row(line, "heading")), ...wrap(paper.occasion, width).map((line) => row(line)), ...wrap(paper.given, width).map((line) => row(line, "quiet"))];
}

function bodyRows({ model }: View, { known, unknown }: DecisionPaper, width: number): readonly Row[] {
  return [
    row("What it knows, and how; the newest first", "heading"),
    ...(known.length === 0 ? [row("  nothing of the last two days bears on it", "quiet")] : []),
    ...known.toReversed().flatMap(({ at, text, source }) => hanging(`${dateAndClock(timeIn(model.scenario, at))}  `, `${text} (${source})`, width)),
    row("What it does not know", "heading"),
    ...(unknown.length === 0 ? [row("  nothing that it could name", "quiet")] : []),
    ...unknown.flatMap((text) => hanging("? ", text, width)),
  ];
}

function footRows({ options, unanswered }: DecisionPaper, { chosen, field, reason, wording }: Answering, width: number, inFull: boolean): readonly Row[] {
  return [
    row(field === "options" ? "Options" : `Options (tab comes back here; enter takes ${chosen + 1}, ${options[chosen]!.label})`, "heading"),
    ...options.flatMap(({ label, leads, asks, rung }, i): readonly Row[] => {
      const [mark, text] = [`${i === chosen ? "▸" : " "} ${i + 1} `, `${label}, ${rung}: ${leads}${asks.length === 0 ? "" : ` Then: ${asks.join("; ")}.`}`];
      const parts = inFull || i === chosen ? hanging(mark, text, width) : [[span(mark, "quiet"), ...textRow(text, width - mark.length)]];
      return i === chosen ? parts.map(marked) : parts;
    }),
    ...wrap(unanswered, width).map((line) => row(line, "quiet")),
    ...(field === "options" && reason === "" && wording === "" ? []
      : [...written("reason ", reason, field === "reason", width), ...written("wording", wording, field === "wording", width)]),
  ];
}

// A field that is typed into shows the end of its text.
function written(label: string, text: string, isTyped: boolean, width: number): readonly Row[] {
  if (!isTyped && text === "") return [[span(`${label} `, "quiet"), span("(tab to write one)", "quiet")]];
  const parts = wrap(`${text}${isTyped ? "▏" : ""}`, Math.max(10, width - 8)).slice(-3);
  return parts.map((part, i): Row => [span(i === 0 ? `${label} ` : " ".repeat(8), isTyped ? "accent" : "quiet"), span(part)]);
}

function hanging(head: string, text: string, width: number): readonly Row[] {
  return wrap(text, Math.max(10, width - head.length)).map((part, i): Row => [span(i === 0 ? head : " ".repeat(head.length), "quiet"), span(part)]);
}
