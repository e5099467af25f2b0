// The program on a terminal, by Ink: rows become texts, input becomes keys, time passes while a run plays.
// Written without JSX, so that Node runs it as it is.

import { Box, render, Transform, useInput, usePaste, useWindowSize } from "ink";
import { createElement, memo, useEffect, useSyncExternalStore, type ReactElement } from "react";
import { keysOf } from "./keys.ts";
import { harmless, looksLike, type Painter } from "./paint.ts";
import type { Program } from "./program.ts";
import { fitRows, type Row, textOf } from "./rows.ts";

/** Shows the program until it is told to leave, and then leaves the terminal as it was. */
export async function showProgram(program: Program, paint: Painter, streams: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream }, left: (leave: () => void) => void): Promise<void> {
  streams.stdin.setRawMode(true); // before the first frame, so that no key typed meanwhile is echoed into it
  const app = render(createElement(App, { program, paint }), { ...streams, exitOnCtrlC: false, alternateScreen: true, incrementalRendering: true, maxFps: 120, patchConsole: false, interactive: true });
  left(() => { app.unmount(); });
  try {
    await app.waitUntilExit();
  } finally {
    streams.stdin.setRawMode(false);
  }
}

function App({ program, paint }: { readonly program: Program; readonly paint: Painter }): ReactElement {
  const { columns, rows } = useWindowSize();
  useEffect(() => { program.resize(columns, rows); }, [program, columns, rows]);
  const shown = useSyncExternalStore(program.subscribe, () => program.rows);
  useInput((input, key) => { for (const name of keysOf(input, key as unknown as Record<string, boolean>)) program.key(name); });
  usePaste((text) => { program.paste(text); });
  usePassingTime(program);
  // For a moment after a resize the rows are those of another size.
  const fitting = shown.length === rows && program.columns === columns ? shown : fitRows(shown, { width: columns, height: rows });
  return createElement(Box, { flexDirection: "column", width: columns, height: rows }, fitting.map((line, i) => createElement(Line, { key: i, row: harmless(line, columns), paint })));
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

// What Ink lays out is the plain text of a row; its looks are put on last, so that nobody has to read them out of it again.
const Line = memo(
  ({ row, paint }: { readonly row: Row; readonly paint: Painter }): ReactElement => {
    const painted = paint(row);
    return createElement(Transform, { transform: () => painted }, textOf(row));
  },
  (a, b) => a.paint === b.paint && sameRow(a.row, b.row),
);

function sameRow(a: Row, b: Row): boolean {
  return a === b || (a.length === b.length && a.every((span, i) => span.text === b[i]!.text && looksLike(span, b[i]!)));
}
