// How bad it got and what the line did, counted from the entries of a run.

import type { Model } from "../simulation/model.ts";
import { isDueCall, type Entry, type EntryOf } from "../simulation/trace.ts";
import { ACTS, isForce } from "../terms/acts.ts";
import { REQUESTS_TO_COMPLY, WARNINGS } from "../terms/messages.ts";
import { causesOf } from "./causes.ts";
import { ARRIVED_STAGES, type MessageStage } from "../simulation/codes.ts";

/** The peak of a crisis pair: rung 0 to 8, and the minute it was first reached. */
export interface Peak { readonly a: string; readonly b: string; readonly rung: number; readonly at: number; }

/** What a reader wants to know first. */
export interface Outcome {
  readonly peaks: readonly Peak[];
  /** Uses of force inside crisis pairs, in order. */
  readonly force: readonly EntryOf<"act">[];
  readonly calls: { readonly due: number; readonly taken: number; readonly extra: number; readonly untaken: number; readonly cutOff: number };
  /** Warnings and requests: put on their way, and arrived at the one meant; of the warnings that arrived, those that came after force they were to forestall. */
  readonly warnings: { readonly sent: number; readonly arrived: number; readonly afterForce: number };
  readonly requests: { readonly sent: number; readonly complied: number; readonly ignored: number; readonly unverified: number };
  readonly readings: { readonly wrongParty: number; readonly graver: number; readonly milder: number; readonly nobody: number };
  readonly goals: readonly EntryOf<"goal">[];
}

/** The outcome of a run. */
export function outcomeOf({ scenario, stances, pairs, parties }: Model, entries: readonly Entry[]): Outcome {
  const pairOf = new Map(scenario.crisis.flatMap(([a, b], i) => [[`${a} ${b}`, i], [`${b} ${a}`, i]] as const));
  const peaks = pairs.map(({ a, b, stances: both }) => ({
    a: parties[a]!.text, b: parties[b]!.text, at: 0,
    rung: Math.max(0, ...both.map((stance) => stances[stance]!.chart.rung(stances[stance]!.chart.initial.next))),
  }));
  const of = <K extends Entry["kind"]>(kind: K): readonly EntryOf<K>[] => entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
  for (const entry of of("stance")) {
    const pair = pairOf.get(`${entry.who} ${entry.whom}`);
    if (pair !== undefined && entry.rung > peaks[pair]!.rung) peaks[pair] = { ...peaks[pair]!, rung: entry.rung, at: entry.at };
  }
  const calls = of("call");
  const dueRoots = (facts: readonly string[]): number => new Set(calls.filter((call) => isDueCall(call) && facts.includes(call.call)).map((call) => call.root)).size;
  const messages = of("message");
  const arrived: readonly MessageStage[] = ARRIVED_STAGES;
  const isWarning = ({ message }: EntryOf<"message">): boolean => WARNINGS.includes(message);
  const isRequest = ({ message }: EntryOf<"message">): boolean => REQUESTS_TO_COMPLY.includes(message);
  const relays = of("relay");
  const seen = of("perceived").filter(({ source, whom }) => (source === "sight" || source === "news") && whom !== undefined);
  return {
    peaks,
    force: of("act").filter((act) => isForce(act.act) && (act.who === undefined || pairOf.has(`${act.who} ${act.whom}`)) && act.whom !== undefined && ACTS[act.act].magnitude > 0),
    calls: {
      due: new Set(calls.filter(isDueCall).map((call) => call.root)).size,
      taken: dueRoots(["answered", "held"]),
      extra: calls.filter((call) => !isDueCall(call) && (call.call === "answered" || call.call === "held")).length,
      untaken: calls.filter(({ call }) => call === "unanswered" || call === "not-rung").length,
      cutOff: calls.filter(({ call }) => call === "cut-off").length,
    },
    warnings: {
      sent: messages.filter((message) => isWarning(message) && message.stage === "waiting").length,
      arrived: messages.filter((message) => isWarning(message) && arrived.includes(message.stage)).length,
      afterForce: messages.filter((message) => isWarning(message) && arrived.includes(message.stage) && forceSince(message, entries)).length,
    },
    requests: {
      sent: messages.filter((message) => isRequest(message) && message.stage === "waiting").length,
      complied: relays.filter(({ relay }) => relay === "complied").length,
      ignored: relays.filter(({ relay }) => relay === "ignored").length,
      unverified: relays.filter(({ relay }) => relay === "unverified").length,
    },
    readings: {
      wrongParty: seen.filter(({ misattributed }) => misattributed).length,
      graver: seen.filter(({ shift }) => shift > 0).length,
      milder: seen.filter(({ shift }) => shift < 0).length,
      nobody: of("unattributed").length,
    },
    goals: of("goal"),
  };
}

// Between setting out and arriving it was overtaken by force of whoever warns.
function forceSince(warning: EntryOf<"message">, entries: readonly Entry[]): boolean {
  const waiting = [...causesOf(warning, entries)].find((entry) => entry.kind === "message" && entry.stage === "waiting");
  return waiting !== undefined && entries.slice(waiting.number, warning.number).some((entry) => entry.kind === "act" && entry.who === warning.who && entry.whom === warning.whom && ACTS[entry.act].family === "force");
}
