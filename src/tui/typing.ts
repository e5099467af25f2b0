// The keys of a line that is being typed, wherever that is.

import type { Command } from "./keys.ts";
import type { AppState, Change, View } from "./state.ts";

/** The longest text that is pasted at once, in characters: far more than a note has. */
const LONGEST_PASTE = 4000;

/** A pasted text as one line, without what is no character. */
export function oneLine(text: string): string {
  return [...text.replaceAll(/\s+/gu, " ").replaceAll(/\p{Control}/gu, "")].slice(0, LONGEST_PASTE).join("");
}

/** Keys that take back a character, a word, or all of what `write` changes. */
export function editingKeys(write: (state: AppState, view: View, change: (text: string) => string) => Change, whyNot?: Command["whyNot"]): readonly Command[] {
  const key = (name: string, label: string, help: string, change: (text: string) => string): Command => ({
    keys: [name], label, help, weight: 0, ...(whyNot && { whyNot }), run: (state, view) => write(state, view, change),
  });
  return [
    key("backspace", "rub out", "takes the last character back", (text) => [...text].slice(0, -1).join("")),
    key("ctrl-w", "word", "takes the last word back", (text) => text.replace(/\S*\s*$/u, "")),
    key("ctrl-u", "clear", "takes everything back", () => ""),
  ];
}
