// Each way in which such a line is known to have failed: written as a scenario, and seen in the trace.

import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/simulation/trace.ts";
import { asked, BORDER, crisis, DAY, FIRST_CALL, follows, only, perceptsOf, pick, ROAD, traceOf, type Certainties } from "./small-crises.ts";

/** The post hits the column: it has something to explain, and the sponsor something to ask. */
const HIT = `{ id: hit, at: "day 1 12:00", incident: strike, by: post, against: column, forced: true }`;
/** The column drives into the ring: the post has something to ask for. */
const ENTRY = `{ id: entry, at: "day 1 12:00", incident: enter, by: column, against: post, forced: true }`;
/** How the post reads what the column does, where nothing bears on it. */
const UNSURE = "{ milder: 1, as-meant: 1, graver: 1 }";
const timeline = (...items: readonly string[]): string => `add: { timeline: [${items.join(", ")}] }`;

/** The sponsor leaves it at words of its own, and asks for no further explanation. */
const TALKS_ON: Certainties = { "patron.after-a-hit": "talk-on" };
/** The post asks through the sponsor that the column leave. */
const RELAYED: Certainties = { "garrison.answer-due": "20 m" };

const run = (base: string, certainly: Certainties, ...items: readonly string[]): readonly Entry[] => traceOf(crisis(base, certainly, timeline(...items)));

describe("a call", () => {
  test("contact absent: it rings, and rings again for a while, nobody is there, and the caller perceives silence", () => {
    const entries = run(ROAD, { "line.answered": 0, "line.unanswered-because": "absent", "line.rings-again": "40 m", "line.tries-for": "2 h" });
    const rung = pick(entries, "call", { call: "absent" }).slice(0, 4);
    expect(rung[0]).toMatchObject({ at: FIRST_CALL, who: "post", whom: "sponsor", line: "wire", tier: "duty-officer" });
    expect(rung.map(({ at }) => at - FIRST_CALL)).toEqual([0, 40, 80, 120]);
    expect(pick(entries, "call", { call: "answered" })).toEqual([]);
    const [silence] = pick(entries, "perceived", { percept: "call.missed" });
    expect(silence).toMatchObject({ at: FIRST_CALL + 120, who: "post", whom: "sponsor", source: "line" });
    for (const ring of rung) expect(follows(entries, silence!, ring)).toBe(true);
    expect(perceptsOf(entries, "sponsor")).toEqual([]);
  });

  test("put on hold: the caller waits first, and is heard after that", () => {
    const certain = (held: string): Certainties => ({ ...TALKS_ON, "line.answered": 0, "line.unanswered-because": "held", "line.held": held, "line.call-takes": "10 m" });
    const entries = run(ROAD, certain("50 m"), HIT);
    const rung = pick(entries, "call", { call: "held" }).at(1)!;
    const heard = only(entries, "message", { message: "explanation", stage: "delivered" });
    expect(rung.root).toBe("hit");
    expect(heard.at - rung.at).toBe(60);
    expect(only(run(ROAD, certain("90 m"), HIT), "message", { message: "explanation", stage: "delivered" }).at - heard.at).toBe(40);
  });

  test("call refused: the other side is there and does not take it", () => {
    const entries = run(BORDER, { "line.answered": 0, "line.unanswered-because": "refused" }, `{ id: shots, at: "day 1 12:00", incident: harass, by: south, against: north, forced: true }`);
    const refused = pick(entries, "call", { call: "refused", root: "shots" });
    expect(refused.length).toBeGreaterThan(1);
    expect(pick(entries, "call", { call: "answered" })).toEqual([]);
    expect(pick(entries, "message", { stage: "delivered" })).toEqual([]);
    expect(perceptsOf(entries, "north", "south")).toContain("call.missed");
  });

  test("call unanswered: what is urgent is tried again and again", () => {
    const entries = run(ROAD, { "line.answered": 0, "line.rings-again": "2 h", "message.keeps": "9 d" }, HIT);
    const [first, second] = pick(entries, "call", { call: "unanswered", root: "hit" });
    expect(second!.at - first!.at).toBe(120);
    expect(follows(entries, second!, first!)).toBe(true);
    expect(pick(entries, "message", { message: "explanation" }).map(({ stage }) => stage)).toEqual(["waiting"]);
  });

  test("the sides disagree on whether a call took place: one reached the other, the other missed a call", () => {
    const entries = run(ROAD, { "line.disputed": 1 }, HIT);
    const disputed = pick(entries, "call", { call: "disputed", root: "hit" })[0]!;
    const after = pick(entries, "perceived", { cause: disputed.cause! });
    expect(disputed).toMatchObject({ who: "post", whom: "sponsor" });
    expect(after.map(({ who, percept }) => [who, percept])).toEqual([["post", "call.answered"], ["sponsor", "call.missed"]]);
    expect(pick(entries, "message", { message: "explanation", stage: "lost" })[0]!.at).toBe(disputed.at);
    expect(pick(entries, "trust", { cause: disputed.cause! }).map(({ who, from, to }) => [who, to - from])).toEqual([["post", -1], ["sponsor", -1]]);
  });
});

describe("what is said", () => {
  test("notice with wrong data: it is believed, and what is then seen comes as a surprise", () => {
    const model = crisis(ROAD, { "line.heard": "wrong" }, `{ set: { assumptions.sight.reading: ${UNSURE}, assumptions.sight.warned-sharpens: 4 }, ${timeline(ENTRY.replace("day 1", "day 2"))} }`);
    const entries = traceOf(model);
    const wrong = pick(entries, "message", { message: "notice", who: "sponsor", stage: "wrong" })[0]!;
    const told = pick(entries, "perceived", { who: "post", percept: "told.notice" })[0]!;
    expect(told.cause).toBe(wrong.number);
    expect(pick(entries, "message", { stage: "delivered", root: told.root })).toEqual([]);
    expect(asked(model, "sight.reading").map(({ asker, options }) => [asker.text, options.weights])).toEqual([["post", [1, 1, 4]]]);
  });

  test("wrong data in what needs no belief: trust in the speaker falls", () => {
    const entries = run(BORDER, { "line.heard": "wrong" }, `{ id: shots, at: "day 1 12:00", incident: harass, by: south, against: north, forced: true }`);
    const wrong = pick(entries, "message", { who: "north", stage: "wrong" })[0]!;
    expect(pick(entries, "trust", { who: "south", whom: "north" })[0]).toMatchObject({ cause: wrong.number, from: 3, to: 2 });
  });

  test("interpreter mismatch: the hearer cannot make out what was meant, and the speaker does not know", () => {
    const entries = run(ROAD, { "line.heard": "garbled" }, HIT);
    const garbled = only(entries, "message", { message: "explanation", stage: "garbled" });
    expect(entries.filter(({ cause }) => cause === garbled.number)).toMatchObject([{ kind: "perceived", who: "sponsor", whom: "post", percept: "told.unclear" }]);
  });

  test("level mismatch: it was said to someone who can do nothing with it", () => {
    const entries = run(ROAD, { "line.heard": "mismatched" }, HIT);
    const mismatched = only(entries, "message", { message: "explanation", stage: "mismatched" });
    expect(only(entries, "perceived", { percept: "told.unclear", cause: mismatched.number }).who).toBe("sponsor");
    expect(perceptsOf(entries, "sponsor")).not.toContain("post: told.explanation");
  });

  test("read-back catches what was misheard", () => {
    const entries = run(ROAD, { ...TALKS_ON, "line.heard": "garbled", "line.read-back-catches": 1 }, HIT);
    expect(pick(entries, "message", { message: "explanation" }).map(({ stage }) => stage)).toEqual(["waiting", "corrected"]);
    expect(perceptsOf(entries, "sponsor")).toContain("post: told.explanation");
  });

  test("notice too late to act on: it is heard, changes nothing, and costs trust", () => {
    const entries = run(ROAD, { "line.sets-up": "3 h", "message.overtaken-after": "1 h", "patron.after-a-hit": "stand-beside" }, HIT);
    const late = only(entries, "message", { message: "notice", who: "sponsor", stage: "late", root: "hit" });
    expect(entries.filter(({ cause }) => cause === late.number)).toMatchObject([
      { kind: "perceived", who: "post", whom: "sponsor", percept: "told.late" },
      { kind: "trust", who: "post", whom: "sponsor", from: 3, to: 2 },
    ]);
  });

  test("the channel carries a threat: a warning over the line is taken as a claim to answer", () => {
    const certain = { "neighbour.show-of-strength": "warn", "firmness.read": "resented" };
    const pressed = `{ id: pressed, at: "day 1 12:00", pressure: { party: north, toward: south, strength: serious } }`;
    const entries = run(BORDER, certain, pressed);
    const warned = only(entries, "message", { message: "warning", who: "north", stage: "delivered" });
    const resented = only(entries, "perceived", { who: "south", percept: "firmness.resented" });
    expect(resented).toMatchObject({ whom: "north", source: "line", cause: warned.number });
    expect(pick(entries, "stance", { who: "south", cause: resented.number })[0]!.rung).toBeGreaterThan(1);
    expect(pick(run(BORDER, { ...certain, "firmness.read": "let-pass" }, pressed), "stance", { who: "south" })).toEqual([]);
  });

  test("an agreed line overlapped at high tempo: what a call has no time for waits, and lapses", () => {
    const shots = [1, 2, 3].map((n) => `{ id: shots-${n}, at: "day 1 12:0${n}", incident: harass, by: south, against: north, forced: true }`);
    const certain: Certainties = { "line.carries": 1, "line.sets-up": "2 h", "message.keeps": "3 h", "neighbour.return-fire": "hold-fire", "decision.takes": "1 m" };
    const entries = run(BORDER, certain, ...shots);
    const stages = (stage: "waiting" | "delivered" | "lapsed") => pick(entries, "message", { who: "north", stage }).length;
    expect(stages("delivered")).toBeGreaterThan(0);
    expect(stages("lapsed")).toBeGreaterThan(0);
    for (const said of pick(entries, "message", { stage: "delivered" })) expect(pick(entries, "message", { stage: "delivered", at: said.at })).toHaveLength(1);
    expect(pick(run(BORDER, { ...certain, "line.carries": 9 }, ...shots), "message", { stage: "lapsed" })).toEqual([]);
  });
});

describe("what is declared", () => {
  test("suspended in word, used in practice: calls are answered after the declaration", () => {
    const entries = run(ROAD, { "patron.after-a-hit": "suspend", "line.kept-in-practice": 1 }, HIT);
    const word = only(entries, "call", { call: "declared-suspended" });
    expect(word).toMatchObject({ who: "sponsor", whom: "post", root: "hit" });
    expect(only(entries, "statement", { statement: "suspension" }).who).toBe("sponsor");
    expect(only(entries, "perceived", { percept: "line.suspended" })).toMatchObject({ who: "post", cause: word.number });
    expect(pick(entries, "call", { call: "answered" }).filter(({ at, root }) => at > word.at && root.startsWith("wire@"))).toHaveLength(3);
    expect(pick(entries, "call", { call: "closed" })).toEqual([]);
  });

  test("suspended in word and in practice: no call rings any more", () => {
    const entries = run(ROAD, { "patron.after-a-hit": "suspend", "line.kept-in-practice": 0 }, HIT);
    const word = only(entries, "call", { call: "declared-suspended" });
    expect(only(entries, "call", { call: "closed" })).toMatchObject({ at: word.at, who: "sponsor", cause: word.number });
    expect(pick(entries, "call").filter(({ at }) => at > word.at).map(({ call }) => call)).toEqual(["not-rung", "not-rung", "not-rung"]);
  });

  test("status deliberately unstated: nobody says that it is open, and calls are answered all the same", () => {
    const entries = traceOf(crisis(ROAD, {}, "set: { channels.wire.declared: unstated }"));
    expect(pick(entries, "call", { call: "answered" }).map(({ at }) => at)).toEqual([0, 1, 2, 3].map((day) => FIRST_CALL + day * DAY));
    expect(pick(entries, "call", { call: "declared-open" })).toEqual([]);
  });

  test("a status that is not plainly open stands in the trace from the start", () => {
    const declaredAs = (status: string) => pick(traceOf(crisis(ROAD, {}, `set: { channels.wire.declared: ${status} }`)), "call", { at: 0 }).map(({ call, line }) => [call, line]);
    expect(declaredAs("unstated")).toEqual([["declared-unstated", "wire"]]);
    expect(declaredAs("suspended")).toEqual([["declared-suspended", "wire"]]);
  });

  test("technical outage read as a signal: the line went dead, and an end takes it for a suspension", () => {
    const outage = `{ id: rain, at: "day 1 12:00", shock: line-outage, channel: wire, lasts: 6 h }`;
    const entries = run(ROAD, { "line.outage-taken-as-signal": 1 }, outage);
    const dead = only(entries, "call", { call: "went-dead" });
    const read = pick(entries, "call", { call: "taken-as-signal" });
    expect(read.map(({ who, cause }) => [who, cause])).toEqual([["post", dead.number], ["sponsor", dead.number]]);
    expect(pick(entries, "perceived", { percept: "line.suspended" }).map(({ who }) => who)).toEqual(["post", "sponsor"]);
    expect(pick(entries, "call", { call: "declared-suspended" })).toEqual([]);
    expect(pick(run(ROAD, { "line.outage-taken-as-signal": 0 }, outage), "perceived", { percept: "line.suspended" })).toEqual([]);
  });
});

describe("a relay", () => {
  test("reaches the client, and the client does not comply", () => {
    const entries = run(ROAD, { ...RELAYED, "relay.complied": 0 }, ENTRY);
    const stages = pick(entries, "message", { message: "request-to-leave" });
    expect(stages.map(({ stage, via }) => [stage, via])).toEqual([["waiting", "sponsor"], ["at-patron", "sponsor"], ["passed-on", "sponsor"], ["delivered", "sponsor"]]);
    const ignored = only(entries, "relay", { relay: "ignored" });
    expect(ignored).toMatchObject({ who: "column", whom: "post", via: "sponsor", message: "request-to-leave", cause: stages.at(-1)!.number });
    expect(perceptsOf(entries, "column", "post")).toContain("relay.shrugged");
    const learned = only(entries, "perceived", { who: "post", whom: "column", percept: "relay.ignored" });
    expect(learned).toMatchObject({ source: "line" });
    expect(follows(entries, learned, ignored)).toBe(true);
    expect(pick(entries, "act", { act: "withdraw" })).toEqual([]);
    // It says something of whoever passed it on, too.
    expect(only(entries, "perceived", { who: "post", whom: "sponsor", percept: "relay.ignored" }).cause).toBe(learned.cause);
    expect(only(entries, "stance", { who: "post", whom: "sponsor" }).to).toEqual(["doubting-the-relay"]);
  });

  test("is obeyed: the one who asked sees the others leave", () => {
    const entries = run(ROAD, { ...RELAYED, "relay.complied": 1, "militia.take-up": "push", "garrison.leave-due": "1 d", "militia.drives-on": "2 d" },
      `{ id: pushed, at: "day 1 12:00", pressure: { party: column, toward: post } }`);
    const left = only(entries, "act", { act: "withdraw", who: "column" });
    expect(follows(entries, left, only(entries, "relay", { relay: "complied" }))).toBe(true);
    expect(only(entries, "perceived", { who: "post", percept: "left.self" }).cause).toBe(left.number);
  });

  test("is never verified: what became of it stays unknown, though it was followed", () => {
    const entries = run(ROAD, { ...RELAYED, "relay.complied": 1, "relay.verified": 0 }, ENTRY);
    const complied = only(entries, "relay", { relay: "complied" });
    const unverified = only(entries, "relay", { relay: "unverified" });
    expect(follows(entries, unverified, complied)).toBe(true);
    expect(perceptsOf(entries, "post", "column")).toContain("relay.unverified");
    expect(perceptsOf(entries, "post", "column")).not.toContain("relay.complied");
    expect(perceptsOf(entries, "sponsor")).not.toContain("column: relay.complied");
  });

  test("is declined, and the one who asked is told", () => {
    const entries = run(ROAD, { ...RELAYED, "patron.after-a-hit": "suspend" }, HIT, `{ id: again, at: "day 2 12:00", incident: enter, by: column, against: post, forced: true }`);
    const declined = only(entries, "relay", { relay: "declined" });
    expect(declined).toMatchObject({ who: "column", whom: "post", via: "sponsor" });
    const told = only(entries, "perceived", { who: "post", whom: "column", percept: "relay.declined" });
    expect(follows(entries, told, entries[declined.cause!]!)).toBe(true);
    expect(pick(entries, "message", { message: "request-to-leave", stage: "passed-on" })).toEqual([]);
  });

  test("fails where there is nobody to ask: the word cannot be delivered", () => {
    const entries = traceOf(crisis(ROAD, RELAYED, `{ set: { parties.sponsor.stances: { post: counterpart } }, ${timeline(ENTRY)} }`));
    expect(only(entries, "message", { message: "request-to-leave" })).toMatchObject({ stage: "undeliverable", line: undefined, via: undefined });
  });
});

describe("what the sides go by", () => {
  test("misattribution: fire is answered by questions to the wrong party", () => {
    const entries = run(ROAD, {}, `{ id: shells, at: "day 1 12:00", incident: drone-attack, by: strangers, appears-as: { by: column }, against: post }`);
    expect(only(entries, "act", { act: "drone-attack" })).toMatchObject({ who: "strangers", forced: false });
    expect(only(entries, "perceived", { percept: "flown-at.self" })).toMatchObject({ who: "post", whom: "column", truth: "strangers", misattributed: true });
    expect(only(entries, "act", { act: "shoot-down" })).toMatchObject({ who: "post", whom: "column" });
  });

  test("deniability: asked whose they are, the patron says that they are not its own", () => {
    const entries = run(ROAD, { "patron.whose": "not-ours", "garrison.answer-due": "1 d" }, ENTRY);
    const query = only(entries, "message", { message: "query", stage: "delivered" });
    const denial = only(entries, "message", { message: "denial", stage: "delivered" });
    expect(query).toMatchObject({ who: "post", whom: "sponsor" });
    expect(denial).toMatchObject({ who: "sponsor", whom: "post" });
    expect(follows(entries, denial, query)).toBe(true);
    expect(only(entries, "perceived", { percept: "told.denial" })).toMatchObject({ who: "post", whom: "column", cause: denial.number });
  });

  test("an undertaking to ask is followed by an answer, or by a word that there is none", () => {
    const answered = (found: string): readonly Entry[] => run(ROAD, { "patron.whose": "will-ask", "patron.found-out": found, "patron.finds-out": "2 h", "garrison.answer-due": "1 d" }, ENTRY);
    for (const [found, message] of [["not-ours", "denial"], ["no-influence", "no-influence"], ["nothing-found", "no-answer"]] as const) {
      const entries = answered(found);
      const promised = only(entries, "message", { message: "undertaking", stage: "delivered" });
      expect(only(entries, "message", { message, stage: "delivered" }).at).toBeGreaterThan(promised.at + 60);
    }
  });

  test("the hours of a consent run from when it is read back, and not from when it was given", () => {
    const CONSENTS = `
set: { parties.post.stances.capital: adversary }
add:
  parties: { capital: { doctrine: government, stances: { post: adversary, sponsor: patron } } }
  timeline: [{ id: wanted, at: "day 1 10:00", order: { to: capital, toward: post, do: ask-consent } }]
`;
    const entries = traceOf(crisis(ROAD, { "garrison.consent": "grant", "garrison.consent-hours": "3 h", "garrison.leave-due": "9 d", "line.sets-up": "2 h" }, CONSENTS));
    const heard = only(entries, "perceived", { who: "post", percept: "consent.delivered" });
    const over = pick(entries, "stance", { who: "post", whom: "capital" }).find(({ to }) => to.includes("consent.window-over"))!;
    expect(heard.at).toBeGreaterThan(only(entries, "decision", { who: "post", decision: "consent" }).at);
    expect(over.at).toBe(heard.at + 180);
    expect(only(entries, "message", { who: "post", whom: "capital", message: "end-of-consent", stage: "waiting" }).at).toBe(over.at);
  });

  test("the sides disagree on the rule itself: a way into a disputed ring breaks what only one side holds", () => {
    const [disputed, agreed] = ["disputed", "agreed"].map((standing) =>
      traceOf(crisis(ROAD, {}, `{ set: { zones.ring.standing: ${standing} }, ${timeline(ENTRY.replace("forced", "distance: 40 km, forced"))} }`)));
    expect(only(disputed!, "rule.disputed")).toMatchObject({ who: "column", whom: "post", act: "enter", cause: only(disputed!, "act").number });
    expect(pick(agreed!, "rule.disputed")).toEqual([]);
  });

  test("outside a disputed ring no rule is in question", () => {
    const entries = traceOf(crisis(ROAD, {}, `{ set: { zones.ring.standing: disputed }, ${timeline(ENTRY.replace("forced", "distance: 60 km, forced"))} }`));
    expect(pick(entries, "rule.disputed")).toEqual([]);
  });

  test("consent followed by a strike within hours: one side may operate, its ally is hit the same day", () => {
    const entries = traceOf(crisis(ROAD, {
      "garrison.consent": "grant", "garrison.use-of-force": "strike", "sight.reading": "graver", "militia.take-up": "push", "militia.drives-on": "1 h",
      "garrison.answer-due": "20 m", "garrison.leave-due": "20 m", "garrison.last-chance": "20 m", "news.of-the-dead": "9 d", "government.command-speaks": "9 d",
    }, `
set: { parties.post.stances.capital: adversary }
add:
  parties: { capital: { doctrine: government, stances: { post: adversary, sponsor: patron, column: partner } } }
  crisis: [[post, capital]]
  timeline:
    - { id: wanted, at: "day 1 10:00", order: { to: capital, toward: post, do: ask-consent } }
    - { id: pushed, at: "day 1 11:00", pressure: { party: column, toward: post } }
`));
    const consent = only(entries, "message", { message: "consent", who: "post", whom: "capital", stage: "delivered" });
    const strike = pick(entries, "act", { act: "strike", who: "post", whom: "column" })[0]!;
    expect(consent.via).toBe("sponsor");
    expect(strike.number).toBeGreaterThan(consent.number);
    expect(strike.at - consent.at).toBeLessThan(12 * 60);
    expect(pick(entries, "stance", { who: "capital", whom: "post" }).map(({ to }) => to.at(-1))).toEqual(["requesting", "using-consent", "condemning"]);
  });
});
