// The format of scenario files: which keys there are, what each holds and what it means.
// Knows shapes and sentences; must not know whether a name refers to anything, nor what a time or a weight comes to.
// Invariant: the loader, the JSON Schema and the format reference are made from this one description; no key is optional
// by accident and no unknown key is let pass. Built on first use, since `--help` needs none of it.

import {
  anything, constant, keys, listOf, mapOf, may, number, oneOf, pairOf, says, text, two, wordOf, type WrittenOf,
} from "./format-parts.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { TIERS } from "./scenario.ts";
import { expectationSchema } from "./schema-expect.ts";
import { itemSchema } from "./schema-timeline.ts";
import { clockTime, distance, duration, localMoment, named, weights } from "./notations.ts";

/** The version of the format that this program reads. */
export const FORMAT = 1;
/** How far apart two parties may stand. */
export const RELATIONS = ["adversary", "counterpart", "client", "patron", "partner"] as const;
/** How the record stands behind something. */
export const STANDINGS = ["stated", "reported", "disputed", "assumed"] as const;
/** Levels of trust between the ends of a line, lowest first: 0 to 4. */
export const TRUST_WORDS = ["none", "low", "wary", "fair", "high"] as const;
/** What an assumption may rest on. */
export const GROUNDS = ["record", "literature", "judgement", "assumed"] as const;
/** Who answers what nobody is asked: a source keyed by the seed, or always the likeliest. */
export const COURSES = ["seeded", "no-surprises"] as const;
/** When a line can be due. */
export const CALL_DAYS = ["day", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const place = () => {
  const position = () => two(says(number(-90, 90), "degrees north"), says(number(-180, 180), "degrees east"));
  return oneOf([
    says(position(), "degrees north and east"),
    keys({ name: may(text(), "the name to show", "from the id"), at: says(position(), "degrees north and east") }),
  ], (kind) => (kind === "list" ? 0 : kind === "map" ? 1 : -1), "[degrees north, degrees east] or a map with name and at");
};

const zone = () => keys({
  "centre": says(named(), "the place it lies around"),
  "radius": says(distance(), "how far it reaches"),
  "held-by": says(named(), "the party that holds it"),
  "standing": may(wordOf([...STANDINGS, "agreed"]), "how its rule stands between the sides", "assumed"),
  "claims": may(listOf(keys({ by: says(named(), "the party"), says: says(text(), "what it says of the rule, paraphrased") })), "who says what of the rule; shown side by side", []),
});

const goal = () => keys({
  "of": says(named(), "the party that wants it"),
  "place": may(named(), "where it lies"),
  "worth": may(wordOf(["low", "middling", "high"]), "how much it matters to the party", "middling"),
  "other-ways": may(listOf(text()), "other ways to come by it", []),
});

const party = () => keys({
  name: may(text(), "the name to show", "from the id"),
  doctrine: may(named(), "the way it behaves, from the program's doctrines; without one it only appears in incidents"),
  place: may(named(), "where it is"),
  stances: may(mapOf(named(), wordOf(RELATIONS)), "how it stands toward others: the relation selects the doctrine's chart", {}),
});

const channel = () => keys({
  "name": may(text(), "the name to show", "from the id"),
  "between": says(pairOf(named()), "the two parties at its ends"),
  "calls": may(listOf(keys({ every: says(wordOf(CALL_DAYS), "every day, or one day of the week"), at: clockTime() })), "when it is due to ring, local time", []),
  "on-request": may(keys({ "answered-within": duration() }), "a side may ring between due calls, and how soon it should be answered"),
  "tiers": may(listOf(wordOf(TIERS), 1), "the levels at which it can be answered", ["duty-officer"]),
  "medium": may(wordOf(["voice", "fax", "message", "in-person"]), "how things are said over it", "voice"),
  "host": may(named(), "the neutral third party that hosts it"),
  "declared": may(wordOf(["open", "unstated", "suspended"]), "what is said of it at the start", "open"),
  "practised": may(wordOf(["open", "closed"]), "whether it is used at the start, whatever is said of it", "open"),
  "trust": may(mapOf(named(), wordOf(TRUST_WORDS)), "each end's trust in the other at the start", "fair at both ends"),
});

const VALUE_KINDS: readonly string[] = ["number", "text", "map"];
const ENTRY_KEYS = ["value", "range", "ground", "why"];

const assumption = () => {
  const value = () => oneOf([number(), text(), weights()], (kind) => VALUE_KINDS.indexOf(kind), "a number, a duration, a distance or weights");
  const entry = () => keys({
    value: says(value(), "a probability, factor or count; weights by option; a duration or distance, or weights of several"),
    range: may(pairOf(number()), "the plausible range, lowest first"),
    ground: may(wordOf(GROUNDS), "what the value rests on", "judgement"),
    why: may(text(), "the reason in a few words"),
  });
  return oneOf([number(), text(), weights(), entry()], (kind, hasKey) => (kind === "map" && ENTRY_KEYS.some(hasKey) ? 3 : VALUE_KINDS.indexOf(kind)),
    "a value, or a map with value, range, ground and why");
};

const teaching = () => keys({
  objectives: may(listOf(text()), "what it is meant to teach", []),
  questions: may(listOf(text()), "what to discuss afterwards", []),
  plan: may(text(), "how to use it in a session"),
});

const lists = () => ({
  places: may(mapOf(named(), place()), "places on the map by name", {}),
  zones: may(mapOf(named(), zone()), "areas that someone holds and others may not recognise", {}),
  goals: may(mapOf(named(), goal()), "what parties want, and how else they may come by it", {}),
  channels: may(mapOf(named(), channel()), "lines between two parties", {}),
  assumptions: may(mapOf(text(), assumption()), "free parameters by name, narrowed by /party (who decides, reads or complies), /toward-party, /channel, /level or /act; the most specific wins", {}),
  timeline: may(listOf(itemSchema(STANDINGS)), "what the scenario holds in store", []),
  expect: may(listOf(expectationSchema()), "what the author expects of a run", []),
  answers: may(mapOf(text(), text()), "questions answered beforehand, in every run: from `question|asker|other|root|n` to the option taken", {}),
});
const parties = () => mapOf(named(), party());
const crisis = (least: number) => listOf(pairOf(named()), least);
const seed = () => number();
const course = () => wordOf(COURSES);

const buildScenario = () => keys({
  format: says(constant(FORMAT), "the version of this format"),
  title: says(text(), "what the scenario is called"),
  summary: may(text(), "two sentences for whoever chooses it"),
  start: says(localMoment(), "when the run starts, local time"),
  end: says(localMoment(), "when it ends, local time"),
  timezone: says(text(), "the zone of all local times: a name or a fixed offset", { examples: ["Asia/Damascus", "+03:00", "UTC"] }),
  seed: may(seed(), "the seed that the expectations bind: a whole number", 1),
  course: may(course(), "who answers what is not answered beforehand, where a call does not say: the seed, or always the likeliest", "seeded"),
  parties: says(parties(), "who takes part"),
  crisis: says(crisis(1), "the pairs the crisis is about; standing wars stay out"),
  ...lists(),
  teaching: may(teaching(), "notes for whoever teaches with it"),
});

const buildOverlay = () => keys({
  format: may(constant(FORMAT), "the version of this format", FORMAT),
  extends: says(text(), "the scenario this one changes: a file beside it or below", { examples: ["./my-scenario.yaml"] }),
  title: may(text(), "another title"),
  summary: may(text(), "another summary"),
  seed: may(seed(), "another seed"),
  course: may(course(), "another course"),
  remove: may(listOf(oneOf([text(), listOf(text())], (kind) => (kind === "text" ? 0 : kind === "list" ? 1 : -1), "a path or an item's id")),
    "what to take out, before anything is set: items by id, the rest by path", []),
  set: may(oneOf([
    mapOf(text(), anything()),
    listOf(keys({ path: says(listOf(text(), 1), "keys from the top"), value: says(anything(), "what to put there") })),
  ], (kind) => (kind === "map" ? 0 : kind === "list" ? 1 : -1), "a map from paths to values, or a list of path and value"),
  "values by dotted path (`assumptions.relay.complied`, `timeline.push-east.at`), each replaced as a whole", {}),
  add: may(keys({ parties: may(parties(), "more parties"), crisis: may(crisis(0), "more crisis pairs"), ...lists() }), "what to add, after the rest", {}),
});

let scenarioMade: ReturnType<typeof buildScenario> | undefined;
let overlayMade: ReturnType<typeof buildOverlay> | undefined;

/** The shape of a whole scenario. */
export function scenarioSchema(): ReturnType<typeof buildScenario> {
  return (scenarioMade ??= buildScenario());
}

/** The shape of an overlay. */
export function overlaySchema(): ReturnType<typeof buildOverlay> {
  return (overlayMade ??= buildOverlay());
}

/** A scenario as written, once its shape is right. */
export type RawScenario = WrittenOf<ReturnType<typeof buildScenario>>;
/** A timeline item as written. */
export type RawItem = NonNullable<RawScenario["timeline"]>[number];
/** An expectation as written. */
export type RawExpectation = NonNullable<RawScenario["expect"]>[number];
/** An assumption as written. */
export type RawAssumption = NonNullable<RawScenario["assumptions"]>[string];

/** The JSON Schema (draft 7, which editors know best) of scenario files and overlays. */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "deconflict scenario",
    description: `A scenario for deconflict, or an overlay on one (a file with "extends"). Format ${FORMAT}.`,
    type: "object",
    if: { required: ["extends"] },
    then: jsonSchemaOf(overlaySchema()),
    else: jsonSchemaOf(scenarioSchema()),
  };
}
