import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint, beginTuple, endTuple, keyedUniform, nameOf } from "../../src/kernel/random.ts";

type Identity = readonly [seed: string, question: string, asker: string, other: string, root: string, n: number];

function uniform([seed, question, asker, other, root, n]: Identity): number {
  const hash = beginTuple(nameOf(question), nameOf(asker), nameOf(other));
  endTuple(hash, hash.high, hash.low, nameOf(root));
  return keyedUniform(nameOf(seed), hash.high, hash.low, n);
}

const replaced = (identity: Identity, place: number, value: string | number): Identity => identity.with(place, value) as unknown as Identity;

const PLACES = ["seed", "question", "asker", "other", "root", "n"] as const;
const USUAL: Identity = ["seed 1", "line.answered", "east", "west", "dawn", 0];

// Measured once. A change here changes every run that was ever recorded by its seed.
describe("values that must never change", () => {
  test.each([
    ["", "92ca2f0ecb72770f"],
    ["a", "f4b723bb3549bff3"],
    ["b", "1e8758a90d4671f4"],
    ["seed 1", "7b7280c3e53a6233"],
    ["line.answered", "6f8472585f3cbc3c"],
    ["line.answered ", "70f57bff75a108a0"],
    ["Ω", "f2ee9386822870c6"],
    ["🕊", "11a32c306a01c953"],
    ["a".repeat(1000), "aeb12784b1956949"],
  ])("the fingerprint of %j", (text, digits) => expect(fingerprint(text)).toBe(digits));

  test.each([
    [USUAL, 0.16024043034919244],
    [replaced(USUAL, 5, 1), 0.4089391018929249],
    [replaced(USUAL, 5, 2_147_483_647), 0.034078145805315874],
    [replaced(USUAL, 0, "seed 2"), 0.7151208774858808],
    [replaced(USUAL, 1, "line.heard"), 0.18413977693490136],
    [replaced(USUAL, 4, "dusk"), 0.32465050232761394],
    [["seed 1", "line.answered", "west", "east", "dawn", 0], 0.5597268465882066],
    [["", "", "", "", "", 0], 0.07337917908160674],
  ] as readonly (readonly [Identity, number])[])("the number of %j", (identity, value) => expect(uniform(identity)).toBe(value));
});

describe("properties", () => {
  const identity = fc.tuple(fc.string(), fc.string(), fc.string(), fc.string(), fc.string(), fc.nat());

  test("aNumberLiesInTheHalfOpenUnitInterval", () => {
    fc.assert(fc.property(identity, (key) => {
      const u = uniform(key);
      expect(u >= 0 && u < 1).toBe(true);
      expect(Number.isInteger(u * 2 ** 53)).toBe(true);
    }));
  });

  test("theSameKeyGivesTheSameNumber", () => fc.assert(fc.property(identity, (key) => { expect(uniform(key)).toBe(uniform(key)); })));

  test("aFingerprintIsSixteenHexDigitsOfTheName", () => {
    const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
    fc.assert(fc.property(anyText, (text) => {
      const { high, low } = nameOf(text);
      expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
      expect(BigInt(`0x${fingerprint(text)}`)).toBe((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
    }));
  });
});

describe("names", () => {
  // Names as scenarios have them: alike, short, and different in a digit or two.
  function* manyNames(): Generator<string> {
    for (let i = 0; i < 50_000; i++) {
      yield `seed ${i}`;
      yield `east|west|push-${i}`;
      yield `${i % 100}.${Math.floor(i / 100)}`;
      yield `day ${i % 500}, ${Math.floor(i / 500)} h`;
    }
  }

  test("no two of two hundred thousand share a fingerprint", () => {
    const names = [...manyNames()];
    expect(new Set(names).size).toBe(200_000);
    expect(new Set(names.map(fingerprint)).size).toBe(names.length);
  });

  // Two hundred thousand values of 32 bits give n(n-1)/2 / 2^32 = 4.7 equal pairs on average; 25 or more has a chance below 1e-10.
  test.each(["high", "low"] as const)("the %s half alone collides no more often than chance", (half) => {
    expect(200_000 - new Set([...manyNames()].map((name) => nameOf(name)[half])).size).toBeLessThan(25);
  });

  test.each([["ab", "ba"], ["a", "aa"], ["", "\0"], ["\0", "\0\0"], ["\u00e9", "e\u0301"], ["A", "a"]])("%j and %j are two names", (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });
});

describe("the numbers are spread", () => {
  const DRAWS = 20_000;
  const varied = (place: number, i: number): Identity => replaced(USUAL, place, place === 5 ? i : `${USUAL[place]} ${i}`);

  // 63 degrees of freedom: a fair source exceeds 137 once in some 5 million times (chi-square quantile by Wilson and Hilferty).
  test.each(PLACES.map((place, i) => [place, i] as const))("evenly when the %s alone varies", (_, place) => {
    const bins = new Array<number>(64).fill(0);
    for (let i = 0; i < DRAWS; i++) bins[Math.floor(uniform(varied(place, i)) * 64)]!++;
    expect(bins.reduce((sum, seen) => sum + (seen - DRAWS / 64) ** 2 / (DRAWS / 64), 0)).toBeLessThan(137);
  });

  // The correlation of neighbours has a standard deviation of 1/sqrt(draws) = 0.007; five of them are allowed.
  test.each(PLACES.map((place, i) => [place, i] as const))("without an echo from one %s to the next", (_, place) => {
    let sum = 0;
    for (let i = 0; i < DRAWS; i++) sum += (uniform(varied(place, i)) - 0.5) * (uniform(varied(place, i + 1)) - 0.5);
    expect(Math.abs(sum / DRAWS * 12)).toBeLessThan(5 / Math.sqrt(DRAWS));
  });
});

describe("a small change turns about half of the bits", () => {
  const SAMPLES = 2000;
  const bits = (key: Identity): number => Math.floor(uniform(key) * 2 ** 32);

  // Each bit turns in half of the samples, with a standard deviation of 0.5/sqrt(samples) = 0.011; six of them are allowed.
  test.each(PLACES.map((place, i) => [place, i] as const))("of the %s", (_, place) => {
    const turned = new Array<number>(32).fill(0);
    for (let i = 0; i < SAMPLES; i++) {
      const key = replaced(replaced(USUAL, 5, i), 4, `root ${i}`);
      const value = key[place]!;
      const difference = bits(key) ^ bits(replaced(key, place, typeof value === "number" ? value ^ 1 : nextLetter(value)));
      for (let bit = 0; bit < 32; bit++) turned[bit]! += (difference >>> bit) & 1;
    }
    const shares = turned.map((count) => count / SAMPLES);
    expect(Math.min(...shares)).toBeGreaterThan(0.5 - 6 * 0.5 / Math.sqrt(SAMPLES));
    expect(Math.max(...shares)).toBeLessThan(0.5 + 6 * 0.5 / Math.sqrt(SAMPLES));
  });
});

/** The text with its last character replaced by the one after it. */
function nextLetter(text: string): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
}
