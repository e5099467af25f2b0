// A kind of task that workers do: what they are given once, what each task is, what comes back. All three are plain data.

/** A kind of task. `begin` is called once in each worker with what its tasks share; what it gives does one task after the other. */
export interface Kind<Shared, Task, Answer> {
  readonly name: string;
  readonly begin: (shared: Shared) => (task: Task) => Answer;
}
