// A sitting at the terminal program without a terminal: keys go in, effects are carried out by a real desk over a real session.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CATALOGUE } from "../../src/scenario/catalogue.ts";
import type { OverlayText } from "../../src/scenario/chain.ts";
import { loadScenario, type Loaded } from "../../src/scenario/load.ts";
import type { LoadWith } from "../../src/session/live-run.ts";
import { Session } from "../../src/session/session.ts";
import { compileModel, type Model } from "../../src/simulation/model.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { Desk } from "../../src/tui/desk.ts";
import { frame } from "../../src/tui/frame.ts";
import { textOf } from "../../src/tui/rows.ts";
import { type AppState, type Effect, startingState, type View } from "../../src/tui/state.ts";
import { isAtHead } from "../../src/tui/travel.ts";
import { caughtUp, keyed } from "../../src/tui/update.ts";

const FOLDER = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** Loads a shipped scenario with overlays on it. */
export function loaderOf(name: string): LoadWith {
  return (overlays: readonly OverlayText[]): Loaded => loadScenario(`${name}.yaml`, (path) => ({ ok: true, text: readFileSync(FOLDER + path, "utf8") }), CATALOGUE, overlays);
}

const models = new Map<string, Model>();

/** A shipped scenario, ready to run. */
export function shipped(name: string): Model {
  const known = models.get(name);
  if (known !== undefined) return known;
  const loaded = loaderOf(name)([]);
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]!.message);
  const model = compileModel(loaded.scenario);
  models.set(name, model);
  return model;
}

/** One person at one screen. */
export class Sitting {
  readonly session: Session;
  readonly desk: Desk;
  readonly effects: Effect[] = [];
  state: AppState;

  constructor(name: string, { seed = 1, seat, columns = 100, rows = 40 }: { readonly seed?: number; readonly seat?: string; readonly columns?: number; readonly rows?: number } = {}) {
    this.session = new Session(shipped(name), seed, loaderOf(name));
    if (seat !== undefined) this.session.take({ do: "seat", party: seat, taken: true, by: "test" });
    this.desk = new Desk(this.session, { seat });
    this.state = caughtUp(startingState(columns, rows), this.desk.view, true);
  }

  get view(): View { return this.desk.view; }
  get entries(): readonly Entry[] { return this.view.entries; }
  get screen(): string { return frame(this.state, this.view).map(textOf).join("\n"); }
  /** What the screen says, without its line ends and columns of spaces. */
  get said(): string { return onOneLine(this.screen); }
  /** What the pane furthest to the right says, wherever its lines break. */
  get story(): string { return onOneLine(this.screen.split("\n").map((line) => line.slice(line.lastIndexOf("│") + 1)).join("\n")); }

  press(...keys: readonly string[]): this {
    for (const key of keys) {
      const { state, effects } = keyed(this.state, this.view, key);
      this.state = state;
      for (const effect of effects) this.#carryOut(effect);
    }
    return this;
  }

  type(text: string): this { return this.press(...[...text].map((character) => (character === " " ? "space" : character))); }

  /** The run goes on without a key, as it does while it plays or when somebody else lets it. */
  goOn(events: number): this {
    const wasAtHead = isAtHead(this.state, this.view);
    this.session.go({ by: events });
    this.desk.follow(this.session);
    this.state = caughtUp(this.state, this.view, wasAtHead);
    return this;
  }

  goThrough(minute: number): this {
    const wasAtHead = isAtHead(this.state, this.view);
    this.session.go({ through: minute });
    this.desk.follow(this.session);
    this.state = caughtUp(this.state, this.view, wasAtHead);
    return this;
  }

  /** To the next decision of a seat; false where the run ends first. */
  toDecision(): boolean {
    this.goOn(1_000_000);
    return this.session.run.standing.kind === "deciding";
  }

  #carryOut(effect: Effect): void {
    this.effects.push(effect);
    if (effect.do === "quit") return;
    const wasAtHead = isAtHead(this.state, this.view) || effect.do === "fork" || effect.do === "switch";
    const notice = this.desk.perform(effect);
    this.state = { ...caughtUp(this.state, this.view, wasAtHead), ...(notice === undefined ? {} : { notice }) };
  }
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** The entries of a run to which nobody did anything. */
export function untouched(name: string, seed: number, events: number): readonly Entry[] {
  const session = new Session(shipped(name), seed, loaderOf(name));
  session.go({ events });
  return session.run.entries;
}
