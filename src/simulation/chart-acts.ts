// What a chart may ask for, and who carries it out: the ground, the line, the public, a client, a partner.
// Knows the words of charts; must not know how any of them is carried out.
// Invariant: every word that a chart may use has a line here.

import { callOff, fendOff, order } from "./acts.ts";
import { openTier, resumeLine, suspendLine } from "./calls.ts";
import type { Deed } from "./deeds.ts";
import { tell, tellOthers } from "./messages.ts";
import { declineInHand, dropResults, instruct, passOn, reportResults } from "./relays.ts";
import type { Run } from "./run.ts";
import { draftStatement } from "./statements.ts";

/** Carries out what a chart names. */
export function carryOut(run: Run, stance: number, { word, what, urgent, tier }: Deed, root: number, cause: number): void {
  switch (word) {
    case "tell": return tell(run, stance, what, urgent, tier, root, cause);
    case "tell-others": return tellOthers(run, stance, what, root, cause);
    case "act": return order(run, stance, what, root, cause);
    case "fend-off": return fendOff(run, stance, what, root, cause);
    case "state": return draftStatement(run, stance, what, root, cause);
    case "pass-on": return passOn(run, stance, cause);
    case "decline": return declineInHand(run, stance, cause);
    case "report-relay": return reportResults(run, stance, cause);
    case "drop-relay": return dropResults(run, stance);
    case "instruct": return instruct(run, stance, what, root, cause);
    case "call-off": return callOff(run, stance, root, cause);
    case "suspend-line": return suspendLine(run, stance, root, cause);
    case "resume-line": return resumeLine(run, stance, root, cause);
    case "open-tier": return openTier(run, stance, what, root, cause);
  }
}
