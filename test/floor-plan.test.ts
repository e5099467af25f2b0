import { readFileSync, readdirSync } from "node:fs";
import { posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inspectFloorPlan, renderViolation, type SourceFile } from "./floor-plan.ts";
import { viewsOf } from "./source-views.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HEADER = "// One.\n// Two.\n// Three.\n";

test("the tree keeps to the floor plan", () => {
  const sources = filesIn("src").filter((path) => /\.tsx?$/.test(path));
  const files = sources.map((path): SourceFile => ({ path, text: readFileSync(ROOT + path, "utf8") }));
  const scenarioNames = filesIn("scenarios").map((path) => posix.basename(path).replace(/\..*$/, "")).filter((name) => name.includes("-"));
  expect(files).not.toEqual([]);
  expect(inspectFloorPlan(files, scenarioNames).map(renderViolation)).toEqual([]);
});

describe("imports", () => {
  test.each([
    ["src/tui/app.tsx", "\n\n\nimport { garrison } from \"../parties/garrison.ts\";", "src/tui/app.tsx:4: tui may not import parties"],
    ["src/kernel/time.ts", `${HEADER}import { RUNGS } from "../terms/rungs.ts";`, "src/kernel/time.ts:4: kernel may not import terms"],
    ["src/kernel/time.ts", `${HEADER}export { RUNGS } from "../terms/rungs.ts";`, "src/kernel/time.ts:4: kernel may not import terms"],
    ["src/terms/rungs.ts", "import {\n  Text,\n} from \"ink\";", "src/terms/rungs.ts:1: terms may not import ink"],
    ["src/scenario/load.ts", `${HEADER}import { readFile } from "node:fs/promises";`, "src/scenario/load.ts:4: scenario may not import node:fs/promises"],
    ["src/simulation/world.ts", `${HEADER}import { createMachine } from "xstate";`, "src/simulation/world.ts:4: simulation may not import xstate"],
    ["src/study/sweep.ts", `${HEADER}const lazy = () => import("../report/text.ts");`, "src/study/sweep.ts:4: study may not import report"],
    ["src/report/text.ts", "import { garrison } from \"../parties/garrison.ts\";", "src/report/text.ts:1: report may not import more than types of parties"],
    ["src/commands/run.ts", "import \"../main.ts\";", "src/commands/run.ts:1: commands may not import main"],
    ["src/commands/run.ts", "import { argv } from \"node:process\";", "src/commands/run.ts:1: commands may not import node:process"],
    ["src/commands/run.ts", "import manifest from \"../../package.json\";", "src/commands/run.ts:1: commands may not import package.json"],
  ])("%s: %j", (path, text, line) => expect(violations(path, text)).toEqual([line]));

  test.each([
    ["src/main.ts", "import manifest from \"../package.json\" with { type: \"json\" };\nimport { run } from \"./commands/run.ts\";"],
    ["src/kernel/statechart.ts", `${HEADER}import { transition } from "xstate";\nimport { a } from "xstate/graph";`],
    ["src/report/text.ts", "import type { Doctrine } from \"../parties/doctrine.ts\";"],
    ["src/tui/panes/ladder.tsx", "import { Text } from \"ink\";\nimport { theme } from \"../theme.ts\";\nimport { line } from \"../../report/text.ts\";"],
    ["src/session/journal.ts", "import { open } from \"node:fs/promises\";"],
  ])("%s may: %j", (path, text) => expect(violations(path, text)).toEqual([]));

  test("a folder that is no room is reported", () => {
    expect(violations("src/network/server.ts", "")).toEqual(["src/network/server.ts:1: network is no room"]);
  });
});

describe("banned calls", () => {
  test.each([
    ["Math.random()", "Math.random is banned"],
    ["Date.now()", "Date.now is banned"],
    ["const now = new Date();", "new Date( is banned"],
    ["performance.now()", "performance.now is banned"],
    ["setTimeout(step, 5)", "setTimeout is banned"],
    ["console.log(1)", "console is banned"],
    ["process.exit(1)", "process is banned"],
    ["globalThis.process?.exit(1)", "process is banned"],
    ["`${console.log(1)}`", "console is banned"],
    ["count.toLocaleString()", "toLocaleString is banned"],
    ["a.localeCompare(b)", "localeCompare is banned"],
    ["new Intl.NumberFormat()", "Intl is banned"],
    ["export const enum Rung { low }", "enum is banned"],
    ["export default 1;", "export default is banned"],
    ["export * from \"./world.ts\";", "export * is banned"],
    ["const it = x as any;", "any is banned"],
    ["let all: any[] = [];", "any is banned"],
    ["// TODO: more", "TODO is banned"],
    ["const start = \"2017-05-18\";", "a year is banned"],
    ["// as on the road to Tanf", "Tanf is banned"],
    ["const file = \"two-lines\";", "two-lines is banned"],
  ])("%j in the simulation", (line, message) => {
    const found = violations("src/simulation/world.ts", `${HEADER}${line}\n`, ["two-lines"]);
    expect(found).toEqual([expect.stringMatching(`^src/simulation/world.ts:4: ${message.replaceAll(/[(*.]/g, "\\$&")}, `)]);
  });

  test.each([
    ["src/simulation/world.ts", "const text = \"Math.random() and any\"; // console.log, process.exit"],
    ["src/simulation/world.ts", "const pattern = /console.log/; const tier = \"any\"; const runs = 2000; // after Rivera et al. 2024"],
    ["src/simulation/world.ts", "const any = 1; const processed = world.processes; const instance = 1;"],
    ["src/scenario/time-zone.ts", "const format = new Intl.DateTimeFormat(\"en-US\"); // see https://www.iana.org/2024"],
    ["src/commands/run.ts", "const since = performance.now(); setTimeout(stop, 5); console.log(since);"],
    ["src/main.ts", "process.exitCode = 2;"],
  ])("not in %s: %j", (path, text) => expect(violations(path, HEADER + text)).toEqual([]));

  test("the kernel has no word of the domain, in names and comments neither", () => {
    const text = `${HEADER}// the convoy\nconst topStance = instance;\n`;
    expect(violations("src/kernel/time.ts", text)).toEqual([
      "src/kernel/time.ts:4: convoy is banned, the kernel has no word of the domain",
      "src/kernel/time.ts:5: Stance is banned, the kernel has no word of the domain",
    ]);
  });
});

describe("shape", () => {
  test.each([
    ["src/terms/escalationRungs.ts", "", "src/terms/escalationRungs.ts:1: escalationRungs.ts is not kebab-case"],
    ["src/tui/Panes/ladder.tsx", "", "src/tui/Panes/ladder.tsx:1: Panes is not kebab-case"],
    ["src/terms/text-utils.ts", "", "src/terms/text-utils.ts:1: text-utils.ts names nothing: say what is in it"],
    ["src/session/session-manager.ts", "", "src/session/session-manager.ts:1: session-manager.ts names nothing: say what is in it"],
    ["src/terms/index.ts", "", "src/terms/index.ts:1: a barrel is banned, import from the file itself"],
    ["src/parties/patron.ts", "// One.\n// Two.\n", "src/parties/patron.ts:1: opens with a header of 2 lines, use three to six"],
    ["src/parties/patron.ts", "const bare = 1;\n", "src/parties/patron.ts:1: opens with a header of 0 lines, use three to six"],
    ["src/terms/acts.ts", "\n".repeat(401), "src/terms/acts.ts:401: 401 lines are too many, split it below 400"],
  ])("%s is reported", (path, text, line) => expect(violations(path, text)).toEqual([line]));

  test("a header may be one block comment", () => {
    expect(violations("src/study/sweep.ts", "/*\n * One.\n * Two.\n * Three.\n */\nconst runs = 1;\n")).toEqual([]);
  });
});

test.each([
  ["const a = 'it\\'s'; // b", "const a =        ;", "const a = 'it\\'s';"],
  ["a /* b\n c */ d", "a\n      d", "a\n      d"],
  ["`x${f({ g: \"h\" })}y` + z", "`   f({ g:     })}   + z", "`x${f({ g: \"h\" })}y` + z"],
  ["test(/[/'\"]/g, n / m / 2)", "test(        , n / m / 2)", "test(/[/'\"]/g, n / m / 2)"],
])("a source has the same places with and without comments and quoted text: %j", (text, code, uncommented) => {
  const views = viewsOf(text);
  expect([views.code, views.uncommented].map((view) => view.replaceAll(/ +$/gm, ""))).toEqual([code, uncommented]);
  expect([views.code.length, views.uncommented.length]).toEqual([text.length, text.length]);
});

function violations(path: string, text: string, scenarioNames: readonly string[] = []): string[] {
  return inspectFloorPlan([{ path, text }], scenarioNames).map(renderViolation);
}

function filesIn(folder: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(folder, posix.relative(posix.join(ROOT, folder), posix.join(entry.parentPath.replaceAll(sep, "/"), entry.name))))
    .toSorted();
}
