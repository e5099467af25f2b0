// The format of expectations: what an author expects of a run, and of many.
// Knows their keys and sentences; must not know how a run is judged.
// Invariant: which kind an expectation or an event is follows from the key it holds.

import { ACT_NAMES } from "../terms/acts.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";
import { RUNGS } from "../terms/rungs.ts";
import { STATEMENT_NAMES } from "../terms/statements.ts";
import { TIERS } from "./scenario.ts";
import { byKey, keys, may, number, pairOf, says, text, truth, wordOf } from "./format-parts.ts";
import { directedPair, moment, named, share } from "./notations.ts";

/** The keys by which an expectation is one thing or another. */
export const EXPECTATION_KINDS = ["event", "before", "quiet", "share"] as const;
/** The keys by which an event pattern is one thing or another. */
export const EVENT_KINDS = ["act", "message", "statement", "call", "level-added", "stance", "relay", "goal"] as const;

const by = () => may(named(), "who does it", "anyone");

const pattern = () => byKey(EVENT_KINDS, [
  keys({ act: says(wordOf(ACT_NAMES), "an act on the ground or in the air"), by: by(), against: may(named(), "against whom", "anyone") }),
  keys({
    message: says(wordOf(MESSAGE_NAMES), "a message over a line"),
    by: by(),
    to: may(named(), "to whom", "anyone"),
    stage: may(wordOf(["sent", "delivered", "lost", "lapsed"]), "how far it came", "delivered"),
  }),
  keys({ statement: says(wordOf(STATEMENT_NAMES), "something said in public"), by: by() }),
  keys({
    call: says(wordOf(["answered", "missed", "refused", "cut-off", "disputed", "taken-as-signal"]), "what became of a call"),
    over: may(named(), "over which line", "any"),
    tier: may(wordOf(TIERS), "at which level", "any"),
  }),
  keys({ "level-added": says(wordOf(TIERS), "a level that is added to a line"), "over": may(named(), "to which line", "any") }),
  keys({ stance: says(directedPair(), "whose stance toward whom"), enters: says(text(), "the state or rung it enters") }),
  keys({ relay: says(wordOf(["complied", "ignored"]), "what a client made of a relayed request"), by: may(named(), "the client", "any") }),
  keys({
    goal: says(named(), "a goal that is reached, or `any`"),
    by: by(),
    way: may(wordOf(["direct", "other"]), "by which way", "any"),
  }),
]);

/** The shape of an expectation. */
export const expectationSchema = () => {
  const id = () => says(named(), "the expectation's name, unique among expectations");
  const note = () => may(text(), "why the author expects it");
  const within = () => pairOf(moment());
  return byKey(EXPECTATION_KINDS, [
    keys({
      "id": id(),
      "event": says(pattern(), "what to look for"),
      "within": may(within(), "between which times, both included", "the whole run"),
      "at-least": may(number(0), "how often at least", 1),
      "at-most": may(number(0), "how often at most"),
      "absent": may(truth(), "it does not happen at all", false),
      "note": note(),
    }),
    keys({ id: id(), before: says(pairOf(named()), "two expected events: the first comes before the second"), note: note() }),
    keys({
      id: id(),
      quiet: says(keys({
        within: says(within(), "between which times"),
        below: says(wordOf(RUNGS), "the rung that no crisis pair reaches"),
      }), "a stretch in which the crisis stays below a rung"),
      note: note(),
    }),
    keys({
      id: may(named(), "the expectation's name", "share-of-<of>"),
      share: says(keys({
        "of": says(named(), "the expectation counted"),
        "at-least": may(share(), "the lowest share of runs", 0),
        "at-most": may(share(), "the highest share of runs", 1),
        "runs": may(number(1, 1_000_000), "how many runs", 1000),
      }), "in what share of many runs another expectation holds"),
      note: note(),
    }),
  ]);
};
