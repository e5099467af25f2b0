// What the scenario still holds, for the director: each item can be released, held, skipped or moved.

import { itemWords, scheduleWords } from "../../report/item-words.ts";
import { dateAndClock, timeIn } from "../../report/words.ts";
import { lengthText } from "../../report/written.ts";
import { closed, whyNotActing } from "../commands.ts";
import { becomes, type Command } from "../keys.ts";
import { overlayOf, type OverlayPart } from "../parts.ts";
import { fit, marked, row, type Row, span, wrap } from "../rows.ts";
import type { AppState, Change, Effect, View } from "../state.ts";
import { freed, itemsInStore, kept, movedBy, released, type Stored } from "./items-store.ts";

const HOUR = 60;
const STATE = 13;
const ID = 20;

type Doing = (view: View, item: Stored) => Effect | undefined;

/** The list with its keys. */
export const ITEMS: OverlayPart<"items"> = {
  title: () => "What the scenario still holds",
  commands: [
    { keys: ["enter"], label: "release now", help: "lets it happen now, for certain, whatever it waited for", weight: 9, whyNot: whyNotReleasing, run: doing(released) },
    {
      keys: ["h"], label: "hold", help: "keeps it back until it is released, or no longer", weight: 8,
      whyNot: (state, view) => whyNotDoing(state, view) ?? (chosenIn(state, view)!.hold !== undefined && chosenIn(state, view)!.passed ? "its time has passed; enter releases it" : undefined),
      run: doing((_, item) => (item.hold?.kind === "held" ? freed(item) : kept(item, "held"))),
    },
    {
      keys: ["x"], label: "skip", help: "lets it not happen at all, or happen again", weight: 7, whyNot: whyNotDoing,
      run: doing((_, item) => (item.hold?.kind === "skipped" ? freed(item) : kept(item, "skipped"))),
    },
    { keys: ["m"], label: "later", help: "moves it an hour later", weight: 6, whyNot: whyNotMoving, run: doing((view, item) => movedBy(view, item, HOUR)) },
    { keys: ["M"], label: "earlier", help: "moves it an hour earlier", weight: 5, whyNot: whyNotMoving, run: doing((view, item) => movedBy(view, item, -HOUR)) },
    { keys: ["]"], label: "6 h later", help: "moves it six hours later", weight: 0, whyNot: whyNotMoving, run: doing((view, item) => movedBy(view, item, 6 * HOUR)) },
    { keys: ["["], label: "6 h earlier", help: "moves it six hours earlier", weight: 0, whyNot: whyNotMoving, run: doing((view, item) => movedBy(view, item, -6 * HOUR)) },
    { keys: ["down", "j"], label: "down", help: "goes down the list", weight: 0, run: (state, view) => move(state, view, 1) },
    { keys: ["up", "k"], label: "up", help: "goes up the list", weight: 0, run: (state, view) => move(state, view, -1) },
    { keys: ["escape", "q"], label: "back", help: "closes the list", weight: 4, run: (state) => ({ state: closed(state), effects: [] }) },
  ],
  rows: (_, state, view, { width, height }) => {
    const stored = itemsInStore(view, state.cursor);
    if (stored.length === 0) return [row("Nothing is left: what happens from here on, the parties do.", "quiet")];
    const chosen = placeIn(state, stored);
    const detail = detailRows(view, stored[chosen]!, width);
    const room = Math.max(3, height - detail.length - 1);
    const from = Math.max(0, Math.min(chosen - Math.floor(room / 2), stored.length - room));
    const list = stored.slice(from, from + room).map((item, i) => fit(itemRow(view, item, from + i === chosen), width));
    return [...list, row("─".repeat(width), "quiet"), ...detail];
  },
};

function placeIn(state: AppState, stored: readonly Stored[]): number {
  const { chosen, id } = overlayOf(state, "items");
  const place = stored.findIndex(({ model: { item } }) => item.id === id);
  return place === -1 ? Math.min(chosen, stored.length - 1) : place;
}

function chosenIn(state: AppState, view: View): Stored | undefined {
  const stored = itemsInStore(view, state.cursor);
  return stored[placeIn(state, stored)];
}

function move(state: AppState, view: View, by: number): Change {
  const stored = itemsInStore(view, state.cursor);
  return becomes(state, { overlay: { kind: "items", chosen: Math.max(0, Math.min(stored.length - 1, placeIn(state, stored) + by)) } });
}

function whyNotDoing(state: AppState, view: View): string | undefined {
  return whyNotActing(state, view) ?? (chosenIn(state, view) === undefined ? "nothing is left" : undefined);
}

function whyNotReleasing(state: AppState, view: View): string | undefined {
  const why = whyNotDoing(state, view);
  if (why !== undefined) return why;
  const { model: { at, item }, hold, passed } = chosenIn(state, view)!;
  return at === view.session.run.at && item.chance === 1 && hold === undefined && !passed ? "it is due now: it happens as the run goes on" : undefined;
}

function whyNotMoving(state: AppState, view: View): string | undefined {
  const why = whyNotDoing(state, view);
  if (why !== undefined) return why;
  const { at, passed } = chosenIn(state, view)!;
  if (passed) return "its time has passed; enter releases it";
  return at === undefined ? "it waits for something and has no time; enter releases it" : undefined;
}

// The cursor of the list stays with the item, wherever that goes.
function doing(make: Doing): Command["run"] {
  return (state, view) => {
    const stored = itemsInStore(view, state.cursor);
    const place = placeIn(state, stored);
    const effect = make(view, stored[place]!);
    if (effect === undefined) return becomes(state, { notice: "the run ends before that" });
    return { state: { ...state, overlay: { kind: "items", chosen: place, id: stored[place]!.model.item.id } }, effects: [effect] };
  };
}

function itemRow({ model: { scenario } }: View, { model: { item }, at, hold, passed }: Stored, isChosen: boolean): Row {
  const when = at === undefined ? "waits" : dateAndClock(timeIn(scenario, at));
  const mark = hold?.kind ?? (item.chance < 1 ? `chance ${item.chance}` : "");
  const line: Row = [
    span(`${isChosen ? "▸" : " "} ${when.padEnd(16)}`, at === undefined || passed ? "quiet" : "plain"), span(mark.slice(0, STATE - 1).padEnd(STATE), hold === undefined ? "quiet" : "warning"),
    span(`${item.id} `.padEnd(ID), "quiet"), span(itemWords(scenario, item)),
  ];
  return isChosen ? marked(line) : line;
}

function detailRows(view: View, { model: one, at, hold, passed }: Stored, width: number): readonly Row[] {
  const { scenario, items } = view.model;
  const { item, followers } = one;
  const now = view.session.run.at;
  const due = at === undefined || at < now ? "" : at === now ? ", due now" : `, in ${lengthText(at - now)}`;
  const said = (text: string, tone: Row[number]["tone"] = "plain"): readonly Row[] => wrap(text, width).map((line) => row(line, tone));
  const column = (label: string, text: string | undefined): readonly Row[] => (text === undefined ? [] : said(`${label}: ${text}`, "quiet"));
  return [
    ...said(`${item.id}: ${itemWords(scenario, item)}.`, "heading"),
    ...said(`${scheduleWords(scenario, item)}${due}${item.chance < 1 && hold === undefined ? `; chance ${item.chance}` : ""}.`),
    ...(hold === undefined ? [] : said(hold.kind === "held" ? `It is held${passed ? ", and its time has passed" : ""}; enter releases it.` : "It is skipped; x takes that back, enter releases it.", "warning")),
    ...(item.text === undefined ? [] : said(item.text)),
    ...(followers.length === 0 ? [] : said(`After it: ${followers.map(({ item: next }) => items[next]!.item.id).join(", ")}${passed ? "; released now, it brings them once more" : hold !== undefined ? "; they come all the same" : ""}.`, passed ? "warning" : "quiet")),
    ...column("expected", item.expected), ...column("played by", item.controller), ...column("objective", item.objective), ...column("note", item.note),
  ];
}
