// What the searches found as lines for programs: the same findings as the text, in JSON that a program can follow.
import { describe, expect, test } from "vitest";
import { BORDER } from "./border.ts";
import { call, folderWith } from "./captured-io.ts";

type Line = Readonly<Record<string, unknown>> & { readonly kind: string };

async function linesOf(args: readonly string[], cwd: string): Promise<readonly Line[]> {
  const { code, out } = await call([...args, "--format", "ndjson"], { cwd });
  expect(code).toBe(0);
  return out.trim().split("\n").map((line): Line => JSON.parse(line));
}

const kinds = (lines: readonly Line[]): readonly string[] => [...new Set(lines.map(({ kind }) => kind))];

describe("findings for programs", () => {
  test("paths: each level, each path with its questions as an overlay's answers name them, and the distance", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const lines = await linesOf(["paths", "border.yaml", "--to", "limited-force", "--top", "2", "--courses", "20000"], folder.path);
    expect(kinds(lines)).toEqual(["report", "level", "path", "end"]);
    expect(lines[0]).toMatchObject({ of: "paths", simulated: true, source: "border.yaml", target: { kind: "rung", rung: 6 } });
    const path = lines.find(({ kind }) => kind === "path")!;
    const turns = path["turns"] as readonly { readonly question: string; readonly option: string; readonly usual: string; readonly options: readonly string[] }[];
    expect(lines.at(-1)).toMatchObject({ kind: "end", distance: turns.length });
    const answers = turns.map(({ question, option }) => `    ${JSON.stringify(question)}: ${option}\n`).join("");
    folder.write("danger.yaml", `extends: ./border.yaml\ncourse: no-surprises\nadd:\n  answers:\n${answers}`);
    const { out } = await call(["run", "danger.yaml", "--format", "ndjson"], { cwd: folder.path });
    expect(out).toContain(`"id":${JSON.stringify((path["reached"] as { readonly entry: string }).entry)}`);
    for (const { option, usual, options } of turns) expect(options).toEqual(expect.arrayContaining([option, usual]));
  });

  test("paths --avoid: each off-ramp with what could have been known", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const [path] = (await linesOf(["paths", "border.yaml", "--to", "limited-force", "--top", "1", "--save", "danger.yaml"], folder.path)).filter(({ kind }) => kind === "path");
    const lines = await linesOf(["paths", "danger.yaml", "--avoid", "limited-force"], folder.path);
    expect(kinds(lines)).toEqual(["report", "level", "off-ramp", "end"]);
    expect(lines.at(-1)).toMatchObject({ reached: { entry: (path!["reached"] as { readonly entry: string }).entry } });
    const [first] = lines.filter(({ kind }) => kind === "off-ramp");
    expect(first).toMatchObject({ number: 1, decisions: [expect.objectContaining({ known: expect.toSatisfy((known) => known === null || typeof known === "string"), begun: expect.any(Boolean) })] });
    expect(first!["peak"]).toBeLessThan(6);
  });

  test("rare: the estimate with its interval and the plain runs beside it", async () => {
    using folder = folderWith({ "border.yaml": BORDER });
    const lines = await linesOf(["rare", "border.yaml", "--of", "warning", "--runs", "20", "--no-ranges", "--workers", "1"], folder.path);
    expect(kinds(lines)).toEqual(["report", "estimate"]);
    const { value, low, high, plain } = lines[1] as unknown as { readonly value: number; readonly low: number; readonly high: number; readonly plain: { readonly runs: number } };
    expect(low).toBeLessThanOrEqual(value);
    expect(value).toBeLessThanOrEqual(high);
    expect(plain.runs).toBe(320);
  });

  test("explain: every link down to the entry, the decisive choices, and how far the search came", async () => {
    const lines = await linesOf(["explain", "tutorial", "goal"], process.cwd());
    expect(kinds(lines)).toEqual(["report", "link", "decisive", "end"]);
    const links = lines.filter(({ kind }) => kind === "link");
    expect(links.at(-1)!["entry"]).toBe((lines[0]!["entry"] as { readonly entry: string }).entry);
    const decisive = lines.filter(({ kind }) => kind === "decisive");
    expect(lines.at(-1)!["decisive"]).toBe(decisive.length);
    for (const { option, prevents, options } of decisive as unknown as readonly { readonly option: string; readonly prevents: readonly string[]; readonly options: readonly string[] }[]) {
      expect(prevents).not.toContain(option);
      expect(options).toEqual(expect.arrayContaining([option, ...prevents]));
    }
    const { out } = await call(["explain", "tutorial", "goal", "--all"]);
    expect(out.match(/^◆/gm)).toHaveLength(decisive.length);
  });
});
