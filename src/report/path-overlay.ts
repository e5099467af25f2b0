// A path as an overlay on its scenario: the answers that lead there, and the expectation that they do.

import type { Model } from "../simulation/model.ts";
import { ARRIVED_STAGES } from "../simulation/codes.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { identityOf } from "../kernel/choices.ts";
import type { Turn } from "../study/paths.ts";
import { RUNGS } from "../terms/rungs.ts";
import { answerWords, questionWords } from "./question-words.ts";
import { dateAndClock, timeIn } from "./words.ts";
import { writtenTime } from "./written.ts";

/** What is to be kept: the turns of a course, who answers the rest, and the entry that shows where it comes to. */
export interface KeptCourse {
  readonly model: Model;
  readonly turns: readonly Turn[];
  /** Undefined where the rest goes as is likeliest. */
  readonly seed: number | undefined;
  /** What the course shows, as a title and as the id of an expectation. */
  readonly title: string;
  readonly id: string;
  /** The entry that is expected; where it is to stay out, the rung below which the crisis stays instead. */
  readonly shows: Entry | { readonly below: number };
}

// A turn as a comment, an identity and an option.
type Written = readonly [said: string, identity: string, name: string];

/** The overlay as a file on the scenario in `base`, which lies beside it or below; undefined where no expectation can say what it shows. */
export function overlayOf({ model, turns, seed, title, id, shows }: KeptCourse, base: string, made: string): string | undefined {
  const { scenario } = model;
  const expected = expectedLines(model, shows);
  const writtenTurn = ({ question, option, usual }: Turn): Written => [
    `# ${dateAndClock(timeIn(scenario, question.at))}, ${questionWords(scenario, question)}: ${answerWords(scenario, question, option)}, not ${answerWords(scenario, question, usual)}`,
    JSON.stringify(identityOf(question)), JSON.stringify(question.options.names[option]!),
  ];
  // What the scenario answers itself is answered anew; the rest is added.
  const held = ({ question }: Turn): boolean => Object.hasOwn(scenario.answers, identityOf(question));
  const [anew, more] = [turns.filter(held).map(writtenTurn), turns.filter((turn) => !held(turn)).map(writtenTurn)];
  return expected && [
    `# Made by \`${made}\`. SIMULATED: what these answers lead to follows from the scenario's assumptions.`,
    `extends: ${JSON.stringify(base)}`,
    `title: ${JSON.stringify(title)}`,
    ...(seed === undefined ? ["course: no-surprises"] : ["course: seeded", `seed: ${seed}`]),
    ...(scenario.expect.length === 0 ? [] : ["# What is expected of other courses says nothing of this one.", "remove: [expect]"]),
    ...(anew.length === 0 ? [] : ["set:", ...anew.flatMap(([said, identity, name]) => [`  ${said}`, `  - { path: [answers, ${identity}], value: ${name} }`])]),
    "add:",
    ...(more.length === 0 ? [] : ["  answers:", ...more.flatMap(([said, identity, name]) => [`    ${said}`, `    ${identity}: ${name}`])]),
    "  expect:",
    `    - id: ${id}`,
    ...expected,
    "",
  ].join("\n");
}

/** The same answers as an amendment of a run that begins, for a journal. */
export function amendmentOf({ turns, seed }: Pick<KeptCourse, "turns" | "seed">): string {
  const set = turns.map(({ question, option }) => ({ path: ["answers", identityOf(question)], value: question.options.names[option]! }));
  return JSON.stringify({ ...(seed === undefined ? { course: "no-surprises" } : {}), set });
}

function expectedLines(model: Model, shows: KeptCourse["shows"]): readonly string[] | undefined {
  if ("below" in shows) return [`      quiet: { within: ${window(model, 0, model.scenario.minutes)}, below: ${RUNGS[shows.below]!} }`];
  const pattern = patternOf(shows);
  return pattern === undefined ? undefined : [`      event: ${pattern}`, `      within: ${window(model, shows.at, shows.at)}`];
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
