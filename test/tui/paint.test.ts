// Rows as text with escapes: colours only where there are some, and nothing but the text where a row has no look.
import { describe, expect, test } from "vitest";
import { harmless, painterFor } from "../../src/tui/paint.ts";
import { marked, row, type Row, span, textOf } from "../../src/tui/rows.ts";
import { type Depth, depthOf, themeFor } from "../../src/tui/theme.ts";

const ESC = "\u001B[";
const paint = (depth: Depth, line: Row, light = false): string => painterFor(themeFor(depth, light), depth)(line);

describe("a row", () => {
  test.each<[Depth, string]>([["none", "said"], ["16", `${ESC}36msaid${ESC}39m`], ["256", `${ESC}38;5;81msaid${ESC}39m`], ["true", `${ESC}38;2;95;215;255msaid${ESC}39m`]])("with %s colours has its accent in them", (depth, text) => {
    expect(paint(depth, row("said", "accent"))).toBe(text);
  });

  test("without colours still shows what is marked, what is bold and what is quiet", () => {
    expect(paint("none", marked(row("here")))).toBe(`${ESC}7mhere${ESC}27m`);
    expect(paint("none", [span("a"), span("force", "force"), span("quiet", "quiet")])).toBe(`a${ESC}1mforce${ESC}22m${ESC}2mquiet${ESC}22m`);
  });

  test("has one escape for neighbours of one look", () => {
    expect(paint("16", [span("a", "good"), span("b", "good"), span("c")])).toBe(`${ESC}32mab${ESC}39mc`);
  });

  test("has the greys of 256 colours from their own row", () => {
    expect(paint("256", row("q", "quiet"))).toBe(`${ESC}38;5;245mq${ESC}39m`);
    expect(paint("256", row("q", "quiet"), true)).toBe(`${ESC}38;5;242mq${ESC}39m`);
  });
});

test("a row has nothing that a terminal would obey, and is as wide without it", () => {
  const line: Row = [span("a\u001B[2Jb\u0007\u009B31mc\u202Ed", "force"), span("e\n\tf")];
  expect(textOf(harmless(line, 20))).toBe("a[2Jb31mcdef        ");
  expect(textOf(harmless(line, 6))).toBe("a[2Jb3");
  const plain = [span("as it was")];
  expect(harmless(plain, 20)).toBe(plain);
});

describe("the colours of a terminal", () => {
  test.each<[Readonly<Record<string, string>>, Depth]>([
    [{ TERM: "xterm" }, "16"], [{ TERM: "xterm-256color" }, "256"], [{ TERM: "xterm-256color", COLORTERM: "truecolor" }, "true"],
    [{ TERM: "xterm-256color", NO_COLOR: "1" }, "none"], [{ TERM: "xterm-256color", NO_COLOR: "" }, "256"],
  ])("of %j are %s", (env, depth) => expect(depthOf(env)).toBe(depth));
});
