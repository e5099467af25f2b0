// Leaves out of a scenario the parties that nothing connects with those it is asked about: wars that run beside the crisis.
// Knows who is named together: in stances, lines, timeline items; must not know what anybody does.
// Invariant: what happens to and between those that are kept is the same as before, since nothing of the others ever reaches them.

import type { Scenario, TimelineItem } from "./scenario.ts";

/** The scenario with the parties that anything connects with `concerned`; the scenario itself where all of them are. */
export function withoutBystanders(scenario: Scenario, concerned: readonly string[]): Scenario {
  const { parties, channels, timeline } = scenario;
  const kept = reachedFrom(concerned, [
    ...Object.values(parties).flatMap(({ id, stances }) => Object.keys(stances).map((other) => [id, other])),
    ...Object.values(channels).map(({ between }) => between),
    ...timeline.map((item) => [nodeOf(item.id), ...linksOf(item, scenario)]),
  ]);
  if (Object.keys(parties).every((party) => kept.has(party))) return scenario;
  return {
    ...scenario,
    parties: Object.fromEntries(Object.entries(parties).filter(([id]) => kept.has(id))),
    channels: Object.fromEntries(Object.entries(channels).filter(([, { between }]) => kept.has(between[0]))),
    timeline: timeline.filter((item) => kept.has(nodeOf(item.id)) || linksOf(item, scenario).length === 0),
  };
}

// No party is called so: names hold no colon.
function nodeOf(item: string): string {
  return `item: ${item}`;
}

// Whatever can be come to from group to group.
function reachedFrom(start: readonly string[], groups: readonly (readonly string[])[]): ReadonlySet<string> {
  const groupsOf = new Map<string, (readonly string[])[]>();
  for (const group of groups) {
    for (const node of group) {
      const known = groupsOf.get(node);
      if (known === undefined) groupsOf.set(node, [group]);
      else known.push(group);
    }
  }
  const reached = new Set(start);
  for (const node of reached) { // grows as it is walked
    for (const group of groupsOf.get(node) ?? []) for (const other of group) reached.add(other);
    groupsOf.delete(node);
  }
  return reached;
}

// What an item has to do with: every party that it names, those it waits for (of anybody's doings: everyone), and the item before it.
function linksOf(item: TimelineItem, scenario: Scenario): readonly string[] {
  const { schedule } = item;
  const named = partiesOf(item, scenario);
  if (schedule.kind === "after") return [...named, nodeOf(schedule.item)];
  if (schedule.kind === "at") return named;
  const { trigger } = schedule;
  const waitsFor = (trigger.kind === "stance" ? [trigger.party, trigger.toward] : [trigger.by, trigger.against]).filter((party) => party !== undefined);
  return [...named, ...(waitsFor.length === 0 ? Object.keys(scenario.parties) : waitsFor)];
}

function partiesOf(item: TimelineItem, { parties, channels }: Scenario): readonly string[] {
  const named = ((): readonly (string | undefined)[] => {
    switch (item.kind) {
      case "pressure": return [item.party, item.toward];
      case "order": return [item.to, item.toward, item.from];
      case "statement": return [item.by, item.about];
      case "shock": return [...item.feltBy, ...(item.channel === undefined ? [] : channels[item.channel]!.between)];
      case "incident": return [
        ...item.by.map(({ value }) => value), item.against, ...(item.appearsAs.by ?? []).map(({ value }) => value), ...item.seenBy.map(({ party }) => party), ...item.unseenBy,
      ];
    }
  })();
  return named.filter((party): party is string => party !== undefined && Object.hasOwn(parties, party)); // "unknown" is nobody
}
