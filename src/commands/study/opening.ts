// What every study does first: finds and reads its scenarios, counts its runs, or says what is wrong.

import type { OverlayText } from "../../scenario/chain.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { findScenario } from "../find-scenario.ts";
import type { Io } from "../io.ts";
import type { Mistake } from "../mistake.ts";
import { openScenario, tellOfWarnings } from "../open-files.ts";
import { readScenario } from "../read-scenario.ts";
import type { Crew } from "../workers/pool.ts";

/** The most runs of one study. */
export const MOST_RUNS = 100_000_000;
const MOST_WORKERS = 256;

/** The scenario that an argument means; undefined where it is told on stderr what is wrong. */
export async function openStudied(argument: string, io: Io, overlays: readonly OverlayText[] = []): Promise<Scenario | undefined> {
  const opened = await openScenario(argument, io, overlays);
  if (opened === undefined) return undefined;
  if (overlays.length === 0) await tellOfWarnings(argument, opened, io);
  return opened.scenario;
}

/** The scenario again with other settings on it that were read before; throws (a bug) where they cannot be read now. */
export function reread(argument: string, text: string, io: Io): Scenario {
  const found = findScenario(argument, io);
  const loaded = found.ok ? readScenario(found.file, io, [{ name: "--vary", text }]) : undefined;
  if (loaded?.ok !== true) throw new Error(`${argument} cannot be read again`);
  return loaded.scenario;
}

/** A number from 1 on as written in the call, or the mistake. */
export function countOf(option: string, text: string, most: number): number | Mistake {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (number < 1) return { code: "bad-number", message: `--${option} ${text}: this is no whole number from 1 on`, hint: `for example --${option} 1000` };
  return number <= most ? number : { code: "too-large", message: `--${option} ${text}: at most ${most}`, hint: undefined };
}

/** Whether what was parsed is a mistake. */
export function isMistake(parsed: unknown): parsed is Mistake {
  return typeof parsed === "object" && parsed !== null && "code" in parsed && "hint" in parsed;
}

/** A crew that Ctrl-C calls off, until it is released. */
export interface CrewOnCall { readonly crew: Crew; readonly release: () => void; }

/** Workers as asked for, or one a core. Ctrl-C calls them off; or lets them finish what they have begun, and the next Ctrl-C calls them off. */
export function crewOf(io: Io, workers: string | undefined, at: "finish" | "drop" = "drop"): CrewOnCall | Mistake {
  const asked = workers === undefined ? io.cores : countOf("workers", workers, MOST_WORKERS);
  if (typeof asked !== "number") return asked;
  const [enough, off] = [new AbortController(), new AbortController()];
  const callOff = (): void => off.abort();
  const letFinish = (): void => {
    enough.abort();
    io.onInterrupt(callOff);
    if (io.isWatched) void io.tell("\nStopping once what is begun is done; Ctrl-C again drops it.\n");
  };
  io.onInterrupt(at === "finish" ? letFinish : callOff);
  return { crew: { file: io.worker, workers: asked, enough: enough.signal, signal: off.signal }, release: () => io.onInterrupt(undefined) };
}
