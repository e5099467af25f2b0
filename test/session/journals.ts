// Random journals, and a journal that is kept in memory.
import * as fc from "fast-check";
import type { JournalHeader, JournalRecord } from "../../src/session/journal.ts";
import type { JournalFile } from "../../src/session/journal-file.ts";

/** A header as any session might begin with. */
export const HEADER: JournalHeader = {
  journal: 1, deconflict: "1.2.3", source: "the-road", file: "crisis.yaml", title: "The road", scenarioHash: "0123456789abcdef", chartsHash: "fedcba9876543210", seed: 7, begun: "2030-05-06T06:00:00Z",
};

const text = fc.string({ unit: "binary", maxLength: 12 });
const count = fc.nat();

/** Any header. */
export const headers: fc.Arbitrary<JournalHeader> = fc.record({
  journal: fc.constant(1), deconflict: text, source: text, file: text, title: text, scenarioHash: text, chartsHash: text, seed: fc.maxSafeInteger().filter((seed) => !Object.is(seed, -0)), begun: text,
});

/** Any record, whether it fits where it stands or not. */
export const records: fc.Arbitrary<JournalRecord> = fc.oneof(
  fc.record({ do: fc.constant("answer"), events: count, at: count, question: text, option: text, by: text, reason: text, wording: text }, { requiredKeys: ["do", "events", "at", "question", "option", "by"] }),
  fc.record({ do: fc.constant("amend"), events: count, at: count, overlay: text, by: text, what: text }),
  fc.record({ do: fc.constant("force"), events: count, at: count, question: text, between: fc.tuple(text, text), option: text, by: text, what: text }),
  fc.record({ do: fc.constant("seat"), events: count, at: count, party: text, taken: fc.boolean(), by: text }),
  fc.record({ do: fc.constant("branch"), name: text, from: text, events: count, at: count }, { requiredKeys: ["do", "name", "from", "events"] }),
  fc.record({ do: fc.constant("switch"), branch: text }),
  fc.record({ do: fc.constant("note"), entry: text, at: count, kind: fc.constantFrom("strength", "improve", "note"), objective: text, text, by: text }, { requiredKeys: ["do", "entry", "at", "kind", "text", "by"] }),
  fc.record({ do: fc.constant("phase"), phase: fc.constantFrom("startex", "hold", "resume", "endex"), events: count, at: count }),
  fc.record({ do: fc.constant("reached"), events: count, at: count }, { requiredKeys: ["do", "events"] }),
);

/** A journal file that keeps its records in memory, and can be told to fail. */
export function keptInMemory(): JournalFile & { readonly kept: JournalRecord[]; failure: string | undefined; closed: boolean } {
  const kept: JournalRecord[] = [];
  return {
    path: "memory", kept, failure: undefined, closed: false,
    append(record) {
      if (this.failure !== undefined) throw new Error(this.failure);
      kept.push(record);
    },
    close() { this.closed = true; },
  };
}
