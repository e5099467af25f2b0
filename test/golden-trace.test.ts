// A short run, entry by entry, as a text that can be read and compared.
import { expect, test } from "vitest";
import { seeded } from "../src/kernel/choices.ts";
import { clock, timeIn } from "../src/report/words.ts";
import type { Scenario } from "../src/scenario/scenario.ts";
import { compileModel } from "../src/simulation/model.ts";
import { simulate } from "../src/simulation/simulate.ts";
import type { Entry } from "../src/simulation/trace.ts";
import { loadShipped } from "./bench/shipped.ts";

// After a change that is meant: npx vitest run -u --config test/vitest.config.ts test/golden-trace
test("the entries of the first day are as they are written down", async () => {
  const model = compileModel(loadShipped("first-strike"));
  const { entries, violations } = simulate(model, seeded(model.scenario.seed));
  expect(violations).toEqual([]);
  await expect(`${entries.map((entry) => lineOf(entry, model.scenario)).join("\n")}\n`).toMatchFileSnapshot("golden/first-strike-entries.txt");
});

/** An entry in one line: its number, when, what, who toward whom, what it says, its root, and the number of its cause. */
function lineOf(entry: Entry, scenario: Scenario): string {
  const { number, at, kind, who, whom, root, cause } = entry;
  const parties = who === undefined ? [] : [whom === undefined ? who : `${who} > ${whom}`];
  const because = cause === undefined ? `[${root}]` : `[${root}, by ${cause}]`;
  return [String(number).padStart(3), clock(timeIn(scenario, at)), kind, ...parties, ...factsOf(entry), because].join("  ");
}

/** In every entry, and shown elsewhere; or numbers of places in the model. */
const COMMON: ReadonlySet<string> = new Set(["number", "id", "at", "kind", "who", "whom", "root", "n", "cause", "stance", "chart", "options", "weights"]);
/** Words that say by themselves what they are. */
const BARE: ReadonlySet<string> = new Set(["percept", "act", "call", "message", "stage", "relay", "statement", "decision", "option", "delay", "order", "shock", "ending"]);

function factsOf(entry: Entry): readonly string[] {
  if (entry.kind === "stance") return [entry.to.filter((path) => !entry.from.includes(path)).join(" "), `rung ${entry.rungBefore} to ${entry.rung}`];
  return Object.entries(entry).flatMap(([key, value]) => {
    if (COMMON.has(key) || value === undefined || value === false || (key === "shift" && value === 0)) return [];
    return value === true ? [key] : [BARE.has(key) ? String(value) : `${key} ${String(value)}`];
  });
}
