import { describe, expect, test } from "vitest";
import { follows, only, pick, crisis, DAY, ROAD, traceOf, type Certainties } from "./small-crises.ts";
import type { Entry } from "../../src/simulation/trace.ts";

// What was meant, ordered or asked, and what it comes to where something has come between, or the hour is wrong.

const run = (certainly: Certainties, set: string, ...items: readonly string[]): readonly Entry[] =>
  traceOf(crisis(ROAD, certainly, `{ set: {${set}}, add: { timeline: [${items.join(", ")}] } }`));
const forced = (id: string, at: string, incident: string, by: string, against: string, more = ""): string =>
  `{ id: ${id}, at: "${at}", incident: ${incident}, by: ${by}, against: ${against}, forced: true${more} }`;
const MINUTE = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - 360;

describe("words of calm", () => {
  const TO_AN_ASSURANCE: Certainties = {
    "garrison.answer-attack": "answer", "garrison.exchange-ebbs": "1 h", "strike.prepares": "10 m", "statement.prepares": "3 h", "statement.from": "0 h", "statement.until": "24 h",
  };
  const HIT = forced("hit", "day 1 10:00", "attack", "column", "post");
  const assured = (...items: readonly string[]) => pick(run(TO_AN_ASSURANCE, "", HIT, ...items), "statement", { who: "post", statement: "assurance" });

  test("are said once they are drafted", () => expect(assured()).toHaveLength(1));

  test("are not said by one who has gone higher since", () => {
    const [said] = assured();
    const before = new Date(Date.UTC(2030, 4, 6, 6, said!.at - 30)).toISOString().slice(11, 16);
    expect(assured(forced("again", `day 1 ${before}`, "attack", "column", "post")).some(({ at }) => at === said!.at)).toBe(false);
  });
});

describe("a message that waits", () => {
  const ANSWERS: Certainties = { "garrison.use-of-force": "strike", "garrison.answer-attack": "answer", "garrison.assessment": "30 d" };
  const explained = (...items: readonly string[]) => {
    const struck = run({ ...ANSWERS, "line.sets-up": "3 h", "sight.reading": "graver", "garrison.answer-due": "10 m", "garrison.leave-due": "10 m", "garrison.aircraft-over": "10 m", "garrison.last-chance": "10 m" }, "",
      forced("in", "day 1 12:00", "enter", "column", "post"), ...items);
    return pick(struck, "message", { who: "post", whom: "column", message: "explanation" }).map(({ stage }) => stage);
  };

  test("explains force once it is over", () => expect(explained()).toEqual(["waiting", "at-patron", "passed-on", "delivered"]));

  test("and lapses where more force has been ordered before the call", () => {
    expect(explained(forced("attack", "day 1 14:10", "attack", "column", "post")).slice(0, 2)).toEqual(["waiting", "lapsed"]);
  });
});

describe("an act", () => {
  test("that needs daylight waits for it", () => {
    const leaflets = (at: string): number => only(run({ "leaflet.prepares": "1 h", "daylight.from": "6 h", "daylight.until": "18 h" }, "", forced("mass", at, "mass", "column", "post")), "act", { act: "leaflet" }).at;
    expect(leaflets("day 1 12:00")).toBe(MINUTE("13:00"));
    expect(leaflets("day 1 20:00")).toBe(DAY + MINUTE("06:00"));
  });

  test("brings those who approach nearer than they were, and those who follow no farther back", () => {
    const came = (act: string, drawn: string): number | undefined =>
      only(run({ "enter.distance": "40 km", [`${act}.distance`]: drawn, "militia.take-up": "push", "militia.drives-on": "3 h", "militia.go-on": "drive-on", "militia.presses-on": "30 d", "firmness.read": "let-pass" }, "",
        `{ id: pushed, at: "day 1 10:00", pressure: { party: column, toward: post } }`, ...(act === "reinforce" ? [forced("more", "day 1 15:00", "reinforce", "column", "post")] : [])), "act", { act: act as "approach" }).km;
    expect(came("approach", "45 km")).toBe(28);
    expect(came("approach", "20 km")).toBe(20);
  });

  test("is missed by nobody who looks out for it", () => {
    const seen = (...before: readonly string[]): readonly string[] =>
      pick(run({ "sight.seen": 0, "sight.seen/mass": 1 }, "", ...before, forced("in", "day 2 12:00", "enter", "column", "post")), "perceived", { who: "post", source: "sight" }).map(({ root }) => root);
    expect(seen()).toEqual([]);
    expect(seen(forced("mass", "day 1 12:00", "mass", "column", "post"))).toEqual(["mass", "in"]);
  });
});

describe("a call", () => {
  const EXPLAINS: Certainties = { "patron.after-a-hit": "talk-on", "line.sets-up/chiefs": "1 h", "line.chiefs-from": "7 h", "line.chiefs-until": "24 h" };
  const chiefs = (at: string): number | undefined => pick(run(EXPLAINS, "channels.wire.tiers: [duty-officer, chiefs]", forced("hit", at, "strike", "post", "column")), "call", { tier: "chiefs" })[0]?.at;

  test("of the chiefs is not made at night", () => {
    expect(chiefs("day 1 20:00")).toBe(MINUTE("21:00"));
    expect(chiefs("day 1 23:30")).toBe(DAY + MINUTE("07:00"));
  });

  test("in which nothing presses comes after the due one, and not shortly before it", () => {
    const QUIET_THEN_STOCK: Certainties = { "garrison.quiet-holds": "20 h", "garrison.credit": "say-nothing", "statement.from": "8 h", "statement.until": "21 h", "decision.takes": "5 m" };
    const entries = run(QUIET_THEN_STOCK, "", forced("hit", "day 1 10:00", "strike", "post", "column"));
    const asked = only(entries, "message", { who: "post", message: "stock-taking", stage: "waiting" });
    expect(asked.at).toBe(DAY + MINUTE("09:45"));
  });
});

describe("a request to leave", () => {
  test("that was let pass is reported as followed where they have left meanwhile", () => {
    const reported = (...items: readonly string[]): string | undefined =>
      pick(run({ "garrison.answer-due": "10 m", "relay.complied": 0, "relay.verifies-after": "5 h" }, "", forced("in", "day 1 12:00", "enter", "column", "post"), ...items), "perceived", { who: "sponsor", whom: "column" }).map(({ percept }) => percept).find((percept) => percept === "relay.ignored" || percept === "relay.complied");
    expect(reported()).toBe("relay.ignored");
    expect(reported(forced("out", "day 1 15:00", "withdraw", "column", "post"))).toBe("relay.complied");
  });

  test("goes to those who are there once somebody else may operate there, and to nobody who is not", () => {
    const CONSENTS = `set: { parties.post.stances.capital: adversary }, add: { parties: { capital: { doctrine: government, stances: { post: adversary, sponsor: patron } } }, timeline: [`;
    const told = (...items: readonly string[]) => {
      const entries = traceOf(crisis(ROAD, { "garrison.consent": "grant", "garrison.answer-due": "30 d" }, `{ ${CONSENTS}{ id: wanted, at: "day 1 12:00", order: { to: capital, toward: post, do: ask-consent } }, ${items.join(", ")}] } }`));
      const consent = only(entries, "perceived", { who: "post", percept: "consent.delivered" });
      return pick(entries, "message", { who: "post", message: "request-to-leave", stage: "waiting" }).filter((request) => follows(entries, request, consent)).map(({ whom }) => whom);
    };
    expect(told()).toEqual([]);
    expect(told(forced("mass", "day 1 08:00", "mass", "column", "post"))).toEqual(["column"]);
  });
});

describe("a request for consent", () => {
  test("of those who are being asked to leave themselves is refused", () => {
    const CAPITAL = `set: { parties.post.stances.capital: adversary }, add: { parties: { capital: { doctrine: government, stances: { post: adversary, sponsor: patron } } }, timeline: [`;
    const answered = (...items: readonly string[]) => {
      const entries = traceOf(crisis(ROAD, { "garrison.consent": "grant" }, `{ ${CAPITAL}{ id: wanted, at: "day 1 12:00", order: { to: capital, toward: post, do: ask-consent } }, ${items.join(", ")}] } }`));
      return pick(entries, "message", { who: "post", whom: "capital", stage: "waiting" }).map(({ message }) => message).filter((message) => message === "consent" || message === "refusal");
    };
    expect(answered()).toEqual(["consent"]);
    expect(answered(forced("near", "day 1 11:30", "mass", "capital", "post"), forced("shells", "day 1 11:50", "shell", "capital", "post"))).toEqual(["refusal"]);
  });
});
