// How an act or a message is read: from what happened and how it was taken to the percept a chart is given.
// Knows acts, messages and percepts; must not know who sees, how likely a reading is, or what follows from it.
// Invariant: a reading depends on the act, the role of the one who sees it and how it was taken, and on nothing else.
// Perceived level is intended level with bias and noise (Posen 1991): three steps, milder, as meant, graver.

import { ACTS, type ActName } from "../terms/acts.ts";
import type { MessageName } from "../terms/messages.ts";
import type { StatementName } from "../terms/statements.ts";
import { STATEMENTS } from "../terms/statements.ts";
import type { Percept } from "./percepts.ts";

/** How an act was taken: one step milder than meant, as meant, or one step graver. */
export const TAKEN = ["milder", "as-meant", "graver"] as const;

/** What the one it is done to makes of an act, from the mildest reading to the gravest; none where nothing is to be read. */
export function readBySelf(act: ActName): Readings | undefined {
  return SELF[act];
}

type Readings = readonly [Percept, Percept, Percept];

const SELF: Readonly<Partial<Record<ActName, Readings>>> = {
  "enter": ["noticed.self", "approached.self", "menaced.self"],
  "approach": ["approached.self", "menaced.self", "menaced.self"],
  "mass": ["noticed.self", "massed.self", "massed.self"],
  "reinforce": ["dug-in.self", "approached.self", "menaced.self"],
  "dig-in": ["noticed.self", "dug-in.self", "dug-in.self"],
  "outpost": ["noticed.self", "dug-in.self", "dug-in.self"],
  "patrol": ["noticed.self", "approached.self", "menaced.self"],
  "overfly": ["noticed.self", "noticed.self", "approached.self"],
  "move-alongside": ["noticed.self", "beside.self", "beside.self"],
  "shell": ["fired-near.self", "fired-near.self", "fired-on.self"],
  "harass": ["fired-near.self", "fired-on.self", "fired-on.self"],
  "drone-attack": ["flown-at.self", "flown-at.self", "flown-at.self"],
  "attack": ["struck.self", "struck.self", "struck.self"],
  "strike": ["struck.self", "struck.self", "struck.self"],
  "mistaken-strike": ["struck.self", "struck.self", "struck.self"],
  "agreed-strike": ["agreed.self", "agreed.self", "fired-near.self"],
  "withdraw": ["left.self", "left.self", "left.self"],
  "halt": ["halted.self", "halted.self", "halted.self"],
  "go-round": ["passed-by.self", "passed-by.self", "passed-by.self"],
  "pass-through": ["passed-by.self", "passed-by.self", "passed-by.self"],
};

/** What is read of an act that can be put down to nobody, by those whom the other end of a line may tell; none where it asks for nothing. */
export const UNOWNED: Readonly<Partial<Record<Percept, Percept>>> = {
  "massed.self": "unowned.movement", "approached.self": "unowned.movement", "menaced.self": "unowned.movement", "dug-in.self": "unowned.movement",
  "fired-near.self": "unowned.fire", "fired-on.self": "unowned.fire", "struck.self": "unowned.fire",
  "flown-at.self": "unowned.flight",
};

/** What a party reads from firmness shown to it, or restraint; "let-pass" gives no percept. */
export const FIRMNESS: Readonly<Record<string, Percept | undefined>> = { "heeded": "firmness.heeded", "let-pass": undefined, "resented": "firmness.resented" };
/** See FIRMNESS. */
export const RESTRAINT: Readonly<Record<string, Percept | undefined>> = { "trusted": "restraint.trusted", "let-pass": undefined, "tested": "restraint.tested" };

/** What those see who stand with the one it is done to, as partner or as patron of a client; none where it is not their affair. */
export function readByFriend(act: ActName, role: "partner" | "client"): Percept | undefined {
  const { family } = ACTS[act];
  if (family === "force" || act === "harass" || act === "drone-attack") return `struck.${role}`;
  if (act === "withdraw") return role === "partner" ? "left.self" : undefined;
  return family === "movement" || act === "mass" || act === "shell" ? `neared.${role}` : undefined;
}

/** What is told by a message that needs no belief; those that do are in BELIEVED, and requests are in the channel's care. */
export const TOLD: Readonly<Partial<Record<MessageName, Percept>>> = {
  "query": "told.query",
  "denial": "told.denial",
  "claim": "told.claim",
  "no-influence": "told.no-influence",
  "request-for-consent": "told.consent-request",
  "consent": "told.consent",
  "refusal": "told.refusal",
  "revocation": "told.refusal",
  "protest": "told.protest",
  "warning": "told.warning",
  "ultimatum": "told.warning",
  "request-for-a-pause": "told.pause-request",
  "request-for-cover": "told.request",
  "proposal-to-meet": "told.proposal",
};

/** What is told by a message if it is believed. */
export const BELIEVED: Readonly<Partial<Record<MessageName, Percept>>> = {
  "notice": "told.notice",
  "explanation": "told.explanation",
  "assurance": "told.explanation",
  "regret": "told.regret",
  "apology": "told.regret",
};

/** What a hearer makes of a public statement that concerns it, where its tone leaves no doubt. */
export function heard(statement: StatementName): Percept | undefined {
  const { tone } = STATEMENTS[statement];
  if (statement === "condemnation") return "stated.blame";
  return tone === "firm" ? "stated.threat" : tone === "soft" ? "stated.appeal" : undefined;
}
