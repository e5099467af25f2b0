// Random crises that people take part in: runs that can be amended, and plans of what people do in them.
import * as fc from "fast-check";
import { identityOf, seeded, type Question } from "../../src/kernel/choices.ts";
import { CATALOGUE } from "../../src/scenario/catalogue.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { LiveRun, type LoadWith } from "../../src/session/live-run.ts";
import { Session, type Deed } from "../../src/session/session.ts";
import type { JournalFile } from "../../src/session/journal-file.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import type { Drawn } from "../simulation/random-crises.ts";

/** A run that has not begun, with what it was made of. */
export interface Live { readonly model: Model; readonly load: LoadWith; readonly seed: number; readonly run: LiveRun; }

/** How the scenario of a drawn crisis is loaded with more overlays on it. */
export function loaderOf({ base, overlays }: Pick<Drawn, "base" | "overlays">): LoadWith {
  const own = overlays.map((text, i) => ({ name: `overlay-${i}`, text }));
  return (more) => loadScenario("crisis.yaml", () => ({ ok: true, text: base }), CATALOGUE, [...own, ...more]);
}

/** A run of a crisis that has not begun. */
export function liveOf(drawn: Drawn): Live {
  const load = loaderOf(drawn);
  const loaded = load([]);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  const model = compileModel(loaded.scenario);
  return { model, load, seed: drawn.seed, run: new LiveRun(model, drawn.seed, load) };
}

/** A session over a crisis. */
export function sessionOf({ model, load, seed }: Live, file?: JournalFile): Session {
  return new Session(model, seed, load, file);
}

/** The open decision of a run, answered as the seed would answer it. */
export function asTheSeedWould(question: Question, seed: number): Deed {
  return answered(question, question.options.names[seeded(seed).answer(question)]!);
}

/** The open decision of a run, answered by an option. */
export function answered(question: Question, option: string): Deed {
  return { do: "answer", question: identityOf(question), option, by: "player" };
}

/** Takes a deed where a run stands; gives why not, where it is refused. */
export function take(run: LiveRun, deed: Deed): string | undefined {
  return run.take({ ...deed, events: run.events, at: run.at })?.message;
}

/** Goes to the end, with every open decision answered as the seed would. */
export function toTheEnd(run: LiveRun): number {
  for (let waited = 0; ; waited++) {
    const standing = run.go({});
    if (standing.kind !== "deciding") return waited;
    take(run, asTheSeedWould(standing.question, run.seed));
  }
}

/** A step of a plan: so many events further, then a deed; `which` chooses among what there is. */
export interface Planned { readonly by: number; readonly what: "seat" | "leave" | "amend" | "force" | "nothing"; readonly which: number; }

/** What people do, one after the other. */
export const plans: fc.Arbitrary<readonly Planned[]> = fc.array(
  fc.record({ by: fc.integer({ min: 0, max: 40 }), what: fc.constantFrom("seat", "seat", "leave", "amend", "amend", "force", "force", "nothing"), which: fc.nat(1000) }), { minLength: 1, maxLength: 14 },
);

/** Questions of chance that may be forced, each with an answer. */
const FORCED: readonly (readonly [question: string, option: string])[] = [
  ["line.answered", "refused"], ["line.answered", "absent"], ["line.heard", "lost"], ["line.heard", "wrong"], ["line.ends", "cut-off"], ["sight.reading", "graver"], ["relay.complied", "yes"],
  ["relay.complied", "no"], ["word.believed", "no"], ["sight.attributed", "no"], ["firmness.read", "resented"], ["order.obeyed", "no"],
];

/** The deed that a step of a plan stands for, in a run. */
export function deedOf({ what, which }: Planned, { model, run }: Pick<Live, "model" | "run">): Deed | undefined {
  const ids = model.parties.map(({ text }) => text);
  const party = ids[which % ids.length]!;
  switch (what) {
    case "seat": return { do: "seat", party, taken: true, by: "lead" };
    case "leave": return { do: "seat", party, taken: false, by: "lead" };
    case "amend": return { do: "amend", overlay: amendmentOf(which, model, run), by: "lead", what: "something" };
    case "force": {
      const [question, option] = FORCED[which % FORCED.length]!;
      const line = Object.values(model.scenario.channels)[0]!;
      return { do: "force", question, between: which % 2 === 0 ? line.between : [ids[0]!, ids[1]!], option, by: "lead", what: "something" };
    }
    case "nothing": return undefined;
  }
}

function amendmentOf(which: number, { scenario }: Model, run: LiveRun): string {
  const ids = Object.values(scenario.parties).filter(({ doctrine }) => doctrine !== undefined).map(({ id }) => id);
  const [a, b] = [ids[0]!, Object.keys(scenario.parties[ids[0]!]!.stances)[0]!];
  const time = `day ${1 + (which % 4)} ${String(7 + (which % 13)).padStart(2, "0")}:${String(which % 60).padStart(2, "0")}`;
  const item = scenario.timeline[which % Math.max(1, scenario.timeline.length)];
  const id = `more-${run.steps.length}-${which}`;
  const choices: readonly unknown[] = [
    { add: { timeline: [{ id, at: time, pressure: { party: b, toward: a, strength: "grave" } }] } },
    { add: { timeline: [{ id, at: time, incident: "shell", by: "strangers", against: a }] } },
    { add: { timeline: [{ id, at: time, shock: "line-outage", channel: "wire", lasts: "3 h" }] } },
    { set: { [`timeline.${item?.id}.chance`]: 0 } },
    { set: { [`timeline.${item?.id}.at`]: time } },
    { set: { "assumptions.line.answered": (which % 11) / 10, "assumptions.decision.takes": "10 m" } },
    { set: { "assumptions.relay.complied": 1, "assumptions.sight.attributed": 0.5 } },
    { remove: [item?.id ?? "none"] }, // refused
    { add: { parties: { newcomers: {} } } }, // refused
    { set: { "assumptions.no-such-thing": 1 } }, // refused
  ];
  return JSON.stringify(choices[which % choices.length]);
}

/** Does what a plan says, and answers open decisions by the way; gives how many deeds were refused. */
export function carryOutPlan(plan: readonly Planned[], live: Live, doIt: (deed: Deed) => unknown, run: () => LiveRun = () => live.run): number {
  let refused = 0;
  for (const planned of plan) {
    const standing = run().go({ by: planned.by });
    if (standing.kind === "deciding" && planned.which % 3 !== 0) {
      const { names } = standing.question.options;
      doIt(answered(standing.question, names[planned.which % names.length]!));
    }
    const deed = deedOf(planned, { model: live.model, run: run() });
    if (deed !== undefined && doIt(deed) !== undefined) refused++;
  }
  return refused;
}
