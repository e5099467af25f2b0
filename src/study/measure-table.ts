// Every measure there is: its name, what is counted, and how the number is to be read.
// Knows names, units and sentences; must not know how a run is folded into numbers.
// Invariant: a measure of a run is a whole number, so that sums and shares over many runs depend on no order.
// Names follow the field (see MODEL.md): peak by pair, time above a rung, time to first force, answer rate, compliance.

import { RUNGS } from "../terms/rungs.ts";

/**
 * How a number is read: a rung (0 to 8), a count, minutes (0 where there were none), a moment in minutes since the start or a
 * span of minutes (-1 where it never came), or tenths of a point.
 */
export type Unit = "rung" | "count" | "minutes" | "moment" | "span" | "tenths";

/** What a measure is told apart by: each crisis pair, each party, or nothing. */
type Per = "pair" | "party" | "run";

/** One measure of a run. */
export interface MeasureTerm {
  readonly unit: Unit;
  readonly label: string;
  /** What is counted, in a sentence. */
  readonly says: string;
  readonly per: Per;
}

/** From here on a rung is a use of force. */
export const LIMITED_FORCE = RUNGS.indexOf("limited-force");

const of = (unit: Unit, label: string, says: string, per: Per = "run"): MeasureTerm => ({ unit, label, says, per });

/** Measures of a run in the order in which they are shown. */
export const MEASURES = {
  "peak": of("rung", "peak", "the highest rung that any crisis pair reached"),
  "peak-of": of("rung", "peak", "the highest rung that the pair reached", "pair"),
  "minutes-at-warning": of("minutes", "time from rung 4 up", "minutes that some crisis pair stood at this rung or above"),
  "minutes-at-show-of-force": of("minutes", "time from rung 5 up", "minutes that some crisis pair stood at this rung or above"),
  "minutes-at-limited-force": of("minutes", "time from rung 6 up", "minutes that some crisis pair stood at this rung or above"),
  "minutes-at-exchange-of-force": of("minutes", "time from rung 7 up", "minutes that some crisis pair stood at this rung or above"),
  "minutes-at-open-conflict": of("minutes", "time at rung 8", "minutes that some crisis pair stood at this rung"),
  "first-force": of("moment", "first force", "when force was first used between the two of a crisis pair"),
  "force": of("count", "uses of force", "uses of force by any party"),
  "force-by": of("count", "uses of force", "uses of force by the party", "party"),
  "strikes": of("count", "air strikes", "air strikes by any party, mistaken ones with them"),
  "strikes-by": of("count", "air strikes", "air strikes by the party, mistaken ones with them", "party"),
  "longest-chain": of("count", "longest chain of replies", "the most hostile acts on one path of causes, each by another party than the one before it"),
  "hostile-acts": of("count", "hostile acts", "acts with a negative Goldstein value between the two of a crisis pair"),
  "hostile-answered": of("count", "hostile acts answered", "those of them that the other answered with one of its own within a day"),
  "to-baseline": of("span", "back to baseline", "minutes from the first time at the peak until the crisis was back where it began"),
  "recurrence": of("count", "recurrence", "how often force came back after a day or more below it"),
  "readings": of("count", "readings", "acts that a party perceived and laid at somebody's door"),
  "graver": of("count", "read as graver", "readings graver than meant"),
  "milder": of("count", "read as milder", "readings milder than meant"),
  "reading-gap": of("count", "gap in reading", "steps by which readings were graver than meant, less those by which they were milder"),
  "misattributed": of("count", "misattributed", "readings that blame the wrong party"),
  "slight-readings": of("count", "readings of slight acts", "readings of acts of no or slight gravity"),
  "false-alarms": of("count", "false alarms", "those of them that were graver than meant"),
  "thresholds-crossed": of("count", "thresholds crossed", "how often a stance of a crisis pair rose to force"),
  "crossed-unintended": of("count", "crossed unintended", "those of them with a reading that was graver than meant or blamed the wrong party behind them"),
  "calls-taken": of("count", "calls taken", "calls that were taken, on any line"),
  "calls-untaken": of("count", "calls not taken", "calls that were not taken or never rang"),
  "contacts": of("count", "contacts after hostile acts", "hostile acts after which a call was taken, those before the next call counted as one"),
  "contact-minutes": of("minutes", "time to contact", "minutes from each of these to the call"),
  "words": of("count", "words after hostile acts", "hostile acts after which a message arrived over a line, those before the next one counted as one"),
  "word-minutes": of("minutes", "incident to word", "minutes from each of these to the message"),
  "notices": of("count", "notices before acts", "notices that arrived before an act of the party that gave them"),
  "notice-minutes": of("minutes", "notice lead", "minutes from each of these to the act"),
  "messages-sent": of("count", "messages sent", "messages put on their way"),
  "messages-arrived": of("count", "messages arrived", "messages that reached the one they were for, whole or not"),
  "warnings-arrived": of("count", "warnings arrived", "warnings and ultimatums that reached the one they were for"),
  "requests-followed": of("count", "requests followed", "requests that the one asked complied with"),
  "requests-not-followed": of("count", "requests not followed", "requests that the one asked did not comply with"),
  "requests-relayed": of("count", "requests relayed", "those of either kind that came through a patron"),
  "requests-unverified": of("count", "requests not verified", "those relayed of which the patron could not tell what became"),
  "line-minutes": of("minutes", "line time", "minutes of the run, for each line"),
  "declared-minutes": of("minutes", "declared uptime", "those at which no side declared the line suspended"),
  "practised-minutes": of("minutes", "practised uptime", "those at which the line was neither closed nor dead"),
  "warning-to-force": of("span", "warning to force", "minutes from the first warning that arrived to the first force by the one who gave it on the one who got it"),
  "goldstein": of("tenths", "Goldstein sum", "acts, messages and statements inside crisis pairs on the Goldstein scale; a line full of notices looks peaceful by arithmetic"),
  "goldstein-conduct": of("tenths", "Goldstein sum of conduct", "acts alone"),
  "escalation-score": of("count", "escalation score", "acts inside crisis pairs by the score of Rivera et al. (see MODEL.md): -2 for de-escalation, 4 for posturing, 28 for violence"),
  "verbal-cooperation": of("count", "verbal cooperation", "acts, messages and statements inside crisis pairs with CAMEO codes from 01 to 05"),
  "material-cooperation": of("count", "material cooperation", "those with codes from 06 to 08"),
  "verbal-conflict": of("count", "verbal conflict", "those with codes from 09 to 13"),
  "material-conflict": of("count", "material conflict", "those with codes from 14 to 20"),
} as const satisfies Readonly<Record<string, MeasureTerm>>;

/** The name of a measure. */
export type MeasureName = keyof typeof MEASURES;

/** All measures in a fixed order. */
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** What is told as one measure divided by another, over all runs together. */
export interface RatioTerm {
  readonly label: string;
  readonly part: MeasureName;
  /** The measures whose sum it is a part of, or is averaged over. */
  readonly whole: readonly MeasureName[];
  /** A share of the whole, or an average of the part's unit. */
  readonly read: "share" | "average";
}

const share = (label: string, part: MeasureName, ...whole: readonly MeasureName[]): RatioTerm => ({ label, part, whole, read: "share" });
const average = (label: string, part: MeasureName, whole: MeasureName): RatioTerm => ({ label, part, whole: [whole], read: "average" });

/** Rates and averages in the order in which they are shown. */
export const RATIOS = {
  "reciprocity": share("answered in kind within a day", "hostile-answered", "hostile-acts"),
  "misattribution-rate": share("misattribution rate", "misattributed", "readings"),
  "false-alarm-rate": share("false-alarm rate", "false-alarms", "slight-readings"),
  "reading-gap-mean": average("graver than meant, steps a reading", "reading-gap", "readings"),
  "unintended-rate": share("thresholds crossed unintended", "crossed-unintended", "thresholds-crossed"),
  "answer-rate": share("answer rate", "calls-taken", "calls-taken", "calls-untaken"),
  "time-to-contact": average("time to contact", "contact-minutes", "contacts"),
  "word-latency": average("incident-to-word latency", "word-minutes", "words"),
  "notice-lead": average("notice lead time", "notice-minutes", "notices"),
  "receipt-rate": share("receipt rate", "messages-arrived", "messages-sent"),
  "compliance-rate": share("compliance rate", "requests-followed", "requests-followed", "requests-not-followed"),
  "unverified-rate": share("relayed requests not verified", "requests-unverified", "requests-relayed"),
  "declared-uptime": share("declared uptime", "declared-minutes", "line-minutes"),
  "practised-uptime": share("practised uptime", "practised-minutes", "line-minutes"),
} as const satisfies Readonly<Record<string, RatioTerm>>;

/** The name of a rate or an average. */
export type RatioName = keyof typeof RATIOS;

/** One number of a run: a measure, and the pair or party that it is of. */
export interface Column {
  /** Its name in files: `peak`, `strikes-by/coalition`, `peak-of/coalition-militia`. */
  readonly name: string;
  readonly measure: MeasureName;
  readonly of: string | undefined;
}

/** The numbers of a run of a scenario with these parties and crisis pairs, in their order. */
export function columnsOf(parties: readonly string[], crisis: readonly (readonly [string, string])[]): readonly Column[] {
  return MEASURE_NAMES.flatMap((measure): Column[] => {
    const { per } = MEASURES[measure];
    if (per === "run") return [{ name: measure, measure, of: undefined }];
    const each = per === "pair" ? crisis.map((pair) => pair.join("-")) : parties;
    return each.map((who) => ({ name: `${measure}/${who}`, measure, of: who }));
  });
}
