// How high a run goes and for how long: peaks, time at each rung, the way back, force that comes again.
// Knows stances and their rungs; must not know what moved them, except whether it had been misread.
// Invariant: the rung of the crisis is the highest of all stances in crisis pairs, at every minute.
// Force counts as come back after a day below it (assumed): less is the pause between two blows.

import { rungAt } from "../kernel/statechart.ts";
import type { Model } from "../simulation/model.ts";
import { RUNGS, type RungName } from "../terms/rungs.ts";
import { LIMITED_FORCE } from "./measure-table.ts";

/** Force that comes back after this many minutes is a new one; assumed. */
const PAUSE = 1440;

/** The fold over moves of stances of one run after the other. Times are minutes since the start, -1 where it never came. */
export class Climbing {
  readonly peaks: Int32Array;
  /** Minutes at which the crisis stood at each rung. */
  readonly #minutesAt = new Int32Array(RUNGS.length);
  recurrence = 0;
  crossed = 0;
  crossedUnintended = 0;
  readonly #stances: Model["stances"];
  readonly #initial: Int32Array;
  readonly #rungs: Int32Array;
  /** How many stances of crisis pairs stand at each rung. */
  readonly #standing = new Int32Array(RUNGS.length);
  #top = 0;
  #since = 0;
  #baseline = 0;
  #peak = 0;
  #peakAt = 0;
  #backAt = -1;
  #forceUntil = -1;

  constructor({ stances, pairs, openingRungs }: Model) {
    this.#stances = stances;
    this.peaks = new Int32Array(pairs.length);
    this.#initial = Int32Array.from(openingRungs);
    this.#rungs = new Int32Array(stances.length);
    this.begin();
  }

  begin(): void {
    this.#rungs.set(this.#initial);
    this.peaks.fill(0);
    this.#minutesAt.fill(0);
    this.#standing.fill(0);
    this.#top = 0;
    for (let i = 0; i < this.#stances.length; i++) {
      const { pair } = this.#stances[i]!;
      const rung = this.#rungs[i]!;
      if (pair === -1) continue;
      this.#standing[rung]!++;
      if (rung > this.#top) this.#top = rung;
      if (rung > this.peaks[pair]!) this.peaks[pair] = rung;
    }
    this.#baseline = this.#peak = this.#top;
    this.#since = this.#peakAt = 0;
    this.#backAt = this.#forceUntil = -1;
    this.recurrence = this.crossed = this.crossedUnintended = 0;
  }

  /** A stance has moved to a configuration of its chart. */
  move(at: number, stance: number, configuration: number, misread: boolean): void {
    const { pair, chart } = this.#stances[stance]!;
    if (pair === -1) return;
    const rung = rungAt(chart, configuration);
    const before = this.#rungs[stance]!;
    if (rung === before) return;
    this.#rungs[stance] = rung;
    if (rung > this.peaks[pair]!) this.peaks[pair] = rung;
    if (before < LIMITED_FORCE && rung >= LIMITED_FORCE) {
      this.crossed++;
      if (misread) this.crossedUnintended++;
    }
    this.#standing[before]!--;
    this.#standing[rung]!++;
    let top = Math.max(this.#top, rung);
    while (this.#standing[top] === 0) top--;
    if (top !== this.#top) this.#rise(at, top);
  }

  end(at: number): void {
    this.#minutesAt[this.#top]! += at - this.#since;
  }

  /** Minutes at which the crisis stood at a rung or above. */
  minutesFrom(rung: RungName): number {
    let minutes = 0;
    for (let i = RUNGS.indexOf(rung); i < RUNGS.length; i++) minutes += this.#minutesAt[i]!;
    return minutes;
  }

  /** Minutes from the first time at the peak until the crisis was back where it began. */
  toBaseline(): number {
    return this.#backAt === -1 ? -1 : this.#backAt - this.#peakAt;
  }

  #rise(at: number, top: number): void {
    this.#minutesAt[this.#top]! += at - this.#since;
    this.#since = at;
    if (this.#top >= LIMITED_FORCE && top < LIMITED_FORCE) this.#forceUntil = at;
    if (this.#top < LIMITED_FORCE && top >= LIMITED_FORCE && this.#forceUntil !== -1 && at - this.#forceUntil >= PAUSE) this.recurrence++;
    this.#top = top;
    if (top > this.#peak) {
      this.#peak = top;
      this.#peakAt = at;
      this.#backAt = -1;
    } else if (top <= this.#baseline && this.#peak > this.#baseline && this.#backAt === -1) this.#backAt = at;
  }
}
