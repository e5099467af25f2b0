// Shows the terminal program until it is left, by a key or from outside.

import { painterFor } from "../tui/paint.ts";
import type { Program } from "../tui/program.ts";
import { depthOf, isLight, themeFor } from "../tui/theme.ts";
import type { Io } from "./io.ts";

/** Makes the program, which is handed how to quit, and shows it; `ending` is done first where the end comes from outside. */
export async function showOnTerminal(make: (quit: () => void, columns: number, rows: number) => Program, terminal: NonNullable<Io["terminal"]>, io: Io, ending: () => void = () => {}): Promise<void> {
  const { showProgram } = await import("../tui/app.ts");
  let leave = (): void => {};
  const program = make(() => { leave(); }, terminal.stdout.columns, terminal.stdout.rows);
  const depth = depthOf(io.env);
  await showProgram(program, painterFor(themeFor(depth, isLight(io.env)), depth), terminal, (unmount) => {
    leave = unmount;
    io.onEnd(() => {
      ending();
      unmount();
    });
  });
}
