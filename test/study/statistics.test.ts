import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsOf, grid, latinHypercube, levels } from "../../src/study/designs.ts";
import { meanOf, pairedDifference, ratioOf, relativeRisk, wilson, type Pairs } from "../../src/study/intervals.ts";
import { addSummary, momentsOf, quantileOf, summariser, type Summary } from "../../src/study/summary.ts";

describe("summaries", () => {
  const RATIOS = [{ part: 0, whole: [0, 1] }];
  const runs = fc.array(fc.tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -50, max: 3000 }), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 60 });
  const summed = (of: readonly (readonly [number, number, boolean, boolean])[], summing = summariser(2, 2, [0, 1], RATIOS)): Summary => {
    for (const [a, b, one, two] of of) summing.add({ values: Int32Array.of(a, b), held: [one, two], limited: false });
    return summing.take();
  };

  test("ofTheHalvesAddUpToThatOfTheWhole", () => {
    fc.assert(fc.property(runs, fc.nat(), (all, cut) => {
      const halves = [all.slice(0, cut % all.length), all.slice(cut % all.length)].map((half) => summed(half));
      const together = summed([]);
      for (const half of halves) addSummary(together, half);
      expect(together).toEqual(summed(all));
    }));
  });

  test("aStretchKnowsNothingOfTheOneBefore", () => {
    fc.assert(fc.property(runs, runs, (before, all) => {
      const summing = summariser(2, 2, [0, 1], RATIOS);
      summed(before, summing);
      expect(summed(all, summing)).toEqual(summed(all));
    }));
  });

  test("everyNumberIsCountedWhateverItsSize", () => {
    fc.assert(fc.property(runs, (all) => {
      const numbers = all.map(([, b]) => b);
      expect(summed(all).columns[1]).toEqual(new Map(numbers.map((b) => [b, numbers.filter((other) => other === b).length])));
    }));
  });

  test("quantilesAndMeansAreThoseOfTheNumbers", () => {
    fc.assert(fc.property(runs, fc.constantFrom(0, 0.1, 0.5, 0.9, 1), (all, share) => {
      const { columns } = summed(all);
      const numbers = all.map(([a]) => a).filter((a) => a >= 0).sort((a, b) => a - b);
      expect(quantileOf(columns[0]!, share, 0)).toBe(numbers[Math.max(0, Math.ceil(share * numbers.length) - 1)]);
      expect(momentsOf(columns[0]!, 0)).toEqual({ count: numbers.length, sum: numbers.reduce((sum, a) => sum + a, 0), squares: numbers.reduce((sum, a) => sum + a * a, 0) });
    }));
  });
});

describe("intervals", () => {
  // Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, method 3.
  test.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718], [29, 29, 0.8830, 1]])("Wilson's for %i of %i", (count, of, low, high) => {
    const estimate = wilson(count, of)!;
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  test("of nothing there is none", () => expect([wilson(0, 0), meanOf({ count: 1, sum: 3, squares: 9 }), relativeRisk({ both: 0, first: 0, second: 4, neither: 1 })]).toEqual([undefined, undefined, undefined]));

  test("a mean's is that of the normal approximation", () => {
    const { value, low, high } = meanOf({ count: 4, sum: 10, squares: 30 })!; // 1, 2, 3, 4
    expect([value, (high - low) / 2]).toEqual([2.5, expect.closeTo(1.96 * Math.sqrt(5 / 3 / 4), 3)]);
  });

  const chances = { both: 0.25, first: 0.2, second: 0.05, neither: 0.5 };
  const drawn = (sample: number, n: number): Pairs => {
    const draws = drawsOf(`pairs ${sample}`);
    const counts = { both: 0, first: 0, second: 0, neither: 0 };
    for (let i = 0; i < n; i++) {
      let rest = draws(i, 0);
      for (const cell of ["both", "first", "second", "neither"] as const) {
        rest -= chances[cell];
        if (rest < 0) { counts[cell]++; break; }
      }
    }
    return counts;
  };

  test.each([
    ["paired differences", pairedDifference, 0.45 - 0.3], ["paired relative risks", relativeRisk, 0.45 / 0.3],
  ] as const)("of %s hold the truth about 95 times in 100", (_, interval, truth) => {
    const held = Array.from({ length: 1500 }, (__, i) => interval(drawn(i, 120))!).filter(({ low, high }) => low <= truth && truth <= high).length;
    expect(held / 1500).toBeGreaterThan(0.935);
    expect(held / 1500).toBeLessThan(0.975);
  });

  test("two settings that never differ differ by nothing", () => {
    const { value, low, high } = pairedDifference({ both: 40, first: 0, second: 0, neither: 60 })!;
    expect([value, low <= 0 && 0 <= high, high - low < 0.08]).toEqual([0, true, true]);
  });

  test("a ratio of sums has an interval that holds the truth", () => {
    const held = Array.from({ length: 800 }, (_, sample) => {
      const draws = drawsOf(`ratio ${sample}`);
      const [part, whole, products] = [{ count: 0, sum: 0, squares: 0 }, { count: 0, sum: 0, squares: 0 }, [0, 0, 0] as [number, number, number]];
      for (let i = 0; i < 150; i++) {
        const w = 1 + Math.floor(draws(i, 0) * 5);
        const p = Array.from({ length: w }, (__, j) => draws(i, 1 + j) < 0.3).filter(Boolean).length;
        Object.assign(part, { count: i + 1, sum: part.sum + p });
        Object.assign(whole, { count: i + 1, sum: whole.sum + w });
        products[0] += p * p; products[1] += p * w; products[2] += w * w;
      }
      return ratioOf(part, whole, products)!;
    }).filter(({ low, high }) => low <= 0.3 && 0.3 <= high).length;
    expect(held / 800).toBeGreaterThan(0.925);
    expect(held / 800).toBeLessThan(0.975);
  });
});

describe("designs", () => {
  test("levels are evenly spaced through both ends", () => expect([levels(0, 0.9, 4), levels(1, 10, 1)]).toEqual([[0, 0.3, 0.6, 0.9], [1]]));
  test("a grid is every combination", () => expect(grid<number | string>([[1, 2], ["a", "b"]])).toEqual([[1, "a"], [1, "b"], [2, "a"], [2, "b"]]));

  test("everyColumnOfALatinHypercubeHasOnePointInEachStratum", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5 }), fc.string(), (points, columns, key) => {
      const cube = latinHypercube(points, columns, drawsOf(key));
      for (let column = 0; column < columns; column++) {
        expect(cube.map((point) => Math.floor(point[column]! * points)).sort((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, i) => i));
      }
    }));
  });

  test("its columns do not go together", () => {
    const cube = latinHypercube(400, 2, drawsOf("a key"));
    const correlation = (12 * cube.reduce((sum, [a, b]) => sum + (a! - 0.5) * (b! - 0.5), 0)) / 400;
    expect(Math.abs(correlation)).toBeLessThan(0.15);
  });
});
