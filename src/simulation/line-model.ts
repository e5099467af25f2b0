// One line made ready to run: who is at its ends, when it is due, and what is drawn for calls and messages on it.
// Knows the line as the scenario gives it and what is assumed of it; must not know anything that changes during a run.
// Invariant: everything that can fail on a line is a question here, with weights from an assumption.

import { LINE_FACTS, type LineFact } from "../channel/line-chart.ts";
import { optionsOf } from "../kernel/choices.ts";
import { nameOf, type Name } from "../kernel/random.ts";
import type { RememberedChart } from "../kernel/statechart.ts";
import { TIERS, type Channel } from "../scenario/scenario.ts";
import { choiceOf, only, spreadOf, type Assumed, type Choice, type Spread } from "./assumed.ts";
import type { Hours } from "./hours.ts";

/** One line; durations in minutes. */
export interface LineModel {
  readonly index: number;
  readonly name: Name;
  readonly ends: readonly [number, number];
  readonly trust: readonly [number, number];
  /** Due calls, ascending, each the root of what it brings. */
  readonly slots: readonly { readonly at: number; readonly root: number }[];
  readonly onRequest: boolean;
  /** How long until an asked-for call is taken. */
  readonly answeredWithin: Spread;
  /** What is declared of it at the start, whether it is closed in practice then, and the line chart's configuration for both. */
  readonly declared: Channel["declared"];
  readonly closed: boolean;
  readonly initial: number;
  /** A bit for each open tier. */
  readonly openTiers: number;
  /** Per tier: "answered", or why not. */
  readonly pickUp: readonly Choice[];
  readonly held: Spread;
  /** Per tier: how long until it rings, and how long a call takes. */
  readonly setsUp: readonly Spread[];
  readonly callTakes: readonly Spread[];
  readonly triesAgain: Spread;
  readonly ringsAgain: Spread;
  /** For how long a due call that nobody took is tried again, in minutes. */
  readonly triesFor: number;
  /** The hours in which chiefs can be called. */
  readonly chiefsHours: Hours;
  /** "well", "cut-off" or "disputed". */
  readonly ending: Choice;
  /** "clear", "garbled", "wrong", "mismatched" or "lost". */
  readonly heard: Choice;
  readonly readBack: Choice;
  /** Messages that one call has time for. */
  readonly carries: number;
  readonly keptInPractice: Choice;
  readonly outageRead: Choice;
  /** How long a message keeps, and after how long it is too late to act on. */
  readonly keeps: number;
  readonly lateAfter: number;
}

/** Number of a fact about a line among the percepts of its chart. */
export const FACT = Object.fromEntries(LINE_FACTS.map((fact, i) => [fact, i])) as Readonly<Record<LineFact, number>>;

/** The line of a channel; `addRoot` names a root and gives its number. */
export function lineModelOf(
  channel: Channel, index: number, numberOf: (id: string) => number, assumed: Assumed, chart: RememberedChart, addRoot: (text: string) => number,
): LineModel {
  const context = [channel.id, ...channel.between];
  const spread = (name: string): Spread => assumed.spread(name, ...context);
  const choice = (name: string): Choice => assumed.choice(name, ...context);
  let initial = chart.initial.next;
  if (channel.declared !== "open") initial = chart.step(initial, FACT[`declared.${channel.declared}`]).next;
  if (channel.practised === "closed") initial = chart.step(initial, FACT["closed"]).next;
  const within = channel.onRequest?.answeredWithinMinutes ?? 0;
  return {
    index, initial,
    declared: channel.declared,
    closed: channel.practised === "closed",
    name: nameOf(channel.id),
    ends: [numberOf(channel.between[0]), numberOf(channel.between[1])],
    trust: channel.trust,
    slots: channel.slots.map(({ at, name }) => ({ at, root: addRoot(`${channel.id}@${name}`) })),
    onRequest: channel.onRequest !== undefined,
    answeredWithin: answeredWithin(within),
    openTiers: channel.tiers.reduce((bits, tier) => bits | (1 << TIERS.indexOf(tier)), 0),
    pickUp: TIERS.map((tier) => pickUp(assumed.probability("line.answered", tier, ...context), assumed.choice("line.unanswered-because", tier, ...context))),
    held: spread("line.held"),
    setsUp: TIERS.map((tier) => assumed.spread("line.sets-up", tier, ...context)),
    callTakes: TIERS.map((tier) => assumed.spread("line.call-takes", tier, ...context)),
    triesAgain: spread("line.tries-again"),
    ringsAgain: spread("line.rings-again"),
    triesFor: only(spread("line.tries-for")),
    chiefsHours: { from: only(spread("line.chiefs-from")), until: only(spread("line.chiefs-until")) },
    ending: endings(assumed.probability("line.cut-off", ...context), assumed.probability("line.disputed", ...context)),
    heard: choice("line.heard"),
    readBack: choice("line.read-back-catches"),
    carries: assumed.count("line.carries", ...context),
    keptInPractice: choice("line.kept-in-practice"),
    outageRead: choice("line.outage-taken-as-signal"),
    keeps: only(spread("message.keeps")),
    lateAfter: only(spread("message.overtaken-after")),
  };
}

// A promise of an hour or less is as good as at once; a longer one is used in part, or to the last (assumed, in equal shares).
function answeredWithin(minutes: number): Spread {
  const name = nameOf("line.answered-within");
  if (minutes <= 60) return spreadOf(name, optionsOf(["at-once"], [1]), [0]);
  return spreadOf(name, optionsOf(["soon", "later", "at-the-last"], [1, 1, 1]), [0, Math.round(minutes / 2), minutes]);
}

function pickUp(answered: number, because: Choice): Choice {
  const { names, weights, total } = because.options;
  return choiceOf(nameOf("line.answered"), optionsOf(["answered", ...names], [answered, ...weights.map((weight) => ((1 - answered) * weight) / total)]));
}

function endings(cutOff: number, disputed: number): Choice {
  return choiceOf(nameOf("line.ends"), optionsOf(["well", "cut-off", "disputed"], [Math.max(0, 1 - cutOff - disputed), cutOff, disputed]));
}
