// The fields of an inject: what can be chosen of the scenario's own parties, places and lines, and what is typed.

import { partyName, spaced } from "../report/words.ts";
import { GRAVITIES, ORDERS } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import { ACT_NAMES, type ActName, ACTS } from "../terms/acts.ts";
import { STATEMENT_NAMES, type StatementName, STATEMENTS } from "../terms/statements.ts";
import type { Field, InjectForm } from "./inject.ts";

/** What can be injected. */
export const INJECT_KINDS = ["incident", "pressure", "order", "statement", "line", "message", "call"] as const;
/** Choices that name nothing of the scenario. */
export const NONE = { party: "nobody", place: "nowhere", goal: "no goal", from: "its own command", gravity: "by the act", seems: "what it is", seen: "those it concerns", all: "everybody" } as const;
/** What can become of a line, by the shock that does it. */
export const LINE_SHOCKS = { "goes dead": "line-outage", "is closed": "line-closed", "is opened": "line-opened" } as const;

const FATES: Readonly<Record<string, string>> = {
  "lost": "is lost", "garbled": "comes through garbled", "wrong": "is noted down wrong", "mismatched": "reaches somebody who cannot act on it",
  "refused": "is refused", "absent": "finds nobody there", "held": "is put on hold", "outage": "gets no connection", "cut-off": "breaks off",
};

type Choosing = (name: string, label: string, choices: readonly string[], fallback?: string) => Field;

/** The fields of a form, with the values that stand now. */
export function injectFields(form: InjectForm, model: Model): readonly Field[] {
  const choice: Choosing = (name, label, choices, fallback = choices[0] ?? "") => {
    const value = form.values[name];
    return { name, label, choices, value: value !== undefined && choices.includes(value) ? value : choices.includes(fallback) ? fallback : choices[0] ?? "" };
  };
  const text = (name: string, label: string, fallback = ""): Field => ({ name, label, choices: [], value: form.values[name] ?? fallback });
  const kind: Field = { name: "kind", label: "kind", choices: INJECT_KINDS, value: form.kind };
  const told = [text("text", "told as"), text("when", "when", "now")];
  switch (form.kind) {
    case "incident": return [kind, ...incident(choice, text, model), ...told];
    case "pressure": {
      const party = choice("party", "on", standing(model));
      return [kind, party, choice("toward", "toward", others(model, party.value)), choice("goal", "goal", [NONE.goal, ...goalsOf(model, party.value)]), choice("strength", "strength", GRAVITIES.slice(1), "serious"), ...told];
    }
    case "order": {
      const to = choice("to", "to", standing(model));
      const from = model.parties.map((party) => party.text).filter((party) => party !== to.value);
      return [kind, to, choice("toward", "toward", others(model, to.value)), choice("from", "from", [NONE.from, ...from]), choice("order", "order", ORDERS), ...told];
    }
    case "statement": {
      const parties = model.parties.map((party) => party.text);
      const by = choice("by", "by", [...parties, "unknown"], parties.find((_, i) => !model.acting[i]) ?? "unknown");
      const about = parties.filter((party) => party !== by.value);
      return [kind, by, choice("statement", "says", STATEMENT_NAMES, "threat"), choice("about", "about", about, model.scenario.crisis[0]?.find((party) => party !== by.value)), ...told];
    }
    case "line": {
      const shock = choice("shock", "what", Object.keys(LINE_SHOCKS));
      return [kind, choice("line", "line", linesOf(model)), shock, ...(shock.value === "goes dead" ? [text("lasts", "for (empty: to the end)", "6 h")] : []), ...told];
    }
    case "message": {
      const line = choice("line", "line", linesOf(model));
      return [kind, line, choice("heard", "the next message", heardOn(model, line.value), "lost")];
    }
    case "call": {
      const line = choice("line", "line", linesOf(model));
      return [kind, line, choice("taken", "the next call", takenOn(model, line.value), "refused")];
    }
  }
}

/** A choice as a person reads it. */
export function choiceText({ name }: Pick<Field, "name">, value: string, { scenario }: Model): string {
  if (name === "heard" || name === "taken") return FATES[value] ?? spaced(value);
  if (name === "statement") return STATEMENTS[value as StatementName].label;
  if (name === "act") return ACTS[value as ActName].label;
  if (Object.hasOwn(scenario.parties, value)) return partyName(scenario, value);
  if (name === "place") return scenario.places[value]?.name ?? value;
  if (name === "line") return scenario.channels[value]?.name ?? value;
  return spaced(value);
}

function incident(choice: Choosing, text: (name: string, label: string, fallback?: string) => Field, model: Model): readonly Field[] {
  const { scenario } = model;
  const parties = model.parties.map((party) => party.text);
  const unscripted = parties.find((_, i) => !model.acting[i]);
  return [
    choice("act", "what", ACT_NAMES, "harass"),
    choice("by", "by", [...parties, "unknown"], unscripted ?? "unknown"),
    choice("against", "against", [NONE.party, ...parties], scenario.crisis[0]?.[0]),
    choice("place", "where", [NONE.place, ...Object.keys(scenario.places)]),
    text("distance", "distance (km)"),
    choice("gravity", "gravity", [NONE.gravity, ...GRAVITIES.slice(1)]),
    choice("seems", "looks like", [NONE.seems, ...parties, "unknown"]),
    choice("seen", "seen by", [NONE.seen, NONE.all]),
  ];
}

// Parties that stand somehow toward another: what is put to anyone else would move nothing.
function standing(model: Model): readonly string[] {
  return model.parties.filter((_, party) => model.stancesOf[party]!.length > 0).map(({ text }) => text);
}

function others(model: Model, party: string): readonly string[] {
  const number = model.partyOf.get(party);
  return number === undefined ? [] : model.stancesOf[number]!.map((stance) => model.parties[model.stances[stance]!.other]!.text);
}

function goalsOf({ scenario }: Model, party: string): readonly string[] {
  return Object.keys(scenario.goals).filter((id) => scenario.goals[id]!.of === party);
}

function linesOf(model: Model): readonly string[] {
  return model.lines.map(({ name }) => name.text);
}

function heardOn(model: Model, line: string): readonly string[] {
  return model.lines.find(({ name }) => name.text === line)?.heard.options.names.filter((option) => option !== "clear") ?? [];
}

function takenOn(model: Model, line: string): readonly string[] {
  const options = model.lines.find(({ name }) => name.text === line)?.pickUp[0]?.options.names.filter((option) => option !== "answered");
  return options === undefined ? [] : [...options, "cut-off"];
}
