// What people did in a sitting, for whoever reads its run afterwards: seats, injects, phases of the exercise, notes.

import type { Model } from "../simulation/model.ts";
import type { Entry } from "../simulation/trace.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import { ruled, wrapped, type Layout } from "./layout.ts";
import { shortTextOf } from "./entry-text.ts";
import { withArticle } from "./fill.ts";
import { type GivenWordsAt, typedSentence } from "./given-words.ts";
import { dateAndClock, timeIn } from "./words.ts";

/** A note, tied to an entry by its content id. */
export interface SittingNote { readonly entry: string; readonly at: number; readonly kind: "strength" | "improve" | "note"; readonly objective?: string; readonly text: string; }

/** Something that was done to the run: an inject or another amendment as it was called, or a seat that was taken or given back. */
export type SittingDeed = { readonly at: number; readonly what: string } | { readonly at: number; readonly party: string; readonly taken: boolean };

/** What a journal holds beside its run. */
export interface Sitting {
  readonly words: GivenWordsAt;
  readonly deeds: readonly SittingDeed[];
  readonly phases: readonly { readonly at: number; readonly phase: keyof typeof PHASE_NAMES }[];
  readonly notes: readonly SittingNote[];
}

const PHASE_NAMES = { startex: "STARTEX.", hold: "HOLD.", resume: "HOLD is lifted.", endex: "ENDEX." } as const;
/** What a note of each kind begins with. */
export const NOTED = { note: "Noted", strength: "Noted as a strength", improve: "Noted to improve" } as const;
/** Columns of a date and a time with what parts them from the text. */
const DATED = 16;

/** The deeds, phases and notes in order of time; nothing where there were none. */
export function* renderSitting({ deeds, phases, notes }: Sitting, { model, entries }: { readonly model: Model; readonly entries: readonly Entry[] }, layout: Layout): Generator<string> {
  const { scenario } = model;
  const told = [
    ...phases.map(({ at, phase }) => ({ at, text: PHASE_NAMES[phase] })),
    ...deeds.map((deed) => ({ at: deed.at, text: "what" in deed ? typedSentence(deed.what) : `The seat of ${withArticle(scenario, deed.party)} is ${deed.taken ? "taken" : "given back"}.` })),
    ...notes.map((note) => {
      const on = entries.find(({ id }) => id === note.entry);
      const objective = note.objective === undefined ? "" : ` (${showHarmless(note.objective)})`;
      return { at: on?.at ?? note.at, text: `${NOTED[note.kind]}${objective}: ${typedSentence(note.text)} On: ${on === undefined ? "a line of another branch." : shortTextOf(on, scenario)}` };
    }),
  ].toSorted((a, b) => a.at - b.at);
  if (told.length === 0) return;
  yield "";
  yield ruled("The sitting", layout);
  for (const { at, text } of told) {
    const [first, ...rest] = wrapped(text, layout.width - DATED);
    yield `  ${dateAndClock(timeIn(scenario, at)).padEnd(DATED - 2)}${first!}`;
    for (const line of rest) yield " ".repeat(DATED) + line;
  }
}
