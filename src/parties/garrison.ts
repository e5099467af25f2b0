// A garrison that holds ground far from home: it wants to stay, not to fight, and to be left alone.
// Knows whom it speaks to, whom it stands by, and what it holds to; must not know who comes, how many, or when.
// Invariant: force follows only from a perceived hostile act or intent (`menaced`, `fired-on`, `struck`), through a decision.
// Source of the order of steps: public accounts of rules of self-defence: query, request, warn, show, use, explain.

import { decision, type ChartDescription, type Reactions } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { fendOff, instruct, openTier, rung, state, tell } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";
import { garrisonConduct } from "./garrison-conduct.ts";

const turnForTheWorse: Reactions = { "line.suspended": "working-silence", "beside.self": "separating", "struck.self": "clash" };

const counterpart: ChartDescription = {
  id: "garrison-counterpart",
  description: "How a garrison stands toward the other end of its line.",
  ignores: allBut(
    "struck.self", "beside.self", "relay.complied", "relay.ignored", "told.protest", "told.explanation", "told.regret",
    "told.pause-request", "told.proposal", "call.answered", "call.missed", "line.suspended", "line.restored", "order.talk", "own.force-used", "own.hit",
    "unowned.movement", "unowned.fire", "unowned.flight",
  ),
  initial: "daily-contact",
  // What it can put down to nobody it asks about, whatever else it has to say; and it shoots down what attacks it, whoever sent it.
  on: {
    "unowned.movement": { actions: [tell("query")] },
    "unowned.fire": { actions: [tell("query")] },
    "unowned.flight": { actions: [fendOff("shoot-down"), tell("query")] },
  },
  states: {
    "agreed-separation": {
      description: "A dividing line is settled and kept.",
      tags: rung(0),
      on: { "own.force-used": "leaning-on-it", "told.protest": "daily-contact", "line.suspended": "working-silence", "beside.self": "separating", "call.missed": "daily-contact" },
    },
    "daily-contact": {
      description: "Routine talks on where each side will operate.",
      tags: rung(1),
      on: {
        "call.answered": { actions: [tell("notice", "next-call")] },
        "own.force-used": "leaning-on-it", "own.hit": "raising-it", "relay.ignored": "doubting-the-relay",
        "line.suspended": "working-silence", "beside.self": "separating", "told.protest": { actions: [tell("explanation")] },
        "struck.self": "clash", "told.proposal": { target: "agreed-separation", actions: [openTier("general")] },
        "order.talk": { actions: [tell("proposal-to-meet", "next-call")] },
      },
    },
    "leaning-on-it": {
      description: "Extra calls, at a higher level, to keep one use of force from becoming two.",
      tags: rung(2),
      entry: [tell("explanation", "now", "chiefs"), tell("standing-rule", "now", "chiefs")],
      after: { "quiet-holds": "looking-back" },
      on: {
        "own.force-used": "leaning-again", "own.hit": "raising-it",
        "call.answered": { actions: [tell("notice", "next-call")] },
        ...turnForTheWorse,
      },
    },
    "leaning-again": {
      description: "Force was used again within days; what was said then stands, and officers go over it.",
      tags: rung(2),
      entry: [tell("explanation", "now", "up")],
      after: { "quiet-holds": "looking-back" },
      on: {
        "own.force-used": { target: "leaning-again", reenter: true }, "own.hit": "raising-it",
        "call.answered": { actions: [tell("notice", "next-call")] },
        ...turnForTheWorse,
      },
    },
    "raising-it": {
      description: "Its own people came under fire; the other side is asked to act on those who fired.",
      tags: rung(2),
      entry: [tell("protest")],
      after: { "quiet-holds": "daily-contact" },
      on: {
        "own.force-used": "leaning-on-it", "call.answered": { actions: [tell("notice", "next-call")] }, "relay.ignored": "doubting-the-relay",
        ...turnForTheWorse,
      },
    },
    "looking-back": {
      description: "The day stayed quiet; credit to the other side is considered.",
      tags: rung(2),
      ...decision("credit", { "credit": { target: "thickening-the-line", actions: [state("credit")] }, "say-nothing": "thickening-the-line" }, {
        on: { "own.force-used": "leaning-again", "own.hit": "raising-it", ...turnForTheWorse },
      }),
    },
    "thickening-the-line": {
      description: "Officers take stock, and staffs look at what the line needs.",
      tags: rung(2),
      entry: [tell("stock-taking", "now", "staff")],
      after: { "staff-talks": { target: "daily-contact", actions: [tell("proposal-to-meet", "next-call")] } },
      on: {
        "own.force-used": "leaning-again", "own.hit": "raising-it", "call.answered": { actions: [tell("notice", "next-call")] },
        ...turnForTheWorse,
      },
    },
    "doubting-the-relay": {
      description: "Still calls, and no longer counts on what is passed on.",
      tags: rung(2),
      after: { "doubt-fades": "daily-contact" },
      on: {
        "relay.complied": "daily-contact", "own.force-used": "leaning-on-it", "own.hit": "raising-it", "line.suspended": "working-silence", "beside.self": "separating",
        "told.proposal": { target: "agreed-separation", actions: [openTier("general")] }, "order.talk": { actions: [tell("proposal-to-meet", "next-call")] },
        "call.answered": { actions: [tell("notice", "next-call")] }, "struck.self": "clash", "told.protest": { actions: [tell("explanation", "next-call")] },
      },
    },
    "working-silence": {
      description: "The line is declared closed; it will be tried all the same.",
      tags: rung(3),
      entry: [tell("communications-check")],
      after: { "rings-again": { target: "working-silence", reenter: true } },
      on: { "line.restored": "daily-contact", "beside.self": "separating", "struck.self": "clash" },
    },
    "separating": {
      description: "The other's people stand beside those it may have to fight; forces are kept apart.",
      tags: rung(4),
      entry: [tell("notice"), tell("proposal-to-meet", "now", "up")],
      after: { "apart-again": "daily-contact" },
      on: { "told.proposal": "daily-contact", "struck.self": "clash", "own.force-used": "at-risk" },
    },
    "at-risk": {
      description: "Force was used close to the other's own people.",
      tags: rung(5),
      entry: [tell("explanation", "now", "chiefs")],
      after: { "apart-again": "separating" },
      on: { "struck.self": "clash", "told.explanation": "separating" },
    },
    "clash": {
      description: "The principals have hit each other.",
      tags: rung(6),
      entry: [tell("request-for-a-pause", "now", "chiefs")],
      after: { "clash-ends": "separating" },
      on: { "told.explanation": "separating", "told.regret": "separating", "told.pause-request": "separating" },
    },
  },
};

const partner: ChartDescription = {
  id: "garrison-partner",
  description: "How a garrison stands toward the partners it shelters.",
  ignores: allBut("told.request", "own.hit"),
  initial: "alongside",
  states: {
    "alongside": {
      description: "The partner trains, patrols and asks for little.",
      tags: rung(1),
      on: { "told.request": "holding-back", "own.hit": "holding-back" },
    },
    "holding-back": {
      description: "The partner wants action; it is assured and held back.",
      tags: rung(2),
      entry: [tell("assurance"), instruct("hold")],
      after: { "calms-down": "alongside" },
    },
  },
};

/** A garrison behind a disputed line on the map. */
export const garrison: Doctrine = {
  name: "garrison",
  summary: "Holds a small place inside a disputed zone; wants to stay, to be left alone, and not to be drawn into someone else's war.",
  charts: { adversary: garrisonConduct, counterpart, partner },
  forceNeeds: ["menaced.self", "fired-on.self", "struck.self", "flown-at.self"],
  assumptions: [
    { name: "garrison.use-of-force", kind: "weights", value: { "strike": 20, "warn-again": 2, "hold": 1 }, ground: "judgement", why: "three approaches are reported as struck; how many were let pass is not known" },
    { name: "garrison.after-a-warning", kind: "weights", value: { "show-force": 8, "ask-higher-up": 2, "be-patient": 1 }, ground: "judgement", why: "a show of force followed the warnings that are reported; steps left out are not reported" },
    { name: "garrison.after-a-show", kind: "weights", value: { "fire-ahead-of-them": 5, "leave-it-at-that": 1 }, ground: "judgement", why: "warning shots are reported beside the show of force of 18 May" },
    { name: "garrison.stay-the-strike", kind: "weights", value: { "stay-it": 3, "go-on": 1 }, ground: "judgement", why: "force rests on what they do, and they have stopped doing it; a halt can also be a pause before more" },
    { name: "garrison.unowned-fire", kind: "weights", value: { "ask": 8, "hold": 3, "strike": 1 }, ground: "judgement", why: "force rests on a perceived act and on who did it; from out of sight who did it is weakly known" },
    { name: "garrison.answer-attack", kind: "weights", value: { "answer": 4, "hold": 1 }, ground: "judgement", why: "each use of force needs its own trigger" },
    { name: "garrison.open-action", kind: "weights", value: { "open": 1, "attempt": 3 }, ground: "judgement", why: "commanders are reluctant to widen a fight they did not seek" },
    { name: "garrison.consent", kind: "weights", value: { "grant": 12, "refuse": 1 }, ground: "record", why: "consent was given in the one case that is known" },
    { name: "garrison.warns-again", kind: "duration", value: { "1 d": 2, "2 d": 1 }, ground: "record", why: "warnings were repeated in the daily calls" },
    { name: "garrison.warning-fades", kind: "duration", value: { "5 d": 2, "4 d": 1, "7 d": 1 }, ground: "assumed", why: "a warning that nothing tests is not thought of for long" },
    { name: "garrison.dealings-mend", kind: "duration", value: { "6 d": 2, "4 d": 1, "9 d": 1 }, ground: "assumed", why: "a week without anything wipes the slate" },
    { name: "garrison.answer-due", kind: "duration", value: { "65 m": 2, "50 m": 1, "85 m": 1, "2 h": 1 }, ground: "judgement", why: "a query is answered within the hour or not at all" },
    { name: "garrison.leave-due", kind: "duration", value: { "110 m": 2, "80 m": 1, "150 m": 1, "200 m": 1 }, ground: "judgement", why: "time to pass a request to a column and see it turn" },
    { name: "garrison.departure-due", kind: "duration", value: "12 h", ground: "assumed", why: "a promise not kept by the evening is not expected to be" },
    { name: "garrison.warning-stands", kind: "duration", value: { "65 m": 2, "40 m": 1, "90 m": 1, "130 m": 1 }, ground: "judgement", why: "time for a warning to be passed on" },
    { name: "garrison.show-unheeded", kind: "duration", value: { "55 m": 2, "45 m": 1, "100 m": 1 }, ground: "judgement", why: "how long aircraft circle before it is clear that nobody turns" },
    { name: "garrison.aircraft-over", kind: "duration", value: { "35 m": 2, "25 m": 1, "50 m": 1 }, ground: "judgement", why: "aircraft first, shots next, where they are taken to come on" },
    { name: "garrison.shots-unheeded", kind: "duration", value: { "5 h": 2, "3 h": 1, "8 h": 1 }, ground: "judgement", why: "how long aircraft stay over a halted column" },
    { name: "garrison.last-chance", kind: "duration", value: { "65 m": 2, "50 m": 1, "85 m": 1, "110 m": 1 }, ground: "judgement", why: "time to turn round after warning shots" },
    { name: "garrison.stand-seen", kind: "duration", value: { "2 h": 2, "80 m": 1, "4 h": 1 }, ground: "assumed", why: "who has stopped and does not turn within hours means to stay" },
    { name: "garrison.loses-interest", kind: "duration", value: { "60 h": 2, "40 h": 1, "90 h": 1 }, ground: "assumed", why: "a halted element becomes part of the scenery" },
    { name: "garrison.assessment", kind: "duration", value: { "16 h": 2, "11 h": 1, "21 h": 1 }, ground: "record", why: "a public account followed by the next day" },
    { name: "garrison.exchange-ebbs", kind: "duration", value: { "12 h": 1, "1 d": 1 }, ground: "assumed", why: "no case of this crisis got so far" },
    { name: "garrison.exhaustion", kind: "duration", value: "1 d", ground: "assumed", why: "no case of this crisis got so far" },
    { name: "garrison.consent-hours", kind: "duration", value: { "4 h": 2, "5 h": 1, "6 h": 1 }, ground: "judgement", why: "consent is for an area and some hours, from when it is read back" },
    { name: "garrison.consent-forgotten", kind: "duration", value: "1 d", ground: "assumed", why: "the next request is a new one" },
    { name: "garrison.credit", kind: "weights", value: { "credit": 1, "say-nothing": 3 }, ground: "record", why: "credit was given in public once, after the quiet of the last day" },
    { name: "garrison.quiet-holds", kind: "duration", value: { "22 h": 2, "19 h": 1, "26 h": 1 }, ground: "assumed", why: "a day without force is noticed" },
    { name: "garrison.staff-talks", kind: "duration", value: { "4 d": 2, "90 h": 1, "110 h": 1 }, ground: "record", why: "a level was added six days after the first strike" },
    { name: "garrison.doubt-fades", kind: "duration", value: { "60 h": 2, "2 d": 1, "4 d": 1 }, ground: "assumed", why: "daily use mends a failed relay slowly" },
    { name: "garrison.rings-again", kind: "duration", value: "2 d", ground: "assumed", why: "tried now and then beside the due calls" },
    { name: "garrison.apart-again", kind: "duration", value: "2 d", ground: "assumed", why: "forces are moved apart within days" },
    { name: "garrison.clash-ends", kind: "duration", value: "1 d", ground: "assumed", why: "no such case in this crisis" },
    { name: "garrison.calms-down", kind: "duration", value: "2 d", ground: "assumed", why: "assurances last a little" },
  ],
};
