import { describe, expect, test } from "vitest";
import { Session } from "../../src/session/session.ts";
import { Desk } from "../../src/tui/desk.ts";
import { keysOf } from "../../src/tui/keys.ts";
import { Program } from "../../src/tui/program.ts";
import { textOf, widthOf } from "../../src/tui/rows.ts";
import { loaderOf, shipped } from "./overlays-sitting.ts";

/** The program over a shipped scenario, with keys pressed. */
function programOf(name: string, keys: readonly string[] = [], [columns, rows] = [100, 30]): Program {
  const model = shipped(name);
  const program = new Program({ open: () => "", list: () => [], quit: () => {} }, new Desk(new Session(model, model.scenario.seed, loaderOf(name))), columns, rows);
  for (const key of keys) program.key(key);
  return program;
}

/** The screen without what differs between the newest moment and the same moment seen again. */
const below = (program: Program): string => program.rows.slice(1, -1).map(textOf).join("\n");
const screen = (program: Program): string => program.rows.map(textOf).join("\n");
const right = (count: number): readonly string[] => Array.from({ length: count }, () => "right");

describe("time", () => {
  test("goes back over the same screens as forward", () => {
    const program = programOf("at-tanf-2017");
    const seen: string[] = [];
    for (const key of right(25)) {
      seen.push(below(program));
      program.key(key);
    }
    for (const before of seen.toReversed()) {
      program.key("left");
      expect(below(program)).toBe(before);
    }
  });

  test("is played by events, a line at a time", () => {
    const program = programOf("at-tanf-2017", ["space"]);
    const lines = Array.from({ length: 12 }, () => {
      program.pass(1);
      return program.run!.view.chronicle.lines.filter(({ entry }) => entry < program.run!.state.cursor).length;
    });
    expect(lines).toEqual(lines.map((_, i) => i + 1));
  });

  test("runs evenly by the clock, whatever happens", () => {
    const program = programOf("at-tanf-2017", ["t", "space"]);
    program.pass(1);
    expect(program.run!.state.clock).toBe(120);
  });

  test("stops once at the first warning, and asks what comes next", () => {
    const program = programOf("at-tanf-2017", ["t", "+", "+", "space"]);
    for (let i = 0; i < 20 && program.run!.state.playing; i++) program.pass(1);
    expect(screen(program)).toContain("The first warning. What comes next?");
    expect(textOf(program.rows[0]!)).toContain("‖ paused");
  });

  test("stops at each warning where a class is to be asked each time, and at none where it is not", () => {
    const stops = (...keys: readonly string[]): number => {
      const program = programOf("first-strike", keys);
      let count = 0;
      for (let i = 0; i < 400 && program.run!.view.session.run.standing.kind !== "ended"; i++) {
        program.pass(1);
        if (program.run!.state.playing) continue;
        count++;
        program.key("space");
      }
      return count;
    };
    expect([stops("space"), stops("w", "w", "space")]).toEqual([1, 0]);
    expect(stops("w", "space")).toBeGreaterThan(2);
  });

  test("is told as far as it has come, also where nothing happens any more, and of a decision when it is to be made", () => {
    expect(textOf(programOf("at-tanf-2017", ["]"]).rows[0]!)).toContain("19 May 00:00 day 2");
    const program = programOf("at-tanf-2017", ["s", "enter", ")"]);
    const due = /use of force\. (18 May \d\d:\d\d)\./.exec(screen(program))?.[1];
    expect(textOf(program.rows[0]!)).toContain(` ${due} day 1 ● decide: d`);
  });

  test("comes to the same run by whatever keys it is played to its end", () => {
    const traceOf = (keys: readonly string[]) => programOf("first-strike", keys).run!.view.entries.map(({ id }) => id);
    const byLine = traceOf(right(400));
    expect(traceOf(Array.from({ length: 8 }, () => "]"))).toEqual(byLine);
    expect(traceOf(Array.from({ length: 60 }, () => ")"))).toEqual(byLine);
  });
});

describe("keys", () => {
  test("that come in one piece are taken one by one", () => {
    expect(keysOf("nnn", {})).toEqual(["n", "n", "n"]);
    expect(keysOf("a b\r", {})).toEqual(["a", "space", "b", "enter"]);
    expect(keysOf("2\tno\u007F\u0001", {})).toEqual(["2", "tab", "n", "o", "backspace"]);
    expect(keysOf("q", { meta: true })).toEqual(["escape", "q"]);
  });

  test("that cannot be used say why", () => {
    expect(screen(programOf("at-tanf-2017", ["d"]))).toContain("d: no decision waits");
    expect(screen(programOf("at-tanf-2017", [...right(4), "left", "left", "left", "i"]))).toContain("i: this is the past; f begins a branch here");
  });

  test("are listed by the table that handles them, with why some do not work now", () => {
    const help = screen(programOf("at-tanf-2017", ["?"], [120, 60]));
    expect(help).toContain("plays on, or pauses");
    expect(help).toMatch(/opens the decision that waits +\(not now: no decision waits\)/);
  });

  test("in the footer are six at most, and work", () => {
    const footer = textOf(programOf("at-tanf-2017", right(3)).rows.at(-1)!);
    expect(footer.trim().split(/ {2,}/).length).toBeLessThanOrEqual(6);
  });
});

describe("the first screen", () => {
  test("says why a session cannot be opened, and asked once more opens it as far as it goes", () => {
    const asked: boolean[] = [];
    const model = shipped("first-strike");
    const item = { kind: "session", name: "kept", title: "The first strike", summary: "", path: "kept.jsonl" } as const;
    const program = new Program({
      open: (_, anyway) => {
        asked.push(anyway);
        return anyway ? new Desk(new Session(model, 1, loaderOf("first-strike"))) : "it was made otherwise";
      },
      list: () => [item], quit: () => {},
    }, [item], 80, 24);
    program.key("enter");
    expect(screen(program)).toContain("it was made otherwise");
    program.key("enter");
    expect(asked).toEqual([false, true]);
    expect(textOf(program.rows[0]!)).toContain("SIMULATED");
  });
});

describe("a note", () => {
  test("is tied to the line that was looked at when it was begun, whatever happens while it is written", () => {
    const program = programOf("at-tanf-2017", [...right(3), "space", "n", ..."seen late"]);
    const { selected, cursor } = program.run!.state;
    const { lines } = program.run!.view.chronicle;
    const looked = selected ?? lines.findLast(({ entry }) => entry < cursor)!.entry;
    for (let i = 0; i < 8; i++) program.pass(1);
    program.key("enter");
    expect(program.run!.view.session.state.notes).toMatchObject([{ entry: program.run!.view.entries[looked]!.id, text: "seen late" }]);
  });
});

describe("notes", () => {
  test("stand with the line they are on, and no seat sees them", () => {
    const program = programOf("at-tanf-2017", [...right(3), "n", ..."asked first", "tab", "enter", "enter"]);
    expect(screen(program)).toMatch(/Noted as a strength: asked first/);
    for (const key of ["s", "enter"]) program.key(key);
    expect(screen(program)).not.toContain("asked first");
  });
});

describe("a pasted text", () => {
  test("is typed as one line where text is typed, and sends nothing off", () => {
    const program = programOf("at-tanf-2017", [...right(3), "n"]);
    program.paste("asked first,\r\nand then\u001B[31m waited\n");
    expect(screen(program)).toContain("asked first, and then[31m waited ▏");
    expect(program.run!.view.session.state.notes).toEqual([]);
  });

  test("presses no keys where none is typed", () => {
    const program = programOf("at-tanf-2017", right(3));
    program.paste("qx ]");
    expect(screen(program)).toContain("pasted text goes where text is typed");
    expect(program.run!.state.overlay.kind).toBe("none");
  });
});

describe("a half typed line", () => {
  test("is still there after something has happened in the run", () => {
    const program = programOf("at-tanf-2017", [...right(3), "n", ..."they asked fi"]);
    program.pass(5);
    program.key("escape");
    for (const key of [...right(3), "n"]) program.key(key);
    expect(screen(program)).toContain("they asked fi");
  });
});

describe("a screen", () => {
  test.each([[80, 24], [100, 30], [120, 40], [160, 45], [200, 60], [300, 90]])("of %i by %i is filled to its size, and to nothing more", (columns, rows) => {
    const program = programOf("at-tanf-2017", right(30), [columns, rows]);
    expect(program.rows).toHaveLength(rows);
    for (const row of program.rows) expect(widthOf(textOf(row))).toBe(columns);
  });

  test("shows a long notice whole, and is still filled to its size", () => {
    const program = programOf("at-tanf-2017", [], [80, 24]);
    const notice = "the journal cannot be written: the system says that there is no room left on the device, and what follows is on this screen alone until there is some again";
    program.say(notice);
    expect(screen(program).replaceAll(/\s+/g, " ")).toContain(notice);
    expect(program.rows).toHaveLength(24);
  });

  test("that is too small says what is needed", () => {
    expect(screen(programOf("at-tanf-2017", [], [70, 24]))).toContain("deconflict needs 80 by 24.");
  });

  test("says that it is simulated, and where one is", () => {
    expect(textOf(programOf("at-tanf-2017", ["right"]).rows[0]!)).toMatch(/^ SIMULATED {2}18 May 06:30 day 1/);
  });
});

describe("a seat", () => {
  test("hides what its party did not perceive, until the director's view is opened", () => {
    const program = programOf("at-tanf-2017", ["s", "enter", ...right(2)]);
    expect(screen(program)).not.toContain("The militias are wanted");
    program.key("v");
    expect(screen(program)).toContain("The militias are wanted");
  });

  test("stops the run where its party must decide, with the decision open", () => {
    const program = programOf("at-tanf-2017", ["s", "enter", ")"]);
    expect(program.run!.view.session.run.standing.kind).toBe("deciding");
    expect(screen(program)).toContain("A decision waits");
  });
});

describe("lines of one party", () => {
  test("are also those that go by way of it, and say nothing of quiet days", () => {
    const program = programOf("at-tanf-2017", ["]", "p", "p"], [120, 80]);
    expect(screen(program)).toContain("Story: Russia");
    const story = program.rows.map(textOf).map((line) => line.split("│")[0]).join(" ").replaceAll(/\s+/g, " ");
    expect(story).toMatch(/ LINE The coalition(?:(?! \d\d:\d\d ).)*: (?:(?! \d\d:\d\d ).)*Russia passes it on/);
    const days = Array.from({ length: 40 }, () => "]");
    expect(screen(programOf("liaison-office", days))).toContain("quiet day");
    expect(screen(programOf("liaison-office", [...days, "p"]))).not.toContain("quiet day");
  });
});

describe("the way back", () => {
  const footer = (...keys: readonly string[]): string => textOf(programOf("at-tanf-2017", ["right", "right", ...keys], [80, 24]).rows.at(-1)!);
  test("stands in the footer of whatever fills the screen, and of no screen that there is no way back from", () => {
    for (const key of ["enter", "3", "5", "6", "7", "p", "up"]) expect(footer(key)).toContain(" esc back");
    expect(footer()).not.toContain("esc");
  });
});

describe("a branch", () => {
  test("says where it begins, and is called as is typed, or else by its number", () => {
    const ask = ["right", "right", "f"];
    expect(screen(programOf("at-tanf-2017", ask))).toMatch(/from {2}18 May \d\d:\d\d The militias: drive in.*\n.*\n +▏branch-1, unless another name is typed/);
    expect(programOf("at-tanf-2017", [...ask, "enter"]).run!.view.session.state.current).toBe("branch-1");
    expect(programOf("at-tanf-2017", [...ask, ..."other", "enter"]).run!.view.session.state.current).toBe("other");
  });
});

describe("a decision that is put aside", () => {
  test("is pointed out by every key that would go on", () => {
    for (const key of ["right", "]", "}", ")", "space"]) expect(screen(programOf("at-tanf-2017", ["s", "enter", ")", "escape", key]))).toContain("a decision waits: d opens it");
  });

  test("does not come back by itself, and d opens it again", () => {
    const program = programOf("at-tanf-2017", ["s", "enter", ")", "escape", "v", "n", ..."why now", "enter"]);
    expect(screen(program)).not.toContain("A decision waits");
    program.key("d");
    expect(screen(program)).toContain("A decision waits");
  });

  test("is open again in a branch that begins with it", () => {
    const program = programOf("at-tanf-2017", ["s", "enter", ")", "enter", "f", "enter"]);
    expect(screen(program)).toContain("A decision waits");
  });
});

describe("an exercise", () => {
  test("that is held goes on by no key, says so, and keeps what it has decided open", () => {
    const program = programOf("at-tanf-2017", [...right(3), "x", "enter", "space"]);
    expect(textOf(program.rows[0]!)).toContain("EXERCISE");
    for (const key of ["x", "enter"]) program.key(key);
    const held = program.run!.view.session.run.events;
    for (const key of ["right", "]", "}", ")", "space"]) program.key(key);
    program.pass(5);
    expect(program.run!.view.session.run.events).toBe(held);
    expect(textOf(program.rows[0]!)).toMatch(/ HOLD .*the clock stands/);
    expect(screen(program)).toContain("HOLD: the clock of the exercise stands until");
    for (const key of ["x", "enter"]) program.key(key);
    expect(program.run!.state.playing).toBe(true);
    program.pass(5);
    expect(program.run!.view.session.run.events).toBeGreaterThan(held);
  });

  test("that is held lets nobody decide", () => {
    const program = programOf("at-tanf-2017", ["s", "enter", ")", "escape", "v", "x", "enter", "x", "enter", "d", "enter"]);
    expect(program.run!.view.session.run.standing.kind).toBe("deciding");
    expect(screen(program)).toContain("enter: HOLD: the clock of the exercise stands");
  });

  test("has its phases on the timeline, and is over with ENDEX", () => {
    const program = programOf("at-tanf-2017", [...right(3), "x", "enter", "space", "]", "]", "x", "down", "enter"], [120, 40]);
    expect(screen(program)).toContain("enter once more ends the exercise");
    expect(program.run!.view.session.standstill).toBeUndefined();
    for (const key of ["enter", "5"]) program.key(key);
    expect(screen(program)).toMatch(/exercise +S +E/);
    expect(textOf(program.rows[0]!)).toMatch(/ ENDEX .*the exercise is over/);
    program.key("i");
    expect(screen(program)).toContain("i: ENDEX: the exercise is over");
  });
});
