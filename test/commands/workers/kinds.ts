import type { Kind } from "../../../src/commands/workers/kind.ts";

/** Gives each number plus what is shared, the later the smaller it is: answers come back out of order. */
export const adding: Kind<number, number, { readonly sum: number; readonly begun: number }> = {
  name: "adding",
  begin: (shared) => {
    let done = 0;
    return (task) => {
      const until = performance.now() + Math.max(0, 5 - task);
      while (performance.now() < until);
      return { sum: shared + task, begun: done++ };
    };
  },
};

/** Fails at the number that is shared. */
export const failing: Kind<number, number, number> = {
  name: "failing",
  begin: (shared) => (task) => {
    if (task === shared) throw new Error(`cannot do ${task}`);
    return task;
  },
};

/** Ends its own thread at the number that is shared. */
export const dying: Kind<number, number, number> = {
  name: "dying",
  begin: (shared) => (task) => (task === shared ? process.exit(3) : task),
};

/** Never comes to an end. */
export const endless: Kind<undefined, number, never> = {
  name: "endless",
  begin: () => () => { while (true); },
};

/** Hands over the buffer of its answer, and says whether those of its last answer are gone. */
export const handing: Kind<undefined, number, { readonly bytes: Uint8Array<ArrayBuffer>; readonly gone: boolean }> = {
  name: "handing",
  begin: () => {
    let last: Uint8Array | undefined;
    return (task) => {
      const gone = last?.byteLength === 0;
      const bytes = Uint8Array.of(task, task + 1);
      last = bytes;
      return { bytes, gone };
    };
  },
  handsOver: ({ bytes }) => [bytes.buffer],
};
