import type { Kind } from "../workers/kind.ts";
import { answersInOrder } from "../workers/pool.ts";
import type { CrewOnCall } from "./opening.ts";
import type { Progress } from "./progress.ts";

/** The answers to tasks, in their order; however it ends, Ctrl-C is the system's again and no progress is shown any more. */
export async function* workOff<Shared, Task, Answer>(
  kind: Kind<Shared, Task, Answer>, shared: Shared, tasks: Iterable<Task>, { crew, release }: CrewOnCall, progress: Progress,
): AsyncGenerator<Answer, void, undefined> {
  try {
    yield* answersInOrder(kind, shared, tasks, crew);
  } finally {
    release();
    await progress.clear();
  }
}
