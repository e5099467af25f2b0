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
  let i = list.length;
  list.push(event);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = list[parent]!;
    if (!isBefore(event, above)) break;
    list[i] = above;
    i = parent;
  }
  list[i] = event;
}

/** Takes the next event out; the list must not be empty. */
export function takeNext<E extends Timed>(list: E[]): E {
  const next = list[0]!;
  const last = list.pop()!;
  const size = list.length;
  if (size === 0) return next;
  let i = 0;
  while (true) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && isBefore(list[child + 1]!, list[child]!)) child++;
    if (!isBefore(list[child]!, last)) break;
    list[i] = list[child]!;
    i = child;
  }
  list[i] = last;
  return next;
}

function isBefore(a: Timed, b: Timed): boolean {
  return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
}
