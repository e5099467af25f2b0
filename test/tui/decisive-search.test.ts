import { describe, expect, test } from "vitest";
import { Session } from "../../src/session/session.ts";
import { DecisiveSearch } from "../../src/tui/decisive-search.ts";
import { Desk } from "../../src/tui/desk.ts";
import { Program } from "../../src/tui/program.ts";
import { textOf } from "../../src/tui/rows.ts";
import { loaderOf, shipped } from "./overlays-sitting.ts";

const TO_DETAIL = ["tab", "tab", "tab"];
const screen = (program: Program): string => program.rows.map(textOf).join("\n");

/** The program at its first decision, with more keys pressed. */
function atADecision(seat?: string): Program {
  const model = shipped("first-strike");
  const session = new Session(model, model.scenario.seed, loaderOf("first-strike"));
  const program = new Program({ open: () => "", list: () => [], quit: () => {} }, new Desk(session, { seat }), 100, 40);
  for (let i = 0; i < 200 && program.run!.view.entries.findLast(({ kind }) => kind === "decision") === undefined; i++) program.key("right");
  return program;
}

/** Lets time pass until nothing is looked for any more; gives how often it passed. */
function untilFound(program: Program): number {
  for (let i = 0; i < 5000; i++) {
    if (program.tick === undefined) return i;
    program.pass(0.03);
  }
  throw new Error(`still looking:\n${screen(program)}`);
}

describe("the choices that an entry turned on", () => {
  test("are not looked for in a run that is longer than can be made again between two keys", () => {
    const model = shipped("first-strike");
    const { run } = new Session(model, model.scenario.seed, loaderOf("first-strike"));
    run.go({ events: 20 });
    const search = (longest: number): DecisiveSearch => {
      const begun = new DecisiveSearch(longest);
      begun.look(run, 5);
      return begun;
    };
    expect([search(20).isOpen, search(19).isOpen, search(19).shown?.searched]).toEqual([true, false, "too long"]);
  });

  test("are looked for while the entry is read in detail, and then stand there", () => {
    const program = atADecision();
    expect(program.tick).toBeUndefined();
    for (const key of TO_DETAIL) program.key(key);
    expect(screen(program)).toContain("it turned on");
    expect(screen(program)).toContain("looking …");
    expect(untilFound(program)).toBeGreaterThan(0);
    expect(screen(program)).toMatch(/◆ .* what .* decides? toward /);
    expect(screen(program)).toMatch(/All \d+ choices before it were tried, each alone\./);
  });

  test("are those of the entry that one turns to", () => {
    const program = atADecision();
    for (const key of TO_DETAIL) program.key(key);
    untilFound(program);
    program.key("c");
    expect(screen(program)).toContain("looking …");
    untilFound(program);
    expect(screen(program)).not.toContain("looking …");
  });

  test("are not looked for elsewhere, and not for a seat, which does not know what others might have done", () => {
    const elsewhere = atADecision();
    for (const key of [...TO_DETAIL, "tab"]) elsewhere.key(key);
    expect(elsewhere.tick).toBeUndefined();
    const party = Object.values(shipped("first-strike").scenario.parties).find(({ doctrine }) => doctrine !== undefined)!.id;
    const seated = atADecision(party);
    for (const key of TO_DETAIL) seated.key(key);
    expect(seated.tick).toBeUndefined();
    expect(screen(seated)).not.toContain("it turned on");
  });
});
