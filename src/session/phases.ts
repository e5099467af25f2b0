// The phases of an exercise: it is started, held and gone on with, and ended. They are the director's, and no step of the run:
// while it is held the clock of the exercise stands, and after its end the run that was played stays as it is.

/** What a director can declare, in the words of exercise staff. */
export const PHASES = ["startex", "hold", "resume", "endex"] as const;
/** The name of a phase. */
export type Phase = (typeof PHASES)[number];

/** A phase with its place in the run: events taken, and the minute. */
export interface PhaseMark { readonly phase: Phase; readonly events: number; readonly at: number; }

/** Why a phase cannot follow those so far; undefined where it can. */
export function whyNotPhase(marks: readonly PhaseMark[], next: Phase): string | undefined {
  const now = marks.at(-1)?.phase;
  if (now === "endex") return "the exercise has ended";
  if (next === "startex") return now === undefined ? undefined : "the exercise has begun";
  if (now === undefined) return "no exercise has begun";
  if (next === "resume") return now === "hold" ? undefined : "nothing is held";
  return next === now ? "it is held already" : undefined;
}

/** What keeps the run from going on: a hold until it is lifted, or the end of the exercise; undefined while nothing does. */
export function standstill(marks: readonly PhaseMark[]): "hold" | "endex" | undefined {
  const now = marks.at(-1)?.phase;
  return now === "hold" || now === "endex" ? now : undefined;
}

/** The phases of a branch that begins at a place: those before it. A hold or an end called at that very place is not the branch's. */
export function phasesUntil(marks: readonly PhaseMark[], place: number): readonly PhaseMark[] {
  return marks.filter(({ phase, events }) => events < place || (events === place && phase === "startex"));
}
