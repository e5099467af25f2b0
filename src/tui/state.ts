// What the terminal program remembers of itself: where one looks, what is open, what is half typed.
// Nothing of a run is in here: that is the session's, and reaches the screen as a view.

import type { Phase } from "../session/phases.ts";
import type { Session } from "../session/session.ts";
import type { Model } from "../simulation/model.ts";
import type { Entry } from "../simulation/trace.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Decisives } from "./decisive-search.ts";
import type { InjectForm } from "./inject.ts";

/** The panes, in the order in which Tab goes through them. */
export const PANES = ["story", "ladder", "line", "detail", "timeline", "distance", "map"] as const;
/** Where playing stops by itself, to ask what comes next. */
export const STOPS = ["the first warning", "each warning", "no warning"] as const;

/** The name of a pane. */
export type PaneName = (typeof PANES)[number];

/** Kinds of story lines that one may want alone. */
export const KINDS = ["everything", "what happens", "readings", "the line", "in public", "decisions and stances"] as const;
/** The name of a kind of story line. */
export type KindName = (typeof KINDS)[number];

/** What lies over the panes and takes the keys. */
export type Overlay =
  | { readonly kind: "none" }
  | { readonly kind: "help"; readonly top: number }
  | { readonly kind: "decision"; readonly chosen: number; readonly field: "options" | "reason" | "wording"; readonly reason: string; readonly wording: string; readonly top: number }
  | { readonly kind: "seats"; readonly chosen: number }
  | { readonly kind: "items"; readonly chosen: number; /** The item that was acted on, so that the cursor stays with it. */ readonly id?: string }
  | { readonly kind: "inject"; readonly form: InjectForm }
  | { readonly kind: "assumptions"; readonly chosen: number; readonly search: string; readonly value: string | undefined; /** How many steps the run had when the value was sent. */ readonly sent?: number }
  | { readonly kind: "branches"; readonly chosen: number }
  | { readonly kind: "compare"; readonly branch: string; readonly top: number }
  | { readonly kind: "phases"; readonly chosen: number; readonly askedTwice: boolean }
  | { readonly kind: "review"; readonly top: number }
  | { readonly kind: "ask"; readonly about: "fork" | "note" | "search"; readonly text: string; readonly noteKind: "note" | "strength" | "improve"; readonly objective: number; /** What the note or the branch is tied to: the entry that was looked at when this was opened. */ readonly entry: number };

/** What can be open over the panes. */
export type OverlayKind = Overlay["kind"];

/** The whole of it. */
export interface AppState {
  readonly columns: number;
  readonly rows: number;
  /** Entries with a smaller number are shown. */
  readonly cursor: number;
  /** Minutes since the start that have been shown, where time runs evenly. */
  readonly clock: number;
  /** The entry that is looked at; the newest one where it is undefined. */
  readonly selected: number | undefined;
  readonly playing: boolean;
  readonly pace: "events" | "even";
  /** Place in SPEEDS. */
  readonly speed: number;
  readonly stopsAt: (typeof STOPS)[number];
  readonly pane: PaneName;
  /** The pane alone on the screen. On a small screen every pane but the story is shown so. */
  readonly zoomed: boolean;
  /** By how many rows the focused pane is scrolled. */
  readonly top: number;
  readonly party: string | undefined;
  readonly kind: KindName;
  readonly search: string;
  readonly overlay: Overlay;
  /** What was half typed when something was closed, by what it was for: it comes back when that is opened again. */
  readonly drafts: Readonly<Record<string, string>>;
  /** One sentence for the person, until the next key. */
  readonly notice: string | undefined;
  /** The decision that was opened by itself last, by its identity. */
  readonly asked: string | undefined;
  /** The first warning has been pointed out. */
  readonly warned: boolean;
}

/** What the screen shows of the session. It changes with the run, never by a key alone. */
export interface View {
  readonly session: Session;
  readonly model: Model;
  /** Everything that has happened, whoever may know of it. */
  readonly entries: readonly Entry[];
  readonly chronicle: Chronicle;
  /** The party that sees it, or undefined for whoever directs. */
  readonly seat: string | undefined;
  readonly readOnly: boolean;
  /** What has been found of the choices that the entry in detail turned on, while they are looked for. */
  readonly decisives?: Decisives | undefined;
}

/** What a key may ask of the world outside the state. */
export type Effect =
  | { readonly do: "go-on" }
  /** On to the next decision of anyone the viewer knows, or the next change of a crisis pair's rung. */
  | { readonly do: "go-until"; readonly next: "decision" | "rung" }
  | { readonly do: "go-through"; readonly minute: number }
  | { readonly do: "decide"; readonly option: string; readonly reason: string; readonly wording: string }
  | { readonly do: "take-seat"; readonly party: string }
  | { readonly do: "leave-seat"; readonly party: string }
  | { readonly do: "see-as"; readonly party: string | undefined }
  | { readonly do: "amend"; readonly overlay: string; readonly what: string }
  | { readonly do: "force"; readonly question: string; readonly between: readonly [string, string]; readonly option: string; readonly what: string }
  | { readonly do: "fork"; readonly entry: number; readonly name: string }
  | { readonly do: "switch"; readonly branch: string }
  | { readonly do: "note"; readonly entry: string; readonly kind: "note" | "strength" | "improve"; readonly objective: string | undefined; readonly text: string }
  | { readonly do: "phase"; readonly phase: Phase }
  | { readonly do: "quit" };

/** What a key does: the state after it, and what it asks for. */
export interface Change { readonly state: AppState; readonly effects: readonly Effect[]; }

/** Paces: by events in lines a second, evenly in minutes of the run a second. */
export const SPEEDS: readonly { readonly linesPerSecond: number; readonly minutesPerSecond: number; readonly name: string }[] = [
  { linesPerSecond: 0.5, minutesPerSecond: 30, name: "slow" },
  { linesPerSecond: 1, minutesPerSecond: 120, name: "steady" },
  { linesPerSecond: 2, minutesPerSecond: 480, name: "brisk" },
  { linesPerSecond: 8, minutesPerSecond: 1440, name: "fast" },
];

/** How the program starts. */
export function startingState(columns: number, rows: number): AppState {
  return {
    columns, rows, cursor: 1, clock: 0, selected: undefined, playing: false, pace: "events", speed: 1, stopsAt: STOPS[0], pane: "story", zoomed: false, top: 0,
    party: undefined, kind: "everything", search: "", overlay: { kind: "none" }, drafts: {}, notice: undefined, asked: undefined, warned: false,
  };
}

/** No overlay. */
export const NO_OVERLAY: Overlay = { kind: "none" };
