// The escalation ladder: nine ordinal rungs, from cooperation to open conflict.
// Knows names and their order; must not know what moves a stance from one to another.
// Invariant: a rung is an index into RUNGS. Ordinal only: no arithmetic beyond comparison has a meaning.
// After the graded ladders of Kahn (1965) and of the MID hostility levels; the names are this program's own.

/** The rungs by name, lowest first; a rung is the index, 0 to 8. */
export const RUNGS = [
  "cooperation",
  "routine",
  "concern",
  "protest",
  "warning",
  "show-of-force",
  "limited-force",
  "exchange-of-force",
  "open-conflict",
] as const;

/** The name of a rung as it stands in scenario files. */
export type RungName = (typeof RUNGS)[number];

/** The rung (0 to 8) with this name, or -1 where there is none. */
export function rungOf(name: string): number {
  return RUNGS.indexOf(name as RungName);
}

/** The MID hostility level (1 to 4) that a rung is reported as; war (5) is never inferred. */
export function hostilityLevel(rung: number): number {
  if (rung <= 3) return 1;
  return rung >= 6 ? 4 : rung - 2;
}

/** How violent a crisis was by the words of ICB (variable VIOL, codebook version 12, Brecher et al. 2017), least first; the fourth, full-scale war, is never inferred. */
export const VIOLENCE = ["no violence", "minor clashes", "serious clashes"] as const;

/** The place in VIOLENCE that a rung is reported as; assumed: limited force is minor clashes, an exchange of force and above serious ones. */
export function violenceOf(rung: number): number {
  return Math.max(0, Math.min(2, rung - 5));
}
