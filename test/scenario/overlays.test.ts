import { describe, expect, test } from "vitest";
import { lookUp } from "../../src/scenario/assumptions.ts";
import { loadFiles, loadWhole, SMALL } from "./small-world.ts";

const over = (overlay: string, more: Readonly<Record<string, string>> = {}) => loadFiles({ "fork.yaml": `extends: ./gate.yaml\n${overlay}`, "gate.yaml": SMALL, ...more });
const scenarioOf = (loaded: ReturnType<typeof loadFiles>) => {
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, at, message }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`).join("\n"));
  return loaded.scenario;
};
const placesOf = (loaded: ReturnType<typeof loadFiles>): readonly string[] => (loaded.ok ? [] : loaded.diagnostics.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`));

describe("an overlay", () => {
  test("that changes nothing has the hash of what it extends", () => {
    expect(scenarioOf(over("title: The same\n")).hash).toBe(loadWhole(SMALL).hash);
  });

  test("overrides title, summary and seed", () => {
    expect(scenarioOf(over("title: Another\nsummary: Other words\nseed: 11\n"))).toMatchObject({ title: "Another", summary: "Other words", seed: 11 });
  });

  test("sets an assumption whose name holds a dot, as a whole", () => {
    const { assumptions } = scenarioOf(over("set: { assumptions.line.answered: 0.3 }\n"));
    expect(lookUp(assumptions, "line.answered", [])).toMatchObject({ value: { p: 0.3 }, from: "scenario" });
  });

  test("sets the value alone and keeps the reason", () => {
    const { assumptions } = scenarioOf(over("set: { assumptions.sight.attributed/raiders.value: 0.6 }\n"));
    expect(lookUp(assumptions, "sight.attributed", ["raiders"])).toMatchObject({ value: { p: 0.6 }, why: "they carry a flag" });
  });

  test("sets an assumption that the scenario leaves to its default", () => {
    const { assumptions } = scenarioOf(over("set: { assumptions.word.calms: 2, assumptions.line.carries.value: 4 }\n"));
    expect(lookUp(assumptions, "word.calms", [])).toMatchObject({ value: { factor: 2 }, from: "scenario" });
    expect(lookUp(assumptions, "line.carries", [])).toMatchObject({ value: { count: 4 }, from: "scenario" });
  });

  test("sets by a list of steps too", () => {
    const { assumptions } = scenarioOf(over("set: [{ path: [assumptions, line.answered], value: 0.25 }]\n"));
    expect(lookUp(assumptions, "line.answered", []).value).toEqual({ kind: "probability", p: 0.25 });
  });

  test("sets inside an item by the item's id, and inside a party", () => {
    const scenario = scenarioOf(over("set: { timeline.push.at: \"2024-03-29 12:00\", parties.strays.name: Vagrants, channels.phone.host: strays }\n"));
    expect(scenario.timeline[0]!.schedule).toEqual({ kind: "at", at: 360 });
    expect(scenario.parties["strays"]!.name).toBe("Vagrants");
    expect(scenario.channels["phone"]!.host).toBe("strays");
  });

  test("adds items, parties and expectations after those there are", () => {
    const scenario = scenarioOf(over("add:\n  parties: { press: {} }\n  timeline: [{ id: leak, at: push + 1 h, incident: leak, by: press }]\n  expect: [{ id: leaked, event: { act: leak } }]\n"));
    expect(scenario.timeline.at(-1)!.id).toBe("leak");
    expect(scenario.expect.at(-1)!.id).toBe("leaked");
    expect(Object.keys(scenario.parties)).toContain("press");
  });

  test("removes items by id and the rest by path", () => {
    const scenario = scenarioOf(over("remove: [hold-on, no-apology, assumptions.line.answered, [assumptions, guard.answer], zones.yard]\n"));
    expect(scenario.timeline.map(({ id }) => id)).not.toContain("hold-on");
    expect(scenario.expect.map(({ id }) => id)).not.toContain("no-apology");
    expect(lookUp(scenario.assumptions, "line.answered", []).from).toBe("default");
    expect(scenario.zones).toEqual({});
  });

  test("may extend an overlay", () => {
    const loaded = loadFiles({ "top.yaml": "extends: ./low/fork.yaml\nseed: 5\n", "low/fork.yaml": "extends: gate.yaml\nseed: 4\ntitle: Low\n", "low/gate.yaml": SMALL });
    expect(scenarioOf(loaded)).toMatchObject({ seed: 5, title: "Low", file: "top.yaml" });
  });
});

describe("a mistake in an overlay", () => {
  test("is shown in the overlay where the overlay wrote it", () => {
    expect(placesOf(over("set:\n  timeline.push.pressure.party: nobody\n"))).toEqual(["unknown-party fork.yaml:3:33"]);
  });
  test("is shown in the base where a removal left a hole", () => {
    expect(placesOf(over("remove: [push]\n"))).toEqual(["unknown-item gate.yaml:47:9"]);
  });
  test("in a path is shown with what there is", () => {
    const loaded = over("set:\n  timeline.pusch.at: day 2 10:00\n");
    expect(placesOf(loaded)).toEqual(["unknown-path fork.yaml:3:3"]);
    expect(loaded.ok ? "" : loaded.diagnostics[0]!.hint).toMatch(/^did you mean "push"\?/);
  });
  test("that sets an unknown key is shown at the key", () => {
    expect(placesOf(over("set: { parties.strays.colour: red }\n"))).toEqual(["unknown-key fork.yaml:2:8"]);
  });
  test("that adds what is there already says so", () => {
    expect(placesOf(over("add: { parties: { strays: {} } }\n"))).toEqual(["already-there fork.yaml:2:19"]);
  });
  test("that adds an item twice says so", () => {
    expect(placesOf(over("add: { timeline: [{ id: push, at: day 2 10:00, shock: outside, felt-by: [guards] }] }\n"))).toEqual(["duplicate-id fork.yaml:2:25"]);
  });
  test("that removes nothing says so", () => expect(placesOf(over("remove: [nothing]\n"))).toEqual(["unknown-path fork.yaml:2:10"]));
  test("with an unknown key is shown before anything is laid over", () => expect(placesOf(over("sett: {}\n"))).toEqual(["unknown-key fork.yaml:2:1"]));
});

describe("a chain of files", () => {
  test.each(["../gate.yaml", "/etc/passwd", "./a/../gate.yaml", "C:\\gate.yaml", "https://example.org/gate.yaml", "./", "a//b.yaml"])("never leaves the folder: %s", (target) => {
    expect(placesOf(loadFiles({ "fork.yaml": `extends: "${target.replaceAll("\\", "\\\\")}"\n`, "gate.yaml": SMALL }))).toEqual(["file-outside fork.yaml:1:10"]);
  });
  test("that comes back to itself is a mistake", () => {
    expect(placesOf(loadFiles({ "a.yaml": "extends: ./b.yaml\n", "b.yaml": "extends: ./a.yaml\n" }))).toEqual(["extends-cycle b.yaml:1:10"]);
  });
  test("deeper than eight is a mistake", () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.yaml`, `extends: ./${i + 1}.yaml\n`]));
    expect(placesOf(loadFiles(files))[0]).toMatch(/^extends-too-deep/);
  });
  test.each([["absent", "file-absent"], ["too-large", "file-too-large"], ["outside", "file-outside"], ["not-a-file", "not-a-file"], ["unreadable", "file-unreadable"]] as const)(
    "whose base is %s is a mistake where it is named", (reason, code) => {
      expect(placesOf(loadFiles(reason === "absent" ? { "a.yaml": "extends: ./b.yaml\n" } : { "a.yaml": "extends: ./b.yaml\n", "b.yaml": reason }))).toEqual([`${code} a.yaml:1:10`]);
    });
});

describe("overlays of a call", () => {
  test("are laid on top, the last one last", () => {
    const texts = [{ name: "--set 1", text: "set: { assumptions.line.answered: 0.3 }" }, { name: "--set 2", text: "{ set: { assumptions.line.answered: 0.4 }, seed: 9 }" }];
    const scenario = loadWhole(SMALL, texts);
    expect(scenario.seed).toBe(9);
    expect(lookUp(scenario.assumptions, "line.answered", []).value).toEqual({ kind: "probability", p: 0.4 });
  });
  test("show their mistakes under their own name", () => {
    expect(placesOf(loadFiles({ "gate.yaml": SMALL }, [{ name: "--set", text: "set: { assumptions.line.anwsered: 0.3 }" }]))).toEqual(["unknown-assumption --set:1:8"]);
  });
});
