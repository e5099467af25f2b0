// A worker's side of the pool: waits for tasks, does them one by one, answers each.

import { parentPort, workerData } from "node:worker_threads";
import type { Kind } from "./kind.ts";

/** What a worker is started with. */
export interface Start { readonly kind: string; readonly shared: unknown; }

/** What comes back for a task: its answer, or the error that doing it threw. */
export type Reply = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly error: unknown };

/** Serves the pool that started this thread, with the kind of task that it asks for. */
export function serve(kinds: readonly Kind<never, never, unknown>[]): void {
  const { kind: name, shared } = workerData as Start;
  const kind = kinds.find((known) => known.name === name);
  if (kind === undefined) throw new Error(`no worker does "${name}"`);
  let work: ((task: never) => unknown) | undefined;
  // One task is given at a time, so that none overtakes the beginning.
  parentPort!.on("message", async (task: unknown) => {
    try {
      work ??= await kind.begin(shared as never);
      const answer = work(task as never);
      reply({ ok: true, answer }, kind.handsOver?.(answer as never));
    } catch (error) {
      reply({ ok: false, error });
    }
  });
}

function reply(message: Reply, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, [...handedOver]);
}
