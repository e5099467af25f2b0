// Opens what `run` is given: a scenario, which it runs, or a journal, which it replays.

import type { RunReport } from "../report/run-text.ts";
import { nearMiss } from "../scenario/diagnostics.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { unaskedAnswers } from "../simulation/unasked.ts";
import type { ExitCode, Io } from "./io.ts";
import { refused, wholeNumber, type Mistake } from "./mistake.ts";
import { namesJournal, openJournal, openScenario, tellOfWarnings, type OpenedJournal } from "./open-files.ts";
import type { Doing } from "./report-bug.ts";
import { ownSeed, simulateScenario } from "./simulate-scenario.ts";
import { minuteOf } from "./until.ts";

/** Which run is meant, as written in the call. */
export interface RunChoice {
  readonly seed?: string;
  readonly until?: string;
  readonly as?: string;
  readonly surprises: boolean;
  readonly strict?: boolean;
  readonly branch?: string;
}

/** A run, and whether what its author expects counts in it: expectations bind a whole run of a scenario under its own seed. */
export interface OpenedRun { readonly report: RunReport; readonly binding: boolean; /** The journal that it was read from. */ readonly journal?: OpenedJournal; }

/** The run that an argument means, or the exit code where there is none; then why has been told. */
export async function openRun(argument: string, choice: RunChoice, io: Io, doing: Doing): Promise<OpenedRun | ExitCode> {
  if (namesJournal(argument)) return replayed(argument, choice, io);
  if (choice.branch !== undefined) return refused(io, [{ code: "contradiction", message: `--branch ${choice.branch}: a scenario has no branches`, hint: "name a journal" }]);
  const opened = await openScenario(argument, io);
  if (opened === undefined) return 2;
  const { scenario } = opened;
  const mistakes = mistakesAbout(choice, scenario);
  if (mistakes.length > 0) return refused(io, mistakes);
  await tellOfWarnings(argument, opened, io);

  const through = choice.until === undefined ? undefined : minuteOf(choice.until, scenario);
  const seed = choice.surprises ? wholeNumber(choice.seed) ?? ownSeed(scenario) : undefined;
  const simulated = simulateScenario(scenario, seed, doing, through);
  const unasked = simulated.stop.kind === "ended" ? unaskedAnswers(simulated.model, simulated.stop.world) : [];
  if (unasked.length > 0) await io.tell(`${showHarmless(argument)}: ${unasked.length === 1 ? "1 answer given beforehand is" : `${unasked.length} answers given beforehand are`} never asked for; the first: ${showHarmless(unasked[0]!)}\n`);
  return {
    report: { simulated, source: argument, seed, version: io.version, as: choice.as, through: choice.until },
    binding: choice.strict === true || (seed === ownSeed(scenario) && choice.until === undefined),
  };
}

// A journal is replayed on the branch that is asked for, or else that was played last, as far as it was played.
async function replayed(argument: string, choice: RunChoice, io: Io): Promise<OpenedRun | ExitCode> {
  const refusing = (["seed", "until", "strict"] as const).filter((option) => choice[option] !== undefined);
  if (refusing.length > 0 || !choice.surprises) {
    return refused(io, [{ code: "contradiction", message: `${[...refusing, ...(choice.surprises ? [] : ["no-surprises"])].map((option) => `--${option}`).join(", ")}: a journal says itself how its run goes`, hint: "leave it out" }]);
  }
  const opened = await openJournal(argument, io, choice.branch);
  if (opened === undefined) return 2;
  const { run: live, sitting, seed } = opened;
  const mistakes = mistakesAbout(choice, live.model.scenario);
  if (mistakes.length > 0) return refused(io, mistakes);
  const simulated = { model: live.model, entries: live.entries, stop: live.stop, verdicts: live.verdicts, violations: live.violations };
  return { report: { simulated, source: argument, seed, version: io.version, as: choice.as, through: undefined, sitting }, binding: false, journal: opened };
}

function mistakesAbout({ as, until }: RunChoice, scenario: Scenario): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const parties = Object.values(scenario.parties);
  const party = parties.find(({ id }) => id === as);
  if (as !== undefined && party?.doctrine === undefined) {
    const actors = parties.filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id);
    mistakes.push({
      code: party === undefined ? "unknown-party" : "no-doctrine",
      message: party === undefined ? `--as ${as}: the scenario has no such party` : `--as ${as}: a party without a doctrine perceives nothing`,
      hint: nearMiss(as, actors, "parties with a doctrine")(),
    });
  }
  if (until !== undefined && minuteOf(until, scenario) === undefined) {
    mistakes.push({ code: "outside-run", message: `--until ${until}: this lies outside the run`, hint: `the run goes from ${scenario.start} to ${scenario.end}` });
  }
  return mistakes;
}
