// What `run` tells of a journal beside its run: what people said of their decisions, and what they did besides.
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../src/scenario/catalogue.ts";
import type { OverlayText } from "../../src/scenario/chain.ts";
import { loadScenario, type Loaded } from "../../src/scenario/load.ts";
import { STARTER } from "../../src/commands/starter.ts";
import { Session } from "../../src/session/session.ts";
import { renderLine } from "../../src/session/journal.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { HEADER, keptInMemory } from "../session/journals.ts";
import { call, folderWith } from "./captured-io.ts";

/** A sitting over the starter: a seat, a decision with its words, a note on it, and the exercise begun; `further` goes on with it. */
function played(folder: ReturnType<typeof folderWith>, further: (session: Session) => void = () => {}): { readonly party: string } {
  const load = (overlays: readonly OverlayText[]): Loaded => loadScenario("a.yaml", () => ({ ok: true, text: STARTER }), CATALOGUE, overlays);
  const loaded = load([]);
  if (!loaded.ok) throw new Error("the starter is wrong");
  const { scenario } = loaded;
  const file = keptInMemory();
  const session = new Session(compileModel(scenario), scenario.seed, load, file);
  const party = Object.values(scenario.parties).find(({ doctrine }) => doctrine === "militia")!.id;
  session.declare("startex");
  session.take({ do: "seat", party, taken: true, by: "lead" });
  const standing = session.go({});
  if (standing.kind !== "deciding") throw new Error("nobody had to decide");
  session.decide(standing.question.options.names[1]!, party, { reason: "the road is wanted", wording: "Let us pass\u001B[2J" });
  session.take({ do: "seat", party, taken: false, by: "lead" });
  further(session);
  session.go({});
  const decision = session.run.entries.find(({ kind, who }) => kind === "decision" && who === party);
  if (decision !== undefined) session.note({ entry: decision.id, at: session.run.at, kind: "strength", text: "asked first", by: "lead" });
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
    expect(seat.out.replaceAll(/\s+/g, " ")).toContain("Reason given: the road is wanted.");
    expect(seat.out).not.toContain("asked first");
  });
});

/** What a run says, entry by entry, without its number, which depends on what is told first in a minute. */
function entriesOf(out: string): readonly unknown[] {
  return out.trim().split("\n").map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
    .filter(({ kind }) => !/^(?:report|verdict|end|sitting\..*)$/.test(String(kind))).map(({ number: _number, reason: _reason, wording: _wording, ...entry }) => entry);
}

describe("a sitting that is kept", () => {
  const inject = (at: string): string => `add:\n  timeline:\n    - { id: inject-1, at: ${JSON.stringify(at)}, incident: shell, by: unknown, against: garrison-force }\n`;
  const amend = (session: Session, overlay: string): void => { expect(session.take({ do: "amend", overlay, by: "lead", what: "an inject" })).toBeUndefined(); };

  test("is an overlay that runs to the same entries, and holds to how high it came", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    played(folder, (session) => {
      amend(session, inject("2030-05-02 10:00"));
      amend(session, "remove: []\nset:\n  timeline.inject-1.at: \"2030-05-02 11:00\"\n");
    });
    const { code, out, err } = await call(["run", "a.jsonl", "--format", "ndjson", "--save", "kept"], { cwd: folder.path });
    expect([code, err.trim().split("\n").at(-1)]).toEqual([0, "Kept as an overlay: kept.yaml."]);
    const again = await call(["run", "kept.yaml", "--format", "ndjson"], { cwd: folder.path });
    expect(entriesOf(again.out)).toEqual(entriesOf(out));
    expect(out).toContain("2030-05-02T11:00");
    expect((await call(["check", "kept.yaml"], { cwd: folder.path })).out).toBe("kept.yaml: fine, 2 expectations hold\n");
  });

  test("is none where an assumption was changed on the way, since it would lead elsewhere from the start", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    played(folder, (session) => { amend(session, "set:\n  assumptions.line.answered:\n    value: 0\n    why: from here on\n    ground: assumed\n"); });
    const { code, err } = await call(["run", "a.jsonl", "--save", "kept"], { cwd: folder.path });
    expect([code, err]).toEqual([2, expect.stringContaining("error[cannot-write]: \"kept\": laid on the scenario from its start")]);
  });

  test("is a branch that is named", async () => {
    using folder = folderWith({ "a.yaml": STARTER });
    played(folder, (session) => {
      session.go({});
      session.fork(1, "other");
    });
    const [main, other] = await Promise.all(["main", "other"].map((branch) => call(["run", "a.jsonl", "--branch", branch], { cwd: folder.path })));
    expect([main!.out, other!.out].map((text) => /Reason\s+given/.test(text))).toEqual([true, false]);
    const { code, err } = await call(["run", "a.jsonl", "--branch", "othr"], { cwd: folder.path });
    expect([code, err]).toEqual([2, "error[unknown-branch]: --branch othr: the journal has no such branch\n  hint: did you mean \"other\"? branches: main, other\n"]);
  });

  test.each([
    [["run", "a.yaml", "--save", "x"], "error[contradiction]: --save x: what was played in one journal is kept"],
    [["run", "a.yaml", "--branch", "x"], "error[contradiction]: --branch x: a scenario has no branches"],
    [["run", "a.jsonl", "--save", "x.jsonl"], "error[contradiction]: --save x.jsonl"],
    [["run", "a.jsonl", "--save", "a.yaml"], "error[already-there]"],
    [["run", "a.jsonl", "--save", "x", "--format", "tap"], "error[contradiction]: --save x and --format tap"],
  ])("refuses %j", async (args, why) => {
    using folder = folderWith({ "a.yaml": STARTER });
    played(folder);
    const { code, err } = await call(args, { cwd: folder.path });
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });
});
