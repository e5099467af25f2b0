import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/scenario/diagnostics.ts";
import { renderDiagnostic, renderDiagnostics } from "../../src/scenario/render-diagnostic.ts";
import { changed, loadFiles } from "./small-world.ts";

const rendered = (text: string): string => {
  const loaded = loadFiles({ "scenarios/gate.yaml": text });
  return renderDiagnostics(loaded.ok ? loaded.warnings : loaded.diagnostics, loaded.sources);
};
const drawn = (line: string, column: number, length: number): string => {
  const diagnostic: Diagnostic = { severity: "error", code: "bad-value", at: { file: "a.yaml", line: 1, column, length }, message: "wrong", hint: undefined };
  return renderDiagnostic(diagnostic, new Map([["a.yaml", line]]));
};

test("an unknown party is shown with what was meant", () => {
  expect(rendered(changed("against: guards\n    place", "against: gaurds\n    place"))).toBe([
    "scenarios/gate.yaml:54:14: error[unknown-party]: \"gaurds\" is no party",
    "  54 |     against: gaurds",
    "     |              ^^^^^^",
    "  hint: did you mean \"guards\"? parties: guards, raiders, callers, strays",
  ].join("\n"));
});

test("a missing key is shown at its parent", () => {
  expect(rendered(changed("toward: guards, do: hold }", "toward: guards }"))).toBe([
    "scenarios/gate.yaml:49:5: error[missing-key]: \"order\" lacks the key \"do\"",
    "  49 |     order: { to: raiders, toward: guards }",
    "     |     ^^^^^",
    "  hint: what it says",
  ].join("\n"));
});

test("a doubt is called a warning", () => {
  expect(rendered(changed("at: \"2024-03-30T08:00\"", "at: \"2024-03-31 02:30\""))).toBe([
    "scenarios/gate.yaml:62:9: warning[clock-gap]: the clock skips 2024-03-31 02:30",
    "  62 |     at: \"2024-03-31 02:30\"",
    "     |         ^^^^^^^^^^^^^^^^^^",
    "  hint: the next valid minute is taken",
  ].join("\n"));
});

test("a direction override is shown as what it is", () => {
  expect(rendered("a: x\u202ey\n")).toBe([
    "scenarios/gate.yaml:1:5: error[forbidden-character]: the character \\u{202e} cannot stand in a scenario",
    "  1 | a: x\\u{202e}y",
    "    |     ^^^^^^^^",
    "  hint: remove it; control and direction marks hide what a reader sees",
  ].join("\n"));
});

describe("carets stand under what they mean", () => {
  test("after a tab", () => expect(drawn("\ta: b", 5, 1)).toBe("a.yaml:1:5: error[bad-value]: wrong\n  1 |   a: b\n    |      ^"));
  test("after and under wide characters", () => expect(drawn("大门: 桥 x", 5, 1)).toBe("a.yaml:1:5: error[bad-value]: wrong\n  1 | 大门: 桥 x\n    |       ^^"));
  test("after marks that combine", () => expect(drawn("e\u0301: b", 5, 1)).toBe("a.yaml:1:5: error[bad-value]: wrong\n  1 | e\u0301: b\n    |    ^"));
  test("at the end of a line", () => expect(drawn("a: b", 5, 1)).toBe("a.yaml:1:5: error[bad-value]: wrong\n  1 | a: b\n    |     ^"));
  test("in a line too long to show whole", () => {
    const [, excerpt, carets] = drawn(`${"x".repeat(300)}HERE${"y".repeat(300)}`, 301, 4).split("\n");
    expect(excerpt!.length).toBeLessThan(135);
    expect(excerpt!.slice(carets!.indexOf("^"), carets!.lastIndexOf("^") + 1)).toBe("HERE");
  });
});

test("a message cannot smuggle in what a file may not hold", () => {
  const diagnostic: Diagnostic = { severity: "error", code: "unknown-party", at: { file: "a\u001b.yaml", line: 9, column: 1, length: 1 }, message: "\u001b[2Jgone\nnext", hint: "\u202e" };
  expect(renderDiagnostic(diagnostic, new Map())).toBe("a\\u{1b}.yaml:9:1: error[unknown-party]: \\u{1b}[2Jgone\\u{a}next\n  hint: \\u{202e}");
});

test("of very many the first are shown and the rest counted", () => {
  const one: Diagnostic = { severity: "error", code: "bad-value", at: { file: "a", line: 1, column: 1, length: 1 }, message: "m", hint: undefined };
  expect(renderDiagnostics(Array.from({ length: 60 }, () => one), new Map()).split("\n").at(-1)).toBe("... and 10 more");
});
