// A run for programs: one JSON text a line; first what it is, then every entry, then the verdicts.

import type { RunReport } from "./run-text.ts";
import { seenFrom } from "./seat.ts";
import { valueText } from "./assumption-lines.ts";
import { isoTime } from "./words.ts";

/** The lines of the report. Times `at` are minutes since the start, `time` is local with its offset. */
export function* renderNdjson({ simulated: { model, entries, verdicts, violations, stop }, source, seed, version, as, through }: RunReport): Generator<string> {
  const { scenario } = model;
  yield JSON.stringify({
    kind: "report", simulated: true, source, title: scenario.title, seed: seed ?? null, course: seed === undefined ? "no-surprises" : "seeded",
    version, model: model.hash, as: as ?? null, through: through ?? null, start: isoTime(scenario, 0), minutes: scenario.minutes, timezone: scenario.timezone,
    crisis: scenario.crisis, assumptions: scenario.assumptions.map(({ key, value, range, ground, why, from }) => ({ key, value: valueText(value), range: range ?? null, ground, why, from })),
  });
  for (const entry of as === undefined ? entries : seenFrom(as, scenario, entries)) {
    const { number, id, at, kind, who, whom, root, n, cause, ...rest } = entry;
    yield JSON.stringify({
      kind, number, id, at, time: isoTime(scenario, at), who: who ?? null, whom: whom ?? null, root, n,
      cause: cause === undefined ? null : entries[cause]!.id, ...rest,
    });
  }
  for (const { expectation, holds, count, first } of as === undefined ? verdicts : []) {
    yield JSON.stringify({ kind: "verdict", expectation: expectation.id, holds, count, first: entries[first]?.id ?? null });
  }
  yield JSON.stringify({ kind: "end", ending: stop.kind === "ended" ? stop.ending : stop.kind, violations });
}
