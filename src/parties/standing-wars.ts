// Wars that run beside the crisis: a spoiler who attacks both sides, and campaigns against it elsewhere.
// Knows progress, setback and attack; must not know the crisis.
// Invariant: these stances stand high from the first day and never count as the crisis itself.
// They draw attention and forces away, and give others a pretext or a mistaken target.

import { decision, type ChartDescription } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { act, rung, state } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";

const spoilerAdversary: ChartDescription = {
  id: "spoiler-adversary",
  description: "How a spoiler stands toward everyone it fights.",
  ignores: allBut("struck.self", "order.advance"),
  initial: "lying-low",
  states: {
    "lying-low": {
      description: "Keeps out of sight.",
      tags: rung(6),
      after: { "next-raid": "choosing" },
      on: { "struck.self": "scattered", "order.advance": "attacking" },
    },
    "choosing": { description: "Looks for a weak spot.", tags: rung(6), ...decision("raid", { "wait": "lying-low", "raid": "attacking" }, { on: { "struck.self": "scattered" } }) },
    "attacking": { description: "Attacks where it is not expected.", tags: rung(7), entry: [act("attack")], after: { "raid-ends": "lying-low" }, on: { "struck.self": "scattered" } },
    "scattered": { description: "Was hit and is dispersed.", tags: rung(6), after: { "next-raid": "lying-low" } },
  },
};

const campaignAdversary: ChartDescription = {
  id: "campaign-adversary",
  description: "How a campaign against a spoiler goes.",
  ignores: allBut("struck.self", "order.advance"),
  initial: "preparing",
  states: {
    "preparing": { description: "Gets ready for the next bound.", tags: rung(6), after: { "next-bound": "pushing" }, on: { "order.advance": { target: "pushing", actions: [state("announcement")] }, "struck.self": "set-back" } },
    "pushing": { description: "Gains ground.", tags: rung(7), entry: [act("advance")], after: { "bound-ends": "preparing" }, on: { "struck.self": "set-back" } },
    "set-back": { description: "Lost ground or time.", tags: rung(6), entry: [act("setback")], after: { "next-bound": "preparing" } },
  },
};

/** A spoiler: attacks anyone, agrees with no one. */
export const spoiler: Doctrine = {
  name: "spoiler",
  summary: "Loses ground to everyone and gains from every quarrel between them.",
  charts: { adversary: spoilerAdversary },
  assumptions: [
    { name: "spoiler.raid", kind: "weights", value: { "wait": 3, "raid": 1 }, ground: "assumed", why: "raids are irregular" },
    { name: "spoiler.next-raid", kind: "duration", value: { "8 d": 2, "5 d": 1, "150 h": 1, "12 d": 1 }, ground: "assumed", why: "raids are irregular" },
    { name: "spoiler.raid-ends", kind: "duration", value: "12 h", ground: "assumed", why: "a raid is over within the day" },
  ],
};

/** A campaign on another front. */
export const campaign: Doctrine = {
  name: "campaign",
  summary: "Fights a long battle elsewhere that draws attention and aircraft away.",
  charts: { adversary: campaignAdversary },
  assumptions: [
    { name: "campaign.next-bound", kind: "duration", value: { "7 d": 2, "150 h": 1, "161 h": 1, "183 h": 1, "206 h": 1, "10 d": 1 }, ground: "assumed", why: "a long effort with pauses" },
    { name: "campaign.bound-ends", kind: "duration", value: { "2 d": 2, "40 h": 1, "61 h": 1 }, ground: "assumed", why: "bounds take days" },
  ],
};
