// What parties do to each other in a run: uses of force, replies, chains of replies, the first force and the warning before it.
// Knows acts and warnings as numbers; must not know stances, nor what became of calls.
// Invariant: only acts whose doer is known count, and between the two of a crisis pair alone where that is said.
// Reciprocity is lagged by a day (assumed): a reply takes hours to decide, to order and to move.

import { ACT_NAMES, ACTS, escalationScore, isForce } from "../terms/acts.ts";
import type { Model } from "../simulation/model.ts";

/** A reply comes within this many minutes; assumed. */
const REPLY_WITHIN = 1440;

const FORCE = ACT_NAMES.map(isForce);
const STRIKE = ACT_NAMES.map((name) => name === "strike" || name === "mistaken-strike");
const SCORE = Int32Array.from(ACT_NAMES, escalationScore);
const TENTHS = Int32Array.from(ACT_NAMES, (name) => Math.round(ACTS[name].goldstein * 10));

/** The fold over acts of one run after the other. Times are minutes since the start, -1 where it never came. */
export class Conduct {
  readonly force: Int32Array;
  readonly strikes: Int32Array;
  firstForce = -1;
  warningToForce = -1;
  hostile = 0;
  answered = 0;
  tenths = 0;
  score = 0;
  readonly #size: number;
  readonly #crisis: Uint8Array;
  /** Per ordered pair: the last hostile act that has no reply yet, and the first warning that arrived. */
  readonly #unanswered: Int32Array;
  readonly #warned: Int32Array;

  constructor({ size, pairs }: Model) {
    this.#size = size;
    this.force = new Int32Array(size);
    this.strikes = new Int32Array(size);
    this.#crisis = new Uint8Array(size * size);
    for (const { a, b } of pairs) this.#crisis[a * size + b] = this.#crisis[b * size + a] = 1;
    this.#unanswered = new Int32Array(size * size);
    this.#warned = new Int32Array(size * size);
    this.begin();
  }

  begin(): void {
    this.force.fill(0);
    this.strikes.fill(0);
    this.#unanswered.fill(-1);
    this.#warned.fill(-1);
    this.firstForce = this.warningToForce = -1;
    this.hostile = this.answered = this.tenths = this.score = 0;
  }

  isCrisis(who: number, whom: number): boolean {
    return who !== -1 && whom !== -1 && this.#crisis[who * this.#size + whom] === 1;
  }

  /** An act by somebody known; whether it is a hostile one inside the crisis. */
  act(at: number, who: number, whom: number, act: number): boolean {
    if (FORCE[act]) {
      this.force[who]!++;
      if (STRIKE[act]) this.strikes[who]!++;
    }
    if (!this.isCrisis(who, whom)) return false;
    const there = who * this.#size + whom;
    const back = whom * this.#size + who;
    this.tenths += TENTHS[act]!;
    this.score += SCORE[act]!;
    if (FORCE[act] && this.firstForce === -1) {
      this.firstForce = at;
      if (this.#warned[there] !== -1) this.warningToForce = at - this.#warned[there]!;
    }
    if (TENTHS[act]! >= 0) return false;
    this.hostile++;
    const open = this.#unanswered[back]!;
    if (open !== -1 && at - open <= REPLY_WITHIN) {
      this.answered++;
      this.#unanswered[back] = -1;
    }
    this.#unanswered[there] = at;
    return true;
  }

  /** A warning reached the one it was for. */
  warned(at: number, who: number, whom: number): void {
    const there = who * this.#size + whom;
    if (this.#warned[there] === -1) this.#warned[there] = at;
  }
}
