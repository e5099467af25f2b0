// Small texts that several panes show: shortened ones, spans of time, times with or without their date.

import { clock, dateAndClock, partyName, timeIn } from "../../report/words.ts";
import { fit, row, type Row, type Tone, widthOf } from "../rows.ts";
import type { View } from "../state.ts";

/** The text as far as the width goes, with an ellipsis where it was cut. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = "";
  for (const character of text) {
    if (widthOf(cut + character) > width - 1) break;
    cut += character;
  }
  return width < 1 ? "" : `${cut.trimEnd()}…`;
}

/** A text as one row, shortened to the width. */
export function textRow(text: string, width: number, tone: Tone = "plain"): Row {
  return row(shortened(text, width), tone);
}

/** Rows that are no wider than the pane. */
export function within(rows: readonly Row[], width: number): readonly Row[] {
  return rows.map((one) => (one.reduce((sum, { text }) => sum + widthOf(text), 0) > width ? fit(one, Math.max(0, width)) : one));
}

/** `2 d 3 h`, `3 h 5 min`, `5 min`. */
export function timeSpan(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${rest} min`;
}

/** The time at a minute, with its date where there is room for it. */
export function when({ model }: View, at: number, withDate: boolean): string {
  const time = timeIn(model.scenario, at);
  return withDate ? dateAndClock(time) : clock(time);
}

/** The name of a party without its article, as in a table. */
export function bareName({ model }: View, party: string | undefined): string {
  return partyName(model.scenario, party).replace(/^the /i, "");
}
