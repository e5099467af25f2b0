// Acts at a distance that are still worth a look: those of the last two days before where one is, and how sure their distance is.

import { ACTS, type ActName } from "../../terms/acts.ts";
import { countBefore, type Sighting } from "../chronicle.ts";
import type { AppState, View } from "../state.ts";
import { bareName, when } from "./pane-text.ts";

/** Older sightings than this say nothing of where anybody is now, in minutes (assumed). */
const FRESH = 2 * 1440;

/** By how much a distance may be wrong, in km: assumed 3 below 30 km and 6 beyond. */
export function uncertaintyKm(km: number): number {
  return km < 30 ? 3 : 6;
}

/** `about 27 km, ±3`. */
export function aboutKm(km: number): string {
  return `about ${km} km, ±${uncertaintyKm(km)}`;
}

/** The sightings of the last two days, newest first. */
export function freshSightings({ cursor, clock }: AppState, { chronicle: { sightings } }: View): readonly Sighting[] {
  return sightings.slice(0, countBefore(sightings, cursor)).filter(({ at }) => at >= clock - FRESH).toReversed();
}

/** Sightings are told apart by letters, the newest is a. */
export function letterOf(i: number): string {
  return String.fromCodePoint("a".codePointAt(0)! + Math.min(i, 25));
}

/** Who, what and when of a sighting. */
export function sightingText({ by, at, act, km }: Sighting, view: View): string {
  return `${aboutKm(km)}: ${bareName(view, by)}, ${ACTS[act as ActName].label}, ${when(view, at, true)}`;
}

/** The place where a party is at home, by its id; undefined where the scenario gives none. */
export function placeOf({ model: { scenario } }: View, party: string | undefined): string | undefined {
  return party === undefined ? undefined : scenario.parties[party]?.place;
}

/** What is said where there is no sighting to show. */
export function nobodySeen({ seat }: View): string {
  return seat === undefined ? "Nobody seen at a distance in the last two days." : "No distance known from here in the last two days.";
}
