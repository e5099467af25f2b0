import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityOf, likeliest, seeded } from "../../src/kernel/choices.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { unaskedAnswers } from "../../src/simulation/unasked.ts";
import { crises, modelOf, said } from "../simulation/random-crises.ts";
import { afterChange, changed, loadFiles, SMALL } from "./small-world.ts";
import type { Model } from "../../src/simulation/model.ts";

/** Every answer of a run, as `answers` takes them. */
function answersOf(model: Model, seed: number): Readonly<Record<string, string>> {
  const answers: Record<string, string> = {};
  const drawn = seeded(seed);
  simulate(model, {
    mayWait: false,
    answer: (question) => {
      const option = drawn.answer(question);
      answers[identityOf(question)] = question.options.names[option]!;
      return option;
    },
  });
  return answers;
}

test("aRunWithItsAnswersGivenBeforehandIsTheSameRun", () => {
  fc.assert(fc.property(crises, (drawn) => {
    const model = modelOf(drawn);
    const given = modelOf(drawn, JSON.stringify({ course: "no-surprises", add: { answers: answersOf(model, drawn.seed) } }));
    expect(said(simulate(given).entries)).toEqual(said(simulate(model, seeded(drawn.seed)).entries));
  }), { numRuns: 60 });
});

test("aGivenAnswerStandsWhoeverAnswersTheRest", () => {
  fc.assert(fc.property(crises, fc.nat(10_000), (drawn, other) => {
    const model = modelOf(drawn);
    const [first] = Object.entries(answersOf(model, drawn.seed));
    fc.pre(first !== undefined); // a run with its line closed and no incident asks nothing
    const [question, option] = first!;
    const given = modelOf(drawn, JSON.stringify({ add: { answers: { [question]: option } } }));
    const asked: string[] = [];
    for (const answerer of [seeded(other), likeliest]) simulate(given, { mayWait: false, answer: (one) => { asked.push(identityOf(one)); return answerer.answer(one); } });
    expect(asked).not.toContain(question);
  }), { numRuns: 40 });
});

test("anAnswerThatARunDoesNotComeToIsKnown", () => {
  fc.assert(fc.property(crises, fc.nat(10_000), (drawn, other) => {
    const model = modelOf(drawn, JSON.stringify({ add: { answers: answersOf(modelOf(drawn), drawn.seed) } }));
    const asked = new Set(Object.keys(answersOf(modelOf(drawn), drawn.seed)));
    const own = simulate(model, seeded(other));
    expect(unaskedAnswers(model, own.stop.world)).toEqual([]); // every question is answered as the seed answers it
    const [first] = asked;
    if (first === undefined) return;
    const late = first.replace(/\d+$/, "900");
    const more = modelOf(drawn, JSON.stringify({ add: { answers: { [late]: model.answers.get(first)! } } }));
    expect(unaskedAnswers(more, simulate(more, seeded(drawn.seed)).stop.world)).toEqual([late]);
  }), { numRuns: 25 });
});

const GIVEN = "answers: { guard.answer|guards|raiders|push|0: hold }\nparties:";

describe("an answer given beforehand", () => {
  test.each<[string, string, string, string]>([
    ["is well written where all of it is known", GIVEN, "", ""],
    ["names a question", GIVEN.replace("guard.answer", "guard.anwser"), "unknown-question", "guard.anwser|guards|raiders|push|0"],
    ["names an option", GIVEN.replace("hold", "holdd"), "unknown-option", "holdd"],
    ["names parties", GIVEN.replace("raiders", "riders"), "unknown-party", "guard.answer|guards|riders|push|0"],
    ["names a root", GIVEN.replace("push", "pull"), "unknown-item", "guard.answer|guards|raiders|pull|0"],
    ["has an identity of five parts", GIVEN.replace("|push|0", "|push"), "bad-value", "guard.answer|guards|raiders|push"],
    ["counts from 0", GIVEN.replace("|0", "|-1"), "bad-value", "guard.answer|guards|raiders|push|-1"],
  ])("%s", (_what, given, code, pointsAt) => {
    const { codes, pointsAt: place } = afterChange("parties:", given);
    expect([codes.join(" "), code === "" ? "" : place]).toEqual([code, pointsAt]);
  });
});

test("answers and a course without surprises are part of the hash, and none of them leave it as it is", () => {
  const hashOf = (text: string): string => {
    const loaded = loadFiles({ "gate.yaml": text });
    return loaded.ok ? loaded.scenario.hash : "";
  };
  const hashes = [SMALL, changed("parties:", GIVEN), changed("seed: 7", "seed: 7\ncourse: no-surprises"), changed("seed: 7", "seed: 7\ncourse: seeded\nanswers: {}")].map(hashOf);
  expect(hashes[3]).toBe(hashes[0]);
  expect(new Set(hashes).size).toBe(3);
});
