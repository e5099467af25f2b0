// What must hold in every run, folded over the entries as they are made.
// Knows entries and causes; must not know the rules that make them, so that it can catch them breaking their word.
// Invariant: it never stops a run: what it finds is an outcome with its entry.

import { TRUST_LEVELS } from "../channel/assumptions.ts";
import { ACT_NAMES, isForce } from "../terms/acts.ts";
import { RUNGS } from "../terms/rungs.ts";
import { CALL, ENTRY, EVENT, MESSAGE_STAGES, OPEN_STAGES, STAGE } from "./codes.ts";
import type { Model } from "./model.ts";
import type { Recorder } from "./run.ts";
import type { World } from "./world.ts";

/** The invariants by name. */
export const INVARIANTS = {
  "silent-when-closed": "no message is said over a line that is practised as closed",
  "acts-on-what-it-perceived": "nobody acts on what it did not perceive",
  "force-rests-on-perception": "a party whose doctrine promises it uses no force without a perceived act or intent before it",
  "messages-are-accounted-for": "every message ends delivered, lost, lapsed, declined, or is on its way",
  "levels-stay-in-range": "trust and rungs stay in range",
} as const;
/** The name of an invariant. */
export type InvariantName = keyof typeof INVARIANTS;

/** A broken invariant at an entry's number. */
export interface Violation { readonly invariant: InvariantName; readonly number: number; }

/** A recorder that watches. */
export interface Watch extends Recorder {
  /** What was broken; complete once the run has ended, with the world it ended in. */
  readonly violations: (world: World) => readonly Violation[];
}

/** Below this rung whoever perceived a hostile act or intent has calmed down. */
const CALLS_FOR_NOTHING = RUNGS.indexOf("protest");
const FORCE = ACT_NAMES.map(isForce);
const IS_OPEN = MESSAGE_STAGES.map((stage) => OPEN_STAGES.includes(stage));
const OWN_GROUND: ReadonlySet<number> = new Set([ENTRY["stance"], ENTRY["waited"], ENTRY["perceived"], ENTRY["decision"]]);
const MOVERS: ReadonlySet<number> = new Set([ENTRY["waited"], ENTRY["perceived"], ENTRY["decision"]]);
/** What goes on inside a party: no other party can perceive it. */
const INWARD: ReadonlySet<number> = new Set([ENTRY["stance"], ENTRY["waited"], ENTRY["decision"], ENTRY["decision.opened"], ENTRY["act.ordered"], ENTRY["act.called-off"], ENTRY["trust"]]);

/** Watches one run from its start. */
export function watchInvariants(model: Model): Watch {
  const kinds: number[] = [];
  const whos: number[] = [];
  const causes: number[] = [];
  const percepts: number[] = [];
  const found: Violation[] = [];
  /** By stance: whether a hostile act or intent was perceived that has not been answered by force since, nor calmed down from. */
  const hasGround = model.stances.map(() => false);
  const closed = model.lines.map(({ initial }) => !model.lineChart.leaves(initial).every((path) => path !== "practised.closed"));
  let sent = 0;
  let settled = 0;
  const broken = (invariant: InvariantName): void => { found.push({ invariant, number: kinds.length - 1 }); };

  const ownCause = (who: number, cause: number, among: ReadonlySet<number>): boolean =>
    cause !== -1 && whos[cause] === who && among.has(kinds[cause]!);
  const rests = (cause: number, needs: readonly number[]): boolean => {
    for (let i = cause; i !== -1; i = causes[i]!) if (kinds[i] === ENTRY["perceived"] && needs.includes(percepts[i]!)) return true;
    return false;
  };
  const checkOwn = (who: number, cause: number): void => {
    if (!ownCause(who, cause, OWN_GROUND) && kinds[cause] !== ENTRY["run.started"]) broken("acts-on-what-it-perceived");
  };
  // What the timeline forces on a party is not its own.
  const checkAct = (who: number, whom: number, cause: number, act: number, item: number): void => {
    const stance = who === -1 || whom === -1 ? -1 : model.stanceOf[who * model.size + whom]!;
    if (stance === -1 || !FORCE[act] || item !== -1) return;
    const { forceNeeds } = model.stances[stance]!;
    if (forceNeeds.length > 0 && !hasGround[stance]! && !rests(cause, forceNeeds)) broken("force-rests-on-perception");
    hasGround[stance] = false;
  };
  const findGround = (who: number, whom: number, percept: number): void => {
    const stance = whom === -1 ? -1 : model.stanceOf[who * model.size + whom]!;
    if (stance !== -1 && model.stances[stance]!.forceNeeds.includes(percept)) hasGround[stance] = true;
  };
  const checkMessage = (who: number, cause: number, stage: number, line: number, via: number): void => {
    if (stage === STAGE["waiting"]) {
      sent++;
      if (!ownCause(who, cause, OWN_GROUND)) broken("acts-on-what-it-perceived");
    } else if (stage === STAGE["passed-on"]) {
      if (!ownCause(via, cause, OWN_GROUND)) broken("acts-on-what-it-perceived");
    } else if (!IS_OPEN[stage] && stage !== STAGE["undeliverable"]) settled++;
    const said = stage !== STAGE["waiting"] && stage !== STAGE["passed-on"] && stage !== STAGE["lost"] && stage !== STAGE["lapsed"] && stage !== STAGE["declined"];
    if (said && line !== -1 && closed[line]) broken("silent-when-closed");
  };
  return {
    record: (_at, kind, who, whom, _root, cause, a, b, c, d) => {
      kinds.push(kind);
      whos.push(who);
      causes.push(cause);
      percepts.push(kind === ENTRY["perceived"] ? a : -1);
      switch (kind) {
        case ENTRY["act.ordered"]: checkOwn(who, cause); break;
        case ENTRY["statement"]: if (b === -1) checkOwn(who, cause); break;
        case ENTRY["stance"]:
          if (!ownCause(who, cause, MOVERS)) broken("acts-on-what-it-perceived");
          if (!(model.stances[a]!.chart.rung(c) in RUNGS)) broken("levels-stay-in-range");
          if (model.stances[a]!.chart.rung(c) < CALLS_FOR_NOTHING) hasGround[a] = false;
          break;
        case ENTRY["perceived"]:
          if (cause === -1 || (INWARD.has(kinds[cause]!) && whos[cause] !== who)) broken("acts-on-what-it-perceived");
          findGround(who, whom, a);
          break;
        case ENTRY["act"]: checkAct(who, whom, cause, a, d); break;
        case ENTRY["message"]: checkMessage(who, cause, b, c, d); break;
        case ENTRY["trust"]: if (b < 0 || b >= TRUST_LEVELS.length) broken("levels-stay-in-range"); break;
        case ENTRY["call"]:
          if (a === CALL["closed"] || a === CALL["went-dead"]) closed[b] = true;
          if (a === CALL["opened"]) closed[b] = false;
          break;
        default:
      }
    },
    violations: (world) => (sent - settled === onTheirWay(world) ? found : [...found, { invariant: "messages-are-accounted-for", number: kinds.length - 1 }]),
  };
}

function onTheirWay({ waiting, inHand, pending }: World): number {
  const travelling = pending.filter(({ kind }) => kind === EVENT["word"] || kind === EVENT["relay"]).length;
  return travelling + [...waiting, ...inHand].reduce((sum, messages) => sum + messages.length, 0);
}
