// Lists to choose from: seats and branches.

import { capital, partyName } from "../../report/words.ts";
import { closed } from "../commands.ts";
import { becomes, type Command } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { marked, row, type Row, span, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";

/** Moves the cursor of a list, closes it. */
export function listCommands(count: (state: AppState, view: View) => number): readonly Command[] {
  const move = (by: number): Command["run"] => (state, view) => {
    const { overlay } = state;
    if (!("chosen" in overlay)) throw new Error(`${overlay.kind} is no list`);
    return becomes(state, { overlay: { ...overlay, chosen: Math.max(0, Math.min(count(state, view) - 1, overlay.chosen + by)) } });
  };
  return [
    { keys: ["down", "j"], label: "down", help: "goes down the list", weight: 0, run: move(1) },
    { keys: ["up", "k"], label: "up", help: "goes up the list", weight: 0, run: move(-1) },
    { keys: ["escape", "q"], label: "back", help: "closes the list", weight: 4, run: (state) => ({ state: closed(state), effects: [] }) },
  ];
}

/** Parties that decide anything, in the scenario's order. */
export function seatsOf({ model }: View): readonly string[] {
  return model.parties.filter((_, party) => model.stancesOf[party]!.some((stance) => model.stances[stance]!.decisions.length > 0)).map(({ text }) => text);
}

/** Seats to take or leave. */
export const SEATS: OverlayPart<"seats"> = {
  title: () => "Take a seat",
  commands: [
    {
      keys: ["enter"], label: "take or leave", help: "takes the seat, or leaves the one that is taken", weight: 9,
      run: (state, view) => {
        const party = seatsOf(view)[overlayOf(state, "seats").chosen]!;
        return { state: closed(state), effects: [view.session.run.seats.has(party) ? { do: "leave-seat", party } : { do: "take-seat", party }] };
      },
    },
    ...listCommands((_, view) => seatsOf(view).length),
  ],
  rows: ({ chosen }, _, view, { width }) => [
    ...wrap("Whoever takes a seat decides for that party from here on, and sees what it perceives and no more. v opens the view of everything.", width).map((line) => row(line, "quiet")),
    row(""),
    ...seatsOf(view).map((party, i) => {
      const { scenario } = view.model;
      const taken = view.session.run.seats.has(party);
      const line: Row = [span(`${i === chosen ? "▸" : " "} `), span(taken ? "● " : "○ ", taken ? "own" : "quiet"), span(partyName(scenario, party)), span(taken ? "  taken" : "", "own")];
      return i === chosen ? marked(line) : line;
    }),
    row(""),
    ...standingText(view, seatsOf(view)[chosen], width).map((line) => row(line)),
  ],
};

// How a party stands toward others: what it is to decide about.
function standingText({ model: { scenario } }: View, party: string | undefined, width: number): readonly string[] {
  if (party === undefined) return [];
  const toward = Object.entries(scenario.parties[party]!.stances).map(([other, relation]) => `${partyName(scenario, other)} (${relation})`);
  return wrap(`${capital(partyName(scenario, party))} toward others: ${toward.join(", ")}.`, width);
}

/** Branches to go to, or to lay beside this one. */
export const BRANCHES: OverlayPart<"branches"> = {
  title: () => "Branches",
  commands: [
    {
      keys: ["enter"], label: "go there", help: "goes to the branch, as far as it was played", weight: 9,
      run: (state, view) => ({ state: { ...closed(state), asked: undefined }, effects: [{ do: "switch", branch: branchAt(state, view) }] }),
    },
    {
      keys: ["c"], label: "compare", help: "lays the branch beside this one", weight: 8,
      whyNot: (state, view) => (branchAt(state, view) === view.session.state.current ? "this is the branch that is shown" : undefined),
      run: (state, view) => becomes(state, { overlay: { kind: "compare", branch: branchAt(state, view), top: 0 } }),
    },
    ...listCommands((_, { session }) => session.state.branches.size),
  ],
  rows: ({ chosen }, _, { session }) => [...session.state.branches.values()].map(({ name, from, steps, reached }, i) => {
    const here = name === session.state.current;
    const line: Row = [span(`${i === chosen ? "▸" : " "} `), span(here ? "● " : "○ ", here ? "accent" : "quiet"), span(name.padEnd(24)), span(`${from === undefined ? "the beginning" : `from ${from}`}; ${steps.length} steps; played to event ${reached}`, "quiet")];
    return i === chosen ? marked(line) : line;
  }),
};

function branchAt(state: AppState, { session }: View): string {
  return [...session.state.branches.keys()][overlayOf(state, "branches").chosen]!;
}
