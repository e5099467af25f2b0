import { describe, expect, test } from "vitest";
import { chartStates } from "../../src/kernel/chart.ts";
import { PERCEPT_NAMES } from "../../src/parties/percepts.ts";
import { shortTextOf } from "../../src/report/entry-text.ts";
import { Session } from "../../src/session/session.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { Chronicle } from "../../src/tui/chronicle.ts";
import { DETAIL } from "../../src/tui/panes/detail.ts";
import { DISTANCE } from "../../src/tui/panes/distance.ts";
import { Desk } from "../../src/tui/desk.ts";
import { header } from "../../src/tui/header.ts";
import { LINE } from "../../src/tui/panes/line.ts";
import { MAP } from "../../src/tui/panes/map.ts";
import { TIMELINE } from "../../src/tui/panes/timeline.ts";
import { press } from "../../src/tui/keys.ts";
import type { PanePart } from "../../src/tui/parts.ts";
import { shownOf } from "../../src/tui/scrolling.ts";
import { textOf, widthOf } from "../../src/tui/rows.ts";
import { type AppState, startingState, type View } from "../../src/tui/state.ts";
import { keyed } from "../../src/tui/update.ts";
import { frame } from "../../src/tui/frame.ts";
import { goTo } from "../../src/tui/travel.ts";
import { loadShipped } from "../bench/shipped.ts";

const PANES: Readonly<Record<string, PanePart>> = { line: LINE, detail: DETAIL, timeline: TIMELINE, distance: DISTANCE, map: MAP };
const RUNS = ["tutorial", "line-down", "dgmo-hotline", "liaison-office", "unowned-drone"] as const;
const SIZES = [[24, 6], [24, 1], [30, 40], [40, 12], [54, 20], [60, 8], [79, 23], [100, 30], [150, 9], [200, 50]] as const;
const BIG = { width: 120, height: 50 };

const models = new Map<string, Model>();
const modelOf = (name: string): Model => models.get(name) ?? models.set(name, compileModel(loadShipped(name))).get(name)!;

/** A run of a shipped scenario, played through a minute, seen from a seat or by whoever directs. */
function viewOf(name: string, seat?: string, through = Number.POSITIVE_INFINITY, seed = modelOf(name).scenario.seed): View {
  const model = modelOf(name);
  const session = new Session(model, seed, () => { throw new Error("nothing is amended here"); });
  session.go({ through: Math.min(through, model.scenario.minutes) });
  return viewOn(session, seat);
}

function viewOn(session: Session, seat?: string): View {
  const { model, entries } = session.run;
  const chronicle = new Chronicle(model, entries, seat);
  chronicle.take(entries, true);
  return { session, model, entries, chronicle, seat, readOnly: false };
}

const at = (view: View, cursor: number, columns = 140): AppState => goTo(startingState(columns, 50), view, cursor).state;
const plain = (pane: PanePart, state: AppState, view: View, size = BIG): readonly string[] => shownOf(pane, state, view, size, true).map(textOf);
const shown = (pane: PanePart, state: AppState, view: View, size = BIG): string => plain(pane, state, view, size).join("\n");
const cursorsOf = ({ entries }: View, count: number): readonly number[] => Array.from({ length: count }, (_, i) => 1 + Math.round(((entries.length - 1) * i) / (count - 1)));
const firstEnd = (name: string): string => Object.values(modelOf(name).scenario.channels)[0]!.between[0];
const find = <K extends Entry["kind"]>({ entries }: View, kind: K, fits: (entry: EntryOf<K>) => boolean): EntryOf<K> => entries.find((entry): entry is EntryOf<K> => entry.kind === kind && fits(entry as EntryOf<K>))!;

describe.each(RUNS)("panes over %s", (name) => {
  test.each(Object.keys(PANES))("rowsOfThePaneFitIt: %s", (pane) => {
    for (const seat of [undefined, firstEnd(name)]) {
      const view = viewOf(name, seat);
      for (const cursor of cursorsOf(view, 7)) {
        for (const columns of [100, 140]) {
          for (const [width, height] of SIZES) {
            const rows = plain(PANES[pane]!, at(view, cursor, columns), view, { width, height });
            expect(rows.length, `${width}x${height}`).toBeLessThanOrEqual(height);
            expect(rows.length, `${width}x${height}`).toBeGreaterThan(0);
            for (const text of rows) expect(widthOf(text), `${width}x${height}: ${text}`).toBeLessThanOrEqual(width);
          }
        }
      }
    }
  });

  test("nothingNotYetShownLeaks", () => {
    const { minutes } = modelOf(name).scenario;
    for (const seat of [undefined, firstEnd(name)]) {
      const whole = viewOf(name, seat);
      for (const share of [0, 0.2, 0.45, 0.7, 0.9]) {
        const stopped = viewOf(name, seat, Math.floor(minutes * share));
        const cursor = stopped.entries.length;
        const now = at(stopped, cursor);
        // How far time has come without anything happening is known where the run stands, and not from its entries.
        const then = { ...at(whole, cursor), clock: now.clock };
        for (const [pane, part] of Object.entries(PANES)) {
          expect(part.rows(then, whole, BIG), `${pane} at ${cursor}`).toEqual(part.rows(now, stopped, BIG));
          expect(part.title(then, whole)).toEqual(part.title(now, stopped));
        }
      }
    }
  });

  test("aSeatSeesNoOtherMind", () => {
    const seat = firstEnd(name);
    const view = viewOf(name, seat);
    const { model } = view;
    const statesOf = (isOwn: boolean): ReadonlySet<string> => new Set(model.stances.filter(({ party }) => (model.parties[party]!.text === seat) === isOwn).flatMap(({ chart }) => chartStates(chart.description).map(({ path }) => path.slice(path.lastIndexOf(".") + 1))));
    const own = statesOf(true);
    // A name of one word may be said by anybody.
    const others = [...statesOf(false)].filter((state) => !own.has(state) && state.includes("-")).map((state) => state.replaceAll("-", " "));
    const everything = view.entries.map(({ number }) => shown(DETAIL, { ...at(view, view.entries.length), selected: number }, view)).join("\n")
      + Object.values(PANES).map((pane) => cursorsOf(view, 9).map((cursor) => shown(pane, at(view, cursor), view)).join("\n")).join("\n");
    expect(others.filter((state) => everything.includes(`: ${state},`) || everything.includes(`, ${state},`))).toEqual([]);
    expect(everything).not.toMatch(/In truth|milder than|graver than/);
    const hidden = view.entries.filter(({ kind, who }) => (kind === "stance" || kind === "decision" || kind === "perceived") && who !== seat);
    for (const { number } of hidden) expect(plain(DETAIL, { ...at(view, view.entries.length), selected: number }, view)).toEqual(["Something not known from here."]);
  });
});

describe("any entry in one sentence", () => {
  test.each([...RUNS, "at-tanf-2017"])("%s has none that is not told", (name) => {
    const view = viewOf(name);
    for (const entry of view.entries) {
      const text = shortTextOf(entry, view.model.scenario);
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/undefined|[{}[\]]|[a-z]\.[a-z]|takes? note|somebody unknown toward/);
    }
  });

  test.each(PERCEPT_NAMES)("a party that perceives %s has words for it", (percept) => {
    const { scenario } = modelOf("tutorial");
    const [who, whom] = Object.keys(scenario.parties);
    const entry: Entry = { number: 1, id: "", at: 0, who, whom, root: "run", n: 0, cause: 0, kind: "perceived", percept, source: "sight", truth: whom, misattributed: false, shift: 0 };
    expect(shortTextOf(entry, scenario)).not.toMatch(/takes? note|[{}[\]]/);
  });
});

describe("the line", () => {
  test("a line that is down says so, and what waited too long has lapsed", () => {
    const view = viewOf("line-down");
    const text = shown(LINE, at(view, view.entries.length), view);
    expect(text).toContain("declared suspended, closed in practice");
    expect(text).toMatch(/CALL OVERDUE by \d+ d/);
    expect(text).toContain(": lapsed, never said");
    expect(text).toMatch(/due call: never made/);
  });

  test("each message is one row, with the newest word on it", () => {
    const view = viewOf("tutorial");
    const messages = view.chronicle.seen.filter((entry) => entry.kind === "message" && entry.line !== undefined && (entry.stage === "waiting" || entry.stage === "passed-on"));
    const calls = view.chronicle.seen.filter((entry) => entry.kind === "call" || entry.kind === "tier");
    const text = plain(LINE, at(view, view.entries.length), view, { width: 120, height: 400 });
    const transcript = text.filter((line) => /^\d+ \w+ \d\d:\d\d /.test(line));
    expect(transcript.length).toBeGreaterThanOrEqual(messages.length);
    expect(transcript.length).toBeLessThanOrEqual(messages.length + calls.length);
  });

  test("a message is waiting until it is said, and then delivered", () => {
    const view = viewOf("tutorial");
    const said = find(view, "message", ({ stage, line }) => stage === "delivered" && line !== undefined);
    const before = plain(LINE, at(view, said.number), view);
    const after = plain(LINE, at(view, said.number + 1), view);
    expect(after.filter((line) => line.includes(": delivered")).length).toBe(before.filter((line) => line.includes(": delivered")).length + 1);
    expect(after.filter((line) => line.includes(": waiting")).length).toBe(before.filter((line) => line.includes(": waiting")).length - 1);
  });

  test("a seat that is no end of any line sees none", () => {
    const view = viewOf("at-tanf-2017", "militia");
    expect(shown(LINE, at(view, view.entries.length), view)).toBe("No line is known from here.");
  });

  test("a seat knows its own trust and not the other's", () => {
    const view = viewOf("at-tanf-2017", "russia");
    const text = shown(LINE, at(view, view.entries.length), view);
    expect(text).toContain("trust of Russia in the coalition");
    expect(text).not.toContain("trust of the coalition");
  });
});

describe("long names", () => {
  test("give way on the line to the short ones of the file, so that what was said and its fate stay whole", () => {
    const view = viewOf("dgmo-hotline", undefined, 5 * 1440);
    const rows = plain(LINE, at(view, view.entries.length, 80), view, { width: 80, height: 40 });
    const told = rows.filter((line) => /^\d+ May \d\d:\d\d /.test(line));
    expect(told.length).toBeGreaterThan(5);
    for (const line of told) expect(line).toMatch(/ {2}(?:india → pakistan|pakistan → india) {2}[^:]+: (?:taken|delivered|waiting|[a-z ]+[a-z])(?:[,;].*[a-z])?$/);
    expect(told.every((line) => widthOf(line) <= 80)).toBe(true);
  });

  test("of two lines stand apart in the header", () => {
    const view = viewOf("tutorial", undefined, 60);
    expect(textOf(header(at(view, view.entries.length), view))).toContain("the morning line: open · the council room: unstated, in use");
  });

  test("of a branch are shortened in the header with an ellipsis", () => {
    const name = "a branch with quite a long name for a header of eighty columns";
    const model = modelOf("first-strike");
    const session = new Session(model, model.scenario.seed, () => { throw new Error("nothing is amended here"); });
    session.go({ by: 20 });
    session.fork(5, name);
    const desk = new Desk(session);
    expect(textOf(header(at(desk.view, 5, 80), desk.view))).toMatch(/ on a branch with .*…$/);
  });
});

describe("the detail", () => {
  test("c goes back to the root, each step to the entry that is the cause", () => {
    const view = viewOf("tutorial");
    let state: AppState = { ...at(view, view.entries.length), pane: "detail", selected: view.entries.findLast(({ kind }) => kind === "act")!.number };
    for (let { cause } = view.entries[state.selected!]!; cause !== undefined; cause = view.entries[cause]!.cause) {
      state = press(state, view, [DETAIL], "c").state;
      expect(state.selected).toBe(cause);
    }
    expect(press(state, view, [DETAIL], "c").state.notice).toContain("nothing known from here");
  });

  test("m and r reach everything that an entry led to, and c comes back", () => {
    const view = viewOf("tutorial");
    const parent = find(view, "act", ({ number }) => view.entries.filter(({ cause }) => cause === number).length > 2);
    const effects = view.entries.filter(({ cause }) => cause === parent.number).map(({ number }) => number);
    let state = press({ ...at(view, view.entries.length), selected: parent.number }, view, [DETAIL], "m").state;
    const reached = effects.map(() => {
      const here = state.selected;
      state = press(state, view, [DETAIL], "r").state;
      return here;
    });
    expect(reached).toEqual(effects);
    expect(press(state, view, [DETAIL], "c").state.selected).toBe(parent.number);
  });

  test("whoever directs sees the truth beside the belief, a seat does not", () => {
    const isWrong = ({ misattributed, source }: EntryOf<"perceived">): boolean => misattributed && source === "sight";
    const seed = [1, 2, 3, 4, 5, 6, 7, 8].find((one) => find(viewOf("tutorial", undefined, undefined, one), "perceived", isWrong) !== undefined);
    const view = viewOf("tutorial", undefined, undefined, seed);
    const wrong = find(view, "perceived", isWrong);
    expect(shown(DETAIL, { ...at(view, view.entries.length), selected: wrong.number }, view)).toMatch(/Believed: by .*In truth: by/);
    const seated = viewOf("tutorial", wrong.who, undefined, seed);
    const text = shown(DETAIL, { ...at(seated, seated.entries.length), selected: wrong.number }, seated);
    expect(text).not.toContain("truth");
    expect(text).toContain("something not known from here");
  });

  test("an act has its code and its value", () => {
    const view = viewOf("tutorial");
    const act = find(view, "act", () => true);
    expect(shown(DETAIL, { ...at(view, view.entries.length), selected: act.number }, view)).toMatch(/CAMEO \d{3,4}, Goldstein [+−]?\d+\.\d/);
  });

  test("on a small pane every part still has a row", () => {
    const view = viewOf("at-tanf-2017");
    const text = shown(DETAIL, at(view, 600), view, { width: 24, height: 6 });
    expect(text).toContain("because of");
    expect(text).toContain("led to");
  });
});

describe("the timeline", () => {
  test("marks stand in the row of their kind, and what was not played is dotted", () => {
    const view = viewOf("at-tanf-2017");
    const rows = plain(TIMELINE, at(view, Math.floor(view.entries.length / 2)), view, { width: 100, height: 10 });
    const rowOf = (label: string): string => rows.find((text) => text.startsWith(label))!.slice(10);
    expect(rowOf("time")).toMatch(/^─+▲┄+$/);
    expect(rowOf("! force")).toMatch(/![^!]*│?·+$/);
    for (const label of ["! force", "T threats", "x no call", "? decided", "+ items"]) expect(rowOf(label).replaceAll(/[ ·│]/g, "").replaceAll(label[0]!, "")).toBe("");
  });

  test("a branch stands under the place where it leaves", () => {
    const { session } = viewOf("tutorial");
    const fork = session.run.entries.findLast(({ kind }) => kind === "act")!;
    session.fork(fork.number, "otherwise");
    session.go({ through: modelOf("tutorial").scenario.minutes });
    const view = viewOn(session);
    const rows = plain(TIMELINE, at(view, fork.number), view, { width: 120, height: 12 });
    const branch = rows.find((text) => text.includes("otherwise, from main"))!;
    const here = rows.find((text) => text.startsWith("time"))!.indexOf("▲");
    expect(Math.abs(Math.max(branch.indexOf("└"), branch.indexOf("┘")) - here)).toBeLessThanOrEqual(1);
  });
});

describe("distance and map", () => {
  const view = viewOf("unowned-drone");
  const seen = view.chronicle.sightings.at(-1)!;
  const state = at(view, seen.entry + 1);

  test("a sighting is a span of kilometres, and its words say about", () => {
    const rows = plain(DISTANCE, state, view, { width: 80, height: 12 });
    expect(rows[0]).toMatch(/^◆.*░a░/);
    expect(rows.join("\n")).toMatch(new RegExp(`^a about ${seen.km} km, ±[36]: `, "m"));
  });

  test("nobody seen is said, and not left blank", () => {
    expect(shown(DISTANCE, at(view, 1), view)).toContain("Nobody seen at a distance");
  });

  test("the map has places, a scale, and arcs that are told in words", () => {
    const text = shown(MAP, state, view);
    for (const name of ["At Tanf garrison", "Zaza junction", "Damascus"]) expect(text).toContain(name);
    expect(text).toMatch(/├─+┤ \d+ km/);
    expect(text).toMatch(/[\u2801-\u28FF]{2}/);
    expect(text).toContain(`a about ${seen.km} km`);
  });

  test("on a narrow terminal the map says in one line what it needs", () => {
    expect(plain(MAP, at(view, 5, 100), view)).toEqual(["The map needs a terminal of 120 columns or more; this one has 100."]);
  });
});

describe("scrolling", () => {
  const view = viewOf("at-tanf-2017");
  const pressed = (state: AppState, ...keys: readonly string[]): AppState => keys.reduce((now, key) => keyed(now, view, key).state, state);
  const rowsOf = (state: AppState): readonly string[] => frame(state, view).slice(2, -1).map(textOf).map((text) => text.trimEnd());
  const end = goTo(startingState(80, 24), view, view.entries.length).state;
  // The end of the longest chain of causes.
  const deep = view.entries.reduce<{ readonly number: number; readonly depth: number }[]>((all, { number, cause }) => [...all, { number, depth: cause === undefined ? 0 : all[cause]!.depth + 1 }], []).toSorted((a, b) => b.depth - a.depth)[0]!.number;
  const detail: AppState = { ...end, pane: "detail", selected: deep };

  test("shows every row of a long detail, a page at a time or a row at a time, and says how much lies above and below", () => {
    const all = DETAIL.rows(detail, view, { width: 80, height: 21 }).map(textOf).map((text) => text.trimEnd());
    expect(all.length).toBeGreaterThan(30);
    expect(rowsOf(detail).at(-1)).toBe(`↓ ${all.length - 20} more`);
    for (const keys of [["page-down"], ["J", "J", "J"]]) {
      const seen = new Set(rowsOf(detail));
      let state = detail;
      for (let i = 0; i < all.length; i++) for (const line of rowsOf(state = pressed(state, ...keys))) seen.add(line);
      expect(all.filter((line) => !seen.has(line))).toEqual([]);
      expect(rowsOf(state)[0]).toBe(`↑ ${all.length - 20} more`);
      expect(rowsOf(pressed(state, ...Array.from({ length: all.length }, () => "page-up")))).toEqual(rowsOf(detail));
    }
  });

  test("goes back from the newest on the line to the oldest", () => {
    const line: AppState = { ...end, pane: "line" };
    const back = pressed(line, "page-up");
    expect(rowsOf(back).at(-1)).toMatch(/^↓ \d+ later/);
    const oldest = rowsOf(pressed(line, ...Array.from({ length: 40 }, () => "page-up"))).join("\n");
    expect(oldest).toContain("18 May");
    expect(rowsOf(pressed(back, "page-down"))).toEqual(rowsOf(line));
  });

  test("begins anew with another pane and with another entry", () => {
    const state = pressed(detail, "page-down");
    expect([state.top > 0, pressed(state, "tab").top, pressed(state, "k").top]).toEqual([true, 0, 0]);
  });

  test("is among the live keys where there is more, and says why not where there is not", () => {
    expect(textOf(frame(detail, view).at(-1)!)).toContain("pgdn page");
    expect(pressed({ ...end, pane: "ladder", zoomed: true }, "page-down").notice).toBe("pgdn: all of this pane is on the screen");
    expect(frame(pressed({ ...detail, columns: 120, rows: 50 }, "?"), view).map(textOf).join("\n")).toMatch(/pgdn +scrolls the pane a page down/);
  });
});
