// The terminal program in a pseudo-terminal at 200x60: how soon a key shows, what playing and pausing cost.
//   npm run bench -- terminal

import { readFileSync } from "node:fs";
import { Terminal } from "../terminal/terminal.ts";

const COLUMNS = 200;
const ROWS = 60;
/** The kernel counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Measures and prints. */
export async function measureTerminal(): Promise<void> {
  const started = performance.now();
  using terminal = new Terminal(["play", "at-tanf-2017"], { columns: COLUMNS, rows: ROWS, env: { COLORTERM: "truecolor" } });
  await terminal.shows("Nothing has happened yet");
  const firstFrame = performance.now() - started;

  terminal.type("t+++ ");
  await terminal.shows("The first warning"); // where it pauses once
  terminal.type(" ");
  await terminal.shows("▶ even, fast");
  const playing = await cost(terminal, 4);
  const whilePlaying = await keyDelays(terminal, 60);
  terminal.type(" ");
  await terminal.shows("‖ paused");
  const whilePaused = await keyDelays(terminal, 60);
  const idle = await cost(terminal, 5);
  const clears = terminal.output.split("\u001B[2J").length - 1 + terminal.output.split("\u001B[3J").length - 1;
  terminal.type("q");
  await terminal.ended();

  console.log(`the built program at ${COLUMNS}x${ROWS} on Node ${process.version}`);
  console.log(`first frame                     ${firstFrame.toFixed(0)} ms`);
  console.log(`a key to a changed screen       median ${quantile(whilePlaying, 0.5)} ms, 95th percentile ${quantile(whilePlaying, 0.95)} ms while playing a day a second`);
  console.log(`                                median ${quantile(whilePaused, 0.5)} ms, 95th percentile ${quantile(whilePaused, 0.95)} ms while paused`);
  console.log(`playing                         ${(100 * playing.cpu).toFixed(0)} % of a core, ${(playing.bytes / 1024).toFixed(0)} KiB a second written`);
  console.log(`paused                          ${(100 * idle.cpu).toFixed(1)} % of a core, ${idle.bytes.toFixed(0)} bytes a second written`);
  console.log(`clears of the whole screen      ${clears}`);
}

// Goes from pane to pane: each key must change the screen. What counts is when that is written, and not when the emulator here shows it.
async function keyDelays(terminal: Terminal, count: number): Promise<readonly number[]> {
  const delays: number[] = [];
  for (let i = 0; i < count; i++) {
    const pane = i % 2 === 0 ? "Ladder" : "Story";
    const before = performance.now();
    terminal.type(pane === "Ladder" ? "2" : "1");
    await terminal.shows(new RegExp(`━━ ${pane}`));
    delays.push(terminal.arrivedAt - before);
  }
  return delays;
}

async function cost(terminal: Terminal, seconds: number): Promise<{ readonly cpu: number; readonly bytes: number }> {
  const [ticks, bytes] = [ticksOf(terminal.pid), terminal.output.length];
  await new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });
  return { cpu: (ticksOf(terminal.pid) - ticks) / TICKS_PER_SECOND / seconds, bytes: (terminal.output.length - bytes) / seconds };
}

function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function quantile(values: readonly number[], q: number): string {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))]!.toFixed(0);
}
