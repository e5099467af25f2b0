// The shape in which doctrines, channel and perception declare the free parameters they bring.
// Knows names, kinds and defaults; must not know any scenario.
// Invariant: a parameter that no catalogue declares does not exist, and the loader says so.

/** What an assumption rests on. */
export type Ground = "record" | "literature" | "judgement" | "assumed";

/** How a default is written, in the same notation as scenario files: 0.4, `6 h`, { strike: 5, hold: 1 }, { 2 h: 3, 6 h: 1 }. */
export type WrittenValue = number | string | Readonly<Record<string, number>>;

/** One free parameter with its default. */
export interface AssumptionDefault {
  readonly name: string;
  readonly kind: "probability" | "factor" | "count" | "weights" | "duration" | "distance";
  readonly value: WrittenValue;
  readonly range?: readonly [number, number];
  readonly ground: Ground;
  readonly why: string;
}
