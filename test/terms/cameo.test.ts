import { describe, expect, test } from "vitest";
import { ACTS } from "../../src/terms/acts.ts";
import { MESSAGES } from "../../src/terms/messages.ts";
import { STATEMENTS } from "../../src/terms/statements.ts";
import { CAMEO_GOLDSTEIN } from "./cameo-goldstein.ts";

interface Coded { readonly label: string; readonly code: string; readonly goldstein: number; }

const VOCABULARIES: readonly (readonly [string, Readonly<Record<string, Coded>>])[] = [["act", ACTS], ["message", MESSAGES], ["statement", STATEMENTS]];
const TERMS = VOCABULARIES.flatMap(([kind, terms]) => Object.entries(terms).map(([name, term]) => [kind, name, term] as const));

describe("codes and values agree with the CAMEO-Goldstein table", () => {
  // A receipt is no event in CAMEO: it has no code and weighs nothing.
  test.each(TERMS)("the %s %s", (_, __, { code, goldstein }) => {
    expect(goldstein).toBe(code === "" ? 0 : CAMEO_GOLDSTEIN.get(code)?.goldstein);
  });

  test("the copy of the table holds no row that nothing uses", () => {
    const used = new Set(TERMS.map(([, , { code }]) => code));
    expect([...CAMEO_GOLDSTEIN.keys()].filter((code) => !used.has(code))).toEqual([]);
  });

  test("the copy of the table keeps to the scale", () => {
    expect([...CAMEO_GOLDSTEIN.values()].filter(({ code, label, goldstein }) => !/^\d{3,4}$/.test(code) || label === "" || !(Math.abs(goldstein) <= 10))).toEqual([]);
  });
});

describe("one word a thing", () => {
  test.each(VOCABULARIES)("no two terms of the kind %s have one label", (_, terms) => {
    const labels = Object.values(terms).map(({ label }) => label);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  test("what is said and done with one name has one code, whether over a line or in public", () => {
    const differing = Object.entries<Coded>(MESSAGES).filter(([name, { code }]) => ((STATEMENTS as Readonly<Record<string, Coded>>)[name]?.code ?? code) !== code);
    expect(differing.map(([name]) => name)).toEqual([]);
  });
});
