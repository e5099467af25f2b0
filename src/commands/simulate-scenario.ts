import { likeliest, seeded, type Answerer } from "../kernel/choices.ts";
import { localTime } from "../kernel/time.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { compileModel } from "../simulation/model.ts";
import type { Verdict } from "../simulation/judge.ts";
import { simulate, type Simulated } from "../simulation/simulate.ts";
import type { Doing } from "./report-bug.ts";

/** A run of a scenario under a seed, or without surprises, to its end or through a minute. Notes in `doing` how far it came. */
export function simulateScenario(scenario: Scenario, seed: number | undefined, doing: Doing, through?: number): Simulated {
  doing.seed = seed ?? "no surprises";
  const answerer = seed === undefined ? likeliest : seeded(seed);
  let last: number | undefined;
  doing.at = () => (last === undefined ? undefined : clockText(scenario, last));
  const noting: Answerer = {
    mayWait: answerer.mayWait,
    answer: (question) => {
      last = question.at;
      return answerer.answer(question);
    },
  };
  return simulate(compileModel(scenario), noting, through);
}

/** The seed that a scenario itself is run under; undefined where it takes the no-surprise course. */
export function ownSeed({ course, seed }: Scenario): number | undefined {
  return course === "no-surprises" ? undefined : seed;
}

/** The name of the limit that a run reached; undefined where it came to its end, or as far as it was to go. */
export function limitReached({ stop }: Simulated): string | undefined {
  return stop.kind === "ended" && stop.ending !== "ended" ? stop.ending : undefined;
}

/** The run with the verdicts that nothing after its end could change: of a run that was stopped, some are still open. */
export function settled(simulated: Simulated): Simulated {
  const { stop, verdicts } = simulated;
  return stop.kind === "ended" ? simulated : { ...simulated, verdicts: verdicts.filter((verdict) => isSettled(verdict, stop.world.at)) };
}

function isSettled({ expectation, holds, count }: Verdict, at: number): boolean {
  if (expectation.kind === "event") return expectation.within[1] <= at || count > (expectation.atMost ?? Number.POSITIVE_INFINITY);
  return expectation.kind === "quiet" ? !holds || expectation.within[1] < at : holds;
}

/** A minute of the run as a local date and time. */
export function clockText({ startEpochMinutes, offsets }: Scenario, at: number): string {
  const { year, month, day, hour, minute } = localTime(startEpochMinutes, offsets, at);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
