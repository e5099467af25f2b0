import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { MESSAGE_PHRASES, OCCASION_PHRASES } from "../../src/report/message-phrases.ts";
import { messageWords, statementWords } from "../../src/report/occasion.ts";
import { STATEMENT_OCCASIONS, STATEMENT_PHRASES } from "../../src/report/statement-phrases.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { crisis, pick, ROAD, type Certainties } from "../simulation/small-crises.ts";

const incident = (act: string, by: string, more: object = {}) => ({ id: "it", at: "day 1 12:00", incident: act, by, against: "post", forced: true, ...more });
const CAPITAL = { parties: { capital: { doctrine: "government", stances: { post: "adversary", sponsor: "patron" } } } };
const TALKS: Certainties = { "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" };

function ran(certainly: Certainties, items: readonly unknown[], set: object = {}, add: object = {}): readonly Entry[] {
  return simulate(crisis(ROAD, certainly, JSON.stringify({ set, add: { timeline: items, ...add } })), seeded(1)).entries;
}

/** The words open for each message of a kind that comes across, told once for each. */
function wordsFor(message: EntryOf<"message">["message"], entries: readonly Entry[]): readonly (readonly string[])[] {
  return pick(entries, "message", { message }).filter(({ stage }) => stage === "delivered" || stage === "at-patron").map((entry) => messageWords(entry, entries));
}

describe("an answer", () => {
  test.each([
    ["not-ours", "denial"], ["no-influence", "no-influence"],
  ] as const)("(%s) is about what was asked: movement, fire, a drone", (whose, message) => {
    const about = (act: string): readonly (readonly string[])[] => wordsFor(message, ran({ ...TALKS, "patron.whose": whose }, [incident(act, "column")]));
    expect(about("enter")[0]).toBe(MESSAGE_PHRASES[message]);
    expect(about("shell")[0]).toBe(OCCASION_PHRASES[`${message} after fire`]);
    expect(about("drone-attack")[0]).toBe(OCCASION_PHRASES[`${message} after a drone`]);
  });

  test("after asking around is about what was asked, too", () => {
    const told = wordsFor("no-answer", ran({ ...TALKS, "patron.whose": "will-ask", "patron.found-out": "nothing-found", "patron.finds-out": "1 h" }, [incident("drone-attack", "column")]));
    expect(told[0]).toBe(OCCASION_PHRASES["no-answer after a drone"]);
  });
});

describe("a question", () => {
  test("names those who are believed to have come, and nobody where nobody is known", () => {
    expect(wordsFor("query", ran(TALKS, [incident("enter", "column")]))[0]).toBe(OCCASION_PHRASES["query about those it names"]);
    expect(wordsFor("query", ran({ ...TALKS, "sight.attributed": 0, "sight.attributed/enter": 0, "sight.blames-another": 0, "sight.blames-another/enter": 0 }, [incident("enter", "column")]))[0]).toBe(MESSAGE_PHRASES.query);
  });

  test("says that a drone was shot down once it has been", () => {
    const asked = (takes: string) => wordsFor("query", ran({ ...TALKS, "shoot-down.prepares": takes }, [incident("drone-attack", "column")]))[0];
    expect([asked("5 m"), asked("3 h")]).toEqual([OCCASION_PHRASES["query after a drone was shot down"], OCCASION_PHRASES["query after a drone"]]);
  });
});

describe("a protest", () => {
  test("names the own dead after losses, and the fire after fire that was taken as meant", () => {
    const over = (certainly: Certainties, act: string): readonly string[] | undefined => wordsFor("protest", ran(certainly, [incident(act, "column")]))[0];
    expect(over({}, "attack")).toBe(OCCASION_PHRASES["protest over own losses"]);
    expect(over({ "sight.reading/shell": "graver" }, "shell")).toBe(OCCASION_PHRASES["protest after fire"]);
  });
});

test("a notice is routine, but where people of its own stand beside those who were hit, or too close", () => {
  const entries = ran({ "patron.after-a-hit": "stand-beside" }, [{ ...incident("strike", "post"), against: "column" }]);
  const said = pick(entries, "message", { message: "notice", stage: "delivered" }).filter(({ who, at }) => who === "sponsor" && at > 360);
  expect(messageWords(said[0]!, entries)).toBe(OCCASION_PHRASES["notice of own people"]);
  expect(messageWords(said[0]!, entries.map((entry) => (entry.kind === "perceived" && entry.percept === "struck.client" ? { ...entry, percept: "beside.self" } : entry)))).toBe(OCCASION_PHRASES["notice to keep apart"]);
  expect(messageWords(pick(ran({}, []), "message", { message: "notice", stage: "delivered" })[0]!, ran({}, []))).toBe(MESSAGE_PHRASES.notice);
});

describe("a proposal to meet", () => {
  const said = (change: (entry: Entry) => Entry): readonly string[] => {
    const entries = ran(TALKS, [incident("enter", "column")]);
    const query = pick(entries, "message", { message: "query", stage: "delivered" })[0]!;
    return messageWords({ ...query, message: "proposal-to-meet" }, entries.map(change));
  };

  test("does not ask for generals where generals speak", () => {
    expect(said((entry) => entry)).toBe(MESSAGE_PHRASES["proposal-to-meet"]);
    expect(said((entry) => (entry.kind === "call" ? { ...entry, tier: "general" } : entry))).toBe(OCCASION_PHRASES["proposal among generals"]);
  });

  test("speaks of the people who stand too close where that is what it is about", () => {
    expect(said((entry) => (entry.kind === "perceived" && entry.who === "post" ? { ...entry, percept: "beside.self" } : entry))).toBe(OCCASION_PHRASES["proposal to keep apart"]);
  });
});

describe("whoever fights in the open", () => {
  const inTheOpen = (entries: readonly Entry[]): readonly Entry[] => entries.map((entry) => (entry.kind === "stance" && entry.who === "post" && entry.whom === "column" ? { ...entry, rung: 8 } : entry));
  const hit = { ...incident("strike", "post"), against: "column" };

  test("does not say that it is over", () => {
    const entries = ran({}, [incident("attack", "column", { id: "attack", at: "day 1 10:00" }), hit]);
    const explained = pick(entries, "message", { message: "explanation" })[0]!;
    expect(messageWords(explained, entries)).not.toBe(OCCASION_PHRASES["explanation before more force"]);
    expect(messageWords(explained, inTheOpen(entries))).toBe(OCCASION_PHRASES["explanation before more force"]);
  });

  test("announces that, and no plan", () => {
    const entries = ran({}, [incident("attack", "column", { id: "attack", at: "day 1 10:00" }), hit]);
    const stated: EntryOf<"statement"> = { ...pick(entries, "statement", { statement: "self-defence" })[0]!, statement: "announcement" };
    expect(statementWords(stated, entries)).toBe(STATEMENT_PHRASES.announcement);
    expect(statementWords(stated, inTheOpen(entries))).toBe(STATEMENT_OCCASIONS["announcement in open conflict"]);
  });
});

describe("a request to leave", () => {
  const asksConsent = { id: "ask", at: "day 1 12:00", order: { to: "capital", toward: "post", do: "ask-consent" } };

  test("speaks of the consent where others are asked to go because of it, and of those who came where they came", () => {
    const entries = ran({ "garrison.consent": "grant", "garrison.answer-due": "30 d" }, [incident("mass", "column", { at: "day 1 07:00" }), asksConsent], { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, CAPITAL);
    expect(wordsFor("request-to-leave", entries)[0]).toBe(OCCASION_PHRASES["request to leave after consent"]);
    expect(wordsFor("request-to-leave", ran(TALKS, [incident("enter", "column")]))[0]).toBe(MESSAGE_PHRASES["request-to-leave"]);
  });

  test("speaks of the fire where it follows from fire", () => {
    expect(wordsFor("request-to-leave", ran(TALKS, [incident("shell", "column")]))[0]).toBe(OCCASION_PHRASES["request to leave after fire"]);
  });
});

test("a warning to a force outside does not say that it is too close", () => {
  expect(wordsFor("warning", ran({}, [incident("mass", "column", { at: "day 1 07:00" })]))[0]).toBe(OCCASION_PHRASES["warning to those who are not near"]);
  expect(wordsFor("warning", ran({ ...TALKS, "relay.complied": 0 }, [incident("enter", "column")]))[0]).toBe(MESSAGE_PHRASES.warning);
});

test("a position that was reserved over the line or in public is not given in the same words on the other within hours", () => {
  const hit = { ...incident("strike", "post"), against: "column" };
  const order = (prepares: string): readonly string[] => {
    const entries = ran({ "patron.after-a-hit": "talk-on", "statement.prepares": prepares }, [hit], { "channels.wire.calls": [{ every: "day", at: "15:00" }] });
    const said = pick(entries, "message", { message: "reserved-position", stage: "delivered" })[0]!;
    const stated = pick(entries, "statement", { statement: "reserved-position" })[0]!;
    const isOf = (words: readonly string[], usual: readonly string[]): string => (words === usual ? "usual" : "refers");
    const both = [[said.number, `line ${isOf(messageWords(said, entries), MESSAGE_PHRASES["reserved-position"])}`], [stated.number, `public ${isOf(statementWords(stated, entries), STATEMENT_PHRASES["reserved-position"])}`]] as const;
    return both.toSorted(([a], [b]) => a - b).map(([, text]) => text);
  };
  expect(order("20 m")).toEqual(["public usual", "line refers"]);
  expect(order("5 h")).toEqual(["line usual", "public refers"]);
  expect(STATEMENT_OCCASIONS["reserved position after the line"].length).toBeGreaterThan(1);
});
