// Whether something would have happened all the same on a course that went otherwise.
// Knows what makes two entries tell of the same thing; must not know what was changed, nor why.
// Invariant: the same thing is the same kind and content by the same party toward the same one, about when it came: within half a
// day, or nearer than that where the same thing comes again. So a small shift of time is no difference; roots and counts are none.

import { ENTRY, ENTRY_KINDS, type EntryKind } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { ACT_NAMES } from "../terms/acts.ts";

/** One entry in numbers, as recorders take it. */
export interface Row { readonly number: number; readonly at: number; readonly values: Parameters<Recorder["record"]>; }

/** What is looked for on another course: `needed` times between two minutes, both included. */
export interface Recurrence {
  readonly from: number;
  readonly until: number;
  readonly needed: number;
  readonly matches: (row: Parameters<Recorder["record"]>) => boolean;
}

/** How far from its time a thing still counts as the same, in minutes; assumed. */
export const HALF_A_DAY = 720;

/** What to look for, from the entries of its kind on the course as it was. */
export function recurrenceOf(model: Model, number: number, rows: readonly Row[]): Recurrence {
  const own = rows.find((row) => row.number === number)!;
  const matches = sameAs(model, own.values);
  const alike = rows.filter(({ values }) => matches(values));
  const gap = Math.min(...alike.filter(({ at }) => at !== own.at).map(({ at }) => Math.abs(at - own.at)));
  const reach = Math.min(HALF_A_DAY, Math.floor((gap - 1) / 2));
  return { matches, from: own.at - reach, until: own.at + reach, needed: alike.filter((row) => row.at === own.at && row.number <= number).length };
}

/** Keeps the entries of one kind, numbered from `first` on. */
export function keepKind(kind: EntryKind, first = 0): Recorder & { readonly rows: readonly Row[] } {
  const rows: Row[] = [];
  const wanted = ENTRY[kind];
  let number = first;
  return {
    rows,
    record: (...values) => {
      if (values[1] === wanted) rows.push({ number, at: values[0], values });
      number++;
    },
  };
}

const [AT_A, AT_B, AT_C] = [6, 7, 8] as const;

// Which of the numbers of an entry say what it is about; who and whom always do.
const SUBSTANCE: Readonly<Record<Exclude<EntryKind, "stance">, readonly number[]>> = {
  "run.started": [], "run.ended": [], "pressure": [AT_A], "order": [AT_A], "shock": [AT_A], "item.skipped": [AT_A], "act.ordered": [AT_A], "act.called-off": [],
  "act": [AT_A], "rule.disputed": [AT_A], "perceived": [AT_A], "unattributed": [AT_A, AT_B], "unseen": [AT_A], "waited": [AT_A, AT_B],
  "decision.opened": [AT_A, AT_C], "decision": [AT_A, AT_B, AT_C], "decision.dropped": [AT_A, AT_C], "call": [AT_A, AT_B], "message": [AT_A, AT_B],
  "relay": [AT_A, AT_B], "statement": [AT_A], "trust": [AT_B], "tier": [AT_A, AT_B], "goal": [AT_A],
};

const STRIKE = ACT_NAMES.indexOf("strike");
const MISTAKEN = ACT_NAMES.indexOf("mistaken-strike");

// A strike that goes wrong is a strike; a stance does the same where it enters the same states.
function sameAs(model: Model, own: Parameters<Recorder["record"]>): Recurrence["matches"] {
  const [, kind, who, whom] = own;
  const name = ENTRY_KINDS[kind]!;
  if (name === "stance") {
    const entered = enteredBy(model, own);
    return (row) => row[1] === kind && row[AT_A] === own[AT_A] && entered.every((path) => enteredBy(model, row).includes(path));
  }
  const fields = SUBSTANCE[name];
  const plain = (value: number): number => (name === "act" && value === MISTAKEN ? STRIKE : value);
  return (row) => row[1] === kind && row[2] === who && row[3] === whom && fields.every((field) => plain(row[field]!) === plain(own[field]!));
}

function enteredBy({ stances }: Model, row: Parameters<Recorder["record"]>): readonly string[] {
  const { chart } = stances[row[AT_A]]!;
  const before = chart.leaves(row[AT_B]);
  return chart.leaves(row[AT_C]).filter((path) => !before.includes(path));
}
