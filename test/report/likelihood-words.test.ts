import { expect, test } from "vitest";
import { grouped, likelihoodWords, oddsAgainstWords, oddsText } from "../../src/report/likelihood-words.ts";

test.each([
  [1, "almost certain"], [0.95, "almost certain"], [0.9, "very likely"], [0.6, "likely"], [0.5, "about even"], [0.3, "unlikely"], [0.1, "very unlikely"], [0.049, "remote"], [0, "remote"],
])("a share of %d is %s", (share, words) => expect(likelihoodWords(share)).toBe(words));

test.each([
  [0, "about even", "1 to 1"], [1, "unlikely", "1 to 2"], [Math.log2(1.5), "unlikely", "1 to 1.5"], [Math.log2(14), "very unlikely", "1 to 14"],
  [Math.log2(950), "remote", "1 to 950"], [Math.log2(123_456), "remote", "1 to 120,000"],
])("odds of %d bits are %s, %s", (bits, words, text) => expect([oddsAgainstWords(bits), oddsText(bits)]).toEqual([words, text]));

test.each([[0, "0"], [999, "999"], [1000, "1,000"], [1_234_567, "1,234,567"]])("%d reads %s", (number, text) => expect(grouped(number)).toBe(text));
