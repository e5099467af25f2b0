import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldRecords, MAIN_BRANCH, NEW_SESSION, parseJournal, renderLine, type JournalRecord } from "../../src/session/journal.ts";
import type { Step } from "../../src/session/steps.ts";
import { HEADER, headers, records } from "./journals.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (all: readonly JournalRecord[]): string => [HEADER, ...all].map(renderLine).join("");

const seat = (events: number, party: string): Step => ({ do: "seat", events, at: 0, party, taken: true, by: "lead" });
const answer = (events: number, question: string): Step => ({ do: "answer", events, at: 0, question, option: "hold", by: "lead" });
const amend = (events: number): Step => ({ do: "amend", at: 0, events, overlay: "{}", by: "lead", what: "nothing" });
const force = (events: number): Step => ({ do: "force", at: 0, events, question: "line.answered", between: ["a", "b"], option: "no", by: "lead", what: "the next call" });
const ONE_OF_EACH: readonly JournalRecord[] = [
  seat(0, "a"), answer(3, "q|a|b|r|0"), amend(4), force(5), { do: "reached", events: 9 }, { do: "branch", name: "other", from: "main", events: 4 }, { do: "switch", branch: "main" },
  { do: "note", entry: "act|a|b|r|0", at: 7, kind: "improve", text: "späť\nand \u2028 on", by: "observer" }, { do: "phase", phase: "hold", events: 9, at: 70 },
];

describe("a journal that is whole", () => {
  test("whatIsWrittenIsRead", () => {
    fc.assert(fc.property(headers, fc.array(records, { maxLength: 8 }), (header, all) => {
      const bytes = bytesOf([header, ...all].map(renderLine).join(""));
      expect(parseJournal(bytes)).toEqual({ header, records: all, length: bytes.length, damage: undefined });
    }), { numRuns: 300 });
  });

  test("aLineIsOneLine", () => {
    fc.assert(fc.property(records, (record) => { expect(renderLine(record).indexOf("\n")).toBe(renderLine(record).length - 1); }));
  });

  test("one that has only begun is whole", () => {
    expect(parseJournal(bytesOf(renderLine(HEADER)))).toEqual({ header: HEADER, records: [], length: renderLine(HEADER).length, damage: undefined });
  });
});

describe("a journal that is damaged", () => {
  test("cut at any byte, it goes as far as its last whole line, and says which line is not", () => {
    const bytes = bytesOf(textOf(ONE_OF_EACH));
    const ends = [...bytes].flatMap((byte, i) => (byte === 10 ? [i + 1] : []));
    for (let cut = 0; cut <= bytes.length; cut++) {
      const whole = ends.filter((end) => end <= cut).length;
      const damage = cut === ends[whole - 1] ? undefined : { line: whole + 1, why: "the line was not finished" };
      const goesAsFar = { header: HEADER, records: ONE_OF_EACH.slice(0, Math.max(0, whole - 1)), length: ends[whole - 1], damage };
      expect(parseJournal(bytes.subarray(0, cut))).toEqual(whole === 0 ? undefined : goesAsFar);
    }
  });

  test.each([
    "", " ", "garbage", "{", "[]", "null", "7", "\"seat\"", "{}", "{\"do\":7}", "{\"do\":\"dance\"}", "{\"do\":\"toString\"}", "{\"do\":\"__proto__\"}", "{\"do\":\"reached\",\"events\":1} {}",
    "\0\0\0\0", renderLine(HEADER).trimEnd(),
  ])("a line that says %j ends it there, whatever comes after", (line) => {
    const before = textOf(ONE_OF_EACH.slice(0, 2));
    const journal = parseJournal(bytesOf(`${before}${line}\n${renderLine(seat(9, "b"))}`));
    expect(journal).toEqual({ header: HEADER, records: ONE_OF_EACH.slice(0, 2), length: bytesOf(before).length, damage: { line: 4, why: expect.any(String) } });
  });

  test("bytes that are no UTF-8 end it there", () => {
    const before = bytesOf(textOf(ONE_OF_EACH));
    const bytes = Uint8Array.from([...before, ...bytesOf("{\"do\":\"switch\",\"branch\":\""), 0xC3, 0x28, ...bytesOf("\"}\n")]);
    expect(parseJournal(bytes)).toMatchObject({ length: before.length, damage: { line: ONE_OF_EACH.length + 2 } });
  });

  test.each(ONE_OF_EACH.map((record) => [record.do, record] as const))("a record of kind %s ends it where a field is missing or of another type", (_, record) => {
    for (const key of Object.keys(record)) {
      const { [key]: was, ...rest } = record as Readonly<Record<string, unknown>>;
      for (const value of [undefined, null, {}, ["a"], ["a", 1], -1, 1.5, 1e300, typeof was === "string" ? 1 : "1"]) {
        const line = `${JSON.stringify({ ...rest, ...(value === undefined ? {} : { [key]: value }) })}\n`;
        expect(parseJournal(bytesOf(renderLine(HEADER) + line))?.damage, `${line}`).toMatchObject({ line: 2 });
      }
    }
  });

  test("anyBytesBehindAJournalLeaveWhatStandsBefore", () => {
    fc.assert(fc.property(fc.array(records, { maxLength: 4 }), fc.uint8Array({ maxLength: 40 }), (all, tail) => {
      const before = bytesOf(textOf(all));
      const journal = parseJournal(Uint8Array.from([...before, ...tail]))!;
      expect(journal.records.slice(0, all.length)).toEqual(all);
      expect(journal.length).toBeGreaterThanOrEqual(before.length);
      expect(journal.damage === undefined).toBe(journal.length === before.length + tail.length);
    }), { numRuns: 200 });
  });

  test.each(["", "\n", "garbage\n", "[]\n", renderLine(seat(0, "a")), renderLine({ ...HEADER, journal: 2 as 1 }), renderLine({ ...HEADER, seed: 1.5 }), renderLine({ ...HEADER, title: 7 as unknown as string })])(
    "without its header it is no journal: %j", (text) => { expect(parseJournal(bytesOf(text))).toBeUndefined(); });
});

describe("what records add up to", () => {
  const fold = (...all: readonly JournalRecord[]) => foldRecords(all);

  test("nothing done is the main branch, not yet played", () => {
    expect(fold()).toEqual({ state: NEW_SESSION, misfit: undefined });
    expect(NEW_SESSION.branches.get(MAIN_BRANCH)).toMatchObject({ steps: [], reached: 0, from: undefined });
  });

  test("steps belong to the branch they were made in, and carry it as far as they stand", () => {
    const { state } = fold(seat(0, "a"), { do: "branch", name: "b", from: "main", events: 0 }, answer(6, "q"), { do: "switch", branch: "main" }, amend(2), { do: "reached", events: 1, at: 30 });
    expect(state.current).toBe("main");
    expect(state.branches.get("main")).toMatchObject({ name: "main", from: undefined, forkedAt: 0, steps: [seat(0, "a"), amend(2)], phases: [], reached: 2, reachedMinute: Math.max(30, amend(2).at) });
    expect(state.branches.get("b")).toMatchObject({ name: "b", from: "main", forkedAt: 0, steps: [seat(0, "a"), answer(6, "q")], phases: [], reached: 6 });
  });

  test("a branch keeps what its parent had done before it, but not an answer given at its very place", () => {
    const { state } = fold(seat(3, "a"), answer(4, "early"), seat(5, "b"), answer(5, "here"), amend(5), force(6), { do: "branch", name: "b", from: "main", events: 5 });
    expect(state.current).toBe("b");
    expect(state.branches.get("b")).toMatchObject({ from: "main", forkedAt: 5, reached: 5, steps: [seat(3, "a"), answer(4, "early"), seat(5, "b"), amend(5)] });
    expect(state.branches.get("main")).toMatchObject({ reached: 6 });
  });

  test("a branch of a branch goes back to where that one came from and further", () => {
    const { state } = fold(answer(1, "one"), answer(8, "two"), { do: "branch", name: "b", from: "main", events: 8 }, answer(8, "other"), { do: "branch", name: "c", from: "b", events: 2 });
    expect(state.branches.get("b")!.steps).toEqual([answer(1, "one"), answer(8, "other")]);
    expect(state.branches.get("c")!.steps).toEqual([answer(1, "one")]);
  });

  test("a branch of main may be made while another is played", () => {
    const { state } = fold(answer(1, "one"), { do: "branch", name: "b", from: "main", events: 1 }, answer(1, "other"), { do: "branch", name: "c", from: "main", events: 9 });
    expect(state.branches.get("c")).toMatchObject({ from: "main", steps: [answer(1, "one")] });
  });

  test("how far a branch was played never goes back", () => {
    expect(fold({ do: "reached", events: 9 }, { do: "reached", events: 4 }, seat(2, "a")).state.branches.get("main")).toMatchObject({ reached: 9 });
  });

  test("notes and phases are kept in order", () => {
    const note = { entry: "e", at: 1, kind: "note", text: "t", by: "o" } as const;
    const { state } = fold({ do: "note", ...note }, { do: "phase", phase: "startex", events: 0, at: 0 }, { do: "note", ...note, text: "u" }, { do: "phase", phase: "endex", events: 9, at: 9 });
    expect(state.notes).toEqual([note, { ...note, text: "u" }]);
    expect(state.branches.get("main")!.phases.map(({ phase }) => phase)).toEqual(["startex", "endex"]);
  });

  test.each<[string, JournalRecord]>([
    ["a branch from one that there is not", { do: "branch", name: "c", from: "nowhere", events: 1 }],
    ["a branch called as one that there is", { do: "branch", name: "b", from: "main", events: 1 }],
    ["a change to a branch that there is not", { do: "switch", branch: "nowhere" }],
  ])("%s does not fit: what stands before it counts", (_, record) => {
    const before: readonly JournalRecord[] = [seat(0, "a"), { do: "branch", name: "b", from: "main", events: 0 }];
    expect(foldRecords([...before, record, seat(5, "b")])).toEqual({ state: foldRecords(before).state, misfit: 2 });
  });

  test("foldingNeverThrowsAndStopsAtTheFirstMisfit", () => {
    fc.assert(fc.property(fc.array(records, { maxLength: 12 }), (all) => {
      const { state, misfit } = foldRecords(all);
      expect(state.branches.has(state.current)).toBe(true);
      expect(foldRecords(all.slice(0, misfit ?? all.length))).toEqual({ state, misfit: undefined });
    }), { numRuns: 200 });
  });
});
