// Answers of charts as single numbers: the next configuration in one half, in the other a place in a list of what is asked for.
// Knows configurations and acts by number; must not know which chart they are of, nor who gave the answer.
// Invariant: lists that are alike are kept once, one behind the other in one array; what was put in comes out.

import { STEP_ACTS, type StepAct } from "./chart-answers.ts";

/** The configuration that an answer leads to. */
export function nextOf(answer: number): number {
  return answer & 0xFFFF;
}

/** The place in the lists of what an answer asks for. */
export function placeOf(answer: number): number {
  return answer >>> 16;
}

/** The kind of what a code in a list asks for, as STEP_ACTS numbers them. */
export function kindOf(code: number): number {
  return code & 7;
}

/** Its number within the chart. */
export function numberOf(code: number): number {
  return code >> 3;
}

/** The largest number that fits into half of an answer. */
export const LARGEST = 0x7FFF;

/** Lists with nothing in them yet but, at place 0, the empty list. At its place a list has its length, and then as many codes. */
export function listsOfActs() {
  const lists: number[] = [0];
  const places = new Map([["", 0]]);
  return {
    lists,
    placeFor: (acts: readonly StepAct[]): number => {
      const codes = acts.map(({ kind, number }) => STEP_ACTS.indexOf(kind) | (number << 3));
      const known = places.get(codes.join(" "));
      if (known !== undefined) return known;
      const place = lists.length;
      if (place > LARGEST) throw new Error("a chart asks for too many different things");
      lists.push(codes.length, ...codes);
      places.set(codes.join(" "), place);
      return place;
    },
    listAt: (place: number): readonly StepAct[] =>
      lists.slice(place + 1, place + 1 + lists[place]!).map((code) => ({ kind: STEP_ACTS[kindOf(code)]!, number: numberOf(code) })),
  };
}
