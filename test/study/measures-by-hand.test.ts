import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import type { Model } from "../../src/simulation/model.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { measure, type Measures } from "../../src/study/measures.ts";
import { BORDER, crisis, ROAD, type Certainties } from "../simulation/small-crises.ts";

// Runs small enough to be counted with a pencil; what the trace says of larger ones is held against them in measures.test.ts.
function measured(model: Model): Measures {
  const recorder = measure(model);
  advance(model, initialWorld(model), seeded(1), recorder);
  return recorder.measures;
}

const overlay = (items: readonly unknown[], set: unknown = {}): string => JSON.stringify({ set, add: { timeline: items } });
const forced = (id: string, at: string, incident: string, by: string, against: string) => ({ id, at, incident, by, against, forced: true });
const onTheRoad = (certainly: Certainties, items: readonly unknown[], set: unknown = {}): Measures => measured(crisis(ROAD, certainly, overlay(items, set)));
/** Of one party, in the order of ROAD. */
const of = (counts: Int32Array, party: "post" | "sponsor" | "column" | "raiders"): number => counts[["post", "sponsor", "column", "raiders"].indexOf(party)]!;
const ENTRY = forced("in", "day 1 12:00", "enter", "column", "post");
/** The post takes the entry at 12:00 for a threat, asks, is told no, asks again, warns, decides at 14:20 and strikes an hour after 14:35. */
const TO_THE_STRIKE: Certainties = { "sight.reading/enter": "graver", "garrison.answer-due": "20 m", "garrison.leave-due": "1 h", "garrison.last-chance": "1 h", "garrison.use-of-force": "strike" };

describe("counted by hand", () => {
  test("of a run in which nothing happens: four due calls, and routine", () => {
    expect(onTheRoad({}, [])).toEqual({
      peaks: Int8Array.of(1, 1), minutesOfForce: 0, firstForce: -1, force: new Int32Array(5), strikes: new Int32Array(5), callsTaken: 4, callsUntaken: 0, warningsArrived: 0,
      requestsFollowed: 0, requestsNotFollowed: 0, graver: 0, milder: 0, misattributed: 0,
    });
  });

  test("of a column that drives in and is struck", () => {
    expect(onTheRoad(TO_THE_STRIKE, [ENTRY])).toEqual({
      // Of the post toward the column: limited force. Of the sponsor toward the post: a protest, once it has heard.
      peaks: Int8Array.of(6, 3),
      // From the decision until the strike is done.
      minutesOfForce: 60,
      firstForce: 575,
      force: Int32Array.of(1, 0, 0, 0, 0),
      strikes: Int32Array.of(1, 0, 0, 0, 0),
      // Four due; query, request, warning, result of the request, explanation, protest.
      callsTaken: 10,
      callsUntaken: 0,
      warningsArrived: 1,
      requestsFollowed: 0,
      requestsNotFollowed: 1,
      // The entry.
      graver: 1,
      milder: 0,
      misattributed: 0,
    });
  });

  test("force that lasts to the end of the run is counted to its end", () => {
    const { minutesOfForce, firstForce, peaks } = onTheRoad({ ...TO_THE_STRIKE, "strike.prepares": "9 d" }, [ENTRY]);
    expect([minutesOfForce, firstForce, peaks[0]]).toEqual([5760 - 515, -1, 6]);
  });

  test("what both sides of a pair spend at force at the same time is counted once", () => {
    const certainly = { "neighbour.reply": "reply", "neighbour.stock-taken": "2 h", "strike.prepares": "9 d" };
    const one = forced("first", "day 1 12:00", "strike", "north", "south");
    const border = (...items: readonly unknown[]): Measures => measured(crisis(BORDER, certainly, overlay(items)));
    // Each takes stock for two hours, weighs a quarter of an hour, and then prepares a reply for longer than the run lasts.
    expect(border(one).minutesOfForce).toBe(5760 - 495);
    expect(border(one, forced("second", "day 1 14:00", "strike", "south", "north")).minutesOfForce).toBe(5760 - 495);
  });

  test("the first force is the first inside a crisis pair, whoever else fires", () => {
    const shots = { id: "shots", at: "day 1 09:30", incident: "shell", by: "strangers", against: "post" };
    const raid = { id: "raid", at: "day 1 10:00", incident: "attack", by: "raiders", against: "post" };
    const unowned = { id: "drone", at: "day 1 11:00", incident: "drone-attack", by: "unknown", against: "post" };
    expect(onTheRoad({}, [shots, raid, unowned]).firstForce).toBe(-1);
    expect(onTheRoad({}, [shots, raid, unowned, forced("hit", "day 1 13:00", "harass", "column", "post")]).firstForce).toBe(7 * 60);
  });

  test.each([
    ["strike", 1, 1], ["mistaken-strike", 1, 1], ["attack", 1, 0], ["shell", 1, 0], ["harass", 1, 0], ["drone-attack", 1, 0],
    ["agreed-strike", 0, 0], ["warning-shots", 0, 0], ["show-force", 0, 0], ["shoot-down", 0, 0],
  ])("%s counts as %i use of force and %i strike", (incident, force, strikes) => {
    const measures = onTheRoad({ "garrison.use-of-force": "hold", "garrison.answer-attack": "hold" }, [forced("done", "day 1 12:00", incident, "column", "post")]);
    expect([of(measures.force, "column"), of(measures.strikes, "column"), of(measures.force, "post")]).toEqual([force, strikes, 0]);
  });

  test("a strike that was mistaken counts for the one who struck", () => {
    const measures = onTheRoad({ ...TO_THE_STRIKE, "strike.mistaken": 1 }, [ENTRY]);
    expect([of(measures.force, "post"), of(measures.strikes, "post"), measures.firstForce]).toEqual([1, 1, 575]);
  });

  test.each([
    ["taken", {}, {}, 4, 0],
    ["put on hold first", { "line.answered": 0, "line.unanswered-because": "held" }, {}, 4, 0],
    ["with nobody there", { "line.answered": 0 }, {}, 0, 4],
    ["refused", { "line.answered": 0, "line.unanswered-because": "refused" }, {}, 0, 4],
    ["without a connection", { "line.answered": 0, "line.unanswered-because": "outage" }, {}, 0, 4],
    ["over a line that is closed", {}, { "channels.wire.practised": "closed" }, 0, 4],
    ["cut off", { "line.cut-off": 1 }, {}, 4, 0],
  ] as const)("due calls %s", (_, certainly, set, taken, untaken) => {
    const { callsTaken, callsUntaken } = onTheRoad(certainly, [], set);
    expect([callsTaken, callsUntaken]).toEqual([taken, untaken]);
  });

  test.each([["clear", 1], ["lost", 0]])("a warning that is heard %s by the patron it goes through arrives %i times", (heard, arrived) => {
    expect(onTheRoad({ ...TO_THE_STRIKE, "line.heard": heard }, [ENTRY]).warningsArrived).toBe(arrived);
  });

  test.each([["clear", 1], ["garbled", 1], ["wrong", 1], ["lost", 0]])("a warning to the other end of the line that is heard %s arrives %i times", (heard, arrived) => {
    const certainly = { "line.heard": heard, "neighbour.reply": "warn", "neighbour.stock-taken": "2 h" };
    expect(measured(crisis(BORDER, certainly, overlay([forced("first", "day 1 12:00", "strike", "north", "south")]))).warningsArrived).toBe(arrived);
  });

  test.each([[1, 1, 0], [0, 0, 1]])("a request that is complied with at %i: %i followed, %i not", (complied, followed, not) => {
    const { requestsFollowed, requestsNotFollowed } = onTheRoad({ ...TO_THE_STRIKE, "relay.complied": complied }, [ENTRY]);
    expect([requestsFollowed, requestsNotFollowed]).toEqual([followed, not]);
  });

  test.each([["milder", 0, 1], ["as-meant", 0, 0], ["graver", 1, 0]])("an entry that is taken %s: %i graver and %i milder", (reading, graver, milder) => {
    const measures = onTheRoad({ "sight.reading/enter": reading }, [ENTRY]);
    expect([measures.graver, measures.milder]).toEqual([graver, milder]);
  });

  test("an entry that is blamed on another is misattributed; one that nobody is blamed for is not", () => {
    const raiders = { "parties.raiders": { doctrine: "militia", stances: { post: "adversary" } } };
    const misattributed = (blamesAnother: number): number => onTheRoad({ "sight.attributed": 0, "sight.blames-another/enter": blamesAnother }, [ENTRY], raiders).misattributed;
    expect([misattributed(1), misattributed(0)]).toEqual([1, 0]);
  });
});
