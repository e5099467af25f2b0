// What lies before a party that has to decide: what it knows and how, what it does not know, where each option leads.
// All of it from its own side: nothing is in here that the party has not perceived.

import { chartStates } from "../kernel/chart.ts";
import type { Question } from "../kernel/choices.ts";
import type { PerceptSource } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { chartActWords } from "./chart-act-words.ts";
import { withArticle } from "./fill.ts";
import { unknownTo } from "./gaps.ts";
import { optionWords } from "./option-words.ts";
import { seenFrom } from "./seat.ts";
import type { StoryLine } from "./story.ts";
import { capital, dateAndClock, leafOf, moveText, spaced, timeIn } from "./words.ts";
import { lengthText } from "./written.ts";

/** Something the party knows, with how it came to know it. */
export interface Known { readonly at: number; readonly entry: number; readonly text: string; readonly source: string; }

/** An option: the chart's own sentence on where it leads, what it asks for at once, the rung it leads to. */
export interface OptionPaper { readonly name: string; readonly label: string; readonly leads: string; readonly asks: readonly string[]; readonly rung: string; }

/** The paper. */
export interface DecisionPaper {
  readonly heading: string;
  /** What there is to decide, in the chart's own sentence. */
  readonly occasion: string;
  readonly given: string;
  readonly known: readonly Known[];
  readonly unknown: readonly string[];
  readonly options: readonly OptionPaper[];
  /** The option that the doctrine is likeliest to take: its place. */
  readonly likeliest: number;
  /** What happens where nobody answers. */
  readonly unanswered: string;
}

/** What a decision is made from: the run so far, where its stances stand, and the story as the party that decides knows it. */
export interface DecisionGround { readonly model: Model; readonly stances: readonly number[]; readonly entries: readonly Entry[]; readonly lines: readonly StoryLine[]; }

const BEARS_FOR = 2 * 1440;

/** The paper for a decision that waits. */
export function decisionPaper({ model, stances, entries, lines }: DecisionGround, question: Question): DecisionPaper {
  const { scenario } = model;
  const [party, other] = [question.asker.text, question.other.text];
  const decision = leafOf(question.name.text);
  const seen = seenFrom(party, scenario, entries);
  const opened = seen.findLast((entry): entry is EntryOf<"decision.opened"> => entry.kind === "decision.opened" && entry.whom === other && entry.decision === decision);
  const { names, weights } = question.options;
  const { chart } = stanceOf(model, question);
  const likeliest = weights.indexOf(Math.max(...weights));
  return {
    heading: `${capital(withArticle(scenario, party))} about ${withArticle(scenario, other)}: ${spaced(decision)}. ${dateAndClock(timeIn(scenario, question.at))}.`,
    occasion: chartStates(chart.description).find(({ state }) => state.meta?.decision?.name === decision)?.state.description ?? "",
    given: opened === undefined ? "How much time there was is not known." : opened.minutes === 0 ? "It has to be decided at once." : `It was given ${lengthText(opened.minutes)}, from ${dateAndClock(timeIn(scenario, opened.at))}; that time is over.`,
    known: knownTo(seen, lines, question),
    unknown: unknownTo(party, other, question.root.text, scenario, seen, question.at),
    options: optionsOf(model, stances, question, decision),
    likeliest,
    unanswered: `l lets the doctrine take its likeliest: ${names.map((name, i) => ({ name, weight: weights[i]! })).toSorted((a, b) => b.weight - a.weight).map(({ name, weight }) => `${optionWords(scenario, decision, name, party)} ${weight}`).join(", ")}.`,
  };
}

function knownTo(seen: readonly Entry[], lines: readonly StoryLine[], { asker, other, root, at }: Question): readonly Known[] {
  const lineOf = new Map(lines.map((line) => [line.entry, line]));
  const known = new Map<number, Known>();
  for (const entry of seen) {
    const own = entry.who === asker.text && entry.whom === other.text && entry.at >= at - BEARS_FOR ? OWN_DOING[entry.kind] : undefined;
    const told = own === undefined ? undefined : lineOf.get(entry.number);
    if (own !== undefined && told !== undefined) known.set(told.entry, { at: told.at, entry: told.entry, text: told.text, source: own });
    // That a call was taken is no news; what was said in it has lines of its own.
    if (entry.kind !== "perceived" || entry.who !== asker.text || entry.at < at - BEARS_FOR || entry.percept === "call.answered") continue;
    if (entry.whom !== other.text && entry.root !== root.text) continue;
    // What was said has its line where it was said; the rest where it was perceived.
    const line = lineOf.get(entry.number) ?? (entry.cause === undefined ? undefined : lineOf.get(entry.cause));
    if (line !== undefined && !known.has(line.entry)) known.set(line.entry, { at: line.at, entry: line.entry, text: line.text, source: sourceWords(entry) });
  }
  return [...known.values()].toSorted((a, b) => a.entry - b.entry);
}

// What a party did and said itself toward the other is known to it, and bears on what it does next.
const OWN_DOING: Readonly<Partial<Record<Entry["kind"], string>>> = { act: "did it", message: "said it", statement: "said it" };

function sourceWords({ source, percept }: EntryOf<"perceived">): string {
  if (source === "timeline") return percept.startsWith("order.") ? "was ordered" : "was pressed";
  return source === "line" && /^(?:call|line)\./.test(percept) ? "noticed it on the line" : SOURCE_WORDS[source];
}

const SOURCE_WORDS: Readonly<Record<Exclude<PerceptSource, "timeline">, string>> = {
  sight: "saw it", news: "learned it from news", line: "was told over the line", word: "was told by word of mouth", public: "heard it in public", own: "knows it of its own side",
};

function stanceOf(model: Model, { asker, other }: Question): Model["stances"][number] {
  return model.stances[model.stanceOf[model.partyOf.get(asker.text)! * model.size + model.partyOf.get(other.text)!]!]!;
}

function optionsOf(model: Model, stances: readonly number[], question: Question, decision: string): readonly OptionPaper[] {
  const { chart, index } = stanceOf(model, question);
  const { names } = question.options;
  const before = stances[index]!;
  const sentences = new Map(chartStates(chart.description).map(({ path, state }) => [path, state.description]));
  const { options, percepts } = chart.decisions.find(({ name }) => name === decision)!;
  return names.map((name) => {
    const { next, acts } = chart.step(before, percepts[options.indexOf(name)]!);
    const entered = chart.leaves(next).filter((path) => !chart.leaves(before).includes(path));
    const leads = entered.flatMap((path) => sentences.get(path) ?? []).join(" ");
    return {
      name, label: optionWords(model.scenario, decision, name, question.asker.text),
      leads: leads === "" ? "Nothing changes." : leads,
      asks: [...new Set(acts.flatMap((act) => chartActWords(chart, act) ?? []))],
      rung: moveText(chart.rung(before), chart.rung(next)),
    };
  });
}
