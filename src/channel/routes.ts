// How a word gets from one party to another: over a line, between friends, or through a patron.
// Knows relations and lines; must not know who the parties are or what is said.
// Invariant: a route has at most one party in between; where there is none, a word cannot be delivered at all.

/** A way to be heard: `line` is the line's number where one is used, `via` the patron's where one carries. */
export type Route =
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "direct" }
  /** Over the line to the patron of the one addressed, who is asked to pass it on. */
  | { readonly kind: "through-their-patron"; readonly line: number; readonly via: number }
  /** To one's own patron, who says it over the line. */
  | { readonly kind: "through-own-patron"; readonly line: number; readonly via: number };

type Relation = "adversary" | "counterpart" | "client" | "patron" | "partner";

/** Routes for every ordered pair (from * parties + to); undefined where there is none. */
export function routesOf(
  parties: number, relation: (a: number, b: number) => Relation | undefined, line: (a: number, b: number) => number,
): readonly (Route | undefined)[] {
  const everyone = Array.from({ length: parties }, (_, i) => i);
  return everyone.flatMap((from) => everyone.map((to): Route | undefined => {
    if (from === to) return undefined;
    if (line(from, to) !== -1) return { kind: "line", line: line(from, to) };
    if (isFriend(relation(from, to)) || isFriend(relation(to, from))) return { kind: "direct" };
    const theirs = everyone.find((via) => line(from, via) !== -1 && (relation(via, to) === "client" || relation(to, via) === "patron"));
    if (theirs !== undefined) return { kind: "through-their-patron", line: line(from, theirs), via: theirs };
    const own = everyone.find((via) => line(via, to) !== -1 && (relation(via, from) === "client" || relation(from, via) === "patron"));
    return own === undefined ? undefined : { kind: "through-own-patron", line: line(own, to), via: own };
  }));
}

function isFriend(relation: Relation | undefined): boolean {
  return relation === "partner" || relation === "patron" || relation === "client";
}
