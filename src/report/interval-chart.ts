// Estimates with their intervals as an SVG picture: one line each, in panels. Text stays text, so that it can be read and searched.
// Drawn here: a chart of dots and whiskers is fifty lines, and a charting library would be larger than the program.

import type { Estimate } from "../study/intervals.ts";

/** One line of a chart; a second estimate is drawn hollow. */
export interface ChartLine { readonly label: string; readonly estimate: Estimate; readonly second?: Estimate; readonly text: string; }

/** A panel of lines on one scale. */
export interface Panel { readonly title: string; readonly lines: readonly ChartLine[]; readonly from: number; readonly to: number; readonly tick: (value: number) => string; }

/** A whole chart; `notes` stand below it. */
export interface Chart { readonly name: string; readonly title: string; readonly subtitle: string; readonly panels: readonly Panel[]; readonly notes: readonly string[]; }

const WIDTH = 760;
const LEFT = 280;
const RIGHT = 180;
const ROW = 22;
const PAD = 16;
const TICKS = 5;
const [PLOT_FROM, PLOT_TO] = [LEFT, WIDTH - RIGHT];
const LETTER = 6.4;

/** The chart as an SVG document. */
export function renderChart({ title, subtitle, panels, notes }: Chart): string {
  const parts: string[] = [];
  let y = PAD + 14;
  const put = (x: number, text: string, more = ""): void => { parts.push(`<text x="${round(x)}" y="${round(y)}"${more}>${escaped(text)}</text>`); };
  put(PAD, title, ` font-size="15" font-weight="bold"`);
  for (const line of [...folded(subtitle), "SIMULATED. Follows from assumptions; no record, and no finding."]) {
    y += 18;
    put(PAD, line, ` fill="#555"`);
  }
  for (const panel of panels) {
    y += ROW * 1.6;
    put(PAD, panel.title, ` font-weight="bold"`);
    const top = y + 8;
    const ticks = ticksOf(panel);
    const bottom = top + panel.lines.length * ROW;
    for (const tick of ticks) {
      const x = place(tick, panel);
      parts.push(`<line x1="${round(x)}" x2="${round(x)}" y1="${round(top)}" y2="${round(bottom)}" stroke="${tick === 0 ? "#888" : "#ddd"}"/>`);
    }
    for (const { label, estimate, second, text } of panel.lines) {
      y += ROW;
      put(PAD + 8, cut(label));
      put(PLOT_TO + 12, text, ` fill="#555"`);
      if (second !== undefined) parts.push(mark(second, panel, y + 1, "#b35900", true));
      parts.push(mark(estimate, panel, y - (second === undefined ? 4 : 8), "#1f5f99", false));
    }
    y = bottom + 16;
    for (const tick of ticks) put(place(tick, panel), panel.tick(tick), ` text-anchor="middle" fill="#555" font-size="11"`);
  }
  y += 10;
  for (const line of notes.flatMap(folded)) {
    y += 16;
    put(PAD, line, ` fill="#555" font-size="11"`);
  }
  const height = round(y + PAD);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="DejaVu Sans, Verdana, sans-serif" font-size="12" fill="#111">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join("\n")}
</svg>
`;
}

function mark({ value, low, high }: Estimate, panel: Panel, y: number, colour: string, hollow: boolean): string {
  const [from, to, at] = [low, high, value].map((end) => round(place(end, panel))) as [number, number, number];
  return `<line x1="${from}" x2="${to}" y1="${round(y)}" y2="${round(y)}" stroke="${colour}" stroke-width="2"/><circle cx="${at}" cy="${round(y)}" r="4" fill="${hollow ? "#fff" : colour}" stroke="${colour}" stroke-width="2"/>`;
}

function place(value: number, { from, to }: Panel): number {
  const share = to === from ? 0 : (Math.max(from, Math.min(to, value)) - from) / (to - from);
  return PLOT_FROM + share * (PLOT_TO - PLOT_FROM);
}

// Steps of 1, 2 or 5 times a power of ten.
function ticksOf({ from, to }: Panel): readonly number[] {
  const rough = (to - from) / TICKS;
  if (!(rough > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Where a panel has to reach so that every interval lies on it, with a little room, and 0 among it. */
export function reachOf(lines: readonly ChartLine[]): readonly [number, number] {
  const ends = lines.flatMap(({ estimate, second }) => [estimate, ...(second === undefined ? [] : [second])]).flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = (high - low || 1) * 0.05;
  return [low === 0 ? 0 : low - room, high === 0 ? 0 : high + room];
}

function folded(text: string): readonly string[] {
  const room = Math.floor((WIDTH - 2 * PAD) / LETTER);
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
    return lines;
  }, []);
}

function cut(label: string): string {
  const room = Math.floor((LEFT - PAD - 16) / LETTER);
  return label.length <= room ? label : `${label.slice(0, room - 1)}…`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;");
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
