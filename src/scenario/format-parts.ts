// The parts that the file format is described with: texts, numbers, words, lists, maps, and values of several forms.
// Knows what a part holds and the sentence that explains it; must not know any key of the format.
// Invariant: one description gives the check (shape.ts), the type of what was checked, the JSON Schema and the reference.
// Written by hand because a whole run has to start in a tenth of a second: a schema library took a fifth of that (measured).

/** What a part may hold. */
export type Form =
  | { readonly kind: "text" }
  | { readonly kind: "truth" }
  | { readonly kind: "anything" }
  | { readonly kind: "number"; readonly least: number | undefined; readonly most: number | undefined }
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: "constant"; readonly value: string | number }
  | { readonly kind: "list"; readonly of: Part; readonly least: number }
  | { readonly kind: "tuple"; readonly of: readonly Part[] }
  | { readonly kind: "keys"; readonly keys: Readonly<Record<string, Part>> }
  | { readonly kind: "map"; readonly of: Part; readonly named: Part }
  | { readonly kind: "forms"; readonly options: readonly Part[]; readonly which: Which; readonly expected: string; readonly leading: readonly string[] };

/** Tells which of several forms a value takes: its index, or -1. Sees the kind of the value and a map's keys. */
export type Which = (kind: ValueKind, hasKey: (key: string) => boolean) => number;
/** The kinds of values there are in a file. */
export type ValueKind = "text" | "number" | "truth" | "nothing" | "list" | "map";

/** What is said about a part: a sentence, and for editors and the reference a default, a pattern, examples. */
export interface Note {
  readonly description?: string;
  readonly fallback?: unknown;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
}

/** A part of the format; `Written` is the type of a value that fits it. */
export interface Part<Written = unknown> {
  readonly form: Form;
  readonly note: Note;
  /** Whether a key that holds it may be left out. */
  readonly optional: boolean;
  /** Never there: it carries the type alone. */
  readonly written?: Written;
}
/** A part that a key may leave out. */
export type OptionalPart<Written = unknown> = Part<Written> & { readonly optional: true };

/** The type of a value that fits a part. */
export type WrittenOf<P extends Part> = NonNullable<P["written"]>;
type Keys = Readonly<Record<string, Part>>;
type WrittenKeys<K extends Keys> =
  & { readonly [Key in keyof K as K[Key]["optional"] extends true ? never : Key]: WrittenOf<K[Key]> }
  & { readonly [Key in keyof K as K[Key]["optional"] extends true ? Key : never]?: WrittenOf<K[Key]> | undefined };

const part = <T>(form: Form, note: Note = {}): Part<T> & { readonly optional: false } => ({ form, note, optional: false });

/** The part with its sentence; a pattern that it has already stays. */
export function says<P extends Part>(holds: P, description: string, more: Omit<Note, "description"> = {}): P {
  return { ...holds, note: { ...holds.note, ...more, description } };
}

/** A part that may be left out, with its sentence and what holds then. */
export function may<T>(holds: Part<T>, description: string, fallback?: unknown): OptionalPart<T> {
  return { ...says(holds, description, fallback === undefined ? {} : { fallback }), optional: true };
}

/** Any text. */
export const text = () => part<string>({ kind: "text" });
/** A text in a notation: checked by its parser, shown to editors as a pattern. */
export const notation = (description: string, pattern: string, examples?: readonly string[]) =>
  part<string>({ kind: "text" }, { description, pattern, ...(examples === undefined ? {} : { examples }) });
/** true or false. */
export const truth = () => part<boolean>({ kind: "truth" });
/** Whatever is written there. */
export const anything = () => part<unknown>({ kind: "anything" });
/** A finite number, `least` and `most` included. */
export const number = (least?: number, most?: number) => part<number>({ kind: "number", least, most });
/** One of some words. */
export const wordOf = <const W extends readonly string[]>(words: W) => part<W[number]>({ kind: "word", words });
/** One value and no other. */
export const constant = <const V extends string | number>(value: V) => part<V>({ kind: "constant", value });
/** Values in order, at least so many. */
export const listOf = <T>(of: Part<T>, least = 0) => part<readonly T[]>({ kind: "list", of, least });
/** Two values of the same kind. */
export const pairOf = <T>(of: Part<T>) => part<readonly [T, T]>({ kind: "tuple", of: [of, of] });
/** Two values. */
export const two = <A, B>(first: Part<A>, second: Part<B>) => part<readonly [A, B]>({ kind: "tuple", of: [first, second] });
/** A map with known keys. */
export const keys = <const K extends Keys>(known: K) => part<WrittenKeys<K>>({ kind: "keys", keys: known });
/** A map from what the author names to values of one kind. */
export const mapOf = <T>(named: Part<string>, of: Part<T>) => part<Readonly<Record<string, T>>>({ kind: "map", of, named });
/** A value of one of several forms, told apart by `which`; `expected` says what they are. */
export const oneOf = <const P extends readonly Part[]>(options: P, which: Which, expected: string) =>
  part<WrittenOf<P[number]>>({ kind: "forms", options, which, expected, leading: [] });
/** A map of one of several forms, told apart by the first of the leading keys that it holds. */
export const byKey = <const P extends readonly Part[]>(leading: readonly string[], options: P) =>
  part<WrittenOf<P[number]>>({
    kind: "forms", options, leading,
    which: (kind, hasKey) => (kind === "map" ? leading.findIndex(hasKey) : -1),
    expected: `a map with one of ${leading.join(", ")}`,
  });
