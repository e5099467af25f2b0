// The journal of a session as text: a header, then one line for each thing that people did.
// A line that cannot be read ends the journal there: what stands before it is whole.

import { PHASES, type PhaseMark, phasesUntil } from "./phases.ts";
import { type Step, stepsUntil } from "./steps.ts";

/** What a session is about, and what made it. */
export interface JournalHeader {
  readonly journal: 1;
  readonly deconflict: string;
  /** The scenario as the call named it, and its file. */
  readonly source: string;
  readonly file: string;
  readonly title: string;
  readonly scenarioHash: string;
  readonly chartsHash: string;
  readonly seed: number;
  /** When it was begun, in UTC. */
  readonly begun: string;
}

/** A note of whoever directs or observes: tied to an entry and, if wanted, to an objective. It steers nothing. */
export interface Note { readonly entry: string; readonly at: number; readonly kind: "strength" | "improve" | "note"; readonly objective?: string; readonly text: string; readonly by: string; }

/** One line after the header. */
export type JournalRecord =
  | Step
  /** The run is taken back to a place and goes on beside the branch it came from. */
  | { readonly do: "branch"; readonly name: string; readonly from: string; readonly events: number; /** The minute of the line that it begins at; older journals do not say it. */ readonly at?: number }
  | { readonly do: "switch"; readonly branch: string }
  | ({ readonly do: "note" } & Note)
  | ({ readonly do: "phase" } & PhaseMark)
  /** How far the branch has been played. */
  | { readonly do: "reached"; readonly events: number; /** The minute that time had come to; older journals do not say it. */ readonly at?: number };

/** A journal as far as it can be read. `length` is how many bytes that is; `damage` says what comes after them. */
export interface Journal {
  readonly header: JournalHeader;
  readonly records: readonly JournalRecord[];
  readonly length: number;
  readonly damage: { readonly line: number; readonly why: string } | undefined;
}

/** A branch: where it left its parent, the steps and phases from the start of the run, and how far it was played. */
export interface Branch {
  readonly name: string;
  readonly from: string | undefined;
  readonly forkedAt: number;
  /** The minute of the line at which it left its parent; undefined where the journal does not say it. */
  readonly forkedMinute: number | undefined;
  readonly steps: readonly Step[];
  readonly phases: readonly PhaseMark[];
  readonly reached: number;
  /** The minute up to which it was played, where the journal says it. */
  readonly reachedMinute: number | undefined;
}

/** What the records add up to. */
export interface SessionState {
  readonly branches: ReadonlyMap<string, Branch>;
  readonly current: string;
  readonly notes: readonly Note[];
}

/** The name of the branch that every session begins with. */
export const MAIN_BRANCH = "main";

/** A session in which nothing has been done. */
export const NEW_SESSION: SessionState = {
  branches: new Map([[MAIN_BRANCH, { name: MAIN_BRANCH, from: undefined, forkedAt: 0, forkedMinute: undefined, steps: [], phases: [], reached: 0, reachedMinute: undefined }]]),
  current: MAIN_BRANCH, notes: [],
};

/** A header or record as the line that is written, with its end. */
export function renderLine(value: JournalHeader | JournalRecord): string {
  return `${JSON.stringify(value)}\n`;
}

/** A journal from its bytes; undefined where even the header cannot be read. */
export function parseJournal(bytes: Uint8Array): Journal | undefined {
  let start = 0;
  let line = 0;
  let header: JournalHeader | undefined;
  const records: JournalRecord[] = [];
  const damaged = (why: string): Journal | undefined => header && { header, records, length: start, damage: { line, why } };
  while (start < bytes.length) {
    line++;
    const end = bytes.indexOf(10, start);
    if (end === -1) return damaged("the line was not finished");
    const value = parsedLine(bytes.subarray(start, end));
    if (value === undefined) return damaged("the line is no JSON object");
    if (header === undefined) {
      if (!isHeader(value)) return undefined;
      header = value;
    } else if (isRecord(value)) records.push(value);
    else return damaged("the line is no record of a journal");
    start = end + 1;
  }
  return header && { header, records, length: start, damage: undefined };
}

/** The state of a session after one more record; undefined where the record names a branch that there is not, or one that there is. */
export function afterRecord(state: SessionState, record: JournalRecord): SessionState | undefined {
  const branch = state.branches.get(state.current)!;
  const withBranch = (next: Branch): SessionState => ({ ...state, branches: new Map([...state.branches, [next.name, next]]) });
  switch (record.do) {
    case "branch": {
      const from = state.branches.get(record.from);
      if (from === undefined || state.branches.has(record.name)) return undefined;
      const next = { name: record.name, from: record.from, forkedAt: record.events, forkedMinute: record.at, steps: stepsUntil(from.steps, record.events), phases: phasesUntil(from.phases, record.events), reached: record.events, reachedMinute: record.at };
      return { ...withBranch(next), current: record.name };
    }
    case "switch": return state.branches.has(record.branch) ? { ...state, current: record.branch } : undefined;
    case "note": {
      const { do: _do, ...note } = record;
      return { ...state, notes: [...state.notes, note] };
    }
    case "phase": return withBranch({ ...branch, phases: [...branch.phases, { phase: record.phase, events: record.events, at: record.at }] });
    case "reached": return withBranch(played(branch, record));
    default: return withBranch(played({ ...branch, steps: [...branch.steps, record] }, record));
  }
}

function played(branch: Branch, { events, at }: { readonly events: number; readonly at?: number }): Branch {
  return { ...branch, reached: Math.max(branch.reached, events), reachedMinute: at === undefined ? branch.reachedMinute : Math.max(branch.reachedMinute ?? 0, at) };
}

/** The state after all records; `misfit` is the place of the first that does not fit, counted from 0. */
export function foldRecords(records: readonly JournalRecord[]): { readonly state: SessionState; readonly misfit: number | undefined } {
  let state = NEW_SESSION;
  for (const [i, record] of records.entries()) {
    const next = afterRecord(state, record);
    if (next === undefined) return { state, misfit: i };
    state = next;
  }
  return { state, misfit: undefined };
}

type Shape = Readonly<Record<string, "string" | "number" | "number?" | "boolean" | "text?" | "pair" | readonly string[]>>;

const HEADER: Shape = { journal: "number", deconflict: "string", source: "string", file: "string", title: "string", scenarioHash: "string", chartsHash: "string", seed: "number", begun: "string" };
const RECORDS: Readonly<Record<JournalRecord["do"], Shape>> = {
  answer: { events: "number", at: "number", question: "string", option: "string", by: "string", reason: "text?", wording: "text?" },
  amend: { events: "number", at: "number", overlay: "string", by: "string", what: "string" },
  force: { events: "number", at: "number", question: "string", between: "pair", option: "string", by: "string", what: "string" },
  seat: { events: "number", at: "number", party: "string", taken: "boolean", by: "string" },
  branch: { name: "string", from: "string", events: "number", at: "number?" },
  switch: { branch: "string" },
  note: { entry: "string", at: "number", kind: ["strength", "improve", "note"], objective: "text?", text: "string", by: "string" },
  phase: { phase: PHASES, events: "number", at: "number" },
  reached: { events: "number", at: "number?" },
};

function parsedLine(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // the one who reads is told the line's number
  }
}

function isHeader(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & JournalHeader {
  return value["journal"] === 1 && hasShape(value, HEADER);
}

function isRecord(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & JournalRecord {
  const kind = value["do"];
  return typeof kind === "string" && Object.hasOwn(RECORDS, kind) && hasShape(value, RECORDS[kind as JournalRecord["do"]]);
}

function hasShape(value: Readonly<Record<string, unknown>>, shape: Shape): boolean {
  return Object.entries(shape).every(([key, type]) => {
    const field = value[key];
    if (type === "text?") return field === undefined || typeof field === "string";
    if (type === "pair") return Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string");
    if (type === "number?" && field === undefined) return true;
    if (type === "number" || type === "number?") return Number.isSafeInteger(field) && (key === "seed" || (field as number) >= 0);
    return typeof type === "string" ? typeof field === type : type.includes(field as string);
  });
}
