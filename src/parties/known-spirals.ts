// Pairs of charts that are meant to be able to drive each other upward, each with the reason why.
// Knows charts by their names; must not know how a spiral is found.
// Invariant: each of them is still found; one that is not is taken off the list.
// Security dilemma: what one does for its safety the other may take for a threat (Herz 1950, Jervis 1978).

/** Two charts and why the loop between them is meant. */
export interface KnownSpiral { readonly charts: readonly [string, string]; readonly why: string; }

/** Every known one. */
export const KNOWN_SPIRALS: readonly KnownSpiral[] = [
  { charts: ["garrison-adversary", "militia-adversary"], why: "self-defence against a perceived intent, answered in kind: the crisis that these two charts are about" },
  { charts: ["garrison-adversary", "rebels-adversary"], why: "force against a patrol that is taken for a threat is answered by those it hits" },
  { charts: ["garrison-adversary", "garrison-adversary"], why: "two that defend themselves against each other: each use of force is the other's trigger" },
  { charts: ["garrison-adversary", "neighbour-adversary"], why: "a neighbour weighs a reply to every strike, and may decide for it" },
  { charts: ["garrison-adversary", "spoiler-adversary"], why: "a spoiler raids again after every blow, and a raid is met by force" },
  { charts: ["militia-adversary", "militia-adversary"], why: "both answer a blow by a blow, and neither has a line" },
  { charts: ["militia-adversary", "neighbour-adversary"], why: "unowned fire breaks a quiet that the neighbour holds to, and its answer is answered" },
  { charts: ["militia-adversary", "spoiler-adversary"], why: "a standing war: each raid is answered" },
  { charts: ["neighbour-adversary", "neighbour-adversary"], why: "claims lead to protests and firmness to firmness on both sides of a line of contact; the hotline is there to break it" },
  { charts: ["neighbour-adversary", "spoiler-adversary"], why: "a spoiler's raid draws a reply, and that is what it is for" },
];
