// A course as an overlay on its scenario: the answers that lead there, what is laid on it besides, and what is expected of it.

import type { Model } from "../simulation/model.ts";
import { ARRIVED_STAGES } from "../simulation/codes.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { identityOf, type Question } from "../kernel/choices.ts";
import { RUNGS } from "../terms/rungs.ts";
import { answerWords, questionWords } from "./question-words.ts";
import { dateAndClock, timeIn } from "./words.ts";
import { writtenTime } from "./written.ts";

/** What is to be kept: the turns of a course, who answers the rest, and the entry that shows where it comes to. */
export interface KeptCourse {
  readonly model: Model;
  readonly turns: readonly KeptTurn[];
  /** What people laid on the scenario besides; nothing where it is left out. */
  readonly laid?: Laid;
  /** Undefined where the rest goes as is likeliest. */
  readonly seed: number | undefined;
  /** What the course shows, as a title and as the id of an expectation. */
  readonly title: string;
  readonly id: string;
  /** The entry that is expected; where it is to stay out, the rung below which the crisis stays instead; of a sitting both, as far as it was played. */
  readonly shows: Entry | { readonly below: number } | Height;
}

/** A question that is answered otherwise than it would be. */
export interface KeptTurn { readonly question: Question; readonly option: number; readonly usual: number; }

/** Items that are added, values that are set and paths that are taken out, by their steps. */
export interface Laid {
  readonly remove: readonly (readonly string[])[];
  readonly set: readonly { readonly path: readonly string[]; readonly value: unknown }[];
  readonly timeline: readonly { readonly [key: string]: unknown }[];
}

/** How high a run came up to a minute: the entry that came there, undefined where it began there; and the rung that it stayed below, undefined where there is none. */
export interface Height { readonly peak: Entry | undefined; readonly below: number | undefined; readonly until: number; }

// A turn as a comment, an identity and an option.
type Written = readonly [said: string, identity: string, name: string];

/** The overlay as a file on the scenario in `base`, which lies beside it or below; undefined where no expectation can say what it shows. */
export function overlayOf(course: KeptCourse, base: string, made: string): string | undefined {
  const laidOn = layerOf(course);
  return laidOn && [
    `# Made by \`${made}\`. SIMULATED: what these answers lead to follows from the scenario's assumptions.`,
    `extends: ${JSON.stringify(base)}`,
    laidOn,
  ].join("\n");
}

/** The overlay without the file that it is laid on. */
export function layerOf({ model, turns, laid = NOTHING_LAID, seed, title, id, shows }: KeptCourse): string | undefined {
  const { scenario } = model;
  const expected = expectedLines(model, id, shows);
  const writtenTurn = ({ question, option, usual }: KeptTurn): Written => [
    `# ${dateAndClock(timeIn(scenario, question.at))}, ${questionWords(scenario, question)}: ${answerWords(scenario, question, option)}, not ${answerWords(scenario, question, usual)}`,
    JSON.stringify(identityOf(question)), JSON.stringify(question.options.names[option]!),
  ];
  // What the scenario answers itself is answered anew; the rest is added.
  const held = ({ question }: KeptTurn): boolean => Object.hasOwn(scenario.answers, identityOf(question));
  const [anew, more] = [turns.filter(held).map(writtenTurn), turns.filter((turn) => !held(turn)).map(writtenTurn)];
  const flow = (value: unknown): string => JSON.stringify(value);
  // What was laid on for an answer that is given otherwise now gives way to it.
  const turned = new Set(turns.map(({ question }) => identityOf(question)));
  const set = laid.set.filter(({ path: [section, identity] }) => section !== "answers" || !turned.has(identity ?? ""));
  return expected && [
    `title: ${JSON.stringify(title)}`,
    ...(seed === undefined ? ["course: no-surprises"] : ["course: seeded", `seed: ${seed}`]),
    ...(scenario.expect.length === 0 ? [] : ["# What is expected of other courses says nothing of this one."]),
    ...(scenario.expect.length + laid.remove.length === 0 ? [] : [`remove: [${[...(scenario.expect.length === 0 ? [] : ["expect"]), ...laid.remove.map(flow)].join(", ")}]`]),
    ...(anew.length + set.length === 0 ? [] : ["set:", ...set.map(({ path, value }) => `  - { path: ${flow(path)}, value: ${flow(value)} }`), ...anew.flatMap(([said, identity, name]) => [`  ${said}`, `  - { path: [answers, ${identity}], value: ${name} }`])]),
    "add:",
    ...(laid.timeline.length === 0 ? [] : ["  timeline:", ...laid.timeline.map((item) => `    - ${flow(item)}`)]),
    ...(more.length === 0 ? [] : ["  answers:", ...more.flatMap(([said, identity, name]) => [`    ${said}`, `    ${identity}: ${name}`])]),
    "  expect:",
    ...expected,
    "",
  ].join("\n");
}

/** The same answers as an amendment of a run that begins, for a journal. */
export function amendmentOf({ turns, seed }: Pick<KeptCourse, "turns" | "seed">): string {
  const set = turns.map(({ question, option }) => ({ path: ["answers", identityOf(question)], value: question.options.names[option]! }));
  return JSON.stringify({ ...(seed === undefined ? { course: "no-surprises" } : {}), set });
}

const NOTHING_LAID: Laid = { remove: [], set: [], timeline: [] };

function expectedLines(model: Model, id: string, shows: KeptCourse["shows"]): readonly string[] | undefined {
  if ("until" in shows) {
    const { peak, below, until } = shows;
    return [...(peak === undefined ? [] : eventLines(model, `${id}-comes-so-high`, peak) ?? []), ...(below === undefined ? [] : quietLines(model, `${id}-goes-no-higher`, below, until))];
  }
  return "below" in shows ? quietLines(model, id, shows.below, model.scenario.minutes) : eventLines(model, id, shows);
}

function quietLines(model: Model, id: string, below: number, until: number): readonly string[] {
  return [`    - id: ${id}`, `      quiet: { within: ${window(model, 0, until)}, below: ${RUNGS[below]!} }`];
}

function eventLines(model: Model, id: string, entry: Entry): readonly string[] | undefined {
  const pattern = patternOf(entry);
  return pattern === undefined ? undefined : [`    - id: ${id}`, `      event: ${pattern}`, `      within: ${window(model, entry.at, entry.at)}`];
}

function window({ scenario }: Model, from: number, until: number): string {
  return `["${writtenTime(scenario, from)}", "${writtenTime(scenario, until)}"]`;
}

// The event of an expectation that fits an entry; undefined for kinds that none fits.
function patternOf(entry: Entry): string | undefined {
  const { who, whom } = entry;
  const flow = (parts: Readonly<Record<string, string | undefined>>): string =>
    `{ ${Object.entries(parts).filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(", ")} }`;
  switch (entry.kind) {
    case "act": return flow({ act: entry.act, by: who, against: whom });
    case "message": return flow({ message: entry.message, by: who, to: entry.stage === "at-patron" ? entry.via : whom, stage: stageOf(entry) });
    case "statement": return flow({ statement: entry.statement, by: who });
    case "call": return flow({ call: CALLS[entry.call] ?? "answered", over: entry.line, tier: entry.tier });
    case "tier": return flow({ "level-added": entry.tier, "over": entry.line });
    case "stance": return flow({ stance: `${who!} > ${whom!}`, enters: enteredBy(entry) });
    case "relay": return flow({ relay: entry.relay, by: who });
    case "goal": return flow({ goal: entry.goal, by: who, way: entry.way });
    default: return undefined;
  }
}

function stageOf({ stage }: EntryOf<"message">): string {
  if (stage === "lost" || stage === "lapsed") return stage;
  return stage === "at-patron" || (ARRIVED_STAGES as readonly string[]).includes(stage) ? "delivered" : "sent";
}

const CALLS: Readonly<Partial<Record<EntryOf<"call">["call"], string>>> = { "unanswered": "missed", "not-rung": "missed", "refused": "refused", "cut-off": "cut-off", "disputed": "disputed", "taken-as-signal": "taken-as-signal" };

// The rung where it is a new one, else the innermost state by its whole path.
function enteredBy({ rung, rungBefore, from, to }: EntryOf<"stance">): string {
  return rung === rungBefore ? to.find((path) => !from.includes(path))! : RUNGS[rung]!;
}
