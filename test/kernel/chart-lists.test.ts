import * as fc from "fast-check";
import { expect, test } from "vitest";
import { STEP_ACTS, type StepAct } from "../../src/kernel/chart-answers.ts";
import { LARGEST, listsOfActs } from "../../src/kernel/chart-lists.ts";

const act: fc.Arbitrary<StepAct> = fc.record({ kind: fc.constantFrom(...STEP_ACTS), number: fc.nat(400) });

test("whatPutInComesOut, and lists that are alike have one place", () => {
  fc.assert(fc.property(fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 30 }), (all) => {
    const { placeFor, listAt } = listsOfActs();
    const places = all.map(placeFor);
    expect(places.map(listAt)).toEqual(all);
    expect(all.map(placeFor)).toEqual(places);
    expect(new Set(places).size).toBe(new Set(all.map((list) => JSON.stringify(list))).size);
  }));
});

test("the empty list is at place 0, where nobody has to look for its length", () => {
  const { lists, placeFor } = listsOfActs();
  expect([placeFor([]), lists]).toEqual([0, [0]]);
});

test("more than fits into an answer is refused and not cut", () => {
  const { placeFor } = listsOfActs();
  const fill = (): void => { for (let number = 0; number < LARGEST; number++) placeFor([{ kind: "act", number }]); };
  expect(fill).toThrow("too many");
});
