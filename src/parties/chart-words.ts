// The words in which charts name their acts, so that a chart reads as a list of sentences.
// Knows the vocabularies of acts, messages and statements; must not know what any of them leads to.
// Invariant: parameters are constants.

import type { ActDescription } from "../kernel/chart.ts";
import type { ActName } from "../terms/acts.ts";
import type { MessageName } from "../terms/messages.ts";
import type { StatementName } from "../terms/statements.ts";

/** How soon a message goes: by an extra call now, or in the next call that is due. */
export type Urgency = "now" | "next-call";

/** Do something on the ground or in the air; it takes the time that the act's `prepares` assumption gives. */
export const act = (name: ActName): ActDescription => ({ type: "act", params: { act: name } });

/** Do something about whoever it was, known or not: defence of one's own place, which needs no name. */
export const fendOff = (name: ActName): ActDescription => ({ type: "fend-off", params: { act: name } });

/** Say something to the other side: over the line, or through a patron where there is none. */
export const tell = (message: MessageName, when: Urgency = "now", tier: "up" | "staff" | "chiefs" | "any" = "any"): ActDescription => ({
  type: "tell", params: { message, when, tier },
});

/** Say something to every other adversary against whom one has taken a stand, by whatever route there is. */
export const tellOthers = (message: MessageName): ActDescription => ({ type: "tell-others", params: { message } });

/** Say something in public. */
export const state = (statement: StatementName): ActDescription => ({ type: "state", params: { statement } });

/** Pass the requests in hand to the client, with or without weight of one's own. */
export const passOn = (weight: "none" | "added"): ActDescription => ({ type: "pass-on", params: { weight } });

/** Give an order to every partner or client. */
export const instruct = (order: "hold" | "reply"): ActDescription => ({ type: "instruct", params: { order } });

/** Take back acts ordered but not yet carried out. */
export const callOff: ActDescription = "call-off";

/** Decline to pass on the requests in hand. */
export const decline: ActDescription = "decline";

/** Tell the asker what became of the request. */
export const reportRelay: ActDescription = "report-relay";

/** Say nothing of what became of the request: it has been overtaken. */
export const dropRelay: ActDescription = "drop-relay";

/** Declare the line suspended. */
export const suspendLine: ActDescription = "suspend-line";

/** Declare the line restored. */
export const resumeLine: ActDescription = "resume-line";

/** Add a level to the line. */
export const openTier = (tier: "general" | "three-star" | "chiefs"): ActDescription => ({ type: "open-tier", params: { tier } });

/** The acts a chart may name, besides `ask.` and `drop.` of its decisions and `raise`. */
export const ACT_WORDS = [
  "act", "fend-off", "tell", "tell-others", "state", "pass-on", "instruct", "call-off", "decline", "report-relay", "drop-relay", "suspend-line", "resume-line", "open-tier",
] as const;

/** A number of the ladder as a tag. */
export const rung = (n: number): readonly string[] => [`rung-${n}`];
