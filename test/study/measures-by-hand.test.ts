import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import type { Model } from "../../src/simulation/model.ts";
import { initialWorld } from "../../src/simulation/world.ts";
import { MEASURES } from "../../src/study/measure-table.ts";
import { measure, measureColumns } from "../../src/study/measures.ts";
import { BORDER, crisis, ROAD, type Certainties } from "../simulation/small-crises.ts";
import { named, type Named } from "./named.ts";

// Runs small enough to be counted with a pencil; what the trace says of larger ones is held against them in measures.test.ts.
function measured(model: Model): Named {
  const recorder = measure(model);
  advance(model, initialWorld(model), seeded(1), recorder);
  return named(model, recorder.values);
}

const overlay = (items: readonly unknown[], set: unknown = {}): string => JSON.stringify({ set, add: { timeline: items } });
const forced = (id: string, at: string, incident: string, by: string, against: string) => ({ id, at, incident, by, against, forced: true });
const onTheRoad = (certainly: Certainties, items: readonly unknown[], set: unknown = {}): Named => measured(crisis(ROAD, certainly, overlay(items, set)));
const ENTRY = forced("in", "day 1 12:00", "enter", "column", "post");
/** The post takes the entry at 12:00 for a threat, asks, is told no, asks them to leave, warns and shows aircraft from 13:20, fires ahead of them from 13:50, decides at 14:50 and strikes an hour after 15:05. */
const TO_THE_STRIKE: Certainties = { "sight.reading/enter": "graver", "garrison.answer-due": "20 m", "garrison.leave-due": "1 h", "garrison.aircraft-over": "30 m", "garrison.last-chance": "1 h", "garrison.use-of-force": "strike" };

/** Every measure of ROAD where nothing comes about. */
const NOTHING: Named = Object.fromEntries(measureColumns(crisis(ROAD)).map(({ name, measure: of }) => [name, MEASURES[of].unit === "moment" || MEASURES[of].unit === "span" ? -1 : 0]));

describe("counted by hand", () => {
  test("of a run in which nothing happens: four due calls, and routine", () => {
    expect(onTheRoad({}, [])).toEqual({
      ...NOTHING, "peak": 1, "peak-of/post-column": 1, "peak-of/post-sponsor": 1, "calls-taken": 4,
      // Each side gives a notice in each call, which is said in the next; eight notices of 7.0 each.
      "messages-sent": 8, "messages-arrived": 6, "goldstein": 560, "material-cooperation": 8,
      "line-minutes": 5760, "declared-minutes": 5760, "practised-minutes": 5760,
    });
  });

  test("of a column that drives in and is struck", () => {
    expect(onTheRoad(TO_THE_STRIKE, [ENTRY])).toEqual({
      ...NOTHING,
      // Of the post toward the column: limited force. Of the sponsor toward the post: a protest, once it has heard.
      "peak": 6, "peak-of/post-column": 6, "peak-of/post-sponsor": 3,
      // Warning from the request to leave on, a show of force from the warning on, and both to the end; force from the decision until the strike is done.
      "minutes-at-warning": 5760 - 380, "minutes-at-show-of-force": 5760 - 440, "minutes-at-limited-force": 60,
      "first-force": 605, "warning-to-force": 605 - 485,
      "force": 1, "force-by/post": 1, "strikes": 1, "strikes-by/post": 1,
      // The entry, answered by a show of force; the warning shots and the strike, answered by nothing.
      "hostile-acts": 4, "hostile-answered": 1, "longest-chain": 2,
      // The entry (graver than meant, and the reason for the strike), the strike by both who were hit, and the withdrawal.
      "readings": 4, "graver": 1, "reading-gap": 1, "slight-readings": 1, "thresholds-crossed": 1, "crossed-unintended": 1,
      // Four due; query, request, warning, result of the request, explanation, protest.
      "calls-taken": 10,
      // From the entry to a call 5 and to the query 15 minutes; from the show of force to a call 110, to the result of the request none; from the warning shots to the explanation 90.
      "contacts": 2, "contact-minutes": 115, "words": 3, "word-minutes": 105,
      // Four notices by the post, of which the last waits; one by the sponsor, which gives none once it protests; query, denial, request,
      // result, warning, explanation to the sponsor and through it, the rule that stands, and the protest.
      "messages-sent": 14, "messages-arrived": 13, "warnings-arrived": 1, "requests-not-followed": 1, "requests-relayed": 1,
      "line-minutes": 5760, "declared-minutes": 5760, "practised-minutes": 5760,
      // Three acts of -7.2, the strike -10, the withdrawal 10; what was said makes up 34.1: five notices and a result of 7.0 each, query 3.4,
      // request -0.3, denial and protest -2.0 each, warning -7.0.
      "goldstein": 125, "goldstein-conduct": -216,
      // Three acts of posturing, a strike, a withdrawal.
      "escalation-score": 3 * 4 + 28 - 2,
      // Query, request, denial, two explanations, the rule, a statement; notices, result, withdrawal; warning, protest; four acts.
      "verbal-cooperation": 7, "material-cooperation": 7, "verbal-conflict": 2, "material-conflict": 4,
    });
  });

  test("force that lasts to the end of the run is counted to its end", () => {
    const measures = onTheRoad({ ...TO_THE_STRIKE, "strike.prepares": "9 d" }, [ENTRY]);
    expect([measures["minutes-at-limited-force"], measures["first-force"], measures["peak-of/post-column"]]).toEqual([5760 - 545, -1, 6]);
  });

  test("what both sides of a pair spend at force at the same time is counted once", () => {
    const certainly = { "neighbour.reply": "reply", "neighbour.stock-taken": "2 h", "strike.prepares": "9 d" };
    const one = forced("first", "day 1 12:00", "strike", "north", "south");
    const border = (...items: readonly unknown[]): Named => measured(crisis(BORDER, certainly, overlay(items)));
    // Each takes stock for two hours, weighs a quarter of an hour, and then prepares a reply for longer than the run lasts.
    expect(border(one)["minutes-at-limited-force"]).toBe(5760 - 495);
    expect(border(one, forced("second", "day 1 14:00", "strike", "south", "north"))["minutes-at-limited-force"]).toBe(5760 - 495);
  });

  test("the first force is the first inside a crisis pair, whoever else fires", () => {
    const shots = { id: "shots", at: "day 1 09:30", incident: "shell", by: "strangers", against: "post" };
    const raid = { id: "raid", at: "day 1 10:00", incident: "attack", by: "raiders", against: "post" };
    const unowned = { id: "drone", at: "day 1 11:00", incident: "drone-attack", by: "unknown", against: "post" };
    expect(onTheRoad({}, [shots, raid, unowned])["first-force"]).toBe(-1);
    expect(onTheRoad({}, [shots, raid, unowned, forced("hit", "day 1 13:00", "harass", "column", "post")])["first-force"]).toBe(7 * 60);
  });

  test.each([
    ["strike", 1, 1], ["mistaken-strike", 1, 1], ["attack", 1, 0], ["shell", 1, 0], ["harass", 1, 0], ["drone-attack", 1, 0],
    ["agreed-strike", 0, 0], ["warning-shots", 0, 0], ["show-force", 0, 0], ["shoot-down", 0, 0],
  ])("%s counts as %i use of force and %i strike", (incident, force, strikes) => {
    const measures = onTheRoad({ "garrison.use-of-force": "hold", "garrison.answer-attack": "hold" }, [forced("done", "day 1 12:00", incident, "column", "post")]);
    expect([measures["force-by/column"], measures["strikes-by/column"], measures["force-by/post"]]).toEqual([force, strikes, 0]);
  });

  test("a strike that was mistaken counts for the one who struck", () => {
    const measures = onTheRoad({ ...TO_THE_STRIKE, "strike.mistaken": 1 }, [ENTRY]);
    expect([measures["force-by/post"], measures["strikes-by/post"], measures["first-force"]]).toEqual([1, 1, 605]);
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
    const measures = onTheRoad(certainly, [], set);
    expect([measures["calls-taken"], measures["calls-untaken"]]).toEqual([taken, untaken]);
  });

  test.each([["clear", 1], ["lost", 0]])("a warning that is heard %s by the patron it goes through arrives %i times", (heard, arrived) => {
    expect(onTheRoad({ ...TO_THE_STRIKE, "line.heard": heard }, [ENTRY])["warnings-arrived"]).toBe(arrived);
  });

  test.each([["clear", 1], ["garbled", 1], ["wrong", 1], ["lost", 0]])("a warning to the other end of the line that is heard %s arrives %i times", (heard, arrived) => {
    const certainly = { "line.heard": heard, "neighbour.reply": "warn", "neighbour.stock-taken": "2 h" };
    expect(measured(crisis(BORDER, certainly, overlay([forced("first", "day 1 12:00", "strike", "north", "south")])))["warnings-arrived"]).toBe(arrived);
  });

  test.each([[1, 1, 0], [0, 0, 1]])("a request that is complied with at %i: %i followed, %i not", (complied, followed, not) => {
    const measures = onTheRoad({ ...TO_THE_STRIKE, "relay.complied": complied }, [ENTRY]);
    expect([measures["requests-followed"], measures["requests-not-followed"]]).toEqual([followed, not]);
  });

  test.each([["milder", 0, 1], ["as-meant", 0, 0], ["graver", 1, 0]])("an entry that is taken %s: %i graver and %i milder", (reading, graver, milder) => {
    const measures = onTheRoad({ "sight.reading/enter": reading }, [ENTRY]);
    expect([measures["graver"], measures["milder"]]).toEqual([graver, milder]);
  });

  test("a strike by somebody outside counts for them and is no force inside the crisis; one by nobody known counts for nobody", () => {
    const measures = (by: string): Named => onTheRoad({}, [{ id: "blow", at: "day 2 10:00", incident: "strike", by, against: "post" }]);
    expect([measures("strangers")["strikes-by/strangers"], measures("strangers")["first-force"]]).toEqual([1, -1]);
    expect([measures("unknown")["force"], measures("unknown")["hostile-acts"]]).toEqual([0, 0]);
  });

  test("a line that is declared suspended in the middle of the run, and one that is dead for six hours", () => {
    const closed = onTheRoad({}, [{ id: "shut", at: "day 2 06:00", shock: "line-closed", channel: "wire" }]);
    const dead = onTheRoad({}, [{ id: "fault", at: "day 2 06:00", shock: "line-outage", channel: "wire", lasts: "6 h" }]);
    expect([closed["declared-minutes"], closed["practised-minutes"]]).toEqual([5760, 1440]);
    expect([dead["declared-minutes"], dead["practised-minutes"]]).toEqual([5760, 5760 - 360]);
    expect(onTheRoad({}, [], { "channels.wire.declared": "suspended" })["declared-minutes"]).toBe(0);
  });

  test("force that comes back after a day below it is a recurrence, and sooner it is not", () => {
    const blows = (hours: number): Named => onTheRoad({ "garrison.answer-attack": "answer" }, [
      forced("first", "day 1 12:00", "attack", "column", "post"),
      forced("second", hours < 24 ? "day 1 20:00" : "day 3 12:00", "attack", "column", "post"),
    ]);
    expect([blows(8)["recurrence"], blows(48)["recurrence"]]).toEqual([0, 1]);
    expect(blows(48)["thresholds-crossed"]).toBeGreaterThan(1);
  });

  test("an entry that is blamed on another is misattributed; one that nobody is blamed for is not", () => {
    const raiders = { "parties.raiders": { doctrine: "militia", stances: { post: "adversary" } } };
    const misattributed = (blamesAnother: number): number => onTheRoad({ "sight.attributed": 0, "sight.blames-another/enter": blamesAnother }, [ENTRY], raiders)["misattributed"];
    expect([misattributed(1), misattributed(0)]).toEqual([1, 0]);
  });
});
