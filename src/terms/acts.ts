// What parties do on the ground and in the air: one vocabulary for acts of charts and incidents of timelines.
// Knows the CAMEO code, the Goldstein value and the magnitude of each; must not know who does it, or why.
// Invariant: codes and values agree with the CAMEO-Goldstein table (a test holds the two together).
// Sources: CAMEO codebook 1.1b3 (Schrodt 2012); Goldstein (1992) values as distributed with it.

/** What an act is to the one it is done to, before it is read: the least a witness can say of it. */
export type ActFamily = "movement" | "presence" | "show" | "fire" | "air" | "force" | "agreed" | "restraint" | "relief" | "news";

/** What is fixed about a kind of act: code, value in the Goldstein scale (-10 to 10), magnitude (0 none to 3 grave). */
export interface ActTerm {
  readonly label: string;
  readonly family: ActFamily;
  readonly code: string;
  readonly goldstein: number;
  /** Severity of its own, since the Goldstein scale saturates: 0 none, 1 slight, 2 serious, 3 grave (assumed). */
  readonly magnitude: 0 | 1 | 2 | 3;
}

const act = (label: string, family: ActFamily, code: string, goldstein: number, magnitude: 0 | 1 | 2 | 3): ActTerm => ({
  label, family, code, goldstein, magnitude,
});

/** Every act and incident a scenario or a chart may name. */
export const ACTS = {
  "enter": act("entry into the zone", "movement", "154", -7.2, 2),
  "approach": act("approach toward the garrison", "movement", "154", -7.2, 2),
  "mass": act("massing outside the zone", "presence", "154", -7.2, 1),
  "reinforce": act("reinforcement", "presence", "154", -7.2, 2),
  "dig-in": act("digging in", "presence", "192", -9.5, 2),
  "outpost": act("small element inside the zone", "presence", "154", -7.2, 1),
  "patrol": act("forward patrol", "movement", "150", -7.2, 1),
  "return": act("return of a patrol", "news", "010", 0.0, 0),
  "overfly": act("overflight", "show", "150", -7.2, 1),
  "move-alongside": act("move alongside a client", "show", "150", -7.2, 1),
  "show-force": act("show of force", "show", "150", -7.2, 1),
  "warning-shots": act("warning shots", "show", "150", -7.2, 2),
  "leaflet": act("leaflet drop", "show", "138", -7.0, 1),
  "shell": act("shelling", "fire", "194", -10.0, 2),
  "harass": act("harassing fire", "fire", "193", -10.0, 1),
  "drone-attack": act("armed drone attack", "air", "195", -10.0, 2),
  "shoot-down": act("shoot-down", "news", "195", -10.0, 1),
  "agreed-strike": act("air strike by consent", "agreed", "195", -10.0, 0),
  "attack": act("ground attack", "force", "190", -10.0, 3),
  "strike": act("air strike", "force", "195", -10.0, 3),
  "mistaken-strike": act("mistaken strike", "force", "195", -10.0, 3),
  "withdraw": act("withdrawal", "relief", "0874", 10.0, 0),
  "halt": act("halt", "relief", "087", 9.0, 0),
  "stand-down": act("holding back", "restraint", "087", 9.0, 0),
  "go-round": act("movement by another road", "relief", "087", 9.0, 0),
  "pass-through": act("passage through the zone", "relief", "154", -7.2, 1),
  "reach-goal": act("goal reached by another road", "relief", "017", 0.0, 0),
  "news-of-dead": act("delayed news of the dead", "news", "010", 0.0, 2),
  "leak": act("leak to the press", "news", "010", 0.0, 1),
  "displacement": act("displaced civilians", "news", "010", 0.0, 1),
  "advance": act("advance on a front elsewhere", "news", "190", -10.0, 1),
  "setback": act("setback on a front elsewhere", "news", "190", -10.0, 1),
} as const satisfies Readonly<Record<string, ActTerm>>;

/** The name of an act or incident, as in scenario files and traces. */
export type ActName = keyof typeof ACTS;

/** All act names in a fixed order: the index is the act's number inside a run. */
export const ACT_NAMES = Object.keys(ACTS) as readonly ActName[];

/** Whether the act is a use of force against people or their equipment. */
export function isForce(name: ActName): boolean {
  const { family } = ACTS[name];
  return family === "force" || family === "fire" || family === "air";
}

/** What a family of acts counts in the escalation score; which is which is assumed. */
const ESCALATION: Readonly<Record<ActFamily, number>> = {
  movement: 4, presence: 4, show: 4, fire: 28, air: 28, force: 28, agreed: 0, restraint: -2, relief: -2, news: 0,
};

/** The escalation score of an act (Rivera et al. 2024): -2 for de-escalation, 0 for nothing new, 4 for posturing, 28 for violence. */
export function escalationScore(name: ActName): number {
  return ESCALATION[ACTS[name].family];
}
