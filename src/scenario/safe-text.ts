// Which characters a scenario may hold, and how to show the others without harm.
// Knows code points; must not know YAML or terminals.
// Invariant: what `showHarmless` gives holds no control, escape or bidirectional character, whatever it was given.

// Controls (C0, DEL, C1), lone surrogates, bidirectional marks and overrides, line separators, invisible fillers.
// The joiners U+200C and U+200D stay allowed: Persian and Arabic words need them.
const HARMFUL = /[\p{Cc}\p{Cs}\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** The places (UTF-16 index) of characters that no scenario text may hold; tab and line ends are allowed. */
export function forbiddenCharacters(text: string): readonly number[] {
  const found: number[] = [];
  // A loop, since it meets plain letters only in nearly every file, and is done before a pattern this size is compiled.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x20 && unit < 0x7f) || unit === 0x0a || unit === 0x09) continue;
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) continue;
    const character = String.fromCodePoint(text.codePointAt(i)!);
    if (isHarmful(character)) found.push(i);
    i += character.length - 1;
  }
  return found;
}

/** The text with every harmful character, tabs and line ends included, as a visible `\u{..}`. */
export function showHarmless(text: string): string {
  return text.replace(HARMFUL, (character) => codePointName(character.codePointAt(0)!));
}

function isHarmful(character: string): boolean {
  HARMFUL.lastIndex = 0;
  return HARMFUL.test(character);
}

/** A code point as it is shown: `\u{202e}`. */
export function codePointName(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}
