// Any entry of a trace in one short sentence, also those that have no line in the story.

import type { Percept } from "../parties/percepts.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { CallFact, MessageStage, RelayStage } from "../simulation/codes.ts";
import type { Entry, EntryOf } from "../simulation/trace.ts";
import { ACTS } from "../terms/acts.ts";
import { MESSAGES } from "../terms/messages.ts";
import { STATEMENTS } from "../terms/statements.ts";
import { ACT_PHRASES } from "./act-phrases.ts";
import { fill, isPlural, withArticle } from "./fill.ts";
import { LEVELS } from "./call-lines.ts";
import { optionWords } from "./option-words.ts";
import { READ_PHRASES } from "./percept-phrases.ts";
import { capital, counted, leafOf, partyName, rungText, spaced, TRUST_WORDS } from "./words.ts";

/** What a call came to, or what a line did, in a few words. */
export const CALL_WORDS: Readonly<Record<CallFact, string>> = {
  "answered": "taken", "held": "on hold, then taken", "absent": "nobody there to take it", "refused": "refused", "outage": "no connection", "unanswered": "not taken", "not-rung": "never made",
  "cut-off": "cut off", "disputed": "disputed: one side will say that there was none", "opened": "the line is in use again", "closed": "the line is closed in practice", "went-dead": "the line is dead, a fault",
  "declared-open": "the line is declared open", "declared-unstated": "nobody says whether the line is open", "declared-suspended": "the line is declared suspended", "taken-as-signal": "the silence is taken for a signal",
};

/** What has become of a message, in a few words. */
export const STAGE_WORDS: Readonly<Record<MessageStage, string>> = {
  "waiting": "waiting", "at-patron": "heard, to be passed on", "passed-on": "waiting, to be passed on", "delivered": "delivered", "garbled": "garbled", "wrong": "noted down wrong", "mismatched": "misunderstood",
  "corrected": "delivered, corrected", "late": "late", "doubted": "doubted", "lost": "lost", "lapsed": "lapsed, never said", "declined": "not passed on", "undeliverable": "no way to deliver it",
};

/** What has become of a request that was passed on, in a few words. */
export const RELAY_WORDS: Readonly<Record<RelayStage, string>> = { complied: "followed", ignored: "not followed", unverified: "not known whether followed", declined: "never passed on" };

const SHOCK_WORDS: Readonly<Record<EntryOf<"shock">["shock"], string>> = { "outside": "Something happens elsewhere.", "line-outage": "A line fails.", "line-closed": "A line is closed.", "line-opened": "A line is opened." };

const ENDING_WORDS: Readonly<Record<EntryOf<"run.ended">["ending"], string>> = {
  "ended": "The run ends.", "too-many-events": "The run stops: too many events.", "too-many-at-once": "The run stops: too much at once.", "queue-full": "The run stops: too much is pending.",
};

// Readings that no story tells: what a party did itself, was told, ordered or asked.
const OWN_PHRASES: Readonly<Partial<Record<Percept, string>>> = {
  "unowned.movement": "{who} [see|sees] movement, and [do|does] not know whose it is.",
  "unowned.fire": "{who} [do|does] not know who fired.",
  "unowned.flight": "{who} [do|does] not know who sent it.",
  "consent.delivered": "{who} [know|knows] that the consent was heard.",
  "strike.done": "{who} [know|knows] that [their|its] own strike is done.",
  "warning.delivered": "{who} [know|knows] that the warning got through.",
  "relay.complied": "{who} [hear|hears] that the request was followed.",
  "relay.ignored": "{who} [hear|hears] that the request was not followed.",
  "relay.unverified": "{who} cannot learn whether the request was followed.",
  "relay.declined": "{who} [are|is] told that the request will not be passed on.",
  "relay.heeded": "{who} [are|is] asked, and will follow.",
  "relay.shrugged": "{who} [are|is] asked, and will not follow.",
  "relay.asked": "{who} [are|is] asked to pass something on.",
  "told.query": "{who} [are|is] asked whose they are.",
  "told.denial": "{who} [are|is] told: not ours.",
  "told.claim": "{who} [are|is] told: ours.",
  "told.no-influence": "{who} [are|is] told: no influence over them.",
  "told.notice": "{who} [are|is] given notice.",
  "told.request": "{who} [are|is] asked for something over the line.",
  "told.consent-request": "{who} [are|is] asked to consent.",
  "told.consent": "{who} [are|is] given consent.",
  "told.refusal": "{who} [are|is] refused.",
  "told.protest": "{who} [receive|receives] a protest.",
  "told.warning": "{who} [are|is] warned about a client.",
  "told.explanation": "{who} [are|is] given an explanation, and [believe|believes] it.",
  "told.regret": "{who} [are|is] given regret or an apology, and [believe|believes] it.",
  "told.pause-request": "{who} [are|is] asked for a pause.",
  "told.proposal": "{who} [are|is] offered a meeting or a line.",
  "told.doubted": "{who} [hear|hears] {whom} out, and [do|does] not believe it.",
  "call.missed": "{who} [do|does] not reach {whom}.",
  "call.answered": "{who} [reach|reaches] {whom}.",
  "pressed.slight": "{who} [feel|feels] slight pressure to move.",
  "pressed.serious": "{who} [feel|feels] serious pressure to move.",
  "pressed.grave": "{who} [feel|feels] grave pressure to move.",
  "order.advance": "{who} [are|is] ordered forward.",
  "order.hold": "{who} [are|is] ordered to hold.",
  "order.withdraw": "{who} [are|is] ordered back.",
  "order.go-round": "{who} [are|is] ordered to take another road.",
  "order.ask-consent": "{who} [are|is] told to ask for consent.",
  "order.reply": "{who} [are|is] cleared to reply.",
  "order.talk": "{who} [are|is] told to talk.",
  "own.force-used": "{who} [know|knows] that [their|its] own side used force.",
  "own.hit": "{who} [know|knows] that [their|its] own side was hit.",
};

/** The entry in one short sentence, with the names of the scenario and no word of the program. */
export function shortTextOf(entry: Entry, scenario: Scenario): string {
  const the = (party: string | undefined): string => withArticle(scenario, party);
  const The = (party: string | undefined): string => capital(the(party));
  const verb = (party: string | undefined, plural: string, singular: string): string => (isPlural(scenario, party) ? plural : singular);
  const filled = (phrase: string): string => capital(fill(phrase, scenario, { who: [entry.who], whom: entry.whom }));
  const { who, whom } = entry;
  const is = verb(who, "are", "is");
  switch (entry.kind) {
    case "run.started": return "The run begins.";
    case "pressure": return `${The(who)} ${is} pressed to move against ${the(whom)} (${entry.strength})${entry.moot ? ", with no need any more" : ""}.`;
    case "order": return `${The(who)} ${is} told${whom === undefined ? "" : ` by ${the(whom)}`}: ${spaced(entry.order)}. ${entry.obeyed ? "It is followed." : "It is not followed."}`;
    case "shock": return SHOCK_WORDS[entry.shock];
    case "item.skipped": return `What the scenario holds in store does not come about: ${spaced(entry.item)}.`;
    case "act.ordered": return `${The(who)} ${verb(who, "prepare", "prepares")}${against(the, whom)}: ${ACTS[entry.act].label}, in about ${counted(entry.takes, "minute")}.`;
    case "act.called-off": return `${The(who)} ${verb(who, "call", "calls")} off what ${is} prepared${against(the, whom)}.`;
    case "act": return filled(ACT_PHRASES[entry.act][0]!);
    case "rule.disputed": return "Whether the rule of the zone forbids this is disputed.";
    case "perceived": return filled(READ_PHRASES[entry.percept]?.[0] ?? OWN_PHRASES[entry.percept] ?? `{who} [take|takes] note: ${spaced(entry.percept).replaceAll(".", ", ")}.`);
    case "unattributed": return `${The(who)} cannot say who it was: ${ACTS[entry.act].label}.`;
    case "unseen": return `${The(who)} ${verb(who, "do", "does")} not see it: ${ACTS[entry.act].label}.`;
    case "stance": return `${The(who)} toward ${the(whom)}: ${enteredBy(entry)}${rungText(entry.rung)}${entry.rung === entry.rungBefore ? " as before" : `, from ${rungText(entry.rungBefore)}`}.`;
    case "waited": return `${The(who)} ${verb(who, "have", "has")} let time pass toward ${the(whom)}: ${spaced(entry.delay)}.`;
    case "decision.opened": return `${The(who)} ${verb(who, "weigh", "weighs")} what to do: ${spaced(entry.decision)}, for about ${counted(entry.minutes, "minute")}.`;
    case "decision": return `${The(who)} ${verb(who, "decide", "decides")}: ${optionWords(scenario, entry.decision, entry.option, who)}.`;
    case "decision.dropped": return `${The(who)} need${isPlural(scenario, who) ? "" : "s"} no decision any more: ${spaced(entry.decision)}.`;
    case "call": return callText(entry, scenario);
    case "message": return `${capital(partyName(scenario, who))} to ${the(whom)}${entry.via === undefined ? "" : ` by way of ${the(entry.via)}`}: ${MESSAGES[entry.message].label}, ${STAGE_WORDS[entry.stage]}.`;
    case "relay": return `A request to ${the(who)} (${MESSAGES[entry.message].label}): ${RELAY_WORDS[entry.relay]}.`;
    case "statement": return `${who === undefined ? "An office that is not named," : capital(partyName(scenario, who))} in public: ${STATEMENTS[entry.statement].label}.`;
    case "trust": return `${The(who)} ${verb(who, "trust", "trusts")} the word of ${the(whom)} ${entry.to > entry.from ? "more" : "less"}: ${TRUST_WORDS[entry.from]!}, now ${TRUST_WORDS[entry.to]!}.`;
    case "tier": return `A level is added to the line: ${LEVELS[entry.tier]}.`;
    case "goal": return `${The(who)} ${verb(who, "have", "has")} reached the goal: ${spaced(entry.goal)}.`;
    case "run.ended": return ENDING_WORDS[entry.ending];
  }
}

function against(the: (party: string | undefined) => string, whom: string | undefined): string {
  return whom === undefined ? "" : ` against ${the(whom)}`;
}

function callText(entry: EntryOf<"call">, scenario: Scenario): string {
  const { call, tier } = entry;
  // What a line does has no caller; what becomes of a call has.
  if (isOfTheLine(call)) return `${capital(CALL_WORDS[call])}.`;
  const level = tier === "duty-officer" ? "" : ` (${LEVELS[tier]})`;
  return `Call of ${withArticle(scenario, entry.who)} to ${withArticle(scenario, entry.whom)}${level}: ${CALL_WORDS[call]}.`;
}

/** Whether a fact is about the line itself and not about one call. */
export function isOfTheLine(call: CallFact): boolean {
  return call === "opened" || call === "closed" || call === "went-dead" || call === "taken-as-signal" || call.startsWith("declared-");
}

function enteredBy({ from, to }: EntryOf<"stance">): string {
  const entered = to.find((path) => !from.includes(path));
  return entered === undefined ? "" : `${spaced(leafOf(entered))}, `;
}
