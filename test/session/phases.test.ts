// The phases of an exercise: what may follow what, and that a run stands while it is held and stays as it is once it is over.
import { describe, expect, test } from "vitest";
import { PHASES, whyNotPhase, type Phase } from "../../src/session/phases.ts";
import { Session } from "../../src/session/session.ts";
import { HEADER, keptInMemory } from "./journals.ts";
import { liveOf } from "./live-crises.ts";
import { ROAD } from "../simulation/small-crises.ts";

const PUSH = JSON.stringify({ add: { timeline: [{ id: "push", at: "day 1 07:00", pressure: { party: "column", toward: "post" } }] } });

function exercise(...phases: readonly Phase[]) {
  const live = liveOf({ base: ROAD, overlays: [PUSH], seed: 3 });
  const file = keptInMemory();
  const session = new Session(live.model, live.seed, live.load, file);
  session.go({ by: 3 });
  for (const phase of phases) expect(session.declare(phase)).toBeUndefined();
  return { ...live, file, session };
}

describe("a phase", () => {
  test.each<[readonly Phase[], readonly Phase[]]>([
    [[], ["startex"]], [["startex"], ["hold", "endex"]], [["startex", "hold"], ["resume", "endex"]], [["startex", "hold", "resume"], ["hold", "endex"]], [["startex", "endex"], []],
  ])("after %j may be one of %j, and every other says why not", (before, next) => {
    const marks = before.map((phase) => ({ phase, events: 0, at: 0 }));
    expect(PHASES.filter((phase) => whyNotPhase(marks, phase) === undefined)).toEqual(next);
  });

  test("that cannot follow is refused, and is not in the journal", () => {
    const { session, file } = exercise("startex");
    expect(session.declare("resume")).toBe("nothing is held");
    expect(file.kept.filter((record) => record.do === "phase")).toHaveLength(1);
  });
});

describe("a held exercise", () => {
  test("stands where it is, in time and in events, until it is lifted; then it is the same run", () => {
    const { session } = exercise("startex", "hold");
    const { at, events } = session.run;
    session.go({ by: 5 });
    session.go({ through: 3000 });
    expect(session.run).toMatchObject({ at, events });
    session.declare("resume");
    session.go({ through: 3000 });
    const unheld = exercise();
    unheld.session.go({ through: 3000 });
    expect(session.run.entries).toEqual(unheld.session.run.entries);
  });

  test("is still held when the journal is gone on with", () => {
    const { session, file, model, load, seed } = exercise("startex", "hold");
    session.close();
    const again = Session.resume(model, { header: { ...HEADER, seed }, records: file.kept, length: 0, damage: undefined }, load).session;
    again.go({ through: 3000 });
    expect([again.standstill, again.run.at]).toEqual(["hold", session.run.at]);
  });

  test("takes injects, which happen once it goes on", () => {
    const { session } = exercise("startex", "hold");
    expect(session.take({ do: "amend", overlay: JSON.stringify({ add: { timeline: [{ id: "later", at: "day 1 12:00", shock: "line-outage", channel: "wire" }] } }), by: "lead", what: "an outage" })).toBeUndefined();
    expect(session.run.entries.some((entry) => entry.kind === "shock")).toBe(false);
    session.declare("resume");
    session.go({ through: 3000 });
    expect(session.run.entries.some((entry) => entry.kind === "shock" && entry.item === "later")).toBe(true);
  });
});

describe("an exercise that is over", () => {
  test("stays as it was played, and a branch from before its end goes on", () => {
    const { session } = exercise("startex");
    session.go({ through: 3000 });
    session.declare("endex");
    const { events } = session.run;
    session.go({ by: 5 });
    expect([session.standstill, session.run.events]).toEqual(["endex", events]);
    session.fork(session.run.entries.length - 1, "what-if");
    expect(session.phases.map(({ phase }) => phase)).toEqual(["startex"]);
    session.go({ by: 2 });
    expect(session.run.events).toBeGreaterThan(events - 1);
    session.switchTo("main");
    expect(session.standstill).toBe("endex");
  });
});
