// What is assumed about seeing, reading, deciding and the time that acts take, for parties of any doctrine.
// Knows names, defaults and grounds; must not know any party or scenario.
// Invariant: whatever settles a reading or a delay is listed here or by a doctrine or the channel, and printed with every run.
// Perceived level is intended level with bias and noise (Posen 1991); whether firmness calms or provokes is left open (Jervis 1976, Glaser 1997).

import type { AssumptionDefault } from "../terms/assumptions.ts";

const prepares = (act: string, value: string | Readonly<Record<string, number>>, why = "acts take hours: a decision, an order, a move"): AssumptionDefault => ({
  name: `${act}.prepares`, kind: "duration", value, ground: "judgement", why,
});
const reaches = (act: string, value: string | Readonly<Record<string, number>>, why: string): AssumptionDefault => ({
  name: `${act}.distance`, kind: "distance", value, ground: "record", why,
});

// What nobody overlooks, and hardly anybody puts down to somebody else.
const UNMISTAKABLE = ["strike", "mistaken-strike", "attack", "warning-shots", "show-force", "agreed-strike"] as const;

/** Defaults for perception, decisions and acts. */
export const PERCEPTION_ASSUMPTIONS: readonly AssumptionDefault[] = [
  { name: "sight.seen", kind: "probability", value: 0.97, range: [0.8, 1], ground: "judgement", why: "the one an act is meant for seldom misses it" },
  { name: "sight.seen/halt", kind: "probability", value: 0.75, range: [0.4, 1], ground: "judgement", why: "from afar a column that has stopped looks for some time like one that has not" },
  ...UNMISTAKABLE.map((act): AssumptionDefault => (
    { name: `sight.seen/${act}`, kind: "probability", value: 1, range: [0.95, 1], ground: "judgement", why: "nobody overlooks aircraft overhead or fire on its own people" })),
  { name: "sight.reading", kind: "weights", value: { "milder": 1, "as-meant": 7, "graver": 2 }, ground: "literature", why: "under tension posture and closeness bias readings upward" },
  { name: "sight.reading/shell", kind: "weights", value: { "milder": 6, "as-meant": 6, "graver": 1 }, ground: "judgement", why: "impacts at a zone's edge say little about what is meant" },
  { name: "sight.reading/mass", kind: "weights", value: { "milder": 1, "as-meant": 28, "graver": 3 }, ground: "judgement", why: "a gathering is hard to take for anything else" },
  { name: "sight.reading/agreed-strike", kind: "weights", value: { "milder": 1, "as-meant": 98, "graver": 1 }, ground: "judgement", why: "what was asked for and granted is expected" },
  { name: "sight.warned-sharpens", kind: "factor", value: 3, range: [1, 6], ground: "judgement", why: "who comes on after a warning is more easily taken to mean harm" },
  { name: "sight.near", kind: "distance", value: "30 km", ground: "assumed", why: "what comes closer than this leaves little time" },
  { name: "sight.near-sharpens", kind: "factor", value: 2, range: [1, 4], ground: "literature", why: "closeness biases readings upward" },
  { name: "sight.attributed", kind: "probability", value: 0.95, range: [0.7, 1], ground: "judgement", why: "columns are seen to come from somewhere" },
  { name: "sight.attributed/harass", kind: "probability", value: 0.5, range: [0.2, 0.8], ground: "judgement", why: "unowned fire is meant to stay so" },
  { name: "sight.attributed/shell", kind: "probability", value: 0.8, range: [0.5, 1], ground: "judgement", why: "who shelled on 6 June is disputed" },
  ...UNMISTAKABLE.map((act): AssumptionDefault => (
    { name: `sight.attributed/${act}`, kind: "probability", value: 1, range: [0.95, 1], ground: "judgement", why: "what follows warnings or is claimed within hours is not put down to somebody else" })),
  ...["approach", "reinforce"].map((act): AssumptionDefault => (
    { name: `sight.attributed/${act}`, kind: "probability", value: 0.99, range: [0.9, 1], ground: "judgement", why: "what comes closer has mostly been watched on its way" })),
  { name: "sight.seen/withdraw", kind: "probability", value: 1, range: [0.9, 1], ground: "judgement", why: "an empty place is seen in the end" },
  { name: "sight.attributed/withdraw", kind: "probability", value: 1, range: [0.9, 1], ground: "judgement", why: "those who leave are those who were there" },
  { name: "sight.attributed/halt", kind: "probability", value: 1, range: [0.9, 1], ground: "judgement", why: "those who stop are those who were coming" },
  { name: "sight.attributed/move-alongside", kind: "probability", value: 1, range: [0.9, 1], ground: "judgement", why: "it is done to be seen, and notice is given of it" },
  { name: "sight.blames-another", kind: "probability", value: 0.3, range: [0, 0.6], ground: "assumed", why: "of misses of attribution, those that blame somebody else rather than nobody" },
  ...["enter", "approach", "mass", "reinforce", "dig-in", "outpost", "patrol", "go-round", "pass-through"].map((act): AssumptionDefault => (
    { name: `sight.blames-another/${act}`, kind: "probability", value: 0, range: [0, 0.2], ground: "judgement", why: "a column in sight is taken for whose it is, or for nobody's; it is fire and drones that get blamed on others" })),
  { name: "statement.prepares", kind: "duration", value: { "25 m": 1, "40 m": 1, "65 m": 1, "95 m": 1, "130 m": 1, "170 m": 1 }, ground: "assumed", why: "words for everyone are drafted and cleared" },
  { name: "statement.from", kind: "duration", value: { "8 h": 2, "450 m": 1, "530 m": 1, "570 m": 1 }, ground: "assumed", why: "from this hour of the local day what can wait is said, in public and over a line" },
  { name: "statement.until", kind: "duration", value: "21 h", ground: "assumed", why: "what can wait and is ready after this hour of the local day waits for the morning" },
  { name: "statement.apart", kind: "duration", value: "100 m", ground: "assumed", why: "one office does not speak twice in an hour" },
  { name: "daylight.from", kind: "duration", value: "6 h", ground: "assumed", why: "leaflets are dropped by day, from this hour" },
  { name: "daylight.until", kind: "duration", value: "18 h", ground: "assumed", why: "leaflets are dropped by day, until this hour" },
  { name: "news.travels", kind: "duration", value: { "100 m": 2, "50 m": 1, "3 h": 1 }, ground: "assumed", why: "those not hit hear of it within hours" },
  { name: "news.of-the-dead", kind: "duration", value: { "13 h": 2, "9 h": 1, "20 h": 1 }, ground: "assumed", why: "the dead are counted after the wreckage" },
  { name: "statement.travels", kind: "duration", value: { "1 h": 2, "40 m": 1, "2 h": 1 }, ground: "assumed", why: "statements are read the same day" },
  { name: "firmness.read", kind: "weights", value: { "heeded": 1, "let-pass": 9, "resented": 2 }, ground: "literature", why: "firmness calms the greedy and provokes the insecure; here neither is presumed" },
  { name: "restraint.read", kind: "weights", value: { "trusted": 3, "let-pass": 5, "tested": 2 }, ground: "literature", why: "restraint reassures the insecure and invites the greedy; here neither is presumed" },
  { name: "caution.read", kind: "weights", value: { "threat": 1, "appeal": 1 }, ground: "record", why: "hearers may take a warning of escalation for a threat or for an appeal" },
  { name: "decision.takes", kind: "duration", value: { "20 m": 3, "10 m": 2, "35 m": 2, "1 h": 1 }, ground: "judgement", why: "time to be told, to ask and to order" },
  { name: "strike.mistaken", kind: "probability", value: 0.02, range: [0, 0.2], ground: "judgement", why: "wrong targets have been hit" },
  { name: "mistake.learned-after", kind: "duration", value: { "6 h": 1, "1 d": 1 }, ground: "assumed", why: "assessment takes time" },
  prepares("enter", { "140 m": 2, "105 m": 1, "170 m": 1, "200 m": 1 }),
  prepares("approach", { "40 m": 2, "25 m": 1, "65 m": 1, "95 m": 1 }),
  prepares("mass", { "11 h": 2, "8 h": 1, "16 h": 1, "22 h": 1 }),
  prepares("reinforce", { "75 m": 2, "50 m": 1, "2 h": 1, "150 m": 1 }),
  prepares("dig-in", { "2 h": 2, "80 m": 1, "200 m": 1 }),
  prepares("outpost", { "26 h": 2, "22 h": 1, "33 h": 1 }, "a few vehicles, once the force has gathered"),
  prepares("patrol", { "6 h": 2, "4 h": 1, "9 h": 1 }),
  prepares("return", "15 m", "a word on coming in"),
  prepares("overfly", "1 h"),
  prepares("move-alongside", { "8 h": 1, "20 h": 1 }),
  prepares("show-force", { "15 m": 2, "25 m": 1, "40 m": 1 }, "aircraft are near"),
  prepares("warning-shots", { "45 m": 2, "35 m": 1, "1 h": 1 }),
  prepares("leaflet", { "11 h": 2, "6 h": 1, "20 h": 1 }, "printing and a sortie"),
  prepares("shell", { "130 m": 2, "100 m": 1, "220 m": 1 }),
  prepares("harass", { "3 h": 2, "2 h": 1, "8 h": 1 }),
  prepares("drone-attack", { "2 h": 1, "8 h": 1 }),
  prepares("shoot-down", "5 m", "point defence"),
  prepares("attack", { "4 h": 1, "6 h": 1 }, "regrouping"),
  prepares("strike", { "40 m": 2, "25 m": 1, "55 m": 1, "80 m": 1 }, "clearance and a sortie"),
  prepares("mistaken-strike", "1 h"),
  prepares("agreed-strike", { "90 m": 2, "1 h": 1, "2 h": 1 }),
  prepares("withdraw", { "80 m": 2, "45 m": 1, "2 h": 1, "3 h": 1 }),
  prepares("halt", { "10 m": 1, "20 m": 2, "35 m": 1 }, "an order by radio"),
  prepares("stand-down", "1 h"),
  prepares("go-round", { "6 h": 1, "12 h": 1 }),
  prepares("pass-through", { "4 h": 1, "8 h": 1 }),
  prepares("reach-goal", "1 m"),
  prepares("news-of-dead", "1 h"),
  prepares("leak", "1 h"),
  prepares("displacement", "1 h"),
  prepares("advance", { "7 h": 2, "5 h": 1, "9 h": 1, "13 h": 1 }),
  prepares("setback", { "2 h": 2, "40 m": 1, "5 h": 1 }),
  reaches("enter", { "45 km": 2, "50 km": 1 }, "reported places of contact inside the zone"),
  reaches("approach", { "28 km": 3, "39 km": 2 }, "strikes are reported at 28 and 39 km"),
  reaches("reinforce", { "39 km": 2, "45 km": 1 }, "reported places of contact inside the zone"),
  reaches("outpost", { "50 km": 1, "54 km": 1 }, "a small element stayed inside the zone in late May, at its edge"),
  reaches("mass", { "60 km": 2, "80 km": 1 }, "outside a radius of 55 km"),
  reaches("shell", { "50 km": 1, "55 km": 1 }, "near the zone's edge"),
];
