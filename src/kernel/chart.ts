// The plain description of a statechart: an XState configuration cut down to what may be remembered.
// Knows states, percepts, named delays and named acts; must not know numbers, context, chance, or what any name means.
// Invariant: what a chart answers depends on its state and the percept alone, so the answer can be kept.

/** A named act with constant parameters, or the name alone. */
export type ActDescription = string | { readonly type: string; readonly params?: Readonly<Record<string, string | number | boolean>> };

/** Where a percept leads: target states and acts; `guard` may only ask in which state another region is. */
export interface TransitionDescription {
  readonly target?: string | readonly string[];
  readonly actions?: readonly ActDescription[];
  /** The only guard there is: another region of the same chart is in this state, written `region.state`. */
  readonly guard?: { readonly stateIn: string };
  readonly reenter?: boolean;
}

/** A transition, a list of them tried in order, or a target alone. */
export type Transitions = string | TransitionDescription | readonly TransitionDescription[];

/** What follows, by the name of an event, of a timer or of an option. */
export type Reactions = Readonly<Record<string, Transitions>>;

/** One state: what it is in a sentence, its rung (tag `rung-3`), what it does on entry, and where it goes. */
export interface StateDescription {
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly type?: "parallel";
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateDescription>>;
  readonly entry?: readonly ActDescription[];
  readonly exit?: readonly ActDescription[];
  readonly on?: Reactions;
  readonly after?: Reactions;
  /** A decision that is open in this state, as written by `decision`. */
  readonly meta?: { readonly decision?: DecisionDescription };
}

/** A decision: its name and its options in order, each with the words a person reads. */
export interface DecisionDescription {
  readonly name: string;
  readonly options: readonly string[];
}

/** A whole chart. */
export interface ChartDescription extends StateDescription {
  readonly id: string;
  readonly description: string;
  /** Percepts that no state answers: each is let pass. */
  readonly ignores?: readonly string[];
}

/** Every state of a chart with its dotted path below the chart's own name, outermost first. */
export function chartStates(chart: ChartDescription): readonly { readonly path: string; readonly state: StateDescription }[] {
  const found: { path: string; state: StateDescription }[] = [];
  const visit = (state: StateDescription, path: string): void => {
    found.push({ path, state });
    for (const [name, child] of Object.entries(state.states ?? {})) visit(child, path === "" ? name : `${path}.${name}`);
  };
  visit(chart, "");
  return found;
}

/** A timer of a chart: the percept it gives when it runs out, and the name of its delay. */
export interface ChartTimer { readonly event: string; readonly delay: string; }

/** The timers of a chart, outermost states first; each percept is named as XState names it. */
export function timersOf(description: ChartDescription): readonly ChartTimer[] {
  return chartStates(description).flatMap(({ path, state }) => timersIn(description, path, state));
}

/** The timers of one state of a chart. */
export function timersIn({ id }: ChartDescription, path: string, state: StateDescription): readonly ChartTimer[] {
  return Object.keys(state.after ?? {}).map((delay) => ({ delay, event: `xstate.after.${delay}.${path === "" ? id : `${id}.${path}`}` }));
}

/** An act of a chart: its name and its constant parameters. */
export interface ChartAct { readonly name: string; readonly params: Readonly<Record<string, string | number | boolean>>; }

/** The different acts that a chart names, in its order; what its decisions ask and drop, and what it raises, are none. */
export function actsOf(description: ChartDescription): readonly ChartAct[] {
  const named = chartStates(description).flatMap(({ state }) => {
    const handlers = [...Object.values(state.on ?? {}), ...Object.values(state.after ?? {})];
    return [...(state.entry ?? []), ...(state.exit ?? []), ...handlers.flatMap(transitionsOf).flatMap(({ actions }) => actions ?? [])];
  });
  const acts = named.map((act): ChartAct => ({ name: actName(act), params: (typeof act === "object" && act.params) || {} }));
  const byText = new Map(acts.filter(({ name }) => name !== "raise" && !/^(ask|drop)\./.test(name)).map((act) => [actText(act), act]));
  return [...byText.values()];
}

/** An act as text: two are the same where this is. */
export function actText({ name, params }: ChartAct): string {
  return `${name} ${JSON.stringify(params)}`;
}

/** The transitions of one handler as a list. */
export function transitionsOf(transitions: Transitions): readonly TransitionDescription[] {
  if (typeof transitions === "string") return [{ target: transitions }];
  return Array.isArray(transitions) ? transitions : [transitions as TransitionDescription];
}

/** The name of an act. */
export function actName(act: ActDescription): string {
  return typeof act === "string" ? act : act.type;
}

/** The rung that a state's tags carry (`rung-3` is 3), or -1 where it carries none. */
export function rungTag(state: StateDescription): number {
  for (const tag of state.tags ?? []) if (tag.startsWith("rung-")) return Number(tag.slice(5));
  return -1;
}

/**
 * What a state needs so that a decision is open in it: the ask on entry, the drop on exit, a handler for each option.
 * Spread the result into a state that declares no `entry`, `exit` or `meta` of its own, or pass what it should do besides.
 */
export function decision(
  name: string,
  options: Reactions,
  besides: { readonly entry?: readonly ActDescription[]; readonly exit?: readonly ActDescription[]; readonly on?: Reactions } = {},
): Pick<StateDescription, "entry" | "exit" | "on" | "meta"> {
  const decided = Object.fromEntries(Object.entries(options).map(([option, to]) => [`decided.${name}.${option}`, to]));
  return {
    entry: [...(besides.entry ?? []), `ask.${name}`],
    exit: [`drop.${name}`, ...(besides.exit ?? [])],
    on: { ...besides.on, ...decided },
    meta: { decision: { name, options: Object.keys(options) } },
  };
}
