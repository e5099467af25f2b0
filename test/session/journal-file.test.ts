import { existsSync, readFileSync, statSync, truncateSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderLine, type JournalRecord } from "../../src/session/journal.ts";
import { createJournal, LARGEST_JOURNAL, readJournal, resumeJournal, type JournalFailure, type JournalFile } from "../../src/session/journal-file.ts";
import { folderWith } from "../commands/captured-io.ts";
import { HEADER } from "./journals.ts";

const [MINE, OTHERS] = [4242, 777];
const nobodyLives = (): boolean => false;
const everybodyLives = (): boolean => true;
const reached = (events: number): JournalRecord => ({ do: "reached", events });
const textOf = (...events: readonly number[]): string => renderLine(HEADER) + events.map((each) => renderLine(reached(each))).join("");

function opened<T extends object>(result: T | JournalFailure): T {
  if (typeof result === "string") throw new Error(result);
  return result;
}

function begun(path: string, isAlive = nobodyLives): JournalFile {
  return opened(createJournal(path, HEADER, MINE, isAlive));
}

describe("a journal on disk", () => {
  test("is begun where there is none, in a folder that is made for it, for its owner alone", () => {
    using folder = folderWith();
    const file = begun(folder.at("a/b/one.journal"));
    expect(readFileSync(file.path, "utf8")).toBe(renderLine(HEADER));
    expect(process.platform === "win32" || (statSync(file.path).mode & 0o777) === 0o600).toBe(true);
    file.close();
  });

  test("has every line on disk as soon as it is written", () => {
    using folder = folderWith();
    const file = begun(folder.at("one.journal"));
    for (const events of [3, 9]) {
      file.append(reached(events));
      expect(readJournal(file.path)).toMatchObject({ records: events === 3 ? [reached(3)] : [reached(3), reached(9)], damage: undefined });
    }
    file.close();
    expect(readFileSync(file.path, "utf8")).toBe(textOf(3, 9));
  });

  test("is never written over", () => {
    using folder = folderWith({ "one.journal": "something else" });
    expect(createJournal(folder.at("one.journal"), HEADER, MINE, nobodyLives)).toBe("exists");
    expect(readFileSync(folder.at("one.journal"), "utf8")).toBe("something else");
    expect(existsSync(folder.at("one.journal.lock"))).toBe(false);
  });

  test("is gone on with where it ends", () => {
    using folder = folderWith({ "one.journal": textOf(1) });
    const { file, journal } = opened(resumeJournal(folder.at("one.journal"), MINE, nobodyLives));
    expect(journal).toMatchObject({ header: HEADER, records: [reached(1)], damage: undefined });
    file.append(reached(2));
    file.close();
    expect(readFileSync(file.path, "utf8")).toBe(textOf(1, 2));
  });

  test.each(["{\"do\":\"rea", "{\"do\":\"reached\",\"events\":9}", "garbage\n", `garbage\n${renderLine(reached(9))}`, "\0\0\0\0"])("that ends in %j is cut off there, and gone on with", (damage) => {
    using folder = folderWith({ "one.journal": textOf(1, 2) + damage });
    const { file, journal } = opened(resumeJournal(folder.at("one.journal"), MINE, nobodyLives));
    expect(journal).toMatchObject({ records: [reached(1), reached(2)], damage: { line: 4 } });
    file.append(reached(3));
    file.close();
    expect(readFileSync(file.path, "utf8")).toBe(textOf(1, 2, 3));
    expect(readJournal(file.path)).toMatchObject({ damage: undefined });
  });

  test("that is only read is left as it is", () => {
    using folder = folderWith({ "one.journal": `${textOf(1)}garbage` });
    expect(readJournal(folder.at("one.journal"))).toMatchObject({ records: [reached(1)], damage: { line: 3 } });
    expect(readFileSync(folder.at("one.journal"), "utf8")).toBe(`${textOf(1)}garbage`);
    expect(existsSync(folder.at("one.journal.lock"))).toBe(false);
  });

  test("that is not there, or is none, is said, and no lock is left behind", () => {
    using folder = folderWith({ "empty.journal": "", "notes.txt": "one\ntwo\n", "cut.journal": renderLine(HEADER).slice(0, 40) });
    for (const [name, failure] of [["gone.journal", "absent"], ["empty.journal", "no-journal"], ["notes.txt", "no-journal"], ["cut.journal", "no-journal"]] as const) {
      expect([name, readJournal(folder.at(name)), resumeJournal(folder.at(name), MINE, nobodyLives)]).toEqual([name, failure, failure]);
      expect(existsSync(folder.at(`${name}.lock`))).toBe(false);
    }
    expect(readFileSync(folder.at("notes.txt"), "utf8")).toBe("one\ntwo\n");
  });

  test("that is too large is not read", () => {
    using folder = folderWith({ "big.journal": textOf(1) });
    truncateSync(folder.at("big.journal"), LARGEST_JOURNAL + 1); // a hole: nothing of it is on disk
    expect(readJournal(folder.at("big.journal"))).toBe("too-large");
  });
});

describe("a lock", () => {
  test("is held while a journal is open for writing, and by nobody afterwards", () => {
    using folder = folderWith();
    const file = begun(folder.at("one.journal"));
    expect(readFileSync(folder.at("one.journal.lock"), "utf8")).toBe(String(MINE));
    expect(resumeJournal(file.path, OTHERS, everybodyLives)).toBe("in-use");
    file.append(reached(1)); // whoever holds it is not disturbed
    file.close();
    expect(existsSync(folder.at("one.journal.lock"))).toBe(false);
    const again = opened(resumeJournal(file.path, OTHERS, everybodyLives));
    expect(again.journal.records).toEqual([reached(1)]);
    again.file.close();
  });

  test("does not keep anybody from reading", () => {
    using folder = folderWith();
    const file = begun(folder.at("one.journal"), everybodyLives);
    expect(readJournal(file.path)).toMatchObject({ header: HEADER });
    file.close();
  });

  test("of a process that lives keeps others from beginning and from going on, and nothing is cut", () => {
    using folder = folderWith({ "one.journal": `${textOf(1)}gar`, "one.journal.lock": String(OTHERS), "two.journal.lock": String(OTHERS) });
    const lives = (pid: number): boolean => pid === OTHERS;
    expect(resumeJournal(folder.at("one.journal"), MINE, lives)).toBe("in-use");
    expect(createJournal(folder.at("two.journal"), HEADER, MINE, lives)).toBe("in-use");
    expect(readFileSync(folder.at("one.journal"), "utf8")).toBe(`${textOf(1)}gar`);
    expect([readFileSync(folder.at("one.journal.lock"), "utf8"), existsSync(folder.at("two.journal"))]).toEqual([String(OTHERS), false]);
  });

  test.each([["of a process that no longer lives", String(OTHERS), nobodyLives], ["that names no process", "garbage", everybodyLives], ["that is empty", "", everybodyLives], ["of a process numbered 0", "0", everybodyLives], ["of this very process", String(MINE), everybodyLives]] as const)(
    "%s holds nothing", (_, held, isAlive) => {
      using folder = folderWith({ "one.journal": textOf(1), "one.journal.lock": held });
      const { file } = opened(resumeJournal(folder.at("one.journal"), MINE, isAlive));
      expect(readFileSync(folder.at("one.journal.lock"), "utf8")).toBe(String(MINE));
      file.close();
      expect(existsSync(folder.at("one.journal.lock"))).toBe(false);
    });
});
