import { describe, expect, test } from "vitest";
import { afterChange, changed, loadFiles, mistakesIn, SMALL } from "./small-world.ts";

// What is changed in the whole scenario, what the loader calls it, and the text that it points at.
type Planted = readonly [from: string, to: string, code: string, pointsAt: string];

const check = (planted: readonly Planted[]): void => {
  test.each(planted)("%s → %s is %s", (from, to, code, pointsAt) => {
    const found = afterChange(from, to);
    expect(found.codes).toEqual([code]);
    expect(found.pointsAt).toBe(pointsAt);
  });
};

test("the whole scenario has no mistake", () => expect(mistakesIn(SMALL)).toEqual([]));

describe("syntax", () => {
  check([
    ["seed: 7", "seed: 7\nseed: 8", "duplicate-key", "seed"],
    ["seed: 7", "seed: &x 7", "not-plain-yaml", "7"],
    ["seed: 7", "seed: !!int 7", "not-plain-yaml", "7"],
    ["seed: 7", "seed: .nan", "bad-number", ".nan"],
    ["seed: 7", "seed: 7\n[a]: b", "bad-key", "[a]"],
  ]);

  test("every syntax error is reported at its place, without the echoes of the first", () => {
    expect(mistakesIn("a: \"\\q\"\nb: \"\\z\"\n")).toEqual(["syntax 1:5", "syntax 2:5"]);
    expect(mistakesIn("format: 1\na: [1, 2\nb: }\n").map((mistake) => mistake.split(" ")[0])).toEqual(["syntax"]);
  });

  test("an empty file is no scenario", () => expect(mistakesIn("")).toEqual(["syntax 1:1"]));
  test("a list is no scenario", () => expect(mistakesIn("- a\n")).toEqual(["wrong-type 1:1"]));
});

describe("shape", () => {
  check([
    ["seed: 7", "sed: 7", "unknown-key", "sed"],
    ["title: The gate\n", "", "missing-key", "f"],
    ["title: The gate", "title: 7", "wrong-type", "7"],
    ["title: The gate", "title:", "wrong-type", "title"],
    ["format: 1", "format: 2", "unknown-value", "2"],
    ["worth: high", "worth: huge", "unknown-value", "huge"],
    ["gate: [52.5, 13.4]", "gate: [95, 13.4]", "out-of-range", "95"],
    ["gate: [52.5, 13.4]", "gate: here", "wrong-type", "here"],
    ["gate: [52.5, 13.4]", "gate: [52.5]", "wrong-type", "gate"],
    ["[[guards, raiders], [guards, callers]]", "[]", "out-of-range", "crisis"],
    ["incident: shell", "incident: shel", "unknown-value", "shel"],
    ["    order: { to: raiders", "    ordr: { to: raiders", "unknown-key", "ordr"],
    ["toward: guards, do: hold }", "toward: guards }", "missing-key", "order"],
    ["strength: grave", "strenght: grave", "unknown-key", "strenght"],
    ["chance: 0.5", "chance: 1.5", "out-of-range", "1.5"],
    ["lasts: 90 m", "lasts: 90", "wrong-type", "90"],
    ["range: [0.5, 0.9]", "rang: [0.5, 0.9]", "unknown-key", "rang"],
    ["times: 2", "times: twice", "unknown-value", "twice"],
    ["why: they carry a flag", "why: they carry a flag, a red one", "unknown-key", "a red one"],
  ]);

  test("all mistakes of shape come at once, in order of place", () => {
    expect(mistakesIn(changed("seed: 7", "sed: 7").replace("worth: high", "worth: huge").replace("lasts:", "last:"))).toEqual([
      "unknown-key 8:1", "unknown-value 16:44", "unknown-key 65:5",
    ]);
  });

  test("a hint names the key that was meant", () => expect(afterChange("strength: grave", "strenght: grave").hint).toMatch(/^did you mean "strength"\?/));
  test("an item that is nothing says what it could be", () => {
    expect(mistakesIn(changed("    shock: line-outage\n    channel: phone\n    lasts: 90 m\n", ""))).toEqual(["missing-key 61:5"]);
  });
  test("an item cannot be two things", () => {
    expect(afterChange("    shock: line-outage", "    incident: shell\n    shock: line-outage").codes).toContain("unknown-key");
  });
});

describe("names", () => {
  check([
    ["  strays: { name: Strays }", "  strays: { name: Strays }\n  Big Ones: {}", "bad-name", "Big Ones"],
    ["  strays: { name: Strays }", "  strays: { name: Strays }\n  unknown: {}", "reserved-name", "unknown"],
    ["  strays: { name: Strays }", "  strays: { name: Strays }\n  strike: {}", "name-clash", "strike"],
    ["  strays: { name: Strays }", "  strays: { name: Strays }\n  phone: {}", "name-clash", "phone"],
    ["  mill: {", "  yard: [1, 2]\n  mill: {", "name-clash", "yard"],
    ["- id: storm", "- id: push", "duplicate-id", "push"],
    ["- id: storm", "- id: Storm", "bad-name", "Storm"],
    ["- id: no-apology", "- id: a-strike", "duplicate-id", "a-strike"],
  ]);
});

describe("references", () => {
  check([
    ["against: guards\n    place: mill", "against: gaurds\n    place: mill", "unknown-party", "gaurds"],
    ["place: mill\n    distance", "place: hill\n    distance", "unknown-place", "hill"],
    ["centre: gate", "centre: gat", "unknown-place", "gat"],
    ["held-by: guards", "held-by: toString", "unknown-party", "toString"],
    ["goal: road", "goal: raod", "unknown-goal", "raod"],
    ["at: push + 6 h", "at: psh + 6 h", "unknown-item", "psh + 6 h"],
    ["    channel: phone", "    channel: fone", "unknown-channel", "fone"],
    ["  raiders: { doctrine: raider, stances", "  raiders: { doctrine: rader, stances", "unknown-doctrine", "rader"],
    ["raiders: adversary", "raiders: patron", "no-chart", "patron"],
    ["stances: { guards: adversary }", "stances: { guards: adversary, nobody: adversary }", "unknown-party", "nobody"],
    ["stances: { guards: adversary }", "stances: { guards: adversary, raiders: adversary }", "with-itself", "raiders"],
    ["strays: { name: Strays }", "strays: { name: Strays, stances: { guards: adversary } }", "no-doctrine", "stances"],
    ["felt-by: [callers]", "felt-by: [strays]", "no-doctrine", "strays"],
    ["order: { to: raiders, toward: guards", "order: { to: raiders, toward: callers", "unknown-stance", "callers"],
    ["[guards, callers]]", "[guards, strays]]", "unknown-stance", "strays"],
    ["[guards, callers]]", "[raiders, guards]]", "repeated", "guards"],
    ["[guards, callers]]", "[guards, guards]]", "with-itself", "guards"],
    ["between: [guards, callers]", "between: [guards, caller]", "unknown-party", "caller"],
    ["trust: { callers: low }", "trust: { raiders: low }", "unknown-party", "raiders"],
    ["appears-as: { by: raiders", "appears-as: { by: { raidrs: 1, unknown: 1 }", "unknown-party", "raidrs"],
    ["seen-by: { callers:", "seen-by: { caller:", "unknown-party", "caller"],
    ["before: [guards-decide, a-strike]", "before: [guards-decide, astrike]", "unknown-expectation", "astrike"],
    ["before: [guards-decide, a-strike]", "before: [guards-decide, calm-end]", "wrong-kind", "calm-end"],
    ["share: { of: a-strike", "share: { of: share-of-a-strike", "unknown-expectation", "share-of-a-strike"],
    ["enters: limited-force", "enters: limited-farce", "unknown-state", "limited-farce"],
    ["enters: deciding", "enters: resting", "ambiguous-state", "resting"],
    ["enters: deciding", "enters: open-conflict", "cannot-happen", "open-conflict"],
    ["stance: guards > raiders, enters: deciding", "stance: guards > strays, enters: deciding", "unknown-stance", "guards > strays"],
    ["stance: guards > raiders, enters: deciding", "stance: guards, enters: deciding", "bad-value", "guards"],
    ["when: { act: shell, by: strays", "when: { act: strike, by: strays", "cannot-happen", "strike"],
  ]);

  test("a name that is nearly right is suggested, with the list of those there are", () => {
    expect(afterChange("against: guards\n    place: mill", "against: gaurds\n    place: mill").hint).toBe("did you mean \"guards\"? parties: guards, raiders, callers, strays");
  });
});

describe("values", () => {
  check([
    ["radius: 5 km", "radius: 5 miles", "bad-distance", "5 miles"],
    ["lasts: 90 m", "lasts: 90 minutes", "bad-duration", "90 minutes"],
    ["at: \"2024-03-29 10:00\"", "at: \"2024-02-30 10:00\"", "bad-time", "\"2024-02-30 10:00\""],
    ["at: \"02:30\"", "at: \"25:30\"", "bad-time", "\"25:30\""],
    ["at: push + 6 h", "at: push + soon", "bad-time", "push + soon"],
    ["timezone: Europe/Berlin", "timezone: Europe/Berlino", "bad-timezone", "Europe/Berlino"],
    ["seed: 7", "seed: 9007199254740993", "bad-seed", "9007199254740993"],
    ["seed: 7", "seed: 1.5", "bad-seed", "1.5"],
    ["appears-as: { by: raiders", "appears-as: { by: { raiders: 0, unknown: 0 }", "bad-weights", "by"],
    ["by: { strays: 0.5, unknown: 0.5 }", "by: { strays: -1, unknown: 0.5 }", "out-of-range", "-1"],
    ["times: 2", "times: 1.5", "bad-value", "1.5"],
    ["runs: 500", "runs: 2.5", "bad-value", "2.5"],
  ]);
});

describe("sense", () => {
  check([
    ["end: \"2024-04-02 06:00\"", "end: \"2024-03-28 06:00\"", "end-before-start", "\"2024-03-28 06:00\""],
    ["end: \"2024-04-02 06:00\"", "end: \"2044-04-02 06:00\"", "run-too-long", "\"2044-04-02 06:00\""],
    ["at: \"2024-03-29 10:00\"", "at: \"2024-03-29 05:59\"", "outside-run", "\"2024-03-29 05:59\""],
    ["at: \"2024-03-30T08:00\"", "at: \"2124-03-30T08:00\"", "outside-run", "\"2124-03-30T08:00\""],
    ["at: push + 6 h", "at: push + 9 d", "outside-run", "push + 9 d"],
    ["delay: 1 h", "delay: 9 d", "outside-run", "9 d"],
    ["at: push + 6 h", "at: hold-on + 6 h", "after-cycle", "hold-on + 6 h"],
    ["until: \"2024-04-01 00:00\"", "from: day 4 00:00, until: \"2024-03-31 00:00\"", "empty-window", "\"2024-03-31 00:00\""],
    ["within: [\"2024-04-01 00:00\", \"2024-04-02 06:00\"]", "within: [\"2024-04-02 00:00\", \"2024-04-01 06:00\"]", "empty-window", "\"2024-04-01 06:00\""],
    ["by: { strays: 0.5, unknown: 0.5 }", "by: { strays: 0.5, raiders: 0.5 }", "scripted-party", "0.5"],
    ["    gravity: serious", "    forced: true\n    gravity: serious", "contradiction", "true"],
    ["unseen-by: [raiders]", "unseen-by: [raiders, callers]", "contradiction", "callers"],
    ["    at: \"2024-03-30T08:00\"\n", "", "missing-key", "storm"],
    ["    delay: 1 h", "    at: day 2 10:00\n    delay: 1 h", "contradiction", "at"],
    ["chance: 0.5", "delay: 1 h", "contradiction", "delay"],
    ["    channel: phone\n", "", "missing-key", "shock"],
    ["    felt-by: [callers]\n", "", "missing-key", "shock"],
    ["    felt-by: [callers]", "    felt-by: [callers]\n    lasts: 2 h", "contradiction", "lasts"],
    ["  road: { of: raiders", "  road: { of: guards", "goal-of-another", "road"],
    ["absent: true", "absent: true\n    at-least: 2", "contradiction", "absent"],
    ["at-least: 0.3, runs", "at-least: 0.3, at-most: 0.2, runs", "contradiction", "0.2"],
    ["before: [guards-decide, a-strike]", "before: [a-strike, a-strike]", "with-itself", "a-strike"],
    ["tiers: [general, duty-officer]", "tiers: [general, general]", "repeated", "general"],
  ]);

  test("a forced incident by a party with a doctrine is let pass", () => {
    const forced = changed("by: { strays: 0.5, unknown: 0.5 }", "by: raiders\n    forced: true").replace("by: strays, until", "until");
    expect(mistakesIn(forced)).toEqual([]);
  });

  const said = (by: string, about: string, more = ""): string => changed("expect:\n", `  - { id: said, at: day 2 10:00, statement: threat, by: ${by}, about: ${about}${more} }\n\nexpect:\n`);

  test.each([["strays", "guards", ""], ["unknown", "guards", ""], ["raiders", "guards", ", forced: true"]])("a statement by %s about %s is let pass%s", (by, about, more) => expect(mistakesIn(said(by, about, more))).toEqual([]));

  test.each([
    ["raiders", "guards", "", "scripted-party"], ["strays", "guards", ", forced: true", "contradiction"], ["unknown", "guards", ", forced: true", "contradiction"],
    ["rader", "guards", "", "unknown-party"], ["strays", "gard", "", "unknown-party"], ["strays", "unknown", "", "unknown-party"], ["strays", "strays", "", "with-itself"],
  ])("a statement by %s about %s%s is a mistake: %s", (by, about, more, code) => expect(mistakesIn(said(by, about, more)).map((mistake) => mistake.split(" ")[0])).toEqual([code]));

  test("a cycle of three is reported once", () => {
    const circle = changed("at: \"2024-03-29 10:00\"", "at: shells + 1 h").replace("at: day 3 14:00", "at: hold-on + 1 h");
    expect(mistakesIn(circle).map((mistake) => mistake.split(" ")[0])).toEqual(["after-cycle"]);
  });
});

describe("doubts", () => {
  const warnings = (from: string, to: string): readonly string[] => loadFiles({ "gate.yaml": changed(from, to) }).warnings.map(({ code }) => code);

  test("a time that the clock skips is a warning", () => expect(warnings("at: \"2024-03-30T08:00\"", "at: \"2024-03-31 02:30\"")).toEqual(["clock-gap"]));
  test("an act that no chart of a party orders is a warning", () => expect(warnings("when: { act: shell, by: strays", "when: { act: enter, by: raiders")).toEqual(["cannot-happen"]));
  test("zones of two holders that overlap are a warning", () => {
    expect(warnings("goals:\n", "  camp: { centre: mill, radius: 20 km, held-by: raiders }\ngoals:\n")).toEqual(["zones-overlap"]);
  });
  test("a line that nobody can use is a warning", () => {
    const silent = changed("    calls: [{ every: day, at: \"02:30\" }, { every: monday, at: \"09:00\" }]\n    on-request: { answered-within: 48 h }\n", "");
    expect(loadFiles({ "gate.yaml": silent }).warnings.map(({ code }) => code)).toEqual(["cannot-happen"]);
  });
});
