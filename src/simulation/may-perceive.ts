// What one stance may perceive of what another asks for, whatever is drawn: every reading that an act, a word or a statement can have.
// Knows readings; must not know how likely one is, who else looks on, or how long anything takes.
// Invariant: what a run gives the one that an act is done to, or a word is said to, is among these; a test holds the two together.

import type { ChartAct } from "../kernel/chart.ts";
import { BELIEVED, FIRMNESS, heard, readBySelf, RESTRAINT, TOLD } from "../parties/readings.ts";
import type { Percept } from "../parties/percepts.ts";
import { ACTS, type ActName } from "../terms/acts.ts";
import { REQUESTS_TO_COMPLY, WARNINGS, type MessageName } from "../terms/messages.ts";
import { STATEMENTS, type StatementName } from "../terms/statements.ts";

/** What the other may perceive of it, toward the one who asks for it; nothing where it concerns third parties. */
export function perceivedByOther({ name, params }: ChartAct): readonly Percept[] {
  switch (name) {
    case "act": return ofAct(params["act"] as ActName);
    case "tell": return ofMessage(params["message"] as MessageName);
    case "state": return ofStatement(params["statement"] as StatementName);
    case "suspend-line": return ["line.suspended"];
    case "resume-line": return ["line.restored"];
    default: return [];
  }
}

/** What the one who asks for it may perceive of its own doing. */
export function perceivedBySelf({ name, params }: ChartAct): readonly Percept[] {
  if (name === "act") return params["act"] === "strike" ? ["strike.done", "mistake.learned"] : [];
  if (name !== "tell") return [];
  const message = params["message"] as MessageName;
  if (WARNINGS.includes(message)) return ["warning.delivered", "warning.undeliverable", "call.missed"];
  return REQUESTS_TO_COMPLY.includes(message) ? ["relay.complied", "relay.ignored", "relay.unverified", "relay.declined", "call.missed"] : ["call.missed"];
}

function ofAct(act: ActName): readonly Percept[] {
  const { family, magnitude } = ACTS[act];
  const readings = readBySelf(act);
  if (family === "restraint") return known(Object.values(RESTRAINT));
  if (readings === undefined) return family === "show" ? known(Object.values(FIRMNESS)) : [];
  // From serious force on there are dead to be counted.
  return [...new Set([...known(readings), ...(family === "force" && magnitude >= 2 ? ["dead.learned" as const] : [])])];
}

function ofMessage(message: MessageName): readonly Percept[] {
  const unclear = ["told.unclear", "told.late"] as const;
  if (REQUESTS_TO_COMPLY.includes(message)) return [...unclear, "relay.heeded", "relay.shrugged"];
  if (WARNINGS.includes(message)) return [...unclear, ...known([...Object.values(FIRMNESS), TOLD[message]])];
  return [...unclear, ...known([TOLD[message], BELIEVED[message], ...(BELIEVED[message] === undefined ? [] : ["told.doubted" as const])])];
}

function ofStatement(statement: StatementName): readonly Percept[] {
  return STATEMENTS[statement].tone === "open" ? ["stated.threat", "stated.appeal"] : known([heard(statement)]);
}

function known(percepts: readonly (Percept | undefined)[]): readonly Percept[] {
  return percepts.filter((percept) => percept !== undefined);
}
