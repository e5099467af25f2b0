// The distance: how far out others were seen, on a strip from the place that a party holds.

import type { Sighting } from "../chronicle.ts";
import type { PanePart } from "../parts.ts";
import { row, type Row, span, type Tone, widthOf, wrap } from "../rows.ts";
import type { AppState, View } from "../state.ts";
import { bareName, textRow, within } from "./pane-text.ts";
import { freshSightings, letterOf, nobodySeen, placeOf, sightingText, uncertaintyKm } from "./sightings-shown.ts";

/** The strip with its rings, and under it each sighting in words, newest first. */
export const DISTANCE: PanePart = {
  commands: [],
  title: (state, view) => {
    const centre = centreOf(state, view);
    return centre === undefined ? "Distance" : `Distance from ${centre.name}`;
  },
  rows: (state, view, size) => {
    const centre = centreOf(state, view);
    const say = (text: string): readonly Row[] => wrap(text, size.width).map((line) => row(line, "quiet"));
    if (centre === undefined) return say("Nobody holds a zone here, and nobody was seen at a distance.");
    const seen = freshSightings(state, view).filter(({ against }) => against === centre.party);
    const words = seen.length === 0
      ? say(nobodySeen(view))
      : seen.flatMap((sighting, i): readonly Row[] => {
        const lines = wrap(sightingText(sighting, view), Math.max(8, size.width - 2));
        return lines.map((line, l) => [span(l === 0 ? `${letterOf(i)} ` : "  ", "force"), span(line)]);
      });
    const legend = `${centre.radiusKm === undefined ? "" : "┃ zone, "}░ uncertain, ◆ ${centre.name}, held by ${bareName(view, centre.party)}`;
    return within([...strip(centre.radiusKm, seen, size.width), ...(size.height < 5 ? [] : [textRow(legend, size.width, "quiet")]), ...words], size.width);
  },
};

interface Centre { readonly name: string; readonly party: string; readonly radiusKm: number | undefined; }

// The zone whose holder was neared last; where there is no zone, whoever was neared last.
function centreOf(state: AppState, view: View): Centre | undefined {
  const { scenario } = view.model;
  const neared = freshSightings(state, view).map(({ against }) => against);
  const zones = Object.values(scenario.zones);
  const zone = neared.map((party) => zones.find(({ heldBy }) => heldBy === party)).find((one) => one !== undefined) ?? zones[0];
  if (zone !== undefined) return { name: scenario.places[zone.centre]?.name ?? zone.name, party: zone.heldBy, radiusKm: zone.radiusKm };
  const party = neared[0];
  return party === undefined ? undefined : { name: scenario.places[placeOf(view, party) ?? ""]?.name ?? bareName(view, party), party, radiusKm: undefined };
}

// One row of marks and one of figures; the first cell is the place itself.
function strip(radiusKm: number | undefined, seen: readonly Sighting[], width: number): readonly Row[] {
  const far = Math.max(radiusKm ?? 0, ...seen.map(({ km }) => km + uncertaintyKm(km)), 1) * 1.15;
  const last = Math.max(1, width - 1);
  const cellOf = (km: number): number => Math.max(0, Math.min(last, Math.round((km / far) * last)));
  const cells: { glyph: string; tone: Tone }[] = Array.from({ length: last + 1 }, () => ({ glyph: "─", tone: "quiet" }));
  for (const { km } of seen) {
    for (let cell = Math.max(1, cellOf(km - uncertaintyKm(km))); cell <= cellOf(km + uncertaintyKm(km)); cell++) cells[cell] = { glyph: "░", tone: "warning" };
  }
  if (radiusKm !== undefined) cells[cellOf(radiusKm)] = { glyph: "┃", tone: "accent" };
  // Newest last, so that it lies on top; never on the place itself.
  for (const [i, { km }] of [...seen.entries()].toReversed()) cells[Math.max(1, cellOf(km))] = { glyph: letterOf(i), tone: "force" };
  cells[0] = { glyph: "◆", tone: "heading" };
  return [cells.map(({ glyph, tone }) => span(glyph, tone)), figures([...(radiusKm === undefined ? [] : [radiusKm]), ...seen.map(({ km }) => km)], cellOf, width)];
}

// Figures of distances, each under its mark as far as there is room; the first to ask has the room.
function figures(distances: readonly number[], cellOf: (km: number) => number, width: number): Row {
  const cells = new Array<string>(width).fill(" ");
  const write = (text: string, at: number): void => {
    const from = Math.max(0, Math.min(width - widthOf(text), at));
    const isFree = cells.slice(Math.max(0, from - 1), from + text.length + 1).every((cell) => cell === " ");
    if (isFree && text.length <= width) for (const [i, character] of [...text].entries()) cells[from + i] = character;
  };
  write("0", 0);
  for (const km of distances) write(`${km} km`, cellOf(km) - 1);
  return row(cells.join(""), "quiet");
}
