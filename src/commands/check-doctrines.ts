import type { ChartDescription } from "../kernel/chart.ts";
import { breachesOf } from "../kernel/chart-law.ts";
import { rememberChart } from "../kernel/statechart.ts";
import { ACT_WORDS } from "../parties/chart-words.ts";
import type { Doctrine } from "../parties/doctrine.ts";
import { DOCTRINES } from "../parties/doctrines.ts";
import { KNOWN_SPIRALS, type KnownSpiral } from "../parties/known-spirals.ts";
import { PERCEPT_NAMES, PERCEPTS, type Percept } from "../parties/percepts.ts";
import { renderFindings, type DoctrineFindings, type Spiral } from "../report/doctrine-findings.ts";
import { perceivedByOther, perceivedBySelf } from "../simulation/may-perceive.ts";
import { PERCEPT } from "../simulation/percept-numbers.ts";
import { statesWithoutWayBack, unreachedStates, walk, type WalkedChart } from "../study/chart-walk.ts";
import { answering, shortestSpiral, type Perceiving, type Turn } from "../study/spirals.ts";
import { writeLines, type ExitCode, type Io } from "./io.ts";
import { presentationOf } from "./presentation.ts";

const VOCABULARY = { percepts: PERCEPT_NAMES, acts: ACT_WORDS };
const PERCEIVING: Perceiving = { other: (act) => perceivedByOther(act).map((percept) => PERCEPT[percept]), self: (act) => perceivedBySelf(act).map((percept) => PERCEPT[percept]) };
/** The relations in which two doctrines face each other; the others are to one's own side. */
const FACING = ["adversary", "counterpart"] as const;

/** Writes what is wrong with the charts of the doctrines, and which can drive each other upward. */
export async function checkDoctrines(io: Io): Promise<ExitCode> {
  const findings = findingsIn(Object.values(DOCTRINES), KNOWN_SPIRALS);
  const sentenceOf = (percept: string): string | undefined => (Object.hasOwn(PERCEPTS, percept) ? PERCEPTS[percept as Percept] : undefined);
  await writeLines(io, renderFindings(findings, sentenceOf, presentationOf(io)));
  return findings.flaws.length > 0 || findings.outdated.length > 0 || findings.spirals.some(({ why }) => why === undefined) ? 1 : 0;
}

/** Everything that is to be said of some doctrines. A chart against the law is not walked: what it does follows from nothing. */
export function findingsIn(doctrines: readonly Doctrine[], meant: readonly KnownSpiral[]): DoctrineFindings {
  const charts = [...new Set(doctrines.flatMap((doctrine) => Object.values(doctrine.charts)))];
  const breaches = new Map(charts.map((chart) => [chart, breachesOf(chart, VOCABULARY)]));
  const walked = new Map(charts.filter((chart) => breaches.get(chart)!.length === 0).map((chart) => [chart, walk(rememberChart(chart, PERCEPT_NAMES))]));
  const flaws = charts.flatMap((chart) => [...breaches.get(chart)!, ...flawsOf(chart, walked.get(chart))]);
  const pairs = FACING.flatMap((relation) => {
    const facing = [...new Set(doctrines.flatMap(({ charts: own }) => own[relation] ?? []))].flatMap((chart) => walked.get(chart) ?? [])
      .map((chart) => answering(chart, PERCEIVING));
    return facing.flatMap((one, i) => facing.slice(i).map((other) => [one, other] as const));
  });
  const spirals = pairs.flatMap(([one, other]): readonly Spiral[] => {
    const turns = shorter(shortestSpiral(one, other, PERCEIVING), one === other ? undefined : shortestSpiral(other, one, PERCEIVING));
    const ids = [one.walked.chart.description.id, other.walked.chart.description.id] as const;
    return turns === undefined ? [] : [{ charts: ids, turns, why: meant.find(({ charts: known }) => isSamePair(known, ids))?.why }];
  });
  const outdated = meant.filter(({ charts: known }) => !spirals.some((spiral) => isSamePair(known, spiral.charts)))
    .map(({ charts: [one, other] }) => `${one} and ${other} are said to drive each other upward, and cannot`);
  return { charts: charts.length, pairs: pairs.length, flaws, spirals, outdated };
}

function flawsOf({ id }: ChartDescription, walked: WalkedChart | undefined): readonly string[] {
  if (walked === undefined) return [];
  return [
    ...unreachedStates(walked).map((path) => `${id}.${path}: nothing leads to this state`),
    ...statesWithoutWayBack(walked).map((path) => `${id}.${path}: from this state nothing leads back down the ladder`),
  ];
}

function shorter(one: readonly Turn[] | undefined, other: readonly Turn[] | undefined): readonly Turn[] | undefined {
  return other !== undefined && (one === undefined || other.length < one.length) ? other : one;
}

function isSamePair([a, b]: readonly [string, string], [c, d]: readonly [string, string]): boolean {
  return (a === c && b === d) || (a === d && b === c);
}
