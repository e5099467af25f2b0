// What people did in a run, in order: the only thing besides scenario and seed that a run depends on.
// A step stands at a place of the run: how many events had been taken when it was made, and the minute that time had come to.

/** One thing a person did that steers the run. Parties and names as the scenario writes them. */
export type Step =
  /** A party's decision, by the identity of its question; the reason and the wording steer nothing. */
  | { readonly do: "answer"; readonly events: number; readonly at: number; readonly question: string; readonly option: string; readonly by: string; readonly reason?: string; readonly wording?: string }
  /** An overlay from here on: an inject, an item moved or held, an assumption changed. */
  | { readonly do: "amend"; readonly events: number; readonly at: number; readonly overlay: string; readonly by: string; readonly what: string }
  /** The next question of this name between these two, whichever asks, gets this answer: the next message is lost, the next call refused. */
  | { readonly do: "force"; readonly events: number; readonly at: number; readonly question: string; readonly between: readonly [string, string]; readonly option: string; readonly by: string; readonly what: string }
  /** A person takes a party's decisions from here on, or gives them back. */
  | { readonly do: "seat"; readonly events: number; readonly at: number; readonly party: string; readonly taken: boolean; readonly by: string };

/** The steps that still stand where a run is taken back to a place: a decision there is open again, the rest is kept. */
export function stepsUntil(steps: readonly Step[], events: number): readonly Step[] {
  return steps.filter((step) => step.events < events || (step.events === events && step.do !== "answer"));
}
