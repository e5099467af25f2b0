// The director's inject form: fields to choose or type, a preview of the amendment, and what is still wrong with it.

import { capital } from "../../report/words.ts";
import { minuteOf, writtenTime } from "../../report/written.ts";
import { closed, whyNotActing } from "../commands.ts";
import { choiceText } from "../inject-fields.ts";
import { effectOf, type Field, fieldsOf, type InjectForm, isForced, withValue } from "../inject.ts";
import { becomes, type Command } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { fit, marked, row, type Row, span, wrap } from "../rows.ts";
import type { AppState, Change, View } from "../state.ts";
import { editingKeys } from "../typing.ts";

const DRAFT = "inject";
const LABEL = 26;

/** The form with its keys. */
export const INJECT: OverlayPart<"inject"> = {
  title: ({ form }, state) => `Inject: ${formIn(state, form).kind}`,
  typed: (state, view, text) => typedInto(state, view, text),
  commands: [
    { keys: ["enter"], label: "send", help: "checks the inject and sends it; once it is taken, closes the form", weight: 9, whyNot: (state, view) => (isTaken(state, view) ? undefined : whyNotActing(state, view)), run: send },
    { keys: ["down", "tab"], label: "field", help: "goes to the field below", weight: 7, run: (state, view) => focused(state, view, 1) },
    { keys: ["up", "shift-tab"], label: "field above", help: "goes to the field above", weight: 0, run: (state, view) => focused(state, view, -1) },
    { keys: ["right"], label: "change", help: "takes the next choice of the field; an hour later where it is a time", weight: 6, run: (state, view) => changed(state, view, 1) },
    { keys: ["left"], label: "change back", help: "takes the choice before; an hour earlier where it is a time", weight: 0, run: (state, view) => changed(state, view, -1) },
    ...editingKeys(rubbed),
    { keys: ["escape"], label: "back", help: "closes the form; what is filled in is kept", weight: 8, run: back },
  ],
  rows: ({ form }, state, view, { width, height }) => formRows(formIn(state, form), state, view, width, height),
};

// What was filled in lies in the drafts, so that it is there again when the form is opened again.
function formIn(state: AppState, form: InjectForm): InjectForm {
  const draft = state.drafts[DRAFT];
  return draft === undefined ? form : (JSON.parse(draft) as InjectForm);
}

function formOf(state: AppState): InjectForm {
  return formIn(state, overlayOf(state, "inject").form);
}

function put(state: AppState, form: InjectForm): Change {
  return becomes(state, { overlay: { kind: "inject", form }, drafts: { ...state.drafts, [DRAFT]: JSON.stringify(form) } });
}

function done(state: AppState): AppState {
  const { [DRAFT]: _sent, ...drafts } = state.drafts;
  return { ...closed(state), drafts };
}

function back(state: AppState, view: View): Change {
  if (isTaken(state, view)) return becomes(done(state), {});
  const { sent: _sent, ...form } = formOf(state);
  return becomes(closed(put(state, form).state), {});
}

// The session has one more step than when the form was sent: it was not refused.
function isTaken(state: AppState, { session }: View): boolean {
  const { sent } = formOf(state);
  return sent !== undefined && session.run.steps.length > sent;
}

function focusIn(form: InjectForm, model: View["model"]): Field {
  const fields = fieldsOf(form, model);
  return fields[Math.min(form.focus, fields.length - 1)]!;
}

function focused(state: AppState, { model }: View, by: number): Change {
  const { filter: _filter, ...form } = formOf(state);
  const count = fieldsOf(form, model).length;
  return put(state, { ...form, focus: (Math.min(form.focus, count - 1) + by + count) % count });
}

function changed(state: AppState, view: View, by: 1 | -1): Change {
  const form = formOf(state);
  const field = focusIn(form, view.model);
  if (field.name === "when") return put(state, withValue(form, field, laterTime(view, field.value, by * 60)));
  if (field.choices.length === 0) return becomes(state, { notice: "this field is typed" });
  const among = matching(field, form.filter ?? "", view.model);
  const next = among[(among.indexOf(field.value) + by + among.length) % among.length]!;
  return put(state, { ...withValue(form, field, next), ...(form.filter === undefined ? {} : { filter: form.filter }) });
}

function laterTime({ model: { scenario }, session }: View, text: string, minutes: number): string {
  const { at: now } = session.run;
  const at = Math.min(scenario.minutes, (minuteOf(scenario, text.trim()) ?? now) + minutes);
  return at <= now ? "now" : writtenTime(scenario, at);
}

function typedInto(state: AppState, view: View, text: string): Change {
  const form = formOf(state);
  const field = focusIn(form, view.model);
  // A time that says "now" is written over, not on.
  if (field.choices.length === 0) return put(state, withValue(form, field, field.name === "when" && field.value === "now" && /^\d/.test(text) ? text : field.value + text));
  return filtered(state, view, (form.filter ?? "") + text);
}

function rubbed(state: AppState, view: View, change: (text: string) => string): Change {
  const form = formOf(state);
  const field = focusIn(form, view.model);
  return field.choices.length === 0 ? put(state, withValue(form, field, change(field.value))) : filtered(state, view, change(form.filter ?? ""));
}

function filtered(state: AppState, { model }: View, filter: string): Change {
  const form = formOf(state);
  const field = focusIn(form, model);
  const among = matching(field, filter, model);
  const keeps = filter === "" || begins(field, field.value, filter, model) || (among.includes(field.value) && !begins(field, among[0], filter, model));
  const value = keeps ? field.value : among[0]!;
  return put(state, { ...withValue(form, field, value), ...(filter === "" ? {} : { filter }) });
}

// Choices that begin with what is typed come first, then those that hold it; all of them where none does.
function matching(field: Field, filter: string, model: View["model"]): readonly string[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === "") return field.choices;
  const first = field.choices.filter((choice) => begins(field, choice, wanted, model));
  const rest = field.choices.filter((choice) => !first.includes(choice) && `${choice} ${choiceText(field, choice, model)}`.toLowerCase().includes(wanted));
  return first.length + rest.length === 0 ? field.choices : [...first, ...rest];
}

function begins(field: Field, choice: string | undefined, filter: string, model: View["model"]): boolean {
  const wanted = filter.trim().toLowerCase();
  return choice !== undefined && [choice, choiceText(field, choice, model).replace(/^the /, "")].some((text) => text.toLowerCase().startsWith(wanted));
}

function send(state: AppState, view: View): ReturnType<Command["run"]> {
  if (isTaken(state, view)) return { state: done(state), effects: [] };
  const form = formOf(state);
  const effect = effectOf(form, view.model, view.session.run.at);
  if ("wrong" in effect) return becomes(state, { notice: `not yet: ${effect.wrong}` });
  return { ...put(state, { ...form, sent: view.session.run.steps.length }), effects: [effect] };
}

function formRows(form: InjectForm, state: AppState, view: View, width: number, height: number): readonly Row[] {
  const { model } = view;
  const fields = fieldsOf(form, model);
  const focus = Math.min(form.focus, fields.length - 1);
  const rows = fields.map((field, i) => fieldRow(field, i === focus, form, view, width));
  const below = isTaken(state, view) ? wrap("It is taken. Enter closes the form; changing a field makes another of it.", width).map((line) => row(line, "good")) : preview(form, view, width);
  const room = height - rows.length - 1;
  const cut = below.length <= room ? below : [...below.slice(0, Math.max(0, room - 1)), row(`… and ${below.length - room + 1} more lines`, "quiet")];
  return [...rows, row(""), ...cut];
}

function fieldRow(field: Field, isFocused: boolean, form: InjectForm, { model }: View, width: number): Row {
  const { label, choices, value } = field;
  const head = span(`${isFocused ? "▸" : " "} ${label}`.padEnd(LABEL), isFocused ? "accent" : "quiet");
  if (choices.length === 0) {
    const room = Math.max(4, width - LABEL - 1);
    return fit([head, span(isFocused ? `${[...value].slice(-room).join("")}▏` : value)], width);
  }
  const among = matching(field, form.filter ?? "", model);
  const place = isFocused ? `  ${among.indexOf(value) + 1} of ${among.length}${form.filter === undefined ? "" : ` with "${form.filter}"`}` : "";
  const line: Row = [head, span(`${isFocused ? "◂ " : "  "}${choiceText(field, value, model)}${isFocused ? " ▸" : ""}`), span(place, "quiet")];
  return fit(isFocused ? marked(line) : line, width);
}

function preview(form: InjectForm, { model, session }: View, width: number): readonly Row[] {
  const effect = effectOf(form, model, session.run.at);
  if ("wrong" in effect) return wrap(`Not yet: ${effect.wrong}.`, width).map((line) => row(line, "warning"));
  const forced = isForced(form, model) ? wrap("This party has a doctrine: it decides nothing of this, and the run marks it as forced.", width).map((line) => row(line, "warning")) : [];
  if (effect.do === "force") return wrap(`${capital(effect.what)}. ${form.kind === "message" ? "A read-back may still catch what was garbled or wrong." : "It holds for the next one and no other."}`, width).map((line) => row(line));
  if (effect.do !== "amend") return [];
  const unnamed = form.kind === "statement" && effect.overlay.includes("by: unknown") ? [row("Everybody hears it, and no party takes to heart what nobody known says.", "quiet")] : [];
  return [...forced, ...unnamed, row("What is laid on the scenario:", "heading"), ...effect.overlay.trimEnd().split("\n").flatMap((line) => inPieces(line, width))];
}

// A line of the amendment keeps its indentation; what is too long for the screen goes on below.
function inPieces(line: string, width: number): readonly Row[] {
  const indent = " ".repeat(line.length - line.trimStart().length);
  return wrap(line, Math.max(10, width - indent.length - 2)).map((part, i) => row(`${indent}${i === 0 ? "" : "  "}${part}`, "quiet"));
}
