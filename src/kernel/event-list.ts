// The pending events of a run in total order: by time, then by sequence.
// Knows times and sequence numbers; must not know what an event is about.
// Invariant: the list is sorted, the next event last; it is a plain array, so copying it is one slice.
// Most of what is scheduled comes soon, before nearly all that is pending: a sorted list costs less than a heap then. Measured.

/** What the list orders by: whole minutes, then the order of scheduling. */
export interface Timed { readonly at: number; readonly sequence: number; }

/** The next event without taking it, or undefined when none is left. */
export function peek<E extends Timed>(list: readonly E[]): E | undefined {
  return list[list.length - 1];
}

/** Adds an event; costs as much as there are events that come before it. */
export function schedule<E extends Timed>(list: E[], event: E): void {
  const { at, sequence } = event;
  let gap = list.length;
  list.push(event);
  while (gap > 0) {
    const sooner = list[gap - 1]!;
    if (sooner.at > at || (sooner.at === at && sooner.sequence > sequence)) break;
    list[gap] = sooner;
    gap--;
  }
  list[gap] = event;
}

/** Takes the next event out; the list must not be empty. */
export function takeNext<E extends Timed>(list: E[]): E {
  return list.pop()!;
}
