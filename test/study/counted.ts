// Every measure counted from a trace by its definition, slowly and without a look at how the recorder does it.

import { ARRIVED_STAGES, type MessageStage } from "../../src/simulation/codes.ts";
import type { Model } from "../../src/simulation/model.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { ACTS, type ActFamily, isForce } from "../../src/terms/acts.ts";
import { MESSAGES } from "../../src/terms/messages.ts";
import { STATEMENTS } from "../../src/terms/statements.ts";
import { pick } from "../simulation/small-crises.ts";
import type { Named } from "./named.ts";

const DAY = 1440;
const FORCE = 6;

/** The measures of a run that has ended. */
export function counted(model: Model, entries: readonly Entry[]): Named {
  const ids = model.parties.map(({ text }) => text);
  const acts = pick(entries, "act").filter(({ who }) => who !== undefined);
  const by = (name: string, wanted: (entry: EntryOf<"act">) => boolean): Named => ({
    [name]: acts.filter(wanted).length, ...Object.fromEntries(ids.map((id) => [`${name}-by/${id}`, acts.filter((act) => act.who === id && wanted(act)).length])),
  });
  return {
    ...climbed(model, entries),
    ...by("force", ({ act }) => isForce(act)),
    ...by("strikes", ({ act }) => act === "strike" || act === "mistaken-strike"),
    ...replies(model, acts, entries),
    ...readings(entries),
    ...used(model, entries),
    ...goldstein(model, entries),
    ...classes(model, entries),
  };
}

const isPair = ({ scenario: { crisis } }: Model, a: string | undefined, b: string | undefined): boolean =>
  crisis.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const arrived = (entries: readonly Entry[]): readonly EntryOf<"message">[] => pick(entries, "message").filter(({ stage }) => (ARRIVED_STAGES as readonly MessageStage[]).includes(stage));
const isHostile = ({ act }: EntryOf<"act">): boolean => ACTS[act].goldstein < 0;

// The highest rung of each pair at every minute; the run is short, so minutes can be gone through one by one.
function climbed(model: Model, entries: readonly Entry[]): Named {
  const rungs = model.stances.map(({ chart }) => chart.rung(chart.initial.next));
  const ofPair = (pair: number): number => Math.max(0, ...model.pairs[pair]!.stances.map((stance) => rungs[stance]!));
  const peaks = model.pairs.map((_, pair) => ofPair(pair));
  const tops: { readonly at: number; readonly top: number }[] = [];
  const note = (at: number): void => { tops.push({ at, top: Math.max(0, ...model.pairs.map((_, pair) => ofPair(pair))) }); };
  note(0);
  for (const entry of pick(entries, "stance")) {
    rungs[entry.stance] = entry.rung;
    model.pairs.forEach((_, pair) => { peaks[pair] = Math.max(peaks[pair]!, ofPair(pair)); });
    note(entry.at);
  }
  const end = entries.at(-1)!.at;
  const spans = tops.map(({ at, top }, i) => ({ from: at, to: tops[i + 1]?.at ?? end, top }));
  const minutesFrom = (rung: number): number => sum(spans.filter(({ top }) => top >= rung).map(({ from, to }) => to - from));
  const peak = Math.max(0, ...peaks);
  const first = tops.findIndex(({ top }) => top === peak);
  const back = peak > tops[0]!.top ? tops.slice(first).find(({ top }) => top <= tops[0]!.top) : undefined;
  const rises = tops.flatMap(({ at, top }, i) => (top >= FORCE && i > 0 && tops[i - 1]!.top < FORCE ? [at] : []));
  const falls = tops.flatMap(({ at, top }, i) => (top < FORCE && i > 0 && tops[i - 1]!.top >= FORCE ? [at] : []));
  const opens = tops[0]!.top >= FORCE ? 0 : 1;
  const crossings = pick(entries, "stance").filter(({ stance, rungBefore, rung }) => model.stances[stance]!.pair !== -1 && rungBefore < FORCE && rung >= FORCE);
  return {
    peak,
    ...Object.fromEntries(model.scenario.crisis.map((pair, i) => [`peak-of/${pair.join("-")}`, peaks[i]!])),
    "minutes-at-warning": minutesFrom(4), "minutes-at-show-of-force": minutesFrom(5), "minutes-at-limited-force": minutesFrom(6),
    "minutes-at-exchange-of-force": minutesFrom(7), "minutes-at-open-conflict": minutesFrom(8),
    "to-baseline": back === undefined ? -1 : back.at - tops[first]!.at,
    "recurrence": rises.slice(opens).filter((at, i) => at - falls[i]! >= DAY).length,
    "thresholds-crossed": crossings.length,
    "crossed-unintended": crossings.filter((entry) => path(entries, entry.cause, "act").some((other) => other.kind === "perceived" && (other.shift > 0 || other.misattributed))).length,
  };
}

// The entries on the path of causes from here back, up to but without the first of a kind.
function path(entries: readonly Entry[], from: number | undefined, until?: Entry["kind"]): readonly Entry[] {
  const found: Entry[] = [];
  for (let entry = from === undefined ? undefined : entries[from]; entry !== undefined && entry.kind !== until; entry = entry.cause === undefined ? undefined : entries[entry.cause]) found.push(entry);
  return found;
}

function replies(model: Model, acts: readonly EntryOf<"act">[], entries: readonly Entry[]): Named {
  const hostile = acts.filter((act) => isHostile(act) && isPair(model, act.who, act.whom));
  // An act answers the other's last one, if that is no older than a day and nothing has answered it yet.
  const answers = new Set<EntryOf<"act">>();
  for (const act of hostile) {
    const last = hostile.filter((other) => other.number < act.number && other.who === act.whom && other.whom === act.who).at(-1);
    if (last !== undefined && act.at - last.at <= DAY) answers.add(last);
  }
  const force = acts.find((act) => isForce(act.act) && isPair(model, act.who, act.whom));
  const warning = force && arrived(entries).find(({ message, who, whom, number }) => (message === "warning" || message === "ultimatum") && who === force.who && whom === force.whom && number < force.number);
  return {
    "hostile-acts": hostile.length, "hostile-answered": answers.size,
    "longest-chain": Math.max(0, ...acts.filter(isHostile).map((act) => links(entries, act))),
    "first-force": force?.at ?? -1,
    "warning-to-force": force === undefined || warning === undefined ? -1 : force.at - warning.at,
  };
}

// Hostile acts on the path of causes, without those by the party that made the one before; an act by nobody known breaks the chain.
function links(entries: readonly Entry[], act: EntryOf<"act">): number {
  const back = path(entries, act.number).filter((entry): entry is EntryOf<"act"> => entry.kind === "act");
  const unknown = back.findIndex(({ who }) => who === undefined);
  const makers = (unknown === -1 ? back : back.slice(0, unknown)).filter(isHostile).map(({ who }) => who).reverse();
  return makers.filter((who, i) => who !== makers[i - 1]).length;
}

function readings(entries: readonly Entry[]): Named {
  // Percepts of acts are caused by the act, and say who did it or that nobody known did.
  const all = pick(entries, "perceived").filter(({ truth, cause, percept }) => truth !== undefined || isOfUnknown(entries, cause, percept));
  const slight = all.filter(({ cause }) => { const act = entries[cause!]; return act?.kind === "act" && act.gravity <= 1; });
  const count = (of: typeof all, wanted: (entry: EntryOf<"perceived">) => boolean): number => of.filter(wanted).length;
  return {
    "readings": all.length, "graver": count(all, ({ shift }) => shift > 0), "milder": count(all, ({ shift }) => shift < 0),
    "reading-gap": sum(all.map(({ shift }) => shift)), "misattributed": count(all, ({ misattributed }) => misattributed),
    "slight-readings": slight.length, "false-alarms": count(slight, ({ shift }) => shift > 0),
  };
}

const OWN_OR_LATER: readonly string[] = ["own.hit", "dead.learned", "own.force-used", "strike.done", "mistake.learned"];

function isOfUnknown(entries: readonly Entry[], cause: number | undefined, percept: string): boolean {
  const act = cause === undefined ? undefined : entries[cause];
  return act?.kind === "act" && act.who === undefined && !OWN_OR_LATER.includes(percept);
}

function used(model: Model, entries: readonly Entry[]): Named {
  const calls = pick(entries, "call");
  const taken = calls.filter(({ call }) => call === "answered" || call === "held");
  const said = arrived(entries);
  const hostile = pick(entries, "act").filter((act) => act.who !== undefined && isHostile(act) && isPair(model, act.who, act.whom));
  const contact = waits(hostile, taken);
  const word = waits(hostile, said.filter(({ line }) => line !== undefined));
  const notices = model.parties.map(({ text }) => waits(
    said.filter(({ message, who }) => message === "notice" && who === text), pick(entries, "act").filter(({ who }) => who === text)));
  const relays = pick(entries, "relay");
  const looked = relays.filter(({ relay }) => relay === "complied" || relay === "ignored");
  const end = entries.at(-1)!.at;
  const uptime = (up: readonly string[], down: readonly string[], begins: (line: Model["lines"][number]) => boolean): number => sum(model.lines.map((line) => {
    let open = begins(line);
    let [since, minutes] = [0, 0];
    for (const { at, call, line: name } of calls) {
      if (name !== line.name.text || !(open ? down : up).includes(call)) continue;
      if (open) minutes += at - since;
      [open, since] = [!open, at];
    }
    return minutes + (open ? end - since : 0);
  }));
  return {
    "calls-taken": taken.length, "calls-untaken": calls.filter(({ call }) => call === "unanswered" || call === "not-rung").length,
    "contacts": contact.length, "contact-minutes": sum(contact), "words": word.length, "word-minutes": sum(word),
    "notices": sum(notices.map(({ length }) => length)), "notice-minutes": sum(notices.flat()),
    "messages-sent": pick(entries, "message", { stage: "waiting" }).length, "messages-arrived": said.length,
    "warnings-arrived": said.filter(({ message }) => message === "warning" || message === "ultimatum").length,
    "requests-followed": pick(entries, "relay", { relay: "complied" }).length, "requests-not-followed": pick(entries, "relay", { relay: "ignored" }).length,
    "requests-relayed": looked.filter(({ via }) => via !== undefined).length, "requests-unverified": pick(entries, "relay", { relay: "unverified" }).length,
    "line-minutes": end * model.lines.length,
    "declared-minutes": uptime(["declared-open", "declared-unstated"], ["declared-suspended"], ({ declared }) => declared !== "suspended"),
    "practised-minutes": uptime(["opened"], ["closed", "went-dead"], ({ closed }) => !closed),
  };
}

// Minutes from each of these to the first of those after it; what comes while one is waited for counts with it.
function waits(these: readonly Entry[], those: readonly Entry[]): readonly number[] {
  const found: number[] = [];
  let last = -1;
  for (const { number, at } of these) {
    if (number < last) continue;
    const then = those.find((other) => other.number > number);
    if (then === undefined) break;
    found.push(then.at - at);
    last = then.number;
  }
  return found;
}

function goldstein(model: Model, entries: readonly Entry[]): Named {
  const inside = entries.filter(({ who, whom }) => isPair(model, who, whom));
  const tenths = (values: readonly number[]): number => Math.round(sum(values) * 10);
  const conduct = tenths(pick(inside, "act").map(({ act }) => ACTS[act].goldstein));
  return {
    "goldstein-conduct": conduct,
    "goldstein": conduct + tenths(pick(inside, "message", { stage: "waiting" }).map(({ message }) => MESSAGES[message].goldstein)) + tenths(pick(inside, "statement").map(({ statement }) => STATEMENTS[statement].goldstein)),
  };
}

function classes(model: Model, entries: readonly Entry[]): Named {
  const inside = entries.filter(({ who, whom }) => isPair(model, who, whom));
  const codes = [
    ...pick(inside, "act").map(({ act }) => ACTS[act].code),
    ...pick(inside, "message", { stage: "waiting" }).map(({ message }) => MESSAGES[message].code),
    ...pick(inside, "statement").map(({ statement }) => STATEMENTS[statement].code),
  ];
  const between = (first: string, last: string): number => codes.filter((code) => code.slice(0, 2) >= first && code.slice(0, 2) <= last).length;
  const families = (...named: readonly ActFamily[]): number => pick(inside, "act").filter(({ act }) => named.includes(ACTS[act].family)).length;
  return {
    "verbal-cooperation": between("01", "05"), "material-cooperation": between("06", "08"), "verbal-conflict": between("09", "13"), "material-conflict": between("14", "20"),
    "escalation-score": 4 * families("movement", "presence", "show") + 28 * families("fire", "air", "force") - 2 * families("restraint", "relief"),
  };
}
