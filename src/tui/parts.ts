// What a pane and an overlay are to the screen: rows for a size, and the keys that work while they have the focus.

import type { Keyboard } from "./keys.ts";
import type { Row, Size } from "./rows.ts";
import type { AppState, Overlay, OverlayKind, View } from "./state.ts";

/** A pane. It may give more rows than it has room for, and is scrolled through then. */
export interface PanePart extends Keyboard {
  readonly title: (state: AppState, view: View) => string;
  /** From where to where it can be scrolled, where it takes its rows by `state.top` itself. */
  readonly bounds?: (state: AppState, view: View, size: Size) => readonly [number, number];
  readonly rows: (state: AppState, view: View, size: Size) => readonly Row[];
}

/** An overlay of one kind. */
export interface OverlayPart<K extends OverlayKind> extends Keyboard {
  readonly title: (overlay: Extract<Overlay, { readonly kind: K }>, state: AppState, view: View) => string;
  readonly rows: (overlay: Extract<Overlay, { readonly kind: K }>, state: AppState, view: View, size: Size) => readonly Row[];
}

/** The overlay of a state, if it is of this kind; keys of an overlay run only while it is open. */
export function overlayOf<K extends OverlayKind>(state: AppState, kind: K): Extract<Overlay, { readonly kind: K }> {
  if (state.overlay.kind !== kind) throw new Error(`${kind} is not open`);
  return state.overlay as Extract<Overlay, { readonly kind: K }>;
}
