import { spawn, type IPty } from "node-pty";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import xterm from "@xterm/headless";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** How long a test waits for something to be on the screen, in milliseconds. */
const DEADLINE = 15_000;

/** The built program in a pseudo-terminal, with an emulator that knows what is really on the screen. */
export class Terminal {
  readonly home: string;
  readonly #pty: IPty;
  readonly #screen: xterm.Terminal;
  #written = Promise.resolve();
  #output = "";
  #arrivedAt = 0;
  #exit: { readonly exitCode: number; readonly signal?: number | undefined } | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(args: readonly string[], { columns = 100, rows = 30, env = {}, home }: { readonly columns?: number; readonly rows?: number; readonly env?: Readonly<Record<string, string>>; readonly home?: string } = {}) {
    this.home = home ?? mkdtempSync(join(tmpdir(), "deconflict-terminal-"));
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn(process.execPath, [join(ROOT, "dist/deconflict.mjs"), ...args], {
      cols: columns, rows, cwd: ROOT, name: "xterm-256color",
      env: { ...process.env, CI: "false", NO_COLOR: "", DECONFLICT_HOME: this.home, ...env } as Record<string, string>,
    });
    this.#pty.onData((data) => {
      this.#arrivedAt = performance.now();
      this.#output += data;
      this.#written = this.#written.then(() => new Promise((resolve) => { this.#screen.write(data, resolve); }));
      void this.#written.then(() => { this.#changed(); });
    });
    this.#pty.onExit((exit) => {
      this.#exit = exit;
      this.#changed();
    });
  }

  /** Everything that was written, with its escape sequences. */
  get output(): string { return this.#output; }
  /** When the program wrote last, as performance.now() has it; the emulator takes its own time to show it. */
  get arrivedAt(): number { return this.#arrivedAt; }
  /** Whether the alternate screen is on. */
  get isAlternate(): boolean { return this.#screen.buffer.active.type === "alternate"; }
  get pid(): number { return this.#pty.pid; }

  /** The screen as lines of text. */
  get text(): string {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, i) => active.getLine(active.viewportY + i)?.translateToString(true) ?? "").join("\n");
  }

  type(keys: string): void { this.#pty.write(keys); }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  kill(signal: string): void { this.#pty.kill(signal); }

  /** Waits until this is on the screen; where it does not come in time, the error holds the screen. */
  async shows(what: string | RegExp): Promise<string> {
    const found = (): boolean => (typeof what === "string" ? this.text.includes(what) : what.test(this.text));
    await this.#until(found, () => `${String(what)} did not come onto the screen:\n${this.text}`);
    return this.text;
  }

  /** Waits until the program has ended and all it wrote is on the screen; gives its exit code. */
  async ended(): Promise<number> {
    await this.#until(() => this.#exit !== undefined, () => `the program has not ended:\n${this.text}`);
    await this.#written;
    return this.#exit!.exitCode;
  }

  [Symbol.dispose](): void {
    if (this.#exit === undefined) this.#pty.kill("SIGKILL");
    this.#screen.dispose();
    rmSync(this.home, { recursive: true, force: true });
  }

  #changed(): void { for (const watcher of this.#watchers) watcher(); }

  #until(holds: () => boolean, complain: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(complain()));
      }, DEADLINE);
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }
}
