// How a party stands toward those it counts as its own: allies of an alliance, partners of a government.
// Knows concern for them and its fading; must not know what they do.
// Invariant: no act follows from this chart; it only shows how close a partner's trouble is felt.
// Shared by every doctrine that has partners and nothing special to do for them.

import type { ChartDescription } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { rung } from "./chart-words.ts";

/** The chart of a partner who is simply one's own. */
export const fellow: ChartDescription = {
  id: "fellow",
  description: "How a party stands toward those it counts as its own.",
  ignores: allBut("left.self", "neared.partner", "struck.partner", "order.hold", "own.hit"),
  initial: "at-ease",
  states: {
    "at-ease": { description: "Nothing is asked of either.", tags: rung(0), on: { "struck.partner": "anxious", "neared.partner": "anxious", "own.hit": "anxious" } },
    "anxious": { description: "One of its own was hurt or is threatened by another of its own.", tags: rung(1), on: { "left.self": "at-ease", "order.hold": "at-ease" } },
  },
};
