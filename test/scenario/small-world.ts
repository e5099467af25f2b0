// A small catalogue and a whole small scenario for the tests of the loader.
// Each test plants one change in the text and looks at what comes out.

import { decision, type ChartDescription } from "../../src/kernel/chart.ts";
import type { Doctrine } from "../../src/parties/doctrine.ts";
import type { AssumptionDefault } from "../../src/terms/assumptions.ts";
import type { Catalogue } from "../../src/scenario/catalogue.ts";
import type { OverlayText, ReadResult } from "../../src/scenario/chain.ts";
import { loadScenario, type Loaded } from "../../src/scenario/load.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

const guarding: ChartDescription = {
  id: "guard-adversary",
  description: "A guard at a gate.",
  type: "parallel",
  states: {
    conduct: {
      initial: "watching",
      states: {
        watching: { description: "Watches.", tags: ["rung-2"], on: { "approached.self": "deciding" } },
        deciding: { description: "Thinks.", tags: ["rung-4"], ...decision("answer", { strike: "striking", hold: "watching" }) },
        striking: { description: "Strikes.", tags: ["rung-6"], entry: [{ type: "act", params: { act: "strike" } }] },
        resting: { description: "Rests.", tags: ["rung-1"] },
      },
    },
    voice: { initial: "silent", states: { silent: { description: "Says nothing." }, resting: { description: "Says good night." } } },
  },
};
const talking: ChartDescription = { id: "guard-counterpart", description: "A guard on the telephone.", tags: ["rung-1"] };
const raiding: ChartDescription = {
  id: "raider-adversary",
  description: "A raider on the road.",
  initial: "away",
  states: {
    away: { description: "Away.", tags: ["rung-1"] },
    near: { description: "Near.", tags: ["rung-5"], entry: [{ type: "act", params: { act: "approach" } }] },
  },
};

const assume = (name: string, kind: AssumptionDefault["kind"], value: AssumptionDefault["value"]): AssumptionDefault => ({
  name, kind, value, ground: "assumed", why: "for the tests",
});

const doctrines: Readonly<Record<string, Doctrine>> = {
  guard: { name: "guard", summary: "Guards.", charts: { adversary: guarding, counterpart: talking }, assumptions: [assume("guard.answer", "weights", { strike: 1, hold: 1 })] },
  raider: { name: "raider", summary: "Raids.", charts: { adversary: raiding }, assumptions: [assume("raider.waits", "duration", { "2 h": 1, "6 h": 1 })] },
  idler: { name: "idler", summary: "Idles.", charts: {}, assumptions: [assume("idler.sleeps", "duration", "8 h")] },
};

/** Three doctrines and a handful of general parameters. */
export const SMALL_CATALOGUE: Catalogue = {
  doctrines,
  assumptions: [
    { ...assume("line.answered", "probability", 0.9), range: [0.5, 1] },
    assume("line.carries", "count", 8),
    assume("word.calms", "factor", 3),
    assume("sight.attributed", "probability", 0.9),
    assume("sight.attributed/shell", "probability", 0.5),
    assume("enter.distance", "distance", { "45 km": 2, "28 km": 1 }),
  ],
};

/** A whole scenario with one of nearly everything. */
export const SMALL = `# A gate, a road and a telephone.
format: 1
title: The gate
summary: A guard, a raider and someone on the telephone.
start: "2024-03-29 06:00"
end: "2024-04-02 06:00"
timezone: Europe/Berlin
seed: 7

places:
  gate: [52.5, 13.4]
  mill: { name: Old mill, at: [52.6, 13.5] }
zones:
  yard: { centre: gate, radius: 5 km, held-by: guards, standing: agreed, claims: [{ by: raiders, says: never agreed }] }
goals:
  road: { of: raiders, place: mill, worth: high, other-ways: [forest] }

parties:
  guards: { name: The guards, doctrine: guard, place: gate, stances: { raiders: adversary, callers: counterpart } }
  raiders: { doctrine: raider, stances: { guards: adversary } }
  callers: { doctrine: guard, stances: { guards: counterpart } }
  strays: { name: Strays }
crisis: [[guards, raiders], [guards, callers]]

channels:
  phone:
    between: [guards, callers]
    calls: [{ every: day, at: "02:30" }, { every: monday, at: "09:00" }]
    on-request: { answered-within: 48 h }
    tiers: [general, duty-officer]
    trust: { callers: low }

assumptions:
  line.answered: 0.8
  sight.attributed/raiders: { value: 0.7, range: [0.5, 0.9], ground: record, why: they carry a flag }
  guard.answer: { value: { hold: 3, strike: 1 }, why: patient }
  raider.waits: { value: { 6 h: 1, 90 m: 2 } }

timeline:
  - id: push
    at: "2024-03-29 10:00"
    pressure: { party: raiders, toward: guards, goal: road, strength: grave }
    text: The raiders want through.
    source: press
    standing: reported
  - id: hold-on
    at: push + 6 h
    chance: 0.5
    order: { to: raiders, toward: guards, do: hold }
  - id: shells
    at: day 3 14:00
    incident: shell
    by: { strays: 0.5, unknown: 0.5 }
    against: guards
    place: mill
    distance: 12.5 km
    gravity: serious
    appears-as: { by: raiders, gravity: grave }
    seen-by: { callers: { delay: 2 h } }
    unseen-by: [raiders]
  - id: storm
    at: "2024-03-30T08:00"
    shock: line-outage
    channel: phone
    lasts: 90 m
  - id: news
    when: { act: shell, by: strays, until: "2024-04-01 00:00", times: 2 }
    delay: 1 h
    shock: outside
    felt-by: [callers]
  - id: again
    when: { stance: guards > raiders, enters: deciding }
    pressure: { party: raiders, toward: guards }

expect:
  - id: a-strike
    event: { act: strike, by: guards, against: raiders }
    within: ["2024-03-29 10:00", "day 3 12:00"]
  - id: no-apology
    event: { message: apology, to: guards }
    absent: true
  - id: guards-decide
    event: { stance: guards > raiders, enters: limited-force }
  - id: first-the-decision
    before: [guards-decide, a-strike]
  - id: calm-end
    quiet: { within: ["2024-04-01 00:00", "2024-04-02 06:00"], below: warning }
  - share: { of: a-strike, at-least: 0.3, runs: 500 }

teaching: { objectives: [restraint], questions: [why?], plan: an hour }
`;

/** Loads files from memory; the first is the scenario. */
export function loadFiles(files: Readonly<Record<string, string | Exclude<ReadResult, { ok: true }>["reason"]>>, overlays: readonly OverlayText[] = []): Loaded {
  const reasons = new Set(["too-large", "outside", "not-a-file", "unreadable"]);
  const read = (path: string): ReadResult => {
    const text = Object.hasOwn(files, path) ? files[path]! : undefined;
    if (text === undefined) return { ok: false, reason: "absent" };
    return reasons.has(text) ? { ok: false, reason: text as "outside" } : { ok: true, text };
  };
  return loadScenario(Object.keys(files)[0]!, read, SMALL_CATALOGUE, overlays);
}

/** The scenario in a text that has no mistake. */
export function loadWhole(text: string, overlays: readonly OverlayText[] = []): Scenario {
  const loaded = loadFiles({ "gate.yaml": text }, overlays);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, at, message }) => `${at.line}:${at.column} ${code} ${message}`).join("\n"));
  return loaded.scenario;
}

/** What is wrong with a text, as `code line:column`. */
export function mistakesIn(text: string): readonly string[] {
  const loaded = loadFiles({ "gate.yaml": text });
  return loaded.ok ? [] : loaded.diagnostics.map(({ code, at }) => `${code} ${at.line}:${at.column}`);
}

/** The small scenario with one stretch of text changed; throws where the stretch is not there exactly once. */
export function changed(from: string, to: string, text: string = SMALL): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand there exactly once`);
  return text.replace(from, () => to);
}

/** Codes of what is wrong after one change, with what the first of them points at. */
export function afterChange(from: string, to: string): { readonly codes: readonly string[]; readonly pointsAt: string | undefined; readonly hint: string | undefined } {
  const text = changed(from, to);
  const loaded = loadFiles({ "gate.yaml": text });
  if (loaded.ok) return { codes: [], pointsAt: undefined, hint: undefined };
  const first = loaded.diagnostics[0]!;
  const line = text.split("\n")[first.at.line - 1] ?? "";
  return { codes: loaded.diagnostics.map(({ code }) => code), pointsAt: line.slice(first.at.column - 1, first.at.column - 1 + first.at.length), hint: first.hint };
}
