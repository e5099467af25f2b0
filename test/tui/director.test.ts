// The director's desk: what is in store, injects, assumptions.
import { describe, expect, test } from "vitest";
import { writtenTime } from "../../src/report/written.ts";
import type { Entry } from "../../src/simulation/trace.ts";
import { effectOf, fieldsOf, type InjectForm } from "../../src/tui/inject.ts";
import { INJECT_KINDS } from "../../src/tui/inject-fields.ts";
import { itemsInStore } from "../../src/tui/overlays/items-store.ts";
import { loaderOf, Sitting, untouched } from "./overlays-sitting.ts";

const TANF = "at-tanf-2017";

describe("what the scenario still holds", () => {
  const chosen = (sitting: Sitting, id: string): Sitting => {
    sitting.press("e");
    const place = itemsInStore(sitting.view, sitting.state.cursor).findIndex(({ model: { item } }) => item.id === id);
    expect(place).not.toBe(-1);
    return sitting.press(...Array.from({ length: place }, () => "down"));
  };
  const happened = ({ entries }: Sitting, id: string) => entries.filter((entry) => "item" in entry && entry.item === id && entry.kind !== "item.skipped");

  test("an item that is released happens now, whatever it waited for", () => {
    for (const id of ["shots-in-the-hills", "low-pass", "mill-road", "second-thoughts"]) {
      const sitting = chosen(new Sitting("tutorial").goThrough(200), id).press("enter");
      expect(sitting.state.notice).toBe(`released now: ${id}`);
      const now = sitting.session.run.at;
      sitting.press("escape").goThrough(now);
      expect(happened(sitting, id).map(({ at }) => at)).toEqual([now]);
      sitting.goThrough(5000);
      expect(happened(sitting, id)).toHaveLength(1);
    }
  });

  test("an item that is held does not happen until it is released, also after its time", () => {
    const sitting = chosen(new Sitting("tutorial").goThrough(200), "low-pass").press("h");
    expect(sitting.said).toContain("It is held; enter releases it.");
    sitting.press("escape").goThrough(2500);
    expect(happened(sitting, "low-pass")).toEqual([]);
    chosen(sitting, "low-pass").press("enter", "escape").goThrough(2600);
    expect(happened(sitting, "low-pass").map(({ at }) => at)).toEqual([2500]);
  });

  test("an item that is no longer held has the chance it had", () => {
    const sitting = chosen(new Sitting("tutorial").goThrough(200), "shots-in-the-hills").press("h", "h");
    expect(sitting.view.model.items.find(({ item }) => item.id === "shots-in-the-hills")!.item.chance).toBe(0.9);
  });

  test("an item that is skipped does not happen, and is gone once its time has passed", () => {
    const sitting = chosen(new Sitting("tutorial").goThrough(200), "low-pass").press("x", "escape").goThrough(2500);
    expect(happened(sitting, "low-pass")).toEqual([]);
    expect(itemsInStore(sitting.view, sitting.state.cursor).map(({ model: { item } }) => item.id)).not.toContain("low-pass");
  });

  test("an item is moved by hours, also one that comes after another", () => {
    for (const id of ["low-pass", "shots-in-the-hills"]) {
      const sitting = chosen(new Sitting("tutorial").goThrough(200), id);
      const before = itemsInStore(sitting.view, sitting.state.cursor).find(({ model: { item } }) => item.id === id)!.at!;
      sitting.press("m", "]", "M", "m");
      const after = itemsInStore(sitting.view, sitting.state.cursor).find(({ model: { item } }) => item.id === id)!.at!;
      expect(after).toBe(before + 7 * 60);
      sitting.press("escape").goThrough(5000);
      for (const { at } of happened(sitting, id)) expect(at).toBe(after);
    }
  });

  test("nothing that is done to an item changes what has happened", () => {
    const before = untouched("tutorial", 1, 12);
    for (const key of ["enter", "h", "x", "m", "M"]) {
      const sitting = chosen(new Sitting("tutorial").goOn(12), "low-pass").press(key, "escape").goOn(200);
      expect(sitting.session.run.steps).toHaveLength(1);
      expect(sitting.entries.slice(0, before.length)).toEqual(before);
    }
  });
});

describe("injects", () => {
  const variants: readonly (readonly [string, Pick<InjectForm, "kind" | "values">])[] = [
    ["an incident", { kind: "incident", values: { act: "drone-attack", by: "unknown", against: "coalition", place: "tanf", distance: "12", gravity: "serious", seems: "militia", seen: "everybody", text: "It's a \"drone\": # not known" } }],
    ["an incident by a party with a doctrine", { kind: "incident", values: { act: "strike", by: "syria", against: "rebels" } }],
    ["an incident against nobody", { kind: "incident", values: { act: "displacement", by: "unknown", against: "nobody", seen: "everybody" } }],
    ["a pressure", { kind: "pressure", values: { party: "militia", toward: "coalition", goal: "the-border", strength: "grave" } }],
    ["an order", { kind: "order", values: { to: "syria", toward: "coalition", order: "ask-consent" } }],
    ["an order from another", { kind: "order", values: { to: "militia", toward: "coalition", from: "operations-room", order: "withdraw" } }],
    ["a statement by a party with a doctrine", { kind: "statement", values: { by: "syria", statement: "threat", about: "coalition", text: "what is ours will be defended." } }],
    ["a statement that nobody signed", { kind: "statement", values: { by: "unknown", statement: "red-line", about: "coalition", when: "2017-06-08 15:00" } }],
    ["an outage", { kind: "line", values: { line: "air-line", shock: "goes dead", lasts: "3 h" } }],
    ["an outage to the end", { kind: "line", values: { line: "air-line", shock: "goes dead", lasts: "" } }],
    ["a closing", { kind: "line", values: { line: "air-line", shock: "is closed" } }],
    ["an opening", { kind: "line", values: { line: "air-line", shock: "is opened" } }],
    ["an incident at a set time", { kind: "incident", values: { act: "harass", by: "unknown", against: "coalition", when: "2017-06-08 15:00" } }],
    ["a lost message", { kind: "message", values: { line: "air-line", heard: "lost" } }],
    ["a refused call", { kind: "call", values: { line: "air-line", taken: "refused" } }],
    ["a call that breaks off", { kind: "call", values: { line: "air-line", taken: "cut-off" } }],
  ];

  test("there is one of every kind", () => {
    expect([...new Set(variants.map(([, { kind }]) => kind))].toSorted()).toEqual([...INJECT_KINDS].toSorted());
  });

  test.each(variants)("%s is taken, and changes nothing before now", (_, form) => {
    const events = 60;
    const before = untouched(TANF, 1200, events);
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(events).press("i");
    sitting.state = { ...sitting.state, overlay: { kind: "inject", form: { ...form, focus: 0 } } };
    sitting.press("enter");
    expect(sitting.state.notice).not.toMatch(/^(?:refused|not yet)/);
    expect(sitting.session.run.steps).toHaveLength(1);
    expect(sitting.said).toContain("It is taken.");
    sitting.press("enter");
    expect(sitting.state.overlay.kind).toBe("none");
    sitting.goThrough(30 * 1440);
    expect(sitting.session.run.violations).toEqual([]);
    expect(sitting.entries.slice(0, before.length)).toEqual(before);
    expect(sitting.entries.slice(before.length)).not.toEqual(untouched(TANF, 1200, 1_000_000).slice(before.length));
  });

  test("the next message is lost, and the next call is refused", () => {
    const after = (form: Pick<InjectForm, "kind" | "values">): readonly Entry[] => {
      const sitting = new Sitting(TANF, { seed: 1200 }).goOn(20).press("i");
      const before = sitting.entries.length;
      sitting.state = { ...sitting.state, overlay: { kind: "inject", form: { ...form, focus: 0 } } };
      return sitting.press("enter", "enter").goThrough(30 * 1440).entries.slice(before);
    };
    const said = after({ kind: "message", values: { line: "air-line", heard: "lost" } }).find((entry) => entry.kind === "message" && entry.line !== undefined && entry.stage !== "waiting" && entry.stage !== "passed-on");
    expect(said).toMatchObject({ stage: "lost" });
    expect(after({ kind: "call", values: { line: "air-line", taken: "refused" } }).find(({ kind }) => kind === "call")).toMatchObject({ call: "refused" });
  });

  test("an act of a party with a doctrine is marked as forced, and the form says so", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i");
    sitting.state = { ...sitting.state, overlay: { kind: "inject", form: { kind: "incident", focus: 0, values: { act: "strike", by: "syria", against: "rebels" } } } };
    expect(sitting.said).toContain("the run marks it as forced");
    sitting.press("enter", "enter").goOn(3);
    expect(sitting.entries.find((entry) => entry.kind === "act" && entry.item === "inject-1")).toMatchObject({ forced: true, act: "strike" });
  });

  test("a statement of a party with a doctrine is told as directed, and heard like any other", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i");
    sitting.state = { ...sitting.state, overlay: { kind: "inject", form: { kind: "statement", focus: 0, values: { by: "syria", statement: "threat", about: "coalition" } } } };
    expect(sitting.said).toContain("the run marks it as forced");
    sitting.press("enter", "enter").goOn(40);
    const said = sitting.entries.find((entry) => entry.kind === "statement" && entry.item === "inject-1")!;
    expect(said).toMatchObject({ forced: true, statement: "threat", who: "syria", whom: "coalition" });
    expect(sitting.view.chronicle.lines.find(({ entry }) => entry === said.number)?.text).toContain("(Directed by the exercise, not decided by");
    expect(sitting.entries.some((entry) => entry.kind === "perceived" && entry.cause === said.number && entry.who === "coalition" && entry.percept === "stated.threat")).toBe(true);
  });

  test("each one has a name of its own", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i", "enter", "enter", "i", "enter");
    expect(sitting.view.model.items.slice(-2).map(({ item: { id } }) => id)).toEqual(["inject-1", "inject-2"]);
  });

  test("typing finds a choice, and arrows go through those that are found", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i", "down").type("warning sh");
    expect(sitting.said).toContain("◂ warning shots ▸ 1 of 1 with \"warning sh\"");
    sitting.press("ctrl-u").type("attack").press("right");
    expect(sitting.said).toMatch(/◂ (?:armed drone attack|ground attack) ▸ \d of 2 with "attack"/);
  });

  test("what is wrong with it is said in words, and nothing is sent", () => {
    const wrongs: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ by: "unknown", against: "nobody" }, "concerns nobody"], [{ by: "rebels", against: "rebels" }, "to itself"], [{ distance: "far" }, "is no distance"],
      [{ when: "tomorrow" }, "is no local time"], [{ when: "2017-05-18 06:00" }, "has passed"], [{ when: "2018-01-01 00:00" }, "the run ends at"],
    ];
    for (const [values, why] of wrongs) {
      const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i");
      sitting.state = { ...sitting.state, overlay: { kind: "inject", form: { kind: "incident", focus: 0, values } } };
      sitting.press("enter");
      expect(sitting.state.notice).toContain(why);
      expect(sitting.effects).toEqual([]);
    }
  });

  test("a half-filled form survives the run going on, and being closed", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i", ...Array.from({ length: 9 }, () => "down")).type("a half-typed se");
    sitting.goOn(20);
    expect(sitting.said).toContain("a half-typed se▏");
    sitting.press("escape").goOn(5).press("i");
    expect(sitting.said).toContain("a half-typed se▏");
  });

  test("a form that was refused is not taken for sent when something else is done", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i");
    sitting.state = { ...sitting.state, overlay: { kind: "inject", form: { kind: "incident", focus: 0, sent: 0, values: { by: "rebels", against: "rebels" } } } };
    sitting.press("escape", "e", "h", "escape", "i");
    expect(sitting.session.run.steps).toHaveLength(1);
    expect(sitting.said).not.toContain("It is taken.");
    expect(sitting.said).toContain("to itself");
  });

  test("a time is moved by hours from now on, and not into the past", () => {
    const sitting = new Sitting(TANF, { seed: 1200 }).goOn(60).press("i", "up", "right", "right", "left");
    const { scenario } = sitting.view.model;
    expect(sitting.said).toContain(writtenTime(scenario, sitting.session.run.at + 60));
    sitting.press("left", "left");
    expect(sitting.said).toContain("when now▏");
  });

  test("every choice of every field of every kind gives an overlay that loads, or words", () => {
    const { model } = new Sitting(TANF, { seed: 1200 }).view;
    const load = loaderOf(TANF);
    for (const kind of INJECT_KINDS) {
      for (const field of fieldsOf({ kind, values: {}, focus: 0 }, model).filter(({ name }) => name !== "kind" && name !== "act")) {
        for (const value of field.choices) {
          const effect = effectOf({ kind, values: { [field.name]: value }, focus: 0 }, model, 60);
          if ("wrong" in effect || effect.do !== "amend") continue;
          const loaded = load([{ name: "amendment", text: effect.overlay }]);
          expect(loaded.ok ? [] : loaded.diagnostics.map(({ message }) => `${field.name} ${value}: ${message}`)).toEqual([]);
        }
      }
    }
  });
});

describe("assumptions", () => {
  const open = (): Sitting => new Sitting(TANF, { seed: 1200 }).goOn(60).press("a");

  test("that are called so stand before those that only speak of it", () => {
    const keys = [...open().type("relay").screen.matchAll(/^ {2}[▸ ] (\S+) /gm)].map(([, key]) => key!);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.map((key) => key.includes("relay"))).toEqual(keys.map((key) => key.includes("relay")).toSorted((a, b) => Number(b) - Number(a)));
    expect(keys.at(-1)).not.toContain("relay");
  });

  const valueOf = ({ view }: Sitting, key: string) => view.model.scenario.assumptions.find((assumption) => assumption.key === key);

  test("are found by typing, and changed from here on", () => {
    const sitting = open().type("relay.complied/syr").press("enter", "ctrl-u").type("0.8").press("enter");
    expect(valueOf(sitting, "relay.complied/syria")).toMatchObject({ value: { p: 0.8 }, ground: "assumed", why: "changed by the director", range: [0, 0.9] });
    expect(sitting.said).toContain("It holds from here on.");
    expect(sitting.entries).toEqual(untouched(TANF, 1200, 60));
  });

  test("of every kind can be sent as they are written", () => {
    const { assumptions } = open().view.model.scenario;
    const kinds = ["count", "distance", "duration", "factor", "probability", "weights"];
    for (const kind of kinds) {
      const place = assumptions.findIndex(({ value }) => value.kind === kind);
      const sitting = open().press(...Array.from({ length: place }, () => "down"), "enter", "enter");
      expect(sitting.state.notice).toMatch(/^from here on/);
      expect(valueOf(sitting, assumptions[place]!.key)!.value).toEqual(assumptions[place]!.value);
    }
    expect([...new Set(assumptions.map(({ value: { kind } }) => kind))].toSorted()).toEqual(kinds);
  });

  test("a value that cannot be is refused in words, and what was typed stays", () => {
    const sitting = open().type("relay.complied/syr").press("enter", "ctrl-u").type("often").press("enter");
    expect(sitting.state.notice).toMatch(/^refused: /);
    expect(sitting.said).toContain("new value often▏");
    expect(valueOf(sitting, "relay.complied/syria")).toMatchObject({ value: { p: 0.5 } });
    sitting.goOn(10).press("escape", "enter");
    expect(sitting.said).toContain("new value often▏");
  });
});
