// What a line is used for in a run, and how soon: calls, messages, relays, the time that it is declared open and in practice is.
// Knows calls, messages and requests as numbers; must not know what they were about, nor who believed them.
// Invariant: contact, word and notice are timed from the first event that waits for one, so that a burst counts once.
// What is declared and what is practised have differed, so both are kept.

import { ARRIVED_STAGES, CALL, MESSAGE_STAGES, RELAY, STAGE } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import { MESSAGE_NAMES } from "../terms/messages.ts";

const ARRIVED = MESSAGE_STAGES.map((stage) => ARRIVED_STAGES.includes(stage));
const SENT = STAGE["waiting"];
const NOTICE = MESSAGE_NAMES.indexOf("notice");
const {
  "answered": ANSWERED, "held": HELD, "unanswered": UNANSWERED, "not-rung": NOT_RUNG, "opened": OPENED, "closed": CLOSED, "went-dead": WENT_DEAD,
  "declared-open": DECLARED_OPEN, "declared-unstated": DECLARED_UNSTATED, "declared-suspended": DECLARED_SUSPENDED,
} = CALL;
const { "complied": COMPLIED, "ignored": IGNORED, "unverified": UNVERIFIED } = RELAY;

/** The fold over calls, messages and relays of one run after the other. */
export class LineUse {
  taken = 0;
  untaken = 0;
  contacts = 0;
  contactMinutes = 0;
  words = 0;
  wordMinutes = 0;
  notices = 0;
  noticeMinutes = 0;
  sent = 0;
  arrived = 0;
  followed = 0;
  notFollowed = 0;
  relayed = 0;
  unverified = 0;
  declaredMinutes = 0;
  practisedMinutes = 0;
  readonly #lines: Model["lines"];
  /** Per line: since when it has been declared open, and open in practice; -1 while it is not. */
  readonly #declaredSince: Int32Array;
  readonly #practisedSince: Int32Array;
  /** Per party: when a notice of its arrived that no act has followed yet. */
  readonly #noticed: Int32Array;
  #callAwaited = -1;
  #wordAwaited = -1;

  constructor({ lines, size }: Model) {
    this.#lines = lines;
    this.#declaredSince = new Int32Array(lines.length);
    this.#practisedSince = new Int32Array(lines.length);
    this.#noticed = new Int32Array(size);
    this.begin();
  }

  begin(): void {
    this.taken = this.untaken = this.contacts = this.contactMinutes = this.words = this.wordMinutes = this.notices = this.noticeMinutes = 0;
    this.sent = this.arrived = this.followed = this.notFollowed = this.relayed = this.unverified = this.declaredMinutes = this.practisedMinutes = 0;
    this.#noticed.fill(-1);
    this.#callAwaited = this.#wordAwaited = -1;
    for (let i = 0; i < this.#lines.length; i++) {
      this.#declaredSince[i] = this.#lines[i]!.declared === "suspended" ? -1 : 0;
      this.#practisedSince[i] = this.#lines[i]!.closed ? -1 : 0;
    }
  }

  call(at: number, fact: number, line: number): void {
    switch (fact) {
      case ANSWERED: case HELD:
        this.taken++;
        if (this.#callAwaited === -1) return;
        this.contacts++;
        this.contactMinutes += at - this.#callAwaited;
        this.#callAwaited = -1;
        return;
      case UNANSWERED: case NOT_RUNG: this.untaken++; return;
      case OPENED: if (this.#practisedSince[line] === -1) this.#practisedSince[line] = at; return;
      case CLOSED: case WENT_DEAD: this.#practisedUntil(at, line); return;
      case DECLARED_OPEN: case DECLARED_UNSTATED: if (this.#declaredSince[line] === -1) this.#declaredSince[line] = at; return;
      case DECLARED_SUSPENDED: this.#declaredUntil(at, line); break;
      default:
    }
  }

  /** A message has come to a stage; whether it has reached the one it was for. */
  message(at: number, who: number, what: number, stage: number, line: number): boolean {
    if (stage === SENT) this.sent++;
    if (!ARRIVED[stage]) return false;
    this.arrived++;
    if (line !== -1 && this.#wordAwaited !== -1) {
      this.words++;
      this.wordMinutes += at - this.#wordAwaited;
      this.#wordAwaited = -1;
    }
    if (what === NOTICE && this.#noticed[who] === -1) this.#noticed[who] = at;
    return true;
  }

  relay(stage: number, via: number): void {
    if (stage === UNVERIFIED) this.unverified++;
    if (stage !== COMPLIED && stage !== IGNORED) return;
    if (stage === COMPLIED) this.followed++;
    else this.notFollowed++;
    if (via !== -1) this.relayed++;
  }

  /** A party has acted; a hostile act inside the crisis waits for a call and for a word. */
  act(at: number, who: number, hostile: boolean): void {
    const noticed = this.#noticed[who]!;
    if (noticed !== -1) {
      this.notices++;
      this.noticeMinutes += at - noticed;
      this.#noticed[who] = -1;
    }
    if (!hostile) return;
    if (this.#callAwaited === -1) this.#callAwaited = at;
    if (this.#wordAwaited === -1) this.#wordAwaited = at;
  }

  end(at: number): void {
    for (let line = 0; line < this.#lines.length; line++) {
      this.#declaredUntil(at, line);
      this.#practisedUntil(at, line);
    }
  }

  #declaredUntil(at: number, line: number): void {
    const since = this.#declaredSince[line]!;
    if (since !== -1) this.declaredMinutes += at - since;
    this.#declaredSince[line] = -1;
  }

  #practisedUntil(at: number, line: number): void {
    const since = this.#practisedSince[line]!;
    if (since !== -1) this.practisedMinutes += at - since;
    this.#practisedSince[line] = -1;
  }
}
