// What a doctrine is: the charts it gives a party, one for each kind of relation, and the free parameters they bring.
// Knows ChartDescriptions and parameter defaults; must not know a scenario, a clock or a number that decides anything.
// Invariant: every delay and decision that a chart names has a default here, under the doctrine's own name.

import type { ChartDescription } from "../kernel/chart.ts";
import type { Percept } from "./percepts.ts";
import type { AssumptionDefault } from "../terms/assumptions.ts";

/** The kinds of relation a doctrine may have a chart for. */
export type Relation = "adversary" | "counterpart" | "client" | "patron" | "partner";

/** A way for a party to behave: one chart a relation, and what is assumed about it. */
export interface Doctrine {
  readonly name: string;
  /** One sentence: who behaves like this, and what it is after. */
  readonly summary: string;
  readonly charts: Readonly<Partial<Record<Relation, ChartDescription>>>;
  readonly assumptions: readonly AssumptionDefault[];
  /** Where its force rests on perceived acts or intent: the percepts of which one lies behind every use of force. */
  readonly forceNeeds?: readonly Percept[];
}
