// The program on a terminal, by Ink: rows become texts, input becomes keys, time passes while a run plays.
// Written without JSX, so that Node runs it as it is.

import { Box, render, Text, useInput, useWindowSize } from "ink";
import { createElement, memo, useEffect, useSyncExternalStore, type ReactElement } from "react";
import { keysOf } from "./keys.ts";
import type { Program } from "./program.ts";
import type { Row, Span } from "./rows.ts";
import type { Theme } from "./theme.ts";

/** Shows the program until it is told to leave, and then leaves the terminal as it was. */
export async function showProgram(program: Program, theme: Theme, streams: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream }, left: (leave: () => void) => void): Promise<void> {
  const app = render(createElement(App, { program, theme }), { ...streams, exitOnCtrlC: false, alternateScreen: true, incrementalRendering: true, maxFps: 60, patchConsole: false, interactive: true });
  left(() => { app.unmount(); });
  await app.waitUntilExit();
}

function App({ program, theme }: { readonly program: Program; readonly theme: Theme }): ReactElement {
  const { columns, rows } = useWindowSize();
  useEffect(() => { program.resize(columns, rows); }, [program, columns, rows]);
  const shown = useSyncExternalStore(program.subscribe, () => program.rows);
  useInput((input, key) => { for (const name of keysOf(input, key as unknown as Record<string, boolean>)) program.key(name); });
  usePassingTime(program);
  return createElement(Box, { flexDirection: "column", width: columns, height: rows, overflow: "hidden" }, shown.map((line, i) => createElement(Line, { key: i, row: line, theme })));
}

// Time passes by the clock on the wall, so that a slow terminal does not slow the run.
function usePassingTime(program: Program): void {
  const { tick } = program;
  useEffect(() => {
    if (tick === undefined) return undefined;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      program.pass((now - before) / 1000);
      before = now;
    }, tick);
    return () => { clearInterval(timer); };
  }, [program, tick]);
}

const Line = memo(
  ({ row, theme }: { readonly row: Row; readonly theme: Theme }): ReactElement =>
    createElement(Text, { wrap: "truncate-end" }, row.map((span, i) => createElement(Text, { key: i, ...theme(span) }, span.text))),
  (a, b) => a.theme === b.theme && sameRow(a.row, b.row),
);

function sameRow(a: Row, b: Row): boolean {
  return a.length === b.length && a.every((span, i) => sameSpan(span, b[i]!));
}

function sameSpan(a: Span, b: Span): boolean {
  return a.text === b.text && a.tone === b.tone && a.marked === b.marked && a.bold === b.bold;
}
