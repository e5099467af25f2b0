// What a command may touch of the machine besides files: main hands it in, and a test hands in its own.

/** How a command ended: fine; an expectation or an invariant failed or a limit was hit; the call or a file is wrong; a bug; interrupted. */
export type ExitCode = 0 | 1 | 2 | 70 | 130;

/** The two outputs and the facts that a command needs. stdout is data, stderr is words. */
export interface Io {
  /** Writes data; done once the reader has taken it, so that nothing piles up in memory. */
  readonly write: (text: string) => Promise<void>;
  /** Writes words for people. */
  readonly tell: (text: string) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether data goes to a terminal, and how many columns that has. */
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  /** Whether words go to a terminal, so that progress can be shown. */
  readonly isWatched: boolean;
  /** The folder that paths of the call start from. */
  readonly cwd: string;
  /** The folder of the package, in which the shipped scenarios lie. */
  readonly packageFolder: string;
  readonly version: string;
  /** What is typed or piped in. */
  readonly stdin: NodeJS.ReadableStream;
  /** The terminal, where both ends are one: keys come in and the screen goes out. */
  readonly terminal: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream } | undefined;
  /** This process, and whether another one lives. */
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  /** Asks to be called when the program is told to end from outside. */
  readonly onEnd: (leave: () => void) => void;
  /** Asks to be called, once, at the next Ctrl-C (or other call to end) instead of being ended by it; nothing asks for that no longer. */
  readonly onInterrupt: (stop: (() => void) | undefined) => void;
  /** The file that worker threads run, and how many of them this machine has cores for. */
  readonly worker: URL;
  readonly cores: number;
}

/** The worst of several exit codes; 0 for none. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce((worst, code) => (code > worst ? code : worst), 0);
}

const CHUNK = 16_384;

/** Writes lines as they are made, a stretch at a time. */
export async function writeLines(io: Io, lines: Iterable<string>): Promise<void> {
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    await io.write(chunk);
    chunk = "";
  }
  if (chunk !== "") await io.write(chunk);
}
