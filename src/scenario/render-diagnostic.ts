// A diagnostic as text: place, code, message, the line it is about with carets, and the hint.
// Knows columns and widths; must not know files, colours or terminals.
// Invariant: nothing from a file reaches the text unmasked (no control, escape or direction character), and the carets
// stand under what they mean, whatever tabs or wide characters come before.

import type { Diagnostic } from "./diagnostics.ts";
import { showHarmless } from "./safe-text.ts";

const WIDEST = 120;
const MESSAGE_LIMIT = 400;

/** The diagnostic as lines, without a line end; `sources` gives the text of each file. */
export function renderDiagnostic(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>): string {
  const { at, severity, code, message, hint } = diagnostic;
  const lines = [`${showHarmless(at.file)}:${at.line}:${at.column}: ${severity}[${code}]: ${shortened(message)}`];
  const line = sources.get(at.file)?.split("\n", at.line)[at.line - 1];
  if (line !== undefined && line.trim() !== "") {
    const { shown, before, under } = excerpt(line.replace(/\r$/, ""), at.column - 1, at.length);
    const number = String(at.line);
    lines.push(`  ${number} | ${shown}`, `  ${" ".repeat(number.length)} | ${" ".repeat(before)}${"^".repeat(Math.max(1, under))}`);
  }
  if (hint !== undefined) lines.push(`  hint: ${shortened(hint)}`);
  return lines.join("\n");
}

/** Several diagnostics, the first `most` of them, with a line that says how many more there are. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>, most = 50): string {
  const shown = diagnostics.slice(0, most).map((diagnostic) => renderDiagnostic(diagnostic, sources));
  const rest = diagnostics.length - shown.length;
  return [...shown, ...(rest > 0 ? [`... and ${rest} more`] : [])].join("\n");
}

// The line cut to a window around the span, with the columns before the span and under it.
function excerpt(line: string, from: number, length: number): { readonly shown: string; readonly before: number; readonly under: number } {
  const start = from <= 60 ? 0 : from - 40;
  const cut = line.slice(start, start + WIDEST);
  const lead = start > 0 ? "…" : "";
  const tail = start + WIDEST < line.length ? "…" : "";
  const head = lead + visible(cut.slice(0, from - start));
  const marked = visible(cut.slice(from - start, from - start + length));
  const rest = visible(cut.slice(from - start + length));
  return { shown: head + marked + rest + tail, before: widthOf(head), under: widthOf(marked) };
}

function visible(text: string): string {
  return showHarmless(text.replaceAll("\t", "  "));
}

function shortened(text: string): string {
  const harmless = showHarmless(text);
  return harmless.length > MESSAGE_LIMIT ? `${harmless.slice(0, MESSAGE_LIMIT)}…` : harmless;
}

// Columns on a terminal: marks that combine take none, East Asian wide forms and pictures two.
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\u200C|\u200D|[\uFE00-\uFE0F]/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;
