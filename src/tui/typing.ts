// Small moves of a line editor.

/** The text without its last word. */
export function lastWordOff(text: string): string {
  return text.replace(/\S*\s*$/u, "");
}
