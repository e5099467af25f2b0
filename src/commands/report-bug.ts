// A bug: something the program did not expect of itself. It is told with what reproduces it, and never as a stack trace unless asked for.

import { showHarmless } from "../scenario/safe-text.ts";
import type { ExitCode, Io } from "./io.ts";

/** What was being done when a bug showed; filled in as it becomes known. */
export interface Doing {
  scenario?: string;
  seed?: number | "no surprises";
  /** Simulated time, local. */
  at?: () => string | undefined;
}

/** What stays the same during a call. */
export interface Call {
  /** The line that makes the same call again. */
  readonly line: string;
  readonly version: string;
  /** Whether a stack trace is wanted. */
  readonly debug: boolean;
}

/** A bug as lines, with its line end. */
export function renderBug(error: unknown, { line, version, debug }: Call, { scenario, seed, at }: Doing = {}): string {
  const time = at?.();
  const facts = [
    ...(scenario === undefined ? [] : [`scenario ${showHarmless(scenario)}`]),
    ...(seed === undefined ? [] : [seed === "no surprises" ? "without surprises" : `seed ${seed}`]),
    ...(time === undefined ? [] : [`simulated time ${time}`]),
    `deconflict ${version}`,
  ];
  return [
    `deconflict: ${showHarmless(error instanceof Error ? error.message : String(error))}`,
    "  this is a bug: neither your file nor your call should make it happen",
    `  in ${facts.join(", ")}`,
    `  to see it again: ${showHarmless(line)}`,
    ...(debug ? stackOf(error) : ["  with DECONFLICT_DEBUG=1 before that line it also says where"]),
    "",
  ].join("\n");
}

/** Does one piece of work; where a bug shows, tells it with what was being done, and goes on to the next. */
export async function guarded(io: Io, call: Call, doing: Doing, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    await io.tell(renderBug(error, call, doing));
    return 70;
  }
}

/** The call that these arguments make, for a shell to make again. */
export function callOf(args: readonly string[], { version, env }: Io): Call {
  const debug = env["DECONFLICT_DEBUG"] ?? "";
  return { line: ["deconflict", ...args.map(quoted)].join(" "), version, debug: debug !== "" && debug !== "0" };
}

/** An argument as a shell takes it. */
export function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function stackOf(error: unknown): readonly string[] {
  const stack = error instanceof Error ? error.stack ?? "" : "";
  return stack.split("\n").slice(1).map((line) => `  ${showHarmless(line)}`);
}
