import type { ChartDescription } from "../../src/kernel/chart.ts";
import { rememberChart, type RememberedChart } from "../../src/kernel/statechart.ts";
import { DOCTRINES } from "../../src/parties/doctrines.ts";
import type { Doctrine } from "../../src/parties/doctrine.ts";
import { PERCEPT_NAMES } from "../../src/parties/percepts.ts";

/** One chart as one doctrine has it; a chart that doctrines share comes once for each of them. */
export interface DoctrineChart { readonly name: string; readonly doctrine: Doctrine; readonly relation: string; readonly description: ChartDescription; readonly chart: RememberedChart; }

/** Every chart of every doctrine. */
export const DOCTRINE_CHARTS: readonly DoctrineChart[] = Object.values(DOCTRINES).flatMap((doctrine) =>
  Object.entries(doctrine.charts).map(([relation, description]) => ({ name: `${doctrine.name} toward its ${relation}`, doctrine, relation, description, chart: rememberChart(description, PERCEPT_NAMES) })));
