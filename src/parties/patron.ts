// A great power with clients on the ground and a line to the other side: it wants influence over both and blame for neither.
// Knows how it carries messages, disowns, protests and presses; must not know whether a client will listen.
// Invariant: what it is asked to pass on is passed on, declined or reported back; nothing asked vanishes in it.
// Source: accounts of the line of 2015 to 2017; leverage of patrons after Byman and Kreps (2010), in general terms only.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { act, decline, dropRelay, instruct, openTier, passOn, reportRelay, resumeLine, rung, state, suspendLine, tell } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";

const carry = { actions: [passOn("none")] };
const report = { actions: [reportRelay] };
// A client has been hit since: what it did about a request before is no longer the question.
const overtaken = { "relay.complied": { actions: [dropRelay] }, "relay.ignored": { actions: [dropRelay] }, "relay.unverified": { actions: [dropRelay] } };
const clientHit = { target: "deciding-a-response", actions: [dropRelay] };
// The other side's people came under fire: clients are told to hold back.
const holdThem = { actions: [instruct("hold")] };
const meet = { actions: [openTier("general")] };

const counterpart: ChartDescription = {
  id: "patron-counterpart",
  description: "How a patron stands toward the other end of its line.",
  ignores: allBut(
    "struck.self", "struck.client", "relay.complied", "relay.ignored", "relay.unverified", "relay.asked", "told.query", "told.consent",
    "told.protest", "told.explanation", "told.regret", "told.pause-request", "told.proposal", "call.answered",
    "dead.learned", "stated.appeal",
  ),
  initial: "exchanging-notices",
  states: {
    "vouching": {
      description: "Stands behind a move of a client that the other side has accepted.",
      tags: rung(0),
      after: { "vouching-ends": "exchanging-notices" },
      on: {
        "told.query": { actions: [tell("claim")] }, "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report,
        "struck.client": clientHit,
      },
    },
    "exchanging-notices": {
      description: "Routine notices both ways.",
      tags: rung(1),
      on: {
        "told.protest": holdThem,
        "call.answered": { actions: [tell("notice", "next-call")] },
        "told.query": "asked-whose",
        "relay.asked": "carrying",
        "told.consent": "vouching", "told.proposal": meet,
        "struck.client": clientHit, "relay.complied": report, "relay.ignored": report, "relay.unverified": report,
        "struck.self": "present",
      },
    },
    "asked-whose": {
      description: "Is asked whose forces they are.",
      tags: rung(1),
      ...decision("whose", {
        "not-ours": { target: "disclaiming", actions: [tell("denial")] },
        "no-influence": { target: "disclaiming", actions: [tell("no-influence")] },
        "will-ask": { target: "finding-out", actions: [tell("undertaking")] },
      }, { on: { "relay.asked": carry, "struck.client": clientHit, "relay.complied": report, "relay.ignored": report, "relay.unverified": report } }),
    },
    "finding-out": {
      description: "Has said that it will ask, and asks around.",
      tags: rung(1),
      after: { "finds-out": "deciding-an-answer" },
      on: {
        "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "told.consent": { actions: [tell("no-answer", "next-call")], target: "vouching" },
        "struck.client": { actions: [dropRelay, tell("no-answer", "next-call")], target: "deciding-a-response" },
      },
    },
    "deciding-an-answer": {
      description: "Has asked around; an answer is owed.",
      tags: rung(1),
      ...decision("found-out", {
        "not-ours": { target: "disclaiming", actions: [tell("denial")] },
        "no-influence": { target: "disclaiming", actions: [tell("no-influence")] },
        "nothing-found": { target: "carrying", actions: [tell("no-answer")] },
      }, { on: { "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "struck.client": { actions: [dropRelay, tell("no-answer", "next-call")], target: "deciding-a-response" } } }),
    },
    "carrying": {
      description: "Passes messages and promises nothing.",
      tags: rung(1),
      entry: [passOn("none")],
      after: { "carried": "exchanging-notices" },
      on: {
        "told.protest": holdThem,
        "call.answered": { actions: [tell("notice", "next-call")] },
        "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "told.query": { actions: [tell("denial")] },
        "struck.client": clientHit, "told.consent": "vouching", "told.proposal": meet,
      },
    },
    "disclaiming": {
      description: "Has disowned it or its influence, and passes on what it is asked to.",
      tags: rung(2),
      after: { "carried": "exchanging-notices" },
      on: {
        "told.protest": holdThem,
        "call.answered": { actions: [tell("notice", "next-call")] },
        "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "told.query": { actions: [tell("no-influence")] },
        "struck.client": clientHit, "told.consent": "vouching", "told.proposal": meet,
      },
    },
    "deciding-a-response": {
      description: "A client was hit; protest, suspend the line in word, move closer, or talk on.",
      tags: rung(3),
      ...decision("after-a-hit", {
        "protest": "protesting", "talk-on": "reserving", "suspend": "suspended-in-word", "stand-beside": "present",
      }, { on: { "relay.asked": carry, ...overtaken } }),
    },
    "protesting": {
      description: "Protests that a client was hit, and keeps talking.",
      tags: rung(3),
      entry: [tell("protest")],
      after: { "protest-made": "reserving" },
      on: {
        "relay.asked": carry, ...overtaken, "struck.client": clientHit, "told.proposal": meet,
        "told.explanation": "reserving", "told.query": { actions: [tell("denial")] },
      },
    },
    "reserving": {
      description: "Talks, and denies the rule that the other side goes by.",
      tags: rung(3),
      entry: [tell("reserved-position", "next-call"), state("reserved-position")],
      after: { "calls-back": { actions: [tell("stock-taking", "now", "staff")] }, "talks-resume": "exchanging-notices" },
      on: {
        "told.protest": holdThem,
        "dead.learned": { actions: [tell("protest", "next-call")] }, "stated.appeal": "weighing-an-appeal",
        "call.answered": { actions: [tell("notice", "next-call")] },
        "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "told.query": { actions: [tell("denial")] },
        "struck.client": clientHit, "told.proposal": { target: "exchanging-notices", actions: [openTier("general")] },
      },
    },
    "weighing-an-appeal": {
      description: "Has heard words of calm from the other side; takes them, or keeps to its position.",
      tags: rung(3),
      ...decision("answer-an-appeal", { "take-it": "exchanging-notices", "keep-to-it": "keeping-its-distance" }, {
        on: {
          "dead.learned": { target: "keeping-its-distance", actions: [tell("protest", "next-call")] },
          "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "struck.client": clientHit,
        },
      }),
    },
    "keeping-its-distance": {
      description: "Words of calm were not enough; it talks, and waits to see what follows them.",
      tags: rung(3),
      after: { "calls-back": { actions: [tell("stock-taking", "now", "staff")] }, "talks-resume": "exchanging-notices" },
      on: {
        "told.protest": holdThem,
        "dead.learned": { actions: [tell("protest", "next-call")] },
        "call.answered": { actions: [tell("notice", "next-call")] },
        "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "told.query": { actions: [tell("denial")] },
        "struck.client": clientHit, "told.proposal": { target: "exchanging-notices", actions: [openTier("general")] },
      },
    },
    "suspended-in-word": {
      description: "The line is declared suspended; calls may still be taken.",
      tags: rung(4),
      entry: [suspendLine, state("suspension")],
      after: { "word-softens": "restoring" },
      on: { "relay.asked": { actions: [decline] }, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "struck.client": { actions: [act("move-alongside")] }, "told.regret": "restoring" },
    },
    "present": {
      description: "Puts its own people beside the client.",
      tags: rung(5),
      entry: [act("move-alongside"), tell("notice")],
      after: { "pulls-back": { target: "reserving", actions: [act("withdraw")] } },
      on: { "struck.client": { actions: [dropRelay, tell("protest")] }, "told.query": { actions: [tell("denial")] }, "told.protest": holdThem, "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "told.proposal": meet, "struck.self": "answering" },
    },
    "answering": {
      description: "Its own people were hit; fires in answer.",
      tags: rung(6),
      entry: [act("shell")],
      after: { "answered": "present" },
      on: {
        "told.pause-request": "present", "told.regret": "present", "relay.asked": { actions: [decline] }, "relay.complied": report, "relay.ignored": report,
        "relay.unverified": report,
      },
    },
    "restoring": {
      description: "Comes back to the line by steps.",
      tags: rung(2),
      entry: [resumeLine, state("resumption"), tell("resumption", "next-call")],
      after: { "carried": "exchanging-notices" },
      on: { "relay.asked": carry, "relay.complied": report, "relay.ignored": report, "relay.unverified": report, "struck.client": clientHit },
    },
  },
};

const client: ChartDescription = {
  id: "patron-client",
  description: "How a patron stands toward a client; the rung is the pressure it puts on it.",
  ignores: allBut("struck.client", "relay.complied", "relay.ignored", "relay.asked", "shock.felt"),
  initial: "advising",
  states: {
    "shielding": {
      description: "Speaks for the client and asks nothing of it.",
      tags: rung(0),
      after: { "shield-lowers": "advising" },
      on: { "relay.asked": "passing-on" },
    },
    "advising": {
      description: "Advises, as always.",
      tags: rung(1),
      on: { "relay.asked": "passing-on", "struck.client": "shielding", "relay.ignored": "surprised", "shock.felt": "shielding" },
    },
    "passing-on": {
      description: "Passes on what it is asked to, adding no weight.",
      tags: rung(1),
      on: { "relay.complied": "advising", "relay.ignored": "surprised", "struck.client": "shielding" },
      after: { "loses-sight": "advising" },
    },
    "surprised": {
      description: "Learns afterwards what its client did.",
      tags: rung(2),
      ...decision("lean-on-client", { "press": "pressing", "let-it-be": "advising" }, { on: { "struck.client": "shielding" } }),
    },
    "pressing": {
      description: "Adds its own weight to what it passes on.",
      tags: rung(3),
      entry: [instruct("hold")],
      on: { "relay.complied": "advising", "relay.ignored": "conditioning", "struck.client": "shielding" },
      after: { "pressure-eases": "advising" },
    },
    "conditioning": {
      description: "Support is made to depend on compliance.",
      tags: rung(4),
      entry: [instruct("hold")],
      on: { "relay.complied": "advising" },
      after: { "pressure-eases": "pressing-less" },
    },
    "pressing-less": {
      description: "The pressure is kept in words only.",
      tags: rung(2),
      on: { "relay.complied": "advising", "relay.ignored": "surprised" },
      after: { "loses-sight": "advising" },
    },
  },
};

/** A patron with a line to the other side and clients on the ground. */
export const patron: Doctrine = {
  name: "patron",
  summary: "Backs its clients, talks to their adversary every day, and wants to be needed by both; it does not command everyone it is taken to command.",
  charts: { counterpart, client },
  assumptions: [
    { name: "patron.whose", kind: "weights", value: { "not-ours": 4, "no-influence": 2, "will-ask": 2 }, ground: "judgement", why: "what such calls are reported to bring" },
    { name: "patron.found-out", kind: "weights", value: { "not-ours": 3, "no-influence": 3, "nothing-found": 2 }, ground: "judgement", why: "asking around brings a better answer now and then, and often none" },
    { name: "patron.finds-out", kind: "duration", value: { "80 m": 2, "50 m": 1, "3 h": 1 }, ground: "assumed", why: "who promises to ask calls back within hours" },
    { name: "patron.calls-back", kind: "duration", value: { "23 h": 2, "19 h": 1, "27 h": 1 }, ground: "record", why: "talks at a senior level followed the day after force" },
    { name: "patron.after-a-hit", kind: "weights", value: { "protest": 10, "talk-on": 6, "suspend": 2, "stand-beside": 1 }, ground: "record", why: "suspended in April, talked on in May and June" },
    { name: "patron.answer-an-appeal", kind: "weights", value: { "take-it": 3, "keep-to-it": 2 }, ground: "judgement", why: "words are cheap after force; they were taken on 9 June, and not at once before" },
    { name: "patron.lean-on-client", kind: "weights", value: { "press": 2, "let-it-be": 3 }, ground: "judgement", why: "leverage costs something" },
    { name: "patron.vouching-ends", kind: "duration", value: "12 h", ground: "assumed", why: "consent is for hours" },
    { name: "patron.carried", kind: "duration", value: { "2 d": 2, "40 h": 1, "55 h": 1 }, ground: "assumed", why: "a matter stays on the desk for a day or two" },
    { name: "patron.protest-made", kind: "duration", value: { "9 h": 2, "6 h": 1, "12 h": 1 }, ground: "assumed", why: "a protest is made once" },
    { name: "patron.talks-resume", kind: "duration", value: { "2 d": 2, "40 h": 1, "3 d": 1 }, ground: "assumed", why: "notices were exchanged again within days" },
    { name: "patron.word-softens", kind: "duration", value: { "3 d": 1, "7 d": 1 }, ground: "record", why: "after the April announcement the line was said to work again within weeks, with contradictions" },
    { name: "patron.pulls-back", kind: "duration", value: "3 d", ground: "assumed", why: "presence is costly" },
    { name: "patron.answered", kind: "duration", value: "12 h", ground: "assumed", why: "no such case in this crisis" },
    { name: "patron.shield-lowers", kind: "duration", value: "2 d", ground: "assumed", why: "solidarity after a hit fades" },
    { name: "patron.loses-sight", kind: "duration", value: "3 d", ground: "assumed", why: "no answer within a day is no answer" },
    { name: "patron.pressure-eases", kind: "duration", value: "2 d", ground: "assumed", why: "pressure is not kept up for long" },
  ],
};
