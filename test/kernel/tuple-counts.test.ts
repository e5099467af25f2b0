import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginTuple, endTuple, nameOf, type Name } from "../../src/kernel/random.ts";
import { copyTuples, countTuple, noTuples, type TupleCounts } from "../../src/kernel/tuple-counts.ts";

type Tuple = readonly [string, string, string, string];

const NAMES = new Map<string, Name>();
function named(text: string): Name {
  let name = NAMES.get(text);
  if (name === undefined) NAMES.set(text, name = nameOf(text));
  return name;
}

function count(counts: TupleCounts, [a, b, c, d]: Tuple): number {
  const hash = beginTuple(named(a), named(b), named(c));
  endTuple(hash, hash.high, hash.low, named(d));
  return countTuple(counts, hash.high, hash.low);
}

/** The same counts kept the plain way. */
function countIn(model: Map<string, number>, tuple: Tuple): number {
  const key = JSON.stringify(tuple);
  const before = model.get(key) ?? 0;
  model.set(key, before + 1);
  return before;
}

// A few names in every place, so that the same tuple often comes again and the same names in another order too.
const word = fc.constantFrom("ask", "warn", "east", "west", "");
const tuples = fc.array(fc.tuple(word, word, word, word), { maxLength: 400 });

describe("a count", () => {
  test("starts at 0 and rises by 1", () => {
    const counts = noTuples();
    expect([1, 2, 3].map(() => count(counts, ["call", "east", "west", "dawn"]))).toEqual([0, 1, 2]);
  });

  test("belongs to the names in their order", () => {
    const counts = noTuples();
    expect([
      count(counts, ["a", "b", "c", "d"]), count(counts, ["b", "a", "c", "d"]), count(counts, ["a", "b", "d", "c"]), count(counts, ["d", "c", "b", "a"]),
    ]).toEqual([0, 0, 0, 0]);
  });
});

describe("properties", () => {
  test("countsAsAMapWould", () => {
    fc.assert(fc.property(tuples, (asked) => {
      const counts = noTuples();
      const model = new Map<string, number>();
      expect(asked.map((tuple) => count(counts, tuple))).toEqual(asked.map((tuple) => countIn(model, tuple)));
      expect(counts.used).toBe(model.size);
    }));
  });

  test("anUnrelatedTupleShiftsNoCount", () => {
    fc.assert(fc.property(tuples, tuples, (asked, others) => {
      const [alone, among] = [noTuples(), noTuples()];
      const unrelated = others.map(([a, b, c]): Tuple => [a, b, c, "elsewhere"]);
      for (const tuple of unrelated) count(among, tuple);
      expect(asked.map((tuple) => count(among, tuple))).toEqual(asked.map((tuple) => count(alone, tuple)));
    }));
  });

  test("aCopyIsIndependent", () => {
    fc.assert(fc.property(tuples, tuples, (before, after) => {
      const [counts, untouched] = [noTuples(), noTuples()];
      for (const tuple of before) { count(counts, tuple); count(untouched, tuple); }
      const copy = copyTuples(counts);
      for (const tuple of after) count(counts, tuple);
      expect(copy).toEqual(untouched);
      expect(after.map((tuple) => count(copy, tuple))).toEqual(after.map((tuple) => count(untouched, tuple)));
    }));
  });
});

describe("many tuples", () => {
  const MANY = 20_000;
  const tupleOf = (i: number): Tuple => [`question-${i % 25}`, `party-${Math.floor(i / 25) % 8}`, `party-${Math.floor(i / 200) % 8}`, `root-${Math.floor(i / 1600)}`];

  test("growth keeps every count", () => {
    const counts = noTuples();
    const capacity = counts.cells.length;
    const wrong: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < MANY; i++) if (count(counts, tupleOf(i)) !== round) wrong.push(i);
    }
    expect(wrong).toEqual([]);
    expect(counts.used).toBe(MANY);
    expect(counts.cells.length).toBeGreaterThan(capacity);
  });

  test("growth of the original leaves a copy as it was", () => {
    const counts = noTuples();
    for (let i = 0; i < 100; i++) count(counts, tupleOf(i));
    const copy = copyTuples(counts);
    for (let i = 0; i < MANY; i++) count(counts, tupleOf(i));
    expect(copy.used).toBe(100);
    expect([0, 99, 100].map((i) => count(copy, tupleOf(i)))).toEqual([1, 1, 0]);
  });

  test("no two of a hundred thousand tuples share a count", () => {
    const counts = noTuples();
    let shared = 0;
    for (let i = 0; i < 100_000; i++) shared += count(counts, tupleOf(i));
    expect(shared).toBe(0);
  });
});
