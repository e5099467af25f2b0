import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIN_BRANCH, type Journal, type JournalRecord } from "../../src/session/journal.ts";
import type { LiveRun } from "../../src/session/live-run.ts";
import { differences, Session } from "../../src/session/session.ts";
import { pick, ROAD } from "../simulation/small-crises.ts";
import { crises } from "../simulation/random-crises.ts";
import { HEADER, keptInMemory } from "./journals.ts";
import { asTheSeedWould, carryOutPlan, liveOf, plans, sessionOf, take, toTheEnd, type Live } from "./live-crises.ts";

const journalOf = ({ seed }: Live, records: readonly JournalRecord[]): Journal => ({ header: { ...HEADER, seed }, records, length: 0, damage: undefined });
const resumed = (live: Live, records: readonly JournalRecord[]) => Session.resume(live.model, journalOf(live, records), live.load);

const PUSH = JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 08:00", pressure: { party: "column", toward: "post", strength: "grave" } }] } });
const road = (): Live => liveOf({ base: ROAD, overlays: [PUSH], seed: 3 });

/** A session on the road in which the column's first decision waits for a person. */
function waiting() {
  const live = road();
  const file = keptInMemory();
  const session = sessionOf(live, file);
  session.take({ do: "seat", party: "column", taken: true, by: "lead" });
  session.go({});
  return { live, file, session };
}

function openQuestion({ standing }: LiveRun) {
  if (standing.kind !== "deciding") throw new Error("no decision is open");
  return standing.question;
}

describe("a session that is broken off", () => {
  test("afterAnyRecordItGoesOnAsTheSameRun", () => {
    let resumptions = 0;
    fc.assert(fc.property(crises, plans, fc.nat(1000), (drawn, plan, n) => {
      const live = liveOf(drawn);
      const file = keptInMemory();
      const session = sessionOf(live, file);
      const stood: { readonly records: number; readonly branch: string; readonly events: number; readonly entries: LiveRun["entries"] }[] = [];
      const remember = (): void => {
        if ((stood.at(-1)?.records ?? 0) < file.kept.length) stood.push({ records: file.kept.length, branch: session.state.current, events: session.run.events, entries: session.run.entries.slice() });
      };
      for (const [i, planned] of plan.entries()) {
        carryOutPlan([planned], live, (deed) => {
          const refusal = session.take(deed);
          remember();
          return refusal;
        }, () => session.run);
        if ((n + i) % 5 === 0) session.mark();
        remember();
        if ((n + i) % 4 === 1 && session.run.entries.length > 1) session.fork((n * 7 + i) % session.run.entries.length, session.nextBranchName());
        remember();
        if ((n + i) % 6 === 2) session.switchTo([...session.state.branches.keys()][n % session.state.branches.size]!);
        remember();
      }
      for (const { records, branch, events, entries } of stood) {
        const { session: again, misfits } = resumed(live, file.kept.slice(0, records));
        expect(misfits).toEqual([]);
        expect({ branch: again.state.current, events: again.run.events }).toEqual({ branch, events });
        expect(again.run.entries).toEqual(entries);
        resumptions++;
      }
      const { session: again } = resumed(live, file.kept);
      for (const { run } of [session, again]) toTheEnd(run);
      expect(again.run.entries).toEqual(session.run.entries);
    }), { numRuns: 40 });
    expect(resumptions).toBeGreaterThan(100);
  });

  test("what was played on since the last record is played again as it was", () => {
    const { live, file, session } = waiting();
    const { length } = session.run.entries;
    const { session: again } = resumed(live, file.kept);
    expect(again.run.events).toBe(0);
    again.go({});
    expect(again.run.entries).toEqual(session.run.entries);
    expect(again.run.entries.length).toBe(length);
  });

  test("with its steps in another scenario, those that no longer fit are left out and said", () => {
    const { live, file, session } = waiting();
    session.decide("push", "player");
    session.go({ by: 3 });
    session.close();
    const calm = liveOf({ base: ROAD, overlays: [], seed: 3 });
    const { session: again, misfits } = Session.resume(calm.model, journalOf(live, file.kept), calm.load);
    expect(misfits.map(({ step }) => step.do)).toEqual(["answer"]);
    expect(again.run.seats).toEqual(new Set(["column"]));
  });
});

describe("the journal", () => {
  test("has a line for everything that was done, at its place, and none for what was refused", () => {
    const { file, session } = waiting();
    const place = session.run.events;
    session.decide("push", "player", { reason: "now or never", wording: "Go." });
    session.go({ by: 1 });
    expect(session.take({ do: "amend", overlay: "remove: [push]", by: "lead", what: "no push" })?.message).toContain("cannot be taken out");
    session.note({ entry: session.run.entries[1]!.id, at: 5, kind: "strength", text: "asked first", by: "observer" });
    session.declare("startex");
    session.declare("hold");
    expect(file.kept).toEqual([
      { do: "seat", events: 0, at: 0, party: "column", taken: true, by: "lead" },
      { do: "answer", events: place, at: expect.any(Number), question: expect.stringContaining("|column|post|push|"), option: "push", by: "player", reason: "now or never", wording: "Go." },
      { do: "note", entry: session.run.entries[1]!.id, at: 5, kind: "strength", text: "asked first", by: "observer" },
      { do: "phase", phase: "startex", events: place + 1, at: session.run.at },
      { do: "phase", phase: "hold", events: place + 1, at: session.run.at },
    ]);
    expect(session.state.notes).toMatchObject([{ text: "asked first" }]);
  });

  test("says how far the run was played once, and only forward", () => {
    const { file, session } = waiting();
    for (let i = 0; i < 3; i++) session.mark();
    session.close();
    expect(file.kept.filter((record) => record.do === "reached")).toEqual([{ do: "reached", events: session.run.events, at: session.run.at }]);
    expect(file.closed).toBe(true);
  });

  test("that cannot be written does not stop the session, and it says why", () => {
    const { file, session } = waiting();
    expect(session.unsaved).toBeUndefined();
    file.failure = "no room left";
    session.decide("push", "player");
    session.go({ by: 1 });
    expect(session.unsaved).toBe("no room left");
    expect(pick(session.run.entries, "decision", { who: "column" }).at(0)).toMatchObject({ option: "push" });
  });

  test("is not needed", () => {
    const session = sessionOf(road());
    session.go({ by: 10 });
    session.fork(3, "other");
    session.close();
    expect([session.path, session.unsaved, session.state.current]).toEqual([undefined, undefined, "other"]);
  });

  test("a decision is made only where one is open", () => {
    expect(() => sessionOf(road()).decide("push", "player")).toThrow("no decision");
  });
});

describe("a fork", () => {
  test("before a decision opens it again, and another answer makes another run", () => {
    const { session } = waiting();
    const question = openQuestion(session.run);
    session.decide("push", "player");
    session.go({ by: 20 });
    const made = pick(session.run.entries, "decision", { who: "column" })[0]!;
    const before = session.run.entries.slice(0, made.number);
    session.fork(made.number, "other");
    session.go({});
    expect(session.run.entries).toEqual(before);
    expect(openQuestion(session.run)).toMatchObject({ n: question.n, options: question.options });
    session.decide("put-off", "player");
    session.go({ by: 5 });
    expect(session.run.entries[made.number]).toMatchObject({ id: made.id, option: "put-off" });
  });

  test("after any other entry keeps everything up to the event that made it", () => {
    fc.assert(fc.property(crises, fc.nat(300), fc.nat(1000), (drawn, events, n) => {
      const live = liveOf(drawn);
      const session = sessionOf(live);
      session.go({ events });
      const { entries } = session.run;
      fc.pre(entries.length > 0);
      const entry = entries[n % entries.length]!;
      const made = session.run.eventOf(entry.number);
      const last = entries.findLastIndex(({ number }) => session.run.eventOf(number) <= made);
      session.fork(entry.number, "other");
      expect(session.run.entries).toEqual(entries.slice(0, entry.kind === "decision" ? entry.number : last + 1));
      expect(session.state).toMatchObject({ current: "other" });
      session.go({});
      toTheEnd(live.run);
      expect(session.run.entries).toEqual(live.run.entries);
    }), { numRuns: 40 });
  });

  test("each branch goes its own way, and stands where it was left", () => {
    const { session } = waiting();
    session.decide("push", "player");
    session.go({ by: 6 });
    session.mark();
    const main = session.run.entries.slice();
    session.fork(pick(main, "decision", { who: "column" })[0]!.number, "other");
    session.go({});
    session.decide("put-off", "player");
    session.go({ by: 9 });
    const other = session.run.entries.slice();
    expect(session.runOf(MAIN_BRANCH).entries).toEqual(main);
    session.switchTo(MAIN_BRANCH);
    expect(session.run.entries).toEqual(main);
    expect(session.runOf("other").entries).toEqual(other);
    session.switchTo("other");
    expect(session.run.entries).toEqual(other);
    expect(session.nextBranchName()).toBe("branch-2");
  });

  test("keeps the seats, forces and amendments of before, and leaves those of later", () => {
    const live = road();
    const session = sessionOf(live);
    session.take({ do: "seat", party: "sponsor", taken: true, by: "lead" });
    session.go({ by: 4 });
    session.take({ do: "amend", overlay: "set: { assumptions.line.answered: 0 }", by: "lead", what: "nobody answers" });
    session.go({ by: 4 });
    session.take({ do: "seat", party: "post", taken: true, by: "lead" });
    const entry = session.run.entries.findLastIndex(({ number }) => session.run.eventOf(number) <= 5);
    session.fork(entry, "other");
    expect(session.run.steps.map((step) => step.do)).toEqual(["seat", "amend"]);
    expect(session.run.seats).toEqual(new Set(["sponsor"]));
  });

  test("of a name that there is already is a bug", () => {
    const session = sessionOf(road());
    session.go({ by: 5 });
    expect(() => session.fork(2, MAIN_BRANCH)).toThrow("does not fit");
  });
});

test("a journal says what has changed since it was made", () => {
  const { model } = road();
  const header = { ...HEADER, scenarioHash: model.scenario.hash, chartsHash: model.chartsHash };
  expect(differences(header, model, "1.2.3")).toEqual([]);
  expect(differences({ ...header, scenarioHash: "x" }, model, "1.2.3")).toEqual(["the scenario has changed"]);
  expect(differences({ ...header, chartsHash: "x" }, model, "2.0.0")).toEqual(["the doctrines have changed", "it was made by deconflict 1.2.3, this is 2.0.0"]);
});

test("answering at one seat as the seed would leaves a session's run as it was", () => {
  const { live, session } = waiting();
  for (let standing = session.run.standing; standing.kind === "deciding"; standing = session.go({})) session.take(asTheSeedWould(standing.question, live.seed));
  take(live.run, { do: "seat", party: "column", taken: false, by: "lead" });
  toTheEnd(live.run);
  expect(session.run.entries).toEqual(live.run.entries);
});
