import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { STARTER } from "../../src/commands/starter.ts";
import { jsonSchema } from "../../src/scenario/schema.ts";
import { call, folderWith } from "./captured-io.ts";

describe("init", () => {
  test("writes a scenario that is fine, and the schema it names beside it", async () => {
    using folder = folderWith();
    expect(await call(["init"], { cwd: folder.path })).toMatchObject({ code: 0, out: "" });
    expect(readFileSync(folder.at("my-scenario.yaml"), "utf8")).toBe(STARTER);
    expect(JSON.parse(readFileSync(folder.at("scenario.schema.json"), "utf8"))).toEqual(jsonSchema());
    expect(STARTER).toMatch(/^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/);
    expect((await call(["check", "my-scenario.yaml"], { cwd: folder.path })).code).toBe(0);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("the expectations of the starter hold under seed %i, whatever comes", async (seed) => {
    using folder = folderWith({ "a.yaml": STARTER });
    expect((await call(["run", "a.yaml", "--strict", "--seed", String(seed)], { cwd: folder.path })).code).toBe(0);
  });

  test("writes over nothing", async () => {
    using folder = folderWith({ "a.yaml": "mine", "scenario.schema.json": "mine too" });
    const { code, err } = await call(["init", "a.yaml"], { cwd: folder.path });
    expect(code).toBe(2);
    expect(err).toContain("error[already-there]");
    expect(readFileSync(folder.at("a.yaml"), "utf8")).toBe("mine");
    expect((await call(["init", "b.yaml"], { cwd: folder.path })).code).toBe(0);
    expect(readFileSync(folder.at("scenario.schema.json"), "utf8")).toBe("mine too");
  });

  test("writes through no link", async () => {
    using folder = folderWith();
    symlinkSync(folder.at("elsewhere.yaml"), folder.at("link.yaml"));
    expect((await call(["init", "link.yaml"], { cwd: folder.path })).code).toBe(2);
    expect(lstatSync(folder.at("link.yaml")).isSymbolicLink()).toBe(true);
    expect(existsSync(folder.at("elsewhere.yaml"))).toBe(false);
  });

  test.each([["scenario", "error[bad-name]"], ["no/such/folder.yaml", "there is no such folder"]])("refuses %s", async (file, message) => {
    using folder = folderWith();
    const { code, err } = await call(["init", file], { cwd: folder.path });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(folder.at("scenario.schema.json"))).toBe(false);
  });
});

describe("schema", () => {
  test("is the loader's own, as JSON on stdout", async () => {
    const { code, out, err } = await call(["schema"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual(jsonSchema());
  });

  test("the format reference is Markdown that names every key of a scenario", async () => {
    const { code, out } = await call(["schema", "--reference"]);
    expect(code).toBe(0);
    const { properties } = (jsonSchema() as { readonly else: { readonly properties: object } }).else;
    for (const key of Object.keys(properties)) expect(out).toContain(`- \`${key}\``);
  });
});
