import { renderFailures } from "../report/failures.ts";
import { counted } from "../report/words.ts";
import { renderDiagnostics } from "../scenario/render-diagnostic.ts";
import { showHarmless } from "../scenario/safe-text.ts";
import type { Simulated } from "../simulation/simulate.ts";
import { findScenario } from "./find-scenario.ts";
import { worstOf, writeLines, type ExitCode, type Io } from "./io.ts";
import { renderMistake } from "./mistake.ts";
import { readScenario } from "./read-scenario.ts";
import { guarded, type Call, type Doing } from "./report-bug.ts";
import { limitReached, ownSeed, simulateScenario } from "./simulate-scenario.ts";

const MOST_SHOWN = 10_000;

/** Writes every mistake and doubt of scenarios, and which expectations do not hold under their own seeds; one line each sums up. */
export async function check(scenarios: readonly string[], io: Io, call: Call): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const argument of scenarios) {
    const doing: Doing = { scenario: argument };
    codes.push(await guarded(io, call, doing, () => checkOne(argument, io, doing)));
  }
  return worstOf(codes);
}

async function checkOne(argument: string, io: Io, doing: Doing): Promise<ExitCode> {
  const found = findScenario(argument, io);
  if (!found.ok) {
    await io.tell(renderMistake(found.mistake));
    return 2;
  }
  const loaded = readScenario(found.file, io);
  const diagnostics = [...(loaded.ok ? [] : loaded.diagnostics), ...loaded.warnings];
  if (diagnostics.length > 0) await writeLines(io, [renderDiagnostics(diagnostics, loaded.sources, MOST_SHOWN)]);
  const file = showHarmless(found.file);
  const doubts = loaded.warnings.length === 0 ? [] : [counted(loaded.warnings.length, "warning")];
  if (!loaded.ok) {
    await writeLines(io, [`${file}: ${[counted(loaded.diagnostics.length, "mistake"), ...doubts].join(", ")}`]);
    return 2;
  }
  const seed = ownSeed(loaded.scenario);
  const simulated = simulateScenario(loaded.scenario, seed, doing);
  const failures = renderFailures({ simulated, source: argument, seed, version: io.version, as: undefined, through: undefined });
  const findings = findingsOf(simulated);
  const outcome = findings.length === 0 ? ["fine", ...expectationsOf(simulated)] : [...expectationsOf(simulated), ...findings];
  await writeLines(io, [...failures.map((sentence) => `${file}: ${sentence}`), `${file}: ${[...outcome, ...doubts].join(", ")}`]);
  return findings.length > 0 || simulated.verdicts.some(({ holds }) => !holds) ? 1 : 0;
}

function findingsOf(simulated: Simulated): readonly string[] {
  const { violations, verdicts } = simulated;
  const limit = limitReached(simulated);
  return [
    ...(verdicts.every(({ holds }) => holds) ? [] : [`${verdicts.filter(({ holds }) => !holds).length} not`]),
    ...(violations.length === 0 ? [] : [`${counted(violations.length, "invariant")} broken`]),
    ...(limit === undefined ? [] : [`ended by a limit (${limit})`]),
  ];
}

// A share is about many runs, so one run says nothing of it.
function expectationsOf({ verdicts, model: { scenario: { expect } } }: Simulated): readonly string[] {
  const held = verdicts.filter(({ holds }) => holds).length;
  const shares = expect.filter(({ kind }) => kind === "share").length;
  return [
    held === 1 ? "1 expectation holds" : held === 0 && verdicts.length === 0 ? "no expectation to hold" : `${held} expectations hold`,
    ...(shares === 0 ? [] : [`${counted(shares, "share")} of many runs not judged`]),
  ];
}
