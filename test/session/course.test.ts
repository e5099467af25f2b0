import * as fc from "fast-check";
import { expect, test } from "vitest";
import { accountOf } from "../../src/study/account.ts";
import { rerunOf } from "../../src/study/rerun.ts";
import { crises } from "../simulation/random-crises.ts";
import { carryOutPlan, liveOf, plans, take, toTheEnd } from "./live-crises.ts";

test("aCourseFollowedAgainIsTheSameRun, whoever sat and whatever was amended or forced", () => {
  fc.assert(fc.property(crises, plans, fc.boolean(), (drawn, plan, ends) => {
    const live = liveOf(drawn);
    carryOutPlan(plan, live, (deed) => take(live.run, deed));
    if (ends) toTheEnd(live.run);
    expect(accountOf(live.run.course).entries).toEqual(live.run.entries);
  }), { numRuns: 60 });
});

test("on an amended course too, everything happens all the same where nothing is changed", () => {
  fc.assert(fc.property(crises, plans, fc.nat(1000), (drawn, plan, which) => {
    const live = liveOf(drawn);
    carryOutPlan(plan, live, (deed) => take(live.run, deed));
    toTheEnd(live.run);
    const account = accountOf(live.run.course);
    const entry = account.entries[which % account.entries.length]!;
    expect(rerunOf(account, entry).happens([], 0)).toBe(true);
  }), { numRuns: 60 });
});
