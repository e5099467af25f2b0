import { describe, expect, test } from "vitest";
import { findingsIn } from "../../src/commands/check-doctrines.ts";
import type { StateDescription } from "../../src/kernel/chart.ts";
import type { Doctrine } from "../../src/parties/doctrine.ts";
import { KNOWN_SPIRALS } from "../../src/parties/known-spirals.ts";
import { allBut, type Percept } from "../../src/parties/percepts.ts";
import { act, rung } from "../../src/parties/chart-words.ts";
import { call } from "./captured-io.ts";

/** A doctrine with one chart, toward adversaries, that listens for these percepts. */
const doctrine = (states: Readonly<Record<string, StateDescription>>, heard: readonly Percept[]): Doctrine => ({
  name: "hedgehog", summary: "Rolls up.", assumptions: [],
  charts: { adversary: { id: "hedgehog-adversary", description: "How it stands.", ignores: allBut(...heard), initial: "calm", states } },
});

describe("the shipped doctrines", () => {
  test("have no flaw, and every loop upward is known to be meant", async () => {
    const { code, out, err } = await call(["check", "--doctrines"], { env: { COLUMNS: "400" } });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("15 charts: every state can be reached");
    for (const { charts: [one, other] } of KNOWN_SPIRALS) expect(out).toMatch(new RegExp(`^(?:${one} and ${other}|${other} and ${one}) can drive each other upward\\. Meant: `, "m"));
    expect(out).toContain("    militia-adversary: was hit, with losses: ");
  }, 60_000);
});

describe("a doctrine with flaws", () => {
  const struck = { "struck.self": { target: "bristling", actions: [act("strike")] } };
  const flawed = doctrine({
    "calm": { description: "Calm.", tags: rung(1), on: struck },
    "bristling": { description: "Bristles.", tags: rung(5), on: { "struck.self": { target: "biting", actions: [act("strike")] } } },
    "biting": { description: "Bites.", tags: rung(7), on: { "left.self": "bristling" } },
    "asleep": { description: "Sleeps.", tags: rung(0) },
  }, ["struck.self", "left.self"]);

  test("is told state by state", () => {
    expect(findingsIn([flawed], []).flaws).toEqual(["hedgehog-adversary.asleep: nothing leads to this state", "hedgehog-adversary.bristling: from this state nothing leads back down the ladder"]);
  });

  test("a loop that nothing says is meant is told as that, and one that is said to be there and is not, too", () => {
    const { spirals } = findingsIn([flawed], []);
    expect(spirals.map(({ charts, why }) => [...charts, why])).toEqual([["hedgehog-adversary", "hedgehog-adversary", undefined]]);
    expect(findingsIn([flawed], [{ charts: ["hedgehog-adversary", "hedgehog-adversary"], why: "it is" }]).spirals[0]!.why).toBe("it is");
    expect(findingsIn([], [{ charts: ["a", "b"], why: "it was" }]).outdated).toEqual(["a and b are said to drive each other upward, and cannot"]);
  });

  test("a percept that is neither handled nor let pass is told, and a chart against the law is not walked", () => {
    const deaf = doctrine({ "calm": { description: "Calm.", tags: rung(1), on: { "struck.self": "calm" } } }, ["struck.self", "left.self"]);
    expect(findingsIn([deaf], []).flaws).toEqual(["hedgehog-adversary: \"left.self\" is neither handled nor let pass"]);
  });
});

test("doctrines come with the program, so no scenario is looked at for them", async () => {
  const { code, err } = await call(["check", "--doctrines", "tutorial"]);
  expect(code).toBe(2);
  expect(err).toContain("--doctrines takes no scenario");
});
