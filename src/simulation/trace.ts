// The trace of a run: what happened, in order, each entry with the entry that caused it.
// Knows how numbers of a run are turned into names; must not know words for people, nor how to judge a run.
// Invariant: an entry's id is made of its content (kind, who, whom, root, n); its number is for display and links alone.

import { identityText } from "../kernel/choices.ts";
import { PERCEPT_NAMES, type Percept } from "../parties/percepts.ts";
import { TIERS, type Tier } from "../scenario/scenario.ts";
import { ACT_NAMES, type ActName } from "../terms/acts.ts";
import { MESSAGE_NAMES, type MessageName } from "../terms/messages.ts";
import { STATEMENT_NAMES, type StatementName } from "../terms/statements.ts";
import {
  CALL_FACTS, ENDINGS, ENTRY_KINDS, GRAVITIES, MESSAGE_STAGES, ORDERS, RELAY_STAGES, SHOCKS, SOURCES, WAYS,
  type CallFact, type Ending, type EntryKind, type MessageStage, type OrderName, type PerceptSource, type RelayStage,
} from "./codes.ts";
import type { Model } from "./model.ts";
import type { Recorder } from "./run.ts";

/** What every entry has. Times in minutes since the start; `who` and `whom` are parties' ids; `cause` is the number of an earlier entry. */
export interface EntryCommon {
  readonly number: number;
  readonly id: string;
  readonly at: number;
  readonly who: string | undefined;
  readonly whom: string | undefined;
  readonly root: string;
  readonly n: number;
  readonly cause: number | undefined;
}

/** What differs by kind. */
export type EntryContent =
  | { readonly kind: "run.started" }
  | { readonly kind: "pressure"; readonly strength: (typeof GRAVITIES)[number]; readonly item: string; readonly goal: string | undefined; readonly moot: boolean }
  /** `who` is ordered by `whom`; `item` where it stands in the timeline. */
  | { readonly kind: "order"; readonly order: OrderName; readonly obeyed: boolean; readonly item: string | undefined }
  | { readonly kind: "shock"; readonly shock: (typeof SHOCKS)[number]; readonly item: string; readonly line: string | undefined }
  | { readonly kind: "item.skipped"; readonly item: string }
  | { readonly kind: "act.ordered"; readonly act: ActName; readonly takes: number }
  | { readonly kind: "act.called-off"; readonly acts: number }
  /** The truth: `who` did it. `forced` where a director made a party with a doctrine do it. */
  | { readonly kind: "act"; readonly act: ActName; readonly gravity: number; readonly km: number | undefined; readonly item: string | undefined; readonly forced: boolean }
  | { readonly kind: "rule.disputed"; readonly act: ActName }
  /** `who` perceived it, and believes that `whom` did it; `truth` is who did, `shift` the step by which it was misread. */
  | { readonly kind: "perceived"; readonly percept: Percept; readonly source: PerceptSource; readonly truth: string | undefined; readonly misattributed: boolean; readonly shift: number }
  | { readonly kind: "unattributed"; readonly act: ActName; readonly percept: Percept }
  | { readonly kind: "unseen"; readonly act: ActName }
  /** States are dotted paths of the innermost active states; rungs from 0 to 8. */
  | { readonly kind: "stance"; readonly stance: number; readonly from: readonly string[]; readonly to: readonly string[]; readonly rungBefore: number; readonly rung: number; readonly chart: string }
  | { readonly kind: "waited"; readonly delay: string }
  | { readonly kind: "decision.opened"; readonly decision: string; readonly minutes: number }
  | { readonly kind: "decision"; readonly decision: string; readonly option: string; readonly options: readonly string[]; readonly weights: readonly number[] }
  | { readonly kind: "decision.dropped"; readonly decision: string }
  | { readonly kind: "call"; readonly call: CallFact; readonly line: string; readonly tier: Tier }
  | { readonly kind: "message"; readonly message: MessageName; readonly stage: MessageStage; readonly line: string | undefined; readonly via: string | undefined }
  /** `who` was asked by `whom` to do something; `via` is the patron that passed it on. */
  | { readonly kind: "relay"; readonly message: MessageName; readonly relay: RelayStage; readonly via: string | undefined }
  /** `item` where it stands in the timeline; `forced` where a director made a party with a doctrine say it. */
  | { readonly kind: "statement"; readonly statement: StatementName; readonly item: string | undefined; readonly forced: boolean }
  | { readonly kind: "trust"; readonly from: number; readonly to: number }
  | { readonly kind: "tier"; readonly tier: Tier; readonly line: string }
  | { readonly kind: "goal"; readonly goal: string; readonly way: (typeof WAYS)[number] }
  | { readonly kind: "run.ended"; readonly ending: Ending };

/** One entry of the trace. */
export type Entry = EntryCommon & EntryContent;

/** An entry of one kind. */
export type EntryOf<K extends EntryKind> = Extract<Entry, { readonly kind: K }>;

/** Whether a call is one that was due: its root names an hour of its own line. */
export function isDueCall({ line, root }: EntryOf<"call">): boolean {
  return root.startsWith(`${line}@`);
}

/** A recorder that keeps everything, with the entries in names once they are asked for. */
export interface TraceRecorder extends Recorder {
  readonly length: () => number;
  /** All entries so far; those asked for before are the same objects. */
  readonly entries: () => readonly Entry[];
  /** From here on the run goes by another model. */
  readonly amend: (model: Model) => void;
}

const WIDTH = 10;

/** Keeps every entry of a run. */
export function recordTrace(start: Model): TraceRecorder {
  let model = start;
  let cells = new Int32Array(WIDTH * 1024);
  let length = 0;
  const decoded: Entry[] = [];
  const counts = new Map<string, number>();
  const decodeNext = (): Entry => {
    const number = decoded.length;
    const cell = (i: number): number => cells[number * WIDTH + i]!;
    const kind = ENTRY_KINDS[cell(1)]!;
    const [who, whom, root, cause] = [partyId(model, cell(2)), partyId(model, cell(3)), model.roots[cell(4)]!.text, cell(5)];
    const tuple = `${kind}|${who ?? "-"}|${whom ?? "-"}|${root}`;
    const n = counts.get(tuple) ?? 0;
    counts.set(tuple, n + 1);
    const id = identityText(kind, who ?? "-", whom ?? "-", root, n);
    const content = contentOf(model, kind, cell(2), cell(3), cell(6), cell(7), cell(8), cell(9));
    return { number, id, at: cell(0), who, whom, root, n, cause: cause === -1 ? undefined : cause, ...content };
  };
  const decodeAll = (): readonly Entry[] => {
    while (decoded.length < length) decoded.push(decodeNext());
    return decoded;
  };
  return {
    record: (at, kind, who, whom, root, cause, a, b, c, d) => {
      if ((length + 1) * WIDTH > cells.length) {
        const grown = new Int32Array(cells.length * 2);
        grown.set(cells);
        cells = grown;
      }
      const row = length++ * WIDTH;
      cells[row] = at; cells[row + 1] = kind; cells[row + 2] = who; cells[row + 3] = whom; cells[row + 4] = root;
      cells[row + 5] = cause; cells[row + 6] = a; cells[row + 7] = b; cells[row + 8] = c; cells[row + 9] = d;
    },
    length: () => length,
    entries: decodeAll,
    amend: (next) => {
      decodeAll(); // what has happened has the names it had
      model = next;
    },
  };
}

function contentOf(model: Model, kind: EntryKind, who: number, whom: number, a: number, b: number, c: number, d: number): EntryContent {
  const stance = (index: number) => model.stances[index]!;
  switch (kind) {
    case "run.started": return { kind };
    case "pressure": return { kind, strength: GRAVITIES[a]!, item: itemId(model, b)!, goal: c === -1 ? undefined : model.goals[c]!.name.text, moot: d === 1 };
    case "order": return { kind, order: ORDERS[a]!, obeyed: b === 1, item: itemId(model, c) };
    case "shock": return { kind, shock: SHOCKS[a]!, item: itemId(model, b)!, line: lineId(model, c) };
    case "item.skipped": return { kind, item: itemId(model, a)! };
    case "act.ordered": return { kind, act: ACT_NAMES[a]!, takes: b };
    case "act.called-off": return { kind, acts: a };
    case "act": return { kind, act: ACT_NAMES[a]!, gravity: b, km: c === -1 ? undefined : c, ...scriptOf(model, d) };
    case "rule.disputed": return { kind, act: ACT_NAMES[a]! };
    case "perceived": return { kind, percept: PERCEPT_NAMES[a]!, source: SOURCES[b]!, truth: c < 0 ? undefined : partyId(model, c), misattributed: c >= 0 && c !== whom, shift: d };
    case "unattributed": return { kind, act: ACT_NAMES[a]!, percept: PERCEPT_NAMES[b]! };
    case "unseen": return { kind, act: ACT_NAMES[a]! };
    case "stance": {
      const { chart } = stance(a);
      return { kind, stance: a, from: chart.leaves(b), to: chart.leaves(c), rungBefore: chart.rung(b), rung: chart.rung(c), chart: chart.description.id };
    }
    case "waited": return { kind, delay: stance(b).chart.timers[a]!.delay };
    case "decision.opened": return { kind, decision: stance(c).chart.decisions[a]!.name, minutes: b };
    case "decision": {
      const { name, options } = stance(c).chart.decisions[a]!;
      return { kind, decision: name, option: options[b]!, options, weights: stance(c).decisions[a]!.options.weights };
    }
    case "decision.dropped": return { kind, decision: stance(c).chart.decisions[a]!.name };
    case "call": return { kind, call: CALL_FACTS[a]!, line: lineId(model, b)!, tier: TIERS[c]! };
    case "message": return { kind, message: MESSAGE_NAMES[a]!, stage: MESSAGE_STAGES[b]!, line: lineId(model, c), via: partyId(model, d) };
    case "relay": return { kind, message: MESSAGE_NAMES[a]!, relay: RELAY_STAGES[b]!, via: partyId(model, c) };
    case "statement": return { kind, statement: STATEMENT_NAMES[a]!, ...scriptOf(model, b) };
    case "trust": return { kind, from: a, to: b };
    case "tier": return { kind, tier: TIERS[a]!, line: lineId(model, b)! };
    case "goal": return { kind, goal: model.goals[a]!.name.text, way: WAYS[b]! };
    case "run.ended": return { kind, ending: ENDINGS[a]! };
    default: throw new Error(`no entry of kind ${String(kind)} by ${who}`);
  }
}

// What is done or said by script, and whether somebody was forced to it.
function scriptOf(model: Model, number: number): { readonly item: string | undefined; readonly forced: boolean } {
  const item = number === -1 ? undefined : model.items[number]!.item;
  return { item: item?.id, forced: (item?.kind === "incident" || item?.kind === "statement") && item.forced };
}

function partyId(model: Model, party: number): string | undefined {
  return party < 0 ? undefined : model.parties[party]!.text;
}

function itemId(model: Model, item: number): string | undefined {
  return item < 0 ? undefined : model.items[item]!.item.id;
}

function lineId(model: Model, line: number): string | undefined {
  return line < 0 ? undefined : model.lines[line]!.name.text;
}
