// The keys that work where one is, from the table that handles them; a key that cannot be used says why.

import { closed } from "../commands.ts";
import { type Keyboard, shown } from "../keys.ts";
import type { OverlayPart } from "../parts.ts";
import { row, type Row, scrolled, span, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { roomIn, scrollCommands } from "./scrolled.ts";

const KEYS = 16;

/** The help over these keyboards, each with a heading. */
export function helpOver(keyboardsOf: (state: AppState) => readonly { readonly heading: string; readonly keyboard: Keyboard }[]): OverlayPart<"help"> {
  const lines = (state: AppState, view: View): readonly Row[] => keyboardsOf(state).flatMap(({ heading, keyboard }) => [
    row(heading, "heading"),
    ...keyboard.commands.flatMap((command): readonly Row[] => {
      const why = command.whyNot?.(state, view);
      const keys = `  ${command.keys.map(shown).join(" ")}`.padEnd(KEYS);
      const wrapped = wrap(`${command.help}${why === undefined ? "" : ` (not now: ${why})`}`, roomIn(state).width - KEYS);
      return wrapped.map((line, i) => [span(i === 0 ? keys : " ".repeat(KEYS), why === undefined ? "accent" : "quiet"), span(line, why === undefined ? "plain" : "quiet")]);
    }),
    row(""),
  ]);
  return {
    title: () => "Keys that work here",
    commands: [
      ...scrollCommands((state, view) => [0, Math.max(0, lines(state, view).length - roomIn(state).height)]),
      { keys: ["escape", "?", "q"], label: "close", help: "closes the help", weight: 9, run: (state) => ({ state: closed(state), effects: [] }) },
    ],
    rows: ({ top }, state, view, { height }) => scrolled(lines(state, view), top, height),
  };
}
