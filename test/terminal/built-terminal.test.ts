import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Terminal } from "./terminal.ts";

const RIGHT = "\u001B[C";
const DOWN = "\u001B[B";
const ESCAPE = "\u001B";
const journalOf = (terminal: Terminal): string => {
  const folder = join(terminal.home, "sessions");
  return join(folder, readdirSync(folder).find((file) => file.endsWith(".jsonl"))!);
};

describe("the terminal program", { timeout: 60_000 }, () => {
  test("starts with a scenario, its summary and what one can do", async () => {
    using terminal = new Terminal([], { columns: 80, rows: 24 });
    await terminal.shows("At Tanf, 18 May to 9 June 2017");
    await terminal.shows("take one party's seat");
    terminal.type("/");
    await terminal.shows("Scenarios and sessions");
    terminal.type("dgmo");
    await terminal.shows(/filter: dgmo(?=[^]*dgmo-hotline)(?![^]*line-down)/);
    terminal.type("\u0003");
    expect(await terminal.ended()).toBe(0);
  });

  test("is watched, played from a seat, decided, injected into, taken back, forked, compared, left and gone on with", async () => {
    using terminal = new Terminal(["play", "at-tanf-2017"]);
    await terminal.shows("Nothing has happened yet");
    terminal.type(RIGHT);
    await terminal.shows("The militias are wanted");
    terminal.type("s");
    await terminal.shows("Take a seat");
    terminal.type("\r");
    await terminal.shows("as coalition");
    terminal.type(")");
    await terminal.shows(/use of force/i);
    terminal.type("2");
    terminal.type("\t");
    await terminal.shows(/reason +▏/);
    terminal.type("unheeded");
    await terminal.shows("unheeded▏");
    terminal.type("\r");
    await terminal.shows(/DECIDE The coalition toward the militias: warn once/);
    await terminal.shows(/unheeded\./);

    terminal.type("v");
    await terminal.shows(/‖ paused {2}line: open *$/m);
    terminal.type("i");
    await terminal.shows("Inject: incident");
    terminal.type("\r");
    await terminal.shows("It is taken");
    terminal.type(ESCAPE);
    await terminal.shows("Story");
    terminal.type(RIGHT);
    await terminal.shows(/DECIDE The coalition toward the militias: warn once[^]*\d\d:\d\d +FEED /);

    terminal.type("g");
    await terminal.shows("◀ the past");
    terminal.type(")");
    await terminal.shows(/DECIDE The militias: drive in/);
    terminal.type("f");
    await terminal.shows("What is the branch called?");
    terminal.type("\r");
    await terminal.shows("A decision waits");
    await terminal.shows("The militias");
    terminal.type(DOWN);
    terminal.type("\r");
    await terminal.shows(/DECIDE The militias: gather/);
    terminal.type("b");
    await terminal.shows("Branches");
    terminal.type("c");
    await terminal.shows("here they part");
    terminal.type(ESCAPE);
    await terminal.shows("on branch-1");
    terminal.type("q");
    expect(await terminal.ended()).toBe(0);
    expect(terminal.isAlternate).toBe(false);
    expect(terminal.text).toContain("kept as");
    const records = readFileSync(journalOf(terminal), "utf8");
    for (const deed of ["answer", "amend", "branch", "seat"]) expect(records).toContain(`"do":"${deed}"`);

    using again = new Terminal(["play", "--resume"], { home: terminal.home });
    await again.shows("on branch-1");
    again.type("q");
    expect(await again.ended()).toBe(0);
  });

  test("is followed in a second terminal, which is told what its seat is told", async () => {
    using terminal = new Terminal(["play", "first-strike"]);
    await terminal.shows("Nothing has happened yet");
    const journal = journalOf(terminal);
    using director = new Terminal(["watch", journal]);
    using seat = new Terminal(["watch", journal, "--as", "coalition"]);
    await director.shows("Nothing has happened yet");
    await seat.shows("Nothing has happened yet");
    terminal.type(RIGHT.repeat(9));
    await director.shows(/\d\d:\d\d +FEED /);
    await seat.shows("READS");
    expect(seat.text).not.toContain("The militias are wanted");
    director.type("i");
    await director.shows("this is a view for reading");
    terminal.type("x\r");
    await director.shows("EXERCISE");
    terminal.type("x\r");
    await seat.shows(/ HOLD .*the clock stands/);
    // A paste is text, and its line end sends nothing off.
    terminal.type("n");
    await terminal.shows("What is to be noted?");
    terminal.type("\u001B[200~held here\nto ask\u001B[201~");
    await terminal.shows("held here to ask▏");
    terminal.type(ESCAPE);
    await terminal.shows("Story");
    for (const one of [director, seat, terminal]) one.type("q");
    for (const one of [director, seat, terminal]) expect(await one.ended()).toBe(0);
  });

  test("says what it needs on a terminal that is too small, and redraws on one that grows", async () => {
    using terminal = new Terminal(["play", "first-strike"], { columns: 60, rows: 20 });
    await terminal.shows("needs 80 by 24");
    terminal.resize(100, 30);
    await terminal.shows("SIMULATED");
    terminal.type("q");
    expect(await terminal.ended()).toBe(0);
  });

  test.each([["SIGTERM", 143], ["SIGHUP", 129]])("leaves the terminal as it was on %s, and keeps what was on the screen", async (signal, code) => {
    using terminal = new Terminal(["play", "first-strike"]);
    await terminal.shows("Nothing has happened yet");
    terminal.type(RIGHT.repeat(9));
    await terminal.shows(/\d\d:\d\d +FEED /);
    expect(terminal.isAlternate).toBe(true);
    terminal.kill(signal);
    expect(await terminal.ended()).toBe(code);
    expect(terminal.isAlternate).toBe(false);
    expect(terminal.output).toContain("\u001B[?25h");
    expect(readFileSync(journalOf(terminal), "utf8")).toContain(`"do":"reached"`);
  });

  test("keeps what was on the screen when it is killed outright", async () => {
    using terminal = new Terminal(["play", "first-strike"]);
    await terminal.shows("Nothing has happened yet");
    terminal.type(RIGHT + RIGHT);
    await terminal.shows(/DECIDE/);
    terminal.kill("SIGKILL");
    await terminal.ended();
    using again = new Terminal(["play", "--resume"], { home: terminal.home });
    await again.shows(/DECIDE/);
    again.type(ESCAPE);
    again.type("q");
    expect(await again.ended()).toBe(0);
    using picker = new Terminal([], { home: terminal.home });
    await picker.shows("others");
    picker.type("/");
    await picker.shows("filter:");
    picker.type("session");
    await picker.shows(/Begun [\d-]+ [\d:]+ UTC; watched\./);
    picker.type(ESCAPE);
    await picker.shows("watch it");
    picker.type("q");
    expect(await picker.ended()).toBe(0);
  });
});
