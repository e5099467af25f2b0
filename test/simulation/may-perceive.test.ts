import { describe, expect, test } from "vitest";
import type { ChartAct } from "../../src/kernel/chart.ts";
import { seeded } from "../../src/kernel/choices.ts";
import { perceivedByOther } from "../../src/simulation/may-perceive.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { loadShipped } from "../bench/shipped.ts";

/** What a party perceived of the one it was done, said or written to by, beside the act of a chart that it was. */
function perceivedBetweenTwo(entries: readonly Entry[]): readonly { readonly act: ChartAct; readonly percept: EntryOf<"perceived">["percept"] }[] {
  return entries.flatMap((entry) => {
    const cause = entry.cause === undefined ? undefined : entries[entry.cause]!;
    if (entry.kind !== "perceived" || cause === undefined || cause.who !== entry.whom || cause.whom !== entry.who) return [];
    const act = (name: string, params: Record<string, string>): ChartAct => ({ name, params });
    if (cause.kind === "act") return [{ act: act("act", { act: cause.act }), percept: entry.percept }];
    // What becomes of a query, a request or a relay is told by a message that answers another stance.
    if (cause.kind === "message" && cause.message !== "relay-result" && entry.percept !== "relay.asked") return [{ act: act("tell", { message: cause.message }), percept: entry.percept }];
    if (cause.kind === "statement") return [{ act: act("state", { statement: cause.statement }), percept: entry.percept }];
    return [];
  });
}

describe.each(["at-tanf-2017", "dgmo-hotline", "liaison-office", "first-strike"])("in runs of %s", (name) => {
  test("whatever is perceived of an act, a word or a statement of the other is among what may be", () => {
    const model = compileModel(loadShipped(name));
    const found = Array.from({ length: 20 }, (_, seed) => perceivedBetweenTwo(simulate(model, seeded(seed)).entries)).flat();
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ act, percept }) => !perceivedByOther(act).includes(percept))).toEqual([]);
  });
});

test("what concerns third parties is nothing to the other", () => {
  for (const name of ["pass-on", "instruct", "decline", "report-relay", "open-tier", "call-off"]) expect(perceivedByOther({ name, params: {} })).toEqual([]);
});
