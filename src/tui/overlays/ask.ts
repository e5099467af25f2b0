// One line of text: the name of a branch, a note, words to look for. What is half typed is kept when it is closed.

import { countBefore } from "../chronicle.ts";
import { closed } from "../commands.ts";
import { becomes, type Command } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { textRow, when } from "../panes/pane-text.ts";
import { row, type Row, span, wrap } from "../rows.ts";
import type { AppState, Effect, View } from "../state.ts";
import { editingKeys } from "../typing.ts";

const QUESTIONS = { fork: "What is the branch called?", note: "What is to be noted?", search: "Which words?" } as const;
const NOTE_KINDS = ["note", "strength", "improve"] as const;

const type = (state: AppState, change: (text: string) => string): ReturnType<Command["run"]> => {
  const overlay = overlayOf(state, "ask");
  const text = change(overlay.text);
  return becomes(state, { overlay: { ...overlay, text }, drafts: { ...state.drafts, [overlay.about]: text } });
};

/** A question that is answered by typing. */
export const ASK: OverlayPart<"ask"> = {
  title: ({ about }) => QUESTIONS[about],
  typed: (state, _, text) => type(state, (before) => before + text),
  commands: [
    { keys: ["enter"], label: "done", help: "takes what is typed", weight: 9, whyNot: whyNotDone, run: done },
    { keys: ["escape"], label: "back", help: "closes this; what is typed is kept", weight: 8, run: (state) => ({ state: closed(state), effects: [] }) },
    ...editingKeys((state, _, change) => type(state, change)),
    {
      keys: ["tab"], label: "kind of note", help: "makes it a note, a strength, or something to improve", weight: 7,
      whyNot: (state) => (overlayOf(state, "ask").about === "note" ? undefined : "this is no note"),
      run: (state) => {
        const overlay = overlayOf(state, "ask");
        return becomes(state, { overlay: { ...overlay, noteKind: NOTE_KINDS[(NOTE_KINDS.indexOf(overlay.noteKind) + 1) % NOTE_KINDS.length]! } });
      },
    },
    {
      keys: ["up", "down"], label: "objective", help: "ties the note to one of the scenario's objectives", weight: 6,
      whyNot: (state, { model }) => (overlayOf(state, "ask").about !== "note" ? "this is no note" : model.scenario.teaching.objectives.length === 0 ? "the scenario names no objectives" : undefined),
      run: (state, { model }, key) => {
        const overlay = overlayOf(state, "ask");
        const count = model.scenario.teaching.objectives.length + 1;
        return becomes(state, { overlay: { ...overlay, objective: (overlay.objective + (key === "down" ? 1 : count - 1)) % count } });
      },
    },
  ],
  rows: (overlay, _, view, { width }) => [
    ...headRows(overlay, view, width),
    ...(overlay.about === "fork" && overlay.text === "" ? [[span("▏"), span(`${view.session.nextBranchName()}, unless another name is typed`, "quiet")]] : wrap(`${overlay.text}▏`, width).map((line) => row(line))),
  ],
};

// What a branch begins with, what a note is tied to.
function headRows({ about, noteKind, objective, entry }: Extract<AppState["overlay"], { readonly kind: "ask" }>, view: View, width: number): readonly Row[] {
  if (about === "search") return [];
  const line = view.chronicle.lines[countBefore(view.chronicle.lines, entry)];
  const text = line === undefined ? "the beginning" : `${when(view, line.at, true)} ${line.text}`;
  const on = [span(about === "fork" ? "from  " : "on    ", "quiet"), ...textRow(text, Math.max(0, width - 6))];
  if (about === "fork") return [on, row("")];
  const { objectives } = view.model.scenario.teaching;
  return [
    on,
    [span("kind  ", "quiet"), span(noteKind, "accent")],
    [span("for   ", "quiet"), span(objective === 0 ? "no objective" : objectives[objective - 1]!, objective === 0 ? "quiet" : "accent")],
    row(""),
  ];
}

function whyNotDone(state: AppState, { session }: View): string | undefined {
  const { about, text } = overlayOf(state, "ask");
  if (about === "note") return text.trim() === "" ? "there is nothing to note" : undefined;
  return about === "fork" && session.state.branches.has(text.trim()) ? "there is a branch of that name" : undefined;
}

function done(state: AppState, view: View): ReturnType<Command["run"]> {
  const { about, text, noteKind, objective, entry } = overlayOf(state, "ask");
  const { [about]: _typed, ...drafts } = state.drafts;
  const after = { ...closed(state), drafts };
  if (about === "search") return becomes(after, { search: text.trim(), selected: undefined });
  const effect: Effect = about === "fork"
    ? { do: "fork", entry, name: text.trim() === "" ? view.session.nextBranchName() : text.trim() }
    : { do: "note", entry: view.entries[entry]!.id, kind: noteKind, objective: objective === 0 ? undefined : view.model.scenario.teaching.objectives[objective - 1], text: text.trim() };
  return { state: about === "fork" ? { ...after, asked: undefined } : after, effects: [effect] };
}
