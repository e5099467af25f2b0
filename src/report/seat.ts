// What a party perceived of a run: its own side, what it saw and was told, what was said in public.

import type { Entry } from "../simulation/trace.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { ARRIVED_STAGES } from "../simulation/codes.ts";

/** The entries that a party at its seat knows of. Truth that it did not perceive is left out, also inside entries. */
export function seenFrom(party: string, { channels }: Scenario, entries: readonly Entry[]): readonly Entry[] {
  const lines = new Set(Object.values(channels).filter(({ between }) => between.includes(party)).map(({ id }) => id));
  return entries.flatMap((entry): readonly Entry[] => {
    switch (entry.kind) {
      case "run.started": case "run.ended": return [entry];
      case "statement": return [entry.who === party ? entry : { ...entry, forced: false }]; // whether a speaker was made to say it, the speaker alone knows
      case "shock": return entry.line === undefined ? [entry] : []; // why a line is dead nobody can tell from its silence
      case "perceived": return entry.who === party ? [{ ...entry, truth: undefined, misattributed: false, shift: 0 }] : [];
      case "unattributed": return entry.who === party ? [entry] : [];
      case "unseen": case "item.skipped": case "rule.disputed": return [];
      // A party knows what it did itself; what others did it knows as a perception.
      case "act": return entry.who === party && !entry.forced ? [entry.act === "mistaken-strike" ? { ...entry, act: "strike" } : entry] : [];
      case "call":
        if (entry.call === "disputed") return []; // until the other denies it, it was a call like others
        if (entry.call === "taken-as-signal" && entry.who !== party) return [];
        return lines.has(entry.line) ? [entry] : [];
      case "tier": return lines.has(entry.line) ? [entry] : [];
      case "message": return knowsMessage(party, entry) ? [asSaid(party, entry)] : [];
      case "relay": return entry.who === party ? [{ ...entry, via: undefined }] : []; // what its patron knows of it, it does not
      default: return entry.who === party ? [entry] : [];
    }
  });
}

// Whoever said something does not know how it was heard, and whoever noted it down wrongly does not know that either.
function asSaid(party: string, entry: Extract<Entry, { kind: "message" }>): Entry {
  const isHidden = entry.whom === party ? entry.stage === "wrong" : UNKNOWN_TO_SPEAKER.has(entry.stage);
  return isHidden ? { ...entry, stage: "delivered" } : entry;
}

const UNKNOWN_TO_SPEAKER: ReadonlySet<string> = new Set(["doubted", "wrong", "mismatched", "garbled", "late"]);

function knowsMessage(party: string, entry: Extract<Entry, { kind: "message" }>): boolean {
  const { who, whom, via, stage, line } = entry;
  if (stage === "waiting" || stage === "undeliverable") return who === party;
  if (stage === "at-patron") return who === party || via === party;
  if (stage === "passed-on") return via === party;
  if (stage === "lapsed") return who === party;
  const heard = whom === party && (ARRIVED_STAGES as readonly string[]).includes(stage);
  // Whoever said it over a line knows that it was said; what became of it behind the patron nobody has told them.
  return heard || (line !== undefined && (via ?? who) === party && stage !== "lost");
}
