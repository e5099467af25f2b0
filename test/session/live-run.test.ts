import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityOf, seeded } from "../../src/kernel/choices.ts";
import { LiveRun, type Goal } from "../../src/session/live-run.ts";
import type { Step } from "../../src/session/steps.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { EntryOf } from "../../src/simulation/trace.ts";
import { crisis, DAY, FIRST_CALL, pick, ROAD } from "../simulation/small-crises.ts";
import { crises, said } from "../simulation/random-crises.ts";
import { answered, asTheSeedWould, carryOutPlan, deedOf, liveOf, plans, take, toTheEnd, type Live } from "./live-crises.ts";

const wholeOf = ({ model, seed }: Live) => simulate(model, seeded(seed));
const goals: fc.Arbitrary<Goal> = fc.oneof(fc.record({ by: fc.nat(60) }), fc.record({ events: fc.nat(600) }), fc.record({ through: fc.nat(6000) }), fc.record({ through: fc.nat(6000), by: fc.nat(60) }));
const which = fc.nat(1000);
/** One of the parties that decide, by a number. */
const seatOf = ({ model }: Live, n: number): string => Object.values(model.scenario.parties).filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id)[n % 2]!;

describe("a run that nobody takes part in", () => {
  test("steppingEqualsRunning", () => {
    fc.assert(fc.property(crises, fc.array(goals, { maxLength: 12 }), (drawn, all) => {
      const live = liveOf(drawn);
      const { entries, verdicts, violations, stop } = wholeOf(live);
      for (const goal of all) live.run.go(goal);
      expect(live.run.go({})).toEqual({ kind: "ended" });
      expect(live.run.entries).toEqual(entries);
      expect(live.run.verdicts).toEqual(verdicts);
      expect(live.run.violations).toEqual(violations);
      expect({ ...live.run.world, takenNow: 0 }).toEqual({ ...stop.world, takenNow: 0 }); // a pause begins its minute anew
    }), { numRuns: 40 });
  });

  test("it goes as far as it is told, and no further", () => {
    fc.assert(fc.property(crises, fc.nat(120), fc.nat(5759), (drawn, events, through) => {
      const { run } = liveOf(drawn);
      run.go({ events });
      const taken = run.events;
      expect(run.standing.kind === "ended" || taken === events).toBe(true);
      run.go({ events: Math.max(0, events - 1) });
      expect(run.events).toBe(taken);
      run.go({ through });
      expect(run.standing.kind === "ended" || run.at >= through).toBe(true);
      expect(run.entries.every(({ at }) => at <= run.at)).toBe(true);
      expect(run.standing.kind === "ended" || run.world.pending.every(({ at }) => at > through || taken === run.events)).toBe(true);
    }), { numRuns: 40 });
  });

  test("every entry knows the event that made it", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const { run } = liveOf(drawn);
      run.go({});
      const made = run.entries.map(({ number }) => run.eventOf(number));
      expect(made).toEqual(made.toSorted((a, b) => a - b));
      const again = liveOf(drawn).run;
      for (const event of new Set(made.filter((_, i) => i % 7 === 0))) {
        again.go({ events: event });
        expect(again.entries.length).toBe(run.entries.length === 0 ? 0 : made.filter((each) => each <= event).length);
      }
    }), { numRuns: 15 });
  });

  test("once it has ended nothing more happens", () => {
    const { run } = liveOf({ base: ROAD, overlays: [], seed: 3 });
    run.go({});
    const { length } = run.entries;
    expect([run.go({ by: 5 }), run.go({ through: 99_999 }), run.entries.length]).toEqual([{ kind: "ended" }, { kind: "ended" }, length]);
  });
});

describe("a seat", () => {
  test("aSeatMakesTheRunWaitAtItsDecisionsAndOnlyThose", () => {
    fc.assert(fc.property(crises, which, (drawn, n) => {
      const live = liveOf(drawn);
      const party = seatOf(live, n);
      take(live.run, { do: "seat", party, taken: true, by: "lead" });
      const waited: string[] = [];
      for (let standing = live.run.go({}); standing.kind === "deciding"; standing = live.run.go({})) {
        expect({ kind: standing.question.kind, asker: standing.question.asker.text, open: pick(live.run.entries, "decision", { who: party }).length }).toEqual({ kind: "decision", asker: party, open: waited.length });
        waited.push(identityOf(standing.question));
        take(live.run, asTheSeedWould(standing.question, live.seed));
      }
      expect(waited.length).toBe(pick(wholeOf(live).entries, "decision", { who: party }).length);
      expect(new Set(waited).size).toBe(waited.length);
    }), { numRuns: 30 });
  });

  test("answeringAsTheSeedWouldGivesTheSameEntries", () => {
    fc.assert(fc.property(crises, fc.uniqueArray(fc.nat(1), { minLength: 1 }), (drawn, numbers) => {
      const live = liveOf(drawn);
      for (const n of numbers) take(live.run, { do: "seat", party: seatOf(live, n), taken: true, by: "lead" });
      toTheEnd(live.run);
      expect(live.run.entries).toEqual(wholeOf(live).entries);
      expect(live.run.violations).toEqual([]);
    }), { numRuns: 30 });
  });

  test("while a person thinks nothing happens, however often the run is told to go on", () => {
    const live = waitingOnTheRoad();
    const before = { entries: live.run.entries.length, at: live.run.at, events: live.run.events };
    for (const goal of [{}, { by: 3 }, { through: 9999 }, { events: 9999 }]) expect(live.run.go(goal).kind).toBe("deciding");
    expect({ entries: live.run.entries.length, at: live.run.at, events: live.run.events }).toEqual(before);
  });

  test("an answer that is none of the options leaves the decision open", () => {
    const live = waitingOnTheRoad();
    take(live.run, answered(openQuestion(live.run), "dance"));
    expect(live.run.go({}).kind).toBe("deciding");
  });

  test("the option that a person takes is the one the entry tells", () => {
    const names = openQuestion(waitingOnTheRoad().run).options.names;
    for (const option of names) {
      const { run } = waitingOnTheRoad();
      const question = openQuestion(run);
      take(run, answered(question, option));
      run.go({ by: 1 });
      expect(pick(run.entries, "decision", { who: question.asker.text }).at(-1)).toMatchObject({ decision: expect.any(String), option });
    }
    expect(names.length).toBeGreaterThan(1);
  });

  test("a seat given back decides by itself again, from the open decision on", () => {
    const live = waitingOnTheRoad();
    take(live.run, { do: "seat", party: openQuestion(live.run).asker.text, taken: false, by: "lead" });
    expect(live.run.go({}).kind).toBe("ended");
    expect(live.run.entries).toEqual(wholeOf(live).entries);
  });

  test("a step that is not made where the run stands is a bug", () => {
    const { run } = waitingOnTheRoad();
    expect(() => run.take({ do: "seat", events: run.events + 1, at: 0, party: "post", taken: true, by: "lead" })).toThrow("a step for event");
  });
});

describe("replaying", () => {
  test("theSameStepsGiveTheSameRun", () => {
    let steps = 0;
    fc.assert(fc.property(crises, plans, (drawn, plan) => {
      const live = liveOf(drawn);
      carryOutPlan(plan, live, (deed) => take(live.run, deed));
      const again = new LiveRun(live.model, live.seed, live.load);
      const misfits = again.replay(live.run.steps, { events: live.run.events });
      steps += live.run.steps.length;
      expect(misfits).toEqual([]);
      expect(again.entries).toEqual(live.run.entries);
      expect(again.steps).toEqual(live.run.steps);
      expect(again.seats).toEqual(live.run.seats);
      expect(again.world).toMatchObject({ taken: live.run.events });
      for (const run of [live.run, again]) toTheEnd(run);
      expect(again.entries).toEqual(live.run.entries);
      expect(again.verdicts).toEqual(live.run.verdicts);
      expect(live.run.violations).toEqual([]);
    }), { numRuns: 80 });
    expect(steps).toBeGreaterThan(200);
  });

  test("an answer before whose decision something was put waits for it, and is none that does not fit", () => {
    const { run, model, seed, load } = waitingOnTheRoad();
    take(run, answered(openQuestion(run), openQuestion(run).options.names[0]!));
    take(run, { do: "amend", overlay: JSON.stringify({ add: { timeline: [{ id: "now", at: "day 1 08:00", pressure: { party: "column", toward: "post", strength: "slight" } }] } }), by: "lead", what: "a shock" });
    run.go({ by: 1 });
    expect(pick(run.entries, "pressure")).toHaveLength(2);
    expect(pick(run.entries, "decision", { who: "column" })).toEqual([]);
    const again = new LiveRun(model, seed, load);
    expect(again.replay(run.steps, { events: run.events })).toEqual([]);
    expect(again.entries).toEqual(run.entries);
  });

  test("an answer whose question is not asked any more is said, and the rest is kept", () => {
    const live = liveOf({ base: ROAD, overlays: [], seed: 3 });
    const steps: readonly Step[] = [{ do: "seat", events: 0, at: 0, party: "post", taken: false, by: "lead" }, { do: "answer", events: 2, at: 0, question: "garrison.nothing|post|column|run|0", option: "hold", by: "player" }];
    expect(live.run.replay(steps, { events: 30 })).toEqual([{ step: steps[1], why: "its question is not asked" }]);
    expect(live.run.entries).toEqual(wholeOf(live).entries.slice(0, live.run.entries.length));
  });

  test("a step that lies behind the end, or behind an open decision, is said", () => {
    const late: Step = { do: "seat", events: 100_000, at: 0, party: "post", taken: true, by: "lead" };
    expect(liveOf({ base: ROAD, overlays: [], seed: 3 }).run.replay([late], {})).toEqual([{ step: late, why: "the run ends before it" }]);
    const seat: Step = { do: "seat", events: 0, at: 0, party: "column", taken: true, by: "lead" };
    expect(waitingOnTheRoad(false).run.replay([seat, late], {})).toEqual([{ step: late, why: "another decision is open before it" }]);
  });
});

describe("a forced answer", () => {
  const RINGS_AGAIN = 40;
  const CERTAIN = { "relay.complied": 0, "sight.reading": "as-meant", "line.rings-again": `${RINGS_AGAIN} m` };
  /** When due calls came to this, tried again or not. */
  const minutesOf = (run: LiveRun, fact: EntryOf<"call">["call"]): readonly number[] => pick(run.entries, "call", { call: fact }).filter(({ root }) => root.startsWith("wire@")).map(({ at }) => at);

  // Four due calls that would all be taken. One that is not taken is tried again after RINGS_AGAIN.
  const roadWithCalls = (): Live => {
    const model = crisis(ROAD, CERTAIN);
    const load = (): never => { throw new Error("nothing is amended here"); };
    return { model, seed: 1, load, run: new LiveRun(model, 1, load) };
  };
  const refusing = (between: readonly [string, string]) => ({ do: "force", question: "line.answered", between, option: "refused", by: "lead", what: "the next call is refused" }) as const;

  test("is used once, by the next such question", () => {
    const { run } = roadWithCalls();
    take(run, refusing(["sponsor", "post"]));
    run.go({});
    expect(minutesOf(run, "refused")).toEqual([FIRST_CALL]);
    expect(minutesOf(run, "answered")).toEqual([FIRST_CALL + RINGS_AGAIN, FIRST_CALL + DAY, FIRST_CALL + 2 * DAY, FIRST_CALL + 3 * DAY]);
  });

  test("counts from where the run stands", () => {
    const { run } = roadWithCalls();
    run.go({ through: FIRST_CALL + 20 });
    take(run, refusing(["post", "sponsor"]));
    run.go({});
    expect(minutesOf(run, "refused")).toEqual([FIRST_CALL + DAY]);
  });

  test("two of them are used by two questions", () => {
    const { run } = roadWithCalls();
    take(run, refusing(["post", "sponsor"]));
    take(run, refusing(["post", "sponsor"]));
    run.go({});
    expect(minutesOf(run, "refused")).toEqual([FIRST_CALL, FIRST_CALL + RINGS_AGAIN]);
    expect(minutesOf(run, "answered")[0]).toBe(FIRST_CALL + 2 * RINGS_AGAIN);
  });

  test.each([["between others", refusing(["post", "column"])], ["of another name", { ...refusing(["post", "sponsor"]), question: "line.heard" }], ["that the question does not offer", { ...refusing(["post", "sponsor"]), option: "dance" }]] as const)(
    "one %s is used by no question", (_, deed) => {
      const { run, model } = roadWithCalls();
      take(run, deed);
      run.go({});
      expect(run.entries).toEqual(simulate(model, seeded(1)).entries);
    });

  test("aStepThatWaitsForAPersonUsesNoForceUp", () => {
    let changed = 0;
    fc.assert(fc.property(crises, plans, (drawn, plan) => {
      const forces = plan.map((planned) => ({ ...planned, what: "force" as const }));
      const [alone, seated] = [liveOf(drawn), liveOf(drawn)];
      for (const live of [alone, seated]) for (const planned of forces) take(live.run, deedOf(planned, live)!);
      for (const n of [0, 1]) take(seated.run, { do: "seat", party: seatOf(seated, n), taken: true, by: "lead" });
      for (const live of [alone, seated]) toTheEnd(live.run);
      expect(seated.run.entries).toEqual(alone.run.entries);
      if (said(alone.run.entries).join("\n") !== said(wholeOf(alone).entries).join("\n")) changed++;
    }), { numRuns: 30 });
    expect(changed).toBeGreaterThan(5);
  });
});

/** The road under pressure, with the column's decisions taken by a person, at the first of them. */
function waitingOnTheRoad(begun = true): Live {
  const push = JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 08:00", pressure: { party: "column", toward: "post", strength: "grave" } }] } });
  const live = liveOf({ base: ROAD, overlays: [push], seed: 3 });
  if (!begun) return live;
  take(live.run, { do: "seat", party: "column", taken: true, by: "lead" });
  if (live.run.go({}).kind !== "deciding") throw new Error("the column has nothing to decide");
  return live;
}

function openQuestion({ standing }: LiveRun) {
  if (standing.kind !== "deciding") throw new Error("no decision is open");
  return standing.question;
}
