// What a party took things for beside what they were: read with the whole trace, so it is for whoever may see everything.

import type { Model } from "../simulation/model.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { MESSAGES } from "../terms/messages.ts";
import { ACT_PHRASES } from "./act-phrases.ts";
import { fill, withArticle } from "./fill.ts";
import { causesOf } from "./causes.ts";
import { READ_PHRASES } from "./percept-phrases.ts";
import { capital, spaced } from "./words.ts";

/** One difference between what was believed and what was: the entry that shows it, and the two as sentences. */
export interface Belief { readonly entry: number; readonly at: number; readonly believed: string; readonly was: string; }

/** Every difference for a party in these entries; `all` holds what they go back to. */
export function beliefsOf(party: string, model: Model, all: readonly Entry[], shown: readonly Entry[] = all): readonly Belief[] {
  return shown.flatMap((entry): readonly Belief[] => {
    if (entry.who !== party) return [];
    const pair = differenceIn(party, entry, model, all);
    return pair === undefined ? [] : [{ entry: entry.number, at: entry.at, believed: capital(pair[0]), was: capital(pair[1]) }];
  });
}

type Pair = readonly [believed: string, was: string] | undefined;

function differenceIn(party: string, entry: Entry, model: Model, all: readonly Entry[]): Pair {
  const { scenario } = model;
  switch (entry.kind) {
    case "perceived": return entry.percept.startsWith("relay.") ? resultIn(entry, model, all) : readingIn(party, entry, model, all);
    case "unseen": return ["Nothing was seen.", deedOf(causeOf(entry, all, "act"), model)];
    case "unattributed": return ["It could not say who it was.", deedOf(causeOf(entry, all, "act"), model)];
    case "message": {
      const fate = FATES[entry.stage];
      if (fate === undefined) return undefined;
      const what = `${MESSAGES[entry.message].label} for ${withArticle(scenario, entry.whom)}`;
      return [`${what}: on its way or said.`, `${what}: ${fate.replace("{via}", withArticle(scenario, entry.via)).replace("{whom}", withArticle(scenario, entry.whom))}.`];
    }
    case "call": return entry.call === "disputed" ? ["The call took place.", `${withArticle(scenario, entry.whom)} will say that there was none.`] : undefined;
    default: return undefined;
  }
}

const FATES: Readonly<Partial<Record<EntryOf<"message">["stage"], string>>> = {
  "lost": "said, and not taken down", "garbled": "it came through garbled", "wrong": "what was noted down was wrong", "mismatched": "it reached somebody who could not act on it",
  "doubted": "{whom} did not believe it", "declined": "{via} did not pass it on", "late": "it came too late to act on",
};

function readingIn(party: string, entry: EntryOf<"perceived">, model: Model, all: readonly Entry[]): Pair {
  if (!entry.misattributed && entry.shift === 0) return undefined;
  const phrase = READ_PHRASES[entry.percept]?.[0];
  const { scenario } = model;
  const read = phrase === undefined ? `${spaced(entry.percept.replace(".", " "))}.` : fill(phrase, scenario, { who: [party], whom: entry.whom });
  const blamed = entry.misattributed && phrase?.includes("{whom}") !== true ? ` By ${withArticle(scenario, entry.whom)}, it believed.` : "";
  const meant = entry.shift > 0 ? " It was taken for graver than it was." : entry.shift < 0 ? " It was taken for milder than it was." : "";
  return [read + blamed, deedOf(causeOf(entry, all, "act"), model, entry.misattributed ? entry.truth ?? "nobody" : undefined) + meant];
}

// What was told of a request, beside what the one who was asked really made of it.
function resultIn(entry: EntryOf<"perceived">, { scenario }: Model, all: readonly Entry[]): Pair {
  const told = RESULTS[entry.percept];
  if (told === undefined || entry.source !== "line") return undefined;
  const truth = all.findLast((other): other is EntryOf<"relay"> => other.kind === "relay" && other.number < entry.number && other.root === entry.root && other.whom === entry.who && (other.relay === "complied" || other.relay === "ignored"));
  if (truth === undefined || `relay.${truth.relay}` === entry.percept) return undefined;
  const whoever = withArticle(scenario, truth.who);
  return [told, truth.relay === "complied" ? `${whoever} did as asked.` : `${whoever} let the request pass.`];
}

const RESULTS: Readonly<Record<string, string>> = {
  "relay.complied": "The request was followed, it was told.", "relay.ignored": "The request was not followed, it was told.",
  "relay.unverified": "Whether the request was followed could not be learned.", "relay.declined": "The request was not passed on, it was told.",
};

function deedOf(act: EntryOf<"act"> | undefined, { scenario }: Model, who = act?.who): string {
  if (act === undefined) return `It was ${withArticle(scenario, who === "nobody" ? undefined : who)}.`;
  const deed = fill(ACT_PHRASES[act.act][0]!, scenario, { who: [act.who], whom: act.whom });
  return ACT_PHRASES[act.act][0]!.includes("{who}") ? capital(deed) : `${capital(deed)} By ${withArticle(scenario, act.who)}.`;
}

function causeOf<K extends Entry["kind"]>(entry: Entry, all: readonly Entry[], kind: K): EntryOf<K> | undefined {
  for (const cause of causesOf(entry, all)) if (cause.kind === kind) return cause as EntryOf<K>;
  return undefined;
}
