import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { outcomeOf } from "../../src/report/outcome.ts";
import { advance } from "../../src/simulation/advance.ts";
import { ARRIVED_STAGES, type MessageStage } from "../../src/simulation/codes.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import type { Recorder } from "../../src/simulation/run.ts";
import { recordAll } from "../../src/simulation/judge.ts";
import { recordTrace, type Entry } from "../../src/simulation/trace.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { measure, type Measures } from "../../src/study/measures.ts";
import { isForce } from "../../src/terms/acts.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crises, modelOf } from "../simulation/random-crises.ts";
import { crisis, pick, ROAD, type Certainties } from "../simulation/small-crises.ts";

/** A run with what was measured as it went, everything that was recorded, and its trace. */
function measured(model: Model, seed: number) {
  const recorder = measure(model);
  const trace = recordTrace(model);
  const kept: Parameters<Recorder["record"]>[] = [];
  advance(model, initialWorld(model), seeded(seed), recordAll(recorder, trace, { record: (...entry) => { kept.push(entry); } }));
  return { measures: recorder.measures, kept, entries: trace.entries() };
}

/** The same measures, counted from a trace by their definitions. */
function counted(model: Model, entries: readonly Entry[]) {
  const ids = model.parties.map(({ text }) => text);
  const pairs = model.scenario.crisis;
  const isPair = (a: string | undefined, b: string | undefined): boolean => pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  const rungs = model.stances.map(({ chart }) => chart.rung(chart.initial.next));
  const peaks = model.pairs.map(({ stances }) => Math.max(0, ...stances.map((stance) => rungs[stance]!)));
  const inForce = (): boolean => model.pairs.some(({ stances }) => stances.some((stance) => rungs[stance]! >= 6));
  let minutesOfForce = 0;
  let last = 0;
  for (const entry of entries) {
    if (inForce()) minutesOfForce += entry.at - last;
    last = entry.at;
    if (entry.kind !== "stance") continue;
    rungs[entry.stance] = entry.rung;
    model.pairs.forEach(({ stances }, pair) => { if (stances.includes(entry.stance)) peaks[pair] = Math.max(peaks[pair]!, entry.rung); });
  }
  const acts = pick(entries, "act").filter(({ act, who }) => isForce(act) && who !== undefined);
  const by = (wanted: (act: string) => boolean): readonly number[] => ids.map((id) => acts.filter(({ who, act }) => who === id && wanted(act)).length);
  const calls = pick(entries, "call");
  const readings = pick(entries, "perceived");
  return {
    peaks, minutesOfForce,
    firstForce: acts.find(({ who, whom }) => isPair(who, whom))?.at ?? -1,
    force: by(() => true), strikes: by((act) => act === "strike" || act === "mistaken-strike"),
    callsTaken: calls.filter(({ call }) => call === "answered" || call === "held").length,
    callsUntaken: calls.filter(({ call }) => call === "unanswered" || call === "not-rung").length,
    warningsArrived: pick(entries, "message").filter(({ message, stage }) => (message === "warning" || message === "ultimatum") && (ARRIVED_STAGES as readonly MessageStage[]).includes(stage)).length,
    requestsFollowed: pick(entries, "relay", { relay: "complied" }).length,
    requestsNotFollowed: pick(entries, "relay", { relay: "ignored" }).length,
    graver: readings.filter(({ shift }) => shift > 0).length,
    milder: readings.filter(({ shift }) => shift < 0).length,
    misattributed: readings.filter(({ misattributed }) => misattributed).length,
  };
}

const plain = ({ peaks, force, strikes, ...rest }: Measures) => ({ ...rest, peaks: [...peaks], force: [...force], strikes: [...strikes] });

describe("measures", () => {
  test("foldedAsItRunsTheyEqualThoseFoldedOverTheTrace", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const { measures, kept } = measured(model, drawn.seed);
      const afterwards = measure(model);
      for (const entry of kept) afterwards.record(...entry);
      expect(afterwards.measures).toEqual(measures);
    }), { numRuns: 40 });
  });

  test("theyEqualWhatTheTraceSaysByTheirDefinitions", () => {
    const check = (model: Model, seed: number): void => {
      const { measures, entries } = measured(model, seed);
      expect(plain(measures)).toMatchObject(counted(model, entries));
    };
    fc.assert(fc.property(crises, (drawn) => { check(modelOf(drawn), drawn.seed); }), { numRuns: 60 });
    for (const name of ["at-tanf-2017", "dgmo-hotline"]) for (const seed of [1, 2, 3, 4, 5]) check(compileModel(loadShipped(name)), seed);
  });

  test("theyAgreeWithWhatTheReportSays", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const { measures, entries } = measured(model, drawn.seed);
      const outcome = outcomeOf(model, entries);
      expect([...measures.peaks]).toEqual(outcome.peaks.map(({ rung }) => rung));
      expect([measures.callsUntaken, measures.requestsFollowed, measures.requestsNotFollowed]).toEqual([outcome.calls.untaken, outcome.requests.complied, outcome.requests.ignored]);
      expect([measures.graver, measures.milder]).toEqual([outcome.readings.graver, outcome.readings.milder]);
    }), { numRuns: 30 });
  });
});

describe("each of them, in a run in which one thing happens", () => {
  const of = (certainly: Certainties, ...items: readonly unknown[]): Measures => measured(crisis(ROAD, certainly, JSON.stringify({ add: { timeline: items } })), 1).measures;
  const strike = (id: string, at: string, by: string, against: string, more: object = {}) => ({ id, at, incident: "strike", by, against, forced: true, ...more });
  const [POST, COLUMN, STRANGERS] = [0, 2, 4];

  test("nothing happens: four due calls are taken, and the rest is nothing", () => {
    expect(plain(of({}))).toMatchObject({
      peaks: [expect.any(Number), expect.any(Number)], minutesOfForce: 0, firstForce: -1, force: [0, 0, 0, 0, 0], strikes: [0, 0, 0, 0, 0],
      callsTaken: 4, callsUntaken: 0, warningsArrived: 0, requestsFollowed: 0, requestsNotFollowed: 0, graver: 0, milder: 0, misattributed: 0,
    });
    expect(Math.max(...of({}).peaks)).toBeLessThanOrEqual(1);
  });

  test("nobody answers: the due calls are not taken", () => {
    const { callsTaken, callsUntaken } = of({ "line.answered": 0 });
    expect(callsTaken).toBe(0);
    expect(callsUntaken).toBeGreaterThanOrEqual(4);
  });

  test("a strike inside the crisis is the first force, and counts for the one who made it", () => {
    const { firstForce, force, strikes } = of({}, strike("blow", "day 2 10:00", "post", "column"));
    expect(firstForce).toBe(1440 + 240);
    expect([force[POST], strikes[POST], strikes[COLUMN]]).toEqual([1, 1, 0]);
  });

  test("a strike by somebody outside counts for them, and is no force inside the crisis", () => {
    const { firstForce, strikes } = of({ "sight.attributed/strike": 0 }, { ...strike("blow", "day 2 10:00", "strangers", "post"), forced: false });
    expect([firstForce, strikes[STRANGERS]]).toEqual([-1, 1]);
  });

  test("a strike by nobody known counts for nobody", () => {
    const { force } = of({}, { ...strike("blow", "day 2 10:00", "unknown", "post"), forced: false });
    expect([...force]).toEqual([0, 0, 0, 0, 0]);
  });

  test("a strike that was a mistake is a strike", () => {
    expect(of({}, { ...strike("blow", "day 2 10:00", "post", "column"), incident: "mistaken-strike" }).strikes[POST]).toBe(1);
  });

  test("blame on the wrong party is misattributed, and blame on the right one is not", () => {
    const attack = (appears: string) => ({ "id": "attack", "at": "day 2 10:00", "incident": "attack", "by": "strangers", "against": "post", "appears-as": { by: appears } });
    expect(of({}, attack("column")).misattributed).toBeGreaterThan(0);
    expect(of({}, attack("strangers")).misattributed).toBe(0);
  });

  test("what is read as graver or milder than meant", () => {
    const approach = { id: "near", at: "day 2 10:00", incident: "approach", by: "column", against: "post", forced: true };
    const [graver, milder, meant] = ["graver", "milder", "as-meant"].map((reading) => of({ "sight.reading": reading }, approach));
    expect([graver!.graver > 0, graver!.milder, milder!.milder > 0, milder!.graver, meant!.graver, meant!.milder]).toEqual([true, 0, true, 0, 0, 0]);
  });

  test("a request that is followed, and one that is not", () => {
    const enter = { id: "in", at: "day 2 10:00", incident: "enter", by: "column", against: "post", forced: true };
    const [followed, not] = [of({ "relay.complied": 1 }, enter), of({ "relay.complied": 0 }, enter)];
    expect([followed.requestsFollowed > 0, followed.requestsNotFollowed, not.requestsFollowed, not.requestsNotFollowed > 0]).toEqual([true, 0, 0, true]);
  });

  test("force that lasts to the end is counted to the end", () => {
    const model = crisis(ROAD, { "militia.take-up": "push" }, JSON.stringify({ add: { timeline: [{ id: "attack", at: "day 2 10:00", incident: "attack", by: "column", against: "post", forced: true, gravity: "grave" }] } }));
    const { measures, entries } = measured(model, 1);
    const rise = pick(entries, "stance").find(({ rung }) => rung >= 6);
    expect(measures.minutesOfForce).toBe(counted(model, entries).minutesOfForce);
    expect(measures.minutesOfForce > 0).toBe(rise !== undefined);
    expect(measures.peaks[0]).toBeGreaterThanOrEqual(rise === undefined ? 0 : 6);
  });
});
