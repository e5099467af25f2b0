// What becomes of a message once a call takes place: heard or misheard, caught by read-back, in time or too late.
// Knows the outcomes of hearing; must not know the message, nor who is told what.
// Invariant: every message that was said ends in one of these, and only the line decides which.

/** How a message was heard. */
export type Heard = "clear" | "garbled" | "wrong" | "mismatched" | "lost";

/** What became of it. */
export type Delivered = "delivered" | "garbled" | "wrong" | "mismatched" | "corrected" | "late" | "lost";

/** What became of a message: `caught` says whether read-back found the mistake, `late` whether it is too old to act on. */
export function delivered(heard: Heard, caught: boolean, late: boolean): Delivered {
  if (heard === "lost") return "lost";
  if (caught) return "corrected";
  if (heard !== "clear") return heard;
  return late ? "late" : "delivered";
}

/** Whether read-back could find the mistake: what was not heard at all, or well, is not asked about. */
export function canBeCaught(heard: Heard): boolean {
  return heard === "garbled" || heard === "wrong" || heard === "mismatched";
}

/** Whether the content came across as it was meant. */
export function cameAcross(outcome: Delivered): boolean {
  return outcome === "delivered" || outcome === "corrected";
}
