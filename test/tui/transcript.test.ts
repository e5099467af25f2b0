import { expect, test } from "vitest";
import { Session } from "../../src/session/session.ts";
import { Desk } from "../../src/tui/desk.ts";
import { itemsOf, type Item } from "../../src/tui/panes/transcript.ts";
import type { View } from "../../src/tui/state.ts";
import { loaderOf, shipped } from "./overlays-sitting.ts";

const model = shipped("tutorial");

/** The first run, by its seed, in which word comes that nothing was found, and the entry that says so. */
function runWithNothingFound(): { readonly view: View; readonly found: number } {
  for (let seed = 1; seed <= 200; seed++) {
    const session = new Session(model, seed, loaderOf("tutorial"));
    session.run.go({});
    const { view } = new Desk(session, {});
    const found = view.entries.findIndex((entry) => entry.kind === "message" && entry.message === "no-answer" && entry.stage === "delivered");
    if (found !== -1) return { view, found };
  }
  throw new Error("nobody is told that nothing was found");
}

test("a query is unanswered until word comes back, and that nothing was found is word", () => {
  const { view, found } = runWithNothingFound();
  const queriesBefore = (entry: number): readonly Item[] => itemsOf(model.lines[0]!, entry, view).filter(({ what }) => what.startsWith("query"));
  const open = queriesBefore(found).filter(({ fate }) => fate === "delivered, unanswered").map(({ first }) => first);
  expect(open.length).toBeGreaterThan(0);
  expect(queriesBefore(found + 1).filter(({ first }) => open.includes(first)).map(({ fate }) => fate)).toEqual(open.map(() => "delivered"));
});
