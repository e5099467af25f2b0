import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../src/commands/read-scenario.ts";
import { STARTER } from "../../src/commands/starter.ts";
import { folderWith, starterWith } from "./captured-io.ts";

function mistakes(file: string, cwd: string): readonly string[] {
  const loaded = readScenario(file, { cwd } as Parameters<typeof readScenario>[1]);
  return loaded.ok ? [] : loaded.diagnostics.map(({ at, code, hint }) => `${at.file}:${at.line} ${code}${code === "file-unreadable" ? ` (${hint})` : ""}`);
}

describe("what is read", () => {
  test("a file beside the call, by a path as it was written", () => {
    using folder = folderWith({ "deep/a.yaml": STARTER });
    expect(mistakes("deep/a.yaml", folder.path)).toEqual([]);
    expect(mistakes(folder.at("deep/a.yaml"), "/")).toEqual([]);
    expect(mistakes("a.yaml", folder.at("deep"))).toEqual([]);
  });

  test("a file that starts with a byte order mark", () => {
    using folder = folderWith({ "a.yaml": `\uFEFF${STARTER}` });
    expect(mistakes("a.yaml", folder.path)).toEqual([]);
  });

  test("a link that the call names, wherever it leads", () => {
    using folder = folderWith({ "far/a.yaml": STARTER, "near/readme": "" });
    symlinkSync(folder.at("far/a.yaml"), folder.at("near/link.yaml"));
    expect(mistakes("near/link.yaml", folder.path)).toEqual([]);
  });

  test("a file that it extends, beside it or below, by a link too as long as that stays there", () => {
    using folder = folderWith({ "base/a.yaml": STARTER, "b.yaml": "extends: ./base/a.yaml\n", "c.yaml": "extends: link.yaml\n" });
    symlinkSync(folder.at("base/a.yaml"), folder.at("link.yaml"));
    expect(mistakes("b.yaml", folder.path)).toEqual([]);
    expect(mistakes("c.yaml", folder.path)).toEqual([]);
  });
});

describe("what is not read", () => {
  test.each([
    ["is not there", "absent.yaml", "absent.yaml:1 file-absent"],
    ["lies below a file", "a.yaml/b.yaml", "a.yaml/b.yaml:1 file-absent"],
    ["is a folder", "folder.yaml", "folder.yaml:1 not-a-file"],
    ["is a device", "/dev/zero", "/dev/zero:1 not-a-file"],
    ["has a name that no file has", "a\0.yaml", "a\0.yaml:1 file-absent"],
  ])("a file that %s", (_, file, expected) => {
    using folder = folderWith({ "a.yaml": STARTER, "folder.yaml/inside": "" });
    expect(mistakes(file, folder.path)).toEqual([expected]);
  });

  test("a pipe, which nobody may ever write to", () => {
    using folder = folderWith();
    execFileSync("mkfifo", [folder.at("pipe.yaml")]);
    expect(mistakes("pipe.yaml", folder.path)).toEqual(["pipe.yaml:1 not-a-file"]);
  });

  test("a file of more than 1 MiB; one of exactly that is", () => {
    const filler = (bytes: number): string => `${STARTER}#${"x".repeat(bytes - Buffer.byteLength(STARTER) - 2)}\n`;
    using folder = folderWith({ "most.yaml": filler(1_048_576), "more.yaml": filler(1_048_577) });
    expect(mistakes("most.yaml", folder.path)).toEqual([]);
    expect(mistakes("more.yaml", folder.path)).toEqual(["more.yaml:1 file-too-large"]);
  });

  test("bytes that are no text", () => {
    using folder = folderWith();
    folder.write("latin.yaml", Uint8Array.of(0x74, 0x3a, 0x20, 0xe9, 0x0a));
    folder.write("binary.yaml", Uint8Array.from({ length: 4096 }, (_, i) => (i * 167) % 256));
    for (const file of ["latin.yaml", "binary.yaml"]) expect(mistakes(file, folder.path)).toEqual([`${file}:1 file-unreadable (it is not text in UTF-8)`]);
  });

  test("zero bytes, which are text and still forbidden", () => {
    using folder = folderWith({ "zeros.yaml": "\0\0\0\0" });
    expect(mistakes("zeros.yaml", folder.path)[0]).toBe("zeros.yaml:1 forbidden-character");
  });

  test("a link that leads to itself", () => {
    using folder = folderWith();
    symlinkSync("loop.yaml", folder.at("loop.yaml"));
    expect(mistakes("loop.yaml", folder.path)).toEqual(["loop.yaml:1 file-unreadable (the system says ELOOP)"]);
  });

  test.skipIf(process.getuid?.() === 0)("a file that one may not read", () => {
    using folder = folderWith({ "secret.yaml": STARTER });
    chmodSync(folder.at("secret.yaml"), 0);
    expect(mistakes("secret.yaml", folder.path)).toEqual(["secret.yaml:1 file-unreadable (you may not read it)"]);
  });
});

describe("what a file extends stays in its folder", () => {
  test.each(["../a.yaml", "/etc/passwd", "base/../../a.yaml", "..\\a.yaml", "file:a.yaml"])("%s is outside", (target) => {
    using folder = folderWith({ "a.yaml": STARTER, "inner/b.yaml": `extends: ${JSON.stringify(target)}\n` });
    expect(mistakes("inner/b.yaml", folder.path)).toEqual(["inner/b.yaml:1 file-outside"]);
  });

  test.each([["a link to a file", "secret.yaml", "link.yaml", "link.yaml"], ["a link to a folder", ".", "link", "link/secret.yaml"]])("%s outside is outside", (_, to, link, target) => {
    using folder = folderWith({ "secret.yaml": STARTER, "inner/b.yaml": `extends: ${target}\n` });
    symlinkSync(folder.at(to), folder.at(`inner/${link}`));
    expect(mistakes("inner/b.yaml", folder.path)).toEqual(["inner/b.yaml:1 file-outside"]);
  });

  test("a folder whose name begins alike is another folder", () => {
    using folder = folderWith({ "inner-too/a.yaml": STARTER, "inner/b.yaml": "extends: link.yaml\n" });
    symlinkSync(folder.at("inner-too/a.yaml"), folder.at("inner/link.yaml"));
    expect(mistakes("inner/b.yaml", folder.path)).toEqual(["inner/b.yaml:1 file-outside"]);
  });
});

test("keys that mean something to JavaScript are keys like any other", () => {
  using folder = folderWith({
    "a.yaml": starterWith("parties:\n", "parties:\n  __proto__: { doctrine: militia }\n  constructor: { doctrine: patron }\n"),
    "b.yaml": `${STARTER}__proto__: { polluted: true }\n`,
  });
  expect(mistakes("a.yaml", folder.path).length).toBeGreaterThan(0);
  expect(mistakes("b.yaml", folder.path).length).toBeGreaterThan(0);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
