// Entries as far as they are known and shown: looked up by number, with their causes and what they led to.

import { shortTextOf } from "../../report/entry-text.ts";
import type { Entry } from "../../simulation/trace.ts";
import { entriesBefore, lastBefore } from "../chronicle.ts";
import type { View } from "../state.ts";

/** The entry of a number, if the viewer knows it and it lies before the cursor. */
export function knownEntry({ chronicle: { seen } }: View, cursor: number, number: number): Entry | undefined {
  const entry = seen[entriesBefore(seen, number)];
  return entry?.number === number && number < cursor ? entry : undefined;
}

/** What the story says of an entry, where it has a line of its own. */
export function storyTextOf({ chronicle: { lines } }: View, number: number): string | undefined {
  const line = lastBefore(lines, number + 1);
  return line?.entry === number ? line.text : undefined;
}

/** An entry as a sentence: of the story if it tells it, else a short one. */
export function tellingOf(view: View, entry: Entry): string {
  return storyTextOf(view, entry.number) ?? shortTextOf(entry, view.model.scenario);
}

/** The causes of an entry, nearest first; it ends with "unknown" where the viewer does not know what comes next. */
export function causesOf(view: View, cursor: number, entry: Entry): readonly (Entry | "unknown")[] {
  const causes: (Entry | "unknown")[] = [];
  // Each cause has a smaller number than what it causes, so this comes to an end.
  for (let number = entry.cause; number !== undefined;) {
    const cause = knownEntry(view, cursor, number);
    causes.push(cause ?? "unknown");
    number = cause?.cause;
  }
  return causes;
}

/** What an entry led to directly, as far as it is known and shown. */
export function effectsOf({ chronicle: { seen } }: View, cursor: number, number: number): readonly Entry[] {
  return seen.slice(entriesBefore(seen, number + 1), entriesBefore(seen, cursor)).filter(({ cause }) => cause === number);
}
