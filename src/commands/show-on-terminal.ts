// Shows the terminal program until it is left, by a key or from outside.

import type { Program } from "../tui/program.ts";
import { depthOf, isLight, themeFor } from "../tui/theme.ts";
import type { Io } from "./io.ts";

/** Makes the program, which is handed how to quit, and shows it; `ending` is done first where the end comes from outside. */
export async function showOnTerminal(make: (quit: () => void, columns: number, rows: number) => Program, terminal: NonNullable<Io["terminal"]>, io: Io, ending: () => void = () => {}): Promise<void> {
  const { showProgram } = await import("../tui/app.ts");
  let leave = (): void => {};
  const program = make(() => { leave(); }, terminal.stdout.columns, terminal.stdout.rows);
  await showProgram(program, themeFor(depthOf(io.env), isLight(io.env)), terminal, (unmount) => {
    leave = unmount;
    io.onEnd(() => {
      ending();
      unmount();
    });
  });
}
