// Why an entry came about: the entries behind it as links, each with what moved with it, what it turned on, and the words it sent.
// Knows causes and kinds; must not know words for people, nor which of the choices were decisive.
// Invariant: links stand in the order in which things happened, from what came from outside to the entry itself; each entry behind
// it stands in one of them.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import { chainOf, type Account } from "./account.ts";
import type { Asked } from "./asked.ts";

/** One link: the entry to tell, the change of stance that came with it, questions it turned on, and messages that it sent. */
export interface Link {
  readonly told: Entry;
  /** When it was begun, where it was: an act's order, a decision's opening, a message's sending. */
  readonly since: number;
  readonly stance: EntryOf<"stance"> | undefined;
  readonly asked: readonly Asked[];
  readonly sent: readonly Sent[];
}

/** A message that a link sent, and the last that had become of it when the explained entry came about. */
export interface Sent { readonly message: EntryOf<"message">; readonly came: EntryOf<"message" | "relay"> | undefined; }

/** The links behind an entry of an account, the entry itself in the last one. */
export function linksBehind({ entries, asked }: Pick<Account, "entries" | "asked">, number: number): readonly Link[] {
  const links: (Link & { readonly numbers: readonly number[] })[] = [];
  for (const at of chainOf(entries, number).toReversed()) {
    const entry = entries[at]!;
    if (entry.kind === "run.started" && at !== number) continue;
    const last = links.at(-1);
    if (last === undefined || !joins(last.told, entry, last.stance)) links.push({ told: entry, since: entry.at, stance: entry.kind === "stance" ? entry : undefined, asked: [], sent: [], numbers: [at] });
    else if (entry.kind === "stance") links[links.length - 1] = { ...last, stance: entry, numbers: [...last.numbers, at] };
    else links[links.length - 1] = { ...last, told: entry, numbers: [...last.numbers, at] };
  }
  const ledTo = Map.groupBy(entries.slice(0, number), ({ cause }) => cause);
  const byEntry = Map.groupBy(asked.filter(({ entry }) => entry <= number), ({ entry }) => entry);
  return links.map(({ numbers, ...link }) => ({
    ...link,
    asked: numbers.flatMap((at) => byEntry.get(at) ?? []).filter(({ question }) => question.root.text === link.told.root),
    sent: numbers.flatMap((at) => ledTo.get(at) ?? []).flatMap((entry): readonly Sent[] => (
      entry.kind === "message" && entry.stage === "waiting" && entry !== link.told && !numbers.includes(entry.number) ? [{ message: entry, came: lastOf(entry, entry, ledTo) }] : []
    )),
  }));
}

// A stance moves with what moved it; a decision is told with its opening, an act with its order, a message with its way.
function joins(before: Entry, entry: Entry, stance: Link["stance"]): boolean {
  if (entry.kind === "stance") return stance === undefined && before.who === entry.who && (before.kind === "perceived" || before.kind === "decision" || before.kind === "waited");
  if (entry.kind === "decision") return before.kind === "decision.opened";
  if (entry.kind === "act") return before.kind === "act.ordered";
  return entry.kind === "message" && before.kind === "message" && before.message === entry.message && before.who === entry.who;
}

/** From a message to what its addressee made of it there are no more entries than this, a patron's decision in between. */
const FARTHEST = 12;

// What became of a message, through the patron and at the client, as far as it goes.
function lastOf(message: EntryOf<"message">, from: Entry, ledTo: ReadonlyMap<number | undefined, readonly Entry[]>, left = FARTHEST): Sent["came"] {
  let last: Sent["came"];
  if (left > 0) for (const entry of ledTo.get(from.number) ?? []) {
    const isOf = (entry.kind === "message" && entry.message === message.message && entry.who === message.who) || (entry.kind === "relay" && entry.message === message.message && entry.whom === message.who);
    const within = lastOf(message, entry, ledTo, left - 1) ?? (isOf ? (entry as EntryOf<"message" | "relay">) : undefined);
    if (within !== undefined && (last === undefined || within.number > last.number)) last = within;
  }
  return last;
}
