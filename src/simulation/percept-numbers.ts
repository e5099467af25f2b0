// The number of each percept inside a run.
// Knows the alphabet of the charts; must not know when a percept is given.
// Invariant: the number is the place in PERCEPT_NAMES, which every chart's table is indexed by.

import { GRAVITIES, ORDERS } from "./codes.ts";
import { PERCEPT_NAMES, type Percept } from "../parties/percepts.ts";

/** Percept numbers by name. */
export const PERCEPT = Object.fromEntries(PERCEPT_NAMES.map((name, i) => [name, i])) as Readonly<Record<Percept, number>>;

/** Percept numbers of orders, by the order's number. */
export const ORDERED = ORDERS.map((order) => PERCEPT[`order.${order}`]);

/** Percept numbers of pressures, by the number of their strength; there is no pressure without any. */
export const PRESSED = GRAVITIES.map((strength) => (strength === "none" ? -1 : PERCEPT[`pressed.${strength}`]));
