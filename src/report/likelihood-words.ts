// How likely something is, in the words that analysts use for it.

/**
 * Words of estimative probability, each from this share on. The words and their bounds are those of Intelligence Community
 * Directive 203 (2015), which goes back to Kent (1964); where its bands meet, the upper word begins.
 */
const WORDS: readonly (readonly [from: number, words: string])[] = [
  [0.95, "almost certain"], [0.8, "very likely"], [0.55, "likely"], [0.45, "about even"], [0.2, "unlikely"], [0.05, "very unlikely"], [0, "remote"],
];

/** The words for a share of 1: `very unlikely`. */
export function likelihoodWords(share: number): string {
  return WORDS.find(([from]) => share >= from)![1];
}

/** The words for odds against what is likeliest, given in bits: of one bit, one to two, which is a share of a third. */
export function oddsAgainstWords(bits: number): string {
  return likelihoodWords(1 / (1 + 2 ** bits));
}

/** Odds against what is likeliest as a pair of numbers, with two digits at most: `1 to 14`, `1 to 1`. */
export function oddsText(bits: number): string {
  const against = 2 ** bits;
  const unit = against < 100 ? 1 : 10 ** (Math.floor(Math.log10(against)) - 1);
  const rounded = Math.round(against / unit) * unit;
  return rounded < 10 && Math.abs(against - rounded) > 0.05 ? `1 to ${against.toFixed(1)}` : `1 to ${grouped(rounded)}`;
}

/** A whole number with its thousands apart: `190,594`. */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
