// Picks words so that nobody says the same thing in the same words twice within three days, nor what another has just said.
// Knows variants, authors and channels; must not know what is said.
// Invariant: the same entries give the same words: variety comes from a hash of the entry's id and time, never from a draw.

import { fingerprint } from "../kernel/random.ts";

/** Three days in minutes. */
const MEMORY = 3 * 1440;
/** Said in front where every variant was used lately. */
const AGAIN = ["again: ", "once more: ", "as before: ", "still: ", "the same again: ", "repeated: ", "and again: ", "not for the first time: "];

/** Whoever has said it last. */
const ANYBODY = "*";

/** Channels in which the report speaks, and not a party. */
const NARRATED: ReadonlySet<string> = new Set(["line", "relay", "reads", "feed", "order"]);

/** Chooses among variants; one phrasebook serves one rendering from start to end. */
export interface Phrasebook {
  /** The words for an entry: `author` and `channel` say whose line it is, `at` is in minutes. */
  readonly pick: (variants: readonly string[], id: string, author: string, channel: string, at: number) => string;
}

/** A phrasebook that remembers nothing yet. */
export function openPhrasebook(): Phrasebook {
  const used = new Map<string, number>();
  const counts = new Map<string, number>();
  const isFree = (key: string, at: number): boolean => at - (used.get(key) ?? Number.NEGATIVE_INFINITY) > MEMORY;
  return {
    pick: (variants, id, author, channel, at) => {
      const first = Number.parseInt(fingerprint(id).slice(0, 8), 16) % variants.length;
      const said = (text: string): string => {
        for (const by of [author, ANYBODY]) used.set(`${by}\n${channel}\n${text}`, at);
        return text;
      };
      // The narrator does not say "again": the words that lie back furthest do.
      if (NARRATED.has(channel)) return said(oldestOf(variants, first, (text) => used.get(`${author}\n${channel}\n${text}`) ?? Number.NEGATIVE_INFINITY));
      // What nobody has said lately, else what the author has not; else it is said again.
      for (const [prefix, by] of [["", ANYBODY], ["", author], ...AGAIN.map((again) => [again, author] as const)] as const) {
        for (let i = 0; i < variants.length; i++) {
          const text = prefix + variants[(first + i) % variants.length]!;
          if (isFree(`${by}\n${channel}\n${text}`, at)) return said(text);
        }
      }
      // More often than there are words for it: then it is counted.
      const key = `${author}\n${channel}\n${variants[first]!}`;
      const n = (counts.get(key) ?? variants.length * (AGAIN.length + 1)) + 1;
      counts.set(key, n);
      return `${variants[first]!} (${n} times by now)`;
    },
  };
}

function oldestOf(variants: readonly string[], first: number, usedAt: (text: string) => number): string {
  let oldest = variants[first]!;
  for (let i = 1; i < variants.length; i++) {
    const text = variants[(first + i) % variants.length]!;
    if (usedAt(text) < usedAt(oldest)) oldest = text;
  }
  return oldest;
}
