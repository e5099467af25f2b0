// How acts read: what was seen on the ground and in the air, by whoever did it, in the same verbs.

import type { ActName } from "../terms/acts.ts";

/** What happened: `{who}` did it to `{whom}`; a distance is added where one is known. */
export const ACT_PHRASES: Readonly<Record<ActName, readonly string[]>> = {
  "enter": ["{who} [drive|drives] into the zone.", "Vehicles of {who} cross into the zone.", "{who} [enter|enters] the zone with vehicles.", "{who} [move|moves] into the zone and [do|does] not stop at its edge."],
  "approach": ["{who} [move|moves] on toward {whom}.", "Vehicles of {who} come closer to {whom}.", "{who} [close|closes] the distance to {whom}.", "Some of the vehicles of {who} head for {whom}.", "{who} [come|comes] on, and the distance to {whom} shrinks."],
  "mass": ["{who} [gather|gathers] outside the zone.", "More vehicles of {who} assemble near the zone.", "A force of {who} takes position outside the zone.", "{who} [bring|brings] up men and guns outside the zone.", "{who} [bring|brings] up more men and guns.", "Vehicles of {who} assemble within reach."],
  "reinforce": ["{who} [bring|brings] in more vehicles.", "Reinforcements of {who} arrive inside the zone.", "{who} [grow|grows] in number.", "More men of {who} come up."],
  "dig-in": ["{who} [dig|digs] in.", "{who} [put|puts] up positions and [stay|stays].", "{who} [build|builds] fighting positions.", "Earth is moved, and positions of {who} appear."],
  "outpost": ["A few vehicles of {who} stay just inside the zone.", "A small element of {who} settles inside the zone, at its edge.", "{who} [keep|keeps] a few vehicles inside the zone."],
  "patrol": ["{who} [patrol|patrols] forward.", "A patrol of {who} leaves its base.", "{who} [go|goes] forward to look."],
  "return": ["The patrol of {who} comes back, and reports nothing new.", "{who} [are|is] back from [their|its] patrol: nothing new.", "A patrol of {who} returns to base with nothing to report."],
  "overfly": ["Aircraft of {who} pass over {whom}.", "{who} [fly|flies] over {whom}."],
  "move-alongside": ["{who} [place|places] [their|its] own people beside those at risk.", "Vehicles of {who} appear next to the forces [they back|it backs]."],
  "show-force": ["Aircraft of {who} fly low over vehicles of {whom}.", "Aircraft of {who} circle over {whom}.", "Jets of {who} appear over vehicles of {whom}.", "Jets of {who} pass low and slow over {whom}."],
  "warning-shots": ["{who} [fire|fires] warning shots ahead of vehicles of {whom}.", "Warning shots by {who} land in front of {whom}.", "{who} [fire|fires] into the ground before vehicles of {whom}."],
  "leaflet": ["{who} [drop|drops] leaflets: movement toward the garrison will be seen as hostile.", "Leaflets of {who} come down over {whom}: movement toward the garrison will be seen as hostile.", "{who} [warn|warns] by leaflet that movement toward the garrison will be seen as hostile."],
  "shell": ["Shells fall near the edge of the zone.", "The edge of the zone is shelled.", "Explosions near the zone's edge. Casualties not known.", "Artillery fire is heard at the edge of the zone.", "Shells fall at the edge of the zone. Casualties not known."],
  "harass": ["Single shots and mortar rounds fall near people of {whom}.", "Fire from a distance falls near positions of {whom}.", "People of {whom} come under scattered fire."],
  "drone-attack": ["An armed drone drops a munition near {whom}.", "A drone attacks near a patrol of {whom}."],
  "shoot-down": ["{who} [shoot|shoots] it down.", "The drone is shot down by {who}.", "{who} [bring|brings] down what flew at [them|it]."],
  "agreed-strike": ["Aircraft of {who} bomb inside the zone, as consented to.", "{who} [use|uses] the consent: bombs fall inside the agreed area."],
  "attack": ["{who} [attack|attacks] {whom}.", "{who} [open|opens] fire on {whom} in strength.", "An attack by {who} on {whom}."],
  "strike": ["{who} [strike|strikes] people and vehicles of {whom} from the air.", "An air strike by {who} hits forces of {whom}.", "Aircraft of {who} attack forces of {whom}.", "{who} [hit|hits] forces of {whom} from the air."],
  "mistaken-strike": ["An air strike by {who} hits others of {whom} than those it was meant for.", "{who} [strike|strikes] people of {whom} who were not the target."],
  "withdraw": ["Forces of {who} leave.", "Vehicles of {who} turn round and drive off.", "{who} [draw|draws] back.", "The force of {who} pulls out."],
  "halt": ["The vehicles of {who} halt.", "{who} [stop|stops] where [they are|it is].", "Vehicles of {who} come to a stop.", "{who} [halt|halts], engines running."],
  "stand-down": ["{who} [hold|holds] back.", "{who} [let|lets] it rest."],
  "go-round": ["A column of {who} sets out by another road.", "{who} [take|takes] the road that does not touch the zone.", "Part of the force of {who} goes round."],
  "pass-through": ["{who} [drive|drives] through the zone. Nobody stops them.", "{who} [pass|passes] the zone on the highway."],
  "reach-goal": ["{who} [arrive|arrives] by the other road.", "{who} [reach|reaches] the place [they|it] wanted by going round."],
  "news-of-dead": ["The number of dead becomes known.", "Names of the dead are published."],
  "leak": ["An account of it appears in the press.", "It is in the papers."],
  "displacement": ["Civilians leave the area.", "Families flee from the area."],
  "advance": ["{who} [gain|gains] ground against {whom}.", "An advance of {who} against {whom} is reported.", "{who} [push|pushes] forward against {whom}."],
  "setback": ["{who} [lose|loses] ground to {whom}.", "A setback of {who} against {whom}."],
};

/** How an act reads where what was done before calls for other words. */
export const ACT_OCCASIONS = {
  "reinforce from outside": ["{who} [send|sends] vehicles into the zone again.", "Fresh vehicles of {who} come into the zone.", "{who} [come|comes] back into the zone with more vehicles."],
} as const;
