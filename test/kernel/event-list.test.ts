import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peek, schedule, takeNext, type Timed } from "../../src/kernel/event-list.ts";

// Few different times, so that ties are common.
const times = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 200 });
const numbered = (ats: readonly number[]): readonly Timed[] => ats.map((at, sequence) => ({ at, sequence }));

function listOf(events: readonly Timed[]): Timed[] {
  const list: Timed[] = [];
  for (const event of events) schedule(list, event);
  return list;
}

function taken(list: Timed[]): readonly Timed[] {
  const order: Timed[] = [];
  while (list.length > 0) order.push(takeNext(list));
  return order;
}

const inOrder = (events: readonly Timed[]): readonly Timed[] => events.toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);

describe("events come in total order", () => {
  test("the earlier comes first, whenever it was scheduled", () => {
    expect(taken(listOf(numbered([30, 10, 20]))).map(({ at }) => at)).toEqual([10, 20, 30]);
  });

  test("of events at one time, the one scheduled first comes first", () => {
    expect(taken(listOf(numbered([5, 5, 5, 5, 5]))).map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
  });

  test("the sequence decides and not the moment of insertion", () => {
    expect(taken(listOf([{ at: 5, sequence: 9 }, { at: 5, sequence: 2 }, { at: 5, sequence: 4 }])).map(({ sequence }) => sequence)).toEqual([2, 4, 9]);
  });

  test("an empty list has no next event", () => expect(peek([])).toBeUndefined());

  test("looking at the next event does not take it", () => {
    const list = listOf(numbered([2, 1]));
    expect(peek(list)).toBe(peek(list));
    expect(list).toHaveLength(2);
  });

  test("the very event that was scheduled comes back", () => {
    const event = { at: 1, sequence: 0, about: "a call" };
    const list = [{ at: 7, sequence: 1, about: "a visit" }];
    schedule(list, event);
    expect(takeNext(list)).toBe(event);
  });
});

describe("properties", () => {
  test("takenEqualsSorted", () => {
    fc.assert(fc.property(times, (ats) => {
      expect(taken(listOf(numbered(ats)))).toEqual(inOrder(numbered(ats)));
    }));
  });

  test("insertionOrderDoesNotMatter", () => {
    const shuffled = times.chain((ats) => fc.tuple(fc.constant(numbered(ats)), fc.shuffledSubarray([...numbered(ats)], { minLength: ats.length })));
    fc.assert(fc.property(shuffled, ([events, other]) => { expect(taken(listOf(other))).toEqual(inOrder(events)); }));
  });

  // Events are scheduled while others run: a plain sorted array says what must come next at each step.
  test("interleavedSchedulingEqualsSortedArray", () => {
    const steps = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { maxLength: 300 });
    fc.assert(fc.property(steps, (plan) => {
      const list: Timed[] = [];
      let model: readonly Timed[] = [];
      const order: [came: Timed, due: Timed | undefined][] = [];
      for (const [sequence, at] of plan.entries()) {
        if (at !== null) {
          schedule(list, { at, sequence });
          model = inOrder([...model, { at, sequence }]);
        } else if (model.length > 0) {
          const next = takeNext(list);
          order.push([next, model[0]]);
          model = model.slice(1);
        }
        expect(peek(list)).toEqual(model[0]);
        expect(list).toHaveLength(model.length);
      }
      for (const [came, due] of order) expect(came).toEqual(due);
    }));
  });

  test("aSliceIsAnIndependentList", () => {
    fc.assert(fc.property(times, times, fc.nat(), (ats, later, takes) => {
      const list = listOf(numbered(ats));
      const copy = list.slice();
      for (let i = 0; i < takes % (ats.length + 1); i++) takeNext(list);
      for (const [i, at] of later.entries()) schedule(list, { at, sequence: ats.length + i });
      expect(taken(copy)).toEqual(inOrder(numbered(ats)));
    }));
  });
});
