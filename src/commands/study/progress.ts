// How far a study has come, on stderr and only where that is a terminal: one line, written over.

import { lengthOfTime } from "../../report/study-words.ts";
import type { Io } from "../io.ts";

/** Says how far it is. */
export interface Progress {
  readonly at: (done: number) => Promise<void>;
  /** Takes the line away. */
  readonly clear: () => Promise<void>;
}

const BETWEEN_MS = 200;
const CLEAR_LINE = "\r\u001B[2K";

/** Progress through so many of a thing; `from` were done before. */
export function progressOf({ tell, isWatched }: Pick<Io, "tell" | "isWatched">, all: number, what: string, from = 0): Progress {
  if (!isWatched) return { at: async () => {}, clear: async () => {} };
  const started = performance.now();
  let said = Number.NEGATIVE_INFINITY;
  return {
    at: async (done) => {
      const now = performance.now();
      if (now - said < BETWEEN_MS) return;
      said = now;
      const left = done > from ? ((now - started) / 1000 / (done - from)) * (all - done) : undefined;
      await tell(`${CLEAR_LINE}${Math.floor((100 * done) / all)} %, ${done} of ${all} ${what}${left === undefined ? "" : `, ${lengthOfTime(left)} left`}`);
    },
    clear: () => tell(CLEAR_LINE),
  };
}
