// A garrison that holds ground far from home: it wants to stay, not to fight, and to be left alone.
// Knows its own steps from watching to force and back; must not know who comes, how many, or when.
// Invariant: force follows only from a perceived hostile act or intent (`menaced`, `fired-on`, `struck`), through a decision.
// Source of the order of steps: public accounts of rules of self-defence: query, request, warn, show, use, explain.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { PERCEPT_NAMES } from "./percepts.ts";
import { act, callOff, openTier, rung, state, tell } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";

const adversary: ChartDescription = {
  id: "garrison-adversary",
  description: "How a garrison stands toward those who may come too close.",
  type: "parallel",
  ignores: PERCEPT_NAMES,
  states: {
    conduct: {
      initial: "watching",
      states: {
        "watching": {
          description: "Movement outside is noted; nothing is asked.",
          tags: rung(1),
          on: {
            "massed.self": "forewarning", "dug-in.self": "querying", "approached.self": "querying", "fired-near.self": "querying",
            "menaced.self": "querying-an-approach", "fired-on.self": "deciding", "struck.self": "deciding", "stated.threat": "alert",
          },
        },
        "alert": {
          description: "After force or a threat: less is asked, and warnings come first.",
          tags: rung(3),
          after: { "loses-interest": "watching" },
          on: {
            "massed.self": "forewarning", "approached.self": "warning", "dug-in.self": "warning", "fired-near.self": "querying",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding",
          },
        },
        "forewarning": {
          description: "A force gathers outside: approach will be read as hostile intent, and that is said daily.",
          tags: rung(4),
          entry: [tell("warning", "next-call"), act("leaflet")],
          after: { "warns-again": "forewarning-daily" },
          on: {
            "approached.self": "asking-to-leave", "fired-near.self": "querying", "menaced.self": "facing-down", "fired-on.self": "deciding",
            "struck.self": "deciding", "left.self": "watching", "relay.complied": "watching",
          },
        },
        "forewarning-daily": {
          description: "They are still there, and the warning is repeated in each call.",
          tags: rung(4),
          entry: [tell("warning", "next-call")],
          after: { "warns-again": { target: "forewarning-daily", reenter: true } },
          on: {
            "approached.self": "asking-to-leave", "fired-near.self": "querying", "menaced.self": "facing-down", "fired-on.self": "deciding",
            "struck.self": "deciding", "left.self": "watching", "relay.complied": "watching",
          },
        },
        "querying": {
          description: "Asks over the line whose they are.",
          tags: rung(2),
          entry: [tell("query")],
          after: { "answer-due": "asking-to-leave" },
          on: {
            "told.denial": "asking-to-leave", "told.no-influence": "asking-to-leave", "told.claim": "asking-to-leave",
            "approached.self": "asking-to-leave", "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding", "left.self": "watching",
            "passed-by.self": "watching",
          },
        },
        "querying-an-approach": {
          description: "Takes the approach for a threat, and asks all the same whose they are.",
          tags: rung(3),
          entry: [tell("query")],
          after: { "answer-due": "asking-under-threat" },
          on: {
            "told.denial": "asking-under-threat", "told.no-influence": "asking-under-threat", "told.claim": "asking-under-threat",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding", "left.self": "watching",
          },
        },
        "asking-under-threat": {
          description: "Asks them to leave while it takes them for a threat.",
          tags: rung(4),
          entry: [tell("request-to-leave")],
          after: { "leave-due": "facing-down" },
          on: {
            "relay.complied": "awaiting-departure", "relay.ignored": "facing-down", "relay.declined": "facing-down",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding", "left.self": "watching",
          },
        },
        "asking-to-leave": {
          description: "The request to leave goes through the other end of the line.",
          tags: rung(3),
          entry: [tell("request-to-leave")],
          after: { "leave-due": "warning" },
          on: {
            "relay.complied": "awaiting-departure", "relay.ignored": "warning", "relay.declined": "warning",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding",
            "left.self": "watching", "passed-by.self": "watching",
          },
        },
        "awaiting-departure": {
          description: "Word came that they will leave; waits to see it.",
          tags: rung(2),
          after: { "departure-due": "watching" },
          on: {
            "approached.self": "warning", "dug-in.self": "warning", "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding",
            "left.self": "watching",
          },
        },
        "warning": {
          description: "Approach will be read as hostile intent, and they are told so.",
          tags: rung(4),
          entry: [tell("warning")],
          after: { "warning-stands": "demonstrating" },
          on: {
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding", "left.self": "watching",
            "relay.complied": "awaiting-departure", "passed-by.self": "watching",
          },
        },
        "demonstrating": {
          description: "Presence overhead and warning shots, so that nobody can mistake the warning.",
          tags: rung(5),
          entry: [act("show-force"), act("warning-shots")],
          after: { "shots-unheeded": "containing" },
          on: {
            "menaced.self": "deciding", "fired-on.self": "deciding", "struck.self": "deciding",
            "left.self": { target: "watching", actions: [callOff] }, "relay.complied": { target: "awaiting-departure", actions: [callOff] },
          },
        },
        "facing-down": {
          description: "They come on: a last show and warning shots before force is considered.",
          tags: rung(5),
          entry: [tell("warning"), act("show-force"), act("warning-shots")],
          after: { "last-chance": "deciding" },
          on: {
            "fired-on.self": "deciding", "struck.self": "deciding",
            "left.self": { target: "watching", actions: [callOff] }, "relay.complied": { target: "awaiting-departure", actions: [callOff] },
          },
        },
        "containing": {
          description: "They stay; they are kept where they are and told so daily.",
          tags: rung(4),
          entry: [tell("warning", "next-call")],
          after: { "loses-interest": "watching" },
          on: {
            "menaced.self": "deciding", "fired-on.self": "deciding", "struck.self": "deciding", "left.self": "watching",
            "approached.self": "demonstrating", "fired-near.self": "querying", "massed.self": "forewarning", "relay.complied": "awaiting-departure",
            "passed-by.self": "watching",
          },
        },
        "deciding": {
          description: "A hostile act or intent is perceived: force, another warning, or neither.",
          tags: rung(5),
          ...decision("use-of-force", {
            "strike": "defending", "warn-again": "facing-down", "hold": { target: "containing", actions: [act("stand-down")] },
          }, { on: { "left.self": "watching" } }),
        },
        "defending": {
          description: "Force is ordered against what is taken for a threat.",
          tags: rung(6),
          entry: [act("strike")],
          exit: [callOff],
          on: { "strike.done": "assessing", "left.self": "watching", "struck.self": "answering-fire" },
        },
        "assessing": {
          description: "Explains what was done, counts the cost, waits for the other side.",
          tags: rung(5),
          entry: [tell("explanation"), state("self-defence")],
          after: { "assessment": { target: "alert", actions: [state("assurance")] } },
          on: {
            "menaced.self": "deciding", "fired-on.self": "deciding-again", "struck.self": "deciding-again",
            "mistake.learned": { actions: [tell("regret"), state("regret")] }, "told.pause-request": "watching",
          },
        },
        "deciding-again": {
          description: "Came under attack after using force: answer again, or let it pass.",
          tags: rung(6),
          ...decision("answer-attack", { "answer": "answering-fire", "hold": "assessing" }),
        },
        "answering-fire": {
          description: "Force again, for a new attack of its own.",
          tags: rung(7),
          entry: [act("strike")],
          on: { "strike.done": "exchanging", "told.pause-request": "assessing" },
        },
        "exchanging": {
          description: "Fire has been exchanged; the next hours decide whether it ends.",
          tags: rung(7),
          entry: [tell("request-for-a-pause"), tell("demand-to-cease")],
          after: { "exchange-ebbs": "assessing" },
          on: { "fired-on.self": "considering-all", "struck.self": "considering-all", "told.pause-request": "assessing", "relay.complied": "assessing", "left.self": "assessing" },
        },
        "considering-all": {
          description: "The exchange goes on: open action, or one more attempt to end it.",
          tags: rung(7),
          ...decision("open-action", { "open": "open", "attempt": "exchanging" }),
        },
        "open": {
          description: "Restraint has ended; force is no longer tied to single acts.",
          tags: rung(8),
          entry: [act("strike"), state("announcement")],
          after: { "exhaustion": "exchanging" },
          on: { "told.pause-request": "exchanging", "left.self": "exchanging" },
        },
      },
    },
    air: {
      initial: "guarding",
      states: {
        "guarding": {
          description: "Shoots down what attacks it from the air, whoever sent it.",
          on: { "flown-at.self": { actions: [act("shoot-down")] } },
        },
      },
    },
    consent: {
      initial: "none",
      states: {
        "none": {
          description: "Nobody has asked to operate in the zone.",
          on: { "told.consent-request": "asked" },
        },
        "asked": {
          description: "A request to operate in the zone is on the table.",
          ...decision("consent", {
            "grant": { target: "given", actions: [tell("consent")] },
            "refuse": { target: "none", actions: [tell("refusal")] },
          }),
        },
        "given": {
          description: "Consent holds for an area and some hours.",
          after: { "consent-hours": "expired" },
          on: {
            "menaced.self": { target: "none", actions: [tell("revocation")] },
            "dug-in.self": { target: "none", actions: [tell("revocation")] },
          },
        },
        "expired": {
          description: "The window has passed; everyone is asked to leave.",
          entry: [tell("request-to-leave")],
          after: { "consent-forgotten": "none" },
          on: { "told.consent-request": "asked" },
        },
      },
    },
  },
};

const counterpart: ChartDescription = {
  id: "garrison-counterpart",
  description: "How a garrison stands toward the other end of its line.",
  ignores: PERCEPT_NAMES,
  initial: "daily-contact",
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
        "own.force-used": "leaning-on-it", "own.hit": "leaning-on-it", "relay.ignored": "doubting-the-relay", "relay.unverified": "doubting-the-relay",
        "line.suspended": "working-silence", "beside.self": "separating", "told.protest": { actions: [tell("explanation")] },
        "struck.self": "clash", "told.proposal": { target: "agreed-separation", actions: [openTier("general")] },
        "order.talk": { actions: [tell("proposal-to-meet", "next-call")] },
      },
    },
    "leaning-on-it": {
      description: "Extra calls, at a higher level, to keep one use of force from becoming two.",
      tags: rung(2),
      entry: [tell("explanation", "now", "chiefs")],
      after: { "quiet-holds": "looking-back" },
      on: {
        "own.force-used": { target: "leaning-on-it", reenter: true },
        "call.answered": { actions: [tell("notice", "next-call")] },
        "told.protest": { actions: [tell("explanation", "next-call")] },
        "line.suspended": "working-silence", "beside.self": "separating", "struck.self": "clash",
        "call.missed": { actions: [tell("communications-check")] },
      },
    },
    "looking-back": {
      description: "The day stayed quiet; credit to the other side is considered.",
      tags: rung(2),
      ...decision("credit", { "credit": { target: "thickening-the-line", actions: [state("credit")] }, "say-nothing": "thickening-the-line" }, {
        on: { "own.force-used": "leaning-on-it", "line.suspended": "working-silence", "beside.self": "separating", "struck.self": "clash" },
      }),
    },
    "thickening-the-line": {
      description: "Staffs prepare a further level for the line.",
      tags: rung(2),
      after: { "staff-talks": { target: "daily-contact", actions: [openTier("general"), tell("proposal-to-meet", "next-call", "up")] } },
      on: {
        "own.force-used": "leaning-on-it", "call.answered": { actions: [tell("notice", "next-call")] },
        "told.protest": { actions: [tell("explanation", "next-call")] }, "line.suspended": "working-silence", "beside.self": "separating", "struck.self": "clash",
      },
    },
    "doubting-the-relay": {
      description: "Still calls, and no longer counts on what is passed on.",
      tags: rung(3),
      after: { "doubt-fades": "daily-contact" },
      on: {
        "relay.complied": "daily-contact", "own.force-used": "leaning-on-it", "line.suspended": "working-silence", "beside.self": "separating",
        "call.answered": { actions: [tell("notice", "next-call")] }, "struck.self": "clash", "told.protest": { actions: [tell("explanation", "next-call")] },
      },
    },
    "working-silence": {
      description: "The line is declared closed; it is rung all the same.",
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
  ignores: PERCEPT_NAMES,
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
      entry: [tell("assurance")],
      after: { "calms-down": "alongside" },
    },
  },
};

/** A garrison behind a disputed line on the map. */
export const garrison: Doctrine = {
  name: "garrison",
  summary: "Holds a small place inside a disputed zone; wants to stay, to be left alone, and not to be drawn into someone else's war.",
  charts: { adversary, counterpart, partner },
  forceNeeds: ["menaced.self", "fired-on.self", "struck.self", "flown-at.self"],
  assumptions: [
    { name: "garrison.use-of-force", kind: "weights", value: { "strike": 12, "warn-again": 3, "hold": 1 }, ground: "judgement", why: "three approaches are reported as struck; how many were let pass is not known" },
    { name: "garrison.answer-attack", kind: "weights", value: { "answer": 5, "hold": 3 }, ground: "judgement", why: "each use of force needs its own trigger" },
    { name: "garrison.open-action", kind: "weights", value: { "open": 1, "attempt": 3 }, ground: "judgement", why: "commanders are reluctant to widen a fight they did not seek" },
    { name: "garrison.consent", kind: "weights", value: { "grant": 8, "refuse": 1 }, ground: "record", why: "consent was given on 6 June; one case" },
    { name: "garrison.warns-again", kind: "duration", value: { "1 d": 1, "2 d": 1 }, ground: "record", why: "warnings were repeated in the daily calls" },
    { name: "garrison.answer-due", kind: "duration", value: { "40 m": 2, "90 m": 1 }, ground: "judgement", why: "a query is answered within the hour or not at all" },
    { name: "garrison.leave-due", kind: "duration", value: { "90 m": 2, "3 h": 1 }, ground: "judgement", why: "time to pass a request to a column and see it turn" },
    { name: "garrison.departure-due", kind: "duration", value: "12 h", ground: "assumed", why: "a promise not kept by the evening is not expected to be" },
    { name: "garrison.warning-stands", kind: "duration", value: { "45 m": 1, "90 m": 2 }, ground: "judgement", why: "time for a warning to be passed on" },
    { name: "garrison.shots-unheeded", kind: "duration", value: { "4 h": 2, "8 h": 1 }, ground: "judgement", why: "how long aircraft stay over a halted column" },
    { name: "garrison.last-chance", kind: "duration", value: { "65 m": 2, "90 m": 1 }, ground: "judgement", why: "time to turn round after warning shots" },
    { name: "garrison.loses-interest", kind: "duration", value: { "2 d": 1, "4 d": 1 }, ground: "assumed", why: "a halted element becomes part of the scenery" },
    { name: "garrison.assessment", kind: "duration", value: { "12 h": 1, "20 h": 2 }, ground: "record", why: "a public account followed by the next day" },
    { name: "garrison.exchange-ebbs", kind: "duration", value: { "12 h": 1, "1 d": 1 }, ground: "assumed", why: "no case of this crisis got so far" },
    { name: "garrison.exhaustion", kind: "duration", value: "2 d", ground: "assumed", why: "no case of this crisis got so far" },
    { name: "garrison.consent-hours", kind: "duration", value: { "3 h": 2, "5 h": 1 }, ground: "judgement", why: "consent is for an area and some hours" },
    { name: "garrison.consent-forgotten", kind: "duration", value: "1 d", ground: "assumed", why: "the next request is a new one" },
    { name: "garrison.credit", kind: "weights", value: { "credit": 1, "say-nothing": 1 }, ground: "record", why: "credit was given in public once, after the quiet of the last day" },
    { name: "garrison.quiet-holds", kind: "duration", value: { "20 h": 1, "26 h": 1 }, ground: "assumed", why: "a day without force is noticed" },
    { name: "garrison.staff-talks", kind: "duration", value: { "4 d": 2, "5 d": 1 }, ground: "record", why: "a level was added six days after the first strike" },
    { name: "garrison.doubt-fades", kind: "duration", value: "3 d", ground: "assumed", why: "daily use mends a failed relay slowly" },
    { name: "garrison.rings-again", kind: "duration", value: "12 h", ground: "assumed", why: "tried morning and evening" },
    { name: "garrison.apart-again", kind: "duration", value: "2 d", ground: "assumed", why: "forces are moved apart within days" },
    { name: "garrison.clash-ends", kind: "duration", value: "1 d", ground: "assumed", why: "no such case in this crisis" },
    { name: "garrison.calms-down", kind: "duration", value: "2 d", ground: "assumed", why: "assurances last a little" },
  ],
};
