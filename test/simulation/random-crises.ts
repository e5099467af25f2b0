// Random small crises for the properties: the parties around a road or a border, with a line that may be anything, parameters
// that may settle anything, and a few things in store. Whatever comes out of here loads.

import * as fc from "fast-check";
import type { Model } from "../../src/simulation/model.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { BORDER, ROAD, written } from "./small-crises.ts";

/** A crisis as it would be written: a base and overlays on it; `seed` is for the run. */
export interface Drawn { readonly base: string; readonly overlays: readonly string[]; readonly seed: number; }

/** A timeline item as it would be written. */
export type Item = Readonly<Record<string, unknown>>;

const MORE_ON_THE_ROAD = JSON.stringify({
  set: {
    "parties.post.stances.capital": "adversary", "parties.post.stances.camp": "partner", "parties.post.stances.league": "adversary", "parties.sponsor.stances.capital": "client",
  },
  add: {
    parties: {
      capital: { doctrine: "government", stances: { post: "adversary", sponsor: "patron", column: "partner" } },
      camp: { doctrine: "rebels", stances: { column: "adversary", post: "patron" } },
      league: { doctrine: "alliance", stances: { post: "adversary", column: "partner", capital: "partner" } },
    },
    crisis: [["post", "capital"], ["post", "league"]],
  },
});

const EXPECTED = (a: string, b: string): string => JSON.stringify({
  add: {
    expect: [
      { id: "a-blow", event: { act: "strike", by: a } },
      { id: "a-word", event: { message: "warning", by: a }, within: ["day 2 00:00", "day 3 00:00"] },
      { id: "a-call", event: { call: "answered", over: "wire" }, "at-least": 2, "at-most": 6 },
      { id: "word-first", before: ["a-word", "a-blow"] },
      { id: "high", event: { stance: `${a} > ${b}`, enters: "show-of-force" } },
      { id: "calm", quiet: { within: ["day 2 00:00", "day 4 00:00"], below: "limited-force" } },
      { id: "no-threat", event: { statement: "threat" }, absent: true },
      { id: "relayed", event: { relay: "complied" } },
    ],
  },
});

const chance = fc.constantFrom(0, 0.3, 0.7, 1);
const PROBABILITIES = [
  "line.answered", "line.cut-off", "line.disputed", "line.read-back-catches", "line.kept-in-practice", "line.outage-taken-as-signal", "order.obeyed",
  "relay.complied", "relay.verified", "sight.seen", "sight.attributed", "sight.blames-another", "strike.mistaken", "word.believed-at-fair", "word.believed-at-wary",
];
const weight = fc.constantFrom(0, 1, 3);
const weights = (...names: readonly [string, ...string[]]) =>
  fc.array(weight, { minLength: names.length, maxLength: names.length }).map((all) => Object.fromEntries(names.map((name, i) => [name, i === 0 && all.every((each) => each === 0) ? 1 : all[i]!])));

const assumptions = fc.record({
  ...Object.fromEntries(PROBABILITIES.map((name) => [name, chance.map((p) => (name === "line.disputed" || name === "line.cut-off" ? p / 2 : p))])),
  "line.unanswered-because": weights("absent", "held", "refused", "outage"),
  "line.heard": weights("clear", "garbled", "wrong", "mismatched", "lost"),
  "line.carries": fc.constantFrom(1, 2, 8),
  "message.keeps": fc.constantFrom("2 h", "30 h"),
  "message.overtaken-after": fc.constantFrom("5 m", "6 h"),
  "trust.rises-after": fc.constantFrom(1, 5),
  "firmness.read": weights("heeded", "let-pass", "resented"),
  "restraint.read": weights("trusted", "let-pass", "tested"),
  "sight.reading": weights("milder", "as-meant", "graver"),
  "decision.takes": fc.constantFrom("0 m", "20 m", "3 h"),
  "word.travels": fc.constantFrom("0 m", "1 h"),
}, { requiredKeys: [] });

const line = fc.record({
  "channels.wire.calls": fc.constantFrom([{ every: "day", at: "09:00" }], [{ every: "day", at: "09:00" }, { every: "day", at: "17:00" }], [{ every: "wednesday", at: "12:00" }]),
  "channels.wire.on-request": fc.constantFrom({ "answered-within": "15 m" }, { "answered-within": "48 h" }),
  "channels.wire.tiers": fc.constantFrom(["duty-officer"], ["duty-officer", "general"], ["duty-officer", "chiefs"], ["general"]),
  "channels.wire.declared": fc.constantFrom("open", "unstated", "suspended"),
  "channels.wire.practised": fc.constantFrom("open", "open", "closed"),
  "channels.spare": fc.constant({ "between": ["A", "B"], "on-request": { "answered-within": "15 m" }, "calls": [{ every: "day", at: "21:00" }] }),
}, { requiredKeys: [] });

const time = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 6, max: 20 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, hour, minute]) => `day ${day} ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

// A is the watchful one, B the one that moves; on the border either may be either.
const happening = (a: string, b: string) => fc.oneof(
  fc.record({ pressure: fc.record({ party: fc.constant(b), toward: fc.constant(a), strength: fc.constantFrom("slight", "serious", "grave") }) }),
  fc.record({ order: fc.record({ to: fc.constant(b), toward: fc.constant(a), do: fc.constantFrom("advance", "hold", "withdraw", "go-round", "reply", "talk") }) }),
  fc.record({ "incident": fc.constantFrom("drone-attack", "attack", "shell"), "by": fc.constantFrom("strangers", "unknown"), "against": fc.constantFrom(a, b), "appears-as": fc.constantFrom({ by: { unknown: 1, [a]: 1, [b]: 1 } }, { gravity: "grave" }) }),
  fc.record({ incident: fc.constantFrom("strike", "mistaken-strike", "warning-shots", "leaflet"), by: fc.constant(a), against: fc.constant(b), forced: fc.constant(true) }),
  fc.record({ statement: fc.constantFrom("threat", "caution", "appeal", "announcement"), by: fc.constantFrom("strangers", "unknown"), about: fc.constantFrom(a, b) }),
  fc.record({ statement: fc.constantFrom("threat", "caution", "appeal", "condemnation"), by: fc.constant(b), about: fc.constant(a), forced: fc.constant(true) }),
  fc.record({ incident: fc.constantFrom("enter", "harass", "attack"), by: fc.constant(b), against: fc.constant(a), forced: fc.constant(true) }),
  fc.constantFrom<Item>({ "shock": "outside", "felt-by": [b] }, { shock: "line-outage", channel: "wire", lasts: "6 h" }, { shock: "line-closed", channel: "wire" }, { shock: "line-opened", channel: "wire" }),
);

const scheduled = (a: string, b: string) => fc.oneof(
  { weight: 5, arbitrary: fc.record({ at: time }) },
  { weight: 1, arbitrary: fc.constantFrom({ when: { act: "strike", by: a, times: 3 }, delay: "2 h" }, { when: { stance: `${b} > ${a}`, enters: "show-of-force", times: 2 } }) },
);

const timeline = (a: string, b: string) =>
  fc.array(fc.tuple(happening(a, b), scheduled(a, b), fc.constantFrom(1, 1, 0.5)), { minLength: 1, maxLength: 6 })
    .map((all) => all.map(([what, when, likely], i): Item => ({ id: `item-${i}`, ...what, ...when, chance: likely })));

const around = (base: string, a: string, b: string, ends: readonly [string, string], more: readonly string[]): fc.Arbitrary<Drawn> =>
  fc.record({ assumed: assumptions, wire: line, items: timeline(a, b), wide: fc.boolean(), seed: fc.nat(10_000) }).map(({ assumed, wire, items, wide, seed }) => ({
    base, seed,
    overlays: [
      ...(wide ? more : []),
      JSON.stringify({
        set: { ...wire, ...(wire["channels.spare"] && { "channels.spare": { ...wire["channels.spare"], between: ends } }), ...Object.fromEntries(Object.entries(assumed).map(([name, value]) => [`assumptions.${name}`, value])) },
        add: { timeline: items },
      }),
      EXPECTED(a, b),
    ],
  }));

/** Random small crises. */
export const crises: fc.Arbitrary<Drawn> = fc.oneof(
  around(ROAD, "post", "column", ["post", "sponsor"], [MORE_ON_THE_ROAD]),
  around(BORDER, "north", "south", ["south", "north"], []),
);

/** Makes a drawn crisis ready to run, with more overlays on it. */
export function modelOf({ base, overlays }: Drawn, ...more: readonly string[]): Model {
  return written(base, [...overlays, ...more]);
}

/** What a trace says, without the numbers that stand for places in lists: causes are named by their ids. */
export function said(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => {
    const { number: _number, cause, ...content } = entry;
    return JSON.stringify({ ...content, stance: undefined, cause: cause === undefined ? undefined : entries[cause]!.id });
  });
}
