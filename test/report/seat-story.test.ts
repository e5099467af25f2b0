import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { renderNdjson } from "../../src/report/run-ndjson.ts";
import { seenFrom } from "../../src/report/seat.ts";
import { tellStory, type StoryLine } from "../../src/report/story.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { simulate, type Simulated } from "../../src/simulation/simulate.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";
import { crisis, pick, ROAD } from "../simulation/small-crises.ts";

const actorsOf = ({ scenario }: Model): readonly string[] => Object.values(scenario.parties).filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id);
const shipped = ["at-tanf-2017", "dgmo-hotline", "liaison-office", "tutorial"].map((name) => compileModel(loadShipped(name)));

/** Checks every seat of random crises and of shipped scenarios over several seeds. */
function atEverySeat(check: (run: Simulated, party: string) => void): void {
  const seats = (run: Simulated): void => { for (const party of actorsOf(run.model)) check(run, party); };
  fc.assert(fc.property(crises, (drawn) => { seats(simulate(modelOf(drawn), seeded(drawn.seed))); }), { numRuns: 15 });
  for (const model of shipped) for (const seed of [1, 2, 3]) seats(simulate(model, seeded(seed)));
}

/** What a seat does not see, with everything of it changed but what stands behind a perception: that there was such an act, against whom, how far out. */
function otherwise(entry: Entry): Entry {
  switch (entry.kind) {
    case "act": return { ...entry, who: undefined, item: undefined, gravity: 0, forced: false };
    case "perceived": return { ...entry, percept: "told.late", truth: undefined, misattributed: false, shift: 0 };
    case "message": return { ...entry, message: "notice", stage: "waiting", via: undefined };
    case "relay": return { ...entry, relay: "unverified" };
    case "call": return { ...entry, call: "outage" };
    case "stance": return { ...entry, whom: undefined, from: [], to: [], rung: 0, rungBefore: 0 };
    case "decision": return { ...entry, option: "none", options: [], weights: [] };
    case "trust": return { ...entry, from: 0, to: 0 };
    default: return entry;
  }
}

/** Words that somebody said: they hang on what the speaker knew. */
const isSaid = ({ tag, entry }: StoryLine, entries: readonly Entry[]): boolean => tag === "PUBLIC" || entries[entry]!.kind === "message";

describe("the story from a seat", () => {
  test("hangsOnNothingThatTheSeatDoesNotSee: who it was in truth, what others took it for, decided or were told", () => {
    let lines = 0;
    atEverySeat(({ model, entries }, party) => {
      const shown = seenFrom(party, model.scenario, entries);
      const seen = new Map(shown.map((entry) => [entry.number, entry]));
      const told = (all: readonly Entry[]): readonly string[] => tellStory(model, all, shown).filter((line) => !isSaid(line, entries)).map(({ at, tag, text }) => `${at} ${tag} ${text}`);
      const here = told(entries);
      expect(told(entries.map((entry) => seen.get(entry.number) ?? otherwise(entry)))).toEqual(here);
      lines += here.length;
    });
    expect(lines).toBeGreaterThan(1000);
  });

  test("says of everything what the seat saw of it: no line stands for an entry that it does not see", () => {
    atEverySeat(({ model, entries }, party) => {
      const shown = seenFrom(party, model.scenario, entries);
      const numbers = new Set(shown.map(({ number }) => number));
      expect(tellStory(model, entries, shown).filter(({ entry }) => !numbers.has(entry))).toEqual([]);
    });
  });
});

test("what was noted down wrong is known to neither end, nor to the one it was passed on to", () => {
  const entering = { id: "in", at: "day 1 12:00", incident: "enter", by: "column", against: "post", forced: true };
  const { model, entries } = simulate(crisis(ROAD, { "line.heard": "wrong", "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" }, JSON.stringify({ add: { timeline: [entering] } })), seeded(1));
  expect(pick(entries, "message", { stage: "wrong" }).map(({ message }) => message)).toEqual(expect.arrayContaining(["query", "request-to-leave", "warning", "notice"]));
  for (const party of actorsOf(model)) {
    const shown = seenFrom(party, model.scenario, entries);
    expect(pick(shown, "message", { stage: "wrong" })).toEqual([]);
    expect(tellStory(model, entries, shown).filter(({ text }) => /not(ed|es?) (it )?down/.test(text))).toEqual([]);
  }
});

test("inTheLinesForProgramsOfASeatEveryCauseIsASeenEntryBefore, and nothing is named that the seat does not see", () => {
  let caused = 0;
  atEverySeat((simulated, party) => {
    const seen = new Set<unknown>();
    const lines = [...renderNdjson({ simulated, source: "-", seed: 1, version: "1.2.3", as: party, through: undefined })].map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    const entries = lines.slice(1, -1);
    expect(entries.filter(({ kind, truth, misattributed, shift }) => kind === "perceived" && (truth !== undefined || misattributed !== false || shift !== 0))).toEqual([]);
    for (const { id, cause } of entries) {
      expect([null, ...seen]).toContain(cause);
      caused += cause === null ? 0 : 1;
      seen.add(id);
    }
    expect(seen.size).toBe(lines.length - 2);
  });
  expect(caused).toBeGreaterThan(1000);
});
