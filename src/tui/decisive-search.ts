// Looks for the choices that the entry in detail turned on, a little at a time, so that no key has to wait for it.

import type { LiveRun } from "../session/live-run.ts";
import { accountOf } from "../study/account.ts";
import { decisiveChoices, type Decisive, type Searched } from "../study/decisive.ts";

/** What has been found for an entry; `searched` once the search is over, or "too long" where the run is longer than is looked into here. */
export interface Decisives { readonly entry: number; readonly found: readonly Decisive[]; readonly searched: Searched | "too long" | undefined; }

/** How long one stretch of searching may take, in milliseconds: less than a key is felt to take. */
const STRETCH = 12;
/** Events of the longest run that is looked into: to make one of these again takes less than 50 ms, and its questions little memory (measured). */
const LONGEST = 4_000;

/** One search at a time. It sees everything, so it is for whoever directs. */
export class DecisiveSearch {
  #run: LiveRun | undefined;
  #events = -1;
  #search: Generator<Decisive | undefined, Searched> | undefined;
  #shown: Decisives | undefined;
  readonly #longest: number;

  /** Looks into runs of so many events at most. */
  constructor(longest = LONGEST) {
    this.#longest = longest;
  }

  /** What has been found so far; undefined while nothing is looked for. */
  get shown(): Decisives | undefined { return this.#shown; }
  /** Whether there is more to look for. */
  get isOpen(): boolean { return this.#shown !== undefined && this.#shown.searched === undefined; }

  /** Turns to an entry of a run, or to nothing; the same entry of the same run is not begun again. */
  look(run: LiveRun, entry: number | undefined): void {
    if (entry === this.#shown?.entry && run === this.#run && run.events === this.#events) return;
    this.#run = run;
    this.#events = run.events;
    this.#search = undefined;
    this.#shown = entry === undefined ? undefined : { entry, found: [], searched: run.events > this.#longest ? "too long" : undefined };
  }

  /** Goes on for a moment; whether there is something new to show. */
  goOn(): boolean {
    if (!this.isOpen) return false;
    const { entry, found } = this.#shown!;
    const before = performance.now();
    if (this.#search === undefined) {
      const account = accountOf(this.#run!.course);
      this.#search = decisiveChoices(account, account.entries[entry]!);
      return false;
    }
    while (performance.now() - before < STRETCH) {
      const next = this.#search.next();
      if (next.done === true) {
        this.#shown = { ...this.#shown!, searched: next.value };
        return true;
      }
      if (next.value !== undefined) this.#shown = { ...this.#shown!, found: [...this.#shown!.found, next.value] };
    }
    return this.#shown!.found.length > found.length;
  }
}
