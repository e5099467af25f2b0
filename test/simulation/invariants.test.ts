// Each invariant is shown a breach of itself, written by hand as the loop would record it: a check that cannot fail is none.

import { describe, expect, test } from "vitest";
import { PERCEPT_NAMES, type Percept } from "../../src/parties/percepts.ts";
import { CALL, ENTRY, EVENT, SOURCE, STAGE, type CallFact, type EntryKind, type MessageStage } from "../../src/simulation/codes.ts";
import { watchInvariants } from "../../src/simulation/invariants.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { initialWorld, post as postEvent, type Message, type World } from "../../src/simulation/world.ts";
import { ACT_NAMES, type ActName } from "../../src/terms/acts.ts";
import { crisis, ROAD } from "./small-crises.ts";

const MODEL = crisis(ROAD);
const RUN = MODEL.roots.length - 1;
const party = (id: string): number => MODEL.partyOf.get(id)!;
const stance = (who: string, whom: string): number => MODEL.stanceOf[party(who) * MODEL.size + party(whom)]!;

/** A hand-made run: each line records one entry and gives its number. */
function byHand() {
  const watch = watchInvariants(MODEL);
  let number = 0;
  const write = (kind: EntryKind, who: string | undefined, whom: string | undefined, cause: number, a = 0, b = 0, c = 0, d = 0): number => {
    watch.record(0, ENTRY[kind], who === undefined ? -1 : party(who), whom === undefined ? -1 : party(whom), RUN, cause, a, b, c, d);
    return number++;
  };
  return {
    write,
    start: (): number => write("run.started", undefined, undefined, -1),
    act: (who: string, whom: string, cause: number, act: ActName): number => write("act", who, whom, cause, ACT_NAMES.indexOf(act), 3, -1, -1),
    perceived: (who: string, whom: string, cause: number, percept: Percept): number => write("perceived", who, whom, cause, PERCEPT_NAMES.indexOf(percept), SOURCE["sight"], -2),
    moved: (who: string, whom: string, cause: number, to = 0): number => write("stance", who, whom, cause, stance(who, whom), 0, to),
    ordered: (who: string, whom: string, cause: number, act: ActName): number => write("act.ordered", who, whom, cause, ACT_NAMES.indexOf(act), 60),
    message: (who: string, whom: string, cause: number, stage: MessageStage, line = 0, via = -1): number => write("message", who, whom, cause, 0, STAGE[stage], line, via),
    call: (call: CallFact): number => write("call", "post", "sponsor", -1, CALL[call], 0, 0),
    broken: (world: World = initialWorld(MODEL)): readonly string[] => watch.violations(world).map(({ invariant, number: at }) => `${invariant} at ${at}`),
  };
}

/** A post that saw the column come in and is about to do something. */
function alarmed(percept: Percept = "menaced.self") {
  const run = byHand();
  const seen = run.perceived("post", "column", run.act("column", "post", run.start(), "enter"), percept);
  return { ...run, seen, moved: run.moved("post", "column", seen) };
}

test("nothing recorded breaks nothing", () => expect(byHand().broken()).toEqual([]));

test("a whole run breaks nothing", () => expect(simulate(MODEL).violations).toEqual([]));

describe("nobody acts on what it did not perceive", () => {
  test("what follows from its own perception is in order", () => {
    const run = alarmed();
    run.ordered("post", "column", run.moved, "strike");
    run.message("post", "sponsor", run.moved, "waiting");
    run.write("statement", "post", "column", run.seen, 0, -1);
    run.message("post", "sponsor", 4, "delivered");
    expect(run.broken()).toEqual([]);
  });

  test("what a chart orders as it starts is in order", () => {
    const run = byHand();
    run.ordered("column", "post", run.start(), "mass");
    expect(run.broken()).toEqual([]);
  });

  test("an order that follows from what happened, unseen, is caught", () => {
    const run = byHand();
    run.ordered("post", "column", run.act("column", "post", run.start(), "enter"), "strike");
    expect(run.broken()).toEqual(["acts-on-what-it-perceived at 2"]);
  });

  test("an order that follows from what another perceived is caught", () => {
    const run = alarmed();
    run.ordered("sponsor", "post", run.seen, "move-alongside");
    expect(run.broken()).toEqual(["acts-on-what-it-perceived at 4"]);
  });

  test("a statement without a perception is caught", () => {
    const run = byHand();
    run.write("statement", "post", "column", run.act("column", "post", run.start(), "enter"), 0, -1);
    expect(run.broken()).toEqual(["acts-on-what-it-perceived at 2"]);
  });

  test("a statement that the timeline makes is not its own, and in order", () => {
    const run = byHand();
    run.write("statement", "post", "column", run.start(), 0, 0);
    expect(run.broken()).toEqual([]);
  });

  test("a word that follows from what another perceived is caught", () => {
    const run = alarmed();
    run.message("sponsor", "post", run.moved, "delivered", 0);
    run.message("sponsor", "post", run.moved, "waiting");
    expect(run.broken()).toContain("acts-on-what-it-perceived at 5");
  });

  test("a word passed on by a patron that was not told of it is caught", () => {
    const run = alarmed();
    run.message("post", "column", run.moved, "passed-on", -1, party("sponsor"));
    expect(run.broken()).toEqual(["acts-on-what-it-perceived at 4"]);
  });

  test("a stance that moves by itself, or by another's perception, is caught", () => {
    const run = alarmed();
    const entry = run.act("column", "post", 0, "enter");
    run.write("stance", "post", "column", entry, stance("post", "column"), 0, 0);
    run.write("stance", "sponsor", "post", run.seen, stance("sponsor", "post"), 0, 0);
    run.write("stance", "post", "column", -1, stance("post", "column"), 0, 0);
    expect(run.broken()).toEqual([5, 6, 7].map((at) => `acts-on-what-it-perceived at ${at}`));
  });

  test.each(["stance", "waited", "decision", "decision.opened", "act.ordered", "act.called-off", "trust"] as const)("a perception of what goes on inside another (%s) is caught", (kind) => {
    const run = alarmed();
    run.perceived("sponsor", "post", run.write(kind, "post", "column", run.moved, kind === "stance" ? stance("post", "column") : 0), "own.hit");
    expect(run.broken()).toContain("acts-on-what-it-perceived at 5");
  });

  test("a perception out of nothing is caught", () => {
    const run = byHand();
    run.perceived("post", "column", -1, "struck.self");
    expect(run.broken()).toEqual(["acts-on-what-it-perceived at 0"]);
  });
});

describe("force rests on perception", () => {
  test("after a perceived hostile act or intent it is in order", () => {
    const run = alarmed("menaced.self");
    run.act("post", "column", run.ordered("post", "column", run.moved, "strike"), "strike");
    expect(run.broken()).toEqual([]);
  });

  test("after less than that it is caught", () => {
    const run = alarmed("approached.self");
    run.act("post", "column", run.ordered("post", "column", run.moved, "strike"), "strike");
    expect(run.broken()).toEqual(["force-rests-on-perception at 5"]);
  });

  test("that was held back, and is gone on with, rests on what was perceived before it; the next one does not", () => {
    const { chart } = MODEL.stances[stance("post", "column")]!;
    const at = (state: string): number => Array.from({ length: chart.configurations }, (_, i) => i).find((configuration) => chart.leaves(configuration).includes(`conduct.${state}`))!;
    const run = byHand();
    const menaced = run.perceived("post", "column", run.act("column", "post", run.start(), "approach"), "menaced.self");
    run.ordered("post", "column", run.moved("post", "column", menaced, at("defending")), "strike");
    const halted = run.perceived("post", "column", run.act("column", "post", 0, "halt"), "halted.self");
    const goOn = (): number => run.act("post", "column", run.ordered("post", "column", run.moved("post", "column", halted, at("staying-the-strike")), "strike"), "strike");
    goOn();
    expect(run.broken()).toEqual([]);
    const second = goOn();
    expect(run.broken()).toEqual([`force-rests-on-perception at ${second}`]);
  });

  test("is grounded no longer once whoever perceived it has calmed down", () => {
    const run = byHand();
    const menaced = run.perceived("post", "column", run.act("column", "post", run.start(), "approach"), "menaced.self");
    run.moved("post", "column", menaced, 0);
    const noticed = run.perceived("post", "column", run.act("column", "post", 0, "approach"), "noticed.self");
    const struck = run.act("post", "column", run.ordered("post", "column", run.moved("post", "column", noticed, 0), "strike"), "strike");
    expect(run.broken()).toEqual([`force-rests-on-perception at ${struck}`]);
  });

  test("what is no force needs none", () => {
    const run = alarmed("approached.self");
    run.act("post", "column", run.ordered("post", "column", run.moved, "leaflet"), "leaflet");
    expect(run.broken()).toEqual([]);
  });

  test("what a director forces on a party, at a time or when something sets it off, is not held against it", () => {
    const hit = (when: string) => crisis(ROAD, {}, `add: { timeline: [{ id: told, at: "day 1 10:00", incident: leak, by: strangers }, { id: hit, ${when}, incident: strike, by: post, against: column, forced: true }] }`);
    expect(simulate(hit(`at: "day 1 12:00"`)).violations).toEqual([]);
    expect(simulate(hit("when: { act: leak }, delay: 2 h")).violations).toEqual([]);
  });

  test("a party whose doctrine does not promise it is not held to it", () => {
    const run = byHand();
    const pressed = run.perceived("column", "post", run.write("pressure", "column", "post", run.start()), "pressed.grave");
    run.act("column", "post", run.ordered("column", "post", run.moved("column", "post", pressed), "shell"), "shell");
    expect(run.broken()).toEqual([]);
  });
});

describe("a closed line is silent", () => {
  // A message is sent before the line changes, and said or lost after it.
  const said = (stage: MessageStage, ...calls: readonly CallFact[]): readonly string[] => {
    const run = alarmed();
    const sent = run.message("post", "sponsor", run.moved, "waiting");
    for (const call of calls) run.call(call);
    run.message("post", "sponsor", sent, stage);
    return run.broken();
  };

  test.each(["closed", "went-dead"] as const)("a word said over a line that %s is caught", (call) => expect(said("delivered", call)).toEqual(["silent-when-closed at 6"]));

  test.each(["garbled", "wrong", "mismatched", "corrected", "late", "doubted"] as const)("a word that came across %s is caught too", (stage) => {
    expect(said(stage, "closed")).toEqual(["silent-when-closed at 6"]);
  });

  test.each(["lost", "lapsed", "declined"] as const)("a word that is %s on a closed line was not said", (stage) => expect(said(stage, "closed")).toEqual([]));

  test("a word said before, or once it is open again, is in order", () => {
    expect(said("delivered")).toEqual([]);
    expect(said("delivered", "closed", "opened")).toEqual([]);
  });

  test("a line declared suspended may still carry", () => expect(said("delivered", "declared-suspended")).toEqual([]));

  test("a line that is closed from the start is silent too", () => {
    const model = crisis(ROAD, {}, "set: { channels.wire.practised: closed }");
    const watch = watchInvariants(model);
    watch.record(0, ENTRY["message"], party("post"), party("sponsor"), RUN, -1, 0, STAGE["delivered"], 0, -1);
    expect(watch.violations(initialWorld(model)).map(({ invariant }) => invariant)).toContain("silent-when-closed");
  });
});

describe("messages are accounted for", () => {
  const sent = () => {
    const run = alarmed();
    run.message("post", "sponsor", run.moved, "waiting");
    return run;
  };
  const message: Message = {
    what: 0, from: party("post"), to: party("sponsor"), via: -1, line: 0, wrong: false, speaker: party("post"), hearer: party("sponsor"), stance: 0,
    tier: "any", urgent: true, queuedAt: 0, expectedAt: 0, root: RUN, entry: 4, result: -1, answers: -1,
  };

  test("one that is sent and nowhere to be found is caught", () => expect(sent().broken()).toEqual(["messages-are-accounted-for at 4"]));

  test("one that waits on a line, is in a patron's hands or travels is on its way", () => {
    const [waiting, inHand, travelling] = [initialWorld(MODEL), initialWorld(MODEL), initialWorld(MODEL)];
    postEvent(travelling, 90, EVENT["word"], 0, 0, 0, RUN, 4, message);
    expect(sent().broken({ ...waiting, waiting: [[message]] })).toEqual([]);
    expect(sent().broken({ ...inHand, inHand: MODEL.parties.map((_, i) => (i === party("sponsor") ? [message] : [])) })).toEqual([]);
    expect(sent().broken(travelling)).toEqual([]);
  });

  test("one that ends twice is caught", () => {
    const run = sent();
    run.message("post", "sponsor", 4, "delivered");
    expect(run.broken()).toEqual([]);
    run.message("post", "sponsor", 4, "lost");
    expect(run.broken()).toEqual(["messages-are-accounted-for at 6"]);
  });

  test("one that ends is caught where the line still holds it", () => {
    const run = sent();
    run.message("post", "sponsor", 4, "delivered");
    expect(run.broken({ ...initialWorld(MODEL), waiting: [[message]] })).toEqual(["messages-are-accounted-for at 5"]);
  });

  test("one that cannot be delivered ends as it is sent", () => {
    const run = alarmed();
    run.message("post", "sponsor", run.moved, "undeliverable", -1);
    expect(run.broken()).toEqual([]);
  });
});

describe("levels stay in range", () => {
  test.each([[0, []], [4, []], [5, ["levels-stay-in-range at 0"]], [-1, ["levels-stay-in-range at 0"]]])("trust of %i", (level, broken) => {
    const run = byHand();
    run.write("trust", "post", "sponsor", -1, 3, level);
    expect(run.broken()).toEqual(broken);
  });

  test.each([[0, []], [8, []], [9, ["levels-stay-in-range"]], [-1, ["levels-stay-in-range"]]])("a stance on rung %i", (rung, broken) => {
    const watch = watchInvariants({ ...MODEL, stances: MODEL.stances.map((each) => ({ ...each, chart: { ...each.chart, rung: () => rung } })) });
    watch.record(0, ENTRY["waited"], party("post"), party("column"), RUN, -1, 0, stance("post", "column"), 0, 0);
    watch.record(0, ENTRY["stance"], party("post"), party("column"), RUN, 0, stance("post", "column"), 0, 1, 0);
    expect(watch.violations(initialWorld(MODEL)).map(({ invariant }) => invariant)).toEqual(broken);
  });

  test("a stance outside its chart, and so on no rung, is caught", () => {
    const run = byHand();
    const told = run.perceived("sponsor", "post", run.start(), "call.answered");
    run.moved("sponsor", "post", told, MODEL.stances[stance("sponsor", "post")]!.chart.configurations);
    expect(run.broken()).toEqual(["levels-stay-in-range at 2"]);
  });
});
