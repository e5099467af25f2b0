// What a chart asks for in words a person reads: an act, a word over the line, a statement, an order.

import type { ChartAct } from "../kernel/chart.ts";
import type { StepAct } from "../kernel/chart-answers.ts";
import type { RememberedChart } from "../kernel/statechart.ts";
import { ACTS, type ActName } from "../terms/acts.ts";
import { MESSAGES, type MessageName } from "../terms/messages.ts";
import { STATEMENTS, type StatementName } from "../terms/statements.ts";
import { spaced } from "./words.ts";

/** One thing that a step of a chart asks for; undefined where it is none that others would notice. */
export function chartActWords(chart: RememberedChart, { kind, number }: StepAct): string | undefined {
  if (kind === "ask") return "another decision follows";
  return kind === "act" ? actWords(chart.acts[number]!) : undefined;
}

/** An act of a chart, in the same words. */
export function actWords({ name, params }: ChartAct): string {
  switch (name) {
    case "act": return ACTS[params["act"] as ActName].label;
    case "tell": return `${MESSAGES[params["message"] as MessageName].label}, ${params["when"] === "now" ? "said at once" : "said in the next call"}`;
    case "tell-others": return `${MESSAGES[params["message"] as MessageName].label} to the other adversaries, said at once`;
    case "state": return `${STATEMENTS[params["statement"] as StatementName].label}, in public`;
    case "pass-on": return params["weight"] === "added" ? "what was asked is passed on, with weight" : "what was asked is passed on";
    case "decline": return "what was asked is not passed on";
    case "report-relay": return "the result is reported to whoever asked";
    case "drop-relay": return "the result is no longer reported";
    case "instruct": return `partners and clients are ordered: ${spaced(String(params["order"]))}`;
    case "call-off": return "what was ordered and not yet done is called off";
    case "suspend-line": return "the line is declared suspended";
    case "resume-line": return "the line is declared open";
    case "open-tier": return `a level is added to the line: ${spaced(String(params["tier"]))}`;
    default: return spaced(name);
  }
}
