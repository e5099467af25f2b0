// What is said of the phases of an exercise.

import type { Phase } from "../session/phases.ts";

/** What each is called, and what it does. */
export const PHASE_WORDS: Readonly<Record<Phase, { readonly name: string; readonly does: string }>> = {
  startex: { name: "STARTEX", does: "The exercise begins here, and time runs." },
  hold: { name: "HOLD", does: "The clock of the exercise stands: nothing happens, nothing is decided and no time to decide runs out. Injects can be prepared." },
  resume: { name: "lift HOLD", does: "The exercise goes on where it was held, and time runs." },
  endex: { name: "ENDEX", does: "The exercise is over: the run stays as it was played. It can be looked back at and noted on, and f begins a branch." },
};

/** What is said when one has been declared. */
export const DECLARED: Readonly<Record<Phase, string>> = {
  startex: "STARTEX: the exercise begins", hold: "HOLD: the clock of the exercise stands until it is lifted", resume: "HOLD is lifted: the exercise goes on", endex: "ENDEX: the exercise is over",
};

/** Why nothing goes on. */
export const STANDSTILL: Readonly<Record<"hold" | "endex", string>> = {
  hold: "HOLD: the clock of the exercise stands until the director lifts it", endex: "ENDEX: the exercise is over; what comes next would be another branch",
};
