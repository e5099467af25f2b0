// What a chart may ask for, and who carries it out: the ground, the line, the public, a client, a partner.
// Knows the words of charts; must not know how any of them is carried out.
// Invariant: every word that a chart may use has a line here.

import type { StepAct } from "../kernel/statechart.ts";
import { ACT_NAMES, type ActName } from "../terms/acts.ts";
import { MESSAGE_NAMES, type MessageName } from "../terms/messages.ts";
import { STATEMENT_NAMES, type StatementName } from "../terms/statements.ts";
import { callOff, fendOff, order } from "./acts.ts";
import { openTier, resumeLine, suspendLine } from "./calls.ts";
import { ORDERS } from "./codes.ts";
import { tell } from "./messages.ts";
import { declineInHand, instruct, passOn, reportResults } from "./relays.ts";
import type { Run } from "./run.ts";
import { draftStatement } from "./statements.ts";
import type { Message } from "./world.ts";

const ACT = numbered(ACT_NAMES);
const MESSAGE = numbered(MESSAGE_NAMES);
const STATEMENT = numbered(STATEMENT_NAMES);

/** Carries out what a chart names. */
export function carryOut(run: Run, stance: number, word: string, params: Extract<StepAct, { kind: "act" }>["params"], root: number, cause: number): void {
  switch (word) {
    case "act": order(run, stance, ACT[params["act"] as ActName], root, cause); return;
    case "fend-off": fendOff(run, stance, ACT[params["act"] as ActName], root, cause); return;
    case "tell": tell(run, stance, MESSAGE[params["message"] as MessageName], params["when"] === "now", params["tier"] as Message["tier"], root, cause); return;
    case "state": draftStatement(run, stance, STATEMENT[params["statement"] as StatementName], root, cause); return;
    case "pass-on": passOn(run, stance, cause); return;
    case "decline": declineInHand(run, stance, cause); return;
    case "report-relay": reportResults(run, stance, cause); return;
    case "instruct": instruct(run, stance, ORDERS.indexOf(params["order"] as "hold"), root, cause); return;
    case "call-off": callOff(run, stance, root, cause); return;
    case "suspend-line": suspendLine(run, stance, root, cause); return;
    case "resume-line": resumeLine(run, stance, root, cause); return;
    case "open-tier": openTier(run, stance, String(params["tier"]), root, cause); return;
    default: throw new Error(`"${word}" is no word of charts`);
  }
}

function numbered<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;
}
