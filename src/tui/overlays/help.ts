// The keys that work where one is, from the table that handles them; a key that cannot be used says why.

import { closed } from "../commands.ts";
import { becomes, type Command, type Keyboard, shown } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { row, type Row, span } from "../rows.ts";
import type { AppState, View } from "../state.ts";

/** The help over these keyboards, each with a heading. */
export function helpOver(keyboardsOf: (state: AppState) => readonly { readonly heading: string; readonly keyboard: Keyboard }[]): OverlayPart<"help"> {
  const lines = (state: AppState, view: View): readonly Row[] => keyboardsOf(state).flatMap(({ heading, keyboard }) => [
    row(heading, "heading"),
    ...keyboard.commands.map((command): Row => {
      const why = command.whyNot?.(state, view);
      const keys = command.keys.map(shown).join(" ").padEnd(14);
      return [span(`  ${keys}`, why === undefined ? "accent" : "quiet"), span(command.help, why === undefined ? "plain" : "quiet"), ...(why === undefined ? [] : [span(`  (not now: ${why})`, "quiet")])];
    }),
    row(""),
  ]);
  const scroll = (by: number): Command["run"] => (state, view) => {
    const overlay = overlayOf(state, "help");
    const last = Math.max(0, lines(state, view).length - (state.rows - 4));
    return becomes(state, { overlay: { ...overlay, top: Math.max(0, Math.min(last, overlay.top + by)) } });
  };
  return {
    title: () => "Keys that work here",
    commands: [
      { keys: ["down", "j"], label: "down", help: "scrolls down", weight: 3, run: scroll(1) },
      { keys: ["up", "k"], label: "up", help: "scrolls up", weight: 2, run: scroll(-1) },
      { keys: ["page-down", "space"], label: "page", help: "scrolls a page", weight: 1, run: scroll(10) },
      { keys: ["page-up"], label: "page up", help: "scrolls a page back", weight: 0, run: scroll(-10) },
      { keys: ["escape", "?", "q"], label: "close", help: "closes the help", weight: 9, run: (state) => ({ state: closed(state), effects: [] }) },
    ],
    rows: ({ top }, state, view, { height }) => {
      const all = lines(state, view);
      return all.slice(Math.min(top, Math.max(0, all.length - height)));
    },
  };
}
