import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityOf, likeliest, recorded, seated, seeded, undecided, type Answerer } from "../../src/kernel/choices.ts";
import { advance } from "../../src/simulation/advance.ts";
import { ARRIVED_STAGES, ENTRY_KINDS, EVENT, type MessageStage } from "../../src/simulation/codes.ts";
import { judgeOf } from "../../src/simulation/judge.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import type { Recorder } from "../../src/simulation/run.ts";
import { simulate, simulateStepwise } from "../../src/simulation/simulate.ts";
import { recordTrace, type Entry, type EntryOf } from "../../src/simulation/trace.ts";
import { copyWorld, initialWorld, type World } from "../../src/simulation/world.ts";
import { pick } from "./small-crises.ts";
import { crises, modelOf, said, type Drawn } from "./random-crises.ts";

type Recorded = Parameters<Recorder["record"]>;

/** Keeps what the loop records, as it is recorded. */
function keepAll(): Recorder & { readonly kept: Recorded[] } {
  const kept: Recorded[] = [];
  return { kept, record: (...entry) => { kept.push(entry); } };
}

const runOf = (drawn: Drawn, ...more: readonly string[]) => simulate(modelOf(drawn, ...more), seeded(drawn.seed));

describe("the same run", () => {
  test("sameRunSameTrace", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const [once, again] = [runOf(drawn), runOf(drawn)];
      expect(again.entries).toEqual(once.entries);
      expect(again.stop).toEqual(once.stop);
      expect(again.model.hash).toBe(once.model.hash);
    }), { numRuns: 60 });
  });

  test("steppingEqualsRunning", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const whole = simulate(model, seeded(drawn.seed));
      const steps: Entry[] = [];
      const stepwise = simulateStepwise(model, seeded(drawn.seed));
      let next = stepwise.next();
      for (; !next.done; next = stepwise.next()) steps.push(...next.value);
      expect(steps).toEqual(whole.entries);
      expect(next.value).toEqual(whole.stop);
    }), { numRuns: 60 });
  });

  test("pausingAnywhereChangesNothing", () => {
    fc.assert(fc.property(crises, fc.array(fc.nat(5760), { maxLength: 5 }), (drawn, pauses) => {
      const model = modelOf(drawn);
      const trace = recordTrace(model);
      const world = initialWorld(model);
      for (const through of pauses.sort((a, b) => a - b)) advance(model, world, seeded(drawn.seed), trace, { through });
      advance(model, world, seeded(drawn.seed), trace);
      expect(trace.entries()).toEqual(simulate(model, seeded(drawn.seed)).entries);
    }), { numRuns: 60 });
  });

  test("aCopyGoesOnAsTheOriginal", () => {
    fc.assert(fc.property(crises, fc.nat(5760), (drawn, through) => {
      const model = modelOf(drawn);
      const original = initialWorld(model);
      advance(model, original, seeded(drawn.seed), keepAll(), { through });
      const [copy, untouched] = [copyWorld(original), copyWorld(original)];
      const [first, second] = [keepAll(), keepAll()];
      const [ofOriginal, ofCopy] = [advance(model, original, seeded(drawn.seed), first), advance(model, copy, seeded(drawn.seed), second)];
      expect(second.kept).toEqual(first.kept);
      expect(ofCopy).toEqual(ofOriginal);
      expect(through === 5760 || untouched.at === through).toBe(true);
    }), { numRuns: 60 });
  });

  // A copy that shared anything with its original would show here: the original goes on first, under other answers.
  test("whatTheOriginalDoesIsNothingToItsCopy", () => {
    fc.assert(fc.property(crises, fc.nat(5760), (drawn, through) => {
      const model = modelOf(drawn);
      const original = initialWorld(model);
      advance(model, original, seeded(drawn.seed), keepAll(), { through });
      const copy = copyWorld(original);
      const before = structuredClone(copy);
      advance(model, original, seeded(drawn.seed + 1), keepAll());
      expect(copy).toEqual(before);
    }), { numRuns: 40 });
  });
});

describe("an answer that waits", () => {
  // Stops at every question that `waits` leaves open, answers it as the seed would, and goes on from the world that came back.
  const throughWaiting = (model: Model, seed: number, waits: (answers: ReadonlyMap<string, string>) => Answerer) => {
    const answers = new Map<string, string>();
    const trace = recordTrace(model);
    let world: World = initialWorld(model);
    for (let waited = 0; ; waited++) {
      const stop = advance(model, world, waits(answers), trace);
      if (stop.kind !== "awaiting") return { stop, waited, entries: trace.entries() };
      const { question } = stop;
      expect(answers.has(identityOf(question))).toBe(false);
      answers.set(identityOf(question), question.options.names[seeded(seed).answer(question)]!);
      world = stop.world;
    }
  };

  test("anAnswerThatWaitsLeavesNoMark", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const whole = simulate(model, seeded(drawn.seed));
      const everyone = new Set(model.parties.map(({ text }) => text));
      const { stop, waited, entries } = throughWaiting(model, drawn.seed, (answers) => seated(everyone, recorded(answers, undecided), seeded(drawn.seed)));
      expect(entries).toEqual(whole.entries);
      expect(stop).toEqual(whole.stop);
      expect(waited).toBe(pick(whole.entries, "decision").length);
    }), { numRuns: 40 });
  });

  test("waitingAtEveryQuestionOfChanceLeavesNoMarkEither", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const { entries } = throughWaiting(model, drawn.seed, (answers) => recorded(answers, undecided));
      expect(entries).toEqual(simulate(model, seeded(drawn.seed)).entries);
    }), { numRuns: 20 });
  });

  test("whatWasAnsweredByOneIsTheRunOfAnother", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const answers = new Map<string, string>();
      const source = seeded(drawn.seed);
      const once = simulate(model, {
        mayWait: false,
        answer: (question) => {
          const answer = source.answer(question);
          expect(answers.has(identityOf(question))).toBe(false); // an identity is asked once in a run
          answers.set(identityOf(question), question.options.names[answer]!);
          return answer;
        },
      });
      expect(simulate(model, recorded(answers, likeliest)).entries).toEqual(once.entries);
    }), { numRuns: 40 });
  });
});

describe("what is unrelated", () => {
  const without = (entries: readonly Entry[], mine: (entry: Entry) => boolean): readonly string[] => said(entries).filter((_, i) => !mine(entries[i]!));

  // A hermit with a war and a line of its own, that nobody else has anything to do with; first or last among the parties.
  const HERMIT = `{ doctrine: spoiler, stances: { ghosts: adversary } }`;
  const PEN_PAL = `{ doctrine: neighbour, stances: { hermit: adversary } }`;
  const ITS_OWN = `{ set: { assumptions.spoiler.next-raid: 6 h, assumptions.spoiler.raid: { wait: 1, raid: 9 } }, add: { channels: { string: { between: [hermit, ghosts], calls: [{ every: day, at: "09:00" }] } } } }`;

  test("anUnrelatedPartyShiftsNoDraw", () => {
    fc.assert(fc.property(crises, fc.boolean(), (drawn, first) => {
      const plain = runOf(drawn);
      const base = first ? drawn.base.replace("parties:\n", `parties:\n  hermit: ${HERMIT}\n  ghosts: ${PEN_PAL}\n`) : drawn.base;
      const more = runOf({ ...drawn, base }, ...(first ? [] : [`add: { parties: { hermit: ${HERMIT}, ghosts: ${PEN_PAL} } }`]), ITS_OWN);
      const hermits = ({ who, whom, root }: Entry): boolean => [who, whom].some((id) => id === "hermit" || id === "ghosts") || root.startsWith("string@");
      expect(more.entries.some(hermits)).toBe(true);
      expect(without(more.entries, hermits)).toEqual(said(plain.entries));
    }), { numRuns: 60 });
  });

  const IDLE = [
    { incident: "shell", by: "strangers", against: "ghosts" },
    { incident: "attack", by: "unknown" },
    { "incident": "overfly", "by": "strangers", "against": "A", "unseen-by": ["A"] },
    { incident: "leak", by: "strangers", against: "A", chance: 0.5 },
  ];

  test("cuttingAnIdleIncidentShiftsNoOtherOutcome", () => {
    const idle = fc.record({ what: fc.constantFrom(...IDLE), day: fc.integer({ min: 1, max: 3 }), first: fc.boolean() });
    fc.assert(fc.property(crises, idle, (drawn, { what, day, first }) => {
      const watched = drawn.base.includes("post:") ? "post" : "north";
      const written = JSON.stringify({ id: "idle", at: `day ${day} 11:11`, ...what }).replaceAll("\"A\"", `"${watched}"`);
      const ghosts = "add: { parties: { ghosts: {} } }";
      const cut = runOf({ ...drawn, overlays: [ghosts, ...drawn.overlays] });
      const whole = runOf({ ...drawn, overlays: first ? [ghosts, `add: { timeline: [${written}] }`, ...drawn.overlays] : [ghosts, ...drawn.overlays, `add: { timeline: [${written}] }`] });
      expect(without(whole.entries, ({ root }) => root === "idle")).toEqual(said(cut.entries));
      expect(whole.entries.length).toBeGreaterThan(cut.entries.length);
    }), { numRuns: 60 });
  });
});

describe("what holds in every run", () => {
  const inEveryRun = (check: (run: ReturnType<typeof simulate>) => void): void => {
    fc.assert(fc.property(crises, (drawn) => { check(runOf(drawn)); }), { numRuns: 80 });
  };

  test("nobodyActsOnWhatItDidNotPerceive, and every other invariant holds", () => {
    inEveryRun(({ violations }) => expect(violations).toEqual([]));
  });

  test("aStanceMovesByItsOwnPerceptTimerOrDecision", () => {
    inEveryRun(({ entries }) => {
      for (const { who, whom, cause } of pick(entries, "stance")) {
        const because = entries[cause!]!;
        expect([because.who, because.whom]).toEqual([who, whom]);
        expect(["perceived", "waited", "decision"]).toContain(because.kind);
      }
    });
  });

  test("everyMessageIsDeliveredLostOrOnItsWay", () => {
    const CLOSED: readonly MessageStage[] = [...ARRIVED_STAGES, "lost", "lapsed", "declined", "at-patron"];
    inEveryRun(({ entries, stop: { world } }) => {
      const messages = pick(entries, "message");
      const ends = new Map<number, EntryOf<"message">[]>();
      for (const message of messages) if (CLOSED.includes(message.stage)) ends.set(message.cause!, [...(ends.get(message.cause!) ?? []), message]);
      const held = world.inHand.flat().map(({ entry }) => entry);
      const travelling = world.pending.flatMap(({ kind, about }) => ((kind === EVENT["word"] || kind === EVENT["relay"]) && about && "entry" in about ? [about.entry] : []));
      const onTheirWay = [...world.waiting.flat().map(({ entry }) => entry), ...travelling];
      for (const { number, stage } of messages) {
        if (stage !== "waiting" && stage !== "passed-on") continue;
        const came = (ends.get(number) ?? []).map((end) => end.stage);
        const declined = came.includes("declined") ? 1 : 0;
        expect(came.length - declined + onTheirWay.filter((entry) => entry === number).length).toBe(1);
        expect(came[0] === "at-patron" || !(declined || held.includes(number))).toBe(true);
      }
      const count = (wanted: MessageStage): number => pick(entries, "message", { stage: wanted }).length;
      expect(held.length + count("passed-on") + count("declined")).toBe(count("at-patron"));
    });
  });

  test("everyEntryButAnInjectHasACause", () => {
    inEveryRun(({ entries, model }) => {
      const items = new Set(model.scenario.timeline.map(({ id }) => id));
      for (const { number, at, kind, root, cause } of entries) {
        const dueCall = kind === "call" && root.includes("@");
        const inject = items.has(root) && ["pressure", "order", "shock", "act", "statement", "item.skipped"].includes(kind);
        const may = dueCall || inject || kind === "run.started" || kind === "run.ended";
        const has = cause !== undefined && cause < number && entries[cause]!.at <= at;
        expect(cause === undefined ? may : has, `${kind} of ${root}`).toBe(true);
      }
    });
  });

  test("timeNeverGoesBackAndEveryIdIsUnique", () => {
    inEveryRun(({ entries }) => {
      for (const [i, { number, at }] of entries.entries()) {
        expect(number).toBe(i);
        expect(at).toBeGreaterThanOrEqual(entries[Math.max(0, i - 1)]!.at);
      }
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      expect(entries.filter(({ kind }) => !ENTRY_KINDS.includes(kind))).toEqual([]);
    });
  });

  test("whatAChartWasGivenIsTowardTheOneItBlames", () => {
    inEveryRun(({ entries, model }) => {
      for (const { who, whom, truth, misattributed, source } of pick(entries, "perceived")) {
        expect(model.stanceOf[model.partyOf.get(who!)! * model.size + model.partyOf.get(whom!)!]).not.toBe(-1);
        expect((source === "sight" || source === "news") && misattributed && truth === whom).toBe(false);
      }
    });
  });

  test("judgingAsItRunsEqualsJudgingAfterwards", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const { verdicts } = simulate(model, seeded(drawn.seed));
      const kept = keepAll();
      advance(model, initialWorld(model), seeded(drawn.seed), kept);
      const afterwards = judgeOf(model);
      for (const entry of kept.kept) afterwards.record(...entry);
      expect(afterwards.verdicts()).toEqual(verdicts);
      expect(verdicts).toHaveLength(8);
    }), { numRuns: 60 });
  });

  test("aJudgeThatBeginsAgainKnowsNothingOfTheRunBefore", () => {
    fc.assert(fc.property(crises, (drawn) => {
      const model = modelOf(drawn);
      const judge = judgeOf(model);
      advance(model, initialWorld(model), seeded(drawn.seed + 1), judge);
      judge.verdicts();
      judge.begin();
      advance(model, initialWorld(model), seeded(drawn.seed), judge);
      expect(judge.verdicts()).toEqual(simulate(model, seeded(drawn.seed)).verdicts);
    }), { numRuns: 40 });
  });
});

test("a model compiled twice from one scenario runs alike", () => {
  fc.assert(fc.property(crises, (drawn) => {
    const model = modelOf(drawn);
    expect(simulate(compileModel(model.scenario), seeded(drawn.seed)).entries).toEqual(simulate(model, seeded(drawn.seed)).entries);
  }), { numRuns: 20 });
});
