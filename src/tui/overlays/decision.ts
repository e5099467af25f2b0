// A decision that waits for a person: options, a reason, a wording. It can be put aside to look around; nothing typed is lost.

import { identityOf, type Question } from "../../kernel/choices.ts";
import { closed } from "../commands.ts";
import { becomes } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { STANDSTILL } from "../phase-words.ts";
import { row, wrap } from "../rows.ts";
import type { AppState, Change, View } from "../state.ts";
import { editingKeys } from "../typing.ts";
import { type Answering, decisionRows, lastTop, paperOf, questionOf } from "./decision-rows.ts";
import { roomIn } from "./scrolled.ts";

const FIELDS = ["options", "reason", "wording"] as const;
type TextField = "reason" | "wording";

/** The decision paper with its keys. */
export const DECIDING: OverlayPart<"decision"> = {
  title: (_, __, view) => (questionOf(view) === undefined ? "Decision" : "A decision waits"),
  typed: (state, view, text) => (fieldOf(state) === "options" ? choose(state, view, text) : write(state, view, (before) => before + text)),
  commands: [
    { keys: ["enter"], label: "decide", help: "takes the option that is chosen", weight: 9, whyNot: whyNotDeciding, run: (state, view) => take(state, view, answering(state, view).chosen, "") },
    { keys: ["down"], label: "next option", help: "chooses the option below", weight: 7, whyNot: whyNotChoosing, run: (state, view) => chosenBy(state, view, 1) },
    { keys: ["up"], label: "option before", help: "chooses the option above", weight: 0, whyNot: whyNotChoosing, run: (state, view) => chosenBy(state, view, -1) },
    { keys: ["tab"], label: "reason, wording", help: "goes on to the reason, to the wording, and back to the options", weight: 6, run: (state) => toField(state, 1) },
    { keys: ["shift-tab"], label: "field back", help: "goes back to the field before", weight: 0, run: (state) => toField(state, FIELDS.length - 1) },
    { keys: ["page-down"], label: "read on", help: "scrolls what is known", weight: 5, run: (state, view) => scroll(state, view, 1) },
    { keys: ["page-up"], label: "read back", help: "scrolls what is known back", weight: 0, run: (state, view) => scroll(state, view, -1) },
    { keys: ["escape"], label: "look around", help: "puts the decision aside; d opens it again, and what is typed is kept", weight: 8, run: (state) => ({ state: { ...closed(state), notice: "the decision waits: d opens it again" }, effects: [] }) },
    ...editingKeys(write, whyNotTyping),
  ],
  rows: (_, state, view, size) => {
    const question = questionOf(view);
    if (question === undefined) return wrap("No decision waits. Escape goes back.", size.width).map((line) => row(line, "quiet"));
    return decisionRows(view, question, answering(state, view), size);
  },
};

// What was typed for this question lies in the drafts, so that it is there again whenever the paper is opened.
function answering(state: AppState, view: View): Answering {
  const overlay = overlayOf(state, "decision");
  const question = questionOf(view);
  if (question === undefined) return overlay;
  const draft = (field: TextField): string => state.drafts[draftOf(question, field)] ?? overlay[field];
  return { ...overlay, chosen: Math.min(overlay.chosen, question.options.names.length - 1), reason: draft("reason"), wording: draft("wording") };
}

function draftOf(question: Question, field: TextField): string {
  return `${field} for ${identityOf(question)}`;
}

function fieldOf(state: AppState): Answering["field"] {
  return overlayOf(state, "decision").field;
}

function toField(state: AppState, by: number): Change {
  const overlay = overlayOf(state, "decision");
  return becomes(state, { overlay: { ...overlay, field: FIELDS[(FIELDS.indexOf(overlay.field) + by) % FIELDS.length]! } });
}

function chosenBy(state: AppState, view: View, by: number): Change {
  const options = questionOf(view)!.options.names.length;
  return becomes(state, { overlay: { ...overlayOf(state, "decision"), chosen: Math.max(0, Math.min(options - 1, answering(state, view).chosen + by)) } });
}

function choose(state: AppState, view: View, text: string): Change {
  const question = questionOf(view);
  if (question === undefined) return becomes(state, {});
  if (text === "l") return leaveToDoctrine(state, view, question);
  const chosen = /^[1-9]$/.test(text) ? Number(text) - 1 : -1;
  if (chosen >= 0 && chosen < question.options.names.length) return becomes(state, { overlay: { ...overlayOf(state, "decision"), chosen } });
  if (text.length > 1) return becomes(state, { notice: "tab goes to the reason; nothing is typed here" });
  return becomes(state, { notice: `${text === " " ? "space" : text}: options have numbers from 1 to ${question.options.names.length}; tab goes to the reason` });
}

function leaveToDoctrine(state: AppState, view: View, question: Question): Change {
  const why = whyNotDeciding(state, view);
  if (why !== undefined) return becomes(state, { notice: `l: ${why}` });
  const { likeliest, options } = paperOf(view, question);
  const change = take(state, view, likeliest, "left to the doctrine: its likeliest option");
  return { ...change, state: { ...change.state, notice: `the doctrine takes its likeliest option: ${options[likeliest]!.label}` } };
}

function take(state: AppState, view: View, option: number, insteadOfReason: string): Change {
  const question = questionOf(view)!;
  const { reason, wording } = answering(state, view);
  const drafts = Object.fromEntries(Object.entries(state.drafts).filter(([name]) => name !== draftOf(question, "reason") && name !== draftOf(question, "wording")));
  const said = reason.trim() === "" ? insteadOfReason : reason.trim();
  return { state: { ...closed(state), drafts }, effects: [{ do: "decide", option: question.options.names[option]!, reason: said, wording: wording.trim() }] };
}

function write(state: AppState, view: View, change: (text: string) => string): Change {
  const overlay = overlayOf(state, "decision");
  const question = questionOf(view);
  if (overlay.field === "options" || question === undefined) return becomes(state, {});
  const text = change(answering(state, view)[overlay.field]);
  return becomes(state, { overlay: { ...overlay, [overlay.field]: text }, drafts: { ...state.drafts, [draftOf(question, overlay.field)]: text } });
}

function scroll(state: AppState, view: View, direction: 1 | -1): Change {
  const question = questionOf(view);
  if (question === undefined) return becomes(state, {});
  const room = roomIn(state);
  const last = lastTop(view, question, answering(state, view), room);
  const overlay = overlayOf(state, "decision");
  const top = Math.max(0, Math.min(last, Math.min(last, overlay.top) + direction * Math.max(1, Math.floor(room.height / 3))));
  return becomes(state, { overlay: { ...overlay, top } });
}

function whyNotDeciding(_: AppState, view: View): string | undefined {
  if (view.readOnly) return "this is a view for reading";
  if (view.session.standstill !== undefined) return STANDSTILL[view.session.standstill];
  return questionOf(view) === undefined ? "no decision waits" : undefined;
}

function whyNotChoosing(state: AppState, view: View): string | undefined {
  return questionOf(view) === undefined ? "no decision waits" : fieldOf(state) === "options" ? undefined : "tab goes back to the options";
}

function whyNotTyping(state: AppState): string | undefined {
  return fieldOf(state) === "options" ? "nothing is typed here; tab goes to the reason" : undefined;
}
