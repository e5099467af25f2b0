// How public statements read: paraphrased, attributed, and never in quotation marks.

import type { StatementName } from "../terms/statements.ts";

/** What a statement says; `{whom}` is the party it speaks of. */
export const STATEMENT_PHRASES: Readonly<Record<StatementName, readonly string[]>> = {
  "self-defence": ["what was done was self-defence.", "we acted in self-defence and seek no fight.", "force was used to protect our people.", "we did what our safety asked for, and no more."],
  "condemnation": ["the strike shows what {whom} {stand} for.", "the attack supports terrorism, whatever is said.", "{whom} attacked those who fight terrorism.", "we condemn this attack on our soil."],
  "caution": ["we warn of where this may lead.", "the dangers of escalation should be plain to everyone.", "escalation has no winners.", "everyone should weigh where this leads."],
  "threat": ["our restraint has limits, and they are being tested.", "we can answer when circumstances ask for it.", "red lines that are crossed will end our patience.", "what is hit of ours can be answered in kind."],
  "red-line": ["a line was crossed, and it will be answered.", "this is the last crossing that goes unanswered."],
  "assurance": ["we hope that this will not happen again. The talks go on.", "we want no fight with {whom}. The line is in use.", "our purpose here has not changed, and the daily talks continue.", "nothing more is intended, and the line stays open."],
  "restraint": ["we did not answer, and that was a choice.", "our patience has served its purpose."],
  "credit": ["the quiet is owed largely to the efforts of {whom}.", "{whom} helped to keep this from growing.", "{whom} had a part in keeping this quiet."],
  "appeal": ["everyone should stop here.", "we call for calm."],
  "denial": ["we had no part in it.", "it was not us."],
  "disowning": ["whoever did this did not act for us.", "we gave no such order."],
  "reserved-position": ["we do not recognise the zone.", "the presence of {whom} has no ground in law.", "a rule declared by one side binds nobody else.", "what is called a zone there has no standing with us."],
  "suspension": ["the line is suspended.", "we suspend the understanding with {whom}."],
  "resumption": ["the line is restored.", "contacts with {whom} are resumed."],
  "regret": ["we regret the loss of life.", "it was a mistake, and it is regretted."],
  "pause": ["firing stops from the hour agreed.", "both sides hold their fire, as agreed.", "a pause has been agreed with {whom}."],
  "sighting": ["our patrol has seen vehicles near the zone.", "there is more movement on the road than last week.", "forces of {whom} are closer than is said.", "we have seen positions of {whom} that were not there before."],
  "announcement": ["the operation begins.", "a further stage of the operation has begun.", "the operation goes on as planned."],
};

/** What a statement says where the occasion calls for other words. */
export const STATEMENT_OCCASIONS = {
  "self-defence: came-on": ["what was done was self-defence.", "force was used to protect our people, after warnings.", "we acted in self-defence, against those who came on after a warning.", "those who were hit had been warned, and came on."],
  "self-defence: asked": ["what was done was self-defence.", "we had asked that they leave, and acted to protect our people.", "we acted in self-defence, after a request to leave.", "those who were hit were still there after we had asked that they leave."],
  "self-defence: threatened": ["what was done was self-defence.", "force was used to protect our people.", "we acted against what we took for a threat, and seek no fight.", "we acted in self-defence and seek no fight."],
  "self-defence: attacked": ["our people were attacked, and we answered.", "what was done was self-defence, against those who fired.", "we were fired on. What we did was self-defence."],
  "condemnation without force": ["we hold {whom} to blame.", "the conduct of {whom} is not acceptable.", "{whom} {are} responsible for what follows."],
  "condemnation of fire": ["we condemn the fire on those who did nothing.", "{whom} fired on those who stand with us, and we condemn it.", "this fire is condemned, whatever is said of it."],
  "threat without force": ["our patience has limits.", "what is done against us can be answered.", "red lines that are crossed will end our patience."],
  "announcement in open conflict": ["we act against those who attack us, until it stops.", "our forces answer those who attack them, and will do so until the attacks end."],
  "assurance without the line": ["we hope that this will not happen again.", "we want no fight with {whom}.", "our purpose here has not changed.", "nothing more is intended."],
  "reserved position after the line": ["what we have said over the line holds in public: the zone does not bind us.", "we do not accept the rule, and have said so over the line.", "the zone is not ours to keep to. {whom} {have} been told so."],
} as const;
