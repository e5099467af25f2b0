import { describe, expect, test } from "vitest";
import { STARTER } from "../../src/commands/starter.ts";
import { call, DOUBTFUL, FAILING, folderWith, starterWith, WRONG } from "./captured-io.ts";

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1)!;

describe("one line sums a file up", () => {
  test.each([
    ["a file that is fine", STARTER, 0, "a.yaml: fine, 2 expectations hold"],
    ["a file with a share", `${STARTER}  - share: { of: drone-comes, at-least: 0.5 }\n`, 0, "a.yaml: fine, 2 expectations hold, 1 share of many runs not judged"],
    ["a file without expectations", STARTER.slice(0, STARTER.indexOf("expect:\n")), 0, "a.yaml: fine, no expectation to hold"],
    ["an expectation that does not hold", FAILING, 1, "a.yaml: 2 expectations hold, 1 not"],
    ["a file with mistakes", WRONG, 2, "a.yaml: 2 mistakes"],
    ["a file that is empty", "", 2, "a.yaml: 1 mistake"],
  ])("%s", async (_, text, code, line) => {
    using folder = folderWith({ "a.yaml": text });
    const called = await call(["check", "a.yaml"], { cwd: folder.path });
    expect(lastLine(called.out)).toBe(line);
    expect(called).toMatchObject({ code, err: "" });
  });
});

test("every mistake is written with its place to stdout, more than `run` shows", async () => {
  const items = Array.from({ length: 80 }, (_, i) => `  - { id: item-${i}, at: "2030-05-01 10:00", order: { to: nobody, toward: neighbour, do: hold } }\n`);
  using folder = folderWith({ "a.yaml": starterWith("timeline:\n", `timeline:\n${items.join("")}`) });
  const { code, out } = await call(["check", "a.yaml"], { cwd: folder.path });
  expect(code).toBe(2);
  expect(out.match(/^a\.yaml:\d+:\d+: error\[unknown-party\]/gm)).toHaveLength(80);
  expect((await call(["run", "a.yaml"], { cwd: folder.path })).err).toContain("... and 30 more");
});

test("warnings are shown, and leave a file fine", async () => {
  using folder = folderWith({ "a.yaml": DOUBTFUL });
  const { code, out } = await call(["check", "a.yaml"], { cwd: folder.path });
  expect(code).toBe(0);
  expect(out).toMatch(/^a\.yaml:\d+:\d+: warning\[cannot-happen\]: nobody ever rings over "phone"/m);
  expect(lastLine(out)).toBe("a.yaml: fine, 1 expectation holds, 1 warning");
});

test("every file is checked, and the worst exit code wins", async () => {
  using folder = folderWith({ "wrong.yaml": WRONG, "fails.yaml": FAILING, "fine.yaml": STARTER });
  const { code, out, err } = await call(["check", "absent.yaml", "wrong.yaml", "fails.yaml", "nowhere", "fine.yaml"], { cwd: folder.path });
  expect(code).toBe(2);
  expect(out.split("\n").filter((line) => /^\w+\.yaml: (?!peace-made)/.test(line))).toEqual([
    "absent.yaml: 1 mistake", "wrong.yaml: 2 mistakes", "fails.yaml: 2 expectations hold, 1 not", "fine.yaml: fine, 2 expectations hold",
  ]);
  expect(err).toContain("error[unknown-scenario]: \"nowhere\"");
});

test("a mistake in a file that is extended is shown where it stands", async () => {
  using folder = folderWith({ "base.yaml": WRONG, "over.yaml": "extends: ./base.yaml\n" });
  const { out } = await call(["check", "over.yaml"], { cwd: folder.path });
  expect(out).toMatch(/^base\.yaml:\d+:\d+: error\[unknown-party\]/m);
  expect(lastLine(out)).toBe("over.yaml: 2 mistakes");
});
