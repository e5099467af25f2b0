// Builds dist/: the start file as it is, the program in as few files as its commands allow, and the licences of what is bundled.
import { execFileSync } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { carryAnswers } from "./chart-tables.mjs";
import { inOnePart, partOf, plainBuiltins, wholeRows, withoutUnused } from "./bundle-plugins.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

const settings = {
  absWorkingDir: root,
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  // What only some commands need lies in parts of its own, so that no command reads more than it uses.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  define: { "process.env.NODE_ENV": "\"production\"" },
  alias: {
    // Of yaml, the build for browsers: it is the same code as modules, and asks for nothing of Node.
    yaml: join(root, "node_modules/yaml/browser/index.js"),
    // Ink measures every text it draws, and on a dense screen that is most of its time.
    "string-width": join(root, "node_modules/fast-string-width/dist/index.js"),
  },
  metafile: true,
  write: false,
  logLevel: "warning",
};
const plugins = [carryAnswers, withoutUnused, plainBuiltins];
const others = new Set();
// Two builds: what most calls need comes in few files of its own; all else has its own copy of what it shares with that.
const first = await build({
  ...settings,
  entryPoints: { main: "src/main.ts" },
  chunkNames: "[name]-[hash]",
  plugins: [
    ...plugins,
    inOnePart(root, ["commands/run.ts", "commands/check.ts", "commands/init.ts", "commands/schema.ts", "report/run-text.ts", "report/run-ndjson.ts", "scenario/safe-text.ts"], others),
  ],
});
const second = await build({
  ...settings,
  entryPoints: { worker: "src/commands/workers/worker.ts", ...Object.fromEntries([...others].map((file) => [partOf(file), file])) },
  chunkNames: "parts/[name]-[hash]",
  plugins: [...plugins, wholeRows(root)],
});

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, "parts"), { recursive: true });
for (const { path, contents } of [...first.outputFiles, ...second.outputFiles]) await writeFile(path, contents);
await copyFile(join(root, ".build/start.mjs"), join(dist, "deconflict.mjs"));
await chmod(join(dist, "deconflict.mjs"), 0o755);
await writeFile(join(dist, "LICENSES.txt"), await licences(packagesIn({ ...first.metafile.outputs, ...second.metafile.outputs })));
// Runs once, so that what Node compiles lies beside the program before somebody waits for it.
execFileSync(process.execPath, [join(dist, "deconflict.mjs"), "run", "tutorial"]);

/** The folders of the packages whose code reached the bundle, sorted. */
function packagesIn(outputs) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = inputs.map(([path]) => /^(?:[^:]*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].toSorted();
}

/** The licence texts of these packages, one after the other. */
async function licences(folders) {
  const texts = await Promise.all(folders.map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
    const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : await readFile(join(root, folder, file), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }));
  return `The program contains code of these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
