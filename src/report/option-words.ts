// What a party can choose, as people would say what it does: each option with its object, the same words for every side.

import type { Scenario } from "../scenario/scenario.ts";
import { fill } from "./fill.ts";
import { spaced } from "./words.ts";

/** An option of a decision in words that go on from the name of whoever decides: `use force`, `promise to ask`. */
export function optionWords(scenario: Scenario, decision: string, option: string, who: string | undefined): string {
  return fill(OPTIONS[decision]?.[option] ?? spaced(option), scenario, { who: [who], whom: undefined });
}

const PAUSE = "offer a pause";
const PROTEST = "protest";
const TAKE_UP = { "push": "drive in", "gather": "gather within reach", "put-off": "put it off", "go-round": "take another road" };
const ANSWER_STRIKE = { "rest": "let it rest", "return": "come back in strength", "fire": "fire from a distance", "strike-back": "attack in answer" };

/** The options of every decision; `[their|its]` agrees with whoever decides. */
export const OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // A garrison.
  "after-a-warning": { "show-force": "show force", "ask-higher-up": "ask again at a higher level", "be-patient": "leave it at the warning" },
  "after-a-show": { "fire-ahead-of-them": "fire ahead of them", "leave-it-at-that": "leave it at the show of force" },
  "unowned-fire": { "ask": "ask who fired", "hold": "let the fire pass", "strike": "strike those believed to have fired" },
  "use-of-force": { "strike": "order a strike", "warn-again": "warn once more", "hold": "hold back" },
  "stay-the-strike": { "stay-it": "hold the strike back", "go-on": "go on with the strike" },
  "answer-attack": { "answer": "answer the attack by force", "hold": "leave the attack unanswered" },
  "open-action": { "open": "fight on in the open", "attempt": "try once more to end it" },
  "consent": { "grant": "give consent", "refuse": "refuse consent" },
  "credit": { "credit": "give credit in public", "say-nothing": "give no credit" },
  // A patron.
  "whose": { "not-ours": "disown it", "no-influence": "disclaim influence", "will-ask": "promise to ask" },
  "found-out": { "not-ours": "disown it", "no-influence": "disclaim influence", "nothing-found": "say that nothing was found out" },
  "after-a-hit": { "protest": "protest against the strike", "talk-on": "talk on", "suspend": "suspend the line in word", "stand-beside": "move beside those hit" },
  "answer-an-appeal": { "take-it": "accept the words of calm", "keep-to-it": "keep to [their|its] position", "let-it-pass": "let the words of calm pass", "answer-it": "answer with [their|its] position" },
  "lean-on-client": { "press": "press for compliance", "let-it-be": "put on no pressure" },
  // A government.
  "caution": { "caution": "warn of escalation in public", "say-no-more": "say no more in public" },
  "move-up": { "move-up": "move forces up", "wait": "keep [their|its] forces where they are" },
  "answer-fire": { "words": "answer in words", "fire": "answer by fire" },
  // A militia.
  "look-again": { "look": "drive in for another look", "wait": "keep away for now" },
  "take-position": { "gather": TAKE_UP.gather, "put-off": TAKE_UP["put-off"] },
  "take-up": TAKE_UP,
  "take-up-carefully": TAKE_UP,
  "risk": { "run-risks": "run risks for the road", "spare-men": "spare [their|its] men" },
  "risk-after-losses": { "run-risks": "go on running risks for the road", "spare-men": "spare [their|its] men from now on" },
  "fight-on": { "fight-on": "fight on in the open", "break-off": "break off the attack" },
  "press-on": { "test": "test the answer by fire", "push": TAKE_UP.push, "gather": TAKE_UP.gather, "put-off": TAKE_UP["put-off"] },
  "go-on": { "drive-on": "drive on", "stay": "stay where [they are|it is]", "turn-back": "turn back" },
  "after-digging-in": { "leave": "give the place up", "push-on": "push on from there", "stay": "keep the place" },
  "after-massing": { "stay": "stay within reach", "push": "drive in", "leave": "go home" },
  "answer-strike": ANSWER_STRIKE,
  "answer-when-spent": ANSWER_STRIKE,
  "other-road": { "set-out": "set out by the other road", "stay": "keep to the road" },
  // An alliance.
  "first-word": { "note-it": "note it in silence", "speak": "prepare public words" },
  "red-line": { "declare": "declare a red line", "authorise": "let members answer", "stay-silent": "say nothing in public" },
  "authorise": { "wait": "let no member answer yet", "authorise": "let members answer" },
  // Rebels.
  "go-forward": { "wait": "stay in place", "ask": "ask for action", "patrol": "send a patrol forward" },
  "report-back": { "nothing-new": "report nothing new", "movement": "report movement" },
  // A spoiler.
  "raid": { "wait": "wait with the raid", "raid": "raid" },
  // A neighbour.
  "return-fire": { "hold-fire": "hold [their|its] fire", "return-fire": "return the fire" },
  "show-of-strength": { "wait": "wait", "warn": "give a warning", "show": "show strength" },
  "reply": { "protest": PROTEST, "warn": "give a warning", "show": "show strength", "reply": "reply by force" },
  "another-round": { "hold": "leave the blow unanswered", "offer-a-pause": PAUSE, "answer": "answer the blow", "widen": "widen the fight" },
  "end-it": { "offer-a-pause": PAUSE, "wait": "wait for the other side", "go-on": "go on fighting" },
  "take-pause": { "agree": "agree to the pause", "refuse": "refuse the pause" },
  "answer-breach": { "ask": "ask about the breach", "protest": PROTEST, "answer": "answer the breach by force" },
  "public-word": { "blame": "blame the other side in public", "promise-an-answer": "promise an answer in public", "call-for-calm": "call for calm in public", "say-little": "say little in public" },
  "answer-query": { "own-up": "own up to it", "deny": "deny it", "say-nothing-yet": "say nothing yet" },
  "admit": { "over-the-line": "admit it over the line", "not-yet": "keep it back for now" },
  "keep-the-line": { "keep": "keep the line", "fall-silent": "fall silent on the line" },
  "take-up-the-line": { "take-up": "take up the line again", "stay-silent": "leave the line silent" },
};
