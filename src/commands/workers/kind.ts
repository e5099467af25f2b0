// A kind of task that workers do: what they are given once, what each task is, what comes back. All three are plain data.

type Work<Task, Answer> = (task: Task) => Answer;

/** A kind of task. `begin` is called once in each worker with what its tasks share; what it gives does one task after the other. */
export interface Kind<Shared, Task, Answer> {
  readonly name: string;
  readonly begin: (shared: Shared) => Work<Task, Answer> | Promise<Work<Task, Answer>>;
  /** Megabytes that its work keeps at the very most; without a limit V8 lets many times what is kept pile up before it clears up. */
  readonly mostKeptMb?: number;
  /** Buffers of an answer that are handed over and not copied; the worker has no more use for them. */
  handsOver?(answer: Answer): readonly ArrayBuffer[];
}
