// Keys and what they do: one table serves the keyboard, the footer and the help.

import { fit, type Row, span, wrap } from "./rows.ts";
import type { AppState, Change, View } from "./state.ts";

/** Something that a key does. */
export interface Command {
  /** Names of keys: one character, or a word such as `enter`, `space`, `left`, `page-down`, `ctrl-c`. The first is shown. */
  readonly keys: readonly string[];
  /** What the footer calls it, in a word or two. */
  readonly label: string;
  /** What the help says, as a sentence without its subject. */
  readonly help: string;
  /** Why it cannot be done now; undefined where it can. */
  readonly whyNot?: (state: AppState, view: View) => string | undefined;
  readonly run: (state: AppState, view: View, key: string) => Change;
  /** How much it wants to be in the footer; 0 keeps it out. */
  readonly weight: number;
}

/** What takes the keys: its commands, and what characters do that are no command. */
export interface Keyboard {
  readonly commands: readonly Command[];
  /** Takes typed text; undefined where nothing is typed here. */
  readonly typed?: ((state: AppState, view: View, text: string) => Change) | undefined;
}

/** A change of the state alone. */
export function becomes(state: AppState, change: Partial<AppState>): Change {
  return { state: { ...state, ...change }, effects: [] };
}

/** What one key does on these keyboards, the first that knows it; with nothing done where none does. */
export function press(state: AppState, view: View, keyboards: readonly Keyboard[], key: string): Change {
  const quiet = state.notice === undefined ? state : { ...state, notice: undefined };
  for (const { commands, typed } of keyboards) {
    const command = commands.find(({ keys }) => keys.includes(key));
    if (command !== undefined) {
      const why = command.whyNot?.(quiet, view);
      return why === undefined ? command.run(quiet, view, key) : becomes(quiet, { notice: `${shown(key)}: ${why}` });
    }
    const text = key === "space" ? " " : key;
    if (typed !== undefined && [...text].length === 1) return typed(quiet, view, text);
  }
  return { state: quiet, effects: [] };
}

/** At most so many commands for the footer, the weightiest that can be done now. */
export function footerOf(state: AppState, view: View, keyboards: readonly Keyboard[], most: number): readonly Command[] {
  const live = keyboards.flatMap(({ commands }) => commands).filter(({ weight, whyNot }) => weight > 0 && whyNot?.(state, view) === undefined);
  const chosen = new Set(live.toSorted((a, b) => b.weight - a.weight).slice(0, most));
  return live.filter((command) => chosen.has(command));
}

/** How a key is written on the screen. */
export function shown(key: string): string {
  return SHOWN[key] ?? (/^[A-Z]$/.test(key) ? `shift-${key.toLowerCase()}` : key);
}

const SHOWN: Readonly<Record<string, string>> = {
  "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "enter", "escape": "esc", "page-up": "pgup", "page-down": "pgdn", "shift-tab": "shift-tab",
};

/** The keys of one input as Ink gives it: it hands over fast typing and pastes in one piece, so each character is a key. */
export function keysOf(input: string, key: Readonly<Partial<Record<string, boolean>>>): readonly string[] {
  for (const [flag, name] of FLAGS) if (key[flag] === true) return [name === "tab" && key["shift"] === true ? "shift-tab" : name];
  if (key["ctrl"] === true) return [`ctrl-${input}`];
  // Escape and a key right after it look like that key with Alt.
  if (key["meta"] === true && input !== "") return ["escape", ...keysOf(input, {})];
  return [...input].flatMap((character) => TYPED[character] ?? (character < " " ? [] : [character]));
}

// Characters that are keys of another name, where they come in one piece with others.
const TYPED: Readonly<Record<string, readonly string[]>> = { " ": ["space"], "\r": ["enter"], "\n": ["enter"], "\t": ["tab"], "\u007F": ["backspace"] };

const FLAGS: readonly (readonly [string, string])[] = [
  ["upArrow", "up"], ["downArrow", "down"], ["leftArrow", "left"], ["rightArrow", "right"], ["pageUp", "page-up"], ["pageDown", "page-down"],
  ["home", "home"], ["end", "end"], ["return", "enter"], ["escape", "escape"], ["tab", "tab"], ["backspace", "backspace"], ["delete", "backspace"],
];

/** Rows of a notice at most: more than any sentence of the program takes. */
const MOST_OF_A_NOTICE = 12;

/** The end of the screen: what is to be said, in as many rows as that takes, or else keys and what they do. */
export function footOf(notice: string | undefined, keys: readonly (readonly [string, string])[], width: number): readonly Row[] {
  if (notice === undefined) return [fit(keys.flatMap(([key, label]) => [span(` ${key} `, "accent"), span(`${label} `)]), width)];
  return wrap(notice, width - 2).slice(0, MOST_OF_A_NOTICE).map((line) => fit([span(" "), span(line, "warning")], width));
}
