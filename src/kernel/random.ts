// Keyed randomness: a number that depends on a seed and a list of names, and on nothing drawn before.
// Knows hashes of names; must not know what a name means, and keeps no state between draws.
// Invariant: the same seed and names give the same number on every machine; names are hashed as text, never by index.
// Mixing after MurmurHash3 (Appleby, public domain), in two 32-bit lanes, since JavaScript has no fast 64-bit integers. The lanes wait
// for each other only once, in the last step: a processor works on both at the same time.

/** A name with its 64-bit hash in two halves. */
export interface Name { readonly text: string; readonly high: number; readonly low: number; }

/** The name with its hash; make it once at load. */
export function nameOf(text: string): Name {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return { text, high: finish(high ^ text.length), low: finish((low + Math.imul(text.length, 0x27d4eb2f)) | 0) };
}

/** The 64-bit hash of an ordered list of names, in two halves; plain data that a caller may fill again and again. */
export interface TupleHash { high: number; low: number; }

/** The hash of three names in order, to be kept where the same three come again and again with another fourth. */
export function beginTuple(first: Name, second: Name, third: Name): TupleHash {
  const high = absorb(0x51ed270b, first.high);
  const hash = { high, low: absorb(0x2545f491 ^ high, first.low) };
  endTuple(hash, hash.high, hash.low, second);
  endTuple(hash, hash.high, hash.low, third);
  return hash;
}

/** Puts the hash of names begun with and one more into `into`. */
export function endTuple(into: TupleHash, high: number, low: number, last: Name): void {
  into.high = absorb(high, last.high);
  into.low = absorb(low, last.low);
}

/** A uniform number in [0, 1) with 53 bits, keyed by a seed, the hash of a tuple and a count. */
export function keyedUniform(seed: Name, high: number, low: number, n: number): number {
  const a = Math.imul((seed.high ^ high) + n, 0xcc9e2d51);
  const b = Math.imul((seed.low ^ low) + n, 0x1b873593);
  return (finish(a ^ (b >>> 15)) >>> 5) * 2 ** -27 + (finish(b ^ (a >>> 13)) >>> 6) * 2 ** -53;
}

/** A 64-bit fingerprint of a text as 16 hex digits. */
export function fingerprint(text: string): string {
  const { high, low } = nameOf(text);
  return (high >>> 0).toString(16).padStart(8, "0") + (low >>> 0).toString(16).padStart(8, "0");
}

/** A 32-bit state that has taken in one more word; for hashes over many words, in two lanes. */
export function absorb(state: number, word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  const rotated = (mixed << 15) | (mixed >>> 17);
  const folded = state ^ Math.imul(rotated, 0x1b873593);
  return (Math.imul((folded << 13) | (folded >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
