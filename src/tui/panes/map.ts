// The map: coarse, of dots. Places, zones as rings, and others as arcs of uncertainty: how far out is known, where is not.

import type { Sighting } from "../chronicle.ts";
import type { PanePart } from "../parts.ts";
import { row, type Row, type Size, span, widthOf, wrap } from "../rows.ts";
import type { View } from "../state.ts";
import { Dots } from "./dots.ts";
import { placesBeyond, placesNear, type Point, projection } from "./map-frame.ts";
import { shortened, within } from "./pane-text.ts";
import { freshSightings, letterOf, nobodySeen, placeOf, sightingText, uncertaintyKm } from "./sightings-shown.ts";

/** The terminal, and the part of it, from which on a map says anything. */
const NEEDED = { columns: 120, width: 30, height: 8 };
/** How much of a circle an arc takes toward the actor's own place, to either side, in radians (assumed: a third of it in all). */
const ARC = Math.PI / 3;

/** Places with their names, zones, sightings of the last two days, a scale. */
export const MAP: PanePart = {
  commands: [],
  title: () => "Map, coarse",
  rows: (state, view, size) => {
    const say = (text: string): readonly Row[] => wrap(text, size.width).map((line) => row(line, "quiet"));
    if (state.columns < NEEDED.columns) return say(`The map needs a terminal of ${NEEDED.columns} columns or more; this one has ${state.columns}.`);
    if (size.width < NEEDED.width || size.height < NEEDED.height) return say(`The map needs ${NEEDED.width} by ${NEEDED.height} cells; z gives it the whole screen.`);
    if (Object.keys(view.model.scenario.places).length === 0) return say("This scenario names no places.");
    const seen = newestOfEach(freshSightings(state, view));
    const words = legend(seen, view, size.width);
    return within([...drawn(seen, view, { width: size.width, height: size.height - Math.min(words.length, Math.floor(size.height / 3)) }), ...words], size.width);
  },
};

// Of each that was seen near somebody the newest sighting alone: the older ones are the distance pane's.
function newestOfEach(seen: readonly Sighting[]): readonly Sighting[] {
  return seen.filter(({ by, against }, i) => !seen.slice(0, i).some((newer) => newer.by === by && newer.against === against));
}

function legend(seen: readonly Sighting[], view: View, width: number): readonly Row[] {
  const zones = Object.values(view.model.scenario.zones).length === 0 ? "" : "Dotted ring: a zone. ";
  const beyond = placesBeyond(view.model.scenario).map(({ name, km, toward }) => `${name} ${km} km ${toward}`);
  const head = wrap(`${zones}${seen.length === 0 ? nobodySeen(view) : "Band: seen at about this distance, direction not known."}`, width).map((text) => row(text, "quiet"));
  const sightings = seen.map((sighting, i): Row => [span(`${letterOf(i)} `, "force"), span(shortened(sightingText(sighting, view), width - 2))]);
  const far = beyond.length === 0 ? [] : wrap(`Beyond it: ${beyond.join(", ")}.`, width).map((text) => row(text, "quiet"));
  return [...sightings, ...head, ...far];
}

function drawn(seen: readonly Sighting[], view: View, { width, height }: Size): readonly Row[] {
  const { scenario } = view.model;
  const dots = new Dots(width, height);
  const { toDots, dotsPerKm } = projection(view.model.scenario, width, height);
  const pointOf = (place: string | undefined): Point | undefined => {
    const at = place === undefined ? undefined : scenario.places[place];
    return at === undefined ? undefined : toDots(at.lat, at.lon);
  };
  for (const { centre, radiusKm } of Object.values(scenario.zones)) {
    const at = pointOf(centre);
    if (at !== undefined) dots.arc(at.x, at.y, radiusKm * dotsPerKm, 0, 2 * Math.PI, 1.5, "accent");
  }
  const letters = seen.flatMap((sighting, i) => {
    const at = pointOf(placeOf(view, sighting.against));
    return at === undefined ? [] : [{ letter: letterOf(i), at: band(dots, at, pointOf(placeOf(view, sighting.by)), sighting.km, dotsPerKm) }];
  });
  // Names are laid over rings, and letters over names that leave room for them.
  for (const { name, lat, lon } of placesNear(scenario)) writeName(dots, name, toDots(lat, lon));
  for (const { letter, at } of letters) {
    const [column, line] = [Math.floor(at.x / 2), Math.floor(at.y / 4)];
    if (dots.isFree(column, line, 1)) dots.write(column, line, letter, "force");
  }
  writeScale(dots, dotsPerKm);
  return dots.rows();
}

// Arcs over the breadth of what is uncertain; toward the actor's own place, or all round where it has none.
function band(dots: Dots, at: Point, home: Point | undefined, km: number, dotsPerKm: number): Point {
  const isElsewhere = home !== undefined && Math.hypot(home.x - at.x, home.y - at.y) >= 1;
  const toward = isElsewhere ? Math.atan2(home.y - at.y, home.x - at.x) : 0;
  const half = isElsewhere ? ARC : Math.PI;
  // Close enough to each other to read as one band.
  const arcs = Math.max(2, Math.ceil((2 * uncertaintyKm(km) * dotsPerKm) / 3));
  for (let i = 0; i <= arcs; i++) dots.arc(at.x, at.y, Math.max(1, (km + ((2 * i) / arcs - 1) * uncertaintyKm(km)) * dotsPerKm), toward - half, toward + half, 1, "force");
  // The letter stands at an end of the arc, since its middle would look like a place.
  const radius = (km + uncertaintyKm(km)) * dotsPerKm + 3;
  return { x: at.x + Math.cos(toward - half) * radius, y: at.y + Math.sin(toward - half) * radius };
}

// The name beside its place where that is free, else below or above it, else the place alone.
function writeName(dots: Dots, name: string, { x, y }: Point): void {
  const [column, line] = [Math.floor(x / 2), Math.floor(y / 4)];
  if (dots.isFree(column, line, 1)) dots.write(column, line, "◆", "heading");
  const wide = widthOf(name);
  const spots: readonly (readonly [number, number])[] = [[column + 2, line], [column - wide - 1, line], [column - Math.floor(wide / 2), line + 1], [column - Math.floor(wide / 2), line - 1], [column + 1, line + 1], [column - wide, line - 1]];
  const spot = spots.find(([at, on]) => dots.isFree(at, on, wide));
  if (spot !== undefined) dots.write(spot[0], spot[1], name, "plain");
}

// A round number of kilometres, about a fifth of the width, in a corner that is free.
function writeScale(dots: Dots, dotsPerKm: number): void {
  const wanted = (dots.width * 2) / 5 / dotsPerKm;
  const power = 10 ** Math.floor(Math.log10(Math.max(0.1, wanted)));
  const km = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) ?? power;
  const cells = Math.max(2, Math.round((km * dotsPerKm) / 2));
  const text = `├${"─".repeat(Math.max(0, cells - 2))}┤ ${Number(km.toPrecision(1))} km`;
  const wide = widthOf(text);
  const corners: readonly (readonly [number, number])[] = [[0, dots.height - 1], [dots.width - wide, dots.height - 1], [0, 0], [dots.width - wide, 0]];
  const [column, line] = corners.find(([at, on]) => dots.isFree(at, on, wide)) ?? corners[0]!;
  dots.write(Math.max(0, column), line, text, "quiet");
}
