// Widths: what is taken for narrow without being measured is as narrow as when it is measured.
import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { widthOf } from "../../src/tui/rows.ts";

test("everyCharacterIsAsWideAsItMeasures", () => {
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0xFFFF; code++) {
    const character = String.fromCharCode(code);
    if (widthOf(character) !== stringWidth(character)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
