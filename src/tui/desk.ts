// Carries out what keys ask for, against the session, and keeps the view of it.

import { Chronicle } from "./chronicle.ts";
import { DECLARED, STANDSTILL } from "./phase-words.ts";
import type { Effect, View } from "./state.ts";
import type { LiveRun } from "../session/live-run.ts";
import type { Session } from "../session/session.ts";

/** More events than this pass in one go at most; then the screen is drawn before it goes on. */
const AT_ONCE = 20_000;

const GOES_ON: ReadonlySet<Effect["do"]> = new Set(["go-on", "go-until", "go-through", "decide"]);

/** One session on one screen. */
export class Desk {
  #session: Session;
  readonly #readOnly: boolean;
  /** Who is at the keyboard, as the journal names them. */
  readonly #by: string;
  #seat: string | undefined;
  #run: LiveRun;
  #chronicle: Chronicle;
  #view: View;

  constructor(session: Session, { seat, readOnly = false, by = "person" }: { readonly seat?: string | undefined; readonly readOnly?: boolean; readonly by?: string } = {}) {
    this.#session = session;
    this.#readOnly = readOnly;
    this.#by = by;
    this.#seat = seat;
    this.#run = session.run;
    this.#chronicle = this.#newChronicle();
    this.#view = this.#look();
  }

  get view(): View { return this.#view; }
  get session(): Session { return this.#session; }

  /** Looks at the session as it stands now in somebody else's journal. */
  follow(session: Session): void {
    this.#session = session;
    this.#view = this.#look();
  }

  /** Does it; gives a sentence for the person where there is something to say. */
  perform(effect: Exclude<Effect, { readonly do: "quit" }>): string | undefined {
    const said = this.#do(effect);
    if (!this.#readOnly) this.session.mark();
    this.#view = this.#look();
    return said ?? (this.session.unsaved === undefined ? undefined : `the journal cannot be written: ${this.session.unsaved}`);
  }

  #do(effect: Exclude<Effect, { readonly do: "quit" }>): string | undefined {
    const { session } = this;
    if (GOES_ON.has(effect.do) && session.standstill !== undefined) return STANDSTILL[session.standstill];
    switch (effect.do) {
      case "go-on": return this.#goOn(() => this.#chronicle.lines.length);
      case "go-until": return this.#goOn(effect.next === "decision" ? () => this.#chronicle.marks.findLast(({ kind }) => kind === "decision")?.entry ?? -1 : () => this.#chronicle.pairs.reduce((sum, { moves }) => sum + moves.length, 0));
      case "go-through": session.go({ through: effect.minute, by: AT_ONCE }); return undefined;
      case "decide": {
        const { standing } = session.run;
        if (standing.kind !== "deciding") return "the decision has gone";
        session.decide(effect.option, standing.question.asker.text, { ...(effect.reason === "" ? {} : { reason: effect.reason }), ...(effect.wording === "" ? {} : { wording: effect.wording }) });
        session.go({ by: 1 });
        this.#finishMinute();
        return undefined;
      }
      case "take-seat": {
        session.take({ do: "seat", party: effect.party, taken: true, by: this.#by });
        this.#seat = effect.party;
        return "the seat is yours: you see what it perceives; v opens the view of everything";
      }
      case "leave-seat": {
        session.take({ do: "seat", party: effect.party, taken: false, by: this.#by });
        this.#seat = [...session.run.seats][0];
        return "the doctrine decides again for this party";
      }
      case "see-as": this.#seat = effect.party; return undefined;
      case "amend": return this.#said(session.take({ do: "amend", overlay: effect.overlay, by: this.#by, what: effect.what }), effect.what);
      case "force": return this.#said(session.take({ do: "force", question: effect.question, between: effect.between, option: effect.option, by: this.#by, what: effect.what }), effect.what);
      case "fork": return this.#fork(effect.entry, effect.name);
      case "switch": session.switchTo(effect.branch); return `on branch ${effect.branch}`;
      case "note": session.note({ entry: effect.entry, at: session.run.at, kind: effect.kind, text: effect.text, by: this.#by, ...(effect.objective === undefined ? {} : { objective: effect.objective }) }); return "noted";
      case "phase": return session.declare(effect.phase) ?? DECLARED[effect.phase];
    }
  }

  // What was decided is told once its minute is over.
  #finishMinute(): void {
    const { run } = this.session;
    for (let i = 0; i < AT_ONCE && run.standing.kind === "open" && !run.minuteIsOver; i++) this.session.go({ by: 1 });
  }

  // Until something new is there, a person must decide, or the run ends.
  #goOn(newest: () => number): undefined {
    const { run } = this.session;
    const before = newest();
    for (let i = 0; i < AT_ONCE && run.standing.kind === "open" && newest() === before; i++) {
      this.session.go({ by: 1 });
      this.#chronicle.take(run.entries, run.minuteIsOver);
    }
  }

  // At a decision the branch begins with that decision, and whoever begins it is asked.
  #fork(entry: number, name: string): string {
    const { session } = this;
    const { kind, who } = session.run.entries[entry]!;
    session.fork(entry, name);
    if (kind !== "decision" || who === undefined) return `on branch ${name}`;
    if (!session.run.seats.has(who)) session.take({ do: "seat", party: who, taken: true, by: this.#by });
    session.go({ by: 1 });
    return `on branch ${name}: the decision is yours; s gives the seat back`;
  }

  #said(refusal: { readonly message: string } | undefined, what: string): string {
    return refusal === undefined ? what : `refused: ${refusal.message}`;
  }

  #look(): View {
    const { run } = this.session;
    if (run.standing.kind === "deciding" && this.#seat !== undefined) this.#seat = run.standing.question.asker.text;
    if (run !== this.#run || this.#chronicle.seat !== this.#seat || this.#chronicle.model !== run.model) {
      this.#run = run;
      this.#chronicle = this.#newChronicle();
    }
    this.#chronicle.take(run.entries, run.minuteIsOver);
    return { session: this.session, model: run.model, entries: run.entries, chronicle: this.#chronicle, seat: this.#seat, readOnly: this.#readOnly };
  }

  #newChronicle(): Chronicle { return new Chronicle(this.session.run.model, this.session.run.entries, this.#seat, this.session.run.answered); }
}
