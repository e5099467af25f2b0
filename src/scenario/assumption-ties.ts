// Which assumptions of a scenario would tie: two keys narrowed equally that both hold somewhere; and which hold nowhere.
// Knows the contexts in which a run asks (who toward whom, which line at which level, which act of whom); must not know values.
// Invariant: after it, every context that occurs has one winner among the scenario's keys.

import { ACT_NAMES } from "../terms/acts.ts";
import { keyAt, type Resolving } from "./resolving.ts";
import type { Assumption } from "./scenario.ts";

/** The word that narrows an assumption to those who stand toward a party; its own name narrows to the party itself. */
export function toward(party: string): string {
  return `toward-${party}`;
}

/** Reports each key that holds nowhere and, once, at the later of the two, each pair of keys that tie in some context. */
export function reportTies(resolving: Resolving, own: readonly Assumption[]): void {
  const narrowed = own.filter(({ qualifiers }) => qualifiers.length > 0);
  if (narrowed.length === 0) return;
  const contexts = [...contextsOf(resolving)];
  for (const assumption of narrowed) reportIdle(resolving, assumption, contexts);
  const byQualifiers = new Map<string, Assumption[]>();
  for (const assumption of narrowed) {
    const words = [...assumption.qualifiers].sort().join("/");
    byQualifiers.set(words, [...(byQualifiers.get(words) ?? []), assumption]);
  }
  const order = new Map(own.map((assumption, i) => [assumption, i]));
  const reported = new Set<string>();
  for (const { context, ofLine } of contexts) {
    for (const [name, holding] of winnersIn(context, byQualifiers)) {
      if (holding.length < 2 || isOfLine(name) !== ofLine) continue;
      const [first, second] = [...holding].sort((a, b) => order.get(a)! - order.get(b)!) as [Assumption, Assumption];
      if (reported.has(`${first.key} ${second.key}`)) continue;
      reported.add(`${first.key} ${second.key}`);
      resolving.problems.error("tied-assumptions", keyAt(resolving, ["assumptions", second.key]),
        `"${second.key}" and "${first.key}" both hold for ${context.join(", ")}, and neither is narrower`,
        `add "${name}/${context.filter((word) => first.qualifiers.includes(word) || second.qualifiers.includes(word)).join("/")}", or drop one`);
    }
  }
}

// A key whose words never come up together changes nothing, and is mostly one in which a party stands for those who stand toward it.
function reportIdle(resolving: Resolving, { key, name, qualifiers }: Assumption, contexts: readonly Context[]): void {
  if (contexts.some(({ context, ofLine }) => ofLine === isOfLine(name) && qualifiers.every((word) => context.includes(word)))) return;
  const [first, second] = qualifiers.filter((word) => Object.hasOwn(resolving.raw.parties, word));
  resolving.problems.warn("unused-assumption", keyAt(resolving, ["assumptions", key]), `"${key}" holds nowhere: nothing is asked of ${qualifiers.join(" and ")} together`,
    second === undefined ? undefined : `whoever it is toward is written "${toward(second)}": "${name}/${first}/${toward(second)}"`);
}

// For each name, the scenario's keys that hold in the context with the most qualifiers; a context has four words at most, so 15 look-ups do.
function winnersIn(context: readonly string[], byQualifiers: ReadonlyMap<string, readonly Assumption[]>): ReadonlyMap<string, readonly Assumption[]> {
  const words = [...new Set(context)].sort();
  const winners = new Map<string, Assumption[]>();
  for (let chosen = 1; chosen < 1 << words.length; chosen++) {
    for (const assumption of byQualifiers.get(words.filter((_, i) => (chosen >> i) & 1).join("/")) ?? []) {
      const best = winners.get(assumption.name);
      const length = best?.[0]?.qualifiers.length ?? 0;
      if (assumption.qualifiers.length > length) winners.set(assumption.name, [assumption]);
      else if (assumption.qualifiers.length === length) best!.push(assumption);
    }
  }
  return winners;
}

// What is looked up for a line, between its two ends; everything else is looked up for whoever decides, reads or acts.
function isOfLine(name: string): boolean {
  return name.startsWith("line.") || name.startsWith("message.");
}

interface Context { readonly context: readonly string[]; readonly ofLine: boolean; }

// Every context that a run of this scenario may ask in: who decides, reads or complies, and toward whom; lines at a level; acts.
function* contextsOf({ raw }: Resolving): Generator<Context> {
  const pairs = new Set<string>();
  for (const [id, party] of Object.entries(raw.parties)) {
    for (const other of Object.keys(party.stances ?? {})) pairs.add([id, other].sort().join(" "));
  }
  for (const { between } of Object.values(raw.channels ?? {})) pairs.add([...between].sort().join(" "));
  for (const pair of pairs) {
    const [a, b] = pair.split(" ") as [string, string];
    yield { context: [a, toward(b)], ofLine: false };
    yield { context: [b, toward(a)], ofLine: false };
  }
  for (const [id, { between, tiers }] of Object.entries(raw.channels ?? {})) {
    for (const tier of tiers ?? ["duty-officer"]) yield { context: [id, tier, ...between], ofLine: true };
  }
  for (const party of Object.keys(raw.parties)) {
    for (const act of ACT_NAMES) yield { context: [act, party], ofLine: false };
  }
}
