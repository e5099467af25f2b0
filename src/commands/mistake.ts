import { showHarmless } from "../scenario/safe-text.ts";

/** Every kind of mistake in a call. */
export type MistakeCode =
  | "unknown-scenario" | "unknown-party" | "no-doctrine" | "bad-seed" | "bad-time" | "outside-run" | "contradiction"
  | "bad-name" | "already-there" | "cannot-write"
  | "unknown-path" | "no-values" | "bad-values" | "bad-number" | "too-large" | "unknown-outcome" | "nothing-to-compare" | "nothing-to-resume" | "another-call";

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
