// What part of the world the map shows, and where on it a place lies: the surroundings of the zones, or every place there is.

import type { View } from "../state.ts";

type Scenario = View["model"]["scenario"];
type Place = Scenario["places"][string];

/** A place on the map, in dots or in km, from the left and from the top. */
export interface Point { readonly x: number; readonly y: number; }

/** Kilometres to a degree of latitude, on a sphere. */
const KM_PER_DEGREE = 111.2;
/** Places as far from a zone's centre as so many of its radii are still on the map (assumed). */
const NEAR = 3.5;
const COMPASS = ["east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east"];

/** The places that the map shows: those near a zone, or all where there is none. */
export function placesNear(scenario: Scenario): readonly Place[] {
  const places = Object.values(scenario.places);
  const zones = centresOf(scenario);
  return zones.length === 0 ? places : places.filter((place) => zones.some(({ at, radiusKm }) => offsetKm(at, place).far <= radiusKm * NEAR));
}

/** The places too far away to be on the map, with how far and in which direction from the first zone, nearest first. */
export function placesBeyond(scenario: Scenario): readonly { readonly name: string; readonly km: number; readonly toward: string }[] {
  const near = new Set(placesNear(scenario));
  const from = centresOf(scenario)[0]?.at;
  if (from === undefined) return [];
  return Object.values(scenario.places).filter((place) => !near.has(place)).map((place) => {
    const { east, north, far } = offsetKm(from, place);
    const eighth = (Math.round(Math.atan2(north, east) / (Math.PI / 4)) + 8) % 8;
    return { name: place.name, km: Math.round(far / 10) * 10, toward: COMPASS[eighth]! };
  }).toSorted((a, b) => a.km - b.km);
}

/** Equirectangular, with degrees of longitude as long as they are in the middle; everything near has room. */
export function projection(scenario: Scenario, width: number, height: number): { readonly toDots: (lat: number, lon: number) => Point; readonly dotsPerKm: number } {
  const places = placesNear(scenario);
  const lats = places.map(({ lat }) => lat);
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
  const flat = (lat: number, lon: number): Point => ({ x: lon * eastKmAt(middle), y: -lat * KM_PER_DEGREE });
  const points = [
    ...places.map(({ lat, lon }) => ({ ...flat(lat, lon), around: 0 })),
    ...centresOf(scenario).map(({ at, radiusKm }) => ({ ...flat(at.lat, at.lon), around: radiusKm * 1.25 })),
  ];
  const [left, right] = [Math.min(...points.map(({ x, around }) => x - around)), Math.max(...points.map(({ x, around }) => x + around))];
  const [top, bottom] = [Math.min(...points.map(({ y, around }) => y - around)), Math.max(...points.map(({ y, around }) => y + around))];
  const [across, down] = [width * 2 - 5, height * 4 - 5];
  const dotsPerKm = Math.min(across / Math.max(1, right - left), down / Math.max(1, bottom - top));
  const [offX, offY] = [(across - (right - left) * dotsPerKm) / 2 + 2, (down - (bottom - top) * dotsPerKm) / 2 + 2];
  return {
    dotsPerKm,
    toDots: (lat, lon) => {
      const { x, y } = flat(lat, lon);
      return { x: (x - left) * dotsPerKm + offX, y: (y - top) * dotsPerKm + offY };
    },
  };
}

function centresOf({ zones, places }: Scenario): readonly { readonly at: Place; readonly radiusKm: number }[] {
  return Object.values(zones).flatMap(({ centre, radiusKm }) => {
    const at = places[centre];
    return at === undefined ? [] : [{ at, radiusKm }];
  });
}

function offsetKm(from: Place, to: Place): { readonly east: number; readonly north: number; readonly far: number } {
  const east = (to.lon - from.lon) * eastKmAt((from.lat + to.lat) / 2);
  const north = (to.lat - from.lat) * KM_PER_DEGREE;
  return { east, north, far: Math.hypot(east, north) };
}

function eastKmAt(lat: number): number {
  return KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
}
