// The first screen: one scenario with two sentences on it, and the others behind a key.

import { footOf } from "./keys.ts";
import { fit, fitRows, marked, row, type Row, span, titled, widthOf, wrap } from "./rows.ts";
import { oneLine } from "./typing.ts";

/** Something that can be opened: a scenario, or a session to go on with. */
export interface Openable { readonly kind: "scenario" | "session"; readonly name: string; readonly title: string; readonly summary: string; readonly path: string; }

/** What the first screen remembers. */
export interface StartState {
  readonly columns: number;
  readonly rows: number;
  readonly items: readonly Openable[];
  /** The list is open, and typing filters it. */
  readonly listed: boolean;
  readonly filter: string;
  readonly chosen: number;
  readonly notice: string | undefined;
  /** What was refused last, by its path: asked for once more, it is opened as far as it goes. */
  readonly refused: string | undefined;
}

/** What a key on the first screen does. */
export interface StartChange { readonly state: StartState; readonly effect: { readonly do: "open"; readonly item: Openable; readonly seat: boolean } | { readonly do: "list" } | { readonly do: "quit" } | undefined; }

/** The first screen over what there is, the first of it selected. */
export function startScreen(items: readonly Openable[], columns: number, rows: number): StartState {
  return { columns, rows, items, listed: false, filter: "", chosen: 0, notice: undefined, refused: undefined };
}

/** What passes the filter: words in any order, in the name, the title or the summary. */
export function filtered({ items, filter }: StartState): readonly Openable[] {
  const words = filter.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return items.filter(({ name, title, summary, kind }) => words.every((word) => `${name} ${title} ${summary} ${kind}`.toLowerCase().includes(word)));
}

/** A key on the first screen. */
export function startKeyed(state: StartState, key: string): StartChange {
  const becomes = (change: Partial<StartState>): StartChange => ({ state: { ...state, notice: undefined, ...change }, effect: undefined });
  const opened = (item: Openable | undefined, seat: boolean): StartChange => (item === undefined ? becomes({ notice: "nothing is selected" }) : { state, effect: { do: "open", item, seat } });
  if (key === "ctrl-c") return { state, effect: { do: "quit" } };
  if (!state.listed) {
    switch (key) {
      case "enter": return opened(state.items[0], false);
      case "s": return opened(state.items[0], true);
      case "/": return { ...becomes({ listed: true, filter: "", chosen: 0 }), effect: { do: "list" } };
      case "q": case "escape": return { state, effect: { do: "quit" } };
      default: return becomes({});
    }
  }
  const found = filtered(state);
  switch (key) {
    case "enter": return opened(found[state.chosen], false);
    case "tab": return opened(found[state.chosen], true);
    case "escape": return becomes({ listed: false, filter: "", chosen: 0 });
    case "down": return becomes({ chosen: Math.min(found.length - 1, state.chosen + 1) });
    case "up": return becomes({ chosen: Math.max(0, state.chosen - 1) });
    case "backspace": return becomes({ filter: [...state.filter].slice(0, -1).join(""), chosen: 0 });
    default: {
      const text = key === "space" ? " " : key;
      return [...text].length === 1 ? becomes({ filter: state.filter + text, chosen: 0 }) : becomes({});
    }
  }
}

/** Pasted text filters the list, where it is open. */
export function startPasted(state: StartState, text: string): StartState {
  return state.listed ? { ...state, filter: state.filter + oneLine(text), chosen: 0 } : state;
}

/** The first screen as rows. */
export function startFrame(state: StartState): readonly Row[] {
  const { columns, rows, notice, listed } = state;
  const size = { width: columns, height: rows - 1 };
  const keys = listed
    ? [["enter", "watch, or go on"], ["tab", "take a seat"], ["↑ ↓", "choose"], ["esc", "back"]] as const
    : [["enter", "watch"], ["s", "take a seat"], ["/", "others"], ["q", "quit"]] as const;
  const foot = footOf(notice, keys, columns);
  return [...fitRows(listed ? list(state) : welcome(state), size).slice(0, size.height + 1 - foot.length), ...foot];
}

function welcome({ items: [first], columns }: StartState): readonly Row[] {
  const width = Math.min(76, columns - 4);
  if (first === undefined) return [titled("deconflict", columns, true), row(""), row("  No scenario came with the program.")];
  return indented([
    titled("deconflict", width, true), row(""),
    ...wrap("A simulated hotline between militaries that must not collide. Nothing here is a record of what happened: every course follows from declared assumptions.", width).map((line) => row(line, "quiet")),
    row(""), row(first.title, "heading"), row(""), ...wrap(first.summary, width).map((line) => row(line)), row(""),
    [span("enter  ", "accent"), span("watch it, a line at a time or playing")],
    [span("s      ", "accent"), span("take one party's seat and decide for it")],
    [span("/      ", "accent"), span("other scenarios, and sessions to go on with")],
  ]);
}

function list(state: StartState): readonly Row[] {
  const { columns, rows, filter, chosen } = state;
  const width = columns - 4;
  const found = filtered(state);
  const room = Math.max(1, rows - 12);
  const top = Math.max(0, Math.min(chosen - Math.floor(room / 2), found.length - room));
  const names = Math.min(32, Math.max(12, ...found.map(({ name }) => widthOf(name))));
  const selected = found[chosen];
  return indented([
    titled("Scenarios and sessions", width, true),
    [span("filter: ", "quiet"), span(`${filter}▏`)], row(""),
    ...(found.length === 0 ? [row("nothing of that name", "quiet")] : []),
    ...found.slice(top, top + room).map(({ kind, name, title }, i): Row => {
      const line: Row = [span(kind === "session" ? "session  " : "scenario ", "quiet"), span(`${name.slice(0, names).padEnd(names)} `, "accent"), span(title)];
      return top + i === chosen ? marked(fit(line, width)) : line;
    }),
    row(""), ...(selected === undefined ? [] : wrap(selected.summary, width).map((line) => row(line, "quiet"))),
  ]);
}

function indented(lines: readonly Row[]): readonly Row[] {
  return [row(""), ...lines.map((line): Row => [span("  "), ...line])];
}
