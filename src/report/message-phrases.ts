// How messages read: what is said over a line, without adjectives, the same words for every speaker.

import type { MessageName } from "../terms/messages.ts";

/** What a message says, as the speaker would say it; `{them}` is whoever it concerns, `{name}` the speaker, `{km}` a distance if one is known. */
export const MESSAGE_PHRASES: Readonly<Record<MessageName, readonly string[]>> = {
  "communications-check": ["line check, nothing further.", "checking that the line works.", "calling to hear that you are there.", "routine check of the line."],
  "notice": ["notice of area and hours for today.", "our areas for the day, without specifics.", "where we intend to operate until tomorrow.", "area and window, as agreed."],
  "query": [
    "movement inside the area. Yours?", "vehicles are heading our way. Whose are they?", "somebody is moving inside the area. Can you say whose orders they follow?",
    "a column has crossed into the area. Do you know of it?", "there has been movement near us. Do you know who it is?", "we ask who is moving inside the area.",
  ],
  "denial": ["not ours.", "they are not ours.", "those are not our people.", "we have nobody there.", "none of our units is in that area.", "no unit of ours is moving."],
  "claim": ["ours, and known to us.", "yes: ours.", "that was ours.", "it is ours, and it was meant to be seen as no more than it is."],
  "no-influence": ["we have no influence over them.", "they do not take orders from us.", "we know of them. We do not direct them.", "we can speak to them. We cannot order them."],
  "undertaking": ["we will ask, and call back.", "we do not know. We will find out.", "give us some hours: we will ask."],
  "no-answer": ["we asked, and have no answer for you.", "on your question: we could not find out.", "nobody could tell us whose they are."],
  "relay-result": ["on your request:", "about what you asked us to pass on:", "an answer to your request:", "on what we passed on:"],
  "request-to-leave": [
    "we ask that {them} leave the area.", "please tell {them} to leave.", "{them} should turn round. We ask you to pass that on.",
    "the area is not theirs to enter. We ask that they go.", "we ask for their departure, and for word of it.", "we ask that they turn back.",
  ],
  "request-for-consent": ["asks to operate from the air inside the area, for some hours.", "asks for consent to bomb inside the area today.", "wants to strike inside the area and asks whether you object."],
  "consent": [
    "consent: this area, these hours, nothing else.", "agreed, for the area named and for some hours.", "no objection inside the area and hours named. Read back, please.",
  ],
  "refusal": ["we do not agree.", "no consent is given.", "the answer is no.", "we cannot agree to that."],
  "revocation": ["the consent is withdrawn.", "what was agreed no longer holds.", "we take back the consent given."],
  "correction": ["correction to the last notice.", "the area given before was wrong. Here is the right one."],
  "warning": [
    "coming closer, {them} will be taken for hostile.", "any further approach by {them} will be read as hostile intent.", "we warn {them}: stay where you are, or leave.",
    "movement toward us will be seen as hostile. Please tell {them}.", "we will defend ourselves if {them} {come} on.", "no closer: we have to take it for a threat.",
    "this is a warning. {them} {are} too close.", "who comes nearer will be taken to mean harm.",
  ],
  "ultimatum": ["they have until the hour named.", "this is the last word before we act.", "leave by the hour named, or we act."],
  "demand-to-cease": ["the firing is to stop.", "we demand that it ends now.", "cease, and we will too.", "this has to stop today."],
  "protest": ["this was not acceptable to us.", "we object to the use of force.", "we protest, for the record.", "we want it noted that we protest."],
  "reserved-position": ["we do not recognise the zone. The talks go on.", "our position on the rule is reserved.", "nothing we say here accepts the zone.", "we talk, and we do not accept the rule."],
  "request-for-a-pause": ["we ask for a pause.", "let both sides stop where they are.", "we propose that nobody fires until we speak again."],
  "request-for-cover": ["they are coming our way. We ask for cover.", "we ask for aircraft overhead.", "we want to know that you stand with us.", "we ask you to act."],
  "proposal-to-meet": ["we propose to add a level to this line.", "let our generals speak.", "we propose a line of separation on the ground.", "we suggest that officers meet."],
  "suspension": ["the line is suspended.", "from now on we do not use this line."],
  "resumption": ["we are back on the line.", "the line is restored on our side.", "we resume."],
  "explanation": [
    "what we did is over, and nothing follows from it on our side.", "force was used to protect our people. We seek no more of it.", "no more was meant by it than was done.",
    "we tell you what we did and why, so that nothing else is read into it.", "what was done had its reason, and we want it to end there.",
  ],
  "standing-rule": ["for us the zone stays in effect.", "the zone stays in effect, and we keep to it.", "we go on treating the zone as in force.", "for us the rule has not changed.", "what we said of the rule still holds."],
  "stock-taking": ["we have gone through the last days. We want it to stay quiet.", "we compare what each side saw, so that it need not happen again.", "both of us know now where the other stands. Let it rest there.", "what helps to keep this quiet should go on."],
  "regret": ["we regret that it hit the wrong people.", "it was a mistake, and we regret it.", "we are sorry for the loss."],
  "apology": ["we apologise for what happened.", "it was our fault. We apologise."],
  "assurance": ["you are covered. Stay where you are.", "we stand by you. Do not go forward.", "hold your place. We are watching them.", "nobody will be left alone. Wait."],
};

/** What a message says where the occasion calls for other words: fire instead of movement, an answer to an attack, a pause instead of an area. */
export const OCCASION_PHRASES = {
  "query after fire": ["shells have fallen near us. Do you know who fired?", "there was fire at the edge of the area. Whose?", "we were fired at, or near enough. Can you say by whom?", "who is firing near us?", "there has been fire close to our people. Is it known to you?"],
  "query after a drone": ["an armed drone has come down near our people. Whose was it?", "we have shot down a drone. Do you know whose it is?"],
  "query after a strike": ["we have been hit. Was it you?", "people of ours were hit. Who did it?", "there was a strike on our side. Do you know whose?"],
  "protest after a strike": ["we protest against the strike.", "people close to us were hit. We protest.", "this was not acceptable to us.", "a protest, for the record: they were no threat to you.", "we object to the use of force."],
  "protest after fire": ["our people came under fire. We protest.", "there was fire on us, and we want it to end.", "whoever fired on us can be spoken to by somebody. We ask for that."],
  "protest over the dead": ["the number of dead is known to us now. We protest.", "there are dead among people close to us, and we hold that against you.", "we put the number of dead before you, for the record."],
  "explanation: came-on": [
    "we acted because they came on after a warning. Nothing more is intended.", "they had been warned, and came on. That is why we acted.",
    "what we did was in self-defence, and is over.", "force was used to protect our people. We seek no more of it.",
  ],
  "explanation: asked": [
    "we had asked that they leave, and they were still there. Nothing more is intended.", "before we acted we had asked that they leave.",
    "what we did was in self-defence, and is over.", "force was used to protect our people. We seek no more of it.",
  ],
  "explanation: threatened": [
    "we took what we saw for a threat to our people. Nothing more is intended.", "what had come our way was taken for a threat. That is why we acted.",
    "what we did was in self-defence, and is over.", "force was used to protect our people. We seek no more of it.",
  ],
  "explanation: attacked": [
    "our people were attacked, and we answered that. We seek no more of it.", "we were fired on, and answered those who fired. It is over on our side.",
    "what we did was in answer to an attack, and is over.", "force was used to protect our people, who were under fire.",
  ],
  "explanation before more force": ["force was used to protect our people.", "what we do is in self-defence.", "we tell you what we do and why, so that nothing else is read into it."],
  "consent to a pause": ["agreed: nobody fires from the hour named.", "we agree, from the hour named.", "the pause is agreed. Read back the hour, please."],
} as const;

/** What became of a relayed request, in the words of the one who reports it. */
export const RESULT_PHRASES = {
  complied: ["they say that they will leave.", "the request was followed, as far as we can tell.", "they have agreed."],
  ignored: ["they have not moved.", "it was passed on. They do not follow it.", "no one there acts on it."],
  unverified: ["passed on. Not verified.", "it reached them. We cannot say more.", "they were told. What they do we do not know."],
  declined: ["it was not passed on.", "we have not passed it on.", "we decline to pass it on."],
} as const;
