// The levels of a line: which are open, which a message asks for, which is tried next.
// Knows levels as numbers and open ones as bits; must not know who calls, or why.
// Invariant: what it gives is an open level, or -1 where there is none.

/** What a message asks of a level: any, one above the lowest, the same unless that is the highest, or the highest there is. */
export const WISHES = ["any", "up", "staff", "chiefs"] as const;
/** See WISHES. */
export type TierWish = (typeof WISHES)[number];

/** The lowest open level, or -1. */
export function lowestTier(open: number): number {
  return nextTier(open, -1);
}

/** The open level above this one, or -1. */
export function nextTier(open: number, tier: number): number {
  for (let t = tier + 1; t < 8; t++) if (open & (1 << t)) return t;
  return -1;
}

/** The highest open level, or -1. */
export function highestTier(open: number): number {
  for (let t = 7; t >= 0; t--) if (open & (1 << t)) return t;
  return -1;
}

/** The level a message asks for, as far as the line has it. */
export function wishedTier(open: number, wish: TierWish): number {
  const lowest = lowestTier(open);
  if (wish === "any") return lowest;
  if (wish === "chiefs") return highestTier(open);
  const above = nextTier(open, lowest);
  return above === -1 || (wish === "staff" && above === highestTier(open)) ? lowest : above;
}
