import { describe, expect, test } from "vitest";
import { drawsOf } from "../../src/study/designs.ts";
import { measureColumns } from "../../src/study/measures.ts";
import { partsOf, pointsBlock, pointTasks, valueAt, type Factor } from "../../src/study/sensitivity.ts";
import { saltelliSample, sobolIndices } from "../../src/study/sobol.ts";
import { crisis, ROAD } from "../simulation/small-crises.ts";

// One request is relayed, and followed with the probability that is varied: the variance can be worked out with a pencil.
const model = crisis(ROAD, { "sight.reading/enter": "graver", "garrison.answer-due": "20 m", "garrison.leave-due": "1 h", "garrison.aircraft-over": "30 m", "garrison.last-chance": "1 h", "garrison.use-of-force": "hold" },
  JSON.stringify({ add: { timeline: [{ id: "in", at: "day 1 12:00", incident: "enter", by: "column", against: "post", forced: true }] } }));
const factors: readonly Factor[] = [{ key: "relay.complied", range: [0, 0.9], whole: false }, { key: "line.read-back-catches", range: [0, 1], whole: false }];
const SEEDS = 4;
const BASE = 500;

describe("a number that is 1 with the probability that is varied", () => {
  const place = measureColumns(model).findIndex(({ name }) => name === "requests-followed");
  const sample = saltelliSample(BASE, factors.length + 1, drawsOf("one request"));
  const work = pointsBlock.begin({ scenario: model.scenario, factors, asked: { of: "measure", place, mayBeNever: false }, seeds: SEEDS });
  const answers = [...pointTasks(sample, 64)].map(work);
  const [sums, squares] = [Float64Array.from(answers.flatMap((answer) => [...answer.sums])), Float64Array.from(answers.flatMap((answer) => [...answer.squares]))];
  // Uniform from 0 to 0.9: mean 0.45, variance 0.0675; of p (1 - p) the mean is 0.45 - 0.27.
  const [OF_ASSUMPTION, OF_CHANCE] = [0.0675, 0.18];

  test("the noise of the seeds is told from the effect of the assumption", () => {
    const { mean, assumptions, chance } = partsOf(sample, sums, squares, SEEDS);
    expect(mean).toBeCloseTo(0.45, 1.3);
    expect(assumptions).toBeCloseTo(OF_ASSUMPTION, 1.8);
    expect(chance).toBeCloseTo(OF_CHANCE, 1.8);
  });

  test("the indices give each what is its own", () => {
    const { first, total } = sobolIndices(sample, sums.map((sum) => sum / SEEDS), "one request");
    const share = OF_ASSUMPTION / (OF_ASSUMPTION + OF_CHANCE / SEEDS);
    expect(first[0]!.low).toBeLessThan(share);
    expect(first[0]!.high).toBeGreaterThan(share);
    expect(total[2]!.low).toBeLessThan(1 - share);
    expect(total[2]!.high).toBeGreaterThan(1 - share);
    expect([first[1]!.value, total[1]!.value].every((index) => Math.abs(index) < 0.1)).toBe(true);
  });
});

test("only whole numbers are drawn where only they make sense, each as often", () => {
  const drawn = Array.from({ length: 40 }, (_, i) => valueAt({ key: "line.carries", range: [1, 4], whole: true }, i / 40));
  expect([1, 2, 3, 4].map((value) => drawn.filter((one) => one === value).length)).toEqual([10, 10, 10, 10]);
});
