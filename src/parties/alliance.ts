// An alliance that speaks for many: its words are public, its authorship unconfirmed, its members act on their own account.
// Knows counting, declaring, waiting and authorising; must not know what a member will do.
// Invariant: it has no line; whatever it says, it says in public.
// Source: the statement of 7 June 2017 and reports on it, reduced to kinds.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { instruct, rung, state } from "./chart-words.ts";
import { fellow } from "./fellow.ts";
import type { Doctrine } from "./doctrine.ts";

const adversary: ChartDescription = {
  id: "alliance-adversary",
  description: "How an alliance stands toward those who hit its members.",
  ignores: allBut("struck.self", "struck.partner", "stated.threat", "stated.appeal", "shock.felt", "dead.learned"),
  initial: "quiet",
  states: {
    "quiet": { description: "Says nothing.", tags: rung(1), on: { "struck.partner": "weighing-a-first-word", "struck.self": "weighing-a-first-word" } },
    "weighing-a-first-word": {
      description: "A first crossing: noted in silence, or worth a word.",
      tags: rung(2),
      ...decision("first-word", { "note-it": "counting", "speak": "drafting" }, { on: { "struck.partner": "drafting" } }),
    },
    "counting": {
      description: "Crossings are noted, not answered.",
      tags: rung(3),
      after: { "memory": "letting-it-lapse" },
      on: { "struck.partner": "drafting", "stated.threat": "drafting", "shock.felt": "deciding-to-speak" },
    },
    "letting-it-lapse": {
      description: "Declares its restraint a success and moves on.",
      tags: rung(2),
      entry: [state("restraint")],
      after: { "memory": "quiet" },
      on: { "struck.partner": "drafting" },
    },
    "drafting": {
      description: "Words for what happened are sought, and weighed.",
      tags: rung(3),
      after: { "drafts": "deciding-to-speak" },
      on: { "struck.partner": "deciding-to-speak", "dead.learned": "deciding-to-speak", "shock.felt": "deciding-to-speak" },
    },
    "deciding-to-speak": {
      description: "A public red line, leave for members to answer, or silence.",
      tags: rung(3),
      ...decision("red-line", { "declare": "declaring", "authorise": "authorising", "stay-silent": "counting" }),
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
      on: { "struck.partner": "drafting", "stated.appeal": "counting" },
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
    { name: "alliance.red-line", kind: "weights", value: { "declare": 24, "authorise": 1, "stay-silent": 3 }, ground: "record", why: "it spoke the day after the second strike" },
    { name: "alliance.first-word", kind: "weights", value: { "note-it": 2, "speak": 1 }, ground: "record", why: "no word of it is recorded after the first strike" },
    { name: "alliance.authorise", kind: "weights", value: { "wait": 12, "authorise": 1 }, ground: "record", why: "a strike followed its threat by a day and no answer is recorded" },
    { name: "alliance.drafts", kind: "duration", value: { "15 h": 2, "12 h": 1, "20 h": 1 }, ground: "record", why: "it spoke the day after the second strike" },
    { name: "alliance.memory", kind: "duration", value: { "20 d": 1, "30 d": 1 }, ground: "assumed", why: "grievances outlive crises" },
    { name: "alliance.stands-by-it", kind: "duration", value: "1 d", ground: "assumed", why: "a statement is news for a day" },
    { name: "alliance.word-kept", kind: "duration", value: "2 d", ground: "assumed", why: "a licence to answer is used soon or not at all" },
  ],
};
