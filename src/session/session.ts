// A session: branches of one run, what people did in them, and the journal that keeps it.

import { identityOf } from "../kernel/choices.ts";
import type { Model } from "../simulation/model.ts";
import { afterRecord, foldRecords, type Journal, type JournalHeader, type JournalRecord, NEW_SESSION, type Note, type SessionState } from "./journal.ts";
import type { JournalFile } from "./journal-file.ts";
import { LiveRun, type Goal, type LoadWith, type Refusal, type Standing } from "./live-run.ts";
import { type Phase, type PhaseMark, standstill, whyNotPhase } from "./phases.ts";
import type { Step } from "./steps.ts";

/** A step without its place and time, which are where the run stands. */
export type Deed = Step extends infer S ? (S extends Step ? Omit<S, "events" | "at"> : never) : never;

/** What was done beside deciding, and when. */
export type DoneBeside = { readonly at: number; readonly what: string } | { readonly at: number; readonly party: string; readonly taken: boolean };

/** A step of a journal that no longer fits, and why. */
export interface Misfit { readonly step: Step; readonly why: string; }

/** One sitting: a person's, a class's or an exercise's. */
export class Session {
  readonly #base: Model;
  readonly #load: LoadWith;
  readonly #file: JournalFile | undefined;
  readonly #seed: number;
  #state: SessionState = NEW_SESSION;
  #run: LiveRun;
  #marked = 0;
  #unsaved: string | undefined;

  /** A session that begins. Without a file nothing is kept. */
  constructor(base: Model, seed: number, load: LoadWith, file?: JournalFile) {
    this.#base = base;
    this.#load = load;
    this.#file = file;
    this.#seed = seed;
    this.#run = new LiveRun(base, seed, load);
  }

  /** Goes on with a journal, as far as its steps fit this scenario and these doctrines; the misfits are left out. */
  static resume(base: Model, journal: Journal, load: LoadWith, file?: JournalFile): { readonly session: Session; readonly misfits: readonly Misfit[] } {
    const session = new Session(base, journal.header.seed, load, file);
    session.#state = foldRecords(journal.records).state;
    const misfits = session.#enter(session.#state.current);
    return { session, misfits };
  }

  get run(): LiveRun { return this.#run; }
  get state(): SessionState { return this.#state; }
  get path(): string | undefined { return this.#file?.path; }
  /** Why the journal could not be written, if it could not; then what follows is on the screen alone. */
  get unsaved(): string | undefined { return this.#unsaved; }

  /** The phases of the exercise on this branch. */
  get phases(): readonly PhaseMark[] { return this.#state.branches.get(this.#state.current)!.phases; }
  /** What keeps the run from going on. */
  get standstill(): "hold" | "endex" | undefined { return standstill(this.phases); }

  /** Lets the run go on, unless it is held or the exercise has ended. */
  go(goal: Goal): Standing { return this.standstill === undefined ? this.#run.go(goal) : this.#run.standing; }

  /** Writes down how far the run has been played. */
  mark(): void {
    if (this.#run.events <= this.#marked) return;
    this.#marked = this.#run.events;
    this.#keep({ do: "reached", events: this.#marked, at: this.#run.at });
  }

  /** Does something where the run stands; gives why not, where that is refused. */
  take(deed: Deed): Refusal | undefined {
    const step = { ...deed, events: this.#run.events, at: this.#run.at } as Step;
    const refusal = this.#run.take(step);
    if (refusal === undefined) this.#keep(step);
    return refusal;
  }

  /** Answers the decision that the run waits for. */
  decide(option: string, by: string, words: { readonly reason?: string; readonly wording?: string } = {}): void {
    const { standing } = this.#run;
    if (standing.kind !== "deciding") throw new Error("there is no decision to make");
    this.take({ do: "answer", question: identityOf(standing.question), option, by, ...words });
  }

  /** Begins a branch after the event that made an entry, or before it where the entry is a decision, which is then open again. */
  fork(entry: number, name: string): void {
    const made = this.#run.eventOf(entry);
    const { kind, at } = this.#run.entries[entry]!;
    const events = kind === "decision" ? made - 1 : made;
    this.mark();
    this.#keep({ do: "branch", name, from: this.#state.current, events, at });
    this.#enter(name);
  }

  /** Goes to another branch, as far as it was played. */
  switchTo(branch: string): void {
    if (branch === this.#state.current) return;
    this.mark();
    this.#keep({ do: "switch", branch });
    this.#enter(branch);
  }

  /** What people did to the run beside deciding: injects and other amendments as they were called, seats taken and given back. */
  get deeds(): readonly DoneBeside[] {
    return this.#run.steps.flatMap((step): readonly DoneBeside[] => (step.do === "answer" ? [] : step.do === "seat" ? [{ at: step.at, party: step.party, taken: step.taken }] : [{ at: step.at, what: step.what }]));
  }

  note(note: Note): void { this.#keep({ do: "note", ...note }); }

  /** Declares a phase here; gives why not, where it cannot follow. */
  declare(phase: Phase): string | undefined {
    const why = whyNotPhase(this.phases, phase);
    if (why === undefined) this.#keep({ do: "phase", phase, events: this.#run.events, at: this.#run.at });
    return why;
  }

  /** Another branch's run, as far as it was played, to lay beside this one. */
  runOf(name: string): LiveRun {
    if (name === this.#state.current) return this.#run;
    return this.#replayed(name).run;
  }

  /** Takes what somebody else has written to the journal since, in place; false where the run was taken back or changed, and has to be resumed anew. */
  follow(records: readonly JournalRecord[]): boolean {
    for (const record of records) {
      const state = record.do === "branch" || record.do === "switch" ? undefined : afterRecord(this.#state, record);
      if (state === undefined) return false;
      this.#state = state;
      if (record.do === "reached") this.#run.go({ events: record.events });
      else if (record.do !== "note" && record.do !== "phase" && this.#run.replay([record as Step], {}).length > 0) return false;
    }
    return true;
  }

  /** The name for a next branch. */
  nextBranchName(): string {
    let n = this.#state.branches.size;
    while (this.#state.branches.has(`branch-${n}`)) n++;
    return `branch-${n}`;
  }

  /** Ends the sitting; the journal is whole. */
  close(): void {
    this.mark();
    this.#file?.close();
  }

  #enter(name: string): readonly Misfit[] {
    const { run, misfits } = this.#replayed(name);
    this.#run = run;
    this.#marked = run.events;
    return misfits;
  }

  #replayed(name: string): { readonly run: LiveRun; readonly misfits: readonly Misfit[] } {
    const { steps, reached } = this.#state.branches.get(name)!;
    const run = new LiveRun(this.#base, this.#seed, this.#load);
    const misfits = run.replay(steps, { events: reached });
    return { run, misfits };
  }

  #keep(record: JournalRecord): void {
    const state = afterRecord(this.#state, record);
    if (state === undefined) throw new Error(`a record that does not fit: ${record.do}`);
    this.#state = state;
    if (this.#file === undefined) return;
    try {
      this.#file.append(record);
    } catch (error) {
      this.#unsaved = error instanceof Error ? error.message : String(error);
    }
  }
}

/** What a journal was made with, where that differs from what there is now; empty where nothing does. */
export function differences(header: JournalHeader, model: Model, version: string): readonly string[] {
  return [
    ...(header.scenarioHash === model.scenario.hash ? [] : ["the scenario has changed"]),
    ...(header.chartsHash === model.chartsHash ? [] : ["the doctrines have changed"]),
    ...(header.deconflict === version ? [] : [`it was made by deconflict ${header.deconflict}, this is ${version}`]),
  ];
}

