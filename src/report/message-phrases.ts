// How messages read: what is said over a line, without adjectives, the same words for every speaker.

import type { MessageName } from "../terms/messages.ts";

/** What a message says, as the speaker would say it; `{them}` is whoever it concerns, `{name}` the speaker, `{km}` a distance if one is known. */
export const MESSAGE_PHRASES: Readonly<Record<MessageName, readonly string[]>> = {
  "communications-check": ["line check, nothing further.", "checking that the line works.", "calling to hear that you are there.", "routine check of the line."],
  "notice": ["notice of area and hours for today.", "our areas for the day, without specifics.", "where we intend to operate until tomorrow.", "area and window, as agreed."],
  "query": [
    "movement inside the area. Yours?", "vehicles are heading our way. Whose are they?", "somebody is moving inside the area. Can you say whose orders they follow?",
    "vehicles have crossed into the area. Do you know of it?", "there has been movement near us. Do you know who it is?", "we ask who is moving inside the area.",
  ],
  "denial": ["not ours.", "they are not ours.", "those are not our people.", "we have nobody there.", "none of our units is in that area.", "no unit of ours is moving."],
  "claim": ["ours, and known to us.", "yes, ours.", "that was ours.", "it is ours, and it was meant to be seen as no more than it is."],
  "no-influence": ["we have no influence over them.", "they do not take orders from us.", "we know of them. We do not direct them.", "we can speak to them. We cannot order them."],
  "undertaking": ["we will ask, and call back.", "we do not know. We will find out.", "give us some hours, and we will ask."],
  "no-answer": ["we asked, and have no answer for you.", "to your question we have found no answer.", "nobody could tell us more."],
  "relay-result": ["on your request:", "about what you asked us to pass on:", "an answer to your request:", "on what we passed on:"],
  "request-to-leave": [
    "we ask that {them} leave the area.", "please tell {them} to leave.", "we ask that {them} go, and for word of it.",
    "we want {them} out of the area. Please pass that on.", "{them} should leave, and be told so.",
  ],
  "request-for-consent": ["consent is asked for air operations inside the area, for some hours.", "consent is asked for bombing inside the area today.", "it is asked whether {whom} would object to an air strike inside the area."],
  "consent": [
    "we consent, for this area and these hours, and for nothing else.", "agreed, for the area named and for some hours.", "no objection inside the area and hours named. Read back, please.",
  ],
  "refusal": ["we do not agree.", "no consent is given.", "the answer is no.", "we cannot agree to that."],
  "end-of-consent": ["the hours agreed are over. We ask that everyone keep out of the area.", "what was agreed for today has ended. All forces are asked to stay clear of the area.", "the agreed window is closed. Nobody should be inside the area from now on."],
  "revocation": ["the consent is withdrawn.", "what was agreed no longer holds.", "we take back the consent given."],
  "correction": ["correction to the last notice.", "the area given before was wrong. Here is the right one."],
  "warning": [
    "coming closer, {them} will be taken for hostile.", "any further approach by {them} will be read as hostile intent.", "we warn {them} not to come on.",
    "movement toward us will be seen as hostile. Please tell {them}.", "we will defend ourselves if {them} {come} on.", "no closer, or we have to take it for a threat.",
    "this is a warning. {them} {are} too close.", "anyone who comes nearer will be taken to mean harm.",
  ],
  "ultimatum": ["they have until the hour named.", "this is the last word before we act.", "leave by the hour named, or we act."],
  "demand-to-cease": ["the firing is to stop.", "we demand that it ends now.", "cease, and we will too.", "this has to stop today.", "we want the firing to end within the hour.", "stop now, and it ends here."],
  "protest": ["this was not acceptable to us.", "we object to the use of force.", "we protest, for the record.", "we want it noted that we protest."],
  "reserved-position": ["we do not recognise the zone. The talks go on.", "our position on the rule is reserved.", "nothing we say here accepts the zone.", "we talk, and we do not accept the rule."],
  "request-for-a-pause": ["we ask for a pause.", "let both sides stop where they are.", "we propose that nobody fires until we speak again."],
  "request-for-cover": ["they are coming our way. We ask for cover.", "we ask for aircraft overhead.", "we want to know that you stand with us.", "we ask you to act."],
  "proposal-to-meet": ["we propose to add a level to this line.", "let our generals speak.", "we suggest that officers meet.", "we propose that a senior level joins this line."],
  "suspension": ["the line is suspended.", "from now on we do not use this line."],
  "resumption": ["we are back on the line.", "the line is restored on our side.", "we resume."],
  "explanation": [
    "what we did is over, and nothing follows from it on our side.", "force was used to protect our people. We seek no more of it.", "no more was meant by it than was done.",
    "we tell you what we did and why, so that nothing else is read into it.", "what was done had its reason, and we want it to end there.",
  ],
  "standing-rule": ["for us the zone stays in effect.", "the zone stays in effect, and we keep to it.", "we go on treating the zone as in force.", "for us the rule has not changed.", "what we said of the rule still holds."],
  "stock-taking": ["we have gone through what happened. We want it to stay quiet.", "we have compared what each side saw, so that it need not happen again.", "both of us know now where the other stands. Let it rest there.", "what helps to keep this quiet should go on."],
  "regret": ["what we did hit people it was not meant for. We regret it.", "people were hit by mistake, and we regret it.", "the target was wrong. We are sorry for the loss."],
  "apology": ["we apologise for what happened.", "it was our fault. We apologise."],
  "assurance": ["you are covered. Stay where you are.", "we stand by you. Do not go forward.", "hold your place. We are watching them.", "nobody will be left alone. Wait."],
};

/** What a message says where the occasion calls for other words: fire instead of movement, an answer to an attack, a pause instead of an area. */
export const OCCASION_PHRASES = {
  "query after fire": ["shells have fallen near us. Do you know who fired?", "there was fire at the edge of the area. Whose was it?", "there has been fire in our direction. Can you say by whom?", "who fired at the edge of the area?", "there has been fire close to our people. Is it known to you?"],
  "query after a drone": ["an armed drone has attacked near our people. Whose is it?", "a drone has dropped a munition near us. Do you know whose it is?", "there is an armed drone over our people. Can you say who sent it?"],
  "query after a drone was shot down": ["an armed drone has come down near our people. Whose was it?", "we have shot down a drone. Do you know whose it is?", "a drone that attacked us is down. Can you say who sent it?"],
  "query about those it names": [
    "vehicles of {them} are inside the area. Do you answer for them?", "we see {them} come our way. Do they move with your knowledge?", "{them} {have} come into the area. Are they yours?",
    "what can you tell us of {them} inside the area?", "there are people of {them} near us. Whose orders do they follow?",
  ],
  "query about a force outside": ["a force of {them} has gathered outside the area. What is it there for?", "we see {them} assemble outside. Do they move with your knowledge?", "{them} {have} come up outside the area. Do you answer for them?"],
  "query about a force of the hearer": ["a force of yours has gathered in front of us. What is it there for?", "we see your forces assemble. What are they to do?", "you have brought men and guns forward. We ask why."],
  "denial after a drone": ["not ours. None of our aircraft was there.", "nothing of ours was in the air there.", "we have looked, and none of our drones was there.", "it is not one of ours."],
  "denial after fire": ["none of ours fired.", "those were not our guns.", "no unit of ours has fired there.", "it was not us."],
  "no-influence after a drone": ["we do not know whose it is.", "it is not known to us, and we cannot say who sent it.", "we cannot speak for whoever sent it."],
  "no-influence after fire": ["we do not know who fired.", "whoever fired does not answer to us.", "we cannot speak for whoever fired."],
  "no-answer after a drone": ["we asked, and nobody could tell us whose it is.", "about the drone we could not find out."],
  "no-answer after fire": ["we asked, and nobody could tell us who fired.", "about the fire we could not find out."],
  "request to leave after fire": ["we ask {them} to end the fire, and to keep out of the area.", "please tell {them} that the fire is to end.", "those of {them} who fired should go. Please pass that on."],
  "request to leave after consent": ["aircraft that are not ours will operate in the area until the hour named. {them} should be out of it.", "air strikes of others in the area have been agreed to, for the hours named. We ask that {them} leave it in time.", "others will bomb in the area until the hour named. We ask that {them} leave it."],
  "warning to those who are not near": [
    "any approach by {them} will be read as hostile intent.", "if {them} {come} nearer, we have to take it for a threat.", "we will defend ourselves if {them} {come} on.",
    "movement toward us by {them} will be seen as hostile.", "we warn {them} to come no closer.", "anyone who comes on will be taken to mean harm. Please tell {them}.",
  ],
  "query after a strike": ["we have been hit. Was it you?", "people of ours were hit. Who did it?", "there was a strike on our side. Do you know whose?"],
  "protest after a strike": ["we protest against the strike.", "people close to us were hit. We protest.", "this was not acceptable to us.", "we protest, for the record. They were no threat to you.", "we object to the use of force."],
  "protest after fire": ["our people came under fire. We protest.", "there was fire on us, and we want it to end.", "whoever fired on us can be spoken to by somebody. We ask for that."],
  "protest over own losses": ["our people were attacked, and there are dead and wounded. We protest.", "there are dead and wounded on our side. We ask that those who did it be stopped.", "we have losses from this attack, and we protest."],
  "protest over the dead": ["the number of dead is known to us now. We protest.", "there are dead among people close to us, and we hold you responsible.", "we put the number of dead before you, for the record."],
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
  "notice of own people": ["people of ours go to those you hit. We tell you where they will be.", "we place people of ours beside those you hit, and give you the area."],
  "notice to keep apart": ["we tell you where our people are, so that yours and ours stay apart.", "this is where ours stand. Keep yours clear of it, as we keep clear of yours."],
  "proposal to keep apart": ["people of yours stand beside those we may have to fight. We propose that officers settle how to keep ours and yours apart.", "your people are close to ours. We propose that senior officers keep them apart."],
  "proposal among generals": ["we propose that this level goes on speaking.", "we suggest that officers of this level keep in touch from now on."],
  "consent to a pause": ["we agree that nobody fires from the hour named.", "we agree, from the hour named.", "the pause is agreed. Read back the hour, please."],
  "reserved position after public words": ["on the zone, what we said in public stands.", "you have heard in public what we think of the rule. It stands."],
} as const;

/** What became of a relayed request, in the words of the one who reports it; `{them}` is whoever was asked. */
export const RESULT_PHRASES = {
  complied: ["{them} {say} that {they} will do as asked.", "the request to {them} is followed, as far as we can tell.", "{them} {have} agreed to what you asked."],
  ignored: ["it was passed on to {them}. No sign that {they} {follow} it.", "what you asked of {them} has changed nothing.", "no one with {them} acts on your request."],
  unverified: ["passed on to {them}. Not verified.", "the request reached {them}. We cannot say more.", "{them} {have} been told. What came of it we do not know."],
  declined: ["the request to {them} was not passed on.", "we have passed nothing on to {them}.", "we decline to pass it on to {them}."],
} as const;
