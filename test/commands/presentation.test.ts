import { describe, expect, test } from "vitest";
import { presentationOf } from "../../src/commands/presentation.ts";
import type { Io } from "../../src/commands/io.ts";

const facts = (env: Io["env"], isTerminal: boolean, columns?: number): Pick<Io, "env" | "isTerminal" | "columns"> => ({ env, isTerminal, columns });

describe("colour", () => {
  test.each<readonly [string, Io["env"], boolean, boolean]>([
    ["a terminal gets colour", { TERM: "xterm" }, true, true],
    ["a pipe gets plain text", { TERM: "xterm" }, false, false],
    ["NO_COLOR gets plain text", { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR says nothing", { NO_COLOR: "" }, true, true],
    ["a dumb terminal gets plain text", { TERM: "dumb" }, true, false],
    ["CI gets plain text", { CI: "true" }, true, false],
    ["CI=false is no CI", { CI: "false" }, true, true],
    ["FORCE_COLOR colours a pipe", { FORCE_COLOR: "1", CI: "true" }, false, true],
    ["FORCE_COLOR=0 gets plain text", { FORCE_COLOR: "0" }, true, false],
    ["NO_COLOR wins over FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ])("%s", (_, env, isTerminal, colour) => expect(presentationOf(facts(env, isTerminal)).colour).toBe(colour));
});

describe("width", () => {
  test.each<readonly [string, Io["env"], boolean, number | undefined, number]>([
    ["a terminal has its own", {}, true, 132, 132],
    ["a pipe has 80 columns", {}, false, undefined, 80],
    ["a pipe takes COLUMNS", { COLUMNS: "100" }, false, undefined, 100],
    ["COLUMNS that is no number says nothing", { COLUMNS: "wide" }, false, undefined, 80],
    ["it is never narrower than 40", {}, true, 9, 40],
  ])("%s", (_, env, isTerminal, columns, width) => expect(presentationOf(facts(env, isTerminal, columns)).width).toBe(width));
});
