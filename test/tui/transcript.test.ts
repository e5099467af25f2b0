import { expect, test } from "vitest";
import { Session } from "../../src/session/session.ts";
import { Desk } from "../../src/tui/desk.ts";
import { itemsOf } from "../../src/tui/panes/transcript.ts";
import { loaderOf, shipped } from "./overlays-sitting.ts";

test("a query is unanswered until word comes back, and that nothing was found is word", () => {
  const model = shipped("at-tanf-2017");
  const session = new Session(model, model.scenario.seed, loaderOf("at-tanf-2017"));
  session.run.go({ through: 1440 });
  const { view } = new Desk(session, {});
  const found = view.entries.findIndex((entry) => entry.kind === "message" && entry.message === "no-answer" && entry.stage === "delivered");
  const fateBefore = (entry: number): string => itemsOf(model.lines[0]!, entry, view).find(({ what }) => what.startsWith("query"))!.fate;
  expect(fateBefore(found)).toBe("delivered, unanswered");
  expect(fateBefore(found + 1)).toBe("delivered");
});
