// When a timeline item happens: at a time, after another item, or when something sets it off.
// Knows times, triggers and chains of items; must not know what an item does.
// Invariant: chains have no cycle, and an item that could not happen inside the run is a mistake.

import type { Span } from "./diagnostics.ts";
import { actsOf, enteredAt, stanceAt } from "./parties.ts";
import { at, durationAt, keyAt, refer, referToParty, timeAt, windowAt, type Resolving } from "./resolving.ts";
import type { Schedule, TimelineItem, Trigger } from "./scenario.ts";
import type { RawItem } from "./schema.ts";
import type { Path } from "./source-tree.ts";
import { parseAfter } from "./values.ts";

type RawTrigger = NonNullable<RawItem["when"]>;

/** When an item happens; a wrong schedule is reported and stands for the start. */
export function resolveSchedule(resolving: Resolving, path: Path, item: RawItem, ids: Readonly<Record<string, Span>>): Schedule {
  const { problems } = resolving;
  if (item.when !== undefined) {
    if (item.at !== undefined) problems.error("contradiction", keyAt(resolving, [...path, "at"]), `"${item.id}" has both \`at\` and \`when\``, "keep one");
    const delay = item.delay === undefined ? 0 : durationAt(resolving, [...path, "delay"], item.delay);
    return { kind: "when", trigger: resolveTrigger(resolving, [...path, "when"], item.when), delay };
  }
  if (item.delay !== undefined) problems.error("contradiction", keyAt(resolving, [...path, "delay"]), "`delay` goes with `when`", "write `at: other-item + 6 h` for a time after an item");
  if (item.at === undefined) {
    problems.error("missing-key", at(resolving, [...path, "id"]), `"${item.id}" never happens: it lacks \`at\` and \`when\``);
    return { kind: "at", at: 0 };
  }
  if (!item.at.includes(" + ")) return { kind: "at", at: timeAt(resolving, [...path, "at"], item.at) ?? 0 };
  const after = parseAfter(item.at);
  if (after === undefined) {
    problems.error("bad-time", at(resolving, [...path, "at"]), `"${item.at}" is no time after an item`, "write `other-item + 6 h`");
    return { kind: "at", at: 0 };
  }
  refer(resolving, [...path, "at"], after.item, ids, "unknown-item", "timeline item", "items");
  return { kind: "after", item: after.item, delay: after.delay };
}

/** Checks that no item waits for itself and that every chain ends inside the run. */
export function checkChains(resolving: Resolving, items: readonly TimelineItem[]): void {
  const indices = new Map<string, number>();
  items.forEach(({ id }, i) => indices.has(id) || indices.set(id, i));
  const earliest = new Map<number, number>();
  items.forEach((_, start) => {
    const chain: number[] = [];
    const onChain = new Set<number>();
    let i: number | undefined = start;
    // Walk to the item that the chain hangs on, then come back adding up; no recursion, since a chain may be long.
    while (i !== undefined && !earliest.has(i)) {
      if (onChain.has(i)) {
        reportCycle(resolving, items, chain.slice(chain.indexOf(i)));
        for (const index of chain) earliest.set(index, 0);
        return;
      }
      chain.push(i);
      onChain.add(i);
      const { schedule }: TimelineItem = items[i]!;
      i = schedule.kind === "after" ? indices.get(schedule.item) : undefined;
    }
    for (const index of chain.reverse()) earliest.set(index, earliestOf(items[index]!.schedule, indices, earliest));
  });
  if (resolving.clock === undefined) return;
  items.forEach(({ id, schedule }, i) => {
    const first = earliest.get(i) ?? 0;
    if (schedule.kind === "at" || first <= resolving.clock!.minutes) return;
    const place = at(resolving, ["timeline", i, schedule.kind === "after" ? "at" : "delay"]);
    resolving.problems.error("outside-run", place, `"${id}" cannot happen before the run ends`, `the run ends at ${resolving.raw.end}`);
  });
}

function earliestOf(schedule: Schedule, indices: ReadonlyMap<string, number>, earliest: ReadonlyMap<number, number>): number {
  if (schedule.kind === "at") return schedule.at;
  if (schedule.kind === "when") return schedule.trigger.from + schedule.delay;
  return (earliest.get(indices.get(schedule.item) ?? -1) ?? 0) + schedule.delay;
}

function reportCycle(resolving: Resolving, items: readonly TimelineItem[], cycle: readonly number[]): void {
  const first = Math.min(...cycle);
  const names = cycle.slice(0, 8).map((i) => items[i]!.id);
  resolving.problems.error("after-cycle", at(resolving, ["timeline", first, "at"]), `${[...names, names[0]].join(" waits for ")}`, "give one of them a time of its own");
}

function resolveTrigger(resolving: Resolving, path: Path, written: RawTrigger): Trigger {
  const [from, until] = windowAt(resolving, [[...path, "from"], [...path, "until"]], written.from, written.until);
  const times = timesOf(resolving, path, written.times);
  if ("stance" in written) {
    const stance = stanceAt(resolving, [...path, "stance"], written.stance);
    const enters = stance?.chart === undefined ? written.enters : enteredAt(resolving, [...path, "enters"], written.enters, stance.chart);
    return { kind: "stance", party: stance?.party ?? "", toward: stance?.toward ?? "", enters, from, until, times };
  }
  referToParty(resolving, [...path, "by"], written.by);
  referToParty(resolving, [...path, "against"], written.against);
  checkDoable(resolving, [...path, "act"], written.act, written.by);
  return { kind: "act", act: written.act, by: written.by, against: written.against, from, until, times };
}

function timesOf(resolving: Resolving, path: Path, times: RawTrigger["times"]): number {
  if (times === undefined || times === "once") return 1;
  if (Number.isSafeInteger(times)) return times;
  resolving.problems.error("bad-value", at(resolving, [...path, "times"]), `${times} is no whole number`, "write `once` or 2, 3, ...");
  return 1;
}

// Without a doctrine a party does only what incidents say; with one, its charts and the simulation do the rest, so there it is a doubt.
function checkDoable(resolving: Resolving, path: Path, act: string, by: string | undefined): void {
  if (by === undefined || !Object.hasOwn(resolving.raw.parties, by)) return;
  const scripted = (resolving.raw.timeline ?? []).some((item) =>
    "incident" in item && item.incident === act && (typeof item.by === "string" ? item.by === by : (Object.hasOwn(item.by, by) && item.by[by]! > 0)));
  if (scripted) return;
  const { doctrine, stances } = resolving.raw.parties[by]!;
  if (doctrine === undefined) {
    resolving.problems.error("cannot-happen", at(resolving, path), `"${by}" never does "${act}": it has no doctrine, and no incident says so`);
    return;
  }
  const doctrines = resolving.catalogue.doctrines;
  const charts = Object.hasOwn(doctrines, doctrine) ? doctrines[doctrine]!.charts : {};
  const own = Object.values(stances ?? {}).some((relation) => charts[relation] !== undefined && actsOf(charts[relation]).has(act));
  if (!own) resolving.problems.warn("cannot-happen", at(resolving, path), `no chart of "${by}" orders "${act}" by itself`);
}
