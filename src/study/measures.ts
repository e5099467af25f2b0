// What is kept of a run when many are made: peaks, uses of force, calls, warnings, relays, readings.
// Knows entries by their numbers; must not keep any of them, nor know how a run is made.
// Invariant: measures folded as a run goes equal those folded over its trace afterwards, since both see the same entries.
// Names follow the field: peak by pair, time above a rung, time to first force (hostile acts), warnings received, compliance.

import { ACT_NAMES, isForce } from "../terms/acts.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";
import { ARRIVED_STAGES, CALL, ENTRY, MESSAGE_STAGES, RELAY } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";

/** The measures of one run. Times in minutes since the start, -1 where it never happened; rungs 0 to 8. */
export interface Measures {
  /** Per crisis pair, in the scenario's order. */
  readonly peaks: Int8Array;
  /** Minutes that any crisis pair spent at limited force or above. */
  minutesOfForce: number;
  firstForce: number;
  /** Uses of force by each party, in the scenario's order. */
  readonly force: Int32Array;
  /** Air strikes by each party, mistaken ones with them. */
  readonly strikes: Int32Array;
  callsTaken: number;
  callsUntaken: number;
  warningsArrived: number;
  requestsFollowed: number;
  requestsNotFollowed: number;
  /** Readings graver and milder than meant, and blamed on the wrong party. */
  graver: number;
  milder: number;
  misattributed: number;
}

/** A recorder that keeps only measures. */
export interface MeasureRecorder extends Recorder { readonly measures: Measures; }

const LIMITED_FORCE = 6;
const FORCE = ACT_NAMES.map(isForce);
const STRIKE = ACT_NAMES.map((name) => name === "strike" || name === "mistaken-strike");
const WARNING = MESSAGE_NAMES.map((name) => name === "warning" || name === "ultimatum");
const ARRIVED = MESSAGE_STAGES.map((stage) => ARRIVED_STAGES.includes(stage));

const {
  "stance": KIND_STANCE, "perceived": KIND_PERCEIVED, "act": KIND_ACT, "call": KIND_CALL, "message": KIND_MESSAGE, "relay": KIND_RELAY, "run.ended": KIND_ENDED,
} = ENTRY;

/** Measures one run from its start. */
export function measure(model: Model): MeasureRecorder {
  const { stances, pairs } = model;
  const rungs = stances.map(({ chart }) => chart.rung(chart.initial.next));
  const peaks = new Int8Array(pairs.length);
  let inForce = 0;
  for (const [pair, { stances: both }] of pairs.entries()) {
    for (const stance of both) {
      peaks[pair] = Math.max(peaks[pair]!, rungs[stance]!);
      if (rungs[stance]! >= LIMITED_FORCE) inForce++;
    }
  }
  let forceSince = 0;
  const measures: Measures = {
    peaks, minutesOfForce: 0, firstForce: -1, force: new Int32Array(model.size), strikes: new Int32Array(model.size),
    callsTaken: 0, callsUntaken: 0, warningsArrived: 0, requestsFollowed: 0, requestsNotFollowed: 0, graver: 0, milder: 0, misattributed: 0,
  };
  const climb = (at: number, stance: number, pair: number, rung: number): void => {
    const before = rungs[stance]!;
    rungs[stance] = rung;
    if (rung > measures.peaks[pair]!) measures.peaks[pair] = rung;
    if (before < LIMITED_FORCE && rung >= LIMITED_FORCE && inForce++ === 0) forceSince = at;
    if (before >= LIMITED_FORCE && rung < LIMITED_FORCE && --inForce === 0) measures.minutesOfForce += at - forceSince;
  };
  return {
    measures,
    record: (at, kind, who, whom, _root, _cause, a, b, c, d) => {
      switch (kind) { // the most frequent first
        case KIND_PERCEIVED:
          if (d > 0) measures.graver++;
          else if (d < 0) measures.milder++;
          if (c >= 0 && c !== whom) measures.misattributed++;
          return;
        case KIND_MESSAGE: if (WARNING[a] && ARRIVED[b]) measures.warningsArrived++; return;
        case KIND_STANCE: {
          const { pair, chart } = stances[a]!;
          if (pair !== -1) climb(at, a, pair, chart.rung(c));
          return;
        }
        case KIND_CALL:
          if (a === CALL["answered"] || a === CALL["held"]) measures.callsTaken++;
          else if (a === CALL["unanswered"] || a === CALL["not-rung"]) measures.callsUntaken++;
          return;
        case KIND_ACT:
          if (!FORCE[a] || who === -1) return;
          measures.force[who]!++;
          if (STRIKE[a]) measures.strikes[who]!++;
          if (measures.firstForce === -1 && whom !== -1 && isCrisis(model, who, whom)) measures.firstForce = at;
          return;
        case KIND_RELAY:
          if (b === RELAY["complied"]) measures.requestsFollowed++;
          else if (b === RELAY["ignored"]) measures.requestsNotFollowed++;
          return;
        case KIND_ENDED: if (inForce > 0) measures.minutesOfForce += at - forceSince; break;
        default:
      }
    },
  };
}

function isCrisis({ pairs }: Model, who: number, whom: number): boolean {
  return pairs.some(({ a, b }) => (a === who && b === whom) || (a === whom && b === who));
}
