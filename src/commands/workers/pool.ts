// Work on all cores: tasks go out to worker threads as these fall idle, and answers come back in the order of the tasks.
// So what is made of the answers depends neither on how many workers there are nor on which was faster.

import { Worker, type ResourceLimits } from "node:worker_threads";
import type { Kind } from "./kind.ts";
import type { Reply, Start } from "./serve.ts";

/** Who does the work: the file that each worker runs, and how many there are. */
export interface Crew {
  readonly file: URL;
  readonly workers: number;
  /** Says that no more is to be begun; what is begun comes to its end. */
  readonly enough?: AbortSignal;
  /** Calls them off, whatever they are at. */
  readonly signal?: AbortSignal;
}

/**
 * The answers to tasks, in their order. Tasks are made as they are wanted. It ends early, and without an error, once a
 * signal says so; leaving the loop ends the workers too. Throws what a task threw, or that a worker died.
 */
export async function* answersInOrder<Shared, Task, Answer>(
  kind: Kind<Shared, Task, Answer>, shared: Shared, tasks: Iterable<Task>, { file, workers, enough, signal }: Crew,
): AsyncGenerator<Answer, void, undefined> {
  const round = new Round(tasks, workers);
  const [close, callOff] = [() => round.close(), () => round.callOff()];
  enough?.addEventListener("abort", close);
  signal?.addEventListener("abort", callOff);
  if (enough?.aborted === true) close();
  if (signal?.aborted === true) callOff();
  try {
    for (let i = 0; i < workers; i++) round.engage(file, { kind: kind.name, shared }, { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: kind.mostKeptMb });
    for (let reply = await round.next(); reply !== undefined; reply = await round.next()) {
      if (!reply.ok) throw reply.error;
      yield reply.answer as Answer;
    }
  } finally {
    enough?.removeEventListener("abort", close);
    signal?.removeEventListener("abort", callOff);
    await round.dismiss();
  }
}

/** Answers that may wait for an earlier one, a worker: enough that a slow task idles nobody, few enough to hold in memory. */
const AHEAD = 3;
/** What a worker may fill before it clears up, in megabytes: V8's own choice is several times this, and buys no speed here. */
const YOUNG_MB = 4;

interface Member { readonly worker: Worker; doing: number | undefined; }

/** One round of work: what is still to be given out, who is at what, and which replies are in. */
class Round {
  readonly #tasks: Iterator<unknown>;
  readonly #most: number;
  readonly #crew: Member[] = [];
  readonly #replies = new Map<number, Reply>();
  #given = 0;
  #taken = 0;
  #allGiven = false;
  #calledOff = false;
  #death: Reply | undefined;
  #wake = (): void => {};

  constructor(tasks: Iterable<unknown>, workers: number) {
    this.#tasks = tasks[Symbol.iterator]();
    this.#most = workers * AHEAD;
  }

  engage(file: URL, start: Start, resourceLimits: ResourceLimits): void {
    const member: Member = { worker: new Worker(file, { workerData: start, resourceLimits }), doing: undefined };
    member.worker.on("message", (reply: Reply) => {
      this.#replies.set(member.doing!, reply);
      member.doing = undefined;
      this.#giveOut();
      this.#wake();
    });
    member.worker.on("error", (error) => this.#die(error));
    member.worker.on("exit", (code) => this.#die(new Error(`a worker ended with code ${code}`)));
    this.#crew.push(member);
    this.#giveOut();
  }

  /** The reply to the next task in order; undefined where there is none to come. */
  async next(): Promise<Reply | undefined> {
    while (true) {
      if (this.#calledOff) return undefined;
      const reply = this.#replies.get(this.#taken);
      if (reply !== undefined) {
        this.#replies.delete(this.#taken++);
        this.#giveOut();
        return reply;
      }
      if (this.#death !== undefined) return this.#death;
      if (this.#allGiven && this.#taken === this.#given) return undefined;
      await new Promise<void>((resolve) => { this.#wake = resolve; });
    }
  }

  /** Gives nothing more out. */
  close(): void {
    this.#allGiven = true;
    this.#wake();
  }

  callOff(): void {
    this.#calledOff = true;
    this.#wake();
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#crew.map(({ worker }) => worker.terminate()));
  }

  #giveOut(): void {
    for (const member of this.#crew) {
      if (member.doing !== undefined || this.#allGiven || this.#given - this.#taken >= this.#most) continue;
      const { done, value } = this.#tasks.next();
      this.#allGiven = done === true;
      if (this.#allGiven) return;
      member.doing = this.#given++;
      member.worker.postMessage(value);
    }
  }

  #die(error: unknown): void {
    this.#death ??= { ok: false, error };
    this.#wake();
  }
}
