import type { Io } from "./io.ts";

/** How text is laid out: columns, and whether colour may be used. */
export interface Presentation { readonly width: number; readonly colour: boolean; }

const USUAL_WIDTH = 80;
const NARROWEST = 40;

/** How to lay out text for this output: plain for pipes, CI, `TERM=dumb` and `NO_COLOR`, whichever way colour is asked for. */
export function presentationOf({ env, isTerminal, columns }: Pick<Io, "env" | "isTerminal" | "columns">): Presentation {
  return { width: Math.max(NARROWEST, (isTerminal ? columns : undefined) ?? widthIn(env["COLUMNS"]) ?? USUAL_WIDTH), colour: hasColour(env, isTerminal) };
}

// NO_COLOR wins over FORCE_COLOR, as no-color.org has it: whoever sets both is better served without.
function hasColour(env: Io["env"], isTerminal: boolean): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return isMeant(env["FORCE_COLOR"]);
  return isTerminal && env["TERM"] !== "dumb" && !isMeant(env["CI"]);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

function isMeant(value: string | undefined): boolean {
  return isSet(value) && value !== "0" && value !== "false";
}

function widthIn(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;
}

/** The forms that what was found is told in: for people, and for programs. */
export type FindingFormat = "text" | "ndjson";
