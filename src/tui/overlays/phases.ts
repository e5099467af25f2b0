// The phases of an exercise: started, held, gone on with, ended. Time stands while the list is open.

import { PHASES, whyNotPhase } from "../../session/phases.ts";
import { dateAndClock, timeIn } from "../../report/words.ts";
import { closed } from "../commands.ts";
import { becomes } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { PHASE_WORDS } from "../phase-words.ts";
import { marked, row, type Row, span, wrap } from "../rows.ts";
import type { View } from "../state.ts";
import { listCommands } from "./lists.ts";

const NAME = 12;

/** What can be declared now, what each does, and what has been declared so far. */
export const PHASE_LIST: OverlayPart<"phases"> = {
  title: () => "The exercise",
  commands: [
    {
      keys: ["enter"], label: "declare", help: "declares it, for everybody who follows the session", weight: 9,
      whyNot: (_, view) => (openPhases(view).length === 0 ? "the exercise is over" : undefined),
      run: (state, view) => {
        const overlay = overlayOf(state, "phases");
        const phase = openPhases(view)[overlay.chosen]!;
        if (phase === "endex" && !overlay.askedTwice) return becomes(state, { overlay: { ...overlay, askedTwice: true } });
        return { state: { ...closed(state), playing: phase === "startex" || phase === "resume" }, effects: [{ do: "phase", phase }] };
      },
    },
    ...listCommands((_, view) => openPhases(view).length),
  ],
  rows: ({ chosen, askedTwice }, _, view, { width }) => {
    const { model: { scenario }, session: { phases } } = view;
    const open = openPhases(view);
    return [
      ...open.flatMap((phase, i): readonly Row[] => wrap(PHASE_WORDS[phase].does, width - NAME).map((line, l): Row => {
        const shown: Row = [span((l === 0 ? `${i === chosen ? "▸" : " "} ${PHASE_WORDS[phase].name}` : "").padEnd(NAME), "accent"), span(line)];
        return i === chosen ? marked(shown) : shown;
      })),
      ...(open.length === 0 ? wrap("The exercise is over. f begins a branch from an earlier line, and n still notes.", width).map((line) => row(line, "quiet")) : []),
      row(""),
      ...(askedTwice && open[chosen] === "endex" ? [row("Nothing takes ENDEX back. enter once more ends the exercise.", "warning"), row("")] : []),
      ...phases.map(({ phase, at }) => row(`${dateAndClock(timeIn(scenario, at)).padEnd(NAME)} ${PHASE_WORDS[phase].name}`, "quiet")),
    ];
  },
};

function openPhases({ session: { phases } }: View): readonly (typeof PHASES)[number][] {
  return PHASES.filter((phase) => whyNotPhase(phases, phase) === undefined);
}
