// Timeline items in words: what one is, whom it moves, and when it comes.

import type { Scenario, TimelineItem } from "../scenario/scenario.ts";
import { ACTS } from "../terms/acts.ts";
import { STATEMENTS } from "../terms/statements.ts";
import { withArticle } from "./fill.ts";
import { capital, dateAndClock, joined, leafOf, partyName, spaced, timeIn } from "./words.ts";
import { lengthText } from "./written.ts";

/** What an item is, in a few words: `pressure on the militias`. */
export function itemWords(scenario: Scenario, item: TimelineItem): string {
  const the = (party: string | undefined): string => withArticle(scenario, party);
  switch (item.kind) {
    case "pressure": return `${item.strength} pressure on ${the(item.party)} toward ${the(item.toward)}${item.goal === undefined ? "" : `, for ${spaced(item.goal)}`}`;
    case "order": return `order to ${the(item.to)} toward ${the(item.toward)}: ${spaced(item.order)}`;
    case "incident": {
      const by = joined([...new Set(item.by.filter(({ weight }) => weight > 0).map(({ value }) => (value === "unknown" ? "nobody known" : the(value))))]);
      return `${ACTS[item.act].label} by ${by}${item.against === undefined ? "" : ` against ${the(item.against)}`}${item.forced ? ", forced" : ""}`;
    }
    case "statement": return `${STATEMENTS[item.statement].label} by ${item.by === "unknown" ? "an unnamed office" : the(item.by)} about ${the(item.about)}${item.forced ? ", forced" : ""}`;
    case "shock": return item.channel === undefined ? `news that ${joined(item.feltBy.map(the))} feel` : `${spaced(item.shock)}: ${scenario.channels[item.channel]?.name ?? item.channel}${item.lasts === undefined ? "" : `, for ${lengthText(item.lasts)}`}`;
  }
}

/** When an item comes, as its schedule says: a time, a time after another item, what it waits for. */
export function scheduleWords(scenario: Scenario, { schedule }: TimelineItem): string {
  const at = (minute: number): string => dateAndClock(timeIn(scenario, minute));
  if (schedule.kind === "at") return at(schedule.at);
  if (schedule.kind === "after") return `${schedule.delay === 0 ? "with" : `${lengthText(schedule.delay)} after`} ${schedule.item}`;
  const { trigger, delay } = schedule;
  const what = trigger.kind === "stance" ? `${partyName(scenario, trigger.party)} toward ${partyName(scenario, trigger.toward)}: ${spaced(leafOf(trigger.enters))}`
    : `${trigger.by === undefined ? "anybody" : partyName(scenario, trigger.by)}: ${ACTS[trigger.act].label}`;
  return capital(`${delay === 0 ? "when" : `${lengthText(delay)} after`} ${what}, from ${at(trigger.from)} to ${at(trigger.until)}`);
}
