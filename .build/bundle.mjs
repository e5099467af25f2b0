// Builds dist/: the start file as it is, the program in one file, and the licences of what is bundled into it.
import { chmod, copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(dist);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  // Of yaml, the build for browsers: it is the same code as modules, and asks for nothing of Node.
  alias: { yaml: join(root, "node_modules/yaml/browser/index.js") },
  metafile: true,
  logLevel: "warning",
});

await copyFile(join(root, ".build/start.mjs"), join(dist, "deconflict.mjs"));
await chmod(join(dist, "deconflict.mjs"), 0o755);
await writeFile(join(dist, "LICENSES.txt"), await licences(packagesIn(metafile)));

/** The folders of the packages whose code reached the bundle, sorted. */
function packagesIn({ outputs }) {
  const inputs = Object.entries(outputs["dist/main.mjs"].inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = inputs.map(([path]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
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
  return `dist/main.mjs contains code of these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
