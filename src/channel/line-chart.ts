// The line between two parties as a chart: what is declared of it, what is practised on it, and at which level.
// Knows the states of a line and the facts that move it; must not know who rings, what is said, or when.
// Invariant: declared and practised are regions of their own: a line suspended in word may be in use.
// Source: accounts of military hotlines collected in the README's table of failures.

import type { ChartDescription } from "../kernel/chart.ts";

/** Every fact that can move a line. */
export const LINE_FACTS = [
  "rang", "answered", "held", "unanswered", "refused", "cut-off", "read-back", "hung-up", "fell-due",
  "declared.open", "declared.unstated", "declared.suspended", "closed", "opened", "went-up", "went-down",
] as const;

/** The name of a fact about a line. */
export type LineFact = (typeof LINE_FACTS)[number];

const idleOn = { "rang": "ringing", "closed": "closed", "fell-due": "overdue" };

/** The chart of every line. */
export const lineChart: ChartDescription = {
  id: "line",
  description: "A line between two parties: declared and practised status, and the level it is answered at.",
  type: "parallel",
  states: {
    declared: {
      initial: "open",
      states: {
        "open": { description: "Both sides say that it is open.", on: { "declared.suspended": "suspended", "declared.unstated": "unstated" } },
        "unstated": { description: "Nobody says whether it is open.", on: { "declared.suspended": "suspended", "declared.open": "open" } },
        "suspended": { description: "A side says that it is suspended.", on: { "declared.open": "open", "declared.unstated": "unstated" } },
      },
    },
    practised: {
      initial: "idle",
      states: {
        "idle": { description: "Nobody is calling.", on: idleOn },
        "ringing": { description: "It rings.", on: { "answered": "speaking", "held": "on-hold", "unanswered": "unanswered", "refused": "refused", "closed": "closed" } },
        "on-hold": { description: "The caller was put on hold.", on: { "answered": "speaking", "unanswered": "unanswered", "hung-up": "idle", "closed": "closed" } },
        "speaking": { description: "Both sides are on the line.", on: { "read-back": "reading-back", "hung-up": "idle", "cut-off": "cut-off", "closed": "closed" } },
        "reading-back": { description: "What was said is read back.", on: { "hung-up": "idle", "cut-off": "cut-off", "closed": "closed" } },
        "overdue": { description: "A due call did not come.", on: idleOn },
        "unanswered": { description: "Nobody took the last call.", on: idleOn },
        "refused": { description: "The last call was refused.", on: idleOn },
        "cut-off": { description: "The last call broke off.", on: idleOn },
        "closed": { description: "It neither rings nor carries.", on: { "opened": "idle" } },
      },
    },
    tier: {
      initial: "duty-officer",
      states: {
        "duty-officer": { description: "Duty officers and linguists speak.", on: { "went-up": "general" } },
        "general": { description: "General officers speak.", on: { "went-up": "three-star", "went-down": "duty-officer" } },
        "three-star": { description: "Three-star officers speak.", on: { "went-up": "chiefs", "went-down": "duty-officer" } },
        "chiefs": { description: "Chiefs of staff speak.", on: { "went-down": "duty-officer" } },
      },
    },
  },
};
