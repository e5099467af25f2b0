// A question and its answers as people would put them, and how likely an answer was, in words.

import type { Question } from "../kernel/choices.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { parseDistance, parseDuration } from "../scenario/values.ts";
import { ACTS, type ActName } from "../terms/acts.ts";
import { fill, withArticle } from "./fill.ts";
import { optionWords } from "./option-words.ts";
import { leafOf, spaced } from "./words.ts";
import { lengthText } from "./written.ts";

/** What of a question its words need. */
export type AskedOf = Pick<Question, "kind" | "name" | "asker" | "other" | "root" | "options">;

/** What was open, as part of a sentence: `whether the militias do what they are asked`, `what the coalition decides toward the militias (use of force)`. */
export function questionWords({ parties, ...scenario }: Scenario, { kind, name, asker, other, root }: AskedOf): string {
  const known = (party: string): string | undefined => (Object.hasOwn(parties, party) ? party : undefined);
  const filled = (phrase: string): string => fill(phrase, { parties, ...scenario }, { who: [known(asker.text)], whom: known(other.text) });
  const text = name.text;
  const phrase = PHRASES[text];
  if (kind === "decision") return filled(`what {who} [decide|decides] toward {whom} (${spaced(leafOf(text))})`);
  if (phrase !== undefined) return filled(phrase.replace("{item}", spaced(root.text)));
  const [subject, what] = [text.slice(0, text.lastIndexOf(".")), leafOf(text)];
  if (Object.hasOwn(ACTS, subject)) {
    const { label } = ACTS[subject as ActName];
    return filled(what === "distance" ? `how far from {whom} it comes to: ${label} by {who}` : `how long {who} [need|needs] for it: ${label}`);
  }
  return filled(`how long {who} [wait|waits] toward {whom} (${spaced(what)})`);
}

/** One of its answers in words: `no`, `warn again`, `1 hour and 30 minutes`, a party's name. */
export function answerWords(scenario: Scenario, { kind, name: question, asker, options }: AskedOf, option: number): string {
  const name = options.names[option]!;
  if (kind === "decision") return optionWords(scenario, leafOf(question.text), name, Object.hasOwn(scenario.parties, asker.text) ? asker.text : undefined);
  const minutes = parseDuration(name);
  if (minutes !== undefined) return lengthText(minutes);
  if (parseDistance(name) !== undefined) return name;
  return Object.hasOwn(scenario.parties, name) ? withArticle(scenario, name) : ANSWERS[name] ?? spaced(name);
}

/** How likely an answer was: `nearly certain`, `about 3 in 4`, `about even`, `less than 1 in 1000`. */
export function oddsWords({ options: { weights, total } }: Pick<AskedOf, "options">, option: number): string {
  const share = weights[option]! / total;
  if (share >= 0.985) return "nearly certain";
  if (share > 0.46 && share < 0.54) return "about even";
  if (share < 0.001) return "less than 1 in 1000";
  if (share < 0.09) return `about 1 in ${rounded(1 / share)}`;
  const [of, in_] = FRACTIONS.reduce((best, next) => (Math.abs(next[0] / next[1] - share) < Math.abs(best[0] / best[1] - share) ? next : best));
  return `about ${of} in ${in_}`;
}

const FRACTIONS: readonly (readonly [number, number])[] = [[1, 10], [1, 8], [1, 6], [1, 5], [1, 4], [1, 3], [2, 5], [3, 5], [2, 3], [3, 4], [4, 5], [5, 6], [9, 10], [19, 20]];

// One leading digit is as much as an assumption can bear; below a hundred, steps of five.
function rounded(n: number): number {
  const unit = n < 100 ? 5 : 10 ** Math.floor(Math.log10(n));
  return Math.round(n / unit) * unit;
}

const ANSWERS: Readonly<Record<string, string>> = {
  "as-meant": "as it was meant", "milder": "for milder than it was meant", "graver": "for graver than it was meant",
  "absent": "nobody there to take it", "held": "on hold, then taken", "outage": "no connection", "answered": "taken",
  "clear": "clearly", "wrong": "noted down wrong", "mismatched": "by somebody who could not act on it",
  "happens": "it does", "does-not": "it does not", "unknown": "nobody known",
};

const PHRASES: Readonly<Record<string, string>> = {
  "item.happens": "whether it comes about: {item}",
  "item.done-by": "who does it: {item}",
  "decision.takes": "how long {who} [take|takes] to decide",
  "sight.seen": "whether {who} [see|sees] it",
  "sight.reading": "how {who} [take|takes] it",
  "sight.attributed": "whether {who} can tell who it was",
  "sight.blames-another": "whether {who} [blame|blames] somebody else",
  "firmness.read": "how {who} [take|takes] the firmness of {whom}",
  "restraint.read": "how {who} [take|takes] the restraint of {whom}",
  "caution.read": "whether {who} [take|takes] the words of {whom} for a threat or an appeal",
  "news.travels": "how long the news takes to {who}",
  "news.of-the-dead": "how long until {who} [learn|learns] of the dead",
  "statement.prepares": "how long {who} [need|needs] for words in public",
  "statement.from": "how early statements of {who} come out",
  "statement.travels": "how long public words of {who} take to be heard",
  "strike.mistaken": "whether the strike of {who} goes wrong",
  "mistake.learned-after": "how long until {who} [learn|learns] of the mistake",
  "line.answered": "what becomes of the call of {who} to {whom}",
  "line.held": "how long {who} [are|is] kept on hold",
  "line.sets-up": "how long {who} [need|needs] to ring {whom}",
  "line.answered-within": "how long a call that {who} asked for has to wait",
  "line.call-takes": "how long the call of {who} to {whom} takes",
  "line.tries-again": "how long {who} [let|lets] it ring",
  "line.rings-again": "how long until {who} [ring|rings] {whom} again",
  "line.ends": "how the call of {who} to {whom} ends",
  "line.heard": "how the words of {who} reach {whom}",
  "line.read-back-catches": "whether reading it back to {who} shows the error",
  "line.kept-in-practice": "whether {who} [keep|keeps] using the line all the same",
  "line.outage-taken-as-signal": "whether {who} [take|takes] the dead line for a signal",
  "order.obeyed": "whether {who} [obey|obeys] {whom}",
  "relay.takes": "how long a request takes to {who}",
  "relay.complied": "whether {who} [follow|follows] the request of {whom}",
  "relay.verified": "whether {who} [learn|learns] what {whom} made of the request",
  "relay.verifies-after": "how long it takes to learn what {who} made of the request",
  "word.believed": "whether {who} [believe|believes] {whom}",
  "word.travels": "how long a word of {who} takes to {whom}",
};
