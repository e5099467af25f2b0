// Everything a scenario may name that the program brings: doctrines, and free parameters with their defaults.
// Knows where each comes from; must not know any scenario.
// Invariant: one parameter, one default.

import { CHANNEL_ASSUMPTIONS } from "../channel/assumptions.ts";
import { DOCTRINES } from "../parties/doctrines.ts";
import type { Doctrine } from "../parties/doctrine.ts";
import type { AssumptionDefault } from "../terms/assumptions.ts";
import { PERCEPTION_ASSUMPTIONS } from "./perception-assumptions.ts";

/** What the loader checks names against. */
export interface Catalogue {
  readonly doctrines: Readonly<Record<string, Doctrine>>;
  /** General parameters; doctrines bring their own. A name may be narrowed by `/qualifier`. */
  readonly assumptions: readonly AssumptionDefault[];
}

/** What this program brings. */
export const CATALOGUE: Catalogue = { doctrines: DOCTRINES, assumptions: [...CHANNEL_ASSUMPTIONS, ...PERCEPTION_ASSUMPTIONS] };
