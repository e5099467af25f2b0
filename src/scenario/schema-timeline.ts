// The format of timeline items: pressures, orders, incidents, statements, shocks, and when each happens.
// Knows their keys and sentences; must not know the rest of a file.
// Invariant: which of the five an item is follows from the one key it holds.

import { ACT_NAMES } from "../terms/acts.ts";
import { STATEMENT_NAMES } from "../terms/statements.ts";
import { byKey, constant, keys, mapOf, may, number, oneOf, says, text, truth, wordOf } from "./format-parts.ts";
import { directedPair, distance, duration, moment, momentOrAfter, named, nameOrWeights, names, share } from "./notations.ts";

/** The keys by which a timeline item is one thing or another. */
export const ITEM_KINDS = ["pressure", "order", "incident", "statement", "shock"] as const;
/** How serious something is, least first. */
export const GRAVITIES = ["slight", "serious", "grave"] as const;
/** What a command or a patron may order. */
export const ORDERS = ["advance", "hold", "withdraw", "go-round", "ask-consent", "reply", "talk"] as const;
/** What may come from outside. */
export const SHOCKS = ["outside", "line-outage", "line-closed", "line-opened"] as const;

const times = () => may(
  oneOf([constant("once"), number(1)], (kind) => (kind === "text" ? 0 : kind === "number" ? 1 : -1), "once or a whole number"),
  "how often at most", "once",
);
const window = () => ({
  from: may(moment(), "not before", "the start"),
  until: may(moment(), "not after", "the end"),
  times: times(),
});

const trigger = () => byKey(["stance", "act"], [
  keys({
    stance: says(directedPair(), "whose stance toward whom"),
    enters: says(text(), "the state or rung it enters"),
    ...window(),
  }),
  keys({
    act: says(wordOf(ACT_NAMES), "the act that happens"),
    by: may(named(), "who does it", "anyone"),
    against: may(named(), "against whom", "anyone"),
    ...window(),
  }),
]);

const seenBy = () => oneOf([
  names(),
  mapOf(named(), keys({ delay: may(duration(), "how late", "0 m") })),
], (kind) => (kind === "list" ? 0 : kind === "map" ? 1 : -1), "a list of parties, or a map from party to delay");

/** The shape of a timeline item. */
export const itemSchema = <const T extends readonly string[]>(standings: T) => {
  const common = () => ({
    id: says(named(), "the item's name, unique in the timeline"),
    at: may(momentOrAfter(), "when it happens; an item has `at` or `when`"),
    when: may(trigger(), "what sets it off instead"),
    delay: may(duration(), "how long after the trigger", "0 m"),
    chance: may(share(), "how likely it happens at all", 1),
    text: may(text(), "what is told of it"),
    source: may(text(), "where the author has it from"),
    standing: may(wordOf(standings), "how the record stands behind it", "assumed"),
    objective: may(text(), "exercise: what it is meant to train"),
    expected: may(text(), "exercise: what the staff are expected to do"),
    controller: may(text(), "exercise: who plays it"),
    note: may(text(), "exercise: anything else"),
  });
  return byKey(ITEM_KINDS, [
    keys({
      pressure: says(keys({
        party: says(named(), "the party that feels it"),
        toward: says(named(), "the party it pushes against"),
        goal: may(named(), "the goal it pulls to"),
        strength: may(wordOf(GRAVITIES), "how strong it is", "serious"),
      }), "a push on a party toward a goal; its chart may take it up, put it off, refuse it or go round"),
      ...common(),
    }),
    keys({
      order: says(keys({
        to: says(named(), "the party that gets it"),
        toward: says(named(), "the party it concerns"),
        from: may(named(), "the party that gives it", "its own command"),
        do: says(wordOf(ORDERS), "what it says"),
      }), "an order from a party's command or patron; its chart may follow it or not"),
      ...common(),
    }),
    keys({
      "incident": says(wordOf(ACT_NAMES), "something that happens, done by an actor without doctrine"),
      "by": says(nameOrWeights(), "who did it in truth: a party, `unknown`, or weights of them"),
      "against": may(named(), "the party it is done to"),
      "place": may(named(), "where"),
      "distance": may(distance(), "how far from whoever it is against"),
      "gravity": may(wordOf(GRAVITIES), "how serious it is in truth", "by the act"),
      "appears-as": may(keys({
        by: may(nameOrWeights(), "who seems to have done it", "the truth, as far as perception goes"),
        gravity: may(wordOf(GRAVITIES), "how serious it seems"),
      }), "what it looks like to those who see it"),
      "seen-by": may(seenBy(), "who else sees it, and how late"),
      "unseen-by": may(names(), "who does not see it", []),
      "forced": may(truth(), "the director makes a party with a doctrine do it; it is marked as forced", false),
      ...common(),
    }),
    keys({
      statement: says(wordOf(STATEMENT_NAMES), "something said in public, by somebody without doctrine; a `text` gives its words, paraphrased"),
      by: says(named(), "who says it: a party, or `unknown` for an office that is not named; then no chart takes it to heart"),
      about: says(named(), "the party it speaks of; that one hears it, and those who stand with it"),
      forced: may(truth(), "the director makes a party with a doctrine say it; it is marked as forced", false),
      ...common(),
    }),
    keys({
      "shock": says(wordOf(SHOCKS), "something from outside, or a fault of a line"),
      "felt-by": may(names(), "the parties that feel an outside shock"),
      "channel": may(named(), "the line, for a shock to a line"),
      "lasts": may(duration(), "how long an outage lasts", "to the end"),
      ...common(),
    }),
  ]);
};
