// What each tone looks like on the terminal at hand. Colour only repeats what words and glyphs say.

import type { Span, Tone } from "./rows.ts";

/** How many colours there are: none, the 16 of every terminal, 256, or all of them. */
export type Depth = "none" | "16" | "256" | "true";

/** How one span is drawn, in the terms of Ink. */
export interface Look { readonly color?: string; readonly bold?: boolean; readonly dimColor?: boolean; readonly inverse?: boolean; readonly underline?: boolean; }

/** The looks of a terminal. */
export type Theme = (span: Span) => Look;

type Palette = Readonly<Record<Exclude<Tone, "plain" | "heading">, string>>;

// 16: the terminal's own colours, which its owner chose to be legible. Else: checked on black and on white.
const PALETTES: Readonly<Record<"16" | "dark" | "light", Palette>> = {
  "16": { quiet: "gray", accent: "cyan", good: "green", warning: "yellow", force: "red", own: "magenta" },
  "dark": { quiet: "#8a8a8a", accent: "#5fd7ff", good: "#87d787", warning: "#ffd75f", force: "#ff8787", own: "#d7afff" },
  "light": { quiet: "#6c6c6c", accent: "#005f87", good: "#006400", warning: "#875f00", force: "#af0000", own: "#5f00af" },
};

/** How many colours a terminal has, by its environment. */
export function depthOf(env: Readonly<Record<string, string | undefined>>): Depth {
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb") return "none";
  if (/^(?:truecolor|24bit)$/i.test(env["COLORTERM"] ?? "")) return "true";
  return /256/.test(env["TERM"] ?? "") ? "256" : "16";
}

/** Whether a terminal says that its background is light; what does not say so is taken for dark. */
export function isLight(env: Readonly<Record<string, string | undefined>>): boolean {
  const background = Number((env["COLORFGBG"] ?? "").split(";").at(-1) || Number.NaN);
  return background === 7 || background >= 9;
}

/** The theme of a terminal. */
export function themeFor(depth: Depth, light: boolean): Theme {
  const palette = depth === "16" ? PALETTES["16"] : light ? PALETTES.light : PALETTES.dark;
  return ({ tone, marked, bold }) => ({
    ...(depth === "none" || tone === "plain" || tone === "heading" ? {} : { color: palette[tone] }),
    ...(bold === true || tone === "heading" || (depth === "none" && tone === "force") ? { bold: true } : {}),
    ...(depth === "none" && tone === "quiet" ? { dimColor: true } : {}),
    ...(marked === true ? { inverse: true } : {}),
  });
}
