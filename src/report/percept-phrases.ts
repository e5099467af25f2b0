// How a reading reads: what a party took something for. Only what a person wants to follow has words here.

import type { Percept } from "../parties/percepts.ts";

/** What `{who}` took it for; `{whom}` is whom it believes to have done it. */
export const READ_PHRASES: Readonly<Partial<Record<Percept, readonly string[]>>> = {
  "agreed.self": ["{who} [see|sees] what was agreed to."],
  "noticed.self": ["{who} [note|notes] it, and no more.", "{who} [see|sees] movement and [leave|leaves] it at that."],
  "massed.self": ["{who} [see|sees] a force gather.", "{who} [count|counts] vehicles outside.", "{who} [see|sees] that {whom} {are} assembling."],
  "approached.self": ["{who} [see|sees] {whom} come closer.", "{who} [take|takes] it as an approach by {whom}."],
  "menaced.self": ["{who} [take|takes] it for hostile intent.", "{who} [believe|believes] that {whom} {mean} harm.", "{who} [read|reads] it as a threat to [their|its] own people."],
  "dug-in.self": ["{who} [see|sees] that {whom} {mean} to stay.", "{who} [take|takes] it that {whom} {have} come to stay."],
  "flown-at.self": ["{who} [take|takes] it for one of {whom}.", "{who} [put|puts] it down to {whom}."],
  "fired-near.self": ["{who} [take|takes] it as fire by {whom} near the zone, not at [them|it].", "{who} [count|counts] it as fire close by, not at [them|it], and [put|puts] it down to {whom}.", "{who} [put|puts] it down to {whom}, and [do|does] not think that [they were|it was] meant."],
  "fired-on.self": ["{who} [take|takes] it as fire by {whom} on [themselves|itself].", "{who} [believe|believes] that {whom} fired, and that [they were|it was] meant."],
  "struck.self": ["{who} [are|is] hit, with losses.", "{who} [have|has] dead and wounded."],
  "left.self": ["{who} [see|sees] {whom} leave.", "{who} [see|sees] that the road is clear."],
  "halted.self": ["{who} [see|sees] {whom} stop.", "{who} [see|sees] that {whom} {come} no further.", "{who} [note|notes] that the vehicles stand."],
  "passed-by.self": ["{who} [see|sees] {whom} go another way."],
  "neared.partner": ["{who} [hear|hears] that [their|its] partners may be next.", "{who} [hear|hears] of it and [grow|grows] uneasy."],
  "struck.partner": ["{who} [learn|learns] that [their|its] partners were hit.", "Word reaches {who} that [their|its] partners were hit."],
  "neared.client": ["{who} [hear|hears] that forces [they back|it backs] are in danger."],
  "struck.client": ["{who} [learn|learns] that forces [they back|it backs] were hit.", "The strike becomes known to {who}."],
  "beside.self": ["{who} [find|finds] people of {whom} close to [their|its] own."],
  "dead.learned": ["{who} [learn|learns] of the dead.", "The number of dead reaches {who}."],
  "mistake.learned": ["{who} [learn|learns] that the target was wrong."],
  "firmness.heeded": ["{who} [take|takes] it as a limit, and [keep|keeps] to it.", "{who} [take|takes] it in earnest, and [go|goes] no further."],
  "firmness.resented": ["{who} [take|takes] it as a provocation.", "{who} [read|reads] it as a threat, and [resent|resents] it.", "{who} [see|sees] pressure in it, and [mean|means] to answer it."],
  "restraint.trusted": ["{who} [take|takes] the restraint as good faith.", "{who} [see|sees] that [they are|it is] let be, and [value|values] it."],
  "restraint.tested": ["{who} [take|takes] the restraint as room to push.", "{who} [see|sees] that nothing happens, and [mean|means] to go on."],
  "warning.undeliverable": ["{who} [learn|learns] that the warning did not get through."],
  "told.unclear": ["{who} cannot make out what was meant."],
  "told.late": ["{who} [are|is] told too late to act on it."],
  "line.suspended": ["{who} [take|takes] the line as suspended."],
  "line.restored": ["{who} [take|takes] the line as restored."],
  "stated.threat": ["{who} [take|takes] the words of {whom} as a threat.", "{who} [hear|hears] a threat in what {whom} {say}."],
  "stated.blame": ["{who} [are|is] blamed in public by {whom}.", "{who} [hear|hears] the blame of {whom}."],
  "stated.appeal": ["{who} [take|takes] the words of {whom} as an appeal for calm.", "{who} [read|reads] no threat into what {whom} {say}."],
  "shock.felt": ["{who} [are|is] shaken.", "{who} [take|takes] it to heart."],
};

/** How a reading reads where what is read calls for other words. */
export const READ_OCCASIONS = {
  "leaflet resented": ["{who} [take|takes] it as a claim to the land, not as a safety notice.", "{who} [read|reads] the leaflets as a claim to the land."],
  "driven past": ["{who} [see|sees] {whom} drive through.", "{who} [see|sees] {whom} go past on the road."],
  "soft words heard": ["{who} [hear|hears] words of calm from {whom}.", "{who} [take|takes] note of words of calm from {whom}."],
} as const;

/** What a party makes of an act that it can put down to nobody. */
export const UNKNOWN_PHRASES = {
  "movement": ["Whose vehicles these are, {who} cannot tell.", "{who} [see|sees] them, and [do|does] not know whose they are.", "{who} cannot say who it is."],
  "fire": ["Who fired, {who} cannot say.", "{who} [do|does] not know who fired.", "{who} cannot establish whose doing it was."],
  "flight": ["Whose it was, {who} cannot say.", "{who} [do|does] not know who sent it."],
} as const;
