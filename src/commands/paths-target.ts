import { nearMiss } from "../scenario/diagnostics.ts";
import { chartStates } from "../kernel/chart.ts";
import { leafOf } from "../report/words.ts";
import type { Model } from "../simulation/model.ts";
import type { Target } from "../study/target.ts";
import { ACT_NAMES, type ActName } from "../terms/acts.ts";
import { RUNGS, rungOf } from "../terms/rungs.ts";
import type { Mistake } from "./mistake.ts";

/** What a word of the call means: a rung, an expectation, an act or a state of a chart, in this order; or why it means nothing. */
export function targetOf(model: Model, option: string, word: string, by: string | undefined): Target | Mistake {
  const { scenario } = model;
  if (by !== undefined && !Object.hasOwn(scenario.parties, by)) {
    return { code: "unknown-party", message: `--by ${by}: the scenario has no such party`, hint: nearMiss(by, Object.keys(scenario.parties), "parties")() };
  }
  const rung = rungOf(word);
  const expectation = scenario.expect.find(({ id }) => id === word);
  if (rung !== -1 || expectation !== undefined) {
    if (by !== undefined) return { code: "contradiction", message: `--by ${by}: ${rung === -1 ? "an expectation says itself whose it is" : "a rung is one of a crisis pair, and of no party alone"}`, hint: "leave it out, or name an act or a state" };
    if (rung !== -1) return { kind: "rung", rung };
    if (expectation!.kind !== "share") return { kind: "expectation", id: word };
    return { code: "unknown-target", message: `${option} ${word}: a share is about many runs, and no course comes to it`, hint: `name what it counts: ${expectation!.of}` };
  }
  if ((ACT_NAMES as readonly string[]).includes(word)) return { kind: "act", act: word as ActName, by };
  const states = statesOf(model, by);
  if (states.has(word)) return { kind: "state", state: word, by };
  const ids = scenario.expect.filter(({ kind }) => kind !== "share").map(({ id }) => id);
  const known = [...RUNGS, ...ids, ...ACT_NAMES, ...states];
  return {
    code: "unknown-target", message: `${option} ${word}: no rung, expectation, act or state ${by === undefined ? "" : `of ${by} `}is called so`,
    hint: nearest(word, known, ids),
  };
}

// The states of every chart in use, by their whole paths and by their last words.
function statesOf({ stances, parties }: Model, by: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { chart, party } of stances) {
    if (by !== undefined && parties[party]!.text !== by) continue;
    for (const { path } of chartStates(chart.description)) if (path !== "") found.add(path).add(leafOf(path));
  }
  return found;
}

function nearest(word: string, known: readonly string[], expectations: readonly string[]): string {
  const near = /^did you mean "[^"]*"\? /.exec(nearMiss(word, known, "")())?.[0] ?? "";
  return `${near}rungs: ${RUNGS.join(", ")}; expectations: ${expectations.slice(0, 8).join(", ") || "none"}${expectations.length > 8 ? " ..." : ""}; an act such as strike; or a state as \`graph\` shows it`;
}
