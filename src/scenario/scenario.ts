// A scenario as loaded: checked, resolved, and plain. Every time is a whole minute since the start of the run.
// Knows the shape of what an author wrote; must not know how a run goes, nor where the text came from on disk.
// Invariant: every name in it resolves (parties, places, goals, items, states), and every distribution sums above 0.
// The loader makes it; simulation compiles it; report prints it.

import type { ActName } from "../terms/acts.ts";
import type { Ground } from "../terms/assumptions.ts";
import type { MessageName } from "../terms/messages.ts";
import type { StatementName } from "../terms/statements.ts";

/** How a party relates to another: it selects the chart that its doctrine gives the stance. */
export type Relation = "adversary" | "counterpart" | "client" | "patron" | "partner";

/** How the record stands behind something: stated by a source, reported, disputed, or assumed by the author. */
export type Standing = "stated" | "reported" | "disputed" | "assumed";

/** How serious an incident or a pressure is. */
export type Gravity = "slight" | "serious" | "grave";

/** One of several options with its weight (above 0 for at least one of the list). */
export interface Weighted<T> {
  readonly value: T;
  readonly weight: number;
}

/** A place on the map: degrees north and east. */
export interface Place { readonly name: string; readonly lat: number; readonly lon: number; }

/** An area around a place that someone holds and others may not recognise; radius in kilometres. */
export interface Zone {
  readonly name: string;
  readonly centre: string;
  readonly radiusKm: number;
  readonly heldBy: string;
  readonly standing: Standing | "agreed";
  /** Who says what of the rule; disputed claims are shown side by side. */
  readonly claims: readonly { readonly by: string; readonly says: string }[];
}

/** What a party wants, and by which other ways it may come by it. */
export interface Goal {
  readonly name: string;
  readonly of: string;
  readonly place: string | undefined;
  readonly worth: "low" | "middling" | "high";
  readonly otherWays: readonly string[];
}

/** A party: its doctrine (none: it only appears in incidents) and its stances by the name of the other. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly doctrine: string | undefined;
  readonly place: string | undefined;
  readonly stances: Readonly<Record<string, Relation>>;
}

/** When a line is due to ring: every day or on one weekday, at a local clock time. */
export interface CallRule { readonly every: "day" | Weekday; readonly at: string; }
/** Weekdays as written in scenario files. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** Levels at which a line can be answered, lowest first. */
export const TIERS = ["duty-officer", "general", "three-star", "chiefs"] as const;
/** A level at which a line can be answered. */
export type Tier = (typeof TIERS)[number];

/** A line between two parties. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly between: readonly [string, string];
  /** Due calls in minutes since the start, resolved in the scenario's time zone, ascending, each with its slot name (local date and time). */
  readonly slots: readonly { readonly at: number; readonly name: string }[];
  readonly calls: readonly CallRule[];
  /** Whether a side may ring between due calls, and within how many minutes it should be answered. */
  readonly onRequest: { readonly answeredWithinMinutes: number } | undefined;
  readonly tiers: readonly Tier[];
  readonly medium: "voice" | "fax" | "message" | "in-person";
  /** Who hosts it where a neutral third party does. */
  readonly host: string | undefined;
  /** What is declared of it at the start. */
  readonly declared: "open" | "unstated" | "suspended";
  /** Whether it is practised at all at the start: a closed line neither rings nor carries. */
  readonly practised: "open" | "closed";
  /** Trust between its ends at the start, 0 (none) to 4 (high): [of the first toward the second, of the second toward the first]. */
  readonly trust: readonly [number, number];
}

/** A free parameter's value, by its kind. Durations in minutes, distances in kilometres. */
export type AssumptionValue =
  | { readonly kind: "probability"; readonly p: number }
  | { readonly kind: "factor"; readonly factor: number }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "weights"; readonly options: readonly { readonly name: string; readonly weight: number }[] }
  | { readonly kind: "duration"; readonly options: readonly { readonly name: string; readonly minutes: number; readonly weight: number }[] }
  | { readonly kind: "distance"; readonly options: readonly { readonly name: string; readonly km: number; readonly weight: number }[] };

/** A free parameter as it stands in a run: a base name, what it is narrowed to, its value and what that rests on. */
export interface Assumption {
  /** As written: `relay.complied/syria`. */
  readonly key: string;
  /** Without qualifiers: `relay.complied`. */
  readonly name: string;
  /** What narrows it: parties, channels, tiers, acts; the most specific wins. */
  readonly qualifiers: readonly string[];
  readonly value: AssumptionValue;
  readonly range: readonly [number, number] | undefined;
  readonly ground: Ground;
  readonly why: string;
  /** Whether the scenario sets it, or the doctrine's or channel's default stands. */
  readonly from: "scenario" | "default";
}

/** When a timeline item happens. */
export type Schedule =
  | { readonly kind: "at"; readonly at: number }
  | { readonly kind: "after"; readonly item: string; readonly delay: number }
  | { readonly kind: "when"; readonly trigger: Trigger; readonly delay: number };

/**
 * What sets off an item: a stance that enters a state or rung, or an act that happens, inside a window of minutes.
 * `enters` is the full dotted path of a state of the stance's chart where it has one so called, else the name of a rung.
 */
export type Trigger =
  | { readonly kind: "stance"; readonly party: string; readonly toward: string; readonly enters: string; readonly from: number; readonly until: number; readonly times: number }
  | { readonly kind: "act"; readonly act: ActName; readonly by: string | undefined; readonly against: string | undefined; readonly from: number; readonly until: number; readonly times: number };

/** What every timeline item carries: id, schedule, chance (0 to 1), and the author's notes. */
export interface ItemCommon {
  readonly id: string;
  readonly schedule: Schedule;
  readonly chance: number;
  readonly text: string | undefined;
  readonly source: string | undefined;
  readonly standing: Standing;
  /** Exercise columns. */
  readonly objective: string | undefined;
  readonly expected: string | undefined;
  readonly controller: string | undefined;
  readonly note: string | undefined;
}

/** A push on a party toward a goal against another party; its chart decides. */
export interface PressureItem extends ItemCommon {
  readonly kind: "pressure";
  readonly party: string;
  readonly toward: string;
  readonly goal: string | undefined;
  readonly strength: Gravity;
}

/** An order from a party's own command or patron, which its chart may follow or not. */
export interface OrderItem extends ItemCommon {
  readonly kind: "order";
  readonly to: string;
  readonly toward: string;
  readonly from: string | undefined;
  readonly order: "advance" | "hold" | "withdraw" | "go-round" | "ask-consent" | "reply" | "talk";
}

/** Something that happens, done by an actor without doctrine (or forced by the director). */
export interface IncidentItem extends ItemCommon {
  readonly kind: "incident";
  readonly act: ActName;
  /** Truth: who did it; "unknown" is nobody that the scenario names. */
  readonly by: readonly Weighted<string>[];
  readonly against: string | undefined;
  readonly place: string | undefined;
  readonly distanceKm: number | undefined;
  /** True severity; the act's own magnitude where absent. */
  readonly gravity: Gravity | undefined;
  /** What it looks like to those who see it; drawn per perceiver. */
  readonly appearsAs: { readonly by: readonly Weighted<string>[] | undefined; readonly gravity: Gravity | undefined };
  /** Who else sees it, and how late; the party it is against always does, unless in `unseenBy`. */
  readonly seenBy: readonly { readonly party: string; readonly delay: number }[];
  readonly unseenBy: readonly string[];
  readonly forced: boolean;
}

/** Something said in public by somebody without doctrine (or forced by the director); `by` is "unknown" for an office that is not named. */
export interface StatementItem extends ItemCommon {
  readonly kind: "statement";
  readonly statement: StatementName;
  readonly by: string;
  readonly about: string;
  readonly forced: boolean;
}

/** Something from outside: an event elsewhere that the named parties feel, or a fault of a line. */
export interface ShockItem extends ItemCommon {
  readonly kind: "shock";
  readonly shock: "outside" | "line-outage" | "line-closed" | "line-opened";
  readonly feltBy: readonly string[];
  readonly channel: string | undefined;
  /** How long an outage lasts, in minutes. */
  readonly lasts: number | undefined;
}

/** One thing the scenario holds in store. */
export type TimelineItem = PressureItem | OrderItem | IncidentItem | StatementItem | ShockItem;

/** A window of minutes since the start, both ends included. */
export type Window = readonly [number, number];

/** What an expectation looks for in the trace; absent fields match anything. */
export type EventPattern =
  | { readonly kind: "act"; readonly act: ActName; readonly by: string | undefined; readonly against: string | undefined }
  | { readonly kind: "message"; readonly message: MessageName; readonly by: string | undefined; readonly to: string | undefined; readonly stage: "sent" | "delivered" | "lost" | "lapsed" }
  | { readonly kind: "statement"; readonly statement: StatementName; readonly by: string | undefined }
  | { readonly kind: "call"; readonly call: "answered" | "missed" | "refused" | "cut-off" | "disputed" | "taken-as-signal"; readonly channel: string | undefined; readonly tier: Tier | undefined }
  | { readonly kind: "stance"; readonly party: string; readonly toward: string; readonly enters: string }
  | { readonly kind: "level-added"; readonly tier: Tier; readonly channel: string | undefined }
  | { readonly kind: "relay"; readonly relay: "complied" | "ignored"; readonly by: string | undefined }
  | { readonly kind: "goal"; readonly goal: string | undefined; readonly by: string | undefined; readonly way: "direct" | "other" | undefined };

/** What an author expects of a run. `share` is judged over many runs. */
export type Expectation =
  | { readonly id: string; readonly kind: "event"; readonly pattern: EventPattern; readonly within: Window; readonly atLeast: number; readonly atMost: number | undefined; readonly note: string | undefined }
  | { readonly id: string; readonly kind: "before"; readonly first: string; readonly then: string; readonly note: string | undefined }
  | { readonly id: string; readonly kind: "quiet"; readonly within: Window; readonly below: number; readonly note: string | undefined }
  | { readonly id: string; readonly kind: "share"; readonly of: string; readonly atLeast: number; readonly atMost: number; readonly runs: number; readonly note: string | undefined };

/** Notes for whoever teaches with it. */
export interface Teaching {
  readonly objectives: readonly string[];
  readonly questions: readonly string[];
  readonly plan: string | undefined;
}

/** A whole scenario. */
export interface Scenario {
  /** As given by the caller, for messages; never part of the hash. */
  readonly file: string;
  /** 16 hex digits over everything that decides a run: text in canonical form, resolved offsets, doctrine hashes are added by simulation. */
  readonly hash: string;
  readonly title: string;
  readonly summary: string;
  /** Start and end as written, local. */
  readonly start: string;
  readonly end: string;
  /** Length of the run in minutes. */
  readonly minutes: number;
  readonly timezone: string;
  /** Minutes from the Unix epoch (UTC) to the start. */
  readonly startEpochMinutes: number;
  /** Offsets from UTC in minutes, each from a minute of the run on; the first from 0. */
  readonly offsets: readonly { readonly from: number; readonly offset: number }[];
  readonly seed: number;
  /** Who answers what `answers` does not, where a call does not say: the seed, or always the likeliest. */
  readonly course: "seeded" | "no-surprises";
  /** Answers given beforehand: from a question's identity to the name of the option. */
  readonly answers: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly zones: Readonly<Record<string, Zone>>;
  readonly goals: Readonly<Record<string, Goal>>;
  readonly parties: Readonly<Record<string, Party>>;
  readonly crisis: readonly (readonly [string, string])[];
  readonly channels: Readonly<Record<string, Channel>>;
  /** Every assumption in force: the scenario's own, and every default it does not replace. */
  readonly assumptions: readonly Assumption[];
  readonly timeline: readonly TimelineItem[];
  readonly expect: readonly Expectation[];
  readonly teaching: Teaching;
}
