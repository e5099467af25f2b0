import * as fc from "fast-check";
import { spawnSync } from "node:child_process";
// The shipped scenarios as acceptance tests: each says what it shows, loads without a doubt, and holds what it promises.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { likeliest, seeded } from "../src/kernel/choices.ts";
import { tellStory } from "../src/report/story.ts";
import { CATALOGUE } from "../src/scenario/catalogue.ts";
import type { Part, ValueKind } from "../src/scenario/format-parts.ts";
import { loadScenario } from "../src/scenario/load.ts";
import { scenarioSchema } from "../src/scenario/schema.ts";
import { advance } from "../src/simulation/advance.ts";
import { judgeOf } from "../src/simulation/judge.ts";
import { compileModel, type Model } from "../src/simulation/model.ts";
import { simulate } from "../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../src/simulation/trace.ts";
import { copyWorld, initialWorld } from "../src/simulation/world.ts";
import { said } from "./simulation/random-crises.ts";

const FOLDER = fileURLToPath(new URL("../scenarios", import.meta.url));
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -".yaml".length)).sort();
const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.yaml`), "utf8");

function loadedFrom(name: string, overlays: readonly string[] = []) {
  return loadScenario(`${name}.yaml`, (path) => ({ ok: true, text: readFileSync(join(FOLDER, path), "utf8") }), CATALOGUE, overlays.map((text, i) => ({ name: `overlay-${i}`, text })));
}

function modelOf(name: string, ...overlays: readonly string[]): Model {
  const loaded = loadedFrom(name, overlays);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ at, code, message }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`).join("\n"));
  return compileModel(loaded.scenario);
}

const models = new Map<string, Model>();
const shipped = (name: string): Model => models.get(name) ?? models.set(name, modelOf(name)).get(name)!;
const seedsTo = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);

describe.each(NAMES)("%s", (name) => {
  test("loads without a mistake or a doubt", () => {
    const loaded = loadedFrom(name);
    const found = [...(loaded.ok ? [] : loaded.diagnostics), ...loaded.warnings];
    expect(found.map(({ at, code }) => `${at.file}:${at.line}:${at.column} ${code}`)).toEqual([]);
  });

  test("opens with the schema's line, what it shows and what to look for", () => {
    const [first, ...lines] = textOf(name).split("\n");
    const comment = lines.slice(0, lines.findIndex((line) => !line.startsWith("#"))).join("\n");
    expect(first).toBe("# yaml-language-server: $schema=./scenario.schema.json");
    expect(comment).toMatch(/^# Shows: \S/m);
    expect(comment).toMatch(/^# Look for: \S/m);
  });

  test("has something it expects, and its plain expectations hold under its own seed", () => {
    const { verdicts, stop } = simulate(shipped(name));
    expect(stop.kind === "ended" && stop.ending).toBe("ended");
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.flatMap(({ expectation, holds }) => (holds ? [] : [expectation.id]))).toEqual([]);
  });

  test("comes to its end where nothing surprises", () => {
    const { stop, violations } = simulate(shipped(name), likeliest);
    expect(stop.kind === "ended" && stop.ending).toBe("ended");
    expect(violations).toEqual([]);
  });

  test("breaksNoInvariantAndNoLimit, whatever the seed", () => fc.assert(fc.property(fc.nat(), (seed) => {
    const { violations, stop } = simulate(shipped(name), seeded(seed));
    expect({ violations, ending: stop.kind === "ended" && stop.ending }).toEqual({ violations: [], ending: "ended" });
  }), { numRuns: 60 }));

  test("what it expects of many runs lies in its bounds over as many as it names", () => {
    const model = shipped(name);
    const shares = model.scenario.expect.filter((each) => each.kind === "share");
    const held = heldOver(model, Math.max(0, ...shares.map(({ runs }) => runs)));
    for (const { id, of, runs, atLeast, atMost } of shares) {
      const share = (held.get(of) ?? []).filter((seed) => seed <= runs).length / runs;
      expect(share, `${name}: ${id}, seeds 1 to ${runs}`).toBeGreaterThanOrEqual(atLeast);
      expect(share, `${name}: ${id}, seeds 1 to ${runs}`).toBeLessThanOrEqual(atMost);
    }
  });

  // The hermit has a war of its own with somebody nobody else knows of.
  test("a party that nobody perceives changes nothing for anybody else", () => {
    const stranger = `{ set: { assumptions.spoiler.next-raid/hermit: 6 h, assumptions.spoiler.raid/hermit: { wait: 1, raid: 9 } },
      add: { parties: { hermit: { doctrine: spoiler, stances: { hermits-ghost: adversary } }, hermits-ghost: {}, passer-by: {} } } }`;
    const { seed } = shipped(name).scenario;
    const { entries } = simulate(modelOf(name, stranger), seeded(seed));
    const isHermits = ({ who, whom }: Entry): boolean => [who, whom].some((id) => id === "hermit" || id === "hermits-ghost");
    const mine = entries.map(isHermits);
    expect(mine).toContain(true);
    expect(said(entries).filter((_, i) => !mine[i])).toEqual(said(simulate(shipped(name), seeded(seed)).entries));
  });
});

test.each(["at-tanf-2017", "dgmo-hotline", "consent-then-strike"])("in %s nobody says the same thing in the same words on one channel within three days", (name) => {
  const model = shipped(name);
  for (const seed of seedsTo(20)) expect(repetitionsIn(model, simulate(model, seeded(seed)).entries), `seed ${seed}`).toEqual([]);
});

test("the tutorial uses every key of the format", () => {
  const known = new Set<string>();
  const used = new Set<string>();
  list(scenarioSchema(), "", known);
  use(scenarioSchema(), parse(textOf("tutorial")), "", used);
  expect(used.size).toBeGreaterThan(100);
  expect([...known].filter((key) => !used.has(key))).toEqual([]);
});

/** The seeds from 1 on under which each plain expectation holds. */
function heldOver(model: Model, runs: number): ReadonlyMap<string, readonly number[]> {
  const start = initialWorld(model);
  const held = new Map<string, number[]>();
  for (const seed of seedsTo(runs)) {
    const judge = judgeOf(model);
    advance(model, copyWorld(start), seeded(seed), judge);
    for (const { expectation: { id }, holds } of judge.verdicts()) if (holds) (held.get(id) ?? held.set(id, []).get(id)!).push(seed);
  }
  return held;
}

// What a patron hands on is told by the story, and not quoted.
function isQuoted({ stage, line, via }: EntryOf<"message">): boolean {
  return stage === "at-patron" || (["delivered", "corrected", "wrong", "doubted"].includes(stage) && (line !== undefined || via === undefined));
}

/** Lines of messages and statements whose words their author has used on the same channel in the three days before. */
function repetitionsIn(model: Model, entries: readonly Entry[]): readonly string[] {
  const before = new Map<string, number>();
  const repeated: string[] = [];
  for (const { at, entry: number, tag, text } of tellStory(model, entries)) {
    const entry = entries[number]!;
    if (entry.kind !== "statement" && (entry.kind !== "message" || !isQuoted(entry))) continue;
    // The words that are said count alone, without who says them for whom before them and what becomes of them behind them.
    const words = text.slice(text.indexOf(": ") + 1).replace(/ (Read back, and corrected|[^.]* (note|notes) it down wrongly|It was noted down wrongly|[^.]* (does|do) not (believe it|accept that|rely on it)|[^.]* (pass|passes|hand|hands) it on(, with no word of (their|its) own)?)\.$/, "");
    const key = [tag, entry.who, entry.kind === "message" ? entry.line : "", words].join("|");
    if (at - (before.get(key) ?? Number.NEGATIVE_INFINITY) <= 3 * 1440) repeated.push(`${at} ${key}`);
    before.set(key, at);
  }
  return repeated;
}

/** Every key of a part, as paths; keys that several forms share count once. */
function list({ form }: Part, path: string, found: Set<string>): void {
  switch (form.kind) {
    case "list": return list(form.of, `${path}[]`, found);
    case "map": return list(form.of, `${path}.*`, found);
    case "tuple": for (const [i, of] of form.of.entries()) list(of, `${path}[${i}]`, found); return;
    case "forms": for (const of of form.options) list(of, path, found); return;
    case "keys": for (const [key, of] of Object.entries(form.keys)) list(of, `${path}.${key}`, found.add(`${path}.${key}`)); break;
    default:
  }
}

/** Those of them that a value uses. */
function use({ form }: Part, value: unknown, path: string, found: Set<string>): void {
  const inside = Object.entries(value ?? {});
  switch (form.kind) {
    case "list": for (const [, each] of inside) use(form.of, each, `${path}[]`, found); return;
    case "map": for (const [, each] of inside) use(form.of, each, `${path}.*`, found); return;
    case "tuple": for (const [i, of] of form.of.entries()) use(of, (value as readonly unknown[])[i], `${path}[${i}]`, found); return;
    case "forms": {
      const i = form.which(kindOf(value), (key) => Object.hasOwn(value as object, key));
      return use(form.options[i]!, value, path, found);
    }
    case "keys": for (const [key, each] of inside) use(form.keys[key]!, each, `${path}.${key}`, found.add(`${path}.${key}`)); break;
    default:
  }
}

function kindOf(value: unknown): ValueKind {
  if (Array.isArray(value)) return "list";
  return typeof value === "object" ? "map" : typeof value === "string" ? "text" : typeof value === "number" ? "number" : "truth";
}

test("the reference and the schema beside the scenarios are up to date", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(FOLDER, "../.build/reference.mjs"), "--check"], { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
});
