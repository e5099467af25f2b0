import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { renderNdjson } from "../../src/report/run-ndjson.ts";
import { renderRun, type RunReport } from "../../src/report/run-text.ts";
import { seenFrom } from "../../src/report/seat.ts";
import { tellStory } from "../../src/report/story.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";
import { crisis, pick, ROAD, type Certainties } from "../simulation/small-crises.ts";

const tanf = compileModel(loadShipped("at-tanf-2017"));
const hotline = compileModel(loadShipped("dgmo-hotline"));
const actorsOf = ({ scenario }: Model): readonly string[] => Object.values(scenario.parties).filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id);

const shippedRuns = [tanf, hotline].flatMap((model) => [1, 2, 3].map((seed) => ({ model, entries: simulate(model, seeded(seed)).entries })));

/** Checks every seat of random crises and of shipped scenarios over several seeds. */
function atEverySeat(check: (seen: { readonly party: string; readonly entries: readonly Entry[]; readonly shown: readonly Entry[]; readonly model: Model }) => void): void {
  const seats = ({ model, entries }: { readonly model: Model; readonly entries: readonly Entry[] }): void => {
    for (const party of actorsOf(model)) check({ party, entries, model, shown: seenFrom(party, model.scenario, entries) });
  };
  fc.assert(fc.property(crises, (drawn) => { seats(simulate(modelOf(drawn), seeded(drawn.seed))); }), { numRuns: 20 });
  shippedRuns.forEach(seats);
}

/** What goes on inside a party, and what only it is told. */
const INNER: readonly Entry["kind"][] = [
  "pressure", "order", "act.ordered", "act.called-off", "perceived", "unattributed", "stance", "waited", "decision.opened", "decision", "decision.dropped", "relay", "trust", "goal",
];

describe("what a seat hides", () => {
  test("noInnerEntryOfAnotherIsSeen", () => {
    atEverySeat(({ party, shown }) => { expect(shown.filter(({ kind, who }) => INNER.includes(kind) && who !== party)).toEqual([]); });
  });

  test("noGroundTruthIsSeen", () => {
    atEverySeat(({ party, shown }) => {
      expect(pick(shown, "perceived").filter(({ truth, misattributed, shift }) => truth !== undefined || misattributed || shift !== 0)).toEqual([]);
      expect(shown.filter(({ kind }) => kind === "unseen" || kind === "item.skipped" || kind === "rule.disputed")).toEqual([]);
      expect(pick(shown, "act").filter(({ who, forced }) => who !== party || forced)).toEqual([]);
    });
  });

  test("noMessageIsSeenButBySpeakerCarrierAndHearer", () => {
    atEverySeat(({ party, shown }) => {
      for (const { who, whom, via, stage } of pick(shown, "message")) {
        expect([who, whom, via]).toContain(party);
        // Whoever it was for knows of it once it has come, and not before.
        expect(party === who || party === via || !["waiting", "at-patron", "passed-on", "lost", "lapsed", "declined", "undeliverable"].includes(stage)).toBe(true);
      }
    });
  });

  test("noCallIsSeenOverALineOfOthers", () => {
    atEverySeat(({ party, shown, model }) => {
      for (const { line } of [...pick(shown, "call"), ...pick(shown, "tier")]) expect(model.scenario.channels[line]!.between).toContain(party);
    });
  });

  test("theStoryNamesNobodyInAReadingThatOnlyAnotherMade", () => {
    let readings = 0;
    atEverySeat(({ party, entries, shown, model }) => {
      const told = tellStory(model, entries, shown);
      const mine = new Set(pick(shown, "perceived").flatMap(({ whom }) => whom ?? []));
      for (const { tag, who, whom, text, entry } of told.filter((line) => line.tag === "READS")) {
        readings++;
        expect([tag, who]).toEqual(["READS", party]);
        expect(entries[entry]!.kind === "unattributed" || whom === undefined || mine.has(whom)).toBe(true);
        expect(text).not.toMatch(/In truth|Blamed/);
      }
      expect(told.filter(({ tag, who }) => (tag === "DECIDE" || tag === "STANCE" || tag === "TRUST") && who !== party)).toEqual([]);
    });
    expect(readings).toBeGreaterThan(50);
  });

  test("noCauseThatIsNotSeenIsNamed", () => {
    for (const { model, entries } of shippedRuns) {
      for (const as of actorsOf(model)) {
        const simulated = { ...simulate(model, seeded(1), 0), entries };
        const lines = [...renderNdjson({ simulated, source: "x", seed: 1, version: "1.2.3", as, through: undefined })].map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
        const ids = new Set([undefined, null, ...lines.map(({ id }) => id)]);
        expect(lines.filter(({ cause }) => !ids.has(cause))).toEqual([]);
      }
    }
  });

  test("theLadderShowsOnlyItsOwnStances", () => {
    for (const as of actorsOf(tanf)) {
      const simulated = simulate(tanf, seeded(1));
      const ladder = [...renderRun({ simulated, source: "x", seed: 1, version: "1.2.3", as, through: undefined }, { width: 400, colour: false })].filter((line) => line.includes("LADDER"));
      for (const pair of ladder.flatMap((line) => line.trim().slice("LADDER ".length).split(" | "))) expect(pair.startsWith(`${as}-`) || pair.split(" ")[0]!.endsWith(`-${as}`), `${as}: ${pair}`).toBe(true);
    }
  });

  test("whatNobodyPerceivesChangesNoView", () => {
    const view = (model: Model, seed: number, party: string): readonly string[] => {
      const { entries } = simulate(model, seeded(seed));
      return tellStory(model, entries, seenFrom(party, model.scenario, entries)).map(({ at, tag, text }) => `${at} ${tag} ${text}`);
    };
    fc.assert(fc.property(crises, fc.nat(9), (drawn, n) => {
      const [plain, more] = [modelOf(drawn), modelOf(drawn, "add: { timeline: [{ id: idle, at: day 2 11:11, incident: attack, by: unknown, text: A tree falls. }] }")];
      const party = actorsOf(plain)[n % actorsOf(plain).length]!;
      expect(view(more, drawn.seed, party)).toEqual(view(plain, drawn.seed, party));
    }), { numRuns: 30 });
  });
});

describe("what a seat shows", () => {
  test("everythingThatIsSeenHappened, in the order in which it did", () => {
    atEverySeat(({ entries, shown }) => {
      const numbers = shown.map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      for (const { number, id, at, kind } of shown) expect({ id, at, kind }).toEqual({ id: entries[number]!.id, at: entries[number]!.at, kind: entries[number]!.kind });
    });
  });

  test("itsOwnSideWhole, and everything said in public", () => {
    atEverySeat(({ party, entries, shown }) => {
      const own = (all: readonly Entry[]): readonly string[] => all.filter(({ kind, who }) => kind === "statement" || (who === party && INNER.includes(kind))).map(({ id }) => id);
      expect(own(shown)).toEqual(own(entries));
    });
  });

  test("what it perceived, and not who it was", () => {
    const shown = seenAs("post", { "id": "shells", "at": "day 1 10:00", "incident": "attack", "by": "strangers", "against": "post", "appears-as": { by: "column" } });
    expect(pick(shown, "perceived", { source: "sight" })[0]).toMatchObject({ who: "post", whom: "column", truth: undefined, misattributed: false, shift: 0 });
    expect(pick(shown, "act", { item: "shells" } as Partial<EntryOf<"act">>)).toEqual([]);
  });

  test("its own act, but not one that the exercise made it do", () => {
    expect(pick(seenAs("column", { id: "in", at: "day 1 10:00", incident: "enter", by: "column", against: "post", forced: true }), "act", { item: "in" })).toEqual([]);
    const shown = seenAs("column", { id: "push", at: "day 1 10:00", pressure: { party: "column", toward: "post", strength: "grave" } });
    expect(pick(shown, "act", { who: "column" }).length).toBeGreaterThan(0);
    expect(pick(shown, "pressure")).toHaveLength(1);
  });

  test("that its own line is dead, but not why, and nothing of another's", () => {
    const outage = { id: "storm", at: "day 1 10:00", shock: "line-outage", channel: "wire", lasts: "2 h" };
    const [post, column] = [seenAs("post", outage), seenAs("column", outage)];
    expect([post, column].map((shown) => pick(shown, "call", { call: "went-dead" }).length)).toEqual([1, 0]);
    expect([post, column].flatMap((shown) => pick(shown, "shock"))).toEqual([]);
  });
});

describe("a run for programs", () => {
  const reportOf = (model: Model, as?: string, through?: number): RunReport => ({
    simulated: simulate(model, seeded(1), through), source: "the-road", seed: 1, version: "1.2.3", as, through: through === undefined ? undefined : "day 2 06:00",
  });
  const linesOf = (report: RunReport): readonly Readonly<Record<string, unknown>>[] => [...renderNdjson(report)].map((line) => JSON.parse(line));

  test("is one JSON text a line: what it is, every entry, every verdict, the end", () => {
    const report = reportOf(tanf);
    const lines = linesOf(report);
    const { entries, verdicts } = report.simulated;
    expect(lines[0]).toMatchObject({ kind: "report", simulated: true, source: "the-road", seed: 1, course: "seeded", version: "1.2.3", model: tanf.hash, as: null, through: null, start: "2017-05-18T06:00+03:00", timezone: "Asia/Damascus" });
    expect(lines.slice(1, 1 + entries.length).map(({ number, id, kind, at }) => ({ number, id, kind, at }))).toEqual(entries.map(({ number, id, kind, at }) => ({ number, id, kind, at })));
    expect(lines.filter(({ kind }) => kind === "verdict").map(({ expectation, holds, first }) => [expectation, holds, first])).toEqual(verdicts.map(({ expectation, holds, first }) => [expectation.id, holds, entries[first]?.id ?? null]));
    expect(lines.at(-1)).toEqual({ kind: "end", ending: "ended", violations: [] });
    expect(lines).toHaveLength(entries.length + verdicts.length + 2);
    expect([...renderNdjson(report)].filter((line) => line.includes("\n"))).toEqual([]);
  });

  test("names causes by the ids of entries before", () => {
    const ids = new Set<unknown>([null]);
    for (const { id, kind, cause } of linesOf(reportOf(tanf)).slice(1)) {
      if (kind === "verdict" || kind === "end") continue;
      expect(ids).toContain(cause);
      ids.add(id);
    }
    expect(ids.size).toBeGreaterThan(200);
  });

  test("says every assumption and what it rests on", () => {
    const { assumptions } = linesOf(reportOf(tanf))[0] as { readonly assumptions: readonly Readonly<Record<string, unknown>>[] };
    expect(assumptions).toHaveLength(tanf.scenario.assumptions.length);
    expect(assumptions.find(({ key }) => key === "relay.complied")).toMatchObject({ value: expect.anything(), range: [0, 0.9], ground: "record", from: "scenario" });
  });

  test("from a seat says so, has what is seen from there and no verdicts", () => {
    const report = reportOf(tanf, "russia");
    const lines = linesOf(report);
    expect(lines[0]).toMatchObject({ as: "russia" });
    expect(lines.slice(1, -1).map(({ id }) => id)).toEqual(seenFrom("russia", tanf.scenario, report.simulated.entries).map(({ id }) => id));
  });

  test("that was stopped on its way says that it was, and of the no-surprise course that nothing was drawn", () => {
    const lines = linesOf({ ...reportOf(tanf, undefined, 1440), seed: undefined });
    expect(lines[0]).toMatchObject({ seed: null, course: "no-surprises", through: "day 2 06:00" });
    expect(lines.at(-1)).toMatchObject({ ending: "paused" });
    expect(lines.every(({ at }) => at === undefined || (at as number) <= 1440)).toBe(true);
  });
});

function seenAs(party: string, item: unknown, certainly: Certainties = {}): readonly Entry[] {
  const model = crisis(ROAD, certainly, JSON.stringify({ add: { timeline: [item] } }));
  return seenFrom(party, model.scenario, simulate(model, seeded(1)).entries);
}
