// The terminal program without a terminal: keys, time and sizes go in, rows come out.

import { lookedAt } from "./commands.ts";
import { DecisiveSearch } from "./decisive-search.ts";
import type { Desk } from "./desk.ts";
import { frame } from "./frame.ts";
import type { Session } from "../session/session.ts";
import type { Row } from "./rows.ts";
import { type AppState, type Change, startingState, type View } from "./state.ts";
import { type Openable, startFrame, startKeyed, startPasted, startScreen, type StartState } from "./start.ts";
import { caughtUp, keyed, passed, pasted, pausedWhereAsked, resized, tickOf } from "./update.ts";
import { isAtHead } from "./travel.ts";

/** What the program asks of whoever runs it. */
export interface Host {
  /** Opens a scenario or a session, or says why it cannot be; `anyway` where that was said already and is to be passed over. */
  readonly open: (item: Openable, anyway: boolean) => Desk | string;
  /** Everything that can be opened; asked for when somebody wants to see it, since it takes reading. */
  readonly list: () => readonly Openable[];
  readonly quit: () => void;
}

type Stage = { readonly kind: "start"; state: StartState } | { readonly kind: "run"; state: AppState; readonly desk: Desk };

/** How often the search for decisive choices goes on, in milliseconds. */
const SEARCH_TICK = 30;

/** The program; whoever shows it asks for its rows after each change. */
export class Program {
  readonly #host: Host;
  readonly #listeners = new Set<() => void>();
  readonly #search = new DecisiveSearch();
  #stage: Stage;
  #rows: readonly Row[] | undefined;

  constructor(host: Host, first: readonly Openable[] | Desk, columns: number, rows: number) {
    this.#host = host;
    this.#stage = "session" in first ? runStage(first, columns, rows) : { kind: "start", state: startScreen(first, columns, rows) };
  }

  /** The screen. The same rows until something changes. */
  get rows(): readonly Row[] {
    return (this.#rows ??= this.#stage.kind === "start" ? startFrame(this.#stage.state) : frame(this.#stage.state, { ...this.#stage.desk.view, decisives: this.#search.shown }));
  }

  /** The width that the rows are made for. */
  get columns(): number { return this.#stage.state.columns; }

  /** What is remembered and shown of the run, once one is open. */
  get run(): { readonly state: AppState; readonly view: View } | undefined {
    return this.#stage.kind === "start" ? undefined : { state: this.#stage.state, view: this.#stage.desk.view };
  }

  /** In how many milliseconds time should pass again; undefined while nothing plays and nothing is looked for. */
  get tick(): number | undefined {
    if (this.#stage.kind !== "run") return undefined;
    return this.#stage.state.playing ? tickOf(this.#stage.state) : this.#search.isOpen ? SEARCH_TICK : undefined;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  key(key: string): void {
    if (this.#stage.kind === "run") {
      if (this.#apply(keyed(this.#stage.state, this.#stage.desk.view, key))) this.#changed();
      return;
    }
    const { state, effect } = startKeyed(this.#stage.state, key);
    this.#stage = { kind: "start", state };
    if (effect?.do === "quit") return this.#host.quit();
    if (effect?.do === "list") this.#stage = { kind: "start", state: { ...state, items: this.#host.list() } };
    if (effect?.do === "open") this.#open(effect.item, effect.seat);
    this.#changed();
  }

  /** A text was pasted: it is typed where text is typed, and is no keys. */
  paste(text: string): void {
    const stage = this.#stage;
    if (stage.kind === "run") stage.state = pasted(stage.state, stage.desk.view, text);
    else stage.state = startPasted(stage.state, text);
    this.#changed();
  }

  /** Says one sentence to the person. */
  say(notice: string): void {
    if (this.#stage.kind === "run") this.#stage.state = { ...this.#stage.state, notice };
    else this.#stage.state = { ...this.#stage.state, notice };
    this.#changed();
  }

  /** So many seconds have passed. */
  pass(seconds: number): void {
    const stage = this.#stage;
    if (stage.kind !== "run") return;
    if (!stage.state.playing) {
      if (this.#search.goOn()) this.#changed();
      return;
    }
    const before = stage.state;
    if (!this.#apply(passed(before, stage.desk.view, seconds))) return;
    stage.state = pausedWhereAsked(stage.state, before, stage.desk.view);
    this.#changed();
  }

  resize(columns: number, rows: number): void {
    const { state } = this.#stage;
    if (state.columns === columns && state.rows === rows) return;
    this.#stage = this.#stage.kind === "start" ? { kind: "start", state: { ...this.#stage.state, columns, rows } } : { ...this.#stage, state: resized(this.#stage.state, columns, rows) };
    this.#changed();
  }

  /** Shows the session as it stands now in somebody else's journal: what was at the head stays there. */
  follow(session: Session): void {
    if (this.#stage.kind !== "run") return;
    const wasAtHead = isAtHead(this.#stage.state, this.#stage.desk.view);
    this.#stage.desk.follow(session);
    this.#stage.state = caughtUp(this.#stage.state, this.#stage.desk.view, wasAtHead);
    this.#changed();
  }

  #open(item: Openable, seat: boolean): void {
    const state = this.#stage.state as StartState;
    const opened = this.#host.open(item, state.refused === item.path);
    if (typeof opened === "string") this.#stage = { kind: "start", state: { ...state, notice: opened, refused: item.path } };
    else {
      this.#stage = runStage(opened, state.columns, state.rows);
      if (seat) this.#stage.state = { ...this.#stage.state, overlay: { kind: "seats", chosen: 0 } };
    }
  }

  // Decisive choices are looked for while the detail pane is read by whoever sees everything.
  #lookFor(state: AppState, view: View): void {
    const isRead = state.pane === "detail" && !state.playing && view.seat === undefined;
    this.#search.look(view.session.run, isRead ? lookedAt(state, view) : undefined);
  }

  // False where that was the end of the sitting.
  #apply({ state, effects }: Change): boolean {
    const stage = this.#stage;
    if (stage.kind !== "run") return false;
    stage.state = state;
    for (const effect of effects) {
      if (effect.do === "quit") {
        this.#host.quit();
        return false;
      }
      const wasAtHead = isAtHead(stage.state, stage.desk.view) || effect.do === "fork" || effect.do === "switch";
      const notice = stage.desk.perform(effect);
      stage.state = { ...caughtUp(stage.state, stage.desk.view, wasAtHead, effect.do === "go-on"), ...(notice === undefined ? {} : { notice }) };
    }
    return true;
  }

  #changed(): void {
    this.#rows = undefined;
    if (this.#stage.kind === "run") this.#lookFor(this.#stage.state, this.#stage.desk.view);
    for (const listener of this.#listeners) listener();
  }
}

function runStage(desk: Desk, columns: number, rows: number): Extract<Stage, { kind: "run" }> {
  const state = caughtUp(startingState(columns, rows), desk.view, desk.view.entries.length > 0);
  return { kind: "run", desk, state };
}
