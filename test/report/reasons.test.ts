import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { isGoingOn, reasonFor, type Reason } from "../../src/report/reasons.ts";
import { tellStory } from "../../src/report/story.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { loadShipped } from "../bench/shipped.ts";

/** What happens between a post and a column, step by step: each gives its entries from a number on. */
type Step = (number: number, at: number) => readonly Entry[];

const common = (number: number, at: number, who: string, whom: string, cause: number | undefined) => ({ number, id: `step|${who}|${whom}|run|${number}`, at, who, whom, root: "run", n: number, cause });
const deed = (act: EntryOf<"act">["act"], who: string, whom: string): Step => (number, at) => [{ ...common(number, at, who, whom, undefined), kind: "act", act, gravity: 2, km: undefined, item: undefined, forced: false }];
const sees = (percept: EntryOf<"perceived">["percept"], act: EntryOf<"act">["act"]): Step => (number, at) => [
  ...deed(act, "column", "post")(number, at),
  { ...common(number + 1, at, "post", "column", number), kind: "perceived", percept, source: "sight", truth: "column", misattributed: false, shift: 0 },
];
const says = (message: EntryOf<"message">["message"], stage: EntryOf<"message">["stage"], whom = "column"): Step => (number, at) => [{ ...common(number, at, "post", whom, undefined), kind: "message", message, stage, line: "wire", via: "sponsor" }];

const ENTERS = sees("menaced.self", "enter");
const COMES_ON = sees("menaced.self", "approach");
const STOPS = sees("halted.self", "halt");
const LEAVES = sees("left.self", "withdraw");
const REQUEST = says("request-to-leave", "at-patron");
const WARNING = says("warning", "delivered");

/** The trace of these steps an hour apart, then force that goes back to the last thing taken for a threat, and what follows it; and the words that go back to the force. */
function forceAfter(steps: readonly Step[], { hours = 1, after = [] as readonly Step[] } = {}): { readonly words: Entry; readonly entries: readonly Entry[] } {
  const entries: Entry[] = [];
  const run = (step: Step, at: number): void => { entries.push(...step(entries.length, at)); };
  steps.forEach((step, i) => { run(step, i * hours * 60); });
  const at = steps.length * hours * 60;
  const seen = entries.findLast((entry) => entry.kind === "perceived" && entry.percept !== "halted.self" && entry.percept !== "left.self");
  const ordered = entries.length;
  entries.push({ ...common(ordered, at, "post", "column", seen?.number), kind: "act.ordered", act: "strike", takes: 30 });
  entries.push({ ...deed("strike", "post", "column")(ordered + 1, at + 30)[0]!, cause: ordered });
  for (const step of after) run(step, at + 40);
  const words: Entry = { ...common(entries.length, at + 60, "post", "column", ordered + 1), kind: "statement", statement: "self-defence", item: undefined, forced: false };
  return { words, entries: [...entries, words] };
}

function reasonAfter(steps: readonly Step[], more: Parameters<typeof forceAfter>[1] = {}): Reason | undefined {
  const { words, entries } = forceAfter(steps, more);
  return reasonFor(words, entries);
}

describe("the reason given for force", () => {
  test.each<readonly [string, readonly Step[], Reason | undefined]>([
    ["who came in and was not asked was taken for a threat", [ENTERS], "threatened"],
    ["who came in and came on, and was neither asked nor warned, was taken for a threat", [ENTERS, COMES_ON], "threatened"],
    ["who was asked and did not go had been asked", [ENTERS, REQUEST], "asked"],
    ["who was asked, and comes on without a warning, had been asked", [ENTERS, REQUEST, COMES_ON], "asked"],
    ["who was warned and did not move was taken for a threat", [ENTERS, WARNING], "threatened"],
    ["who was warned and came on came on", [ENTERS, WARNING, COMES_ON], "came-on"],
    ["who came on after shots ahead of it came on", [ENTERS, deed("warning-shots", "post", "column"), COMES_ON], "came-on"],
    ["aircraft overhead are no warning", [ENTERS, deed("show-force", "post", "column"), COMES_ON], "threatened"],
    ["who came on first and was warned then did not come on after it", [ENTERS, COMES_ON, WARNING], "threatened"],
    ["who came on and stopped did not come on", [ENTERS, WARNING, COMES_ON, STOPS], "threatened"],
    ["who stopped and came on again came on", [ENTERS, WARNING, STOPS, COMES_ON], "came-on"],
    ["what was asked of those who left is over", [ENTERS, REQUEST, LEAVES, ENTERS], "threatened"],
    ["a warning that has not reached them is none", [ENTERS, says("warning", "at-patron"), COMES_ON], "threatened"],
    ["a request that was lost is none", [ENTERS, says("request-to-leave", "lost")], "threatened"],
    ["a request to somebody else is none", [ENTERS, says("request-to-leave", "at-patron", "raiders")], "threatened"],
    ["force after an attack answers an attack, whatever was asked", [ENTERS, REQUEST, WARNING, sees("fired-on.self", "attack")], "attacked"],
    ["where nothing of the kind was seen there is no reason of this kind", [], undefined],
  ])("%s", (_, steps, reason) => { expect(reasonAfter(steps)).toBe(reason); });

  test("what was said a day before does not belong to it", () => {
    expect(reasonAfter([ENTERS, REQUEST, COMES_ON], { hours: 8 })).toBe("threatened");
    expect(reasonAfter([ENTERS, WARNING, COMES_ON], { hours: 8 })).toBe("threatened");
  });

  test("what they did once it was ordered is no reason for it", () => {
    expect(reasonAfter([ENTERS, WARNING], { after: [COMES_ON] })).toBe("threatened");
  });

  test("force that is followed by an order for more is not over", () => {
    const more: Step = (number, at) => [{ ...common(number, at, "post", "column", undefined), kind: "act.ordered", act: "strike", takes: 30 }];
    const [over, not] = [forceAfter([ENTERS]), forceAfter([ENTERS], { after: [more] })];
    expect([isGoingOn(over.words, over.entries), isGoingOn(not.words, not.entries)]).toEqual([false, true]);
  });
});

test("inNoRunIsAnybodySaidToHaveBeenAskedOrToHaveComeOnWhoWasNot", () => {
  const model = compileModel(loadShipped("at-tanf-2017"));
  let claims = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { entries } = simulate(model, seeded(seed));
    for (const { entry, text: whole } of tellStory(model, entries)) {
      const text = whole.slice(whole.indexOf(": "));
      const words = entries[entry]!;
      const isReason = (words.kind === "message" && words.message === "explanation") || (words.kind === "statement" && words.statement === "self-defence");
      const claim = !isReason ? undefined : /came on|advance/.test(text) ? "came-on" : /asked|request/.test(text) ? "asked" : /attacked|fired|under fire|answer to/.test(text) ? "attacked" : undefined;
      if (claim === undefined) continue;
      claims++;
      const strike = entries.slice(0, entry).findLast((act): act is EntryOf<"act"> => act.kind === "act" && (act.act === "strike" || act.act === "mistaken-strike") && act.who === words.who)!;
      const isBefore = ({ number, at }: Entry): boolean => number < strike.number && at >= strike.at - 12 * 60;
      const approaches = entries.filter((act) => isBefore(act) && act.kind === "act" && act.act === "approach" && act.whom === words.who);
      const asked = entries.filter((said) => isBefore(said) && said.kind === "message" && said.message === "request-to-leave" && said.whom === strike.whom && ["at-patron", "delivered", "corrected"].includes(said.stage));
      const attacks = entries.filter((hit) => isBefore(hit) && hit.kind === "perceived" && hit.who === words.who && (hit.percept === "fired-on.self" || hit.percept === "struck.self"));
      expect({ seed, text, is: { "came-on": approaches, asked, "attacked": attacks }[claim].length > 0 }).toEqual({ seed, text, is: true });
    }
  }
  expect(claims).toBeGreaterThan(40);
});
