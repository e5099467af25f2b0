// What the acts of a chart come to inside a run: their words kept, the names in their parameters made numbers.
// Knows the words of charts and the vocabularies they name; must not know how any of them is carried out.
// Invariant: a deed says what its act says and nothing else.

import type { TierWish } from "../channel/tiers.ts";
import type { ChartAct } from "../kernel/chart.ts";
import { ACT_WORDS } from "../parties/chart-words.ts";
import { TIERS } from "../scenario/scenario.ts";
import { ACT_NAMES } from "../terms/acts.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";
import { STATEMENT_NAMES } from "../terms/statements.ts";
import { ORDERS } from "./codes.ts";

/** One thing that a chart has done. */
export interface Deed {
  readonly word: (typeof ACT_WORDS)[number];
  /** The number of the act, message, statement, order or level that it names; -1 where it names none. */
  readonly what: number;
  /** For a message: whether it goes at once, and the level it asks for. */
  readonly urgent: boolean;
  readonly tier: TierWish;
}

const NAMED: readonly (readonly [param: string, names: readonly string[]])[] = [
  ["act", ACT_NAMES], ["message", MESSAGE_NAMES], ["statement", STATEMENT_NAMES], ["order", ORDERS], ["tier", TIERS],
];

/** The deed of an act; throws (a bug) where its name is no word of charts. */
export function deedOf({ name, params }: ChartAct): Deed {
  const word = ACT_WORDS.find((known) => known === name);
  if (word === undefined) throw new Error(`"${name}" is no word of charts`);
  const [param, names] = NAMED.find(([key]) => key in params) ?? ["", []];
  return { word, what: names.indexOf(String(params[param])), urgent: params["when"] === "now", tier: word === "tell" ? params["tier"] as TierWish : "any" };
}
