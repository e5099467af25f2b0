// An alliance that speaks for many: its words are public, its authorship unconfirmed, its members act on their own account.
// Knows counting, declaring, waiting and authorising; must not know what a member will do.
// Invariant: it has no line; whatever it says, it says in public.
// Source: the statement of 7 June 2017 and reports on it, reduced to kinds.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { PERCEPT_NAMES } from "./percepts.ts";
import { instruct, rung, state } from "./chart-words.ts";
import { fellow } from "./fellow.ts";
import type { Doctrine } from "./doctrine.ts";

const adversary: ChartDescription = {
  id: "alliance-adversary",
  description: "How an alliance stands toward those who hit its members.",
  ignores: PERCEPT_NAMES,
  initial: "quiet",
  states: {
    "quiet": { description: "Says nothing.", tags: rung(1), on: { "struck.partner": "counting", "struck.self": "counting" } },
    "counting": {
      description: "Crossings are noted, not answered.",
      tags: rung(3),
      after: { "memory": "letting-it-lapse" },
      on: { "struck.partner": "drafting", "stated.threat": "drafting" },
    },
    "letting-it-lapse": {
      description: "Declares its restraint a success and moves on.",
      tags: rung(2),
      entry: [state("restraint")],
      after: { "memory": "quiet" },
      on: { "struck.partner": "drafting" },
    },
    "drafting": {
      description: "A second crossing is weighed, and words for it are sought.",
      tags: rung(3),
      after: { "drafts": "deciding-to-speak" },
    },
    "deciding-to-speak": {
      description: "A second crossing: a public red line, or silence.",
      tags: rung(3),
      ...decision("red-line", { "declare": "declaring", "stay-silent": "counting" }),
    },
    "declaring": {
      description: "A red line, in public, for all to read.",
      tags: rung(4),
      entry: [state("threat")],
      after: { "stands-by-it": "conditional-restraint" },
      on: { "struck.partner": "deciding-to-authorise" },
    },
    "conditional-restraint": {
      description: "Restraint holds as long as the other side's does.",
      tags: rung(4),
      after: { "memory": "letting-it-lapse" },
      on: { "struck.partner": "deciding-to-authorise", "stated.appeal": "letting-it-lapse" },
    },
    "deciding-to-authorise": {
      description: "The line it drew was crossed: let members answer, or wait.",
      tags: rung(4),
      ...decision("authorise", { "wait": "conditional-restraint", "authorise": "authorising" }),
    },
    "authorising": {
      description: "Members may answer.",
      tags: rung(5),
      entry: [instruct("reply")],
      after: { "word-kept": "conditional-restraint" },
      on: { "struck.partner": "answering", "stated.appeal": "conditional-restraint" },
    },
    "answering": {
      description: "A member has answered and was hit again; it is said to be the alliance's answer.",
      tags: rung(6),
      entry: [instruct("reply"), state("red-line")],
      after: { "word-kept": "conditional-restraint" },
      on: { "stated.appeal": "conditional-restraint" },
    },
  },
};

/** An alliance with a public voice. */
export const alliance: Doctrine = {
  name: "alliance",
  summary: "Wants its members' losses to have a price without paying for a war; its strength is in what others believe it may allow.",
  charts: { adversary, partner: fellow },
  assumptions: [
    { name: "alliance.red-line", kind: "weights", value: { "declare": 4, "stay-silent": 1 }, ground: "record", why: "it spoke the day after the second strike" },
    { name: "alliance.authorise", kind: "weights", value: { "wait": 12, "authorise": 1 }, ground: "record", why: "a strike followed its threat by a day and no answer is recorded" },
    { name: "alliance.drafts", kind: "duration", value: { "10 h": 1, "18 h": 1 }, ground: "record", why: "it spoke the day after the second strike" },
    { name: "alliance.memory", kind: "duration", value: { "20 d": 1, "30 d": 1 }, ground: "assumed", why: "grievances outlive crises" },
    { name: "alliance.stands-by-it", kind: "duration", value: "1 d", ground: "assumed", why: "a statement is news for a day" },
    { name: "alliance.word-kept", kind: "duration", value: "2 d", ground: "assumed", why: "a licence to answer is used soon or not at all" },
  ],
};
