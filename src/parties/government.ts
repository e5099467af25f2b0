// A government that calls the garrison unlawful and has no line to it: it speaks in public and through its patron.
// Knows how it objects, asks, condemns and cautions; must not know what its patron does with a request.
// Invariant: what it does with consent or without it is its own act, and is seen as such.
// Source: statements reported in June 2017, reduced to kinds.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { act, callOff, rung, state, tell } from "./chart-words.ts";
import { fellow } from "./fellow.ts";
import type { Doctrine } from "./doctrine.ts";

const adversary: ChartDescription = {
  id: "government-adversary",
  description: "How a government stands toward foreign forces on its territory.",
  ignores: allBut(
    "struck.self", "struck.partner", "relay.heeded", "told.consent", "told.refusal", "stated.threat", "pressed.serious", "pressed.grave", "order.hold",
    "order.withdraw", "order.ask-consent", "dead.learned", "stated.appeal",
  ),
  initial: "tolerating",
  states: {
    "tolerating": {
      description: "Objects to the presence and waits.",
      tags: rung(2),
      on: {
        "order.ask-consent": "requesting", "struck.partner": "condemning", "struck.self": "condemning", "stated.threat": "objecting",
        "pressed.serious": "weighing", "pressed.grave": "weighing",
      },
    },
    "requesting": {
      description: "Asks, through its patron, to operate inside the zone.",
      tags: rung(2),
      entry: [tell("request-for-consent")],
      after: { "request-lapses": "objecting" },
      on: { "told.consent": "using-consent", "told.refusal": "objecting", "struck.partner": "condemning", "struck.self": "condemning" },
    },
    "using-consent": {
      description: "May operate in the agreed area for some hours, and does.",
      tags: rung(2),
      entry: [act("agreed-strike")],
      exit: [callOff],
      after: { "consent-used": "tolerating" },
      on: { "struck.partner": "condemning", "struck.self": "condemning" },
    },
    "objecting": {
      description: "Calls the presence unlawful.",
      tags: rung(3),
      entry: [state("reserved-position")],
      after: { "moves-on": "tolerating" },
      on: { "stated.appeal": "weighing-an-appeal", "order.ask-consent": "requesting", "struck.partner": "condemning", "struck.self": "condemning" },
    },
    "condemning": {
      description: "Condemns the use of force.",
      tags: rung(3),
      entry: [state("condemnation")],
      after: { "command-speaks": "deciding-a-caution" },
      on: { "dead.learned": "deciding-a-caution", "struck.self": "weighing-fire" },
    },
    "deciding-a-caution": {
      description: "The military command considers a warning of where this may lead.",
      tags: rung(3),
      ...decision("caution", { "caution": "cautioning", "say-no-more": "tolerating" }, { on: { "struck.self": "weighing-fire" } }),
    },
    "cautioning": {
      description: "Warns of escalation; hearers may take it for a threat or for an appeal.",
      tags: rung(4),
      entry: [state("caution")],
      after: { "moves-on": "tolerating" },
      on: { "stated.appeal": "weighing-an-appeal", "struck.self": "weighing-fire" },
    },
    "weighing-an-appeal": {
      description: "The other side speaks of calm; whether that changes anything is considered.",
      tags: rung(3),
      ...decision("answer-an-appeal", {
        "take-it": "tolerating", "let-it-pass": "unmoved", "answer-it": { target: "unmoved", actions: [state("reserved-position")] },
      }, { on: { "order.ask-consent": "requesting", "struck.partner": "condemning", "struck.self": "condemning" } }),
    },
    "unmoved": {
      description: "Has heard words of calm, and is not moved by them.",
      tags: rung(3),
      after: { "moves-on": "tolerating" },
      on: { "order.ask-consent": "requesting", "struck.partner": "condemning", "struck.self": "condemning" },
    },
    "weighing": {
      description: "Pressed to move its own forces up.",
      tags: rung(3),
      ...decision("move-up", { "move-up": "operating-near", "wait": "tolerating" }, { on: { "struck.self": "weighing-fire" } }),
    },
    "operating-near": {
      description: "Its own forces come close to the zone.",
      tags: rung(5),
      entry: [act("mass")],
      exit: [callOff],
      after: { "moves-on": "tolerating" },
      on: { "struck.self": "weighing-fire", "relay.heeded": "standing-off", "order.hold": "standing-off", "order.withdraw": "standing-off" },
    },
    "standing-off": {
      description: "Its forces draw away again.",
      tags: rung(2),
      entry: [act("withdraw")],
      after: { "moves-on": "tolerating" },
    },
    "weighing-fire": {
      description: "Its own forces were hit: answer by fire or by words.",
      tags: rung(4),
      ...decision("answer-fire", { "words": "cautioning", "fire": "replying" }),
    },
    "replying": {
      description: "Fires in answer.",
      tags: rung(6),
      entry: [act("shell")],
      exit: [callOff],
      after: { "reply-ends": "cautioning" },
      on: { "relay.heeded": "standing-off", "order.hold": "standing-off" },
    },
  },
};

const ownPatron: ChartDescription = {
  id: "government-patron",
  description: "How a government stands toward its patron.",
  ignores: allBut("relay.heeded", "relay.shrugged"),
  initial: "leaning-on-it",
  states: {
    "leaning-on-it": {
      description: "Relies on its patron and is asked little.",
      tags: rung(0),
      on: { "relay.heeded": "accommodating", "relay.shrugged": "going-its-own-way" },
    },
    "accommodating": { description: "Does as it was asked.", tags: rung(0), after: { "moves-on": "leaning-on-it" }, on: { "relay.shrugged": "going-its-own-way" } },
    "going-its-own-way": { description: "Lets a request of its patron pass.", tags: rung(1), after: { "moves-on": "leaning-on-it" }, on: { "relay.heeded": "accommodating" } },
  },
};

/** A government without a line to the forces it objects to. */
export const government: Doctrine = {
  name: "government",
  summary: "Wants its territory back, calls the garrison unlawful, and depends on a patron for everything that has to be said to the other side.",
  charts: { adversary, patron: ownPatron, partner: fellow },
  assumptions: [
    { name: "government.caution", kind: "weights", value: { "caution": 8, "say-no-more": 1 }, ground: "record", why: "the command warned of escalation a day after the second strike" },
    { name: "government.answer-an-appeal", kind: "weights", value: { "take-it": 1, "let-it-pass": 2, "answer-it": 1 }, ground: "judgement", why: "an assurance by those whose presence it calls unlawful binds it to nothing" },
    { name: "government.move-up", kind: "weights", value: { "move-up": 2, "wait": 3 }, ground: "judgement", why: "forces are short" },
    { name: "government.answer-fire", kind: "weights", value: { "words": 6, "fire": 1 }, ground: "judgement", why: "an answer by fire would bring the stronger side in" },
    { name: "government.request-lapses", kind: "duration", value: "12 h", ground: "assumed", why: "an unanswered request is overtaken by the day" },
    { name: "government.consent-used", kind: "duration", value: { "6 h": 2, "5 h": 1, "7 h": 1 }, ground: "assumed", why: "consent is for hours" },
    { name: "government.moves-on", kind: "duration", value: { "2 d": 1, "3 d": 1 }, ground: "assumed", why: "attention moves on" },
    { name: "government.command-speaks", kind: "duration", value: { "11 h": 2, "8 h": 1, "15 h": 1 }, ground: "record", why: "condemnation and warning were hours apart" },
    { name: "government.reply-ends", kind: "duration", value: "6 h", ground: "assumed", why: "no such case in this crisis" },
    ],
};
