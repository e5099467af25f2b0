// Whatever is pressed, pasted or waited for: the screen is whole, and the journal holds what was done.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Session } from "../../src/session/session.ts";
import { Desk } from "../../src/tui/desk.ts";
import { Program } from "../../src/tui/program.ts";
import { textOf, widthOf } from "../../src/tui/rows.ts";
import { HEADER, keptInMemory } from "../session/journals.ts";
import { loaderOf, shipped } from "./overlays-sitting.ts";

const KEYS = [..."abcdefghiklmnoprstvxyzwGJKM?/1234567+-[](){}", "right", "left", "up", "down", "enter", "escape", "tab", "shift-tab", "space", "page-down", "page-up", "home", "end", "backspace", "ctrl-u", "ctrl-w"];
const SIZES = [[80, 24], [100, 30], [120, 40], [200, 60]] as const;

const deeds = fc.array(fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...KEYS).map((key) => ({ do: "key" as const, key })) },
  { weight: 2, arbitrary: fc.constantFrom(0.1, 1, 5).map((seconds) => ({ do: "pass" as const, seconds })) },
  { weight: 1, arbitrary: fc.constantFrom("two\nlines", "7", "x".repeat(300)).map((text) => ({ do: "paste" as const, text })) },
  { weight: 1, arbitrary: fc.constantFrom(...SIZES).map(([columns, rows]) => ({ do: "resize" as const, columns, rows })) },
), { minLength: 60, maxLength: 120 });

test.each(["first-strike", "at-tanf-2017", "dgmo-hotline", "liaison-office"])("anyKeysLeaveAWholeScreenAndJournal: %s", (name) => {
  fc.assert(fc.property(deeds, fc.nat(50), fc.constantFrom(...SIZES), (all, seed, [columns, rows]) => {
    const model = shipped(name);
    const file = keptInMemory();
    const session = new Session(model, seed, loaderOf(name), file);
    const program = new Program({ open: () => "", list: () => [], quit: () => {} }, new Desk(session), columns, rows);
    for (const deed of all) {
      if (deed.do === "key") program.key(deed.key);
      else if (deed.do === "pass") program.pass(deed.seconds);
      else if (deed.do === "paste") program.paste(deed.text);
      else program.resize(deed.columns, deed.rows);
      const { state } = program.run!;
      expect(program.rows).toHaveLength(state.rows);
      for (const row of program.rows) expect(widthOf(textOf(row))).toBe(state.columns);
    }
    const again = Session.resume(model, { header: { ...HEADER, seed }, records: file.kept, length: 0, damage: undefined }, loaderOf(name));
    expect(again.misfits).toEqual([]);
    expect(again.session.run.entries).toEqual(session.run.entries);
    expect(again.session.state).toEqual(session.state);
    // Whoever follows it line by line comes to the same.
    const until = (count: number) => Session.resume(model, { header: { ...HEADER, seed }, records: file.kept.slice(0, count), length: 0, damage: undefined }, loaderOf(name)).session;
    let followed = until(0);
    for (let i = 0; i < file.kept.length; i++) if (!followed.follow([file.kept[i]!])) followed = until(i + 1);
    expect(followed.run.entries).toEqual(session.run.entries);
    expect(followed.state).toEqual(session.state);
  }), { numRuns: 12 });
}, 60_000);
