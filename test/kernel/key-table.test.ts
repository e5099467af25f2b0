import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keepUnder, keptUnder, keyTable, NOT_KEPT } from "../../src/kernel/key-table.ts";

const half = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const keys = fc.tuple(fc.oneof(half, fc.integer({ min: 0, max: 3 })), fc.oneof(half, fc.integer({ min: 0, max: 3 })));

test("whatWasKeptLastComesBack", () => {
  fc.assert(fc.property(fc.array(fc.tuple(keys, fc.nat(1_000_000)), { maxLength: 3000, size: "max" }), (kept) => {
    const table = keyTable();
    const expected = new Map<string, number>();
    for (const [[high, low], value] of kept) {
      keepUnder(table, high, low, value);
      expected.set(`${high} ${low}`, value);
    }
    expect(table.used).toBe(expected.size);
    for (const [key, value] of expected) expect(keptUnder(table, ...(key.split(" ").map(Number) as [number, number]))).toBe(value);
  }), { numRuns: 20 });
});

test("nothing comes back under a key that nothing was kept under", () => {
  const table = keyTable();
  keepUnder(table, 1, 2, 0);
  expect([keptUnder(table, 1, 2), keptUnder(table, 2, 1)]).toEqual([0, NOT_KEPT]);
});
