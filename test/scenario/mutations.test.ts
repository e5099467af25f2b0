import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/scenario/diagnostics.ts";
import { renderDiagnostics } from "../../src/scenario/render-diagnostic.ts";
import { loadFiles, SMALL } from "./small-world.ts";

// A generator of its own, so that a failure names the one number that brings it back.
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 4_294_967_296;
  }
}

const OVERLAY = `extends: gate.yaml
set: { assumptions.line.answered: 0.3, timeline.push.at: "2024-03-29 12:00", parties.strays.name: Vagrants }
add: { parties: { press: {} }, timeline: [{ id: leak, at: push + 1 h, incident: leak, by: press }] }
remove: [hold-on, no-apology, zones.yard]
`;
const STRANGE = ["toString", "null", "{}", "[]", "-1", "1e309", "''", "true", "a > b", "day 1 00:00", "9999-12-31 23:59", "0001-01-01 00:00", "unknown", "any", "*a", "&a", "|", "? a", "\t"];

// The text with one to three words, lines or characters changed.
function mutated(text: string, random: Generator<number>): string {
  const below = (n: number): number => Math.floor((random.next().value as number) * n);
  const known = [...new Set(SMALL.match(/[\w.>+-]+/g)), ...STRANGE];
  let result = text;
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const words = [...result.matchAll(/[\w.>+-]+/g)];
    const word = words[below(words.length)]!;
    const lines = result.split("\n");
    const at = below(result.length);
    const kind = below(6);
    if (kind < 3) result = result.slice(0, word.index) + known[below(known.length)]! + result.slice(word.index + word[0].length);
    else if (kind === 3) result = lines.toSpliced(below(lines.length), 1).join("\n");
    else if (kind === 4) result = lines.toSpliced(below(lines.length), 0, lines[below(lines.length)]!).join("\n");
    else result = result.slice(0, at) + "{}[]:,-\"' #&*!|"[below(15)]! + result.slice(at + below(2));
  }
  return result;
}

function isPlace({ at }: Diagnostic, sources: ReadonlyMap<string, string>): boolean {
  const lines = sources.get(at.file)?.split("\n");
  const line = lines?.[at.line - 1];
  return line === undefined ? lines === undefined : at.column >= 1 && at.column <= line.length + 1 && at.length >= 1;
}

test.each(Array.from({ length: 8 }, (_, i) => i + 1))("whatever an author writes is a scenario or a list of places, never a throw (seed %i)", (seed) => {
  const random = numbers(seed);
  for (let i = 0; i < 60; i++) {
    const loaded = loadFiles(i % 3 === 0 ? { "fork.yaml": mutated(OVERLAY, random), "gate.yaml": SMALL } : { "gate.yaml": mutated(SMALL, random) });
    if (loaded.ok) continue;
    expect(loaded.diagnostics.length).toBeGreaterThan(0);
    expect(loaded.diagnostics.filter((diagnostic) => !isPlace(diagnostic, loaded.sources))).toEqual([]);
    expect(renderDiagnostics(loaded.diagnostics, loaded.sources)).not.toMatch(/[\p{Cc}--\n]/v);
  }
});
