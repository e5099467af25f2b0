// Lists to choose from: seats and branches.

import { withArticle } from "../../report/fill.ts";
import { optionWords } from "../../report/option-words.ts";
import { capital, leafOf, partyName } from "../../report/words.ts";
import type { Branch } from "../../session/journal.ts";
import { closed } from "../commands.ts";
import { becomes, type Command } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { textRow, when } from "../panes/pane-text.ts";
import { fit, marked, row, type Row, span, wrap } from "../rows.ts";
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
  rows: ({ chosen }, _, view, { width, height }) => {
    const blocks = [...view.session.state.branches.values()].map((branch, i) => branchRows(branch, i === chosen, view, width));
    let from = 0;
    while (from < chosen && blocks.slice(from, chosen + 1).flat().length > height) from++;
    return blocks.slice(from).flat();
  },
};

function branchRows(branch: Branch, isChosen: boolean, view: View, width: number): readonly Row[] {
  const here = branch.name === view.session.state.current;
  const line: Row = [span(isChosen ? "▸ " : "  "), span(here ? "● " : "○ ", here ? "accent" : "quiet"), span(branch.name, here ? "accent" : "plain"), span(`  ${placesOf(branch, view)}`, "quiet")];
  const deeds = deedsOf(branch, view);
  return [fit(isChosen ? marked(line) : line, width), ...(deeds === "" ? [] : [[span("      "), ...textRow(deeds, width - 6)]])];
}

// Where a branch begins, and how far it was played, as people tell the time.
function placesOf({ from, forkedMinute, reachedMinute }: Branch, view: View): string {
  const begins = from === undefined ? "from the beginning" : `from ${from}${forkedMinute === undefined ? "" : `, ${when(view, forkedMinute, true)}`}`;
  if (reachedMinute === undefined) return begins;
  return `${begins}; played to ${reachedMinute >= view.model.scenario.minutes ? "its end" : when(view, reachedMinute, true)}`;
}

// What was decided and laid on it in this branch and in none that it comes from; a seat is told its own decisions.
function deedsOf({ from, steps }: Branch, { session, model: { scenario }, seat }: View): string {
  const inherited = new Set(from === undefined ? [] : session.state.branches.get(from)!.steps);
  return steps.filter((step) => !inherited.has(step)).flatMap((step) => {
    if (step.do === "answer") return seat === undefined || seat === step.by ? [`${withArticle(scenario, step.by)}: ${optionWords(scenario, leafOf(step.question.split("|")[0]!), step.option, step.by)}`] : [];
    return step.do === "seat" || seat !== undefined ? [] : [step.what];
  }).join("; ");
}

function branchAt(state: AppState, { session }: View): string {
  return [...session.state.branches.keys()][overlayOf(state, "branches").chosen]!;
}
