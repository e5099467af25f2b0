// What is assumed about lines, messages and relays, with what each value rests on.
// Knows names, defaults and grounds; must not know any party or scenario.
// Invariant: the effect of a line is never a constant of the program: it follows from these, and every report prints them.
// There is little empirical evidence on how much a hotline helps; most of these are judgement, and say so.

import type { AssumptionDefault } from "../terms/assumptions.ts";

/** Defaults for every line; a scenario may replace each, for one line or one level of it too. */
export const CHANNEL_ASSUMPTIONS: readonly AssumptionDefault[] = [
  { name: "line.answered", kind: "probability", value: 0.95, range: [0.5, 1], ground: "literature", why: "in daily use, one documented miss" },
  { name: "line.unanswered-because", kind: "weights", value: { "absent": 6, "held": 2, "refused": 1, "outage": 1 }, ground: "judgement", why: "each is documented somewhere; their proportions are not" },
  { name: "line.held", kind: "duration", value: "25 m", ground: "assumed", why: "time on hold" },
  { name: "line.sets-up", kind: "duration", value: { "4 m": 2, "9 m": 2, "15 m": 1 }, ground: "judgement", why: "time to draft, clear and dial" },
  { name: "line.call-takes", kind: "duration", value: { "12 m": 2, "8 m": 1, "19 m": 1 }, ground: "judgement", why: "a short agenda, interpreted" },
  { name: "line.sets-up/three-star", kind: "duration", value: { "1 h": 1, "2 h": 1 }, ground: "assumed", why: "higher levels have to be found and briefed" },
  { name: "line.sets-up/chiefs", kind: "duration", value: { "150 m": 2, "100 m": 1, "4 h": 1 }, ground: "record", why: "the chiefs spoke the evening after the first strike" },
  { name: "line.call-takes/chiefs", kind: "duration", value: "30 m", ground: "assumed", why: "more is said at that level" },
  { name: "line.tries-again", kind: "duration", value: "4 m", ground: "assumed", why: "how long it is left to ring before the next level is tried" },
  { name: "line.rings-again", kind: "duration", value: "40 m", ground: "assumed", why: "an urgent call that nobody took is tried again" },
  { name: "line.tries-for", kind: "duration", value: "2 h", ground: "assumed", why: "a due call that nobody took is tried again, and then left for the next one" },
  { name: "line.chiefs-from", kind: "duration", value: "7 h", ground: "assumed", why: "chiefs of staff are not woken for a call: from this hour of the local day" },
  { name: "line.chiefs-until", kind: "duration", value: "24 h", ground: "assumed", why: "chiefs of staff are not woken for a call: until this hour of the local day" },
  { name: "line.cut-off", kind: "probability", value: 0.01, range: [0, 0.2], ground: "assumed", why: "calls break off now and then" },
  { name: "line.heard", kind: "weights", value: { "clear": 95, "garbled": 2, "wrong": 1, "mismatched": 1, "lost": 1 }, ground: "judgement", why: "interpreter, level and data errors are documented; their rates are not" },
  { name: "line.read-back-catches", kind: "probability", value: 0.8, range: [0.5, 1], ground: "judgement", why: "read-back exists because it works often" },
  { name: "line.carries", kind: "count", value: 8, ground: "assumed", why: "messages that one call has time for; the rest wait" },
  { name: "line.kept-in-practice", kind: "probability", value: 0.8, range: [0.5, 1], ground: "record", why: "in April the line was used while it was said to be suspended" },
  { name: "line.disputed", kind: "probability", value: 0.01, range: [0, 0.1], ground: "judgement", why: "sides have disagreed on whether a call took place" },
  { name: "line.outage-taken-as-signal", kind: "probability", value: 0.3, range: [0, 0.6], ground: "judgement", why: "an outage from rain was read as a signal once" },
  { name: "message.keeps", kind: "duration", value: "30 h", ground: "assumed", why: "a message older than a day and a call is overtaken" },
  { name: "message.overtaken-after", kind: "duration", value: "6 h", ground: "assumed", why: "a notice that comes later than this is too late to act on" },
  { name: "order.obeyed", kind: "probability", value: 0.5, range: [0.2, 0.9], ground: "judgement", why: "a client's own stake weighs against its patron's word" },
  { name: "relay.takes", kind: "duration", value: { "40 m": 2, "25 m": 1, "75 m": 1 }, ground: "judgement", why: "from an air headquarters to a column by way of a ministry" },
  { name: "relay.complied", kind: "probability", value: 0.25, range: [0, 0.9], ground: "record", why: "relays failed on 18 May and 6 June; one success is claimed for 9 June" },
  { name: "relay.pressing-weighs", kind: "factor", value: 3, range: [1, 10], ground: "judgement", why: "a patron that adds weight is heard more often" },
  { name: "relay.verified", kind: "probability", value: 0.6, range: [0.2, 0.9], ground: "judgement", why: "what became of a relay is often not known" },
  { name: "relay.verifies-after", kind: "duration", value: { "2 h": 2, "80 m": 1, "190 m": 1 }, ground: "judgement", why: "someone has to look" },
  { name: "word.believed-at-none", kind: "probability", value: 0.1, range: [0, 0.3], ground: "assumed", why: "belief grows with trust" },
  { name: "word.believed-at-low", kind: "probability", value: 0.3, range: [0.1, 0.5], ground: "assumed", why: "belief grows with trust" },
  { name: "word.believed-at-wary", kind: "probability", value: 0.55, range: [0.3, 0.8], ground: "assumed", why: "belief grows with trust" },
  { name: "word.believed-at-fair", kind: "probability", value: 0.75, range: [0.5, 0.95], ground: "assumed", why: "belief grows with trust" },
  { name: "word.believed-at-high", kind: "probability", value: 0.9, range: [0.7, 1], ground: "assumed", why: "belief grows with trust" },
  { name: "word.travels", kind: "duration", value: { "40 m": 2, "25 m": 1, "1 h": 1 }, ground: "assumed", why: "between friends a word needs no line" },
  { name: "word.holds", kind: "duration", value: "2 d", ground: "assumed", why: "how long a believed word colours what is seen" },
  { name: "word.calms", kind: "factor", value: 2, range: [1, 4], ground: "assumed", why: "a believed notice or explanation makes the milder reading likelier" },
  { name: "trust.rises-after", kind: "count", value: 10, ground: "assumed", why: "trust falls at once and rises after so many kept words" },
];

/** The names of the five levels of trust, lowest first; a level is the index. */
export const TRUST_LEVELS = ["none", "low", "wary", "fair", "high"] as const;

/** Trust where nothing is said: low between adversaries, fair otherwise. */
export const OPENING_TRUST = { adversaries: 1, others: 3 } as const;
