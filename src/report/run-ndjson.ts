// A run for programs: one JSON text a line; first what it is, then every entry, then the verdicts.

import { ACTS } from "../terms/acts.ts";
import { MESSAGES } from "../terms/messages.ts";
import { STATEMENTS } from "../terms/statements.ts";
import type { Entry } from "../simulation/trace.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { GivenWords } from "./given-words.ts";
import type { RunReport } from "./run-text.ts";
import { seenFrom } from "./seat.ts";
import type { Sitting } from "./sitting-text.ts";
import { valueText } from "./assumption-lines.ts";
import { isoTime } from "./words.ts";

/** The lines of the report. Times `at` are minutes since the start, `time` is local with its offset. */
export function* renderNdjson({ simulated: { model, entries, verdicts, violations, stop }, source, seed, version, as, through, sitting }: RunReport): Generator<string> {
  const { scenario } = model;
  yield JSON.stringify({
    kind: "report", simulated: true, source, title: scenario.title, seed: seed ?? null, course: seed === undefined ? "no-surprises" : "seeded",
    version, model: model.hash, as: as ?? null, through: through ?? null, start: isoTime(scenario, 0), minutes: scenario.minutes, timezone: scenario.timezone,
    crisis: scenario.crisis, assumptions: scenario.assumptions.map(({ key, value, range, ground, why, from }) => ({ key, value: valueText(value), range: range ?? null, ground, why, from })),
  });
  const shown = as === undefined ? entries : seenFrom(as, scenario, entries);
  const known = new Set(shown.map(({ number }) => number));
  for (const entry of shown) {
    const { number, id, at, kind, who, whom, root, n, cause, ...rest } = entry;
    yield JSON.stringify({
      kind, number, id, at, time: isoTime(scenario, at), who: who ?? null, whom: whom ?? null, root, n, ...codesOf(entry),
      cause: cause === undefined || !known.has(cause) ? null : entries[cause]!.id, ...rest, ...wordsOf(sitting?.words.get(number)),
    });
  }
  if (sitting !== undefined && as === undefined) yield* sittingLines(sitting, scenario);
  for (const { expectation, holds, count, first } of as === undefined ? verdicts : []) {
    yield JSON.stringify({ kind: "verdict", expectation: expectation.id, holds, count, first: entries[first]?.id ?? null });
  }
  yield JSON.stringify({ kind: "end", ending: stop.kind === "ended" ? stop.ending : stop.kind, violations });
}

// What people did beside deciding: seats and injects, phases of the exercise, notes.
function* sittingLines({ deeds, phases, notes }: Sitting, scenario: Scenario): Generator<string> {
  const timed = (at: number): { readonly at: number; readonly time: string } => ({ at, time: isoTime(scenario, at) });
  for (const { at, ...deed } of deeds) yield JSON.stringify({ kind: "sitting.deed", ...timed(at), ...deed });
  for (const { at, phase } of phases) yield JSON.stringify({ kind: "sitting.phase", ...timed(at), phase });
  for (const { at, entry, kind, objective, text } of notes) yield JSON.stringify({ kind: "sitting.note", ...timed(at), entry, note: kind, objective: objective ?? null, text });
}

function wordsOf(words: GivenWords = {}): GivenWords {
  const { reason, wording } = words;
  return { ...(reason === undefined ? {} : { reason }), ...(wording === undefined ? {} : { wording }) };
}

// The field's codes of what happened or was said; receipts have none.
function codesOf(entry: Entry): { readonly cameo?: string; readonly goldstein?: number } {
  const term = entry.kind === "act" ? ACTS[entry.act] : entry.kind === "message" ? MESSAGES[entry.message] : entry.kind === "statement" ? STATEMENTS[entry.statement] : undefined;
  return term === undefined || term.code === "" ? {} : { cameo: term.code, goldstein: term.goldstein };
}
