// The decision paper on the screen: what is known scrolls, the options stay in sight where there is room for both.

import type { Question } from "../../kernel/choices.ts";
import { decisionPaper, type DecisionPaper } from "../../report/decision-paper.ts";
import { dateAndClock, timeIn } from "../../report/words.ts";
import { Chronicle } from "../chronicle.ts";
import { marked, row, type Row, scrolled, type Size, span, wrap } from "../rows.ts";
import type { View } from "../state.ts";

/** What is being written of the answer. */
export interface Answering { readonly chosen: number; readonly field: "options" | "reason" | "wording"; readonly reason: string; readonly wording: string; readonly top: number; }

const LEAST_TO_READ = 5;
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
  const paper = paperOf(view, question);
  const head = headRows(paper, width);
  const body = bodyRows(view, paper, width);
  const foot = footRows(paper, answering, width);
  const room = height - head.length - foot.length;
  if (room >= Math.min(LEAST_TO_READ, body.length)) return [...head, ...scrolled(body, answering.top, room), ...foot];
  // Too little room for both: all of it scrolls, the options come first, and what is typed stays in sight.
  const top = answering.field === "options" ? answering.top : Math.max(0, head.length + foot.length + 1 - height);
  return scrolled([...head, ...foot, row(""), ...body], top, height);
}

/** How far the overlay scrolls. */
export function lastTop(view: View, question: Question, answering: Answering, { width, height }: Size): number {
  const paper = paperOf(view, question);
  const [head, body, foot] = [headRows(paper, width).length, bodyRows(view, paper, width).length, footRows(paper, answering, width).length];
  const room = height - head - foot;
  return Math.max(0, room >= Math.min(LEAST_TO_READ, body) ? body - room : head + foot + 1 + body - height);
}

function headRows(paper: DecisionPaper, width: number): readonly Row[] {
  return [...wrap(paper.heading, width).map((line) => row(line, "heading")), ...wrap(paper.occasion, width).map((line) => row(line)), ...wrap(paper.given, width).map((line) => row(line, "quiet"))];
}

function bodyRows({ model }: View, { known, unknown }: DecisionPaper, width: number): readonly Row[] {
  return [
    row("What it knows, and how", "heading"),
    ...(known.length === 0 ? [row("  nothing of the last two days bears on it", "quiet")] : []),
    ...known.flatMap(({ at, text, source }) => hanging(`${dateAndClock(timeIn(model.scenario, at))}  `, `${text} (${source})`, width)),
    row("What it does not know", "heading"),
    ...(unknown.length === 0 ? [row("  nothing that it could name", "quiet")] : []),
    ...unknown.flatMap((text) => hanging("? ", text, width)),
  ];
}

function footRows({ options, unanswered }: DecisionPaper, { chosen, field, reason, wording }: Answering, width: number): readonly Row[] {
  return [
    row(field === "options" ? "Options" : "Options (tab comes back here)", "heading"),
    ...options.flatMap(({ label, leads, asks, rung }, i): readonly Row[] => {
      const parts = hanging(`${i === chosen ? "▸" : " "} ${i + 1} `, `${label}, ${rung}: ${leads}${asks.length === 0 ? "" : ` Then: ${asks.join("; ")}.`}`, width);
      return i === chosen ? parts.map(marked) : parts;
    }),
    ...wrap(unanswered, width).map((line) => row(line, "quiet")),
    ...(field === "options" && reason === "" && wording === "" ? [row("reason, wording (tab to write them)", "quiet")]
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
