// How stances and decisions read: who comes to stand how toward whom, and what was chosen among what.
// Invariant: a rung is said to be higher, lower or the same than was last told that day, or than the ladder said at the end of the days before.

import type { Entry, EntryOf } from "../simulation/trace.ts";
import { RUNGS } from "../terms/rungs.ts";
import { isOfCrisis, isBesideCrisis } from "./crisis.ts";
import { optionWords } from "./option-words.ts";
import type { Telling, Told } from "./telling.ts";
import { dayNumber, leafOf, moveText, spaced } from "./words.ts";

const [ROUTINE, PROTEST] = [RUNGS.indexOf("routine"), RUNGS.indexOf("protest")];
const TOLD_AGAIN = 7 * 1440;

/** What the reader knows of a stance: the rung told last on a day or else that of the end of the days before, which the ladder tells; and the state told last, unless another was entered since. */
interface Known { readonly day: number; readonly rung: number; readonly state: string | undefined; readonly now: number; }

/** Tells the stances of one run, in order. What a state is about is told when it is entered for the first time in a week, by whomever. */
export function stanceTeller(telling: Telling): (entry: EntryOf<"stance">) => Told {
  const { scenario, entries, name } = telling;
  const known = new Map<number, Known>();
  const sentencesTold = new Map<string, number>();
  const tell = (entry: EntryOf<"stance">, state: string, before: number): Told => {
    const isStill = entry.rung === before;
    if (entry.rung <= ROUTINE && (isStill || !isOfCrisis(scenario, entry))) return undefined;
    if (isStill && telling.ownRung(entry, state)! < entry.rung) return undefined; // what holds it where it stands is something else
    const sentence = telling.sentenceOf(entry, state);
    const last = sentencesTold.get(sentence);
    const cause = entry.cause === undefined ? undefined : entries[entry.cause]!;
    if (last !== undefined && isOwnForce(cause)) return undefined; // it goes without saying after the first time
    // With time concern fades, and the ladder says so.
    if (cause?.kind === "waited" && entry.rung < before && (entry.rung < PROTEST || (entry.rung === PROTEST && last !== undefined))) return undefined;
    sentencesTold.set(sentence, entry.at);
    const isFresh = last === undefined || entry.at - last >= TOLD_AGAIN;
    // Time has passed, nobody moved, and what it is about is known.
    if (!isFresh && isStill && cause?.kind === "waited") return undefined;
    const move = isOfCrisis(scenario, entry) ? `, ${moveText(before, entry.rung)}` : "";
    return ["STANCE", `${name(entry.who)} > ${name(entry.whom)}: ${spaced(leafOf(state))}${move}.${isFresh ? ` ${sentence}` : ""}`];
  };
  return (entry) => {
    const day = dayNumber(scenario, entry.at);
    const opening = telling.openingRung(entry);
    const { day: lastDay, rung, state: stood, now } = known.get(entry.stance) ?? { day, rung: opening, state: undefined, now: opening };
    const before = lastDay === day ? rung : now;
    const state = entry.to.find((path) => !entry.from.includes(path));
    const isPassing = isBesideCrisis(scenario, entry) || state === undefined || telling.isDeciding(entry, state) || telling.ownRung(entry, state) === undefined;
    const isBack = state === stood && entry.rung === before; // it led back to where it came from
    const line = isPassing || isBack ? undefined : tell(entry, state, before);
    known.set(entry.stance, { day, rung: line === undefined ? before : entry.rung, state: line !== undefined || isBack ? state : isPassing ? stood : undefined, now: entry.rung });
    return line;
  };
}

/** Whether a decision changes nothing that anybody could see: whoever wants the road goes on wanting it. */
export function goesWithoutSaying({ decision, option }: EntryOf<"decision">): boolean {
  return decision === "risk-after-losses" && option === "run-risks";
}

/** A decision, with what else was open; where a party stands toward several others, with the one it is about. */
export function tellDecision({ scenario, name, the }: Telling, entry: EntryOf<"decision">): Told {
  if (isBesideCrisis(scenario, entry)) return undefined;
  const words = (option: string): string => optionWords(scenario, entry.decision, option, entry.who);
  const others = entry.options.filter((option, i) => option !== entry.option && entry.weights[i]! > 0).map(words);
  const toward = Object.keys(scenario.parties[entry.who ?? ""]?.stances ?? {}).length > 1 ? ` toward ${the(entry.whom)}` : "";
  return ["DECIDE", `${name(entry.who)}${toward}: ${words(entry.option)}.${others.length === 0 ? "" : ` Open too: ${others.join("; ")}.`}`];
}

// Whoever has used force comes to stand like this of itself.
function isOwnForce(cause: Entry | undefined): boolean {
  return cause?.kind === "perceived" && (cause.percept === "own.force-used" || cause.percept === "strike.done");
}
