import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dropLock, takeLock, type Processes } from "../../src/session/lock-file.ts";
import { folderWith } from "../commands/captured-io.ts";

const nobodyElse = (pid: number): Processes => ({ pid, isAlive: () => false });
const everybody = (pid: number): Processes => ({ pid, isAlive: () => true });

test("a lock is one process's until it is given back", () => {
  using folder = folderWith();
  const lock = folder.at("it.lock");
  expect(takeLock(lock, everybody(7))).toBe("taken");
  expect(takeLock(lock, everybody(8))).toBe(7);
  expect(readFileSync(lock, "utf8")).toBe("7");
  dropLock(lock);
  expect(takeLock(lock, everybody(8))).toBe("taken");
});

test.each([["of a process that is gone", "7", nobodyElse(8)], ["that names no process", "soon", everybody(8)], ["that is empty", "", everybody(8)], ["of this very process, left by an earlier one of its number", "8", everybody(8)]])(
  "a lock %s holds nothing, and nothing of it is left", (_, held, processes) => {
    using folder = folderWith({ "it.lock": held });
    expect(takeLock(folder.at("it.lock"), processes)).toBe("taken");
    expect(readFileSync(folder.at("it.lock"), "utf8")).toBe("8");
    expect(readdirSync(folder.path)).toEqual(["it.lock"]);
  });

test("an old lock is left to the one who is taking it away", () => {
  using folder = folderWith({ "it.lock": "7", "it.lock.old": "9" });
  expect(takeLock(folder.at("it.lock"), { pid: 8, isAlive: (pid) => pid === 9 })).toBe(7);
  expect(readFileSync(folder.at("it.lock"), "utf8")).toBe("7");
});

test("a lock that another has taken meanwhile is not taken away", () => {
  using folder = folderWith({ "it.lock": "7" });
  let asked = 0;
  // The old holder is found dead; before its lock is taken away another process has put its own there.
  const processes: Processes = { pid: 8, isAlive: (pid) => {
    if (asked++ === 0) folder.write("it.lock", "9");
    return pid === 9;
  } };
  expect(takeLock(folder.at("it.lock"), processes)).toBe(9);
  expect([readFileSync(folder.at("it.lock"), "utf8"), existsSync(folder.at("it.lock.old"))]).toEqual(["9", false]);
});
