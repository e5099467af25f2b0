// What lies over the panes for whoever plays: the decision paper, belief and truth, two branches.
import { describe, expect, test } from "vitest";
import { beliefsOf } from "../../src/report/beliefs.ts";
import { seenFrom } from "../../src/report/seat.ts";
import { dateAndClock, rungText, timeIn } from "../../src/report/words.ts";
import { lengthText } from "../../src/report/written.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { paperOf, questionOf } from "../../src/tui/overlays/decision-rows.ts";
import { firstDifference } from "../../src/tui/overlays/compare-columns.ts";
import { frame } from "../../src/tui/frame.ts";
import { textOf, widthOf } from "../../src/tui/rows.ts";
import { shipped, Sitting } from "./overlays-sitting.ts";

const TANF = "at-tanf-2017";
/** The first seed from 1200 on under which the coalition decides about force, with what it decides before left to its doctrine. */
const deciding = (options: ConstructorParameters<typeof Sitting>[1] = {}): Sitting => {
  for (let seed = 1200; ; seed++) {
    const sitting = new Sitting(TANF, { seed, seat: "coalition", ...options });
    while (sitting.toDecision()) {
      if (questionOf(sitting.view)!.name.text !== "garrison.use-of-force") { sitting.press("l"); continue; }
      sitting.effects.length = 0;
      return sitting;
    }
  }
};
/** What somebody got wrong, by an entry. */
const mistakeOf = (entry: Entry): string | undefined => {
  if (entry.kind === "unseen" || entry.kind === "unattributed") return entry.kind;
  if (entry.kind !== "perceived") return undefined;
  return entry.misattributed ? "misattributed" : entry.shift === 0 ? undefined : "misread";
};
const decided = ({ effects }: Sitting) => effects.filter((effect) => effect.do === "decide");

describe("the decision paper", () => {
  test("says who decides about whom, when, and how much time there was", () => {
    const { said, entries, view } = deciding();
    const opened = entries.findLast((entry): entry is EntryOf<"decision.opened"> => entry.kind === "decision.opened" && entry.decision === "use-of-force")!;
    const when = (at: number): string => dateAndClock(timeIn(view.model.scenario, at));
    expect(said).toContain(`The coalition about the militias: use of force. ${when(opened.at + opened.minutes)}.`);
    expect(said).toContain("A hostile act or intent is perceived: force, another warning, or neither.");
    expect(said).toContain(`It was given ${lengthText(opened.minutes)}, from ${when(opened.at)}`);
    expect(said).toMatch(/l lets the doctrine take its likeliest: order a strike \d+, warn once more \d+, hold back \d+\./);
  });

  test.each([["coalition", 1200], ["russia", 3], ["militia", 5], ["syria", 8]] as const)("holds nothing that %s has not perceived, with seed %i", (seat, seed) => {
    const sitting = new Sitting(TANF, { seed, seat });
    for (let n = 0; n < 12 && sitting.toDecision(); n++) {
      const question = questionOf(sitting.view)!;
      const seen = new Set(seenFrom(question.asker.text, sitting.view.model.scenario, sitting.entries).map(({ number }) => number));
      for (const { entry } of paperOf(sitting.view, question).known) expect(seen).toContain(entry);
      sitting.press("l");
    }
    expect(decided(sitting).length).toBeGreaterThan(0);
  });

  test("foretells the rung that each option leads to", () => {
    for (const seat of ["coalition", "militia"]) {
      const sitting = new Sitting(TANF, { seed: 4, seat });
      for (let n = 0; n < 15 && sitting.toDecision(); n++) {
        const { options } = paperOf(sitting.view, questionOf(sitting.view)!);
        const chosen = n % options.length;
        const before = sitting.entries.length;
        sitting.press(String(chosen + 1), "enter");
        const decision = sitting.entries.slice(before).find((entry): entry is EntryOf<"decision"> => entry.kind === "decision")!;
        const moved = sitting.entries.find((entry): entry is EntryOf<"stance"> => entry.kind === "stance" && entry.cause === decision.number);
        expect(decision.option).toBe(options[chosen]!.name);
        const foretold = options[chosen]!.rung;
        expect(moved === undefined || foretold.endsWith(rungText(moved.rung))).toBe(true);
      }
    }
  });

  test("takes characters as text where something is written, and as keys among the options", () => {
    const sitting = deciding().press("tab").type("2 columns, l or more");
    expect(decided(sitting)).toEqual([]);
    expect(sitting.said).toContain("2 columns, l or more");
    sitting.press("tab").type("Stand back.").press("tab", "3", "enter");
    expect(decided(sitting)).toEqual([{ do: "decide", option: "hold", reason: "2 columns, l or more", wording: "Stand back." }]);
  });

  test("has its reason and its wording told with the decision, and the wording with what was then said, to the seat and to whoever directs", () => {
    const sitting = deciding({ rows: 60 }).press("2", "tab").type("one more try").press("tab").type("Turn back now!").press("enter");
    const words = "Reason given: one more try. Worded: Turn back now!";
    expect(sitting.story).toContain(words);
    const decisions = sitting.entries.filter(({ kind, who }) => kind === "decision" && who === "coalition");
    const decision = decisions.at(-1)!;
    expect([...sitting.session.run.answered.keys()]).toEqual(decisions.map(({ number }) => number));
    sitting.press("enter");
    expect(sitting.said).toContain(words);
    sitting.goOn(12);
    const warning = sitting.entries.find((entry) => entry.kind === "message" && entry.message === "warning" && entry.number > decision.number)!;
    sitting.state = { ...sitting.state, selected: warning.number, overlay: { kind: "none" } };
    expect(sitting.said).toContain("Worded: Turn back now!");
    expect(sitting.said).not.toContain("Reason given");
    const inBranch = sitting.session.runOf("main");
    expect([...inBranch.answered].flatMap(([number, { wording }]) => (wording === undefined ? [] : [[number, wording]]))).toEqual([[decision.number, "Turn back now!"]]);
  });

  test("keeps what is half typed while one looks around, and gives it up once it is decided", () => {
    const sitting = deciding().press("tab").type("too clo").press("escape");
    expect(sitting.state.overlay.kind).toBe("none");
    sitting.press("left", "end", "d").goOn(1);
    expect(sitting.said).toContain("reason too clo");
    sitting.press("tab").type("se").press("enter");
    expect(decided(sitting).at(-1)).toMatchObject({ reason: "too close" });
    sitting.toDecision();
    expect(sitting.said).not.toContain("too clo");
  });

  test("lets the doctrine take its likeliest option, and says so", () => {
    const sitting = deciding().press("l");
    expect(decided(sitting)).toMatchObject([{ option: "strike" }]);
    expect(sitting.state.notice).toBe("the doctrine takes its likeliest option: order a strike");
  });

  test("scrolls where it is longer than the screen, and keeps what is typed in sight", () => {
    const sitting = deciding({ columns: 80, rows: 24 });
    const first = sitting.screen;
    expect(first).toContain("order a strike, up to 6 limited force");
    sitting.press("page-down");
    expect(sitting.screen).not.toBe(first);
    expect(sitting.screen).toContain("↑");
    sitting.press("tab").type("a reason");
    expect(sitting.screen).toContain("a reason▏");
  });

  test("tells what the party itself did and said since, and the decision as soon as it is made", () => {
    const sitting = deciding({ rows: 60 }).press("2", "enter");
    expect(sitting.said).toContain("DECIDE The coalition toward the militias: warn once more.");
    expect(sitting.toDecision()).toBe(true);
    const { known } = paperOf(sitting.view, questionOf(sitting.view)!);
    expect(new Set(known.map(({ source }) => source))).toEqual(new Set(["saw it", "was told over the line", "did it", "said it"]));
  });

  test("leaves room to read on a small screen: the newest first, and of the options only the chosen one in full", () => {
    const sitting = deciding({ columns: 80, rows: 24 });
    const rowsOf = (): readonly string[] => sitting.screen.split("\n");
    const [from, to] = [/What it knows, and how; the newest first/, /^ {2}Options/].map((heading) => rowsOf().findIndex((line) => heading.test(line)));
    expect(to! - from!).toBeGreaterThanOrEqual(9);
    const times = rowsOf().slice(from, to).flatMap((line) => /^ {2}(\d+ May \d\d:\d\d)/.exec(line)?.[1] ?? []);
    expect(times.length).toBeGreaterThan(1);
    expect(times).toEqual(times.toSorted().toReversed());
    const full = "Then: warning of hostile intent, said at once; show of force.";
    expect(sitting.said).not.toContain(full);
    sitting.press("down");
    expect(sitting.said).toContain(full);
    sitting.press("tab");
    expect(sitting.said).toContain("enter takes 2, warn once more");
  });

  test("names words without a fate, and none that the party knows the fate of", () => {
    const sitting = deciding();
    const { unknown } = paperOf(sitting.view, questionOf(sitting.view)!);
    expect(unknown.join(" ")).toMatch(/whether it was passed on is not known|no word of the result|no sign that it was said/);
  });
});

describe("belief and truth", () => {
  test("says that it is the director's view, and shows nothing later than the place that is looked at", () => {
    const sitting = new Sitting(TANF, { seed: 1200, seat: "coalition", rows: 60 });
    for (let n = 0; n < 40 && sitting.toDecision(); n++) sitting.press("l");
    const all = beliefsOf("coalition", sitting.view.model, sitting.entries);
    expect(all.length).toBeGreaterThan(3);
    sitting.press("y");
    expect(sitting.said).toContain("This is the director's view");
    sitting.state = { ...sitting.state, cursor: all[0]!.entry + 1 };
    expect(sitting.said).toContain(all[0]!.was.split(" ").slice(0, 3).join(" "));
    sitting.state = { ...sitting.state, cursor: all[0]!.entry };
    expect(sitting.said).toContain("Nothing was taken for anything but what it was");
  });

  test("tells every wrong blame, every misreading and every act that was not seen", () => {
    const found = new Set<string>();
    for (const [name, seed] of [[TANF, 2], ["tutorial", 1], ["tutorial", 2], ["tutorial", 3], ["tutorial", 4]] as const) {
      const { entries, view: { model } } = new Sitting(name, { seed }).goThrough(30 * 1440);
      for (const { text: party } of model.parties) {
        const told = new Set(beliefsOf(party, model, entries).map(({ entry }) => entry));
        for (const entry of entries) {
          const mistake = mistakeOf(entry);
          if (entry.who !== party || mistake === undefined) continue;
          found.add(mistake);
          expect(told).toContain(entry.number);
        }
      }
    }
    expect(found).toEqual(new Set(["unseen", "unattributed", "misattributed", "misread"]));
  });
});

describe("two branches", () => {
  const forked = (columns = 100): Sitting => {
    const sitting = deciding({ columns, rows: 30 }).press("1", "enter").goOn(150);
    const decision = sitting.entries.find((entry) => entry.kind === "decision" && entry.decision === "use-of-force")!;
    sitting.state = { ...sitting.state, overlay: { kind: "none" }, selected: decision.number };
    sitting.press("f", "enter").goOn(1).press("3", "enter").goOn(150);
    sitting.state = { ...sitting.state, overlay: { kind: "none" } };
    return sitting;
  };

  test("open at the first difference, and say that they part there", () => {
    const sitting = forked().press("b", "c");
    expect(sitting.state.overlay).toMatchObject({ kind: "compare", branch: "main" });
    expect(sitting.said).toContain("here they part");
    expect(sitting.said).toMatch(/back\. Open too: order a strike/);
    expect(sitting.said).toMatch(/Highest: the coalition and the militias: \d/);
    const at = sitting.screen.indexOf("here they part");
    sitting.press("down");
    expect(sitting.screen.indexOf("here they part")).toBeLessThan(at);
  });

  test("are listed by the time and the line that they begin with, how far they were played, and what was done in each", () => {
    const { screen, said, entries } = forked(160).press("b");
    const decision = entries.find((entry) => entry.kind === "decision" && entry.decision === "use-of-force")!;
    expect(screen).toMatch(/▸ ○ main {2}from the beginning; played to \d+ May \d\d:\d\d/);
    expect(said).toMatch(/the coalition: order a strike[ ;]/);
    expect(screen).toContain(`● branch-1  from main, ${dateAndClock(timeIn(shipped(TANF).scenario, decision.at))}; played to`);
    expect(said).toContain("the coalition: hold back");
  });

  test("are the same up to there", () => {
    const a = [{ at: 1, entry: 1, tag: "FEED", text: "x", said: [], who: undefined, whom: undefined, others: [], repeats: false }] as const;
    expect(firstDifference(a, a)).toBeUndefined();
    expect(firstDifference(a, [...a, { ...a[0], at: 2 }])).toBe(1);
    expect(firstDifference(a, [{ ...a[0], text: "y" }])).toBe(0);
  });
});

describe("every overlay", () => {
  test.each([[80, 24], [100, 30], [133, 45], [200, 60]])("fills %i columns and %i rows, and no more", (columns, rows) => {
    const at = (seat: string | undefined, ...keys: readonly string[]): void => {
      const sitting = new Sitting(TANF, { seed: 1200, columns, rows, ...(seat === undefined ? {} : { seat }) });
      if (seat === undefined) sitting.goOn(80);
      else sitting.toDecision();
      if (seat === undefined || keys[0] !== "tab") sitting.state = { ...sitting.state, overlay: { kind: "none" } };
      for (const key of keys) {
        sitting.press(key);
        const drawn = frame(sitting.state, sitting.view);
        expect(drawn).toHaveLength(rows);
        for (const line of drawn) expect(widthOf(textOf(line))).toBe(columns);
      }
    };
    const long = [..."a long text that goes on and on and on until it is far wider than any terminal that anybody has, 漢字 and all of it, and then some more of the same"];
    at("coalition", "tab", ...long, "tab", ...long, "page-down", "page-down");
    at("coalition", "y", "page-down", "end", "page-up");
    at(undefined, "e", "down", "h", "down", "m", "down", "x");
    at(undefined, "i", "down", ...long, "down", "down", "down", "down", "down", "down", "down", "down", ...long, "enter");
    at(undefined, "a", "down", "page-down", "enter", ...long, "enter");
    at(undefined, "f", "enter", "b", "c", "page-down", "end");
  });
});
