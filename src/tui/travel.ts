// Where the run is looked at: forward and back by line, by day, by change of rung, by decision. All of it is arithmetic on
// places, so back is as quick as forward.

import { type StoryLine, wholeText } from "../report/story.ts";
import { dayNumber, startOfDay } from "../report/words.ts";
import { countBefore } from "./chronicle.ts";
import { type AppState, type Change, type Effect, KINDS, type KindName, type View } from "./state.ts";

const TAGS: Readonly<Record<Exclude<KindName, "everything">, readonly string[]>> = {
  "what happens": ["FEED", "NEWS", "PUSH"], "readings": ["READS", "TRUST"], "the line": ["LINE", "RELAY"], "in public": ["PUBLIC", "RULE"], "decisions and stances": ["DECIDE", "STANCE"],
};

/** The lines of the story that pass the filter. */
export function linesOf(state: AppState, { chronicle }: View): readonly StoryLine[] {
  const { party, kind, search } = state;
  if (party === undefined && kind === KINDS[0] && search === "") return chronicle.lines;
  const wanted = search.toLowerCase();
  return chronicle.lines.filter((line) =>
    (party === undefined || line.who === party || line.whom === party || line.others.includes(party))
    && (kind === "everything" || TAGS[kind].includes(line.tag))
    && (wanted === "" || wholeText(line).toLowerCase().includes(wanted)));
}

/** Whether everything that has happened is shown. */
export function isAtHead({ cursor }: AppState, { entries }: View): boolean {
  return cursor >= entries.length;
}

/** The minute that is shown with a cursor: of the last entry before it, or with all of them, how far time or the decision that waits has come. */
export function minuteAt(cursor: number, { entries, session: { run } }: View): number {
  if (cursor < entries.length) return entries[cursor - 1]?.at ?? 0;
  return run.standing.kind === "deciding" ? run.standing.question.at : run.at;
}

/** Whether time has gone on beyond what is shown. What happens in one minute comes line by line, and is all of the present. */
export function isPast({ cursor }: AppState, { entries }: View): boolean {
  return cursor < entries.length && entries.at(-1)!.at > entries[Math.max(0, cursor - 1)]!.at;
}

/** Whether the run waits for a person, and everything before that is shown. */
export function isDeciding(state: AppState, view: View): boolean {
  return isAtHead(state, view) && view.session.run.standing.kind === "deciding";
}

/** To a place: entries with a smaller number are shown. */
export function goTo(state: AppState, view: View, cursor: number, effects: readonly Effect[] = []): Change {
  const bound = Math.max(1, Math.min(cursor, view.entries.length));
  return { state: { ...state, cursor: bound, clock: minuteAt(bound, view), selected: undefined }, effects };
}

/** One line on; at the head the run goes on instead. */
export function stepForward(state: AppState, view: View): Change {
  const lines = linesOf(state, view);
  const next = countBefore(lines, state.cursor);
  if (next < lines.length) return goTo(state, view, endOfLine(view, lines[next]!));
  const atHead = goTo(state, view, view.entries.length);
  return view.session.run.standing.kind === "open" ? { ...atHead, effects: [{ do: "go-on" }] } : atHead;
}

/** One line back. */
export function stepBack(state: AppState, view: View): Change {
  const lines = linesOf(state, view);
  const shown = countBefore(lines, state.cursor);
  return goTo(state, view, shown < 2 ? 1 : endOfLine(view, lines[shown - 2]!));
}

/** To the next or last place of some kind; at the last known one the run goes on to its end or to a decision. */
export function jump(state: AppState, view: View, next: "decision" | "rung", direction: 1 | -1): Change {
  const places = next === "decision" ? decisions(view) : rungChanges(view);
  if (direction === -1) {
    const before = places.filter((place) => place + 1 < state.cursor).at(-1);
    return goTo(state, view, before === undefined ? 1 : before + 1);
  }
  const after = places.find((place) => place + 1 > state.cursor);
  return after === undefined ? goTo(state, view, view.entries.length, view.session.run.standing.kind === "open" ? [{ do: "go-until", next }] : []) : goTo(state, view, after + 1);
}

// Entries at which a crisis pair's rung changes.
function rungChanges({ chronicle }: View): readonly number[] {
  return chronicle.pairs.flatMap(({ moves }) => moves.slice(1).map(({ entry }) => entry)).toSorted((a, b) => a - b);
}

// Entries at which a party decides.
function decisions({ chronicle }: View): readonly number[] {
  return chronicle.marks.filter(({ kind }) => kind === "decision").map(({ entry }) => entry);
}

/** To the first line of the next or last day on which something is told. */
export function jumpDay(state: AppState, view: View, direction: 1 | -1): Change {
  const { model: { scenario }, chronicle: { lines }, session: { run } } = view;
  const dayOf = (at: number): number => dayNumber(scenario, at);
  const firstOf = (day: number): number => linesUntil(lines, startOfDay(scenario, day));
  const today = dayOf(state.clock);
  if (direction === -1) {
    // To the beginning of today first, where one is past it.
    const first = firstOf(today);
    const isToday = lines[first] !== undefined && dayOf(lines[first].at) === today && lines[first].entry + 1 < state.cursor;
    const before = isToday ? lines[first] : lines[first - 1] && lines[firstOf(dayOf(lines[first - 1]!.at))];
    return goTo(state, view, before === undefined ? 1 : before.entry + 1);
  }
  const after = lines[firstOf(today + 1)];
  if (after !== undefined) return goTo(state, view, after.entry + 1);
  return goTo(state, view, view.entries.length, run.standing.kind === "open" ? [{ do: "go-through", minute: startOfDay(scenario, dayOf(run.at) + 1) }] : []);
}

// How many lines are told before a minute.
function linesUntil(lines: readonly StoryLine[], minute: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.at < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where what belongs to a line ends: where the next line of its minute begins, or with the minute. */
export function endOfLine({ chronicle, entries }: View, line: StoryLine): number {
  const next = chronicle.lines[countBefore(chronicle.lines, line.entry + 1)];
  if (next !== undefined && next.at === line.at) return next.entry;
  let [low, high] = [line.entry, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.at <= line.at) low = middle + 1;
    else high = middle;
  }
  return low;
}
