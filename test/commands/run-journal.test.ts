// What `run` tells of a journal beside its run: what people said of their decisions, and what they did besides.
import { describe, expect, test } from "vitest";
import { STARTER } from "../../src/commands/starter.ts";
import { Session } from "../../src/session/session.ts";
import { renderLine } from "../../src/session/journal.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { loadShipped } from "../bench/shipped.ts";
import { HEADER, keptInMemory } from "../session/journals.ts";
import { call, folderWith } from "./captured-io.ts";

/** A sitting over the starter: a seat, a decision with its words, a note on it, and the exercise begun. */
function played(folder: ReturnType<typeof folderWith>): { readonly party: string } {
  const scenario = loadShipped(folder.at("a.yaml"));
  const file = keptInMemory();
  const session = new Session(compileModel(scenario), scenario.seed, () => { throw new Error("nothing is amended here"); }, file);
  const party = Object.values(scenario.parties).find(({ doctrine }) => doctrine === "militia")!.id;
  session.declare("startex");
  session.take({ do: "seat", party, taken: true, by: "lead" });
  const standing = session.go({});
  if (standing.kind !== "deciding") throw new Error("nobody had to decide");
  session.decide(standing.question.options.names[0]!, party, { reason: "the road is wanted", wording: "Let us pass\u001B[2J" });
  session.take({ do: "seat", party, taken: false, by: "lead" });
  session.go({});
  const decision = session.run.entries.find(({ kind, who }) => kind === "decision" && who === party)!;
  session.note({ entry: decision.id, at: session.run.at, kind: "strength", text: "asked first", by: "lead" });
  session.close();
  folder.write("a.jsonl", [renderLine({ ...HEADER, source: folder.at("a.yaml"), file: folder.at("a.yaml"), seed: scenario.seed }), ...file.kept.map(renderLine)].join(""));
  return { party };
}

describe("a journal that is run", () => {
  test("tells what was said of a decision with it, and what was done beside deciding at its end", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    played(folder);
    const { out } = await call(["run", folder.at("a.jsonl")]);
    const told = out.replaceAll(/\s+/g, " ");
    expect(told).toContain("Reason given: the road is wanted. Worded: Let us pass\\u{1b}[2J.");
    expect(told).toMatch(/── The sitting ─+ .*STARTEX\. .*The seat of .* is taken\. .*Noted as a strength: asked first\. On: /);
  });

  test("gives programs the same, and a seat nothing of what was noted", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    const { party } = played(folder);
    const { out } = await call(["run", folder.at("a.jsonl"), "--format", "ndjson"]);
    const entries = out.trim().split("\n").map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
    expect(entries.filter(({ reason }) => reason !== undefined)).toMatchObject([{ kind: "decision", who: party, reason: "the road is wanted" }]);
    expect(entries.filter(({ kind }) => String(kind).startsWith("sitting.")).map(({ kind }) => kind)).toEqual(["sitting.deed", "sitting.deed", "sitting.phase", "sitting.note"]);
    const seat = await call(["run", folder.at("a.jsonl"), "--as", party]);
    expect(seat.out).toContain("Reason given");
    expect(seat.out).not.toContain("asked first");
  });
});
