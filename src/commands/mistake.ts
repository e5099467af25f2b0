import { showHarmless } from "../scenario/safe-text.ts";
import type { ExitCode, Io } from "./io.ts";

/** Every kind of mistake in a call. */
export type MistakeCode =
  | "unknown-scenario" | "unknown-branch" | "unknown-party" | "no-doctrine" | "bad-seed" | "bad-time" | "outside-run" | "contradiction"
  | "bad-name" | "already-there" | "in-use" | "cannot-write" | "unknown-path" | "no-values" | "bad-values" | "bad-number" | "too-large" | "unknown-outcome"
  | "nothing-to-compare" | "nothing-to-resume" | "another-call" | "unknown-entry" | "unclear-entry" | "unknown-chart" | "unclear-chart" | "not-in-run" | "unknown-target";

/** One mistake in a call: the call is no file, so it has no place. */
export interface Mistake {
  readonly code: MistakeCode;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The mistake as lines, with its line end, in the form that diagnostics of files have. */
export function renderMistake({ code, message, hint }: Mistake): string {
  return `error[${code}]: ${showHarmless(message)}\n${hint === undefined ? "" : `  hint: ${showHarmless(hint)}\n`}`;
}

/** Tells what is wrong with a call. */
export async function refused(io: Io, mistakes: readonly Mistake[]): Promise<ExitCode> {
  await io.tell(mistakes.map(renderMistake).join(""));
  return 2;
}

/** The whole number of at most 53 bits that a text is, if it is one. */
export function wholeNumber(text: string | undefined): number | undefined {
  const number = text !== undefined && /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number + 0 : undefined; // + 0 makes -0 plain
}
