// Writes what is made from the program itself: the JSON Schema of scenario files and the format's reference beside them.
// With --check it writes nothing and says which of them is out of date.
import { execFileSync } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "scenarios");
const deconflict = (...args) => execFileSync(process.execPath, [join(root, "dist/deconflict.mjs"), ...args], { encoding: "utf8", maxBuffer: 1 << 24 });

const made = {
  "scenario.schema.json": deconflict("schema"),
  "README.md": [
    "# Scenarios", "",
    "<!-- Made by `npm run reference` from the scenarios and the loader's own schema. -->", "",
    "`deconflict run <name>` replays one of these, `deconflict check <file>` finds the mistakes in your own, `deconflict init` writes one to start from.", "",
    "| scenario | shows | look for |", "| --- | --- | --- |",
    ...(await shipped()).map(({ name, shows, look }) => `| [${name}](${name}.yaml) | ${shows} | ${look} |`), "",
    "# The format", "",
    deconflict("schema", "--reference"),
  ].join("\n"),
};

const stale = [];
for (const [name, text] of Object.entries(made)) {
  const current = await readFile(join(folder, name), "utf8").catch(() => "");
  if (current === text) continue;
  stale.push(name);
  if (!process.argv.includes("--check")) await writeFile(join(folder, name), text);
}
if (stale.length > 0) console.log(`${process.argv.includes("--check") ? "out of date, run npm run reference" : "written"}: ${stale.map((name) => `scenarios/${name}`).join(", ")}`);
if (process.argv.includes("--check")) process.exitCode = stale.length > 0 ? 1 : 0;

/** What the opening comment of each shipped scenario says. */
async function shipped() {
  const names = (await readdir(folder)).filter((file) => file.endsWith(".yaml")).sort();
  return Promise.all(names.map(async (file) => {
    const lines = (await readFile(join(folder, file), "utf8")).split("\n");
    const comment = lines.slice(1, lines.findIndex((line, i) => i > 0 && !line.startsWith("#"))).map((line) => line.replace(/^# ?/, "")).join(" ");
    const shows = /Shows:? (.*?)(?= Look for:?|$)/s.exec(comment)?.[1] ?? comment;
    const look = /Look for:? (.*?)(?= (?:Only|Every|Facts|What is)\b|$)/s.exec(comment)?.[1] ?? "";
    const cell = (text) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").trim();
    return { name: file.replace(".yaml", ""), shows: cell(shows), look: cell(look) };
  }));
}
