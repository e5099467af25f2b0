// A partner force sheltered by a garrison: it wants action and cover, and fears being left behind.
// Knows unease, asking and going forward; must not know what the garrison will allow.
// Invariant: it can fire unsanctioned, and that is its own act.
// Source: reports from spring 2017, reduced to kinds.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { act, callOff, rung, state, tell } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";

const adversary: ChartDescription = {
  id: "rebels-adversary",
  description: "How a sheltered partner stands toward the forces coming its way.",
  ignores: allBut("massed.self", "approached.self", "fired-near.self", "fired-on.self", "struck.self", "left.self", "neared.partner", "order.advance", "order.hold"),
  initial: "holding",
  states: {
    "holding": {
      description: "In garrison.",
      tags: rung(1),
      on: { "neared.partner": "uneasy", "approached.self": "uneasy", "massed.self": "uneasy", "fired-on.self": "pressing", "struck.self": "pressing", "order.advance": "patrolling" },
    },
    "uneasy": {
      description: "Wants cover and says so.",
      tags: rung(2),
      after: { "unease": "deciding-to-go" },
      on: { "left.self": "holding", "struck.self": "pressing", "fired-on.self": "pressing", "order.hold": "holding" },
    },
    "deciding-to-go": {
      description: "Goes forward, asks for more, or waits.",
      tags: rung(2),
      ...decision("go-forward", { "wait": "holding", "ask": "pressing", "patrol": "patrolling" }, { on: { "left.self": "holding", "order.hold": "holding" } }),
    },
    "pressing": {
      description: "Presses its patron for action.",
      tags: rung(3),
      after: { "calms-down": "holding" },
      on: { "left.self": "holding", "order.hold": "holding" },
    },
    "patrolling": {
      description: "Patrols forward; contact is likely.",
      tags: rung(5),
      entry: [act("patrol")],
      exit: [callOff],
      after: { "patrol-ends": "coming-back" },
      on: { "struck.self": "firing", "fired-on.self": "firing", "fired-near.self": { target: "pressing", actions: [state("sighting")] }, "order.hold": "holding" },
    },
    "coming-back": {
      description: "Is back from its patrol, and says what it saw; it may be wrong.",
      tags: rung(3),
      ...decision("report-back", {
        "nothing-new": { target: "holding", actions: [act("return")] }, "movement": { target: "pressing", actions: [state("sighting")] },
      }, { on: { "struck.self": "pressing", "fired-on.self": "pressing" } }),
    },
    "firing": {
      description: "Fires, perhaps unsanctioned.",
      tags: rung(6),
      entry: [act("harass")],
      exit: [callOff],
      after: { "calms-down": "holding" },
      on: { "order.hold": "holding" },
    },
  },
};

const ownPatron: ChartDescription = {
  id: "rebels-patron",
  description: "How a sheltered partner stands toward its protector.",
  ignores: allBut("stated.appeal", "shock.felt", "own.hit"),
  initial: "sheltered",
  states: {
    "sheltered": { description: "Trusts the cover it is given.", tags: rung(0), on: { "own.hit": "asking-for-cover", "shock.felt": "asking-for-cover" } },
    "asking-for-cover": {
      description: "Asks its protector for action.",
      tags: rung(1),
      entry: [tell("request-for-cover")],
      after: { "calms-down": "sheltered" },
      on: { "stated.appeal": "sheltered" },
    },
  },
};

/** Partners sheltered by a garrison. */
export const rebels: Doctrine = {
  name: "rebels",
  summary: "Wants its own ground back, needs its protector's cover for it, and fears to be traded away.",
  charts: { adversary, patron: ownPatron },
  assumptions: [
    { name: "rebels.go-forward", kind: "weights", value: { "wait": 6, "ask": 2, "patrol": 2 }, ground: "judgement", why: "it was held back in May and June" },
    { name: "rebels.report-back", kind: "weights", value: { "nothing-new": 1, "movement": 1 }, ground: "judgement", why: "who wants action sees reasons for it; what a patrol reports cannot be checked" },
    { name: "rebels.unease", kind: "duration", value: { "20 h": 2, "14 h": 1, "27 h": 1 }, ground: "assumed", why: "a night's thought" },
    { name: "rebels.calms-down", kind: "duration", value: "2 d", ground: "assumed", why: "excitement fades" },
    { name: "rebels.patrol-ends", kind: "duration", value: { "15 h": 2, "12 h": 1, "19 h": 1 }, ground: "assumed", why: "getting ready, a day out, and the way back" },
  ],
};
