// What is kept of a run when many are made: one whole number for each column of the measures' table.
// Knows entries by their numbers; must not keep any of them, nor know how a run is made.
// Invariant: measures folded as a run goes equal those folded over its trace afterwards, since both see the same entries.
// Of each entry one integer is remembered, for those that it causes: who acted last on the path, how long the chain of replies
// is, and whether a reading on the path since that act was graver than meant or blamed the wrong party.

import { ENTRY, GRAVITIES, STAGE } from "../simulation/codes.ts";
import type { Model } from "../simulation/model.ts";
import type { Recorder } from "../simulation/run.ts";
import { ACT_NAMES, ACTS } from "../terms/acts.ts";
import { MESSAGE_NAMES, MESSAGES, WARNINGS } from "../terms/messages.ts";
import { QUADS, quadOf } from "../terms/quads.ts";
import { STATEMENT_NAMES, STATEMENTS } from "../terms/statements.ts";
import { Climbing } from "./climbing.ts";
import { Conduct } from "./conduct.ts";
import { LineUse } from "./line-use.ts";
import { columnsOf, MEASURE_NAMES, type Column, type MeasureName } from "./measure-table.ts";

/** A recorder that keeps only measures, of one run after the other. */
export interface MeasureRecorder extends Recorder {
  /** A number for each column; complete once the run has ended, and written over by the next. */
  readonly values: Int32Array;
  /** Makes ready for the next run. */
  readonly begin: () => void;
}

/** The columns of a model's measures, in the order of the values. */
export function measureColumns({ scenario: { parties, crisis } }: Model): readonly Column[] {
  return columnsOf(Object.keys(parties), crisis);
}

const {
  "stance": KIND_STANCE, "perceived": KIND_PERCEIVED, "act": KIND_ACT, "call": KIND_CALL, "message": KIND_MESSAGE, "relay": KIND_RELAY,
  "statement": KIND_STATEMENT, "run.ended": KIND_ENDED,
} = ENTRY;
const WARNING = MESSAGE_NAMES.map((name) => WARNINGS.includes(name));
const HOSTILE = ACT_NAMES.map((name) => ACTS[name].goldstein < 0);
const SAID_TENTHS = Int32Array.from(MESSAGE_NAMES, (name) => Math.round(MESSAGES[name].goldstein * 10));
const STATED_TENTHS = Int32Array.from(STATEMENT_NAMES, (name) => Math.round(STATEMENTS[name].goldstein * 10));
const ACT_QUADS = ACT_NAMES.map((name) => quadOf(ACTS[name].code));
const SAID_QUADS = MESSAGE_NAMES.map((name) => quadOf(MESSAGES[name].code));
const STATED_QUADS = STATEMENT_NAMES.map((name) => quadOf(STATEMENTS[name].code));
const SENT = STAGE["waiting"];
const SLIGHT = GRAVITIES.indexOf("slight");

// The integer of an entry: the actor and one in eight bits (there are at most 200 parties), the chain's length in sixteen, two marks.
const ACTOR = 0xFF;
const LENGTH_UNIT = 1 << 8;
const LENGTH = 0xFFFF * LENGTH_UNIT;
const MISREAD = 1 << 24;
const SLIGHT_ACT = 1 << 25;
const PASSED_ON = ACTOR | LENGTH | MISREAD;

const FIRST_ENTRIES = 4096;

/** Measures runs of a model, the first from its start. */
export function measure(model: Model): MeasureRecorder {
  const values = new Int32Array(measureColumns(model).length);
  const [climbing, conduct, line] = [new Climbing(model), new Conduct(model), new LineUse(model)];
  let remembered = new Int32Array(FIRST_ENTRIES);
  let number = 0;
  let longest = 0;
  let tenthsSaid = 0;
  const quads = new Int32Array(QUADS.length);
  let warningsArrived = 0;
  let [readings, graver, milder, misattributed, slightReadings, falseAlarms] = [0, 0, 0, 0, 0, 0];

  const begin = (): void => {
    climbing.begin();
    conduct.begin();
    line.begin();
    quads.fill(0);
    number = longest = tenthsSaid = warningsArrived = readings = graver = milder = misattributed = slightReadings = falseAlarms = 0;
  };
  // What the entry leaves to those that it causes: of a hostile act, a link in the chain of replies.
  const linked = (path: number, who: number, act: number): number => {
    if (!HOSTILE[act] || (path & ACTOR) === who + 1) return path & (ACTOR | LENGTH);
    const link = ((path & LENGTH) + LENGTH_UNIT) | (who + 1);
    longest = Math.max(longest, (link & LENGTH) / LENGTH_UNIT);
    return link;
  };
  // How each measure is read once the run has ended, in the order of the columns: a number, or one for each pair or party.
  const found: Readonly<Record<MeasureName, (at: number) => number | Int32Array>> = {
    "peak": () => Math.max(0, ...climbing.peaks),
    "peak-of": () => climbing.peaks,
    "minutes-at-warning": () => climbing.minutesFrom("warning"),
    "minutes-at-show-of-force": () => climbing.minutesFrom("show-of-force"),
    "minutes-at-limited-force": () => climbing.minutesFrom("limited-force"),
    "minutes-at-exchange-of-force": () => climbing.minutesFrom("exchange-of-force"),
    "minutes-at-open-conflict": () => climbing.minutesFrom("open-conflict"),
    "first-force": () => conduct.firstForce,
    "force": () => sum(conduct.force),
    "force-by": () => conduct.force,
    "strikes": () => sum(conduct.strikes),
    "strikes-by": () => conduct.strikes,
    "longest-chain": () => longest,
    "hostile-acts": () => conduct.hostile,
    "hostile-answered": () => conduct.answered,
    "to-baseline": () => climbing.toBaseline(),
    "recurrence": () => climbing.recurrence,
    "readings": () => readings,
    "graver": () => graver,
    "milder": () => milder,
    "reading-gap": () => graver - milder,
    "misattributed": () => misattributed,
    "slight-readings": () => slightReadings,
    "false-alarms": () => falseAlarms,
    "thresholds-crossed": () => climbing.crossed,
    "crossed-unintended": () => climbing.crossedUnintended,
    "calls-taken": () => line.taken,
    "calls-untaken": () => line.untaken,
    "contacts": () => line.contacts,
    "contact-minutes": () => line.contactMinutes,
    "words": () => line.words,
    "word-minutes": () => line.wordMinutes,
    "notices": () => line.notices,
    "notice-minutes": () => line.noticeMinutes,
    "messages-sent": () => line.sent,
    "messages-arrived": () => line.arrived,
    "warnings-arrived": () => warningsArrived,
    "requests-followed": () => line.followed,
    "requests-not-followed": () => line.notFollowed,
    "requests-relayed": () => line.relayed,
    "requests-unverified": () => line.unverified,
    "line-minutes": (at) => at * model.lines.length,
    "declared-minutes": () => line.declaredMinutes,
    "practised-minutes": () => line.practisedMinutes,
    "warning-to-force": () => conduct.warningToForce,
    "goldstein": () => conduct.tenths + tenthsSaid,
    "goldstein-conduct": () => conduct.tenths,
    "escalation-score": () => conduct.score,
    "verbal-cooperation": () => quads[0]!,
    "material-cooperation": () => quads[1]!,
    "verbal-conflict": () => quads[2]!,
    "material-conflict": () => quads[3]!,
  };
  const readers = MEASURE_NAMES.map((name) => found[name]);
  const end = (at: number): void => {
    climbing.end(at);
    line.end(at);
    let place = 0;
    for (const read of readers) {
      const value = read(at);
      if (typeof value === "number") values[place++] = value;
      else {
        values.set(value, place);
        place += value.length;
      }
    }
  };
  return {
    values,
    begin,
    record: (at, kind, who, whom, _root, cause, a, b, c, d) => {
      const before = cause === -1 ? 0 : remembered[cause]!;
      let path = before & PASSED_ON;
      switch (kind) { // the most frequent first
        case KIND_PERCEIVED: {
          if (c < -1) break; // nobody did anything: a call, a word, an order
          const wrong = c >= 0 && c !== whom;
          readings++;
          if (d > 0) graver++;
          else if (d < 0) milder++;
          if (wrong) misattributed++;
          if ((before & SLIGHT_ACT) !== 0) {
            slightReadings++;
            if (d > 0) falseAlarms++;
          }
          if (d > 0 || wrong) path |= MISREAD;
          break;
        }
        case KIND_MESSAGE:
          if (line.message(at, who, a, b, c)) {
            if (WARNING[a]) {
              warningsArrived++;
              conduct.warned(at, who, whom);
            }
          } else if (b === SENT && conduct.isCrisis(who, whom)) {
            tenthsSaid += SAID_TENTHS[a]!;
            quads[SAID_QUADS[a]!]!++;
          }
          break;
        case KIND_STANCE: climbing.move(at, a, c, (before & MISREAD) !== 0); break;
        case KIND_CALL: line.call(at, a, b); break;
        case KIND_ACT: {
          path = b <= SLIGHT ? SLIGHT_ACT : 0;
          if (who === -1) break;
          line.act(at, who, conduct.act(at, who, whom, a));
          if (conduct.isCrisis(who, whom)) quads[ACT_QUADS[a]!]!++;
          path |= linked(before, who, a);
          break;
        }
        case KIND_RELAY: line.relay(b, c); break;
        case KIND_STATEMENT:
          if (!conduct.isCrisis(who, whom)) break;
          tenthsSaid += STATED_TENTHS[a]!;
          quads[STATED_QUADS[a]!]!++;
          break;
        case KIND_ENDED: end(at); break;
        default:
      }
      if (number === remembered.length) {
        const grown = new Int32Array(number * 2);
        grown.set(remembered);
        remembered = grown;
      }
      remembered[number++] = path;
    },
  };
}

function sum(counts: Int32Array): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  return total;
}
