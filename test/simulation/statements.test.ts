import { describe, expect, test } from "vitest";
import { only, pick, crisis, DAY, ROAD, traceOf, type Certainties } from "./small-crises.ts";
import type { Entry } from "../../src/simulation/trace.ts";

// The run starts at six in the morning, and a statement takes an hour to draft and clear.
const EIGHT = 120;
const ELEVEN_AT_NIGHT = 1020;
const HOURS: Certainties = { "statement.prepares": "1 h", "statement.from": "8 h", "statement.until": "21 h" };
const CAPITAL = `parties: { capital: { doctrine: government, stances: { post: adversary, column: partner } } }`;

function saidAfter(at: string, certainly: Certainties = {}): readonly Entry[] {
  const hit = `{ id: hit, at: "${at}", incident: strike, by: post, against: column, forced: true }`;
  return traceOf(crisis(ROAD, { ...HOURS, "news.travels": "1 m", ...certainly }, `{ set: { parties.post.stances.capital: adversary }, add: { ${CAPITAL}, timeline: [${hit}] } }`));
}
const condemned = (entries: readonly Entry[]): number => only(entries, "statement", { who: "capital", statement: "condemnation" }).at;

describe("a public statement", () => {
  test("comes out once it is drafted and cleared", () => expect(condemned(saidAfter("day 1 12:00"))).toBe(360 + 1 + 60));

  test("that is ready at night is cleared in the morning", () => {
    expect(condemned(saidAfter("day 1 23:00"))).toBe(DAY + EIGHT + 60);
    expect(condemned(saidAfter("day 2 03:00"))).toBe(DAY + EIGHT + 60);
  });

  test("of a party that speaks at all hours waits for no morning", () => {
    expect(condemned(saidAfter("day 1 23:00", { "statement.from": "0 h", "statement.until": "24 h" }))).toBe(ELEVEN_AT_NIGHT + 1 + 60);
  });

  test("does not come out before what the same party drafted earlier", () => {
    const entries = saidAfter("day 1 20:30", { "government.command-speaks": "10 h", "government.caution": "caution", "decision.takes": "5 m", "statement.prepares": "2 h" });
    const said = pick(entries, "statement", { who: "capital" });
    expect(said.map(({ statement }) => statement)).toEqual(["condemnation", "caution"]);
    expect(said[0]!.at).toBeLessThanOrEqual(said[1]!.at);
  });

  test("that is urgent comes out at any hour", () => {
    const entries = saidAfter("day 1 23:00", { "patron.after-a-hit": "suspend", "decision.takes": "5 m" });
    expect(only(entries, "statement", { who: "sponsor", statement: "suspension" }).at).toBeLessThan(ELEVEN_AT_NIGHT + 120);
  });
});
