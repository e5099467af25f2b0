// The pending events of a run in total order: by time, then by sequence.
// Knows times and sequence numbers; must not know what an event is about.
// Invariant: the first element is always the next; the list is a plain array, so copying it is one slice.
// A binary heap; the order of SimPy and Mesa, with whole minutes instead of floats.

/** What the list orders by: whole minutes, then the order of scheduling. */
export interface Timed { readonly at: number; readonly sequence: number; }

/** The next event without taking it, or undefined when none is left. */
export function peek<E extends Timed>(list: readonly E[]): E | undefined {
  return list[0];
}

/** Adds an event. */
export function schedule<E extends Timed>(list: E[], event: E): void {
  list.push(event);
  rise(list, list.length - 1, event);
}

/** Takes the next event out; the list must not be empty. */
export function takeNext<E extends Timed>(list: E[]): E {
  const next = list[0]!;
  const last = list.pop()!;
  const size = list.length;
  if (size === 0) return next;
  // The gap sinks to the bottom and the last event rises from there, where it nearly always belongs: half as many comparisons.
  let gap = 0;
  for (let child = 1; child < size; child = 2 * gap + 1) {
    if (child + 1 < size && isBefore(list[child + 1]!, list[child]!)) child++;
    list[gap] = list[child]!;
    gap = child;
  }
  rise(list, gap, last);
  return next;
}

// Puts an event into a gap, or above it where those above come later.
function rise<E extends Timed>(list: E[], from: number, event: E): void {
  let gap = from;
  while (gap > 0) {
    const parent = (gap - 1) >> 1;
    const above = list[parent]!;
    if (!isBefore(event, above)) break;
    list[gap] = above;
    gap = parent;
  }
  list[gap] = event;
}

function isBefore(a: Timed, b: Timed): boolean {
  return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
}
