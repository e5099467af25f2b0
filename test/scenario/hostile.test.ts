import { describe, expect, test } from "vitest";
import { showHarmless } from "../../src/scenario/safe-text.ts";
import { changed, loadFiles, mistakesIn, SMALL } from "./small-world.ts";

const codes = (text: string): readonly string[] => [...new Set(mistakesIn(text).map((mistake) => mistake.split(" ")[0]!))];

describe("a file that means harm is refused, and nothing is thrown", () => {
  test("a bomb of aliases", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]", ..."bcdefghij".split("").map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(", ")}]`)].join("\n");
    const before = performance.now();
    expect(codes(bomb)).toEqual(["not-plain-yaml"]);
    expect(performance.now() - before).toBeLessThan(1000);
  });
  test("an alias to an ancestor", () => expect(codes("a: &a [*a]\n")).toEqual(["not-plain-yaml"]));
  test.each([50, 2_000, 200_000])("%i levels of nesting", (depth) => expect(["too-deep", "syntax"]).toContain(codes("[".repeat(depth) + "]".repeat(depth))[0]));
  test("a deep stack of maps", () => expect(codes(Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"))).toEqual(["too-deep"]));
  test("more than a mebibyte", () => expect(codes(`# ${"x".repeat(1_048_576)}\n${SMALL}`)).toEqual(["file-too-large"]));
  test("tens of thousands of keys", () => {
    const before = performance.now();
    expect(codes(Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join("\n"))).toEqual(["missing-key", "unknown-key"]);
    expect(performance.now() - before).toBeLessThan(8000);
  });
  test.each(["__proto__", "constructor", "prototype"])("the key %s", (key) => {
    expect(codes(changed("  strays:", `  ${key}: {}\n  strays:`))).toEqual(["bad-key"]);
    expect(Object.hasOwn(Object.prototype, "doctrine")).toBe(false);
  });
  test.each(["toString", "hasOwnProperty", "valueOf", "__defineGetter__"])("the name %s is as unknown as any", (name) => {
    expect(codes(changed("against: guards\n    place", `against: ${name}\n    place`))).toEqual(["unknown-party"]);
    expect(codes(changed("doctrine: raider", `doctrine: ${name}`))).toContain("unknown-doctrine");
    expect(codes(changed("line.answered: 0.8", `${name}: 0.8`))).toEqual(["unknown-assumption"]);
    expect(codes(changed("at: push + 6 h", `at: ${name} + 6 h`)).length).toBe(1);
  });
  test("two documents", () => expect(codes(`${SMALL}---\n${SMALL}`)).toEqual(["not-plain-yaml"]));
  test("a custom tag", () => expect(codes("a: !!js/function 'x'\n")).toEqual(["not-plain-yaml"]));
  test("a merge key is a key like any other", () => expect(codes(changed("  strays: { name", "  strays: { <<: { doctrine: raider }, name"))).toEqual(["unknown-key"]));
});

describe("harmful characters", () => {
  test.each([
    ["an escape", "\u001b[31mred"], ["a bell", "a\u0007b"], ["a null", "a\u0000b"], ["a right-to-left override", "a\u202eb"], ["an isolate", "a\u2066b"],
    ["a mark", "a\u200fb"], ["a line separator", "a\u2028b"], ["a C1 control", "a\u009bb"], ["a lone surrogate", "a\ud800b"], ["a lone carriage return", "a\rb"],
  ])("%s in a title is refused", (_, title) => expect(codes(changed("title: The gate", `title: ${title}`))).toEqual(["forbidden-character"]));

  test.each(["\\e[31m", "\\u202e", "\\x07", "\\0", "\\uD800", "\\u2028"])("%s written as an escape is refused too", (escape) => {
    expect(codes(changed("title: The gate", `title: "a${escape}b"`))).toEqual(["forbidden-character"]);
  });
  test("in a comment they are refused, since they hide what a reader sees", () => expect(codes(changed("# A gate", "# A \u202e gate"))).toEqual(["forbidden-character"]));
  test("the place of each is given", () => expect(mistakesIn("a: x\nb: y\u0007\u0007\n")).toEqual(["forbidden-character 2:5", "forbidden-character 2:6"]));
  test("tabs and lines in a block text are allowed", () => expect(mistakesIn(changed("    text: The raiders want through.", "    text: |\n      The raiders\n      want\tthrough."))).toEqual([]));
  test("a file with Windows line ends loads", () => expect(mistakesIn(SMALL.replaceAll("\n", "\r\n"))).toEqual([]));
  test("a byte order mark at the start is allowed", () => expect(loadFiles({ "gate.yaml": `\uFEFF${SMALL}` }).ok).toBe(true));
  test("letters of other scripts are welcome, with the joiners they need", () => {
    expect(mistakesIn(changed("title: The gate", "title: دروازه‌ها 大门 Brücke"))).toEqual([]);
  });
  test("shown, they are visible and do nothing", () => expect(showHarmless("a\u001b[2J\u202eb\n\t")).toBe("a\\u{1b}[2J\\u{202e}b\\u{a}\\u{9}"));
});

describe("limits", () => {
  const withItems = (count: number): string => changed("expect:\n", `${Array.from({ length: count }, (_, i) => `  - { id: i${i}, at: day 2 10:00, shock: outside, felt-by: [guards] }`).join("\n")}\n\nexpect:\n`);

  test("ten thousand items and more are too many", () => expect(codes(withItems(10_000))).toEqual(["too-many"]));
  test("two hundred parties and more are too many", () => {
    expect(codes(changed("  strays: {", `${Array.from({ length: 200 }, (_, i) => `  p${i}: {}`).join("\n")}\n  strays: {`))).toEqual(["too-many"]);
  });
  test("a chain of thousands of items is followed to its end", () => {
    const chain = Array.from({ length: 3_000 }, (_, i) => `  - { id: i${i}, at: ${i === 2_999 ? "day 2 10:00" : `i${i + 1} + 1 m`}, shock: outside, felt-by: [guards] }`).join("\n");
    expect(codes(changed("expect:\n", `${chain}\n\nexpect:\n`))).toEqual([]);
  });
  test("a name of a kilobyte gets no suggestion and takes no time", () => {
    expect(codes(changed("against: guards\n    place", `against: ${"a".repeat(1000)}\n    place`))).toEqual(["unknown-party"]);
  });
});

describe("much that is wrong takes no longer than much that is right", () => {
  const many = (at: (i: number) => string): string => changed("expect:\n", `${Array.from({ length: 9_000 }, (_, i) => `  - { id: i${i}, at: ${at(i)}, shock: outside, felt-by: [guards] }`).join("\n")}\n\nexpect:\n`);
  const quickly = (text: string): readonly string[] => {
    const before = performance.now();
    const found = codes(text);
    expect(performance.now() - before).toBeLessThan(8000);
    return found;
  };

  test("nine thousand items that wait for nobody", () => expect(quickly(many((i) => `item-${i} + 1 h`))).toEqual(["unknown-item"]));
  test("a circle of nine thousand items", () => expect(quickly(many((i) => `i${(i + 1) % 9_000} + 1 m`))).toEqual(["after-cycle"]));
  test("a path with a hundred thousand dots", () => {
    const loaded = loadFiles({ "fork.yaml": `extends: gate.yaml\nset:\n  ? ${"a.".repeat(100_000)}a\n  : 1\n`, "gate.yaml": SMALL });
    expect(loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)).toEqual(["unknown-path"]);
  });
});
