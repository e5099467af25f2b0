// A run that people are part of: it goes on as far as it is told to, and waits where a person at a seat must decide.
// The same scenario, seed and steps give the same run, so a journal is all that has to be kept.

import { peek } from "../kernel/event-list.ts";
import { identityOf, likeliest, recorded, seeded, UNDECIDED, type Answerer, type Question } from "../kernel/choices.ts";
import type { OverlayText } from "../scenario/chain.ts";
import type { Diagnostic } from "../scenario/diagnostics.ts";
import type { Loaded } from "../scenario/load.ts";
import { courseFrom, type Amended, type Course } from "../study/course.ts";
import { advance, type Stop } from "../simulation/advance.ts";
import { amendWorld, whyNotAmendable } from "../simulation/amend.ts";
import { EVENT } from "../simulation/codes.ts";
import { watchInvariants } from "../simulation/invariants.ts";
import { judgeOf, recordAll, type Verdict } from "../simulation/judge.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { recordTrace, type Entry } from "../simulation/trace.ts";
import { initialWorld, isLive, type World } from "../simulation/world.ts";
import type { Step } from "./steps.ts";

/** The scenario with these overlays on top, or everything that is wrong with it. */
export type LoadWith = (overlays: readonly OverlayText[]) => Loaded;

/** Where a run stands: on its way, at a decision that a person must make, or at its end. */
export type Standing = { readonly kind: "open" } | { readonly kind: "deciding"; readonly question: Question } | { readonly kind: "ended" };

/** How far to go: through a minute, through a number of events in all, or by so many events. */
export interface Goal { readonly through?: number; readonly events?: number; readonly by?: number; }

/** Why an amendment was refused. */
export interface Refusal { readonly message: string; readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string>; }

type Answer = Extract<Step, { readonly do: "answer" }>;
type Force = Extract<Step, { readonly do: "force" }>;

/** An answer that has counted, and the option that there would have been without it. */
export interface Counted { readonly question: Question; readonly option: number; readonly usual: number; }

/** One run with its people. */
export class LiveRun {
  readonly seed: number;
  readonly #load: LoadWith;
  readonly #steps: Step[] = [];
  readonly #overlays: OverlayText[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #answeredAt = new Map<number, Answer>();
  readonly #fits = new Set<string>();
  /** What was answered by a person or forced by a director and has counted, by identity. */
  readonly #counted = new Map<string, Counted>();
  readonly #amended: Amended[] = [];
  readonly #seats = new Set<string>();
  #forces: Force[] = [];
  /** A person has been asked in this step: what follows in it is void, and uses up nothing. */
  #asked = false;
  /** The present step can be undone, so a person may be asked in it. */
  #mayAsk = false;
  readonly #first: Model;
  #model: Model;
  #world: World;
  readonly #trace;
  readonly #judge;
  readonly #watch;
  readonly #recorder;
  readonly #eventOf: number[] = [];
  readonly #answerer: Answerer;
  #stop: Stop;

  /** A run that has not begun. */
  constructor(model: Model, seed: number, load: LoadWith) {
    this.seed = seed;
    this.#load = load;
    this.#first = model;
    this.#model = model;
    this.#world = initialWorld(model);
    this.#trace = recordTrace(model);
    this.#judge = judgeOf(model);
    this.#watch = watchInvariants(model);
    this.#recorder = recordAll(this.#trace, this.#judge, this.#watch, { record: () => { this.#eventOf.push(this.#world.taken); } });
    // An amendment may change the course from there on.
    const drawn = seeded(seed);
    this.#answerer = this.#answererOver({ mayWait: false, answer: (question) => (this.#model.scenario.course === "no-surprises" ? likeliest : drawn).answer(question) });
    this.#stop = { kind: "paused", world: this.#world };
  }

  /** The scenario in force now, with every amendment so far. */
  get model(): Model { return this.#model; }
  /** Everything that has happened, in order. */
  get entries(): readonly Entry[] { return this.#trace.entries(); }
  /** Minutes since the start. */
  get at(): number { return this.#world.at; }
  /** How many events have been taken: the place where the next step stands. */
  get events(): number { return this.#world.taken; }
  get world(): World { return this.#world; }
  get steps(): readonly Step[] { return this.#steps; }
  get seats(): ReadonlySet<string> { return this.#seats; }
  /** What people decided, by the number of the decision's entry; it grows with the run. */
  get answered(): ReadonlyMap<number, Answer> { return this.#answeredAt; }
  /** Whether what the file expects has come about so far; final once the run has ended. */
  get verdicts(): readonly Verdict[] { return this.#judge.verdicts(); }
  get violations() { return this.#watch.violations(this.#world); }

  /** This run as far as it has come, to be followed again without anybody having to answer. */
  get course(): Course {
    const rest = this.#model.scenario.course === "no-surprises" ? likeliest : seeded(this.seed);
    const answers = new Map([...this.#counted].map(([identity, { question, option }]) => [identity, question.options.names[option]!]));
    return courseFrom(this.#first, recorded(answers, rest), [...this.#amended], this.#world.taken);
  }
  /** What people answered and forced so far. */
  get counted(): readonly Counted[] { return [...this.#counted.values()]; }
  /** The scenario before any amendment. */
  get base(): Model { return this.#first; }
  /** The texts of the amendments so far. */
  get amendments(): readonly string[] { return this.#overlays.map(({ text }) => text); }

  /** Where the last stretch stopped. */
  get stop(): Stop { return this.#stop; }

  get standing(): Standing {
    if (this.#stop.kind === "awaiting") return { kind: "deciding", question: this.#stop.question };
    return this.#stop.kind === "ended" ? { kind: "ended" } : { kind: "open" };
  }

  /** Whether nothing more can happen in the present minute, unless somebody makes it. */
  get minuteIsOver(): boolean {
    const next = peek(this.#world.pending);
    return this.#stop.kind !== "paused" || next === undefined || next.at > this.#world.at;
  }

  /** The event that made an entry, counted from 1. */
  eventOf(entry: number): number { return this.#eventOf[entry]!; }

  /** Goes on as far as the goal, or to the first decision that a person must make. */
  go({ through, events, by }: Goal): Standing {
    if (this.#stop.kind === "ended") return this.standing;
    const steps = Math.min(by ?? Number.POSITIVE_INFINITY, (events ?? Number.POSITIVE_INFINITY) - this.#world.taken);
    if (steps < 0 || (steps === 0 && through === undefined)) return this.standing;
    this.#asked = false;
    this.#stop = advance(this.#model, this.#world, this.#answerer, this.#recorder, { ...(through === undefined ? {} : { through }), ...(Number.isFinite(steps) ? { steps } : {}) });
    this.#world = this.#stop.world;
    return this.standing;
  }

  /** Takes a step here. Gives why not, where an amendment cannot be made; then nothing has changed. */
  take(step: Step): Refusal | undefined {
    if (step.events !== this.#world.taken) throw new Error(`a step for event ${step.events} at event ${this.#world.taken}`);
    switch (step.do) {
      case "answer": this.#answers.set(step.question, step); break;
      case "force": this.#forces.push(step); break;
      case "seat":
        if (step.taken) this.#seats.add(step.party);
        else this.#seats.delete(step.party);
        break;
      case "amend": {
        const refusal = this.#amend(step.overlay);
        if (refusal !== undefined) return refusal;
      }
    }
    this.#steps.push(step);
    if (this.#stop.kind === "awaiting") this.#stop = { kind: "paused", world: this.#world };
    return undefined;
  }

  /** Replays steps from here, each at its place; gives those that no longer fit, with why. */
  replay(steps: readonly Step[], goal: Goal): readonly { readonly step: Step; readonly why: string }[] {
    const misfits: { step: Step; why: string }[] = [];
    for (const step of steps.toSorted((a, b) => a.events - b.events)) {
      this.go({ events: step.events });
      if (this.#world.taken !== step.events) {
        misfits.push({ step, why: this.standing.kind === "deciding" ? "another decision is open before it" : "the run ends before it" });
        continue;
      }
      this.go({ events: step.events, through: step.at });
      const refusal = this.take(step);
      if (refusal !== undefined) misfits.push({ step, why: refusal.message });
    }
    if (goal.events !== undefined || goal.through !== undefined) this.go(goal);
    const unused = this.#steps.filter((step) => step.do === "answer" && step.events < this.#world.taken && !this.#fits.has(step.question) && !this.#isOpen(step.question));
    return [...misfits, ...unused.map((step) => ({ step, why: "its question is not asked" }))];
  }

  #amend(text: string): Refusal | undefined {
    const overlay = { name: `amendment ${this.#overlays.length + 1}`, text };
    const loaded = this.#load([...this.#overlays, overlay]);
    if (!loaded.ok) return { message: loaded.diagnostics[0]!.message, diagnostics: loaded.diagnostics, sources: loaded.sources };
    const model = compileModel(loaded.scenario);
    const why = whyNotAmendable(this.#model, model);
    if (why !== undefined) return { message: why, diagnostics: [], sources: loaded.sources };
    this.#world = amendWorld(this.#world, this.#model, model);
    this.#trace.amend(model);
    this.#model = model;
    this.#overlays.push(overlay);
    this.#amended.push({ events: this.#world.taken, at: this.#world.at, model });
    return undefined;
  }

  #answererOver(rest: Answerer): Answerer {
    const mayAsk = (): boolean => (this.#mayAsk = this.#isToDecide());
    return {
      // Asked before each step. One that may have to be undone works on a copy, and a long run has much to copy.
      get mayWait() { return mayAsk(); },
      answer: (question) => {
        if (question.kind === "chance") return this.#forced(question, rest) ?? rest.answer(question);
        const identity = identityOf(question);
        const answer = this.#answers.get(identity);
        const index = answer === undefined ? -1 : question.options.names.indexOf(answer.option);
        if (answer !== undefined && index !== -1) {
          this.#fits.add(identity);
          this.#counted.set(identity, { question, option: index, usual: rest.answer(question) });
          this.#answeredAt.set(this.#eventOf.length, answer); // the next entry is the decision's
          return index;
        }
        if (!this.#seats.has(question.asker.text)) return rest.answer(question);
        if (!this.#mayAsk) throw new Error(`${identity} is asked in a step that cannot be undone`);
        this.#asked = true;
        return UNDECIDED;
      },
    };
  }

  // Whether a question is still to be asked: an amendment may have put something before a decision that was answered already.
  #isOpen(question: string): boolean {
    const { stances, parties, roots } = this.#model;
    return this.#world.pending.some((event) => {
      if (event.kind !== EVENT["decide"] || !isLive(this.#world, event)) return false;
      const { decisions, party, other } = stances[event.a]!;
      const names = [decisions[event.b]!.name, parties[party]!, parties[other]!, roots[event.root]!];
      return names.every(({ text }, i) => question.split("|")[i] === text);
    });
  }

  // Whether the next event is a decision of a party whose seat is taken: nothing else is ever put to a person.
  #isToDecide(): boolean {
    if (this.#seats.size === 0) return false;
    const next = peek(this.#world.pending);
    return next !== undefined && next.kind === EVENT["decide"] && this.#seats.has(this.#model.parties[this.#model.stances[next.a]!.party]!.text);
  }

  #forced(question: Question, rest: Answerer): number | undefined {
    const { name, asker, other, options } = question;
    if (this.#asked) return undefined;
    const at = this.#forces.findIndex(({ question: wanted, between }) => wanted === name.text && between.includes(asker.text) && between.includes(other.text));
    const index = at === -1 ? -1 : options.names.indexOf(this.#forces[at]!.option);
    if (index === -1) return undefined;
    this.#forces = this.#forces.toSpliced(at, 1);
    this.#counted.set(identityOf(question), { question, option: index, usual: rest.answer(question) });
    return index;
  }
}
