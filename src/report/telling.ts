// What every part of the story works with: the run, names that agree with their verbs, words that do not repeat.

import { chartStates, rungTag, type StateDescription } from "../kernel/chart.ts";
import type { Model } from "../simulation/model.ts";
import { isDueCall, type Entry, type EntryOf } from "../simulation/trace.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { callAround } from "./causes.ts";
import { fill, isPlural, possessive, withArticle } from "./fill.ts";
import { openPhrasebook } from "./phrasebook.ts";
import { capital, partyName } from "./words.ts";

/** What kind of line it is: pushes from outside, what happens, how it is read, said, decided. */
export type Tag = "PUSH" | "NEWS" | "FEED" | "READS" | "LINE" | "RELAY" | "PUBLIC" | "DECIDE" | "STANCE" | "TRUST" | "RULE";

/** A tag and its words, and whether nothing may be added to them or they only repeat what was told before; undefined where an entry has no line of its own. */
export type Told = readonly [tag: Tag, text: string, how?: "alone" | "repeats"] | undefined;

/** One telling of one run. */
export interface Telling {
  readonly scenario: Scenario;
  readonly entries: readonly Entry[];
  /** The name of a party as a speaker, in a sentence, and at the start of one. */
  readonly name: (party: string | undefined) => string;
  readonly the: (party: string | undefined) => string;
  readonly The: (party: string | undefined) => string;
  /** Whose something is, in a sentence. */
  readonly whose: (party: string | undefined) => string;
  /** The verb that agrees with a party: `verb(party, "have", "has")`. */
  readonly verb: (party: string | undefined, plural: string, singular: string) => string;
  /** One of these variants, none twice within three days for one author and channel. */
  readonly pick: (variants: readonly string[], entry: Entry, author: string | undefined, channel: string) => string;
  /** The same with the entry's parties put in, as words inside a sentence. */
  readonly filled: (variants: readonly string[], entry: Entry, channel: string, them?: string, group?: readonly (string | undefined)[]) => string;
  /** The rung of a state by itself, or undefined where it has none. */
  readonly ownRung: (entry: EntryOf<"stance">, path: string) => number | undefined;
  /** Whether a state only waits for a decision. */
  readonly isDeciding: (entry: EntryOf<"stance">, path: string) => boolean;
  /** How often in a row calls were due and none came on an entry's line, it included; whether the line was declared suspended then, and how many due calls were taken since. Entries are asked for in order. */
  readonly lineLog: (entry: EntryOf<"call">) => { readonly missedInARow: number; readonly suspended: boolean; readonly takenAllTheSame: number };
  /** Calls that were taken and are not told yet, by their line: they are told with the first thing said in them. */
  readonly openCalls: Map<string, EntryOf<"call">>;
  /** The rung at which a stance begins. */
  readonly openingRung: (entry: EntryOf<"stance">) => number;
  /** The numbers of the acts that are told as what happens, or with how a seat saw them. */
  readonly actsTold: Set<number>;
  /** How far out something happens, as a sentence behind another: the first time with from what; nothing where it is not known. */
  readonly distance: (act: EntryOf<"act">) => string;
  /** How many days in a row a warning has been said in a due call, this one counted, and none between. Warnings are told in order. */
  readonly warnedInARow: (entry: EntryOf<"message">) => number;
  /** Whether it goes without saying that the patron that passed a request on does not know yet what came of it: it was said of this patron before, or there is none. */
  readonly knowsRelays: (entry: EntryOf<"relay">) => boolean;
  /** The words that were chosen for the same message of the same root before or, the first time, those chosen now. */
  readonly onceChosen: (entry: EntryOf<"message">, choose: () => string) => string;
  /** Whether a message that lapsed had waited for as long as it keeps; otherwise it was no longer called for. */
  readonly hasWaitedTooLong: (entry: EntryOf<"message">) => boolean;
  /** The sentence that a chart has for a state that a stance entered. */
  readonly sentenceOf: (entry: EntryOf<"stance">, path: string) => string;
}

/** What is said again after this and before that is said once a day: apart from each other in minutes, longer than a night and no longer than the words are remembered. */
const A_DAY_APART = [20 * 60, 3 * 1440] as const;

/** Words that speak of a zone: where a scenario has none, nobody says them. */
const OF_A_ZONE = /\b(zone|(the|that) area|outside|inside)\b/;

function fitting(variants: readonly string[], { zones }: Scenario): readonly string[] {
  if (Object.keys(zones).length > 0) return variants;
  const rest = variants.filter((variant) => !OF_A_ZONE.test(variant));
  return rest.length > 0 ? rest : variants;
}

// What distances from whoever holds a zone are measured from: the one who sits in its middle, or the place there.
function middleOf(scenario: Scenario, holder: string | undefined): string | undefined {
  const zone = Object.values(scenario.zones).find(({ heldBy }) => heldBy === holder);
  if (zone === undefined) return undefined;
  return zone.centre === scenario.parties[holder ?? ""]?.place ? withArticle(scenario, holder) : scenario.places[zone.centre]?.name;
}

function isSaidInADueCall(entry: EntryOf<"message">, entries: readonly Entry[]): boolean {
  const call = callAround(entry, entries);
  return call !== undefined && isDueCall(call);
}

/** Begins to tell a run. */
export function beginTelling(model: Model, entries: readonly Entry[]): Telling {
  const { scenario } = model;
  const book = openPhrasebook();
  const states = new Map<string, ReadonlyMap<string, StateDescription>>();
  const stateOf = ({ stance, chart }: EntryOf<"stance">, path: string): StateDescription | undefined => {
    if (!states.has(chart)) states.set(chart, new Map(chartStates(model.stances[stance]!.chart.description).map(({ path: at, state }) => [at, state])));
    return states.get(chart)!.get(path);
  };
  const measured = new Set<string | undefined>(); // of whom a distance has been told: after that it is told as so far out
  const logs = new Map<string, { missedInARow: number; suspended: boolean; takenAllTheSame: number }>();
  const warnings = new Map<string, { readonly at: number; readonly inARow: number }>();
  const patronsTold = new Set<string>();
  const chosen = new Map<string, string>();
  const the = (party: string | undefined): string => withArticle(scenario, party);
  const pick: Telling["pick"] = (variants, { id, at }, author, channel) => book.pick(fitting(variants, scenario), `${id} ${at}`, author ?? "-", channel, at);
  return {
    scenario, entries, the, pick,
    name: (party) => capital(partyName(scenario, party)),
    The: (party) => capital(the(party)),
    whose: (party) => possessive(scenario, party),
    verb: (party, plural, singular) => (isPlural(scenario, party) ? plural : singular),
    filled: (variants, entry, channel, them, group = [entry.who]) =>
      pick(variants.map((variant) => fill(variant, scenario, { who: group, whom: entry.whom, them })), entry, entry.who, channel),
    ownRung: (entry, path) => {
      const state = stateOf(entry, path);
      return state === undefined || rungTag(state) < 0 ? undefined : rungTag(state);
    },
    isDeciding: (entry, path) => stateOf(entry, path)?.meta?.decision !== undefined,
    lineLog: (entry) => {
      const { line, call } = entry;
      const log = logs.get(line) ?? { missedInARow: 0, suspended: false, takenAllTheSame: 0 };
      logs.set(line, log);
      if (call === "not-rung") log.missedInARow++;
      else if (call === "answered" || call === "held" || call === "opened") log.missedInARow = 0;
      if (call === "answered" && log.suspended && isDueCall(entry)) log.takenAllTheSame++;
      if (call === "declared-suspended") [log.suspended, log.takenAllTheSame] = [true, 0];
      if (call === "declared-open" || call === "declared-unstated") log.suspended = false;
      return log;
    },
    openCalls: new Map(),
    openingRung: ({ stance }) => model.openingRungs[stance]!,
    actsTold: new Set(),
    distance: ({ km, whom }) => {
      if (km === undefined) return "";
      const from = measured.has(whom) ? undefined : middleOf(scenario, whom);
      measured.add(whom);
      return ` About ${km} km ${from === undefined ? "out" : `from ${from}`}.`;
    },
    warnedInARow: (entry) => {
      const { who, whom, message, stage, at } = entry;
      const key = `${who} ${whom} ${message}`;
      const before = warnings.get(key);
      if (stage === "delivered") return before?.inARow ?? 1;
      const apart = before === undefined ? 0 : at - before.at;
      const inARow = before !== undefined && apart >= A_DAY_APART[0] && apart <= A_DAY_APART[1] && isSaidInADueCall(entry, entries) ? before.inARow + 1 : 1;
      warnings.set(key, { at, inARow });
      return inARow;
    },
    knowsRelays: ({ via }) => {
      if (via === undefined || patronsTold.has(via)) return true;
      patronsTold.add(via);
      return false;
    },
    onceChosen: ({ message, who, root }, choose) => {
      const key = `${message} ${who} ${root}`;
      const words = chosen.get(key) ?? choose();
      chosen.set(key, words);
      return words;
    },
    hasWaitedTooLong: ({ line, cause, at }) => {
      const keeps = model.lines.find(({ name }) => name.text === line)?.keeps;
      return keeps !== undefined && cause !== undefined && at - entries[cause]!.at > keeps;
    },
    sentenceOf: (entry, path) => stateOf(entry, path)?.description ?? "",
  };
}
