// What is wrong with a file, as values: a code, a place in the text, a message and a hint.
// Knows codes, spans and near misses; must not know the file format, nor how a diagnostic is drawn.
// Invariant: diagnostics are collected, never thrown, and come out sorted by file and place.

import leven from "leven";

/** Every kind of mistake and doubt the loader can report. */
export type DiagnosticCode =
  // reading
  | "file-absent" | "file-too-large" | "file-outside" | "not-a-file" | "file-unreadable"
  | "extends-cycle" | "extends-too-deep"
  // text
  | "forbidden-character" | "syntax" | "not-plain-yaml" | "too-deep" | "duplicate-key" | "bad-key" | "bad-number"
  // shape
  | "unknown-key" | "missing-key" | "wrong-type" | "unknown-value" | "out-of-range"
  // overlays
  | "unknown-path" | "already-there"
  // names
  | "bad-name" | "reserved-name" | "name-clash" | "duplicate-id"
  // values
  | "bad-time" | "bad-duration" | "bad-distance" | "bad-timezone" | "bad-seed" | "bad-value" | "bad-weights" | "bad-range"
  | "missing-option" | "unknown-option" | "outside-own-range"
  // references
  | "unknown-party" | "unknown-place" | "unknown-goal" | "unknown-item" | "unknown-channel" | "unknown-doctrine"
  | "unknown-expectation" | "unknown-assumption" | "unknown-question" | "unknown-qualifier" | "unknown-stance" | "unknown-state" | "ambiguous-state"
  | "no-chart" | "no-doctrine"
  // sense
  | "end-before-start" | "run-too-long" | "outside-run" | "empty-window" | "cannot-happen" | "after-cycle" | "scripted-party"
  | "tied-assumptions" | "contradiction" | "with-itself" | "repeated" | "wrong-kind" | "too-many" | "goal-of-another"
  // doubts: warnings only
  | "clock-gap" | "clock-overlap" | "zones-overlap" | "unused-assumption";

/** A stretch of one line: line and column from 1, length in UTF-16 units (at least 1). */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** One mistake (error) or doubt (warning) with its place. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly code: DiagnosticCode;
  readonly at: Span;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A hint, or how to make one: near misses cost time, and nobody reads the thousandth. */
export type Hint = string | (() => string | undefined) | undefined;

/** Where the phases of loading put what they find. */
export interface Problems {
  readonly error: (code: DiagnosticCode, at: Span, message: string, hint?: Hint) => void;
  readonly warn: (code: DiagnosticCode, at: Span, message: string, hint?: Hint) => void;
  /** Whether an error was found so far. */
  readonly failed: () => boolean;
  readonly errors: () => readonly Diagnostic[];
  readonly warnings: () => readonly Diagnostic[];
}

/** An empty collection of problems. */
export function collectProblems(): Problems {
  const found: Diagnostic[] = [];
  const add = (severity: Diagnostic["severity"]): Problems["error"] => (code, at, message, hint) => {
    found.push({ severity, code, at, message, hint: typeof hint !== "function" ? hint : found.length < MOST_HINTS ? hint() : undefined });
  };
  const only = (severity: Diagnostic["severity"]): readonly Diagnostic[] =>
    found.filter((diagnostic) => diagnostic.severity === severity).sort(byPlace);
  return {
    error: add("error"),
    warn: add("warning"),
    failed: () => found.some(({ severity }) => severity === "error"),
    errors: () => only("error"),
    warnings: () => only("warning"),
  };
}

const MOST_HINTS = 100;
const LONGEST_LIST = 16;
const LONGEST_NAME = 64;

/** The hint for a name that is none of the known ones: the nearest if it is near, then the list (`parties: a, b`). */
export function nearMiss(written: string, known: Iterable<string>, listed: string): () => string {
  return () => {
    const names = [...known];
    if (names.length === 0) return `${listed}: none`;
    const near = nearest(written, names);
    const shown = names.slice(0, LONGEST_LIST).join(", ");
    const more = names.length > LONGEST_LIST ? ` and ${names.length - LONGEST_LIST} more` : "";
    return `${near === undefined ? "" : `did you mean "${near}"? `}${listed}: ${shown}${more}`;
  };
}

/** The known name that differs from what is written by a third of its letters or less, if there is one. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length > LONGEST_NAME) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const distance = leven(written.toLowerCase(), name, { maxDistance: least });
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  if (a.at.line !== b.at.line) return a.at.line - b.at.line;
  if (a.at.column !== b.at.column) return a.at.column - b.at.column;
  return a.code === b.code ? 0 : a.code < b.code ? -1 : 1;
}
