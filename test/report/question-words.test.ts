import { describe, expect, test } from "vitest";
import { optionsOf, seeded, type Question } from "../../src/kernel/choices.ts";
import { DOCTRINES } from "../../src/parties/doctrines.ts";
import { answerWords, oddsWords, questionWords } from "../../src/report/question-words.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { loadShipped } from "../bench/shipped.ts";

const scenario = loadShipped("at-tanf-2017");

/** Every question of some runs, one of each name. */
function questionsOf(seeds: number): readonly Question[] {
  const model = compileModel(scenario);
  const found = new Map<string, Question>();
  for (let seed = 0; seed < seeds; seed++) {
    const rest = seeded(seed);
    simulate(model, { mayWait: false, answer: (question) => { found.set(question.name.text, question); return rest.answer(question); } });
  }
  return [...found.values()];
}

describe("a question in words", () => {
  const questions = questionsOf(5);

  test("every question that runs ask is told without a name of the program", () => {
    expect(questions.length).toBeGreaterThan(60);
    const told = questions.map((question) => questionWords(scenario, question));
    expect(told.filter((words) => !/^(?:how|what|whether) /.test(words) || /[[\]{}|]|\b\w+-\w+\.\w|undefined/.test(words))).toEqual([]);
    const answers = questions.flatMap((question) => question.options.names.map((_, i) => answerWords(scenario, question, i)));
    expect(answers.filter((words) => /^\d+ ?[mhd]$|undefined/.test(words))).toEqual([]);
  });

  test("a decision names who decides, toward whom, and what about", () => {
    const decision = questions.find(({ name }) => name.text === "garrison.use-of-force")!;
    expect(questionWords(scenario, decision)).toBe("what the coalition decides toward the militias (use of force)");
    expect(decision.options.names.map((_, i) => answerWords(scenario, decision, i))).toEqual(["order a strike", "warn once more", "hold back"]);
  });

  test("a delay of a doctrine is a wait, and no wait of another kind has a phrase of a doctrine", () => {
    const delay = questions.find(({ name }) => name.text === "garrison.leave-due")!;
    expect(questionWords(scenario, delay)).toMatch(/^how long the coalition waits toward the (?:militias|Syrian government) \(leave due\)$/);
    expect(delay.options.names.map((_, i) => answerWords(scenario, delay, i))).toEqual(["1 hour and 20 minutes", "1 hour and 50 minutes", "2 hours and 30 minutes", "3 hours and 20 minutes"]);
    const ofDoctrines = questions.filter(({ kind, name }) => kind === "chance" && /\(.*\)$/.test(questionWords(scenario, { kind, name, asker: delay.asker, other: delay.other, root: delay.root, options: delay.options })));
    for (const { name } of ofDoctrines) expect(Object.keys(DOCTRINES)).toContain(name.text.split(".")[0]);
  });
});

test.each([
  [[99, 1], 0, "nearly certain"], [[99, 1], 1, "about 1 in 100"], [[1, 1], 0, "about even"], [[12, 3, 1], 0, "about 3 in 4"],
  [[12, 3, 1], 2, "about 1 in 15"], [[2, 1], 1, "about 1 in 3"], [[19, 1], 0, "about 19 in 20"], [[9999, 1], 1, "less than 1 in 1000"], [[1000, 3], 1, "about 1 in 300"], [[39, 1], 1, "about 1 in 40"],
] as const)("weights %j, option %i: %s", (weights, option, words) => {
  expect(oddsWords({ options: optionsOf(weights.map(String), weights) }, option)).toBe(words);
});
