import { describe, expect, test } from "vitest";
import { drawsOf } from "../../src/study/designs.ts";
import { saltelliSample, sobolIndices, type SobolIndices } from "../../src/study/sobol.ts";

// The published functions with their analytic indices: Ishigami and Homma 1990 (a = 7, b = 0.1), and the g function of Sobol.
const ishigami = ([x1, x2, x3]: readonly number[]): number => {
  const [a, b, c] = [x1!, x2!, x3!].map((u) => Math.PI * (2 * u - 1)) as [number, number, number];
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
};
const ISHIGAMI = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] };

const WEIGHTS = [0, 1, 4.5, 9, 99, 99];
const g = (x: readonly number[]): number => x.reduce((product, u, i) => product * ((Math.abs(4 * u - 2) + WEIGHTS[i]!) / (1 + WEIGHTS[i]!)), 1);
const partial = WEIGHTS.map((a) => 1 / (3 * (1 + a) ** 2));
const whole = partial.reduce((product, v) => product * (1 + v), 1) - 1;
const G = { first: partial.map((v) => v / whole), total: partial.map((v, i) => (v * partial.reduce((product, w, j) => (j === i ? product : product * (1 + w)), 1)) / whole) };

function indicesOf(f: (x: readonly number[]) => number, factors: number, base: number, key: string): SobolIndices {
  const sample = saltelliSample(base, factors, drawsOf(key));
  return sobolIndices(sample, sample.points.map((point) => f([...point])), key);
}

describe.each([["Ishigami", ishigami, ISHIGAMI], ["Sobol g", g, G]] as const)("%s", (_, f, analytic) => {
  const factors = analytic.first.length;

  test("the indices come to the analytic values", () => {
    const { first, total } = indicesOf(f, factors, 4096, "many");
    first.forEach(({ value }, i) => expect(value, `first ${i}`).toBeCloseTo(analytic.first[i]!, 1));
    total.forEach(({ value }, i) => expect(value, `total ${i}`).toBeCloseTo(analytic.total[i]!, 1));
  });

  test("the intervals hold the analytic values about 95 times in 100", () => {
    let [held, asked] = [0, 0];
    for (let i = 0; i < 30; i++) {
      const { first, total } = indicesOf(f, factors, 256, `try ${i}`);
      for (const order of ["first", "total"] as const) {
        for (const [factor, { low, high }] of (order === "first" ? first : total).entries()) {
          asked++;
          if (low <= analytic[order][factor]! && analytic[order][factor]! <= high) held++;
        }
      }
    }
    expect(held / asked).toBeGreaterThan(0.88);
    expect(held / asked).toBeLessThan(0.995);
  }, 60_000);
});

test("a seed that only adds noise has the noise as its total index, and no assumption's index is moved by it", () => {
  // A third of the variance from the factor, two thirds from the seed: 1/12 and 2/12.
  const { first, total } = indicesOf(([x, seed]) => x! + Math.SQRT2 * seed!, 2, 4096, "noise");
  expect(first[0]!.value).toBeCloseTo(1 / 3, 1);
  expect(total[1]!.value).toBeCloseTo(2 / 3, 1);
});

test("an outcome that never varies has indices of 0", () => {
  const { first, total, variance } = indicesOf(() => 3, 2, 64, "flat");
  expect([variance, ...first, ...total].map((index) => (typeof index === "number" ? index : index.value))).toEqual([0, 0, 0, 0, 0]);
});

test("the same key gives the same sample and the same intervals, another key others", () => {
  const [one, again, other] = ["a", "a", "b"].map((key) => indicesOf(ishigami, 3, 64, key));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});
