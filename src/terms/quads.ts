// The four classes of events that researchers count by: verbal and material, cooperation and conflict.
// Knows CAMEO codes; must not know whose they are.
// Invariant: the first two digits decide, 01-05, 06-08, 09-13 and 14-20. Source: the quad classes of GDELT 2.0.

/** The classes in the order of their codes. */
export const QUADS = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"] as const;

const LAST_ROOTS = [5, 8, 13, 20];

/** The place in QUADS of a CAMEO code. */
export function quadOf(code: string): number {
  const root = Number(code.slice(0, 2));
  return LAST_ROOTS.findIndex((last) => root <= last);
}
