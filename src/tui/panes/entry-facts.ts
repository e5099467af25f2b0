// What is to say of an entry beside its sentence: codes, values, levels; for whoever directs also the truth beside the belief.

import { isOfTheLine } from "../../report/entry-text.ts";
import { LEVELS } from "../../report/call-lines.ts";
import { capital, counted, joined, partyName, spaced } from "../../report/words.ts";
import { GRAVITIES } from "../../simulation/codes.ts";
import type { Entry, EntryOf } from "../../simulation/trace.ts";
import { ACTS } from "../../terms/acts.ts";
import { MESSAGES } from "../../terms/messages.ts";
import { STATEMENTS } from "../../terms/statements.ts";
import type { View } from "../state.ts";
import { aboutKm } from "./sightings-shown.ts";

/** Facts of an entry, one sentence each. */
export function factsOf(entry: Entry, view: View): readonly string[] {
  switch (entry.kind) {
    case "act": return [term(ACTS[entry.act]), `Gravity: ${GRAVITIES[entry.gravity] ?? entry.gravity}.`, ...(entry.km === undefined ? [] : [`Distance: ${aboutKm(entry.km)}.`]), ...directed(entry)];
    case "act.ordered": return [term(ACTS[entry.act])];
    case "message": return [term(MESSAGES[entry.message]), ...(entry.line === undefined ? ["By word, over no line."] : [`Over ${lineName(entry.line, view)}.`]), ...(entry.via === undefined ? [] : [`By way of ${partyName(view.model.scenario, entry.via)}.`])];
    case "relay": return [term(MESSAGES[entry.message]), ...(entry.via === undefined ? [] : [`Passed on by ${partyName(view.model.scenario, entry.via)}.`])];
    case "statement": return [term(STATEMENTS[entry.statement]), ...directed(entry)];
    case "call": return [isOfTheLine(entry.call) ? `On ${lineName(entry.line, view)}.` : `Over ${lineName(entry.line, view)}, ${LEVELS[entry.tier]}.`];
    case "tier": return [`On ${lineName(entry.line, view)}.`];
    case "perceived": return [`Came ${SOURCES[entry.source]}.`, ...beliefOf(entry, view)];
    case "unattributed": case "unseen": return view.seat === undefined ? [`What it was: ${ACTS[entry.act].label}.`] : [];
    case "decision": return optionsOf(entry, view);
    default: return [];
  }
}

const SOURCES: Readonly<Record<EntryOf<"perceived">["source"], string>> = {
  sight: "by sight", news: "as news", line: "over a line", word: "by word of a friend", public: "in public", own: "from its own side", timeline: "from outside",
};

function directed({ forced }: EntryOf<"act" | "statement">): readonly string[] {
  return forced ? ["Directed by the exercise, not decided by a party."] : [];
}

function term({ label, code, goldstein }: { readonly label: string; readonly code: string; readonly goldstein: number }): string {
  const value = `Goldstein ${goldstein > 0 ? "+" : goldstein < 0 ? "−" : ""}${Math.abs(goldstein).toFixed(1)}`;
  return `${capital(label)}: ${code === "" ? "no CAMEO code" : `CAMEO ${code}`}, ${value}.`;
}

// Truth beside belief is for whoever directs; a seat's entries carry no truth in the first place.
function beliefOf({ whom, truth, misattributed, shift, source }: EntryOf<"perceived">, { model, seat }: View): readonly string[] {
  if (seat !== undefined || (source !== "sight" && source !== "news")) return [];
  const by = misattributed ? [`Believed: by ${partyName(model.scenario, whom)}. In truth: by ${partyName(model.scenario, truth)}.`] : truth === undefined ? [] : [`Believed and true: by ${partyName(model.scenario, truth)}.`];
  return [...by, shift === 0 ? "Taken as it was meant." : `Taken for ${shift > 0 ? "graver" : "milder"} than it was meant.`];
}

function optionsOf({ option, options, weights }: EntryOf<"decision">, { seat }: View): readonly string[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const others = options.flatMap((other, i) => (other === option || weights[i]! <= 0 ? [] : [seat === undefined ? `${spaced(other)} (${counted(Math.round((100 * weights[i]!) / total), "percent", "percent")})` : spaced(other)]));
  return others.length === 0 ? ["Nothing else was open."] : [`Open too: ${joined(others)}.`];
}

function lineName(line: string, { model }: View): string {
  const name = model.scenario.channels[line]?.name ?? line;
  return name.startsWith("the ") ? name : `the ${name}`;
}
