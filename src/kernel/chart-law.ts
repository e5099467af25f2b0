// The law of charts: what a chart may say so that its answers can be remembered and counted.
// Knows the shape of descriptions and the vocabularies it is handed; must not know what any word means.
// Invariant: a chart without a breach has no context, no chance, no number and no history; what it answers follows from
// its state and the percept alone, and every percept of its alphabet is handled or listed as let pass.

import { actName, chartStates, transitionsOf, type ActDescription, type ChartDescription, type StateDescription, type TransitionDescription } from "./chart.ts";

/** The words a chart may use: percepts from outside, and acts besides those of its decisions. */
export interface ChartVocabulary { readonly percepts: readonly string[]; readonly acts: readonly string[]; }

const STATE_KEYS = new Set(["description", "tags", "type", "initial", "states", "entry", "exit", "on", "after", "ignores", "meta", "id"]);
const TRANSITION_KEYS = new Set(["target", "actions", "guard", "reenter"]);

/** Everything in a chart that the law forbids, each as `path: sentence`; empty for a lawful chart. */
export function breachesOf(chart: ChartDescription, vocabulary: ChartVocabulary): readonly string[] {
  const found: string[] = [];
  const states = chartStates(chart);
  const paths = new Set(states.map(({ path }) => path));
  const words = { percepts: new Set(vocabulary.percepts), acts: new Set(vocabulary.acts) };
  const decisions = new Set<string>();
  for (const { path, state } of states) {
    const breach = (sentence: string): void => { found.push(`${chart.id}${path === "" ? "" : `.${path}`}: ${sentence}`); };
    checkState(state, path === "", breach);
    checkDecision(state, decisions, breach);
    const handlers = [...Object.entries(state.on ?? {}), ...Object.entries(state.after ?? {})];
    for (const percept of Object.keys(state.on ?? {})) checkPercept(percept, state, words.percepts, breach);
    for (const delay of Object.keys(state.after ?? {})) if (/^\d/.test(delay)) breach(`the delay "${delay}" is a number, not a name`);
    for (const transition of handlers.flatMap(([, to]) => transitionsOf(to))) checkTransition(transition, path, paths, words, breach);
    for (const act of [...(state.entry ?? []), ...(state.exit ?? [])]) checkAct(act, state, words, breach);
  }
  for (const percept of chart.ignores ?? []) if (!words.percepts.has(percept)) found.push(`${chart.id}: lets pass "${percept}", which is no percept`);
  found.push(...unaccounted(chart, vocabulary.percepts));
  return found;
}

type Breach = (sentence: string) => void;
interface Words { readonly percepts: ReadonlySet<string>; readonly acts: ReadonlySet<string>; }

function checkState(state: StateDescription, isTop: boolean, breach: Breach): void {
  for (const key of Object.keys(state)) if (!STATE_KEYS.has(key) || (!isTop && (key === "id" || key === "ignores"))) breach(`"${key}" is not allowed`);
  const type: unknown = state.type;
  if (type !== undefined && type !== "parallel") breach(`a state of type "${String(type)}" is not allowed`);
  const children = Object.keys(state.states ?? {});
  if (children.length > 0 && type === undefined && (state.initial === undefined || !children.includes(state.initial))) breach("has no initial state");
  if (children.length === 0 && (state.description ?? "") === "") breach("has no description");
  if (children.some((name) => name.includes("."))) breach("a state's name holds a dot");
}

function checkDecision(state: StateDescription, taken: Set<string>, breach: Breach): void {
  const decisive = (acts: readonly ActDescription[] | undefined): readonly string[] => (acts ?? []).map(actName).filter((name) => /^(ask|drop)\./.test(name));
  const asks = [...decisive(state.entry), ...decisive(state.exit)];
  const open = state.meta?.decision;
  if (open === undefined) {
    if (asks.length > 0) breach(`${asks[0]} belongs to no decision of this state`);
    return;
  }
  if (taken.has(open.name)) breach(`the decision "${open.name}" stands twice in the chart`);
  taken.add(open.name);
  if (decisive(state.entry).join(" ") !== `ask.${open.name}` || decisive(state.exit).join(" ") !== `drop.${open.name}`) breach(`the decision "${open.name}" is not asked on entry and dropped on exit`);
  if (open.options.length === 0) breach(`the decision "${open.name}" has no options`);
  for (const option of open.options) if (state.on?.[`decided.${open.name}.${option}`] === undefined) breach(`nothing follows from "${option}"`);
}

function checkPercept(percept: string, state: StateDescription, percepts: ReadonlySet<string>, breach: Breach): void {
  const decided = /^decided\.([^.]+)\.([^.]+)$/.exec(percept);
  if (decided !== null) {
    if (state.meta?.decision?.name !== decided[1] || !state.meta.decision.options.includes(decided[2]!)) breach(`"${percept}" is decided nowhere here`);
  } else if (percept.includes("*")) breach(`the bare "${percept}" is not allowed`);
  else if (!percepts.has(percept)) breach(`"${percept}" is no percept`);
}

function checkTransition(transition: TransitionDescription, path: string, paths: ReadonlySet<string>, words: Words, breach: Breach): void {
  for (const key of Object.keys(transition)) if (!TRANSITION_KEYS.has(key)) breach(`"${key}" is not allowed in a transition`);
  const parent = path.includes(".") ? path.slice(0, path.lastIndexOf(".") + 1) : "";
  for (const target of [transition.target ?? []].flat()) if (path === "" || !paths.has(parent + target)) breach(`leads to "${target}", which is no state beside it`);
  const { guard } = transition;
  const region = path.split(".")[0]!;
  if (guard !== undefined && (Object.keys(guard).join(" ") !== "stateIn" || !paths.has(guard.stateIn) || guard.stateIn.split(".")[0] === region)) breach("a guard may ask for a state of another region and for nothing else");
  for (const act of transition.actions ?? []) checkAct(act, undefined, words, breach);
}

function checkAct(act: ActDescription, state: StateDescription | undefined, words: Words, breach: Breach): void {
  const name = actName(act);
  const decision = state?.meta?.decision?.name;
  if (decision !== undefined && (name === `ask.${decision}` || name === `drop.${decision}`)) return;
  if (name === "raise") {
    const event = typeof act === "object" ? act.params?.["event"] : undefined;
    if (!words.percepts.has(String(event))) breach(`raises "${String(event)}", which is no percept`);
  } else if (!words.acts.has(name)) breach(`"${name}" is no act`);
}

// What no state answers is listed as let pass, and nothing else is: so a chart says what it listens for.
function unaccounted(chart: ChartDescription, percepts: readonly string[]): readonly string[] {
  const states = chartStates(chart).map(({ state }) => state);
  const answered = new Set(states.flatMap(({ on }) => Object.keys(on ?? {})));
  const passed = new Set(chart.ignores);
  return percepts.flatMap((percept) => {
    if (answered.has(percept) !== passed.has(percept)) return [];
    return [`${chart.id}: "${percept}" is ${passed.has(percept) ? "both handled and let pass" : "neither handled nor let pass"}`];
  });
}
