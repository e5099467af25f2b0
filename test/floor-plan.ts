// The floor plan: which room may import which, what no room may call, and what every file looks like.
// Knows paths and text alone; must not read the disk, so that it can be tried on files that were never written.
// Invariant: everything it reports has a line, and reads `src/tui/app.tsx:4: tui may not import parties`.

import { posix } from "node:path";
import { SCENARIO_WORDS, BANNED, KERNEL_BANS, type Ban } from "./floor-plan-bans.ts";
import { viewsOf, type Views } from "./source-views.ts";

/** A source file by its path from the root of the repository, as in `src/tui/app.tsx`. */
export interface SourceFile { readonly path: string; readonly text: string; }

/** Something that the floor plan forbids, at a line counted from 1. */
export interface Violation { readonly path: string; readonly line: number; readonly message: string; }

interface Room {
  /** The rooms whose values and types it may import, besides its own. */
  readonly imports: readonly string[];
  /** The rooms of which it may import types alone. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** Whether it may touch the machine through node:* modules. */
  readonly node?: boolean;
  /** Whether each file opens with a header comment. */
  readonly header?: boolean;
}

/** Every room with what it may import; arrows point down only. */
const ROOMS: Readonly<Record<string, Room>> = {
  terms: { imports: [] },
  kernel: { imports: [], packages: ["xstate"], header: true },
  parties: { imports: ["kernel", "terms"], header: true },
  channel: { imports: ["kernel", "terms"], header: true },
  scenario: { imports: ["channel", "parties", "kernel", "terms"], packages: ["yaml", "zod", "leven"], header: true },
  simulation: { imports: ["scenario", "channel", "parties", "kernel", "terms"], header: true },
  study: { imports: ["simulation", "scenario", "kernel", "terms"], header: true },
  session: { imports: ["study", "simulation", "scenario", "kernel", "terms"], node: true },
  report: { imports: ["study", "simulation", "scenario", "kernel", "terms"], types: ["parties"] },
  tui: { imports: ["report", "session", "study", "simulation", "kernel", "terms"], packages: ["ink", "react", "fast-string-width"], node: true },
  commands: {
    imports: ["tui", "report", "session", "study", "simulation", "scenario", "channel", "parties", "kernel", "terms"],
    packages: ["commander", "env-paths", "hyparquet-writer", "@hpcc-js/wasm-graphviz"], node: true,
  },
  main: { imports: ["commands"], packages: ["commander"], node: true },
};

const LINES_A_FILE = 400;
const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.tsx?$/;
const EMPTY_NAMES = /(?:^|-)(?:utils?|helpers?|managers?|engines?)(?=[-.]|$)/;

/** Everything in these files that the floor plan forbids, by path and line; `scenarioNames` are those of the shipped scenarios. */
export function inspectFloorPlan(files: readonly SourceFile[], scenarioNames: readonly string[] = []): Violation[] {
  const scenarioBans = [...SCENARIO_WORDS, ...scenarioNames.map(scenarioBan)];
  return files
    .flatMap((file) => inspectFile(file, scenarioBans))
    .toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** A violation in one line, in the form that editors can jump to. */
export function renderViolation({ path, line, message }: Violation): string {
  return `${path}:${line}: ${message}`;
}

function inspectFile(file: SourceFile, scenarioBans: readonly Ban[]): Violation[] {
  const room = roomOf(file.path);
  const rules = ROOMS[room];
  if (rules === undefined) return [{ path: file.path, line: 1, message: `${room} is no room` }];
  const views = viewsOf(file.text);
  const bans = [...BANNED, ...scenarioBans, ...(room === "kernel" ? KERNEL_BANS : [])];
  return [
    ...inspectName(file.path),
    ...inspectShape(file, rules),
    ...inspectImports(file.path, room, rules, views),
    ...bans.flatMap((ban) => [...inspectBan(file.path, room, ban, views)]),
  ];
}

/** The room that a path lies in: the folder under src, or the name of a file that lies in src itself. */
function roomOf(path: string): string {
  const [, room = ""] = path.split("/");
  return room.replace(/\.tsx?$/, "");
}

function* inspectName(path: string): Generator<Violation> {
  for (const name of path.split("/").slice(1)) {
    const file = /\.tsx?$/.test(name) ? name : `${name}.ts`;
    if (!KEBAB_CASE.test(file)) yield { path, line: 1, message: `${name} is not kebab-case` };
    if (EMPTY_NAMES.test(file)) yield { path, line: 1, message: `${name} names nothing: say what is in it` };
    if (/^index\.tsx?$/.test(name)) yield { path, line: 1, message: "a barrel is banned, import from the file itself" };
  }
}

function* inspectShape({ path, text }: SourceFile, rules: Room): Generator<Violation> {
  const lines = text.replace(/\n$/, "").split("\n").length;
  if (lines > LINES_A_FILE) yield { path, line: LINES_A_FILE + 1, message: `${lines} lines are too many, split it below ${LINES_A_FILE}` };
  if (rules.header !== true) return;
  const header = headerLines(text);
  if (header < 3 || header > 6) yield { path, line: 1, message: `opens with a header of ${header} lines, use three to six` };
}

/** The lines of text in the comment that a file opens with; 0 without one. */
function headerLines(text: string): number {
  const lineComments = /^(?:\/\/.*(?:\n|$))+/.exec(text)?.[0] ?? "";
  const comment = lineComments === "" ? /^\/\*[^]*?\*\//.exec(text)?.[0] ?? "" : lineComments;
  return comment.split("\n").filter((line) => /\w/.test(line)).length;
}

function* inspectImports(path: string, room: string, rules: Room, { uncommented }: Views): Generator<Violation> {
  for (const { specifier, typesOnly, line } of importsOf(uncommented)) {
    const wanted = specifier.startsWith(".") ? roomImported(path, specifier) : packageOf(specifier);
    if (!isAllowed(wanted, room, rules, specifier.startsWith("."), typesOnly)) {
      const what = rules.types?.includes(wanted) === true ? `more than types of ${wanted}` : wanted;
      yield { path, line, message: `${room} may not import ${what}` };
    }
  }
}

function isAllowed(wanted: string, room: string, rules: Room, isOurs: boolean, typesOnly: boolean): boolean {
  if (isOurs) return wanted === room || rules.imports.includes(wanted) || (typesOnly && rules.types?.includes(wanted) === true)
    || (room === "main" && wanted === "package.json");
  if (wanted === "node:process") return room === "main";
  if (wanted.startsWith("node:")) return rules.node === true;
  return rules.packages?.includes(wanted) === true;
}

function roomImported(path: string, specifier: string): string {
  const target = posix.join(posix.dirname(path), specifier);
  return target.startsWith("src/") ? roomOf(target) : target;
}

function packageOf(specifier: string): string {
  return specifier.startsWith("node:") ? specifier : specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

function* importsOf(text: string): Generator<{ readonly specifier: string; readonly typesOnly: boolean; readonly line: number }> {
  const declared = /\b(?:import|export)\s+(?<type>type\s)?[^;"'`]*?\bfrom\s*["'](?<specifier>[^"']+)["']/g;
  const bareOrLazy = /\bimport\s*(?:\(\s*)?["'`](?<specifier>[^"'`]+)["'`]/g;
  for (const pattern of [declared, bareOrLazy]) {
    for (const match of text.matchAll(pattern)) {
      yield { specifier: match.groups!.specifier!, typesOnly: match.groups!.type !== undefined, line: lineAt(text, match.index) };
    }
  }
}

function* inspectBan(path: string, room: string, ban: Ban, views: Views): Generator<Violation> {
  if (ban.allowedIn?.includes(room) === true || ban.allowedIn?.includes(path) === true) return;
  const text = views[ban.within];
  for (const match of text.matchAll(ban.pattern)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    yield { path, line: lineAt(text, start), message: `${ban.name ?? match[0].trim()} is banned, ${ban.instead}` };
  }
}

function scenarioBan(name: string): Ban {
  return { pattern: new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "g"), within: "everything", instead: "the program knows no scenario" };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
