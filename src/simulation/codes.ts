// The numbers inside a run and the names they stand for: kinds of pending events, kinds of entries, stages of messages.
// Knows the vocabularies of the loop; must not know what any of them does.
// Invariant: names are what traces, journals and identities carry; numbers never leave a run.

/** Kinds of pending events. */
export const EVENT_KINDS = [
  "start", "item", "act", "fend-off", "tell", "news", "dead", "mistake", "timer", "decide", "due", "ring", "hang-up", "word", "relay", "verify", "statement", "heard", "order", "outage-over", "lapse",
] as const;
/** The name of a kind of pending event. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds of entries in the trace. */
export const ENTRY_KINDS = [
  "run.started", "pressure", "order", "shock", "act.ordered", "act.called-off", "act", "rule.disputed", "perceived", "unattributed", "unseen",
  "stance", "waited", "decision.opened", "decision", "decision.dropped", "call", "message", "relay", "statement", "trust", "tier", "goal",
  "item.skipped", "run.ended",
] as const;
/** The name of a kind of entry. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What can become of a message; see OPEN_STAGES for those that leave it on its way. */
export const MESSAGE_STAGES = [
  "waiting", "at-patron", "passed-on", "delivered", "garbled", "wrong", "mismatched", "corrected", "late", "doubted", "lost", "lapsed", "declined", "undeliverable",
] as const;
/** The name of a stage. */
export type MessageStage = (typeof MESSAGE_STAGES)[number];

/** Stages that leave a message on its way. */
export const OPEN_STAGES: readonly MessageStage[] = ["waiting", "at-patron", "passed-on"];
/** Stages at which the one addressed got it, whole or not. */
export const ARRIVED_STAGES: readonly MessageStage[] = ["delivered", "garbled", "wrong", "mismatched", "corrected", "late", "doubted"];

/** What can become of a request that was relayed, and what is known of it afterwards. */
export const RELAY_STAGES = ["complied", "ignored", "unverified", "declined"] as const;
/** The name of a relay's stage. */
export type RelayStage = (typeof RELAY_STAGES)[number];

/** What a call can come to, as entries tell it. */
export const CALL_FACTS = [
  "answered", "held", "absent", "refused", "outage", "unanswered", "not-rung", "cut-off", "disputed", "opened", "closed", "went-dead",
  "declared-open", "declared-unstated", "declared-suspended", "taken-as-signal",
] as const;
/** The name of a call's fact. */
export type CallFact = (typeof CALL_FACTS)[number];

/** Orders a party can be given. */
export const ORDERS = ["advance", "hold", "withdraw", "go-round", "ask-consent", "reply", "talk"] as const;
/** The name of an order. */
export type OrderName = (typeof ORDERS)[number];

/** Severities, of acts and of pressures. */
export const GRAVITIES = ["none", "slight", "serious", "grave"] as const;

/** Events from outside. */
export const SHOCKS = ["outside", "line-outage", "line-closed", "line-opened"] as const;

/** How a percept came to a party. */
export const SOURCES = ["sight", "news", "line", "word", "public", "own", "timeline"] as const;
/** The name of a source of a percept. */
export type PerceptSource = (typeof SOURCES)[number];

/** Ways to a goal. */
export const WAYS = ["none", "direct", "other"] as const;

/** How a run ends: at its end, or at a limit. */
export const ENDINGS = ["ended", "too-many-events", "too-many-at-once", "queue-full"] as const;
/** The name of an ending. */
export type Ending = (typeof ENDINGS)[number];

const numbered = <T extends string>(names: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;

/** Numbers by name. */
export const EVENT = numbered(EVENT_KINDS);
/** Numbers by name. */
export const ENTRY = numbered(ENTRY_KINDS);
/** Numbers by name. */
export const STAGE = numbered(MESSAGE_STAGES);
/** Numbers by name. */
export const RELAY = numbered(RELAY_STAGES);
/** Numbers by name. */
export const CALL = numbered(CALL_FACTS);
/** Numbers by name. */
export const SOURCE = numbered(SOURCES);
