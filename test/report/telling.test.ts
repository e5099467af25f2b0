import { describe, expect, test } from "vitest";
import { chartStates } from "../../src/kernel/chart.ts";
import { beginTelling, type Telling } from "../../src/report/telling.ts";
import { seeded } from "../../src/kernel/choices.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { loadShipped } from "../bench/shipped.ts";
import { crisis, DAY, pick, ROAD } from "../simulation/small-crises.ts";

const NAMED = JSON.stringify({ set: { "parties.post.name": "the guards", "parties.sponsor.name": "northern command", "parties.column.name": "Alder" } });
const ENTERS = JSON.stringify({ add: { timeline: [{ id: "in", at: "day 1 12:00", incident: "enter", by: "column", against: "post", forced: true }] } });

function telling(...overlays: readonly string[]): Telling {
  const model = crisis(ROAD, {}, overlays[0]);
  return beginTelling(model, simulate(model, seeded(1)).entries);
}

describe("a party's name", () => {
  const { name, the, The, verb } = telling(NAMED);

  test.each([
    ["post", "The guards", "the guards", "The guards", "have"],
    ["sponsor", "Northern command", "the northern command", "The northern command", "has"],
    ["column", "Alder", "Alder", "Alder", "has"],
    ["raiders", "Raiders", "Raiders", "Raiders", "has"],
    [undefined, "Somebody unknown", "somebody unknown", "Somebody unknown", "has"],
  ])("%s: as a speaker, in a sentence, at its start, and with a verb", (party, speaker, inside, start, has) => {
    expect([name(party), the(party), The(party), verb(party, "have", "has")]).toEqual([speaker, inside, start, has]);
  });
});

describe("words", () => {
  const entryAt = (at: number, n: number): Entry => ({ number: n, id: `statement|post|column|run|${n}`, at, who: "post", whom: "column", root: "run", n, cause: undefined, kind: "statement", statement: "appeal", item: undefined, forced: false });

  test("of a party do not repeat on one channel within three days, and then say that they do", () => {
    const { pick: choose } = telling();
    const said = [0, 1, 2, 3].map((n) => choose(["stop.", "enough."], entryAt(n * 60, n), "post", "public"));
    expect(said.slice(0, 2).sort()).toEqual(["enough.", "stop."]);
    expect(said.slice(2).sort()).toEqual(["again: enough.", "again: stop."]);
    expect(choose(["stop.", "enough."], entryAt(3 * DAY + 61, 9), "post", "public")).toMatch(/^(stop|enough)\.$/);
  });

  test("of the report change as long as there are others, and never say that they come again", () => {
    const { pick: choose } = telling();
    const told = [0, 1, 2, 3, 4].map((n) => choose(["It goes on.", "It continues.", "More of it."], entryAt(n * 60, n), "post", "feed"));
    expect(new Set(told.slice(0, 3)).size).toBe(3);
    expect(told.slice(3)).toEqual(told.slice(0, 2));
  });

  test("of one party are free for another, and for another channel", () => {
    const { pick: choose } = telling();
    expect([["post", "public"], ["sponsor", "public"], ["post", "line wire"], ["post", "public"]].map(([author, channel], n) => choose(["stop."], entryAt(0, n), author, channel!))).toEqual(["stop.", "stop.", "stop.", "again: stop."]);
  });

  test("that one party has just used are left to it, as long as there are others", () => {
    const { pick: choose } = telling();
    const said = ["post", "sponsor", "column"].map((author, n) => choose(["stop.", "enough.", "no more."], entryAt(n * 60, n), author, "public"));
    expect(new Set(said).size).toBe(3);
  });

  test("with names in them are those of the entry, and of whoever is spoken of", () => {
    const { filled } = telling(NAMED);
    expect(filled(["{who} [warn|warns] {whom} of {them}."], entryAt(0, 0), "feed", "sponsor")).toBe("the guards warn Alder of the northern command.");
    expect(filled(["{who} [go|goes]."], entryAt(0, 1), "feed", undefined, ["post", "column"])).toBe("the guards and Alder go.");
    expect(filled(["{who} [go|goes]."], { ...entryAt(0, 2), who: "column" }, "feed")).toBe("Alder goes.");
  });
});

describe("states", () => {
  test("have the sentence that their chart has for them", () => {
    const model = crisis(ROAD, {}, ENTERS);
    const { entries } = simulate(model, seeded(1));
    const { sentenceOf } = beginTelling(model, entries);
    const moved = pick(entries, "stance", { who: "post" })[0]!;
    expect(moved.to).toContain("conduct.querying");
    expect(sentenceOf(moved, "conduct.querying")).toBe("Asks over the line who answers for it.");
    expect(sentenceOf(moved, "conduct.no-such-state")).toBe("");
  });

  test("that only wait for a decision are those after which one is opened, and no others", () => {
    const model = compileModel(loadShipped("at-tanf-2017"));
    let deciding = 0;
    for (const seed of [1, 2, 3, 4]) {
      const { entries } = simulate(model, seeded(seed));
      const { isDeciding } = beginTelling(model, entries);
      for (const entry of pick(entries, "stance")) {
        const waits = entry.to.some((path) => !entry.from.includes(path) && isDeciding(entry, path));
        const opened = entries.slice(entry.number + 1).some((other) => other.kind === "decision.opened" && other.cause === entry.number);
        expect({ seed, number: entry.number, to: entry.to, waits }).toEqual({ seed, number: entry.number, to: entry.to, waits: opened });
        if (waits) deciding++;
      }
    }
    expect(deciding).toBeGreaterThan(20);
  });

  test("of every chart in a run can be named, whichever stance is there", () => {
    const model = compileModel(loadShipped("dgmo-hotline"));
    const { entries } = simulate(model, seeded(2));
    const { sentenceOf } = beginTelling(model, entries);
    for (const entry of pick(entries, "stance")) {
      const known = new Set(chartStates(model.stances[entry.stance]!.chart.description).map(({ path }) => path));
      for (const path of entry.to) expect([known.has(path), sentenceOf(entry, path).length > 10]).toEqual([true, true]);
    }
  });
});
